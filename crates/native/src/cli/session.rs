//! `--session FILE`: sessions that are kept between two calls of this command.

use super::{
    args::{SessionArgs, WorldArgs},
    exit::{Failure, complain},
    files, limits, program,
};
use hognose::{
    Outcome, RestoreOptions, RunOptions, Runner, Session, SnapshotKey, Turn, TurnLimits,
};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

/// Bytes of a snapshot: what the greatest limits come to, so that all that is written can be read.
const MAX_BYTES: u64 = 6 << 30;
/// Digits of a key.
const KEY_DIGITS: usize = 64;

/// A session, and where it goes after each turn.
pub(super) struct Kept {
    session: Session,
    limits: TurnLimits,
    file: Option<PathBuf>,
    key: Option<SnapshotKey>,
}

impl Kept {
    /// The session that is in the file, else one with what the command line says.
    pub(super) fn open(
        runner: &Runner,
        args: &SessionArgs,
        world: &WorldArgs,
    ) -> Result<Self, Failure> {
        let key = args.key_file.as_deref().map(key).transpose()?;
        let file = args.session.clone();
        let there = file.as_deref().filter(|file| fs::exists(file).unwrap_or(true));
        let (session, limits) = if let Some(file) = there {
            let limits = limits::of_turn(&world.limit)?;
            check_world(file, world)?;
            (restore(runner, file, key.as_ref())?, limits)
        } else {
            let options = program::session(world)?;
            (runner.open(options).map_err(Failure::new)?, TurnLimits::default())
        };
        Ok(Self { session, limits, file, key })
    }

    /// Runs a turn, and writes the session to its file.
    pub(super) fn run(&mut self, turn: Turn, options: RunOptions) -> Result<Outcome, Failure> {
        let mut turn = turn;
        turn.limits = self.limits;
        let outcome = self.session.run_with(turn, options).map_err(Failure::new)?;
        match &self.file {
            Some(file) if self.is_open() => {
                let bytes = self.session.snapshot(self.key.as_ref()).map_err(Failure::new)?;
                write_private(file, &bytes)?;
            }
            Some(file) => {
                complain(&format!("{}: the session is as it was before this turn", file.display()));
            }
            None => {}
        }
        Ok(outcome)
    }

    pub(super) fn is_open(&self) -> bool {
        self.session.used().open
    }
}

/// What a session has from its start cannot be asked for later.
fn check_world(file: &Path, world: &WorldArgs) -> Result<(), Failure> {
    let given = [
        ("--env", !world.env.is_empty()),
        ("--seed", world.seed.is_some()),
        ("--epoch", world.epoch.is_some()),
    ];
    match given.iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => Err(Failure::usage(format!(
            "{option}: is for a new session, and there is one in {}",
            file.display()
        ))),
        None => Ok(()),
    }
}

fn restore(runner: &Runner, file: &Path, key: Option<&SnapshotKey>) -> Result<Session, Failure> {
    let bytes = files::read(file, MAX_BYTES)?;
    let mut options = RestoreOptions::new().with_max_bytes(MAX_BYTES);
    if let Some(key) = key {
        options = options.with_key(key.clone());
    }
    let named = |error| Failure::new(format!("{}: {error}", file.display()));
    runner.restore(&bytes, &options).map_err(named)
}

/// Python's memory is nobody else's business. Never leaves half a file.
fn write_private(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fail = |error| files::fail(file, &error);
    let dir = file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A temporary file is readable for its user alone.
    let mut new = tempfile::Builder::new().prefix(".hognose-").tempfile_in(dir).map_err(fail)?;
    new.write_all(bytes).map_err(fail)?;
    new.persist(file).map_err(|error| fail(error.error))?;
    Ok(())
}

/// The key in a file.
fn key(path: &Path) -> Result<SnapshotKey, Failure> {
    let wrong = || {
        let what = "is not a key: 32 bytes in hexadecimal, as of `openssl rand -hex 32`";
        Failure::new(format!("{}: {what}", path.display()))
    };
    let text = String::from_utf8(files::read(path, 1 << 10)?).map_err(|_| wrong())?;
    let text = text.trim_ascii();
    if text.len() != KEY_DIGITS || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(wrong());
    }
    let mut key = [0; KEY_DIGITS / 2];
    for (byte, at) in key.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| wrong())?;
    }
    Ok(SnapshotKey::new(key))
}
