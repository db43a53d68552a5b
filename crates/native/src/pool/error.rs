//! Why a pool does not do what it was asked.

use super::{SessionId, StoreError};
use crate::RunError;

/// Why a pool does not do what it was asked. What a guest does wrong is no error: it has an outcome.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PoolError {
    /// The pool cannot be made as its options say.
    #[error("{option}: {why}")]
    Option {
        /// The option.
        option: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// No pool's session has this id: it was never opened, or has been closed.
    #[error("there is no session {0}")]
    Unknown(SessionId),
    /// Another pool has it, or had it when it was ended: see [`SessionPool::take_over`].
    ///
    /// [`SessionPool::take_over`]: super::SessionPool::take_over
    #[error("the session {0} is in use by another pool")]
    InUse(SessionId),
    /// Another pool took it over. What it did here since it was last stored is gone.
    #[error("the session {0} was taken over by another pool")]
    TakenOver(SessionId),
    /// A session is to have more than the pool allows.
    #[error("limits.{name}: {value} is more than the {most} that the pool allows")]
    Limit {
        /// The limit.
        name: &'static str,
        /// Its value.
        value: u64,
        /// What is allowed.
        most: u64,
    },
    /// As a session alone would say it.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The store failed. What was to be stored stays hot.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The pool itself failed, or was ended meanwhile. A session that it was at work on is gone.
    #[error("the pool failed: {0}")]
    Internal(&'static str),
}
