//! What core may do with a live guest: its memory and its fuel.

use crate::error::WebError;
use hognose_core::guest::{Guest, GuestMemory, OutOfBounds};
use js_sys::{Function, Uint8Array, WebAssembly};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A metered guest's exports.
    #[derive(Clone)]
    pub(super) type GuestExports;

    #[wasm_bindgen(method, getter)]
    fn memory(this: &GuestExports) -> WebAssembly::Memory;
    #[wasm_bindgen(method, getter, js_name = _start)]
    pub(super) fn start(this: &GuestExports) -> Function;
    #[wasm_bindgen(method, catch)]
    fn hognose_fuel(this: &GuestExports) -> Result<i64, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn hognose_set_fuel(this: &GuestExports, fuel: i64) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn hognose_set_memory_limit(this: &GuestExports, pages: i32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn hognose_memory_refusals(this: &GuestExports) -> Result<i32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn hognose_error(this: &GuestExports) -> Result<i32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn hognose_stdout(this: &GuestExports) -> Result<i32, JsValue>;
}

/// Fuel for each of the runtime's exports, which only say where something is.
const EXPORT_FUEL: i64 = 10_000_000;

/// A guest.
pub(super) struct LiveGuest {
    pub(super) exports: GuestExports,
    memory: WebAssembly::Memory,
    /// All of the memory. Empty after the memory has grown.
    view: RefCell<Uint8Array>,
    /// Whether one of the exports that the meter made failed, which cannot be.
    failed: bool,
}

impl LiveGuest {
    pub(super) fn new(exports: GuestExports) -> Self {
        let memory = exports.memory();
        let view = RefCell::new(Uint8Array::new(&memory.buffer()));
        Self { exports, memory, view, failed: false }
    }

    /// Whether the meter did not answer. The guest must not go on.
    pub(super) fn failed(&self) -> bool {
        self.failed
    }

    pub(super) fn set_memory_limit(&self, pages: i32) -> Result<(), WebError> {
        self.exports.hognose_set_memory_limit(pages).map_err(|_| WebError::Meter)
    }

    pub(super) fn memory_refusals(&self) -> u32 {
        self.exports.hognose_memory_refusals().unwrap_or(0).cast_unsigned()
    }

    /// Where the runtime's report of an uncaught exception is, if there is one.
    pub(super) fn error(&mut self) -> Option<u32> {
        self.address(GuestExports::hognose_error)
    }

    /// Where what the runtime has buffered of standard output is told, if there is any.
    pub(super) fn stdout(&mut self) -> Option<u32> {
        self.address(GuestExports::hognose_stdout)
    }

    /// Asks an export. One that is not there fails like one that does.
    fn address(&mut self, export: fn(&GuestExports) -> Result<i32, JsValue>) -> Option<u32> {
        self.set_fuel(EXPORT_FUEL);
        match export(&self.exports) {
            Ok(0) | Err(_) => None,
            Ok(at) => Some(at.cast_unsigned()),
        }
    }

    /// The part of the memory from `at` on with `len` bytes.
    fn part(&self, at: u32, len: usize) -> Result<Uint8Array, OutOfBounds> {
        let end = u32::try_from(len).ok().and_then(|len| at.checked_add(len)).ok_or(OutOfBounds)?;
        if u64::from(end) > self.size() {
            return Err(OutOfBounds);
        }
        Ok(self.view.borrow().subarray(at, end))
    }
}

impl GuestMemory for LiveGuest {
    fn size(&self) -> u64 {
        let length = self.view.borrow().length();
        if length != 0 {
            return length.into();
        }
        let view = Uint8Array::new(&self.memory.buffer());
        let length = view.length();
        self.view.replace(view);
        length.into()
    }

    fn read(&self, at: u32, into: &mut [u8]) -> Result<(), OutOfBounds> {
        self.part(at, into.len())?.copy_to(into);
        Ok(())
    }

    fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), OutOfBounds> {
        self.part(at, bytes.len())?.copy_from(bytes);
        Ok(())
    }
}

impl Guest for LiveGuest {
    fn fuel(&mut self) -> i64 {
        self.exports.hognose_fuel().unwrap_or_else(|_| {
            self.failed = true;
            // As if all were used up, so that the run ends.
            i64::MIN
        })
    }

    fn set_fuel(&mut self, fuel: i64) {
        self.failed |= self.exports.hognose_set_fuel(fuel).is_err();
    }
}
