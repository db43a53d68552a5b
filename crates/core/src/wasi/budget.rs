//! What a guest has left of its limits: clocks that run down.
//!
//! Preview 1 has no call for it, and a call of our own would keep the runtime from running on
//! another engine. But it has a call that reads one 64-bit number by the number of a clock, and an
//! engine that does not know the clock answers `EINVAL`.

use super::Call;
use crate::guest::{Guest, Stream};

/// Units of fuel.
pub const FUEL: u32 = 0x686f_6700;
/// Nanoseconds of wall-clock time: of the virtual clock under determinism.
pub const WALL_NS: u32 = FUEL + 1;
/// Bytes by which linear memory may grow.
pub const MEMORY_BYTES: u32 = FUEL + 2;
/// Bytes of standard output that are sure to be kept.
pub const STDOUT_BYTES: u32 = FUEL + 3;
/// Bytes of standard error that are sure to be kept.
pub const STDERR_BYTES: u32 = FUEL + 4;

impl<G: Guest> Call<'_, G> {
    /// What is left of this, if it is one of them.
    pub(super) fn budget(&mut self, id: u32) -> Option<u64> {
        match id {
            FUEL => Some(self.world.fuel_left(self.guest.fuel())),
            WALL_NS => Some(self.world.wall_left_ns(self.guest.fuel(), self.host)),
            MEMORY_BYTES => {
                Some(self.world.limits().memory_bytes.saturating_sub(self.guest.size()))
            }
            STDOUT_BYTES => Some(self.world.output_left_bytes(Stream::Stdout)),
            STDERR_BYTES => Some(self.world.output_left_bytes(Stream::Stderr)),
            _ => None,
        }
    }
}
