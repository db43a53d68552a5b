//! The collector finds every pointer: everyday work prints the same when it runs at nearly every
//! allocation, in heaps where it has to.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{path::Path, process::Command};

fn stress(heap: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tests = root.join("tests/runtime");
    let output = Command::new(env!("CARGO_BIN_EXE_hognose"))
        .args(["wasi", "--limit", "fuel=1000000000000", "--limit", "wall_ms=600000", "--dir"])
        .arg(format!("{}:/workspace", tests.display()))
        .arg(root.join("bundles/lang-python/0.1.0/python.wasm"))
        .args(["-X", &format!("heapsize={heap}"), "gc_stress.py"])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let expected = std::fs::read_to_string(tests.join("gc_stress.exp")).unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    assert!(output.status.success());
}

#[test]
fn in_192_kib() {
    stress("192K");
}

#[test]
fn in_256_kib() {
    stress("256K");
}

#[test]
fn in_1_mib() {
    stress("1M");
}
