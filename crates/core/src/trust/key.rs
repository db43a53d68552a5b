//! Keys that vouch for bundles.

use crate::{
    bundle::sha256_hex,
    json::{FromJson, Json, Misfit, deserialize_from_json, misfit},
};
use alloc::string::{String, ToString};
use base64ct::{Base64, Encoding as _};
use core::{fmt, str::FromStr};
use ed25519_dalek::{Signature, VerifyingKey};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A key's name: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes.
///
/// It finds a key in a keyring and proves nothing: that the key itself does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(transparent)]
pub struct KeyId(#[schemars(extend("pattern" = "^[0-9a-f]{16}$"))] String);

impl KeyId {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromJson for KeyId {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let text = String::from_json(json, field)?;
        let is_one =
            text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if is_one {
            Ok(Self(text))
        } else {
            Err(misfit(field, "must be 16 lower-case hexadecimal digits"))
        }
    }
}

deserialize_from_json!(KeyId);

/// Why a text is no public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PublicKeyError {
    /// It is not 32 bytes in base64.
    #[error("must be an Ed25519 public key: 32 bytes in base64")]
    Text,
    /// It is no point of the curve, or one under which anybody can sign.
    #[error("is not an Ed25519 public key that can vouch for anything")]
    Weak,
}

/// The public half of an Ed25519 key, written as 32 bytes in base64.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// The key with these bytes.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, PublicKeyError> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| PublicKeyError::Weak)?;
        // A point may have two encodings, and of a small order are those for which a signature of
        // anything can be made up.
        if key.is_weak() || key.to_edwards().compress().as_bytes() != bytes {
            return Err(PublicKeyError::Weak);
        }
        Ok(Self(key))
    }

    pub(super) fn of(key: &VerifyingKey) -> Self {
        Self(*key)
    }

    /// Its bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Its name.
    pub fn id(&self) -> KeyId {
        let mut digits = sha256_hex(self.0.as_bytes());
        digits.truncate(16);
        KeyId(digits)
    }

    /// Whether this is this key's signature of these bytes, held strictly: no other signature
    /// than the one that was made is taken.
    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl FromStr for PublicKey {
    type Err = PublicKeyError;

    fn from_str(text: &str) -> Result<Self, PublicKeyError> {
        let mut bytes = [0; 32];
        let decoded = Base64::decode(text, &mut bytes).map_err(|_| PublicKeyError::Text)?;
        if decoded.len() != bytes.len() {
            return Err(PublicKeyError::Text);
        }
        Self::from_bytes(&bytes)
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Base64::encode_string(self.0.as_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for PublicKey {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "PublicKey".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The public half of an Ed25519 key: 32 bytes in base64.",
            "type": "string",
            "pattern": "^[A-Za-z0-9+/]{43}=$"
        })
    }
}

impl FromJson for PublicKey {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let text = String::from_json(json, field)?;
        text.parse().map_err(|error: PublicKeyError| misfit(field, &error.to_string()))
    }
}

deserialize_from_json!(PublicKey);
