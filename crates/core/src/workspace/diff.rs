//! How the workspace differs from what the request put there.

use super::{InodeId, Workspace, inode::Node};
use crate::contract::{Content, FileChanges};
use alloc::{string::String, sync::Arc, vec, vec::Vec};

/// The files of the start and their paths, in the order of these.
pub(crate) type Start = Vec<(String, Arc<[u8]>)>;

impl Workspace {
    /// Makes what is below a directory the start of what comes. Bytes are shared with the record
    /// of it, so that they are copied only where a file has changed since the last time.
    pub(crate) fn freeze(&mut self, root: InodeId) -> Start {
        let mut files = Vec::new();
        self.walk(root, |path, id| files.push((path, id)));
        let mut start: Start = files
            .into_iter()
            .filter_map(|(path, id)| match &mut self.inode_mut(id).ok()?.node {
                Node::File(bytes) => Some((path, bytes.share())),
                Node::Directory(_) | Node::Symlink(_) => None,
            })
            .collect();
        start.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        start
    }

    /// The regular files below a directory against those of the start. Symbolic links are not
    /// followed: what they lead to is told under its own name, if it is in the workspace at all.
    pub(crate) fn changes(&self, root: InodeId, start: &Start) -> FileChanges {
        let mut changes = FileChanges::default();
        let mut there = vec![false; start.len()];
        self.walk(root, |path, id| {
            let Ok(Node::File(bytes)) = self.inode(id).map(|inode| &inode.node) else { return };
            let Ok(at) = start.binary_search_by(|(name, _)| name.cmp(&path)) else {
                changes.created.insert(path, Content::from(bytes.as_slice()));
                return;
            };
            there[at] = true;
            let (_, before) = &start[at];
            if !bytes.is_same(before) && bytes.as_slice() != &before[..] {
                changes.changed.insert(path, Content::from(bytes.as_slice()));
            }
        });
        let gone = start.iter().zip(there).filter(|(_, there)| !there);
        changes.deleted = gone.map(|((path, _), _)| path.clone()).collect();
        changes
    }
}
