//! The metering pass: it makes a preview-1 module keep the limits of fuel and memory by itself,
//! so that they are the same on every engine and no engine has to be interrupted.
//!
//! # Fuel
//!
//! One `i64` global, which the module's own code cannot name, holds the fuel that is left. A
//! *charge* subtracts from it and, when it is below zero, calls the module's import
//! `sched_yield`, where the host refills it or ends the guest. Charges stand
//!
//! - at the header of every loop,
//! - at the entry of every function that has a loop, calls, throws, or can be called indirectly,
//! - before every `throw` (1 000 units) and every bulk operation on memory (a unit for 8 bytes) or
//!   on tables (a unit for an entry), growing included.
//!
//! A throw yields, whatever is left: an engine works and allocates for it in proportion to the
//! depth of the stack, which no price could tell.
//!
//! Every jump back goes to a loop's header and every recursion enters a function that calls, so no
//! execution without a charge is longer than the longest way through one function and the small
//! functions that it calls directly.
//!
//! # The unit
//!
//! A unit is about one operator executed. A charge asks for the operators up to the next charge
//! or the end of the function: of two ways the mean, of the ways of a `br_table` the median, but
//! never less than a 256th of the longest way of all, and never less than 1. `block`, `loop`,
//! `else`, `end` and `nop` do nothing and cost nothing. A function that runs straight to its end,
//! without a loop or a call, and that is only called directly, is on its callers' charges. The
//! prices are constants in the code: a run costs the same on every engine.
//!
//! # Memory
//!
//! `memory.grow` is refused, with −1 as an engine refuses it, where the memory would be larger
//! than the ceiling; refusals, the engine's own included, are counted. `table.grow` is refused
//! above [`MAX_TABLE_ENTRIES`].
//!
//! # Unmetered
//!
//! Until the host says otherwise the fuel is `i64::MAX` and there is no ceiling: a metered module
//! runs on any preview-1 engine.

#[cfg(feature = "meter")]
mod added;
#[cfg(feature = "meter")]
mod error;
#[cfg(feature = "meter")]
mod rewrite;
#[cfg(feature = "meter")]
mod survey;
#[cfg(feature = "meter")]
mod work;

#[cfg(feature = "meter")]
pub use error::MeterError;

#[cfg(feature = "meter")]
use wasmparser::{Validator, WasmFeatures};

/// The version of the pass. The same module costs the same fuel under the same version.
pub const VERSION: u32 = 2;

/// The custom section that holds [`VERSION`], in decimal digits, in a metered module.
pub const SECTION: &str = "hognose.meter";

/// Entries that a table has at most. A host allocates 8 to 16 bytes for each outside of the
/// guest's memory; real modules have a few thousand.
pub const MAX_TABLE_ENTRIES: u32 = 65_536;

/// The metered module's exports, and the import that it yields through.
pub mod names {
    /// Where the imports of a preview-1 module live.
    pub const MODULE: &str = "wasi_snapshot_preview1";
    /// The import that is called when the fuel is below zero.
    pub const YIELD: &str = "sched_yield";
    /// The guest's linear memory, exported as preview 1 wants it.
    pub const MEMORY: &str = "memory";
    /// `() -> i64`: what is left of the fuel.
    pub const FUEL: &str = "hognose_fuel";
    /// `(i64)`: sets the fuel.
    pub const SET_FUEL: &str = "hognose_set_fuel";
    /// `(i32)`: sets the memory ceiling, in pages of 64 KiB.
    pub const SET_MEMORY_LIMIT: &str = "hognose_set_memory_limit";
    /// `() -> i32`: how often memory was refused.
    pub const MEMORY_REFUSALS: &str = "hognose_memory_refusals";
    /// What metering adds to the exports.
    #[cfg(feature = "meter")]
    pub(super) const ADDED: [&str; 4] = [FUEL, SET_FUEL, SET_MEMORY_LIMIT, MEMORY_REFUSALS];
}

/// What a module may be made of. Not here: threads, 64-bit or several memories, garbage
/// collection, the old encoding of exceptions, and what engines execute each in their own way
/// (relaxed SIMD).
#[cfg(feature = "meter")]
fn features() -> WasmFeatures {
    WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::FLOATS
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::MULTI_VALUE
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::REFERENCE_TYPES
        | WasmFeatures::GC_TYPES
        | WasmFeatures::EXCEPTIONS
        | WasmFeatures::EXTENDED_CONST
        | WasmFeatures::TAIL_CALL
        | WasmFeatures::SIMD
}

/// Meters a module. The result depends on nothing but the bytes given. A module that is metered
/// already is refused: see [`meter_again`].
///
/// # Errors
/// See [`MeterError`].
///
/// # Examples
/// ```
/// // (module (func (export "_start") (loop (br 0))))
/// let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x07\x0a\x01\x06_start\0\0\
///              \x0a\x09\x01\x07\0\x03\x40\x0c\0\x0b\x0b";
/// let metered = hognose_core::meter::meter(wasm)?;
/// assert!(hognose_core::meter::meter(&metered).is_err()); // once is enough
/// assert!(hognose_core::meter::meter_again(&metered).is_ok());
/// # Ok::<(), hognose_core::meter::MeterError>(())
/// ```
#[cfg(feature = "meter")]
pub fn meter(wasm: &[u8]) -> Result<Vec<u8>, MeterError> {
    rewritten(wasm, false)
}

/// Meters a module, also one that is metered already.
///
/// What a host runs it has to meter: that a module has a meter is only the module's word. The old
/// meter, whatever it is, is code like any other, cannot be set any more, and what it does is
/// charged: such a module costs more than its original.
///
/// # Errors
/// See [`MeterError`].
#[cfg(feature = "meter")]
pub fn meter_again(wasm: &[u8]) -> Result<Vec<u8>, MeterError> {
    rewritten(wasm, true)
}

#[cfg(feature = "meter")]
fn rewritten(wasm: &[u8], again: bool) -> Result<Vec<u8>, MeterError> {
    Validator::new_with_features(features()).validate_all(wasm)?;
    let survey = survey::survey(wasm)?;
    if survey.metered && !again {
        return Err(MeterError::Metered);
    }
    if !survey.metered
        && let Some(name) = survey.taken
    {
        return Err(MeterError::Export(name.to_owned()));
    }
    let metered = rewrite::rewrite(wasm, &survey)?;
    Validator::new_with_features(features()).validate_all(&metered).map_err(MeterError::Output)?;
    Ok(metered)
}
