//! A guest's bad end in the words of the native runner, which are those of the WebAssembly
//! specification's test suite, whatever this engine calls it.

use crate::error;
use alloc::{borrow::ToOwned, string::String};
use js_sys::WebAssembly;
use wasm_bindgen::{JsCast as _, JsValue};

/// What is in an engine's message, in lower case, and what it means: V8's, `SpiderMonkey`'s and
/// `JavaScriptCore`'s words. The first that fits counts.
const WORDS: &[(&str, &str)] = &[
    ("maximum call stack", "call stack exhausted"),
    ("too much recursion", "call stack exhausted"),
    ("stack overflow", "call stack exhausted"),
    ("memory access out of bounds", "out of bounds memory access"),
    ("out of bounds memory access", "out of bounds memory access"),
    ("index out of bounds", "out of bounds memory access"),
    ("data segment out of bounds", "out of bounds memory access"),
    ("unaligned", "unaligned atomic"),
    ("divide by zero", "integer divide by zero"),
    ("remainder by zero", "integer divide by zero"),
    ("division by zero", "integer divide by zero"),
    ("divide result unrepresentable", "integer overflow"),
    ("integer overflow", "integer overflow"),
    // V8 and JavaScriptCore do not tell a float that is too large from one that is no number.
    ("float unrepresentable", "invalid conversion to integer"),
    ("trunc operation", "invalid conversion to integer"),
    ("invalid conversion", "invalid conversion to integer"),
    // V8 does not tell a null from another signature.
    ("null function or function signature mismatch", "indirect call type mismatch"),
    ("signature", "indirect call type mismatch"),
    ("indirect call to null", "uninitialized element"),
    ("null table entry", "uninitialized element"),
    ("rethrowing null", "null exception reference"),
    ("null exception", "null exception reference"),
    ("dereferencing null", "null exception reference"),
    ("dereferencing a null", "null exception reference"),
    ("unreachable", "unreachable"),
    ("table", "out of bounds table access"),
    ("element segment", "out of bounds table access"),
    ("call_indirect", "out of bounds table access"),
];

/// How a call that threw this ended.
pub(super) fn words(thrown: &JsValue) -> &'static str {
    if thrown.is_instance_of::<WebAssembly::Exception>() {
        return "uncaught exception";
    }
    let message = error::words(thrown).to_ascii_lowercase();
    // Not `str::contains`, nor all of Unicode's lower case: they are some kilobytes of download.
    let has = |part: &str| message.as_bytes().windows(part.len()).any(|at| at == part.as_bytes());
    WORDS.iter().find(|(part, _)| has(part)).map_or("trap", |(_, words)| words)
}

/// Why no guest could be made. There is no start function: what trapped is a segment that is out
/// of bounds.
pub(super) fn instantiation(thrown: &JsValue) -> String {
    if thrown.is_instance_of::<WebAssembly::RuntimeError>() {
        return words(thrown).to_owned();
    }
    error::words(thrown)
}
