//! Guests over wasmer's WASI: they end as they do over ours, and where that WASI would wait for ever
//! or take the host's memory, the run ends all the same.

mod support;

use hognose::{
    CancelHandle, Limits, ModuleCache, Outcome, RunOptions, Status, Stream, wasix::WasixRunner,
};
use std::{
    cell::RefCell,
    rc::Rc,
    thread,
    time::{Duration, Instant},
};
use support::{ENGINE, bundle, error, module, request, run_under};

fn runner(body: &str) -> WasixRunner {
    let bundle = bundle(&module(body));
    WasixRunner::with_cache(&bundle, &ENGINE, &ModuleCache::off()).expect("the guest compiles")
}

fn over_wasix(body: &str, limits: Limits) -> Outcome {
    runner(body).run(request(limits)).expect("the guest starts")
}

/// A wait for the monotonic clock, for so many nanoseconds.
fn wait(ns: u64) -> String {
    format!(
        r#"(func (export "_start")
            (i32.store (i32.const 16) (i32.const 1))
            (i64.store (i32.const 24) (i64.const {ns}))
            (drop (call $poll (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 128))))"#
    )
}

#[test]
fn guests_end_as_they_do_over_our_own_wasi() {
    let roomy = Limits::default().with_fuel(1 << 50);
    for (body, limits) in [
        (r#"(func (export "_start"))"#, Limits::default()),
        (r#"(func (export "_start") (call $exit (i32.const 7)))"#, Limits::default()),
        (r#"(func (export "_start") (call $exit (i32.const 256)))"#, Limits::default()),
        (r#"(func (export "_start") (call $exit (i32.const -1)))"#, Limits::default()),
        (r#"(func (export "_start") unreachable)"#, Limits::default()),
        (r#"(func (export "_start") (drop (i32.load (i32.const -4))))"#, Limits::default()),
        (r#"(func $f (export "_start") (call $f))"#, Limits::default()),
        (r#"(func (export "_start") (loop (br 0)))"#, Limits::default().with_fuel(10_000)),
        (r#"(func (export "_start") (loop (br 0)))"#, roomy.with_wall_ms(50)),
        (
            r#"(func (export "_start")
                (loop (br_if 0 (i32.ge_s (memory.grow (i32.const 1)) (i32.const 0))))
                unreachable)"#,
            Limits::default().with_memory_bytes(2 << 20),
        ),
    ] {
        let [ours, theirs] = [run_under(body, limits.clone()), over_wasix(body, limits)];
        assert_eq!((theirs.status, theirs.exit_code), (ours.status, ours.exit_code), "{body}");
        assert_eq!(error(&theirs), error(&ours), "{body}");
        assert_eq!(theirs.receipt.peak_memory_bytes, ours.receipt.peak_memory_bytes, "{body}");
        if ours.status != Status::Timeout {
            assert_eq!(theirs.receipt.fuel, ours.receipt.fuel, "{body}");
        }
    }
}

#[test]
fn a_wait_ends_with_the_time_and_when_it_is_cancelled() {
    // For an hour, and for no time at all: that one, wasmer-wasix never comes back from.
    for ns in [3_600_000_000_000, 0] {
        let start = Instant::now();
        let outcome = over_wasix(&wait(ns), Limits::default().with_wall_ms(50));
        assert_eq!(outcome.status, Status::Timeout, "{ns}");
        assert!(start.elapsed() >= Duration::from_millis(50));

        let cancel = CancelHandle::new();
        let other = cancel.clone();
        let canceller = thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            other.cancel();
        });
        let options = RunOptions::new().cancel(cancel);
        let outcome = runner(&wait(ns)).run_with(request(Limits::default()), options);
        assert_eq!(outcome.expect("the guest starts").status, Status::Cancelled, "{ns}");
        assert!(start.elapsed() < Duration::from_secs(5));
        canceller.join().expect("no panic");
    }
    let outcome = over_wasix(&wait(1_000_000), Limits::default());
    assert_eq!(outcome.status, Status::Ok);
    assert!(outcome.receipt.wall_us >= 1_000);
}

#[test]
fn a_file_is_not_made_larger_than_its_quota_whatever_is_asked() {
    // What took the host down over that WASI's own filesystem. The exit code is the error number.
    let resize = |bytes: u64| {
        format!(
            r#"(import "wasi_snapshot_preview1" "fd_filestat_set_size"
                (func $resize (param i32 i64) (result i32)))
            (data (i32.const 0) "tmp/a")
            (func (export "_start")
                (if (call $open (i32.const 4) (i32.const 0) (i32.const 0) (i32.const 5)
                    (i32.const 1) (i64.const -1) (i64.const -1) (i32.const 0) (i32.const 16))
                    (then (call $exit (i32.const 99))))
                (call $exit (call $resize (i32.load (i32.const 16)) (i64.const {bytes}))))"#
        )
    };
    for (bytes, code) in [(100, 0), (5_000_000_000, 61), (u64::MAX, 61)] {
        // An import must come before the memory: the module is put together here.
        let text = resize(bytes);
        let (import, rest) = text.split_once("(data").expect("it has data");
        let wasm = wat::parse_str(format!(
            r#"(module {import}
                (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
                (import "wasi_snapshot_preview1" "path_open"
                    (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
                (memory (export "memory") 1) (data{rest})"#
        ));
        let bundle = bundle(&wasm.expect("the guest is valid text"));
        let runner = WasixRunner::with_cache(&bundle, &ENGINE, &ModuleCache::off());
        let outcome = runner.expect("the guest compiles").run(request(Limits::default()));
        let outcome = outcome.expect("the guest starts");
        assert_eq!(outcome.exit_code, Some(code), "{bytes}");
        let used = if code == 0 { bytes } else { 0 };
        assert_eq!(outcome.receipt.workspace.bytes, used);
    }
}

#[test]
fn streams_are_live() {
    // Reads four bytes and writes what it got.
    let body = r#"(func (export "_start")
        (i32.store (i32.const 0) (i32.const 64)) (i32.store (i32.const 4) (i32.const 4))
        (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 4)))
        (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))"#;
    let seen = Rc::new(RefCell::new(Vec::new()));
    let told = Rc::clone(&seen);
    let options = RunOptions::new()
        .live_stdin(&b"abcdef"[..])
        .on_output(move |stream, bytes| told.borrow_mut().push((stream, bytes.to_vec())));
    let outcome = runner(body).run_with(request(Limits::default()), options);
    assert_eq!(outcome.expect("the guest starts").stdout.text(), "abcd");
    assert_eq!(*seen.borrow(), [(Stream::Stdout, b"abcd".to_vec())]);
}

#[test]
fn runs_from_many_threads_do_not_meet() {
    let runner = runner(r#"(func (export "_start") (call $exit (i32.const 3)))"#);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..50 {
                    let outcome = runner.run(request(Limits::default())).expect("it starts");
                    assert_eq!(outcome.exit_code, Some(3));
                }
            });
        }
    });
}
