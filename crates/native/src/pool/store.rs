//! Where a pool keeps the sessions that nobody uses at the moment.

use std::error::Error;

/// A place for bytes under names, which several pools can share: a directory, a bucket. What keeps two
/// pools from going on with one session is [`create`](Self::create) alone: of several that create the
/// same name at the same time, one succeeds.
///
/// With the feature `object-store`, `ObjectSessions` is one for whatever the crate `object_store` has.
///
/// A pool calls it from its own threads, and waits. Names are as `id/number.kind`, of lower-case letters,
/// digits, `/` and `.`; what is stored is as secret as what the sessions know.
pub trait SessionStore: Send + Sync {
    /// Stores these bytes under a name that nothing has; `false` where something has it. When it
    /// returns, they are there for all.
    fn create(&self, name: &str, bytes: Vec<u8>) -> Result<bool, StoreError>;

    /// What has this name, if anything: at most `max_bytes`, else [`StoreError::TooLarge`].
    fn read(&self, name: &str, max_bytes: u64) -> Result<Option<Vec<u8>>, StoreError>;

    /// The names that begin with `folder` and `/`, without these, in any order.
    fn list(&self, folder: &str) -> Result<Vec<String>, StoreError>;

    /// Removes what has this name, if anything.
    fn remove(&self, name: &str) -> Result<(), StoreError>;
}

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Something is larger than it can be.
    #[error(
        "{name} has {bytes} bytes in the store of sessions, more than the {max} that are allowed"
    )]
    TooLarge {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: u64,
        /// What is allowed.
        max: u64,
    },
    /// The store could not be used.
    #[error("the store of sessions failed: {0}")]
    Failed(#[source] Box<dyn Error + Send + Sync>),
}

impl StoreError {
    /// A failure of whatever the store is made of.
    pub fn failed(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Failed(source.into())
    }
}
