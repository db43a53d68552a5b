//! A directory: names in order, each with a place in the listing that outlives changes around it.

use super::inode::InodeId;
use alloc::{boxed::Box, collections::BTreeMap};
use core::ops::Bound;

/// The distance between two neighbours that are as far apart as can be.
const STEP: u64 = 1 << 32;

/// A directory. Listings are sorted by name. A listing is resumed by a cookie, which is the place
/// of the entry that was read last: places rise with the names and do not change when other names
/// come and go, so a program that removes what it lists, while it lists, misses nothing. Any
/// number is a valid cookie.
#[derive(Clone, Debug, Default)]
pub(super) struct Directory {
    /// The directory above; a root's is itself.
    pub(super) parent: Option<InodeId>,
    entries: BTreeMap<Box<str>, Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    id: InodeId,
    place: u64,
}

/// One entry of a listing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed<'a> {
    pub(crate) name: &'a str,
    pub(crate) id: InodeId,
    /// The cookie that resumes after this entry.
    pub(crate) place: u64,
}

impl Directory {
    /// Places of `.` and `..`; those of the entries come after.
    pub(super) const DOT: u64 = 1;
    pub(super) const DOT_DOT: u64 = 2;

    pub(super) fn below(parent: InodeId) -> Self {
        Self { parent: Some(parent), entries: BTreeMap::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn get(&self, name: &str) -> Option<InodeId> {
        self.entries.get(name).map(|entry| entry.id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, InodeId)> {
        self.entries.iter().map(|(name, entry)| (&**name, entry.id))
    }

    /// The entries after this cookie.
    pub(super) fn after(&self, cookie: u64) -> impl Iterator<Item = Listed<'_>> {
        self.entries
            .iter()
            .skip_while(move |(_, entry)| entry.place <= cookie)
            .map(|(name, entry)| Listed { name, id: entry.id, place: entry.place })
    }

    /// Gives a name to an inode; the name's former inode is returned.
    pub(super) fn insert(&mut self, name: &str, id: InodeId) -> Option<InodeId> {
        if let Some(entry) = self.entries.get_mut(name) {
            return Some(core::mem::replace(&mut entry.id, id));
        }
        let place = self.place_of(name).unwrap_or_else(|| {
            self.spread();
            // After spreading, neighbours are far apart.
            self.place_of(name).unwrap_or(u64::MAX)
        });
        self.entries.insert(name.into(), Entry { id, place });
        None
    }

    /// Adds a name behind all others, at a place behind theirs; `false` where either is not.
    pub(super) fn append(&mut self, name: &str, id: InodeId, place: u64) -> bool {
        let rises = match self.entries.last_key_value() {
            Some((last, entry)) => *name > **last && place > entry.place,
            None => place > Self::DOT_DOT,
        };
        if rises {
            self.entries.insert(name.into(), Entry { id, place });
        }
        rises
    }

    pub(super) fn remove(&mut self, name: &str) -> Option<InodeId> {
        self.entries.remove(name).map(|entry| entry.id)
    }

    /// A place between those of the name's neighbours, if there is one.
    fn place_of(&self, name: &str) -> Option<u64> {
        let before = self.entries.range::<str, _>((Bound::Unbounded, Bound::Excluded(name)));
        let after = self.entries.range::<str, _>((Bound::Excluded(name), Bound::Unbounded));
        let low = before.last_place().unwrap_or(Self::DOT_DOT);
        let Some(high) = after.first_place() else { return low.checked_add(STEP) };
        let place = low + (high - low) / 2;
        (place > low && place < high).then_some(place)
    }

    /// Gives all entries new places, far apart. Needed once in 32 insertions at worst. A listing
    /// that is under way then goes on somewhere else: the price of stateless cookies.
    fn spread(&mut self) {
        let mut place = Self::DOT_DOT;
        for entry in self.entries.values_mut() {
            place = place.saturating_add(STEP);
            entry.place = place;
        }
    }
}

trait Places {
    fn first_place(self) -> Option<u64>;
    fn last_place(self) -> Option<u64>;
}

impl Places for alloc::collections::btree_map::Range<'_, Box<str>, Entry> {
    fn first_place(mut self) -> Option<u64> {
        self.next().map(|(_, entry)| entry.place)
    }

    fn last_place(mut self) -> Option<u64> {
        self.next_back().map(|(_, entry)| entry.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, vec::Vec};

    fn places_rise(directory: &Directory) {
        let places: Vec<u64> = directory.after(0).map(|listed| listed.place).collect();
        assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
        assert_eq!(places.len(), directory.iter().count());
    }

    #[test]
    fn places_rise_with_the_names_in_whatever_order_they_come() {
        let mut rising = Directory::default();
        let mut falling = Directory::default();
        let mut halving = Directory::default();
        for index in 0..300_u32 {
            rising.insert(&format!("{index:05}"), InodeId(index));
            falling.insert(&format!("{:05}", 300 - index), InodeId(index));
            halving.insert(&format!("{}b", "a".repeat(index as usize)), InodeId(index));
        }
        for directory in [&rising, &falling, &halving] {
            places_rise(directory);
            assert_eq!(directory.iter().count(), 300);
        }
    }

    #[test]
    fn a_cookie_survives_the_removal_of_its_entry() {
        let mut directory = Directory::default();
        for name in ["a", "b", "c", "d"] {
            directory.insert(name, InodeId(0));
        }
        let cookie = directory.after(0).nth(1).expect("b").place;
        directory.remove("a");
        directory.remove("b");
        let names: Vec<&str> = directory.after(cookie).map(|listed| listed.name).collect();
        assert_eq!(names, ["c", "d"]);
    }
}
