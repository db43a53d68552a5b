//! The world that a guest sees, through its preview-1 calls.
#![allow(clippy::unwrap_used, reason = "these are tests")]

mod clocks;
mod command;
mod descriptors;
mod files;
mod fuel;
mod hostile;
mod memory;
mod paths;
mod quotas;
mod stdio;
mod support;
