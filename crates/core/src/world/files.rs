//! The filesystem by path, for a WASI that is not core's.

use super::Foreign;
use crate::{
    wasi::{Errno, FileStat, FileType, SetTime},
    workspace::{Found, InodeId, LastLink},
};
use alloc::{borrow::ToOwned, format, string::String, vec::Vec};

/// A file that is open. It is kept, name or no name, until it is [closed](Foreign::close_file);
/// one that is dropped instead is kept to the end of the run.
#[derive(Debug)]
#[must_use]
pub struct OpenFile(InodeId);

/// How a file is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct OpenHow {
    /// It is made where it is not there.
    pub create: bool,
    /// With `create`: it must not be there.
    pub exclusive: bool,
    /// It is emptied.
    pub truncate: bool,
}

impl Foreign<'_> {
    /// What is at a path; with `follow`, at the end of a symbolic link that is there.
    pub fn stat(&self, path: &str, follow: bool) -> Result<FileStat, Errno> {
        let last = if follow { LastLink::Follow } else { LastLink::Stay };
        self.world.workspace.stat(self.find(path, last)?.existing()?)
    }

    /// What is in a directory, by name.
    pub fn list(&self, path: &str) -> Result<Vec<(String, FileStat)>, Errno> {
        let workspace = &self.world.workspace;
        let directory = self.find(path, LastLink::Follow)?.existing()?;
        let entries = workspace.list(directory, 0)?;
        let entries = entries.filter(|entry| !matches!(entry.name, "." | ".."));
        entries.map(|entry| Ok((entry.name.to_owned(), workspace.stat(entry.id)?))).collect()
    }

    /// Where the symbolic link at a path leads.
    pub fn read_link(&self, path: &str) -> Result<String, Errno> {
        let link = self.find(path, LastLink::Stay)?.existing()?;
        Ok(self.world.workspace.target(link)?.to_owned())
    }

    /// Makes a directory.
    pub fn create_directory(&mut self, path: &str) -> Result<(), Errno> {
        let at = self.find(path, LastLink::Never)?;
        let now = self.now();
        self.world.workspace.create_directory(&at, now)
    }

    /// Makes a symbolic link to `target`.
    pub fn create_symlink(&mut self, target: &str, path: &str) -> Result<(), Errno> {
        let at = self.find(path, LastLink::Never)?;
        let now = self.now();
        self.world.workspace.create_symlink(target, &at, now)
    }

    /// Gives the file at `from` one more name.
    pub fn link(&mut self, from: &str, to: &str) -> Result<(), Errno> {
        let (from, to) = (self.find(from, LastLink::Never)?, self.find(to, LastLink::Never)?);
        let now = self.now();
        self.world.workspace.link(&from, &to, now)
    }

    /// Moves a name.
    pub fn rename(&mut self, from: &str, to: &str) -> Result<(), Errno> {
        let (from, to) = (self.find(from, LastLink::Never)?, self.find(to, LastLink::Never)?);
        let now = self.now();
        self.world.workspace.rename(&from, &to, now)
    }

    /// Removes a name of a file or a symbolic link.
    pub fn remove_file(&mut self, path: &str) -> Result<(), Errno> {
        let at = self.find(path, LastLink::Never)?;
        let now = self.now();
        self.world.workspace.unlink(&at, now)
    }

    /// Removes the name at `path`, which the file was opened by; where that leads to it no longer,
    /// another that does, if there is one.
    pub fn unlink_file(&mut self, file: &OpenFile, path: &str) -> Result<(), Errno> {
        let leads_here = |path: &str| {
            self.find(path, LastLink::Never).and_then(|at| at.existing()) == Ok(file.0)
        };
        if leads_here(path) {
            return self.remove_file(path);
        }
        let root = self.world.workspace.root(0).ok_or(Errno::NoEnt)?;
        let path = self.world.workspace.name_of(root, file.0).ok_or(Errno::NoEnt)?;
        self.remove_file(&format!("/{path}"))
    }

    /// Removes an empty directory.
    pub fn remove_directory(&mut self, path: &str) -> Result<(), Errno> {
        let at = self.find(path, LastLink::Never)?;
        let now = self.now();
        self.world.workspace.remove_directory(&at, now)
    }

    /// Opens a file.
    pub fn open_file(&mut self, path: &str, how: OpenHow) -> Result<OpenFile, Errno> {
        let exclusive = how.create && how.exclusive;
        let last = if exclusive { LastLink::Never } else { LastLink::Follow };
        let now = self.now();
        let id = match self.find(path, last)? {
            Found::Missing { slash: true, .. } if how.create => return Err(Errno::IsDir),
            Found::Missing { parent, name, .. } if how.create => {
                self.world.workspace.create_file(parent, &name, now)?
            }
            Found::Here(_) | Found::Entry { .. } if exclusive => return Err(Errno::Exist),
            found => found.existing()?,
        };
        match self.world.workspace.filetype(id)? {
            FileType::RegularFile => {}
            FileType::SymbolicLink => return Err(Errno::Loop),
            FileType::Directory | FileType::CharacterDevice => return Err(Errno::IsDir),
        }
        if how.truncate {
            self.world.workspace.set_size(id, 0, now)?;
        }
        self.world.workspace.hold(id)?;
        Ok(OpenFile(id))
    }

    /// Closes a file.
    #[expect(clippy::needless_pass_by_value, reason = "it is open no longer")]
    pub fn close_file(&mut self, file: OpenFile) {
        self.world.workspace.release(file.0);
    }

    /// What an open file is.
    pub fn stat_file(&self, file: &OpenFile) -> Result<FileStat, Errno> {
        self.world.workspace.stat(file.0)
    }

    /// Reads from an offset on, as many bytes as there are and fit; none beyond the end.
    pub fn read_file(&self, file: &OpenFile, offset: u64, into: &mut [u8]) -> Result<usize, Errno> {
        let bytes = self.world.workspace.bytes_from(file.0, offset)?;
        let count = bytes.len().min(into.len());
        into[..count].copy_from_slice(&bytes[..count]);
        Ok(count)
    }

    /// Writes at an offset, as many bytes as the limits allow; an error where that is not one.
    pub fn write_file(
        &mut self,
        file: &OpenFile,
        offset: u64,
        bytes: &[u8],
    ) -> Result<usize, Errno> {
        let now = self.now();
        let window = self.world.workspace.window(file.0, offset, bytes.len() as u64, now)?;
        let count = window.len();
        window.copy_from_slice(&bytes[..count]);
        Ok(count)
    }

    /// Cuts a file, or fills it up with zeros.
    pub fn set_file_size(&mut self, file: &OpenFile, size: u64) -> Result<(), Errno> {
        let now = self.now();
        self.world.workspace.set_size(file.0, size, now)
    }

    /// Sets the times of access and modification, in nanoseconds since 1970, or leaves them.
    pub fn set_file_times(
        &mut self,
        file: &OpenFile,
        accessed_ns: Option<u64>,
        modified_ns: Option<u64>,
    ) -> Result<(), Errno> {
        let set = |time: Option<u64>| time.map_or(SetTime::Keep, SetTime::To);
        let now = self.now();
        self.world.workspace.set_times(file.0, (set(accessed_ns), set(modified_ns)), now)
    }

    /// Follows an absolute path from the first preopened directory.
    fn find(&self, path: &str, last: LastLink) -> Result<Found, Errno> {
        if path.len() > self.world.workspace.max_path_bytes() {
            return Err(Errno::NameTooLong);
        }
        let root = self.world.workspace.root(0).ok_or(Errno::NoEnt)?;
        let below = path.strip_prefix('/').ok_or(Errno::Inval)?;
        match below.trim_start_matches('/') {
            "" => Ok(Found::Here(root)),
            below => self.world.workspace.find(root, below, last),
        }
    }
}
