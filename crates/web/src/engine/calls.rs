//! Core's preview-1 calls, all of them, as one function that the gate calls by number.

use super::guest::LiveGuest;
use alloc::{boxed::Box, rc::Rc};
use core::cell::{Cell, RefCell};
use hognose_core::{
    guest::{Halt, Host},
    wasi::{MAX_ARGUMENTS, Preview1},
    world::World,
};
use js_sys::Function;
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

impl core::ops::Deref for Shared {
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

/// The host calls of a gate. Its two methods are called as WebAssembly exports them, by the gate
/// and with no JavaScript between.
#[wasm_bindgen]
pub struct Calls {
    shared: Shared,
}

impl Calls {
    pub(super) fn new(shared: Shared) -> Self {
        Self { shared }
    }

    /// Makes one call for the guest.
    fn make(&self, f: impl FnOnce(Preview1<'_, LiveGuest>) -> Result<i32, Halt>) -> i32 {
        // Taken already: a call of ours failed and never came back. None there: only one of the
        // meter's or the runtime's exports could call outside of a run.
        let Ok(mut live) = self.shared.live.try_borrow_mut() else { return HALTED };
        let Some(Live { world, host, guest, halted }) = live.as_mut() else { return HALTED };
        if halted.is_some() {
            return HALTED;
        }
        guest.refresh();
        let answer = f(Preview1 { guest, world, host: host.as_mut() });
        *halted = answer.err();
        if guest.failed() { HALTED } else { answer.unwrap_or(HALTED) }
    }
}

#[wasm_bindgen]
impl Calls {
    /// The call with this number in core's table; arguments that it has not are zero.
    #[allow(
        clippy::too_many_arguments,
        clippy::many_single_char_names,
        reason = "as many as a call has, whatever each is to it"
    )]
    pub fn call(
        &self,
        number: u32,
        a: u64,
        b: u64,
        c: u64,
        d: u64,
        e: u64,
        f: u64,
        g: u64,
        h: u64,
        i: u64,
    ) -> i32 {
        let args: [u64; MAX_ARGUMENTS] = [a, b, c, d, e, f, g, h, i];
        self.make(|mut preview1| preview1.call(number, args))
    }

    /// `sched_yield` of a guest that can be suspended: an errno, or the promise of one where it has
    /// had its thread for long enough.
    pub fn yields(&self) -> JsValue {
        let errno = self.make(|mut preview1| preview1.sched_yield());
        if errno < 0 || now() - self.shared.paused_ms.get() < SLICE_MS {
            return errno.into();
        }
        let pause = self.shared.pause.borrow().clone();
        let paused = pause.and_then(|pause| pause.call0(&JsValue::UNDEFINED).ok());
        self.shared.start_slice();
        paused.unwrap_or_else(|| errno.into())
    }
}
