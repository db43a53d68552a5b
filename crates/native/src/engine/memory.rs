//! Guests' linear memories. Small ones are used again.
//!
//! To map, protect, touch and unmap memory costs a fresh guest more than all that a short program
//! does, and the kernel does it for one thread of a process at a time. So the memory of a guest
//! that has ended and stayed small is zeroed and kept for the next.

use rustix::mm::{MapFlags, MprotectFlags, ProtFlags, mmap_anonymous, mprotect, munmap};
use std::{
    ffi::c_void,
    fmt,
    ptr::{self, NonNull},
    sync::{Arc, Mutex, PoisonError},
};
use wasmer::{
    MemoryType, Pages,
    sys::vm::{LinearMemory, MemoryError, MemoryStyle, VMMemory, VMMemoryDefinition},
};

/// A memory that grew beyond this many bytes is given back: zeroing it would cost more.
const MAX_KEPT_BYTES: usize = 2 << 20;
/// How many unused ones are kept.
const MAX_KEPT: usize = 16;

/// Memories that no guest has. Clones are the same pool.
#[derive(Clone, Default)]
pub(super) struct MemoryPool(Arc<Mutex<Vec<Mapping>>>);

impl MemoryPool {
    /// A fresh memory: all zero, of the type's minimum size.
    ///
    /// # Safety
    /// `definition` points to a memory definition that the instance owns, for as long as the
    /// memory is used.
    pub(super) unsafe fn create(
        &self,
        ty: MemoryType,
        style: MemoryStyle,
        definition: NonNull<VMMemoryDefinition>,
    ) -> Result<VMMemory, MemoryError> {
        let kept = self.kept().pop();
        let mut mapping = match kept {
            Some(mapping) => mapping,
            None => Mapping::new(style)?,
        };
        mapping.set_accessible(ty.minimum.bytes().0)?;
        let mapping = Some(mapping);
        let memory =
            PooledMemory { mapping, pool: self.clone(), definition, size: ty.minimum, ty, style };
        memory.define();
        Ok(VMMemory(Box::new(memory)))
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<Mapping>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Address space for the largest memory and its guard; the first `accessible` bytes are memory.
struct Mapping {
    base: NonNull<c_void>,
    length: usize,
    accessible: usize,
}

// SAFETY: it owns what it points to, and nothing about it belongs to a thread.
unsafe impl Send for Mapping {}
// SAFETY: through a shared reference it only tells where it is.
unsafe impl Sync for Mapping {}

impl Mapping {
    fn new(style: MemoryStyle) -> Result<Self, MemoryError> {
        let guard = usize::try_from(style.offset_guard_size()).ok();
        let length =
            guard.and_then(|guard| MemoryStyle::static_bound().bytes().0.checked_add(guard));
        let length = length.ok_or_else(|| MemoryError::Region("no address space".to_owned()))?;
        // SAFETY: a new mapping, wherever there is room, touches no other.
        let base = unsafe {
            let flags = MapFlags::PRIVATE | MapFlags::NORESERVE;
            mmap_anonymous(ptr::null_mut(), length, ProtFlags::empty(), flags)
        };
        let base = base.ok().and_then(NonNull::new);
        let base =
            base.ok_or_else(|| MemoryError::Region("no address space is left".to_owned()))?;
        Ok(Self { base, length, accessible: 0 })
    }

    /// Makes exactly the first so many bytes memory: an access behind them is a trap.
    fn set_accessible(&mut self, bytes: usize) -> Result<(), MemoryError> {
        let (from, to, flags) = if bytes > self.accessible {
            (self.accessible, bytes, MprotectFlags::READ | MprotectFlags::WRITE)
        } else {
            (bytes, self.accessible, MprotectFlags::empty())
        };
        if to > self.length {
            return Err(MemoryError::Region("the memory is too large".to_owned()));
        }
        if from < to {
            // SAFETY: the range is within the mapping, and of whole pages as all sizes here are.
            unsafe { mprotect(self.base.byte_add(from).as_ptr(), to - from, flags) }
                .map_err(|error| MemoryError::Region(error.to_string()))?;
        }
        self.accessible = bytes;
        Ok(())
    }

    /// Zeroes what is accessible.
    fn clear(&mut self) {
        // SAFETY: it is mapped and writable, and the guest that had it is gone.
        unsafe { self.base.cast::<u8>().write_bytes(0, self.accessible) }
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        // SAFETY: the mapping is this one's own. Where unmapping fails there is nothing to do.
        let _ = unsafe { munmap(self.base.as_ptr(), self.length) };
    }
}

/// A guest's memory. It goes back to the pool when the guest is dropped.
struct PooledMemory {
    /// `None` only while it is dropped.
    mapping: Option<Mapping>,
    pool: MemoryPool,
    definition: NonNull<VMMemoryDefinition>,
    size: Pages,
    ty: MemoryType,
    style: MemoryStyle,
}

// SAFETY: `definition` is the instance's, which goes wherever its memory goes.
unsafe impl Send for PooledMemory {}
// SAFETY: what a shared reference reads changes only through an exclusive one.
unsafe impl Sync for PooledMemory {}

impl PooledMemory {
    /// Tells the guest's code where its memory is.
    fn define(&self) {
        if let Some(mapping) = &self.mapping {
            let definition = VMMemoryDefinition {
                base: mapping.base.as_ptr().cast(),
                current_length: self.size.bytes().0,
            };
            // SAFETY: `MemoryPool::create` was promised that it is valid.
            unsafe { self.definition.write(definition) }
        }
    }
}

impl LinearMemory for PooledMemory {
    fn ty(&self) -> MemoryType {
        MemoryType { minimum: self.size, ..self.ty }
    }

    fn size(&self) -> Pages {
        self.size
    }

    fn style(&self) -> MemoryStyle {
        self.style
    }

    fn grow(&mut self, delta: Pages) -> Result<Pages, MemoryError> {
        let before = self.size;
        let refused = MemoryError::CouldNotGrow { current: before, attempted_delta: delta };
        let maximum = self.ty.maximum.unwrap_or(Pages::max_value());
        match (before.checked_add(delta), &mut self.mapping) {
            (Some(size), Some(mapping)) if size <= maximum => {
                mapping.set_accessible(size.bytes().0)?;
                self.size = size;
                self.define();
                Ok(before)
            }
            _ => Err(refused),
        }
    }

    fn vmmemory(&self) -> NonNull<VMMemoryDefinition> {
        self.definition
    }

    fn try_clone(&self) -> Result<Box<dyn LinearMemory + Send + Sync>, MemoryError> {
        Err(MemoryError::MemoryNotShared)
    }

    fn copy(&self) -> Result<Box<dyn LinearMemory + Send + Sync>, MemoryError> {
        Err(MemoryError::UnsupportedOperation { message: "copying a memory".to_owned() })
    }
}

impl Drop for PooledMemory {
    fn drop(&mut self) {
        let Some(mut mapping) = self.mapping.take() else { return };
        if mapping.accessible > MAX_KEPT_BYTES || self.pool.kept().len() >= MAX_KEPT {
            return;
        }
        mapping.clear();
        self.pool.kept().push(mapping);
    }
}

impl fmt::Debug for PooledMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PooledMemory").field("ty", &self.ty()).finish_non_exhaustive()
    }
}
