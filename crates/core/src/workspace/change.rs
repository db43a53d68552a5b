//! Making, linking, moving and removing names.

use super::{
    Workspace,
    directory::Directory,
    file::FileBytes,
    inode::{InodeId, Node},
    path::Found,
    quota::Quota,
};
use crate::wasi::Errno;

impl Workspace {
    /// Makes an empty file.
    pub(crate) fn create_file(
        &mut self,
        parent: InodeId,
        name: &str,
        now: u64,
    ) -> Result<InodeId, Errno> {
        self.create(parent, name, Node::File(FileBytes::default()), now)
    }

    /// Makes an empty directory.
    pub(crate) fn create_directory(&mut self, at: &Found, now: u64) -> Result<(), Errno> {
        let Found::Missing { parent, name, .. } = at else { return Err(Errno::Exist) };
        self.create(*parent, name, Node::Directory(Directory::below(*parent)), now)?;
        Ok(())
    }

    /// Makes a symbolic link. A target that could never be followed is refused.
    pub(crate) fn create_symlink(
        &mut self,
        target: &str,
        at: &Found,
        now: u64,
    ) -> Result<(), Errno> {
        Quota::check_target(target)?;
        let (parent, name) = vacant(at)?;
        self.create(parent, name, Node::Symlink(target.into()), now)?;
        Ok(())
    }

    /// Gives a file or a symbolic link one more name.
    pub(crate) fn link(&mut self, from: &Found, to: &Found, now: u64) -> Result<(), Errno> {
        let id = from.existing()?;
        let inode = self.inode(id)?;
        if matches!(inode.node, Node::Directory(_)) {
            return Err(Errno::Perm);
        }
        // One that has lost its last name is gone for good.
        if inode.links == 0 {
            return Err(Errno::NoEnt);
        }
        let size = inode.size();
        let (parent, name) = vacant(to)?;
        self.check_new_name(parent, name)?;
        self.quota.check(size)?;
        self.quota.add(1, size);
        let inode = self.inode_mut(id)?;
        inode.links += 1;
        inode.times.changed_ns = now;
        self.directory_mut(parent)?.insert(name, id);
        self.inode_mut(parent)?.times.modify(now);
        Ok(())
    }

    /// Removes a name of a file or a symbolic link.
    pub(crate) fn unlink(&mut self, at: &Found, now: u64) -> Result<(), Errno> {
        let (parent, name, id) = match at {
            Found::Here(_) => return Err(Errno::IsDir),
            Found::Missing { .. } => return Err(Errno::NoEnt),
            Found::Entry { parent, name, id, .. } => (*parent, name, *id),
        };
        if matches!(self.inode(id)?.node, Node::Directory(_)) {
            return Err(Errno::IsDir);
        }
        self.drop_name(parent, name, now)
    }

    /// Removes an empty directory.
    pub(crate) fn remove_directory(&mut self, at: &Found, now: u64) -> Result<(), Errno> {
        let (parent, name, id) = match at {
            // `.`, `..` or the root of the path: it is in use by the path itself.
            Found::Here(_) => return Err(Errno::Busy),
            Found::Missing { .. } => return Err(Errno::NoEnt),
            Found::Entry { parent, name, id, .. } => (*parent, name, *id),
        };
        let directory = self.directory(id)?;
        if self.inode(id)?.pinned {
            return Err(Errno::Busy);
        }
        if !directory.is_empty() {
            return Err(Errno::NotEmpty);
        }
        self.drop_name(parent, name, now)
    }

    /// Moves a name; what had the new name is replaced, where POSIX allows that.
    pub(crate) fn rename(&mut self, from: &Found, to: &Found, now: u64) -> Result<(), Errno> {
        let (old_parent, old_name, id) = match from {
            Found::Here(_) => return Err(Errno::Busy),
            Found::Missing { .. } => return Err(Errno::NoEnt),
            Found::Entry { parent, name, id, .. } => (*parent, name, *id),
        };
        let (new_parent, new_name, replaced, slash) = match to {
            Found::Here(_) => return Err(Errno::Busy),
            Found::Missing { parent, name, slash } => (*parent, name, None, *slash),
            Found::Entry { parent, name, id, slash } => (*parent, name, Some(*id), *slash),
        };
        let moving = self.inode(id)?;
        let is_directory = matches!(moving.node, Node::Directory(_));
        let is_pinned = |id| self.inode(id).is_ok_and(|inode| inode.pinned);
        if is_pinned(id) || replaced.is_some_and(is_pinned) {
            return Err(Errno::Busy);
        }
        if replaced == Some(id) {
            return Ok(());
        }
        // What was above a directory that has been removed may be gone too, or be another by now.
        if self.inode(new_parent)?.links == 0 {
            return Err(Errno::NoEnt);
        }
        if is_directory {
            if self.is_within(new_parent, id)? {
                return Err(Errno::Inval);
            }
            if let Some(replaced) = replaced
                && !self.directory(replaced)?.is_empty()
            {
                return Err(Errno::NotEmpty);
            }
        } else if let Some(replaced) = replaced {
            if matches!(self.inode(replaced)?.node, Node::Directory(_)) {
                return Err(Errno::IsDir);
            }
        } else if slash {
            return Err(Errno::NotDir);
        }
        self.quota.check_name(new_name)?;
        let (old_depth, new_depth) = (self.depth(old_parent)?, self.depth(new_parent)?);
        // What was given deeper than the limit may still be moved up.
        if new_depth > old_depth {
            self.quota.check_depth(new_depth + 1 + self.height(id)?)?;
        }

        if replaced.is_some() {
            self.drop_name(new_parent, new_name, now)?;
        }
        self.directory_mut(old_parent)?.remove(old_name);
        self.directory_mut(new_parent)?.insert(new_name, id);
        if let Node::Directory(directory) = &mut self.inode_mut(id)?.node {
            directory.parent = Some(new_parent);
        }
        self.inode_mut(id)?.times.changed_ns = now;
        self.inode_mut(old_parent)?.times.modify(now);
        self.inode_mut(new_parent)?.times.modify(now);
        Ok(())
    }

    /// Makes a node and its name.
    fn create(
        &mut self,
        parent: InodeId,
        name: &str,
        node: Node,
        now: u64,
    ) -> Result<InodeId, Errno> {
        self.check_new_name(parent, name)?;
        let bytes = match &node {
            Node::Symlink(target) => target.len() as u64,
            Node::File(_) | Node::Directory(_) => 0,
        };
        self.quota.check(bytes)?;
        self.attach(parent, name, node, now)
    }

    /// Makes a node and its name, and counts both. For what was given at the start, which is
    /// not held against the quotas: whoever gave it has decided.
    pub(super) fn attach(
        &mut self,
        parent: InodeId,
        name: &str,
        node: Node,
        now: u64,
    ) -> Result<InodeId, Errno> {
        self.directory(parent)?;
        let id = self.allot(node, now);
        let inode = self.inode_mut(id)?;
        inode.links = 1;
        let size = inode.size();
        self.quota.add(1, size);
        self.directory_mut(parent)?.insert(name, id);
        self.inode_mut(parent)?.times.modify(now);
        Ok(id)
    }

    /// Whether a directory may have one more entry with this name.
    fn check_new_name(&self, parent: InodeId, name: &str) -> Result<(), Errno> {
        if self.inode(parent)?.links == 0 {
            return Err(Errno::NoEnt);
        }
        self.quota.check_name(name)?;
        self.quota.check_depth(self.depth(parent)? + 1)
    }

    /// Removes a name, and with the last one the inode, unless it is open.
    fn drop_name(&mut self, parent: InodeId, name: &str, now: u64) -> Result<(), Errno> {
        let id = self.directory_mut(parent)?.remove(name).ok_or(Errno::NoEnt)?;
        self.inode_mut(parent)?.times.modify(now);
        let inode = self.inode_mut(id)?;
        let size = inode.size();
        inode.links = inode.links.saturating_sub(1);
        inode.times.changed_ns = now;
        if inode.links > 0 {
            self.quota.remove(1, size);
        } else {
            self.reap(id);
        }
        Ok(())
    }

    /// Frees an inode that neither a name nor a descriptor refers to.
    pub(super) fn reap(&mut self, id: InodeId) {
        if let Ok(inode) = self.inode(id)
            && inode.links == 0
            && inode.opens == 0
        {
            self.quota.remove(1, inode.size());
            self.discard(id);
        }
    }
}

/// Where a new name goes.
fn vacant(at: &Found) -> Result<(InodeId, &str), Errno> {
    match at {
        Found::Missing { parent, name, slash: false } => Ok((*parent, name)),
        // Only a directory's name can end in a slash.
        Found::Missing { slash: true, .. } => Err(Errno::NoEnt),
        Found::Here(_) | Found::Entry { .. } => Err(Errno::Exist),
    }
}
