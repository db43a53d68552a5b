;; Paths of thousands of names, of dots, of slashes; deeper than any directory may be.

;; Fills the path at 0 with 4 000 bytes: this text of two, over and over.
(func $fill (param $two i32)
  (local $at i32)
  (loop $next
    (i32.store16 (local.get $at) (local.get $two))
    (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 2))) (i32.const 4000)))))

(func (export "_start")
  (local $depth i32) (local $errno i32)
  (call $fill (i32.const 0x2f2e)) ;; "./"
  (call $saw (text "2 000 times ./") (call $path_filestat_get (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 4000) (i32.const 8192)))
  (call $fill (i32.const 0x2f61)) ;; "a/"
  (call $saw (text "2 000 times a/") (call $path_filestat_get (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 4000) (i32.const 8192)))
  (call $saw (text "made") (call $path_create_directory (i32.const 3) (i32.const 0) (i32.const 4000)))
  (call $fill (i32.const 0x2f2f)) ;; "//"
  (call $saw (text "4 000 slashes") (call $path_filestat_get (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 4000) (i32.const 8192)))
  (call $fill (i32.const 0x2e2e)) ;; ".."
  (call $saw (text "a name of 4 000 dots") (call $path_filestat_get (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 4000) (i32.const 8192)))
  (call $saw (text "a path of 64 KiB") (call $path_filestat_get (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 65536) (i32.const 8192)))
  (call $fill (i32.const 0xfffe))
  (call $saw (text "no UTF-8") (call $path_create_directory (i32.const 3) (i32.const 0) (i32.const 2)))
  (i32.store8 (i32.const 1) (i32.const 0))
  (i32.store8 (i32.const 0) (i32.const 0x61))
  (call $saw (text "a NUL") (call $path_create_directory (i32.const 3) (i32.const 0) (i32.const 2)))
  ;; One directory in the other, by longer and longer paths.
  (call $fill (i32.const 0x2f61))
  (loop $deeper
    (local.set $depth (i32.add (local.get $depth) (i32.const 1)))
    (local.set $errno (call $path_create_directory (i32.const 3) (i32.const 0) (i32.sub (i32.mul (local.get $depth) (i32.const 2)) (i32.const 1))))
    (br_if $deeper (i32.eqz (local.get $errno))))
  (call $number (text "one in the other, until number") (i64.extend_i32_u (local.get $depth)))
  (call $saw (text "is refused") (local.get $errno)))
