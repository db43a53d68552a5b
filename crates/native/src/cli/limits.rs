//! `--limit NAME=VALUE`.

use super::exit::Failure;
use hognose::{Limits, TurnLimits};
use std::str::FromStr;

/// One limit, its name not yet looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LimitArg {
    name: String,
    value: u64,
}

impl FromStr for LimitArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, value) = text
            .split_once('=')
            .filter(|(name, _)| !name.is_empty())
            .ok_or("expected NAME=VALUE")?;
        let (digits, factor) = suffix(name, value);
        let number = digits.parse::<u64>().ok().and_then(|number| number.checked_mul(factor));
        let value = number.ok_or_else(|| {
            format!("\"{value}\" is not a whole number (bytes may end in K, M, G; wall_ms in s)")
        })?;
        Ok(Self { name: name.to_owned(), value })
    }
}

/// The number's digits and what its suffix stands for.
fn suffix<'a>(name: &str, value: &'a str) -> (&'a str, u64) {
    let suffixes: &[(&str, u64)] = if name.ends_with("_bytes") {
        &[("K", 1 << 10), ("M", 1 << 20), ("G", 1 << 30)]
    } else if name == "wall_ms" {
        &[("ms", 1), ("s", 1000)]
    } else {
        &[]
    };
    let found = suffixes.iter().find_map(|(end, factor)| Some((value.strip_suffix(end)?, *factor)));
    found.unwrap_or((value, 1))
}

/// These limits with those changed.
pub(super) fn limits(mut limits: Limits, args: &[LimitArg]) -> Result<Limits, Failure> {
    for LimitArg { name, value } in args {
        limits.set(name, *value).map_err(Failure::usage)?;
    }
    Ok(limits)
}

/// Those that a turn can have of its own.
pub(super) fn of_turn(args: &[LimitArg]) -> Result<TurnLimits, Failure> {
    let mut limits = TurnLimits::default();
    for LimitArg { name, value } in args {
        let limit = match name.as_str() {
            "fuel" => &mut limits.fuel,
            "wall_ms" => &mut limits.wall_ms,
            "stdout_bytes" => &mut limits.stdout_bytes,
            "stderr_bytes" => &mut limits.stderr_bytes,
            _ => {
                // Whether there is such a limit at all.
                Limits::default().set(name, *value).map_err(Failure::usage)?;
                let why = "is set when a session is opened";
                return Err(Failure::usage(format!("limits.{name}: {why}")));
            }
        };
        *limit = Some(*value);
    }
    Ok(limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes_belong_to_units() {
        let value = |text: &str| LimitArg::from_str(text).map(|limit| limit.value);
        assert_eq!(value("memory_bytes=32M"), Ok(32 << 20));
        assert_eq!(value("wall_ms=2s"), Ok(2000));
        assert_eq!(value("wall_ms=20ms"), Ok(20));
        assert_eq!(value("fuel=10"), Ok(10));
        assert!(value("fuel=10M").is_err());
        assert!(value("wall_ms=-1").is_err());
        assert!(value("stdout_bytes=99999999999999999G").is_err());
        assert!(value("fuel").is_err());
    }
}
