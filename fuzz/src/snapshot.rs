//! Snapshots: what is read takes memory in proportion to what is given, is written again the same, and
//! makes a world that keeps to its limits whatever is done in it.
//!
//! The first byte of an input says what the rest is: a whole snapshot, a payload as it is packed, or (most
//! often) a payload. The last two get an envelope and a checksum that is right.

#[path = "../../crates/core/tests/snapshot/format.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::cast_possible_truncation)]
mod format;
#[path = "../../crates/core/tests/snapshot/script.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::wildcard_imports)]
mod script;

use crate::{allocation::within, session::TestHost};
use hognose_core::{
    contract::{Limits, RuntimeIdentity},
    session::Session,
    snapshot::{Origin, RestoreOptions, Snapshot},
    workspace::TreeEntry,
};

/// The least that `limits.memory_bytes` can be: a guest of it is made for every snapshot that is read.
const MEMORY_BYTES: u64 = 2 << 20;
/// What a snapshot takes at most beside what is in proportion to it.
const MOST_BYTES: usize = 64 << 10;

/// The target.
///
/// # Panics
/// Where one of its promises is not kept.
pub fn snapshot(input: &[u8]) {
    let Some((kind, rest)) = input.split_first() else { return };
    let bytes = match kind {
        0 => rest.to_vec(),
        1 => {
            let Some((length, packed)) = rest.split_first_chunk() else { return };
            format::sealed_packed(u32::from_le_bytes(*length).into(), packed)
        }
        _ => format::sealed(rest),
    };
    // The most is taken by directories with one entry each.
    let most = MOST_BYTES + bytes.len() * if *kind > 1 { 32 } else { 32 * 255 };
    let limits = Limits::greatest().with_memory_bytes(MEMORY_BYTES);
    let options = RestoreOptions::new().with_limits(limits);
    let origin = format::origin();
    let Ok(snapshot) = within(most, || Snapshot::read(&bytes, origin, &options)) else {
        return;
    };
    let mut runtime = RuntimeIdentity::new("python", "5".repeat(64));
    runtime.manifest_sha256 = snapshot.manifest_sha256().map(str::to_owned);
    let stored = stored_bytes(&snapshot);
    let (mut guest, mut session) = format::restored(snapshot);
    assert!(guest.memory.len() as u64 <= MEMORY_BYTES);
    check(&session);

    let image = format::image();
    let origin = Origin::new(&runtime, image);
    let again = Snapshot::take(&origin, image, &guest, &session, None);
    let again = format::payload(&again.expect("it can be taken"));
    let payload = format::payload(&bytes);
    // Of the memory it may have stored what it need not.
    let world_bytes = payload.len() - stored;
    assert!(payload[..world_bytes] == again[..world_bytes], "it is written differently");

    // Calls need the test's own memory; the world goes on where it was.
    guest.memory.resize(1 << 20, 0);
    let mut turn = script::begin(&mut session, guest, TestHost::default());
    for step in payload.rchunks_exact(4).take(40) {
        script::step(&mut turn, step.try_into().expect("four bytes"));
    }
    script::end(&mut session, turn);
    check(&session);
}

/// Bytes of a payload that are the memory's.
fn stored_bytes(snapshot: &Snapshot) -> usize {
    let (_, pages) = snapshot.clone().into_parts();
    let stored: usize = pages
        .iter()
        .filter(|(_, page)| page.iter().any(|it| *it != 0))
        .map(|(_, page)| page.len())
        .sum();
    let words = usize::try_from(pages.memory_bytes() >> 16).expect("it is small");
    4 + 4 * words + stored
}

/// What must hold of a session at rest.
fn check(session: &Session) {
    let world = session.world().expect("it is open");
    world.limits().check().expect("its limits are in their ranges");
    let (limits, usage) = (world.limits(), world.workspace_use());
    assert!(usage.bytes <= limits.workspace_bytes && usage.files <= limits.workspace_files);
    let tree = world.tree(0).expect("the root is there");
    for pinned in ["workspace", "tmp"] {
        assert_eq!(tree.entries.get(pinned), Some(&TreeEntry::Directory));
    }
    let mut bytes = 0;
    for (path, entry) in &tree.entries {
        assert!(path.split('/').all(|name| !["", ".", ".."].contains(&name)), "{path}");
        assert!(path.split('/').count() as u64 <= limits.path_depth + 1);
        bytes += match entry {
            TreeEntry::File(content) => content.len() as u64,
            TreeEntry::Symlink(target) => target.len() as u64,
            TreeEntry::Directory => 0,
        };
    }
    assert!(bytes <= usage.bytes && tree.entries.len() as u64 - 2 <= usage.files);
}
