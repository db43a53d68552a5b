;; A memory that has no page and may have none, grown, filled with nothing, and used all the same.

(module
  (memory (export "memory") 0 0)
  (func (export "_start")
    (drop (memory.grow (i32.const 1)))
    (memory.fill (i32.const 0) (i32.const 0) (i32.const 0))
    (i32.store (i32.const 0) (i32.const 1))))
