//! Clocks, waiting, polling and randomness: the host's and the virtual ones.

use crate::support::*;
use hognose_core::{
    contract::{Determinism, Limits, Request},
    guest::Halt,
    wasi::{Errno, MAX_ARGUMENTS, Progress, SCHED_YIELD},
    world::World,
};
use sha2::Digest;

fn deterministic(seed: u64) -> Session {
    let mut request = Request::code("x").with_limits(Limits::default().with_wall_ms(1_000));
    request.determinism = Some(Determinism::new(seed, 1_000));
    Session::of(request)
}

fn clock(session: &mut Session, id: u32) -> u64 {
    session.call(|p| p.clock_time_get(id, 0, OUT)).unwrap();
    session.u64(OUT)
}

/// A subscription to a clock.
fn timer(userdata: u64, id: u32, ns: u64, absolute: bool) -> [u8; 48] {
    let mut bytes = [0; 48];
    bytes[..8].copy_from_slice(&userdata.to_le_bytes());
    bytes[16..20].copy_from_slice(&id.to_le_bytes());
    bytes[24..32].copy_from_slice(&ns.to_le_bytes());
    bytes[40] = u8::from(absolute);
    bytes
}

/// A subscription to a descriptor.
fn ready(userdata: u64, tag: u8, fd: u32) -> [u8; 48] {
    let mut bytes = [0; 48];
    bytes[..8].copy_from_slice(&userdata.to_le_bytes());
    bytes[8] = tag;
    bytes[16..20].copy_from_slice(&fd.to_le_bytes());
    bytes
}

/// Userdata and error of each event.
fn poll(session: &mut Session, subscriptions: &[[u8; 48]]) -> Result<Vec<(u64, u8)>, Ended> {
    session.put(DATA, &subscriptions.concat());
    let count = u32::try_from(subscriptions.len()).unwrap();
    session.raw(|p| p.poll_oneoff(DATA, PATH, count, OUT))?;
    let count = session.u32(OUT);
    Ok((0..count)
        .map(|n| (session.u64(PATH + n * 32), session.get(PATH + n * 32 + 8, 1)[0]))
        .collect())
}

#[test]
fn the_hosts_clocks() {
    let mut session = Session::on(
        World::for_request(&Request::code("x").validate().unwrap()),
        TestHost { now_ns: 77, ..TestHost::default() },
    );
    session.host.now_ns += 10;
    assert_eq!(clock(&mut session, 0), 1_700_000_000_000_000_087);
    assert_eq!(clock(&mut session, 1), 10, "the guest does not learn the host's uptime");
    clock(&mut session, 2);
    clock(&mut session, 3);
    assert_eq!(session.call(|p| p.clock_time_get(4, 0, OUT)), Err(Errno::Inval));
    assert_eq!(session.call(|p| p.clock_res_get(u32::MAX, OUT)), Err(Errno::Inval));
    session.call(|p| p.clock_res_get(0, OUT)).unwrap();
    session.host.now_ns += 5_000;
    session.world.end(0, &mut session.host);
    assert_eq!(session.world.elapsed_us(), 5);
}

#[test]
fn the_virtual_clock_goes_with_fuel_and_sleep() {
    let mut session = deterministic(1);
    let start = 1_000_000_000_000;
    assert_eq!(clock(&mut session, 0), start);
    session.guest.fuel -= 1_234;
    session.host.now_ns += 999;
    assert_eq!(clock(&mut session, 0), start + 1_234);
    assert_eq!(clock(&mut session, 1), 1_234);
    assert_eq!(poll(&mut session, &[timer(5, 1, 1_000_000, false)]).unwrap(), [(5, 0)]);
    assert_eq!(clock(&mut session, 1), 1_001_234);
    assert_eq!(clock(&mut session, 2), 1_234, "sleeping is no work");
    poll(&mut session, &[timer(5, 0, start + 2_000_000, true)]).unwrap();
    assert_eq!(clock(&mut session, 1), 2_000_000);
    assert_eq!(session.host.waited_ns, 0);
    session.save("tmp/f", b"").unwrap();
    assert_eq!(session.stat("tmp/f", 0).unwrap().modified_ns, start + 2_000_000);
    let left = session.guest.fuel;
    session.world.end(left, &mut session.host);
    assert_eq!((session.world.fuel_used(), session.world.elapsed_us()), (1_234, 2_000));
}

#[test]
fn the_virtual_clock_has_an_end() {
    let mut session = deterministic(1);
    let second = 1_000_000_000;
    poll(&mut session, &[timer(5, 1, second - 10, false)]).unwrap();
    assert_eq!(session.guest.fuel, 10, "the slice is what is left of the time");
    session.guest.fuel = -1;
    assert_eq!(session.raw(|p| p.sched_yield()), Err(Ended::Halt(Halt::Timeout)));
    let mut session = deterministic(1);
    let result = poll(&mut session, &[timer(5, 1, u64::MAX, false)]);
    assert_eq!(result, Err(Ended::Halt(Halt::Timeout)));
    session.world.end(session.guest.fuel, &mut session.host);
    assert_eq!(session.world.elapsed_us(), 1_000_000);
}

#[test]
fn waiting_ends_with_the_time_or_the_callers_patience() {
    let limits = Limits::default().with_wall_ms(100);
    let mut session = Session::with_limits(limits.clone());
    assert_eq!(poll(&mut session, &[timer(1, 1, 30_000_000, false)]).unwrap(), [(1, 0)]);
    assert_eq!(session.host.waited_ns, 30_000_000);
    let result = poll(&mut session, &[timer(1, 0, u64::MAX, true)]);
    assert_eq!(result, Err(Ended::Halt(Halt::Timeout)));
    assert_eq!(session.host.now_ns, 100_000_000);
    let mut session = Session::with_limits(limits);
    session.host.cancelled = true;
    let result = poll(&mut session, &[timer(1, 1, 30, false)]);
    assert_eq!(result, Err(Ended::Halt(Halt::Cancelled)));
}

/// One `poll_oneoff` as an engine makes it that waits by itself.
fn poll_once(session: &mut Session, subscriptions: &[[u8; 48]]) -> Result<Progress<i32>, Halt> {
    session.put(DATA, &subscriptions.concat());
    let mut args = [0; MAX_ARGUMENTS];
    let count = subscriptions.len() as u64;
    args[..4].copy_from_slice(&[DATA.into(), PATH.into(), count, OUT.into()]);
    session.preview1().call(number("poll_oneoff"), args)
}

/// The number of the call with this name.
fn number(name: &str) -> u32 {
    macro_rules! names {
        ($($name:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty;)*) => { [$(stringify!($name)),*] };
    }
    let names = hognose_core::for_each_preview1_call!(names);
    u32::try_from(names.iter().position(|it| *it == name).unwrap()).unwrap()
}

#[test]
fn an_engine_that_waits_by_itself_is_told_for_how_long() {
    let ms = 1_000_000;
    let wait = |ns| Ok(Progress::Wait { ns });
    let mut session = Session::with_limits(Limits::default().with_wall_ms(100));
    assert_eq!(number("sched_yield"), SCHED_YIELD);
    session.host.now_ns += 5 * ms;
    // The second is over when the guest's clock, which stood at 5 ms, is at 35 ms.
    let timers = [timer(1, 1, 90 * ms, false), timer(2, 0, 30 * ms, false)];
    assert_eq!(poll_once(&mut session, &timers), wait(30 * ms));
    assert_eq!(poll_once(&mut session, &timers), wait(30 * ms), "no time has passed");
    session.host.now_ns += 20 * ms;
    assert_eq!(poll_once(&mut session, &timers), wait(10 * ms), "what is left");
    session.host.now_ns += 10 * ms;
    assert_eq!(poll_once(&mut session, &timers), Ok(Progress::Done(0)));
    assert_eq!((session.u32(OUT), session.u64(PATH)), (1, 2));
    // The next wait begins anew, and ends with the run's time or with its caller's patience.
    let endless = [timer(3, 1, u64::MAX, false)];
    assert_eq!(poll_once(&mut session, &endless), wait(65 * ms));
    let mut cancelled = Session::with_limits(Limits::default());
    poll_once(&mut cancelled, &endless).unwrap();
    cancelled.host.cancelled = true;
    assert_eq!(poll_once(&mut cancelled, &endless), Err(Halt::Cancelled));
    session.host.now_ns += 65 * ms;
    assert_eq!(poll_once(&mut session, &endless), Err(Halt::Timeout));
    assert_eq!(session.host.waited_ns, 0, "the host has not waited");
}

#[test]
fn a_virtual_sleep_is_no_wait() {
    let mut session = deterministic(1);
    assert_eq!(poll_once(&mut session, &[timer(1, 1, 1_000, false)]), Ok(Progress::Done(0)));
    assert_eq!(clock(&mut session, 1), 1_000);
}

#[test]
fn polling_tells_what_is_ready_and_what_is_wrong() {
    let mut session = Session::of(Request::code("x").with_stdin("abc"));
    let fd = session.create("tmp/f").unwrap();
    let events = poll(
        &mut session,
        &[
            timer(1, 1, 1_000, false),
            ready(2, 1, 0),
            ready(3, 2, 1),
            ready(4, 1, 99),
            ready(5, 1, fd),
            ready(6, 2, 3),
            timer(7, 9, 0, false),
        ],
    );
    let bad = u8::try_from(Errno::BadF as u16).unwrap();
    let invalid = u8::try_from(Errno::Inval as u16).unwrap();
    let expected = [(2, 0), (3, 0), (4, bad), (5, 0), (6, bad), (7, invalid)];
    assert_eq!(events.unwrap(), expected);
    assert_eq!(session.u64(PATH + 16), 3, "bytes to read");
    assert_eq!(session.get(PATH + 24, 1), [0]);
    session.read(0, 9).unwrap();
    poll(&mut session, &[ready(2, 1, 0)]).unwrap();
    assert_eq!((session.u64(PATH + 16), session.get(PATH + 24, 1)), (0, vec![1]));
    for count in [0, 1_025, u32::MAX] {
        assert_eq!(session.call(|p| p.poll_oneoff(DATA, PATH, count, OUT)), Err(Errno::Inval));
    }
    assert_eq!(session.call(|p| p.poll_oneoff(MEMORY_BYTES - 47, PATH, 1, OUT)), Err(Errno::Fault));
    assert_eq!(session.call(|p| p.poll_oneoff(DATA, MEMORY_BYTES - 31, 1, OUT)), Err(Errno::Fault));
    assert_eq!(poll(&mut session, &[ready(1, 3, 0)]), Err(Ended::Errno(Errno::Inval)));
}

#[test]
fn live_input_is_waited_for_in_small_steps() {
    let request = Request::code("x").with_stdin("given").validate().unwrap();
    let mut session = Session::new(World::for_request(&request).with_live_stdin());
    assert_eq!(session.read(0, 3).unwrap(), b"giv");
    assert_eq!(session.read(0, 9).unwrap(), b"en");
    session.host.input.push_back(Some(b"more".to_vec()));
    assert_eq!(session.read(0, 2).unwrap(), b"mo");
    assert_eq!(poll(&mut session, &[ready(2, 1, 0), timer(1, 1, 9, false)]).unwrap(), [(2, 0)]);
    assert_eq!(session.read(0, 9).unwrap(), b"re");
    let events = poll(&mut session, &[ready(2, 1, 0), timer(1, 1, 25_000_000, false)]);
    assert_eq!(events.unwrap(), [(1, 0)]);
    assert_eq!(session.host.now_ns, 25_000_000);
    session.call(|p| p.fd_fdstat_set_flags(0, 4)).unwrap();
    assert_eq!(session.read(0, 9), Err(Errno::Again));
    session.call(|p| p.fd_fdstat_set_flags(0, 0)).unwrap();
    session.host.cancel_at_ns = Some(50_000_000);
    session.iov(1);
    let result = session.raw(|p| p.fd_read(0, IOVS, 1, OUT));
    assert_eq!(result, Err(Ended::Halt(Halt::Cancelled)));
    assert!(session.host.longest_wait_ns <= 10_000_000);
    session.host.cancel_at_ns = None;
    let result = session.raw(|p| p.fd_read(0, IOVS, 1, OUT));
    assert_eq!(result, Err(Ended::Halt(Halt::Timeout)));
    session.host.now_ns = 0;
    session.host.input.push_back(None);
    assert_eq!(session.read(0, 9).unwrap(), b"");
    assert_eq!(session.read(0, 9).unwrap(), b"");
}

#[test]
fn seeded_randomness_is_a_documented_stream() {
    let bytes = |seed, sizes: &[u32]| {
        let mut session = deterministic(seed);
        let mut out = Vec::new();
        for size in sizes {
            session.call(|p| p.random_get(DATA, *size)).unwrap();
            out.extend(session.get(DATA, *size as usize));
        }
        out
    };
    let all = bytes(7, &[100]);
    assert_eq!(all, bytes(7, &[1, 31, 32, 3, 33]));
    assert_ne!(all, bytes(8, &[100]));
    let first = sha2::Sha256::digest([7_u64.to_le_bytes(), 0_u64.to_le_bytes()].concat());
    let second = sha2::Sha256::digest([7_u64.to_le_bytes(), 1_u64.to_le_bytes()].concat());
    assert_eq!(all[..32], first[..]);
    assert_eq!(all[32..64], second[..]);
    let mut session = Session::of(Request::code("x"));
    session.call(|p| p.random_get(DATA, 3)).unwrap();
    assert_eq!(session.get(DATA, 3), [1, 2, 3], "the host's");
}
