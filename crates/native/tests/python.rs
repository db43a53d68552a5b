//! The real runtime.

mod support;

use hognose::{Determinism, Limits, Module, ModuleCache, Outcome, Request, Status};
use std::sync::LazyLock;
use support::{BUNDLE, PYTHON};

fn python(request: Request) -> Outcome {
    PYTHON.run(request).expect("starts")
}

#[test]
fn big_integers() {
    let outcome = python(Request::code("print(2**100)"));
    assert_eq!(outcome.stdout.text(), "1267650600228229401496703205376\n");
    assert_eq!(outcome.status, Status::Ok);
}

#[test]
fn an_uncaught_exception_is_told() {
    let outcome = python(Request::code("raise KeyError('a')"));
    assert_eq!((outcome.status, outcome.exit_code), (Status::Error, Some(1)));
    let error = outcome.error.expect("an error");
    assert_eq!(error.kind, "KeyError");
    assert_eq!(error.traceback, outcome.stderr.text());
}

#[test]
fn files_come_back() {
    let code = "open('b','w').write(open('a').read()*2)";
    let outcome = python(Request::code(code).with_file("a", "x"));
    assert_eq!(outcome.files.created["b"].text(), "xx");
}

#[test]
fn a_deterministic_run_is_the_same_twice() {
    let code = "import time, random; print(time.time(), random.random()); open('f','w').write('x')";
    let run = || python(Request::code(code).with_determinism(Determinism::new(7, 1_000_000_000)));
    assert_eq!(run(), run());
}

#[test]
fn a_storm_of_exceptions_leaves_nothing_behind() {
    let code = "n = 0\nwhile n < 100000:\n    try: raise ValueError\n    except ValueError: n += 1\nprint(n)";
    let limits = Limits::default().with_fuel(1 << 50).with_wall_ms(120_000);
    LazyLock::force(&PYTHON); // compiling the runtime is no part of what the storm leaves
    let before = support::resident_kib();
    let outcome = python(Request::code(code).with_limits(limits));
    assert_eq!(outcome.stdout.text(), "100000\n");
    let more = support::resident_kib().saturating_sub(before);
    assert!(more < 64 << 10, "{more} KiB more");
}

/// What dropping exceptions at a yield rests on.
#[test]
fn the_runtime_keeps_no_exception() {
    let wasm = std::fs::read(BUNDLE.join("python.wasm")).expect("the runtime");
    let module = Module::compile_cached(&support::ENGINE, &wasm, &ModuleCache::user());
    assert!(!module.expect("compiles").keeps_exceptions());
}
