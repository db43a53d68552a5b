//! What is refused, and with which words.

use crate::{
    format::{image, opened, origin, payload, read, sealed, sealed_packed, take},
    script::session,
};
use hognose_core::{
    contract::{Limits, RuntimeIdentity},
    snapshot::{Origin, RestoreOptions, Snapshot, SnapshotError, SnapshotKey},
};

fn key(byte: u8) -> SnapshotKey {
    SnapshotKey::new([byte; 32])
}

fn why(result: Result<Snapshot, SnapshotError>) -> String {
    result.expect_err("it is refused").to_string()
}

#[test]
fn every_truncation_and_every_changed_byte_is_refused() {
    let (guest, session) = (opened(2 << 16), session());
    for key in [None, Some(&key(1))] {
        let bytes = take(&guest, &session, key);
        let options = RestoreOptions::new();
        let options = key.map_or(options.clone(), |key| options.with_key(key.clone()));
        assert!(Snapshot::read(&bytes, origin(), &options).is_ok());
        for end in 0..bytes.len() {
            let error = Snapshot::read(&bytes[..end], origin(), &options).unwrap_err();
            let expected = match end {
                0..8 => SnapshotError::NotASnapshot,
                _ => SnapshotError::Truncated,
            };
            assert_eq!(error, expected, "the first {end} bytes");
        }
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut bytes = bytes.clone();
                bytes[at] ^= 1 << bit;
                let error = Snapshot::read(&bytes, origin(), &options).unwrap_err();
                let is_right = match at {
                    0..8 => error == SnapshotError::NotASnapshot,
                    8..12 => matches!(error, SnapshotError::Version { .. }),
                    12 => matches!(
                        error,
                        SnapshotError::NotASnapshot
                            | SnapshotError::KeyNeeded
                            | SnapshotError::NotAuthenticated
                    ),
                    // A length that says more than there is.
                    53..61 if error == SnapshotError::Truncated => true,
                    _ if key.is_some() => error == SnapshotError::WrongKey,
                    _ => error == SnapshotError::Checksum,
                };
                assert!(is_right, "byte {at}, bit {bit}: {error}");
            }
        }
    }
}

#[test]
fn a_snapshot_is_restored_with_its_key_only() {
    let plain = take(&opened(2 << 16), &session(), None);
    let authenticated = take(&opened(2 << 16), &session(), Some(&key(1)));
    let options = RestoreOptions::new();
    assert!(Snapshot::read(&authenticated, origin(), &options.clone().with_key(key(1))).is_ok());
    assert_eq!(
        why(Snapshot::read(&authenticated, origin(), &options.clone().with_key(key(2)))),
        "the snapshot was not taken with this key, or has been changed since"
    );
    assert_eq!(
        why(Snapshot::read(&authenticated, origin(), &options)),
        "the snapshot is authenticated: the key that it was taken with is needed"
    );
    assert_eq!(
        why(Snapshot::read(&plain, origin(), &options.with_key(key(1)))),
        "a key was given, but the snapshot is not authenticated: it was taken without a key"
    );
    // Who has no key can make a checksum, and nothing of it is looked at.
    let mut forged = sealed(b"anything");
    forged[12] = 1;
    let options = RestoreOptions::new();
    assert_eq!(
        Snapshot::read(&forged, origin(), &options.with_key(key(1))).unwrap_err(),
        SnapshotError::WrongKey
    );
}

/// RFC 4231's algorithm, by another way than ours.
#[test]
fn the_tag_is_hmac_sha256() {
    let bytes = take(&opened(2 << 16), &session(), Some(&key(7)));
    let hash = |bytes: &[u8]| -> Vec<u8> {
        let hex = hognose_core::bundle::sha256_hex(bytes);
        (0..32).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect()
    };
    let padded =
        |pad: u8| -> Vec<u8> { (0..64).map(|at| pad ^ if at < 32 { 7 } else { 0 }).collect() };
    let message = [&bytes[..13], &bytes[45..]].concat();
    let inner = hash(&[padded(0x36), message].concat());
    assert_eq!(bytes[13..45], hash(&[padded(0x5c), inner].concat()));
}

#[test]
fn what_is_of_something_else_is_refused() {
    let bytes = take(&opened(2 << 16), &session(), None);
    let runtime = RuntimeIdentity::new("python", "6".repeat(64));
    let other = Origin::new(&runtime, image());
    assert_eq!(
        why(Snapshot::read(&bytes, &other, &RestoreOptions::new())),
        format!(
            "the snapshot is of the runtime {}; this one is {}",
            "5".repeat(64),
            "6".repeat(64)
        )
    );
    let runtime = RuntimeIdentity::new("python", "5".repeat(64));
    let other = Origin::new(&runtime, &image()[..4_096]);
    let words = why(Snapshot::read(&bytes, &other, &RestoreOptions::new()));
    assert!(words.starts_with("the snapshot is of the image "), "{words}");
    for (bytes, words) in [
        (&b""[..], "these bytes are no snapshot"),
        (b"PK\x03\x04 something else", "these bytes are no snapshot"),
        (
            b"HOGSNAP\n\x02\0\0\0",
            "the snapshot is in version 2 of the format; this Hognose reads version 1",
        ),
        (b"HOGSNAP\n\x01\0\0\0\0", "the snapshot is cut off"),
    ] {
        assert_eq!(why(read(bytes)), words);
    }
}

#[test]
fn a_manifest_is_told() {
    let mut runtime = RuntimeIdentity::new("python", "5".repeat(64));
    runtime.manifest_sha256 = Some("7".repeat(64));
    let origin = Origin::new(&runtime, image());
    let guest = opened(2 << 16);
    let bytes = Snapshot::take(&origin, image(), &guest, &session(), None).unwrap();
    // Another bundle may have the same module.
    let manifest = "7".repeat(64);
    assert_eq!(read(&bytes).unwrap().manifest_sha256(), Some(&*manifest));
}

#[test]
fn the_embedder_says_how_much_is_allowed() {
    let bytes = take(&opened(3 << 16), &session(), None);
    let length = payload(&bytes).len() as u64;
    let options = RestoreOptions::new();
    assert!(Snapshot::read(&bytes, origin(), &options.clone().with_max_bytes(length)).is_ok());
    assert_eq!(
        why(Snapshot::read(&bytes, origin(), &options.clone().with_max_bytes(length - 1))),
        format!("the snapshot holds {length} bytes, more than the {} that are allowed", length - 1)
    );
    let limits = Limits::greatest().with_memory_bytes(8 << 20);
    assert_eq!(
        why(Snapshot::read(&bytes, origin(), &options.with_limits(limits))),
        "the snapshot's limits.memory_bytes: 67108864 is more than the 8388608 that are allowed"
    );
}

#[test]
fn lengths_that_lie_take_nothing() {
    let payload = payload(&take(&opened(2 << 16), &session(), None));
    let chunk = |size: u32, bytes: &[u8]| [&size.to_le_bytes(), bytes].concat();
    let small = lz4_flex::block::compress(&[0; 1_000]);
    let small_size = u32::try_from(small.len()).unwrap();
    // Fifteen and as many times 255 as fit: a match that is longer than all that may come.
    let bomb = [&[0x1f, 0, 1, 0][..], &vec![255; 60_000], &[0, 0]].concat();
    let bomb_size = u32::try_from(bomb.len()).unwrap();
    for (length, packed, words) in [
        (
            u64::MAX,
            vec![],
            "the snapshot holds 18446744073709551615 bytes, more than the 268435456 that are allowed",
        ),
        (1 << 28, vec![], "the snapshot is inconsistent: it is shorter than what it holds can be"),
        (1, chunk(u32::MAX, b""), "the snapshot is inconsistent: it has a chunk that is cut off"),
        (0, chunk(0, b""), "the snapshot is inconsistent: it has bytes behind its last chunk"),
        (
            999,
            chunk(small_size, &small),
            "the snapshot is inconsistent: it has a chunk that does not decompress",
        ),
        (
            1_001,
            chunk(small_size, &small),
            "the snapshot is inconsistent: it has a chunk that does not decompress",
        ),
        (
            1_000,
            chunk(small_size, &small),
            "the snapshot is inconsistent: it has a hash that is none",
        ),
        (
            1_000,
            chunk(0, b""),
            "the snapshot is inconsistent: it has a chunk that does not decompress",
        ),
        (
            65_536,
            chunk(bomb_size, &bomb),
            "the snapshot is inconsistent: it has a chunk that does not decompress",
        ),
        (
            5,
            chunk(6, b"\x50abcde"),
            "the snapshot is inconsistent: it has a chunk that compressing has made longer",
        ),
        // A distance of nothing, and one to before the start.
        (
            50,
            chunk(5, &[0x10, 9, 0, 0, 0x00]),
            "the snapshot is inconsistent: it has a chunk that does not decompress",
        ),
        (
            50,
            chunk(5, &[0x10, 9, 2, 0, 0x00]),
            "the snapshot is inconsistent: it has a chunk that does not decompress",
        ),
    ] {
        assert_eq!(why(read(&sealed_packed(length, &packed))), words);
    }
    for end in 0..payload.len() {
        assert!(read(&sealed(&payload[..end])).is_err(), "the first {end} bytes of the payload");
    }
    let longer = [&payload[..], &[0]].concat();
    assert_eq!(
        why(read(&sealed(&longer))),
        "the snapshot is inconsistent: it has bytes behind its end"
    );
    assert!(read(&sealed(&payload)).is_ok());
}
