//! The words by which a report on talks is told: talks, days, what is still to come, titles of people. Data by language.

use crate::analysis::statements::kindred::is_talk;
use crate::model::Language;
use crate::text::dates::month;
use crate::text::words::{clean, fold};
use rustc_hash::FxHashMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// "talks", "call", "spoke".
    Talk,
    /// "press" before a talk word: a press call is no talk between states.
    Press,
    /// Of the year, from 1.
    Month(u8),
    /// Of the week, Monday is 0.
    Weekday(u8),
    Today,
    Yesterday,
    Tomorrow,
    /// "will", "upcoming".
    Ahead,
    /// "president", "minister": a name follows.
    Title,
    /// "and" between two names.
    And,
    Number(u16),
    Other,
}

/// What the words of one language say here.
struct Words {
    spoke: &'static str,
    press: &'static str,
    /// From Monday on, with commas between.
    weekdays: &'static str,
    today: &'static str,
    yesterday: &'static str,
    tomorrow: &'static str,
    ahead: &'static str,
    titles: &'static str,
    and: &'static str,
}

const ENGLISH: Words = Words {
    spoke: "spoke spoken met phone phoned telephone telephoned",
    press: "press news background conference",
    weekdays: "monday,tuesday,wednesday,thursday,friday,saturday,sunday",
    today: "today",
    yesterday: "yesterday",
    tomorrow: "tomorrow",
    ahead: "will before upcoming ahead preview previewing expected planned next begin begins start starts",
    titles: "president presidents minister premier chancellor secretary king prince envoy \
        advisor adviser prime deputy general",
    and: "and",
};
const RUSSIAN: Words = Words {
    spoke: "телефону созвонились поговорил поговорили побеседовал встретился встретились беседовал",
    press: "пресс",
    weekdays: "понедельник,вторник,среду среда,четверг,пятницу пятница,субботу суббота,воскресенье",
    today: "сегодня",
    yesterday: "вчера",
    tomorrow: "завтра",
    ahead: "предстоящие предстоящих предстоящей предстоит состоятся состоится пройдут пройдет накануне перед",
    titles: "президент президента президенту президентом президенты президентов министр министра премьер канцлер \
        канцлера госсекретарь госсекретаря",
    and: "и",
};
const UKRAINIAN: Words = Words {
    spoke: "поговорив поговорили зустрівся зустрілися",
    press: "прес",
    weekdays: "понеділок,вівторок,середу середа,четвер,п'ятницю п'ятниця,суботу субота,неділю неділя",
    today: "сьогодні",
    yesterday: "вчора",
    tomorrow: "завтра",
    ahead: "майбутні майбутніх відбудуться відбудеться напередодні перед",
    titles: "президент президента президенту президентом президенти президентів міністр прем'єр канцлер держсекретар",
    and: "і та й",
};
const GERMAN: Words = Words {
    spoke: "telefonisch sprach sprachen telefonierte telefonierten traf trafen telefoniert gesprochen",
    press: "presse",
    weekdays: "montag,dienstag,mittwoch,donnerstag,freitag,samstag,sonntag",
    today: "heute",
    yesterday: "gestern",
    tomorrow: "morgen",
    ahead: "wird werden geplante geplanten bevorstehende bevorstehenden",
    titles: "präsident präsidenten präsidentin minister außenminister kanzler kanzlerin bundeskanzler us-präsident \
        kremlchef",
    and: "und",
};
const FRENCH: Words = Words {
    spoke: "téléphone parlé rencontré rencontrés entretenu entretenus entretenue",
    press: "presse",
    weekdays: "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche",
    today: "aujourd'hui hui",
    yesterday: "hier",
    tomorrow: "demain",
    ahead: "avant prochain prévu prévue prévus auront aura",
    titles: "président présidents présidente ministre chancelier chancelière premier",
    and: "et",
};
const OTHER: Words = Words {
    spoke: "",
    press: "",
    weekdays: "",
    today: "",
    yesterday: "",
    tomorrow: "",
    ahead: "",
    titles: "",
    and: "",
};

fn words_of(language: Language) -> &'static Words {
    match language {
        Language::English => &ENGLISH,
        Language::Russian => &RUSSIAN,
        Language::Ukrainian => &UKRAINIAN,
        Language::German => &GERMAN,
        Language::French => &FRENCH,
        Language::Other => &OTHER,
    }
}

/// Remembers the words that it has met.
#[derive(Default)]
pub(super) struct Signs {
    known: [FxHashMap<Box<str>, Sign>; Language::ALL.len()],
}

impl Signs {
    pub fn of(&mut self, language: Language, word: &str) -> Sign {
        if let Some(sign) = self.known[language as usize].get(word) {
            return *sign;
        }
        let sign = sign(language, word);
        self.known[language as usize].insert(word.into(), sign);
        sign
    }
}

fn sign(language: Language, word: &str) -> Sign {
    let folded = fold(&clean(word));
    let is_in = |list: &str| list.split_whitespace().any(|other| other == folded);
    let words = words_of(language);
    if let Some(number) = number(&folded) {
        Sign::Number(number)
    } else if let Some(weekday) = words.weekdays.split(',').position(is_in) {
        Sign::Weekday(weekday as u8)
    } else if is_in(words.today) {
        Sign::Today
    } else if is_in(words.yesterday) {
        Sign::Yesterday
    } else if is_in(words.tomorrow) {
        Sign::Tomorrow
    } else if is_in(words.ahead) {
        Sign::Ahead
    } else if is_in(words.titles) {
        Sign::Title
    } else if is_in(words.press) {
        Sign::Press
    } else if is_in(words.spoke) || is_talk(language, word) {
        Sign::Talk
    } else if is_in(words.and) {
        Sign::And
    } else if let Some(month) = month_of(word, &folded) {
        Sign::Month(month)
    } else {
        Sign::Other
    }
}

/// "may" is a month with its capital only.
fn month_of(word: &str, folded: &str) -> Option<u8> {
    let is_name = folded.chars().count() > 3 || word.starts_with(char::is_uppercase);
    if is_name { month(folded) } else { None }
}

fn number(folded: &str) -> Option<u16> {
    let digits = folded.trim_end_matches(|letter: char| letter.is_alphabetic());
    if folded.len() - digits.len() > 4 { None } else { digits.parse().ok() }
}
