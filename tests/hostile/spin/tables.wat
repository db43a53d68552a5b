;; Jumps and calls by tables of which every entry leads back.
;; limits: fuel=10000000

(type $step (func))
(table funcref (elem $nothing $nothing))
(func $nothing)
(func (export "_start")
  (local $n i32)
  (loop $again
    (call_indirect (type $step) (i32.and (local.get $n) (i32.const 1)))
    (local.set $n (i32.add (local.get $n) (i32.const 1)))
    (br_table $again $again $again (local.get $n))))
