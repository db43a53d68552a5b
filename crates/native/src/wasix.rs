//! A second runner, over another WASI: `wasmer-wasix` instead of core's. Only with the cargo feature
//! `wasix`, which is off by default and changes nothing else.
//!
//! It exists to be compared with: the same bundle and the same requests, under an implementation of
//! WASI preview 1 that shares no line with ours, must come to the same outcomes. Where they do not,
//! one of the two is wrong, or WASI leaves it open; `tests/wasix-differences.toml` lists each case.
//!
//! # Where the guarantees weaken
//! This is an oracle, and **not for code that nobody vouches for**. What holds as it does in
//! [`Runner`](crate::Runner): fuel and memory, which are in the metered module; the quotas of the
//! workspace, which are below this WASI; clocks and chance, which are core's; no network, no threads,
//! no host files. What does not:
//!
//! - **Waiting.** `poll_oneoff` waits in wasmer-wasix. Sleeping ends with the run's time and when it is
//!   cancelled. A wait that is not for a clock, or for a clock in zero nanoseconds (`time.sleep(0)`,
//!   a bug of that version), never ends by itself: a second thread ends the run at its deadline, or
//!   when it is cancelled.
//! - **Host time and memory within one call.** Its calls look at the clock before they start and not
//!   while they run; a vector of buffers is not bounded at 16 MiB as ours is.
//! - **Descriptors.** `open_files` bounds files that are open, not descriptors of them, nor
//!   directories: of those it allows 65 536.
//! - **Panics.** Some of its calls panic where they find what they did not expect. The run is then
//!   [`RunError::Internal`], not an outcome.
//! - **Errors.** Its filesystem trait has no `ENAMETOOLONG`, `EFBIG`, `EMFILE` and others: a program
//!   is told `EIO`, `EINVAL` or `EOVERFLOW`.
//!
//! A short run takes two to four times as long as with [`Runner`](crate::Runner).

use crate::{
    Bundle, Engine, ModuleCache, RunError, RunOptions, RunnerError, commands::Commands,
    engine::wasix as engine, runner::contained,
};
use hognose_core::{
    contract::{Outcome, Request},
    run,
    world::World,
};
use std::fmt;

/// Runs Python over wasmer's WASI, for comparison. Made once per bundle; cheap to clone, and clones
/// share the compiled code, as does a [`Runner`](crate::Runner) with the same cache.
///
/// ```no_run
/// use hognose::{Bundle, Request, wasix::WasixRunner};
/// let runner = WasixRunner::new(Bundle::load("bundles/lang-python/0.1.0")?)?;
/// let outcome = runner.run(Request::code("print(6 * 7)"))?;
/// assert_eq!(outcome.stdout.text(), "42\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct WasixRunner {
    commands: Commands,
}

impl WasixRunner {
    /// A runner with an engine of its own and the user's module cache.
    #[expect(clippy::needless_pass_by_value, reason = "a bundle has no use beside its runner")]
    pub fn new(bundle: Bundle) -> Result<Self, RunnerError> {
        Self::with_cache(&bundle, &Engine::new(), &ModuleCache::user())
    }

    /// A runner on this engine, with this cache.
    pub fn with_cache(
        bundle: &Bundle,
        engine: &Engine,
        cache: &ModuleCache,
    ) -> Result<Self, RunnerError> {
        Ok(Self { commands: Commands::new(bundle, engine, cache)? })
    }

    /// Which bundle it runs.
    pub fn bundle(&self) -> &Bundle {
        self.commands.bundle()
    }

    /// Runs a request in a fresh guest, on this thread, to its end.
    pub fn run(&self, request: Request) -> Result<Outcome, RunError> {
        self.run_with(request, RunOptions::default())
    }

    /// Like [`run`](Self::run), with a way to stop it, to see its output as it is written, and to
    /// feed its input while it runs. Polling says of live input that it is there, always.
    pub fn run_with(&self, request: Request, options: RunOptions) -> Result<Outcome, RunError> {
        let (command, request) = self.commands.admit(request)?;
        let cancel = options.cancel_handle().clone();
        let (world, host) = options.prepare(World::for_request(&request));
        let execution = contained(|| engine::execute(&command.module, world, host, &cancel))?;
        Ok(run::conclude(execution, command.identity.clone()))
    }
}

impl fmt::Debug for WasixRunner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("WasixRunner");
        shown.field("bundle", &self.bundle().name()).finish_non_exhaustive()
    }
}
