//! Waiting, which wasmer-wasix does, on this run's clock, and its end, which it cannot know of.

use super::run::Run;
use crate::CancelHandle;
use std::{
    pin::Pin,
    sync::atomic::{AtomicBool, Ordering},
    task::{Context, Poll},
    thread,
    time::{Duration, Instant},
};
use wasmer_wasix::{WasiProcess, wasmer_wasix_types::wasi::Signal};

/// Sleeps as the run's world does it, all at once when it is polled for the second time: whatever
/// else is waited for has had its turn by then.
pub(super) struct Sleep {
    run: Run,
    ns: u64,
    is_due: bool,
}

impl Sleep {
    pub(super) fn new(run: Run, time: Duration) -> Self {
        Self { run, ns: u64::try_from(time.as_nanos()).unwrap_or(u64::MAX), is_due: false }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if !self.is_due {
            self.is_due = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.run.with(|live| {
            let slept = live.foreign().sleep(self.ns);
            live.slept |= live.unless_halted(slept).is_some();
        });
        Poll::Ready(())
    }
}

/// Does something that may wait for ever, for `left` at most and no longer than until the run is
/// cancelled: then the process is sent a signal that ends it.
pub(super) fn bounded<T>(
    process: &WasiProcess,
    cancel: &CancelHandle,
    left: Duration,
    f: impl FnOnce() -> T,
) -> T {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let until = Instant::now() + left;
            let is_done = || done.load(Ordering::Acquire).then_some(());
            if cancel.wait_for(until, is_done).is_none() {
                process.signal_process(Signal::Sigkill);
            }
        });
        let result = f();
        done.store(true, Ordering::Release);
        cancel.wake();
        result
    })
}
