//! What is restored is what was taken: it is the same bytes again, and goes on in the same way.

use crate::{
    cases::cases,
    format::{image, opened, origin, payload, read, restored, take},
    script::{begin, end, session, step},
    support::*,
};
use hognose_core::snapshot::Snapshot;
use proptest::{collection::vec, prelude::*};

proptest! {
    #![proptest_config(cases(100))]
    #[test]
    fn a_restored_session_goes_on_as_the_one_that_it_was_taken_of(
        before in vec(any::<[u8; 4]>(), 0..80),
        after in vec(any::<[u8; 4]>(), 0..40),
    ) {
        let mut one = session();
        let mut turn = begin(&mut one, opened(1 << 20), TestHost::default());
        for deed in before {
            step(&mut turn, deed);
        }
        let (_, guest, host) = end(&mut one, turn);
        let bytes = take(&guest, &one, None);
        let (other_guest, mut other) = restored(read(&bytes).expect("it can be read"));
        prop_assert!(other_guest.memory == guest.memory);
        prop_assert!(take(&other_guest, &other, None) == bytes, "it is other bytes now");
        prop_assert_eq!(other.used(), one.used());
        let world = |session: &hognose_core::session::Session| {
            let world = session.world().unwrap();
            (world.tree(0), world.workspace_use(), world.env().to_vec(), world.limits().clone())
        };
        prop_assert_eq!(world(&other), world(&one));

        let later = host.now_ns;
        let mut other_turn =
            begin(&mut other, other_guest, TestHost { now_ns: later, ..TestHost::default() });
        let mut turn = begin(&mut one, guest, host);
        for deed in after {
            prop_assert_eq!(step(&mut other_turn, deed), step(&mut turn, deed), "{:?}", deed);
        }
        let (outcome, guest, _) = end(&mut one, turn);
        let (other_outcome, other_guest, _) = end(&mut other, other_turn);
        prop_assert_eq!(other_outcome, outcome);
        prop_assert!(take(&other_guest, &other, None) == take(&guest, &one, None));
    }
}

#[test]
fn a_memory_of_any_pages_comes_back() {
    let session = session();
    let mut guest = opened(5 << 16);
    // A page of the image that has become zero; one byte of another; behind the image; the last byte.
    guest.memory[8_192..12_288].fill(0);
    guest.memory[20_000] ^= 1;
    guest.memory[200_000] = 9;
    *guest.memory.last_mut().unwrap() = 1;
    let bytes = take(&guest, &session, None);
    let (_, pages) = read(&bytes).unwrap().into_parts();
    let places: Vec<(u32, usize)> = pages.iter().map(|(at, page)| (at, page.len())).collect();
    assert_eq!(places, [(8_192, 4_096), (16_384, 4_096), (196_608, 4_096), (323_584, 4_096)]);
    let (again, _) = restored(read(&bytes).unwrap());
    assert!(again.memory == guest.memory);
    // Three pages are stored, and the rest of all is small.
    assert!(payload(&bytes).len() < 3 * 4_096 + 5_000, "{}", payload(&bytes).len());
}

#[test]
fn what_cannot_be_compressed_and_what_is_long_comes_back() {
    let session = session();
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
    let bytes = take(&guest, &session, None);
    let (again, _) = restored(read(&bytes).unwrap());
    assert!(again.memory == guest.memory);
    assert!(bytes.len() < payload(&bytes).len() * 2 / 3, "{} bytes", bytes.len());
}

#[test]
fn a_session_without_its_memory_cannot_be_taken() {
    let mut session = session();
    for (bytes, why) in [
        (65_537, "its memory has a size that no WebAssembly memory has"),
        (65_536, "its memory is smaller than the image"),
    ] {
        let taken = Snapshot::take(origin(), image(), &opened(bytes), &session, None);
        let why = format!("no snapshot can be taken of this guest: {why}");
        assert_eq!(taken.unwrap_err().to_string(), why);
    }
    session.close("it is enough");
    let taken = Snapshot::take(origin(), image(), &opened(2 << 16), &session, None);
    assert_eq!(taken.unwrap_err().to_string(), "the session is closed: it is enough");
}
