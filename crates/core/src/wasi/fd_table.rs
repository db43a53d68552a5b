//! The descriptors that are open.

use super::{Errno, FileType, Rights, types::FdFlags};
use crate::{
    contract::Limits,
    guest::Stream,
    workspace::{InodeId, Workspace},
};
use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// The descriptors by number. A new one gets the lowest number that is free, as POSIX has it.
#[derive(Clone, Debug)]
pub(crate) struct FdTable {
    slots: Vec<Option<Descriptor>>,
    open: u64,
    limit: u64,
}

/// What a number stands for.
#[derive(Clone, Debug)]
pub(crate) struct Descriptor {
    pub(crate) target: Target,
    pub(crate) base: Rights,
    pub(crate) inheriting: Rights,
    pub(crate) flags: FdFlags,
    /// The name of a directory that was open from the start.
    pub(crate) preopen: Option<String>,
}

/// What a descriptor refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Input,
    Output(Stream),
    File { id: InodeId, offset: u64 },
    Directory { id: InodeId },
}

impl Descriptor {
    pub(crate) fn new(target: Target, base: Rights) -> Self {
        Self { target, base, inheriting: Rights::NONE, flags: FdFlags::default(), preopen: None }
    }

    /// The inode that it refers to.
    pub(crate) fn inode(&self) -> Option<InodeId> {
        match self.target {
            Target::File { id, .. } | Target::Directory { id } => Some(id),
            Target::Input | Target::Output(_) => None,
        }
    }

    /// Standard streams are character devices, with the rights that make wasi-libc take them for
    /// no terminal.
    pub(crate) fn filetype(&self) -> FileType {
        match self.target {
            Target::Input | Target::Output(_) => FileType::CharacterDevice,
            Target::File { .. } => FileType::RegularFile,
            Target::Directory { .. } => FileType::Directory,
        }
    }
}

impl FdTable {
    /// A table with the three standard streams.
    pub(crate) fn new(limits: &Limits) -> Self {
        let streams = [
            Descriptor::new(Target::Input, Rights::INPUT),
            Descriptor::new(Target::Output(Stream::Stdout), Rights::OUTPUT),
            Descriptor::new(Target::Output(Stream::Stderr), Rights::OUTPUT),
        ];
        let slots: Vec<_> = streams.into_iter().map(Some).collect();
        Self { open: slots.len() as u64, slots, limit: limits.open_files }
    }

    /// A table that has these, which keep to the limit.
    pub(super) fn with_slots(slots: Vec<Option<Descriptor>>, limits: &Limits) -> Self {
        let open = slots.iter().flatten().count() as u64;
        Self { slots, open, limit: limits.open_files }
    }

    /// Everything that is open, by number, up to the last one that is.
    pub(super) fn slots(&self) -> &[Option<Descriptor>] {
        let end = self.slots.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        self.slots.get(..end).unwrap_or_default()
    }

    /// Opens a directory from the start, whatever the limit.
    pub(crate) fn preopen(&mut self, name: &str, id: InodeId, workspace: &mut Workspace) {
        if workspace.hold(id).is_ok() {
            let mut descriptor = Descriptor::new(Target::Directory { id }, Rights::DIRECTORY);
            descriptor.inheriting = Rights::ALL;
            descriptor.preopen = Some(name.to_owned());
            self.slots.push(Some(descriptor));
            self.open += 1;
        }
    }

    /// Fails where no more may be opened.
    pub(crate) fn check_room(&self) -> Result<(), Errno> {
        if self.open >= self.limit {
            return Err(Errno::MFile);
        }
        Ok(())
    }

    /// Opens a descriptor; its inode is held until it is closed.
    pub(crate) fn open(
        &mut self,
        descriptor: Descriptor,
        workspace: &mut Workspace,
    ) -> Result<u32, Errno> {
        self.check_room()?;
        if let Some(id) = descriptor.inode() {
            workspace.hold(id)?;
        }
        self.open += 1;
        let index = self.slots.iter().position(Option::is_none).unwrap_or(self.slots.len());
        match self.slots.get_mut(index) {
            Some(slot) => *slot = Some(descriptor),
            None => self.slots.push(Some(descriptor)),
        }
        u32::try_from(index).map_err(|_| Errno::MFile)
    }

    pub(crate) fn close(&mut self, fd: u32, workspace: &mut Workspace) -> Result<(), Errno> {
        let slot = self.slots.get_mut(fd as usize).ok_or(Errno::BadF)?;
        let descriptor = slot.take().ok_or(Errno::BadF)?;
        self.open = self.open.saturating_sub(1);
        if let Some(id) = descriptor.inode() {
            workspace.release(id);
        }
        Ok(())
    }

    /// Moves a descriptor to another number that is in use, which is closed.
    pub(crate) fn renumber(
        &mut self,
        from: u32,
        to: u32,
        workspace: &mut Workspace,
    ) -> Result<(), Errno> {
        self.get(from)?;
        self.get(to)?;
        if from == to {
            return Ok(());
        }
        self.close(to, workspace)?;
        let moved = self.slots.get_mut(from as usize).and_then(Option::take);
        if let Some(slot) = self.slots.get_mut(to as usize) {
            *slot = moved;
        }
        Ok(())
    }

    pub(crate) fn get(&self, fd: u32) -> Result<&Descriptor, Errno> {
        self.slots.get(fd as usize).and_then(Option::as_ref).ok_or(Errno::BadF)
    }

    pub(crate) fn get_mut(&mut self, fd: u32) -> Result<&mut Descriptor, Errno> {
        self.slots.get_mut(fd as usize).and_then(Option::as_mut).ok_or(Errno::BadF)
    }

    /// The directory that a path starts from.
    pub(crate) fn directory(&self, fd: u32, right: Rights) -> Result<InodeId, Errno> {
        let descriptor = self.get(fd)?;
        match descriptor.target {
            Target::Directory { id } => {
                descriptor.base.check(right)?;
                Ok(id)
            }
            Target::Input | Target::Output(_) | Target::File { .. } => Err(Errno::NotDir),
        }
    }

    /// A regular file and its offset. A directory is `EBADF` as in wasmtime, a stream `ESPIPE`.
    pub(crate) fn file(&self, fd: u32, right: Rights) -> Result<(InodeId, u64), Errno> {
        let descriptor = self.get(fd)?;
        match descriptor.target {
            Target::File { id, offset } => {
                descriptor.base.check(right)?;
                Ok((id, offset))
            }
            Target::Directory { .. } => Err(Errno::BadF),
            Target::Input | Target::Output(_) => Err(Errno::SPipe),
        }
    }

    /// Sets a file's offset.
    pub(crate) fn set_offset(&mut self, fd: u32, to: u64) -> Result<(), Errno> {
        if let Target::File { offset, .. } = &mut self.get_mut(fd)?.target {
            *offset = to;
        }
        Ok(())
    }
}
