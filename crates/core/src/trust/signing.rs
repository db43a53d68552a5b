//! Secret keys, and what they sign.

use super::PublicKey;
use crate::bundle::{BundleError, Manifest, Signature, canonical_text};
use alloc::string::String;
use base64ct::{Base64, Encoding as _};
use core::{fmt, str::FromStr};
use ed25519_dalek::{Signer as _, SigningKey};

/// The secret of the development key: everybody has it. A signature with it proves that a bundle
/// is what its manifest says and nothing of who made it, which receipts tell as `development`.
pub const DEVELOPMENT_SECRET: [u8; 32] = *b"hognose: development, no secret!";

/// It is not 32 bytes in base64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be an Ed25519 secret key: 32 bytes in base64, on one line")]
pub struct SecretKeyError;

/// The secret half of an Ed25519 key, written as 32 bytes in base64. It is not shown by `Debug`.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// The key with these 32 bytes, which must be chance.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(bytes))
    }

    /// The development key.
    pub fn development() -> Self {
        Self::from_bytes(&DEVELOPMENT_SECRET)
    }

    /// The other half.
    pub fn public(&self) -> PublicKey {
        PublicKey::of(&self.0.verifying_key())
    }

    /// What is to be kept, and shown to nobody: 32 bytes in base64.
    pub fn to_secret_text(&self) -> String {
        Base64::encode_string(self.0.as_bytes())
    }

    /// A manifest's text with this key's signature, instead of the one that it may have. It is
    /// written anew: every field in its place, defaults told.
    pub fn sign(&self, manifest: &[u8]) -> Result<String, BundleError> {
        let mut manifest = Manifest::parse(manifest)?;
        manifest.signature = None;
        let signed = canonical_text(&manifest)?;
        manifest.signature = Some(self.sign_text(signed.as_bytes()));
        manifest.to_json()
    }

    pub(super) fn sign_text(&self, signed: &[u8]) -> Signature {
        Signature::new(self.public().id(), &self.0.sign(signed).to_bytes())
    }
}

impl FromStr for SecretKey {
    type Err = SecretKeyError;

    fn from_str(text: &str) -> Result<Self, SecretKeyError> {
        let mut bytes = [0; 32];
        let decoded = Base64::decode(text.trim_ascii(), &mut bytes).map_err(|_| SecretKeyError)?;
        if decoded.len() != bytes.len() {
            return Err(SecretKeyError);
        }
        Ok(Self::from_bytes(&bytes))
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey(of {})", self.public().id())
    }
}
