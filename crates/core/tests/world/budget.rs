//! What a guest learns of what it has left.

use crate::support::*;
use hognose_core::{
    contract::{Determinism, Limits, Request},
    guest::Halt,
    wasi::{Errno, budget},
};

fn left(session: &mut Session, id: u32) -> u64 {
    session.call(|p| p.clock_time_get(id, 0, OUT)).unwrap();
    session.u64(OUT)
}

fn limits() -> Limits {
    Limits::default()
        .with_fuel(3_000_000)
        .with_wall_ms(1_000)
        .with_memory_bytes(4 << 20)
        .with_stdout_bytes(10)
        .with_stderr_bytes(0)
}

#[test]
fn what_is_left_is_the_limit_without_what_was_used() {
    let mut session = Session::with_limits(limits());
    assert_eq!(left(&mut session, budget::FUEL), 3_000_000);
    assert_eq!(left(&mut session, budget::WALL_NS), 1_000_000_000);
    assert_eq!(left(&mut session, budget::MEMORY_BYTES), (4 << 20) - u64::from(MEMORY_BYTES));
    assert_eq!(left(&mut session, budget::STDOUT_BYTES), 10);
    assert_eq!(left(&mut session, budget::STDERR_BYTES), 0);

    session.guest.fuel -= 999_999;
    session.host.now_ns += 400_000_001;
    session.write(1, b"1234567").unwrap();
    session.write(2, b"1").unwrap();
    assert_eq!(left(&mut session, budget::FUEL), 2_000_001);
    assert_eq!(left(&mut session, budget::WALL_NS), 599_999_999);
    assert_eq!(left(&mut session, budget::STDOUT_BYTES), 3);
    session.write(1, b"89012345").unwrap();
    assert_eq!(left(&mut session, budget::STDOUT_BYTES), 0, "what is beyond is dropped");
    assert_eq!(left(&mut session, budget::STDERR_BYTES), 0);
    // With its last unit, and beyond it: the guest is stopped at its next yield.
    session.guest.fuel -= 2_000_002;
    assert_eq!(left(&mut session, budget::FUEL), 0);
    assert_eq!(session.raw(|p| p.sched_yield()), Err(Ended::Halt(Halt::OutOfFuel)));
}

#[test]
fn asking_is_not_on_the_bill() {
    let mut session = Session::with_limits(limits());
    session.guest.fuel -= 7;
    for _ in 0..3 {
        assert_eq!(left(&mut session, budget::FUEL), 2_999_993);
    }
}

#[test]
fn of_virtual_time_only_that_is_told() {
    let mut request = Request::code("x").with_limits(limits());
    request.determinism = Some(Determinism::new(1, 1_000));
    let mut session = Session::of(request);
    session.guest.fuel -= 1_000;
    session.host.now_ns += 5_000_000;
    assert_eq!(left(&mut session, budget::WALL_NS), 1_000_000_000 - 1_000);
}

#[test]
fn they_are_no_clocks() {
    let mut session = Session::with_limits(limits());
    let last = budget::STDERR_BYTES;
    assert_eq!(session.call(|p| p.clock_time_get(last + 1, 0, OUT)), Err(Errno::Inval));
    assert_eq!(session.call(|p| p.clock_time_get(budget::FUEL - 1, 0, OUT)), Err(Errno::Inval));
    assert_eq!(session.call(|p| p.clock_res_get(budget::FUEL, OUT)), Err(Errno::Inval));
    let end = MEMORY_BYTES - 7;
    assert_eq!(session.call(|p| p.clock_time_get(budget::FUEL, 0, end)), Err(Errno::Fault));
}
