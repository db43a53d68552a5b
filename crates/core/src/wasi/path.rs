//! Opening and reading what a path leads to.

use super::{
    Call, Errno, Fault, FileType, Rights,
    fd_table::{Descriptor, Target},
    types::{FdFlags, OpenFlags, follows},
};
use crate::{
    guest::Guest,
    workspace::{Found, InodeId, LastLink},
};

impl<G: Guest> Call<'_, G> {
    /// Follows a path that the guest gives, from a directory that it has open.
    pub(super) fn find(
        &self,
        fd: u32,
        right: Rights,
        path: u32,
        path_len: u32,
        last: LastLink,
    ) -> Result<Found, Fault> {
        let directory = self.world.fds.directory(fd, right)?;
        let path = self.text(path, path_len, self.world.workspace.max_path_bytes())?;
        Ok(self.world.workspace.find(directory, &path, last)?)
    }

    #[allow(clippy::too_many_arguments, reason = "WASI's own signature")]
    pub(super) fn path_open(
        &mut self,
        fd: u32,
        dirflags: u32,
        path: u32,
        path_len: u32,
        oflags: u32,
        base: u64,
        _inheriting: u64,
        fdflags: u32,
        opened_fd: u32,
    ) -> Result<(), Fault> {
        let follow = follows(dirflags)?;
        let how = OpenFlags::from_guest(oflags)?;
        let flags = FdFlags::from_guest(fdflags)?;
        let asked = Rights::from_guest(base);
        if how.create && how.directory {
            return Err(Errno::Inval.into());
        }
        let needed = if how.create { Rights::PATH_CREATE_FILE } else { Rights::PATH_OPEN };
        // O_EXCL looks at the name itself, so that nobody can put a link in its place.
        let last = match follow {
            _ if how.create && how.exclusive => LastLink::Never,
            true => LastLink::Follow,
            false => LastLink::Stay,
        };
        let found = self.find(fd, needed, path, path_len, last)?;
        let opened_fd = self.span(opened_fd, 4)?;
        self.world.fds.check_room()?;
        let inherited = self.world.fds.get(fd)?.inheriting;

        let mut descriptor = match found {
            Found::Missing { parent, name, slash } if how.create => {
                // A name with a slash after it would be a directory's.
                if slash {
                    return Err(Errno::IsDir.into());
                }
                let rights = Rights::of_file(asked, inherited)?;
                let now = self.now();
                let id = self.world.workspace.create_file(parent, &name, now)?;
                Descriptor::new(Target::File { id, offset: 0 }, rights)
            }
            found => {
                let id = found.existing()?;
                self.open_existing(id, how, asked, inherited)?
            }
        };
        descriptor.flags = flags;
        let number = self.world.fds.open(descriptor, &mut self.world.workspace)?;
        self.put_u32(opened_fd, number)
    }

    fn open_existing(
        &mut self,
        id: InodeId,
        how: OpenFlags,
        asked: Rights,
        inherited: Rights,
    ) -> Result<Descriptor, Fault> {
        if how.create && how.exclusive {
            return Err(Errno::Exist.into());
        }
        match self.world.workspace.filetype(id)? {
            FileType::Directory => {
                if how.create || how.truncate || asked.has(Rights::FD_WRITE) {
                    return Err(Errno::IsDir.into());
                }
                let target = Target::Directory { id };
                let mut descriptor = Descriptor::new(target, Rights::DIRECTORY.and(inherited));
                descriptor.inheriting = inherited;
                Ok(descriptor)
            }
            // A link that is not to be followed cannot be opened.
            FileType::SymbolicLink if how.directory => Err(Errno::NotDir.into()),
            FileType::SymbolicLink => Err(Errno::Loop.into()),
            FileType::RegularFile | FileType::CharacterDevice => {
                if how.directory {
                    return Err(Errno::NotDir.into());
                }
                let rights = Rights::of_file(asked, inherited)?;
                if how.truncate {
                    if !inherited.has(Rights::FD_FILESTAT_SET_SIZE) {
                        return Err(Errno::Perm.into());
                    }
                    let now = self.now();
                    self.world.workspace.set_size(id, 0, now)?;
                }
                Ok(Descriptor::new(Target::File { id, offset: 0 }, rights))
            }
        }
    }

    pub(super) fn path_readlink(
        &mut self,
        fd: u32,
        path: u32,
        path_len: u32,
        buf: u32,
        buf_len: u32,
        bufused: u32,
    ) -> Result<(), Fault> {
        let found = self.find(fd, Rights::PATH_READLINK, path, path_len, LastLink::Stay)?;
        let target = self.world.workspace.target(found.existing()?)?;
        let buffer = self.span(buf, buf_len)?;
        let bufused = self.span(bufused, 4)?;
        let used = target.len().min(buffer.len as usize);
        self.guest.write(buffer.at, &target.as_bytes()[..used])?;
        self.put_u32(bufused, u32::try_from(used).unwrap_or(buffer.len))
    }
}
