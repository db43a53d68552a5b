//! The conformance suite on a page's own thread, with guests that run straight to their end, as
//! where there is no JavaScript Promise Integration; and the twin test.
#![cfg(target_family = "wasm")]
#![allow(missing_docs)]

mod support;

use hognose_web::Mode;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

topics!(Mode::Straight);
