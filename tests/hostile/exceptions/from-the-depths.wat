;; Throws and catches 50 000 levels down: the engine takes down all of them for every exception.
;; limits: wall_ms=500 fuel=9007199254740991
;; figures: none

(tag $tag)
(func $down (param $depth i32)
  (if (local.get $depth)
    (then (call $down (i32.sub (local.get $depth) (i32.const 1))))
    (else
      (loop $again
        (block $caught (try_table (catch $tag $caught) (throw $tag)))
        (br $again)))))
(func (export "_start")
  (call $down (i32.const 50000)))
