//! Which pages of a private mapping have been written to: what Linux tells in `/proc/self/pagemap`, a
//! `u64` for each page. Nothing is wrong where it does not: then every page is looked at.

use super::image::PIECE_BYTES;
use std::{fs::File, os::unix::fs::FileExt as _, sync::OnceLock};

/// In memory, or swapped out.
const HERE: u64 = 0b11 << 62;
/// A page of a file, not a copy of one.
const OF_THE_FILE: u64 = 1 << 61;

/// Whether each page of this memory is something else than the page of a file, or no page at all.
/// `None` where that cannot be told.
pub(super) fn written(memory: &[u8]) -> Option<Vec<bool>> {
    static PAGEMAP: OnceLock<Option<File>> = OnceLock::new();
    let pagemap = PAGEMAP.get_or_init(|| File::open("/proc/self/pagemap").ok()).as_ref()?;
    let start = memory.as_ptr().addr();
    if region::page::size() != PIECE_BYTES || !start.is_multiple_of(PIECE_BYTES) {
        return None;
    }
    let mut entries = vec![0; memory.len().div_ceil(PIECE_BYTES) * 8];
    pagemap.read_exact_at(&mut entries, (start / PIECE_BYTES * 8) as u64).ok()?;
    let (entries, _) = entries.as_chunks::<8>();
    let is_written = |entry: &[u8; 8]| {
        let entry = u64::from_le_bytes(*entry);
        entry & HERE != 0 && entry & OF_THE_FILE == 0
    };
    Some(entries.iter().map(is_written).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_told() {
        let mut memory = vec![0_u8; 64 * PIECE_BYTES];
        let skip = memory.as_ptr().align_offset(PIECE_BYTES);
        let memory = &mut memory[skip..skip + 32 * PIECE_BYTES];
        memory[5 * PIECE_BYTES + 7] = 1;
        let Some(written) = written(memory) else {
            assert!(File::open("/proc/self/pagemap").is_err(), "the file is there");
            return;
        };
        assert_eq!(written.len(), 32);
        assert!(written[5]);
        // Some are not there at all yet: a vector of zeros is untouched memory.
        assert!(written.iter().any(|written| !written));
    }
}
