//! Hognose's core: the contract, the limits, WASI preview 1, the workspace and the metering pass.
//!
//! Nothing here knows an engine, does I/O or reads a clock: it compiles for every target, and both
//! runners (native and web) decide nothing that is decided here.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod bundle;
pub mod contract;
pub mod guest;
mod json;
pub mod meter;
pub mod run;
pub mod schema;
pub mod session;
pub mod snapshot;
mod stdio;
pub mod tool;
pub mod trust;
pub mod wasi;
pub mod workspace;
pub mod world;
