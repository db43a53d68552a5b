;; Clocks that are none, and one that is asked for ever.
;; limits: fuel=1000000

(func (export "_start")
  (call $saw (text "clock 4") (call $clock_time_get (i32.const 4) (i64.const 0) (i32.const 0)))
  (call $saw (text "clock 2^32 - 1") (call $clock_res_get (i32.const -1) (i32.const 0)))
  (call $saw (text "with a precision of 2^64 - 1") (call $clock_time_get (i32.const 0) (i64.const -1) (i32.const 0)))
  (call $number (text "nanoseconds since 1970") (i64.load (i32.const 0)))
  (loop $again
    (drop (call $clock_time_get (i32.const 1) (i64.const 0) (i32.const 0)))
    (br $again)))
