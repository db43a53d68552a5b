//! What core may do with a live guest: its memory and its fuel.

use super::trap::{self, HostTrap};
use crate::module::{Module, ModuleError};
use hognose_core::{
    guest::{End, Guest, GuestMemory, OutOfBounds},
    meter::names,
    run::{
        ERROR_EXPORT, INTERRUPT_EXPORT, OPEN_EXPORT, OPEN_FUEL, RESULT_EXPORT, RUN_EXPORT,
        STDOUT_EXPORT,
    },
};
use wasmer::{AsStoreMut, Instance, Memory, RuntimeError, StoreMut, TypedFunction, WASM_PAGE_SIZE};

/// What the engine uses of a guest's exports. Cheap to clone.
#[derive(Clone)]
pub(super) struct GuestExports {
    pub(super) memory: Memory,
    pub(super) start: TypedFunction<(), ()>,
    pub(super) fuel: TypedFunction<(), i64>,
    pub(super) set_fuel: TypedFunction<i64, ()>,
    pub(super) set_memory_limit: TypedFunction<i32, ()>,
    pub(super) memory_refusals: TypedFunction<(), i32>,
    pub(super) error: Option<TypedFunction<(), i32>>,
    pub(super) stdout: Option<TypedFunction<(), i32>>,
    pub(super) kept: Option<KeptExports>,
}

/// What a module exports whose guests can be kept between runs.
#[derive(Clone)]
pub(super) struct KeptExports {
    pub(super) open: TypedFunction<(), i32>,
    pub(super) run: TypedFunction<i32, i32>,
    pub(super) result: TypedFunction<(), i32>,
    pub(super) interrupt: TypedFunction<(), i32>,
}

impl KeptExports {
    fn find(instance: &Instance, store: &StoreMut<'_>) -> Option<Self> {
        let exports = &instance.exports;
        Some(Self {
            open: exports.get_typed_function(store, OPEN_EXPORT).ok()?,
            run: exports.get_typed_function(store, RUN_EXPORT).ok()?,
            result: exports.get_typed_function(store, RESULT_EXPORT).ok()?,
            interrupt: exports.get_typed_function(store, INTERRUPT_EXPORT).ok()?,
        })
    }
}

impl GuestExports {
    /// Finds them. [`Module`] has seen to it that they are there and have these types.
    pub(super) fn find(instance: &Instance, store: &StoreMut<'_>, is_kept: bool) -> Option<Self> {
        let exports = &instance.exports;
        let kept = if is_kept { Some(KeptExports::find(instance, store)?) } else { None };
        Some(Self {
            memory: exports.get_memory(Module::MEMORY).ok()?.clone(),
            start: exports.get_typed_function(store, Module::START).ok()?,
            fuel: exports.get_typed_function(store, names::FUEL).ok()?,
            set_fuel: exports.get_typed_function(store, names::SET_FUEL).ok()?,
            set_memory_limit: exports.get_typed_function(store, names::SET_MEMORY_LIMIT).ok()?,
            memory_refusals: exports.get_typed_function(store, names::MEMORY_REFUSALS).ok()?,
            error: exports.get_typed_function(store, ERROR_EXPORT).ok(),
            stdout: exports.get_typed_function(store, STDOUT_EXPORT).ok(),
            kept,
        })
    }
}

impl GuestExports {
    /// Sets the ceiling of the memory.
    pub(super) fn limit_memory(
        &self,
        store: &mut impl AsStoreMut,
        bytes: u64,
    ) -> Result<(), ModuleError> {
        let pages = i32::try_from(bytes / WASM_PAGE_SIZE as u64).unwrap_or(i32::MAX);
        self.set_memory_limit.call(store, pages).map_err(|_| ModuleError::Meter)
    }

    /// Makes the interpreter ready, where that is a step of its own.
    pub(super) fn open(&self, store: &mut impl AsStoreMut) -> Result<(), ModuleError> {
        let Some(kept) = &self.kept else { return Ok(()) };
        self.set_fuel.call(store, OPEN_FUEL).map_err(|_| ModuleError::Meter)?;
        match kept.open.call(store) {
            Ok(0) => Ok(()),
            _ => Err(ModuleError::Open),
        }
    }

    /// Runs the guest, with this as its first slice.
    pub(super) fn run(
        &self,
        store: &mut impl AsStoreMut,
        fuel: i64,
        is_turn: bool,
    ) -> Result<End, ModuleError> {
        self.set_fuel.call(store, fuel).map_err(|_| ModuleError::Meter)?;
        let code = match &self.kept {
            Some(kept) => kept.run.call(store, i32::from(is_turn)).map(i32::cast_unsigned),
            None => self.start.call(store).map(|()| 0),
        };
        Ok(code.map_or_else(trap::end, End::Returned))
    }
}

/// A guest, for as long as a host call or the engine holds its store.
pub(super) struct LiveGuest<'a> {
    pub(super) store: StoreMut<'a>,
    pub(super) exports: &'a GuestExports,
    /// Why one of the exports that the meter made failed, which cannot be.
    pub(super) fault: Option<RuntimeError>,
}

impl<'a> LiveGuest<'a> {
    pub(super) fn new(store: StoreMut<'a>, exports: &'a GuestExports) -> Self {
        Self { store, exports, fault: None }
    }

    /// What the calls to the meter's exports came to.
    pub(super) fn finish(self) -> Result<(), RuntimeError> {
        match self.fault {
            None => Ok(()),
            // Not its own words: whatever it was, it was not the guest's doing.
            Some(_) => Err(RuntimeError::user(Box::new(HostTrap("the meter failed")))),
        }
    }
}

impl GuestMemory for LiveGuest<'_> {
    fn size(&self) -> u64 {
        self.exports.memory.view(&self.store).data_size()
    }

    fn read(&self, at: u32, into: &mut [u8]) -> Result<(), OutOfBounds> {
        self.exports.memory.view(&self.store).read(at.into(), into).map_err(|_| OutOfBounds)
    }

    fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), OutOfBounds> {
        self.exports.memory.view(&self.store).write(at.into(), bytes).map_err(|_| OutOfBounds)
    }
}

impl Guest for LiveGuest<'_> {
    fn fuel(&mut self) -> i64 {
        self.exports.fuel.call(&mut self.store).unwrap_or_else(|error| {
            self.fault = Some(error);
            // As if all were used up, so that the run ends.
            i64::MIN
        })
    }

    fn set_fuel(&mut self, fuel: i64) {
        if let Err(error) = self.exports.set_fuel.call(&mut self.store, fuel) {
            self.fault = Some(error);
        }
    }
}
