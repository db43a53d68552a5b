//! The world that a guest sees, through its preview-1 calls.
#![allow(clippy::unwrap_used, clippy::similar_names, reason = "these are tests")]
#![allow(clippy::redundant_closure_for_method_calls, reason = "calls look alike")]

mod budget;
#[path = "../cases/mod.rs"]
mod cases;
mod clocks;
mod command;
mod descriptors;
mod files;
mod foreign;
mod fuel;
mod memory;
mod paths;
mod quotas;
mod stdio;
mod support;
