;; Keeps exceptions that carry two hundred values each, more than the host keeps for any exception
;; otherwise.
;; figures: none

(tag $tag (param
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
  i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
))
(func $ten (result i64 i64 i64 i64 i64 i64 i64 i64 i64 i64)
  (i64.const 0) (i64.const 1) (i64.const 2) (i64.const 3) (i64.const 4)
  (i64.const 5) (i64.const 6) (i64.const 7) (i64.const 8) (i64.const 9))
(func (export "_start")
  (local $kept exnref)
  (loop $again
    (local.set $kept
      (block $caught (result exnref)
        (try_table (catch_all_ref $caught)
          (call $ten) (call $ten) (call $ten) (call $ten) (call $ten)
          (call $ten) (call $ten) (call $ten) (call $ten) (call $ten)
          (call $ten) (call $ten) (call $ten) (call $ten) (call $ten)
          (call $ten) (call $ten) (call $ten) (call $ten) (call $ten)
          (throw $tag))
        unreachable))
    (br $again)))
