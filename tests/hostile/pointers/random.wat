;; Randomness for all addresses, for those behind the last, and for none.

(func (export "_start")
  (call $saw (text "4 GiB") (call $random_get (i32.const 0) (i32.const -1)))
  (call $saw (text "4 GiB behind the last address") (call $random_get (i32.const -1) (i32.const -1)))
  (call $saw (text "one byte too many") (call $random_get (i32.const 65536) (i32.const 65537)))
  (call $saw (text "nothing at the end") (call $random_get (i32.const 131072) (i32.const 0)))
  (call $saw (text "nothing at the last address") (call $random_get (i32.const -1) (i32.const 0)))
  (call $saw (text "a page") (call $random_get (i32.const 0) (i32.const 65536)))
  ;; The seed decides; and the text of this line has not been overwritten.
  (call $number (text "the last four bytes") (i64.load32_u (i32.const 65532))))
