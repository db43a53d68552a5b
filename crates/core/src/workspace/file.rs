//! The bytes of a file: those that were given at the start until the first write, then its own.

use crate::wasi::Errno;
use alloc::{sync::Arc, vec::Vec};

/// A file's bytes. What was given at the start is shared with the record of the start, so that an
/// untouched file costs nothing and is seen to be untouched without being read.
#[derive(Clone, Debug)]
pub(super) enum FileBytes {
    Shared(Arc<[u8]>),
    Owned(Vec<u8>),
}

impl Default for FileBytes {
    fn default() -> Self {
        Self::Owned(Vec::new())
    }
}

impl FileBytes {
    pub(super) fn len(&self) -> usize {
        self.as_slice().len()
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        match self {
            Self::Shared(bytes) => bytes,
            Self::Owned(bytes) => bytes,
        }
    }

    /// Whether these are, for sure, the bytes of the start. (`false`: nobody has looked.)
    pub(super) fn is_same(&self, start: &Arc<[u8]>) -> bool {
        matches!(self, Self::Shared(bytes) if Arc::ptr_eq(bytes, start))
    }

    /// The bytes as they are now, shared with whoever asks until the next write.
    pub(super) fn share(&mut self) -> Arc<[u8]> {
        if let Self::Owned(bytes) = self {
            *self = Self::Shared(Arc::from(core::mem::take(bytes)));
        }
        match self {
            Self::Shared(bytes) => Arc::clone(bytes),
            Self::Owned(_) => Arc::default(),
        }
    }

    /// The bytes, `len` of them: cut, or filled up with zeros. Grows geometrically, but never
    /// beyond `ceiling` unless `len` is. On an error nothing has changed.
    pub(super) fn resize(&mut self, len: usize, ceiling: usize) -> Result<&mut [u8], Errno> {
        if let Self::Shared(start) = self {
            let keep = start.len().min(len);
            let mut own = Vec::new();
            own.try_reserve_exact(len).map_err(|_| Errno::NoMem)?;
            own.extend_from_slice(&start[..keep]);
            *self = Self::Owned(own);
        }
        let Self::Owned(bytes) = self else { return Err(Errno::Io) };
        if len > bytes.capacity() {
            let target = bytes.capacity().saturating_mul(2).min(ceiling).max(len);
            bytes.try_reserve_exact(target - bytes.len()).map_err(|_| Errno::NoMem)?;
        }
        bytes.resize(len, 0);
        // Memory comes back with the quota, except for crumbs.
        if bytes.capacity() / 4 > len.max(1_024) {
            bytes.shrink_to(len);
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_stays_below_the_ceiling_and_shrinking_gives_memory_back() {
        let mut bytes = FileBytes::default();
        for len in 1..=10_000 {
            bytes.resize(len, 10_000).expect("fits");
        }
        let FileBytes::Owned(own) = &bytes else { panic!("owned") };
        assert!(own.capacity() <= 10_000, "capacity {}", own.capacity());
        bytes.resize(0, 10_000).expect("cut");
        let FileBytes::Owned(own) = &bytes else { panic!("owned") };
        assert!(own.capacity() < 4_096, "capacity {}", own.capacity());
    }

    #[test]
    fn shared_bytes_are_copied_on_the_first_change_only() {
        let start: Arc<[u8]> = Arc::from(&b"start"[..]);
        let mut bytes = FileBytes::Shared(start.clone());
        assert!(bytes.is_same(&start));
        bytes.resize(7, 100).expect("fits")[0] = b'S';
        assert!(!bytes.is_same(&start));
        assert_eq!(bytes.as_slice(), b"Start\0\0");
        assert_eq!(&start[..], b"start");
    }
}
