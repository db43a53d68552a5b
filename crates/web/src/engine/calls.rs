//! Core's preview-1 calls, all of them, as one function that the gate calls by number.

use super::guest::LiveGuest;
use alloc::{boxed::Box, rc::Rc};
use core::cell::{Cell, RefCell};
use hognose_core::{
    guest::{Halt, Host},
    wasi::{MAX_ARGUMENTS, Preview1, Progress, SCHED_YIELD},
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
    /// Gives way: a function of milliseconds that returns a promise. Where there is none, a guest
    /// cannot be suspended, and what waits does it in the host.
    pub(super) pause: RefCell<Option<Function>>,
    /// Milliseconds for which the guest is about to be suspended, if it is.
    pause_ms: Cell<Option<f64>>,
    /// When the guest started, or last went on.
    slice_ms: Cell<f64>,
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
        self.slice_ms.set(now());
    }
}

/// What a host call gives back that must not return to the guest.
const HALTED: i32 = -1;
/// What a host call gives back that has to be made again when the guest was suspended.
pub(super) const AGAIN: i32 = -2;
/// Nanoseconds of a millisecond.
const NS_PER_MS: f64 = 1e6;

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
    fn make(&self, number: u32, args: [u64; MAX_ARGUMENTS]) -> i32 {
        // Taken already: a call of ours failed and never came back. None there: only one of the
        // meter's or the runtime's exports could call outside of a run.
        let Ok(mut live) = self.shared.live.try_borrow_mut() else { return HALTED };
        let Some(Live { world, host, guest, halted }) = live.as_mut() else { return HALTED };
        if halted.is_some() {
            return HALTED;
        }
        if self.shared.pause_ms.take().is_some() {
            self.shared.start_slice();
        }
        guest.refresh();
        let suspends = self.shared.pause.borrow().is_some();
        let mut preview1 = Preview1 { guest, world, host: host.as_mut() };
        let answer = loop {
            match preview1.call(number, args) {
                Ok(Progress::Wait { ns }) if suspends => break Ok(self.suspend(ns)),
                Ok(Progress::Wait { ns }) => preview1.host.wait_ns(ns),
                Ok(Progress::Done(_)) if suspends && number == SCHED_YIELD && self.is_due() => {
                    break Ok(self.suspend(0));
                }
                Ok(Progress::Done(errno)) => break Ok(errno),
                Err(halt) => break Err(halt),
            }
        };
        *halted = answer.err();
        if guest.failed() { HALTED } else { answer.unwrap_or(HALTED) }
    }

    /// Whether the guest has had its thread for long enough.
    fn is_due(&self) -> bool {
        now() - self.shared.slice_ms.get() >= SLICE_MS
    }

    #[expect(clippy::cast_precision_loss, reason = "nobody waits for years")]
    fn suspend(&self, ns: u64) -> i32 {
        self.shared.pause_ms.set(Some(ns as f64 / NS_PER_MS));
        AGAIN
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
        self.make(number, args)
    }

    /// What suspends the guest: the promise of a time at which to make its call again.
    pub fn pause(&self) -> JsValue {
        let pause = self.shared.pause.borrow().clone();
        let ms = self.shared.pause_ms.get().unwrap_or_default();
        let paused = pause.and_then(|pause| pause.call1(&JsValue::UNDEFINED, &ms.into()).ok());
        paused.unwrap_or_default()
    }
}
