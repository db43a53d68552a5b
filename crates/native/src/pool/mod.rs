//! Many sessions on few threads: the ones in use in memory, the others in a store.

mod error;
mod id;
#[cfg(feature = "object-store")]
mod object_store;
mod places;
mod shelf;
mod store;
mod worker;

#[cfg(feature = "object-store")]
pub use self::object_store::ObjectSessions;
pub use error::PoolError;
pub use id::{SessionId, SessionIdError};
pub use store::{SessionStore, StoreError};

use crate::{CancelHandle, Runner};
use hognose_core::{
    contract::{Limits, Outcome, SessionOptions, Turn},
    snapshot::SnapshotKey,
};
use places::Places;
use shelf::Shelf;
use std::{
    fmt,
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};
use worker::{Job, Losses, Shared, Worker};

/// The most threads of a pool.
const MAX_WORKERS: usize = 1_024;

/// What a pool may use. By default: a thread for each processor, 256 hot sessions of 1 GiB together,
/// which are stored when nobody used them for a minute, no key, and default limits at most.
#[derive(Clone, Debug)]
#[must_use]
pub struct PoolOptions {
    workers: usize,
    max_hot_sessions: usize,
    max_hot_bytes: u64,
    idle: Duration,
    key: Option<SnapshotKey>,
    limits: Limits,
}

impl Default for PoolOptions {
    fn default() -> Self {
        Self {
            workers: thread::available_parallelism().map_or(1, Into::into).min(MAX_WORKERS),
            max_hot_sessions: 256,
            max_hot_bytes: 1 << 30,
            idle: Duration::from_mins(1),
            key: None,
            limits: Limits::default(),
        }
    }
}

impl PoolOptions {
    /// The default.
    pub fn new() -> Self {
        Self::default()
    }

    /// Threads that run turns: as many turns at a time. Up to 1024.
    pub fn with_workers(mut self, workers: usize) -> Self {
        self.workers = workers;
        self
    }

    /// Sessions that are in memory at a time: one for each worker at least. Each worker has its share;
    /// when that is full, the one that was not used for the longest time is stored.
    pub fn with_max_hot_sessions(mut self, sessions: usize) -> Self {
        self.max_hot_sessions = sessions;
        self
    }

    /// Bytes of memory and workspace that hot sessions have together between turns.
    pub fn with_max_hot_bytes(mut self, bytes: u64) -> Self {
        self.max_hot_bytes = bytes;
        self
    }

    /// How long a session stays hot that nobody uses.
    pub fn with_idle(mut self, idle: Duration) -> Self {
        self.idle = idle;
        self
    }

    /// The key of all snapshots: only what was stored with it is restored. Without one, whoever can
    /// write to the store can change what Python remembers.
    pub fn with_key(mut self, key: SnapshotKey) -> Self {
        self.key = Some(key);
        self
    }

    /// The greatest limits that a session may have.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    fn check(&self) -> Result<(), PoolError> {
        let wrong = |option, why| Err(PoolError::Option { option, why });
        if !(1..=MAX_WORKERS).contains(&self.workers) {
            return wrong("workers", "is not within 1 to 1024");
        }
        if self.max_hot_sessions < self.workers {
            return wrong("max_hot_sessions", "is less than one for each worker");
        }
        Ok(())
    }
}

/// What is in memory of a pool's sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PoolUse {
    /// Sessions that are hot.
    pub hot_sessions: usize,
    /// Bytes of their memories and workspaces.
    pub hot_bytes: u64,
}

/// Holds any number of sessions: those in use on threads of its own, the others as snapshots in a
/// store, from which they come back when they are used. It can be used from any number of threads; turns
/// of one session are run one after the other.
///
/// Pools on several machines can share a store, and each runs any session of it, one pool at a time: a
/// session that is hot in one is [`PoolError::InUse`] in the others, until it is idle, [spilled] or the
/// pool is [ended].
///
/// A turn that [closes] its session does the same here; whoever asks it for another turn is told why,
/// until it is closed here too.
///
/// [spilled]: Self::spill
/// [ended]: Self::end
/// [closes]: crate::Session
pub struct SessionPool {
    shared: Arc<Shared>,
    // Dropped before the threads are joined: that is how they hear of the end.
    workers: Vec<mpsc::Sender<Job>>,
    threads: Vec<JoinHandle<Losses>>,
}

impl SessionPool {
    /// A pool that runs sessions with this runner, and keeps the idle ones in this store.
    pub fn new(
        runner: Runner,
        store: impl SessionStore + 'static,
        options: PoolOptions,
    ) -> Result<Self, PoolError> {
        options.check()?;
        // What is packed can be a little longer than what it holds.
        let max_bytes = worker::max_bytes(&options);
        let max_bytes = max_bytes.saturating_add(max_bytes / 1024);
        let shelf = Shelf::new(Box::new(store), &new_id()?.to_string(), max_bytes);
        let places = Places::new(options.workers);
        let shared = Arc::new(Shared { runner, options, shelf, places });
        let mut pool = Self { shared, workers: Vec::new(), threads: Vec::new() };
        for number in 0..pool.shared.options.workers {
            let (sender, jobs) = mpsc::channel();
            let shared = Arc::clone(&pool.shared);
            let thread = thread::Builder::new()
                .name(format!("hognose-pool-{number}"))
                .spawn(move || Worker::new(shared).work(&jobs))
                .map_err(|_| PoolError::Internal("no thread could be started"))?;
            pool.workers.push(sender);
            pool.threads.push(thread);
        }
        Ok(pool)
    }

    /// Opens a session. Its id is the only way to it.
    pub fn open(&self, options: SessionOptions) -> Result<SessionId, PoolError> {
        let id = new_id()?;
        self.ask(id, move |worker| worker.open(id, options))?;
        Ok(id)
    }

    /// Runs a turn to its end, once it is that session's and its worker's turn.
    pub fn run(&self, id: SessionId, turn: impl Into<Turn>) -> Result<Outcome, PoolError> {
        self.run_with(id, turn, CancelHandle::new())
    }

    /// Like [`run`](Self::run), with a way to stop it. One that is cancelled before it began, ends as
    /// soon as it begins.
    pub fn run_with(
        &self,
        id: SessionId,
        turn: impl Into<Turn>,
        cancel: CancelHandle,
    ) -> Result<Outcome, PoolError> {
        let turn = turn.into();
        self.ask(id, move |worker| worker.run(id, turn, cancel))
    }

    /// Stores a session now, if it is hot, so that another pool can go on with it.
    pub fn spill(&self, id: SessionId) -> Result<(), PoolError> {
        self.ask(id, move |worker| worker.spill(id))
    }

    /// Ends a session for good: nothing of it is left, here or in the store.
    pub fn close(&self, id: SessionId) -> Result<(), PoolError> {
        self.ask(id, move |worker| worker.close(id))
    }

    /// Makes a session free that was hot in another pool when that was cut off: it is as it was last
    /// stored. Should that pool be alive, the session is lost to it: it is [`PoolError::TakenOver`]
    /// there when it is to be stored.
    pub fn take_over(&self, id: SessionId) -> Result<(), PoolError> {
        self.ask(id, move |worker| worker.take_over(id))
    }

    /// What is hot.
    pub fn used(&self) -> PoolUse {
        self.shared.places.used()
    }

    /// Stores all sessions that are hot, once their turns are over, and ends the pool. What could not be
    /// stored is lost, and is told. A pool that is dropped does the same, and tells nobody.
    pub fn end(mut self) -> Vec<(SessionId, PoolError)> {
        self.join()
    }

    /// Has a session's worker do something, and waits for it.
    fn ask<T: Send + 'static>(
        &self,
        id: SessionId,
        work: impl FnOnce(&mut Worker) -> Result<T, PoolError> + Send + 'static,
    ) -> Result<T, PoolError> {
        let (sender, answer) = mpsc::sync_channel(1);
        let job = Job {
            id,
            work: Box::new(move |worker| {
                let done = work(worker);
                // Whoever asked waits for it.
                Box::new(move || drop(sender.send(done)))
            }),
        };
        let worker = self.shared.places.enter(id);
        let sent = self.workers.get(worker).is_some_and(|worker| worker.send(job).is_ok());
        let failed = PoolError::Internal("a worker panicked");
        if sent { answer.recv().unwrap_or(Err(failed)) } else { Err(failed) }
    }

    fn join(&mut self) -> Losses {
        self.workers.clear();
        let losses = self.threads.drain(..).map(|thread| thread.join().unwrap_or_default());
        losses.flatten().collect()
    }
}

impl Drop for SessionPool {
    fn drop(&mut self) {
        self.join();
    }
}

impl fmt::Debug for SessionPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionPool").field("used", &self.used()).finish_non_exhaustive()
    }
}

fn new_id() -> Result<SessionId, PoolError> {
    SessionId::new().map_err(|_| PoolError::Internal("the system has no source of randomness"))
}
