//! A module's image: the memory of a guest that has been opened and has run nothing. It is the same
//! bytes for every guest of the module, so that one is opened, once, and the others are given its
//! memory.

/// Bytes that are compared, and copied, at once.
const PIECE_BYTES: usize = 4 << 10;

/// An image.
pub(crate) struct Image {
    bytes: Vec<u8>,
    /// The pieces that differ from what instantiating has put there already.
    patch: Vec<u32>,
}

impl Image {
    /// The image that is these bytes, where an instance has those `before` anything has run.
    pub(super) fn new(bytes: Vec<u8>, before: &[u8]) -> Self {
        let patch = differences(before, &bytes).map(|(at, _)| at).collect();
        Self { bytes, patch }
    }

    /// The pieces of another memory that differ from this one.
    pub(super) fn differences<'a>(
        &'a self,
        other: &'a [u8],
    ) -> impl Iterator<Item = (u32, &'a [u8])> {
        differences(&self.bytes, other)
    }

    /// All of it.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its size.
    pub(super) fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// What makes a fresh instance's memory this.
    pub(super) fn patch(&self) -> impl Iterator<Item = (u32, &[u8])> {
        self.patch.iter().filter_map(|&at| {
            let piece = self.bytes.get(at as usize..)?;
            Some((at, &piece[..piece.len().min(PIECE_BYTES)]))
        })
    }
}

/// The pieces of `after` that differ from `before`, or from zero behind its end, and where they are.
fn differences<'a>(before: &'a [u8], after: &'a [u8]) -> impl Iterator<Item = (u32, &'a [u8])> {
    let places = (0..).step_by(PIECE_BYTES);
    places.zip(after.chunks(PIECE_BYTES)).filter(|(at, piece)| {
        let was = before.get(*at as usize..).unwrap_or_default();
        let (same, rest) = piece.split_at(piece.len().min(was.len()));
        !was.starts_with(same) || rest.iter().any(|&byte| byte != 0)
    })
}
