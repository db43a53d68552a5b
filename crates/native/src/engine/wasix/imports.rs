//! Binds a guest's imports: core's own calls where a limit or a grant is decided (yielding, clocks,
//! chance), wasmer-wasix's for all others, each between a look at the clock and a look at what came
//! of it.

use super::{failed, run::Run, waiting};
use crate::{
    CancelHandle, Module, RunError,
    engine::{
        exceptions::Thrown,
        guest::{GuestExports, LiveGuest},
        trap::{Halted, HostTrap},
    },
};
use hognose_core::{
    guest::{Guest as _, Halt},
    meter::names,
    wasi::Preview1,
};
use std::time::Duration;
use wasmer::{
    AsStoreMut as _, Extern, Function, FunctionEnv, FunctionEnvMut, RuntimeError, StoreMut, Value,
};
use wasmer_wasix::{
    WasiError, WasiFunctionEnv, WasiProcess, WasiVersion, generate_import_object_from_env,
};

/// The call that may wait for ever.
const WAITS: &str = "poll_oneoff";
/// Added to what is left of a run's time before a wait is ended from outside, so that whoever can
/// end it by itself does.
const GRACE: Duration = Duration::from_millis(1);

/// What the host calls share.
pub(super) struct Bound {
    run: Run,
    /// Those of the guest; `None` while nothing is to be called.
    pub(super) exports: Option<GuestExports>,
    thrown: Thrown,
    process: WasiProcess,
    cancel: CancelHandle,
}

impl Bound {
    pub(super) fn new(
        run: Run,
        thrown: Thrown,
        process: WasiProcess,
        cancel: CancelHandle,
    ) -> Self {
        Self { run, exports: None, thrown, process, cancel }
    }
}

/// The module's imports, in its own order.
pub(super) fn bind(
    module: &Module,
    store: &mut StoreMut<'_>,
    wasi: &WasiFunctionEnv,
    env: &FunctionEnv<Bound>,
) -> Result<Vec<Extern>, RunError> {
    let theirs = generate_import_object_from_env(store, &wasi.env, WasiVersion::Snapshot1);
    let mut externs = Vec::with_capacity(module.imports().len());
    for name in module.imports() {
        let function = match ours(name, store, env) {
            Some(function) => function,
            None => match theirs.get_export(names::MODULE, name) {
                Some(Extern::Function(function)) => between(name == WAITS, function, store, env),
                _ => return Err(failed(format_args!("it has no call {name}"))),
            },
        };
        externs.push(Extern::Function(function));
    }
    Ok(externs)
}

/// The calls that are core's.
fn ours(name: &str, store: &mut StoreMut<'_>, env: &FunctionEnv<Bound>) -> Option<Function> {
    type Env<'a> = FunctionEnvMut<'a, Bound>;
    match name {
        names::YIELD => Some(Function::new_typed_with_env(store, env, |mut env: Env<'_>| {
            let result = core(&mut env, |mut calls| calls.sched_yield())?;
            let (bound, mut store) = env.data_and_store_mut();
            bound.thrown.collect(&mut store)?;
            Ok::<i32, RuntimeError>(result)
        })),
        "clock_res_get" => Some(Function::new_typed_with_env(
            store,
            env,
            |mut env: Env<'_>, id: u32, resolution: u32| {
                core(&mut env, |mut calls| calls.clock_res_get(id, resolution))
            },
        )),
        "clock_time_get" => Some(Function::new_typed_with_env(
            store,
            env,
            |mut env: Env<'_>, id: u32, precision: u64, time: u32| {
                core(&mut env, |mut calls| calls.clock_time_get(id, precision, time))
            },
        )),
        "random_get" => Some(Function::new_typed_with_env(
            store,
            env,
            |mut env: Env<'_>, at: u32, length: u32| {
                core(&mut env, |mut calls| calls.random_get(at, length))
            },
        )),
        _ => None,
    }
}

/// Makes one of core's calls.
fn core(
    env: &mut FunctionEnvMut<'_, Bound>,
    f: impl FnOnce(Preview1<'_, LiveGuest<'_>>) -> Result<i32, Halt>,
) -> Result<i32, RuntimeError> {
    let (bound, mut store) = env.data_and_store_mut();
    let exports = bound.exports.as_ref().ok_or_else(outside)?;
    let mut guest = LiveGuest::new(store.as_store_mut(), exports);
    let result = bound.run.with(|live| {
        f(Preview1 { guest: &mut guest, world: &mut live.world, host: live.host.as_mut() })
    });
    guest.finish()?;
    result.ok_or_else(outside)?.map_err(|halt| Halted(halt).into())
}

/// One of their calls, with what core does for each of its own around it.
fn between(
    waits: bool,
    theirs: Function,
    store: &mut StoreMut<'_>,
    env: &FunctionEnv<Bound>,
) -> Function {
    let ty = theirs.ty(store);
    Function::new_with_env(
        store,
        env,
        ty,
        move |mut env: FunctionEnvMut<'_, Bound>, args: &[Value]| {
            let (bound, mut store) = env.data_and_store_mut();
            // Nothing of `bound` stays borrowed while they hold the store.
            let (run, exports) = (bound.run.clone(), bound.exports.clone().ok_or_else(outside)?);
            let left = before(&run, LiveGuest::new(store.as_store_mut(), &exports))?;
            let result = if waits {
                let (process, cancel) = (bound.process.clone(), bound.cancel.clone());
                let left = Duration::from_nanos(left).saturating_add(GRACE);
                waiting::bounded(&process, &cancel, left, || theirs.call(&mut store, args))
            } else {
                theirs.call(&mut store, args)
            };
            let result = result.map_err(|error| ended(error, &run));
            after(&run, LiveGuest::new(store.as_store_mut(), &exports))?;
            Ok(result?.into_vec())
        },
    )
}

/// Before a call: the run must have time left, which is returned, and what is below this WASI must
/// know how far the guest has come.
fn before(run: &Run, mut guest: LiveGuest<'_>) -> Result<u64, RuntimeError> {
    let fuel_left = guest.fuel();
    guest.finish()?;
    let left = run.with(|live| {
        live.fuel_left = fuel_left;
        let mut world = live.foreign();
        world.check().map(|()| world.left_ns())
    });
    left.ok_or_else(outside)?.map_err(|halt| Halted(halt).into())
}

/// After a call: the run may have come to its end below this WASI, and a guest that has slept on a
/// virtual clock has less of it left than its slice was made for.
fn after(run: &Run, mut guest: LiveGuest<'_>) -> Result<(), RuntimeError> {
    let next = run.with(|live| match live.halt {
        Some(halt) => Err(halt),
        None if std::mem::take(&mut live.slept) => {
            live.world.refill(live.fuel_left, live.host.as_mut()).map(Some)
        }
        None => Ok(None),
    });
    match next {
        Some(Ok(Some(fuel))) => guest.set_fuel(fuel),
        Some(Ok(None)) | None => {}
        Some(Err(halt)) => return Err(Halted(halt).into()),
    }
    guest.finish()
}

/// The end that one of their calls has made, in core's words.
fn ended(error: RuntimeError, run: &Run) -> RuntimeError {
    match error.downcast::<WasiError>() {
        Ok(WasiError::Exit(code)) => {
            // A process that was ended from outside exits too.
            let halt = run.with(|live| live.foreign().check().err()).flatten();
            Halted(halt.unwrap_or(Halt::Exit(code.raw().cast_unsigned()))).into()
        }
        Ok(_) => RuntimeError::user(Box::new(HostTrap("a call that this host does not have"))),
        Err(error) => error,
    }
}

fn outside() -> RuntimeError {
    RuntimeError::user(Box::new(HostTrap("a host call outside of the run")))
}
