;; The same exports, claiming 4 GiB each: of what is unwritten 64 KiB are taken, and of a report's
;; texts as much, where they are within the memory. It exits with a code that Python has no use for.
;; limits: stdout_bytes=16

(func (export "hognose_stdout") (result i32)
  (i32.store (i32.const 8) (i32.const 64))
  (i32.store (i32.const 12) (i32.const -1))
  (memory.fill (i32.const 64) (i32.const 0x6f) (i32.const 65472))
  (i32.const 8))
(func (export "hognose_error") (result i32)
  (i32.store (i32.const 8) (i32.const 64))
  (i32.store (i32.const 12) (i32.const 4))
  (i32.store (i32.const 16) (i32.const 65530))
  (i32.store (i32.const 20) (i32.const 6))
  (i32.store (i32.const 24) (i32.const 64))
  (i32.store (i32.const 28) (i32.const -1))
  (i32.const 8))

(func (export "_start")
  (call $proc_exit (i32.const 0xfffffff3)))
