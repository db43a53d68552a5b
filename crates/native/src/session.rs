//! Sessions: guests that are kept between runs.

use crate::{
    ModuleError, RunError, RunOptions, Runner,
    commands::Command,
    engine::{Image, LiveInstance, Run, needs_too_much},
    host::SystemHost,
    runner::contained,
};
use hognose_core::{
    contract::{Outcome, PYTHON, RequestError, SessionOptions, SessionUse, Turn},
    guest::GuestMemory as _,
    session::{self, SessionError},
    snapshot::{RestoreOptions, Snapshot, SnapshotKey},
};
use std::{fmt, sync::Arc};

impl Runner {
    /// Opens a session: Python that keeps its variables, imports and open files from one turn to
    /// the next.
    ///
    /// ```no_run
    /// use hognose::{Bundle, Runner, SessionOptions};
    /// let runner = Runner::new(Bundle::load("bundles/lang-python/0.1.0")?)?;
    /// let mut session = runner.open(SessionOptions::new())?;
    /// session.run("total = sum(range(101))")?;
    /// let outcome = session.run("total")?;
    /// assert_eq!(outcome.result.map(|it| it.repr).as_deref(), Some("5050"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(&self, options: SessionOptions) -> Result<Session, RunError> {
        let command = self.command(PYTHON)?;
        let session = session::Session::new(options)?;
        Session::new(session, command)
    }

    /// Goes on with a session where it was when [`Session::snapshot`] made these bytes, here or in
    /// a browser, with the same runtime. Nothing of a snapshot that is not whole, was not taken
    /// with the key of the options, or asks for more than they allow comes near a guest.
    pub fn restore(&self, bytes: &[u8], options: &RestoreOptions) -> Result<Session, RunError> {
        let command = self.command(PYTHON)?;
        let snapshot = Snapshot::read(bytes, command.origin()?, options)?;
        let (session, pages) = snapshot.into_parts();
        let mut session = Session::new(session, command)?;
        let guest = &mut session.guest;
        contained(|| Ok(guest.restore(pages.memory_bytes(), pages.iter())?))?;
        Ok(session)
    }
}

/// A guest that is kept between runs, on one thread. It is closed when a turn traps, or does not
/// hear that it is to end: whatever it is asked then is a [`SessionError::Closed`].
pub struct Session {
    kept: session::Session,
    guest: LiveInstance,
    command: Arc<Command>,
}

impl Session {
    fn new(session: session::Session, command: Arc<Command>) -> Result<Self, RunError> {
        let memory_bytes = session.options().limits.memory_bytes;
        session.options().limits.check_against(&command.maximum).map_err(RequestError::from)?;
        if !command.module.is_kept() {
            return Err(SessionError::Unsupported { command: PYTHON.to_owned() }.into());
        }
        if needs_too_much(&command.module, memory_bytes) {
            let why = "is less than the runtime needs";
            return Err(RequestError::Invalid { field: "limits.memory_bytes".into(), why }.into());
        }
        let guest = contained(|| Ok(LiveInstance::new(&command.module, memory_bytes)?))?;
        Ok(Self { kept: session, guest, command })
    }

    /// Runs a turn to its end.
    pub fn run(&mut self, turn: impl Into<Turn>) -> Result<Outcome, RunError> {
        self.run_with(turn, RunOptions::default())
    }

    /// Like [`run`](Self::run), with a way to stop it, to see its output as it is written, and to
    /// feed its input while it runs.
    ///
    /// A turn that is stopped, by its limits or from outside, ends at the next point where Python
    /// can go on later: no handler and no `finally` of the program is run, and the session stays
    /// open. One that comes to no such point is cut off, and the session is closed.
    pub fn run_with(
        &mut self,
        turn: impl Into<Turn>,
        options: RunOptions,
    ) -> Result<Outcome, RunError> {
        let mut clock = SystemHost::idle();
        let world = self.kept.begin(turn.into(), &self.command.maximum, &mut clock)?;
        let (world, host) = options.prepare(world);
        let guest = &mut self.guest;
        match contained(|| Ok(guest.run(world, host, Run::Turn)?)) {
            Ok(execution) => Ok(self.kept.end(execution, self.command.identity.clone())),
            Err(error) => {
                self.kept.close("Hognose itself failed");
                Err(error)
            }
        }
    }

    fn image(&self) -> Result<&Image, ModuleError> {
        Ok(self.command.module.image()?.ok_or(ModuleError::Open)?)
    }

    /// What its turns have used so far, and whether it is open.
    pub fn used(&self) -> SessionUse {
        self.kept.used()
    }

    /// Why it is closed, if it is.
    pub(crate) fn why_closed(&self) -> Option<String> {
        match self.kept.world() {
            Err(SessionError::Closed(why)) => Some(why),
            _ => None,
        }
    }

    /// Bytes of its memory and its workspace.
    pub(crate) fn bytes(&self) -> u64 {
        let workspace = self.kept.world().map_or(0, |world| world.workspace_use().bytes);
        self.guest.reader().size() + workspace
    }

    /// The session as bytes: what is in Python's memory, in the workspace and on the clock. With a
    /// key, they can only be restored with that key, and cannot be changed without it; without
    /// one, whoever stores them can change what Python remembers.
    pub fn snapshot(&self, key: Option<&SnapshotKey>) -> Result<Vec<u8>, RunError> {
        let image = self.image()?.bytes();
        let origin = self.command.origin()?;
        let memory = self.guest.reader();
        Ok(Snapshot::take(origin, image, &memory, &self.kept, key)?)
    }

    /// Another session in the same state. What one does from now on, the other does not see.
    pub fn fork(&self) -> Result<Self, RunError> {
        self.kept.world()?;
        let mut fork = Self::new(self.kept.clone(), Arc::clone(&self.command))?;
        let image = self.image()?;
        let (from, to) = (&self.guest, &mut fork.guest);
        contained(|| Ok(to.copy(from, image)?))?;
        Ok(fork)
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("used", &self.used()).finish_non_exhaustive()
    }
}
