;; Exports a host call as what tells of its reports: outside of a run there are no host calls.

(export "hognose_error" (func $sched_yield))
(export "hognose_stdout" (func $sched_yield))
(func (export "_start")
  (call $proc_exit (i32.const 5)))
