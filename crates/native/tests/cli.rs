//! The `hognose` command: every exit code and every text that it prints for bad input.

#![cfg(all(unix, feature = "cli"))]

mod support;

use hognose_core::{bundle::sha256_hex, meter::meter};
use std::{
    ffi::OsStr,
    fs,
    io::{Read as _, Write as _},
    os::unix::{ffi::OsStrExt as _, fs::symlink},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};
use tempfile::TempDir;

const START: &str = r#"(func (export "_start")"#;

/// A directory with a bundle of this guest in `bundle`.
fn world(body: &str) -> TempDir {
    let wasm = support::module(&format!("{START} {body})"));
    holding(&meter(&wasm).expect("the guest can be metered"))
}

/// A directory with a bundle of this module in `bundle`.
fn holding(wasm: &[u8]) -> TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    fs::create_dir(dir.path().join("bundle")).expect("made");
    fs::write(dir.path().join("bundle/manifest.json"), support::manifest(wasm)).expect("written");
    fs::write(dir.path().join("bundle/python.wasm"), wasm).expect("written");
    dir
}

fn spawn<S: AsRef<OsStr>>(dir: &Path, args: &[S]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_hognose"))
        .args(args)
        .current_dir(dir)
        .env_clear()
        .env("HOGNOSE_BUNDLE", "bundle")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hognose starts")
}

/// Exit code and standard error.
fn run_with_stdin<S: AsRef<OsStr>>(dir: &Path, args: &[S], stdin: &[u8]) -> (i32, String) {
    let mut child = spawn(dir, args);
    // It may have given up before it reads.
    let _ = child.stdin.take().expect("piped").write_all(stdin);
    let output = child.wait_with_output().expect("it ends");
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    (output.status.code().expect("no signal"), stderr)
}

#[track_caller]
fn check<S: AsRef<OsStr>>(dir: &TempDir, args: &[S], code: i32, stderr: &str) {
    assert_eq!(run_with_stdin(dir.path(), args, b""), (code, stderr.to_owned()));
}

#[test]
fn every_stop_has_its_code_and_its_line() {
    let run = ["run", "-c", "-"];
    check(&world(""), &run, 0, "");
    check(&world("(call $exit (i32.const 7))"), &run, 7, "");
    check(&world("unreachable"), &run, 121, "hognose: trap: the runtime failed: unreachable\n");
    let grow = "(if (i32.lt_s (memory.grow (i32.const 9999)) (i32.const 0)) (then unreachable))";
    check(
        &world(grow),
        &run,
        122,
        "hognose: out_of_memory: the run needs more than 67108864 bytes of memory (limit memory_bytes)\n",
    );
    let spin = world("(loop (br 0))");
    check(
        &spin,
        &["run", "--limit", "fuel=1000", "-c", "-"],
        123,
        "hognose: out_of_fuel: the run was stopped after 1000 units of fuel (limit fuel)\n",
    );
    check(
        &spin,
        &["run", "--limit", "fuel=9007199254740991", "--limit", "wall_ms=100ms", "-c", "-"],
        124,
        "hognose: timeout: the run was stopped after 100 ms of wall-clock time (limit wall_ms)\n",
    );
}

#[test]
fn ctrl_c_cancels() {
    let dir = world("(loop (br 0))");
    let child = spawn(dir.path(), &["run", "--limit", "fuel=9007199254740991", "-c", "-"]);
    thread::sleep(Duration::from_millis(500));
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().expect("kill").success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(output.stderr, b"hognose: cancelled: the run was cancelled by its caller\n");
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let dir = world(
        r"(loop $again
            (i32.store (i32.const 0) (i32.const 32)) (i32.store (i32.const 4) (i32.const 9))
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (br $again))",
    );
    let mut child = spawn(dir.path(), &["run", "--limit", "fuel=9007199254740991", "-c", "-"]);
    let mut stdout = child.stdout.take().expect("piped");
    stdout.read_exact(&mut [0; 9]).expect("some output");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    // It may have written all that is passed on as it comes before the reader left.
    assert_eq!((output.status.code(), output.stderr), (Some(141), vec![]));
}

#[test]
fn a_bundle_that_is_not_whole_is_named() {
    let run = ["run", "-c", "-"];
    let dir = world("");
    let wasm = fs::read(dir.path().join("bundle/python.wasm")).expect("readable");
    let put = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("written");
    put("bundle/python.wasm", &wasm[..10]);
    check(
        &dir,
        &run,
        125,
        &format!(
            "hognose: Python is disabled: bundle bundle: python.wasm: 10 bytes, but the manifest says {}: truncated or not this version\n",
            wasm.len()
        ),
    );
    let mut other = wasm.clone();
    *other.last_mut().expect("a byte") ^= 1;
    put("bundle/python.wasm", &other);
    check(
        &dir,
        &run,
        125,
        &format!(
            "hognose: Python is disabled: bundle bundle: python.wasm: its SHA-256 is {}, but the manifest says {}\n",
            sha256_hex(&other),
            sha256_hex(&wasm),
        ),
    );
    fs::remove_file(dir.path().join("bundle/python.wasm")).expect("removed");
    check(
        &dir,
        &run,
        125,
        "hognose: Python is disabled: bundle/python.wasm: no such file; build it with ./scripts/build-micropython-wasi.sh\n",
    );
    put("bundle/manifest.json", b"nonsense");
    check(
        &dir,
        &run,
        125,
        "hognose: Python is disabled: bundle bundle: manifest.json: is no manifest: expected ident at line 1 column 2\n",
    );
    fs::remove_file(dir.path().join("bundle/manifest.json")).expect("removed");
    check(&dir, &run, 125, "hognose: Python is disabled: bundle/manifest.json: no such file\n");
    put("file", b"");
    check(
        &dir,
        &["run", "--bundle", "file", "-c", "-"],
        125,
        "hognose: Python is disabled: file/manifest.json: no such file\n",
    );
}

#[test]
fn a_bad_program_is_named() {
    let dir = world("");
    let put = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("written");
    put("binary.py", b"print(1)\n\xff");
    put("big.py", &vec![b'#'; 2 << 20]);
    put("empty.py", b"");
    put("request.json", b"{\"code\": \"x\", \"args\": [\"a\\u0000\"]}");
    put("broken.json", b"{\"code\": ");
    check(&dir, &["run", "-c", ""], 125, "hognose: code: is empty\n");
    let bad = OsStr::from_bytes(b"\xff");
    let run = |first: &'static str| [OsStr::new("run"), OsStr::new(first)];
    check(&dir, &[&run("-c")[..], &[bad]].concat(), 125, "hognose: code: is not UTF-8\n");
    check(&dir, &[&run("-cx")[..], &[bad]].concat(), 125, "hognose: args[0]: is not UTF-8\n");
    check(&dir, &["run", "binary.py"], 125, "hognose: binary.py: is not UTF-8 (byte 9)\n");
    check(
        &dir,
        &["run", "big.py"],
        125,
        "hognose: big.py: more than the 1048576 bytes that are allowed\n",
    );
    check(&dir, &["run", "empty.py"], 125, "hognose: empty.py: is empty\n");
    check(&dir, &["run", "none.py"], 125, "hognose: none.py: no such file or directory\n");
    check(&dir, &["run", ""], 2, "hognose: FILE.py: is empty\n");
    check(&dir, &["run", "bundle"], 125, "hognose: bundle: is a directory\n");
    check(&dir, &["run", "-m", "a..b"], 125, "hognose: module: is not a module's name\n");
    check(&dir, &["run", "-"], 125, "hognose: standard input: is empty\n");
    let (code, stderr) = run_with_stdin(dir.path(), &["run", "--request", "-"], b"[");
    assert_eq!(code, 125);
    assert!(stderr.starts_with("hognose: standard input: request: "), "{stderr}");
    let stdin = |bytes: &[u8]| run_with_stdin(dir.path(), &["run", "-"], bytes);
    let said = |text: &str| (125, format!("hognose: standard input: {text}\n"));
    assert_eq!(stdin(b"\xff"), said("is not UTF-8 (byte 0)"));
    assert_eq!(stdin(b"a\0"), said("holds a NUL character"));
    assert_eq!(stdin(&vec![b'#'; 2 << 20]), said("more than the 1048576 bytes that are allowed"));
    check(
        &dir,
        &["run", "--request", "request.json"],
        125,
        "hognose: args[0]: holds a NUL character\n",
    );
    check(
        &dir,
        &["run", "--request", "none.json"],
        125,
        "hognose: none.json: no such file or directory\n",
    );
    let (code, stderr) = run_with_stdin(dir.path(), &["run", "--request", "broken.json"], b"");
    assert_eq!(code, 125);
    assert!(stderr.starts_with("hognose: broken.json: request: "), "{stderr}");
}

#[test]
fn bad_options_are_named() {
    let dir = world("");
    check(
        &dir,
        &["run"],
        2,
        "hognose: no program: give -c CODE, -m MODULE, FILE.py, - or --request (see hognose run --help)\n",
    );
    check(
        &dir,
        &["run", "--limit", "wall_ms=0", "-c", "-"],
        2,
        "hognose: limits.wall_ms: 0 is not within 1 to 86400000\n",
    );
    check(
        &dir,
        &["run", "--limit", "memory_bytes=5G", "-c", "-"],
        2,
        "hognose: limits.memory_bytes: 5368709120 is not within 2097152 to 4294967296\n",
    );
    let (code, stderr) = run_with_stdin(dir.path(), &["run", "--limit", "=1", "-c", "-"], b"");
    assert_eq!(code, 2);
    assert!(stderr.contains("expected NAME=VALUE"), "{stderr}");
    let (code, stderr) = run_with_stdin(dir.path(), &["run", "--limit", "speed=1", "-c", "-"], b"");
    assert_eq!(code, 2);
    assert!(
        stderr.starts_with("hognose: limits.speed: no such limit (there are: fuel, "),
        "{stderr}"
    );
    let (code, stderr) =
        run_with_stdin(dir.path(), &["run", "--limit", "fuel=much", "-c", "-"], b"");
    assert_eq!(code, 2);
    assert!(stderr.contains("\"much\" is not a whole number"), "{stderr}");
    check(&dir, &["run", "--env", "A", "-c", "-"], 2, "hognose: --env A: expected NAME=VALUE\n");
    check(&dir, &["run", "--env", "=1", "-c", "-"], 125, "hognose: env: has an empty name\n");
    check(
        &dir,
        &["run", "--file", "none", "-c", "-"],
        125,
        "hognose: none: no such file or directory\n",
    );
    check(
        &dir,
        &["run", "--file", "bundle/manifest.json:../x", "-c", "-"],
        125,
        "hognose: files[\"../x\"]: the path has a \".\" or \"..\"\n",
    );
    check(
        &dir,
        &["run", "--file", "bundle/manifest.json:x", "--file", "bundle/python.wasm:x", "-c", "-"],
        125,
        "hognose: x: two files have this name in the workspace\n",
    );
    check(
        &dir,
        &["run", "--limit", "file_bytes=10", "--file", "bundle", "-c", "-"],
        125,
        "hognose: bundle/manifest.json: does not fit: raise --limit file_bytes\n",
    );
    check(
        &dir,
        &["run", "--file", ":x", "-c", "-"],
        2,
        "hognose: --file \":x\": expected HOST or HOST:GUEST\n",
    );
    check(&dir, &["wasi", "bundle"], 125, "hognose: bundle: is a directory\n");
    check(&dir, &["wasi", "none.wasm"], 125, "hognose: none.wasm: no such file or directory\n");
    check(
        &dir,
        &["wasi", "bundle/manifest.json"],
        125,
        "hognose: bundle/manifest.json: is not a WebAssembly module\n",
    );
}

#[test]
fn a_bundle_whose_module_does_not_count_its_work_is_refused() {
    let dir = holding(&support::module(&format!("{START})")));
    let text = "hognose: lang-test@0.0.1: the module is not metered: it does not export hognose_fuel as () -> i64\n";
    check(&dir, &["run", "-c", "-"], 125, text);
}

#[test]
fn out_stays_below_its_directory() {
    // The guest makes a file in a directory of its workspace, which is copied in from `sub`.
    let open = "(call $open (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 17) (i32.const 1)
        (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 64))";
    let module = support::module(&format!(
        r#"(data (i32.const 0) "workspace/sub/new") {START} (if {open} (then unreachable)))"#
    ));
    let dir = holding(&meter(&module).expect("the guest can be metered"));
    let at = |name: &str| dir.path().join(name);
    fs::create_dir(at("sub")).expect("made");
    fs::write(at("sub/old"), "").expect("written");
    let run = |out| ["run", "--file", "sub", "--out", out, "-c", "-"];
    check(&dir, &run("out"), 0, "");
    assert_eq!(fs::read(at("out/sub/new")).expect("it is there"), b"");

    check(&dir, &run("sub/old"), 125, "hognose: sub/old: is not a directory\n");
    let link = "is a symbolic link, which --out does not follow";
    fs::create_dir_all(at("linked")).expect("made");
    fs::create_dir_all(at("outside")).expect("made");
    symlink("../outside", at("linked/sub")).expect("linked");
    check(&dir, &run("linked"), 125, &format!("hognose: linked/sub: {link}\n"));

    // A link in the file's own place gives way; what it led to is left alone.
    fs::write(at("outside/file"), "precious").expect("written");
    fs::create_dir_all(at("last/sub")).expect("made");
    symlink("../../outside/file", at("last/sub/new")).expect("linked");
    check(&dir, &run("last"), 0, "");
    assert!(at("last/sub/new").symlink_metadata().expect("it is there").is_file());
    assert_eq!(fs::read(at("outside/file")).expect("it is there"), b"precious");
    assert_eq!(fs::read_dir(at("outside")).expect("readable").count(), 1);
}

#[test]
fn any_command_runs_in_the_same_world() {
    let dir = world("(call $exit (i32.const 9))");
    check(&dir, &["wasi", "--dir", "bundle:/", "bundle/python.wasm", "--dir", "x"], 9, "");
}

#[test]
fn a_module_is_metered_once_and_runs_as_before() {
    let dir = holding(&support::module(&format!(
        "(func $spin (loop (br 0))) {START} (call $exit (i32.const 9)) (call $spin))"
    )));
    let meter = |from, to| ["bundle", "meter", from, to];
    let at = |name: &str| dir.path().join(name);
    // What was there before gives way, as a whole.
    fs::write(at("metered.wasm"), "before").expect("written");
    check(&dir, &meter("bundle/python.wasm", "metered.wasm"), 0, "");

    let metered = fs::read(at("metered.wasm")).expect("it is there");
    wasmparser::validate(&metered).expect("valid");
    for payload in wasmparser::Parser::new(0).parse_all(&metered) {
        if let wasmparser::Payload::ImportSection(section) = payload.expect("it parses") {
            for import in section.into_imports() {
                assert_eq!(import.expect("it parses").module, "wasi_snapshot_preview1");
            }
        }
    }
    check(&dir, &["wasi", "metered.wasm"], 9, "");

    check(
        &dir,
        &meter("metered.wasm", "twice.wasm"),
        125,
        "hognose: metered.wasm: the module is metered already\n",
    );
    assert!(!at("twice.wasm").exists());
}

#[test]
fn what_cannot_be_metered_is_named_and_nothing_is_written() {
    let dir = world("");
    let meter = |from, to| ["bundle", "meter", from, to];
    let put = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("written");
    let wat = |text: &str| wat::parse_str(text).expect("valid text");
    put("out.wasm", b"before");
    put("text.wasm", b"#!/bin/sh\n");
    put("cut.wasm", &fs::read(dir.path().join("bundle/python.wasm")).expect("there")[..30]);
    put("threads.wasm", &wat(r#"(module (memory (export "memory") 1 1 shared))"#));
    put("plain.wasm", &support::module(""));
    put("foreign.wasm", &wat(r#"(module (import "env" "system" (func)))"#));
    let is_no_module = "not a WebAssembly module that Hognose takes: ";
    for (name, words) in [
        ("none.wasm", "no such file or directory"),
        ("bundle", "is a directory"),
        ("text.wasm", "is not a WebAssembly module"),
        ("cut.wasm", is_no_module),
        ("threads.wasm", is_no_module),
        (
            "foreign.wasm",
            r#"the module imports "env" "system"; only functions of "wasi_snapshot_preview1" can be imported"#,
        ),
    ] {
        let (code, stderr) = run_with_stdin(dir.path(), &meter(name, "out.wasm"), b"");
        assert_eq!(code, 125, "{name}: {stderr}");
        assert!(stderr.starts_with(&format!("hognose: {name}: {words}")), "{stderr}");
    }
    assert_eq!(fs::read(dir.path().join("out.wasm")).expect("it is there"), b"before");

    for (out, words) in
        [("none/out.wasm", "no such file or directory"), ("bundle", "is a directory")]
    {
        let refused = format!("hognose: {out}: {words}\n");
        check(&dir, &meter("plain.wasm", out), 125, &refused);
    }
    let left = |entry: fs::DirEntry| entry.file_name().to_string_lossy().starts_with('.');
    assert!(
        !fs::read_dir(dir.path()).expect("readable").flatten().any(left),
        "half a file is left"
    );
}

#[test]
fn a_module_that_only_says_it_is_metered_is_held_to_its_limits() {
    // Its own meter does nothing.
    let dir = holding(&support::module(&format!(
        r#"(@custom "hognose.meter" "1")
        (func (export "hognose_fuel") (result i64) (i64.const 1))
        (func (export "hognose_set_fuel") (param i64))
        (func (export "hognose_set_memory_limit") (param i32))
        (func (export "hognose_memory_refusals") (result i32) (i32.const 0))
        {START} (loop (br 0)))"#
    )));
    check(
        &dir,
        &["wasi", "--limit", "fuel=1000", "bundle/python.wasm"],
        123,
        "hognose: out_of_fuel: the run was stopped after 1000 units of fuel (limit fuel)\n",
    );
}

#[test]
fn schemas_and_the_bundle_are_told() {
    let dir = world("");
    for of in ["request", "outcome", "tool", "manifest", "trust"] {
        let output = spawn(dir.path(), &["schema", of]).wait_with_output().expect("it ends");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert!(json.is_object(), "{of}");
    }
    let output =
        spawn(dir.path(), &["bundle", "info", "--json"]).wait_with_output().expect("it ends");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["manifest"]["name"], "lang-test");
}
