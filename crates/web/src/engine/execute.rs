//! One guest from start to end.

use super::{
    Engine, Mode,
    calls::Live,
    gate::Gate,
    guest::{GuestExports, LiveGuest},
    trap,
};
use crate::error::WebError;
use alloc::{borrow::ToOwned, boxed::Box};
use hognose_core::{
    contract::ErrorReport,
    guest::{End, Guest as _, GuestMemory as _, Halt, Host},
    run::Execution,
    world::World,
};
use js_sys::{Function, WebAssembly};
use wasm_bindgen::prelude::*;

/// Bytes of a page of memory.
const PAGE_BYTES: u64 = 65_536;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = WebAssembly)]
    fn promising(function: &Function) -> Result<Function, JsValue>;
}

/// A guest whose `start` is to be called, once, by JavaScript: no frame of ours may stand between a
/// guest and what suspends it.
pub struct Started {
    mode: Mode,
    gate: Gate,
    /// `None`: the guest's first memory is more than it may have, and it is not run.
    start: Option<Function>,
}

impl Started {
    pub(super) fn new(
        engine: &Engine,
        mode: Mode,
        mut world: World,
        mut host: Box<dyn Host>,
        pause: Option<Function>,
    ) -> Result<Self, WebError> {
        let gate = engine.take_gate(mode)?;
        let instance = WebAssembly::Instance::new(&engine.module, &gate.imports)
            .map_err(|thrown| WebError::Module(trap::instantiation(&thrown)))?;
        let exports: GuestExports = instance.exports().unchecked_into();
        let mut guest = LiveGuest::new(exports);
        let memory_bytes = world.limits().memory_bytes;
        let start = if guest.size() > memory_bytes {
            world.begin(host.as_mut());
            None
        } else {
            let pages = i32::try_from(memory_bytes / PAGE_BYTES).unwrap_or(i32::MAX);
            guest.set_memory_limit(pages)?;
            let fuel = world.begin(host.as_mut());
            guest.set_fuel(fuel);
            if guest.failed() {
                return Err(WebError::Meter);
            }
            let start = guest.exports.start();
            Some(match mode {
                Mode::Straight => start,
                Mode::Suspending => {
                    promising(&start).map_err(|thrown| WebError::module(&thrown))?
                }
            })
        };
        *gate.shared.pause.borrow_mut() = pause;
        *gate.shared.live.borrow_mut() = Some(Live { world, host, guest, halted: None });
        gate.shared.start_slice();
        Ok(Self { mode, gate, start })
    }

    /// The function to call, unless the guest is not to be run at all.
    pub fn function(&self) -> Option<Function> {
        self.start.clone()
    }

    /// What it came to when `start` returned, or threw this.
    pub fn finish(self, engine: &Engine, thrown: Option<JsValue>) -> Result<Execution, WebError> {
        let Self { mode, gate, start } = self;
        // From here on a host call fails, so that nothing can change what the run came to.
        let live = gate.shared.live.try_borrow_mut().ok().and_then(|mut live| live.take());
        let Some(Live { mut world, mut host, mut guest, halted }) = live else {
            let words =
                thrown.as_ref().map_or_else(|| "ended twice".to_owned(), crate::error::words);
            return Err(WebError::Internal(words));
        };
        if guest.failed() {
            return Err(WebError::Meter);
        }
        guest.refresh();
        let fuel_left = guest.fuel();
        world.end(fuel_left, host.as_mut());
        if start.is_none() {
            engine.give_back(mode, gate);
            let end = End::Trapped("the first memory is refused".to_owned());
            let (report, peak_memory_bytes, memory_refusals) = (None, 0, 1);
            return Ok(Execution { world, end, report, peak_memory_bytes, memory_refusals });
        }
        let end = match (halted, thrown) {
            (Some(halt), _) => End::Halted(halt),
            (None, None) => End::Returned,
            (None, Some(thrown)) => End::Trapped(trap::words(&thrown).to_owned()),
        };
        let peak_memory_bytes = guest.size();
        let memory_refusals = guest.memory_refusals();
        if let Some(at) = guest.stdout() {
            guest.refresh();
            world.write_unwritten(&guest, at, host.as_mut());
        }
        let report = match end {
            End::Returned | End::Halted(Halt::Exit(_)) => guest.error().and_then(|at| {
                guest.refresh();
                ErrorReport::read(&guest, at)
            }),
            _ => None,
        };
        engine.give_back(mode, gate);
        Ok(Execution { world, end, report, peak_memory_bytes, memory_refusals })
    }
}
