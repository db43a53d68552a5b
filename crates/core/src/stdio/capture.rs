//! Standard output and error: the first and the last half of a limit are kept, with a line between
//! them that says how much is missing.

use crate::contract::{Content, StreamUse};
use alloc::{collections::VecDeque, format, vec::Vec};

/// What was written to a stream, as far as it is kept.
///
/// While everything fits, it is kept as it is. Beyond the limit the outcome is the first half, the
/// line `... N bytes dropped ...` on a line of its own (it does not count against the limit), and
/// the last half. Both halves are cut between characters, so that text stays text: the one to three
/// bytes of a character that was cut through are dropped as well.
#[derive(Clone, Debug)]
pub(crate) struct Capture {
    head: Vec<u8>,
    head_limit: usize,
    tail: VecDeque<u8>,
    tail_limit: usize,
    written: u64,
    /// How much of the head has been given away live.
    live: usize,
}

impl Capture {
    /// Keeps `limit` bytes at most, and never holds more.
    pub(crate) fn new(limit: u64) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Self {
            head: Vec::new(),
            head_limit: limit - limit / 2,
            tail: VecDeque::new(),
            tail_limit: limit / 2,
            written: 0,
            live: 0,
        }
    }

    /// Takes what the guest has written.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        self.written = self.written.saturating_add(bytes.len() as u64);
        let (head, rest) = bytes.split_at(bytes.len().min(self.head_limit - self.head.len()));
        grow(&mut self.head, head, self.head_limit);
        // Of what goes to the tail, only the last part can stay.
        let rest = &rest[rest.len() - rest.len().min(self.tail_limit)..];
        let excess = (self.tail.len() + rest.len()).saturating_sub(self.tail_limit);
        self.tail.drain(..excess);
        if self.tail.capacity() < self.tail.len() + rest.len() {
            let target =
                (self.tail.capacity() * 2).min(self.tail_limit).max(self.tail.len() + rest.len());
            self.tail.reserve_exact(target - self.tail.len());
        }
        self.tail.extend(rest);
    }

    /// What has become sure to be in the outcome since the last call, from its start on.
    pub(crate) fn take_sure(&mut self) -> &[u8] {
        let sure = self.sure();
        let from = core::mem::replace(&mut self.live, sure);
        self.head.get(from..sure).unwrap_or_default()
    }

    /// How many more bytes are kept whatever follows them.
    pub(crate) fn left_bytes(&self) -> u64 {
        ((self.head_limit + self.tail_limit) as u64).saturating_sub(self.written)
    }

    /// How many bytes of the outcome have been given away live.
    pub(crate) fn live_bytes(&self) -> usize {
        self.live
    }

    /// The outcome's bytes.
    pub(crate) fn content(&self) -> (Content, StreamUse) {
        let mut usage = StreamUse { written_bytes: self.written, dropped_bytes: 0 };
        let mut out = self.head.clone();
        let (front, back) = self.tail.as_slices();
        let kept = (self.head.len() + self.tail.len()) as u64;
        if kept == self.written {
            out.extend_from_slice(front);
            out.extend_from_slice(back);
            return (out.into(), usage);
        }
        out.truncate(self.head.len() - cut_character(&self.head));
        let cut = self.tail.iter().take(3).take_while(|&&byte| is_continuation(byte)).count();
        let kept = (out.len() + self.tail.len() - cut) as u64;
        usage.dropped_bytes = self.written - kept;
        out.extend_from_slice(
            format!("\n... {} bytes dropped ...\n", usage.dropped_bytes).as_bytes(),
        );
        out.extend(self.tail.iter().skip(cut));
        (out.into(), usage)
    }

    /// How much of the head is sure to stay: all of it, but for a character at its end that it
    /// has no place for.
    fn sure(&self) -> usize {
        let cut = cut_character(&self.head);
        let start = self.head.len() - cut;
        let fits = cut == 0 || start + width(self.head[start]) <= self.head_limit;
        if fits { self.head.len() } else { start.max(self.live) }
    }
}

/// Appends without ever reserving more than the limit.
fn grow(buffer: &mut Vec<u8>, bytes: &[u8], limit: usize) {
    let needed = buffer.len() + bytes.len();
    if needed > buffer.capacity() {
        let target = (buffer.capacity() * 2).min(limit).max(needed);
        buffer.reserve_exact(target - buffer.len());
    }
    buffer.extend_from_slice(bytes);
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// Bytes of a character that starts with this one.
fn width(first: u8) -> usize {
    match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    }
}

/// How many bytes at the end are the beginning of a character whose rest is not there.
fn cut_character(bytes: &[u8]) -> usize {
    for length in 1..=bytes.len().min(3) {
        let start = bytes.len() - length;
        if is_continuation(bytes[start]) {
            continue;
        }
        // A beginning that no rest can make a character of is not text, and is left alone.
        let is_cut = core::str::from_utf8(&bytes[start..])
            .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none());
        return if is_cut { length } else { 0 };
    }
    0
}
