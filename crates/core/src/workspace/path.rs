//! From a path to an inode, without ever leaving the directory that it starts from.

use super::{Workspace, inode::InodeId, inode::Node};
use crate::wasi::Errno;
use alloc::{borrow::Cow, boxed::Box, format, vec};

/// Symbolic links in one path at most, as on Linux.
const MAX_LINKS: u32 = 40;

/// What becomes of a symbolic link at the end of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LastLink {
    /// It is followed.
    Follow,
    /// It is meant itself, unless a slash follows it.
    Stay,
    /// It is meant itself, always: for calls that make or remove names.
    Never,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A directory that the path names by `.` or `..`, so that no name of it is known.
    Here(InodeId),
    /// A name that is there. With `slash`, it is a directory.
    Entry { parent: InodeId, name: Box<str>, id: InodeId, slash: bool },
    /// A name that is not there, in a directory that is.
    Missing { parent: InodeId, name: Box<str>, slash: bool },
}

impl Found {
    /// What is there.
    pub(crate) fn existing(&self) -> Result<InodeId, Errno> {
        match self {
            Self::Here(id) | Self::Entry { id, .. } => Ok(*id),
            Self::Missing { .. } => Err(Errno::NoEnt),
        }
    }
}

impl Workspace {
    /// Bytes in a path at most.
    pub(crate) fn max_path_bytes(&self) -> usize {
        self.quota.max_path_bytes()
    }

    /// Follows a path from a directory. Whatever would lead out of that directory (an absolute
    /// path, too many `..`, a link that does either) is `EPERM`.
    pub(crate) fn find(&self, from: InodeId, path: &str, last: LastLink) -> Result<Found, Errno> {
        if path.is_empty() {
            return Err(Errno::NoEnt);
        }
        if path.contains('\0') {
            return Err(Errno::Inval);
        }
        // The directories from `from` to where the path has led so far.
        let mut trail = vec![from];
        let mut text = Cow::Borrowed(path);
        let mut at = 0;
        let mut links = 0;
        if text.starts_with('/') {
            return Err(Errno::Perm);
        }
        loop {
            let here = *trail.last().ok_or(Errno::Perm)?;
            let rest = text[at..].trim_start_matches('/');
            if rest.is_empty() {
                return Ok(Found::Here(here));
            }
            let start = text.len() - rest.len();
            let end = rest.find('/').map_or(text.len(), |length| start + length);
            let name = &text[start..end];
            let slash = end < text.len();
            let is_last = text[end..].bytes().all(|byte| byte == b'/');
            at = end;
            match name {
                "." => {
                    self.directory(here)?;
                    continue;
                }
                ".." => {
                    self.directory(here)?;
                    trail.pop();
                    continue;
                }
                _ => {}
            }
            let Some(id) = self.directory(here)?.get(name) else {
                // Names that are there are not measured: `workspace` is longer than some limits.
                self.quota.check_name(name)?;
                if is_last {
                    return Ok(Found::Missing { parent: here, name: name.into(), slash });
                }
                return Err(Errno::NoEnt);
            };
            match &self.inode(id)?.node {
                Node::Symlink(target)
                    if !is_last
                        || last == LastLink::Follow
                        || (slash && last == LastLink::Stay) =>
                {
                    links += 1;
                    if links > MAX_LINKS {
                        return Err(Errno::Loop);
                    }
                    if target.starts_with('/') {
                        return Err(Errno::Perm);
                    }
                    if target.is_empty() {
                        return Err(Errno::NoEnt);
                    }
                    text = Cow::Owned(format!("{target}{}", &text[end..]));
                    at = 0;
                }
                Node::Directory(_) if !is_last => trail.push(id),
                Node::File(_) | Node::Symlink(_) if slash => return Err(Errno::NotDir),
                _ => return Ok(Found::Entry { parent: here, name: name.into(), id, slash }),
            }
        }
    }

    /// How many names lead from the root to a directory.
    pub(super) fn depth(&self, mut directory: InodeId) -> Result<u64, Errno> {
        let mut depth = 0;
        while let Some(parent) = self.directory(directory)?.parent
            && parent != directory
        {
            depth += 1;
            directory = parent;
        }
        Ok(depth)
    }

    /// Whether a directory is another one, or below it.
    pub(super) fn is_within(&self, mut inner: InodeId, outer: InodeId) -> Result<bool, Errno> {
        loop {
            if inner == outer {
                return Ok(true);
            }
            match self.directory(inner)?.parent {
                Some(parent) if parent != inner => inner = parent,
                _ => return Ok(false),
            }
        }
    }

    /// How many names the longest path below a node has; 0 for all but directories with entries.
    pub(super) fn height(&self, id: InodeId) -> Result<u64, Errno> {
        let mut height = 0;
        let mut pending = vec![(id, 0)];
        while let Some((id, depth)) = pending.pop() {
            height = height.max(depth);
            if let Node::Directory(directory) = &self.inode(id)?.node {
                pending.extend(directory.iter().map(|(_, child)| (child, depth + 1)));
            }
        }
        Ok(height)
    }
}
