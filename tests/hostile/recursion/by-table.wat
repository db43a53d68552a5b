;; Two functions that call each other through a table.
;; figures: none

(type $step (func (param i32)))
(table funcref (elem $one $other))
(func $one (param $depth i32)
  (call_indirect (type $step) (i32.add (local.get $depth) (i32.const 1)) (i32.const 1)))
(func $other (param $depth i32)
  (call_indirect (type $step) (i32.add (local.get $depth) (i32.const 1)) (i32.const 0)))
(func (export "_start")
  (call $one (i32.const 0)))
