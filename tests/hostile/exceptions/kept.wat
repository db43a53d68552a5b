;; Keeps every exception that it throws: the host must keep them too.

(tag $tag)
(func (export "_start")
  (local $kept exnref)
  (loop $again
    (local.set $kept
      (block $caught (result exnref)
        (try_table (catch_all_ref $caught) (throw $tag))
        unreachable))
    (br $again)))
