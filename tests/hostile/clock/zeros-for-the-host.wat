;; A file that is cut and filled up to 4 MiB, in turn: each time the host clears 4 MiB.
;; limits: wall_ms=200 fuel=9007199254740991
;; figures: none

(func (export "_start")
  (local $fd i32) (local $left i32)
  (local.set $fd (call $open (text "file") (i32.const 0)))
  (local.set $left (i32.const 20000))
  (loop $again
    (drop (call $fd_filestat_set_size (local.get $fd) (i64.const 0)))
    (drop (call $fd_filestat_set_size (local.get $fd) (i64.const 4194304)))
    (br_if $again (local.tee $left (i32.sub (local.get $left) (i32.const 1))))))
