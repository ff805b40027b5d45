//! An article as the grammar of saying sees it: a row of units, each a word or a phrase with its meaning.
//!
//! This is the one pass over the bytes of a text; everything after it works on units.

use super::lexicon::Lexicon;
use super::marks::{Marks, Meaning, Name};
use super::quotes::Quote;
use crate::model::{Article, Language, ParagraphKind, PersonIx, Span, Speakers};
use crate::text::{is_common, words};
use std::ops::Range;

/// A quotation of fewer words, without a stop inside, may be a name: the "Rossiya 1" channel.
const NAME_WORDS: usize = 5;

/// What stands between two words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap(u16);

impl Gap {
    pub const COMMA: Self = Self(1);
    pub const COLON: Self = Self(1 << 1);
    pub const DASH: Self = Self(1 << 2);
    pub const QUOTE: Self = Self(1 << 3);
    pub const OPEN_PAREN: Self = Self(1 << 4);
    pub const STOP: Self = Self(1 << 5);
    pub const CLOSE_PAREN: Self = Self(1 << 6);
    pub const GENITIVE: Self = Self(1 << 7);
    pub const WIDE: Self = Self(1 << 8);
    /// What ends a noun phrase.
    pub const ANY: Self = Self(0b1111111);

    pub fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn of(text: &str) -> Self {
        if text == " " {
            return Self::default();
        }
        let mut gap = Self::default();
        if text.starts_with("'s") || text.starts_with("’s") {
            gap = Self::GENITIVE;
        }
        for (at, letter) in text.char_indices() {
            gap = gap.or(match letter {
                ',' => Self::COMMA,
                ':' => Self::COLON,
                '—' | '–' | '―' => Self::DASH,
                '-' if text[..at].ends_with(' ') => Self::DASH,
                '"' | '“' | '”' | '„' | '«' | '»' => Self::QUOTE,
                '(' | '[' => Self::OPEN_PAREN,
                ')' | ']' => Self::CLOSE_PAREN,
                // A full stop inside a sentence ends an abbreviation.
                '!' | '?' | ';' | '…' => Self::STOP,
                ' ' if text[..at].ends_with("  ") => Self::WIDE,
                _ => continue,
            });
        }
        gap
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub span: Span,
    pub marks: Marks,
    pub name: Name,
    /// Between the unit before and this one, within the sentence.
    pub gap: Gap,
    pub capital: bool,
    /// Whether a genitive 's follows.
    pub genitive: bool,
    /// Whether it is a part of what somebody else is quoted with.
    pub quoted: bool,
}

impl Unit {
    pub fn is(&self, any: Marks) -> bool {
        self.marks.is(any)
    }

    /// A name that is in no list.
    pub fn is_unknown_name(&self) -> bool {
        self.capital
            && self.name == Name::None
            && (self.marks == Marks::default() || self.is(Marks::GIVEN | Marks::TITLE))
    }

    /// A word that is in no list and no name.
    pub fn is_plain(&self) -> bool {
        !self.capital && self.name == Name::None && self.marks == Marks::default()
    }
}

/// The units of an article, by sentence.
pub(super) struct Units {
    pub all: Vec<Unit>,
    /// By sentence.
    pub sentences: Vec<Range<usize>>,
}

impl Units {
    pub fn of(article: &Article, lexicon: &Lexicon, speakers: &Speakers, quotes: &[Quote]) -> Self {
        let text = &article.text;
        let mut units = Self { all: Vec::with_capacity(text.len() / 6), sentences: Vec::new() };
        let mut words = SentenceWords::default();
        let mut quote = 0;
        for sentence in &article.sentences {
            let start = units.all.len();
            words.read(text, sentence.span, article.language, lexicon);
            let headline = article.paragraphs[sentence.paragraph as usize].kind == ParagraphKind::Headline;
            words.append_units(text, sentence.span, headline, lexicon, &mut units.all);
            merge_persons(text, &mut units.all, start, speakers);
            while quotes.get(quote).is_some_and(|quote| quote.span.end <= sentence.span.start) {
                quote += 1;
            }
            mark_quoted(text, &mut units.all[start..], &quotes[quote..]);
            units.sentences.push(start..units.all.len());
        }
        units
    }
}

/// The words of one sentence and what each is a form of. Kept between sentences to spare allocations.
#[derive(Default)]
struct SentenceWords {
    spans: Vec<Span>,
    /// For each word its part of `ids`, in order; one more at the end.
    starts: Vec<usize>,
    ids: Vec<u32>,
    one: Vec<u32>,
    /// By word: its meaning, if it begins no phrase.
    alone: Vec<Option<Meaning>>,
}

impl SentenceWords {
    fn read(&mut self, text: &str, span: Span, language: Language, lexicon: &Lexicon) {
        self.spans.clear();
        self.starts.clear();
        self.ids.clear();
        self.alone.clear();
        words::words(span.text(text), span.start as usize, language, &mut self.spans);
        for word in &self.spans {
            self.starts.push(self.ids.len());
            self.one.clear();
            self.alone.push(lexicon.look_up(word.text(text), &mut self.one));
            self.ids.extend(&self.one);
        }
        self.starts.push(self.ids.len());
    }

    fn ids(&self, word: usize) -> Option<&[u32]> {
        self.ids.get(*self.starts.get(word)?..*self.starts.get(word + 1)?)
    }

    fn append_units(&self, text: &str, sentence: Span, headline: bool, lexicon: &Lexicon, units: &mut Vec<Unit>) {
        let mut end = sentence.start as usize;
        let mut word = 0;
        while word < self.spans.len() {
            let span = self.spans[word];
            let gap = Gap::of(&text[end..span.start as usize]);
            if let Some(last) = units.last_mut().filter(|_| word > 0) {
                last.genitive = gap.has(Gap::GENITIVE);
            }
            let first = self.ids(word).unwrap_or_default();
            let next = |n: usize| {
                let (before, span) = (self.spans[word + n - 1], self.spans.get(word + n)?);
                let between = &text[before.end as usize..span.start as usize];
                (between.len() <= 2 && !Gap::of(between).has(Gap::ANY)).then(|| self.ids(word + n))?
            };
            let found = match self.alone[word] {
                Some(meaning) => Some((1, meaning)),
                None if first.is_empty() => None,
                None => lexicon.longest(first, headline, next),
            };
            let (length, meaning) = found.unwrap_or((1, Default::default()));
            let span = Span { start: span.start, end: self.spans[word + length - 1].end };
            end = span.end as usize;
            units.push(Unit {
                span,
                marks: meaning.marks,
                name: meaning.name,
                gap,
                capital: is_capital(span.text(text), word == 0, found.is_some()),
                genitive: false,
                quoted: false,
            });
            word += length;
        }
        // A sentence may end in a genitive, and its last gap has no word behind.
        if let Some(last) = units.last_mut().filter(|_| !self.spans.is_empty()) {
            last.genitive = Gap::of(&text[end..sentence.end as usize]).has(Gap::GENITIVE);
        }
    }
}

/// Joins a person's name with the first names and titles before it. Another first name makes it another person.
fn merge_persons(text: &str, units: &mut Vec<Unit>, start: usize, speakers: &Speakers) {
    if !units[start..].iter().any(|unit| matches!(unit.name, Name::Person(_))) {
        return;
    }
    let mut merged: Vec<Unit> = Vec::with_capacity(units.len() - start);
    for mut unit in units.drain(start..) {
        if let Name::Person(person) = unit.name {
            if !unit.capital {
                unit.name = Name::None;
            }
            while let Some(before) = merged.last() {
                let joined = !unit.gap.has(Gap::ANY) && !before.genitive;
                let word = before.span.text(text);
                let unknown = before.is_unknown_name() && !is_other(text, before, person, speakers);
                let given = before.is(Marks::GIVEN) || is_initial(word) || unknown;
                if !joined || !(before.is(Marks::TITLE) || given) {
                    break;
                }
                if given && is_other(text, before, person, speakers) {
                    unit.name = Name::None;
                }
                unit.span.start = before.span.start;
                unit.gap = before.gap;
                unit.capital = true;
                merged.pop();
            }
            // "Igor Sullivan" is somebody else; "in Geneva Sullivan said" is not.
            let place = merged.len() > 1 && merged[merged.len() - 2].is(Marks::PREPOSITION);
            let foreign = merged.len() > 1 && !unit.gap.has(Gap::ANY) && !place;
            if foreign
                && merged.last().is_some_and(|before| before.is_unknown_name() && !before.genitive)
                && !speakers.person(person).given.is_empty()
            {
                unit.name = Name::None;
            }
        }
        merged.push(unit);
    }
    units.append(&mut merged);
}

/// Whether the capital of a word says that it is a name: that of a sentence's first word need not.
fn is_capital(word: &str, first: bool, known: bool) -> bool {
    let capital = word.starts_with(char::is_uppercase);
    capital && (known || !first || !is_common(&words::fold(word)))
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| *letter != '.');
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a first name is not one of this person's.
fn is_other(text: &str, given: &Unit, person: PersonIx, speakers: &Speakers) -> bool {
    let known = &speakers.person(person).given;
    let name = words::fold(&words::clean(given.span.text(text)));
    let short: String = name.chars().take(3).collect();
    !is_initial(given.span.text(text)) && !known.iter().any(|known| words::fold(known).starts_with(&short))
}

fn mark_quoted(text: &str, units: &mut [Unit], quotes: &[Quote]) {
    let mut at = 0;
    for quote in quotes {
        while at < units.len() && units[at].span.start < quote.span.start {
            at += 1;
        }
        let end = at + units[at..].iter().take_while(|unit| unit.span.start < quote.span.end).count();
        if at == units.len() {
            return;
        }
        let inside = &units[at..end];
        let stops = quote.span.text(text).trim_end_matches(['"', '”', '»', '“', ' ']).ends_with([',', '.', '!', '?']);
        let name =
            inside.len() < NAME_WORDS && !stops && inside.first().is_some_and(|unit| unit.capital) && quote.closed;
        units[at..end].iter_mut().for_each(|unit| unit.quoted = !name);
        at = end;
    }
}
