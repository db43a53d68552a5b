//! Why a bundle is not installed.

use crate::{BundleLoadError, CacheError};
use hognose_core::bundle::BundleError;
use semver::Version;
use std::{io, path::PathBuf};

/// Why a registry does not give what it was asked for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RegistryError {
    /// It is neither a directory nor an address that is safe to ask.
    #[error(
        "registry {at}: must be a directory, or an https:// address (http:// only to this machine)"
    )]
    Address {
        /// What was given.
        at: String,
    },
    /// There is no such file.
    #[error("{at}: there is no such file")]
    Missing {
        /// Its address.
        at: String,
    },
    /// It cannot be read.
    #[error("{at}: {why}")]
    Unreachable {
        /// Its address.
        at: String,
        /// What went wrong.
        why: String,
    },
    /// It is larger than it may be.
    #[error("{at}: more than the {max} bytes that are allowed")]
    TooLarge {
        /// Its address.
        at: String,
        /// What is allowed.
        max: u64,
    },
    /// It ended too early.
    #[error("{at}: ended after {have} of {size} bytes; what is there is used by the next try")]
    Truncated {
        /// Its address.
        at: String,
        /// What has come.
        have: u64,
        /// What had to come.
        size: u64,
    },
    /// Its index is none, or has no such bundle.
    #[error("{at}: {why}")]
    Index {
        /// The index's address.
        at: String,
        /// What is wrong.
        why: String,
    },
}

/// Why a bundle is not installed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InstallError {
    /// The registry does not give it.
    #[error(transparent)]
    Registry(#[from] RegistryError),
    /// Nobody vouches for it, or it is not what its manifest says.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// What was installed does not load.
    #[error(transparent)]
    Load(BundleLoadError),
    /// The registry gave a bundle of another name or version, validly signed as it may be.
    #[error("asked for {wanted}, but the registry gave {got}")]
    Another {
        /// What was asked for.
        wanted: String,
        /// What came.
        got: String,
    },
    /// A newer version is installed.
    #[error(
        "{name}@{version} is older than {newest}, which is installed: an old version may have faults that are known"
    )]
    Downgrade {
        /// The bundle.
        name: String,
        /// The version that was asked for.
        version: Version,
        /// The version that is there.
        newest: Version,
    },
    /// It is not there.
    #[error("{bundle} is not installed")]
    NotInstalled {
        /// The bundle.
        bundle: String,
    },
    /// The directory of bundles cannot be used.
    #[error(transparent)]
    Directory(#[from] CacheError),
    /// A file cannot be written or moved.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
}
