;; Every handler throws into the one around it, eight of them, for ever.
;; limits: fuel=20000000

(tag $tag)
(func $throw (throw $tag))
(func (export "_start")
  (loop $again
    (block $8 (try_table (catch $tag $8)
      (block $7 (try_table (catch $tag $7)
        (block $6 (try_table (catch $tag $6)
          (block $5 (try_table (catch $tag $5)
            (block $4 (try_table (catch $tag $4)
              (block $3 (try_table (catch $tag $3)
                (block $2 (try_table (catch $tag $2)
                  (block $1 (try_table (catch $tag $1) (call $throw)))
                  (call $throw)))
                (call $throw)))
              (call $throw)))
            (call $throw)))
          (call $throw)))
        (call $throw)))
      (call $throw)))
    (br $again)))
