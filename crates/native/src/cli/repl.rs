//! `hognose repl`.

use super::{
    args::ReplArgs,
    block,
    exit::{self, Failure},
    out, program, run,
    session::Kept,
    streams::Streams,
    terminal::{Line, Terminal},
};
use hognose::{CancelHandle, RunOptions, Status, Turn};
use std::{
    process,
    sync::{Arc, Mutex, PoisonError},
};

/// What leaves the prompt, as it does Python's.
const LEAVE: [&str; 4] = ["exit", "exit()", "quit", "quit()"];

pub(super) fn repl(args: &ReplArgs) -> Result<u8, Failure> {
    let mut files = program::files(&args.world)?;
    let runner = run::runner(&args.runtime)?;
    let mut session = Kept::open(&runner, &args.session, &args.world)?;
    let terminal = Terminal::new()?;
    // After the editor, which has a handler of its own for Ctrl-C, and does not need it: at the prompt
    // Ctrl-C is a key.
    let interrupt = Interrupt::new()?;
    terminal.greet(&runner.bundle().name());
    while let Some(source) = next(&terminal)? {
        let cancel = interrupt.next();
        let streams = Streams::new(cancel.clone());
        let options = RunOptions::new().cancel(cancel.clone());
        let (options, passing) = (terminal.live_stdin(options, &cancel), streams.clone());
        let options = options.on_output({
            let terminal = terminal.clone();
            move |stream, bytes| {
                passing.pass(stream, bytes);
                terminal.wrote(bytes);
            }
        });
        let mut turn = Turn::code(source);
        turn.files = std::mem::take(&mut files);
        let outcome = match session.run(turn, options) {
            Ok(outcome) => outcome,
            Err(failure) if session.is_open() => {
                exit::complain(&failure.line());
                continue;
            }
            Err(failure) => return Err(failure),
        };
        interrupt.rest();
        if !streams.finish(&outcome) {
            return Ok(exit::NO_READER);
        }
        if let Some(result) = &outcome.result {
            super::print(&format!("{}\n", result.repr))?;
        }
        exit::explain(&outcome);
        if let Some(dir) = &args.world.out {
            out::write(dir, &outcome.files)?;
        }
        if outcome.status == Status::Exit || !session.is_open() {
            return Ok(exit::code(&outcome));
        }
    }
    Ok(0)
}

/// What is to be run next; `None` at the end.
fn next(terminal: &Terminal) -> Result<Option<String>, Failure> {
    let mut source = String::new();
    loop {
        let prompt = if source.is_empty() { ">>> " } else { "... " };
        let line = match terminal.line(prompt)? {
            Line::Typed(line) => line,
            Line::Interrupted => {
                source.clear();
                continue;
            }
            // What was begun is Python's to complain about.
            Line::End => return Ok(Some(source).filter(|source| !source.trim().is_empty())),
        };
        if source.is_empty() && LEAVE.contains(&line.trim()) {
            return Ok(None);
        }
        source += &line;
        if block::is_complete(&source) && !source.trim().is_empty() {
            return Ok(Some(source));
        }
        if source.trim().is_empty() {
            source.clear();
        } else {
            source.push('\n');
        }
    }
}

/// What Ctrl-C does: it cancels the turn that runs. A second one, or one while nothing runs, ends the
/// process: whatever hangs, the user does not.
struct Interrupt(Arc<Mutex<Option<CancelHandle>>>);

impl Interrupt {
    fn new() -> Result<Self, Failure> {
        let running: Arc<Mutex<Option<CancelHandle>>> = Arc::default();
        let handle = Arc::clone(&running);
        let handler = move || match &*handle.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(cancel) if !cancel.is_cancelled() => cancel.cancel(),
            _ => process::exit(exit::CANCELLED.into()),
        };
        ctrlc::set_handler(handler).map_err(Failure::new)?;
        Ok(Self(running))
    }

    /// The handle of a turn that is about to run.
    fn next(&self) -> CancelHandle {
        let cancel = CancelHandle::new();
        self.set(Some(cancel.clone()));
        cancel
    }

    fn rest(&self) {
        self.set(None);
    }

    fn set(&self, cancel: Option<CancelHandle>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = cancel;
    }
}
