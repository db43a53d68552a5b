//! Making, linking, moving and removing names.

use super::{Call, Errno, Fault, Rights, types::follows};
use crate::{guest::Guest, workspace::LastLink};

impl<G: Guest> Call<'_, G> {
    pub(super) fn path_create_directory(
        &mut self,
        fd: u32,
        path: u32,
        path_len: u32,
    ) -> Result<(), Fault> {
        let right = Rights::PATH_CREATE_DIRECTORY;
        let found = self.find(fd, right, path, path_len, LastLink::Never)?;
        let now = self.now();
        Ok(self.world.workspace.create_directory(&found, now)?)
    }

    pub(super) fn path_symlink(
        &mut self,
        old_path: u32,
        old_path_len: u32,
        fd: u32,
        new_path: u32,
        new_path_len: u32,
    ) -> Result<(), Fault> {
        let target = self.text(old_path, old_path_len, self.world.workspace.max_path_bytes())?;
        let right = Rights::PATH_SYMLINK;
        let found = self.find(fd, right, new_path, new_path_len, LastLink::Never)?;
        let now = self.now();
        Ok(self.world.workspace.create_symlink(&target, &found, now)?)
    }

    /// A link is made to the name itself; following a symbolic link is refused, as in wasmtime.
    #[allow(clippy::too_many_arguments, reason = "WASI's own signature")]
    pub(super) fn path_link(
        &mut self,
        old_fd: u32,
        old_flags: u32,
        old_path: u32,
        old_path_len: u32,
        new_fd: u32,
        new_path: u32,
        new_path_len: u32,
    ) -> Result<(), Fault> {
        if follows(old_flags)? {
            return Err(Errno::Inval.into());
        }
        let right = Rights::PATH_LINK_SOURCE;
        let from = self.find(old_fd, right, old_path, old_path_len, LastLink::Never)?;
        let right = Rights::PATH_LINK_TARGET;
        let to = self.find(new_fd, right, new_path, new_path_len, LastLink::Never)?;
        let now = self.now();
        Ok(self.world.workspace.link(&from, &to, now)?)
    }

    pub(super) fn path_rename(
        &mut self,
        old_fd: u32,
        old_path: u32,
        old_path_len: u32,
        new_fd: u32,
        new_path: u32,
        new_path_len: u32,
    ) -> Result<(), Fault> {
        let right = Rights::PATH_RENAME_SOURCE;
        let from = self.find(old_fd, right, old_path, old_path_len, LastLink::Never)?;
        let right = Rights::PATH_RENAME_TARGET;
        let to = self.find(new_fd, right, new_path, new_path_len, LastLink::Never)?;
        let now = self.now();
        Ok(self.world.workspace.rename(&from, &to, now)?)
    }

    pub(super) fn path_unlink_file(
        &mut self,
        fd: u32,
        path: u32,
        path_len: u32,
    ) -> Result<(), Fault> {
        let found = self.find(fd, Rights::PATH_UNLINK_FILE, path, path_len, LastLink::Never)?;
        let now = self.now();
        Ok(self.world.workspace.unlink(&found, now)?)
    }

    pub(super) fn path_remove_directory(
        &mut self,
        fd: u32,
        path: u32,
        path_len: u32,
    ) -> Result<(), Fault> {
        let right = Rights::PATH_REMOVE_DIRECTORY;
        let found = self.find(fd, right, path, path_len, LastLink::Never)?;
        let now = self.now();
        Ok(self.world.workspace.remove_directory(&found, now)?)
    }
}
