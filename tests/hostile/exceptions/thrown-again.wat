;; Catches an exception and throws it again, for ever; then one that is none.
;; limits: fuel=100000000

(tag $tag)
(func (export "_start")
  (local $kept exnref) (local $left i32)
  (local.set $left (i32.const 5000))
  (local.set $kept
    (block $caught (result exnref)
      (try_table (catch_all_ref $caught) (throw $tag))
      unreachable))
  (loop $again
    (local.set $kept
      (block $caught (result exnref)
        (try_table (catch_all_ref $caught) (throw_ref (local.get $kept)))
        unreachable))
    (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
  (call $saw (text "thrown 5 000 times") (i32.const 0))
  (throw_ref (ref.null exn)))
