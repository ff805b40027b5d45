//! A time of day on an article.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The time of day that an article gives for its publication, to the minute. Written `14:05+03:00`, or `14:05` where
/// no zone is given (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClockTime {
    /// Since midnight, 0 to 1439.
    pub minute: u16,
    /// Minutes east of UTC, -14 to +14 hours; `None` where no zone is given.
    pub offset: Option<i16>,
}

/// The widest offset from UTC (minutes): that of the Line Islands.
const WIDEST_OFFSET: i16 = 14 * 60;

impl ClockTime {
    /// `None` if there is no such time or zone.
    pub fn new(hour: u16, minute: u16, offset: Option<i16>) -> Option<Self> {
        let sound = hour < 24 && minute < 60 && offset.is_none_or(|offset| offset.abs() <= WIDEST_OFFSET);
        sound.then_some(Self { minute: hour * 60 + minute, offset })
    }
}

impl ClockTime {
    /// "14:05", without the zone.
    pub fn clock(self) -> String {
        format!("{:02}:{:02}", self.minute / 60, self.minute % 60)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.clock())?;
        let Some(offset) = self.offset else { return Ok(()) };
        let sign = if offset < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_with_their_zone() {
        let time = |hour, minute, offset| ClockTime::new(hour, minute, offset).map(|time| time.to_string());
        assert_eq!(time(9, 5, None).as_deref(), Some("09:05"));
        assert_eq!(time(23, 59, Some(180)).as_deref(), Some("23:59+03:00"));
        assert_eq!(time(0, 0, Some(-210)).as_deref(), Some("00:00-03:30"));
        assert_eq!(time(24, 0, None), None);
        assert_eq!(time(12, 0, Some(900)), None);
    }
}
