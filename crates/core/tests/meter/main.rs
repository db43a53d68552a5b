//! The metering pass: what it takes, what it writes, and that what it wrote runs as before.

mod guest;
mod properties;
mod refusals;
mod rules;
