//! Clocks.

use super::{Call, Errno, Fault};
use crate::guest::Guest;

/// A clock of WASI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClockId {
    Realtime,
    Monotonic,
    /// Of the process and of the thread: there is one of each.
    CpuTime,
}

impl ClockId {
    pub(super) fn from_guest(id: u32) -> Result<Self, Errno> {
        match id {
            0 => Ok(Self::Realtime),
            1 => Ok(Self::Monotonic),
            2 | 3 => Ok(Self::CpuTime),
            _ => Err(Errno::Inval),
        }
    }
}

impl<G: Guest> Call<'_, G> {
    pub(super) fn clock_res_get(&mut self, id: u32, resolution: u32) -> Result<(), Fault> {
        ClockId::from_guest(id)?;
        let resolution = self.span(resolution, 8)?;
        // A virtual nanosecond is a unit of fuel. Hosts promise no more than a microsecond.
        let ns = if self.world.has_virtual_clock() { 1 } else { 1_000 };
        self.put_u64(resolution, ns)
    }

    pub(super) fn clock_time_get(
        &mut self,
        id: u32,
        _precision: u64,
        time: u32,
    ) -> Result<(), Fault> {
        let now = match self.budget(id) {
            Some(left) => left,
            None => self.time(ClockId::from_guest(id)?),
        };
        let time = self.span(time, 8)?;
        self.put_u64(time, now)
    }

    pub(super) fn time(&mut self, id: ClockId) -> u64 {
        let left = self.fuel_left();
        match id {
            ClockId::Realtime => self.world.realtime_ns(left, self.host),
            ClockId::Monotonic => self.world.monotonic_ns(left, self.host),
            ClockId::CpuTime => self.world.cpu_ns(left, self.host),
        }
    }

    /// The time that a change of the filesystem is given.
    pub(super) fn now(&mut self) -> u64 {
        self.time(ClockId::Realtime)
    }

    /// What the guest has left, where the time depends on it: asking costs a call into the guest.
    fn fuel_left(&mut self) -> i64 {
        if self.world.has_virtual_clock() { self.guest.fuel() } else { 0 }
    }
}
