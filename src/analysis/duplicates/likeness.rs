//! Whether two articles are one text: how much of each is in the other, and whether they name the same facts.
//!
//! A missed copy costs the reader a row; a wrong one hides an article. So where the sketches leave a doubt, no.
//! Words alone do not tell a copy with every tenth word changed from two reports written in one frame (readouts of two
//! calls, the markets on two days). What was changed does: a frame is filled with other names and numbers.

use super::Facts;
use super::sketch::{SHORT, Sample, Share};
use crate::model::{ClockTime, Date};

/// Days between two versions of a story. A story is updated through a day, in the night, corrected the day after.
const DAYS_APART: i64 = 2;
/// Share of runs that each has in common with the other. With 15 % of the words changed 61 % of the runs are left, less
/// or more by the error of the samples; articles of which 40 % is the same statement have some 40 % in common.
const ALIKE: f64 = 0.50;
/// Of the shorter in the longer, where the longer says more: a copy that was cut, a story that grew.
const WITHIN: f64 = 0.70;
/// Of the longer in the shorter then, at least: a copy cut by half. Less is a statement and a report that quotes it.
const COVERED: f64 = 0.42;
/// The same within one outlet: it does not report on its own article, it updates it.
const COVERED_BY_VERSION: f64 = 0.25;
/// Both ways, for articles more than [`DAYS_APART`]: what comes back every week is written in a frame.
const FAR_ALIKE: f64 = 0.85;
/// Fewer names or numbers in common samples tell nothing.
const FEWEST_FACTS: u32 = 3;
/// Share of the numbers of the shorter that the longer has. An update replaces some; a frame nearly all.
const NUMBERS: f64 = 0.40;
/// How much rarer names may agree than words do. Who edits a copy changes names at most as often as other words.
const NAMES_BEHIND_WORDS: f64 = 0.15;
/// Fewer runs in common samples tell nothing.
const FEWEST_RUNS: u32 = 12;

/// How much of the shorter article is in the longer one, if they are copies or versions of one text; none if not.
/// Exact copies are not asked about here.
pub(super) fn likeness(longer: &Facts, shorter: &Facts) -> Option<Share> {
    let (long, short) = (longer.sketch, shorter.sketch);
    if long.words.min(short.words) < SHORT {
        return None;
    }
    let inside = short.runs.share_in(&long.runs);
    let covered = long.runs.share_in(&short.runs).ratio();
    if inside.of < FEWEST_RUNS {
        return None;
    }
    let enough = if days_apart(longer, shorter).is_some_and(|days| days > DAYS_APART) {
        inside.ratio() >= FAR_ALIKE && covered >= FAR_ALIKE
    } else {
        let least = if same_outlet(longer, shorter) { COVERED_BY_VERSION } else { COVERED };
        (inside.ratio() >= ALIKE && covered >= ALIKE) || (inside.ratio() >= WITHIN && covered >= least)
    };
    (enough && same_numbers(&short.numbers, &long.numbers) && same_names(&short.names, &long.names, inside))
        .then_some(inside)
}

/// Of two numbers one must agree; one alone tells nothing.
fn same_numbers(short: &Sample, long: &Sample) -> bool {
    let share = short.share_in(long);
    if share.of < FEWEST_FACTS { share.of < 2 || share.found > 0 } else { share.ratio() >= NUMBERS }
}

/// Where a share `w` of the words is left, a share `w`³ of the runs of three is.
fn same_names(short: &Sample, long: &Sample, runs: Share) -> bool {
    let share = short.share_in(long);
    share.of < FEWEST_FACTS || (share.ratio() + NAMES_BEHIND_WORDS).powi(3) >= runs.ratio()
}

/// Whether one story was updated into the other, given that they are alike.
pub(super) fn are_versions(one: &Facts, other: &Facts) -> bool {
    let near = days_apart(one, other).is_some_and(|days| days <= DAYS_APART);
    near && (same_outlet(one, other) || (one.outlet.is_none() && other.outlet.is_none()))
}

fn same_outlet(one: &Facts, other: &Facts) -> bool {
    let plain = |outlet: &str| outlet.trim().to_lowercase();
    one.outlet.zip(other.outlet).is_some_and(|(one, other)| plain(one) == plain(other))
}

fn days_apart(one: &Facts, other: &Facts) -> Option<i64> {
    Some((day_number(one.date?) - day_number(other.date?)).abs())
}

/// When an article was published, for putting them in order: minutes, and whether the time of day is known.
/// Without a zone the time counts as UTC.
pub(super) fn moment(date: Option<Date>, time: Option<ClockTime>) -> Option<(i64, bool)> {
    let minute = time.map_or(0, |time| i64::from(time.minute) - i64::from(time.offset.unwrap_or(0)));
    Some((day_number(date?) * 24 * 60 + minute, time.is_some()))
}

/// Days since some day long ago.
pub(in crate::analysis) fn day_number(date: Date) -> i64 {
    // The year starts in March, so that the leap day is its last.
    let months = i64::from(date.year) * 12 + i64::from(date.month) - 3;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12));
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + i64::from(date.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_years() {
        let day = |y, m, d| day_number(Date::new(y, m, d).unwrap());
        assert_eq!(day(2022, 1, 1) - day(2021, 12, 31), 1);
        assert_eq!(day(2020, 3, 1) - day(2020, 2, 28), 2);
        assert_eq!(day(2021, 3, 1) - day(2021, 2, 28), 1);
        assert_eq!(day(2000, 3, 1) - day(1900, 3, 1), 36_525 - 1 + 1);
        assert_eq!(day(2021, 12, 31) - day(2021, 1, 1), 364);
    }

    #[test]
    fn the_later_of_two_moments_is_that_of_the_clock_and_not_of_the_zone() {
        let date = Date::new(2021, 12, 7);
        let at = |hour, offset| moment(date, ClockTime::new(hour, 0, Some(offset)));
        assert!(at(18, 180) < at(16, 0), "18:00 in Moscow is 15:00 in London");
        assert!(moment(None, ClockTime::new(1, 0, None)) < moment(date, None));
    }
}
