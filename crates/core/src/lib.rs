//! Hognose's core: the contract, the limits, WASI preview 1, the workspace and the metering pass.
//!
//! Nothing here knows an engine, does I/O or reads a clock: it compiles for every target, and both
//! runners (native and web) decide nothing that is decided here.

#![forbid(unsafe_code)]

pub mod bundle;
pub mod contract;
pub mod guest;
pub mod meter;
pub mod run;
pub mod schema;
mod stdio;
pub mod tool;
pub mod wasi;
pub mod workspace;
pub mod world;
