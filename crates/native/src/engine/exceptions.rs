//! wasmer keeps every exception that a guest throws until the store is dropped, with the addresses
//! of all frames above which it was thrown: a loop that raises would use up the host's memory. They
//! are dropped at each yield of the guest.

use super::trap::HostTrap;
use wasmer::{
    RuntimeError, StoreMut,
    sys::vm::{StoreObject as _, VMExceptionObj},
};
use wasmparser::{Operator, Parser, Payload, ValType};

/// Exceptions that a guest with exception references can keep.
const MAX_KEPT: usize = 1 << 16;
/// Bytes that these may take: one has a place for each frame that it was thrown below, and for
/// each of its values.
const MAX_KEPT_BYTES: usize = 32 << 20;
/// Bytes of a value of an exception.
const VALUE_BYTES: usize = 16;

/// What becomes of the exceptions that a guest has thrown.
pub(super) enum Thrown {
    /// It cannot refer to them any more once it yields: they are dropped.
    Dropped,
    /// It may refer to them: they are kept, and it is stopped once they are too many. So many
    /// have been looked at, and take so many bytes.
    Kept { count: usize, bytes: usize },
}

impl Thrown {
    /// Those of a module that can keep exceptions, or cannot.
    pub(super) fn by(keeps_exceptions: bool) -> Self {
        if keeps_exceptions { Self::Kept { count: 0, bytes: 0 } } else { Self::Dropped }
    }

    /// The guest yields, which it does before every throw.
    ///
    /// Why dropping is sound: no exception is in flight; and a module without any exception
    /// reference ([`holds_exception_references`]) reads an exception only in the landing pad that
    /// catches it, which is over before its next yield.
    pub(super) fn collect(&mut self, store: &mut StoreMut<'_>) -> Result<(), RuntimeError> {
        use wasmer::AsStoreMut as _;
        let thrown = VMExceptionObj::list_mut(store.objects_mut().as_sys_mut());
        match self {
            Self::Dropped => thrown.clear(),
            Self::Kept { count, bytes } => {
                for exception in thrown.get(*count..).unwrap_or_default() {
                    *bytes += size_of_val(exception.backtrace().frames())
                        + exception.payload().len() * VALUE_BYTES;
                }
                *count = thrown.len();
                if *count > MAX_KEPT || *bytes > MAX_KEPT_BYTES {
                    return Err(RuntimeError::user(Box::new(HostTrap("too many exceptions"))));
                }
            }
        }
        Ok(())
    }
}

/// Whether a module can keep an exception in a value. Any doubt counts as yes.
pub(crate) fn holds_exception_references(wasm: &[u8]) -> bool {
    scan(wasm).unwrap_or(true)
}

fn scan(wasm: &[u8]) -> wasmparser::Result<bool> {
    let is_exception = |ty: ValType| match ty {
        // `exnref` and `nullexnref`, nullable or not; anything that is not a plain reference.
        ValType::Ref(ty) => !ty.is_func_ref() && !ty.is_extern_ref(),
        _ => false,
    };
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(types) => {
                for ty in types.into_iter_err_on_gc_types() {
                    let ty = ty?;
                    if ty.params().iter().chain(ty.results()).any(|ty| is_exception(*ty)) {
                        return Ok(true);
                    }
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    if is_exception(global?.ty.content_type) {
                        return Ok(true);
                    }
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    if is_exception(ValType::Ref(table?.ty.element_type)) {
                        return Ok(true);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                for local in body.get_locals_reader()? {
                    if is_exception(local?.1) {
                        return Ok(true);
                    }
                }
                for operator in body.get_operators_reader()? {
                    match operator? {
                        Operator::ThrowRef => return Ok(true),
                        Operator::TryTable { try_table } => {
                            use wasmparser::Catch::{AllRef, OneRef};
                            if try_table
                                .catches
                                .iter()
                                .any(|it| matches!(it, OneRef { .. } | AllRef { .. }))
                            {
                                return Ok(true);
                            }
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    Ok(false)
}
