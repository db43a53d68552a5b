//! A session as bytes: what either twin takes, and either restores.
//!
//! ```
//! use hognose_core::{contract::{RuntimeIdentity, SessionOptions}, guest::{GuestMemory, OutOfBounds}};
//! use hognose_core::{session::Session, snapshot::{Origin, RestoreOptions, Snapshot, SnapshotKey}};
//! # struct Memory(Vec<u8>);
//! # impl GuestMemory for Memory {
//! #     fn size(&self) -> u64 { self.0.len() as u64 }
//! #     fn read(&self, at: u32, into: &mut [u8]) -> Result<(), OutOfBounds> {
//! #         into.copy_from_slice(&self.0[at as usize..][..into.len()]); Ok(())
//! #     }
//! #     fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), OutOfBounds> {
//! #         self.0[at as usize..][..bytes.len()].copy_from_slice(bytes); Ok(())
//! #     }
//! # }
//! let image = vec![7; 64 << 10];
//! let runtime = RuntimeIdentity::new("python", "0".repeat(64));
//! let origin = Origin::new(&runtime, &image); // once for a runtime: it hashes the image
//! # let session = Session::new(SessionOptions::new())?;
//! # let (mut guest, mut other) = (Memory(image.clone()), Memory(image.clone()));
//! # guest.0[5_000] = 8;
//! let key = SnapshotKey::new([1; 32]);
//! let bytes = Snapshot::take(&origin, &image, &guest, &session, Some(&key))?;
//!
//! let snapshot = Snapshot::read(&bytes, &origin, &RestoreOptions::new().with_key(key))?;
//! let (session, pages) = snapshot.into_parts();
//! pages.write_to(&mut other)?; // over the image, in a memory of `pages.memory_bytes()`
//! # assert!(other.0 == guest.0 && session.used().turns == 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The format, version 1
//!
//! Numbers are little-endian; `bytes` are a `u32` length and as many bytes, `text` is UTF-8 in `bytes`.
//! `n ×` is a `u32` count and as many of what follows. One state is one payload: every other is refused,
//! except that a page may be stored that is as in the image.
//!
//! **Envelope**: `HOGSNAP\n`; `u32` version; `u8` kind of tag; the tag (32); `u64` length of the payload;
//! `u64` length of what follows; the packed payload. The tag is the SHA-256 (kind 0) or the HMAC-SHA-256
//! (kind 1) of all other bytes. **Packed**: the payload in chunks of 64 KiB (the last is shorter), each
//! `u32` length and an LZ4 block, or the chunk itself where the length is the chunk's.
//!
//! **Payload**:
//! - text SHA-256 of the module (64 hexadecimal digits); `u8` 1 and text SHA-256 of the manifest, or `u8` 0;
//!   text SHA-256 of the image;
//! - the limits, `u64` each in the order of [`Limits::TABLE`]; the session: `u64` turns, fuel, wall µs;
//! - the world: n × text `NAME=value`; `u64` nanoseconds of all turns, and of the work in them; `u8` whether
//!   there was a turn; `u8` 0 where time and chance are the host's, else 1 and `u64` seed, random bytes given,
//!   epoch in seconds;
//! - the filesystem, then the descriptors;
//! - the memory: `u32` pages of 64 KiB, and for each: `u32`, two bits for each of its 16 pages of 4 KiB from
//!   the lowest on (0: as in the image, or zero behind its end; 1: zero; 2: stored); the stored ones.
//!
//! **Filesystem**: `u64` next inode number; the root's *attributes*; then for each directory, in the order
//! in which they occur, the root first: n × entry, sorted by name: text name; `u64` place in listings, rising
//! from above 2; `u8` kind; by kind:
//! 0 file: attributes, bytes; 1 symbolic link: attributes, text target; 2 directory: attributes;
//! 3 one more name of a file: `u32` its number; 4 the same of a symbolic link. Each kind is numbered from 0
//! in the order of occurrence. *Attributes*: `u64` inode number, accessed, modified, changed (ns since 1970).
//!
//! **Descriptors**: n × (from 0; the last is open) `u8` kind; by kind: 0 closed; 1, 2, 3 standard streams;
//! 4 file: `u32` number, `u64` offset; 5 file without a name, which thereby gets a number: attributes, bytes,
//! `u64` offset; 6 directory: `u32` number; 7 directory without a name: attributes; 8 the preopened root. All but
//! 0 end with `u64` rights, `u64` inheriting rights, `u32` flags.
//!
//! Of a turn that is over nothing is kept but what it used.

mod chunks;
mod envelope;
mod error;
mod pages;
mod wire;

pub use error::{SnapshotError, TakeError};
pub use pages::Pages;

pub(crate) use wire::{Flaw, Reader, Writer};

use crate::{
    bundle::{is_sha256, sha256_hex},
    contract::{Limits, RuntimeIdentity, SessionUse},
    guest::GuestMemory,
    session::Session,
    world::World,
};
use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// What a snapshot holds at most, uncompressed, where the embedder says nothing else: 256 MiB.
pub const DEFAULT_MAX_BYTES: u64 = 256 << 20;

/// A key of the embedder. Who has it can make snapshots that are restored with it.
#[derive(Clone)]
pub struct SnapshotKey([u8; 32]);

impl SnapshotKey {
    /// A key of 32 random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl core::fmt::Debug for SnapshotKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SnapshotKey(…)")
    }
}

/// What a session is a session of: a runtime, and its *image*, which is the memory after the runtime
/// was opened, before any run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    runtime_sha256: String,
    manifest_sha256: Option<String>,
    image_sha256: String,
    image_bytes: u64,
}

impl Origin {
    /// The origin of all sessions of a runtime with this image. Hashes the image.
    pub fn new(runtime: &RuntimeIdentity, image: &[u8]) -> Self {
        Self {
            runtime_sha256: runtime.sha256.clone(),
            manifest_sha256: runtime.manifest_sha256.clone(),
            image_sha256: sha256_hex(image),
            image_bytes: image.len() as u64,
        }
    }
}

/// What is allowed of a snapshot. By default: no key, [`DEFAULT_MAX_BYTES`] at most, any limits.
#[derive(Clone, Debug)]
#[must_use]
pub struct RestoreOptions {
    key: Option<SnapshotKey>,
    max_bytes: u64,
    limits: Limits,
}

impl Default for RestoreOptions {
    fn default() -> Self {
        Self { key: None, max_bytes: DEFAULT_MAX_BYTES, limits: Limits::greatest() }
    }
}

impl RestoreOptions {
    /// The default.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only those that were taken with this key.
    pub fn with_key(mut self, key: SnapshotKey) -> Self {
        self.key = Some(key);
        self
    }

    /// Only those that hold at most so many bytes, uncompressed: pages, files and the rest.
    pub fn with_max_bytes(mut self, max_bytes: u64) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// Only those whose limits are at most these: `memory_bytes` is the ceiling of their memory.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }
}

/// A session that was read, and in which everything is as it must be.
#[derive(Clone, Debug)]
pub struct Snapshot {
    manifest_sha256: Option<String>,
    session: Session,
    pages: Pages,
}

impl Snapshot {
    /// Takes a snapshot of a session between two turns. `image` is that of the origin.
    pub fn take<M: GuestMemory + ?Sized>(
        origin: &Origin,
        image: &[u8],
        memory: &M,
        session: &Session,
        key: Option<&SnapshotKey>,
    ) -> Result<Vec<u8>, TakeError> {
        let world = session.world()?;
        let mut out = Writer::new();
        out.bytes(origin.runtime_sha256.as_bytes())?;
        match &origin.manifest_sha256 {
            Some(hash) => {
                out.u8(1);
                out.bytes(hash.as_bytes())?;
            }
            None => out.u8(0),
        }
        out.bytes(origin.image_sha256.as_bytes())?;
        out.u64s(world.limits().values());
        let SessionUse { turns, fuel, wall_us, .. } = session.used();
        out.u64s([turns, fuel, wall_us]);
        world.write(&mut out)?;
        pages::write(memory, image, &mut out)?;
        let (length, packed) = out.finish();
        Ok(envelope::seal(length, &packed, key))
    }

    /// Reads a snapshot: the tag first, then all of it. Nothing is allocated on its word alone.
    pub fn read(
        bytes: &[u8],
        origin: &Origin,
        options: &RestoreOptions,
    ) -> Result<Self, SnapshotError> {
        let envelope::Opened { length, packed } = envelope::open(bytes, options.key.as_ref())?;
        let too_large = SnapshotError::TooLarge { bytes: length, max: options.max_bytes };
        let length = usize::try_from(length).map_err(|_| too_large.clone())?;
        if length as u64 > options.max_bytes {
            return Err(too_large);
        }
        let payload = chunks::unpack(packed, length)?;
        let mut input = Reader::new(&payload);
        let manifest_sha256 = check_origin(&mut input, origin)?;
        let limits = Limits::from_values(|| input.u64())?;
        limits.check()?;
        limits.check_against(&options.limits)?;
        let memory_bytes = limits.memory_bytes;
        let mut number = || input.u64();
        let (turns, fuel, wall_us) = (number()?, number()?, number()?);
        let used = SessionUse { open: true, turns, fuel, wall_us };
        let world = World::read(&mut input, limits)?;
        let start = payload.len() - input.rest().len();
        let pages = Pages::read(payload, start, origin.image_bytes, memory_bytes)?;
        let session = Session::at_rest(world, used);
        Ok(Self { manifest_sha256, session, pages })
    }

    /// SHA-256 of the manifest of the bundle that it was taken with, where it was a bundle's.
    pub fn manifest_sha256(&self) -> Option<&str> {
        self.manifest_sha256.as_deref()
    }

    /// The session, between two turns, and its guest's memory.
    pub fn into_parts(self) -> (Session, Pages) {
        (self.session, self.pages)
    }
}

/// Reads whose session it is, and returns the manifest's hash. The same module may have been in another bundle.
fn check_origin(input: &mut Reader<'_>, origin: &Origin) -> Result<Option<String>, SnapshotError> {
    let snapshot = hash(input)?;
    if snapshot != origin.runtime_sha256 {
        return Err(SnapshotError::OtherRuntime { snapshot, here: origin.runtime_sha256.clone() });
    }
    let manifest = if input.bool()? { Some(hash(input)?) } else { None };
    let snapshot = hash(input)?;
    if snapshot != origin.image_sha256 {
        return Err(SnapshotError::OtherImage { snapshot, here: origin.image_sha256.clone() });
    }
    Ok(manifest)
}

fn hash(input: &mut Reader<'_>) -> Result<String, Flaw> {
    let hash = input.text()?;
    if is_sha256(hash) { Ok(hash.to_owned()) } else { Err("has a hash that is none") }
}
