//! Runs requests.

use crate::{
    Bundle, CancelHandle, Engine, Module, ModuleCache, ModuleError,
    commands::{Command, Commands},
    engine,
    host::SystemHost,
    stdin::LiveStdin,
};
use hognose_core::{
    bundle::BundleError,
    contract::{Outcome, PYTHON, Request, RequestError},
    guest::{Host, Stream},
    run::{self, Execution},
    session::SessionError,
    snapshot::{SnapshotError, TakeError},
    workspace::TreeError,
    world::World,
};
use std::{
    any::Any,
    fmt,
    io::Read,
    panic::{self, AssertUnwindSafe},
    sync::Arc,
};

/// Gets output as it is written: see [`RunOptions::on_output`].
pub(crate) type OutputFn = Box<dyn FnMut(Stream, &[u8])>;

/// Why a bundle cannot be run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RunnerError {
    /// Its runtime is no module that can be run.
    #[error("{bundle}: {source}")]
    Module {
        /// The bundle, as `name@version`.
        bundle: String,
        /// What is wrong.
        source: ModuleError,
    },
    /// It has no such command.
    #[error(transparent)]
    Bundle(#[from] BundleError),
}

/// Why there is no outcome. A guest that ends badly is no error: it has an outcome that says so.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RunError {
    /// The request does not hold to the contract; nothing was started.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The files of a command cannot be.
    #[error(transparent)]
    Tree(#[from] TreeError),
    /// The bundle has no such command, or one that cannot be run.
    #[error(transparent)]
    Command(#[from] RunnerError),
    /// No guest could be started.
    #[error(transparent)]
    Module(#[from] ModuleError),
    /// The session cannot do that.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// These bytes are no session that may be restored here.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// The session cannot be made bytes.
    #[error(transparent)]
    Take(#[from] TakeError),
    /// Hognose itself failed, or a function that it was given. The guest is gone, the runner is
    /// as it was.
    #[error("internal error: {0}")]
    Internal(String),
}

/// Runs Python, and whatever else is in its bundle. Made once per bundle; cheap to clone, and clones share the compiled code. Runs
/// from many threads do not wait for each other.
///
/// ```no_run
/// use hognose::{Bundle, Request, Runner};
/// let runner = Runner::new(Bundle::load("bundles/lang-python/0.1.0")?)?;
/// let outcome = runner.run(Request::code("print(6 * 7)"))?;
/// assert_eq!(outcome.stdout.text(), "42\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Runner {
    commands: Commands,
}

impl Runner {
    /// A runner with an engine of its own and the user's module cache. Compiling takes about a
    /// second; loading from the cache, milliseconds.
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

    /// A command of its bundle.
    pub(crate) fn command(&self, name: &str) -> Result<Arc<Command>, RunError> {
        Ok(self.commands.get(name)?)
    }

    /// Runs a request in a fresh guest, on this thread, to its end.
    pub fn run(&self, request: Request) -> Result<Outcome, RunError> {
        self.run_with(request, RunOptions::default())
    }

    /// Like [`run`](Self::run), with a way to stop it, to see its output as it is written, and to
    /// feed its input while it runs.
    pub fn run_with(&self, request: Request, options: RunOptions) -> Result<Outcome, RunError> {
        let (command, request) = self.commands.admit(request)?;
        let (world, host) = options.prepare(World::for_request(&request));
        let execution = execute(&command.module, world, host)?;
        Ok(run::conclude(execution, command.identity.clone()))
    }
}

/// The engine of core's [`run()`](run::run), for a driver over both twins.
impl run::Engine for Runner {
    type Error = RunError;

    fn execute(&self, world: World, host: Box<dyn Host>) -> Result<Execution, RunError> {
        execute(&self.commands.get(PYTHON)?.module, world, host)
    }
}

/// Runs one guest.
pub(crate) fn execute(
    module: &Module,
    world: World,
    host: Box<dyn Host>,
) -> Result<Execution, RunError> {
    contained(|| Ok(engine::execute(module, world, host)?))
}

/// Does something with a guest. A panic of ours must not become the caller's.
pub(crate) fn contained<T>(run: impl FnOnce() -> Result<T, RunError>) -> Result<T, RunError> {
    // Nothing that the closure changes is seen after a panic: world, host and store are dropped.
    panic::catch_unwind(AssertUnwindSafe(run))
        .unwrap_or_else(|panic| Err(RunError::Internal(words(panic.as_ref()))))
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without words").to_owned()
}

impl fmt::Debug for Runner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runner").field("bundle", &self.bundle().name()).finish_non_exhaustive()
    }
}

/// What a run has besides its request.
///
/// ```
/// use hognose::{CancelHandle, RunOptions};
/// let cancel = CancelHandle::new();
/// let options = RunOptions::new()
///     .cancel(cancel.clone())
///     .on_output(|_stream, bytes| eprintln!("{} bytes", bytes.len()));
/// # let _ = options;
/// ```
#[derive(Default)]
#[must_use]
pub struct RunOptions {
    cancel: CancelHandle,
    on_output: Option<OutputFn>,
    stdin: Option<LiveStdin>,
}

impl RunOptions {
    /// Nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stops the run once this handle is cancelled.
    pub fn cancel(mut self, cancel: CancelHandle) -> Self {
        self.cancel = cancel;
        self
    }

    /// Calls `f` with output as it is written, on the run's thread: the first bytes of each
    /// stream, as far as they are sure to be in the outcome whatever follows them. What it is
    /// not called with stands in the outcome behind them.
    pub fn on_output(mut self, f: impl FnMut(Stream, &[u8]) + 'static) -> Self {
        self.on_output = Some(Box::new(f));
        self
    }

    /// Reads standard input from `source`, behind `request.stdin`, when and only when the guest
    /// reads. A thread of its own reads, started at the guest's first read; should it still wait
    /// for the source when the run ends, it ends after that read.
    pub fn live_stdin(mut self, source: impl Read + Send + 'static) -> Self {
        self.stdin = Some(LiveStdin::new(Box::new(source)));
        self
    }

    #[cfg(feature = "wasix")]
    pub(crate) fn cancel_handle(&self) -> &CancelHandle {
        &self.cancel
    }

    /// The world with these options, and the host outside of it.
    pub(crate) fn prepare(self, world: World) -> (World, Box<dyn Host>) {
        let world = if self.stdin.is_some() { world.with_live_stdin() } else { world };
        (world, Box::new(SystemHost::new(self.cancel, self.on_output, self.stdin)))
    }
}

impl fmt::Debug for RunOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunOptions")
            .field("cancel", &self.cancel)
            .field("on_output", &self.on_output.is_some())
            .field("stdin", &self.stdin)
            .finish()
    }
}
