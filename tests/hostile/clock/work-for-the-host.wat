;; 1 024 buffers that are the same 16 KiB: a dozen instructions ask for 16 MiB of work. It leaves
;; by itself after a few thousand calls, for which it never has to ask for fuel.
;; limits: wall_ms=200 fuel=9007199254740991
;; figures: none

(func (export "_start")
  (local $index i32)
  (loop $next
    (call $iovec (i32.shl (local.get $index) (i32.const 3)) (i32.const 16384) (i32.const 16384))
    (br_if $next (i32.lt_u (local.tee $index (i32.add (local.get $index) (i32.const 1))) (i32.const 1024))))
  (local.set $index (i32.const 4000))
  (loop $again
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1024) (i32.const 8192)))
    (br_if $again (local.tee $index (i32.sub (local.get $index) (i32.const 1))))))
