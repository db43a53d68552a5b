//! `--out DIR`: what a run made of its files, on this machine.
//!
//! The paths come from the guest. Core gives them relative and clean; that is checked again here,
//! and no symbolic link that stands in `DIR` is followed out of it.

use super::{
    exit::{Failure, complain},
    files::fail,
};
use hognose::FileChanges;
use std::{
    fs, io,
    io::Write as _,
    path::{Component, Path, PathBuf},
};

/// Writes created and changed files below `dir`, and tells which are gone.
pub(super) fn write(dir: &Path, changes: &FileChanges) -> Result<(), Failure> {
    fs::create_dir_all(dir).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::new(format!("{}: is not a directory", dir.display()))
        }
        _ => fail(dir, &error),
    })?;
    for (path, content) in changes.created.iter().chain(&changes.changed) {
        let relative = Path::new(path);
        let clean = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !clean || path.is_empty() {
            return Err(Failure::new(format!("--out: {path:?} is no path below the workspace")));
        }
        let target = make_parents(dir, relative)?;
        write_file(&target, content.bytes()).map_err(|error| fail(&target, &error))?;
    }
    for path in &changes.deleted {
        complain(&format!("deleted in the workspace: {}", path.escape_debug()));
    }
    Ok(())
}

/// Makes the directories above `relative`, each of which must be one, not a link to one.
fn make_parents(dir: &Path, relative: &Path) -> Result<PathBuf, Failure> {
    let mut at = dir.to_owned();
    let mut parts = relative.components().peekable();
    while let Some(part) = parts.next() {
        at.push(part);
        if parts.peek().is_none() {
            break;
        }
        match fs::symlink_metadata(&at) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(metadata) => {
                let what = if metadata.is_symlink() {
                    "is a symbolic link, which --out does not follow"
                } else {
                    "is not a directory"
                };
                return Err(Failure::new(format!("{}: {what}", at.display())));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir(&at).map_err(|error| fail(&at, &error))?;
            }
            Err(error) => return Err(fail(&at, &error)),
        }
    }
    Ok(at)
}

/// Writes a new file and renames it, which replaces a link instead of writing through it, and
/// never leaves half a file.
pub(super) fn write_file(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let parent = target.parent().filter(|dir| !dir.as_os_str().is_empty());
    let dir = parent.unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".hognose-").tempfile_in(dir)?;
    file.write_all(bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // A temporary file is private; this one is the user's like any other.
        let mode = 0o666 & !umask();
        file.as_file().set_permissions(fs::Permissions::from_mode(mode))?;
    }
    file.persist(target)?;
    Ok(())
}

/// The process's umask.
#[cfg(unix)]
fn umask() -> u32 {
    let old = rustix::process::umask(rustix::fs::Mode::empty());
    rustix::process::umask(old);
    old.as_raw_mode()
}
