//! Why a bundle is refused.

use crate::trust::TrustError;
use alloc::string::String;

/// Why a bundle was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// The manifest is no manifest.
    #[error("manifest.json: {0}")]
    Parse(String),
    /// A field of the manifest holds what it must not.
    #[error("manifest.json: {field}: {why}")]
    Field {
        /// The field.
        field: String,
        /// What is wrong.
        why: String,
    },
    /// Nobody vouches for it.
    #[error("manifest.json: {0}")]
    Trust(#[from] TrustError),
    /// It has no such command.
    #[error("{bundle} has no command \"{command}\" (it has: {known})")]
    Command {
        /// The bundle, as `name@version`.
        bundle: String,
        /// What was asked for.
        command: String,
        /// What there is.
        known: String,
    },
    /// A file that was given is none of the manifest's, or one that the manifest names was not given.
    #[error("{path}: {why}")]
    Asset {
        /// The file.
        path: String,
        /// What is wrong.
        why: &'static str,
    },
    /// A file that the manifest names has another size.
    #[error(
        "{path}: {actual} bytes, but the manifest says {expected}: truncated or not this version"
    )]
    Size {
        /// The asset.
        path: String,
        /// The manifest's size.
        expected: u64,
        /// The size that it has.
        actual: u64,
    },
    /// A file that the manifest names has other bytes.
    #[error("{path}: its SHA-256 is {actual}, but the manifest says {expected}")]
    Hash {
        /// The asset.
        path: String,
        /// The manifest's hash.
        expected: String,
        /// The hash that it has.
        actual: String,
    },
}
