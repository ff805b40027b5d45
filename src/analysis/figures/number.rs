//! One number of a sentence: digits or words, a range, and the "about" before it.

use super::numbers::{Part, part};
use super::words::{self as data, Hedge};
use crate::model::{Article, Language, Span};
use crate::text::words;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Words before a number that may hedge it: "more than some".
const HEDGE_REACH: usize = 3;
/// What the letter after digits says: "100K", "4.4m", "5bn".
const SHORT: [(&str, u64); 4] = [("k", 1_000), ("m", 1_000_000), ("bn", 1_000_000_000), ("b", 1_000_000_000)];

/// One word of the sentence, folded.
pub(super) struct Word {
    pub span: Span,
    pub folded: Arc<str>,
    /// In thousandths, if it is a number.
    pub value: Option<u64>,
    part: Option<Part>,
    /// Of a month, if it can be one: "10", "10th", "десятого".
    pub day: Option<u64>,
    pub after_hyphen: bool,
    /// A thousand or the like, cut short with a full stop.
    pub is_short: bool,
}

/// A number or a range, in thousandths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub value: u64,
    pub up_to: u64,
    /// The place after it.
    pub next: usize,
    pub hedge: Option<Hedge>,
}

/// What a word says by itself.
#[derive(Clone)]
struct Known {
    folded: Arc<str>,
    value: Option<u64>,
    part: Option<Part>,
    day: Option<u64>,
    is_short: bool,
    /// Whether a figure can begin with it.
    begins: bool,
}

/// Reads the words of sentences; of each different word it thinks once.
#[derive(Default)]
pub struct WordReader {
    known: [FxHashMap<Box<str>, Known>; Language::ALL.len()],
    spans: Vec<Span>,
}

impl WordReader {
    /// The words of a sentence; none if no figure can begin in it.
    pub(super) fn read(&mut self, article: &Article, span: Span) -> Vec<Word> {
        let mut spans = std::mem::take(&mut self.spans);
        spans.clear();
        words::words(span.text(&article.text), span.start as usize, article.language, &mut spans);
        let begins = |span: &Span| self.known(article.language, span.text(&article.text)).begins;
        let list = if spans.iter().any(begins) { self.list(article, &spans) } else { Vec::new() };
        self.spans = spans;
        list
    }

    fn list(&mut self, article: &Article, spans: &[Span]) -> Vec<Word> {
        let mut list: Vec<Word> = Vec::with_capacity(spans.len());
        for span in spans.iter().copied() {
            let known = self.known(article.language, span.text(&article.text)).clone();
            // "175 000" and "1.5" are one number each.
            if let (Some(last), Some(value)) = (list.last_mut(), known.value)
                && known.part.is_none()
                && let Some(joined) = join(article, last, span, value)
            {
                (last.value, last.day) = (Some(joined), None);
                last.span.end = span.end;
                continue;
            }
            let after_hyphen = article.text[..span.start as usize].ends_with(['-', '–']);
            let Known { folded, value, part, day, is_short, .. } = known;
            list.push(Word { span, folded, value, part, day, after_hyphen, is_short });
        }
        list
    }

    fn known(&mut self, language: Language, word: &str) -> &Known {
        let known = &mut self.known[language as usize];
        if !known.contains_key(word) {
            known.insert(word.into(), Known::of(language, word));
        }
        &known[word]
    }
}

impl Known {
    fn of(language: Language, word: &str) -> Self {
        let folded = words::fold(&words::clean(word));
        let is_digits = folded.starts_with(|letter: char| letter.is_ascii_digit());
        let part = if is_digits { None } else { part(language, &folded) };
        let value = digits(word).or(match part {
            Some(Part::Plus(value) | Part::Times(value)) => Some(value * 1_000),
            _ => None,
        });
        let is_word = |list| data::is_one_of(&folded, list);
        let begins = is_digits || part.is_some() || is_word(data::HALVES) || data::unit(language, &folded).is_some();
        let is_short = matches!(folded.as_str(), "тыс" | "млн" | "млрд" | "mio" | "mrd");
        Self { day: day(&folded, part), folded: folded.into(), value, part, is_short, begins }
    }
}

fn day(folded: &str, part: Option<Part>) -> Option<u64> {
    let number: String = folded.chars().take_while(char::is_ascii_digit).collect();
    let is_short = folded.chars().count() <= number.len() + 2;
    let written = match part {
        Some(Part::Rank(day)) => Some(day),
        _ => number.parse().ok().filter(|_| is_short),
    };
    written.filter(|day| (1..=31).contains(day))
}

/// The number that digits write, in thousandths; "10th" is none of things that are counted.
fn digits(word: &str) -> Option<u64> {
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let lower = word.to_lowercase();
    let short = SHORT.iter().find_map(|(letters, times)| Some((lower.strip_suffix(letters)?, *times)));
    let (word, times) = short.unwrap_or((word, 1));
    let (whole, decimals) = match word.rsplit_once(['.', ',']) {
        Some((whole, rest)) if rest.len() <= 2 => (whole, rest),
        _ => (word, ""),
    };
    let plain: String =
        whole.chars().filter(|sign| !matches!(sign, ',' | '.' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if plain.is_empty() || !all_digits(&plain) || !all_digits(decimals) {
        return None;
    }
    let decimals: u64 = format!("{decimals:0<3}").parse().ok()?;
    plain.parse::<u64>().ok()?.checked_mul(1_000)?.checked_add(decimals)?.checked_mul(times)
}

/// The number that two runs of digits are together: groups of three after a space, decimals after a point.
fn join(article: &Article, before: &Word, span: Span, value: u64) -> Option<u64> {
    let text = &article.text;
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let written = before.span.text(text);
    let first = before.value.filter(|_| written.starts_with(|letter: char| letter.is_ascii_digit()))?;
    let own = span.text(text);
    let plain = own.trim_end_matches(char::is_alphabetic);
    let is_group = is_digits(own) && own.len() == 3 && first % 1_000 == 0 && !(is_digits(written) && written.len() > 3);
    match &text[before.span.end as usize..span.start as usize] {
        "\u{a0}" | "\u{202f}" | " " | "," if is_group => first.checked_mul(1_000)?.checked_add(value),
        "." if is_group && article.language != Language::English => first.checked_mul(1_000)?.checked_add(value),
        "." | "," if is_digits(plain) && plain.len() <= 2 && first % 1_000 == 0 => {
            let decimals: u64 = format!("{plain:0<3}").parse().ok()?;
            let times = digits(own)? / digits(plain)?.max(1);
            first.checked_add(decimals)?.checked_mul(times.max(1))
        }
        _ => None,
    }
}

/// The number that begins here.
pub(super) fn number(article: &Article, words: &[Word], at: usize) -> Option<Number> {
    let (value, next, times) = one(article, words, at)?;
    let hedge = words[at.saturating_sub(HEDGE_REACH)..at].iter().rev().find_map(|word| data::hedge(&word.folded));
    let is_to = words.get(next).is_some_and(|word| data::is_one_of(&word.folded, "to and à bis до und et"));
    let between = at.checked_sub(1).is_some_and(|before| {
        data::is_one_of(&words[before].folded, "between from entre de zwischen von от від между")
    });
    let dash = words.get(next).is_some_and(|word| word.after_hyphen && word.value.is_some());
    let plain_to = words.get(next).is_some_and(|word| matches!(&*word.folded, "to" | "bis"));
    if dash || (is_to && (between || plain_to)) {
        let start = if dash { next } else { next + 1 };
        if let Some((up_to, next, of_second)) = one(article, words, start) {
            // "From 94 to 120 thousand".
            let value = if times == 1 && value < up_to / 10 { value.saturating_mul(of_second) } else { value };
            if value < up_to {
                return Some(Number { value, up_to, next, hedge: None });
            }
        }
    }
    Some(Number { value, up_to: value, next, hedge })
}

/// A single number, the place after it and what its last word multiplies by.
fn one(article: &Article, words: &[Word], at: usize) -> Option<(u64, usize, u64)> {
    let word = words.get(at)?;
    let is = |place: usize, list: &str| words.get(place).is_some_and(|word| data::is_one_of(&word.folded, list));
    if word.value.is_none() {
        if is(at, data::HALVES) {
            let more = word.folded.contains("тор") || &*word.folded == "anderthalb";
            // "Half an hour"; "полчаса" is its own unit.
            let next = at + usize::from(&*word.folded != "полчаса") + usize::from(is(at + 1, data::ONES));
            return Some((if more { 1_500 } else { 500 }, next, 1));
        }
        if is(at, data::ONES) {
            let dozen = words.get(at + 1).is_some_and(|word| matches!(word.part, Some(Part::Times(_))));
            return if dozen { one(article, words, at + 1) } else { Some((1_000, at + 1, 1)) };
        }
        // "Около часа": where there are no articles, an hour is one.
        let hedged = at.checked_sub(1).is_some_and(|before| data::hedge(&words[before].folded).is_some());
        let slavic = matches!(article.language, Language::Russian | Language::Ukrainian);
        let is_unit = slavic && hedged && data::unit(article.language, &word.folded).is_some();
        return is_unit.then_some((1_000, at, 1));
    }
    let (mut total, mut current, mut next, mut last) = (0_u64, 0_u64, at, 1);
    while let Some(word) = words.get(next) {
        match (word.part, word.value) {
            (Some(Part::Plus(value)), _) => {
                let score = article.language == Language::French && value == 20 && current == 4_000;
                current = if score { 80_000 } else { current + value * 1_000 };
            }
            (Some(Part::Times(times)), _) if times >= 1_000 => {
                total += current.max(1_000).checked_mul(times)?;
                (current, last) = (0, times);
            }
            (Some(Part::Times(times)), _) => current = current.max(1_000).checked_mul(times)?,
            (None, Some(value)) if next == at => current = value,
            _ => break,
        }
        next += 1;
        // "One hundred and twenty", "soixante et onze".
        let joins = |at: usize| matches!(words.get(at).and_then(|word| word.part), Some(Part::Plus(_)));
        if is(next, "and et") && joins(next + 1) && (current >= 60_000 || last >= 1_000) && current % 10_000 == 0 {
            next += 1;
        }
        if words.get(next).is_some_and(|word| word.after_hyphen && words[next - 1].part.is_none()) {
            break;
        }
    }
    let mut value = total + current;
    if is(next, data::AND)
        && (is(next + 1, "половиной половиною") || (is(next + 1, data::ONES) && is(next + 2, data::HALVES)))
    {
        value += 500;
        next += 2 + usize::from(!is(next + 1, "половиной половиною"));
    }
    Some((value, next, last))
}
