//! The world for an engine that brings a WASI of its own: what that needs below it, so that streams,
//! files, time and limits are these and not another's.

use super::World;
use crate::{
    guest::{Halt, Host, Stream},
    wasi::WAIT_STEP_NS,
};

/// One call of a WASI that is not core's. Its streams and waits are here; its files are by path,
/// absolute, below the first preopened directory, or by [`OpenFile`](super::OpenFile).
///
/// Core's own calls ([`Preview1`](crate::wasi::Preview1)) need none of this.
pub struct Foreign<'a> {
    /// What the guest sees.
    pub world: &'a mut World,
    /// What is outside.
    pub host: &'a mut dyn Host,
    /// What the guest has left of its slice: a virtual clock goes by it.
    pub fuel_left: i64,
}

impl Foreign<'_> {
    /// Ends the run where its caller has cancelled it or its time on the host's clock is over. Each
    /// call has to ask first.
    pub fn check(&mut self) -> Result<(), Halt> {
        self.world.check(self.host)
    }

    /// Nanoseconds that are left of the time on the host's clock.
    pub fn left_ns(&mut self) -> u64 {
        self.world.real_left_ns(self.host)
    }

    /// Sleeps for so many nanoseconds, or until the run must end. Where time is virtual that takes
    /// none of the host's, and the guest's slice must be [refilled](World::refill) after it.
    pub fn sleep(&mut self, ns: u64) -> Result<(), Halt> {
        if self.world.has_virtual_clock() {
            return self.world.sleep_virtual(self.fuel_left, ns);
        }
        let until = self.host.monotonic_ns().saturating_add(ns);
        loop {
            self.check()?;
            let left = until.saturating_sub(self.host.monotonic_ns());
            if left == 0 {
                return Ok(());
            }
            let left = left.min(self.left_ns());
            self.host.wait_ns(left);
        }
    }

    /// Reads standard input, waiting for it where it is live; 0 bytes are its end.
    pub fn read_input(&mut self, into: &mut [u8]) -> Result<usize, Halt> {
        if into.is_empty() {
            return Ok(0);
        }
        while self.world.stdin.must_wait() {
            self.check()?;
            let wait = self.left_ns().min(WAIT_STEP_NS);
            self.world.stdin.ask(self.host, wait);
        }
        let available = self.world.stdin.available();
        let count = available.len().min(into.len());
        into[..count].copy_from_slice(&available[..count]);
        self.world.stdin.consume(count);
        Ok(count)
    }

    /// Writes to a stream, all of it.
    pub fn write_output(&mut self, stream: Stream, bytes: &[u8]) {
        self.world.write_output(stream, bytes);
    }

    /// Passes on what was written to a stream: once for each call of the guest.
    pub fn flush_output(&mut self, stream: Stream) {
        self.world.flush_output(stream, self.host);
    }

    /// The time that a change of the filesystem is given.
    pub(super) fn now(&mut self) -> u64 {
        self.world.realtime_ns(self.fuel_left, self.host)
    }
}
