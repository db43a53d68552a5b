;; Keeps every exception that it throws 20 000 levels down, each with the addresses of all of them.
;; figures: none

(tag $tag)
(func $down (param $depth i32)
  (local $kept exnref)
  (if (local.get $depth)
    (then (call $down (i32.sub (local.get $depth) (i32.const 1))))
    (else
      (loop $again
        (local.set $kept
          (block $caught (result exnref)
            (try_table (catch_all_ref $caught) (throw $tag))
            unreachable))
        (br $again)))))
(func (export "_start")
  (call $down (i32.const 20000)))
