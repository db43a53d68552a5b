//! The native runner.
