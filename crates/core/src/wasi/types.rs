//! WASI's small types, with WASI's own values and layouts.

use super::{Errno, Rights};

/// What a descriptor or a name leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum FileType {
    /// A standard stream.
    CharacterDevice = 2,
    /// A directory.
    Directory = 3,
    /// A regular file.
    RegularFile = 4,
    /// A symbolic link.
    SymbolicLink = 7,
}

/// Flags of a descriptor (`fdflags`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FdFlags(u16);

impl FdFlags {
    const APPEND: u16 = 1 << 0;
    const NONBLOCK: u16 = 1 << 2;
    /// `append`, `dsync`, `nonblock`, `rsync`, `sync`. What is in memory is always in sync, so the
    /// three sync flags are kept and shown, and change nothing.
    const ALL: u16 = 0x1f;

    pub(crate) fn from_guest(flags: u32) -> Result<Self, Errno> {
        match u16::try_from(flags) {
            Ok(flags) if flags & !Self::ALL == 0 => Ok(Self(flags)),
            _ => Err(Errno::Inval),
        }
    }

    pub(crate) fn raw(self) -> u16 {
        self.0
    }

    pub(crate) fn append(self) -> bool {
        self.0 & Self::APPEND != 0
    }

    pub(crate) fn nonblock(self) -> bool {
        self.0 & Self::NONBLOCK != 0
    }
}

/// How to open a path (`oflags`).
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "WASI's own flags")]
pub(crate) struct OpenFlags {
    pub(crate) create: bool,
    pub(crate) directory: bool,
    pub(crate) exclusive: bool,
    pub(crate) truncate: bool,
}

impl OpenFlags {
    pub(crate) fn from_guest(flags: u32) -> Result<Self, Errno> {
        if flags & !0xf != 0 {
            return Err(Errno::Inval);
        }
        let bit = |index: u32| flags & (1 << index) != 0;
        Ok(Self { create: bit(0), directory: bit(1), exclusive: bit(2), truncate: bit(3) })
    }
}

/// Whether a path's last symbolic link is followed (`lookupflags`).
pub(crate) fn follows(flags: u32) -> Result<bool, Errno> {
    match flags {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Errno::Inval),
    }
}

/// One of the two times that a call sets (`fstflags`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SetTime {
    Keep,
    Now,
    To(u64),
}

impl SetTime {
    /// Access time and modification time.
    pub(crate) fn from_guest(atim: u64, mtim: u64, flags: u32) -> Result<(Self, Self), Errno> {
        if flags & !0xf != 0 {
            return Err(Errno::Inval);
        }
        let one = |time, flags| match flags & 0b11 {
            0b00 => Ok(Self::Keep),
            0b01 => Ok(Self::To(time)),
            0b10 => Ok(Self::Now),
            _ => Err(Errno::Inval),
        };
        Ok((one(atim, flags)?, one(mtim, flags >> 2)?))
    }
}

/// `filestat`. Times are in nanoseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub struct FileStat {
    /// The device that it is on.
    pub device: u64,
    /// Its number there, never used twice.
    pub inode: u64,
    /// What it is.
    pub filetype: FileType,
    /// How many names lead to it.
    pub links: u64,
    /// Bytes of its contents.
    pub size: u64,
    /// When it was last accessed.
    pub accessed_ns: u64,
    /// When its contents were last changed.
    pub modified_ns: u64,
    /// When anything about it was last changed.
    pub changed_ns: u64,
}

impl FileStat {
    pub(crate) const SIZE: u32 = 64;

    pub(crate) fn bytes(&self) -> [u8; 64] {
        let mut out = [0; 64];
        out[0..8].copy_from_slice(&self.device.to_le_bytes());
        out[8..16].copy_from_slice(&self.inode.to_le_bytes());
        out[16] = self.filetype as u8;
        out[24..32].copy_from_slice(&self.links.to_le_bytes());
        out[32..40].copy_from_slice(&self.size.to_le_bytes());
        out[40..48].copy_from_slice(&self.accessed_ns.to_le_bytes());
        out[48..56].copy_from_slice(&self.modified_ns.to_le_bytes());
        out[56..64].copy_from_slice(&self.changed_ns.to_le_bytes());
        out
    }
}

/// `fdstat`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FdStat {
    pub(crate) filetype: FileType,
    pub(crate) flags: FdFlags,
    pub(crate) base: Rights,
    pub(crate) inheriting: Rights,
}

impl FdStat {
    pub(crate) const SIZE: u32 = 24;

    pub(crate) fn bytes(&self) -> [u8; 24] {
        let mut out = [0; 24];
        out[0] = self.filetype as u8;
        out[2..4].copy_from_slice(&self.flags.raw().to_le_bytes());
        out[8..16].copy_from_slice(&self.base.raw().to_le_bytes());
        out[16..24].copy_from_slice(&self.inheriting.raw().to_le_bytes());
        out
    }
}

/// `dirent`: what stands before each name of a listing.
pub(crate) fn dirent(next: u64, inode: u64, name_bytes: u32, filetype: FileType) -> [u8; 24] {
    let mut out = [0; 24];
    out[0..8].copy_from_slice(&next.to_le_bytes());
    out[8..16].copy_from_slice(&inode.to_le_bytes());
    out[16..20].copy_from_slice(&name_bytes.to_le_bytes());
    out[20] = filetype as u8;
    out
}
