//! The figures of a sentence: each with what it measures, so that two of one thing can be set side by side.

use crate::analysis::statements::kindred::{Kind, kind_of};
use crate::model::{Article, Language, Span};
use crate::text::{dates, stems, words};

/// Words between a number and what it counts: "100,000 Russian troops", "175,000 Russian military personnel".
const REACH: usize = 3;
/// Four digits between these are a year where nothing is counted.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2100;

/// What a figure is of. Two figures can differ only if theirs is the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// In seconds.
    Duration,
    /// Month and day, as 100 times the one and the other.
    Day,
    /// In hundredths of a per cent.
    Percent,
    /// So many of what this word or family of words names; the value in thousandths.
    Count(String),
}

/// A figure of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// With what it counts: "100,000 troops".
    pub span: Span,
    pub measure: Measure,
    pub value: u64,
}

/// Units of time by the stem of their first letters, in seconds. The longest that fits counts.
const UNITS: [(u64, &str); 6] = [
    (60, "minute minut минут мин хвилин"),
    (3_600, "hour час часа часу часов часы stund heure годин"),
    (86_400, "day день дня дней суток сутки tag jour днів дні"),
    (604_800, "week недел woche semaine тижн"),
    (2_592_000, "month месяц monat mois місяц"),
    (31_536_000, "year год года лет jahr année ans рік років роки"),
];
const THOUSANDS: [(u64, &str); 3] = [
    (1_000, "thousand thousands тысяч тысячи тысяча тыс tausend mille тисяч тисячі"),
    (1_000_000, "million millions миллион миллиона миллионов млн millionen мільйон мільйонів"),
    (1_000_000_000, "billion billions миллиард миллиарда миллиардов млрд milliarde milliarden milliard milliards"),
];
const PERCENT: &str = "percent процент процента процентов prozent pour-cent відсотків відсотки";
/// "An hour", "eine Stunde", "une heure".
const ONES: &str = "a an one один одного одну одна ein eine einer eines einen un une";
/// Numbers in the cases of Russian and Ukrainian, from two on.
const CASES: &str = "двух двум двома,трех трем троих трьох,четырех четырем чотирьох,пяти пятью п'яти,шести шестью,семи \
                     семью,восьми восьмью,девяти девятью,десяти десятью";
const HALVES: &str = "half полтора полчаса halbe halbes halben demi пів півтора";

/// One word of the sentence, folded, with its value if it is a number in thousandths.
struct Word {
    span: Span,
    folded: String,
    value: Option<u64>,
}

/// The figures of a sentence, in order.
pub fn figures_of(article: &Article, sentence: usize) -> Vec<Figure> {
    let span = article.sentences[sentence].span;
    let words = read_words(article, span);
    let mut figures = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match day(&words, at).or_else(|| counted(article, &words, at)) {
            Some((figure, next)) => {
                figures.push(figure);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    figures
}

fn read_words(article: &Article, span: Span) -> Vec<Word> {
    let mut spans = Vec::new();
    words::words(span.text(&article.text), span.start as usize, article.language, &mut spans);
    let mut list: Vec<Word> = Vec::with_capacity(spans.len());
    for span in spans {
        let folded = words::fold(&words::clean(span.text(&article.text)));
        let value = digits(&article.text, span).or_else(|| match kind_of(article.language, &folded, &folded) {
            Kind::Number(number) if !folded.starts_with(|letter: char| letter.is_ascii_digit()) => {
                Some(u64::from(number) * 1_000)
            }
            _ => in_case(&folded),
        });
        // "175 000" and "1.5" are one number each.
        if let (Some(last), Some(value)) = (list.last_mut(), value)
            && let Some(joined) = join(&article.text, last, span, value)
        {
            last.value = Some(joined);
            last.span.end = span.end;
            continue;
        }
        list.push(Word { span, folded, value });
    }
    list
}

/// The number that a word is in one of its cases, in thousandths.
fn in_case(folded: &str) -> Option<u64> {
    let found = (2..).zip(CASES.split(',')).find(|(_, forms)| is_one_of(folded, forms));
    found.map(|(number, _)| number * 1_000)
}

/// The number that digits write, in thousandths; "10th" is none of things that are counted.
fn digits(text: &str, span: Span) -> Option<u64> {
    let word = span.text(text);
    let (whole, decimals) = match word.rsplit_once(['.', ',']) {
        Some((whole, rest)) if rest.len() != 3 && rest.len() <= 2 => (whole, rest),
        _ => (word, ""),
    };
    let plain: String =
        whole.chars().filter(|sign| !matches!(sign, ',' | '.' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if plain.is_empty() || !all_digits(&plain) || !all_digits(decimals) {
        return None;
    }
    let decimals: u64 = format!("{decimals:0<3}").parse().ok()?;
    plain.parse::<u64>().ok()?.checked_mul(1_000)?.checked_add(decimals)
}

/// The number that two runs of digits are together: groups of three after a space, decimals after a point.
fn join(text: &str, before: &Word, span: Span, value: u64) -> Option<u64> {
    let first = before.value.filter(|_| before.folded.ends_with(|letter: char| letter.is_ascii_digit()))?;
    let own = span.text(text);
    if !own.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match &text[before.span.end as usize..span.start as usize] {
        "\u{a0}" | "\u{202f}" | " " | "," if own.len() == 3 && first % 1_000 == 0 => {
            first.checked_mul(1_000)?.checked_add(value)
        }
        "." | "," if own.len() <= 2 && first % 1_000 == 0 => {
            let decimals: u64 = format!("{own:0<3}").parse().ok()?;
            first.checked_add(decimals)
        }
        _ => None,
    }
}

/// "January 10", "10 января", and the place after it.
fn day(words: &[Word], at: usize) -> Option<(Figure, usize)> {
    let small = |word: &Word| {
        let number: String = word.folded.chars().take_while(char::is_ascii_digit).collect();
        let day: u64 = number.parse().ok().filter(|day| (1..=31).contains(day))?;
        (word.folded.len() <= number.len() + 2).then_some(day)
    };
    // "May" and "Mar" are words too: a month stands beside a day.
    let month = |word: &Word| dates::month(&word.folded).map(u64::from);
    let (first, second) = (&words[at], words.get(at + 1)?);
    let (day, month) = match (small(first), month(first)) {
        (Some(day), _) => (day, month(second)?),
        (None, Some(month)) => (small(second)?, month),
        _ => return None,
    };
    let span = Span { start: first.span.start, end: second.span.end };
    // The year after it counts nothing.
    let year = words.get(at + 2).and_then(|word| word.value).is_some_and(|value| YEARS.contains(&(value / 1_000)));
    Some((Figure { span, measure: Measure::Day, value: month * 100 + day }, at + 2 + usize::from(year)))
}

/// A number with what it counts, and the place after it.
fn counted(article: &Article, words: &[Word], at: usize) -> Option<(Figure, usize)> {
    let (mut value, mut next) = number(words, at)?;
    let start = words[at].span.start;
    let after = |next: usize| words.get(next);
    let percent_sign = |end: u32| article.text[end as usize..].trim_start().starts_with('%');
    if percent_sign(words[next - 1].span.end) || after(next).is_some_and(|word| is_one_of(&word.folded, PERCENT)) {
        let end = after(next)
            .filter(|word| is_one_of(&word.folded, PERCENT))
            .map_or(words[next - 1].span.end, |word| word.span.end);
        return Some((Figure { span: Span { start, end }, measure: Measure::Percent, value: value / 10 }, next));
    }
    let unit = after(next).and_then(|word| Some((unit(article.language, &word.folded)?, word.span.end)));
    if let Some((seconds, mut end)) = unit {
        next += 1;
        let and_half = words.get(next..next + 3).filter(|words| words[2].folded == "half" && words[0].folded == "and");
        if let Some(half) = and_half {
            (value, end, next) = (value + 500, half[2].span.end, next + 3);
        }
        let span = Span { start, end };
        return Some((Figure { span, measure: Measure::Duration, value: value * seconds / 1_000 }, next));
    }
    // "A man" counts nothing, and 2021 alone is a year.
    let bare = is_one_of(&words[at].folded, ONES) || (next == at + 1 && YEARS.contains(&(value / 1_000)));
    if bare {
        return None;
    }
    let (thing, end) = thing(article, words, next)?;
    Some((Figure { span: Span { start, end }, measure: Measure::Count(thing), value }, next))
}

/// The number that begins here, in thousandths, and the place after it.
fn number(words: &[Word], at: usize) -> Option<(u64, usize)> {
    let word = &words[at];
    let is = |place: usize, list: &str| words.get(place).is_some_and(|word| is_one_of(&word.folded, list));
    let (mut value, mut next) = match word.value {
        Some(value) => (value, at + 1),
        None if is_one_of(&word.folded, HALVES) => {
            let value = if word.folded.ends_with("тора") { 1_500 } else { 500 };
            // "Half an hour".
            (value, at + 1 + usize::from(is(at + 1, ONES)))
        }
        None if is_one_of(&word.folded, ONES) => (1_000, at + 1),
        None => return None,
    };
    while let Some(times) = words.get(next).and_then(|word| times(&word.folded)) {
        value = value.checked_mul(times)?;
        next += 1;
    }
    Some((value, next))
}

fn is_one_of(word: &str, list: &str) -> bool {
    list.split(' ').any(|own| own == word)
}

fn times(word: &str) -> Option<u64> {
    THOUSANDS.iter().find(|(_, names)| is_one_of(word, names)).map(|(times, _)| *times)
}

/// The unit of time that a word names.
fn unit(language: Language, word: &str) -> Option<u64> {
    if word == "полчаса" {
        return Some(3_600);
    }
    let fits = |name: &str| match name.chars().count() {
        0..=3 => word == name || (language == Language::English && word.strip_suffix('s') == Some(name)),
        _ => word.starts_with(name) && word.chars().count() <= name.chars().count() + 3,
    };
    UNITS.iter().find(|(_, names)| names.split(' ').any(fits)).map(|(seconds, _)| *seconds)
}

/// What is counted from here on: the last noun of the words that follow without a break, by its stem or family.
fn thing(article: &Article, words: &[Word], next: usize) -> Option<(String, u32)> {
    let mut found = None;
    for (number, word) in words[next.min(words.len())..].iter().take(REACH).enumerate() {
        let before = words[next + number - 1].span.end as usize;
        let gap = &article.text[before..word.span.start as usize];
        if word.value.is_some() || gap.chars().any(|sign| !sign.is_whitespace() && sign != '-') {
            break;
        }
        let stem = stems::stem(article.language, &word.folded);
        let name = match kind_of(article.language, &word.folded, &stem) {
            Kind::Family(family) => format!("#{family}"),
            Kind::Plain => stem,
            Kind::Party(_) | Kind::Frame => continue,
            Kind::Stop | Kind::Negation | Kind::Number(_) => break,
        };
        let is_family = name.starts_with('#');
        found = Some((name, word.span.end));
        if is_family {
            break; // "Troops", "talks": what is counted, whatever follows.
        }
    }
    found
}
