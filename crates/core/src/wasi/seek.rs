//! The offset of a file, and what is said about how it will be read.

use super::{Call, Errno, Fault, Rights};
use crate::guest::Guest;

impl<G: Guest> Call<'_, G> {
    pub(super) fn fd_seek(
        &mut self,
        fd: u32,
        offset: u64,
        whence: u32,
        newoffset: u32,
    ) -> Result<(), Fault> {
        let (id, current) = self.world.fds.file(fd, Rights::FD_SEEK)?;
        let base = match whence {
            0 => 0,
            1 => current,
            2 => self.world.workspace.stat(id)?.size,
            _ => return Err(Errno::Inval.into()),
        };
        let target = base
            .checked_add_signed(offset.cast_signed())
            .filter(|target| i64::try_from(*target).is_ok())
            .ok_or(Errno::Inval)?;
        let newoffset = self.span(newoffset, 8)?;
        self.world.fds.set_offset(fd, target)?;
        self.put_u64(newoffset, target)
    }

    pub(super) fn fd_tell(&mut self, fd: u32, offset: u32) -> Result<(), Fault> {
        let (_, current) = self.world.fds.file(fd, Rights::FD_TELL)?;
        let offset = self.span(offset, 8)?;
        self.put_u64(offset, current)
    }

    /// Advice is checked and then not needed.
    pub(super) fn fd_advise(
        &mut self,
        fd: u32,
        offset: u64,
        len: u64,
        advice: u32,
    ) -> Result<(), Fault> {
        self.world.fds.file(fd, Rights::FD_ADVISE)?;
        let is_range = offset.cast_signed().checked_add_unsigned(len).is_some_and(|end| end >= 0);
        if advice > 5 || offset.cast_signed() < 0 || !is_range {
            return Err(Errno::Inval.into());
        }
        Ok(())
    }
}
