//! Sessions for JavaScript: guests that are kept between runs, on this thread.

use crate::{
    engine::{self, LiveInstance, Started},
    error::WebError,
    host::PageHost,
    runner::{Inner, Run, Runner, json},
};
use alloc::{borrow::ToOwned, boxed::Box, rc::Rc, string::String, vec::Vec};
use core::cell::RefCell;
use hognose_core::{
    contract::{PYTHON, RequestError, SessionOptions, Turn},
    session::{self, SessionError},
    snapshot::{DEFAULT_MAX_BYTES, RestoreOptions, Snapshot, SnapshotError, SnapshotKey},
};
use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Runner {
    /// Opens a session with these options (JSON). `pause` is as in [`begin`](Runner::begin), for
    /// all its turns.
    pub fn open(&self, options: &str, pause: Option<Function>) -> Result<Session, WebError> {
        let options = SessionOptions::from_json(options.as_bytes())?;
        let session = session::Session::new(options)?;
        Ok(Session::of(Kept::new(self.inner(), session, pause)?))
    }

    /// Does now what the first session would wait for.
    pub fn warm(&self, pause: Option<Function>) -> Result<(), WebError> {
        let runner = self.inner();
        if !runner.engine().is_kept() {
            return Ok(());
        }
        runner.origin()?;
        if let Some(guest) = runner.engine().open(u64::MAX, pause)? {
            guest.retire(runner.engine());
        }
        Ok(())
    }

    /// Goes on with the session that these bytes are, taken with this key; of `max_bytes` at most.
    pub fn restore(
        &self,
        bytes: &Uint8Array,
        key: Option<Vec<u8>>,
        max_bytes: Option<f64>,
        pause: Option<Function>,
    ) -> Result<Session, WebError> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        let max = max_bytes.map_or(DEFAULT_MAX_BYTES, |max| max as u64);
        let bytes_given = u64::from(bytes.length());
        // What cannot be compressed is hardly longer for it.
        if bytes_given > max.saturating_add(max / 1_024).saturating_add(1_024) {
            return Err(SnapshotError::TooLarge { bytes: bytes_given, max }.into());
        }
        let mut options = RestoreOptions::new().with_max_bytes(max);
        if let Some(key) = snapshot_key(key)? {
            options = options.with_key(key);
        }
        let runner = self.inner();
        let snapshot = Snapshot::read(&bytes.to_vec(), runner.origin()?, &options)?;
        let (session, pages) = snapshot.into_parts();
        let mut kept = Kept::new(runner, session, pause)?;
        if let Some(guest) = &mut kept.guest {
            guest.restore(pages.memory_bytes(), pages.iter())?;
        }
        Ok(Session::of(kept))
    }
}

/// A session. Its turns come one after the other.
#[wasm_bindgen]
pub struct Session {
    kept: Rc<RefCell<Kept>>,
}

/// What a session and its turn share.
pub(crate) struct Kept {
    runner: Rc<Inner>,
    session: session::Session,
    /// `None` while a turn runs, and once the session is closed.
    guest: Option<LiveInstance>,
}

#[wasm_bindgen]
impl Session {
    /// Gets a turn (JSON) ready. `on_output` is as in [`Runner::begin`].
    pub fn begin(&self, turn: &str, on_output: Option<Function>) -> Result<Run, WebError> {
        let turn = Turn::from_json(turn.as_bytes())?;
        let mut host = PageHost::new(on_output);
        let cancelled = host.cancelled();
        let mut kept = self.kept.borrow_mut();
        let kept = &mut *kept;
        let world = kept.session.begin(turn, kept.runner.maximum(), &mut host)?;
        let wall_ms = world.limits().wall_ms;
        let guest = kept.guest.take().ok_or_else(|| WebError::internal("there is no guest"));
        let started = guest.and_then(|it| it.start(world, Box::new(host), engine::Run::Turn));
        let started = started.inspect_err(|_| kept.failed())?;
        let session = Some(Rc::clone(&self.kept));
        Ok(Run::new(Rc::clone(&kept.runner), started, cancelled, wall_ms, session))
    }

    /// The session as bytes, with a key of 32 bytes or without one.
    pub fn snapshot(&self, key: Option<Vec<u8>>) -> Result<Vec<u8>, WebError> {
        let key = snapshot_key(key)?;
        let Kept { runner, session, guest } = &*self.kept.borrow();
        session.world()?;
        let guest = guest.as_ref().ok_or_else(|| WebError::internal("there is no guest"))?;
        let image = runner.engine().opened_image()?.bytes();
        Ok(Snapshot::take(runner.origin()?, image, guest.memory(), session, key.as_ref())?)
    }

    /// Another session in the same state.
    pub fn fork(&self, pause: Option<Function>) -> Result<Self, WebError> {
        let Kept { runner, session, guest } = &*self.kept.borrow();
        session.world()?;
        let guest = guest.as_ref().ok_or_else(|| WebError::internal("there is no guest"))?;
        let memory_bytes = session.options().limits.memory_bytes;
        let guest = guest.fork(runner.engine(), memory_bytes, pause)?;
        let (runner, session) = (Rc::clone(runner), session.clone());
        Ok(Self::of(Kept { runner, session, guest: Some(guest) }))
    }

    /// What its turns have used, and whether it is open: JSON.
    pub fn used(&self) -> Result<String, WebError> {
        json(&self.kept.borrow().session.used())
    }
}

impl Session {
    fn of(kept: Kept) -> Self {
        Self { kept: Rc::new(RefCell::new(kept)) }
    }
}

impl Kept {
    fn new(
        runner: Rc<Inner>,
        session: session::Session,
        pause: Option<Function>,
    ) -> Result<Self, WebError> {
        let limits = &session.options().limits;
        limits.check_against(runner.maximum()).map_err(RequestError::from)?;
        if !runner.engine().is_kept() {
            return Err(SessionError::Unsupported { command: PYTHON.to_owned() }.into());
        }
        let guest = runner.engine().open(limits.memory_bytes, pause)?;
        if guest.is_none() {
            let why = "is less than the runtime needs";
            return Err(RequestError::Invalid { field: "limits.memory_bytes".into(), why }.into());
        }
        Ok(Self { runner, session, guest })
    }

    /// Ends a turn, whose function returned or threw.
    pub(crate) fn end(
        &mut self,
        started: Started,
        returned: Result<JsValue, JsValue>,
    ) -> Result<String, WebError> {
        let (execution, guest) = started.rest(returned).inspect_err(|_| self.failed())?;
        let outcome = self.session.end(execution, self.runner.identity().clone());
        self.guest = guest;
        if !self.session.used().open {
            self.retire();
        }
        json(&outcome)
    }

    /// Nothing is known of the guest any more.
    fn failed(&mut self) {
        self.session.close("Hognose itself failed");
    }

    fn retire(&mut self) {
        if let Some(guest) = self.guest.take() {
            guest.retire(self.runner.engine());
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.retire();
    }
}

fn snapshot_key(key: Option<Vec<u8>>) -> Result<Option<SnapshotKey>, RequestError> {
    let Some(key) = key else { return Ok(None) };
    let why = "must be 32 bytes";
    let key = key.try_into().map_err(|_| RequestError::Invalid { field: "key".into(), why })?;
    Ok(Some(SnapshotKey::new(key)))
}
