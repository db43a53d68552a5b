//! The directories that are open from the start.

use super::{Call, Errno, Fault};
use crate::guest::Guest;

impl<G: Guest> Call<'_, G> {
    pub(super) fn fd_prestat_get(&mut self, fd: u32, prestat: u32) -> Result<(), Fault> {
        let length = self.preopen_name(fd)?.len();
        let prestat = self.span(prestat, 8)?;
        let mut bytes = [0; 8];
        // The tag, 0, says that it is a directory; there is no other kind.
        let length = u32::try_from(length).map_err(|_| Errno::Overflow)?;
        bytes[4..].copy_from_slice(&length.to_le_bytes());
        self.put(prestat, &bytes)
    }

    pub(super) fn fd_prestat_dir_name(
        &mut self,
        fd: u32,
        path: u32,
        path_len: u32,
    ) -> Result<(), Fault> {
        let name = self.preopen_name(fd)?.as_bytes().to_vec();
        if name.len() > path_len as usize {
            return Err(Errno::NameTooLong.into());
        }
        let span = self.span(path, path_len)?;
        self.put(span, &name)
    }

    /// `EBADF` for all other descriptors: wasi-libc looks for the first that is none.
    fn preopen_name(&self, fd: u32) -> Result<&str, Errno> {
        self.world.fds.get(fd)?.preopen.as_deref().ok_or(Errno::BadF)
    }
}
