//! Which worker a session is at.

use super::{PoolUse, SessionId};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// The workers, and what is at each.
pub(super) struct Places(Mutex<State>);

struct State {
    places: HashMap<SessionId, Place>,
    loads: Vec<Load>,
}

/// A session that is hot, or about to be.
struct Place {
    worker: usize,
    /// What it is asked that is not done yet.
    pending: usize,
    is_hot: bool,
}

#[derive(Clone, Default)]
struct Load {
    pending: usize,
    places: usize,
    hot_bytes: u64,
}

impl Places {
    pub(super) fn new(workers: usize) -> Self {
        Self(Mutex::new(State { places: HashMap::new(), loads: vec![Load::default(); workers] }))
    }

    /// The worker that is to be asked about a session: that where it is, else the one with the least
    /// to do. It stays there until [`leave`](Self::leave) was called as often.
    pub(super) fn enter(&self, id: SessionId) -> usize {
        let State { places, loads } = &mut *self.state();
        let place = places.entry(id).or_insert_with(|| {
            let least = loads.iter().enumerate().min_by_key(|(_, it)| (it.pending, it.places));
            let worker = least.map_or(0, |(worker, _)| worker);
            loads[worker].places += 1;
            Place { worker, pending: 0, is_hot: false }
        });
        place.pending += 1;
        loads[place.worker].pending += 1;
        place.worker
    }

    /// What a session was asked is done. Its worker's hot sessions have so many bytes now.
    pub(super) fn leave(&self, id: SessionId, is_hot: bool, hot_bytes: u64) {
        let state = &mut *self.state();
        let Some(place) = state.places.get_mut(&id) else { return };
        place.pending -= 1;
        place.is_hot = is_hot;
        let load = &mut state.loads[place.worker];
        load.pending -= 1;
        load.hot_bytes = hot_bytes;
        state.drop_unused(id);
    }

    /// A session is not hot any more. What is hot at its worker has so many bytes now.
    pub(super) fn cool(&self, id: SessionId, hot_bytes: u64) {
        let state = &mut *self.state();
        let Some(place) = state.places.get_mut(&id) else { return };
        place.is_hot = false;
        state.loads[place.worker].hot_bytes = hot_bytes;
        state.drop_unused(id);
    }

    /// What is hot.
    pub(super) fn used(&self) -> PoolUse {
        let state = self.state();
        let hot_sessions = state.places.values().filter(|place| place.is_hot).count();
        PoolUse { hot_sessions, hot_bytes: state.loads.iter().map(|load| load.hot_bytes).sum() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing in here panics half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn drop_unused(&mut self, id: SessionId) {
        if let Some(place) = self.places.get(&id)
            && place.pending == 0
            && !place.is_hot
        {
            self.loads[place.worker].places -= 1;
            self.places.remove(&id);
        }
    }
}
