//! The contents of inodes: reading, writing, cutting, their attributes, and keeping them open.

use super::{
    Listed, Workspace,
    directory::Directory,
    inode::{InodeId, Node},
};
use crate::wasi::{Errno, FileStat, FileType, SetTime};

/// The device number of the filesystem.
const DEVICE: u64 = 1;

impl Workspace {
    /// A descriptor refers to this from now on.
    pub(crate) fn hold(&mut self, id: InodeId) -> Result<(), Errno> {
        self.inode_mut(id)?.opens += 1;
        Ok(())
    }

    /// A descriptor refers to this no longer.
    pub(crate) fn release(&mut self, id: InodeId) {
        if let Ok(inode) = self.inode_mut(id) {
            inode.opens = inode.opens.saturating_sub(1);
            self.reap(id);
        }
    }

    pub(crate) fn filetype(&self, id: InodeId) -> Result<FileType, Errno> {
        Ok(self.inode(id)?.filetype())
    }

    pub(crate) fn stat(&self, id: InodeId) -> Result<FileStat, Errno> {
        let inode = self.inode(id)?;
        Ok(FileStat {
            device: DEVICE,
            inode: inode.serial,
            filetype: inode.filetype(),
            links: u64::from(inode.links),
            size: inode.size(),
            accessed_ns: inode.times.accessed_ns,
            modified_ns: inode.times.modified_ns,
            changed_ns: inode.times.changed_ns,
        })
    }

    pub(crate) fn set_times(
        &mut self,
        id: InodeId,
        (accessed, modified): (SetTime, SetTime),
        now: u64,
    ) -> Result<(), Errno> {
        let times = &mut self.inode_mut(id)?.times;
        for (time, set) in [(&mut times.accessed_ns, accessed), (&mut times.modified_ns, modified)]
        {
            match set {
                SetTime::Keep => continue,
                SetTime::Now => *time = now,
                SetTime::To(ns) => *time = ns,
            }
            times.changed_ns = now;
        }
        Ok(())
    }

    /// Where a symbolic link leads.
    pub(crate) fn target(&self, id: InodeId) -> Result<&str, Errno> {
        match &self.inode(id)?.node {
            Node::Symlink(target) => Ok(target),
            Node::File(_) | Node::Directory(_) => Err(Errno::Inval),
        }
    }

    /// A file's bytes from an offset on; none beyond its end.
    pub(crate) fn bytes_from(&self, id: InodeId, offset: u64) -> Result<&[u8], Errno> {
        let Node::File(bytes) = &self.inode(id)?.node else { return Err(Errno::IsDir) };
        let bytes = bytes.as_slice();
        let offset = usize::try_from(offset).unwrap_or(usize::MAX).min(bytes.len());
        Ok(&bytes[offset..])
    }

    /// Makes room to write `want` bytes at an offset, or as many of them as the quotas allow, and
    /// returns the place for the caller to fill. `EFBIG` or `ENOSPC` where not one byte fits.
    pub(crate) fn window(
        &mut self,
        id: InodeId,
        offset: u64,
        want: u64,
        now: u64,
    ) -> Result<&mut [u8], Errno> {
        let max_file_bytes = self.quota.max_file_bytes();
        let room = self.quota.room();
        let inode = self.inode(id)?;
        if !matches!(inode.node, Node::File(_)) {
            return Err(Errno::IsDir);
        }
        if want == 0 {
            return Ok(&mut []);
        }
        let (size, weight) = (inode.size(), inode.weight());
        if offset >= max_file_bytes.max(size) {
            return Err(Errno::FBig);
        }
        let reach = size.saturating_add(room / weight).min(max_file_bytes).max(size);
        if offset >= reach {
            return Err(Errno::NoSpc);
        }
        let end = offset + want.min(reach - offset);
        let bytes = self.resize(id, size.max(end), now)?;
        let (start, end) = (usize::try_from(offset), usize::try_from(end));
        match (start, end) {
            (Ok(start), Ok(end)) => bytes.get_mut(start..end).ok_or(Errno::Io),
            _ => Err(Errno::FBig),
        }
    }

    /// Cuts a file, or fills it up with zeros.
    pub(crate) fn set_size(&mut self, id: InodeId, size: u64, now: u64) -> Result<(), Errno> {
        let inode = self.inode(id)?;
        if !matches!(inode.node, Node::File(_)) {
            return Err(Errno::IsDir);
        }
        let growth = size.saturating_sub(inode.size());
        if growth > 0 {
            if size > self.quota.max_file_bytes() {
                return Err(Errno::FBig);
            }
            if growth.saturating_mul(inode.weight()) > self.quota.room() {
                return Err(Errno::NoSpc);
            }
        }
        self.resize(id, size, now)?;
        Ok(())
    }

    /// Changes a file's size, which the caller has checked, and counts that.
    fn resize(&mut self, id: InodeId, size: u64, now: u64) -> Result<&mut [u8], Errno> {
        let ceiling = usize::try_from(self.quota.max_file_bytes()).unwrap_or(usize::MAX);
        let len = usize::try_from(size).map_err(|_| Errno::FBig)?;
        let slot = self.inodes.get_mut(id.0 as usize).and_then(Option::as_mut);
        let inode = slot.ok_or(Errno::Io)?;
        let (before, weight) = (inode.size(), inode.weight());
        let Node::File(file) = &mut inode.node else { return Err(Errno::IsDir) };
        let bytes = file.resize(len, ceiling)?;
        self.quota.remove(0, before.saturating_sub(size).saturating_mul(weight));
        self.quota.add(0, size.saturating_sub(before).saturating_mul(weight));
        inode.times.modify(now);
        Ok(bytes)
    }

    /// A directory's listing after a cookie: `.`, `..`, then the entries by name.
    pub(crate) fn list(
        &self,
        id: InodeId,
        cookie: u64,
    ) -> Result<impl Iterator<Item = Listed<'_>>, Errno> {
        let directory = self.directory(id)?;
        // What was above a directory that has been removed may be gone too, or be another by now.
        let above = directory.parent.filter(|_| self.inode(id).is_ok_and(|it| it.links > 0));
        let dots = [
            Listed { name: ".", id, place: Directory::DOT },
            Listed { name: "..", id: above.unwrap_or(id), place: Directory::DOT_DOT },
        ];
        let dots = dots.into_iter().filter(move |dot| dot.place > cookie);
        Ok(dots.chain(directory.after(cookie)))
    }
}
