//! A world that goes on: what is new with each turn of a session, and how a guest is asked to end
//! one, so that the session outlives it.

use super::{FuelMeter, World};
use crate::{
    contract::{Content, Limits, RequestError, ValidRequest},
    guest::{Guest, Halt, Host},
    json,
    stdio::{Capture, Input},
    wasi::Errno,
    workspace::{Found, InodeId, LastLink},
};
use alloc::{format, string::String, vec::Vec};

/// Fuel for a guest that was asked to end its turn, to come to a point where it can.
const GRACE_FUEL: i64 = 100_000_000;

/// How a guest hears that its turn is to end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Interruption {
    /// It cannot: it is halted.
    #[default]
    Halting,
    /// The word at this address becomes 1.
    At(u32),
    /// It has been asked, for this reason.
    Asked(Halt),
}

impl World {
    /// Makes everything new that a turn has for itself. What stays is the filesystem with all that
    /// is open, the clock, which goes on, and chance. Where a file cannot be written, nothing has
    /// changed.
    pub fn next_turn(
        &mut self,
        turn: &ValidRequest,
        host: &mut dyn Host,
    ) -> Result<(), RequestError> {
        let args = turn.command_line();
        let request = turn.request();
        let (root, _) = self.start.as_ref().ok_or_else(|| fault("files", "have no workspace"))?;
        let root = *root;
        if !request.files.is_empty() {
            let mut changed = self.workspace.clone();
            core::mem::swap(&mut changed, &mut self.workspace);
            let now = self.realtime_ns(0, host);
            for (path, content) in &request.files {
                if let Err(errno) = self.write_file(root, path, content, now) {
                    self.workspace = changed;
                    let field = format!("files[\"{}\"]", json::shown(path));
                    return Err(fault(field, why(errno)));
                }
            }
        }
        self.start = Some((root, self.workspace.freeze(root)));
        self.set_turn_limits(request.limits.clone());
        self.stdin = Input::new(request.stdin.bytes().to_vec());
        self.args = args;
        Ok(())
    }

    /// Ends a turn: forgets what it had for itself. These limits hold in the session.
    pub(crate) fn end_turn(&mut self, limits: Limits) {
        self.clock.rest(self.fuel.used());
        self.set_turn_limits(limits);
        self.stdin = Input::default();
        self.args = Vec::new();
        self.waiting_since = None;
        self.interruption = Interruption::Halting;
    }

    fn set_turn_limits(&mut self, limits: Limits) {
        self.clock.set_limit(limits.wall_ms);
        self.fuel = FuelMeter::new(limits.fuel);
        self.stdout = Capture::new(limits.stdout_bytes);
        self.stderr = Capture::new(limits.stderr_bytes);
        self.limits = limits;
    }

    /// From now on the guest is asked to end its turn, before it is halted, by a 1 in the word at
    /// this address.
    pub fn make_interruptible(&mut self, word: u32) {
        self.interruption = Interruption::At(word);
    }

    /// Why the guest was asked to end its turn, if it was.
    pub fn interrupted(&self) -> Option<Halt> {
        match self.interruption {
            Interruption::Asked(halt) => Some(halt),
            Interruption::Halting | Interruption::At(_) => None,
        }
    }

    /// Asks the guest to end its turn, and gives it what it needs for that. `Err`: it cannot be
    /// asked, or was and did not hear.
    pub fn interrupt<G: Guest>(&mut self, halt: Halt, guest: &mut G) -> Result<(), Halt> {
        let Interruption::At(word) = self.interruption else { return Err(halt) };
        if matches!(halt, Halt::Exit(_)) || guest.write(word, &1_u32.to_le_bytes()).is_err() {
            return Err(halt);
        }
        self.waiting_since = None;
        self.fuel.grace(guest.fuel(), GRACE_FUEL);
        guest.set_fuel(GRACE_FUEL);
        self.interruption = Interruption::Asked(halt);
        Ok(())
    }

    /// Writes a file below a directory, in place of what is there.
    fn write_file(
        &mut self,
        root: InodeId,
        path: &str,
        content: &Content,
        now: u64,
    ) -> Result<(), Errno> {
        for (at, _) in path.match_indices('/') {
            let found = self.workspace.find(root, &path[..at], LastLink::Follow)?;
            if matches!(found, Found::Missing { .. }) {
                self.workspace.create_directory(&found, now)?;
            }
        }
        let id = match self.workspace.find(root, path, LastLink::Follow)? {
            Found::Missing { parent, name, .. } => {
                self.workspace.create_file(parent, &name, now)?
            }
            found => found.existing()?,
        };
        self.workspace.set_size(id, 0, now)?;
        let bytes = content.bytes();
        let window = self.workspace.window(id, 0, bytes.len() as u64, now)?;
        if window.len() < bytes.len() {
            return Err(Errno::NoSpc);
        }
        window.copy_from_slice(bytes);
        Ok(())
    }
}

fn fault(field: impl Into<String>, why: &'static str) -> RequestError {
    RequestError::Invalid { field: field.into(), why }
}

/// What an error number means to the embedder whose file it is about.
fn why(errno: Errno) -> &'static str {
    match errno {
        Errno::NoSpc => "the session's workspace has no room for it",
        Errno::FBig => "is larger than the session's limit file_bytes",
        Errno::IsDir => "is a directory in the session's workspace",
        Errno::NotDir => "is below a file of the session's workspace",
        Errno::Perm | Errno::Loop => "is behind a symbolic link that leads nowhere",
        _ => "cannot be written to the session's workspace",
    }
}
