//! Workspace paths: every path leads where a simple model of path resolution says, and nowhere
//! else; every change of names is the one that was asked for; depth and names keep their limits.
//!
//! An input is a script in text, a step in a line: an operation and its paths, as in `mkdir tmp/a`
//! or `mv tmp/a tmp/b`.

mod model;

use crate::session::{CREATE, DIRECTORY, OUT, PATH, PATH2, READ, Session, TestGuest, WRITE};
use hognose_core::{
    contract::{Content, Limits, Request},
    guest::Halt,
    wasi::{Errno, Preview1},
    workspace::{Tree, TreeEntry},
    world::World,
};
use model::{Last, Model, Place};

/// Steps in a script at most.
const MAX_STEPS: usize = 100;
/// Names below `/workspace` or `/tmp`.
const PATH_DEPTH: u64 = 4;
/// Bytes of a name that is made.
const NAME_BYTES: u64 = 6;

/// The target.
///
/// # Panics
/// Where one of its promises is not kept.
pub fn paths(script: &[u8]) {
    let mut walk = Walk::new();
    for line in script.split(|byte| *byte == b'\n').take(MAX_STEPS) {
        let mut words = line.splitn(3, |byte| *byte == b' ');
        let operation = words.next().unwrap_or_default();
        let [path, other] = [words.next(), words.next()].map(Option::unwrap_or_default);
        if path.len().max(other.len()) > 10_000 {
            continue;
        }
        walk.step(operation, path, other);
    }
}

/// A guest's way through the workspace.
struct Walk {
    session: Session,
    /// The directory that paths start from, and where it is.
    fd: u32,
    base: String,
    files: u32,
}

impl Walk {
    fn new() -> Self {
        let limits = Limits::default().with_path_depth(PATH_DEPTH).with_name_bytes(NAME_BYTES);
        let request = Request::code("x").with_file("secret", "secret").with_limits(limits);
        let world = World::for_request(&request.validate().expect("a good request"));
        Self { session: Session::new(world), fd: 3, base: String::new(), files: 0 }
    }

    /// One operation, on the model and on the workspace.
    fn step(&mut self, operation: &[u8], path: &[u8], other: &[u8]) {
        let before = self.session.world.tree(0).expect("the root is there");
        let model = Model { tree: &before, max_depth: PATH_DEPTH + 1, max_name: NAME_BYTES };
        let base = self.base.clone();
        let at = |path, last| model.resolve(&base, path, last);
        // What there is to be afterwards, or the error.
        let expected = match operation {
            b"mkdir" => at(path, Last::Never).and_then(|place| model.make_directory(&place)),
            b"rmdir" => at(path, Last::Never).and_then(|place| model.remove_directory(&place)),
            b"rm" => at(path, Last::Never).and_then(|place| model.remove(&place)),
            b"ln" => at(path, Last::Never)
                .and_then(|from| Ok((from, at(other, Last::Never)?)))
                .and_then(|(from, to)| model.link(&from, &to)),
            b"mv" => at(path, Last::Never)
                .and_then(|from| Ok((from, at(other, Last::Never)?)))
                .and_then(|(from, to)| {
                    let same = |from: &str, to: &str| self.inode(from) == self.inode(to);
                    model.rename(&from, &to, same)
                }),
            b"sym" => model::text(path)
                .and_then(|target| Ok((target, at(other, Last::Never)?)))
                .and_then(|(target, place)| model.make_link(target, &place)),
            b"save" => at(path, Last::Follow).and_then(|place| {
                model.create(&place, Content::from(format!("file {}", self.files)))
            }),
            b"stat" => return self.stat(&at(path, Last::Follow), path, 1, &before),
            b"lstat" => return self.stat(&at(path, Last::Stay), path, 0, &before),
            b"cd" => return self.enter(&at(path, Last::Follow), path, &before),
            b"root" => return self.leave(),
            b"file" => return a_file_of_a_request_is_where_its_path_says(path),
            _ => return,
        };
        let fd = self.fd;
        let result = match operation {
            b"mkdir" => {
                self.call(path, other, |p, at, len, _, _| p.path_create_directory(fd, at, len))
            }
            b"rmdir" => {
                self.call(path, other, |p, at, len, _, _| p.path_remove_directory(fd, at, len))
            }
            b"rm" => self.call(path, other, |p, at, len, _, _| p.path_unlink_file(fd, at, len)),
            b"ln" => self.call(path, other, |p, at, len, at2, len2| {
                p.path_link(fd, 0, at, len, fd, at2, len2)
            }),
            b"mv" => self.call(path, other, |p, at, len, at2, len2| {
                p.path_rename(fd, at, len, fd, at2, len2)
            }),
            b"sym" => self
                .call(path, other, |p, at, len, at2, len2| p.path_symlink(at, len, fd, at2, len2)),
            _ => self.save(path, expected.as_ref().is_ok_and(|tree| *tree != before)),
        };
        let after = self.session.world.tree(0).expect("the root is there");
        match (expected, result) {
            (Ok(expected), Ok(())) => assert_eq!(after, expected),
            (Err(expected), Err(errno)) => {
                assert_eq!(errno, expected);
                assert_eq!(after, before, "a call that failed has changed something");
            }
            (expected, result) => panic!("{result:?} where {expected:?} was expected"),
        }
        for path in after.entries.keys() {
            let names: Vec<&str> = path.split('/').collect();
            assert!(names.len() as u64 <= PATH_DEPTH + 1, "{path:?} is too deep");
            assert!(names[1..].iter().all(|name| name.len() as u64 <= NAME_BYTES), "{path:?}");
        }
        self.follow_the_base(&after);
    }

    fn call(
        &mut self,
        path: &[u8],
        other: &[u8],
        call: impl FnOnce(&mut Preview1<'_, TestGuest>, u32, u32, u32, u32) -> Result<i32, Halt>,
    ) -> Result<(), Errno> {
        let (at, len) = self.session.put(PATH, path);
        let (at2, len2) = self.session.put(PATH2, other);
        self.session.call(|p| call(p, at, len, at2, len2))
    }

    /// Opens a file, made where it is missing, and writes to it if it is new.
    fn save(&mut self, path: &[u8], new: bool) -> Result<(), Errno> {
        let opened = self.open(path, CREATE, READ | WRITE)?;
        if new {
            let text = format!("file {}", self.files);
            self.files += 1;
            self.session.write(opened, text.as_bytes()).expect("there is room");
        }
        self.session.close(opened)
    }

    fn open(&mut self, path: &[u8], oflags: u32, rights: u64) -> Result<u32, Errno> {
        let fd = self.fd;
        self.call(path, b"", |p, at, len, _, _| {
            p.path_open(fd, 1, at, len, oflags, rights, 0, 0, OUT)
        })?;
        Ok(self.session.u32(OUT))
    }

    /// The inode of an entry of the tree. The path has no link in it.
    fn inode(&mut self, path: &str) -> u64 {
        let path = if path.is_empty() { "." } else { path };
        self.session.stat(path, 0).expect("the tree has it").inode
    }

    /// A path leads to what the model says.
    fn stat(&mut self, expected: &Result<Place, Errno>, path: &[u8], follow: u32, tree: &Tree) {
        let fd = self.fd;
        let result =
            self.call(path, b"", |p, at, len, _, _| p.path_filestat_get(fd, follow, at, len, OUT));
        let inode = self.session.u64(OUT + 8);
        let filetype = self.session.get(OUT + 16, 1)[0];
        match (expected.clone().and_then(Place::existing), result) {
            (Ok(place), Ok(())) => {
                assert_eq!(inode, self.inode(&place), "it leads elsewhere than to {place:?}");
                assert_eq!(filetype, model::filetype(tree, &place));
            }
            (expected, result) => assert_eq!(result, expected.map(|_| ())),
        }
    }

    /// Opens a directory, from which all paths start from now on.
    fn enter(&mut self, expected: &Result<Place, Errno>, path: &[u8], tree: &Tree) {
        let result = self.open(path, DIRECTORY, READ);
        let place = expected.clone().and_then(Place::existing);
        let expected = place.and_then(|place| match model::filetype(tree, &place) {
            3 => Ok(place),
            _ => Err(Errno::NotDir),
        });
        match (expected, result) {
            (Ok(place), Ok(opened)) => {
                self.leave();
                (self.fd, self.base) = (opened, place);
                assert_eq!(
                    self.session.fstat(opened).expect("it is open").inode,
                    self.inode(&self.base.clone()),
                );
            }
            (expected, result) => assert_eq!(result.err(), expected.err()),
        }
    }

    /// From now on all paths start from the root.
    fn leave(&mut self) {
        if self.fd != 3 {
            self.session.close(self.fd).expect("it is open");
            (self.fd, self.base) = (3, String::new());
        }
    }

    /// The directory that paths start from may have been moved, or removed.
    fn follow_the_base(&mut self, tree: &Tree) {
        if self.fd == 3 {
            return;
        }
        let inode = self.session.fstat(self.fd).expect("it is open").inode;
        let mut directories =
            tree.entries.iter().filter(|(_, entry)| matches!(entry, TreeEntry::Directory));
        match directories.find(|(path, _)| self.inode(path) == inode) {
            Some((path, _)) => path.clone_into(&mut self.base),
            None => self.leave(),
        }
    }
}

/// The path of a request's file is refused, or names that file and no other.
fn a_file_of_a_request_is_where_its_path_says(path: &[u8]) {
    let Ok(path) = std::str::from_utf8(path) else { return };
    let request = Request::code("x").with_file(path, "found");
    let Ok(request) = request.validate() else { return };
    let tree = World::for_request(&request).tree(0).expect("the root is there");
    let file = tree.entries.get(&format!("workspace/{path}"));
    assert_eq!(file, Some(&TreeEntry::File(Content::from("found"))));
    let files = tree.entries.values().filter(|it| matches!(it, TreeEntry::File(_)));
    assert_eq!(files.count(), 1);
}
