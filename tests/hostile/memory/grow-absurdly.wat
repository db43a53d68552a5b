;; More memory than there can be, then exactly as much as there may be, then a page more.

(func (export "_start")
  (call $number (text "2^32 - 1 pages") (i64.extend_i32_u (memory.grow (i32.const -1))))
  (call $number (text "2^31 pages") (i64.extend_i32_u (memory.grow (i32.const 0x80000000))))
  (call $number (text "65 536 pages") (i64.extend_i32_u (memory.grow (i32.const 65536))))
  (call $number (text "one beyond the limit") (i64.extend_i32_u (memory.grow (i32.const 1023))))
  (call $number (text "up to the limit") (i64.extend_i32_u (memory.grow (i32.const 1022))))
  (call $number (text "nothing") (i64.extend_i32_u (memory.grow (i32.const 0))))
  (call $number (text "a page") (i64.extend_i32_u (memory.grow (i32.const 1))))
  ;; All of it can be used, to the last byte and for host calls.
  (call $saw (text "randomness for its last page") (call $random_get (i32.const 67043328) (i32.const 65536)))
  (i32.store8 (i32.const 67108863) (i32.const 1))
  ;; A guest that gives up after it was refused memory is out of memory.
  (drop (i32.load8_u (i32.const 67108864))))
