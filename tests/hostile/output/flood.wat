;; 16 MiB a call, for 50 calls: the first and the last 20 bytes of 800 MiB are kept.
;; limits: stdout_bytes=40 stderr_bytes=0

(func (export "_start")
  (local $index i32)
  (memory.fill (i32.const 16384) (i32.const 0x61) (i32.const 16384))
  (i32.store8 (i32.const 32767) (i32.const 0x2e))
  (loop $next
    (call $iovec (i32.shl (local.get $index) (i32.const 3)) (i32.const 16384) (i32.const 16384))
    (br_if $next (i32.lt_u (local.tee $index (i32.add (local.get $index) (i32.const 1))) (i32.const 1024))))
  (local.set $index (i32.const 50))
  (loop $again
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1024) (i32.const 8192)))
    (drop (call $fd_write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8192)))
    (br_if $again (local.tee $index (i32.sub (local.get $index) (i32.const 1))))))
