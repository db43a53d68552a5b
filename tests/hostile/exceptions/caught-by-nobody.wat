;; An exception that nobody catches, thrown behind the backs of those who catch others.

(tag $one (param i64))
(tag $other)
(func $throw (throw $one (i64.const -1)))
(func (export "_start")
  (block $caught
    (try_table (catch $other $caught)
      (try_table (catch $other $caught) (call $throw))))
  (call $saw (text "never seen") (i32.const 0)))
