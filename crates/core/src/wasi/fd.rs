//! Descriptors as such: closing, renumbering, flags, rights.

use super::{
    Call, Errno, Fault, Rights,
    types::{FdFlags, FdStat},
};
use crate::{guest::Guest, wasi::fd_table::Target};

impl<G: Guest> Call<'_, G> {
    pub(super) fn fd_close(&mut self, fd: u32) -> Result<(), Fault> {
        Ok(self.world.fds.close(fd, &mut self.world.workspace)?)
    }

    pub(super) fn fd_renumber(&mut self, from: u32, to: u32) -> Result<(), Fault> {
        Ok(self.world.fds.renumber(from, to, &mut self.world.workspace)?)
    }

    pub(super) fn fd_fdstat_get(&mut self, fd: u32, fdstat: u32) -> Result<(), Fault> {
        let descriptor = self.world.fds.get(fd)?;
        let stat = FdStat {
            filetype: descriptor.filetype(),
            flags: descriptor.flags,
            base: descriptor.base,
            inheriting: descriptor.inheriting,
        };
        let fdstat = self.span(fdstat, FdStat::SIZE)?;
        self.put(fdstat, &stat.bytes())
    }

    pub(super) fn fd_fdstat_set_flags(&mut self, fd: u32, flags: u32) -> Result<(), Fault> {
        let descriptor = self.world.fds.get_mut(fd)?;
        if matches!(descriptor.target, Target::Directory { .. }) {
            return Err(Errno::BadF.into());
        }
        descriptor.base.check(Rights::FD_FDSTAT_SET_FLAGS)?;
        descriptor.flags = FdFlags::from_guest(flags)?;
        Ok(())
    }

    /// Rights can only be given up.
    pub(super) fn fd_fdstat_set_rights(
        &mut self,
        fd: u32,
        base: u64,
        inheriting: u64,
    ) -> Result<(), Fault> {
        let (base, inheriting) = (Rights::from_guest(base), Rights::from_guest(inheriting));
        let descriptor = self.world.fds.get_mut(fd)?;
        if !descriptor.base.has(base) || !descriptor.inheriting.has(inheriting) {
            return Err(Errno::NotCapable.into());
        }
        descriptor.base = base;
        descriptor.inheriting = inheriting;
        Ok(())
    }

    /// What is in memory is in sync.
    pub(super) fn fd_sync(&mut self, fd: u32) -> Result<(), Fault> {
        self.sync(fd, Rights::FD_SYNC)
    }

    pub(super) fn fd_datasync(&mut self, fd: u32) -> Result<(), Fault> {
        self.sync(fd, Rights::FD_DATASYNC)
    }

    fn sync(&self, fd: u32, right: Rights) -> Result<(), Fault> {
        match self.world.fds.file(fd, right) {
            // As on Linux, a stream cannot be synced.
            Err(Errno::SPipe) => Err(Errno::Inval.into()),
            other => Ok(other.map(|_| ())?),
        }
    }
}
