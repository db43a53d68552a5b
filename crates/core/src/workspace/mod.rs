//! The in-memory filesystem: files, directories, symbolic and hard links, with quotas that are
//! checked before anything is allocated.
//!
//! All of it is plain data (a slab of inodes that refer to each other by index), so that a copy of
//! it is a snapshot. Nothing here reads a clock: whoever changes something says what time it is.

mod change;
mod diff;
mod directory;
mod file;
mod inode;
mod path;
mod quota;
mod snapshot;
mod storage;
mod tree;

use alloc::vec::Vec;
pub use tree::{Tree, TreeEntry, TreeError};

pub(crate) use diff::Start;
pub(crate) use directory::Listed;
pub(crate) use inode::{InodeId, Times};
pub(crate) use path::{Found, LastLink};
pub(crate) use snapshot::Numbers;

use crate::{
    contract::{Limits, WorkspaceUse},
    wasi::Errno,
};
use directory::Directory;
use inode::{Inode, Node};
use quota::Quota;

/// The filesystem. Each root is a tree of its own: no path leads from one to another.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    inodes: Vec<Option<Inode>>,
    /// Places in `inodes` that are empty.
    free: Vec<u32>,
    /// The inode number that the guest sees next; never used twice.
    next_serial: u64,
    quota: Quota,
    roots: Vec<InodeId>,
}

impl Workspace {
    /// A filesystem without any root.
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            inodes: Vec::new(),
            free: Vec::new(),
            next_serial: 1,
            quota: Quota::new(limits),
            roots: Vec::new(),
        }
    }

    /// Adds an empty tree and returns its root, which counts against no quota.
    pub(crate) fn add_root(&mut self) -> InodeId {
        let id = self.allot(Node::Directory(Directory::default()), 0);
        if let Ok(inode) = self.inode_mut(id) {
            inode.links = 1;
            inode.pinned = true;
            if let Node::Directory(directory) = &mut inode.node {
                directory.parent = Some(id);
            }
        }
        self.roots.push(id);
        id
    }

    /// A root, by the order in which they were added.
    pub(crate) fn root(&self, index: usize) -> Option<InodeId> {
        self.roots.get(index).copied()
    }

    /// What is used of the quotas.
    pub(crate) fn usage(&self) -> WorkspaceUse {
        self.quota.usage()
    }

    /// Gives everything the same times: those of the start.
    pub(crate) fn set_all_times(&mut self, now: u64) {
        for inode in self.inodes.iter_mut().flatten() {
            inode.times = Times::all(now);
        }
    }

    /// Makes an inode. The caller has made sure that the quotas allow it.
    fn allot(&mut self, node: Node, now: u64) -> InodeId {
        let serial = self.next_serial;
        self.next_serial += 1;
        self.keep(Inode::new(serial, node, now))
    }

    /// Puts an inode into the slab.
    fn keep(&mut self, inode: Inode) -> InodeId {
        if let Some(place) = self.free.pop()
            && let Some(slot) = self.inodes.get_mut(place as usize)
        {
            *slot = Some(inode);
            return InodeId(place);
        }
        self.inodes.push(Some(inode));
        // `limits.workspace_files` has a range far below 2³².
        InodeId(u32::try_from(self.inodes.len() - 1).unwrap_or(u32::MAX))
    }

    /// Takes a node out of the slab.
    fn discard(&mut self, id: InodeId) {
        if let Some(slot) = self.inodes.get_mut(id.0 as usize)
            && slot.take().is_some()
        {
            self.free.push(id.0);
        }
    }

    fn inode(&self, id: InodeId) -> Result<&Inode, Errno> {
        self.inodes.get(id.0 as usize).and_then(Option::as_ref).ok_or(Errno::Io)
    }

    fn inode_mut(&mut self, id: InodeId) -> Result<&mut Inode, Errno> {
        self.inodes.get_mut(id.0 as usize).and_then(Option::as_mut).ok_or(Errno::Io)
    }

    fn directory(&self, id: InodeId) -> Result<&Directory, Errno> {
        match &self.inode(id)?.node {
            Node::Directory(directory) => Ok(directory),
            Node::File(_) | Node::Symlink(_) => Err(Errno::NotDir),
        }
    }

    fn directory_mut(&mut self, id: InodeId) -> Result<&mut Directory, Errno> {
        match &mut self.inode_mut(id)?.node {
            Node::Directory(directory) => Ok(directory),
            Node::File(_) | Node::Symlink(_) => Err(Errno::NotDir),
        }
    }
}
