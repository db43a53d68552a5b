//! How much a guest's memories, tables and stack can have. The limits of a run are in the metered
//! module; these hold even if it were not.

use super::{STACK_BYTES, memory::MemoryPool};
use hognose_core::meter::MAX_TABLE_ENTRIES;
use std::ptr::NonNull;
use wasmer::{
    MemoryType, TableType,
    sys::{
        BaseTunables, Tunables,
        vm::{
            MemoryError, MemoryStyle, TableStyle, VMConfig, VMMemory, VMMemoryDefinition, VMTable,
            VMTableDefinition,
        },
    },
};

/// Pages of 64 KiB that 32-bit memory can have.
const MAX_PAGES: u32 = 65_536;

/// wasmer's own tunables with ceilings.
pub(super) struct GuestTunables {
    base: BaseTunables,
    config: VMConfig,
    pool: MemoryPool,
}

impl GuestTunables {
    pub(super) fn new() -> Self {
        let config = VMConfig { wasm_stack_size: Some(STACK_BYTES) };
        Self { base: BaseTunables::new(), config, pool: MemoryPool::default() }
    }
}

fn clamp_memory(ty: &MemoryType) -> Result<MemoryType, MemoryError> {
    if ty.shared {
        return Err(MemoryError::Generic("memory that threads share is not supported".into()));
    }
    let maximum = ty.maximum.map_or(MAX_PAGES, |pages| pages.0.min(MAX_PAGES));
    if ty.minimum.0 > maximum {
        return Err(MemoryError::Generic(format!("{} pages are too many", ty.minimum.0)));
    }
    Ok(MemoryType { maximum: Some(maximum.into()), ..*ty })
}

fn clamp_table(ty: &TableType) -> Result<TableType, String> {
    let maximum = ty.maximum.unwrap_or(MAX_TABLE_ENTRIES).min(MAX_TABLE_ENTRIES);
    if ty.minimum > maximum {
        return Err(format!("{} table entries are more than {maximum}", ty.minimum));
    }
    Ok(TableType { maximum: Some(maximum), ..*ty })
}

impl Tunables for GuestTunables {
    fn memory_style(&self, _: &MemoryType) -> MemoryStyle {
        // All of the address space is reserved, so that no access needs a bounds check.
        MemoryStyle::Static
    }

    fn table_style(&self, table: &TableType) -> TableStyle {
        self.base.table_style(table)
    }

    fn create_host_memory(
        &self,
        ty: &MemoryType,
        style: &MemoryStyle,
    ) -> Result<VMMemory, MemoryError> {
        self.base.create_host_memory(&clamp_memory(ty)?, style)
    }

    unsafe fn create_vm_memory(
        &self,
        ty: &MemoryType,
        style: &MemoryStyle,
        location: NonNull<VMMemoryDefinition>,
    ) -> Result<VMMemory, MemoryError> {
        // SAFETY: the caller's promise about `location` is passed on.
        unsafe { self.pool.create(clamp_memory(ty)?, *style, location) }
    }

    fn create_host_table(&self, ty: &TableType, style: &TableStyle) -> Result<VMTable, String> {
        self.base.create_host_table(&clamp_table(ty)?, style)
    }

    unsafe fn create_vm_table(
        &self,
        ty: &TableType,
        style: &TableStyle,
        location: NonNull<VMTableDefinition>,
    ) -> Result<VMTable, String> {
        // SAFETY: the caller's promise about `location` is passed on.
        unsafe { self.base.create_vm_table(&clamp_table(ty)?, style, location) }
    }

    fn vmconfig(&self) -> &VMConfig {
        &self.config
    }
}
