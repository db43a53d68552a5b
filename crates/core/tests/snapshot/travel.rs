//! What is restored is what was taken: it is the same bytes again, and goes on in the same way.

use crate::{
    cases::cases,
    format::{image, opened, origin, payload, read, restored, take},
    script::{step, world},
    support::*,
};
use hognose_core::{
    snapshot::{SessionState, Snapshot},
    world::{CommandWorld, World},
};
use proptest::{collection::vec, prelude::*};

/// A run is over: the guest gives back what is left of its fuel.
fn end(session: &mut Session) {
    let fuel = session.guest.fuel;
    session.world.end(fuel, &mut session.host);
}

/// The session that a snapshot is of, beside the same host.
fn again(bytes: &[u8], host: &TestHost) -> Session {
    let (guest, world) = restored(read(bytes).expect("it can be read"));
    let host = TestHost { now_ns: host.now_ns, random: host.random, ..TestHost::default() };
    Session { guest, world, host }
}

proptest! {
    #![proptest_config(cases(100))]
    #[test]
    fn a_restored_world_answers_as_the_one_that_it_was_taken_of(
        before in vec(any::<[u8; 4]>(), 0..80),
        after in vec(any::<[u8; 4]>(), 0..40),
    ) {
        let mut session = Session::new(world());
        session.guest.memory[..image().len()].copy_from_slice(image());
        for one in before {
            step(&mut session, one);
        }
        end(&mut session);
        let bytes = take(&session.guest, &session.world, None);
        let mut other = again(&bytes, &session.host);
        prop_assert!(other.guest.memory == session.guest.memory);
        prop_assert!(take(&other.guest, &other.world, None) == bytes, "it is other bytes now");
        prop_assert_eq!(other.world.tree(0), session.world.tree(0));
        prop_assert_eq!(other.world.workspace_use(), session.world.workspace_use());
        prop_assert_eq!(other.world.fuel_used(), session.world.fuel_used());
        prop_assert_eq!(other.world.args(), session.world.args());
        prop_assert_eq!(other.world.env(), session.world.env());
        // A meter at rest has given nothing: what is used is counted from there on.
        other.guest.fuel = 0;
        for one in after {
            let expected = step(&mut session, one);
            prop_assert_eq!(step(&mut other, one), expected, "{:?}", one);
        }
        end(&mut session);
        end(&mut other);
        prop_assert!(
            payload(&take(&other.guest, &other.world, None))
                == payload(&take(&session.guest, &session.world, None))
        );
    }
}

#[test]
fn a_memory_of_any_pages_comes_back() {
    let world: World = world();
    let mut guest = opened(5 << 16);
    // A page of the image that has become zero; one byte of another; behind the image; the last byte.
    guest.memory[8_192..12_288].fill(0);
    guest.memory[20_000] ^= 1;
    guest.memory[200_000] = 9;
    *guest.memory.last_mut().unwrap() = 1;
    let bytes = take(&guest, &world, None);
    let (_, _, pages) = read(&bytes).unwrap().into_parts();
    let places: Vec<(u32, usize)> = pages.iter().map(|(at, page)| (at, page.len())).collect();
    assert_eq!(places, [(8_192, 4_096), (16_384, 4_096), (196_608, 4_096), (323_584, 4_096)]);
    let (again, _) = restored(read(&bytes).unwrap());
    assert!(again.memory == guest.memory);
    // Three pages are stored, and the rest of all is small.
    assert!(payload(&bytes).len() < 3 * 4_096 + 5_000, "{}", payload(&bytes).len());
}

#[test]
fn what_cannot_be_compressed_and_what_is_long_comes_back() {
    let world: World = world();
    let mut guest = opened(40 << 16);
    let mut number = 1_u64;
    for (at, byte) in guest.memory.iter_mut().enumerate().skip(140_000) {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        *byte = match at >> 18 {
            0 | 1 => (number >> 56) as u8,
            2 => (at >> 12) as u8,
            3 => (number >> 63) as u8,
            4 => (at % 255) as u8,
            _ => 0,
        };
    }
    let bytes = take(&guest, &world, None);
    let (again, _) = restored(read(&bytes).unwrap());
    assert!(again.memory == guest.memory);
    assert!(bytes.len() < payload(&bytes).len() * 2 / 3, "{} bytes", bytes.len());
}

#[test]
fn a_world_that_is_no_sessions_cannot_be_taken() {
    let world = World::for_command(CommandWorld::default()).unwrap();
    let taken =
        Snapshot::take(origin(), image(), &opened(2 << 16), &world, &SessionState::default(), None);
    let why = "no snapshot can be taken of this world: it has not one root";
    assert_eq!(taken.unwrap_err().to_string(), why);
    let world = crate::script::world();
    for (bytes, why) in [
        (
            65_537,
            "no snapshot can be taken of this guest: its memory has a size that no WebAssembly memory has",
        ),
        (65_536, "no snapshot can be taken of this guest: its memory is smaller than the image"),
    ] {
        let taken = Snapshot::take(
            origin(),
            image(),
            &opened(bytes),
            &world,
            &SessionState::default(),
            None,
        );
        assert_eq!(taken.unwrap_err().to_string(), why);
    }
}
