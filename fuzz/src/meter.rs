//! The metering pass: what it writes is valid, the same each time, computes what the original
//! computes, and stops when its fuel or its memory is used up.
//!
//! An input that begins as a WebAssembly module, binary or text, is taken for one. Of any other the
//! first byte chooses features, and from the rest wasm-smith makes a valid module.

mod guest;
mod made;

use crate::allocation::within;
use guest::{Called, Guest};
use hognose_core::meter::{MeterError, meter as pass, meter_again, names};

/// The fuel that a guest gets.
const BUDGET: i64 = 20_000;
/// The fuel of one slice, where the same comes in slices.
const SLICE: i64 = 97;

/// The target.
///
/// # Panics
/// Where one of its promises is not kept.
pub fn meter(input: &[u8]) {
    if input.starts_with(b"\0asm") {
        metered(input);
        return;
    }
    if input.starts_with(b"(module") {
        let text = std::str::from_utf8(input).ok().and_then(|text| wat::parse_str(text).ok());
        text.map(|wasm| metered(&wasm));
        return;
    }
    let Some((kind, seed)) = input.split_first() else { return };
    let Some(made) = made::module(*kind, seed) else { return };
    let accepted = metered(&made.wasm);
    assert!(accepted || !made.takes, "a module of the features that Hognose takes is refused");
}

/// Whether it was metered. If so, as it must be.
fn metered(wasm: &[u8]) -> bool {
    // What the validator, the survey and the output take; a count in the module must not.
    let most = (2 << 20) + wasm.len() * 2_000;
    let once = match within(most, || pass(wasm)) {
        Ok(once) => once,
        Err(MeterError::Metered) => meter_again(wasm).expect("it was metered, so it can be"),
        Err(error @ (MeterError::Rewrite(_) | MeterError::Output(_))) => {
            assert!(is_at_a_limit(wasm), "{error}");
            return false;
        }
        Err(_) => return false,
    };
    assert!(meter_again(wasm).expect("as before") == once, "the pass is not deterministic");
    assert!(matches!(pass(&once), Err(MeterError::Metered)));
    let twice = meter_again(&once).expect("a module that is metered can be metered");
    behaves(wasm, &once, &twice);
    true
}

/// Whether a module is so near to a limit of the format that what metering adds is too much.
fn is_at_a_limit(wasm: &[u8]) -> bool {
    wasm.len() > 100 << 10 || made::most_locals(wasm) >= 49_999
}

/// Runs what can be run: the module as it was, metered once, and metered twice.
fn behaves(wasm: &[u8], once: &[u8], twice: &[u8]) {
    let Some(mut original) = Guest::start(wasm) else { return };
    let Some(mut metered) = Guest::start(once) else { panic!("only the original starts") };
    metered.set_fuel(BUDGET);
    let calls = metered.call_all(usize::MAX);
    assert!(!metered.is_runaway(), "{BUDGET} units of fuel did not stop it");
    // A call that was stopped is the last; an interpreter's stack depends on what is on it.
    let whole = !matches!(calls.last(), Some(Called::Stopped | Called::Exhausted));
    let comparable = if whole { calls.len() } else { calls.len() - 1 };
    let expected = original.call_all(comparable);
    assert!(!original.is_runaway(), "it ended when metered, but does not end");
    if expected.last() == Some(&Called::Exhausted) {
        return;
    }
    assert_eq!(calls[..comparable], expected[..], "it computes something else");
    if !whole {
        return;
    }
    assert!(metered.state() == original.state(), "it leaves something else behind");

    let cost = BUDGET - metered.fuel();
    let mut sliced = Guest::start(once).expect("as before");
    sliced.set_fuel(SLICE);
    sliced.refill_with(SLICE);
    assert_eq!(sliced.call_all(usize::MAX), expected, "slices change what it computes");
    assert_eq!(sliced.given() - sliced.fuel(), cost, "slices change what it costs");

    let mut again = Guest::start(twice).expect("as before");
    again.set_fuel(BUDGET * 64);
    assert_eq!(again.call_all(usize::MAX), expected, "metered twice it computes something else");
    assert!(BUDGET * 64 - again.fuel() >= cost, "metered twice it costs less");

    let mut small = Guest::start(once).expect("as before");
    small.set_fuel(BUDGET);
    if let Some(pages) = small.pages() {
        small.call(names::SET_MEMORY_LIMIT, i32::try_from(pages).unwrap_or(0));
        small.call_all(usize::MAX);
        assert_eq!(small.pages(), Some(pages), "it grew beyond the ceiling");
    }
}
