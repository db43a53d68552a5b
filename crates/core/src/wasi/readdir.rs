//! Listings of directories.

use super::{Call, Fault, Rights, types::dirent};
use crate::guest::Guest;

impl<G: Guest> Call<'_, G> {
    /// Writes as many entries as fit. The last one is cut off where the buffer ends: a buffer that
    /// is full tells the guest that there is more.
    pub(super) fn fd_readdir(
        &mut self,
        fd: u32,
        buf: u32,
        buf_len: u32,
        cookie: u64,
        bufused: u32,
    ) -> Result<(), Fault> {
        let id = self.world.fds.directory(fd, Rights::FD_READDIR)?;
        let buffer = self.span(buf, buf_len)?;
        let bufused = self.span(bufused, 4)?;
        let workspace = &self.world.workspace;
        let mut rest = buffer;
        for entry in workspace.list(id, cookie)? {
            let stat = workspace.stat(entry.id)?;
            // No name is longer than `limits.name_bytes` or than what the request gave.
            let length = u32::try_from(entry.name.len()).unwrap_or(u32::MAX);
            let head = dirent(entry.place, stat.inode, length, stat.filetype);
            for bytes in [&head[..], entry.name.as_bytes()] {
                let now = bytes.len().min(rest.len as usize);
                self.guest.write(rest.at, &bytes[..now])?;
                rest = rest.skip(u32::try_from(now).unwrap_or(u32::MAX));
            }
            if rest.len == 0 {
                break;
            }
        }
        self.put_u32(bufused, buffer.len - rest.len)
    }
}
