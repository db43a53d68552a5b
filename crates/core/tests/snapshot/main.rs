//! Snapshots: that they come back, and what is refused.
#![allow(clippy::unwrap_used, clippy::similar_names, reason = "these are tests")]
#![allow(clippy::redundant_closure_for_method_calls, reason = "calls look alike")]
#![allow(clippy::cast_possible_truncation, reason = "bytes that are made up")]

#[path = "../cases/mod.rs"]
mod cases;
mod format;
mod golden;
mod hostile;
mod refusals;
mod script;
#[path = "../world/support.rs"]
#[allow(dead_code)]
mod support;
mod travel;
