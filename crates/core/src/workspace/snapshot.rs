//! A filesystem in a snapshot: see [`snapshot`](crate::snapshot). What is read has its shape from the way
//! it is written: a directory has one name, nothing is within itself, and whatever is there can
//! be reached. Links, openings and what is used of the quotas are counted, not believed.

use super::{
    Workspace,
    directory::Directory,
    file::FileBytes,
    inode::{Inode, InodeId, Node, Times},
    quota::Quota,
};
use crate::{
    contract::Limits,
    snapshot::{Flaw, Reader, Writer},
    wasi::FileType,
};
use alloc::{collections::BinaryHeap, sync::Arc, vec, vec::Vec};

/// The directories of the root that keep their names.
const PINNED: [&str; 2] = ["workspace", "tmp"];
/// Inode numbers are below this: nobody makes so many, and a run can go on from there.
const MAX_SERIAL: u64 = 1 << 62;

/// What an entry leads to.
const FILE: u8 = 0;
const SYMLINK: u8 = 1;
const DIRECTORY: u8 = 2;
/// A file or a symbolic link that has had a name before.
const AGAIN: u8 = 3;

/// The numbers of inodes in a snapshot that is written: in the order in which they occur.
pub(crate) struct Numbers {
    of: Vec<Option<u32>>,
    next: u32,
}

impl Numbers {
    pub(crate) fn get(&self, id: InodeId) -> Option<u32> {
        self.of.get(id.0 as usize).copied().flatten()
    }

    fn add(&mut self, id: InodeId) {
        if let Some(number) = self.of.get_mut(id.0 as usize) {
            *number = Some(self.next);
            self.next += 1;
        }
    }
}

impl Workspace {
    /// Writes what can be reached by name.
    pub(crate) fn write(&self, out: &mut Writer) -> Result<Numbers, Flaw> {
        let &[root] = &self.roots[..] else { return Err("has not one root") };
        let mut numbers = Numbers { of: vec![None; self.inodes.len()], next: 0 };
        out.u64(self.next_serial);
        self.write_node(root, &mut numbers, out)?;
        let mut directories = vec![root];
        let mut written = 0;
        while let Some(&directory) = directories.get(written) {
            written += 1;
            let directory = self.directory(directory).map_err(|_| "has lost a directory")?;
            out.count(directory.iter().count())?;
            for entry in directory.after(0) {
                out.bytes(entry.name.as_bytes())?;
                out.u64(entry.place);
                if let Some(number) = numbers.get(entry.id) {
                    out.u8(AGAIN);
                    out.u32(number);
                    continue;
                }
                let kind = match self.filetype(entry.id) {
                    Ok(FileType::Directory) => DIRECTORY,
                    Ok(FileType::SymbolicLink) => SYMLINK,
                    _ => FILE,
                };
                out.u8(kind);
                self.write_node(entry.id, &mut numbers, out)?;
                if kind == DIRECTORY {
                    directories.push(entry.id);
                }
            }
        }
        Ok(numbers)
    }

    /// Writes an inode, which gets the next number. Entries of a directory are not among it.
    pub(crate) fn write_node(
        &self,
        id: InodeId,
        numbers: &mut Numbers,
        out: &mut Writer,
    ) -> Result<(), Flaw> {
        numbers.add(id);
        let Inode { serial, node, times, .. } =
            self.inode(id).map_err(|_| "has lost a file or a directory")?;
        let Times { accessed_ns, modified_ns, changed_ns } = *times;
        out.u64s([*serial, accessed_ns, modified_ns, changed_ns]);
        match node {
            Node::File(bytes) => out.bytes(bytes.as_slice()),
            Node::Symlink(target) => out.bytes(target.as_bytes()),
            Node::Directory(_) => Ok(()),
        }
    }

    /// Reads what can be reached by name, and says where it is that has which number.
    pub(crate) fn read(
        input: &mut Reader<'_>,
        limits: &Limits,
    ) -> Result<(Self, Vec<InodeId>), Flaw> {
        let mut workspace = Self::new(limits);
        let next_serial = input.u64()?;
        let root = workspace.add_root();
        let Attributes { serial, times } = Attributes::read(input)?;
        if let Ok(inode) = workspace.inode_mut(root) {
            (inode.serial, inode.times) = (serial, times);
        }
        workspace.next_serial = next_serial;
        let mut nodes = vec![root];
        // With how many names lead to each.
        let mut directories = vec![(root, 0)];
        let mut read = 0;
        while let Some(&(directory, depth)) = directories.get(read) {
            read += 1;
            for _ in 0..input.u32()? {
                let name = input.text()?;
                let place = input.u64()?;
                let is_pinned = directory == root && PINNED.contains(&name);
                workspace.check_entry(name, depth + 1, is_pinned)?;
                let id = match input.u8()? {
                    FILE => workspace.read_file(input)?,
                    SYMLINK => workspace.read_symlink(input)?,
                    DIRECTORY => workspace.read_directory(input, Some(directory))?,
                    AGAIN => {
                        let number = input.u32()?;
                        let id = nodes.get(number as usize).copied();
                        let id = id.ok_or("has a name that leads to nothing")?;
                        if workspace.filetype(id) == Ok(FileType::Directory) {
                            return Err("has a directory with two names");
                        }
                        workspace.add_name(directory, name, place, id)?;
                        continue;
                    }
                    _ => return Err("has an entry of no kind"),
                };
                nodes.push(id);
                let is_directory = workspace.filetype(id) == Ok(FileType::Directory);
                if is_directory {
                    directories.push((id, depth + 1));
                }
                workspace.add_name(directory, name, place, id)?;
                if is_pinned && is_directory {
                    workspace.pin(id);
                }
            }
        }
        if PINNED.iter().any(|name| workspace.pinned(name).is_none()) {
            return Err("has no /workspace or no /tmp");
        }
        Ok((workspace, nodes))
    }

    /// One of the directories that keep their names.
    pub(crate) fn pinned(&self, name: &str) -> Option<InodeId> {
        let id = self.directory(self.root(0)?).ok()?.get(name)?;
        self.inode(id).is_ok_and(|inode| inode.pinned).then_some(id)
    }

    /// Checks what can only be checked at the end, when everything has been counted.
    pub(crate) fn check_whole(&self) -> Result<(), Flaw> {
        if self.quota.is_exceeded() {
            return Err("has more files or bytes than its limits allow");
        }
        // From the greatest down; a heap is a tenth of the code of sorting.
        let mut serials: BinaryHeap<u64> =
            self.inodes.iter().flatten().map(|it| it.serial).collect();
        let mut above = self.next_serial;
        while let Some(serial) = serials.pop() {
            if serial >= above {
                return Err("has an inode number twice, or one that is not used up yet");
            }
            above = serial;
        }
        if self.next_serial > MAX_SERIAL {
            return Err("has used up its inode numbers");
        }
        Ok(())
    }

    /// Reads a file, which has no name yet.
    pub(crate) fn read_file(&mut self, input: &mut Reader<'_>) -> Result<InodeId, Flaw> {
        let attributes = Attributes::read(input)?;
        let bytes = input.bytes()?;
        if bytes.len() as u64 > self.quota.max_file_bytes() {
            return Err("has a file that is larger than its limits.file_bytes");
        }
        Ok(self.add_node(attributes, Node::File(FileBytes::Shared(Arc::from(bytes)))))
    }

    fn read_symlink(&mut self, input: &mut Reader<'_>) -> Result<InodeId, Flaw> {
        let attributes = Attributes::read(input)?;
        let target = input.text()?;
        if Quota::check_target(target).is_err() {
            return Err("has a symbolic link to what cannot be followed");
        }
        Ok(self.add_node(attributes, Node::Symlink(target.into())))
    }

    /// Reads a directory, which has no name and no entries yet.
    pub(crate) fn read_directory(
        &mut self,
        input: &mut Reader<'_>,
        parent: Option<InodeId>,
    ) -> Result<InodeId, Flaw> {
        let attributes = Attributes::read(input)?;
        let directory = parent.map_or_else(Directory::default, Directory::below);
        Ok(self.add_node(attributes, Node::Directory(directory)))
    }

    fn add_node(&mut self, Attributes { serial, times }: Attributes, node: Node) -> InodeId {
        self.keep(Inode { times, ..Inode::new(serial, node, 0) })
    }

    fn check_entry(&self, name: &str, depth: u64, is_pinned: bool) -> Result<(), Flaw> {
        if matches!(name, "" | "." | "..") || name.contains(['/', '\0']) {
            return Err("has a name that cannot be");
        }
        if !is_pinned && self.quota.check_name(name).is_err() {
            return Err("has a longer name than its limits.name_bytes");
        }
        self.quota.check_depth(depth).map_err(|_| "has a longer path than its limits.path_depth")
    }

    /// Gives an inode a name, behind all others of the directory, and counts it.
    fn add_name(
        &mut self,
        directory: InodeId,
        name: &str,
        place: u64,
        id: InodeId,
    ) -> Result<(), Flaw> {
        const GONE: Flaw = "has lost a directory";
        if !self.directory_mut(directory).map_err(|_| GONE)?.append(name, id, place) {
            return Err("has a directory whose entries are out of order");
        }
        let inode = self.inode_mut(id).map_err(|_| GONE)?;
        inode.links += 1;
        let size = inode.size();
        self.quota.add(1, size);
        Ok(())
    }

    /// Counts an inode without a name: it is there because it is open.
    pub(crate) fn add_nameless(&mut self, id: InodeId) {
        let size = self.inode(id).map_or(0, Inode::size);
        self.quota.add(1, size);
    }
}

/// What an inode has beside its contents and its names.
struct Attributes {
    serial: u64,
    times: Times,
}

impl Attributes {
    fn read(input: &mut Reader<'_>) -> Result<Self, Flaw> {
        let serial = input.u64()?;
        let (accessed_ns, modified_ns) = (input.u64()?, input.u64()?);
        let times = Times { accessed_ns, modified_ns, changed_ns: input.u64()? };
        Ok(Self { serial, times })
    }
}
