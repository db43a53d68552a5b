//! One runner on many threads.

mod support;

use hognose::{Engine, Limits, Module, Runner};
use std::thread;

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
