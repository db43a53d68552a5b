//! Core's preview-1 calls, all of them, as methods that JavaScript can call.

use super::guest::LiveGuest;
use hognose_core::{
    guest::{Halt, Host},
    wasi::Preview1,
    world::World,
};
use js_sys::Function;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::prelude::*;

/// Milliseconds that a guest may keep its thread before it gives way.
const SLICE_MS: f64 = 10.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// A run under way.
pub(super) struct Live {
    pub(super) world: World,
    pub(super) host: Box<dyn Host>,
    pub(super) guest: LiveGuest,
    /// What made the guest end, from when it must not go on.
    pub(super) halted: Option<Halt>,
}

/// What the calls of one gate share. Nothing is there while nothing is to be called.
#[derive(Clone, Default)]
pub(super) struct Shared(Rc<State>);

#[derive(Default)]
pub(super) struct State {
    pub(super) live: RefCell<Option<Live>>,
    /// Gives way: a function that returns a promise.
    pub(super) pause: RefCell<Option<Function>>,
    /// When the guest last gave way.
    paused_ms: Cell<f64>,
}

impl std::ops::Deref for Shared {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl State {
    /// The guest starts, or goes on, now.
    pub(super) fn start_slice(&self) {
        self.paused_ms.set(now());
    }
}

/// What a host call gives back that must not return to the guest.
const HALTED: i32 = -1;

/// The host calls of a gate.
#[wasm_bindgen]
pub struct Calls {
    shared: Shared,
}

/// What a call returns, as the gate takes it.
trait Answer {
    fn answer(result: Result<Self, Halt>) -> (i32, Option<Halt>)
    where
        Self: Sized;
}

impl Answer for i32 {
    fn answer(result: Result<Self, Halt>) -> (i32, Option<Halt>) {
        match result {
            Ok(errno) => (errno, None),
            Err(halt) => (HALTED, Some(halt)),
        }
    }
}

impl Answer for () {
    fn answer(result: Result<Self, Halt>) -> (i32, Option<Halt>) {
        (HALTED, result.err())
    }
}

impl Calls {
    pub(super) fn new(shared: Shared) -> Self {
        Self { shared }
    }

    /// Makes one call for the guest.
    fn call<A: Answer>(&self, f: impl FnOnce(Preview1<'_, LiveGuest>) -> Result<A, Halt>) -> i32 {
        // Taken already: a call of ours failed and never came back. None there: only one of the
        // meter's or the runtime's exports could call outside of a run.
        let Ok(mut live) = self.shared.live.try_borrow_mut() else { return HALTED };
        let Some(Live { world, host, guest, halted }) = live.as_mut() else { return HALTED };
        if halted.is_some() {
            return HALTED;
        }
        guest.refresh();
        let (answer, halt) = A::answer(f(Preview1 { guest, world, host: host.as_mut() }));
        *halted = halt;
        if guest.failed() { HALTED } else { answer }
    }
}

macro_rules! methods {
    ($($name:ident($($arg:ident: $ty:ident),* $(,)?) -> $ret:tt;)*) => {
        #[wasm_bindgen]
        #[allow(clippy::too_many_arguments, missing_docs, reason = "WASI's own signatures")]
        impl Calls {
            $(pub fn $name(&self, $($arg: $ty),*) -> i32 {
                self.call(|mut preview1| preview1.$name($($arg),*))
            })*
        }
    };
}

hognose_core::for_each_preview1_call!(methods);

#[wasm_bindgen]
impl Calls {
    /// `sched_yield` of a guest that can be suspended: an errno, or the promise of one where it has
    /// had its thread for long enough.
    pub fn yields(&self) -> JsValue {
        let errno = self.sched_yield();
        if errno < 0 || now() - self.shared.paused_ms.get() < SLICE_MS {
            return errno.into();
        }
        let pause = self.shared.pause.borrow().clone();
        let paused = pause.and_then(|pause| pause.call0(&JsValue::UNDEFINED).ok());
        self.shared.start_slice();
        paused.unwrap_or_else(|| errno.into())
    }
}
