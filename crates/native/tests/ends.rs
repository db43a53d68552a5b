//! Each way in which a guest can end, and that none of them is more than an outcome.

mod support;

use hognose::{CancelHandle, Limits, RunOptions, Status, Stream};
use std::{
    cell::RefCell,
    rc::Rc,
    thread,
    time::{Duration, Instant},
};
use support::{error, run, run_under, run_with};

const SPIN: &str = r#"(func (export "_start") (loop (br 0)))"#;

/// Waits an hour in `poll_oneoff`.
const SLEEP: &str = r#"(func (export "_start")
    (i32.store (i32.const 16) (i32.const 1))
    (i64.store (i32.const 24) (i64.const 3600000000000))
    (drop (call $poll (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 128))))"#;

#[test]
fn a_guest_that_returns_is_ok() {
    let outcome = run(r#"(func (export "_start"))"#);
    assert_eq!((outcome.status, outcome.exit_code), (Status::Ok, Some(0)));
    assert_eq!(outcome.error, None);
    assert_eq!(outcome.receipt.peak_memory_bytes, 65_536);
}

#[test]
fn an_exit_code_is_what_a_parent_process_would_see() {
    for (given, code, status) in
        [(0, 0, Status::Ok), (7, 7, Status::Exit), (256, 0, Status::Ok), (-1, 255, Status::Exit)]
    {
        let body = format!(r#"(func (export "_start") (call $exit (i32.const {given})))"#);
        let outcome = run(&body);
        assert_eq!((outcome.status, outcome.exit_code), (status, Some(code)), "{given}");
    }
}

#[test]
fn nothing_runs_behind_an_exit() {
    let outcome = run(r#"(func (export "_start") (call $exit (i32.const 3)) unreachable)"#);
    assert_eq!(outcome.status, Status::Exit);
}

#[test]
fn a_spinning_guest_runs_out_of_time() {
    let start = Instant::now();
    let outcome = run_under(SPIN, Limits::default().with_wall_ms(50).with_fuel(1 << 50));
    assert_eq!(outcome.status, Status::Timeout);
    assert_eq!(
        error(&outcome),
        "timeout: the run was stopped after 50 ms of wall-clock time (limit wall_ms)"
    );
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_spinning_guest_runs_out_of_fuel() {
    let outcome = run_under(SPIN, Limits::default().with_fuel(10_000));
    assert_eq!(outcome.status, Status::OutOfFuel);
    assert_eq!(
        error(&outcome),
        "out_of_fuel: the run was stopped after 10000 units of fuel (limit fuel)"
    );
    assert_eq!(outcome.receipt.fuel, 10_001);
}

#[test]
fn a_sleeping_guest_runs_out_of_time() {
    let start = Instant::now();
    let outcome = run_under(SLEEP, Limits::default().with_wall_ms(50));
    assert_eq!(outcome.status, Status::Timeout);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_guest_that_keeps_the_host_busy_runs_out_of_time() {
    // Each call writes 16 MiB for a few units of fuel.
    let body = r#"(func (export "_start")
        (drop (memory.grow (i32.const 300)))
        (i32.store (i32.const 4) (i32.const 0x1000000))
        (loop $again
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (br $again)))"#;
    let start = Instant::now();
    let outcome = run_under(body, Limits::default().with_wall_ms(50));
    assert_eq!(outcome.status, Status::Timeout);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_guest_is_cancelled_from_another_thread_computing_or_asleep() {
    for body in [SPIN, SLEEP] {
        let cancel = CancelHandle::new();
        let other = cancel.clone();
        let canceller = thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            other.cancel();
        });
        let start = Instant::now();
        let outcome = run_with(body, RunOptions::new().cancel(cancel));
        assert_eq!(outcome.status, Status::Cancelled);
        assert_eq!(error(&outcome), "cancelled: the run was cancelled by its caller");
        assert!(start.elapsed() < Duration::from_secs(5));
        canceller.join().expect("no panic");
    }
}

#[test]
fn memory_beyond_the_ceiling_is_refused_and_what_it_does_then_is_its_own() {
    // Grows by a page until that is refused, then does what `then` says.
    let grow = |then: &str| {
        format!(
            r#"(func (export "_start")
                (loop (br_if 0 (i32.ge_s (memory.grow (i32.const 1)) (i32.const 0)))) {then})"#
        )
    };
    let limits = Limits::default().with_memory_bytes(2 << 20);
    let outcome = run_under(&grow("unreachable"), limits.clone());
    assert_eq!(outcome.status, Status::OutOfMemory);
    assert_eq!(
        error(&outcome),
        "out_of_memory: the run needs more than 2097152 bytes of memory (limit memory_bytes)"
    );
    assert_eq!(outcome.receipt.peak_memory_bytes, 2 << 20);
    let outcome = run_under(&grow(""), limits);
    assert_eq!((outcome.status, outcome.receipt.peak_memory_bytes), (Status::Ok, 2 << 20));
}

#[test]
fn memory_is_granted_up_to_the_last_whole_page() {
    // Asks for 64 pages in all, and exits with 1 where it is refused them.
    let body = r#"(func (export "_start")
        (call $exit (i32.lt_s (memory.grow (i32.const 63)) (i32.const 0))))"#;
    for (bytes, refused) in [((4 << 20) - 1, 1), (4 << 20, 0), ((4 << 20) + 1, 0)] {
        let outcome = run_under(body, Limits::default().with_memory_bytes(bytes));
        assert_eq!(outcome.exit_code, Some(refused), "{bytes}");
        let peak = if refused == 1 { 65_536 } else { 4 << 20 };
        assert_eq!(outcome.receipt.peak_memory_bytes, peak, "{bytes}");
    }
}

#[test]
fn a_module_that_starts_beyond_the_ceiling_is_out_of_memory() {
    let wasm = wat::parse_str(r#"(module (memory (export "memory") 64) (func (export "_start")))"#);
    let bundle = support::bundle(&wasm.expect("valid"));
    let cache = hognose::ModuleCache::off();
    let runner = hognose::Runner::with_cache(&bundle, &support::ENGINE, &cache).expect("compiles");
    let limits = Limits::default().with_memory_bytes(2 << 20);
    let outcome = runner.run(support::request(limits)).expect("no error");
    assert_eq!(outcome.status, Status::OutOfMemory);
}

#[test]
fn traps_have_the_specifications_words() {
    let divide = "(drop (i32.div_s (i32.const 1) (i32.const 0)))";
    let overflow = "(drop (i32.div_s (i32.const 0x80000000) (i32.const -1)))";
    let convert = "(drop (i32.trunc_f32_s (f32.const nan)))";
    let load = "(drop (i32.load (i32.const -4)))";
    let cases = [
        ("unreachable", "unreachable"),
        (divide, "integer divide by zero"),
        (overflow, "integer overflow"),
        (convert, "invalid conversion to integer"),
        (load, "out of bounds memory access"),
        (
            "(memory.fill (i32.const 65530) (i32.const 0) (i32.const 9))",
            "out of bounds memory access",
        ),
        ("(call_indirect (type $void) (i32.const 0))", "uninitialized element"),
        ("(call_indirect (type $void) (i32.const 1))", "indirect call type mismatch"),
        ("(call_indirect (type $void) (i32.const 9))", "out of bounds table access"),
        ("(throw $tag)", "uncaught exception"),
        ("(call $deep)", "call stack exhausted"),
    ];
    for (code, words) in cases {
        let body = format!(
            r#"(type $void (func)) (tag $tag)
               (table 2 funcref) (elem (i32.const 1) $exit)
               (func $deep (call $deep))
               (func (export "_start") {code})"#
        );
        let outcome = run(&body);
        assert_eq!((outcome.status, outcome.exit_code), (Status::Trap, None), "{code}");
        assert_eq!(error(&outcome), format!("trap: the runtime failed: {words}"), "{code}");
    }
}

#[test]
fn a_runner_is_as_good_as_new_after_every_bad_end() {
    let body = |code: &str| format!(r#"(func $deep (call $deep)) (func (export "_start") {code})"#);
    let limits = || support::request(Limits::default().with_fuel(100_000_000));
    let bad = support::runner(&body("(call $deep)"));
    let good = support::runner(&body("(call $exit (i32.const 5))"));
    for _ in 0..50 {
        assert_eq!(bad.run(limits()).expect("starts").status, Status::Trap);
        assert_eq!(good.run(limits()).expect("starts").exit_code, Some(5));
    }
}

#[test]
fn a_storm_of_exceptions_leaves_nothing_behind() {
    // A million exceptions: 1 KiB each would be 1 GiB.
    let body = r#"(tag $tag) (func (export "_start") (local $left i32)
        (local.set $left (i32.const 1000000))
        (loop $again
            (block $caught (try_table (catch $tag $caught) (throw $tag)))
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br_if $again (local.get $left))))"#;
    let before = support::resident_kib();
    let outcome = run_under(body, Limits::default().with_wall_ms(120_000));
    assert_eq!(outcome.status, Status::Ok);
    let more = support::resident_kib().saturating_sub(before);
    assert!(more < 64 << 10, "{more} KiB more");
}

#[test]
fn exceptions_that_are_kept_are_counted() {
    let body = r#"(tag $tag) (func (export "_start") (local $e exnref)
        (loop $again
            (local.set $e (block $caught (result exnref)
                (try_table (catch_all_ref $caught) (throw $tag)) unreachable))
            (br $again)))"#;
    let outcome = run_under(body, Limits::default().with_wall_ms(120_000));
    assert_eq!(error(&outcome), "trap: the runtime failed: too many exceptions");
}

#[test]
fn output_is_passed_on_as_it_is_written() {
    let body = r#"(data (i32.const 32) "hello\n")
        (func (export "_start")
            (i32.store (i32.const 0) (i32.const 32))
            (i32.store (i32.const 4) (i32.const 6))
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (drop (call $fd_write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8))))"#;
    let seen = Rc::new(RefCell::new(Vec::new()));
    let sink = Rc::clone(&seen);
    let options = RunOptions::new()
        .on_output(move |stream, bytes| sink.borrow_mut().push((stream, bytes.to_vec())));
    let outcome = run_with(body, options);
    assert_eq!(
        (outcome.stdout.bytes(), outcome.stderr.bytes()),
        (&b"hello\n"[..], &b"hello\n"[..])
    );
    let hello = b"hello\n".to_vec();
    assert_eq!(*seen.borrow(), [(Stream::Stdout, hello.clone()), (Stream::Stderr, hello)]);
}

/// Copies standard input to standard output until it ends.
const CAT: &str = r#"(func (export "_start") (local $read i32)
    (loop $again
        (i32.store (i32.const 0) (i32.const 1024))
        (i32.store (i32.const 4) (i32.const 1024))
        (if (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8))
            (then unreachable))
        (local.set $read (i32.load (i32.const 8)))
        (if (local.get $read) (then
            (i32.store (i32.const 4) (local.get $read))
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (br $again)))))"#;

#[test]
fn live_input_comes_behind_the_requests() {
    let request = support::request(Limits::default()).with_stdin("first ");
    let options = RunOptions::new().live_stdin(&b"second"[..]);
    let outcome = support::runner(CAT).run_with(request, options).expect("starts");
    assert_eq!(outcome.stdout.text(), "first second");
}

#[test]
fn a_guest_that_waits_for_input_can_be_stopped() {
    let (mine, theirs) = std::os::unix::net::UnixStream::pair().expect("a pair of sockets");
    let options = RunOptions::new().live_stdin(theirs);
    let request = support::request(Limits::default().with_wall_ms(50));
    let start = Instant::now();
    let outcome = support::runner(CAT).run_with(request, options).expect("starts");
    assert_eq!(outcome.status, Status::Timeout);
    assert!(start.elapsed() < Duration::from_secs(5));
    drop(mine);
}

#[test]
fn a_panic_of_the_embedders_function_is_an_error_and_no_panic() {
    let body = r#"(data (i32.const 32) "x")
        (func (export "_start")
            (i32.store (i32.const 0) (i32.const 32))
            (i32.store (i32.const 4) (i32.const 1))
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))"#;
    let options = RunOptions::new().on_output(|_, _| panic!("of the embedder"));
    let runner = support::runner(body);
    let result = runner.run_with(support::request(Limits::default()), options);
    assert_eq!(result.expect_err("no outcome").to_string(), "internal error: of the embedder");
    assert_eq!(runner.run(support::request(Limits::default())).expect("runs").status, Status::Ok);
}
