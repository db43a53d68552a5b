//! Where the lines at the prompt come from: a terminal, with an editor and a history; or a pipe, with
//! neither, and without a prompt.

use super::exit::Failure;
use hognose::{CancelHandle, RunOptions};
use rustyline::{Cmd, DefaultEditor, KeyEvent, error::ReadlineError};
use std::{
    io::{self, IsTerminal as _, Read},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// What the tab key writes.
const INDENTATION: &str = "    ";
/// Bytes of a line that the program wrote, and that input is asked for behind it.
const MAX_LINE_BYTES: usize = 1 << 10;

/// What comes where a line is asked for.
pub(super) enum Line {
    Typed(String),
    /// Ctrl-C.
    Interrupted,
    /// Ctrl-D, or the end of the pipe.
    End,
}

/// A terminal or a pipe. Clones are the same.
#[derive(Clone)]
pub(super) struct Terminal {
    // A program that asks for input is at another thread.
    editor: Arc<Mutex<DefaultEditor>>,
    /// What the program wrote behind the last end of a line.
    line: Arc<Mutex<Vec<u8>>>,
    is_pipe: bool,
}

impl Terminal {
    pub(super) fn new() -> Result<Self, Failure> {
        let mut editor = DefaultEditor::new().map_err(Failure::new)?;
        editor.bind_sequence(KeyEvent::from('\t'), Cmd::Insert(1, INDENTATION.to_owned()));
        let (editor, line) = (Arc::new(Mutex::new(editor)), Arc::default());
        Ok(Self { editor, line, is_pipe: !io::stdin().is_terminal() })
    }

    /// Says who is there.
    pub(super) fn greet(&self, bundle: &str) {
        if !self.is_pipe {
            eprintln!("{bundle}, sealed. Ctrl-C stops what runs, Ctrl-D leaves.");
        }
    }

    /// The next line.
    pub(super) fn line(&self, prompt: &str) -> Result<Line, Failure> {
        let mut editor = lock(&self.editor);
        match editor.readline(prompt) {
            Ok(line) => {
                if !self.is_pipe {
                    // A line that cannot be remembered is a line.
                    let _ = editor.add_history_entry(line.as_str());
                }
                Ok(Line::Typed(line))
            }
            Err(ReadlineError::Eof) => Ok(Line::End),
            Err(ReadlineError::Interrupted) => {
                eprintln!("KeyboardInterrupt");
                Ok(Line::Interrupted)
            }
            Err(error) => Err(Failure::new(format!("standard input: {error}"))),
        }
    }

    /// The program wrote this.
    pub(super) fn wrote(&self, bytes: &[u8]) {
        let mut line = lock(&self.line);
        match bytes.iter().rposition(|byte| *byte == b'\n') {
            Some(end) => *line = bytes[end + 1..].to_vec(),
            None => line.extend_from_slice(bytes),
        }
        let excess = line.len().saturating_sub(MAX_LINE_BYTES);
        line.drain(..excess);
    }

    /// With what the user types, where a program asks for input at a terminal. In a pipe there is nothing
    /// but programs.
    pub(super) fn live_stdin(&self, options: RunOptions, cancel: &CancelHandle) -> RunOptions {
        if self.is_pipe {
            return options;
        }
        let (terminal, cancel) = (self.clone(), cancel.clone());
        options.live_stdin(Typed { terminal, cancel, rest: Vec::new() })
    }
}

/// What is typed while a program runs.
struct Typed {
    terminal: Terminal,
    cancel: CancelHandle,
    /// What is left of a line.
    rest: Vec<u8>,
}

impl Read for Typed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() {
            let line = std::mem::take(&mut *lock(&self.terminal.line));
            let prompt = String::from_utf8_lossy(&line).into_owned();
            match lock(&self.terminal.editor).readline(&prompt) {
                Ok(line) => self.rest = format!("{line}\n").into_bytes(),
                Err(ReadlineError::Interrupted) => self.cancel.cancel(),
                Err(_) => {}
            }
        }
        let count = self.rest.len().min(into.len());
        into[..count].copy_from_slice(&self.rest[..count]);
        self.rest.drain(..count);
        Ok(count)
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
