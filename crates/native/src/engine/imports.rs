//! Binds core's preview-1 calls, all of them, to a guest's imports.

use super::{
    execute::{Live, State},
    guest::LiveGuest,
    trap::{Halted, HostTrap},
};
use hognose_core::{guest::Halt, meter::names, wasi::Preview1};
use wasmer::{
    AsStoreMut, Function, FunctionEnv, FunctionEnvMut, FunctionType, RuntimeError, StoreMut, Type,
};

/// A type as WebAssembly has it.
macro_rules! wasm_type {
    (u32) => {
        Type::I32
    };
    (i32) => {
        Type::I32
    };
    (u64) => {
        Type::I64
    };
}

/// The results of a call.
macro_rules! wasm_results {
    (()) => {
        vec![]
    };
    ($ty:ident) => {
        vec![wasm_type!($ty)]
    };
}

macro_rules! bind {
    ($($name:ident($($arg:ident: $ty:ident),* $(,)?) -> $ret:tt;)*) => {
        /// The type of the preview-1 call with this name.
        pub(crate) fn signature(name: &str) -> Option<FunctionType> {
            match name {
                $(stringify!($name) => {
                    Some(FunctionType::new(vec![$(wasm_type!($ty)),*], wasm_results!($ret)))
                })*
                _ => None,
            }
        }

        /// The preview-1 call with this name, bound to the world in `env`.
        pub(super) fn function(
            name: &str,
            store: &mut StoreMut<'_>,
            env: &FunctionEnv<State>,
        ) -> Option<Function> {
            match name {
                $(stringify!($name) => Some(Function::new_typed_with_env(
                    store,
                    env,
                    |env: FunctionEnvMut<'_, State>, $($arg: $ty),*| -> Result<$ret, RuntimeError> {
                        call(env, stringify!($name), |mut preview1| preview1.$name($($arg),*))
                    },
                )),)*
                _ => None,
            }
        }
    };
}

hognose_core::for_each_preview1_call!(bind);

/// Makes one call for the guest. A halt unwinds it; nothing in the guest can catch that, because
/// wasmer unwinds by leaving the guest's stack, not by a WebAssembly exception.
#[inline]
fn call<T>(
    mut env: FunctionEnvMut<'_, State>,
    name: &'static str,
    f: impl FnOnce(Preview1<'_, LiveGuest<'_>>) -> Result<T, Halt>,
) -> Result<T, RuntimeError> {
    let (state, mut store) = env.data_and_store_mut();
    let Some(Live { world, host, exports, thrown }) = state.live.as_mut() else {
        // Only a start function or one of the meter's exports could call outside of a run.
        return Err(RuntimeError::user(Box::new(HostTrap("a host call outside of the run"))));
    };
    let mut guest = LiveGuest::new(store.as_store_mut(), exports);
    let result = f(Preview1 { guest: &mut guest, world, host: host.as_mut() });
    guest.finish()?;
    if name == names::YIELD {
        thrown.collect(&mut store)?;
    }
    result.map_err(|halt| Halted(halt).into())
}
