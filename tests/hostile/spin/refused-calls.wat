;; Host calls that are all refused, for ever, with arguments that are not the same twice.
;; limits: fuel=10000000

(func (export "_start")
  (local $n i32)
  (loop $again
    (local.set $n (i32.mul (i32.add (local.get $n) (i32.const 0x9e3779b1)) (i32.const 0x85ebca6b)))
    (drop (call $fd_read (local.get $n) (local.get $n) (local.get $n) (local.get $n)))
    (drop (call $fd_seek (local.get $n) (i64.extend_i32_s (local.get $n)) (local.get $n) (local.get $n)))
    (drop (call $path_open (i32.const 3) (local.get $n) (local.get $n) (local.get $n) (local.get $n)
      (i64.extend_i32_s (local.get $n)) (i64.extend_i32_u (local.get $n)) (local.get $n) (local.get $n)))
    (drop (call $fd_readdir (i32.const 3) (local.get $n) (local.get $n) (i64.extend_i32_s (local.get $n)) (local.get $n)))
    (drop (call $sock_recv (local.get $n) (local.get $n) (local.get $n) (local.get $n) (local.get $n) (local.get $n)))
    (drop (call $proc_raise (local.get $n)))
    (br $again)))
