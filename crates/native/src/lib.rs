//! Runs Python that nobody has to trust: real Python (`MicroPython`), sealed in WebAssembly.
//!
//! A [`Runner`] takes a [`Request`] (source text, arguments, input, files, limits) and gives an
//! [`Outcome`] (status, output, changed files, a receipt of what was used). Each run has a fresh
//! guest that sees nothing of this machine: no network, no files, no environment but what the
//! request holds. Whatever the guest does (spin, grow, recurse, flood) ends as an outcome with a
//! status; an `Err` is for the embedder alone.
//!
//! ```no_run
//! use hognose::{Bundle, Limits, Request, Runner, Status};
//!
//! let runner = Runner::new(Bundle::load("bundles/lang-python/0.1.0")?)?;
//!
//! let outcome = runner.run(Request::code("print(2**100)"))?;
//! assert_eq!(outcome.stdout.text(), "1267650600228229401496703205376\n");
//!
//! let limits = Limits::default().with_wall_ms(100);
//! let outcome = runner.run(Request::code("while True: pass").with_limits(limits))?;
//! assert_eq!(outcome.status, Status::Timeout);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Platforms
//! Linux on x86-64 and aarch64 is what is tested. Runs need no thread of their own and no signal
//! but the ones that wasmer handles (`SIGSEGV`, `SIGBUS`, `SIGILL`, `SIGFPE`), whose former
//! handlers it calls for faults that are not a guest's.

mod bundle;
mod cache;
mod cancel;
mod command;
mod commands;
mod engine;
mod host;
mod module;
mod pool;
mod runner;
mod session;
mod stdin;
mod store;
#[cfg(feature = "wasix")]
pub mod wasix;

pub use bundle::{Bundle, BundleLoadError};
pub use cache::{CacheError, ModuleCache};
pub use cancel::CancelHandle;
pub use command::{CommandOutcome, run_command};
pub use engine::Engine;
pub use module::{Module, ModuleError};
#[cfg(feature = "object-store")]
pub use pool::ObjectSessions;
pub use pool::{
    PoolError, PoolOptions, PoolUse, SessionId, SessionIdError, SessionPool, SessionStore,
    StoreError,
};
pub use runner::{RunError, RunOptions, Runner, RunnerError};
pub use session::Session;
pub use store::{BundleStore, Install, InstallError, Installed, Progress, Registry, RegistryError};

pub use hognose_core::{
    bundle::{BundleError, Manifest},
    contract::{
        Content, Determinism, FileChanges, GuestError, LimitError, Limits, Outcome, Program,
        Receipt, Request, RequestError, RuntimeIdentity, SessionOptions, SessionUse, Status,
        StreamUse, TrustLevel, Turn, TurnLimits, TurnResult, WorkspaceUse,
    },
    guest::Stream,
    schema,
    session::SessionError,
    snapshot::{RestoreOptions, SnapshotError, SnapshotKey, TakeError},
    tool::{self, ToolCall},
    trust::{self, TrustPolicy},
    workspace::{Tree, TreeEntry},
    world::CommandWorld,
};

/// The README's program, which runs as a documentation test.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

/// That of the page on embedding.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/embedding.md")]
struct Embedding;

/// And that of the page on sessions.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/sessions.md")]
struct Sessions;
