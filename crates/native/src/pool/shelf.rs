//! How pools share a store, so that a session is in one of them at a time.
//!
//! Of a session there is `ID/n.session`, its n-th snapshot, and beside it `ID/n.held` while a pool has
//! it: with the pool's token in it. One that is closed for good has `ID/n.closed` instead, which says
//! why. To take a session is to create `n.held`; to put it back is to create `n+1.session`, and then to
//! remove the two of n. Whoever comes too late finds one of them there, or gone.

use super::{PoolError, SessionId, SessionStore};
use crate::RunError;
use hognose_core::session::SessionError;
use std::collections::BTreeMap;

/// How often what is about to change is looked at again.
const TRIES: usize = 3;
/// Bytes of what is stored beside snapshots: tokens, and why a session is closed.
const MAX_WORDS_BYTES: u64 = 1 << 10;

/// A store as one pool sees it.
pub(super) struct Shelf {
    store: Box<dyn SessionStore>,
    token: Vec<u8>,
    max_bytes: u64,
}

/// That a session is this pool's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hold {
    id: SessionId,
    /// How often the session was stored before it was taken.
    generation: u64,
}

impl Hold {
    /// Of a session that was never stored.
    pub(super) fn new(id: SessionId) -> Self {
        Self { id, generation: 0 }
    }

    fn name(self, kind: Kind) -> String {
        format!("{}/{}.{}", self.id, self.generation, kind.name())
    }

    fn next(self) -> Self {
        Self { generation: self.generation + 1, ..self }
    }
}

/// What is stored of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Session,
    Held,
    Closed,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Session, Self::Held, Self::Closed];

    fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Held => "held",
            Self::Closed => "closed",
        }
    }
}

/// What there is of a session.
struct Entries {
    names: Vec<String>,
    newest: Option<(u64, Kind)>,
    is_held: bool,
}

impl Shelf {
    /// The store, for a pool of which no other has the token.
    pub(super) fn new(store: Box<dyn SessionStore>, token: &str, max_bytes: u64) -> Self {
        Self { store, token: token.into(), max_bytes }
    }

    /// Takes a session: its snapshot, and that it is this pool's from now on.
    pub(super) fn take(&self, id: SessionId) -> Result<(Hold, Vec<u8>), PoolError> {
        let mut missing = PoolError::Unknown(id);
        for _ in 0..TRIES {
            let hold = match self.look(id)? {
                // It may have been put back while its entries were listed.
                Entries { newest: None, .. } => continue,
                Entries { is_held: true, .. } => return Err(PoolError::InUse(id)),
                Entries { newest: Some((generation, Kind::Closed)), .. } => {
                    return Err(self.why(Hold { id, generation })?);
                }
                Entries { newest: Some((generation, _)), .. } => Hold { id, generation },
            };
            if !self.store.create(&hold.name(Kind::Held), self.token.clone())? {
                return Err(PoolError::InUse(id));
            }
            match self.store.read(&hold.name(Kind::Session), self.max_bytes) {
                Ok(Some(bytes)) => return Ok((hold, bytes)),
                // Another was here between the look and the hold.
                Ok(None) => self.store.remove(&hold.name(Kind::Held))?,
                Err(error) => {
                    self.release(hold);
                    return Err(error.into());
                }
            }
            missing = PoolError::InUse(id);
        }
        Err(missing)
    }

    /// Gives back a session that was not changed.
    pub(super) fn release(&self, hold: Hold) {
        // Where this fails, the session has to be taken over.
        let _ = self.store.remove(&hold.name(Kind::Held));
    }

    /// Puts a session back, as this snapshot.
    pub(super) fn put(&self, hold: Hold, bytes: &[u8]) -> Result<(), PoolError> {
        self.replace(hold, Kind::Session, bytes)
    }

    /// Puts in a session's place why it is closed.
    pub(super) fn bury(&self, hold: Hold, why: &str) -> Result<(), PoolError> {
        let mut why = why.to_owned();
        why.truncate(why.floor_char_boundary(usize::try_from(MAX_WORDS_BYTES).unwrap_or(0)));
        self.replace(hold, Kind::Closed, why.as_bytes())
    }

    fn replace(&self, hold: Hold, kind: Kind, bytes: &[u8]) -> Result<(), PoolError> {
        let next = hold.next().name(kind);
        let taken_over = || PoolError::TakenOver(hold.id);
        // A store that tried twice may find what it has written itself.
        let same = |there: Option<Vec<u8>>| there.is_some_and(|there| there == bytes);
        if !self.store.create(&next, bytes.to_vec())? && !same(self.read(&next)?) {
            return Err(taken_over());
        }
        if hold.generation == 0 {
            return Ok(());
        }
        // Whoever takes a session over removes the hold before anything of what follows it.
        match self.read(&hold.name(Kind::Held)) {
            Ok(Some(token)) if token == self.token => {}
            other => {
                self.store.remove(&next)?;
                return Err(other.map_or_else(|error| error, |_| taken_over()));
            }
        }
        self.clear(hold);
        Ok(())
    }

    /// Makes a session free that another pool has, or had when it was ended: as it was last stored.
    pub(super) fn take_over(&self, id: SessionId) -> Result<(), PoolError> {
        let Entries { newest, is_held, .. } = self.look(id)?;
        let Some((generation, _)) = newest else { return Err(PoolError::Unknown(id)) };
        let hold = Hold { id, generation };
        if is_held && let Some(bytes) = self.read(&hold.name(Kind::Session))? {
            // Where it is there, the other has just put it back.
            if self.store.create(&hold.next().name(Kind::Session), bytes)? {
                self.clear(hold);
            }
        }
        Ok(())
    }

    /// Removes all that there is of a session. `true` if there was anything.
    pub(super) fn forget(&self, id: SessionId, is_ours: bool) -> Result<bool, PoolError> {
        let Entries { mut names, is_held, .. } = self.look(id)?;
        if is_held && !is_ours {
            return Err(PoolError::InUse(id));
        }
        // Holds go last: what has none can be taken.
        names.sort_by_key(|name| name.ends_with(Kind::Held.name()));
        for name in &names {
            self.store.remove(&format!("{id}/{name}"))?;
        }
        Ok(!names.is_empty())
    }

    fn look(&self, id: SessionId) -> Result<Entries, PoolError> {
        let names = self.store.list(&id.to_string())?;
        let mut generations = BTreeMap::new();
        let mut holds = Vec::new();
        for name in &names {
            let Some((generation, kind)) = parse(name) else { continue };
            match kind {
                Kind::Held => holds.push(generation),
                kind => drop(generations.insert(generation, kind)),
            }
        }
        let newest = generations.pop_last();
        let is_held = newest.is_some_and(|(generation, _)| holds.contains(&generation));
        Ok(Entries { names, newest, is_held })
    }

    /// Removes what was before. What stays where that fails is no session's newest, and means nothing.
    fn clear(&self, hold: Hold) {
        let _ = self.store.remove(&hold.name(Kind::Session));
        let _ = self.store.remove(&hold.name(Kind::Held));
    }

    fn why(&self, hold: Hold) -> Result<PoolError, PoolError> {
        let why = self.store.read(&hold.name(Kind::Closed), MAX_WORDS_BYTES)?.unwrap_or_default();
        let why = String::from_utf8_lossy(&why).into_owned();
        Ok(RunError::Session(SessionError::Closed(why)).into())
    }

    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, PoolError> {
        Ok(self.store.read(name, self.max_bytes)?)
    }
}

/// `n.kind`, as it is written.
fn parse(name: &str) -> Option<(u64, Kind)> {
    let (generation, kind) = name.split_once('.')?;
    let number: u64 = generation.parse().ok()?;
    let kind = Kind::ALL.into_iter().find(|it| it.name() == kind)?;
    (number.to_string() == generation).then_some((number, kind))
}
