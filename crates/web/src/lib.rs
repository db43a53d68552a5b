//! The web runner: core over the browser's own WebAssembly, compiled into the npm package
//! `hognose`.
//!
//! The package's JavaScript (`npm/`) fetches, makes Workers and passes messages; here guests are
//! made of the compiled runtime, core's preview-1 calls are bound to them, and what they come to is
//! told. Nothing that core decides is decided again.

#![no_std]

extern crate alloc;

#[cfg(all(feature = "alone", target_family = "wasm"))]
mod alone;
mod bundle;
mod engine;
mod error;
mod host;
mod runner;
mod session;

pub use bundle::{Trusted, trust};
pub use engine::{Calls, Engine, Started};
pub use error::WebError;
pub use host::PageHost;
pub use runner::{Run, Runner};
pub use session::Session;

pub use hognose_core as core;
