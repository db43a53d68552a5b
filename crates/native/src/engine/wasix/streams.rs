//! The standard streams: the world's, as files that wasmer-wasix can read and write.

use super::run::Run;
use hognose_core::guest::Stream;
use std::{
    io::{self, ErrorKind, SeekFrom},
    pin::Pin,
    task::{Context, Poll},
};
use wasmer_wasix::virtual_fs::{self, AsyncRead, AsyncSeek, AsyncWrite, ReadBuf, VirtualFile};

/// What a stream that takes everything says it takes.
const WRITABLE_BYTES: usize = 64 << 10;

/// Standard input.
#[derive(Debug)]
pub(super) struct Input(pub(super) Run);

/// Standard output or error.
#[derive(Debug)]
pub(super) struct Output {
    pub(super) run: Run,
    pub(super) stream: Stream,
}

impl AsyncRead for Input {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = self.0.with(|live| {
            let read = live.foreign().read_input(into.initialize_unfilled());
            live.unless_halted(read)
        });
        match read.flatten() {
            Some(count) => {
                into.advance(count);
                Poll::Ready(Ok(()))
            }
            None => Poll::Ready(Err(ErrorKind::Interrupted.into())),
        }
    }
}

impl AsyncWrite for Output {
    fn poll_write(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.run.with(|live| live.foreign().write_output(self.stream, bytes));
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.run.with(|live| live.foreign().flush_output(self.stream));
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(context)
    }
}

impl AsyncWrite for Input {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, _: &[u8]) -> Poll<io::Result<usize>> {
        Poll::Ready(Err(ErrorKind::Unsupported.into()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

impl AsyncRead for Output {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Poll::Ready(Err(ErrorKind::Unsupported.into()))
    }
}

/// What both are not: places in a filesystem.
macro_rules! stream {
    ($stream:ty, $readable:expr, $writable:expr) => {
        impl AsyncSeek for $stream {
            fn start_seek(self: Pin<&mut Self>, _: SeekFrom) -> io::Result<()> {
                Err(ErrorKind::NotSeekable.into())
            }

            fn poll_complete(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<u64>> {
                Poll::Ready(Ok(0))
            }
        }

        impl VirtualFile for $stream {
            fn last_accessed(&self) -> u64 {
                0
            }

            fn last_modified(&self) -> u64 {
                0
            }

            fn created_time(&self) -> u64 {
                0
            }

            fn size(&self) -> u64 {
                0
            }

            fn set_len(&mut self, _: u64) -> virtual_fs::Result<()> {
                Err(virtual_fs::FsError::InvalidInput)
            }

            fn unlink(&mut self) -> virtual_fs::Result<()> {
                Err(virtual_fs::FsError::PermissionDenied)
            }

            fn poll_read_ready(
                self: Pin<&mut Self>,
                _: &mut Context<'_>,
            ) -> Poll<io::Result<usize>> {
                $readable
            }

            fn poll_write_ready(
                self: Pin<&mut Self>,
                _: &mut Context<'_>,
            ) -> Poll<io::Result<usize>> {
                $writable
            }
        }
    };
}

stream!(Input, Poll::Ready(Ok(1)), Poll::Ready(Err(ErrorKind::Unsupported.into())));
stream!(Output, Poll::Ready(Err(ErrorKind::Unsupported.into())), Poll::Ready(Ok(WRITABLE_BYTES)));
