//! An article as the grammar of saying sees it: a row of units, each a word or a phrase with its meaning.
//!
//! This is the one pass over the bytes of a text; everything after it works on units.

use super::guesses::{has_form_of_adverb, has_form_of_reported, has_form_of_verb};
use super::lexicon::{Lexicon, WordId};
use super::lookup::{Found, Looked};
use super::marks::{Marks, Meaning, Name};
use super::persons::merge_persons;
use super::quotes::Quote;
use crate::model::{Article, Language, ParagraphKind, Span, Speakers};
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
        if text.len() <= 1 && matches!(text, "" | " " | "\n") {
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
        !self.capital && self.name == Name::None && self.marks.without(Marks::SHAPED) == Marks::default()
    }
}

/// The units of an article, by sentence.
pub(super) struct Units {
    pub all: Vec<Unit>,
    /// By sentence.
    pub sentences: Vec<Range<usize>>,
    /// By sentence: what there is in it, so that most sentences need no second look.
    pub within: Vec<Within>,
}

/// What there is in a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Within {
    /// Of all its words.
    pub marks: Marks,
    /// Whether it names somebody of the speakers file.
    pub people: bool,
    /// Whether a colon stands in it.
    pub colon: bool,
}

impl Within {
    fn of(units: &[Unit]) -> Self {
        let mut within = Self::default();
        for unit in units {
            within.marks |= unit.marks;
            within.people |= matches!(unit.name, Name::Person(_));
            within.colon |= unit.gap.has(Gap::COLON);
        }
        within
    }
}

impl Units {
    pub fn of(article: &Article, lexicon: &Lexicon, speakers: &Speakers, quotes: &[Quote]) -> Self {
        let text = &article.text;
        let (units, sentences) = (Vec::with_capacity(text.len() / 6), Vec::with_capacity(article.sentences.len()));
        let mut units = Self { all: units, within: Vec::with_capacity(article.sentences.len()), sentences };
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
            units.within.push(Within::of(&units.all[start..]));
        }
        units
    }
}

/// The words of one sentence and what each is a form of. Kept between sentences to spare allocations.
#[derive(Default)]
struct SentenceWords {
    spans: Vec<Span>,
    /// By word.
    looked: Vec<Looked>,
    /// The words of the lexicon that were found by their roots.
    collected: Vec<WordId>,
}

impl SentenceWords {
    fn read(&mut self, text: &str, span: Span, language: Language, lexicon: &Lexicon) {
        self.spans.clear();
        self.looked.clear();
        self.collected.clear();
        words::words(span.text(text), span.start as usize, language, &mut self.spans);
        for word in &self.spans {
            self.looked.push(lexicon.look_up(word.text(text), &mut self.collected));
        }
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
            let found = self.phrase(text, word, headline, lexicon);
            let (length, meaning) = found.unwrap_or((1, Meaning::default()));
            let span = Span { start: span.start, end: self.spans[word + length - 1].end };
            end = span.end as usize;
            let capital = is_capital(span.text(text), word == 0, found.is_some());
            let marks = if found.is_none() { by_form(lexicon.language, span.text(text)) } else { meaning.marks };
            units.push(Unit { span, marks, name: meaning.name, gap, capital, genitive: false, quoted: false });
            word += length;
        }
        // A sentence may end in a genitive, and its last gap has no word behind.
        if let Some(last) = units.last_mut().filter(|_| !self.spans.is_empty()) {
            last.genitive = Gap::of(&text[end..sentence.end as usize]).has(Gap::GENITIVE);
        }
    }

    /// The longest phrase from this word on.
    fn phrase(&self, text: &str, word: usize, headline: bool, lexicon: &Lexicon) -> Found {
        let looked = self.looked[word];
        if let Looked::Nothing = looked {
            return None;
        }
        if let Some(meaning) = lexicon.alone(looked) {
            return Some((1, meaning));
        }
        let next = |n: usize| {
            let (before, span) = (self.spans[word + n - 1], self.spans.get(word + n)?);
            let between = &text[before.end as usize..span.start as usize];
            let joined = between == " " || between.len() <= 2 && !Gap::of(between).has(Gap::ANY);
            joined.then(|| lexicon.ids(self.looked[word + n], &self.collected))
        };
        lexicon.longest(lexicon.ids(looked, &self.collected), headline, next)
    }
}

/// What a small word is by its ending alone.
fn by_form(language: Language, word: &str) -> Marks {
    match () {
        () if word.starts_with(char::is_uppercase) || is_common(word) => Marks::default(),
        () if has_form_of_adverb(language, word) => Marks::SKIPPED,
        () if has_form_of_reported(language, word) => Marks::REPORTED,
        () if has_form_of_verb(language, word) => Marks::SHAPED,
        () => Marks::default(),
    }
}

/// Whether the capital of a word says that it is a name: that of a sentence's first word need not.
fn is_capital(word: &str, first: bool, known: bool) -> bool {
    let capital = word.starts_with(char::is_uppercase);
    capital && (known || !first || !is_common(&words::fold(word)))
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
