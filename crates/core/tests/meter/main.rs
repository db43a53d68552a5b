//! The metering pass: what it takes, what it writes, and that what it wrote runs as before.

#[path = "../cases/mod.rs"]
mod cases;
mod guest;
mod properties;
mod refusals;
mod rules;
