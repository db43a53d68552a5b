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
//! - at the entry of every function that has a loop, throws, can be called indirectly, calls while
//!   the host may call it, or is the one that closes a circle of direct calls,
//! - before every `throw` (1 000 units) and every bulk operation on memory (a unit for 8 bytes) or
//!   on tables (a unit for an entry), growing included.
//!
//! A throw yields, whatever is left: an engine works and allocates for it in proportion to the
//! depth of the stack, which no price could tell.
//!
//! Every jump back goes to a loop's header, and every recursion enters a function that charges, so no
//! execution without a charge is longer than what the last charge has paid for. A short function that
//! is called indirectly, and itself calls nothing indirectly, subtracts its price without looking
//! whether it is left: its caller has looked, and what it calls looks again.
//!
//! # The unit
//!
//! A unit is about one operator executed. A charge asks for the operators up to the next charge
//! or the end of the function: of two ways the mean, of the ways of a `br_table` the median, but
//! never less than a 256th of the longest way of all, and never less than 1. `block`, `loop`,
//! `else`, `end` and `nop` do nothing and cost nothing. A function without a charge of its own is on
//! its callers' charges, with all that it calls of that kind. The prices are constants in the code: a
//! run costs the same on every engine.
//!
//! An interpreter may charge by itself instead: see [`meter_runtime`].
//!
//! # Memory
//!
//! `memory.grow` is refused, with −1 as an engine refuses it, where the memory would be larger
//! than the ceiling; refusals, the engine's own included, are counted. `table.grow` is refused
//! above [`MAX_TABLE_ENTRIES`].
//!
//! # The stack
//!
//! Before a throw, and before what may trap in a call into the engine, stands a call that needs
//! 70 KiB of the native stack and does nothing: where they are missing the stack is exhausted there.
//!
//! # Unmetered
//!
//! Until the host says otherwise the fuel is `i64::MAX` and there is no ceiling: a metered module
//! runs on any preview-1 engine.

#[cfg(feature = "meter")]
mod pass;

#[cfg(feature = "meter")]
pub use pass::{MeterError, meter, meter_again, meter_runtime, without_charges};

/// The version of the pass. The same module costs the same fuel under the same version.
pub const VERSION: u32 = 3;

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
    /// `(i32)`: a runtime's own charge, of that many units: see [`meter_runtime`](super::meter_runtime).
    pub const CHARGE: &str = "hognose_charge";
    /// A runtime's interpreter: see [`meter_runtime`](super::meter_runtime).
    pub const DISPATCH: &str = "hognose_dispatch";
}
