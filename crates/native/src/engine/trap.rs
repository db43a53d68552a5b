//! A guest's bad end in words that are the same on every engine: those of the WebAssembly
//! specification's test suite. No addresses, no backtraces.

use hognose_core::guest::{End, Halt};
use wasmer::{RuntimeError, sys::vm::TrapCode};

/// Carries a [`Halt`] through the guest's frames.
#[derive(Debug, thiserror::Error)]
#[error("the guest is halted: {0:?}")]
pub(super) struct Halted(pub(super) Halt);

impl From<Halted> for RuntimeError {
    fn from(halted: Halted) -> Self {
        Self::user(Box::new(halted))
    }
}

/// Carries a trap that a host call raises.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct HostTrap(pub(super) &'static str);

/// How a call that failed ended.
pub(super) fn end(error: RuntimeError) -> End {
    let words = match error.clone().to_trap() {
        Some(code) => words(code),
        None => match error.downcast::<Halted>() {
            Ok(Halted(halt)) => return End::Halted(halt),
            Err(error) => match error.downcast::<HostTrap>() {
                Ok(HostTrap(words)) => words,
                Err(_) => "uncaught exception",
            },
        },
    };
    End::Trapped(words.to_owned())
}

fn words(code: TrapCode) -> &'static str {
    match code {
        TrapCode::StackOverflow => "call stack exhausted",
        TrapCode::HeapAccessOutOfBounds => "out of bounds memory access",
        TrapCode::HeapMisaligned | TrapCode::UnalignedAtomic => "unaligned atomic",
        TrapCode::TableAccessOutOfBounds => "out of bounds table access",
        TrapCode::IndirectCallToNull => "uninitialized element",
        TrapCode::BadSignature => "indirect call type mismatch",
        TrapCode::IntegerOverflow => "integer overflow",
        TrapCode::IntegerDivisionByZero => "integer divide by zero",
        TrapCode::BadConversionToInteger => "invalid conversion to integer",
        TrapCode::UnreachableCodeReached => "unreachable",
        TrapCode::UncaughtException => "uncaught exception",
        TrapCode::UninitializedExnRef => "null exception reference",
        _ => "trap",
    }
}
