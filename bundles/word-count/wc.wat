;; wc: counts lines, words and bytes, of the file that its first argument names, or of standard input.
;; Written by hand, so that a bundle with another command than Python can be built with what is there.
(module
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))

  ;; 0: count of arguments, 4: their bytes, 8: a descriptor, 16: an iovec, 24: bytes moved,
  ;; 64: a number's digits, 128: a message, 4096: what is read, 65536: arguments, of which there are
  ;; 1 MiB and 257 pointers at most.
  (memory (export "memory") 18)
  (data (i32.const 128) "wc: no such file, or too many arguments\n")

  (func $write (param $to i32) (param $from i32) (param $length i32)
    (i32.store (i32.const 16) (local.get $from))
    (i32.store (i32.const 20) (local.get $length))
    (drop (call $fd_write (local.get $to) (i32.const 16) (i32.const 1) (i32.const 24))))

  (func $fail
    (call $write (i32.const 2) (i32.const 128) (i32.const 40))
    (call $proc_exit (i32.const 1)))

  ;; A number in decimal, and the character behind it.
  (func $print (param $number i64) (param $behind i32)
    (local $at i32)
    (local.set $at (i32.const 95))
    (i32.store8 (local.get $at) (local.get $behind))
    (loop $digits
      (local.set $at (i32.sub (local.get $at) (i32.const 1)))
      (i32.store8 (local.get $at)
        (i32.add (i32.const 48) (i32.wrap_i64 (i64.rem_u (local.get $number) (i64.const 10)))))
      (local.set $number (i64.div_u (local.get $number) (i64.const 10)))
      (br_if $digits (i64.ne (local.get $number) (i64.const 0))))
    (call $write (i32.const 1) (local.get $at) (i32.sub (i32.const 96) (local.get $at))))

  ;; The descriptor to read.
  (func $open (result i32)
    (local $path i32) (local $length i32)
    (if (call $args_sizes_get (i32.const 0) (i32.const 4)) (then (call $fail)))
    (if (i32.lt_u (i32.load (i32.const 0)) (i32.const 2)) (then (return (i32.const 0))))
    (if (i32.gt_u (i32.load (i32.const 0)) (i32.const 257)) (then (call $fail)))
    (if (i32.gt_u (i32.load (i32.const 4)) (i32.const 1050000)) (then (call $fail)))
    (if (call $args_get (i32.const 65536) (i32.const 67584)) (then (call $fail)))
    (local.set $path (i32.load (i32.const 65540)))
    ;; Paths are relative to the one directory that is open, which is `/`.
    (block $relative
      (loop $slash
        (br_if $relative (i32.ne (i32.load8_u (local.get $path)) (i32.const 47)))
        (local.set $path (i32.add (local.get $path) (i32.const 1)))
        (br $slash)))
    (block $whole
      (loop $more
        (br_if $whole (i32.eqz (i32.load8_u (i32.add (local.get $path) (local.get $length)))))
        (local.set $length (i32.add (local.get $length) (i32.const 1)))
        (br $more)))
    (if (call $path_open (i32.const 3) (i32.const 1) (local.get $path) (local.get $length)
          (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 8))
      (then (call $fail)))
    (i32.load (i32.const 8)))

  (func (export "_start")
    (local $from i32) (local $lines i64) (local $words i64) (local $bytes i64)
    (local $at i32) (local $end i32) (local $byte i32) (local $in_word i32) (local $is_space i32)
    (local.set $from (call $open))
    (block $done
      (loop $read
        (i32.store (i32.const 16) (i32.const 4096))
        (i32.store (i32.const 20) (i32.const 32768))
        (if (call $fd_read (local.get $from) (i32.const 16) (i32.const 1) (i32.const 24))
          (then (call $fail)))
        (local.set $end (i32.add (i32.const 4096) (i32.load (i32.const 24))))
        (br_if $done (i32.eq (local.get $end) (i32.const 4096)))
        (local.set $bytes (i64.add (local.get $bytes) (i64.load32_u (i32.const 24))))
        (local.set $at (i32.const 4096))
        (loop $scan
          (local.set $byte (i32.load8_u (local.get $at)))
          (local.set $lines
            (i64.add (local.get $lines) (i64.extend_i32_u (i32.eq (local.get $byte) (i32.const 10)))))
          ;; A space, or one of the five from tab to carriage return.
          (local.set $is_space
            (i32.or (i32.eq (local.get $byte) (i32.const 32))
              (i32.lt_u (i32.sub (local.get $byte) (i32.const 9)) (i32.const 5))))
          (local.set $words
            (i64.add (local.get $words)
              (i64.extend_i32_u (i32.gt_u (i32.eqz (local.get $is_space)) (local.get $in_word)))))
          (local.set $in_word (i32.eqz (local.get $is_space)))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br_if $scan (i32.lt_u (local.get $at) (local.get $end))))
        (br $read)))
    (call $print (local.get $lines) (i32.const 32))
    (call $print (local.get $words) (i32.const 32))
    (call $print (local.get $bytes) (i32.const 10))))
