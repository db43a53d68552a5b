//! A payload as it is stored: in chunks of 64 KiB, each compressed by itself, in LZ4's block format.
//!
//! So both sides hold one chunk beside what goes in and what comes out, and no chunk can come to more
//! than its 64 KiB. What is written depends on the payload alone: it is the same on every machine.
//! LZ4 rather than zstd: a decompressor of that is slower than a tab has time for, and twenty times
//! the download.

use super::wire::Flaw;
use alloc::{boxed::Box, vec, vec::Vec};
use core::cmp::Ordering;

/// Bytes of a payload that are compressed together: as far back as LZ4 can refer.
pub(super) const CHUNK_BYTES: usize = 64 << 10;

/// The least that LZ4 can refer to.
const MIN_MATCH: usize = 4;
/// The least that is looked for: what is shorter gains a byte, and takes as long to read.
const WORD_BYTES: usize = 6;
/// LZ4's rules of the end of a block: its last bytes are literals, and the last match begins before these.
const LAST_LITERALS: usize = 5;
const LAST_MATCH: usize = 12;
/// Bytes that are copied at once.
const SHORT: usize = 16;
/// Places of the table that finds what was there before.
const TABLE_BITS: u32 = 13;

/// Compresses a payload as it comes.
pub(super) struct Packer {
    chunk: Vec<u8>,
    length: u64,
    packed: Vec<u8>,
    /// Where the last bytes with this hash began in the chunk.
    table: Box<[u16]>,
}

impl Packer {
    pub(super) fn new() -> Self {
        Self {
            chunk: Vec::with_capacity(CHUNK_BYTES),
            length: 0,
            packed: Vec::new(),
            table: vec![0; 1 << TABLE_BITS].into(),
        }
    }

    pub(super) fn push(&mut self, mut bytes: &[u8]) {
        self.length += bytes.len() as u64;
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK_BYTES - self.chunk.len()));
            self.chunk.extend_from_slice(now);
            bytes = later;
            if self.chunk.len() == CHUNK_BYTES {
                self.pack();
            }
        }
    }

    /// The payload's length, and what it has become.
    pub(super) fn finish(mut self) -> (u64, Vec<u8>) {
        if !self.chunk.is_empty() {
            self.pack();
        }
        (self.length, self.packed)
    }

    /// The length of what follows, then that: the chunk itself where compressing it gains nothing.
    fn pack(&mut self) {
        let start = self.packed.len();
        self.packed.extend_from_slice(&[0; 4]);
        compress(&self.chunk, &mut self.table, &mut self.packed);
        if self.packed.len() - start - 4 >= self.chunk.len() {
            self.packed.truncate(start + 4);
            self.packed.extend_from_slice(&self.chunk);
        }
        // A chunk's length is far below 2³².
        let length = u32::try_from(self.packed.len() - start - 4).unwrap_or(u32::MAX);
        self.packed[start..start + 4].copy_from_slice(&length.to_le_bytes());
        self.chunk.clear();
    }
}

/// The payload of `length` bytes that was packed. The caller has allowed that many.
pub(super) fn unpack(mut packed: &[u8], length: usize) -> Result<Vec<u8>, Flaw> {
    const SHORT: Flaw = "has a chunk that is cut off";
    // A byte of LZ4 stands for so many at most: memory is taken in proportion to what is there.
    if length / 255 > packed.len() {
        return Err("is shorter than what it holds can be");
    }
    let mut payload = Vec::new();
    payload.try_reserve_exact(length).map_err(|_| "needs more memory than there is")?;
    while payload.len() < length {
        let (&size, rest) = packed.split_first_chunk().ok_or(SHORT)?;
        let size = usize::try_from(u32::from_le_bytes(size)).map_err(|_| SHORT)?;
        let (chunk, rest) = rest.split_at_checked(size).ok_or(SHORT)?;
        packed = rest;
        let (start, want) = (payload.len(), CHUNK_BYTES.min(length - payload.len()));
        match size.cmp(&want) {
            Ordering::Less => {}
            Ordering::Equal => {
                payload.extend_from_slice(chunk);
                continue;
            }
            Ordering::Greater => return Err("has a chunk that compressing has made longer"),
        }
        payload.resize(start + want, 0);
        decompress(chunk, &mut payload[start..]).ok_or("has a chunk that does not decompress")?;
    }
    if packed.is_empty() { Ok(payload) } else { Err("has bytes behind its last chunk") }
}

fn compress(chunk: &[u8], table: &mut [u16], out: &mut Vec<u8>) {
    table.fill(0);
    let (mut at, mut literals) = (1, 0);
    let last_match = chunk.len().saturating_sub(LAST_MATCH);
    let end = chunk.len().saturating_sub(LAST_LITERALS);
    while at < last_match {
        let word = word(chunk, at);
        let hash = word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - TABLE_BITS);
        #[allow(clippy::cast_possible_truncation, reason = "a chunk has 2¹⁶ bytes")]
        let before = usize::from(core::mem::replace(&mut table[hash as usize], at as u16));
        if self::word(chunk, before) != word {
            // The longer nothing is found, the less is looked for.
            at += 1 + (at - literals) / 256;
            continue;
        }
        let after = at + WORD_BYTES;
        let after = after + common(&chunk[before + WORD_BYTES..], &chunk[after..end]);
        let (new, old) = (chunk[literals..at].iter().rev(), chunk[..before].iter().rev());
        let start = at - new.zip(old).take_while(|(new, old)| new == old).count();
        sequence(out, &chunk[literals..start], Some((at - before, after - start)));
        at = after;
        literals = after;
    }
    sequence(out, &chunk[literals..], None);
}

/// The bytes that are looked for, as a number.
fn word(chunk: &[u8], at: usize) -> u64 {
    let eight = chunk[at..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    eight << (8 * (8 - WORD_BYTES))
}

/// How many bytes two slices begin with alike.
fn common(one: &[u8], other: &[u8]) -> usize {
    let eights = one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0);
    let same = 8 * eights.take_while(|(one, other)| one == other).count();
    same + one[same..].iter().zip(&other[same..]).take_while(|(one, other)| one == other).count()
}

/// Literals, and what follows them: how far back it is found, and how long it is.
fn sequence(out: &mut Vec<u8>, literals: &[u8], found: Option<(usize, usize)>) {
    let matched = found.map_or(0, |(_, length)| length - MIN_MATCH);
    let nibble = |length: usize| u8::try_from(length.min(15)).unwrap_or(15);
    out.push(nibble(literals.len()) << 4 | nibble(matched));
    more(out, literals.len());
    out.extend_from_slice(literals);
    if let Some((distance, _)) = found {
        out.extend_from_slice(&u16::try_from(distance).unwrap_or(u16::MAX).to_le_bytes());
        more(out, matched);
    }
}

/// What a nibble has no place for.
fn more(out: &mut Vec<u8>, length: usize) {
    let Some(mut rest) = length.checked_sub(15) else { return };
    while rest >= 255 {
        out.push(255);
        rest -= 255;
    }
    out.push(u8::try_from(rest).unwrap_or(255));
}

/// Fills `out`, no less and no more.
fn decompress(mut input: &[u8], out: &mut [u8]) -> Option<()> {
    let mut at = 0_usize;
    loop {
        let (&token, rest) = input.split_first()?;
        input = rest;
        let literals = length(token / 16, &mut input)?;
        let end = at.checked_add(literals).filter(|end| *end <= out.len())?;
        match (input.first_chunk(), out[at..].first_chunk_mut()) {
            (Some(from), Some(to)) if literals <= SHORT => short(*from, to),
            _ => out[at..end].copy_from_slice(input.get(..literals)?),
        }
        input = input.get(literals..)?;
        at = end;
        if input.is_empty() {
            // The last sequence has literals only.
            return (at == out.len() && token % 16 == 0).then_some(());
        }
        let (&distance, rest) = input.split_first_chunk()?;
        input = rest;
        let distance = usize::from(u16::from_le_bytes(distance));
        let matched = MIN_MATCH + length(token % 16, &mut input)?;
        let from = at.checked_sub(distance).filter(|_| distance > 0)?;
        let end = at.checked_add(matched).filter(|end| *end <= out.len())?;
        let (before, after) = out.split_at_mut(at);
        if let (Some(from), Some(to)) = (before[from..].first_chunk(), after.first_chunk_mut())
            && matched <= SHORT
        {
            short(*from, to);
            at = end;
        }
        // Where it reaches into itself, what is there of it doubles each time.
        while at < end {
            let count = (end - at).min(at - from);
            out.copy_within(from..from + count, at);
            at += count;
        }
    }
}

/// Copies few bytes, and some more that are written over later: quicker than so many as it should be.
fn short(from: [u8; SHORT], to: &mut [u8; SHORT]) {
    *to = from;
}

/// A length of which a nibble is known.
fn length(nibble: u8, input: &mut &[u8]) -> Option<usize> {
    let mut length = usize::from(nibble);
    if nibble == 15 {
        loop {
            let (&byte, rest) = input.split_first()?;
            *input = rest;
            // A chunk has 64 KiB at most, so this cannot overflow.
            length += usize::from(byte);
            if byte < 255 {
                break;
            }
        }
    }
    Some(length)
}
