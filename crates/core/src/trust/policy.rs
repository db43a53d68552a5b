//! Whom an embedder believes.

use super::{Date, KeyId, PublicKey, TrustError, built_in};
use crate::{
    bundle::Signature,
    contract::TrustLevel,
    json::{self, Fields, FromJson, Json, Misfit, deserialize_from_json, misfit},
};
use alloc::{borrow::ToOwned, format, string::String, vec::Vec};
use schemars::JsonSchema;
use serde::Serialize;

/// Keys, pins and withdrawn things at most, each: what a person can still look through.
const MAX_ENTRIES: usize = 1_000;

/// A key, what it makes of a bundle, and when.
#[derive(Clone, Debug)]
pub(super) struct KnownKey {
    pub(super) public: PublicKey,
    pub(super) level: TrustLevel,
    valid_from: Option<Date>,
    valid_until: Option<Date>,
}

impl KnownKey {
    pub(super) fn always(public: PublicKey, level: TrustLevel) -> Self {
        Self { public, level, valid_from: None, valid_until: None }
    }
}

/// A key of somebody else, whose bundles are to be run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct AddedKey {
    /// The key.
    pub public_key: PublicKey,
    /// The first day on which its signatures count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// The last day on which its signatures count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
}

/// Which bundles may run: a keyring, what is withdrawn, and pins.
///
/// By default a bundle must be signed with a key that is built in: the official ones, and the
/// development key, which everybody has.
///
/// ```
/// use hognose_core::trust::{SecretKey, TrustPolicy};
/// let theirs = SecretKey::from_bytes(&[7; 32]).public();
/// let policy = TrustPolicy::default().with_key(theirs).with_development(false);
/// # let _ = policy;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct TrustPolicy {
    /// Keys besides those that are built in.
    pub keys: Vec<AddedKey>,
    /// Keys that count no more, whatever they have signed: built-in ones too.
    pub revoked_keys: Vec<KeyId>,
    /// Bundles that are not to run, whoever signed them: the SHA-256 of their manifests.
    pub revoked_bundles: Vec<String>,
    /// Bundles that need no signature: the SHA-256 of their manifests.
    pub pins: Vec<String>,
    /// Whether a bundle without a signature by a known key is refused.
    pub require_signature: bool,
    /// Whether the development key counts.
    pub development: bool,
}

impl Default for TrustPolicy {
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            revoked_keys: Vec::new(),
            revoked_bundles: Vec::new(),
            pins: Vec::new(),
            require_signature: true,
            development: true,
        }
    }
}

/// Who vouches for a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Voucher {
    pub(crate) level: TrustLevel,
    pub(crate) key_id: Option<KeyId>,
}

impl TrustPolicy {
    /// Reads a policy, strictly.
    pub fn from_json(text: &[u8]) -> Result<Self, TrustError> {
        json::read(text).map_err(TrustError::Policy)
    }

    /// With one more key, whose signatures count on every day.
    #[must_use]
    pub fn with_key(mut self, public_key: PublicKey) -> Self {
        self.keys.push(AddedKey { public_key, valid_from: None, valid_until: None });
        self
    }

    /// With one more key, whose signatures count from the first to the last of these days.
    #[must_use]
    pub fn with_key_between(mut self, public_key: PublicKey, first: Date, last: Date) -> Self {
        let (valid_from, valid_until) = (Some(first), Some(last));
        self.keys.push(AddedKey { public_key, valid_from, valid_until });
        self
    }

    /// With one more bundle that needs no signature: the SHA-256 of its manifest, in lower-case
    /// hexadecimal.
    #[must_use]
    pub fn with_pin(mut self, manifest_sha256: impl Into<String>) -> Self {
        self.pins.push(manifest_sha256.into());
        self
    }

    /// Without this key.
    #[must_use]
    pub fn without_key(mut self, key: KeyId) -> Self {
        self.revoked_keys.push(key);
        self
    }

    /// Without this bundle: the SHA-256 of its manifest.
    #[must_use]
    pub fn without_bundle(mut self, manifest_sha256: impl Into<String>) -> Self {
        self.revoked_bundles.push(manifest_sha256.into());
        self
    }

    /// Whether the development key counts.
    #[must_use]
    pub fn with_development(mut self, counts: bool) -> Self {
        self.development = counts;
        self
    }

    /// Runs bundles that nobody vouches for, too: their assets are still held against the manifest.
    #[must_use]
    pub fn without_signature(mut self) -> Self {
        self.require_signature = false;
        self
    }

    /// Who vouches for a manifest, whose signed text and its SHA-256 these are.
    pub(crate) fn judge(
        &self,
        signed: &[u8],
        sha256: &str,
        signature: Option<&Signature>,
        now_s: u64,
    ) -> Result<Voucher, TrustError> {
        self.judge_with(&built_in::keys(), signed, sha256, signature, now_s)
    }

    fn judge_with(
        &self,
        built_in: &[KnownKey],
        signed: &[u8],
        sha256: &str,
        signature: Option<&Signature>,
        now_s: u64,
    ) -> Result<Voucher, TrustError> {
        if self.revoked_bundles.iter().any(|it| it == sha256) {
            return Err(TrustError::RevokedBundle { sha256: sha256.to_owned() });
        }
        // Whoever names these very bytes need not be told by anybody that they are right.
        if self.pins.iter().any(|it| it == sha256) {
            return Ok(Voucher { level: TrustLevel::Pinned, key_id: None });
        }
        let unsigned = Voucher { level: TrustLevel::Unsigned, key_id: None };
        let Some(signature) = signature else {
            return if self.require_signature { Err(TrustError::Unsigned) } else { Ok(unsigned) };
        };
        let key_id = signature.key_id.clone();
        if self.revoked_keys.contains(&key_id) {
            return Err(TrustError::RevokedKey { key_id });
        }
        let added = self.keys.iter().map(|key| KnownKey {
            public: key.public_key,
            level: TrustLevel::AddedKey,
            valid_from: key.valid_from,
            valid_until: key.valid_until,
        });
        // A built-in key that is added stays what it is.
        let mut known = built_in.iter().cloned().chain(added);
        let Some(key) = known.find(|key| key.public.id() == key_id) else {
            if self.require_signature {
                return Err(TrustError::UnknownKey { key_id });
            }
            return Ok(unsigned);
        };
        let today = Date::of(now_s);
        if let Some(day) = key.valid_from.filter(|day| today < *day) {
            return Err(TrustError::NotYetValid { key_id, day });
        }
        if let Some(day) = key.valid_until.filter(|day| *day < today) {
            return Err(TrustError::Expired { key_id, day });
        }
        if key.level == TrustLevel::Development && !self.development {
            return Err(TrustError::Development { key_id });
        }
        let is_signed =
            signature.bytes().is_some_and(|bytes| key.public.has_signed(signed, &bytes));
        if !is_signed {
            return Err(TrustError::Signature { key_id });
        }
        Ok(Voucher { level: key.level, key_id: Some(key_id) })
    }
}

impl FromJson for AddedKey {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["publicKey", "validFrom", "validUntil"])?;
        Ok(Self {
            public_key: fields.required("publicKey")?,
            valid_from: fields.optional("validFrom")?,
            valid_until: fields.optional("validUntil")?,
        })
    }
}

impl FromJson for TrustPolicy {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        const FIELDS: &[&str] =
            &["keys", "revokedKeys", "revokedBundles", "pins", "requireSignature", "development"];
        let mut fields = Fields::new(json, field, FIELDS)?;
        let policy = Self::default();
        Ok(Self {
            keys: few(fields.optional("keys")?, "keys")?,
            revoked_keys: few(fields.optional("revokedKeys")?, "revokedKeys")?
                .into_iter()
                .collect(),
            revoked_bundles: hashes(&mut fields, "revokedBundles")?,
            pins: hashes(&mut fields, "pins")?,
            require_signature: fields
                .optional("requireSignature")?
                .unwrap_or(policy.require_signature),
            development: fields.optional("development")?.unwrap_or(policy.development),
        })
    }
}

fn few<T>(list: Option<Vec<T>>, field: &str) -> Result<Vec<T>, Misfit> {
    let list = list.unwrap_or_default();
    if list.len() > MAX_ENTRIES {
        return Err(misfit(field, &format!("has more than {MAX_ENTRIES} entries")));
    }
    Ok(list)
}

fn hashes(fields: &mut Fields<'_>, field: &str) -> Result<Vec<String>, Misfit> {
    let list: Vec<String> = few(fields.optional(field)?, field)?;
    match list.iter().position(|hash| !crate::bundle::is_sha256(hash)) {
        Some(index) => {
            Err(misfit(&format!("{field}[{index}]"), "must be 64 lower-case hexadecimal digits"))
        }
        None => Ok(list),
    }
}

deserialize_from_json!(AddedKey, TrustPolicy);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trust::SecretKey;

    /// What a release key will be.
    #[test]
    fn a_built_in_key_is_official_even_where_it_is_added() {
        let secret = SecretKey::from_bytes(&[1; 32]);
        let key = secret.public();
        let built_in = [KnownKey::always(key, TrustLevel::Official)];
        let signature = secret.sign_text(b"manifest");
        for policy in [TrustPolicy::default(), TrustPolicy::default().with_key(key)] {
            let voucher = policy.judge_with(&built_in, b"manifest", "", Some(&signature), 0);
            let official = Voucher { level: TrustLevel::Official, key_id: Some(key.id()) };
            assert_eq!(voucher, Ok(official));
        }
        let revoked = TrustPolicy::default().without_key(key.id());
        let refusal = revoked.judge_with(&built_in, b"manifest", "", Some(&signature), 0);
        assert_eq!(refusal, Err(TrustError::RevokedKey { key_id: key.id() }));
    }
}
