//! Live standard input: read by a thread of its own, so that a run can end while it waits, and
//! only when the guest reads, so that nothing is taken that nobody wants.

use crate::cancel::CancelHandle;
use hognose_core::guest::LiveInput;
use std::{
    collections::VecDeque,
    fmt,
    io::{ErrorKind, Read},
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
    time::Instant,
};

/// Bytes that are asked of the source at once.
const CHUNK_BYTES: usize = 64 << 10;

/// A source of input that may block.
pub(crate) struct LiveStdin {
    source: Option<Box<dyn Read + Send>>,
    wants: Option<mpsc::Sender<()>>,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    bytes: VecDeque<u8>,
    /// Whether the thread is reading, or is about to.
    reading: bool,
    ended: bool,
}

impl LiveStdin {
    pub(crate) fn new(source: Box<dyn Read + Send>) -> Self {
        Self { source: Some(source), wants: None, shared: Arc::default() }
    }

    /// Reads what there is, waiting for it until `until`. A source that fails has ended.
    pub(crate) fn read(
        &mut self,
        into: &mut [u8],
        until: Instant,
        cancel: &CancelHandle,
    ) -> LiveInput {
        if let Some(found) = self.take(into) {
            return found;
        }
        self.ask(cancel);
        cancel.wait_for(until, || self.take(into)).unwrap_or(LiveInput::Pending)
    }

    fn take(&self, into: &mut [u8]) -> Option<LiveInput> {
        let mut shared = lock(&self.shared);
        if shared.bytes.is_empty() {
            return shared.ended.then_some(LiveInput::End);
        }
        // Reading from a VecDeque does not fail; nothing read into nothing is no end.
        let read = shared.bytes.read(into).unwrap_or(0);
        Some(if read == 0 { LiveInput::Pending } else { LiveInput::Bytes(read) })
    }

    /// Has the thread read once, unless it is at it.
    fn ask(&mut self, cancel: &CancelHandle) {
        {
            let mut shared = lock(&self.shared);
            if shared.reading || shared.ended {
                return;
            }
            shared.reading = true;
        }
        if let Some(source) = self.source.take() {
            let (wants, wanted) = mpsc::channel();
            let (shared, cancel) = (Arc::clone(&self.shared), cancel.clone());
            // It ends with its source, or once this is dropped and the read it is in returns.
            let thread = thread::Builder::new()
                .name("hognose-stdin".to_owned())
                .spawn(move || pump(source, &wanted, &shared, &cancel));
            self.wants = thread.is_ok().then_some(wants);
        }
        let asked = self.wants.as_ref().is_some_and(|wants| wants.send(()).is_ok());
        if !asked {
            lock(&self.shared).ended = true;
        }
    }
}

/// Reads once for each wish.
fn pump(
    mut source: Box<dyn Read + Send>,
    wanted: &mpsc::Receiver<()>,
    shared: &Mutex<Shared>,
    cancel: &CancelHandle,
) {
    let mut chunk = vec![0; CHUNK_BYTES];
    while wanted.recv().is_ok() {
        let read = loop {
            match source.read(&mut chunk) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                result => break result.unwrap_or(0),
            }
        };
        {
            let mut shared = lock(shared);
            shared.bytes.extend(chunk.get(..read).unwrap_or_default());
            shared.reading = false;
            shared.ended = read == 0;
        }
        cancel.wake();
        if read == 0 {
            return;
        }
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for LiveStdin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LiveStdin").finish_non_exhaustive()
    }
}
