//! A guest, from its start to its end or from one run to the next.

use super::{
    Engine, Image, Mode,
    calls::Live,
    gate::Gate,
    guest::{GuestExports, LiveGuest},
    trap,
};
use crate::{error::WebError, host::PageHost};
use alloc::{borrow::ToOwned, boxed::Box};
use hognose_core::{
    contract::{ErrorReport, TurnResult},
    guest::{End, Guest as _, GuestMemory, Halt, Host},
    run::{Execution, Remains},
    world::World,
};
use js_sys::{Function, WebAssembly};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = WebAssembly)]
    fn promising(function: &Function) -> Result<Function, JsValue>;
}

/// What a guest's run is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The only one that there will be.
    Alone,
    /// One of many: only of a guest that can be kept.
    Turn,
}

/// A guest between two runs, or before its only one.
pub(crate) struct LiveInstance {
    guest: LiveGuest,
    body: Body,
}

/// What belongs to a guest, whether it runs or not.
struct Body {
    gate: Gate,
    /// Whether it is one that can be kept.
    is_kept: bool,
    /// Runs it.
    start: Function,
    /// Refusals of memory in earlier runs.
    refusals: u32,
    /// Where the word is with which a turn is interrupted.
    interrupt: Option<u32>,
}

impl LiveInstance {
    /// A guest with this ceiling for its memory; ready, where its module has that. `pause` is for
    /// one that can be suspended. `None`: its first memory is more than it may have.
    pub(super) fn new(
        engine: &Engine,
        memory_bytes: u64,
        run: Run,
        pause: Option<Function>,
    ) -> Result<Option<Self>, WebError> {
        let mode = if pause.is_some() { Mode::Suspending } else { Mode::Straight };
        let Some(mut it) = Self::bare(engine, mode, memory_bytes, run)? else { return Ok(None) };
        if engine.is_kept() {
            match engine.image()? {
                Some(image) => it.guest.restore(image.bytes().len() as u64, image.patch())?,
                None => it.open()?,
            }
        }
        *it.body.gate.shared.pause.borrow_mut() = pause;
        Ok(Some(it))
    }

    /// A guest with what its module puts into its memory, and nothing else.
    fn bare(
        engine: &Engine,
        mode: Mode,
        memory_bytes: u64,
        run: Run,
    ) -> Result<Option<Self>, WebError> {
        let gate = engine.take_gate(mode)?;
        let instance = WebAssembly::Instance::new(engine.module(), &gate.imports)
            .map_err(|thrown| WebError::Module(trap::instantiation(&thrown)))?;
        let exports: GuestExports = instance.exports().unchecked_into();
        let start = if engine.is_kept() { exports.run() } else { exports.start() };
        let start = match mode {
            Mode::Straight => start,
            Mode::Suspending => promising(&start).map_err(|thrown| WebError::module(&thrown))?,
        };
        // `_start` takes no argument, and does not mind one.
        let start = start.bind1(&JsValue::UNDEFINED, &i32::from(run == Run::Turn).into());
        let start: Function = start.unchecked_into();
        let guest = LiveGuest::new(exports);
        if guest.size() > memory_bytes {
            engine.give_back(gate);
            return Ok(None);
        }
        guest.limit_memory(memory_bytes)?;
        let body = Body { gate, is_kept: engine.is_kept(), start, refusals: 0, interrupt: None };
        Ok(Some(Self { guest, body }))
    }

    /// Makes the interpreter ready. It sees the same empty world whatever is to be run in it.
    fn open(&mut self) -> Result<(), WebError> {
        let (mut world, mut host) = (World::empty(), Box::new(PageHost::default()));
        // Its time is not the page's, which may have been there for hours.
        world.begin(host.as_mut());
        let guest = LiveGuest::new(self.guest.exports.clone());
        self.body.enter(world, host, guest);
        let opened = self.guest.open();
        self.body.leave().ok_or(WebError::Open)?;
        opened
    }

    /// The image of a module: a guest's memory once it is open.
    pub(super) fn image(engine: &Engine) -> Result<Image, WebError> {
        let guest = Self::bare(engine, Mode::Straight, u64::MAX, Run::Alone)?;
        let mut guest = guest.ok_or(WebError::Open)?;
        let before = guest.guest.contents()?;
        guest.open()?;
        let image = Image::new(guest.guest.contents()?, &before);
        guest.retire(engine);
        Ok(image)
    }

    /// Makes the memory of a guest that has run nothing this: pieces over the image.
    pub(crate) fn restore<'a>(
        &mut self,
        bytes: u64,
        pieces: impl Iterator<Item = (u32, &'a [u8])>,
    ) -> Result<(), WebError> {
        self.guest.restore(bytes, pieces)
    }

    /// Another guest in the same state, with this ceiling for its memory.
    pub(crate) fn fork(
        &self,
        engine: &Engine,
        memory_bytes: u64,
        pause: Option<Function>,
    ) -> Result<Self, WebError> {
        let fork = Self::bare(engine, self.body.gate.mode, memory_bytes, Run::Turn)?;
        let mut fork = fork.ok_or(WebError::Meter)?;
        fork.guest.copy(&self.guest)?;
        *fork.body.gate.shared.pause.borrow_mut() = pause;
        Ok(fork)
    }

    /// The memory, to be read.
    pub(crate) fn memory(&self) -> &impl GuestMemory {
        &self.guest
    }

    /// Gets it ready for a run. JavaScript then calls its function, and tells what came of that.
    pub(crate) fn start(
        mut self,
        mut world: World,
        mut host: Box<dyn Host>,
        run: Run,
    ) -> Result<Started, WebError> {
        if run == Run::Turn {
            if self.body.interrupt.is_none() {
                self.body.interrupt = self.guest.interrupt();
            }
            if let Some(word) = self.body.interrupt {
                world.make_interruptible(word);
            }
        }
        let fuel = world.begin(host.as_mut());
        self.guest.set_fuel(fuel);
        if self.guest.failed() {
            return Err(WebError::Meter);
        }
        let Self { guest, body } = self;
        body.enter(world, host, guest);
        body.gate.shared.start_slice();
        Ok(Started(Begun::Running(body)))
    }

    /// It is not run any more: what it had is there for another.
    pub(crate) fn retire(self, engine: &Engine) {
        engine.give_back(self.body.gate);
    }
}

impl Body {
    /// Lets host calls be made.
    fn enter(&self, world: World, host: Box<dyn Host>, guest: LiveGuest) {
        *self.gate.shared.live.borrow_mut() = Some(Live { world, host, guest, halted: None });
    }

    /// From here on a host call fails, so that nothing can change what the run came to.
    fn leave(&self) -> Option<Live> {
        self.gate.shared.live.try_borrow_mut().ok()?.take()
    }
}

/// A guest whose function is to be called, once, by JavaScript: no frame of ours may stand between a
/// guest and what suspends it.
pub struct Started(Begun);

enum Begun {
    Running(Body),
    /// The guest's first memory is more than it may have, and it is not run.
    Refused(Box<Execution>),
}

impl Started {
    /// A run whose guest is refused its first memory.
    pub(super) fn refused(mut world: World, mut host: Box<dyn Host>) -> Self {
        let fuel = world.begin(host.as_mut());
        world.end(fuel, host.as_mut());
        let end = End::Trapped("the first memory is refused".to_owned());
        let remains = Remains { memory_refusals: 1, ..Remains::only(end) };
        Self(Begun::Refused(Box::new(Execution { world, remains })))
    }

    /// The function to call, unless the guest is not to be run at all.
    pub fn function(&self) -> Option<Function> {
        match &self.0 {
            Begun::Running(body) => Some(body.start.clone()),
            Begun::Refused(_) => None,
        }
    }

    /// The run is taken back before its function is called: a turn is then one that was cancelled.
    pub(crate) fn revoke(&mut self) {
        let Begun::Running(body) = &self.0 else { return };
        if let Some(Live { world, guest, halted, .. }) = &mut *body.gate.shared.live.borrow_mut() {
            *halted = world.interrupt(Halt::Cancelled, guest).err();
        }
    }

    /// What the only run of a guest came to when the function returned, or threw.
    pub fn finish(
        self,
        engine: &Engine,
        returned: Result<JsValue, JsValue>,
    ) -> Result<Execution, WebError> {
        let (execution, guest) = self.rest(returned)?;
        if let Some(guest) = guest {
            guest.retire(engine);
        }
        Ok(execution)
    }

    /// What a run came to when the function returned, or threw; and the guest after it.
    pub(crate) fn rest(
        self,
        returned: Result<JsValue, JsValue>,
    ) -> Result<(Execution, Option<LiveInstance>), WebError> {
        let mut body = match self.0 {
            Begun::Running(body) => body,
            Begun::Refused(execution) => return Ok((*execution, None)),
        };
        let Some(Live { world, host, mut guest, halted }) = body.leave() else {
            let words = returned
                .map_or_else(|thrown| crate::error::words(&thrown), |_| "ended twice".to_owned());
            return Err(WebError::Internal(words));
        };
        if guest.failed() {
            return Err(WebError::Meter);
        }
        let end = match (halted, returned) {
            (Some(halt), _) => End::Halted(halt),
            (None, Ok(code)) => End::Returned(exit_code(&code)),
            (None, Err(thrown)) => End::Trapped(trap::words(&thrown).to_owned()),
        };
        let mut execution = remains(&mut guest, body.is_kept, world, host, end);
        let refusals = execution.remains.memory_refusals;
        execution.remains.memory_refusals = refusals.saturating_sub(body.refusals);
        body.refusals = refusals;
        Ok((execution, Some(LiveInstance { guest, body })))
    }
}

/// What was returned: `_start` returns nothing.
#[expect(clippy::cast_possible_truncation, reason = "an i32")]
fn exit_code(returned: &JsValue) -> u32 {
    (returned.as_f64().unwrap_or_default() as i32).cast_unsigned()
}

/// What is left of a guest that has ended.
fn remains(
    guest: &mut LiveGuest,
    is_kept: bool,
    mut world: World,
    mut host: Box<dyn Host>,
    end: End,
) -> Execution {
    guest.refresh();
    let fuel_left = guest.fuel();
    world.end(fuel_left, host.as_mut());
    let peak_memory_bytes = guest.size();
    let memory_refusals = guest.memory_refusals();
    if let Some(at) = guest.stdout() {
        guest.refresh();
        world.write_unwritten(guest, at, host.as_mut());
    }
    let (report, result) = match end {
        End::Returned(_) | End::Halted(Halt::Exit(_)) => {
            (guest.error(), if is_kept { guest.result() } else { None })
        }
        End::Halted(_) | End::Trapped(_) => (None, None),
    };
    guest.refresh();
    let remains = Remains {
        end,
        report: report.and_then(|at| ErrorReport::read(guest, at)),
        result: result.and_then(|at| TurnResult::read(guest, at)),
        peak_memory_bytes,
        memory_refusals,
    };
    Execution { world, remains }
}
