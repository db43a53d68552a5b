;; A table grown to what it may be and beyond, which is outside of the guest's memory; then filled
;; for ever.
;; limits: fuel=10000000

(table $table 0 funcref)
(func (export "_start")
  (call $number (text "2^32 - 1 entries") (i64.extend_i32_u (table.grow $table (ref.null func) (i32.const -1))))
  (call $number (text "65 537 entries") (i64.extend_i32_u (table.grow $table (ref.null func) (i32.const 65537))))
  (loop $more
    (br_if $more (i32.ne (table.grow $table (ref.null func) (i32.const 1000)) (i32.const -1))))
  (call $number (text "entries") (i64.extend_i32_u (table.size $table)))
  (loop $again
    (table.fill $table (i32.const 0) (ref.null func) (i32.const 65000))
    (br $again)))
