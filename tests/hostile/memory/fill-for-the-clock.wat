;; The same with the clock to stop it.
;; limits: wall_ms=200 fuel=9007199254740991
;; figures: none

(func (export "_start")
  (drop (memory.grow (i32.const 1022)))
  (loop $again
    (memory.fill (i32.const 131072) (i32.const 0xff) (i32.const 66977792))
    (br $again)))
