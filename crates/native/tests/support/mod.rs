//! What the tests share: guests in WebAssembly text, in a bundle of their own.

#![allow(dead_code, reason = "every test binary uses a part of it")]

use hognose::{
    Bundle, Engine, Limits, ModuleCache, Outcome, Request, RunOptions, Runner, TrustPolicy,
};
use hognose_core::{
    bundle::sha256_hex,
    meter::{VERSION, meter},
    trust::SecretKey,
};
use std::{collections::BTreeMap, env, path::PathBuf, sync::LazyLock};

pub static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::new);

/// The directory of the real runtime: `HOGNOSE_BUNDLE`, else the one of this checkout.
pub static BUNDLE: LazyLock<PathBuf> = LazyLock::new(|| {
    let checkout =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../bundles/lang-python/0.1.0");
    env::var_os("HOGNOSE_BUNDLE").map_or(checkout, PathBuf::from)
});

/// Python.
pub static PYTHON: LazyLock<Runner> = LazyLock::new(|| {
    let bundle = Bundle::load(&*BUNDLE).expect("the runtime: ./scripts/build-micropython-wasi.sh");
    Runner::with_cache(&bundle, &ENGINE, &ModuleCache::user()).expect("compiles")
});

/// A guest: what is in its module besides memory and the imports that most guests need.
pub fn module(body: &str) -> Vec<u8> {
    let text = format!(
        r#"(module
            (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
            (import "wasi_snapshot_preview1" "fd_write"
                (func $fd_write (param i32 i32 i32 i32) (result i32)))
            (import "wasi_snapshot_preview1" "fd_read"
                (func $fd_read (param i32 i32 i32 i32) (result i32)))
            (import "wasi_snapshot_preview1" "poll_oneoff"
                (func $poll (param i32 i32 i32 i32) (result i32)))
            (import "wasi_snapshot_preview1" "path_open"
                (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
            (memory (export "memory") 1)
            {body})"#
    );
    wat::parse_str(text).expect("the guest is valid text")
}

/// A module, metered, as the runtime of a bundle `lang-test@0.0.1`.
pub fn bundle(wasm: &[u8]) -> Bundle {
    let wasm = meter(wasm).expect("the guest can be metered");
    let text = manifest(&wasm);
    let files = BTreeMap::from([("python.wasm".to_owned(), wasm)]);
    Bundle::from_bytes(text.as_bytes(), files, &TrustPolicy::default())
        .expect("the bundle is valid")
}

/// The manifest of that bundle, signed with the development key.
pub fn manifest(wasm: &[u8]) -> String {
    let text = unsigned_manifest(wasm);
    SecretKey::development().sign(text.as_bytes()).expect("the manifest is valid")
}

/// The same, signed by nobody.
pub fn unsigned_manifest(wasm: &[u8]) -> String {
    format!(
        r#"{{
            "name": "lang-test",
            "version": "0.0.1",
            "assets": [{{ "path": "python.wasm", "sha256": "{}", "size": {}, "role": "module" }}],
            "commands": [{{ "name": "python", "modulePath": "python.wasm" }}],
            "abi": {{ "wasi": "preview1", "features": [], "metering": {VERSION} }},
            "provenance": {{ "source": "test", "sourceSha256": "{}", "toolchain": {{}} }}
        }}"#,
        sha256_hex(wasm),
        wasm.len(),
        sha256_hex(b""),
    )
}

/// A runner of that guest.
pub fn runner(body: &str) -> Runner {
    let bundle = bundle(&module(body));
    Runner::with_cache(&bundle, &ENGINE, &ModuleCache::off()).expect("the guest compiles")
}

/// What makes a guest one that can be kept, and that does this in each turn; `$turn` counts them.
pub fn kept(each_turn: &str) -> String {
    format!(
        r#"(global $turn (mut i32) (i32.const 0))
        (func (export "_start"))
        (func (export "hognose_open") (result i32) (i32.const 0))
        (func (export "hognose_run") (param i32) (result i32)
            (global.set $turn (i32.add (global.get $turn) (i32.const 1)))
            {each_turn}
            (i32.const 0))
        (func (export "hognose_result") (result i32) (i32.const 0))
        (func (export "hognose_interrupt") (result i32) (i32.const 64))"#
    )
}

/// A request under these limits; such guests do not look at its program.
pub fn request(limits: Limits) -> Request {
    Request::code("-").with_limits(limits)
}

/// What the guest comes to under default limits.
pub fn run(body: &str) -> Outcome {
    run_under(body, Limits::default())
}

/// What the guest comes to under these limits.
pub fn run_under(body: &str, limits: Limits) -> Outcome {
    runner(body).run(request(limits)).expect("the guest starts")
}

/// What the guest comes to with these options.
pub fn run_with(body: &str, options: RunOptions) -> Outcome {
    runner(body).run_with(request(Limits::default()), options).expect("the guest starts")
}

/// `type: message` of an outcome's error.
pub fn error(outcome: &Outcome) -> String {
    outcome.error.as_ref().map_or(String::new(), |it| format!("{}: {}", it.kind, it.message))
}

/// KiB of memory that this process has resident.
pub fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("VmRSS");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}
