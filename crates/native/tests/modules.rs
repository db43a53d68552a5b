//! What is refused before it runs, and in which words.

mod support;

use hognose::{CommandWorld, Module, ModuleCache, RunOptions, run_command};

fn refusal(text: &str) -> String {
    let wasm = wat::parse_str(text).expect("valid text");
    Module::compile(&support::ENGINE, &wasm).expect_err("refused").to_string()
}

#[test]
fn a_module_that_is_no_command_says_why() {
    insta::assert_snapshot!(
        refusal(r#"(module (memory (export "memory") 1))"#),
        @"the module does not export _start as () -> (): it is not a WASI preview-1 command"
    );
    insta::assert_snapshot!(
        refusal(r#"(module (func (export "_start")))"#),
        @"the module does not export memory as its linear memory: it is not a WASI preview-1 command"
    );
    insta::assert_snapshot!(
        refusal(r#"(module (memory (export "memory") 1) (func (export "_start") (param i32)))"#),
        @"the module does not export _start as () -> (): it is not a WASI preview-1 command"
    );
    insta::assert_snapshot!(
        refusal(r#"(module (import "wasi_snapshot_preview1" "fd_fly" (func))
            (memory (export "memory") 1) (func (export "_start")))"#),
        @"the module imports wasi_snapshot_preview1.fd_fly, which is not a WASI preview-1 call"
    );
    insta::assert_snapshot!(
        refusal(r#"(module (import "env" "fly" (func))
            (memory (export "memory") 1) (func (export "_start")))"#),
        @r#"the module cannot be metered: the module imports "env" "fly"; only functions of "wasi_snapshot_preview1" can be imported"#
    );
    insta::assert_snapshot!(
        refusal(r#"(module (import "wasi_snapshot_preview1" "proc_exit" (func (param i64)))
            (memory (export "memory") 1) (func (export "_start")))"#),
        @"the module imports proc_exit as (i64) -> (), but it is (i32) -> ()"
    );
    let no_wasm = Module::compile(&support::ENGINE, b"#!/bin/sh").expect_err("refused").to_string();
    assert!(
        no_wasm.starts_with("the module cannot be metered: not a WebAssembly module"),
        "{no_wasm}"
    );
}

#[test]
fn a_start_function_is_refused() {
    insta::assert_snapshot!(
        refusal(r#"(module (memory (export "memory") 1) (func $f) (start $f) (func (export "_start")))"#),
        @"the module cannot be metered: the module has a start function; it must begin in an export"
    );
}

#[test]
fn what_asks_for_too_much_is_refused() {
    insta::assert_snapshot!(
        refusal(r#"(module (memory (export "memory") 1) (table 100000000 funcref) (func (export "_start")))"#),
        @"the module cannot be metered: table 0 starts with 100000000 entries; the limit is 65536"
    );
}

#[test]
fn what_cannot_be_instantiated_says_why_when_it_is_run() {
    let refusal = |text: &str| {
        let wasm = wat::parse_str(text).expect("valid text");
        let module = Module::compile(&support::ENGINE, &wasm).expect("compiles");
        let run = run_command(&module, CommandWorld::default(), RunOptions::new());
        run.expect_err("no guest").to_string()
    };
    insta::assert_snapshot!(
        refusal(r#"(module (memory (export "memory") 1) (data (i32.const 65535) "ab") (func (export "_start")))"#),
        @"the module cannot be instantiated: out of bounds memory access"
    );
    insta::assert_snapshot!(
        refusal(r#"(module (memory (export "memory") 1) (table 1 funcref) (func $f)
            (elem (i32.const 1) $f) (func (export "_start")))"#),
        @"the module cannot be instantiated: out of bounds table access"
    );
}

/// Dropping exceptions at a yield is sound for a module that keeps none: the runtime's must not.
#[test]
fn modules_that_keep_exceptions_are_told_from_those_that_do_not() {
    let caught = r"(block $h (try_table (catch $t $h) (throw $t)))";
    let kept =
        r"(drop (block $h (result exnref) (try_table (catch_all_ref $h) (throw $t)) unreachable))";
    for (code, expected) in [(caught, false), (kept, true), ("(drop (ref.null exn))", false)] {
        let wasm = support::module(&format!(r#"(tag $t) (func (export "_start") {code})"#));
        let module = Module::compile(&support::ENGINE, &wasm).expect("compiles");
        assert_eq!(module.keeps_exceptions(), expected, "{code}");
    }
}

#[test]
fn a_module_from_the_cache_is_the_same_module() {
    let dir = tempfile::tempdir().expect("a directory");
    let cache = ModuleCache::at(dir.path().join("modules"));
    let wasm = support::module(r#"(func (export "_start"))"#);
    let first = Module::compile_cached(&support::ENGINE, &wasm, &cache).expect("compiles");
    let second = Module::compile_cached(&support::ENGINE, &wasm, &cache).expect("loads");
    assert_eq!(format!("{first:?}"), format!("{second:?}"));
    assert_eq!(first.sha256(), second.sha256());
}
