//! Arguments and environment variables.

use super::{Call, Errno, Fault};
use crate::guest::Guest;
use alloc::{string::String, vec::Vec};

impl<G: Guest> Call<'_, G> {
    pub(super) fn args_get(&mut self, argv: u32, argv_buf: u32) -> Result<(), Fault> {
        let texts = core::mem::take(&mut self.world.args);
        let result = self.put_texts(&texts, argv, argv_buf);
        self.world.args = texts;
        result
    }

    pub(super) fn args_sizes_get(&mut self, argc: u32, size: u32) -> Result<(), Fault> {
        let sizes = sizes(&self.world.args)?;
        self.put_sizes(sizes, argc, size)
    }

    pub(super) fn environ_get(&mut self, environ: u32, environ_buf: u32) -> Result<(), Fault> {
        let texts = core::mem::take(&mut self.world.env);
        let result = self.put_texts(&texts, environ, environ_buf);
        self.world.env = texts;
        result
    }

    pub(super) fn environ_sizes_get(&mut self, count: u32, size: u32) -> Result<(), Fault> {
        let sizes = sizes(&self.world.env)?;
        self.put_sizes(sizes, count, size)
    }

    fn put_sizes(&mut self, sizes: (u32, u32), count: u32, size: u32) -> Result<(), Fault> {
        let (count, size) = (self.span(count, 4)?, self.span(size, 4)?);
        self.put_u32(count, sizes.0)?;
        self.put_u32(size, sizes.1)
    }

    /// Writes the texts one after the other, each with a NUL at its end, and where each is.
    fn put_texts(&mut self, texts: &[String], pointers: u32, buffer: u32) -> Result<(), Fault> {
        let (count, size) = sizes(texts)?;
        let pointers = self.array(pointers, count, 4)?;
        let buffer = self.span(buffer, size)?;
        let mut where_each_is = Vec::with_capacity(pointers.len as usize);
        let mut bytes = Vec::with_capacity(buffer.len as usize);
        let mut at = buffer.at;
        for text in texts {
            where_each_is.extend_from_slice(&at.to_le_bytes());
            bytes.extend_from_slice(text.as_bytes());
            bytes.push(0);
            // The sum of the sizes fits: `sizes` has added them up.
            at = at.wrapping_add(u32::try_from(text.len() + 1).map_err(|_| Errno::Overflow)?);
        }
        self.put(pointers, &where_each_is)?;
        self.put(buffer, &bytes)
    }
}

/// How many texts, and how many bytes with a NUL after each.
fn sizes(texts: &[String]) -> Result<(u32, u32), Errno> {
    let bytes: usize = texts.iter().map(|text| text.len() + 1).sum();
    match (u32::try_from(texts.len()), u32::try_from(bytes)) {
        (Ok(count), Ok(bytes)) => Ok((count, bytes)),
        _ => Err(Errno::Overflow),
    }
}
