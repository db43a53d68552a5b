;; One file of 4 MiB under as many names as fit, which is written and grown through each of them.

(func (export "_start")
  (local $fd i32) (local $count i32) (local $errno i32)
  (local.set $fd (call $open (text "file") (i32.const 0)))
  (call $saw (text "4 MiB") (call $fd_filestat_set_size (local.get $fd) (i64.const 4194304)))
  (loop $next
    (i32.store8 (i32.const 0) (i32.add (i32.const 0x61) (local.get $count)))
    (local.set $errno (call $path_link (i32.const 3) (i32.const 0) (text "file") (i32.const 3) (i32.const 0) (i32.const 1)))
    (if (i32.eqz (local.get $errno)) (then (local.set $count (i32.add (local.get $count) (i32.const 1))) (br $next))))
  (call $number (text "more names") (i64.extend_i32_u (local.get $count)))
  (call $saw (text "one more") (local.get $errno))
  (call $saw (text "cut") (call $fd_filestat_set_size (local.get $fd) (i64.const 0)))
  (call $saw (text "full again") (call $fd_filestat_set_size (local.get $fd) (i64.const 4194304)))
  (call $saw (text "a name removed") (call $path_unlink_file (i32.const 3) (text "a")))
  (call $saw (text "moved onto itself") (call $path_rename (i32.const 3) (text "file") (i32.const 3) (text "b")))
  (call $saw (text "both are there") (call $path_filestat_get (i32.const 3) (i32.const 0) (text "file") (i32.const 0)))
  (call $saw (text "a directory linked") (call $path_link (i32.const 3) (i32.const 0) (text "dir") (i32.const 3) (text "dir2"))))
