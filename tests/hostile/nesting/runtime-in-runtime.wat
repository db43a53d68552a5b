;; Polls, writes and yields from within what a poll, a write and a yield led to: the host is
;; never entered twice, because none of its calls calls back. Calls its own start, ten deep.

(global $depth (mut i32) (i32.const 0))
(func $start (export "_start")
  (global.set $depth (i32.add (global.get $depth) (i32.const 1)))
  (call $number (text "depth") (i64.extend_i32_u (global.get $depth)))
  (drop (call $sched_yield))
  (if (i32.lt_u (global.get $depth) (i32.const 10)) (then (call $start)))
  (call $proc_exit (global.get $depth)))
