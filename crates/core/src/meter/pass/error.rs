//! Why a module is not metered.

use super::names;
use alloc::string::String;
use wasm_encoder::reencode;

/// Why a module is not metered. Nothing is written then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MeterError {
    /// It is not a valid module of the WebAssembly features that Hognose takes.
    #[error("not a WebAssembly module that Hognose takes: {0}")]
    Invalid(#[source] wasmparser::Error),
    /// A section counts more things than it can hold.
    #[error("a section of the module says that it holds {count} things in {bytes} bytes")]
    Count {
        /// What the section says.
        count: u32,
        /// The section's size.
        bytes: u64,
    },
    /// It imports what no preview-1 host has.
    #[error(
        "the module imports \"{module}\" \"{name}\"; only functions of \"{}\" can be imported",
        names::MODULE
    )]
    Import {
        /// The import's module name.
        module: String,
        /// The import's field name.
        name: String,
    },
    /// Its import of `sched_yield` is not of the type that preview 1 says.
    #[error("the module's import \"{}\" does not have the type [] -> [i32]", names::YIELD)]
    YieldType,
    /// It has a memory that the host cannot reach.
    #[error("the module's memory is not exported as \"{}\"", names::MEMORY)]
    MemoryNotExported,
    /// It would run code before the host has set any limit.
    #[error("the module has a start function; it must begin in an export")]
    Start,
    /// It is metered.
    #[error("the module is metered already")]
    Metered,
    /// It has an export of a name that the pass adds.
    #[error("the module exports \"{0}\", a name that metering adds")]
    Export(String),
    /// One of its tables starts larger than a table may grow.
    #[error(
        "table {table} starts with {entries} entries; the limit is {}",
        super::MAX_TABLE_ENTRIES
    )]
    Table {
        /// The table's index.
        table: u32,
        /// How many entries it starts with.
        entries: u64,
    },
    /// It could not be written again.
    #[error("the module cannot be rewritten: {0}")]
    Rewrite(#[source] reencode::Error),
    /// With what the pass adds it is past a limit of the format, such as the size of a function.
    #[error("the module is too large to be metered: {0}")]
    Output(#[source] wasmparser::Error),
}

impl From<wasmparser::Error> for MeterError {
    fn from(error: wasmparser::Error) -> Self {
        Self::Invalid(error)
    }
}

impl From<reencode::Error> for MeterError {
    fn from(error: reencode::Error) -> Self {
        match error {
            reencode::Error::ParseError(error) => Self::Invalid(error),
            error => Self::Rewrite(error),
        }
    }
}
