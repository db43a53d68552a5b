//! An open file of the world, as wasmer-wasix reads and writes it.

use super::{files::fs_error, run::Run};
use hognose_core::{
    wasi::{Errno, FileStat},
    world::{Foreign, OpenFile},
};
use std::{
    fmt,
    io::{self, ErrorKind, SeekFrom},
    pin::Pin,
    task::{Context, Poll},
};
use wasmer_wasix::virtual_fs::{self, AsyncRead, AsyncSeek, AsyncWrite, ReadBuf, VirtualFile};

/// An open file and where it is read and written next.
pub(super) struct WorkspaceFile {
    run: Run,
    /// `None` only while it is dropped.
    file: Option<OpenFile>,
    /// What it was opened by.
    path: String,
    position: u64,
}

impl WorkspaceFile {
    pub(super) fn new(run: Run, file: OpenFile, path: &str) -> Self {
        Self { run, file: Some(file), path: path.to_owned(), position: 0 }
    }

    fn call<T>(
        &self,
        f: impl FnOnce(&mut Foreign<'_>, &OpenFile) -> Result<T, Errno>,
    ) -> Result<T, Errno> {
        let file = self.file.as_ref().ok_or(Errno::BadF)?;
        self.run.with(|live| f(&mut live.foreign(), file)).unwrap_or(Err(Errno::Io))
    }

    fn stat(&self) -> Option<FileStat> {
        self.call(|world, file| world.stat_file(file)).ok()
    }
}

impl Drop for WorkspaceFile {
    fn drop(&mut self) {
        let Some(file) = self.file.take() else { return };
        self.run.with(|live| {
            live.foreign().close_file(file);
            live.files = live.files.saturating_sub(1);
        });
    }
}

impl AsyncRead for WorkspaceFile {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let rest = into.initialize_unfilled();
        let read = self.call(|world, file| world.read_file(file, self.position, rest));
        Poll::Ready(read.map_err(io_error).map(|count| {
            into.advance(count);
            self.position = self.position.saturating_add(count as u64);
        }))
    }
}

impl AsyncWrite for WorkspaceFile {
    fn poll_write(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = self.call(|world, file| world.write_file(file, self.position, bytes));
        Poll::Ready(written.map_err(io_error).inspect(|count| {
            self.position = self.position.saturating_add(*count as u64);
        }))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

impl AsyncSeek for WorkspaceFile {
    fn start_seek(mut self: Pin<&mut Self>, to: SeekFrom) -> io::Result<()> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => self.size().checked_add_signed(by),
        };
        self.position = position.ok_or(ErrorKind::InvalidInput)?;
        Ok(())
    }

    fn poll_complete(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Poll::Ready(Ok(self.position))
    }
}

impl VirtualFile for WorkspaceFile {
    fn last_accessed(&self) -> u64 {
        self.stat().map_or(0, |stat| stat.accessed_ns)
    }

    fn last_modified(&self) -> u64 {
        self.stat().map_or(0, |stat| stat.modified_ns)
    }

    fn created_time(&self) -> u64 {
        self.stat().map_or(0, |stat| stat.changed_ns)
    }

    fn set_times(
        &mut self,
        accessed_ns: Option<u64>,
        modified_ns: Option<u64>,
    ) -> virtual_fs::Result<()> {
        self.call(|world, file| world.set_file_times(file, accessed_ns, modified_ns))
            .map_err(fs_error)
    }

    fn size(&self) -> u64 {
        self.stat().map_or(0, |stat| stat.size)
    }

    fn set_len(&mut self, size: u64) -> virtual_fs::Result<()> {
        self.call(|world, file| world.set_file_size(file, size)).map_err(fs_error)
    }

    fn unlink(&mut self) -> virtual_fs::Result<()> {
        self.call(|world, file| world.unlink_file(file, &self.path)).map_err(fs_error)
    }

    fn poll_read_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let left = self.size().saturating_sub(self.position);
        Poll::Ready(Ok(usize::try_from(left).unwrap_or(usize::MAX)))
    }

    fn poll_write_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<usize>> {
        Poll::Ready(Ok(64 << 10))
    }
}

impl fmt::Debug for WorkspaceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkspaceFile").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Of these, all that the guest is told is `EIO`.
fn io_error(errno: Errno) -> io::Error {
    match errno {
        Errno::NoSpc => ErrorKind::StorageFull.into(),
        Errno::FBig => ErrorKind::FileTooLarge.into(),
        other => io::Error::other(other),
    }
}
