;; 1 024 subscriptions that are all there at once, polled for ever.
;; limits: wall_ms=200 fuel=9007199254740991
;; figures: none

(func (export "_start")
  (loop $again
    (drop (call $poll_oneoff (i32.const 0) (i32.const 0) (i32.const 1024) (i32.const 65532)))
    (memory.fill (i32.const 0) (i32.const 0) (i32.const 65536))
    (br $again)))
