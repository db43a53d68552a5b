//! A thread with the sessions that are hot on it.

use super::{PoolError, PoolOptions, SessionId, places::Places, shelf::Hold, shelf::Shelf};
use crate::{CancelHandle, RunOptions, Runner, Session};
use hognose_core::{
    contract::{LimitError, Outcome, SessionOptions, Turn},
    snapshot::RestoreOptions,
};
use std::{
    collections::{BTreeMap, HashMap},
    panic::{self, AssertUnwindSafe},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

/// What all workers of a pool share.
pub(super) struct Shared {
    pub(super) runner: Runner,
    pub(super) options: PoolOptions,
    pub(super) shelf: Shelf,
    pub(super) places: Places,
}

/// Something that a worker is to do with a session. What it returns tells whoever waits for it.
pub(super) struct Job {
    pub(super) id: SessionId,
    pub(super) work: Box<dyn FnOnce(&mut Worker) -> Reply + Send>,
}

pub(super) type Reply = Box<dyn FnOnce()>;

/// What could not be stored when a pool was ended.
pub(super) type Losses = Vec<(SessionId, PoolError)>;

pub(super) struct Worker {
    shared: Arc<Shared>,
    hot: HashMap<SessionId, Hot>,
    /// The hot ones by when they were last used.
    order: BTreeMap<u64, SessionId>,
    /// How often a session was used.
    uses: u64,
    hot_bytes: u64,
}

/// A session that is in memory, and is not worked on.
struct Hot {
    session: Session,
    hold: Hold,
    bytes: u64,
    use_number: u64,
    since: Instant,
}

/// Bytes of a snapshot beside the contents of memory and files: for each name, and for the rest.
const NAME_BYTES: u64 = 512;
const REST_BYTES: u64 = 64 << 20;

/// Bytes of the snapshot of a session with the greatest limits that a pool allows.
pub(super) fn max_bytes(options: &PoolOptions) -> u64 {
    let limits = &options.limits;
    let names = limits.workspace_files.saturating_mul(NAME_BYTES);
    let contents = limits.memory_bytes.saturating_add(limits.workspace_bytes);
    contents.saturating_add(names).saturating_add(REST_BYTES)
}

impl Worker {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        let (hot, order) = Default::default();
        Self { shared, hot, order, uses: 0, hot_bytes: 0 }
    }

    /// Does what comes, until nothing can come any more. Then it stores what is hot.
    pub(super) fn work(mut self, jobs: &Receiver<Job>) -> Losses {
        loop {
            match jobs.recv_timeout(self.spill_idle()) {
                Ok(job) => self.perform(job),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.spill_all(),
            }
        }
    }

    fn perform(&mut self, Job { id, work }: Job) {
        // A session that is worked on is not among the hot ones: a panic takes that one along, and
        // leaves the others whole.
        let reply = panic::catch_unwind(AssertUnwindSafe(|| work(self)));
        self.shared.places.leave(id, self.hot.contains_key(&id), self.hot_bytes);
        if let Ok(reply) = reply {
            reply();
        }
    }

    pub(super) fn open(&mut self, id: SessionId, options: SessionOptions) -> Result<(), PoolError> {
        options.limits.check_against(&self.shared.options.limits).map_err(over)?;
        self.make_room(1)?;
        let session = self.shared.runner.open(options)?;
        self.keep(id, Hold::new(id), session);
        Ok(())
    }

    pub(super) fn run(
        &mut self,
        id: SessionId,
        turn: Turn,
        cancel: CancelHandle,
    ) -> Result<Outcome, PoolError> {
        let (hold, mut session) = self.fetch(id)?;
        let outcome = session.run_with(turn, RunOptions::new().cancel(cancel));
        match session.why_closed() {
            None => self.keep(id, hold, session),
            // Where that cannot be stored, the session stays held: nobody can run it either.
            Some(why) => drop(self.shared.shelf.bury(hold, &why)),
        }
        // What cannot be stored now stays hot, and is in the way of the next one that is to be.
        let _ = self.make_room(0);
        Ok(outcome?)
    }

    /// Stores a session if it is hot. `Err` leaves it hot, unless another pool took it over.
    pub(super) fn spill(&mut self, id: SessionId) -> Result<(), PoolError> {
        let Some(Hot { session, hold, .. }) = self.remove(id) else { return Ok(()) };
        let key = self.shared.options.key.as_ref();
        let stored = session.snapshot(key).map_err(PoolError::from);
        let stored = stored.and_then(|bytes| self.shared.shelf.put(hold, &bytes));
        match stored {
            Ok(()) | Err(PoolError::TakenOver(_)) => self.shared.places.cool(id, self.hot_bytes),
            Err(_) => self.keep(id, hold, session),
        }
        stored
    }

    pub(super) fn close(&mut self, id: SessionId) -> Result<(), PoolError> {
        let hot = self.remove(id);
        match self.shared.shelf.forget(id, hot.is_some()) {
            Ok(false) if hot.is_none() => Err(PoolError::Unknown(id)),
            Ok(_) => Ok(()),
            Err(error) => {
                if let Some(Hot { session, hold, .. }) = hot {
                    self.keep(id, hold, session);
                }
                Err(error)
            }
        }
    }

    pub(super) fn take_over(&mut self, id: SessionId) -> Result<(), PoolError> {
        if self.hot.contains_key(&id) { Ok(()) } else { self.shared.shelf.take_over(id) }
    }

    /// A session, to be worked on: from among the hot ones, or from the store.
    fn fetch(&mut self, id: SessionId) -> Result<(Hold, Session), PoolError> {
        if let Some(Hot { session, hold, .. }) = self.remove(id) {
            return Ok((hold, session));
        }
        self.make_room(1)?;
        let Shared { runner, options, shelf, .. } = &*self.shared;
        let (hold, bytes) = shelf.take(id)?;
        let mut restore = RestoreOptions::new()
            .with_limits(options.limits.clone())
            .with_max_bytes(max_bytes(options));
        if let Some(key) = &options.key {
            restore = restore.with_key(key.clone());
        }
        match runner.restore(&bytes, &restore) {
            Ok(session) => Ok((hold, session)),
            Err(error) => {
                shelf.release(hold);
                Err(error.into())
            }
        }
    }

    /// Puts a session among the hot ones, as the one that was used last.
    fn keep(&mut self, id: SessionId, hold: Hold, session: Session) {
        self.uses += 1;
        let (bytes, use_number, since) = (session.bytes(), self.uses, Instant::now());
        self.order.insert(use_number, id);
        self.hot.insert(id, Hot { session, hold, bytes, use_number, since });
        self.hot_bytes += bytes;
    }

    fn remove(&mut self, id: SessionId) -> Option<Hot> {
        let hot = self.hot.remove(&id)?;
        self.order.remove(&hot.use_number);
        self.hot_bytes -= hot.bytes;
        Some(hot)
    }

    /// Stores what was not used for the longest time, until this worker's share of what may be hot
    /// has room for so many more.
    fn make_room(&mut self, for_sessions: usize) -> Result<(), PoolError> {
        let PoolOptions { workers, max_hot_sessions, max_hot_bytes, .. } = self.shared.options;
        let (sessions, bytes) = (max_hot_sessions / workers, max_hot_bytes / workers as u64);
        while self.hot.len() + for_sessions > sessions || self.hot_bytes > bytes {
            let Some((_, &id)) = self.order.first_key_value() else { break };
            match self.spill(id) {
                Ok(()) | Err(PoolError::TakenOver(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Stores what is idle for too long. How long it is until the next one is.
    fn spill_idle(&mut self) -> Duration {
        let idle = self.shared.options.idle;
        loop {
            let Some((_, &id)) = self.order.first_key_value() else { return idle };
            let Some(hot) = self.hot.get(&id) else { return idle };
            let left = idle.saturating_sub(hot.since.elapsed());
            if !left.is_zero() {
                return left;
            }
            // One that cannot be stored is kept, as if it had been used: tried again later.
            let _ = self.spill(id);
        }
    }

    fn spill_all(mut self) -> Losses {
        let ids: Vec<_> = self.order.values().copied().collect();
        ids.into_iter().filter_map(|id| Some((id, self.spill(id).err()?))).collect()
    }
}

fn over(error: LimitError) -> PoolError {
    match error {
        LimitError::OverMaximum { name, value, most } => PoolError::Limit { name, value, most },
        error => PoolError::Run(crate::RunError::Request(error.into())),
    }
}
