//! Randomness.

use super::{Call, Fault};
use crate::guest::Guest;
use alloc::vec;

/// Bytes that are made at once, however many the guest wants.
const CHUNK_BYTES: u32 = 64 << 10;

impl<G: Guest> Call<'_, G> {
    pub(super) fn random_get(&mut self, buf: u32, buf_len: u32) -> Result<(), Fault> {
        let mut rest = self.span(buf, buf_len)?;
        let mut chunk = vec![0; rest.len.min(CHUNK_BYTES) as usize];
        while rest.len > 0 {
            let now = rest.first(CHUNK_BYTES);
            let bytes = &mut chunk[..now.len as usize];
            self.world.fill_random(bytes, self.host);
            self.guest.write(now.at, bytes)?;
            rest = rest.skip(CHUNK_BYTES);
            // A guest with much memory can ask for seconds of work in one call.
            if rest.len > 0 {
                self.world.check(self.host)?;
            }
        }
        Ok(())
    }
}
