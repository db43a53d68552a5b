//! What paths mean, on a tree as plain data: components one after the other, links replaced by the
//! components of their targets. Small enough to be read against POSIX.

use hognose_core::{
    contract::Content,
    wasi::Errno,
    workspace::{Tree, TreeEntry},
};

/// Links that one path may lead through.
const MAX_LINKS: u32 = 40;
/// Bytes of a path or a link's target.
const MAX_PATH_BYTES: usize = 4_096;

/// What becomes of a link at the end of a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Last {
    /// It is followed.
    Follow,
    /// It is meant itself, unless a slash follows.
    Stay,
    /// It is meant itself.
    Never,
}

/// Where a path leads, from the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A directory, by `.` or `..`.
    Here(String),
    /// An entry.
    Entry(String),
    /// A name that is free; whether a slash follows it.
    Free { path: String, slash: bool },
}

impl Place {
    /// What is there.
    pub fn existing(self) -> Result<String, Errno> {
        match self {
            Self::Here(path) | Self::Entry(path) => Ok(path),
            Self::Free { .. } => Err(Errno::NoEnt),
        }
    }

    /// A place for a name that is not a directory's.
    fn vacant(&self) -> Result<&str, Errno> {
        match self {
            Self::Free { path, slash: false } => Ok(path),
            Self::Free { slash: true, .. } => Err(Errno::NoEnt),
            Self::Here(_) | Self::Entry(_) => Err(Errno::Exist),
        }
    }
}

/// A path as a guest may give it.
pub fn text(bytes: &[u8]) -> Result<&str, Errno> {
    if bytes.len() > MAX_PATH_BYTES {
        return Err(Errno::NameTooLong);
    }
    std::str::from_utf8(bytes).map_err(|_| Errno::IlSeq)
}

/// WASI's number for the type of an entry; the root is no entry.
pub fn filetype(tree: &Tree, path: &str) -> u8 {
    match tree.entries.get(path) {
        None | Some(TreeEntry::Directory) => 3,
        Some(TreeEntry::File(_)) => 4,
        Some(TreeEntry::Symlink(_)) => 7,
    }
}

/// A tree, and what it may become.
pub struct Model<'a> {
    pub tree: &'a Tree,
    /// Names in a path from the root.
    pub max_depth: u64,
    /// Bytes of a name that is made.
    pub max_name: u64,
}

/// A name on the way, and whether a slash follows it.
struct Component {
    name: String,
    slash: bool,
}

fn components(path: &str) -> impl DoubleEndedIterator<Item = Component> {
    let slash = path.ends_with('/');
    let names: Vec<&str> = path.split('/').filter(|name| !name.is_empty()).collect();
    let count = names.len();
    let component = move |(index, name): (usize, &str)| Component {
        name: name.to_owned(),
        slash: slash || index + 1 < count,
    };
    names.into_iter().enumerate().map(component).collect::<Vec<_>>().into_iter()
}

fn below(directory: &str, name: &str) -> String {
    if directory.is_empty() { name.to_owned() } else { format!("{directory}/{name}") }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

fn depth(path: &str) -> u64 {
    path.split('/').filter(|name| !name.is_empty()).count() as u64
}

impl Model<'_> {
    /// Where a path leads from `base`, which it must not leave.
    pub fn resolve(&self, base: &str, path: &[u8], last: Last) -> Result<Place, Errno> {
        let path = text(path)?;
        match path {
            "" => return Err(Errno::NoEnt),
            _ if path.contains('\0') => return Err(Errno::Inval),
            _ if path.starts_with('/') => return Err(Errno::Perm),
            _ => {}
        }
        let mut here = vec![base.to_owned()];
        let mut ahead: Vec<Component> = components(path).rev().collect();
        let mut links = 0;
        while let Some(Component { name, slash }) = ahead.pop() {
            let directory = here.last().ok_or(Errno::Perm)?;
            let place = below(directory, &name);
            let is_last = ahead.is_empty();
            match (name.as_str(), self.tree.entries.get(&place)) {
                (".", _) => {}
                ("..", _) => {
                    here.pop();
                    if here.is_empty() {
                        return Err(Errno::Perm);
                    }
                }
                (_, None) if name.len() as u64 > self.max_name => return Err(Errno::NameTooLong),
                (_, None) if is_last => return Ok(Place::Free { path: place, slash }),
                (_, None) => return Err(Errno::NoEnt),
                (_, Some(TreeEntry::Symlink(target)))
                    if !is_last || last == Last::Follow || (slash && last == Last::Stay) =>
                {
                    links += 1;
                    if links > MAX_LINKS {
                        return Err(Errno::Loop);
                    }
                    let mut target: Vec<Component> = components(target).rev().collect();
                    if let Some(end) = target.first_mut() {
                        end.slash |= slash;
                    }
                    ahead.append(&mut target);
                }
                (_, Some(TreeEntry::Directory)) if !is_last => here.push(place),
                (_, Some(TreeEntry::File(_) | TreeEntry::Symlink(_))) if slash => {
                    return Err(Errno::NotDir);
                }
                _ => return Ok(Place::Entry(place)),
            }
        }
        here.pop().map(Place::Here).ok_or(Errno::Perm)
    }

    fn has_entries(&self, directory: &str) -> bool {
        self.tree.entries.keys().any(|path| parent(path) == directory)
    }

    fn is_pinned(path: &str) -> bool {
        ["workspace", "tmp"].contains(&path)
    }

    fn with(&self, path: &str, entry: TreeEntry) -> Result<Tree, Errno> {
        if depth(path) > self.max_depth {
            return Err(Errno::NameTooLong);
        }
        let mut tree = self.tree.clone();
        tree.entries.insert(path.to_owned(), entry);
        Ok(tree)
    }

    fn without(&self, path: &str) -> Tree {
        let mut tree = self.tree.clone();
        tree.entries.remove(path);
        tree
    }

    pub fn make_directory(&self, place: &Place) -> Result<Tree, Errno> {
        match place {
            Place::Free { path, .. } => self.with(path, TreeEntry::Directory),
            Place::Here(_) | Place::Entry(_) => Err(Errno::Exist),
        }
    }

    pub fn remove_directory(&self, place: &Place) -> Result<Tree, Errno> {
        match place {
            Place::Here(_) => Err(Errno::Busy),
            Place::Free { .. } => Err(Errno::NoEnt),
            Place::Entry(path) if filetype(self.tree, path) != 3 => Err(Errno::NotDir),
            Place::Entry(path) if Self::is_pinned(path) => Err(Errno::Busy),
            Place::Entry(path) if self.has_entries(path) => Err(Errno::NotEmpty),
            Place::Entry(path) => Ok(self.without(path)),
        }
    }

    pub fn remove(&self, place: &Place) -> Result<Tree, Errno> {
        match place {
            Place::Here(_) => Err(Errno::IsDir),
            Place::Free { .. } => Err(Errno::NoEnt),
            Place::Entry(path) if filetype(self.tree, path) == 3 => Err(Errno::IsDir),
            Place::Entry(path) => Ok(self.without(path)),
        }
    }

    /// Opens a file to write, made where it is missing.
    pub fn create(&self, place: &Place, content: Content) -> Result<Tree, Errno> {
        match place {
            Place::Here(_) | Place::Free { slash: true, .. } => Err(Errno::IsDir),
            Place::Free { path, .. } => self.with(path, TreeEntry::File(content)),
            Place::Entry(path) if filetype(self.tree, path) == 3 => Err(Errno::IsDir),
            Place::Entry(_) => Ok(self.tree.clone()),
        }
    }

    pub fn make_link(&self, target: &str, place: &Place) -> Result<Tree, Errno> {
        match target {
            "" => return Err(Errno::NoEnt),
            _ if target.contains('\0') => return Err(Errno::Inval),
            _ if target.starts_with('/') => return Err(Errno::Perm),
            _ => {}
        }
        self.with(place.vacant()?, TreeEntry::Symlink(target.to_owned()))
    }

    pub fn link(&self, from: &Place, to: &Place) -> Result<Tree, Errno> {
        let from = from.clone().existing()?;
        match self.tree.entries.get(&from) {
            None | Some(TreeEntry::Directory) => Err(Errno::Perm),
            Some(entry) => self.with(to.vacant()?, entry.clone()),
        }
    }

    /// `same` says whether two entries are names of one thing.
    pub fn rename(
        &self,
        from: &Place,
        to: &Place,
        mut same: impl FnMut(&str, &str) -> bool,
    ) -> Result<Tree, Errno> {
        let from = match from {
            Place::Here(_) => return Err(Errno::Busy),
            Place::Free { .. } => return Err(Errno::NoEnt),
            Place::Entry(path) => path,
        };
        let (to, replaces, slash) = match to {
            Place::Here(_) => return Err(Errno::Busy),
            Place::Free { path, slash } => (path, false, *slash),
            Place::Entry(path) => (path, true, false),
        };
        if Self::is_pinned(from) || (replaces && Self::is_pinned(to)) {
            return Err(Errno::Busy);
        }
        if replaces && same(from, to) {
            return Ok(self.tree.clone());
        }
        let inside = format!("{from}/");
        let is_directory = filetype(self.tree, from) == 3;
        let to_directory = replaces && filetype(self.tree, to) == 3;
        match (is_directory, to_directory) {
            (true, _) if to.starts_with(&inside) => return Err(Errno::Inval),
            (true, false) if replaces => return Err(Errno::NotDir),
            (true, true) if self.has_entries(to) => return Err(Errno::NotEmpty),
            (false, true) => return Err(Errno::IsDir),
            (false, false) if slash => return Err(Errno::NotDir),
            _ => {}
        }
        let moved = |path: &str| match path.strip_prefix(&inside) {
            Some(rest) => format!("{to}/{rest}"),
            None if path == from => to.clone(),
            None => path.to_owned(),
        };
        let mut tree = self.without(to);
        tree.entries = tree.entries.into_iter().map(|(at, entry)| (moved(&at), entry)).collect();
        let deepest = tree.entries.keys().filter(|path| path.starts_with(to)).map(|it| depth(it));
        if depth(to) > depth(from) && deepest.max() > Some(self.max_depth) {
            return Err(Errno::NameTooLong);
        }
        Ok(tree)
    }
}
