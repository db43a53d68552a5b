//! A module's image: the memory of a guest that has been opened and has run nothing. It is the same
//! bytes for every guest of the module, so that one is opened, once, and the others are given its
//! memory.

use alloc::vec::Vec;
use core::ops::Range;

/// Bytes that are compared at once.
const PIECE_BYTES: usize = 4 << 10;

/// An image.
pub(crate) struct Image {
    bytes: Vec<u8>,
    /// Where it differs from what instantiating has put there already: few parts, since each is a
    /// call to JavaScript for every guest.
    patch: Vec<Range<usize>>,
}

impl Image {
    /// The image that is these bytes, where an instance has those `before` anything has run.
    pub(super) fn new(bytes: Vec<u8>, before: &[u8]) -> Self {
        let mut patch: Vec<Range<usize>> = Vec::new();
        for start in (0..bytes.len()).step_by(PIECE_BYTES) {
            let end = bytes.len().min(start + PIECE_BYTES);
            if before.get(start..end) == Some(&bytes[start..end]) {
                continue;
            }
            match patch.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => patch.push(start..end),
            }
        }
        Self { bytes, patch }
    }

    /// All of it.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What makes a fresh instance's memory this.
    pub(super) fn patch(&self) -> impl Iterator<Item = (u32, &[u8])> {
        // No memory has more than 2³² bytes.
        #[expect(clippy::cast_possible_truncation, reason = "an address")]
        self.patch.iter().map(|part| (part.start as u32, &self.bytes[part.clone()]))
    }
}
