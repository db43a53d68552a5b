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
