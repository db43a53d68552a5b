//! The metering pass. (Under construction by a helper.)

/// The metered module's exports, and the import that it yields through.
pub mod names {
    /// Where the imports of a preview-1 module live.
    pub const MODULE: &str = "wasi_snapshot_preview1";
    /// The import that is called when the fuel is below zero.
    pub const YIELD: &str = "sched_yield";
    /// `() -> i64`: what is left of the fuel.
    pub const FUEL: &str = "hognose_fuel";
    /// `(i64)`: sets the fuel.
    pub const SET_FUEL: &str = "hognose_set_fuel";
    /// `(i32)`: sets the memory ceiling, in pages of 64 KiB.
    pub const SET_MEMORY_LIMIT: &str = "hognose_set_memory_limit";
    /// `() -> i32`: how often memory was refused.
    pub const MEMORY_REFUSALS: &str = "hognose_memory_refusals";
}
