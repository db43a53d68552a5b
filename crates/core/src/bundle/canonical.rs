//! The one text of a manifest that is signed, after RFC 8785: no white space, keys in the order of
//! their UTF-16 code units, strings with the fewest escapes, numbers as integers.
//!
//! A manifest has no number but integers from 0 to 2⁵³−1, which that standard and every reader of
//! JSON have alike: whatever else stands where a number is wanted is refused.

use crate::{
    contract::MAX_EXACT_INTEGER,
    json::{Json, Misfit, misfit, shown},
};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt::Write as _;

/// Fields of an object at most.
const MAX_FIELDS: usize = 256;

/// The canonical text of an object without its member `without`.
pub(super) fn canonical(json: &Json, without: &str) -> Result<String, Misfit> {
    let mut text = String::new();
    match json {
        Json::Map(map) => object(map, Some(without), "", &mut text)?,
        other => value(other, "", &mut text)?,
    }
    Ok(text)
}

fn value(json: &Json, field: &str, text: &mut String) -> Result<(), Misfit> {
    match json {
        Json::Integer(integer) if *integer <= MAX_EXACT_INTEGER => {
            text.push_str(&integer.to_string());
        }
        Json::Null => text.push_str("null"),
        Json::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Json::Integer(_) | Json::Other => {
            return Err(misfit(field, "must be an integer from 0 to 2^53-1, in plain digits"));
        }
        Json::Text(string) => quote(string, text),
        Json::List(list) => {
            text.push('[');
            for (index, item) in list.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                value(item, &format!("{field}[{index}]"), text)?;
            }
            text.push(']');
        }
        Json::Map(map) => object(map, None, field, text)?,
    }
    Ok(())
}

fn object(
    map: &[(String, Json)],
    without: Option<&str>,
    field: &str,
    text: &mut String,
) -> Result<(), Misfit> {
    let mut entries: Vec<&(String, Json)> = Vec::new();
    for entry in map.iter().filter(|(key, _)| Some(key.as_str()) != without) {
        if entries.len() == MAX_FIELDS {
            return Err(misfit(field, "has more than 256 fields"));
        }
        // So few need no sorting that is quicker, and larger to download.
        let is_before =
            |other: &&(String, Json)| other.0.encode_utf16().cmp(entry.0.encode_utf16()).is_le();
        let place = entries.iter().take_while(|other| is_before(other)).count();
        entries.insert(place, entry);
    }
    text.push('{');
    let mut before: Option<&str> = None;
    for (key, member) in entries {
        if before == Some(key) {
            return Err(misfit(field, &format!("duplicate field `{}`", shown(key))));
        }
        if before.is_some() {
            text.push(',');
        }
        before = Some(key);
        quote(key, text);
        text.push(':');
        let dot = if field.is_empty() { "" } else { "." };
        value(member, &format!("{field}{dot}{}", shown(key)), text)?;
    }
    text.push('}');
    Ok(())
}

fn quote(string: &str, text: &mut String) {
    text.push('"');
    for c in string.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            // Writing to a String cannot fail.
            '\0'..='\u{1f}' => drop(write!(text, "\\u{:04x}", u32::from(c))),
            _ => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    fn of(json: &str) -> Result<String, Misfit> {
        canonical(&parse(json.as_bytes()).expect("JSON"), "signature")
    }

    /// The standard's own example of sorting (section 3.2.3).
    #[test]
    fn keys_have_the_order_of_their_utf_16_code_units() {
        let json = r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
            "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
            "\u00f6":"Latin Small Letter O With Diaeresis"}"#;
        let order =
            ["\"\\r\":", "\"1\":", "\"\u{80}\":", "\"ö\":", "\"€\":", "\"😀\":", "\"\u{fb33}\":"];
        let text = of(json).expect("a canonical form");
        let places: Vec<_> = order.iter().map(|key| text.find(key).expect(key)).collect();
        assert!(places.is_sorted(), "{text}");
    }

    /// The standard's own example of strings (section 3.2.2.2), and of literals.
    #[test]
    fn strings_have_the_fewest_escapes() {
        let json = r#"{ "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false], "n": 9007199254740991, "signature": {"a": 1.5} }"#;
        let expected = "{\"literals\":[null,true,false],\"n\":9007199254740991,\
            \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assert_eq!(of(json).expect("a canonical form"), expected);
    }

    #[test]
    fn numbers_are_plain_integers_that_every_reader_holds() {
        for odd in ["1.0", "1e3", "-0", "-1", "0.5", "9007199254740992", "1E0", "1e999999"] {
            let json = format!("{{\"a\":{{\"b\":[0,{odd}]}}}}");
            // Some are no JSON number that can be held at all.
            let Ok(json) = parse(json.as_bytes()) else { continue };
            let refusal = canonical(&json, "signature").expect_err(odd);
            assert!(refusal.starts_with("a.b[1]: must be an integer"), "{odd}: {refusal}");
        }
    }

    #[test]
    fn an_object_has_only_so_many_fields() {
        let fields = |count: usize| {
            let fields: Vec<_> = (0..count).map(|it| format!("\"{it}\":0")).collect();
            format!("{{{}}}", fields.join(","))
        };
        assert!(of(&fields(256)).is_ok());
        assert_eq!(of(&fields(257)).expect_err("one more"), "has more than 256 fields");
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_at_any_depth() {
        let refusal = of(r#"{"a":{"b":1,"c":2,"b":1}}"#).expect_err("a duplicate");
        assert_eq!(refusal, "a: duplicate field `b`");
    }
}
