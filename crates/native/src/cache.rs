//! Compiled modules on disk.
//!
//! # Whom it trusts
//! Loading compiled code is running it, outside of the sandbox. So an entry is loaded only when
//! this user wrote it: the file, once open, must belong to the user who runs Hognose and be
//! writable by nobody else, and it must not be a symbolic link. The directory must hold to the
//! same, so that nobody else can put files there in the first place. Whoever can get around that
//! can already run anything as this user.
//!
//! Beyond that, an entry carries its key and a BLAKE3 hash of everything in it. They guard against
//! accidents: a truncated file, a flipped bit, a file that was copied to another name, another
//! version's format. An entry that does not hold is as good as absent, and is written anew.

use std::{
    env,
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

/// What the first bytes of an entry are; the last one counts the format's versions.
const MAGIC: &[u8; 16] = b"hognose-module\0\x01";
/// Bytes of [`MAGIC`], the hash, the key's hash and the flags, padded so that the artifact is as
/// well aligned as the buffer.
const HEADER_BYTES: usize = 96;
/// Bytes of an entry at most: a 64 MiB module makes about this.
const MAX_ENTRY_BYTES: u64 = 1 << 30;
/// Entries that are kept: a few versions of a few runtimes.
const MAX_ENTRIES: usize = 64;
const SUFFIX: &str = "module";

/// Where compiled modules are kept between processes, or that they are not.
///
/// ```
/// use hognose::ModuleCache;
/// assert!(ModuleCache::off().dir().is_none());
/// ```
#[derive(Clone, Debug)]
pub struct ModuleCache {
    dir: Option<PathBuf>,
}

/// What is kept of a module.
pub(crate) struct Entry<T> {
    pub(crate) artifact: T,
    pub(crate) holds_exception_references: bool,
}

/// Why a cache directory is not used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CacheError {
    /// It cannot be made or read.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// Somebody else could put code there.
    #[error("{}: belongs to another user, or others can write to it", path.display())]
    NotPrivate {
        /// The file or directory.
        path: PathBuf,
    },
}

impl ModuleCache {
    /// The user's cache: `modules` in `$HOGNOSE_CACHE`, else in `hognose` in `$XDG_CACHE_HOME`,
    /// else in `$HOME/.cache/hognose`. Off where none of them is set.
    pub fn user() -> Self {
        Self { dir: user_dir().map(|dir| dir.join("modules")) }
    }

    /// A cache in this directory, which is made when it is needed.
    pub fn at(dir: impl Into<PathBuf>) -> Self {
        Self { dir: Some(dir.into()) }
    }

    /// No cache.
    pub fn off() -> Self {
        Self { dir: None }
    }

    /// The directory.
    pub fn dir(&self) -> Option<&Path> {
        self.dir.as_deref()
    }

    /// Whether the directory, which is made if need be, can be used; `Ok` for no cache.
    ///
    /// Nothing else reports such an error: a run without a cache is only slower.
    pub fn check(&self) -> Result<(), CacheError> {
        self.dir.as_deref().map_or(Ok(()), make_private_dir)
    }

    pub(crate) fn is_on(&self) -> bool {
        self.dir.is_some()
    }

    /// The entry with this key, if it is there and whole.
    pub(crate) fn get(&self, key: &str) -> Option<Entry<Vec<u8>>> {
        let dir = self.dir.as_deref()?;
        // The directory first: in one that others can write to, nothing is even opened.
        check_private(dir, &fs::metadata(dir).ok()?).ok()?;
        let path = entry_path(dir, key);
        let mut file = open_no_follow(&path).ok()?;
        let metadata = file.metadata().ok()?;
        check_private(&path, &metadata).ok()?;
        if !metadata.is_file() || metadata.len() > MAX_ENTRY_BYTES {
            return None;
        }
        let mut header = [0; HEADER_BYTES];
        file.read_exact(&mut header).ok()?;
        let mut artifact = Vec::with_capacity(usize::try_from(metadata.len()).ok()?);
        file.take(MAX_ENTRY_BYTES).read_to_end(&mut artifact).ok()?;
        let holds_exception_references = header[FLAG_AT] != 0;
        let entry = Entry { artifact, holds_exception_references };
        (header == entry_header(key, &entry)).then_some(entry)
    }

    /// Keeps an entry. That it could not be kept changes nothing for this process.
    pub(crate) fn put(&self, key: &str, entry: &Entry<impl AsRef<[u8]>>) {
        if let Some(dir) = self.dir.as_deref()
            && make_private_dir(dir).is_ok()
            && write_entry(dir, key, entry).is_ok()
        {
            forget_oldest(dir);
        }
    }
}

/// Where the flag stands in the header, behind the magic and two hashes.
const FLAG_AT: usize = 80;

/// Magic, hash of the key, hash of flag and artifact, flag, padding.
fn entry_header(key: &str, entry: &Entry<impl AsRef<[u8]>>) -> [u8; HEADER_BYTES] {
    let flag = u8::from(entry.holds_exception_references);
    let mut content = blake3::Hasher::new();
    content.update(&[flag]).update(entry.artifact.as_ref());
    let mut header = [0; HEADER_BYTES];
    header[..16].copy_from_slice(MAGIC);
    header[16..48].copy_from_slice(blake3::hash(key.as_bytes()).as_bytes());
    header[48..80].copy_from_slice(content.finalize().as_bytes());
    header[FLAG_AT] = flag;
    header
}

fn entry_path(dir: &Path, key: &str) -> PathBuf {
    dir.join(format!("{}.{SUFFIX}", blake3::hash(key.as_bytes()).to_hex()))
}

/// Writes a whole file under another name first: no reader ever sees half an entry.
fn write_entry(dir: &Path, key: &str, entry: &Entry<impl AsRef<[u8]>>) -> io::Result<()> {
    // Made with mode 0600.
    let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(dir)?;
    file.write_all(&entry_header(key, entry))?;
    file.write_all(entry.artifact.as_ref())?;
    file.persist(entry_path(dir, key))?;
    Ok(())
}

/// Removes the entries that were written the longest ago, beyond [`MAX_ENTRIES`].
fn forget_oldest(dir: &Path) {
    let Ok(files) = fs::read_dir(dir) else { return };
    let mut entries: Vec<(SystemTime, PathBuf)> = files
        .filter_map(Result::ok)
        .filter(|file| file.path().extension() == Some(OsStr::new(SUFFIX)))
        .filter_map(|file| Some((file.metadata().ok()?.modified().ok()?, file.path())))
        .collect();
    entries.sort();
    let surplus = entries.len().saturating_sub(MAX_ENTRIES);
    for (_, path) in entries.into_iter().take(surplus) {
        // Another process may have been quicker.
        let _ = fs::remove_file(path);
    }
}

/// The user's directory for what can be had again: `$HOGNOSE_CACHE`, else `hognose` in
/// `$XDG_CACHE_HOME`, else `$HOME/.cache/hognose`.
pub(crate) fn user_dir() -> Option<PathBuf> {
    let var = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    var("HOGNOSE_CACHE")
        .or_else(|| var("XDG_CACHE_HOME").map(|dir| dir.join("hognose")))
        .or_else(|| var("HOME").map(|dir| dir.join(".cache/hognose")))
}

pub(crate) fn make_private_dir(dir: &Path) -> Result<(), CacheError> {
    let fail = |source| CacheError::Io { path: dir.to_owned(), source };
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(fail)?;
    check_private(dir, &fs::metadata(dir).map_err(fail)?)
}

#[cfg(unix)]
fn check_private(path: &Path, metadata: &fs::Metadata) -> Result<(), CacheError> {
    use std::os::unix::fs::MetadataExt as _;
    let own = metadata.uid() == rustix::process::geteuid().as_raw();
    if own && metadata.mode() & 0o022 == 0 {
        return Ok(());
    }
    Err(CacheError::NotPrivate { path: path.to_owned() })
}

/// Elsewhere the user's profile is private by inheritance.
#[cfg(not(unix))]
fn check_private(_: &Path, _: &fs::Metadata) -> Result<(), CacheError> {
    Ok(())
}

#[cfg(unix)]
fn open_no_follow(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    File::options().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

#[cfg(not(unix))]
fn open_no_follow(path: &Path) -> io::Result<File> {
    File::open(path)
}
