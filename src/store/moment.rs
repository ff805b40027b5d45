//! A moment by this machine's clock, to the second, in UTC.
//!
//! For people to read; nothing is decided by it, since clocks are set back.

use serde::{Deserialize, Serialize, de};
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const DAY: u64 = 24 * 60 * 60;

/// The last second of the year 9999; what is later is not written in four digits.
const LAST: u64 = 253_402_300_799;

/// Seconds since 1970. Written `2021-12-07T14:05:00Z` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(u64);

impl Moment {
    /// By the clock of this machine; a clock before 1970 gives 1970.
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(since.as_secs().min(LAST))
    }

    pub fn system_time(self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0)
    }

    /// `2021-12-07T14-05-00Z`: as a part of a file's name on every system.
    pub(super) fn in_file_name(self) -> String {
        self.to_string().replace(':', "-")
    }

    /// Reads either way of writing.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (date, clock) = text.strip_suffix('Z')?.split_once('T')?;
        let numbers = |text: &str, signs: &[char]| -> Option<[u64; 3]> {
            let parts: Option<Vec<u64>> = text.split(signs).map(|part| part.parse().ok()).collect();
            parts?.try_into().ok()
        };
        let ([year, month, day], [hour, minute, second]) = (numbers(date, &['-'])?, numbers(clock, &['-', ':'])?);
        let sound = (1970..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        let time = hour * 3600 + minute * 60 + second;
        (sound && hour < 24 && minute < 60 && second < 60).then(|| Self(days_to(year, month, day) * DAY + time))
    }
}

/// Days from 1970 to a day of the Gregorian calendar, by years that begin in March, so that a leap day comes last.
fn days_to(year: u64, month: u64, day: u64) -> u64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days_in_year = (153 * month + 2) / 5 + day - 1;
    // From 1 March of the year 0 to 1 January 1970 it is 719,468 days.
    year * 365 + year / 4 - year / 100 + year / 400 + days_in_year - 719_468
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, time) = (self.0 / DAY, self.0 % DAY);
        // A year has at least 365 days and at most 366, so this is the year or the one after.
        let guess = 1970 + day / 365;
        let year = (1970..=guess).rev().find(|&year| days_to(year, 1, 1) <= day).unwrap_or(1970);
        let month = (1..=12).rev().find(|&month| days_to(year, month, 1) <= day).unwrap_or(1);
        let day = day - days_to(year, month, 1) + 1;
        let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom(format!("expected a moment, found {text:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_moments_are_written_as_the_calendar_has_them() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_638_885_900, "2021-12-07T14:05:00Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (LAST, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(Moment(seconds).to_string(), text);
        }
        for text in ["", "2021-12-07", "2021-13-07T00:00:00Z", "2021-12-07T24:00:00Z", "99999-12-07T00:00:00Z", "-1Z"] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_moment_comes_back_as_it_was_written(seconds in 0..=LAST) {
            let moment = Moment(seconds);
            prop_assert_eq!(Moment::parse(&moment.to_string()), Some(moment));
            prop_assert_eq!(Moment::parse(&moment.in_file_name()), Some(moment));
        }
    }
}
