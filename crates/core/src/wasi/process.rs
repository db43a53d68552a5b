//! Ending, signals and yielding.

use super::{Call, Errno, Fault};
use crate::guest::{Guest, Halt};

impl<G: Guest> Call<'_, G> {
    #[allow(clippy::unused_self, reason = "every call is a method")]
    pub(super) fn proc_exit(&mut self, code: u32) -> Result<(), Fault> {
        Err(Halt::Exit(code).into())
    }

    /// There are no signals: who could send one?
    #[allow(clippy::unused_self, reason = "every call is a method")]
    pub(super) fn proc_raise(&mut self, _signal: u32) -> Result<(), Fault> {
        Err(Errno::NoSys.into())
    }

    /// The metered guest calls this when its slice is used up. It may also call it on its own:
    /// that changes nothing about the bill.
    pub(super) fn sched_yield(&mut self) -> Result<(), Fault> {
        let left = self.guest.fuel();
        let next = self.world.refill(left, self.host)?;
        self.guest.set_fuel(next);
        Ok(())
    }
}
