//! Bytes that are text most of the time.

use crate::json::{FromJson, Json, Misfit, deserialize_from_json, misfit};
use alloc::{borrow::Cow, string::String, vec::Vec};
use base64ct::{Base64, Encoding as _};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer, ser::SerializeStruct as _};

/// Bytes of a stream or a file.
///
/// In JSON: a plain string where the bytes are UTF-8, else `{"base64": "…"}`. Both forms are
/// accepted on the way in, and a value always leaves in the first form that fits, so equal bytes
/// have equal JSON.
///
/// ```
/// use hognose_core::contract::Content;
/// assert_eq!(serde_json::to_string(&Content::from("hé"))?, r#""hé""#);
/// assert_eq!(serde_json::to_string(&Content::from(vec![0xff]))?, r#"{"base64":"/w=="}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Content(Vec<u8>);

impl Content {
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes as text; what is not UTF-8 shows as U+FFFD.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }

    /// The bytes, owned.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// How many bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl core::fmt::Debug for Content {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match core::str::from_utf8(&self.0) {
            Ok(text) => write!(f, "{text:?}"),
            Err(_) => write!(f, "b\"{}\"", self.0.escape_ascii()),
        }
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Content {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Ok(text) = core::str::from_utf8(&self.0) {
            return serializer.serialize_str(text);
        }
        let mut binary = serializer.serialize_struct("Binary", 1)?;
        binary.serialize_field("base64", &Base64::encode_string(&self.0))?;
        binary.end()
    }
}

impl FromJson for Content {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        match json {
            Json::Text(text) => return Ok(Self(text.into_bytes())),
            Json::Map(map) => {
                if let [(key, Json::Text(base64))] = &map[..]
                    && key == "base64"
                {
                    return Base64::decode_vec(base64)
                        .map(Self)
                        .map_err(|_| misfit(field, "not base64"));
                }
            }
            _ => {}
        }
        Err(misfit(field, "expected a string or {\"base64\": \"…\"}"))
    }
}
deserialize_from_json!(Content);

impl JsonSchema for Content {
    fn schema_name() -> Cow<'static, str> {
        "Content".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Bytes: a string where they are UTF-8, else base64.",
            "oneOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": { "base64": { "type": "string", "contentEncoding": "base64" } },
                    "required": ["base64"],
                    "additionalProperties": false
                }
            ]
        })
    }
}
