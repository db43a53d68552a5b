//! The web runner as the suites take it.
#![allow(dead_code, reason = "not everything is in every suite")]

use hognose_core::{
    bundle::VerifiedBundle,
    contract::{Outcome, Request, RuntimeIdentity},
    run,
    trust::TrustPolicy,
    world::World,
};
use hognose_tests::{cases, check_async, twin::Ledger};
use hognose_web::{Engine, PageHost};
use js_sys::{Function, Promise, Uint8Array, WebAssembly};
use std::{collections::BTreeMap, fmt::Display};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

pub const MANIFEST: &str = include_str!(concat!(env!("HOGNOSE_BUNDLE"), "/manifest.json"));
pub const RUNTIME: &[u8] = include_bytes!(concat!(env!("HOGNOSE_BUNDLE"), "/python.wasm"));

/// What the native runner's suite wrote. Not there: run that first.
pub const TWIN: &str = include_str!(env!("HOGNOSE_TWIN"));

/// How guests run.
#[derive(Clone, Copy, Debug)]
pub enum Mode {
    /// To their end, in one go.
    Straight,
    /// Where they yield or sleep, they give way: with JavaScript Promise Integration.
    Suspending,
}

/// Runs Python on this thread.
pub struct Web {
    engine: Engine,
    identity: RuntimeIdentity,
    mode: Mode,
}

impl Web {
    pub fn start(mode: Mode) -> Self {
        let files = BTreeMap::from([("python.wasm".to_owned(), RUNTIME.to_vec())]);
        let policy = TrustPolicy::default();
        let bundle = VerifiedBundle::verify(MANIFEST.as_bytes(), files, &policy, 0)
            .expect("the bundle that was built");
        let verified = bundle.module("python").expect("Python");
        let identity = verified.identity().clone();
        let engine = Engine::verified(module(verified.wasm()).expect("a runtime that compiles"));
        Self { engine: engine.expect("a metered runtime"), identity, mode }
    }

    /// The same, but every guest starts its interpreter itself.
    pub fn cold(self) -> Self {
        Self { engine: self.engine.cold(), ..self }
    }

    pub async fn run(&self, request: Request) -> Result<Outcome, String> {
        let request = request.validate().map_err(words)?;
        let world = World::for_request(&request);
        run_in(&self.engine, self.mode, world, self.identity.clone()).await
    }
}

/// An engine for guests of a metered module.
pub fn engine(wasm: &[u8]) -> Result<Engine, String> {
    Engine::new(module(wasm)?).map_err(words)
}

pub fn module(wasm: &[u8]) -> Result<WebAssembly::Module, String> {
    WebAssembly::Module::new(&Uint8Array::from(wasm)).map_err(|e| format!("{e:?}"))
}

/// Runs any metered module.
pub async fn run_in(
    engine: &Engine,
    mode: Mode,
    world: World,
    identity: RuntimeIdentity,
) -> Result<Outcome, String> {
    let host = Box::new(PageHost::default());
    let execution = match mode {
        Mode::Straight => run::Engine::execute(engine, world, host),
        Mode::Suspending => {
            let started = engine.start(world, host, Some(pause())).map_err(words)?;
            let returned = call(started.function()).await;
            started.finish(engine, returned)
        }
    };
    Ok(run::conclude(execution.map_err(words)?, identity))
}

/// Runs a guest to its end.
pub async fn call(start: Option<Function>) -> Result<JsValue, JsValue> {
    let Some(start) = start else { return Ok(JsValue::UNDEFINED) };
    let returned = start.call0(&JsValue::UNDEFINED)?;
    match returned.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(returned) => Ok(returned),
    }
}

/// The mode that the package chooses here.
pub fn mode() -> Mode {
    let suspending = js_sys::Reflect::get(&js_sys::global(), &"WebAssembly".into())
        .and_then(|it| js_sys::Reflect::has(&it, &"Suspending".into()));
    if suspending == Ok(true) { Mode::Suspending } else { Mode::Straight }
}

/// Gives way for a moment, as the package's own does.
pub fn pause() -> Function {
    Function::new_with_args("ms", "return new Promise((resolve) => setTimeout(resolve, ms))")
}

/// Every case of a topic, and its twin run, which must come to what it comes to natively.
pub async fn topic(web: Web, topic: &str) {
    let ledger = Ledger::from_json(TWIN).expect("a ledger");
    let mut failures = Vec::new();
    let mut count = 0;
    for case in cases() {
        let name = case.name();
        if !name.starts_with(&format!("{topic}/")) {
            continue;
        }
        count += 1;
        // On a page's own thread: its driver asks it how it is doing, and does not wait for long.
        let moment = pause().call1(&JsValue::UNDEFINED, &0.into()).expect("a promise");
        JsFuture::from(moment.unchecked_into::<Promise>()).await.expect("a moment");
        let mut results = vec![check_async(&case, async |request| web.run(request).await).await];
        if let Some(request) = case.twin_request() {
            results.push(ledger.hold(&name, &web.run(request).await));
        }
        for faults in results.into_iter().filter_map(Result::err) {
            failures.push(format!("{name}\n    {}", faults.replace('\n', "\n    ")));
        }
    }
    wasm_bindgen_test::console_log!("{topic}: {count} cases");
    assert!(count > 0, "no cases");
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n\n"));
}

/// A test for each topic.
#[macro_export]
macro_rules! topics {
    ($web:expr) => {
        $crate::topics! {
            $web, request limits exit errors files streams unicode output quotas nesting memory
            runaways determinism sandbox collections stdlib programs
            numbers text classes functions exceptions syntax builtins re
        }
    };
    ($web:expr, $($name:ident)*) => {
        $(#[wasm_bindgen_test::wasm_bindgen_test]
        async fn $name() {
            support::topic($web, stringify!($name)).await;
        })*

        #[wasm_bindgen_test::wasm_bindgen_test]
        fn every_topic_is_run() {
            let known = [$(concat!(stringify!($name), "/")),*];
            for case in hognose_tests::cases() {
                let name = case.name();
                assert!(known.iter().any(|topic| name.starts_with(topic)), "{name}");
            }
        }
    };
}

pub fn words(error: impl Display) -> String {
    error.to_string()
}
