//! The conformance suite in a Worker, with guests that can be suspended where there is JavaScript
//! Promise Integration, as the package runs them; and the twin test. See `tests/README.md`.
#![cfg(target_family = "wasm")]
#![allow(missing_docs)]

mod support;

use hognose_tests::{cases, twin::Ledger};
use support::{TWIN, Web};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

topics!(Web::start(support::mode()));

#[wasm_bindgen_test::wasm_bindgen_test]
async fn the_twin_is_told_when_it_differs() {
    let web = Web::start(support::mode());
    let ledger = Ledger::from_json(TWIN).expect("a ledger");
    let case = cases().into_iter().find(|it| it.name().starts_with("determinism/")).expect("one");
    let mut result = web.run(case.twin_request().expect("a request")).await;
    assert_eq!(ledger.hold(&case.name(), &result), Ok(()));
    result.as_mut().expect("an outcome").receipt.peak_memory_bytes += 1;
    let refusal = ledger.hold(&case.name(), &result).expect_err("another receipt");
    assert!(refusal.starts_with("the twins differ"), "{refusal}");
}
