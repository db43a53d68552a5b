;; Starts with all the memory that there can be: it is refused before anything is mapped.

(module
  (memory (export "memory") 65536)
  (func (export "_start")))
