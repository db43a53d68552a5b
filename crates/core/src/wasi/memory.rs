//! The guest's memory: ranges that have been checked, and what is read from and written to them.

use super::{Call, Errno, Fault};
use crate::guest::Guest;
use alloc::{string::String, vec, vec::Vec};

/// Buffers in one call at most, as on Linux (`IOV_MAX`).
const MAX_IOVECS: u32 = 1_024;

/// A range of which it is certain that it is within the guest's memory, which never shrinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) at: u32,
    pub(super) len: u32,
}

impl Span {
    /// The first `len` bytes of it.
    pub(super) fn first(self, len: u32) -> Self {
        Self { at: self.at, len: self.len.min(len) }
    }

    /// What is left without the first `len` bytes.
    pub(super) fn skip(self, len: u32) -> Self {
        let len = len.min(self.len);
        Self { at: self.at.wrapping_add(len), len: self.len - len }
    }
}

/// Buffers of one call, all of them checked, and not more than 2³²−1 bytes together.
pub(super) struct Buffers {
    pub(super) spans: Vec<Span>,
    pub(super) bytes: u32,
}

impl<G: Guest> Call<'_, G> {
    /// Checks a range.
    pub(super) fn span(&self, at: u32, len: u32) -> Result<Span, Errno> {
        if u64::from(at) + u64::from(len) > self.guest.size() {
            return Err(Errno::Fault);
        }
        Ok(Span { at, len })
    }

    /// Checks a range of `count` things of `size` bytes each.
    pub(super) fn array(&self, at: u32, count: u32, size: u32) -> Result<Span, Errno> {
        self.span(at, count.checked_mul(size).ok_or(Errno::Fault)?)
    }

    /// Fills a range, or as much of it as there are bytes.
    pub(super) fn put(&mut self, span: Span, bytes: &[u8]) -> Result<(), Fault> {
        let len = bytes.len().min(span.len as usize);
        Ok(self.guest.write(span.at, &bytes[..len])?)
    }

    pub(super) fn put_u32(&mut self, span: Span, value: u32) -> Result<(), Fault> {
        self.put(span, &value.to_le_bytes())
    }

    pub(super) fn put_u64(&mut self, span: Span, value: u64) -> Result<(), Fault> {
        self.put(span, &value.to_le_bytes())
    }

    /// Reads and checks an array of `iovec` or `ciovec`. Empty buffers are left out.
    pub(super) fn buffers(&self, at: u32, count: u32) -> Result<Buffers, Fault> {
        if count > MAX_IOVECS {
            return Err(Errno::Inval.into());
        }
        let array = self.array(at, count, 8)?;
        let mut raw = vec![0; array.len as usize];
        self.guest.read(array.at, &mut raw)?;
        let mut buffers = Buffers { spans: Vec::with_capacity(count as usize), bytes: 0 };
        for iovec in raw.chunks_exact(8) {
            let (at, len) = (u32_at(iovec, 0), u32_at(iovec, 4));
            if len > 0 {
                buffers.spans.push(self.span(at, len)?);
                buffers.bytes = buffers.bytes.checked_add(len).ok_or(Errno::Inval)?;
            }
        }
        Ok(buffers)
    }

    /// Reads a text of `max` bytes at most: a path, or a link's target.
    pub(super) fn text(&self, at: u32, len: u32, max: usize) -> Result<String, Fault> {
        let span = self.span(at, len)?;
        if span.len as usize > max {
            return Err(Errno::NameTooLong.into());
        }
        let mut bytes = vec![0; span.len as usize];
        self.guest.read(span.at, &mut bytes)?;
        Ok(String::from_utf8(bytes).map_err(|_| Errno::IlSeq)?)
    }
}

/// The little-endian number at an offset; 0 beyond the end.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(array_at(bytes, at))
}

/// The little-endian number at an offset; 0 beyond the end.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(array_at(bytes, at))
}

/// The little-endian number at an offset; 0 beyond the end.
pub(super) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(array_at(bytes, at))
}

fn array_at<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    bytes.get(at..).and_then(<[u8]>::first_chunk).copied().unwrap_or([0; N])
}
