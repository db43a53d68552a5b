//! Why a snapshot is refused, or cannot be taken.

use super::wire::Flaw;
use crate::contract::LimitError;
use crate::session::SessionError;
use alloc::string::String;

/// Why a snapshot is refused. Nothing of it has reached a guest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// It does not begin as a snapshot does.
    #[error("these bytes are no snapshot")]
    NotASnapshot,
    /// It is in a format that this version does not know.
    #[error(
        "the snapshot is in version {version} of the format; this Hognose reads version {}",
        super::envelope::VERSION
    )]
    Version {
        /// The format's version.
        version: u32,
    },
    /// Its end is missing.
    #[error("the snapshot is cut off")]
    Truncated,
    /// Its bytes are not those that were written.
    #[error("the snapshot's checksum is wrong: it has been damaged")]
    Checksum,
    /// A key was given, and the snapshot was made without one.
    #[error("a key was given, but the snapshot is not authenticated: it was taken without a key")]
    NotAuthenticated,
    /// It was made with a key, and none was given.
    #[error("the snapshot is authenticated: the key that it was taken with is needed")]
    KeyNeeded,
    /// It was made with another key, or changed since.
    #[error("the snapshot was not taken with this key, or has been changed since")]
    WrongKey,
    /// It is larger than the embedder allows.
    #[error("the snapshot holds {bytes} bytes, more than the {max} that are allowed")]
    TooLarge {
        /// Its bytes, uncompressed.
        bytes: u64,
        /// What is allowed.
        max: u64,
    },
    /// It is a snapshot of another runtime.
    #[error("the snapshot is of the runtime {snapshot}; this one is {here}")]
    OtherRuntime {
        /// SHA-256 of the module that it was taken of.
        snapshot: String,
        /// SHA-256 of the module here.
        here: String,
    },
    /// The same runtime has another memory after it was opened.
    #[error("the snapshot is of the image {snapshot}; the runtime's image here is {here}")]
    OtherImage {
        /// SHA-256 of the image that it was taken over.
        snapshot: String,
        /// SHA-256 of the image here.
        here: String,
    },
    /// One of its limits is none.
    #[error("the snapshot's {0}")]
    Limit(LimitError),
    /// One of its limits is more than the embedder allows.
    #[error("the snapshot's limits.{name}: {value} is more than the {max} that are allowed")]
    OverLimit {
        /// The limit.
        name: &'static str,
        /// Its value.
        value: u64,
        /// What is allowed.
        max: u64,
    },
    /// What it says cannot be.
    #[error("the snapshot is inconsistent: it {why}")]
    Inconsistent {
        /// What is wrong, to be read after "it".
        why: &'static str,
    },
}

impl From<LimitError> for SnapshotError {
    fn from(error: LimitError) -> Self {
        match error {
            LimitError::OverMaximum { name, value, most } => {
                Self::OverLimit { name, value, max: most }
            }
            error => Self::Limit(error),
        }
    }
}

impl From<Flaw> for SnapshotError {
    fn from(why: Flaw) -> Self {
        Self::Inconsistent { why }
    }
}

/// Why no snapshot can be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TakeError {
    /// There is no session any more.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The world is none of a session.
    #[error("no snapshot can be taken of this world: it {why}")]
    World {
        /// What is wrong, to be read after "it".
        why: &'static str,
    },
    /// The guest's memory is none of a session.
    #[error("no snapshot can be taken of this guest: its memory {why}")]
    Memory {
        /// What is wrong, to be read after "its memory".
        why: &'static str,
    },
}

impl From<Flaw> for TakeError {
    fn from(why: Flaw) -> Self {
        Self::World { why }
    }
}
