//! Guests' linear memories. Small ones are used again.
//!
//! To map, protect, touch and unmap memory costs a fresh guest more than all that a short program
//! does, and the kernel does it for one thread of a process at a time. So the memory of a guest
//! that has ended and stayed small is made new again and kept for the next.

use super::image::Image;
use rustix::mm::{
    Advice, MapFlags, MprotectFlags, ProtFlags, madvise, mmap, mmap_anonymous, mprotect, munmap,
};
use std::{
    cell::RefCell,
    ffi::c_void,
    fmt,
    ptr::{self, NonNull},
    sync::{Arc, Mutex, PoisonError},
};
use wasmer::{
    Bytes, MemoryType, Pages,
    sys::vm::{LinearMemory, MemoryError, MemoryStyle, VMMemory, VMMemoryDefinition},
};

/// A memory that grew beyond this many bytes is given back: to make it new would cost more.
const MAX_KEPT_BYTES: usize = 2 << 20;
/// How many unused ones are kept.
const MAX_KEPT: usize = 16;

thread_local! {
    /// What the next memory of this thread starts with.
    static NEXT: RefCell<Option<Arc<Image>>> = const { RefCell::new(None) };
}

/// Makes a guest whose memory starts with this image. (There is no other way to tell wasmer's
/// tunables which guest a memory is for.)
pub(super) fn over<T>(image: Option<&Arc<Image>>, make: impl FnOnce() -> T) -> T {
    NEXT.set(image.cloned());
    let guest = make();
    NEXT.set(None);
    guest
}

/// Memories that no guest has. Clones are the same pool.
#[derive(Clone, Default)]
pub(super) struct MemoryPool(Arc<Mutex<Vec<Mapping>>>);

impl MemoryPool {
    /// A fresh memory: all zero, of the type's minimum size; or its [image](over), of that one's.
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
        let image = NEXT.take();
        let mut mapping = match self.take(image.as_ref()) {
            Some(mapping) => mapping,
            None => Mapping::new(style, image)?,
        };
        let image_bytes = mapping.image.as_ref().map_or(0, |image| image.bytes().len());
        mapping.set_accessible(ty.minimum.bytes().0.max(image_bytes))?;
        let size = Pages::try_from(Bytes(mapping.accessible))
            .map_err(|_| MemoryError::Region("the image is too large".to_owned()))?;
        let mapping = Some(mapping);
        let memory = PooledMemory { mapping, pool: self.clone(), definition, size, ty, style };
        memory.define();
        Ok(VMMemory(Box::new(memory)))
    }

    /// One that was kept and is of this image.
    fn take(&self, image: Option<&Arc<Image>>) -> Option<Mapping> {
        let mut kept = self.kept();
        let is_it = |mapping: &Mapping| match (&mapping.image, image) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let index = kept.iter().rposition(is_it)?;
        Some(kept.swap_remove(index))
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
    image: Option<Arc<Image>>,
}

// SAFETY: it owns what it points to, and nothing about it belongs to a thread.
unsafe impl Send for Mapping {}
// SAFETY: through a shared reference it only tells where it is.
unsafe impl Sync for Mapping {}

impl Mapping {
    fn new(style: MemoryStyle, image: Option<Arc<Image>>) -> Result<Self, MemoryError> {
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
        let mut mapping = Self { base, length, accessible: 0, image };
        mapping.lay_image()?;
        Ok(mapping)
    }

    /// Puts the image at the start.
    fn lay_image(&mut self) -> Result<(), MemoryError> {
        let Some(image) = self.image.clone() else { return Ok(()) };
        let bytes = image.bytes();
        if bytes.len() > self.length {
            return Err(MemoryError::Region("the image is too large".to_owned()));
        }
        #[cfg(target_os = "linux")]
        if let Some(file) = image.file() {
            let access = ProtFlags::READ | ProtFlags::WRITE;
            let flags = MapFlags::PRIVATE | MapFlags::FIXED | MapFlags::NORESERVE;
            // SAFETY: the range is within this mapping, of which nobody knows yet, or no guest any
            // more. The file is sealed: what is mapped of it stays what it is.
            unsafe { mmap(self.base.as_ptr(), bytes.len(), access, flags, file, 0) }
                .map_err(|error| MemoryError::Region(error.to_string()))?;
            self.accessible = bytes.len();
            return Ok(());
        }
        self.set_accessible(bytes.len())?;
        // SAFETY: it is mapped and writable for so many bytes, and nobody else has it.
        unsafe { self.base.cast::<u8>().copy_from(NonNull::from(bytes).cast(), bytes.len()) }
        Ok(())
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

    /// Makes it new for the next guest.
    fn clear(&mut self) -> Result<(), MemoryError> {
        #[cfg(target_os = "linux")]
        if self.image.as_ref().is_some_and(|image| image.file().is_some()) {
            // What was copied of the image is dropped, and what was written behind it.
            // SAFETY: the range is this mapping's, and the guest that had it is gone.
            return unsafe {
                madvise(self.base.as_ptr(), self.accessible, Advice::LinuxDontNeed)
                    .map_err(|error| MemoryError::Region(error.to_string()))
            };
        }
        // SAFETY: it is mapped and writable, and the guest that had it is gone.
        unsafe { self.base.cast::<u8>().write_bytes(0, self.accessible) }
        self.lay_image()
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
        if mapping.clear().is_ok() {
            self.pool.kept().push(mapping);
        }
    }
}

impl fmt::Debug for PooledMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PooledMemory").field("ty", &self.ty()).finish_non_exhaustive()
    }
}
