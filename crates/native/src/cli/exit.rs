//! How the command exits. Every code stands in `--help`.

use hognose::{Outcome, Status};
use std::{fmt, io::Write as _, process::ExitCode};

pub(super) const TRAP: u8 = 121;
pub(super) const OUT_OF_MEMORY: u8 = 122;
pub(super) const OUT_OF_FUEL: u8 = 123;
/// As of `timeout(1)`.
pub(super) const TIMEOUT: u8 = 124;
/// As of `timeout(1)` and `env(1)`: the command itself failed.
pub(super) const FAILED: u8 = 125;
/// As a shell shows a program that was ended by `SIGINT`.
pub(super) const CANCELLED: u8 = 130;
/// As a shell shows a program that was ended by `SIGPIPE`.
pub(super) const NO_READER: u8 = 141;
pub(super) const USAGE: u8 = 2;

/// What `--help` says of them.
pub(super) const HELP: &str = "\
Exit codes:
  as the program's    it ended by itself (0, sys.exit(N), 1 for an uncaught exception)
    2                 the command line is wrong
  121  trap           the runtime failed
  122  out_of_memory  stopped: limit memory_bytes
  123  out_of_fuel    stopped: limit fuel
  124  timeout        stopped: limit wall_ms
  125                 hognose itself failed: bad input, no bundle, no such file
  130  cancelled      stopped: Ctrl-C (a second one ends hognose at once)
  141                 nobody reads standard output any more";

/// Why there is no outcome, in one line, and the code to exit with.
#[derive(Debug)]
pub(super) struct Failure {
    code: u8,
    message: Message,
}

#[derive(Debug)]
enum Message {
    Line(String),
    Clap(Box<clap::Error>),
}

impl Failure {
    pub(super) fn new(message: impl fmt::Display) -> Self {
        Self { code: FAILED, message: Message::Line(message.to_string()) }
    }

    pub(super) fn usage(message: impl fmt::Display) -> Self {
        Self { code: USAGE, message: Message::Line(message.to_string()) }
    }

    /// Says what the failure comes to, in front of what it is.
    pub(super) fn prefixed(what: &'static str) -> impl FnOnce(Self) -> Self {
        move |failure| match failure.message {
            Message::Line(line) if failure.code == FAILED => Self::new(format!("{what}: {line}")),
            message => Self { message, ..failure },
        }
    }

    /// The line, without the command's name.
    pub(super) fn line(&self) -> String {
        match &self.message {
            Message::Line(line) => line.clone(),
            Message::Clap(error) => error.to_string(),
        }
    }

    pub(super) fn from_clap(error: clap::Error) -> Self {
        let code = u8::try_from(error.exit_code()).unwrap_or(USAGE);
        Self { code, message: Message::Clap(Box::new(error)) }
    }

    /// Tells the user. `--help` and `--version` come here too, with code 0.
    pub(super) fn report(self) -> ExitCode {
        match self.message {
            Message::Line(line) => complain(&line),
            Message::Clap(error) => {
                // Nobody is left to tell if this fails.
                let _ = error.print();
            }
        }
        self.code.into()
    }
}

/// One line on standard error.
pub(super) fn complain(line: &str) {
    // A file name or a message of a library may hold what would make more lines of it.
    let line = line.lines().map(str::trim_ascii).collect::<Vec<_>>().join(" ");
    // Nobody is left to tell if this fails.
    let _ = writeln!(std::io::stderr().lock(), "hognose: {line}");
}

/// The exit code of an outcome.
pub(super) fn code(outcome: &Outcome) -> u8 {
    match outcome.status {
        Status::Timeout => TIMEOUT,
        Status::OutOfFuel => OUT_OF_FUEL,
        Status::OutOfMemory => OUT_OF_MEMORY,
        Status::Cancelled => CANCELLED,
        Status::Trap => TRAP,
        _ => outcome.exit_code.unwrap_or(FAILED),
    }
}

/// What stopped it, for a run that was stopped.
pub(super) fn explain(outcome: &Outcome) {
    if outcome.exit_code.is_none()
        && let Some(error) = &outcome.error
    {
        complain(&format!("{}: {}", error.kind, error.message));
    }
}
