//! Runs requests for JavaScript. Requests and outcomes cross as JSON, in the contract's own form.

use crate::{
    bundle::Trusted,
    engine::{Engine, Mode, Started},
    error::WebError,
    host::PageHost,
};
use alloc::{borrow::ToOwned, boxed::Box, rc::Rc, string::String, vec::Vec};
use core::cell::Cell;
use hognose_core::{
    contract::{Content, Limits, Outcome, Request, RequestError, RuntimeIdentity, ValidRequest},
    guest::{End, Halt},
    run::{self, Execution},
    world::World,
};
use js_sys::{Function, WebAssembly};
use wasm_bindgen::prelude::*;

/// A compiled runtime whose guests run on this thread.
#[wasm_bindgen]
pub struct Runner {
    inner: Rc<Inner>,
}

struct Inner {
    engine: Engine,
    command: String,
    identity: RuntimeIdentity,
    maximum: Limits,
}

#[wasm_bindgen]
impl Runner {
    /// A runner of this module, compiled from the command's bytes in the bundle of this manifest.
    #[wasm_bindgen(constructor)]
    pub fn new(
        module: WebAssembly::Module,
        trusted: &Trusted,
        command: String,
    ) -> Result<Self, WebError> {
        let manifest = trusted.manifest();
        let identity = manifest.identity(&command)?;
        let maximum = manifest.manifest().limits.maximum.clone();
        Ok(Self {
            inner: Rc::new(Inner { engine: Engine::new(module)?, command, identity, maximum }),
        })
    }

    /// Makes a guest for a request. `on_output(stream, bytes)` gets output as it is sure to be in
    /// the outcome. With `pause(milliseconds)`, which returns a promise of that time or of a
    /// sooner one, the guest gives way every some milliseconds, and while it sleeps: that needs
    /// JavaScript Promise Integration.
    pub fn begin(
        &self,
        request: &str,
        on_output: Option<Function>,
        pause: Option<Function>,
    ) -> Result<Run, WebError> {
        let request = self.inner.admit(request)?;
        let host = PageHost::new(on_output);
        let cancelled = host.cancelled();
        let mode = if pause.is_some() { Mode::Suspending } else { Mode::Straight };
        let world = World::for_request(&request);
        let wall_ms = world.limits().wall_ms;
        let started = self.inner.engine.start(mode, world, Box::new(host), pause)?;
        Ok(Run { runner: Rc::clone(&self.inner), started, cancelled, wall_ms })
    }

    /// The outcome of a run whose Worker had to be taken down: what was streamed, and nothing of
    /// what is known only to the guest. `reason` is `cancelled`, `timeout` or, for anything else,
    /// what happened.
    pub fn stopped(
        &self,
        request: &str,
        reason: &str,
        stdout: Vec<u8>,
        stderr: Vec<u8>,
        wall_us: f64,
    ) -> Result<String, WebError> {
        let request = self.inner.admit(request)?;
        let end = match reason {
            "cancelled" => End::Halted(Halt::Cancelled),
            "timeout" => End::Halted(Halt::Timeout),
            words => End::Trapped(words.to_owned()),
        };
        let world = World::for_request(&request);
        let execution =
            Execution { world, end, report: None, peak_memory_bytes: 0, memory_refusals: 0 };
        let mut outcome = run::conclude(execution, self.inner.identity.clone());
        outcome.receipt.stdout.written_bytes = stdout.len() as u64;
        outcome.receipt.stderr.written_bytes = stderr.len() as u64;
        outcome.stdout = Content::from(stdout);
        outcome.stderr = Content::from(stderr);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        let wall_us = wall_us as u64;
        outcome.receipt.wall_us = wall_us;
        json(&outcome)
    }
}

impl Inner {
    /// A request that is for this command and holds to the contract and to what the bundle allows.
    fn admit(&self, request: &str) -> Result<ValidRequest, RequestError> {
        let request = Request::from_json(request.as_bytes())?.validate()?;
        if request.request().program.command() != self.command {
            let why = "is not what this runner runs";
            return Err(RequestError::Invalid { field: "command".into(), why });
        }
        request.request().limits.check_against(&self.maximum)?;
        Ok(request)
    }
}

/// A guest that is to be run once.
#[wasm_bindgen]
pub struct Run {
    runner: Rc<Inner>,
    started: Started,
    cancelled: Rc<Cell<bool>>,
    wall_ms: u64,
}

#[wasm_bindgen]
impl Run {
    /// Milliseconds of wall-clock time that it may take.
    #[wasm_bindgen(getter)]
    #[expect(clippy::cast_precision_loss, reason = "a valid request has no more than a day")]
    pub fn wall_ms(&self) -> f64 {
        self.wall_ms as f64
    }

    /// What to call, with no argument, and to wait for; nothing where the guest is not to be run.
    #[wasm_bindgen(getter)]
    pub fn start(&self) -> Option<Function> {
        self.started.function()
    }

    /// Makes the guest end when it next yields, if it is suspended or yet to be started.
    pub fn cancel(&self) -> Cancel {
        Cancel(Rc::clone(&self.cancelled))
    }

    /// The outcome, when `start` has returned, or thrown this.
    pub fn finish(self, thrown: JsValue) -> Result<String, WebError> {
        let thrown = (!thrown.is_undefined()).then_some(thrown);
        let execution = self.started.finish(&self.runner.engine, thrown)?;
        json(&run::conclude(execution, self.runner.identity.clone()))
    }
}

/// Ends a run. It outlives it, and does nothing then.
#[wasm_bindgen]
pub struct Cancel(Rc<Cell<bool>>);

#[wasm_bindgen]
impl Cancel {
    /// Makes the guest end when it next yields.
    pub fn cancel(&self) {
        self.0.set(true);
    }
}

fn json(outcome: &Outcome) -> Result<String, WebError> {
    serde_json::to_string(outcome).map_err(WebError::internal)
}
