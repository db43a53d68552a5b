//! Runs requests for JavaScript. Requests and outcomes cross as JSON, in the contract's own form.

use crate::{
    bundle::Trusted,
    engine::{Engine, Started},
    error::WebError,
    host::PageHost,
    session::Kept,
};
use alloc::{borrow::ToOwned, boxed::Box, rc::Rc, string::String, vec::Vec};
use core::cell::{Cell, OnceCell, RefCell};
use hognose_core::{
    contract::{Content, Limits, Request, RequestError, RuntimeIdentity, ValidRequest},
    guest::{End, Halt},
    run::{self, Execution, Remains},
    snapshot::Origin,
    world::World,
};
use js_sys::{Function, WebAssembly};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A compiled runtime whose guests run on this thread.
#[wasm_bindgen]
pub struct Runner {
    inner: Rc<Inner>,
}

pub(crate) struct Inner {
    engine: Engine,
    command: String,
    identity: RuntimeIdentity,
    maximum: Limits,
    origin: OnceCell<Origin>,
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
        Self::on(Engine::verified(module)?, trusted, command)
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
        let world = World::for_request(&request);
        let wall_ms = world.limits().wall_ms;
        let started = self.inner.engine.start(world, Box::new(host), pause)?;
        Ok(Run::new(self.inner(), started, cancelled, wall_ms, None))
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
        let execution = Execution { world, remains: Remains::only(end) };
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

impl Runner {
    /// A runner on this engine.
    pub fn on(engine: Engine, trusted: &Trusted, command: String) -> Result<Self, WebError> {
        let manifest = trusted.manifest();
        let identity = manifest.identity(&command)?;
        let maximum = manifest.manifest().limits.maximum.clone();
        let origin = OnceCell::new();
        Ok(Self { inner: Rc::new(Inner { engine, command, identity, maximum, origin }) })
    }

    pub(crate) fn inner(&self) -> Rc<Inner> {
        Rc::clone(&self.inner)
    }
}

impl Inner {
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    pub(crate) fn identity(&self) -> &RuntimeIdentity {
        &self.identity
    }

    pub(crate) fn maximum(&self) -> &Limits {
        &self.maximum
    }

    /// What its sessions are sessions of.
    pub(crate) fn origin(&self) -> Result<&Origin, WebError> {
        let image = self.engine.opened_image()?.bytes();
        Ok(self.origin.get_or_init(|| Origin::new(&self.identity, image)))
    }

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

/// A guest that is to run: its only run, or a turn of its session.
#[wasm_bindgen]
pub struct Run {
    runner: Rc<Inner>,
    started: Started,
    cancelled: Rc<Cell<bool>>,
    wall_ms: u64,
    session: Option<Rc<RefCell<Kept>>>,
}

impl Run {
    pub(crate) fn new(
        runner: Rc<Inner>,
        started: Started,
        cancelled: Rc<Cell<bool>>,
        wall_ms: u64,
        session: Option<Rc<RefCell<Kept>>>,
    ) -> Self {
        Self { runner, started, cancelled, wall_ms, session }
    }
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

    /// The outcome, when `start` has returned this, or thrown that.
    pub fn finish(self, returned: JsValue, thrown: JsValue) -> Result<String, WebError> {
        let returned = if thrown.is_undefined() { Ok(returned) } else { Err(thrown) };
        let Self { runner, started, session, .. } = self;
        if let Some(session) = session {
            return session.borrow_mut().end(started, returned);
        }
        let execution = started.finish(&runner.engine, returned)?;
        json(&run::conclude(execution, runner.identity.clone()))
    }

    /// The outcome of a turn that is taken back before `start` was called.
    pub fn revoke(mut self) -> Result<String, WebError> {
        self.started.revoke();
        self.finish(JsValue::UNDEFINED, JsValue::UNDEFINED)
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

pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, WebError> {
    serde_json::to_string(value).map_err(WebError::internal)
}
