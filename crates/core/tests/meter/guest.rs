//! A metered module, run by an interpreter.

use hognose_core::meter::{meter, names};
use wasmi::{Caller, Engine, Error, Extern, Func, Instance, Linker, Module, Store, Val};

/// What the host knows and does while the guest runs.
#[derive(Default)]
pub struct Host {
    /// How often the guest yielded.
    pub yields: u32,
    /// The fuel that each yield gives. `None`: the first yield ends the guest.
    pub refill: Option<i64>,
}

/// A live guest.
pub struct Guest {
    pub store: Store<Host>,
    pub instance: Instance,
}

impl Guest {
    /// Meters a module in the text format and instantiates it.
    pub fn metered(wat: &str) -> Self {
        let wasm = wat::parse_str(wat).expect("the test's module parses");
        Self::of(&meter(&wasm).expect("it can be metered")).expect("it can be instantiated")
    }

    /// Instantiates a module as it is.
    pub fn of(wasm: &[u8]) -> Result<Self, Error> {
        let engine = Engine::default();
        let module = Module::new(&engine, wasm)?;
        let mut store = Store::new(&engine, Host::default());
        let mut linker = Linker::<Host>::new(&engine);
        linker.func_wrap(names::MODULE, names::YIELD, |mut caller: Caller<'_, Host>| {
            caller.data_mut().yields += 1;
            let Some(refill) = caller.data().refill else {
                return Err(Error::new("stopped"));
            };
            let set_fuel = caller.get_export(names::SET_FUEL).and_then(Extern::into_func);
            set_fuel.expect("is exported").call(&mut caller, &[Val::I64(refill)], &mut [])?;
            Ok(0)
        })?;
        linker.func_wrap(names::MODULE, "fd_close", |_fd: i32| 8_i32)?;
        let instance = linker.instantiate_and_start(&mut store, &module)?;
        Ok(Self { store, instance })
    }

    fn func(&self, name: &str) -> Func {
        let func = self.instance.get_func(&self.store, name);
        func.unwrap_or_else(|| panic!("{name} is an exported function"))
    }

    /// Calls an export; the result, where it has exactly one integer.
    pub fn try_call(&mut self, name: &str, arguments: &[Val]) -> Result<i64, Error> {
        let func = self.func(name);
        let mut results: Vec<Val> =
            func.ty(&self.store).results().iter().map(|ty| Val::default_for_ty(*ty)).collect();
        func.call(&mut self.store, arguments, &mut results)?;
        Ok(match results.first() {
            Some(Val::I32(value)) => (*value).into(),
            Some(Val::I64(value)) => *value,
            _ => 0,
        })
    }

    pub fn call(&mut self, name: &str, arguments: &[Val]) -> i64 {
        self.try_call(name, arguments).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn fuel(&mut self) -> i64 {
        self.call(names::FUEL, &[])
    }

    pub fn set_fuel(&mut self, fuel: i64) {
        self.call(names::SET_FUEL, &[Val::I64(fuel)]);
    }

    pub fn set_memory_limit(&mut self, pages: u32) {
        self.call(names::SET_MEMORY_LIMIT, &[Val::I32(pages.cast_signed())]);
    }

    pub fn memory_refusals(&mut self) -> i64 {
        self.call(names::MEMORY_REFUSALS, &[])
    }

    /// What a call costs.
    pub fn cost(&mut self, name: &str, arguments: &[Val]) -> i64 {
        self.set_fuel(1 << 40);
        self.call(name, arguments);
        (1 << 40) - self.fuel()
    }
}
