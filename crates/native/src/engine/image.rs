//! Images: memories that guests start with.
//!
//! A module whose guests are opened has two: what its data segments put there, and, made from that
//! once, the memory of a guest that has been opened and has run nothing. Both are the same bytes for
//! every guest. On Linux a guest's memory is a private mapping of its image: a page is copied when the
//! guest first writes to it, and all others cost nothing. Elsewhere it is a copy.

#[cfg(target_os = "linux")]
use super::pagemap;
use std::fmt;

/// Bytes that are compared, and copied, at once: a page of memory on most machines.
pub(super) const PIECE_BYTES: usize = 4 << 10;

/// An image.
pub(crate) struct Image {
    bytes: Vec<u8>,
    #[cfg(target_os = "linux")]
    file: Option<std::os::fd::OwnedFd>,
}

impl Image {
    /// The image that is these bytes, a whole number of WebAssembly's pages.
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        #[cfg(target_os = "linux")]
        let file = in_memory_file(&bytes).ok();
        Self {
            bytes,
            #[cfg(target_os = "linux")]
            file,
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What to map, where that can be done.
    #[cfg(target_os = "linux")]
    pub(super) fn file(&self) -> Option<std::os::fd::BorrowedFd<'_>> {
        use std::os::fd::AsFd as _;
        self.file.as_ref().map(|file| file.as_fd())
    }

    /// The pieces of a guest's memory that differ from this one, or from zero behind its end, and
    /// where they are.
    ///
    /// # Safety
    /// `memory` is the whole of the memory of a guest that started with this image.
    pub(super) unsafe fn differences<'a>(
        &'a self,
        memory: &'a [u8],
    ) -> impl Iterator<Item = (u32, &'a [u8])> {
        #[cfg(target_os = "linux")]
        let written = self.file.as_ref().and_then(|_| pagemap::written(memory));
        #[cfg(not(target_os = "linux"))]
        let written: Option<Vec<bool>> = None;
        let may_differ = move |index: usize| {
            written.as_ref().is_none_or(|pages| pages.get(index).copied().unwrap_or(true))
        };
        let places = (0..).step_by(PIECE_BYTES);
        let pieces = places.zip(memory.chunks(PIECE_BYTES)).enumerate();
        let pieces = pieces.filter(move |(index, _)| may_differ(*index)).map(|(_, piece)| piece);
        pieces.filter(|(at, piece)| {
            let was = self.bytes.get(*at as usize..).unwrap_or_default();
            let (same, rest) = piece.split_at(piece.len().min(was.len()));
            !was.starts_with(same) || rest.iter().any(|&byte| byte != 0)
        })
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Image").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// A file that is nowhere but in memory, and that nothing can change any more.
#[cfg(target_os = "linux")]
fn in_memory_file(bytes: &[u8]) -> rustix::io::Result<std::os::fd::OwnedFd> {
    use rustix::{
        fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create},
        io::{Errno, write},
    };
    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    let file = memfd_create("hognose image", flags)?;
    let mut rest = bytes;
    while !rest.is_empty() {
        match write(&file, rest)? {
            0 => return Err(Errno::NOSPC),
            count => rest = &rest[count..],
        }
    }
    fcntl_add_seals(
        &file,
        SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL,
    )?;
    Ok(file)
}
