;; What every guest here has besides all preview-1 calls, which are imported under their own names.
;; The first page of memory is the guest's own; errno names and texts are in the second, the last.

(memory (export "memory") 2)

;; Where the lines go.
(global $out (mut i32) (i32.const 1))

(func $print (param $at i32) (param $length i32)
  (i32.store (i32.const 66800) (local.get $at))
  (i32.store (i32.const 66804) (local.get $length))
  (drop (call $fd_write (global.get $out) (i32.const 66800) (i32.const 1) (i32.const 66808))))

;; Prints `what: NAME`, the name of an errno.
(func $saw (param $what i32) (param $length i32) (param $errno i32)
  (local $name i32) (local $end i32)
  (call $print (local.get $what) (local.get $length))
  (call $print (i32.const 66816) (i32.const 2))
  ;; Names are 16 bytes apart.
  (local.set $name (i32.add (i32.const 65536) (i32.shl (local.get $errno) (i32.const 4))))
  (local.set $end (local.get $name))
  (loop $next
    (if (i32.load8_u (local.get $end)) (then
      (local.set $end (i32.add (local.get $end) (i32.const 1)))
      (br $next))))
  (call $print (local.get $name) (i32.sub (local.get $end) (local.get $name)))
  (call $print (i32.const 66818) (i32.const 1)))
(data (i32.const 66816) ": \n")

;; Prints `what: NUMBER`.
(func $number (param $what i32) (param $length i32) (param $value i64)
  (local $at i32)
  (call $print (local.get $what) (local.get $length))
  (call $print (i32.const 66816) (i32.const 2))
  (local.set $at (i32.const 66848))
  (loop $next
    (local.set $at (i32.sub (local.get $at) (i32.const 1)))
    (i32.store8 (local.get $at)
      (i32.wrap_i64 (i64.add (i64.const 48) (i64.rem_u (local.get $value) (i64.const 10)))))
    (br_if $next (i64.ne (i64.const 0)
      (local.tee $value (i64.div_u (local.get $value) (i64.const 10))))))
  (call $print (local.get $at) (i32.sub (i32.const 66848) (local.get $at)))
  (call $print (i32.const 66818) (i32.const 1)))

;; Opens a path below descriptor 3 with these `oflags`, to read and to write; traps where it fails.
(func $open (param $path i32) (param $length i32) (param $oflags i32) (result i32)
  (if (call $path_open (i32.const 3) (i32.const 0) (local.get $path) (local.get $length)
      (local.get $oflags) (i64.const -1) (i64.const -1) (i32.const 0) (i32.const 66812))
    (then unreachable))
  (i32.load (i32.const 66812)))

;; The same for a directory.
(func $open_directory (param $path i32) (param $length i32) (result i32)
  (if (call $path_open (i32.const 3) (i32.const 0) (local.get $path) (local.get $length)
      (i32.const 2) (i64.const 2) (i64.const -1) (i32.const 0) (i32.const 66812))
    (then unreachable))
  (i32.load (i32.const 66812)))

;; Writes an iovec.
(func $iovec (param $at i32) (param $buffer i32) (param $length i32)
  (i32.store (local.get $at) (local.get $buffer))
  (i32.store offset=4 (local.get $at) (local.get $length)))
