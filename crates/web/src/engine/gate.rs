//! The gate: a small module between a guest and the host calls, made here and not by anyone else.
//!
//! What ends a guest must not be caught by it. A JavaScript exception can be, by `catch_all`; a
//! trap cannot. So a host call that halts the guest returns −1, and the gate traps. It also makes a
//! trap of whatever else JavaScript throws.
//!
//! Where a guest can be suspended, a call that has to wait, or a yield, returns −2: the gate calls
//! what suspends the guest, and then makes the call again.
//!
//! And a guest near the end of its stack must not make the host overflow it, which would leave core
//! in the middle of something. So the gate first takes more stack than any host call needs, and
//! gives it back: where there is not enough, it is the guest that overflows.

use super::{
    Mode,
    calls::{AGAIN, Calls, Shared},
};
use crate::error::WebError;
use alloc::{vec, vec::Vec};
use hognose_core::wasi::MAX_ARGUMENTS;
use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{convert::IntoWasmAbi as _, prelude::*};

/// The module of the gate's imports.
const HOST: &str = "host";
/// Its imports: which calls are meant, a number, and the two methods of [`Calls`].
const CALLS: &str = "calls";
const CALL: &str = "call";
const PAUSE: &str = "pause";
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
    pub(super) mode: Mode,
    pub(super) shared: Shared,
    /// What a guest imports.
    pub(super) imports: Object,
}

impl Gate {
    pub(super) fn new(mode: Mode) -> Result<Self, WebError> {
        let shared = Shared::default();
        // Never freed, as nobody knows when the last guest is gone that could call: some bytes for
        // each of the few gates that there are at once.
        let calls = Calls::new(shared.clone()).into_abi().into_usize();
        Self::bind(mode, shared, calls).map_err(|thrown| WebError::module(&thrown))
    }

    fn bind(mode: Mode, shared: Shared, calls: usize) -> Result<Self, JsValue> {
        let exports = wasm_bindgen::exports();
        let set = |object: &Object, name: &str, value: &JsValue| {
            Reflect::set(object, &name.into(), value).map(drop)
        };
        let export = |name: &str| Reflect::get(&exports, &name.into());
        let host = Object::new();
        set(&host, CALLS, &calls.into())?;
        set(&host, CALL, &export("calls_call")?)?;
        if mode == Mode::Suspending {
            // As it is, it is WebAssembly's, and that cannot be what suspends.
            let pause = export("calls_pause")?.dyn_into::<Function>()?;
            let pause = pause.bind0(&JsValue::UNDEFINED);
            set(&host, PAUSE, &Suspending::new(&pause)?.into())?;
        }
        let imports = Object::new();
        set(&imports, HOST, &host)?;
        let module = WebAssembly::Module::new(&Uint8Array::from(&module(mode)[..]))?;
        let gate = WebAssembly::Instance::new(&module, &imports)?;
        let imports = Object::new();
        set(&imports, hognose_core::meter::names::MODULE, &gate.exports())?;
        Ok(Self { mode, shared, imports })
    }
}

/// What a gate had for a guest that is never told to have ended goes with it.
impl Drop for Gate {
    fn drop(&mut self) {
        if let Ok(mut live) = self.shared.live.try_borrow_mut() {
            *live = None;
        }
        if let Ok(mut pause) = self.shared.pause.try_borrow_mut() {
            *pause = None;
        }
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

/// Functions that a gate imports, and the first of its own.
fn imported(mode: Mode) -> u32 {
    match mode {
        Mode::Straight => 1,
        Mode::Suspending => 2,
    }
}

/// The gate's bytes.
fn module(mode: Mode) -> Vec<u8> {
    // Types: of each call, of `room`, of what is imported. Functions: what is imported, each call,
    // `room`.
    let count = u32::try_from(NAMES.len()).unwrap_or(u32::MAX);
    let own = imported(mode);
    let room = own + count;
    let mut call = vec![I32, I32];
    call.extend([I64; MAX_ARGUMENTS]);
    let others: [(&[u8], &[u8]); 3] = [(&[I32], &[]), (&call, &[I32]), (&[I32], &[])];
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    section(&mut module, 1, count + 3, |out| {
        for (params, results) in TYPES.iter().chain(&others) {
            out.push(0x60);
            bytes(out, params);
            bytes(out, results);
        }
    });
    section(&mut module, 2, 1 + own, |out| {
        let import = |out: &mut Vec<u8>, name: &str, kind: u8| {
            bytes(out, HOST.as_bytes());
            bytes(out, name.as_bytes());
            out.push(kind);
        };
        import(out, CALLS, 0x03);
        out.extend([I32, 0]); // a constant
        for (index, name) in (1..=own).zip([CALL, PAUSE]) {
            import(out, name, 0x00);
            leb(out, count + index);
        }
    });
    section(&mut module, 3, count + 1, |out| (0..=count).for_each(|index| leb(out, index)));
    section(&mut module, 5, 1, |out| out.extend([0x00, 1]));
    section(&mut module, 7, count, |out| {
        for (index, name) in (own..).zip(NAMES) {
            bytes(out, name.as_bytes());
            out.push(0x00);
            leb(out, index);
        }
    });
    section(&mut module, 10, count + 1, |out| {
        for (number, (params, results)) in (0..).zip(TYPES) {
            bytes(out, &passage(mode, number, room, params, !results.is_empty()));
        }
        bytes(out, &room_code(room));
    });
    module
}

/// One call's way through the gate.
fn passage(mode: Mode, number: u8, room: u32, params: &[u8], has_result: bool) -> Vec<u8> {
    let result = u32::try_from(params.len()).unwrap_or(u32::MAX);
    let mut out = vec![1, 1, I32]; // one local
    out.extend([0x41, ROOM_FRAMES - 1, 0x10]); // i32.const, call
    leb(&mut out, room);
    out.extend([0x03, 0x40]); // loop
    out.extend([0x02, 0x40, 0x1f, 0x40, 1, 0x02, 0]); // block, try_table (catch_all 0)
    out.extend([0x23, 0, 0x41, number]); // global.get 0, i32.const
    for (param, of) in (0..).zip(params) {
        out.push(0x20);
        leb(&mut out, param);
        if *of == I32 {
            out.push(0xad); // i64.extend_i32_u
        }
    }
    (params.len()..MAX_ARGUMENTS).for_each(|_| out.extend([0x42, 0])); // i64.const 0
    out.extend([0x10, 0]);
    let local = |out: &mut Vec<u8>, code: u8| {
        out.push(code);
        leb(out, result);
    };
    local(&mut out, 0x21);
    if mode == Mode::Suspending {
        local(&mut out, 0x20);
        out.extend([0x41, AGAIN_BYTE, 0x46, 0x04, 0x40]); // i32.const −2, i32.eq, if
        out.extend([0x23, 0, 0x10, 1, 0x0c, 3, 0x0b]); // global.get 0, call, br to the loop, end
    }
    out.push(0x0b); // end of try_table
    if has_result {
        // An errno is no less than zero.
        local(&mut out, 0x20);
        out.extend([0x41, 0, 0x4e, 0x04, 0x40]); // i32.const 0, i32.ge_s, if
        local(&mut out, 0x20);
        out.extend([0x0f, 0x0b]); // return, end
    }
    out.extend([0x0b, 0x0b, 0x00, 0x0b]); // end of block, end of loop, unreachable, end
    out
}

/// −2 as a signed LEB128.
const AGAIN_BYTE: u8 = 0x7e;
const _: () = assert!(AGAIN == -2);

// A constant of one byte is a number below 64.
const _: () = assert!(NAMES.len() <= 64);

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
