//! A module, metered or not, run by an interpreter with bounds of its own.

use hognose_core::meter::{MAX_TABLE_ENTRIES, names};
use std::sync::LazyLock;
use wasmi::{
    Caller, Config, Engine, Error, Export, Extern, Func, Instance, Linker, Module, Store,
    StoreLimits, StoreLimitsBuilder, TrapCode, Val, ValType,
};
use wasmparser::{Operator, Parser, Payload};

/// Bytes of memory that a guest gets: enough to grow a little.
const MEMORY_BYTES: usize = 2 << 20;
/// The interpreter's own measure of work, which ends what metering did not: many times what a
/// budget of fuel pays, at 256 operators for a unit.
const WORK: u64 = 40_000_000;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let mut config = Config::default();
    config.consume_fuel(true);
    Engine::new(&config)
});

struct Host {
    limits: StoreLimits,
    refill: Option<i64>,
    given: i64,
    stopped: bool,
}

/// What a call came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// It returned these values.
    Returned(Vec<String>),
    /// It trapped, in these words.
    Trapped(String),
    /// The interpreter's stack was used up.
    Exhausted,
    /// Its fuel was used up.
    Stopped,
}

/// Whether a module stores a lane of a vector, at which wasmi 2.0.0 panics where both operands come
/// from its stack.
fn stores_a_lane(wasm: &[u8]) -> bool {
    Parser::new(0).parse_all(wasm).any(|payload| {
        let Ok(Payload::CodeSectionEntry(body)) = payload else { return false };
        body.get_operators_reader().is_ok_and(|operators| {
            operators.into_iter().flatten().any(|operator| {
                matches!(
                    operator,
                    Operator::V128Store8Lane { .. }
                        | Operator::V128Store16Lane { .. }
                        | Operator::V128Store32Lane { .. }
                        | Operator::V128Store64Lane { .. }
                )
            })
        })
    })
}

/// A live guest.
pub struct Guest {
    store: Store<Host>,
    instance: Instance,
}

impl Guest {
    /// Starts a module; `None` where the interpreter or its bounds do not allow that.
    pub fn start(wasm: &[u8]) -> Option<Self> {
        if stores_a_lane(wasm) {
            return None;
        }
        let module = Module::new(&ENGINE, wasm).ok()?;
        let limits = StoreLimitsBuilder::new()
            .memory_size(MEMORY_BYTES)
            .table_elements(MAX_TABLE_ENTRIES as usize)
            .build();
        let host = Host { limits, refill: None, given: 0, stopped: false };
        let mut store = Store::new(&ENGINE, host);
        store.limiter(|host| &mut host.limits);
        store.set_fuel(WORK).ok()?;
        let mut linker = Linker::<Host>::new(&ENGINE);
        linker.func_wrap(names::MODULE, names::YIELD, yielded).ok()?;
        linker.func_wrap(names::MODULE, "fd_close", |_fd: i32| 8_i32).ok()?;
        let instance = linker.instantiate_and_start(&mut store, &module).ok()?;
        Some(Self { store, instance })
    }

    /// Whether the interpreter had to end it.
    pub fn is_runaway(&self) -> bool {
        self.store.get_fuel().is_ok_and(|left| left == 0)
    }

    /// Gives it this fuel.
    pub fn set_fuel(&mut self, fuel: i64) {
        self.call(names::SET_FUEL, fuel);
        self.store.data_mut().given = fuel;
    }

    /// From now on it gets more fuel whenever it has used up what it has.
    pub fn refill_with(&mut self, slice: i64) {
        self.store.data_mut().refill = Some(slice);
    }

    /// All fuel that it was given.
    pub fn given(&self) -> i64 {
        self.store.data().given
    }

    /// The fuel that it has left.
    pub fn fuel(&mut self) -> i64 {
        let mut fuel = [Val::I64(0)];
        let func = self.instance.get_func(&self.store, names::FUEL);
        func.expect("it is metered").call(&mut self.store, &[], &mut fuel).expect("it returns");
        fuel[0].i64().unwrap_or(0)
    }

    /// Calls one of the meter's exports.
    pub fn call(&mut self, name: &str, argument: impl Into<Val>) {
        let func = self.instance.get_func(&self.store, name).expect("it is metered");
        func.call(&mut self.store, &[argument.into()], &mut []).expect("it returns");
    }

    /// The size of its memory.
    pub fn pages(&self) -> Option<u64> {
        self.instance.get_memory(&self.store, names::MEMORY).map(|memory| memory.size(&self.store))
    }

    /// Its memory, and its exported globals of numbers.
    pub fn state(&self) -> (Vec<u8>, Vec<String>) {
        let memory = self.instance.get_memory(&self.store, names::MEMORY);
        let memory = memory.map(|memory| memory.data(&self.store).to_vec());
        let globals = self.instance.exports(&self.store).filter_map(|export| {
            let value = export.into_global()?.get(&self.store);
            is_number(value.ty()).then(|| format!("{value:?}"))
        });
        (memory.unwrap_or_default(), globals.collect())
    }

    /// Calls the exported functions that take and give only numbers, with zeros, up to `most` of
    /// them or until one cannot be told from the end of the guest.
    pub fn call_all(&mut self, most: usize) -> Vec<Called> {
        let funcs: Vec<Func> = self
            .instance
            .exports(&self.store)
            .filter(|export| !export.name().starts_with("hognose_"))
            .filter_map(Export::into_func)
            .collect();
        let mut calls = Vec::new();
        for func in funcs {
            if calls.len() >= most {
                break;
            }
            let ty = func.ty(&self.store);
            if !ty.params().iter().chain(ty.results()).all(|ty| is_number(*ty)) {
                continue;
            }
            let zero = |ty: &ValType| Val::default_for_ty(*ty);
            let arguments: Vec<Val> = ty.params().iter().map(zero).collect();
            let mut results: Vec<Val> = ty.results().iter().map(zero).collect();
            let result = func.call(&mut self.store, &arguments, &mut results);
            calls.push(match result {
                Ok(()) => Called::Returned(results.iter().map(|it| format!("{it:?}")).collect()),
                Err(_) if self.store.data().stopped || self.is_runaway() => Called::Stopped,
                Err(error) => match error.as_trap_code() {
                    Some(TrapCode::StackOverflow) => Called::Exhausted,
                    Some(TrapCode::OutOfFuel) => {
                        // What was left was less than one step needs.
                        self.store.set_fuel(0).expect("fuel is counted");
                        Called::Stopped
                    }
                    _ => Called::Trapped(error.to_string()),
                },
            });
            if matches!(calls.last(), Some(Called::Stopped | Called::Exhausted)) {
                break;
            }
        }
        calls
    }
}

fn is_number(ty: ValType) -> bool {
    matches!(ty, ValType::I32 | ValType::I64 | ValType::F32 | ValType::F64 | ValType::V128)
}

/// `sched_yield`: the meter's, or the guest's own.
fn yielded(mut caller: Caller<'_, Host>) -> Result<i32, Error> {
    let export =
        |caller: &Caller<'_, Host>, name| caller.get_export(name).and_then(Extern::into_func);
    let mut left = [Val::I64(0)];
    if let Some(fuel) = export(&caller, names::FUEL) {
        fuel.call(&mut caller, &[], &mut left)?;
    }
    let mut left = left[0].i64().unwrap_or(0);
    if left >= 0 {
        return Ok(0);
    }
    let Some(slice) = caller.data().refill else {
        caller.data_mut().stopped = true;
        return Err(Error::new("stopped"));
    };
    while left < 0 {
        left += slice;
        caller.data_mut().given += slice;
    }
    if let Some(set_fuel) = export(&caller, names::SET_FUEL) {
        set_fuel.call(&mut caller, &[Val::I64(left)], &mut [])?;
    }
    Ok(0)
}
