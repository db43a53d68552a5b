//! The program's output on this command's own streams.

use hognose::{CancelHandle, Content, Outcome, Stream};
use std::{
    cell::RefCell,
    io::{self, ErrorKind, Write},
    rc::Rc,
};

/// Passes output on as it comes. Clones are the same.
#[derive(Clone, Default)]
pub(super) struct Streams {
    state: Rc<RefCell<State>>,
    cancel: CancelHandle,
}

#[derive(Default)]
struct State {
    /// Bytes that were passed on, of standard output and standard error.
    written: [usize; 2],
    /// Whether nobody reads standard output any more.
    unread: bool,
}

impl Streams {
    /// Streams whose reader's end cancels the run: nobody wants to know more.
    pub(super) fn new(cancel: CancelHandle) -> Self {
        Self { state: Rc::default(), cancel }
    }

    /// Passes on what is sure to be in the outcome.
    pub(super) fn pass(&self, stream: Stream, bytes: &[u8]) {
        let mut state = self.state.borrow_mut();
        state.written[index(stream)] += bytes.len();
        if let Err(error) = write(stream, bytes)
            && error.kind() == ErrorKind::BrokenPipe
            && stream == Stream::Stdout
        {
            state.unread = true;
            self.cancel.cancel();
        }
    }

    /// Passes on what is in the outcome and was not passed on. Whether somebody reads it.
    pub(super) fn finish(&self, outcome: &Outcome) -> bool {
        self.rest(Stream::Stdout, &outcome.stdout);
        self.rest(Stream::Stderr, &outcome.stderr);
        !self.state.borrow().unread
    }

    fn rest(&self, stream: Stream, content: &Content) {
        let written = self.state.borrow().written[index(stream)];
        self.pass(stream, content.bytes().get(written..).unwrap_or_default());
    }
}

fn index(stream: Stream) -> usize {
    match stream {
        Stream::Stdout => 0,
        Stream::Stderr => 1,
    }
}

fn write(stream: Stream, bytes: &[u8]) -> io::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    match stream {
        Stream::Stdout => {
            let mut stdout = io::stdout().lock();
            stdout.write_all(bytes).and_then(|()| stdout.flush())
        }
        Stream::Stderr => io::stderr().lock().write_all(bytes),
    }
}
