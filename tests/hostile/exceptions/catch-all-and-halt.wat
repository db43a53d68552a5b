;; What ends a guest is no exception: neither the end of its fuel nor its own exit is caught.
;; limits: fuel=100000

(func (export "_start")
  (loop $again
    (block $caught
      (try_table (catch_all $caught)
        (loop $spin (br $spin))))
    (call $saw (text "caught") (i32.const 0))
    (br $again)))
