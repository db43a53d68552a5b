//! The world outside as a page, a Worker or Node has it: its clocks, its chance, its patience.

use alloc::rc::Rc;
use core::cell::{Cell, OnceCell};
use hognose_core::guest::{Host, Stream};
use js_sys::{Atomics, Date, Function, Int32Array, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

const NS_PER_MS: f64 = 1e6;
/// Bytes that `crypto.getRandomValues` fills at most.
const MAX_RANDOM_BYTES: usize = 65_536;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]);
}

/// The [`Host`] of a run.
#[derive(Default)]
pub struct PageHost {
    cancelled: Rc<Cell<bool>>,
    on_output: Option<Function>,
    /// What to sleep with, where that is possible.
    sleeper: OnceCell<Option<Int32Array>>,
}

impl PageHost {
    /// A host that gives output to `on_output(stream, bytes)`, where stream is 1 or 2, as it is
    /// sure to be in the outcome.
    pub fn new(on_output: Option<Function>) -> Self {
        Self { on_output, ..Self::default() }
    }

    /// What ends the run when it is set.
    pub(crate) fn cancelled(&self) -> Rc<Cell<bool>> {
        Rc::clone(&self.cancelled)
    }
}

impl Host for PageHost {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    fn realtime_ns(&mut self) -> u64 {
        (Date::now() as u64).saturating_mul(NS_PER_MS as u64)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    fn monotonic_ns(&mut self) -> u64 {
        (now() * NS_PER_MS) as u64
    }

    fn fill_random(&mut self, bytes: &mut [u8]) {
        bytes.chunks_mut(MAX_RANDOM_BYTES).for_each(get_random_values);
    }

    #[expect(clippy::cast_precision_loss, reason = "nobody waits for years")]
    fn wait_ns(&mut self, ns: u64) {
        let until = now() + ns as f64 / NS_PER_MS;
        let sleeper = self.sleeper.get_or_init(|| sleeper_of_this_thread().ok());
        let asleep = sleeper.as_ref().is_some_and(|sleeper| {
            let left = (until - now()).max(0.0);
            Atomics::wait_with_timeout(sleeper, 0, 0, left).is_ok()
        });
        // A page's own thread may not sleep: it has to look at the clock.
        while !asleep && now() < until {}
    }

    fn is_cancelled(&mut self) -> bool {
        self.cancelled.get()
    }

    fn output(&mut self, stream: Stream, bytes: &[u8]) {
        if let Some(on_output) = &self.on_output {
            let stream = match stream {
                Stream::Stdout => 1,
                Stream::Stderr => 2,
            };
            // What the embedder's function throws is the embedder's own affair.
            let _ = on_output.call2(&JsValue::UNDEFINED, &stream.into(), &Uint8Array::from(bytes));
        }
    }
}

/// Shared memory that is shared with nobody, to wait on. A page that is not isolated has no
/// `SharedArrayBuffer` to make, but WebAssembly has.
fn sleeper_of_this_thread() -> Result<Int32Array, JsValue> {
    let descriptor = Object::new();
    for (key, value) in [("initial", 1.into()), ("maximum", 1.into()), ("shared", JsValue::TRUE)] {
        Reflect::set(&descriptor, &key.into(), &value)?;
    }
    Ok(Int32Array::new(&WebAssembly::Memory::new(&descriptor)?.buffer()))
}
