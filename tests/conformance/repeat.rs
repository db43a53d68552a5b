//! Large values in small case files.

use toml::Value;

/// Bytes that one value may grow to: more than the largest that the contract refuses.
const MAX_BYTES: usize = 64 << 20;

/// Replaces, depth first, every
///
/// - `{ repeat = "text", times = N }` by the text N times over,
/// - `{ repeat = [items], times = N }` by a list of the items N times over,
/// - `{ repeat = { "key #" = value }, times = N }` by a table of N entries, `#` counting from 0,
/// - `{ concat = ["text", …] }` by one string.
pub fn expand(value: &mut Value) -> Result<(), String> {
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(expand)?,
        Value::Table(table) => {
            table.iter_mut().try_for_each(|(_, value)| expand(value))?;
            if let Some(expanded) = expanded(table)? {
                *value = expanded;
            }
        }
        _ => {}
    }
    Ok(())
}

/// What a table stands for, where it has exactly the keys of a generator.
fn expanded(table: &toml::Table) -> Result<Option<Value>, String> {
    let keys: Vec<&str> = table.keys().map(String::as_str).collect();
    match keys[..] {
        ["repeat", "times"] => {
            let times = table["times"]
                .as_integer()
                .and_then(|times| usize::try_from(times).ok())
                .ok_or("repeat: times is no count")?;
            repeated(&table["repeat"], times).map(Some)
        }
        ["concat"] => {
            let parts = table["concat"].as_array().ok_or("concat: takes a list of strings")?;
            let texts = parts.iter().map(|part| part.as_str().ok_or("concat: a part is no string"));
            Ok(Some(Value::String(texts.collect::<Result<String, _>>()?)))
        }
        _ => Ok(None),
    }
}

fn repeated(what: &Value, times: usize) -> Result<Value, String> {
    let size = |one: usize| match one.checked_mul(times) {
        Some(size) if size <= MAX_BYTES => Ok(()),
        _ => Err(format!("repeat: more than {MAX_BYTES} bytes")),
    };
    match what {
        Value::String(text) => {
            size(text.len())?;
            Ok(Value::String(text.repeat(times)))
        }
        Value::Array(items) => {
            size(items.len())?;
            Ok(Value::Array(items.iter().cycle().take(items.len() * times).cloned().collect()))
        }
        Value::Table(table) => {
            size(table.len())?;
            let entries = table.iter().flat_map(|(key, value)| {
                (0..times).map(move |n| (key.replace('#', &n.to_string()), value.clone()))
            });
            Ok(Value::Table(entries.collect()))
        }
        _ => Err("repeat: takes a string, a list or a table".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Result<Value, String> {
        let mut table: Value = toml::from_str(text).map_err(|error| error.to_string())?;
        expand(&mut table)?;
        Ok(table["v"].clone())
    }

    #[test]
    fn values_are_repeated_and_joined() {
        for (short, long) in [
            ("{ repeat = 'ab', times = 3 }", "'ababab'"),
            ("{ repeat = 'ab', times = 0 }", "''"),
            ("{ repeat = [1, 2], times = 2 }", "[1, 2, 1, 2]"),
            ("{ repeat = { 'V#' = 'x' }, times = 2 }", "{ V0 = 'x', V1 = 'x' }"),
            ("{ concat = ['a', { repeat = 'b', times = 2 }] }", "'abb'"),
            ("[{ repeat = [{ concat = ['a', 'b'] }], times = 2 }]", "[['ab', 'ab']]"),
            (
                "{ repeat = 'a file', times = 'another' , third = 1 }",
                "{ repeat = 'a file', times = 'another', third = 1 }",
            ),
        ] {
            assert_eq!(value(&format!("v = {short}")), value(&format!("v = {long}")), "{short}");
        }
    }

    #[test]
    fn what_cannot_be_repeated_is_refused() {
        for (text, why) in [
            ("{ repeat = 'a', times = -1 }", "repeat: times is no count"),
            ("{ repeat = 1, times = 2 }", "repeat: takes a string, a list or a table"),
            ("{ repeat = 'aa', times = 40000000 }", "repeat: more than 67108864 bytes"),
            ("{ concat = ['a', 1] }", "concat: a part is no string"),
        ] {
            assert_eq!(value(&format!("v = {text}")), Err(why.to_owned()), "{text}");
        }
    }
}
