//! A guest's memory as what differs from the image.

use super::{
    TakeError,
    wire::{Flaw, Reader, Writer},
};
use crate::guest::{GuestMemory, OutOfBounds};
use alloc::{vec, vec::Vec};

/// WebAssembly's page: a memory is made of them.
const WASM_PAGE_BYTES: usize = 64 << 10;
/// What is kept or not: small, so that little is kept beside what has changed.
const PAGE_BYTES: usize = 4 << 10;
/// Pages whose kinds share a word.
const PAGES_IN_WORD: u32 = 16;

static ZEROS: [u8; PAGE_BYTES] = [0; PAGE_BYTES];

/// The kinds of a page, two bits each.
const SAME: u32 = 0;
const ZERO: u32 = 1;
const STORED: u32 = 2;

/// Writes a memory, reading it 64 KiB at a time.
pub(super) fn write<M: GuestMemory + ?Sized>(
    memory: &M,
    image: &[u8],
    out: &mut Writer,
) -> Result<(), TakeError> {
    let bad = |why| TakeError::Memory { why };
    let size = memory.size();
    if !size.is_multiple_of(WASM_PAGE_BYTES as u64) || size > 1 << 32 {
        return Err(bad("has a size that no WebAssembly memory has"));
    }
    if size < image.len() as u64 {
        return Err(bad("is smaller than the image"));
    }
    #[allow(clippy::cast_possible_truncation, reason = "4 GiB at most")]
    let count = (size / WASM_PAGE_BYTES as u64) as u32;
    out.u32(count);
    let mut image = image.chunks(PAGE_BYTES);
    let mut buffer = vec![0; WASM_PAGE_BYTES];
    for index in 0..count {
        memory.read(index << 16, &mut buffer).map_err(|_| bad("cannot be read"))?;
        let mut word = 0;
        for (place, page) in buffer.chunks(PAGE_BYTES).enumerate() {
            word |= kind(page, image.next().unwrap_or_default()) << (2 * place);
        }
        out.u32(word);
        for (place, page) in buffer.chunks(PAGE_BYTES).enumerate() {
            if word >> (2 * place) & 3 == STORED {
                out.raw(page);
            }
        }
    }
    Ok(())
}

/// How a page is kept, of which this was in the image. Behind the image's end there are zeros.
fn kind(page: &[u8], image: &[u8]) -> u32 {
    let is_zero = |bytes: &[u8]| bytes == &ZEROS[..bytes.len()];
    let (within, behind) = page.split_at(image.len());
    if within == image && is_zero(behind) {
        SAME
    } else if is_zero(page) {
        ZERO
    } else {
        STORED
    }
}

/// What differs between a guest's memory and the image.
#[derive(Clone)]
pub struct Pages {
    payload: Vec<u8>,
    /// Where in it the first word is.
    start: usize,
    /// Pages of 64 KiB.
    count: u32,
}

impl Pages {
    /// Reads a memory, which ends a payload. It is checked to its end.
    pub(super) fn read(
        payload: Vec<u8>,
        start: usize,
        image_bytes: u64,
        max_bytes: u64,
    ) -> Result<Self, Flaw> {
        let mut input = Reader::new(payload.get(start..).unwrap_or_default());
        let count = input.u32()?;
        let size = u64::from(count) * WASM_PAGE_BYTES as u64;
        if size > max_bytes {
            return Err("has more memory than its limits.memory_bytes");
        }
        if size < image_bytes {
            return Err("has less memory than the image");
        }
        let mut walk = Walk { input, count, at: 0, word: 0 };
        while walk.next_page()?.is_some() {}
        if !walk.input.rest().is_empty() {
            return Err("has bytes behind its end");
        }
        Ok(Self { payload, start: start + 4, count })
    }

    /// Bytes of the memory: it has to have as many before the pages are written.
    pub fn memory_bytes(&self) -> u64 {
        u64::from(self.count) * WASM_PAGE_BYTES as u64
    }

    /// Pages of 4 KiB that differ from the image, in order, and where each is. All others are as in
    /// the image, and zero behind its end.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &[u8])> {
        let input = Reader::new(self.payload.get(self.start..).unwrap_or_default());
        let mut walk = Walk { input, count: self.count, at: 0, word: 0 };
        // It has been walked to its end before.
        core::iter::from_fn(move || walk.next_page().ok().flatten())
    }

    /// Writes them over a memory that has the image at its start, zeros behind it, and
    /// [as many bytes](Self::memory_bytes).
    pub fn write_to<M: GuestMemory + ?Sized>(&self, memory: &mut M) -> Result<(), OutOfBounds> {
        self.iter().try_for_each(|(at, page)| memory.write(at, page))
    }
}

impl core::fmt::Debug for Pages {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Pages").field("memory_bytes", &self.memory_bytes()).finish_non_exhaustive()
    }
}

/// Where a reading is.
struct Walk<'a> {
    input: Reader<'a>,
    count: u32,
    /// The next page of 4 KiB.
    at: u32,
    /// The kinds of those that share its word.
    word: u32,
}

impl<'a> Walk<'a> {
    /// The next page that differs, and where it is.
    fn next_page(&mut self) -> Result<Option<(u32, &'a [u8])>, Flaw> {
        while self.at < self.count * PAGES_IN_WORD {
            let place = self.at % PAGES_IN_WORD;
            if place == 0 {
                self.word = self.input.u32()?;
            }
            let offset = self.at << 12;
            self.at += 1;
            match self.word >> (2 * place) & 3 {
                SAME => {}
                ZERO => return Ok(Some((offset, &ZEROS))),
                STORED => {
                    let page = self.input.raw(PAGE_BYTES)?;
                    if page == ZEROS {
                        return Err("stores a page of zeros");
                    }
                    return Ok(Some((offset, page)));
                }
                _ => return Err("has a page of no kind"),
            }
        }
        Ok(None)
    }
}
