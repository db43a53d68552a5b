//! The hostile guests in a browser: each must come to what it comes to natively, and a program that
//! does no harm must be served as if nothing had been. See `tests/hostile/README.md`.
#![cfg(target_family = "wasm")]
#![allow(missing_docs)]

mod support;

use hognose_core::{
    bundle::sha256_hex,
    contract::{Outcome, RuntimeIdentity},
    meter,
    world::World,
};
use hognose_tests::hostile::{self, Guest, HARMLESS_OUTPUT, harmless};
use support::{Mode, Web, engine, run_in, words};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// Guests that come to something else here, and what: the native engine keeps every exception that
/// a guest could refer to, and has a limit for them, where this one collects garbage; and it has
/// more stack.
const OTHERWISE: &[(&str, &str)] = &[
    ("exceptions/from-the-depths.wat", EXHAUSTED),
    ("exceptions/kept-from-the-depths.wat", EXHAUSTED),
    ("exceptions/kept-values.wat", OUT_OF_FUEL),
    ("exceptions/kept.wat", OUT_OF_FUEL),
];
const EXHAUSTED: &str = "status: trap\nerror: trap: the runtime failed: call stack exhausted";
const OUT_OF_FUEL: &str = "status: out_of_fuel\nerror: out_of_fuel: \
    the run was stopped after 2000000000 units of fuel (limit fuel)";

async fn outcome(web: &Web, mode: Mode, guest: &Guest) -> Result<Outcome, String> {
    if guest.is_python() {
        return web.run(guest.request()).await;
    }
    let wasm = guest.wasm().map_err(words)?;
    let metered = meter::meter_again(&wasm).map_err(words)?;
    let world = World::for_command(guest.world()).map_err(words)?;
    let identity = RuntimeIdentity::new("guest", sha256_hex(&wasm));
    run_in(&engine(&metered)?, mode, world, identity).await
}

async fn folder(folder: &str) {
    let mode = support::mode();
    let web = Web::start(mode);
    let well = web.run(harmless()).await.expect("an outcome");
    assert_eq!(well.stdout.text(), HARMLESS_OUTPUT);
    let mut failures = Vec::new();
    let mut count = 0;
    for guest in hostile::all().expect("guests") {
        if !guest.name.starts_with(&format!("{folder}/")) {
            continue;
        }
        count += 1;
        let told = match outcome(&web, mode, &guest).await {
            Ok(outcome) => hostile::tell(&outcome, guest.is_deterministic),
            Err(refusal) => refusal,
        };
        let otherwise = OTHERWISE.iter().find(|(name, _)| *name == guest.name);
        let expected = otherwise.map_or(guest.expected(), |(_, told)| told);
        let is_it = if otherwise.is_some() { told.starts_with(expected) } else { told == expected };
        if !is_it {
            failures.push(format!("{}\n- {expected}\n+ {told}", guest.name));
        }
        assert_eq!(web.run(harmless()).await.as_ref(), Ok(&well), "after {}", guest.name);
    }
    console_log!("{folder}: {count} guests");
    assert!(count > 0, "no guests");
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n\n"));
}

macro_rules! folders {
    ($($name:ident)*) => {
        $(#[wasm_bindgen_test]
        async fn $name() {
            folder(stringify!($name)).await;
        })*

        #[wasm_bindgen_test]
        fn every_folder_is_run() {
            let known = [$(concat!(stringify!($name), "/")),*];
            for guest in hostile::all().expect("guests") {
                let name = guest.name;
                assert!(known.iter().any(|folder| name.starts_with(folder)), "{name}");
            }
        }
    };
}

folders! { clock exceptions files memory nesting output pointers recursion spin }
