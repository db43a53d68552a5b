//! Files and directories of this machine: copied into the workspace, or read as modules.

use super::exit::Failure;
use hognose::{Content, Limits};
use std::{
    collections::BTreeMap,
    ffi::{OsStr, OsString},
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

/// What was collected, never more than the run may have.
pub(super) struct Copies {
    files: BTreeMap<String, Content>,
    file_bytes: u64,
    bytes_left: u64,
    files_left: u64,
}

impl Copies {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            files: BTreeMap::new(),
            file_bytes: limits.file_bytes,
            bytes_left: limits.workspace_bytes,
            files_left: limits.workspace_files,
        }
    }

    /// Copies what `HOST[:GUEST]` names.
    pub(super) fn add(&mut self, mapping: &OsStr) -> Result<(), Failure> {
        let (host, guest) = split("--file", mapping)?;
        let host = PathBuf::from(host);
        let guest = match guest {
            Some(guest) => guest.strip_prefix("/workspace/").unwrap_or(&guest).to_owned(),
            None => name(host.file_name().unwrap_or_default(), &host)?,
        };
        let metadata = fs::metadata(&host).map_err(|error| fail(&host, &error))?;
        if metadata.is_dir() { self.add_dir(&host, &guest) } else { self.add_file(&host, guest) }
    }

    fn add_dir(&mut self, host: &Path, guest: &str) -> Result<(), Failure> {
        let entries = fs::read_dir(host).map_err(|error| fail(host, &error))?;
        let mut entries: Vec<_> = entries.collect::<Result<_, _>>().map_err(|e| fail(host, &e))?;
        // The same order on every filesystem, and so the same error.
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = name(&entry.file_name(), &path)?;
            let guest = if guest.is_empty() { name } else { format!("{guest}/{name}") };
            let kind = entry.file_type().map_err(|error| fail(&path, &error))?;
            if kind.is_dir() {
                self.add_dir(&path, &guest)?;
            } else {
                // A link to a file is copied as the file, a link to a directory is refused: it
                // could lead back here.
                self.add_file(&path, guest)?;
            }
        }
        Ok(())
    }

    fn add_file(&mut self, host: &Path, guest: String) -> Result<(), Failure> {
        let metadata = fs::metadata(host).map_err(|error| fail(host, &error))?;
        if !metadata.is_file() {
            let what = format!("{}: is neither a file nor a directory", host.display());
            return Err(Failure::new(what));
        }
        let max = self.file_bytes.min(self.bytes_left);
        let mut bytes = Vec::new();
        File::open(host)
            .and_then(|file| file.take(max + 1).read_to_end(&mut bytes))
            .map_err(|error| fail(host, &error))?;
        if bytes.len() as u64 > max {
            let limit = if max == self.file_bytes { "file_bytes" } else { "workspace_bytes" };
            let what = format!("{}: does not fit: raise --limit {limit}", host.display());
            return Err(Failure::new(what));
        }
        self.insert(guest, bytes)
    }

    /// Puts a file into the workspace.
    pub(super) fn insert(&mut self, guest: String, bytes: Vec<u8>) -> Result<(), Failure> {
        if self.files_left == 0 {
            let what = format!("{guest}: too many files: raise --limit workspace_files");
            return Err(Failure::new(what));
        }
        self.files_left -= 1;
        self.bytes_left = self.bytes_left.saturating_sub(bytes.len() as u64);
        let content = Content::from(bytes);
        match self.files.get(&guest) {
            Some(other) if *other != content => {
                Err(Failure::new(format!("{guest}: two files have this name in the workspace")))
            }
            _ => {
                self.files.insert(guest, content);
                Ok(())
            }
        }
    }

    pub(super) fn into_files(self) -> BTreeMap<String, Content> {
        self.files
    }
}

/// `HOST[:GUEST]` of this option, at the last colon.
pub(super) fn split(option: &str, mapping: &OsStr) -> Result<(OsString, Option<String>), Failure> {
    let Some(text) = mapping.to_str() else {
        let what = format!("{}: is not UTF-8", mapping.display());
        return Err(Failure::new(what));
    };
    let (host, guest) = match text.rsplit_once(':') {
        Some((host, guest)) => (host, Some(guest.to_owned())),
        None => (text, None),
    };
    if host.is_empty() {
        return Err(Failure::usage(format!("{option} {text:?}: expected HOST or HOST:GUEST")));
    }
    Ok((host.into(), guest))
}

fn name(name: &OsStr, path: &Path) -> Result<String, Failure> {
    match name.to_str() {
        Some("") | None => {
            Err(Failure::new(format!("{}: give it a name: HOST:GUEST", path.display())))
        }
        Some(name) => Ok(name.to_owned()),
    }
}

/// What is in a WebAssembly module's file.
pub(super) fn module(path: &Path) -> Result<Vec<u8>, Failure> {
    let wasm = fs::read(path).map_err(|error| fail(path, &error))?;
    if !wasm.starts_with(b"\0asm") {
        return Err(Failure::new(format!("{}: is not a WebAssembly module", path.display())));
    }
    Ok(wasm)
}

/// A file of `max` bytes at most.
pub(super) fn read(path: &Path, max: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(max.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(|error| fail(path, &error))?;
    if bytes.len() as u64 > max {
        let what = format!("{}: more than the {max} bytes that are allowed", path.display());
        return Err(Failure::new(what));
    }
    Ok(bytes)
}

/// An error of the system, about a file.
pub(super) fn fail(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("{}: {}", path.display(), words(error)))
}

/// An error of the system, without its number.
pub(super) fn words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "is a directory".to_owned(),
        io::ErrorKind::NotADirectory => "is not a directory".to_owned(),
        _ => error.to_string().split(" (os error ").next().unwrap_or_default().to_owned(),
    }
}
