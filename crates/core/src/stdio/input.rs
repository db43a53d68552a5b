//! Standard input: bytes that were given with the request, then, where it is live, the host's.

use crate::guest::{Host, LiveInput};
use alloc::vec::Vec;

/// Bytes that are asked of the host at once.
const CHUNK_BYTES: usize = 64 << 10;

/// Standard input, as far as it has been read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Input {
    bytes: Vec<u8>,
    position: usize,
    /// Whether the host may have more.
    live: bool,
}

impl Input {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, position: 0, live: false }
    }

    /// After the bytes that were given, the host is asked for more.
    pub(crate) fn make_live(&mut self) {
        self.live = true;
    }

    /// Bytes that can be read without waiting.
    pub(crate) fn available(&self) -> &[u8] {
        self.bytes.get(self.position..).unwrap_or_default()
    }

    /// Marks the first `count` of the available bytes as read.
    pub(crate) fn consume(&mut self, count: usize) {
        self.position = self.position.saturating_add(count).min(self.bytes.len());
    }

    /// Whether the end is known to be reached.
    pub(crate) fn is_at_end(&self) -> bool {
        !self.live && self.available().is_empty()
    }

    /// Whether a read would have to wait for the host.
    pub(crate) fn must_wait(&self) -> bool {
        self.live && self.available().is_empty()
    }

    /// Asks the host for more, waiting for this long at most.
    pub(crate) fn ask(&mut self, host: &mut dyn Host, wait_ns: u64) {
        if !self.must_wait() {
            return;
        }
        self.bytes.resize(CHUNK_BYTES, 0);
        self.position = 0;
        match host.read_stdin(&mut self.bytes, wait_ns) {
            LiveInput::Bytes(count) => self.bytes.truncate(count),
            LiveInput::Pending => self.bytes.clear(),
            LiveInput::End => {
                self.bytes = Vec::new();
                self.live = false;
            }
        }
    }
}
