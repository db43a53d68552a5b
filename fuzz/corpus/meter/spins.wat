(module
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (memory (export "memory") 1)
  (func (export "yields") (drop (call $yield)))
  (func (export "fills") (loop
    (memory.fill (i32.const 0) (i32.const 7) (i32.const 65536))
    (br 0)))
  (func (export "_start") (loop (br 0)))
  (func (export "tail") (return_call $tail))
  (func $tail (return_call $tail)))
