;; Yields for ever, so that it is given fuel for ever: the bill is the same as if it had not.
;; limits: fuel=10000000

(func (export "_start")
  (loop $again
    (drop (call $sched_yield))
    (br $again)))
