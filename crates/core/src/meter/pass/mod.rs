//! The pass itself.

mod added;
mod counts;
mod error;
mod rewrite;
mod stack;
mod survey;
mod work;

use alloc::{borrow::ToOwned, vec::Vec};
pub use error::MeterError;

use super::{MAX_TABLE_ENTRIES, SECTION, VERSION, names};
use wasmparser::{Validator, WasmFeatures};

/// What metering adds to the exports.
const ADDED: [&str; 4] =
    [names::FUEL, names::SET_FUEL, names::SET_MEMORY_LIMIT, names::MEMORY_REFUSALS];
/// What a runtime exports for metering alone. Nobody needs it afterwards.
const HOOKS: [&str; 2] = [names::CHARGE, names::DISPATCH];

/// What a module may be made of. Not here: threads, 64-bit or several memories, garbage
/// collection, the old encoding of exceptions, and what engines execute each in their own way
/// (relaxed SIMD).
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
pub fn meter(wasm: &[u8]) -> Result<Vec<u8>, MeterError> {
    rewritten(wasm, Charges::Everywhere, false)
}

/// Meters a runtime that whoever meters it vouches for, and believes what it says of its
/// interpreter:
///
/// - In the function that it exports as [`names::DISPATCH`], which goes from bytecode to bytecode,
///   no loop is charged.
/// - Instead, calls of the function that it exports as [`names::CHARGE`], which is to do nothing,
///   charge as many units as their argument says.
///
/// The interpreter must see to it that none of these loops can run for ever without such a call, and
/// that what they charge is in proportion to the bytecode executed. A runtime without these exports
/// is metered as by [`meter`].
///
/// # Errors
/// See [`MeterError`].
pub fn meter_runtime(wasm: &[u8]) -> Result<Vec<u8>, MeterError> {
    rewritten(wasm, Charges::AsItSays, false)
}

/// What metering costs is measured against this: a module with the meter's exports and the ceiling
/// of memory, but without one charge. It runs until it ends.
///
/// # Errors
/// See [`MeterError`].
#[doc(hidden)]
pub fn without_charges(wasm: &[u8]) -> Result<Vec<u8>, MeterError> {
    rewritten(wasm, Charges::Nowhere, false)
}

/// Meters a module, also one that is metered already.
///
/// What a host runs it has to meter: that a module has a meter is only the module's word. The old
/// meter, whatever it is, is code like any other, cannot be set any more, and what it does is
/// charged: such a module costs more than its original.
///
/// # Errors
/// See [`MeterError`].
pub fn meter_again(wasm: &[u8]) -> Result<Vec<u8>, MeterError> {
    rewritten(wasm, Charges::Everywhere, true)
}

/// Where charges stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Charges {
    /// Wherever they must in a module that is believed nothing.
    Everywhere,
    /// Not in the dispatch loop of an interpreter that charges by itself.
    AsItSays,
    Nowhere,
}

fn rewritten(wasm: &[u8], charges: Charges, again: bool) -> Result<Vec<u8>, MeterError> {
    counts::check(wasm)?;
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
    let metered = rewrite::rewrite(wasm, &survey, charges)?;
    Validator::new_with_features(features()).validate_all(&metered).map_err(MeterError::Output)?;
    Ok(metered)
}
