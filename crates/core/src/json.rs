//! JSON that comes from outside: first whatever it says, then what it has to say.
//!
//! One reader for all that is read (requests, manifests), by hand: what `derive` makes for each type
//! is most of what a browser would have to download. Every fault starts with the field that has it.

use alloc::{
    borrow::ToOwned,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;
use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, SeqAccess, Visitor},
};

/// What a JSON text says.
pub(crate) enum Json {
    Null,
    Bool(bool),
    Integer(u64),
    Text(String),
    List(Vec<Json>),
    /// In the order of the text, a key as often as it stands there.
    Map(Vec<(String, Json)>),
    /// A number that is no integer from zero on, or not written as one: nothing here is one.
    Other,
}

/// A fault: the field, and what is wrong with it.
pub(crate) type Misfit = String;

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Integer(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(u64::try_from(value).map_or(Json::Other, Json::Integer))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = access.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = access.next_entry()? {
            map.push(entry);
        }
        Ok(Json::Map(map))
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyJson)
    }
}

/// What is made of JSON. `field` is where it stands: empty at the top.
pub(crate) trait FromJson: Sized {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit>;

    /// For the type's own `Deserialize`.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(Json::deserialize(deserializer)?, "").map_err(D::Error::custom)
    }
}

/// A type that is read through [`FromJson`] wherever serde reads it.
macro_rules! deserialize_from_json {
    ($($name:ty),*) => {
        $(impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::json::FromJson::read(from)
            }
        })*
    };
}
pub(crate) use deserialize_from_json;

/// Reads what this text says.
pub(crate) fn read<T: FromJson>(text: &[u8]) -> Result<T, Misfit> {
    T::from_json(parse(text)?, "")
}

/// Whatever this text says.
pub(crate) fn parse(text: &[u8]) -> Result<Json, Misfit> {
    serde_json::from_slice(text).map_err(|error| error.to_string())
}

/// A name from outside, as an error shows it: whatever would not be seen as it is, is escaped.
/// (`escape_debug` does more, with tables that are kilobytes of download.)
pub(crate) fn shown(name: &str) -> String {
    let mut shown = String::with_capacity(name.len());
    for c in name.chars() {
        let is_unseen = matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
        if c.is_control() || is_unseen || matches!(c, '"' | '\\') {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// A fault of this field.
pub(crate) fn misfit(field: &str, why: &str) -> Misfit {
    if field.is_empty() { why.to_owned() } else { format!("{field}: {why}") }
}

impl FromJson for u64 {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        match json {
            Json::Integer(value) => Ok(value),
            _ => Err(misfit(field, "expected an integer from 0 to 2^64-1")),
        }
    }
}

impl FromJson for u32 {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        u64::from_json(json, field)?
            .try_into()
            .map_err(|_| misfit(field, "expected an integer from 0 to 2^32-1"))
    }
}

impl FromJson for bool {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        match json {
            Json::Bool(value) => Ok(value),
            _ => Err(misfit(field, "expected true or false")),
        }
    }
}

impl FromJson for String {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        match json {
            Json::Text(text) => Ok(text),
            _ => Err(misfit(field, "expected a string")),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let Json::List(list) = json else { return Err(misfit(field, "expected an array")) };
        let item = |(index, item)| T::from_json(item, &format!("{field}[{index}]"));
        list.into_iter().enumerate().map(item).collect()
    }
}

impl<T: FromJson> FromJson for BTreeMap<String, T> {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut map = Self::new();
        for (key, value) in entries(json, field)? {
            let value = T::from_json(value, &format!("{field}[\"{}\"]", shown(&key)))?;
            map.insert(key, value);
        }
        Ok(map)
    }
}

fn entries(json: Json, field: &str) -> Result<Vec<(String, Json)>, Misfit> {
    match json {
        Json::Map(map) => Ok(map),
        _ => Err(misfit(field, "expected an object")),
    }
}

/// The fields of an object, each known and there once at most.
pub(crate) struct Fields<'a> {
    field: &'a str,
    entries: Vec<(String, Json)>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(json: Json, field: &'a str, known: &[&str]) -> Result<Self, Misfit> {
        let entries = entries(json, field)?;
        for (index, (key, _)) in entries.iter().enumerate() {
            if !known.contains(&key.as_str()) {
                let (key, known) = (shown(key), known.join("`, `"));
                let why = format!("unknown field `{key}`, expected one of `{known}`");
                return Err(misfit(field, &why));
            }
            if entries.iter().take(index).any(|(other, _)| other == key) {
                return Err(misfit(field, &format!("duplicate field `{key}`")));
            }
        }
        Ok(Self { field, entries })
    }

    /// The value of a field, where it is there.
    pub(crate) fn optional<T: FromJson>(&mut self, key: &str) -> Result<Option<T>, Misfit> {
        self.take(key).map(|(json, field)| T::from_json(json, &field)).transpose()
    }

    /// A field's value, and where it stands.
    pub(crate) fn take(&mut self, key: &str) -> Option<(Json, String)> {
        let at = self.entries.iter().position(|(name, _)| name == key)?;
        let (_, json) = self.entries.swap_remove(at);
        let dot = if self.field.is_empty() { "" } else { "." };
        Some((json, format!("{}{dot}{key}", self.field)))
    }

    /// The same, where `null` means that it is not there.
    pub(crate) fn nullable<T: FromJson>(&mut self, key: &str) -> Result<Option<T>, Misfit> {
        self.entries.retain(|(name, json)| name != key || !matches!(json, Json::Null));
        self.optional(key)
    }

    /// The value of a field that has to be there.
    pub(crate) fn required<T: FromJson>(&mut self, key: &str) -> Result<T, Misfit> {
        let value = self.optional(key)?;
        value.ok_or_else(|| misfit(self.field, &format!("missing field `{key}`")))
    }
}
