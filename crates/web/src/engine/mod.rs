//! The browser's WebAssembly as an engine: the thin layer between core and one guest.

mod calls;
mod execute;
mod gate;
mod guest;
mod trap;

pub use calls::Calls;

pub use execute::Started;

use crate::error::WebError;
use alloc::{boxed::Box, vec::Vec};
use core::cell::RefCell;
use gate::Gate;
use hognose_core::{
    guest::Host,
    meter::names,
    run::{self, Execution},
    world::World,
};
use js_sys::{Array, Reflect, WebAssembly};
use wasm_bindgen::prelude::*;

/// How a guest runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To its end, in one go.
    Straight,
    /// Where it yields or sleeps, it gives way to what else its thread has to do. Needs JavaScript
    /// Promise Integration.
    Suspending,
}

/// A metered, compiled command and what its guests need.
pub struct Engine {
    module: WebAssembly::Module,
    /// Those that no guest has now.
    gates: RefCell<Vec<(Mode, Gate)>>,
}

impl Engine {
    /// An engine for guests of this module.
    pub fn new(module: WebAssembly::Module) -> Result<Self, WebError> {
        check(&module)?;
        Ok(Self { module, gates: RefCell::default() })
    }

    /// Makes a guest that waits for its function to be called. `pause(milliseconds)`, which returns a
    /// promise, is what a suspending one gives way and sleeps with. It may be sooner than that.
    pub fn start(
        &self,
        mode: Mode,
        world: World,
        host: Box<dyn Host>,
        pause: Option<js_sys::Function>,
    ) -> Result<Started, WebError> {
        Started::new(self, mode, world, host, pause)
    }

    fn take_gate(&self, mode: Mode) -> Result<Gate, WebError> {
        let mut gates = self.gates.borrow_mut();
        let kept = gates.iter().position(|(of, _)| *of == mode);
        match kept {
            Some(index) => Ok(gates.swap_remove(index).1),
            None => Gate::new(mode),
        }
    }

    fn give_back(&self, mode: Mode, gate: Gate) {
        self.gates.borrow_mut().push((mode, gate));
    }
}

/// The engine of core's [`run()`](run::run), for a driver over both twins.
impl run::Engine for Engine {
    type Error = WebError;

    fn execute(&self, world: World, host: Box<dyn Host>) -> Result<Execution, WebError> {
        let started = self.start(Mode::Straight, world, host, None)?;
        let thrown = match started.function() {
            Some(start) => start.call0(&JsValue::UNDEFINED).err(),
            None => None,
        };
        started.finish(self, thrown)
    }
}

/// The functions that a metered command exports. Of their types JavaScript is not told: one that
/// has another fails when it is called.
const FUNCTIONS: [&str; 5] =
    ["_start", names::FUEL, names::SET_FUEL, names::SET_MEMORY_LIMIT, names::MEMORY_REFUSALS];

/// Checks that it is a metered command. What it imports is checked when it is linked.
fn check(module: &WebAssembly::Module) -> Result<(), WebError> {
    let exports = WebAssembly::Module::exports(module);
    let has = |name: &str, kind: &str| {
        Array::from(&exports).iter().any(|export| {
            let field = |key: &str| Reflect::get(&export, &key.into()).ok()?.as_string();
            field("name").as_deref() == Some(name) && field("kind").as_deref() == Some(kind)
        })
    };
    let complete = FUNCTIONS.iter().all(|name| has(name, "function"));
    if complete && has(names::MEMORY, "memory") { Ok(()) } else { Err(WebError::Meter) }
}
