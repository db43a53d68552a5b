//! Stopping a run from outside.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

/// Stops the runs that it was given to, from any thread. Clones are the same handle.
///
/// ```
/// let cancel = hognose::CancelHandle::new();
/// let other = cancel.clone();
/// std::thread::spawn(move || other.cancel()).join().unwrap();
/// assert!(cancel.is_cancelled());
/// ```
#[derive(Clone, Debug, Default)]
pub struct CancelHandle {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    // Taken by whoever changes something that a waiter waits for, so that no change slips in
    // between a waiter's look and its sleep.
    lock: Mutex<()>,
    changed: Condvar,
}

impl CancelHandle {
    /// A handle that has cancelled nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends every run with this handle as `cancelled`, those that start later too: a computing
    /// guest at its next yield (within milliseconds), a waiting one at once.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Release);
        self.wake();
    }

    /// Whether [`cancel`](Self::cancel) was called.
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Acquire)
    }

    /// Lets those who wait look again.
    pub(crate) fn wake(&self) {
        drop(self.lock());
        self.shared.changed.notify_all();
    }

    /// Waits until `look` finds something, `until` has passed or the run is cancelled.
    pub(crate) fn wait_for<T>(
        &self,
        until: Instant,
        mut look: impl FnMut() -> Option<T>,
    ) -> Option<T> {
        let mut guard = self.lock();
        loop {
            if let Some(found) = look() {
                return Some(found);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || self.is_cancelled() {
                return None;
            }
            guard = match self.shared.changed.wait_timeout(guard, left) {
                Ok((guard, _)) => guard,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
    }

    fn lock(&self) -> MutexGuard<'_, ()> {
        // It guards no data that a panic could have left half changed.
        self.shared.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
