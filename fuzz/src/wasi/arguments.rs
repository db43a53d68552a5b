//! Arguments that often mean something, made of bytes.

use crate::session::{CREATE, DATA, IOVS, MEMORY_BYTES, PATH, READ, Session, TRUNCATE, WRITE};
use arbitrary::{Arbitrary as _, Unstructured};

const PATHS: &[&str] = &[
    "workspace/file",
    "workspace/dir/inner",
    "workspace/dir",
    "workspace/link",
    "workspace/loop",
    "tmp/a",
    "tmp/b",
    "tmp/a/b",
    "tmp/a/b/c/d/e",
    "tmp/a/",
    ".",
    "..",
    "tmp/../..",
    "/tmp",
    "",
    "tmp/.",
    "tmp//b/",
    "workspace",
    "link",
    "a",
    "b",
    "tmp/a-name-that-is-too-long",
    "tmp/\0",
    "tmp/\u{1f600}",
];
/// Bytes from one path in the guest's memory to the next.
const SLOT: u32 = 64;
/// Where subscriptions are: to a clock, to standard input, to standard output.
const SUBSCRIPTIONS: u32 = 8 << 10;

pub fn put_paths(session: &mut Session) {
    for (slot, path) in (0..).zip(PATHS) {
        session.put(PATH + slot * SLOT, path.as_bytes());
    }
}

pub fn put_subscriptions(session: &mut Session) {
    let mut bytes = [0; 3 * 48];
    bytes[8] = 0;
    bytes[16] = 1;
    bytes[24..32].copy_from_slice(&1_000_u64.to_le_bytes());
    bytes[48 + 8] = 1;
    bytes[96 + 8] = 2;
    bytes[96 + 16] = 1;
    session.put(SUBSCRIPTIONS, &bytes);
}

/// A value for an argument, by its name; `before` is the argument before it.
pub fn value(name: &str, input: &mut Unstructured<'_>, before: Option<u64>) -> u64 {
    let memory = u64::from(MEMORY_BYTES);
    let choice = u16::arbitrary(input).unwrap_or(0);
    let index = usize::from(choice / 16);
    let pick = |values: &[u64]| values[index % values.len()];
    match (choice % 16, name) {
        (15, _) => pick(&[
            0,
            1,
            7,
            8,
            memory - 1,
            memory,
            memory + 1,
            memory - 8,
            memory - 48,
            u64::from(u32::MAX),
            u64::from(u32::MAX) - 3,
            1 << 31,
            i64::MAX as u64,
            u64::MAX,
            u64::MAX - 7,
            1 << 40,
        ]),
        // Any number at all, or any place in memory.
        (14, _) => {
            let any = u64::arbitrary(input).unwrap_or(0);
            if index.is_multiple_of(8) { any } else { any % (memory + 8) }
        }
        (_, "old_fd" | "new_fd") => pick(&[3, 3, 3, 5, 3, 4, 0]),
        (_, "old_flags") => pick(&[0, 0, 0, 1, 2]),
        (_, "fd" | "from" | "to") => pick(&[3, 4, 5, 6, 7, 8, 3, 4, 0, 1, 2]),
        (_, "path" | "old_path" | "new_path") => {
            u64::from(PATH) + (index % PATHS.len()) as u64 * u64::from(SLOT)
        }
        (_, "path_len" | "old_path_len" | "new_path_len") => {
            let slot = before.unwrap_or(0).saturating_sub(PATH.into()) / u64::from(SLOT);
            let path = usize::try_from(slot).ok().and_then(|slot| PATHS.get(slot));
            path.map_or(9, |path| path.len() as u64)
        }
        (_, "iovs") => IOVS.into(),
        (_, "subscriptions") => SUBSCRIPTIONS.into(),
        (_, "iovs_len" | "nsubscriptions") => pick(&[0, 1, 2, 3, 4, 1_024, 1_025]),
        (_, "offset" | "size" | "len") => pick(&[0, 1, 10, 100, 1_000, 5_000, 1 << 20]),
        (_, "base" | "inheriting") => pick(&[READ | WRITE, READ, WRITE, 0, u64::MAX]),
        (_, "oflags") => pick(&[CREATE.into(), 0, TRUNCATE.into(), 3, 5, 9, 2]),
        (_, "flags" | "dirflags" | "fdflags" | "fst_flags" | "whence" | "advice") => {
            pick(&[0, 1, 2, 4, 5, 16])
        }
        (_, "buf_len") => pick(&[0, 1, 24, 30, 100, 4_096]),
        (_, "cookie") => pick(&[0, 1, 2, 3, 1 << 32, (1 << 32) + 2, 1 << 33]),
        (_, "id") => pick(&[0, 1, 2, 3, 4]),
        (_, "code" | "signal" | "atim" | "mtim" | "precision") => index as u64,
        _ => u64::from(DATA) + index as u64,
    }
}
