;; A memory without a page: no pointer is good, and not one call does more than say so.
;; The exit code adds 1 for each call that did.

(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_fdstat_get" (func $fd_fdstat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get" (func $random_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "clock_time_get" (func $clock_time_get (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 0)
  (func $count (param $errno i32) (result i32)
    (i32.ne (local.get $errno) (i32.const 21)))
  (func (export "_start")
    (call $count (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 0)))
    (call $count (call $fd_fdstat_get (i32.const 3) (i32.const 0)))
    (call $count (call $args_sizes_get (i32.const 0) (i32.const 0)))
    (call $count (call $random_get (i32.const 0) (i32.const 1)))
    (call $count (call $clock_time_get (i32.const 1) (i64.const 0) (i32.const 0)))
    i32.add i32.add i32.add i32.add
    (call $proc_exit)))
