//! A manifest's signature.

use super::{BundleError, canonical::canonical};
use crate::{
    json::{self, Fields, FromJson, Json, Misfit, deserialize_from_json, misfit},
    trust::KeyId,
};
use alloc::string::String;
use base64ct::{Base64, Encoding as _};
use schemars::JsonSchema;
use serde::Serialize;

/// The one algorithm that there is.
pub(super) const ALGORITHM: &str = "ed25519";

/// What a key's holder says of a manifest: Ed25519 over its canonical JSON (RFC 8785) without the
/// field `signature`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Signature {
    /// Which key.
    pub key_id: KeyId,
    /// `ed25519`.
    #[schemars(extend("const" = ALGORITHM))]
    pub alg: String,
    /// The signature's 64 bytes in base64.
    #[schemars(extend("pattern" = "^[A-Za-z0-9+/]{86}==$"))]
    pub sig_base64: String,
}

impl Signature {
    pub(crate) fn new(key_id: KeyId, bytes: &[u8; 64]) -> Self {
        let sig_base64 = Base64::encode_string(bytes);
        Self { key_id, alg: ALGORITHM.into(), sig_base64 }
    }

    /// Its bytes. There is one text for them, and the decoder takes no other.
    pub(crate) fn bytes(&self) -> Option<[u8; 64]> {
        let mut bytes = [0; 64];
        let decoded = Base64::decode(&self.sig_base64, &mut bytes).ok()?;
        (decoded.len() == 64).then_some(bytes)
    }
}

impl FromJson for Signature {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["keyId", "alg", "sigBase64"])?;
        let signature = Self {
            key_id: fields.required("keyId")?,
            alg: fields.required("alg")?,
            sig_base64: fields.required("sigBase64")?,
        };
        let within = |key: &str| alloc::format!("{field}.{key}");
        if signature.alg != ALGORITHM {
            return Err(misfit(&within("alg"), "must be \"ed25519\""));
        }
        if signature.bytes().is_none() {
            return Err(misfit(&within("sigBase64"), "must be 64 bytes in base64"));
        }
        Ok(signature)
    }
}

deserialize_from_json!(Signature);

/// What a manifest's text says, and the text of it that is signed.
pub(super) fn read<T: FromJson>(text: &[u8]) -> Result<(T, String), BundleError> {
    let fail = |why| BundleError::Parse(alloc::format!("is no manifest: {why}"));
    let json = json::parse(text).map_err(fail)?;
    let signed = canonical(&json, "signature");
    // The words of what the manifest has to say come first: they tell what was expected.
    let manifest = T::from_json(json, "").map_err(fail)?;
    Ok((manifest, signed.map_err(fail)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trust::PublicKey;

    /// Made by another implementation, Python's `cryptography`, with the secret key of 32 sevens,
    /// over canonical JSON in the order that RFC 8785 has and Python has not.
    #[test]
    fn another_implementations_signature_holds() {
        let text = "{ \"version\": \"1.0.0\", \"provenance\": { \"toolchain\": {
            \"z\\\"ig\": \"0\", \"\\ufb33\": \"3\", \"\u{20ac}\": \"1\", \"\\ud83d\\uDE00\": \"2\" },
            \"source\": \"tab\\there, \\u00e9, \u{1f600}\", \"sourceSha256\":
            \"0000000000000000000000000000000000000000000000000000000000000000\" },
            \"signature\": { \"keyId\": \"fe812c12f3ab4ce6\" }, \"name\": \"lang-python\", \"assets\": [ {
            \"size\": 8, \"role\": \"module\", \"path\": \"python.wasm\", \"sha256\":
            \"93a44bbb96c751218e4c00d479e4c14358122a389acca16205b1e4d0dc5f9476\" } ],
            \"commands\": [ { \"name\": \"python\", \"modulePath\": \"python.wasm\" } ],
            \"abi\": { \"wasi\": \"preview1\", \"metering\": 3, \"features\": [] } }";
        let signed =
            canonical(&json::parse(text.as_bytes()).expect("JSON"), "signature").expect(text);
        assert_eq!(
            crate::bundle::sha256_hex(signed.as_bytes()),
            "dc2b77523e28a03774144db74db46cff613814b7367b49fd28299cc7ddf728b4"
        );
        let key: PublicKey =
            "6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=".parse().expect("a public key");
        let signature = Signature {
            key_id: key.id(),
            alg: ALGORITHM.into(),
            sig_base64: "2nR1pFAiEbK4R0EgM954CWc1FLCmeUuJww39lJsc4KqDUHlbKVV3ZENgmASVqZE80zI9iTbv\
                89XdHETi6L9qDg=="
                .into(),
        };
        assert_eq!(key.id().as_str(), "fe812c12f3ab4ce6");
        assert!(key.has_signed(signed.as_bytes(), &signature.bytes().expect("64 bytes")));
        assert!(!key.has_signed(&signed.as_bytes()[1..], &signature.bytes().expect("64 bytes")));
    }
}
