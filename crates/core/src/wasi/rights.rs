//! What a descriptor may be used for.
//!
//! A descriptor has every right of its kind that its directory lets it inherit. Only `fd_read` and
//! `fd_write` have to be asked for (they are the access mode of `open`), as in wasmtime: programs
//! ask for those two and then use the others. Rights can be narrowed with `fd_fdstat_set_rights`,
//! for good.

use super::Errno;

/// A set of rights, as WASI numbers them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rights(u64);

macro_rules! rights {
    ($( $name:ident = $bit:literal; )*) => {
        impl Rights {
            $( pub(crate) const $name: Self = Self(1 << $bit); )*
        }
    };
}

rights! {
    FD_DATASYNC = 0;
    FD_READ = 1;
    FD_SEEK = 2;
    FD_FDSTAT_SET_FLAGS = 3;
    FD_SYNC = 4;
    FD_TELL = 5;
    FD_WRITE = 6;
    FD_ADVISE = 7;
    FD_ALLOCATE = 8;
    PATH_CREATE_DIRECTORY = 9;
    PATH_CREATE_FILE = 10;
    PATH_LINK_SOURCE = 11;
    PATH_LINK_TARGET = 12;
    PATH_OPEN = 13;
    FD_READDIR = 14;
    PATH_READLINK = 15;
    PATH_RENAME_SOURCE = 16;
    PATH_RENAME_TARGET = 17;
    PATH_FILESTAT_GET = 18;
    PATH_FILESTAT_SET_TIMES = 20;
    FD_FILESTAT_GET = 21;
    FD_FILESTAT_SET_SIZE = 22;
    FD_FILESTAT_SET_TIMES = 23;
    PATH_SYMLINK = 24;
    PATH_REMOVE_DIRECTORY = 25;
    PATH_UNLINK_FILE = 26;
    POLL_FD_READWRITE = 27;
}

impl Rights {
    pub(crate) const NONE: Self = Self(0);

    /// Every right of a regular file.
    pub(crate) const FILE: Self = Self(
        Self::FD_DATASYNC.0
            | Self::FD_READ.0
            | Self::FD_SEEK.0
            | Self::FD_FDSTAT_SET_FLAGS.0
            | Self::FD_SYNC.0
            | Self::FD_TELL.0
            | Self::FD_WRITE.0
            | Self::FD_ADVISE.0
            | Self::FD_ALLOCATE.0
            | Self::FD_FILESTAT_GET.0
            | Self::FD_FILESTAT_SET_SIZE.0
            | Self::FD_FILESTAT_SET_TIMES.0
            | Self::POLL_FD_READWRITE.0,
    );

    /// Every right of a directory.
    pub(crate) const DIRECTORY: Self = Self(
        Self::PATH_CREATE_DIRECTORY.0
            | Self::PATH_CREATE_FILE.0
            | Self::PATH_LINK_SOURCE.0
            | Self::PATH_LINK_TARGET.0
            | Self::PATH_OPEN.0
            | Self::FD_READDIR.0
            | Self::PATH_READLINK.0
            | Self::PATH_RENAME_SOURCE.0
            | Self::PATH_RENAME_TARGET.0
            | Self::PATH_FILESTAT_GET.0
            | Self::PATH_FILESTAT_SET_TIMES.0
            | Self::FD_FILESTAT_GET.0
            | Self::FD_FILESTAT_SET_TIMES.0
            | Self::PATH_SYMLINK.0
            | Self::PATH_REMOVE_DIRECTORY.0
            | Self::PATH_UNLINK_FILE.0,
    );

    /// What may be inherited from a preopened directory: everything.
    pub(crate) const ALL: Self = Self(Self::FILE.0 | Self::DIRECTORY.0);

    /// Rights of a standard stream. `fd_seek` and `fd_tell` are among them although both fail:
    /// wasi-libc takes a character device without them for a terminal, and would then flush each
    /// line with a call of its own.
    const STREAM: Self = Self(
        Self::FD_SEEK.0
            | Self::FD_TELL.0
            | Self::FD_FDSTAT_SET_FLAGS.0
            | Self::FD_FILESTAT_GET.0
            | Self::POLL_FD_READWRITE.0,
    );
    pub(crate) const INPUT: Self = Self(Self::STREAM.0 | Self::FD_READ.0);
    pub(crate) const OUTPUT: Self = Self(Self::STREAM.0 | Self::FD_WRITE.0);

    /// What only makes sense with `fd_write`.
    const WRITING: Self =
        Self(Self::FD_WRITE.0 | Self::FD_ALLOCATE.0 | Self::FD_FILESTAT_SET_SIZE.0);

    /// The rights with these numbers; those that nothing here has are ignored.
    pub(crate) fn from_guest(raw: u64) -> Self {
        Self(raw)
    }

    pub(crate) fn raw(self) -> u64 {
        self.0
    }

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Rights of a file that is opened with `asked` in a directory that lets it inherit `from`.
    pub(crate) fn of_file(asked: Self, from: Self) -> Result<Self, Errno> {
        let mode = asked.and(Self(Self::FD_READ.0 | Self::FD_WRITE.0));
        if !from.has(mode) {
            return Err(Errno::NotCapable);
        }
        let mut rights = Self::FILE.and(from);
        if !mode.has(Self::FD_READ) {
            rights = rights.without(Self::FD_READ);
        }
        if !mode.has(Self::FD_WRITE) {
            rights = rights.without(Self::WRITING);
        }
        Ok(rights)
    }

    /// Fails unless `needed` is among these.
    pub(crate) fn check(self, needed: Self) -> Result<(), Errno> {
        if self.has(needed) {
            return Ok(());
        }
        // POSIX's answers where a file is not open for reading or writing.
        Err(match needed {
            Self::FD_READ | Self::FD_WRITE | Self::FD_ALLOCATE => Errno::BadF,
            Self::FD_FILESTAT_SET_SIZE => Errno::Inval,
            _ => Errno::NotCapable,
        })
    }
}
