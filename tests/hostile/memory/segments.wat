;; A data segment copied from beyond its end.

(data $passive "0123456789")
(func (export "_start")
  (memory.init $passive (i32.const 0) (i32.const 0) (i32.const 10))
  (call $print (i32.const 0) (i32.const 10))
  (data.drop $passive)
  (memory.init $passive (i32.const 0) (i32.const 0) (i32.const 0))
  (call $saw (text "\nnothing of a dropped one") (i32.const 0))
  (memory.init $passive (i32.const 0) (i32.const 0) (i32.const 1)))
