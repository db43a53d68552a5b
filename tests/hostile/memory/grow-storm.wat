;; Grows by a page until it is refused, then asks for ever.
;; limits: fuel=20000000 memory_bytes=16777216

(func (export "_start")
  (loop $more
    (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
  (call $number (text "pages") (i64.extend_i32_u (memory.size)))
  (loop $again
    (drop (memory.grow (i32.const 1)))
    (drop (memory.grow (i32.const 65536)))
    (drop (memory.grow (i32.const -1)))
    (br $again)))
