//! What a name leads to.

use super::{directory::Directory, file::FileBytes};
use crate::wasi::FileType;
use alloc::boxed::Box;

/// Where an inode is in the slab. Places are used again; an inode that a name or a descriptor
/// refers to keeps its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct InodeId(pub(super) u32);

/// A file, a directory or a symbolic link.
#[derive(Clone, Debug)]
pub(crate) struct Inode {
    /// The inode number that the guest sees.
    pub(super) serial: u64,
    pub(super) node: Node,
    /// Names that lead here.
    pub(super) links: u32,
    /// Descriptors that refer here.
    pub(super) opens: u32,
    /// Whether it must keep its name, as a mount point must.
    pub(super) pinned: bool,
    pub(super) times: Times,
}

#[derive(Clone, Debug)]
pub(super) enum Node {
    File(FileBytes),
    Directory(Directory),
    Symlink(Box<str>),
}

/// When something happened, in nanoseconds since 1970. Reading does not change `accessed_ns`: what
/// a program reads would then change what it writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_field_names, reason = "units are in the names")]
pub(crate) struct Times {
    pub(crate) accessed_ns: u64,
    pub(crate) modified_ns: u64,
    pub(crate) changed_ns: u64,
}

impl Times {
    pub(super) fn all(now: u64) -> Self {
        Self { accessed_ns: now, modified_ns: now, changed_ns: now }
    }

    /// The contents have changed.
    pub(super) fn modify(&mut self, now: u64) {
        self.modified_ns = now;
        self.changed_ns = now;
    }
}

impl Inode {
    /// An inode that has no name yet.
    pub(super) fn new(serial: u64, node: Node, now: u64) -> Self {
        Self { serial, node, links: 0, opens: 0, pinned: false, times: Times::all(now) }
    }

    pub(super) fn filetype(&self) -> FileType {
        match self.node {
            Node::File(_) => FileType::RegularFile,
            Node::Directory(_) => FileType::Directory,
            Node::Symlink(_) => FileType::SymbolicLink,
        }
    }

    /// Bytes of its contents.
    pub(super) fn size(&self) -> u64 {
        match &self.node {
            Node::File(bytes) => bytes.len() as u64,
            Node::Directory(_) => 0,
            Node::Symlink(target) => target.len() as u64,
        }
    }

    /// How often its bytes count against the quota: a hard link counts like the copy that it is in
    /// the outcome, else one large file with many names would make an outcome of any size.
    pub(super) fn weight(&self) -> u64 {
        u64::from(self.links.max(1))
    }
}
