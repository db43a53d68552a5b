//! Guests under wasmer's WASI (`wasmer-wasix`), over the same [`World`] and the same meter.
//!
//! What is core's: the limits, the end of a run, the clocks, chance, and all that is below WASI
//! (streams, files, sleeping). What is not: how a guest's calls become those.

mod environment;
mod file;
mod files;
mod imports;
mod run;
mod streams;
mod waiting;

use super::{
    exceptions::Thrown,
    execute::{make, needs_too_much, refuse, remains},
    memory,
};
use crate::{CancelHandle, Module, RunError};
use hognose_core::{guest::Host, run::Execution, world::World};
use imports::Bound;
use run::Run;
use wasmer::{AsStoreMut as _, FunctionEnv, Store};

/// Runs a fresh guest of `module` in `world`. `cancel` is the host's own handle: who waits in this
/// WASI does not come back to ask the host.
pub(crate) fn execute(
    module: &Module,
    mut world: World,
    mut host: Box<dyn Host>,
    cancel: &CancelHandle,
) -> Result<Execution, RunError> {
    if needs_too_much(module, world.limits().memory_bytes) {
        return Ok(refuse(world, host.as_mut()));
    }

    let mut store = Store::new(module.engine().wasmer().clone());
    // This WASI reads the times of the root before there is a guest.
    let fuel = world.begin(host.as_mut());
    let run = Run::new(world, host);
    let mut wasi = environment::of(&run, module.engine(), &mut store).map_err(failed)?;
    let thrown = Thrown::by(module.keeps_exceptions());
    let process = wasi.data(&store).process.clone();
    let bound = Bound::new(run.clone(), thrown, process, cancel.clone());
    let env = FunctionEnv::new(&mut store, bound);
    let externs = imports::bind(module, &mut store.as_store_mut(), &wasi, &env)?;
    let (instance, exports) =
        memory::over(module.data(), || make(module, &mut store.as_store_mut(), &externs))?;
    wasi.initialize(&mut store, instance).map_err(failed)?;

    let memory_bytes = run.with(|live| live.world.limits().memory_bytes).ok_or_else(over)?;
    exports.limit_memory(&mut store, memory_bytes)?;
    env.as_mut(&mut store).exports = Some(exports.clone());
    exports.open(&mut store)?;
    let end = exports.run(&mut store, fuel, false)?;
    // From here on a host call fails, and files close without a trace.
    env.as_mut(&mut store).exports = None;
    let (world, mut host) = run.end().ok_or_else(over)?;
    Ok(remains(store.as_store_mut(), &exports, world, host.as_mut(), end))
}

/// wasmer-wasix did not do what cannot fail.
fn failed(error: impl std::fmt::Display) -> RunError {
    RunError::Internal(format!("wasmer-wasix: {error}"))
}

fn over() -> RunError {
    failed("the run is over before its end")
}
