;; Calls the host on every level, down to the last: host calls have a stack of their own.
;; limits: stdout_bytes=10
;; figures: none

(func $down
  (call $print (text "x"))
  (drop (memory.grow (i32.const 0)))
  (drop (call $sched_yield))
  (call $down))
(func (export "_start")
  (call $down))
