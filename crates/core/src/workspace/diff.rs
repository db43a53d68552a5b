//! How the workspace differs from what the request put there.

use super::{InodeId, Workspace, inode::Node};
use crate::contract::{Content, FileChanges};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The files of the start, by path.
pub(crate) type Start = BTreeMap<String, Arc<[u8]>>;

impl Workspace {
    /// The regular files below a directory against those of the start. Symbolic links are not
    /// followed: what they lead to is told under its own name, if it is in the workspace at all.
    pub(crate) fn changes(&self, root: InodeId, start: &Start) -> FileChanges {
        let mut changes = FileChanges::default();
        let mut gone: BTreeSet<&str> = start.keys().map(String::as_str).collect();
        self.walk(root, |path, id| {
            let Ok(Node::File(bytes)) = self.inode(id).map(|inode| &inode.node) else { return };
            gone.remove(path.as_str());
            match start.get(&path) {
                Some(before) if bytes.is_same(before) => {}
                Some(before) if bytes.as_slice() == &before[..] => {}
                Some(_) => {
                    changes.changed.insert(path, Content::from(bytes.as_slice()));
                }
                None => {
                    changes.created.insert(path, Content::from(bytes.as_slice()));
                }
            }
        });
        changes.deleted = gone.into_iter().map(str::to_owned).collect();
        changes
    }
}
