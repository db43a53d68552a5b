//! Who vouches for a bundle.
//!
//! A bundle's manifest is signed with an Ed25519 key; the manifest names its files by SHA-256. A
//! [`TrustPolicy`] says whose signatures count, which manifests need none, and what is withdrawn.
//! [`TrustedManifest`](crate::bundle::TrustedManifest) is a manifest that a policy lets pass, and
//! only such a manifest's files can be run.

mod built_in;
mod date;
mod key;
mod policy;
mod signing;

pub use date::{Date, DateError};
pub use key::{KeyId, PublicKey, PublicKeyError};
pub(crate) use policy::Voucher;
pub use policy::{AddedKey, TrustPolicy};
pub use signing::{DEVELOPMENT_SECRET, SecretKey, SecretKeyError};

use alloc::string::String;

/// Why nobody vouches for a manifest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TrustError {
    /// It has no signature.
    #[error("is not signed: it runs only where its SHA-256 is pinned, or no signature is required")]
    Unsigned,
    /// It is signed with a key that nobody has added.
    #[error(
        "is signed with the key {key_id}, which is not known: add its public key, or pin the manifest's SHA-256"
    )]
    UnknownKey {
        /// The key.
        key_id: KeyId,
    },
    /// The signature is not the key's, or not of this manifest.
    #[error(
        "the signature is not what the key {key_id} makes of it: the manifest or the signature was changed"
    )]
    Signature {
        /// The key.
        key_id: KeyId,
    },
    /// The key is withdrawn.
    #[error("is signed with the key {key_id}, which is revoked")]
    RevokedKey {
        /// The key.
        key_id: KeyId,
    },
    /// The bundle is withdrawn.
    #[error("is revoked (SHA-256 {sha256})")]
    RevokedBundle {
        /// The SHA-256 of its manifest.
        sha256: String,
    },
    /// The key does not count yet.
    #[error("is signed with the key {key_id}, which is not valid before {day}")]
    NotYetValid {
        /// The key.
        key_id: KeyId,
        /// Its first day.
        day: Date,
    },
    /// The key does not count any more.
    #[error("is signed with the key {key_id}, which was valid until {day}")]
    Expired {
        /// The key.
        key_id: KeyId,
        /// Its last day.
        day: Date,
    },
    /// It is signed with the development key, which does not count here.
    #[error(
        "is signed with the development key {key_id}, which everybody has and which does not count here"
    )]
    Development {
        /// The key.
        key_id: KeyId,
    },
    /// A policy's text is none.
    #[error("trust policy: {0}")]
    Policy(String),
}
