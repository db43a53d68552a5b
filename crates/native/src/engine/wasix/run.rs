//! The run that files, streams and waits belong to: wasmer-wasix owns them and calls them without
//! saying whose they are.

use hognose_core::{
    guest::{Halt, Host},
    world::{Foreign, World},
};
use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A run, as long as it lasts. Clones are the same run.
#[derive(Clone)]
pub(super) struct Run(Arc<Mutex<Option<Live>>>);

/// A run under way.
pub(super) struct Live {
    pub(super) world: World,
    pub(super) host: Box<dyn Host>,
    /// What the guest had left when it made the call that is under way.
    pub(super) fuel_left: i64,
    /// Why it must not go on, where that was found out below this WASI, which cannot say so.
    pub(super) halt: Option<Halt>,
    /// Whether virtual time has passed since the guest was given its slice.
    pub(super) slept: bool,
    /// Files that are open.
    pub(super) files: u64,
}

// SAFETY: wasmer-wasix asks that files and tasks be `Send`, since it could give them to other
// threads. Here it cannot: `environment` refuses it every thread, and `execute` makes the store that
// owns all of them, uses it and drops it, on one thread.
unsafe impl Send for Live {}

impl Live {
    pub(super) fn foreign(&mut self) -> Foreign<'_> {
        let Self { world, host, fuel_left, .. } = self;
        Foreign { world, host: host.as_mut(), fuel_left: *fuel_left }
    }

    /// What came of something that can end the run; `None` where it did.
    pub(super) fn unless_halted<T>(&mut self, result: Result<T, Halt>) -> Option<T> {
        result.map_err(|halt| self.halt = Some(halt)).ok()
    }
}

impl Run {
    pub(super) fn new(world: World, host: Box<dyn Host>) -> Self {
        let live = Live { world, host, fuel_left: 0, halt: None, slept: false, files: 0 };
        Self(Arc::new(Mutex::new(Some(live))))
    }

    /// Does something with the run; `None` where it is over.
    pub(super) fn with<T>(&self, f: impl FnOnce(&mut Live) -> T) -> Option<T> {
        self.lock().as_mut().map(f)
    }

    /// The run is over.
    pub(super) fn end(&self) -> Option<(World, Box<dyn Host>)> {
        self.lock().take().map(|live| (live.world, live.host))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Live>> {
        // A panic below this WASI ends the run, which nobody looks at after that.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run").finish_non_exhaustive()
    }
}
