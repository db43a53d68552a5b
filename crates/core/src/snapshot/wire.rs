//! How values lie in a payload: numbers little-endian and of fixed width, bytes and texts behind
//! their length, nothing between them. So each value has one form.

use super::chunks::Packer;
use alloc::vec::Vec;

/// What is wrong with a payload, to be read after "it".
pub(crate) type Flaw = &'static str;

/// Writes a payload.
pub(crate) struct Writer(Packer);

impl Writer {
    pub(super) fn new() -> Self {
        Self(Packer::new())
    }

    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.0.push(bytes);
    }

    pub(crate) fn u8(&mut self, value: u8) {
        self.raw(&[value]);
    }

    pub(crate) fn u32(&mut self, value: u32) {
        self.raw(&value.to_le_bytes());
    }

    pub(crate) fn u64(&mut self, value: u64) {
        self.raw(&value.to_le_bytes());
    }

    pub(crate) fn u64s(&mut self, values: impl IntoIterator<Item = u64>) {
        for value in values {
            self.u64(value);
        }
    }

    /// How many follow. Nothing that a world holds comes near 2³².
    pub(crate) fn count(&mut self, count: usize) -> Result<(), Flaw> {
        self.u32(u32::try_from(count).map_err(|_| "has too much of something")?);
        Ok(())
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Flaw> {
        self.count(bytes.len())?;
        self.raw(bytes);
        Ok(())
    }

    pub(crate) fn texts<'a>(&mut self, texts: &[impl AsRef<str> + 'a]) -> Result<(), Flaw> {
        self.count(texts.len())?;
        texts.iter().try_for_each(|text| self.bytes(text.as_ref().as_bytes()))
    }

    /// The payload's length, and the payload as it is stored.
    pub(super) fn finish(self) -> (u64, Vec<u8>) {
        self.0.finish()
    }
}

/// Reads a payload. What it gives is still in it, so that nothing is allocated on its word.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(payload: &'a [u8]) -> Self {
        Self { rest: payload }
    }

    /// What has not been read.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(crate) fn raw(&mut self, length: usize) -> Result<&'a [u8], Flaw> {
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or("ends too early")?;
        self.rest = rest;
        Ok(bytes)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Flaw> {
        self.raw(N)?.try_into().map_err(|_| "ends too early")
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Flaw> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Flaw> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(crate) fn u64(&mut self) -> Result<u64, Flaw> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A number that says yes or no.
    pub(crate) fn bool(&mut self) -> Result<bool, Flaw> {
        match self.u8()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err("has a yes or no that is neither"),
        }
    }

    pub(crate) fn bytes(&mut self) -> Result<&'a [u8], Flaw> {
        let length = self.u32()?;
        self.raw(usize::try_from(length).map_err(|_| "ends too early")?)
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, Flaw> {
        core::str::from_utf8(self.bytes()?).map_err(|_| "has a text that is not UTF-8")
    }
}
