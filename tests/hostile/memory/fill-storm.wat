;; Fills, copies and fills again 32 MiB, with two instructions each time.
;; limits: fuel=50000000

(func (export "_start")
  (drop (memory.grow (i32.const 512)))
  (loop $again
    (memory.fill (i32.const 131072) (i32.const 0xff) (i32.const 16777216))
    (memory.copy (i32.const 16908288) (i32.const 131072) (i32.const 16777216))
    (br $again)))
