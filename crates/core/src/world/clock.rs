//! What time it is, and when time is over.
//!
//! Without determinism it is the host's time. With it, time is virtual: one unit of fuel takes one
//! nanosecond, sleeping takes as long as it says and happens at once. A session has one clock, which
//! stands still between its turns, but for the host's time of day.

use crate::{
    contract::Determinism,
    guest::{Halt, Host},
};

const NS_PER_S: u64 = 1_000_000_000;
const NS_PER_MS: u64 = 1_000_000;

/// The clock of a world.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    limit_ns: u64,
    /// All turns of the session before this one.
    before: Before,
    /// The host's monotonic time at the start.
    started_ns: u64,
    /// From the start to the end.
    elapsed_ns: u64,
    simulated: Option<Simulated>,
}

/// What has passed, and how much of that was work.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    pub(super) elapsed_ns: u64,
    pub(super) cpu_ns: u64,
}

#[derive(Clone, Debug)]
struct Simulated {
    /// Nanoseconds since 1970 at the start of the session.
    epoch_ns: u64,
    /// Slept so far in this turn.
    slept_ns: u64,
}

impl Clock {
    pub(super) fn new(determinism: Option<Determinism>, wall_ms: u64) -> Self {
        let simulated = determinism.map(|determinism| Simulated {
            epoch_ns: determinism.epoch.saturating_mul(NS_PER_S),
            slept_ns: 0,
        });
        let limit_ns = wall_ms.saturating_mul(NS_PER_MS);
        Self { limit_ns, before: Before::default(), started_ns: 0, elapsed_ns: 0, simulated }
    }

    /// The turn is over. The time until the next one is not the guest's.
    pub(super) fn rest(&mut self, fuel_used: u64) {
        let cpu_ns = if self.is_virtual() { fuel_used } else { self.elapsed_ns };
        self.before.cpu_ns = self.before.cpu_ns.saturating_add(cpu_ns);
        self.before.elapsed_ns = self.before.elapsed_ns.saturating_add(self.elapsed_ns);
        self.elapsed_ns = 0;
        if let Some(clock) = &mut self.simulated {
            clock.slept_ns = 0;
        }
    }

    /// Another turn, of so many milliseconds at most.
    pub(super) fn set_limit(&mut self, wall_ms: u64) {
        self.limit_ns = wall_ms.saturating_mul(NS_PER_MS);
    }

    /// Where time is virtual: the seconds since 1970 that it started at.
    pub(super) fn epoch(&self) -> Option<u64> {
        self.simulated.as_ref().map(|clock| clock.epoch_ns / NS_PER_S)
    }

    /// What all turns took, of a session at rest.
    pub(super) fn before(&self) -> Before {
        self.before
    }

    /// Goes on from there.
    pub(super) fn set_before(&mut self, before: Before) {
        self.before = before;
    }

    pub(super) fn start(&mut self, host: &mut dyn Host) {
        self.started_ns = host.monotonic_ns();
    }

    pub(super) fn stop(&mut self, fuel_used: u64, host: &mut dyn Host) {
        self.elapsed_ns = self.virtual_ns(fuel_used).unwrap_or_else(|| self.real_elapsed_ns(host));
    }

    pub(super) fn elapsed_us(&self) -> u64 {
        self.elapsed_ns / 1_000
    }

    pub(super) fn is_virtual(&self) -> bool {
        self.simulated.is_some()
    }

    /// Nanoseconds since 1970.
    pub(super) fn realtime_ns(&self, fuel_used: u64, host: &mut dyn Host) -> u64 {
        match &self.simulated {
            Some(clock) => clock
                .epoch_ns
                .saturating_add(self.before.elapsed_ns)
                .saturating_add(clock.slept_ns)
                .saturating_add(fuel_used),
            None => host.realtime_ns(),
        }
    }

    /// Nanoseconds since the start of the session: a guest has no business with the host's uptime.
    pub(super) fn monotonic_ns(&self, fuel_used: u64, host: &mut dyn Host) -> u64 {
        let now = self.virtual_ns(fuel_used).unwrap_or_else(|| self.real_elapsed_ns(host));
        self.before.elapsed_ns.saturating_add(now)
    }

    /// Nanoseconds of work: without what was slept where that is known.
    pub(super) fn cpu_ns(&self, fuel_used: u64, host: &mut dyn Host) -> u64 {
        let now = if self.is_virtual() { fuel_used } else { self.real_elapsed_ns(host) };
        self.before.cpu_ns.saturating_add(now)
    }

    /// The virtual clock goes on by this, but no further than to the end of its time.
    pub(super) fn sleep_virtual(&mut self, fuel_used: u64, ns: u64) -> Result<(), Halt> {
        let left = self.virtual_left_ns(fuel_used).unwrap_or(u64::MAX);
        if let Some(clock) = &mut self.simulated {
            clock.slept_ns = clock.slept_ns.saturating_add(ns.min(left));
        }
        if ns > left { Err(Halt::Timeout) } else { Ok(()) }
    }

    /// Whether the virtual clock has time left.
    pub(super) fn check_virtual(&self, fuel_used: u64) -> Result<(), Halt> {
        match self.virtual_ns(fuel_used) {
            Some(ns) if ns > self.limit_ns => Err(Halt::Timeout),
            _ => Ok(()),
        }
    }

    /// Whether there is time left on the host's clock, which counts in any case: a run must end.
    pub(super) fn check_real(&self, host: &mut dyn Host) -> Result<(), Halt> {
        if self.real_elapsed_ns(host) >= self.limit_ns { Err(Halt::Timeout) } else { Ok(()) }
    }

    /// What is left of the virtual clock's time, if there is one.
    pub(super) fn virtual_left_ns(&self, fuel_used: u64) -> Option<u64> {
        self.virtual_ns(fuel_used).map(|ns| self.limit_ns.saturating_sub(ns))
    }

    /// What is left of the time on the host's clock.
    pub(super) fn real_left_ns(&self, host: &mut dyn Host) -> u64 {
        self.limit_ns.saturating_sub(self.real_elapsed_ns(host))
    }

    fn virtual_ns(&self, fuel_used: u64) -> Option<u64> {
        self.simulated.as_ref().map(|clock| clock.slept_ns.saturating_add(fuel_used))
    }

    fn real_elapsed_ns(&self, host: &mut dyn Host) -> u64 {
        host.monotonic_ns().saturating_sub(self.started_ns)
    }
}

impl super::World {
    /// Whether time here is virtual, and clock calls have to say how much fuel the guest has left.
    pub(crate) fn has_virtual_clock(&self) -> bool {
        self.clock.is_virtual()
    }

    pub(crate) fn realtime_ns(&self, fuel_left: i64, host: &mut dyn Host) -> u64 {
        self.clock.realtime_ns(self.fuel.used_at(fuel_left), host)
    }

    pub(crate) fn monotonic_ns(&self, fuel_left: i64, host: &mut dyn Host) -> u64 {
        self.clock.monotonic_ns(self.fuel.used_at(fuel_left), host)
    }

    pub(crate) fn cpu_ns(&self, fuel_left: i64, host: &mut dyn Host) -> u64 {
        self.clock.cpu_ns(self.fuel.used_at(fuel_left), host)
    }

    pub(crate) fn sleep_virtual(&mut self, fuel_left: i64, ns: u64) -> Result<(), Halt> {
        self.clock.sleep_virtual(self.fuel.used_at(fuel_left), ns)
    }

    pub(crate) fn real_left_ns(&self, host: &mut dyn Host) -> u64 {
        self.clock.real_left_ns(host)
    }

    /// What is left of the time that the guest sees.
    pub(crate) fn wall_left_ns(&self, fuel_left: i64, host: &mut dyn Host) -> u64 {
        let left = self.clock.virtual_left_ns(self.fuel.used_at(fuel_left));
        left.unwrap_or_else(|| self.real_left_ns(host))
    }
}
