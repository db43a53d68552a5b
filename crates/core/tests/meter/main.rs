//! The metering pass: what it takes, what it writes, and that what it wrote runs as before.

mod guest;
mod refusals;
mod rules;
