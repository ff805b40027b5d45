//! How well an article without a date fits talks: what speaks for it less what speaks against it.

use super::groups::{Group, PARTIES};
use super::line::{REPORT_DAYS, weekday_of};
use super::reading::Reading;
use crate::analysis::duplicates::day_number;
use crate::model::Date;

/// What agrees, in points; what does not agree counts the same against it.
const PARTIES_AGREE: i32 = 3;
const DAY_AGREES: i32 = 4;
const DATELINE_AGREES: i32 = 3;
const LENGTH_AGREES: i32 = 3;
/// Few talks take 50 minutes.
const ODD_LENGTH_AGREES: i32 = 5;
const HALF_AN_HOUR: u64 = 1_800;
const PLACE_AGREES: i32 = 2;
const WEEKDAY_AGREES: i32 = 2;
/// Of the words of the smaller of two reports, in thousandths, what makes one point.
const WORDS: u64 = 100;
/// Two reports of one call share some 300 thousandths of their words, two on the same subject 200.
const LEAST_WORDS: u64 = 250;
/// Points that are enough, if no other round has as many.
pub(super) const ENOUGH: i32 = 5;
/// Of two rounds with as many points the nearer one has to be so much nearer by its words, in hundredths.
pub(super) const AHEAD: u64 = 110;
/// Lengths that are so near, in hundredths of the longer, are one.
const SAME_LENGTH: u64 = 92;

/// The points of an article for a group, `shared` thousandths of whose words it has.
pub(super) fn points(reading: &Reading, group: &Group, shared: u64) -> Option<i32> {
    let people = people(reading, group)?;
    let days = day(reading, group) + weekday(reading, group) + dateline(reading, group);
    let is_odd = reading.lengths.iter().any(|length| length % HALF_AN_HOUR != 0);
    let length_agrees = if is_odd { ODD_LENGTH_AGREES } else { LENGTH_AGREES };
    let length = agreement(&reading.lengths, &group.lengths, same_length) * length_agrees;
    let place = agreement(&reading.places, &group.places, |one, other| one == other) * PLACE_AGREES;
    // The same people talk often: something has to say that it is these talks.
    let here = if group.day.is_none() { place } else { 0 };
    if days + length + here <= 0 && shared < LEAST_WORDS {
        return None;
    }
    Some(people + days + length + place.max(-1) + (shared / WORDS) as i32)
}

/// Those whom both name most; `None` if they have nobody in common.
fn people(reading: &Reading, group: &Group) -> Option<i32> {
    let here = reading.people.iter().take(PARTIES + 1);
    let common = here.filter(|person| group.people.iter().take(PARTIES + 1).any(|other| other == *person)).count();
    match common {
        0 => None,
        1 => Some(if reading.people.len() < PARTIES { PARTIES_AGREE - 1 } else { 0 }),
        _ => Some(PARTIES_AGREE),
    }
}

/// 1 if something is in both, -1 if both have something and nothing in common.
fn agreement<T>(here: &[T], there: &[T], same: impl Fn(&T, &T) -> bool) -> i32 {
    match (here.is_empty() || there.is_empty(), here.iter().any(|one| there.iter().any(|other| same(one, other)))) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => -1,
    }
}

fn same_length(one: &u64, other: &u64) -> bool {
    one.min(other) * 100 >= one.max(other) * SAME_LENGTH
}

fn day(reading: &Reading, group: &Group) -> i32 {
    let known = group.month_days();
    agreement(&reading.month_days, &known, |one, other| one == other) * DAY_AGREES
}

fn weekday(reading: &Reading, group: &Group) -> i32 {
    let known: Vec<u8> = group.day.map_or_else(|| group.weekdays.clone(), |day| vec![weekday_of(day)]);
    agreement(&reading.weekdays, &known, |one, other| one == other) * WEEKDAY_AGREES
}

/// Whether it was written on the day of the talks or soon after, in the year of the talks.
fn dateline(reading: &Reading, group: &Group) -> i32 {
    let (Some(dateline), Some(day)) = (reading.dateline, group.day) else { return 0 };
    let years = [day.year, day.year + 1].into_iter();
    let dates = years.filter_map(|year| Date::new(year, dateline.month, dateline.day));
    let later = dates.map(|date| day_number(date) - day_number(day)).find(|days| *days >= -REPORT_DAYS);
    let days = if reading.previews { -REPORT_DAYS..=0 } else { 0..=REPORT_DAYS };
    if later.is_some_and(|later| days.contains(&later)) { DATELINE_AGREES } else { -DATELINE_AGREES - ENOUGH }
}
