//! A guest's linear memory.

use std::ptr::NonNull;
use wasmer::{
    MemoryType,
    sys::vm::{MemoryError, MemoryStyle, VMMemory, VMMemoryDefinition},
};

/// A fresh memory.
///
/// # Safety
/// `location` points to a memory definition that the instance owns.
pub(super) unsafe fn create(
    ty: MemoryType,
    style: MemoryStyle,
    location: NonNull<VMMemoryDefinition>,
) -> Result<VMMemory, MemoryError> {
    // SAFETY: the caller's promise about `location` is passed on.
    unsafe { VMMemory::from_definition(&ty, &style, location) }
}
