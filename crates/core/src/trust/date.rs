//! Days, as keyrings write them.

use crate::json::{FromJson, Json, Misfit, deserialize_from_json, misfit};
use alloc::{format, string::String};
use core::{fmt, str::FromStr};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

const SECONDS_PER_DAY: u64 = 86_400;
/// 9999-12-31, after which no clock is believed.
const LAST: u32 = 2_932_896;

/// A day in UTC, written `2026-11-25`.
///
/// ```
/// use hognose_core::trust::Date;
/// let date: Date = "2026-11-25".parse()?;
/// assert_eq!(date.to_string(), "2026-11-25");
/// assert!("2026-02-30".parse::<Date>().is_err());
/// # Ok::<(), hognose_core::trust::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(transparent)]
pub struct Date(
    /// Its number, from 1970-01-01 on.
    #[schemars(with = "String", extend("format" = "date"))]
    u32,
);

/// It is no day from 1970 to 9999, or not written as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be a day such as 2026-11-25")]
pub struct DateError;

impl Date {
    /// The day of a time in seconds since 1970-01-01T00:00:00Z.
    pub fn of(now_s: u64) -> Self {
        Self(u32::try_from(now_s / SECONDS_PER_DAY).map_or(LAST, |day| day.min(LAST)))
    }

    fn parts(self) -> (u32, u32, u32) {
        let (mut year, mut day) = (1970, self.0);
        while day >= days_of_year(year) {
            day -= days_of_year(year);
            year += 1;
        }
        let mut month = 1;
        while month < 12 && day >= days_of_month(year, month) {
            day -= days_of_month(year, month);
            month += 1;
        }
        (year, month, day + 1)
    }
}

fn days_of_year(year: u32) -> u32 {
    365 + u32::from(is_leap(year))
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of_month(year: u32, month: u32) -> u32 {
    match month {
        2 => 28 + u32::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let number = |at: core::ops::Range<usize>| {
            let digits = text.get(at).filter(|it| it.bytes().all(|b| b.is_ascii_digit()));
            digits.and_then(|it| it.parse::<u32>().ok()).ok_or(DateError)
        };
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let is_day = text.len() == 10
            && text.get(4..5) == Some("-")
            && text.get(7..8) == Some("-")
            && year >= 1970
            && (1..=12).contains(&month)
            && (1..=days_of_month(year, month)).contains(&day);
        if !is_day {
            return Err(DateError);
        }
        let years: u32 = (1970..year).map(days_of_year).sum();
        let months: u32 = (1..month).map(|month| days_of_month(year, month)).sum();
        Ok(Self(years + months + day - 1))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJson for Date {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let text = String::from_json(json, field)?;
        text.parse().map_err(|error: DateError| misfit(field, &format!("{error}")))
    }
}

deserialize_from_json!(Date);

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn every_day_comes_back() {
        let mut before = None;
        for day in 0..80_000 {
            let date = Date(day);
            assert_eq!(date.to_string().parse(), Ok(date));
            assert!(before < Some(date.to_string()), "{date}");
            before = Some(date.to_string());
        }
        assert_eq!(Date::of(1_795_564_800).to_string(), "2026-11-25");
        assert_eq!(Date::of(u64::MAX).to_string(), "9999-12-31");
        assert_eq!("9999-12-31".parse(), Ok(Date(LAST)));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2026-11-2",
            "2026-11-025",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "1969-12-31",
            "2100-02-29",
            "2026/11/25",
            "+026-11-25",
            "2026-11-25Z",
            "２０２６-1",
        ] {
            assert_eq!(text.parse::<Date>(), Err(DateError), "{text}");
        }
    }
}
