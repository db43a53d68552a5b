//! Sizes, times and other attributes of files.

use super::{
    Call, Errno, Fault, FileStat, Rights, SetTime,
    types::{FileType, follows},
};
use crate::{guest::Guest, workspace::LastLink};

impl<G: Guest> Call<'_, G> {
    pub(super) fn fd_filestat_get(&mut self, fd: u32, filestat: u32) -> Result<(), Fault> {
        let descriptor = self.world.fds.get(fd)?;
        descriptor.base.check(Rights::FD_FILESTAT_GET)?;
        let stat = match descriptor.inode() {
            Some(id) => self.world.workspace.stat(id)?,
            // The streams are a device of their own, on which nothing else is.
            None => FileStat {
                device: 0,
                inode: u64::from(fd),
                filetype: FileType::CharacterDevice,
                links: 1,
                size: 0,
                accessed_ns: 0,
                modified_ns: 0,
                changed_ns: 0,
            },
        };
        let filestat = self.span(filestat, FileStat::SIZE)?;
        self.put(filestat, &stat.bytes())
    }

    pub(super) fn path_filestat_get(
        &mut self,
        fd: u32,
        flags: u32,
        path: u32,
        path_len: u32,
        filestat: u32,
    ) -> Result<(), Fault> {
        let last = if follows(flags)? { LastLink::Follow } else { LastLink::Stay };
        let found = self.find(fd, Rights::PATH_FILESTAT_GET, path, path_len, last)?;
        let stat = self.world.workspace.stat(found.existing()?)?;
        let filestat = self.span(filestat, FileStat::SIZE)?;
        self.put(filestat, &stat.bytes())
    }

    pub(super) fn fd_filestat_set_size(&mut self, fd: u32, size: u64) -> Result<(), Fault> {
        let (id, _) = match self.world.fds.file(fd, Rights::FD_FILESTAT_SET_SIZE) {
            Err(Errno::SPipe) => Err(Errno::Inval),
            other => other,
        }?;
        if i64::try_from(size).is_err() {
            return Err(Errno::Inval.into());
        }
        let now = self.now();
        Ok(self.world.workspace.set_size(id, size, now)?)
    }

    pub(super) fn fd_allocate(&mut self, fd: u32, offset: u64, len: u64) -> Result<(), Fault> {
        let (id, _) = self.world.fds.file(fd, Rights::FD_ALLOCATE)?;
        if len == 0 || i64::try_from(offset).is_err() || i64::try_from(len).is_err() {
            return Err(Errno::Inval.into());
        }
        let end = offset.checked_add(len).ok_or(Errno::FBig)?;
        if end > self.world.workspace.stat(id)?.size {
            let now = self.now();
            self.world.workspace.set_size(id, end, now)?;
        }
        Ok(())
    }

    pub(super) fn fd_filestat_set_times(
        &mut self,
        fd: u32,
        atim: u64,
        mtim: u64,
        fst_flags: u32,
    ) -> Result<(), Fault> {
        let descriptor = self.world.fds.get(fd)?;
        let times = SetTime::from_guest(atim, mtim, fst_flags)?;
        let id = descriptor.inode().ok_or(Errno::BadF)?;
        descriptor.base.check(Rights::FD_FILESTAT_SET_TIMES)?;
        let now = self.now();
        Ok(self.world.workspace.set_times(id, times, now)?)
    }

    #[allow(clippy::too_many_arguments, reason = "WASI's own signature")]
    pub(super) fn path_filestat_set_times(
        &mut self,
        fd: u32,
        flags: u32,
        path: u32,
        path_len: u32,
        atim: u64,
        mtim: u64,
        fst_flags: u32,
    ) -> Result<(), Fault> {
        let times = SetTime::from_guest(atim, mtim, fst_flags)?;
        let last = if follows(flags)? { LastLink::Follow } else { LastLink::Stay };
        let found = self.find(fd, Rights::PATH_FILESTAT_SET_TIMES, path, path_len, last)?;
        let id = found.existing()?;
        let now = self.now();
        Ok(self.world.workspace.set_times(id, times, now)?)
    }
}
