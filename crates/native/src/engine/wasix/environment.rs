//! What wasmer-wasix is given instead of a system: this run's files and streams, no network, no
//! threads, no other programs.

use super::{
    files::WorkspaceFiles,
    run::Run,
    streams::{Input, Output},
    waiting::Sleep,
};
use crate::Engine;
use hognose_core::guest::Stream;
use std::{pin::Pin, sync::Arc, time::Duration};
use wasmer::Store;
use wasmer_wasix::{
    Runtime, UnsupportedVirtualNetworking, VirtualTaskManager, WasiEnv, WasiFunctionEnv,
    WasiRuntimeError, WasiThreadError,
    runtime::{
        resolver::{MultiSource, Source},
        task_manager::TaskWasm,
    },
    virtual_fs::FileSystem,
    virtual_net::DynVirtualNetworking,
};

/// The environment of this run's guest.
pub(super) fn of(
    run: &Run,
    engine: &Engine,
    store: &mut Store,
) -> Result<WasiFunctionEnv, Box<WasiRuntimeError>> {
    let (args, env) = run
        .with(|live| (live.world.args().to_vec(), live.world.env().to_vec()))
        .unwrap_or_default();
    let mut args = args.into_iter();
    let mut builder = WasiEnv::builder(args.next().unwrap_or_default())
        .args(args)
        .stdin(Box::new(Input(run.clone())))
        .stdout(Box::new(Output { run: run.clone(), stream: Stream::Stdout }))
        .stderr(Box::new(Output { run: run.clone(), stream: Stream::Stderr }))
        .fs(Arc::new(WorkspaceFiles(run.clone())) as Arc<dyn FileSystem + Send + Sync>)
        .runtime(Arc::new(NoSystem::new(run, engine)))
        .disable_default_builtins(true)
        .preopen_dir("/")
        .map_err(|error| Box::new(WasiRuntimeError::from(error)))?;
    for variable in &env {
        let (name, value) = variable.split_once('=').unwrap_or((variable, ""));
        builder.add_env(name, value);
    }
    builder.capabilities_mut().threading.max_threads = Some(1);
    builder.finalize(store).map_err(Box::new)
}

/// A runtime that has nothing but a clock to wait for.
#[derive(Debug)]
struct NoSystem {
    engine: Engine,
    networking: DynVirtualNetworking,
    tasks: Arc<dyn VirtualTaskManager>,
    programs: Arc<MultiSource>,
}

impl NoSystem {
    fn new(run: &Run, engine: &Engine) -> Self {
        Self {
            engine: engine.clone(),
            networking: Arc::new(UnsupportedVirtualNetworking::default()),
            tasks: Arc::new(NoThreads(run.clone())),
            // No source is added: there is nothing to be found.
            programs: Arc::new(MultiSource::new()),
        }
    }
}

impl Runtime for NoSystem {
    fn networking(&self) -> &DynVirtualNetworking {
        &self.networking
    }

    fn task_manager(&self) -> &Arc<dyn VirtualTaskManager> {
        &self.tasks
    }

    fn source(&self) -> Arc<dyn Source + Send + Sync> {
        self.programs.clone()
    }

    fn engine(&self) -> wasmer::Engine {
        self.engine.wasmer().clone()
    }
}

/// Refuses every task, so that a run stays on its thread.
#[derive(Debug)]
struct NoThreads(Run);

impl VirtualTaskManager for NoThreads {
    fn sleep_now(
        &self,
        time: Duration,
    ) -> Pin<Box<dyn Future<Output = ()> + Send + Sync + 'static>> {
        Box::pin(Sleep::new(self.0.clone(), time))
    }

    fn task_shared(
        &self,
        _task: Box<dyn FnOnce() -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + 'static>,
    ) -> Result<(), WasiThreadError> {
        Err(WasiThreadError::Unsupported)
    }

    fn task_wasm(&self, _task: TaskWasm) -> Result<(), WasiThreadError> {
        Err(WasiThreadError::Unsupported)
    }

    fn task_dedicated(
        &self,
        _task: Box<dyn FnOnce() + Send + 'static>,
    ) -> Result<(), WasiThreadError> {
        Err(WasiThreadError::Unsupported)
    }

    fn thread_parallelism(&self) -> Result<usize, WasiThreadError> {
        Ok(1)
    }
}
