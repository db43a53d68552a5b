//! The world's filesystem as wasmer-wasix asks for one: by path, and with fewer kinds of error.

use super::{
    file::WorkspaceFile,
    run::{Live, Run},
};
use hognose_core::{
    wasi::{Errno, FileStat, FileType},
    world::{Foreign, OpenHow},
};
use std::{
    path::{Path, PathBuf},
    pin::Pin,
};
use wasmer_wasix::virtual_fs::{
    self, DirEntry, FileOpener, FileSystem, FsError, Metadata, OpenOptions, OpenOptionsConfig,
    ReadDir, Result, VirtualFile,
};

/// Descriptors that are open from the start, which `limits.open_files` counts: the streams and `/`.
const OPEN_FROM_START: u64 = 4;

/// All files of the run.
#[derive(Clone, Debug)]
pub(super) struct WorkspaceFiles(pub(super) Run);

impl WorkspaceFiles {
    fn call<T>(
        &self,
        f: impl FnOnce(&mut Foreign<'_>) -> std::result::Result<T, Errno>,
    ) -> Result<T> {
        let result = self.0.with(|live| f(&mut live.foreign()));
        result.unwrap_or(Err(Errno::Io)).map_err(fs_error)
    }
}

impl FileSystem for WorkspaceFiles {
    fn readlink(&self, path: &Path) -> Result<PathBuf> {
        let path = text(path)?;
        self.call(|world| world.read_link(path)).map(PathBuf::from)
    }

    fn read_dir(&self, path: &Path) -> Result<ReadDir> {
        let name = text(path)?;
        let entries = self.call(|world| world.list(name))?;
        let entry =
            |(name, stat)| DirEntry { path: path.join(name), metadata: Ok(metadata(&stat)) };
        Ok(ReadDir::new(entries.into_iter().map(entry).collect()))
    }

    fn create_dir(&self, path: &Path) -> Result<()> {
        let path = text(path)?;
        self.call(|world| world.create_directory(path))
    }

    fn create_symlink(&self, source: &Path, target: &Path) -> Result<()> {
        let (source, target) = (text(source)?, text(target)?);
        self.call(|world| world.create_symlink(source, target))
    }

    fn hard_link(&self, source: &Path, target: &Path) -> Result<()> {
        let (source, target) = (text(source)?, text(target)?);
        self.call(|world| world.link(source, target))
    }

    fn remove_dir(&self, path: &Path) -> Result<()> {
        let path = text(path)?;
        self.call(|world| world.remove_directory(path))
    }

    fn rename<'a>(
        &'a self,
        from: &'a Path,
        to: &'a Path,
    ) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>> {
        Box::pin(async move {
            let (from, to) = (text(from)?, text(to)?);
            self.call(|world| world.rename(from, to))
        })
    }

    fn metadata(&self, path: &Path) -> Result<Metadata> {
        let path = text(path)?;
        self.call(|world| world.stat(path, true)).map(|stat| metadata(&stat))
    }

    fn symlink_metadata(&self, path: &Path) -> Result<Metadata> {
        let path = text(path)?;
        self.call(|world| world.stat(path, false)).map(|stat| metadata(&stat))
    }

    fn remove_file(&self, path: &Path) -> Result<()> {
        let path = text(path)?;
        self.call(|world| world.remove_file(path))
    }

    fn new_open_options(&self) -> OpenOptions<'_> {
        OpenOptions::new(self)
    }
}

impl FileOpener for WorkspaceFiles {
    fn open(
        &self,
        path: &Path,
        how: &OpenOptionsConfig,
    ) -> Result<Box<dyn VirtualFile + Send + Sync + 'static>> {
        let path = text(path)?;
        let how = OpenHow {
            create: how.create || how.create_new,
            exclusive: how.create_new,
            truncate: how.truncate,
        };
        let opened = self.0.with(|live| open(live, path, how)).unwrap_or(Err(Errno::Io));
        let file = opened.map_err(fs_error)?;
        Ok(Box::new(WorkspaceFile::new(self.0.clone(), file, path)))
    }
}

fn open(
    live: &mut Live,
    path: &str,
    how: OpenHow,
) -> std::result::Result<hognose_core::world::OpenFile, Errno> {
    let limit = live.world.limits().open_files.saturating_sub(OPEN_FROM_START);
    if live.files >= limit {
        return Err(Errno::MFile);
    }
    let file = live.foreign().open_file(path, how)?;
    live.files += 1;
    Ok(file)
}

/// A path that the guest gave, and that is text therefore.
fn text(path: &Path) -> Result<&str> {
    path.to_str().ok_or(FsError::InvalidInput)
}

fn metadata(stat: &FileStat) -> Metadata {
    let is = |filetype| stat.filetype == filetype;
    Metadata {
        ft: virtual_fs::FileType {
            dir: is(FileType::Directory),
            file: is(FileType::RegularFile),
            symlink: is(FileType::SymbolicLink),
            ..virtual_fs::FileType::default()
        },
        accessed: stat.accessed_ns,
        // WASI has no time of creation: this is what it shows as the time of the last change.
        created: stat.changed_ns,
        modified: stat.modified_ns,
        len: stat.size,
    }
}

/// The error that comes out as this one, or as near to it as there is: `EBUSY`, `EISDIR`, `EFBIG`,
/// `EMFILE`, `ENAMETOOLONG` and `ELOOP` are not among those that wasmer-wasix can be told.
pub(super) fn fs_error(errno: Errno) -> FsError {
    match errno {
        Errno::NoEnt => FsError::EntryNotFound,
        Errno::Exist => FsError::AlreadyExists,
        Errno::NotDir => FsError::BaseNotDirectory,
        Errno::NotEmpty => FsError::DirectoryNotEmpty,
        Errno::Perm | Errno::Busy => FsError::PermissionDenied,
        // As `ENOSPC`; its `StorageFull` is `EOVERFLOW`.
        Errno::NoSpc => FsError::WriteZero,
        Errno::FBig | Errno::MFile => FsError::StorageFull,
        // As `EINVAL`.
        Errno::IsDir => FsError::NotAFile,
        Errno::Inval | Errno::NameTooLong | Errno::Loop => FsError::InvalidInput,
        _ => FsError::IOError,
    }
}
