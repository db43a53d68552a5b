;; Characters of four bytes, a byte a call, up to the limit and over it; and bytes that are no
;; text at all.
;; limits: stdout_bytes=10 stderr_bytes=10

(data (i32.const 64) "\f0\9f\90\8d")
(func (export "_start")
  (local $index i32)
  (loop $next
    (call $iovec (i32.const 0) (i32.add (i32.const 64) (i32.and (local.get $index) (i32.const 3))) (i32.const 1))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    (br_if $next (i32.lt_u (local.tee $index (i32.add (local.get $index) (i32.const 1))) (i32.const 29))))
  (memory.fill (i32.const 128) (i32.const 0xff) (i32.const 100))
  (call $iovec (i32.const 0) (i32.const 128) (i32.const 100))
  (drop (call $fd_write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8))))
