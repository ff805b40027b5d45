//! The words around figures: units of time, money, what is counted in every language, and "about" and "more than".

use crate::model::Language;

/// Units of time by their first letters, in seconds. Those of up to three letters are whole words.
const UNITS: [(u64, &str); 6] = [
    (60, "minute minut минут мин хвилин"),
    (3_600, "hour heure stund час часа часу часов часы годин"),
    (86_400, "day jour tag tage tagen день дня дней суток сутки днів дні"),
    (604_800, "week semaine woche недел тижн тижд"),
    (2_592_000, "month mois monat месяц місяц"),
    (31_536_000, "year an ans année jahr год года году лет рік року років роки"),
];
pub(super) const HOUR: u64 = 3_600;
/// By sign and by the first letters of the name.
const MONEY: [(&str, &str, &str); 5] = [
    ("dollars", "$", "dollar доллар долар"),
    ("euros", "€", "euro евро євро"),
    ("pounds", "£", "pound livre pfund фунт"),
    ("roubles", "₽", "rouble ruble rubel рубл"),
    ("hryvnias", "₴", "hryvnia гривен гривн"),
];
pub(super) const PERCENT: &str = "percent процент процента процентов prozent pour-cent відсотків відсотки відсоток";
/// "An hour", "eine Stunde", "une heure".
pub(super) const ONES: &str = "a an one один одного одну одна ein eine einer eines einen un une одної";
pub(super) const HALVES: &str =
    "half полтора полутора полчаса halbe halbes halben demi demie пів півтора півтори anderthalb";
pub(super) const AND: &str = "and et и und та і с з";
/// What is counted under a name of ours, by first letters.
const THINGS: [(&str, &str); 2] = [
    (
        TROOPS,
        "troop soldier soldat servicem militar militair truppen солдат военнослуж военных военные войск військов military service",
    ),
    ("diplomats", "diplomat дипломат"),
];
pub(super) const TROOPS: &str = "troops";
/// Troops if they are many.
const MEN: &str = "men hommes mann männer";

/// How much around the number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hedge {
    /// "About 100", in hundredths down and up.
    About,
    More,
    Less,
}

const ABOUT: &str = "about around some roughly approximately circa environ quelque quelques près около примерно порядка \
    rund etwa ungefähr gut близько приблизно";
const MORE: &str = "more over upwards least above exceeding plus moins более больше свыше чуть mehr über mindestens понад \
    більше";
const LESS: &str = "nearly almost under less up many most barely presque jusqu почти менее майже fast knapp";

pub(super) fn hedge(word: &str) -> Option<Hedge> {
    let is = |list: &str| list.split_whitespace().any(|own| own == word);
    match word {
        _ if is(ABOUT) => Some(Hedge::About),
        _ if is(MORE) => Some(Hedge::More),
        _ if is(LESS) => Some(Hedge::Less),
        _ => None,
    }
}

pub(super) fn is_one_of(word: &str, list: &str) -> bool {
    list.split_whitespace().any(|own| own == word)
}

/// The unit of time that a word names, in seconds.
pub(super) fn unit(language: Language, word: &str) -> Option<u64> {
    if word == "полчаса" {
        return Some(HOUR);
    }
    let fits = |name: &str| match name.chars().count() {
        0..=4 => {
            word == name
                || (matches!(language, Language::English | Language::French) && word.strip_suffix('s') == Some(name))
        }
        _ => word.starts_with(name) && word.chars().count() <= name.chars().count() + 3,
    };
    UNITS.iter().find(|(_, names)| names.split(' ').any(fits)).map(|(seconds, _)| *seconds)
}

pub(super) fn money(word: &str) -> Option<&'static str> {
    let fits = |names: &str| names.split(' ').any(|name| word.starts_with(name));
    MONEY.iter().find(|(_, _, names)| fits(names)).map(|(currency, ..)| *currency)
}

/// The currency whose sign a text ends with.
pub(super) fn money_sign(before: &str) -> Option<&'static str> {
    MONEY.iter().find(|(_, sign, _)| before.ends_with(sign)).map(|(currency, ..)| *currency)
}

/// Our name for what a word names, of which there are `count`.
pub(super) fn thing(word: &str, count: u64) -> Option<&'static str> {
    if count >= 1_000 && is_one_of(word, MEN) {
        return Some(TROOPS);
    }
    let fits = |names: &str| names.split(' ').any(|name| word.starts_with(name));
    THINGS.iter().find(|(_, names)| fits(names)).map(|(name, _)| *name)
}
