(module
  (tag $e (param i32))
  (memory (export "memory") 1)
  (func $throws (throw $e (i32.const 1)))
  (func (export "_start")
    (drop (block $caught (result i32)
      (try_table (catch $e $caught) (call $throws)) (i32.const 0)))
    (drop (block $all (result exnref)
      (try_table (catch_all_ref $all) (call $throws)) (return)))))
