//! What goes in and what comes out: a [`Request`] in, an [`Outcome`] out, both plain data.
//!
//! Everything here is `serde`; the JSON form is the same on both twins and its schema is
//! [`schema()`](crate::schema::request).

mod content;
mod limits;
mod outcome;
mod request;
mod session;
mod validate;

pub use content::Content;
pub use limits::{LimitError, LimitSpec, Limits};
pub use outcome::{
    ErrorReport, FileChanges, GuestError, Outcome, Receipt, RuntimeIdentity, SessionUse, Status,
    StreamUse, TrustLevel, TurnResult, WorkspaceUse,
};
pub use request::{Determinism, PYTHON, Program, Request};
pub use session::{SessionOptions, Turn, TurnLimits};
pub use validate::{
    MAX_ARGS, MAX_ENV_VARS, MAX_EXACT_INTEGER, MAX_SOURCE_BYTES, MAX_STDIN_BYTES, MAX_TEXT_BYTES,
    RequestError, ValidRequest, WORKSPACE,
};
