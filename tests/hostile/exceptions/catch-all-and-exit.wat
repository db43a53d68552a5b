;; Nor is its own exit.

(func (export "_start")
  (block $caught
    (try_table (catch_all $caught) (call $proc_exit (i32.const 257))))
  (call $saw (text "caught") (i32.const 0)))
