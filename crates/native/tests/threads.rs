//! One runner on many threads, and what a guest can do to the thread that runs it.

mod support;

use hognose::{Engine, Limits, Module, ModuleCache, Runner, Status};
use std::{sync::mpsc, thread, time::Duration};

#[test]
fn the_types_can_be_shared() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Runner>();
    shared::<Module>();
    shared::<Engine>();
    shared::<hognose::CancelHandle>();
}

#[test]
fn runs_on_many_threads_do_not_see_each_other() {
    // Counts in its own memory to the length of its standard input.
    let body = r#"(func (export "_start")
        (i32.store (i32.const 0) (i32.const 1024))
        (i32.store (i32.const 4) (i32.const 200))
        (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
        (loop $again
            (i32.store (i32.const 16) (i32.add (i32.load (i32.const 16)) (i32.const 1)))
            (br_if $again (i32.lt_u (i32.load (i32.const 16)) (i32.load (i32.const 8)))))
        (call $exit (i32.load (i32.const 16))))"#;
    let runner = support::runner(body);
    thread::scope(|scope| {
        for worker in 0..4_u8 {
            let runner = runner.clone();
            scope.spawn(move || {
                for round in 0..50_u8 {
                    let length = 1 + worker * 49 + round % 49;
                    let request =
                        support::request(Limits::default()).with_stdin(vec![0; length.into()]);
                    let outcome = runner.run(request).expect("starts");
                    assert_eq!(outcome.exit_code, Some(length));
                }
            });
        }
    });
}

/// A module that calls itself `depth` times, then throws and catches.
fn throws_at(depth: u32) -> Status {
    let body = format!(
        r#"(tag $t)
        (func $deep (param $left i32) (result i32)
            (if (i32.eqz (local.get $left)) (then
                (block $h (try_table (catch $t $h) (throw $t)))
                (return (i32.const 0))))
            (i32.add (i32.const 1) (call $deep (i32.sub (local.get $left) (i32.const 1)))))
        (func (export "_start") (drop (call $deep (i32.const {depth}))))"#
    );
    let bundle = support::bundle(&support::module(&body));
    let runner =
        Runner::with_cache(&bundle, &support::ENGINE, &ModuleCache::off()).expect("compiles");
    runner.run(support::request(Limits::default())).expect("starts").status
}

/// Throwing runs wasmer's and libgcc's code on the guest's stack. Where that overflows, nothing
/// may stay locked: the next module that is loaded or dropped would wait for ever.
#[test]
#[ignore = "it does hang (wasmer 7.4.2): the overflow leaves libgcc's lock of frame tables taken; \
            see the limits of `run_command`"]
fn an_exception_at_the_very_end_of_the_stack_hangs_nobody() {
    let (done, ended) = mpsc::channel();
    thread::spawn(move || {
        let (mut fits, mut overflows) = (1_000, 1 << 20);
        while overflows - fits > 1 {
            let middle = u32::midpoint(fits, overflows);
            match throws_at(middle) {
                Status::Ok => fits = middle,
                _ => overflows = middle,
            }
        }
        // Beyond it each step leaves the exception less room, down to none.
        for more in (0..1_200).step_by(3) {
            let status = throws_at(fits + more);
            assert!(matches!(status, Status::Ok | Status::Trap), "{status:?}");
        }
        assert_eq!(throws_at(10), Status::Ok);
        done.send(fits).expect("the test waits");
    });
    let fits = ended.recv_timeout(Duration::from_mins(4)).expect("a run hangs or fails");
    assert!(fits > 10_000, "the stack holds only {fits} small frames");
}
