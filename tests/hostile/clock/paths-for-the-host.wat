;; A path whose every link is 4 096 bytes of dots and slashes, forty times over, is followed by
;; nothing but host calls. It leaves by itself after some thousands of them.
;; limits: wall_ms=200 fuel=9007199254740991
;; figures: none

(func (export "_start")
  (local $at i32)
  ;; "././…/": it leads to where it is.
  (loop $next
    (i32.store16 (local.get $at) (i32.const 0x2f2e))
    (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 2))) (i32.const 4096))))
  (drop (call $path_symlink (i32.const 0) (i32.const 4096) (i32.const 3) (text "dots")))
  (local.set $at (i32.const 20000))
  (loop $again
    (drop (call $path_filestat_get (i32.const 3) (i32.const 1)
      (text "dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots/dots")
      (i32.const 8192)))
    (br_if $again (local.tee $at (i32.sub (local.get $at) (i32.const 1))))))
