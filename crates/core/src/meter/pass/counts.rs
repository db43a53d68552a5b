//! Counts that a module cannot have: readers make room for what is counted before they read it, and
//! a module of a few bytes may count to a million.

use super::MeterError;
use std::ops::Range;
use wasmparser::{Parser, Payload};

/// Checks that no section counts more things than it has bytes. What else is wrong with a module is
/// the validator's to say.
pub(super) fn check(wasm: &[u8]) -> Result<(), MeterError> {
    for payload in Parser::new(0).parse_all(wasm) {
        let Ok(payload) = payload else { break };
        match payload {
            Payload::TypeSection(section) => fits(section.count(), section.range())?,
            Payload::ImportSection(section) => fits(section.count(), section.range())?,
            Payload::FunctionSection(section) => fits(section.count(), section.range())?,
            Payload::TableSection(section) => fits(section.count(), section.range())?,
            Payload::MemorySection(section) => fits(section.count(), section.range())?,
            Payload::TagSection(section) => fits(section.count(), section.range())?,
            Payload::GlobalSection(section) => fits(section.count(), section.range())?,
            Payload::ExportSection(section) => fits(section.count(), section.range())?,
            Payload::ElementSection(section) => fits(section.count(), section.range())?,
            Payload::DataSection(section) => fits(section.count(), section.range())?,
            Payload::CodeSectionStart { count, size, .. } => fits(count, 0..u64::from(size))?,
            _ => {}
        }
    }
    Ok(())
}

fn fits(count: u32, range: Range<u64>) -> Result<(), MeterError> {
    let bytes = range.end.saturating_sub(range.start);
    if u64::from(count) <= bytes { Ok(()) } else { Err(MeterError::Count { count, bytes }) }
}
