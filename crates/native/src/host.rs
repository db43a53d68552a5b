//! The world outside as this machine has it: its clocks, its randomness, its standard input.

use crate::{cancel::CancelHandle, runner::OutputFn, stdin::LiveStdin};
use hognose_core::guest::{Host, LiveInput, Stream};
use std::time::{Duration, Instant, SystemTime};

/// The [`Host`] of every run on this machine.
pub(crate) struct SystemHost {
    started: Instant,
    cancel: CancelHandle,
    on_output: Option<OutputFn>,
    stdin: Option<LiveStdin>,
}

impl SystemHost {
    pub(crate) fn new(
        cancel: CancelHandle,
        on_output: Option<OutputFn>,
        stdin: Option<LiveStdin>,
    ) -> Self {
        Self { started: Instant::now(), cancel, on_output, stdin }
    }

    /// The host of nothing that runs.
    pub(crate) fn idle() -> Self {
        Self::new(CancelHandle::new(), None, None)
    }
}

impl Host for SystemHost {
    fn realtime_ns(&mut self) -> u64 {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        // A clock that stands before 1970 stands at 1970.
        since.map_or(0, nanoseconds)
    }

    fn monotonic_ns(&mut self) -> u64 {
        nanoseconds(self.started.elapsed())
    }

    fn fill_random(&mut self, bytes: &mut [u8]) {
        // Without randomness nothing that Python promises of it holds: there is no way to go on,
        // and `Runner::run` turns the panic into an error. Linux cannot fail here since 3.17.
        getrandom::fill(bytes).expect("the system has no source of randomness");
    }

    fn wait_ns(&mut self, ns: u64) {
        let until = after(ns);
        let _: Option<()> = self.cancel.wait_for(until, || None);
    }

    fn is_cancelled(&mut self) -> bool {
        self.cancel.is_cancelled()
    }

    fn output(&mut self, stream: Stream, bytes: &[u8]) {
        if let Some(on_output) = &mut self.on_output {
            on_output(stream, bytes);
        }
    }

    fn read_stdin(&mut self, into: &mut [u8], wait_ns: u64) -> LiveInput {
        let until = after(wait_ns);
        match &mut self.stdin {
            Some(stdin) => stdin.read(into, until, &self.cancel),
            None => LiveInput::End,
        }
    }
}

/// The moment `ns` nanoseconds from now.
fn after(ns: u64) -> Instant {
    let now = Instant::now();
    // A clock that cannot say so far ahead: nobody waits for a year.
    now.checked_add(Duration::from_nanos(ns)).unwrap_or(now + Duration::from_hours(24 * 365))
}

fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}
