//! Randomness: the host's, or a stream that a seed decides.

use crate::{contract::Determinism, guest::Host};
use sha2::{Digest, Sha256};

const BLOCK_BYTES: usize = 32;

/// Where random bytes come from.
///
/// The seeded stream is SHA-256 in counter mode: byte `k` is byte `k mod 32` of
/// `SHA-256(seed ‖ k div 32)`, both numbers as little-endian `u64`. It is the same on every
/// platform and in every version, its state is two numbers, and the hash is here anyway, because
/// bundles are verified with it: no dependency whose next release could change the stream.
#[derive(Clone, Debug)]
pub(super) enum Random {
    Host,
    Seeded { seed: u64, position: u64 },
}

impl Random {
    pub(super) fn new(determinism: Option<Determinism>) -> Self {
        match determinism {
            Some(determinism) => Self::Seeded { seed: determinism.seed, position: 0 },
            None => Self::Host,
        }
    }

    /// The seed, and how many bytes it has given.
    pub(super) fn state(&self) -> Option<(u64, u64)> {
        match *self {
            Self::Host => None,
            Self::Seeded { seed, position } => Some((seed, position)),
        }
    }

    /// Goes on behind so many bytes.
    pub(super) fn set_given(&mut self, bytes: u64) {
        if let Self::Seeded { position, .. } = self {
            *position = bytes;
        }
    }

    pub(super) fn fill(&mut self, bytes: &mut [u8], host: &mut dyn Host) {
        let Self::Seeded { seed, position } = self else { return host.fill_random(bytes) };
        let mut rest = bytes;
        while !rest.is_empty() {
            let block = block(*seed, *position / BLOCK_BYTES as u64);
            #[allow(clippy::cast_possible_truncation, reason = "a remainder below 32")]
            let start = (*position % BLOCK_BYTES as u64) as usize;
            let count = rest.len().min(BLOCK_BYTES - start);
            let (now, later) = rest.split_at_mut(count);
            now.copy_from_slice(&block[start..start + count]);
            *position = position.wrapping_add(count as u64);
            rest = later;
        }
    }
}

fn block(seed: u64, index: u64) -> [u8; BLOCK_BYTES] {
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    hash.update(index.to_le_bytes());
    hash.finalize().into()
}

impl super::World {
    /// Fills `bytes` with what the guest takes for random.
    pub(crate) fn fill_random(&mut self, bytes: &mut [u8], host: &mut dyn Host) {
        self.random.fill(bytes, host);
    }
}
