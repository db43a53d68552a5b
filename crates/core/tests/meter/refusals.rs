//! What the pass does not take, and the sentence that says so.

use hognose_core::meter::{MAX_TABLE_ENTRIES, meter};

#[track_caller]
fn refusal(wat: &str) -> String {
    let wasm = wat::parse_str(wat).expect("the test's module parses");
    meter(&wasm).expect_err("it is refused").to_string()
}

#[track_caller]
fn assert_refused(wat: &str, words: &str) {
    let refusal = refusal(wat);
    assert!(refusal.contains(words), "{refusal:?} does not say {words:?}");
}

#[test]
fn bytes_that_are_no_module() {
    for bytes in [b"".as_slice(), b"\0asm", b"\0asm\x01\0\0", b"#!/usr/bin/env python3\n"] {
        let refusal = meter(bytes).expect_err("it is refused").to_string();
        assert!(refusal.starts_with("not a WebAssembly module that Hognose takes: "), "{refusal}");
    }
}

#[test]
fn a_count_that_cannot_be() {
    // A section of types, and one of imports of which there are a million in four bytes.
    let wasm = b"\0asm\x01\0\0\0\x01\x01\x00\x02\x04\xc0\x84\x3d\0";
    let refusal = meter(wasm).expect_err("it is refused").to_string();
    assert_eq!(refusal, "a section of the module says that it holds 1000000 things in 4 bytes");
    // A group of types in which there are a million.
    let wasm = b"\0asm\x01\0\0\0\x01\x06\x01\x4e\xc0\x84\x3d\0";
    let refusal = meter(wasm).expect_err("it is refused").to_string();
    assert_eq!(refusal, "a section of the module says that it holds 1000000 things in 1 bytes");
}

#[test]
fn a_component() {
    assert_refused("(component)", "not a WebAssembly module");
}

#[test]
fn a_module_that_is_not_valid() {
    assert_refused("(module (func i32.add drop))", "type mismatch");
}

#[test]
fn an_import_of_another_host() {
    assert_eq!(
        refusal(r#"(module (import "env" "system" (func)))"#),
        r#"the module imports "env" "system"; only functions of "wasi_snapshot_preview1" can be imported"#
    );
}

#[test]
fn imports_that_are_no_functions() {
    for import in ["(memory 1)", "(table 1 funcref)", "(global i32)", "(tag)"] {
        assert_refused(
            &format!(r#"(module (import "wasi_snapshot_preview1" "thing" {import}))"#),
            r#"imports "wasi_snapshot_preview1" "thing""#,
        );
    }
}

#[test]
fn a_sched_yield_of_another_type() {
    assert_eq!(
        refusal(r#"(module (import "wasi_snapshot_preview1" "sched_yield" (func (param i32))))"#),
        r#"the module's import "sched_yield" does not have the type [] -> [i32]"#
    );
}

#[test]
fn a_start_function() {
    assert_eq!(
        refusal("(module (func $f) (start $f))"),
        "the module has a start function; it must begin in an export"
    );
}

#[test]
fn a_memory_that_the_host_cannot_reach() {
    let refused = r#"the module's memory is not exported as "memory""#;
    assert_eq!(refusal("(module (memory 1))"), refused);
    assert_eq!(refusal(r#"(module (memory (export "mem") 1) (func (export "memory")))"#), refused);
}

#[test]
fn a_table_that_starts_too_large() {
    let module = |entries| format!("(module (table 1 funcref) (table {entries} externref))");
    assert_eq!(
        refusal(&module(MAX_TABLE_ENTRIES + 1)),
        "table 1 starts with 65537 entries; the limit is 65536"
    );
    let largest = wat::parse_str(module(MAX_TABLE_ENTRIES)).expect("the test's module parses");
    assert!(meter(&largest).is_ok());
}

#[test]
fn a_metered_module() {
    let wasm = wat::parse_str("(module)").expect("the test's module parses");
    let metered = meter(&wasm).expect("it can be metered");
    let refusal = meter(&metered).expect_err("once is enough").to_string();
    assert_eq!(refusal, "the module is metered already");
    assert_eq!(
        self::refusal(r#"(module (@custom "hognose.meter" "1"))"#),
        "the module is metered already"
    );
}

#[test]
fn the_names_of_the_exports_that_are_added() {
    for name in
        ["hognose_fuel", "hognose_set_fuel", "hognose_set_memory_limit", "hognose_memory_refusals"]
    {
        assert_refused(&format!("(module (func (export \"{name}\")))"), name);
    }
}

#[test]
fn features_that_hognose_does_not_take() {
    for (module, words) in [
        ("(module (memory 1 1 shared))", "threads"),
        ("(module (memory i64 1))", "memory64"),
        (r#"(module (memory (export "memory") 1) (memory 1))"#, "multi"),
        ("(module (type (struct)))", "gc"),
        ("(module (func try catch_all end))", "legacy"),
        (
            "(module (func (param v128) (result v128)
               local.get 0 local.get 0 i8x16.relaxed_swizzle))",
            "relaxed",
        ),
    ] {
        assert_refused(module, words);
    }
}
