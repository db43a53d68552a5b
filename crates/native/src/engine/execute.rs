//! A guest, from its start to its end or from one run to the next.

use super::{
    exceptions::Thrown,
    guest::{GuestExports, LiveGuest},
    image::Image,
    imports, memory, trap,
};
use crate::{
    host::SystemHost,
    module::{Module, ModuleError},
};
use hognose_core::{
    contract::{ErrorReport, TurnResult},
    guest::{End, Guest as _, GuestMemory, Halt, Host, OutOfBounds},
    run::{Execution, Remains},
    world::World,
};
use std::sync::Arc;
use wasmer::{
    AsStoreMut, Extern, FunctionEnv, Instance, InstantiationError, MemoryView, Store, StoreMut,
    TypedFunction, WASM_PAGE_SIZE,
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
    world: World,
    mut host: Box<dyn Host>,
) -> Result<Execution, ModuleError> {
    let memory_bytes = world.limits().memory_bytes;
    if needs_too_much(module, memory_bytes) {
        return Ok(refuse(world, host.as_mut()));
    }
    LiveInstance::new(module, memory_bytes)?.run(world, host, Run::Alone)
}

/// What a guest's run is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// The only one that there will be.
    Alone,
    /// One of many.
    Turn,
}

/// A guest between two runs, or before its only one.
pub(crate) struct LiveInstance {
    store: Store,
    env: FunctionEnv<State>,
    exports: GuestExports,
    module: Module,
    /// Refusals of memory in earlier runs.
    refusals: u32,
    /// Where the word is with which a turn is interrupted.
    interrupt: Option<u32>,
}

impl LiveInstance {
    /// A guest with this ceiling for its memory; ready, where its module has that.
    pub(crate) fn new(module: &Module, memory_bytes: u64) -> Result<Self, ModuleError> {
        if module.engine().is_cold() {
            return Self::opened(module, memory_bytes);
        }
        Self::over(module.image()?, module, memory_bytes)
    }

    /// A guest that has opened its interpreter itself.
    fn opened(module: &Module, memory_bytes: u64) -> Result<Self, ModuleError> {
        let mut guest = Self::over(module.data(), module, memory_bytes)?;
        guest.open()?;
        Ok(guest)
    }

    /// A guest that starts with this memory.
    fn over(
        image: Option<&Arc<Image>>,
        module: &Module,
        memory_bytes: u64,
    ) -> Result<Self, ModuleError> {
        let mut store = Store::new(module.engine().wasmer().clone());
        let env = FunctionEnv::new(&mut store, State { live: None });
        let make = || instantiate(module, &mut store.as_store_mut(), &env);
        let exports = memory::over(image, make)?;
        exports.limit_memory(&mut store, memory_bytes)?;
        Ok(Self { store, env, exports, module: module.clone(), refusals: 0, interrupt: None })
    }

    /// Makes the interpreter ready. It sees the same empty world whatever is to be run in it.
    fn open(&mut self) -> Result<(), ModuleError> {
        self.enter(World::empty(), Box::new(SystemHost::idle()));
        let opened = self.exports.open(&mut self.store);
        self.leave()?;
        opened
    }

    /// The memory of a guest of this module once it is open.
    pub(crate) fn image(module: &Module) -> Result<Image, ModuleError> {
        let guest = Self::opened(module, u64::MAX)?;
        let memory = guest.exports.memory.view(&guest.store);
        Ok(Image::new(memory.copy_to_vec().map_err(|_| ModuleError::Memory)?))
    }

    /// Makes the memory one of this size, with these pieces in it.
    pub(crate) fn restore<'a>(
        &mut self,
        bytes: u64,
        pieces: impl Iterator<Item = (u32, &'a [u8])>,
    ) -> Result<(), ModuleError> {
        let memory = &self.exports.memory;
        let missing = bytes.saturating_sub(memory.view(&self.store).data_size());
        let pages = u32::try_from(missing / WASM_PAGE_SIZE as u64).unwrap_or(u32::MAX);
        memory.grow(&mut self.store, pages).map_err(|_| ModuleError::Memory)?;
        let view = memory.view(&self.store);
        for (at, piece) in pieces {
            view.write(at.into(), piece).map_err(|_| ModuleError::Memory)?;
        }
        Ok(())
    }

    /// Makes the memory of a guest that has run nothing the same as that of another guest of the
    /// module, with this image.
    pub(crate) fn copy(&mut self, other: &Self, image: &Image) -> Result<(), ModuleError> {
        let view = other.exports.memory.view(&other.store);
        // SAFETY: nothing runs on the other guest's store, which this thread has, for as long as
        // the slice is there: so the memory neither changes nor moves.
        let bytes = unsafe { view.data_unchecked() };
        // SAFETY: it is the other guest's memory, all of it, and both started with the image.
        self.restore(bytes.len() as u64, unsafe { image.differences(bytes) })
    }

    /// The memory, to be read.
    pub(crate) fn reader(&self) -> impl GuestMemory + '_ {
        Resting(self.exports.memory.view(&self.store))
    }

    /// Runs what the world's arguments say.
    pub(crate) fn run(
        &mut self,
        mut world: World,
        mut host: Box<dyn Host>,
        run: Run,
    ) -> Result<Execution, ModuleError> {
        if run == Run::Turn
            && let Some(word) = self.interrupt()
        {
            world.make_interruptible(word);
        }
        let fuel = world.begin(host.as_mut());
        self.enter(world, host);
        let end = self.exports.run(&mut self.store, fuel, run == Run::Turn)?;
        let Live { world, mut host, mut thrown, .. } = self.leave()?;
        let store = self.store.as_store_mut();
        let mut execution = remains(store, &self.exports, world, host.as_mut(), end);
        let refusals = execution.remains.memory_refusals;
        execution.remains.memory_refusals = refusals.saturating_sub(self.refusals);
        self.refusals = refusals;
        if run == Run::Turn {
            // Nothing of what it threw is in flight any more, and no such guest can keep it.
            thrown.collect(&mut self.store.as_store_mut()).map_err(|_| ModuleError::Meter)?;
        }
        Ok(execution)
    }

    /// Where the word is with which a turn is interrupted.
    fn interrupt(&mut self) -> Option<u32> {
        if self.interrupt.is_none() {
            let export = self.exports.kept.as_ref()?.interrupt.clone();
            let mut guest = LiveGuest::new(self.store.as_store_mut(), &self.exports);
            self.interrupt = address(&mut guest, &export);
        }
        self.interrupt
    }

    /// Lets host calls be made.
    fn enter(&mut self, world: World, host: Box<dyn Host>) {
        let thrown = Thrown::by(self.module.keeps_exceptions());
        let exports = self.exports.clone();
        self.env.as_mut(&mut self.store).live = Some(Live { world, host, exports, thrown });
    }

    /// From here on a host call fails, so that nothing can change what the run came to.
    fn leave(&mut self) -> Result<Live, ModuleError> {
        self.env.as_mut(&mut self.store).live.take().ok_or(ModuleError::Meter)
    }
}

/// The memory of a guest that does not run.
struct Resting<'a>(MemoryView<'a>);

impl GuestMemory for Resting<'_> {
    fn size(&self) -> u64 {
        self.0.data_size()
    }

    fn read(&self, at: u32, into: &mut [u8]) -> Result<(), OutOfBounds> {
        self.0.read(at.into(), into).map_err(|_| OutOfBounds)
    }

    fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), OutOfBounds> {
        self.0.write(at.into(), bytes).map_err(|_| OutOfBounds)
    }
}

/// Whether a module asks for more memory from the start than a run may have.
pub(crate) fn needs_too_much(module: &Module, memory_bytes: u64) -> bool {
    module.minimum_memory_bytes() > memory_bytes
}

/// A run whose guest is refused its first memory.
pub(super) fn refuse(mut world: World, host: &mut dyn Host) -> Execution {
    let fuel = world.begin(host);
    world.end(fuel, host);
    let end = End::Trapped("the first memory is refused".to_owned());
    Execution { world, remains: Remains { memory_refusals: 1, ..Remains::only(end) } }
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
    let mut told = |export: Option<&TypedFunction<(), i32>>| {
        export.and_then(|export| address(&mut guest, export))
    };
    let (report, result) = match end {
        End::Returned(_) | End::Halted(Halt::Exit(_)) => {
            let result = exports.kept.as_ref().map(|kept| &kept.result);
            (told(exports.error.as_ref()), told(result))
        }
        End::Halted(_) | End::Trapped(_) => (None, None),
    };
    let remains = Remains {
        end,
        report: report.and_then(|at| ErrorReport::read(&guest, at)),
        result: result.and_then(|at| TurnResult::read(&guest, at)),
        peak_memory_bytes,
        memory_refusals: memory_refusals.cast_unsigned(),
    };
    Execution { world, remains }
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
                End::Returned(_) | End::Halted(_) => "halted".to_owned(),
            },
            error => error.to_string(),
        })
    })?;
    let is_kept = module.is_kept();
    let exports = GuestExports::find(&instance, store, is_kept).ok_or(ModuleError::Meter)?;
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
