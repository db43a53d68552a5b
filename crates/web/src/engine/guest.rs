//! What core may do with a live guest: its memory and its fuel.

use crate::error::WebError;
use alloc::{string::ToString as _, vec, vec::Vec};
use hognose_core::{
    guest::{Guest, GuestMemory, OutOfBounds},
    run::OPEN_FUEL,
};
use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A metered guest's exports.
    #[derive(Clone)]
    pub(super) type GuestExports;

    /// A `Uint8Array` that may be of 4 GiB, which is more than js-sys can tell.
    #[wasm_bindgen(js_name = Uint8Array)]
    type Bytes;

    #[wasm_bindgen(method, getter)]
    fn length(this: &Bytes) -> f64;
    #[wasm_bindgen(method)]
    fn subarray(this: &Bytes, begin: f64, end: f64) -> Uint8Array;

    #[wasm_bindgen(js_name = DataView)]
    type View;

    #[wasm_bindgen(constructor, js_class = "DataView")]
    fn new(buffer: &JsValue) -> View;
    #[wasm_bindgen(method, js_name = getBigInt64)]
    fn i64_at(this: &View, at: u32, is_little_endian: bool) -> i64;
    #[wasm_bindgen(method, js_name = setUint32)]
    fn set_u32_at(this: &View, at: u32, value: u32, is_little_endian: bool);
    #[wasm_bindgen(method, js_name = setBigInt64)]
    fn set_i64_at(this: &View, at: u32, value: i64, is_little_endian: bool);

    /// A memory that may refuse to grow, which js-sys cannot tell.
    type Memory;

    #[wasm_bindgen(method, getter)]
    fn buffer(this: &Memory) -> JsValue;
    #[wasm_bindgen(method, catch)]
    fn grow(this: &Memory, pages: u32) -> Result<f64, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn memory(this: &GuestExports) -> Memory;
    #[wasm_bindgen(method, getter, js_name = _start)]
    pub(super) fn start(this: &GuestExports) -> Function;
    #[wasm_bindgen(method, getter, js_name = hognose_run)]
    pub(super) fn run(this: &GuestExports) -> Function;
    #[wasm_bindgen(method, catch)]
    fn hognose_open(this: &GuestExports) -> Result<i32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn hognose_result(this: &GuestExports) -> Result<i32, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn hognose_interrupt(this: &GuestExports) -> Result<i32, JsValue>;
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

/// Bytes of a page of memory.
pub(super) const PAGE_BYTES: u64 = 65_536;

/// A guest.
///
/// To call JavaScript costs more than to copy some bytes, so that what is asked often is asked
/// once: see [`refresh`](Self::refresh).
pub(super) struct LiveGuest {
    pub(super) exports: GuestExports,
    memory: Memory,
    /// All of the memory, twice. Both are detached from it when it grows.
    bytes: Bytes,
    view: View,
    size: u64,
    /// Whether one of the exports that the meter made failed, which cannot be.
    failed: bool,
}

impl LiveGuest {
    pub(super) fn new(exports: GuestExports) -> Self {
        let memory = exports.memory();
        let (bytes, view, size) = all_of(&memory);
        Self { exports, memory, bytes, view, size, failed: false }
    }

    /// Looks whether the memory has grown. Needed whenever the guest has run.
    pub(super) fn refresh(&mut self) {
        // What is detached is empty.
        if self.bytes.length() == 0.0 {
            (self.bytes, self.view, self.size) = all_of(&self.memory);
        }
    }

    /// Whether the meter did not answer. The guest must not go on.
    pub(super) fn failed(&self) -> bool {
        self.failed
    }

    pub(super) fn limit_memory(&self, bytes: u64) -> Result<(), WebError> {
        let pages = i32::try_from(bytes / PAGE_BYTES).unwrap_or(i32::MAX);
        self.exports.hognose_set_memory_limit(pages).map_err(|_| WebError::Meter)
    }

    /// Makes the interpreter ready.
    pub(super) fn open(&mut self) -> Result<(), WebError> {
        self.set_fuel(OPEN_FUEL);
        let opened = self.exports.hognose_open();
        self.refresh();
        if opened == Ok(0) { Ok(()) } else { Err(WebError::Open) }
    }

    /// Makes the memory one of this size, at least, with these pieces in it.
    pub(super) fn restore<'a>(
        &mut self,
        bytes: u64,
        mut pieces: impl Iterator<Item = (u32, &'a [u8])>,
    ) -> Result<(), WebError> {
        self.grow_to(bytes)?;
        pieces.try_for_each(|(at, piece)| self.write(at, piece)).map_err(no_room)
    }

    /// Makes the memory the same as that of another guest.
    pub(super) fn copy(&mut self, other: &Self) -> Result<(), WebError> {
        self.grow_to(other.size)?;
        self.bytes.unchecked_ref::<Uint8Array>().set(other.bytes.unchecked_ref(), 0);
        Ok(())
    }

    fn grow_to(&mut self, bytes: u64) -> Result<(), WebError> {
        let pages = bytes.saturating_sub(self.size) / PAGE_BYTES;
        if pages == 0 {
            return Ok(());
        }
        self.memory.grow(u32::try_from(pages).unwrap_or(u32::MAX)).map_err(|_| no_room(()))?;
        self.refresh();
        Ok(())
    }

    /// A copy of the memory.
    pub(super) fn contents(&self) -> Result<Vec<u8>, WebError> {
        let mut bytes = vec![0; usize::try_from(self.size).map_err(no_room)?];
        self.read(0, &mut bytes).map_err(no_room)?;
        Ok(bytes)
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

    /// Where the value of a turn's last expression is told, if there is any.
    pub(super) fn result(&mut self) -> Option<u32> {
        self.address(GuestExports::hognose_result)
    }

    /// Where the word is with which a turn is interrupted.
    pub(super) fn interrupt(&mut self) -> Option<u32> {
        self.address(GuestExports::hognose_interrupt)
    }

    /// Asks an export. One that is not there fails like one that does.
    fn address(&mut self, export: fn(&GuestExports) -> Result<i32, JsValue>) -> Option<u32> {
        self.set_fuel(EXPORT_FUEL);
        match export(&self.exports) {
            Ok(0) | Err(_) => None,
            Ok(at) => Some(at.cast_unsigned()),
        }
    }

    /// Whether a range is within the memory.
    fn check(&self, at: u32, len: usize) -> Result<(), OutOfBounds> {
        if u64::from(at).saturating_add(len as u64) > self.size {
            return Err(OutOfBounds);
        }
        Ok(())
    }

    /// The part of the memory from `at` on with `len` bytes.
    #[expect(clippy::cast_precision_loss, reason = "no memory has 2⁵³ bytes")]
    fn part(&self, at: u32, len: usize) -> Uint8Array {
        self.bytes.subarray(at.into(), f64::from(at) + len as f64)
    }
}

fn no_room<E>(_: E) -> WebError {
    WebError::Module("there is no memory for the guest".to_string())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length")]
fn all_of(memory: &Memory) -> (Bytes, View, u64) {
    let buffer = memory.buffer();
    let bytes: Bytes = Uint8Array::new(&buffer).unchecked_into();
    let size = bytes.length() as u64;
    (bytes, View::new(&buffer), size)
}

impl GuestMemory for LiveGuest {
    fn size(&self) -> u64 {
        self.size
    }

    fn read(&self, at: u32, into: &mut [u8]) -> Result<(), OutOfBounds> {
        self.check(at, into.len())?;
        // A buffer's address and length, as most calls have one.
        if let Ok(word) = <&mut [u8; 8]>::try_from(&mut *into) {
            *word = self.view.i64_at(at, true).to_le_bytes();
        } else if !into.is_empty() {
            self.part(at, into.len()).copy_to(into);
        }
        Ok(())
    }

    fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), OutOfBounds> {
        self.check(at, bytes.len())?;
        // Numbers, as most calls answer with one.
        if let Ok(word) = <[u8; 4]>::try_from(bytes) {
            self.view.set_u32_at(at, u32::from_le_bytes(word), true);
        } else if let Ok(word) = <[u8; 8]>::try_from(bytes) {
            self.view.set_i64_at(at, i64::from_le_bytes(word), true);
        } else if !bytes.is_empty() {
            self.part(at, bytes.len()).copy_from(bytes);
        }
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
