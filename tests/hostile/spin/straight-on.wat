;; Functions that call nothing pay for themselves at their callers: twelve levels of them, each
;; calling the next twice, are 4 096 calls without a loop.
;; limits: fuel=10000000

(func $1 (result i32) (i32.add (i32.const 1) (i32.const 1)))
(func $2 (result i32) (i32.add (call $1) (call $1)))
(func $3 (result i32) (i32.add (call $2) (call $2)))
(func $4 (result i32) (i32.add (call $3) (call $3)))
(func $5 (result i32) (i32.add (call $4) (call $4)))
(func $6 (result i32) (i32.add (call $5) (call $5)))
(func $7 (result i32) (i32.add (call $6) (call $6)))
(func $8 (result i32) (i32.add (call $7) (call $7)))
(func $9 (result i32) (i32.add (call $8) (call $8)))
(func $10 (result i32) (i32.add (call $9) (call $9)))
(func $11 (result i32) (i32.add (call $10) (call $10)))
(func $12 (result i32) (i32.add (call $11) (call $11)))
(func (export "_start")
  (call $number (text "twos") (i64.extend_i32_u (call $12)))
  (loop $again (drop (call $12)) (br $again)))
