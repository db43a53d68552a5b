//! wasmer keeps every exception that a guest throws until the store is dropped, about 1 KiB each:
//! a loop that raises would use up the host's memory. They are dropped at each yield of the guest.

use super::trap::HostTrap;
use wasmer::{
    RuntimeError, StoreMut,
    sys::vm::{StoreObject as _, VMExceptionObj},
};
use wasmparser::{Operator, Parser, Payload, ValType};

/// Exceptions that a guest with exception references can keep: 64 MiB of them.
const MAX_KEPT: usize = 1 << 16;

/// Drops the exceptions that the guest has thrown, or where it may still refer to them
/// (`clear` is false), stops it once they are too many.
///
/// Why dropping is sound: the guest is at a yield, so no exception is in flight; and a module
/// without any exception reference ([`holds_exception_references`]) reads an exception only in
/// the landing pad that catches it, which is over before its next yield.
pub(super) fn collect(store: &mut StoreMut<'_>, clear: bool) -> Result<(), RuntimeError> {
    use wasmer::AsStoreMut as _;
    let thrown = VMExceptionObj::list_mut(store.objects_mut().as_sys_mut());
    if clear {
        thrown.clear();
    } else if thrown.len() > MAX_KEPT {
        return Err(RuntimeError::user(Box::new(HostTrap("too many exceptions"))));
    }
    Ok(())
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
