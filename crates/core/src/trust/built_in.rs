//! The keys that every Hognose knows.

use super::{PublicKey, policy::KnownKey};
use crate::contract::TrustLevel;
use alloc::vec::Vec;

/// The public halves, and what a bundle that they sign is.
///
/// There is no release key yet: nobody has made one. When there is, it stands here as `Official`.
/// The development key is known to everybody, its secret half too (`DEVELOPMENT_SECRET`).
const KEYS: &[([u8; 32], TrustLevel)] = &[(DEVELOPMENT, TrustLevel::Development)];

const DEVELOPMENT: [u8; 32] = [
    203, 227, 47, 150, 68, 17, 138, 68, 9, 35, 238, 90, 244, 111, 65, 198, 46, 106, 205, 37, 117,
    179, 69, 109, 88, 18, 165, 52, 133, 0, 221, 35,
];

pub(super) fn keys() -> Vec<KnownKey> {
    let known = |(bytes, level): &([u8; 32], TrustLevel)| {
        Some(KnownKey::always(PublicKey::from_bytes(bytes).ok()?, *level))
    };
    KEYS.iter().filter_map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trust::SecretKey;

    #[test]
    fn every_key_is_one_and_the_development_key_is_what_its_secret_says() {
        assert_eq!(keys().len(), KEYS.len());
        assert_eq!(SecretKey::development().public().as_bytes(), &DEVELOPMENT);
    }

    #[test]
    fn the_development_key_is_never_official() {
        let development = SecretKey::development().public();
        for key in keys() {
            assert_eq!(key.level == TrustLevel::Development, key.public == development);
        }
    }
}
