;; Throws from ten thousand levels down to the top, again and again.
;; limits: fuel=2000000

(tag $tag)
(func $down (param $depth i32)
  (if (local.get $depth)
    (then (call $down (i32.sub (local.get $depth) (i32.const 1))))
    (else (throw $tag))))
(func (export "_start")
  (loop $again
    (block $caught (try_table (catch $tag $caught) (call $down (i32.const 10000))))
    (br $again)))
