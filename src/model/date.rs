//! A day of the calendar.

use serde::{Deserialize, Serialize, de};
use std::fmt;
use std::str::FromStr;

/// A day in the Gregorian calendar, without a time zone. Written `2021-12-07` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Date {
    /// `None` if there is no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=last).contains(&day).then_some(Self { year, month, day })
    }

    /// "7 Dec 2021", as the screen shows it.
    pub fn short(self) -> String {
        format!("{} {} {}", self.day, MONTHS[usize::from(self.month) - 1], self.year)
    }

    /// "7 – 31 Dec 2021": a period as the screen shows it.
    pub fn period(from: Self, to: Self) -> String {
        let month = |date: Self| MONTHS[usize::from(date.month) - 1];
        if from == to {
            to.short()
        } else if (from.year, from.month) == (to.year, to.month) {
            format!("{} – {}", from.day, to.short())
        } else if from.year == to.year {
            format!("{} {} – {}", from.day, month(from), to.short())
        } else {
            format!("{} – {}", from.short(), to.short())
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Date {
    type Err = String;

    /// Reads `2021-12-07`.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.trim().splitn(3, '-').map(str::parse::<i16>);
        let mut part = || parts.next()?.ok();
        let date = part()
            .zip(part())
            .zip(part())
            .and_then(|((year, month), day)| Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?));
        date.ok_or_else(|| format!("expected a date such as 2021-12-07, found {text:?}"))
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert!(Date::new(2021, 2, 29).is_none());
        assert!(Date::new(2020, 2, 29).is_some());
        assert!(Date::new(2021, 13, 1).is_none());
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        assert_eq!("2021-12-07".parse(), Ok(Date::new(2021, 12, 7).unwrap()));
        for wrong in ["", "2021", "2021-12", "2021-13-01", "7 December 2021", "2021-12-07-01"] {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn periods_do_not_repeat_themselves() {
        let day = |y, m, d| Date::new(y, m, d).unwrap();
        assert_eq!(Date::period(day(2021, 12, 7), day(2021, 12, 31)), "7 – 31 Dec 2021");
        assert_eq!(Date::period(day(2021, 11, 7), day(2021, 12, 1)), "7 Nov – 1 Dec 2021");
        assert_eq!(Date::period(day(2021, 12, 7), day(2021, 12, 7)), "7 Dec 2021");
    }
}
