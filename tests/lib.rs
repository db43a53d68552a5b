//! The conformance suite: what every runner must make of the same requests.
//!
//! Cases are data (`cases/*.toml`, described in this folder's README), embedded when the crate is
//! compiled, so that a browser can run them too. A twin implements [`Runner`] and hands itself to
//! [`check`] case by case, or to [`check_all`].

mod conformance;
pub mod hostile;
pub mod sessions;
pub mod twin;

pub use conformance::{Case, Report, Runner, cases, check, check_all, check_async};
