//! The gate: a small module between a guest and the host calls, made here and not by anyone else.
//!
//! What ends a guest must not be caught by it. A JavaScript exception can be, by `catch_all`; a
//! trap cannot. So a host call that halts the guest returns −1, and the gate traps. It also makes a
//! trap of whatever else JavaScript throws.
//!
//! And a guest near the end of its stack must not make the host overflow it, which would leave core
//! in the middle of something. So the gate first takes more stack than any host call needs, and
//! gives it back: where there is not enough, it is the guest that overflows.

use super::{Mode, calls::Calls, calls::Shared};
use crate::error::WebError;
use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

/// What the gate's imports are called.
const HOST: &str = "host";
/// Values of 16 bytes that a frame of the function `room` has.
const ROOM_VALUES: u32 = 1_024;
/// How many such frames make the room that a host call has: 64 KiB.
const ROOM_FRAMES: u8 = 4;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = WebAssembly)]
    type Suspending;
    #[wasm_bindgen(constructor, catch, js_namespace = WebAssembly)]
    fn new(function: &Function) -> Result<Suspending, JsValue>;
}

/// A gate and the state that its calls share. It serves one guest at a time.
pub(super) struct Gate {
    pub(super) shared: Shared,
    /// What a guest imports.
    pub(super) imports: Object,
}

impl Gate {
    pub(super) fn new(mode: Mode) -> Result<Self, WebError> {
        let shared = Shared::default();
        let calls = JsValue::from(Calls::new(shared.clone()));
        Self::bind(mode, shared, &calls).map_err(|thrown| WebError::module(&thrown))
    }

    fn bind(mode: Mode, shared: Shared, calls: &JsValue) -> Result<Self, JsValue> {
        let method = |name: &str| -> Result<Function, JsValue> {
            Ok(Reflect::get(calls, &name.into())?.dyn_into::<Function>()?.bind0(calls))
        };
        let host = Object::new();
        for name in NAMES {
            Reflect::set(&host, &(*name).into(), &method(name)?.into())?;
        }
        if mode == Mode::Suspending {
            let yields = Suspending::new(&method("yields")?)?;
            Reflect::set(&host, &"sched_yield".into(), &yields)?;
        }
        let imports = Object::new();
        Reflect::set(&imports, &HOST.into(), &host)?;
        let module = WebAssembly::Module::new(&Uint8Array::from(&module()[..]))?;
        let gate = WebAssembly::Instance::new(&module, &imports)?;
        let imports = Object::new();
        let name = hognose_core::meter::names::MODULE;
        Reflect::set(&imports, &name.into(), &gate.exports())?;
        Ok(Self { shared, imports })
    }
}

const I32: u8 = 0x7f;
const I64: u8 = 0x7e;

macro_rules! wasm_type {
    (u32) => {
        I32
    };
    (u64) => {
        I64
    };
}

macro_rules! wasm_results {
    (()) => {
        &[]
    };
    (i32) => {
        &[I32]
    };
}

macro_rules! table {
    ($($name:ident($($arg:ident: $ty:ident),* $(,)?) -> $ret:tt;)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        /// Parameters and results of each call.
        const TYPES: &[(&[u8], &[u8])] = &[$((&[$(wasm_type!($ty)),*], wasm_results!($ret))),*];
    };
}

hognose_core::for_each_preview1_call!(table);

/// The gate's bytes.
fn module() -> Vec<u8> {
    // There are as many imports as functions behind them; then comes `room`.
    let count = u32::try_from(NAMES.len()).unwrap_or(u32::MAX);
    let room = 2 * count;
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    section(&mut module, 1, count + 1, |out| {
        for (params, results) in TYPES.iter().chain([&(&[I32][..], &[][..])]) {
            out.push(0x60);
            bytes(out, params);
            bytes(out, results);
        }
    });
    section(&mut module, 2, count, |out| {
        for (index, name) in (0..).zip(NAMES) {
            bytes(out, HOST.as_bytes());
            bytes(out, name.as_bytes());
            out.push(0x00);
            leb(out, index);
        }
    });
    section(&mut module, 3, count + 1, |out| (0..=count).for_each(|index| leb(out, index)));
    section(&mut module, 5, 1, |out| out.extend([0x00, 1]));
    section(&mut module, 7, count, |out| {
        for (index, name) in (0..).zip(NAMES) {
            bytes(out, name.as_bytes());
            out.push(0x00);
            leb(out, count + index);
        }
    });
    section(&mut module, 10, count + 1, |out| {
        for (index, (params, results)) in (0..).zip(TYPES) {
            bytes(out, &passage(index, room, params.len(), !results.is_empty()));
        }
        bytes(out, &room_code(room));
    });
    module
}

/// One call's way through the gate.
fn passage(call: u32, room: u32, params: usize, has_result: bool) -> Vec<u8> {
    let params = u32::try_from(params).unwrap_or(u32::MAX);
    let result = params;
    let mut out = vec![1, 1, I32]; // one local
    out.extend([0x41, ROOM_FRAMES - 1, 0x10]); // i32.const, call
    leb(&mut out, room);
    out.extend([0x02, 0x40, 0x1f, 0x40, 1, 0x02, 0]); // block, try_table (catch_all 0)
    for param in 0..params {
        out.push(0x20);
        leb(&mut out, param);
    }
    out.push(0x10);
    leb(&mut out, call);
    let local = |out: &mut Vec<u8>, code: u8| {
        out.push(code);
        leb(out, result);
    };
    if has_result {
        local(&mut out, 0x21);
    }
    out.push(0x0b); // end of try_table
    if has_result {
        // An errno is no less than zero.
        local(&mut out, 0x20);
        out.extend([0x41, 0, 0x4e, 0x04, 0x40]); // i32.const 0, i32.ge_s, if
        local(&mut out, 0x20);
        out.extend([0x0f, 0x0b]); // return, end
    }
    out.extend([0x0b, 0x00, 0x0b]); // end of block, unreachable, end
    out
}

/// `room(frames)`: has a frame with room for all its values, and as many below it. It never makes
/// use of them: what it looks at is always zero, which no compiler can know.
fn room_code(room: u32) -> Vec<u8> {
    let simd = |out: &mut Vec<u8>, code: u32| {
        out.push(0xfd);
        leb(out, code);
    };
    let mut out = vec![0]; // no locals
    out.extend([0x20, 0, 0x04, 0x40]); // local.get 0, if
    out.extend([0x20, 0, 0x41, 1, 0x6b, 0x10]); // local.get 0, i32.const 1, i32.sub, call
    leb(&mut out, room);
    out.push(0x0b); // end
    out.extend([0x41, 0, 0x28, 2, 0, 0x04, 0x40]); // i32.const 0, i32.load, if
    out.extend([0x41, 0]); // the address to store at
    for index in 0..ROOM_VALUES {
        out.extend([0x41, 0]);
        simd(&mut out, 0); // v128.load
        out.push(4);
        leb(&mut out, index * 16);
    }
    out.extend([0x41, 0, 0x10]); // all of them live across a call
    leb(&mut out, room);
    for _ in 1..ROOM_VALUES {
        simd(&mut out, 81); // v128.xor
    }
    simd(&mut out, 11); // v128.store
    out.extend([4, 0, 0x0b, 0x0b]); // end, end
    out
}

fn section(module: &mut Vec<u8>, id: u8, count: u32, fill: impl FnOnce(&mut Vec<u8>)) {
    let mut out = Vec::new();
    leb(&mut out, count);
    fill(&mut out);
    module.push(id);
    bytes(module, &out);
}

/// Bytes with their number before them.
fn bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    leb(out, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(bytes);
}

/// An unsigned LEB128.
fn leb(out: &mut Vec<u8>, mut value: u32) {
    loop {
        let [low, ..] = value.to_le_bytes();
        value >>= 7;
        if value == 0 {
            out.push(low & 0x7f);
            return;
        }
        out.push(low | 0x80);
    }
}
