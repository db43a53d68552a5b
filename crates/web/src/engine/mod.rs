//! The browser's WebAssembly as an engine: the thin layer between core and one guest.

mod calls;
mod execute;
mod gate;
mod guest;
mod image;
mod trap;

pub use calls::Calls;
pub use execute::{Run, Started};

pub(crate) use execute::LiveInstance;
pub(crate) use image::Image;

use crate::error::WebError;
use alloc::{boxed::Box, vec::Vec};
use core::cell::{OnceCell, RefCell};
use gate::Gate;
use hognose_core::{
    guest::Host,
    meter::names,
    run::{self, Execution},
    world::World,
};
use js_sys::{Array, Function, Reflect, WebAssembly};
use wasm_bindgen::prelude::*;

/// How a guest runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// To its end, in one go.
    Straight,
    /// Where it yields or sleeps, it gives way to what else its thread has to do. Needs JavaScript
    /// Promise Integration.
    Suspending,
}

/// A metered, compiled command and what its guests need.
pub struct Engine {
    module: WebAssembly::Module,
    /// Whether guests are opened, and can be kept.
    is_kept: bool,
    is_cold: bool,
    image: OnceCell<Image>,
    /// Those that no guest has now.
    gates: RefCell<Vec<Gate>>,
}

impl Engine {
    /// An engine for guests of a module that nobody vouches for: they are run as by any other engine.
    pub fn new(module: WebAssembly::Module) -> Result<Self, WebError> {
        if !exports(&module, &FUNCTIONS) {
            return Err(WebError::Meter);
        }
        let (image, gates) = Default::default();
        Ok(Self { module, is_kept: false, is_cold: false, image, gates })
    }

    /// An engine for guests of a bundle's module: they are opened, and can be kept between runs,
    /// where the module exports what that needs.
    pub fn verified(module: WebAssembly::Module) -> Result<Self, WebError> {
        let is_kept = exports(&module, &KEPT);
        Ok(Self { is_kept, ..Self::new(module)? })
    }

    /// The same engine, but each guest starts its interpreter itself, instead of with the memory of
    /// one that has. That takes longer and changes nothing else, which is what it is there to show.
    #[must_use]
    pub fn cold(self) -> Self {
        Self { is_cold: true, ..self }
    }

    /// Makes a guest that waits for its function to be called, once. With `pause(milliseconds)`,
    /// which returns a promise, it gives way and sleeps, suspended: that needs JavaScript Promise
    /// Integration. It may be sooner than that.
    pub fn start(
        &self,
        world: World,
        host: Box<dyn Host>,
        pause: Option<Function>,
    ) -> Result<Started, WebError> {
        match LiveInstance::new(self, world.limits().memory_bytes, Run::Alone, pause)? {
            Some(guest) => guest.start(world, host, Run::Alone),
            None => Ok(Started::refused(world, host)),
        }
    }

    /// A guest that can be kept, if there are such. `None` within: its first memory is more than it
    /// may have.
    pub(crate) fn open(
        &self,
        memory_bytes: u64,
        pause: Option<Function>,
    ) -> Result<Option<LiveInstance>, WebError> {
        LiveInstance::new(self, memory_bytes, Run::Turn, pause)
    }

    /// Whether guests can be kept between runs.
    pub(crate) fn is_kept(&self) -> bool {
        self.is_kept
    }

    fn module(&self) -> &WebAssembly::Module {
        &self.module
    }

    /// The memory of an opened guest, made when it is first needed; `None` where every guest is
    /// opened.
    fn image(&self) -> Result<Option<&Image>, WebError> {
        if self.is_cold { Ok(None) } else { self.opened_image().map(Some) }
    }

    /// The memory of an opened guest.
    pub(crate) fn opened_image(&self) -> Result<&Image, WebError> {
        if let Some(image) = self.image.get() {
            return Ok(image);
        }
        let image = LiveInstance::image(self)?;
        Ok(self.image.get_or_init(|| image))
    }

    fn take_gate(&self, mode: Mode) -> Result<Gate, WebError> {
        let mut gates = self.gates.borrow_mut();
        match gates.iter().position(|gate| gate.mode == mode) {
            Some(index) => Ok(gates.swap_remove(index)),
            None => Gate::new(mode),
        }
    }

    fn give_back(&self, gate: Gate) {
        *gate.shared.pause.borrow_mut() = None;
        self.gates.borrow_mut().push(gate);
    }
}

/// The engine of core's [`run()`](run::run), for a driver over both twins.
impl run::Engine for Engine {
    type Error = WebError;

    fn execute(&self, world: World, host: Box<dyn Host>) -> Result<Execution, WebError> {
        let started = self.start(world, host, None)?;
        let returned = match started.function() {
            Some(start) => start.call0(&JsValue::UNDEFINED),
            None => Ok(JsValue::UNDEFINED),
        };
        started.finish(self, returned)
    }
}

/// The functions that a metered command exports. Of their types JavaScript is not told: one that
/// has another fails when it is called.
const FUNCTIONS: [&str; 5] =
    ["_start", names::FUEL, names::SET_FUEL, names::SET_MEMORY_LIMIT, names::MEMORY_REFUSALS];

/// What a module exports whose guests can be kept.
const KEPT: [&str; 4] =
    [run::OPEN_EXPORT, run::RUN_EXPORT, run::RESULT_EXPORT, run::INTERRUPT_EXPORT];

/// Whether it exports its memory and these functions. What it imports is checked when it is linked.
fn exports(module: &WebAssembly::Module, functions: &[&str]) -> bool {
    let exports = WebAssembly::Module::exports(module);
    let has = |name: &str, kind: &str| {
        Array::from(&exports).iter().any(|export| {
            let field = |key: &str| Reflect::get(&export, &key.into()).ok()?.as_string();
            field("name").as_deref() == Some(name) && field("kind").as_deref() == Some(kind)
        })
    };
    functions.iter().all(|name| has(name, "function")) && has(names::MEMORY, "memory")
}
