;; Throws and catches for ever; each throw costs the host a thousand times what it costs the guest.
;; limits: fuel=50000000

(tag $tag (param i32))
(func $throw (param $value i32) (throw $tag (local.get $value)))
(func (export "_start")
  (local $value i32)
  (loop $again
    (block $caught (result i32)
      (try_table (catch $tag $caught) (call $throw (local.get $value)))
      (i32.const 0))
    (local.set $value (i32.add (i32.const 1)))
    (br $again)))
