//! The contract of sessions: what persists from turn to turn, what is each turn's own, and what
//! becomes of a session when a turn ends badly. The table of statuses in docs/sessions.md is this.

mod support;

use hognose::{
    CancelHandle, Determinism, FileChanges, Limits, Outcome, RestoreOptions, RunError, RunOptions,
    Session, SessionError, SessionOptions, SnapshotError, SnapshotKey, Status, Stream, Turn,
};
use std::{cell::RefCell, io::Cursor, rc::Rc, thread, time::Duration};
use support::PYTHON;

fn open() -> Session {
    with(SessionOptions::new())
}

fn with(options: SessionOptions) -> Session {
    PYTHON.open(options).expect("opens")
}

#[track_caller]
fn run(session: &mut Session, turn: impl Into<Turn>) -> Outcome {
    session.run(turn).expect("starts")
}

/// The repr of a turn's value.
#[track_caller]
fn value(session: &mut Session, turn: impl Into<Turn>) -> String {
    let outcome = run(session, turn);
    outcome.result.as_ref().unwrap_or_else(|| panic!("no value: {outcome:?}")).repr.clone()
}

fn restore(bytes: &[u8]) -> Session {
    PYTHON.restore(bytes, &RestoreOptions::new()).expect("restored")
}

#[track_caller]
fn stays_open(session: &mut Session, outcome: &Outcome, status: Status) {
    assert_eq!(outcome.status, status, "{outcome:?}");
    assert!(outcome.receipt.session.expect("a session's").open);
    assert_eq!(value(session, "kept"), "'kept'");
}

#[track_caller]
fn is_closed(mut session: Session, outcome: &Outcome, status: Status) {
    assert_eq!(outcome.status, status, "{outcome:?}");
    assert!(!outcome.receipt.session.expect("a session's").open);
    let why = format!("its turn {} ended as {}", session.used().turns, status.name());
    let closed = |error: RunError| match error {
        RunError::Session(SessionError::Closed(text)) => assert_eq!(text, why),
        RunError::Take(error) => {
            assert_eq!(error.to_string(), format!("the session is closed: {why}"));
        }
        error => panic!("{error}"),
    };
    closed(session.run("1").expect_err("closed"));
    closed(session.fork().expect_err("closed"));
    closed(session.snapshot(None).expect_err("closed"));
}

// ---- what persists ------------------------------------------------------------------------------

#[test]
fn what_python_has_persists() {
    let mut session = open();
    run(
        &mut session,
        "import math\nn = 1\ndef twice(x): return 2 * x\nclass Box: pass\nbox = Box()",
    );
    run(
        &mut session,
        "box.n = twice(n) + math.floor(1.5)\ng = (i * i for i in range(10)); next(g); next(g)",
    );
    assert_eq!(value(&mut session, "box.n, next(g)"), "(3, 4)");
    run(&mut session, "f = open('f', 'w'); f.write('half')");
    run(&mut session, "f.write(' and half'); f.close()");
    assert_eq!(value(&mut session, "open('f').read()"), "'half and half'");
}

#[test]
fn a_value_has_its_repr_and_its_json_where_it_has_one() {
    let mut session = open();
    let both = |session: &mut Session, code: &str| {
        let result = run(session, code).result;
        result.map(|it| (it.repr, it.json)).unwrap_or_default()
    };
    let json = |text: &str| Some(text.to_owned());
    assert_eq!(
        both(&mut session, "x = 3\n[x, None, {'a': 1.5}]"),
        ("[3, None, {'a': 1.5}]".into(), json(r#"[3, null, {"a": 1.5}]"#))
    );
    assert_eq!(both(&mut session, "{1}"), ("{1}".into(), None));
    assert_eq!(both(&mut session, "'a'; x = 1"), Default::default());
    assert_eq!(both(&mut session, "None"), Default::default());
    run(&mut session, "6 * 7");
    assert_eq!(value(&mut session, "_ + 1"), "43");
}

#[test]
fn each_turn_has_its_own_arguments_input_files_and_output() {
    let mut session = with(SessionOptions::new().with_file("a", "1").with_env("NAME", "value"));
    let turn = Turn::code("import sys, os\nprint(sys.argv[1:], input(), os.environ['NAME'], open('a').read(), open('d/b').read())")
        .with_args(["x"])
        .with_stdin("line\n")
        .with_file("d/b", "2");
    let outcome = run(&mut session, turn);
    assert_eq!(outcome.stdout.text(), "['x'] line value 1 2\n");
    // What the turn was given is no change that it made.
    assert_eq!(outcome.files, FileChanges::default());

    let outcome = run(&mut session, "print(sys.argv[1:], os.environ['NAME']); sys.stdin.read()");
    assert_eq!(outcome.stdout.text(), "[] value\n");
    assert_eq!(outcome.result.expect("a value").repr, "''");

    let outcome =
        run(&mut session, "open('a', 'w').write('3'); open('c', 'w').write('4'); os.remove('d/b')");
    assert_eq!(outcome.files.changed["a"].text(), "3");
    assert_eq!(outcome.files.created["c"].text(), "4");
    assert_eq!(outcome.files.deleted, ["d/b"]);
    let outcome = run(&mut session, Turn::code("open('c').read()").with_file("c", "5"));
    assert_eq!(outcome.result.expect("a value").repr, "'5'");
    assert_eq!(outcome.files, FileChanges::default());
}

#[test]
fn input_comes_and_output_goes_while_a_turn_runs() {
    let mut session = open();
    let seen = Rc::new(RefCell::new(Vec::new()));
    let seeing = Rc::clone(&seen);
    let options = RunOptions::new()
        .live_stdin(Cursor::new("one\ntwo\n"))
        .on_output(move |stream, bytes| seeing.borrow_mut().push((stream, bytes.to_vec())));
    let turn = "import sys\nprint(input(), flush=True); print(input(), file=sys.stderr)";
    let outcome = session.run_with(turn, options).expect("starts");
    assert_eq!((&*outcome.stdout.text(), &*outcome.stderr.text()), ("one\n", "two\n"));
    let seen = seen.borrow();
    let of = |stream| {
        seen.iter().filter(|it| it.0 == stream).flat_map(|it| it.1.clone()).collect::<Vec<_>>()
    };
    assert_eq!((of(Stream::Stdout), of(Stream::Stderr)), (b"one\n".into(), b"two\n".into()));
}

#[test]
fn receipts_are_a_turns_own_and_add_up() {
    let mut session = open();
    let turns = ["x = sum(range(1000))", "x", "raise ValueError(x)"];
    let receipts = turns.map(|turn| run(&mut session, turn).receipt);
    let fuel: u64 = receipts.iter().map(|receipt| receipt.fuel).sum();
    let wall_us: u64 = receipts.iter().map(|receipt| receipt.wall_us).sum();
    assert!(receipts[1].fuel < receipts[0].fuel);
    let used = session.used();
    assert_eq!((used.turns, used.fuel, used.wall_us, used.open), (3, fuel, wall_us, true));
    assert_eq!(receipts[2].session, Some(used));
}

#[test]
fn limits_hold_for_each_turn_anew() {
    let spin = |n: u32| format!("for i in range({n}): pass");
    let mut session =
        with(SessionOptions::new().with_limits(Limits::default().with_fuel(10_000_000)));
    for _ in 0..5 {
        assert_eq!(run(&mut session, spin(10_000)).status, Status::Ok);
    }
    assert!(session.used().fuel > 10_000_000, "{:?}", session.used());
    let turn = Turn::code(spin(10_000)).with_fuel(10_000);
    assert_eq!(run(&mut session, turn).status, Status::OutOfFuel);
    assert_eq!(
        run(&mut session, Turn::code(spin(1_000_000)).with_fuel(1 << 40)).status,
        Status::Ok
    );
}

#[test]
fn a_virtual_clock_and_seeded_chance_go_on() {
    let turns = [
        "import time, random\nt = time.time(); random.random()",
        "random.random(), time.time() >= t, time.time() < t + 1",
        "import os\nos.urandom(4)",
    ];
    let options = SessionOptions::new().with_determinism(Determinism::new(7, 1_000_000_000));
    let straight = {
        let mut session = with(options.clone());
        turns.map(|turn| run(&mut session, turn))
    };
    assert_eq!(straight[1].result.as_ref().map(|it| it.repr.contains("True, True")), Some(true));
    let by_bytes = {
        let mut session = with(options);
        turns.map(|turn| {
            session = restore(&session.snapshot(None).expect("taken"));
            run(&mut session, turn)
        })
    };
    // All of it: fuel, memory and time as well.
    assert_eq!(straight, by_bytes);
}

#[test]
fn forks_go_their_own_ways() {
    let mut one = open();
    run(&mut one, "x = [1]; open('f', 'w').write('one')");
    let mut other = one.fork().expect("forked");
    run(&mut other, "x.append(2); open('f', 'w').write('other')");
    run(&mut one, "x.append(3)");
    assert_eq!(value(&mut one, "x, open('f').read()"), "([1, 3], 'one')");
    assert_eq!(value(&mut other, "x, open('f').read()"), "([1, 2], 'other')");
    drop(one);
    assert_eq!(value(&mut other, "len(x)"), "2");
    assert_eq!(other.used().turns, 4);
}

/// A hundred thousand of them: half a minute.
#[test]
fn forks_that_come_and_go_leave_nothing_behind() {
    let mut base = open();
    run(&mut base, "x = list(range(1000))");
    let round = |count: u32| {
        for _ in 0..count {
            let mut fork = base.fork().expect("forked");
            assert_eq!(value(&mut fork, "x.append(1)\nlen(x)"), "1001");
        }
        support::resident_kib()
    };
    let before = round(300);
    let more = round(100_000).saturating_sub(before);
    assert!(more < 16 << 10, "{more} KiB more");
}

// ---- how turns end ------------------------------------------------------------------------------

#[test]
fn a_turn_that_ends_by_itself_leaves_its_session_open() {
    let mut session = open();
    let ok = run(&mut session, "kept = 'kept'");
    stays_open(&mut session, &ok, Status::Ok);
    let exit = run(&mut session, "import sys\nsys.exit(3)");
    assert_eq!(exit.exit_code, Some(3));
    stays_open(&mut session, &exit, Status::Exit);
    let error = run(&mut session, "1 / 0");
    assert_eq!(error.error.as_ref().expect("an error").kind, "ZeroDivisionError");
    stays_open(&mut session, &error, Status::Error);
    let error = run(&mut session, "def f(): f()\nf()");
    assert_eq!(error.error.as_ref().expect("an error").kind, "RecursionError");
    stays_open(&mut session, &error, Status::Error);
    let error = run(&mut session, "a = 'x'\nwhile True: a += a");
    assert_eq!(error.error.as_ref().expect("an error").kind, "MemoryError");
    stays_open(&mut session, &error, Status::Error);
    let error = run(&mut session, "this is no Python");
    assert_eq!(error.error.as_ref().expect("an error").kind, "SyntaxError");
    stays_open(&mut session, &error, Status::Error);
}

/// A turn that nothing in it may outlive: the handlers of Python are not asked.
const STUBBORN: &str = "
while True:
    try:
        while True: pass
    except BaseException: kept = 'a handler ran'
    finally: kept = 'finally ran'
";

#[test]
fn a_turn_that_is_stopped_leaves_its_session_open() {
    let mut session = open();
    run(&mut session, "kept = 'kept'");
    let turn = || Turn::code(STUBBORN).with_fuel(1 << 50);
    let timeout = run(&mut session, turn().with_wall_ms(50));
    stays_open(&mut session, &timeout, Status::Timeout);
    let out_of_fuel = run(&mut session, Turn::code(STUBBORN).with_fuel(1_000_000));
    stays_open(&mut session, &out_of_fuel, Status::OutOfFuel);

    let cancel = CancelHandle::new();
    let handle = cancel.clone();
    let stop = thread::spawn(move || {
        thread::sleep(Duration::from_millis(50));
        handle.cancel();
    });
    let cancelled = session.run_with(turn(), RunOptions::new().cancel(cancel)).expect("starts");
    stop.join().expect("no panic");
    stays_open(&mut session, &cancelled, Status::Cancelled);
}

#[test]
fn a_turn_that_sleeps_or_waits_for_input_can_be_stopped() {
    let mut session = open();
    run(&mut session, "kept = 'kept'\nimport time");
    let timeout = run(&mut session, Turn::code("time.sleep(3600)").with_wall_ms(50));
    stays_open(&mut session, &timeout, Status::Timeout);
    // Nobody writes to it.
    let (_silent, pipe) = std::io::pipe().map(|(read, write)| (write, read)).expect("a pipe");
    let turn = Turn::code("input()").with_wall_ms(50);
    let timeout = session.run_with(turn, RunOptions::new().live_stdin(pipe)).expect("starts");
    stays_open(&mut session, &timeout, Status::Timeout);
}

#[test]
fn what_was_stopped_half_way_can_be_snapshotted_and_forked() {
    let mut session = open();
    run(&mut session, "kept = 'kept'; n = 0");
    let timeout =
        run(&mut session, Turn::code("while True: n += 1").with_fuel(1 << 50).with_wall_ms(50));
    stays_open(&mut session, &timeout, Status::Timeout);
    let mut restored = restore(&session.snapshot(None).expect("taken"));
    let mut fork = session.fork().expect("forked");
    let n = value(&mut session, "n");
    assert!(n.parse::<u64>().expect("a number") > 0);
    assert_eq!((value(&mut restored, "n"), value(&mut fork, "n")), (n.clone(), n));
}

#[test]
fn a_turn_that_traps_closes_its_session() {
    // No Python is known that does this: a runtime that traps in its second turn.
    let runner = support::runner(&support::kept(
        "(if (i32.eq (global.get $turn) (i32.const 2)) (then unreachable))",
    ));
    let mut session = runner.open(SessionOptions::new()).expect("opens");
    assert_eq!(run(&mut session, "1").status, Status::Ok);
    let outcome = run(&mut session, "2");
    is_closed(session, &outcome, Status::Trap);
}

#[test]
fn a_turn_that_cannot_go_on_without_memory_closes_its_session() {
    let runner = support::runner(&support::kept(
        "(if (i32.lt_s (memory.grow (i32.const 9999)) (i32.const 0)) (then unreachable))",
    ));
    let mut session = runner.open(SessionOptions::new()).expect("opens");
    let outcome = run(&mut session, "1");
    is_closed(session, &outcome, Status::OutOfMemory);
}

#[test]
fn a_turn_that_does_not_hear_that_it_is_to_end_closes_its_session() {
    let runner = support::runner(&support::kept("(loop (br 0))"));
    let mut session = runner.open(SessionOptions::new()).expect("opens");
    let outcome = run(&mut session, Turn::code("1").with_fuel(1000));
    is_closed(session, &outcome, Status::OutOfFuel);
}

#[test]
fn a_turn_that_is_refused_changes_nothing() {
    let mut session = open();
    run(&mut session, "kept = 'kept'");
    for (turn, words) in [
        (Turn::code("\0"), "code: holds a NUL character"),
        (Turn::code("1").with_wall_ms(0), "limits.wall_ms: 0 is not within 1 to 86400000"),
        (Turn::code("1").with_file("../x", ""), "files[\"../x\"]: "),
        (Turn::code("1").with_file("x", vec![0; 5 << 20]), "files[\"x\"]: "),
    ] {
        let error = session.run(turn).expect_err("refused").to_string();
        assert!(error.starts_with(words), "{error}");
    }
    assert_eq!(session.used().turns, 1);
    assert_eq!(value(&mut session, "kept"), "'kept'");
}

// ---- snapshots ----------------------------------------------------------------------------------

#[test]
fn a_fresh_sessions_snapshot_is_small() {
    let bytes = open().snapshot(None).expect("taken");
    assert!(bytes.len() <= 48 << 10, "{} bytes", bytes.len());
    let mut session = open();
    run(&mut session, "x = 1");
    let bytes = session.snapshot(None).expect("taken");
    assert!(bytes.len() <= 48 << 10, "{} bytes after a turn", bytes.len());
}

#[test]
fn a_snapshot_is_refused_with_its_reason() {
    let mut session = open();
    run(&mut session, "x = 1");
    let key = SnapshotKey::new([7; 32]);
    let (plain, keyed) =
        (session.snapshot(None).expect("taken"), session.snapshot(Some(&key)).expect("taken"));
    let refused = |bytes: &[u8], options: &RestoreOptions| match PYTHON.restore(bytes, options) {
        Err(RunError::Snapshot(error)) => error,
        other => panic!("{other:?}"),
    };
    let without = RestoreOptions::new();
    let with = RestoreOptions::new().with_key(key);
    assert_eq!(refused(&keyed, &without), SnapshotError::KeyNeeded);
    assert_eq!(refused(&plain, &with), SnapshotError::NotAuthenticated);
    assert_eq!(refused(b"", &without), SnapshotError::NotASnapshot);
    assert_eq!(refused(&plain[..plain.len() - 1], &without), SnapshotError::Truncated);
    let mut changed = keyed.clone();
    *changed.last_mut().expect("not empty") ^= 1;
    assert_eq!(refused(&changed, &with), SnapshotError::WrongKey);
    let small = RestoreOptions::new().with_limits(Limits::default().with_memory_bytes(4 << 20));
    assert!(matches!(
        refused(&plain, &small),
        SnapshotError::OverLimit { name: "memory_bytes", .. }
    ));
    PYTHON.restore(&keyed, &with).expect("restored");
}

#[test]
fn a_snapshot_of_another_runtime_is_refused() {
    let bytes = open().snapshot(None).expect("taken");
    let other = support::runner(&support::kept(""));
    match other.restore(&bytes, &RestoreOptions::new()) {
        Err(RunError::Snapshot(SnapshotError::OtherRuntime { .. })) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_runtime_that_cannot_be_kept_has_no_sessions() {
    let error = support::runner(r#"(func (export "_start"))"#).open(SessionOptions::new());
    assert_eq!(error.expect_err("refused").to_string(), "python: this runtime has no sessions");
}
