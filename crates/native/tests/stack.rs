//! What a guest may do at the very end of its stack. There wasmer's own code for exceptions and some
//! traps runs on what is left of the guest's stack, and takes locks of the process: were it to
//! overflow, the next module that is loaded or dropped would wait for ever.

mod support;

use hognose::{Engine, Limits, Module, ModuleCache, Runner};
use std::{sync::mpsc, thread, time::Duration};

/// Frames of 8 KiB that take up most of the stack, so that it has few frames: some traps look at
/// each of them.
const WIDE: u32 = 500;

/// A guest that calls itself, deep in its stack, as often as its standard input says, and there
/// does what `code` says, or nothing.
fn guest(code: &str) -> Runner {
    // A call that is never made, whose arguments have their place in the frame all the same.
    let (types, zeros) = ("i64 ".repeat(1_000), "(i64.const 0)".repeat(1_000));
    let body = format!(
        r#"(tag $t)
        (table $table 4 funcref)
        (elem $elem func $deep)
        (data $data "data")
        (global $null exnref (ref.null exn))
        (func $thousand (param {types}))
        (func $wide (param $wide i32) (param $left i32) (result i32)
            (if (i32.lt_s (local.get $wide) (i32.const 0)) (then (call $thousand {zeros})))
            (if (i32.eqz (local.get $wide)) (then (return (call $deep (local.get $left)))))
            (i32.add
                (i32.const 1)
                (call $wide (i32.sub (local.get $wide) (i32.const 1)) (local.get $left))))
        (func $deep (param $left i32) (result i32)
            (if (i32.eqz (local.get $left)) (then
                (if (i32.load (i32.const 20)) (then {code}))
                (return (i32.const 0))))
            (i32.add (i32.const 1) (call $deep (i32.sub (local.get $left) (i32.const 1)))))
        (func (export "_start")
            (i32.store (i32.const 0) (i32.const 16))
            (i32.store (i32.const 4) (i32.const 8))
            (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
            (drop (call $wide (i32.const {WIDE}) (i32.load (i32.const 16)))))"#
    );
    let bundle = support::bundle(&support::module(&body));
    Runner::with_cache(&bundle, &support::ENGINE, &ModuleCache::off()).expect("compiles")
}

fn run(guest: &Runner, depth: u32, does_it: bool) -> String {
    let stdin = [depth.to_le_bytes(), u32::from(does_it).to_le_bytes()].concat();
    let request = support::request(Limits::default()).with_stdin(stdin);
    support::error(&guest.run(request).expect("starts"))
}

const EXHAUSTED: &str = "trap: the runtime failed: call stack exhausted";

/// Does that at each of the last places of the stack.
#[track_caller]
fn hangs_nobody(code: &'static str, words: &'static str) {
    let (done, ended) = mpsc::channel();
    thread::spawn(move || {
        let guest = guest(code);
        let (mut fits, mut overflows) = (0, 1 << 20);
        while overflows - fits > 1 {
            let middle = u32::midpoint(fits, overflows);
            if run(&guest, middle, false).is_empty() {
                fits = middle;
            } else {
                overflows = middle;
            }
        }
        assert!(fits > 600, "the stack holds only {fits} small frames");
        assert_eq!(run(&guest, 10, true), words);
        let wasm = support::module(r#"(func (export "_start"))"#);
        for less in 0..500 {
            let error = run(&guest, fits - less, true);
            assert!(error == words || error == EXHAUSTED, "{less}: {error}");
            // What the process's locks are for. An engine keeps the code of its modules, and all code
            // there is has to be looked through for each frame of a trap: so each has its own.
            if less % 4 == 0 {
                drop(Module::compile(&Engine::new(), &wasm).expect("compiles"));
            }
        }
        assert_eq!(run(&guest, 10, true), words);
        done.send(()).expect("the test waits");
    });
    ended.recv_timeout(Duration::from_mins(2)).expect("it hangs, or fails as told above");
}

macro_rules! cases {
    ($($name:ident: $code:literal, $words:literal;)*) => {
        $(#[test]
        fn $name() {
            hangs_nobody($code, $words);
        })*
    };
}

cases! {
    an_exception: "(block $h (try_table (catch $t $h) (throw $t)))", "";
    an_exception_that_nobody_catches: "(throw $t)", "trap: the runtime failed: uncaught exception";
    an_exception_thrown_again: "(block $h (try_table (catch $t $h) (throw_ref (block $r (result exnref)
        (try_table (catch_all_ref $r) (throw $t)) unreachable))))", "";
    no_exception_at_all: "(throw_ref (global.get $null))",
        "trap: the runtime failed: null exception reference";
    unreachable: "unreachable", "trap: the runtime failed: unreachable";
    a_division: "(drop (i32.div_u (i32.const 1) (local.get $left)))",
        "trap: the runtime failed: integer divide by zero";
    a_load: "(drop (i32.load (i32.const -4)))", "trap: the runtime failed: out of bounds memory access";
    an_indirect_call: "(call_indirect (i32.const 9))",
        "trap: the runtime failed: out of bounds table access";
    a_fill: "(memory.fill (i32.const 65530) (i32.const 0) (i32.const 9))",
        "trap: the runtime failed: out of bounds memory access";
    a_fill_that_fits: "(memory.fill (i32.const 1024) (i32.const 0) (i32.const 4096))", "";
    a_copy: "(memory.copy (i32.const 0) (i32.const 65530) (i32.const 9))",
        "trap: the runtime failed: out of bounds memory access";
    an_init: "(memory.init $data (i32.const 0) (i32.const 3) (i32.const 2))",
        "trap: the runtime failed: out of bounds memory access";
    a_table_get: "(drop (table.get $table (i32.const 4)))",
        "trap: the runtime failed: out of bounds table access";
    a_table_set: "(table.set $table (i32.const 4) (ref.null func))",
        "trap: the runtime failed: out of bounds table access";
    a_table_fill: "(table.fill $table (i32.const 4) (ref.null func) (i32.const 1))",
        "trap: the runtime failed: out of bounds table access";
    a_table_copy: "(table.copy $table $table (i32.const 0) (i32.const 4) (i32.const 1))",
        "trap: the runtime failed: out of bounds table access";
    a_table_init: "(table.init $table $elem (i32.const 0) (i32.const 1) (i32.const 1))",
        "trap: the runtime failed: out of bounds table access";
    growing: "(drop (memory.grow (i32.const 1))) (drop (table.grow $table (ref.null func) (i32.const 1)))", "";
    a_host_call: "(drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 8)))", "";
    an_exit: "(call $exit (i32.const 0))", "";
}
