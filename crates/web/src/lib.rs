//! The web runner: an empty shell until its own issue. It holds core to what the browser needs,
//! which is to compile without an engine, I/O or a clock.

pub use hognose_core as core;
