//! A tree of files as plain data: what a directory holds at the start, and what it holds at the end.

use super::{
    Workspace,
    directory::Directory,
    file::FileBytes,
    inode::{InodeId, Node},
};
use crate::contract::Content;
use alloc::{
    borrow::ToOwned,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    sync::Arc,
    vec,
};

/// A tree of files, by path relative to its root. Directories on the way need not be listed.
///
/// ```
/// use hognose_core::workspace::{Tree, TreeEntry};
/// let tree = Tree::new().with_file("a/b.txt", "text").with_directory("empty").with_symlink("l", "a");
/// assert_eq!(tree.entries["empty"], TreeEntry::Directory);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The entries, by path.
    pub entries: BTreeMap<String, TreeEntry>,
}

/// One entry of a [`Tree`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TreeEntry {
    /// A regular file.
    File(Content),
    /// A directory.
    Directory,
    /// A symbolic link to this target.
    Symlink(String),
}

/// Why a [`Tree`] is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TreeError {
    /// A path that is empty, absolute, or has an empty name, `.`, `..` or a NUL in it.
    #[error("\"{path}\" is not a path below the directory")]
    Path {
        /// The path.
        path: String,
    },
    /// Something is below, or in the place of, what is no directory.
    #[error("\"{path}\": one of its directories is listed as something else")]
    NotDirectory {
        /// The path.
        path: String,
    },
}

impl TreeError {
    /// The same fault, told of the entry that was to be placed.
    fn about(self, path: &str) -> Self {
        let path = path.to_owned();
        match self {
            Self::Path { .. } => Self::Path { path },
            Self::NotDirectory { .. } => Self::NotDirectory { path },
        }
    }
}

impl Tree {
    /// An empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a file.
    #[must_use]
    pub fn with_file(self, path: impl Into<String>, content: impl Into<Content>) -> Self {
        self.with(path, TreeEntry::File(content.into()))
    }

    /// With a directory.
    #[must_use]
    pub fn with_directory(self, path: impl Into<String>) -> Self {
        self.with(path, TreeEntry::Directory)
    }

    /// With a symbolic link.
    #[must_use]
    pub fn with_symlink(self, path: impl Into<String>, target: impl Into<String>) -> Self {
        self.with(path, TreeEntry::Symlink(target.into()))
    }

    fn with(mut self, path: impl Into<String>, entry: TreeEntry) -> Self {
        self.entries.insert(path.into(), entry);
        self
    }
}

impl Workspace {
    /// Puts a tree below a directory. It counts against the quotas, but always fits.
    pub(crate) fn place(&mut self, root: InodeId, tree: &Tree) -> Result<(), TreeError> {
        for (path, entry) in &tree.entries {
            match entry {
                TreeEntry::File(content) => {
                    self.place_file(root, path, Arc::from(content.bytes()))?;
                }
                TreeEntry::Directory => {
                    self.place_directory(root, path)?;
                }
                TreeEntry::Symlink(target) => {
                    self.place_node(root, path, Node::Symlink(target.as_str().into()))?;
                }
            }
        }
        Ok(())
    }

    /// Puts a file below a directory; the directories on its way are made.
    pub(crate) fn place_file(
        &mut self,
        root: InodeId,
        path: &str,
        bytes: Arc<[u8]>,
    ) -> Result<(), TreeError> {
        self.place_node(root, path, Node::File(FileBytes::Shared(bytes)))
    }

    /// Makes a directory and those on its way, where they are not there yet.
    pub(crate) fn place_directory(
        &mut self,
        root: InodeId,
        path: &str,
    ) -> Result<InodeId, TreeError> {
        let mut here = root;
        for name in path.split('/') {
            if matches!(name, "" | "." | "..") || name.contains('\0') {
                return Err(TreeError::Path { path: path.to_owned() });
            }
            let not_directory = |_| TreeError::NotDirectory { path: path.to_owned() };
            here = match self.directory(here).map_err(not_directory)?.get(name) {
                Some(id) => id,
                None => self
                    .attach(here, name, Node::Directory(Directory::below(here)), 0)
                    .map_err(not_directory)?,
            };
        }
        match self.directory(here) {
            Ok(_) => Ok(here),
            Err(_) => Err(TreeError::NotDirectory { path: path.to_owned() }),
        }
    }

    fn place_node(&mut self, root: InodeId, path: &str, node: Node) -> Result<(), TreeError> {
        let (parent, name) = match path.rsplit_once('/') {
            Some((parent, name)) => {
                let parent = self.place_directory(root, parent);
                (parent.map_err(|error| error.about(path))?, name)
            }
            None => (root, path),
        };
        if matches!(name, "" | "." | "..") || name.contains('\0') {
            return Err(TreeError::Path { path: path.to_owned() });
        }
        match self.directory(parent) {
            Ok(directory) if directory.get(name).is_none() => {
                self.attach(parent, name, node, 0)
                    .map_err(|_| TreeError::NotDirectory { path: path.to_owned() })?;
                Ok(())
            }
            _ => Err(TreeError::NotDirectory { path: path.to_owned() }),
        }
    }

    /// The directory at a path below another one must keep its name from now on.
    pub(crate) fn pin(&mut self, id: InodeId) {
        if let Ok(inode) = self.inode_mut(id) {
            inode.pinned = true;
        }
        // What holds the world up is not the guest's to pay for.
        self.quota.remove(1, 0);
    }

    /// What is below a directory, as plain data. A file with two names is two files in it.
    pub(crate) fn tree(&self, root: InodeId) -> Tree {
        let mut tree = Tree::new();
        self.walk(root, |path, id| {
            let Ok(inode) = self.inode(id) else { return };
            let entry = match &inode.node {
                Node::File(bytes) => TreeEntry::File(bytes.as_slice().into()),
                Node::Directory(_) => TreeEntry::Directory,
                Node::Symlink(target) => TreeEntry::Symlink(target.to_string()),
            };
            tree.entries.insert(path, entry);
        });
        tree
    }

    /// A path from a directory to a node below it.
    pub(crate) fn name_of(&self, root: InodeId, node: InodeId) -> Option<String> {
        let mut found = None;
        self.walk(root, |path, id| {
            if id == node {
                found = Some(path);
            }
        });
        found
    }

    /// Visits everything below a directory.
    pub(super) fn walk(&self, root: InodeId, mut visit: impl FnMut(String, InodeId)) {
        let mut pending = vec![(String::new(), root)];
        while let Some((path, id)) = pending.pop() {
            if let Ok(directory) = self.directory(id) {
                pending.extend(directory.iter().map(|(name, child)| {
                    let path =
                        if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
                    (path, child)
                }));
            }
            if id != root {
                visit(path, id);
            }
        }
    }
}
