//! The format of snapshots, as its description says, written again: what tests make and take apart.

use hognose_core::{
    bundle::sha256_hex,
    contract::RuntimeIdentity,
    session::Session,
    snapshot::{Origin, RestoreOptions, Snapshot, SnapshotError, SnapshotKey},
};

use crate::support::TestGuest;
use std::sync::LazyLock;

const CHUNK_BYTES: usize = 64 << 10;
const HEAD_BYTES: usize = 61;

/// The image of all tests: two pages of memory, of which the second is zero at its end.
pub fn image() -> &'static [u8] {
    static IMAGE: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let bytes = (0..100_000_u32).map(|at| (at / 7) as u8 | 1);
        bytes.chain(std::iter::repeat_n(0, 31_072)).collect()
    });
    &IMAGE
}

pub fn origin() -> &'static Origin {
    static ORIGIN: LazyLock<Origin> =
        LazyLock::new(|| Origin::new(&RuntimeIdentity::new("python", "5".repeat(64)), image()));
    &ORIGIN
}

/// A guest of so many bytes that has just been opened.
pub fn opened(bytes: u64) -> TestGuest {
    let mut memory = image().to_vec();
    memory.resize(usize::try_from(bytes).unwrap(), 0);
    TestGuest { memory, written: Vec::new(), fuel: 0 }
}

pub fn take(guest: &TestGuest, session: &Session, key: Option<&SnapshotKey>) -> Vec<u8> {
    Snapshot::take(origin(), image(), guest, session, key).expect("it can be taken")
}

pub fn read(bytes: &[u8]) -> Result<Snapshot, SnapshotError> {
    Snapshot::read(bytes, origin(), &RestoreOptions::new())
}

/// A guest and its session out of a snapshot.
pub fn restored(snapshot: Snapshot) -> (TestGuest, Session) {
    let (session, pages) = snapshot.into_parts();
    let mut guest = opened(pages.memory_bytes());
    pages.write_to(&mut guest).expect("it is large enough");
    guest.written.clear();
    (guest, session)
}

/// A payload, with a checksum that is right; its chunks are as they are.
pub fn sealed(payload: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    for chunk in payload.chunks(CHUNK_BYTES) {
        packed.extend(u32::try_from(chunk.len()).unwrap().to_le_bytes());
        packed.extend(chunk);
    }
    sealed_packed(payload.len() as u64, &packed)
}

/// What claims to be a payload of this length, packed, with a checksum that is right.
pub fn sealed_packed(length: u64, packed: &[u8]) -> Vec<u8> {
    let rest = [&length.to_le_bytes()[..], &(packed.len() as u64).to_le_bytes(), packed].concat();
    let head = b"HOGSNAP\n\x01\0\0\0\0";
    let tag = sha256_hex(&[head, &rest[..]].concat());
    let tag = (0..32).map(|at| u8::from_str_radix(&tag[2 * at..2 * at + 2], 16).unwrap());
    [head.to_vec(), tag.collect(), rest].concat()
}

/// The payload of a snapshot, decompressed by another implementation.
pub fn payload(snapshot: &[u8]) -> Vec<u8> {
    let length = u64::from_le_bytes(snapshot[45..53].try_into().unwrap());
    let length = usize::try_from(length).unwrap();
    let (mut rest, mut payload) = (&snapshot[HEAD_BYTES..], Vec::new());
    while payload.len() < length {
        let size = u32::from_le_bytes(rest[..4].try_into().unwrap()) as usize;
        let (chunk, after) = rest[4..].split_at(size);
        rest = after;
        let want = CHUNK_BYTES.min(length - payload.len());
        if size == want {
            payload.extend_from_slice(chunk);
        } else {
            payload.extend(lz4_flex::block::decompress(chunk, want).expect("LZ4"));
        }
    }
    assert!(rest.is_empty());
    payload
}
