//! A module apart from its data: the segments are not copied for each guest, but are an image.

use std::ops::Range;
use wasmer::WASM_PAGE_SIZE;
use wasmparser::{BinaryReaderError, DataKind, Operator, Parser, Payload};

/// A module in two parts.
pub(crate) struct Parts {
    /// It without the data that instantiating it copies.
    pub(crate) module: Vec<u8>,
    /// The memory that the data comes to.
    pub(crate) memory: Vec<u8>,
}

/// Takes a module and its data apart; `None` where that cannot be.
pub(crate) fn take_apart(wasm: &[u8]) -> Option<Parts> {
    scan(wasm).ok().flatten()
}

fn scan(wasm: &[u8]) -> Result<Option<Parts>, BinaryReaderError> {
    let mut memory = None;
    let mut module = wasm.get(..8).unwrap_or_default().to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        match &payload {
            Payload::MemorySection(memories) => {
                let mut memories = memories.clone().into_iter();
                let (Some(ty), None) = (memories.next(), memories.next()) else { return Ok(None) };
                let pages = usize::try_from(ty?.initial).unwrap_or(usize::MAX);
                // As no module of a bundle has that is not refused anyway.
                let bytes = pages.checked_mul(WASM_PAGE_SIZE).filter(|bytes| *bytes <= 1 << 30);
                let Some(bytes) = bytes else { return Ok(None) };
                memory = Some(vec![0; bytes]);
            }
            Payload::DataSection(segments) => {
                for segment in segments.clone() {
                    let segment = segment?;
                    let Some(at) = constant(&segment.kind)? else { return Ok(None) };
                    let memory = memory.as_mut();
                    let place =
                        memory.and_then(|it| it.get_mut(at..)?.get_mut(..segment.data.len()));
                    let Some(place) = place else { return Ok(None) };
                    place.copy_from_slice(segment.data);
                }
                continue;
            }
            // It is there for those instructions that copy a segment later; a module that has one
            // does not compile without it, and is no module of ours.
            Payload::DataCountSection { .. } => continue,
            _ => {}
        }
        if let Some((id, range)) = payload.as_section()
            && let (Ok(start), Ok(end)) = (range.start.try_into(), range.end.try_into())
            && let Some(content) = wasm.get::<Range<usize>>(start..end)
        {
            module.push(id);
            leb128(content.len(), &mut module);
            module.extend_from_slice(content);
        }
    }
    Ok(memory.map(|memory| Parts { module, memory }))
}

/// Where an active segment of the first memory goes.
fn constant(kind: &DataKind<'_>) -> Result<Option<usize>, BinaryReaderError> {
    let DataKind::Active { memory_index: 0, offset_expr } = kind else { return Ok(None) };
    let mut operators = offset_expr.get_operators_reader();
    let at = match operators.read()? {
        Operator::I32Const { value } => usize::try_from(value.cast_unsigned()).ok(),
        _ => None,
    };
    Ok(at.filter(|_| matches!(operators.read(), Ok(Operator::End)) && operators.eof()))
}

fn leb128(mut number: usize, into: &mut Vec<u8>) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return into.push(low & 0x7f);
        }
        into.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_where_the_segments_put_it() {
        let wat = r#"(module (memory 1) (data (i32.const 3) "abc") (data (i32.const 5) "xyz")
            (func (export "f") (result i32) i32.const 200))"#;
        let wasm = wat::parse_str(wat).expect("text");
        let Parts { module, memory } = take_apart(&wasm).expect("apart");
        assert_eq!(&memory[..9], b"\0\0\0abxyz\0");
        assert_eq!(memory.len(), WASM_PAGE_SIZE);
        assert!(module.len() < wasm.len());
        wasmparser::validate(&module).expect("valid");
    }

    #[test]
    fn what_cannot_be_taken_apart_stays_whole() {
        for wat in [
            r#"(module (memory 1) (data (i32.const 65534) "abc"))"#,
            r#"(module (memory 1) (global i32 (i32.const 1)) (data (offset (global.get 0)) "abc"))"#,
            r#"(module (memory 1) (data "passive"))"#,
            "(module)",
        ] {
            let wasm = wat::parse_str(wat).expect("text");
            assert!(take_apart(&wasm).is_none(), "{wat}");
        }
        assert!(take_apart(b"no module").is_none());
    }
}
