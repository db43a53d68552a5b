//! Counts that a module cannot have: readers make room for what is counted before they read it, and
//! a module of a few bytes may count to a million.

use super::MeterError;
use core::ops::Range;
use wasmparser::{BinaryReader, Parser, Payload, RecGroup, TypeSectionReader};

/// The first byte of a group of types that name each other.
const GROUP: u8 = 0x4e;

/// Checks that no section, and no group of types in one, counts more things than it has bytes. What else is wrong with a module is
/// the validator's to say.
pub(super) fn check(wasm: &[u8]) -> Result<(), MeterError> {
    for payload in Parser::new(0).parse_all(wasm) {
        let Ok(payload) = payload else { break };
        match payload {
            Payload::TypeSection(section) => {
                fits(section.count(), section.range())?;
                groups(wasm, &section)?;
            }
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

fn groups(wasm: &[u8], section: &TypeSectionReader<'_>) -> Result<(), MeterError> {
    let range = section.range();
    let bytes = usize::try_from(range.start).ok().zip(usize::try_from(range.end).ok());
    let Some(bytes) = bytes.and_then(|(start, end)| wasm.get(start..end)) else { return Ok(()) };
    let mut reader = BinaryReader::new(bytes, range.start);
    if reader.read_var_u32().is_err() {
        return Ok(());
    }
    while !reader.eof() {
        let mut ahead = reader.clone();
        if ahead.read_u8().is_ok_and(|byte| byte == GROUP)
            && let Ok(count) = ahead.read_var_u32()
        {
            fits(count, 0..ahead.bytes_remaining() as u64)?;
        }
        if reader.read::<RecGroup>().is_err() {
            break;
        }
    }
    Ok(())
}

fn fits(count: u32, range: Range<u64>) -> Result<(), MeterError> {
    let bytes = range.end.saturating_sub(range.start);
    if u64::from(count) <= bytes { Ok(()) } else { Err(MeterError::Count { count, bytes }) }
}
