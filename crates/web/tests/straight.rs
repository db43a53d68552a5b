//! The conformance suite on a page's own thread, with guests that run straight to their end, as
//! where there is no JavaScript Promise Integration, and that start their interpreters themselves; and
//! the twin test.
#![cfg(target_family = "wasm")]
#![allow(missing_docs)]

mod support;

use support::{Mode, Web};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

topics!(Web::start(Mode::Straight).cold());
