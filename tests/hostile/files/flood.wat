;; Directories until no more are allowed, then files without a name until no more are open.
;; limits: workspace_files=1000 open_files=64

;; Puts the number into the path at 0, as six letters.
(func $name (param $number i32)
  (local $at i32)
  (loop $next
    (i32.store8 (local.get $at) (i32.add (i32.const 0x61) (i32.and (local.get $number) (i32.const 15))))
    (local.set $number (i32.shr_u (local.get $number) (i32.const 4)))
    (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (i32.const 6)))))

(func (export "_start")
  (local $count i32) (local $errno i32)
  (loop $next
    (call $name (local.get $count))
    (if (i32.eqz (local.tee $errno (call $path_create_directory (i32.const 3) (i32.const 0) (i32.const 6))))
      (then (local.set $count (i32.add (local.get $count) (i32.const 1))) (br $next))))
  (call $number (text "directories made") (i64.extend_i32_u (local.get $count)))
  (call $saw (text "one more") (local.get $errno))
  ;; Room for one name, which is made, opened and removed; without a name it still counts.
  (call $name (i32.const 0))
  (call $saw (text "one removed") (call $path_remove_directory (i32.const 3) (i32.const 0) (i32.const 6)))
  (drop (call $open (text "x") (i32.const 1)))
  (call $saw (text "a file that is open, removed") (call $path_unlink_file (i32.const 3) (text "x")))
  (call $saw (text "one more") (call $path_create_directory (i32.const 3) (text "x")))
  ;; The rest of the descriptors.
  (local.set $count (i32.const 0))
  (loop $next
    (if (i32.eqz (local.tee $errno (call $path_open (i32.const 3) (i32.const 0) (text "file") (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 0))))
      (then (local.set $count (i32.add (local.get $count) (i32.const 1))) (br $next))))
  (call $number (text "opened besides") (i64.extend_i32_u (local.get $count)))
  (call $saw (text "one more") (local.get $errno)))
