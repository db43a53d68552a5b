//! The envelope: what a snapshot is, and the tag that is checked before anything else is believed.

use super::{SnapshotError, SnapshotKey};
use alloc::vec::Vec;
use core::cmp::Ordering;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// What every snapshot begins with.
const MAGIC: &[u8; 8] = b"HOGSNAP\n";
/// The version of the format.
pub(super) const VERSION: u32 = 1;
const TAG_BYTES: usize = 32;
/// Where the tag is: behind magic, version and kind.
const TAG_AT: usize = 13;
const PAYLOAD_AT: usize = TAG_AT + TAG_BYTES + 16;
/// Bytes that are hashed at once: a browser that compiles a function better does so between two calls.
const HASHED_BYTES: usize = 64 << 10;

/// The kinds of tag.
const CHECKSUM: u8 = 0;
const AUTHENTICATED: u8 = 1;

/// A snapshot whose tag is right.
pub(super) struct Opened<'a> {
    /// Bytes of the payload, it says.
    pub(super) length: u64,
    pub(super) packed: &'a [u8],
}

/// Puts a packed payload into an envelope.
pub(super) fn seal(length: u64, packed: &[u8], key: Option<&SnapshotKey>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(PAYLOAD_AT + packed.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.push(if key.is_some() { AUTHENTICATED } else { CHECKSUM });
    bytes.extend_from_slice(&[0; TAG_BYTES]);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&(packed.len() as u64).to_le_bytes());
    bytes.extend_from_slice(packed);
    let (head, rest) = (&bytes[..TAG_AT], &bytes[TAG_AT + TAG_BYTES..]);
    let tag: [u8; TAG_BYTES] = match key {
        Some(key) => keyed(key, head, rest).finalize().into_bytes().into(),
        None => checksum(head, rest),
    };
    bytes[TAG_AT..TAG_AT + TAG_BYTES].copy_from_slice(&tag);
    bytes
}

/// Takes a payload out of its envelope. Nothing in it has been looked at, but for the tag over it.
pub(super) fn open<'a>(
    bytes: &'a [u8],
    key: Option<&SnapshotKey>,
) -> Result<Opened<'a>, SnapshotError> {
    let after_magic = bytes.strip_prefix(MAGIC).ok_or(SnapshotError::NotASnapshot)?;
    let version = after_magic.first_chunk().ok_or(SnapshotError::Truncated)?;
    let version = u32::from_le_bytes(*version);
    if version != VERSION {
        return Err(SnapshotError::Version { version });
    }
    let (head, rest) = bytes.split_at_checked(TAG_AT).ok_or(SnapshotError::Truncated)?;
    let (tag, rest) = rest.split_first_chunk::<TAG_BYTES>().ok_or(SnapshotError::Truncated)?;
    let (sizes, packed) = rest.split_first_chunk::<16>().ok_or(SnapshotError::Truncated)?;
    let sizes = u128::from_le_bytes(*sizes);
    #[allow(clippy::cast_possible_truncation, reason = "one half and the other")]
    let (length, packed_bytes) = (sizes as u64, (sizes >> 64) as u64);

    let (right, wrong) = match (head[TAG_AT - 1], key) {
        (CHECKSUM, None) => (checksum(head, rest) == *tag, SnapshotError::Checksum),
        (AUTHENTICATED, Some(key)) => {
            // In a time that does not depend on where they differ.
            (keyed(key, head, rest).verify_slice(tag).is_ok(), SnapshotError::WrongKey)
        }
        (CHECKSUM, Some(_)) => return Err(SnapshotError::NotAuthenticated),
        (AUTHENTICATED, None) => return Err(SnapshotError::KeyNeeded),
        _ => return Err(SnapshotError::NotASnapshot),
    };
    match (packed.len() as u64).cmp(&packed_bytes) {
        // Said first, because it is the likeliest harm of a file; the tag is wrong as well then.
        Ordering::Less if !right => Err(SnapshotError::Truncated),
        Ordering::Equal if right => Ok(Opened { length, packed }),
        _ if !right => Err(wrong),
        _ => Err(SnapshotError::Inconsistent { why: "is not as long as it says" }),
    }
}

fn checksum(head: &[u8], rest: &[u8]) -> [u8; TAG_BYTES] {
    let mut hash = Sha256::new_with_prefix(head);
    rest.chunks(HASHED_BYTES).for_each(|piece| hash.update(piece));
    hash.finalize().into()
}

fn keyed(key: &SnapshotKey, head: &[u8], rest: &[u8]) -> Hmac<Sha256> {
    // A key of 64 bytes is what HMAC makes of one of 32.
    let mut padded = [0; 64];
    padded[..key.0.len()].copy_from_slice(&key.0);
    let mut tag = Hmac::<Sha256>::new(&padded.into());
    tag.update(head);
    rest.chunks(HASHED_BYTES).for_each(|piece| tag.update(piece));
    tag
}
