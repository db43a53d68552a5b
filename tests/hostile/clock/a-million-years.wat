;; Waits for longer than anybody will, on the machine's own clock, and for an event that a
;; stream which takes no input could only have by mistake.
;; limits: wall_ms=100
;; figures: none

(func (export "_start")
  (i32.store (i32.const 16) (i32.const 1))
  (i64.store (i32.const 24) (i64.const -1))
  (loop $again
    (drop (call $poll_oneoff (i32.const 0) (i32.const 2048) (i32.const 1) (i32.const 4096)))
    (br $again)))
