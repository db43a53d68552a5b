//! What the filesystem may hold, and what it holds.

use crate::{
    contract::{Limits, WorkspaceUse},
    wasi::Errno,
};

/// Bytes in a symbolic link's target at most: `PATH_MAX` of Linux.
const MAX_TARGET_BYTES: usize = 4_096;

/// The quotas. Counted are bytes of files (a hole counts like the zeros that it reads as) and of
/// link targets, and names (a file that has lost its last name counts while it is open).
#[derive(Clone, Debug)]
pub(super) struct Quota {
    max_bytes: u64,
    max_names: u64,
    max_file_bytes: u64,
    max_depth: u64,
    max_name_bytes: u64,
    bytes: u64,
    names: u64,
}

impl Quota {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            max_bytes: limits.workspace_bytes,
            max_names: limits.workspace_files,
            max_file_bytes: limits.file_bytes,
            // The limit is on paths below `/workspace`, which is itself below the root.
            max_depth: limits.path_depth.saturating_add(1),
            max_name_bytes: limits.name_bytes,
            bytes: 0,
            names: 0,
        }
    }

    pub(super) fn usage(&self) -> WorkspaceUse {
        WorkspaceUse { bytes: self.bytes, files: self.names }
    }

    pub(super) fn max_file_bytes(&self) -> u64 {
        self.max_file_bytes
    }

    /// Bytes in a path at most: every name of the deepest path at its longest, and no less than
    /// Linux takes.
    pub(super) fn max_path_bytes(&self) -> usize {
        let deepest = (self.max_depth + 1).saturating_mul(self.max_name_bytes + 1);
        usize::try_from(deepest).unwrap_or(usize::MAX).max(4_096)
    }

    pub(super) fn check_name(&self, name: &str) -> Result<(), Errno> {
        if name.len() as u64 > self.max_name_bytes {
            return Err(Errno::NameTooLong);
        }
        Ok(())
    }

    /// Checks how many names lead from the root to an entry, itself included.
    pub(super) fn check_depth(&self, depth: u64) -> Result<(), Errno> {
        if depth > self.max_depth {
            return Err(Errno::NameTooLong);
        }
        Ok(())
    }

    /// Checks where a symbolic link is to lead: not to where it could never be followed.
    pub(super) fn check_target(target: &str) -> Result<(), Errno> {
        if target.is_empty() {
            return Err(Errno::NoEnt);
        }
        if target.contains('\0') {
            return Err(Errno::Inval);
        }
        if target.starts_with('/') {
            return Err(Errno::Perm);
        }
        if target.len() > MAX_TARGET_BYTES {
            return Err(Errno::NameTooLong);
        }
        Ok(())
    }

    /// Whether there is more than may be.
    pub(super) fn is_exceeded(&self) -> bool {
        self.bytes > self.max_bytes || self.names > self.max_names
    }

    /// Bytes that are left.
    pub(super) fn room(&self) -> u64 {
        self.max_bytes.saturating_sub(self.bytes)
    }

    /// Whether one name more, and so many bytes, may be taken.
    pub(super) fn check(&self, bytes: u64) -> Result<(), Errno> {
        if self.names >= self.max_names || bytes > self.room() {
            return Err(Errno::NoSpc);
        }
        Ok(())
    }

    /// Counts without a check: the caller has checked, or what is counted was given at the start.
    pub(super) fn add(&mut self, names: u64, bytes: u64) {
        self.names = self.names.saturating_add(names);
        self.bytes = self.bytes.saturating_add(bytes);
    }

    pub(super) fn remove(&mut self, names: u64, bytes: u64) {
        self.names = self.names.saturating_sub(names);
        self.bytes = self.bytes.saturating_sub(bytes);
    }
}
