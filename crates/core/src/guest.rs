//! What core asks of an engine and of a host. The engine crates implement these and decide nothing.

use alloc::string::String;

/// A guest's linear memory. Offsets and lengths come from the guest: implementations check them.
pub trait GuestMemory {
    /// Bytes that the memory has now.
    fn size(&self) -> u64;
    /// Copies `into.len()` bytes at `at` out of the guest.
    fn read(&self, at: u32, into: &mut [u8]) -> Result<(), OutOfBounds>;
    /// Copies `bytes` into the guest at `at`.
    fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), OutOfBounds>;
}

/// A range that is not within the guest's memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the range is not within the guest's memory")]
pub struct OutOfBounds;

/// A live, metered guest.
pub trait Guest: GuestMemory {
    /// What is left of the fuel that was set; below zero once it is used up.
    fn fuel(&mut self) -> i64;
    /// Sets the fuel until the guest has to ask again.
    fn set_fuel(&mut self, fuel: i64);
}

/// The world outside: the only way to time, chance, waiting and cancelling. A deterministic run
/// takes no clock and no chance from it.
pub trait Host {
    /// Nanoseconds since 1970-01-01T00:00:00Z.
    fn realtime_ns(&mut self) -> u64;
    /// Nanoseconds since some fixed moment; never goes back.
    fn monotonic_ns(&mut self) -> u64;
    /// Fills `bytes` with unpredictable ones.
    fn fill_random(&mut self, bytes: &mut [u8]);
    /// Waits for this long at most; returns at once when the run is cancelled.
    fn wait_ns(&mut self, ns: u64);
    /// Whether the caller wants the run to end.
    fn is_cancelled(&mut self) -> bool;
    /// Called with output that is sure to be in the outcome, in order, as it is written.
    fn output(&mut self, _stream: Stream, _bytes: &[u8]) {}
    /// Reads live standard input into `into`, waiting for `wait_ns` at most. Asked only where the
    /// world says that standard input is live.
    fn read_stdin(&mut self, _into: &mut [u8], _wait_ns: u64) -> LiveInput {
        LiveInput::End
    }
}

/// What [`Host::read_stdin`] came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiveInput {
    /// So many bytes (at least one) were read.
    Bytes(usize),
    /// There is nothing yet.
    Pending,
    /// There will be nothing more.
    End,
}

/// A standard output stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output, file descriptor 1.
    Stdout,
    /// Standard error, file descriptor 2.
    Stderr,
}

/// Why a guest must not go on. A host call that returns one ends the guest at once: the engine
/// unwinds it, and nothing in the guest can catch that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// The guest called `proc_exit` with this code.
    Exit(u32),
    /// `limits.wall_ms` has passed.
    Timeout,
    /// `limits.fuel` is used up.
    OutOfFuel,
    /// The caller cancelled the run.
    Cancelled,
}

/// How a guest came to its end, as the engine saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// It returned, with this exit code: `_start` with none, which is zero.
    Returned(u32),
    /// A host call ended it.
    Halted(Halt),
    /// It trapped; the engine's own words.
    Trapped(String),
}
