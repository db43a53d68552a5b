//! One guest from start to end.

use super::{
    exceptions::Thrown,
    guest::{GuestExports, LiveGuest},
    imports, trap,
};
use crate::module::{Module, ModuleError};
use hognose_core::{
    contract::ErrorReport,
    guest::{End, Guest as _, GuestMemory as _, Halt, Host},
    run::Execution,
    world::World,
};
use wasmer::{
    AsStoreMut, Extern, FunctionEnv, Instance, InstantiationError, Store, StoreMut, TypedFunction,
    WASM_PAGE_SIZE,
};

/// Fuel for each of the runtime's exports, which only say where something is.
const EXPORT_FUEL: i64 = 10_000_000;

/// What the host calls share. Empty while nothing is to be called.
pub(super) struct State {
    pub(super) live: Option<Live>,
}

/// A run under way.
pub(super) struct Live {
    pub(super) world: World,
    pub(super) host: Box<dyn Host>,
    pub(super) exports: GuestExports,
    pub(super) thrown: Thrown,
}

// SAFETY: wasmer asks that the state of host calls be `Send`, since a store could be sent while
// it is at rest. This one is not: `execute` makes the store, uses it and drops it, on one thread.
unsafe impl Send for State {}

/// Runs a fresh guest of `module` in `world`.
pub(crate) fn execute(
    module: &Module,
    mut world: World,
    mut host: Box<dyn Host>,
) -> Result<Execution, ModuleError> {
    if needs_too_much(module, &world) {
        return Ok(refuse(world, host.as_mut()));
    }

    let mut store = Store::new(module.engine().wasmer().clone());
    let env = FunctionEnv::new(&mut store, State { live: None });
    let exports = instantiate(module, &mut store.as_store_mut(), &env)?;

    let fuel = world.begin(host.as_mut());
    set_limits(&mut store, &exports, &world, fuel)?;

    let thrown = Thrown::by(module.keeps_exceptions());
    let live = Live { world, host, exports: exports.clone(), thrown };
    env.as_mut(&mut store).live = Some(live);
    let end = match exports.start.call(&mut store) {
        Ok(()) => End::Returned,
        Err(error) => trap::end(error),
    };
    // From here on a host call fails, so that nothing can change what the run came to.
    let Live { world, mut host, .. } =
        env.as_mut(&mut store).live.take().ok_or(ModuleError::Meter)?;
    Ok(remains(store.as_store_mut(), &exports, world, host.as_mut(), end))
}

/// Whether a module asks for more memory from the start than a run may have.
pub(super) fn needs_too_much(module: &Module, world: &World) -> bool {
    module.minimum_memory_bytes() > world.limits().memory_bytes
}

/// A run whose guest is refused its first memory.
pub(super) fn refuse(mut world: World, host: &mut dyn Host) -> Execution {
    let fuel = world.begin(host);
    world.end(fuel, host);
    Execution {
        world,
        end: End::Trapped("the first memory is refused".to_owned()),
        report: None,
        peak_memory_bytes: 0,
        memory_refusals: 1,
    }
}

/// Gives a guest that has not started its memory's ceiling and its first slice.
pub(super) fn set_limits(
    store: &mut impl AsStoreMut,
    exports: &GuestExports,
    world: &World,
    fuel: i64,
) -> Result<(), ModuleError> {
    let pages = world.limits().memory_bytes / WASM_PAGE_SIZE as u64;
    let pages = i32::try_from(pages).unwrap_or(i32::MAX);
    let ready = exports.set_memory_limit.call(store, pages);
    ready.map_err(|_| ModuleError::Meter)?;
    exports.set_fuel.call(store, fuel).map_err(|_| ModuleError::Meter)
}

/// What is left of a guest that has ended.
pub(super) fn remains(
    store: StoreMut<'_>,
    exports: &GuestExports,
    mut world: World,
    host: &mut dyn Host,
    end: End,
) -> Execution {
    let mut guest = LiveGuest::new(store, exports);
    let fuel_left = guest.fuel();
    world.end(fuel_left, host);
    let peak_memory_bytes = guest.size();
    let memory_refusals = exports.memory_refusals.call(&mut guest.store).unwrap_or(0);
    let stdout = exports.stdout.as_ref();
    if let Some(at) = stdout.and_then(|export| address(&mut guest, export)) {
        world.write_unwritten(&guest, at, host);
    }
    let error = match end {
        End::Returned | End::Halted(Halt::Exit(_)) => exports.error.as_ref(),
        _ => None,
    };
    let report = error
        .and_then(|export| address(&mut guest, export))
        .and_then(|at| ErrorReport::read(&guest, at));
    Execution {
        world,
        end,
        report,
        peak_memory_bytes,
        memory_refusals: memory_refusals.cast_unsigned(),
    }
}

fn instantiate(
    module: &Module,
    store: &mut StoreMut<'_>,
    env: &FunctionEnv<State>,
) -> Result<GuestExports, ModuleError> {
    let mut externs = Vec::with_capacity(module.imports().len());
    for name in module.imports() {
        let function = imports::function(name, store, env).ok_or(ModuleError::Meter)?;
        externs.push(Extern::Function(function));
    }
    let (_, exports) = make(module, store, &externs)?;
    Ok(exports)
}

/// Makes a guest with these imports, in the module's own order.
pub(super) fn make(
    module: &Module,
    store: &mut StoreMut<'_>,
    externs: &[Extern],
) -> Result<(Instance, GuestExports), ModuleError> {
    let instance = Instance::new_by_index(store, module.wasmer(), externs).map_err(|error| {
        ModuleError::Instantiate(match error {
            // There is no start function: what trapped is a segment that is out of bounds.
            InstantiationError::Start(error) => match trap::end(error) {
                End::Trapped(words) => words,
                End::Returned | End::Halted(_) => "halted".to_owned(),
            },
            error => error.to_string(),
        })
    })?;
    let exports = GuestExports::find(&instance, store).ok_or(ModuleError::Meter)?;
    Ok((instance, exports))
}

/// Where what one of the runtime's exports tells of is, if there is anything.
fn address(guest: &mut LiveGuest<'_>, export: &TypedFunction<(), i32>) -> Option<u32> {
    guest.set_fuel(EXPORT_FUEL);
    match export.call(&mut guest.store) {
        Ok(0) | Err(_) => None,
        Ok(at) => Some(at.cast_unsigned()),
    }
}
