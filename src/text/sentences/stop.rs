//! What stands around a mark that may end a sentence: the marks themselves, closing quotes, and what follows.
//!
//! Only looks; the decision is made by the parent module.

use std::ops::Range;

use memchr::{memchr_iter, memchr3};

/// How far back an open quote is looked for, in bytes. A bound, so that no text takes quadratic time.
const LONGEST_QUOTE: usize = 1_000;

/// How many bytes of quotes, brackets, dashes and spaces may stand before a first word.
const LONGEST_LEAD: usize = 32;

/// How many bytes are searched at once: a long sentence. A bound, so that what is searched twice stays short.
const WINDOW: usize = 256;

/// What kind of mark may end the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// One full stop.
    Stop,
    /// Three dots, spaced out or not, or the character for them.
    Ellipsis,
    /// Any run with `!` or `?`, and more dots than an ellipsis has.
    Sure,
}

/// A place where a sentence may end.
#[derive(Clone, Debug)]
pub struct Stop {
    pub mark: Mark,
    /// The marks themselves.
    pub marks: Range<usize>,
    /// Behind the closing quotes and brackets that belong to the sentence.
    pub end: usize,
    /// Where the next text begins; the text's length if there is none.
    pub next: usize,
}

impl Stop {
    /// The first possible stop at or after `from`, of a sentence that began at `start`.
    pub fn find(text: &str, start: usize, from: usize) -> Option<Self> {
        let at = next_mark(text, from)?;
        let (mark, marks_end) = marks(text, at);
        let end = closers(text, start, marks_end);
        Some(Self { mark, marks: at..marks_end, end, next: skip_space(text, end) })
    }
}

/// Where the next full stop, `!`, `?` or ellipsis stands.
fn next_mark(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let window = &bytes[at..bytes.len().min(at + WINDOW)];
        let plain = memchr3(b'.', b'!', b'?', window);
        let before = &window[..plain.unwrap_or(window.len())];
        // The ellipsis begins with a byte that curly quotes and dashes begin with, too.
        let ellipsis = memchr_iter(0xE2, before).find(|i| bytes[at + i..].starts_with("…".as_bytes()));
        if let Some(i) = ellipsis.or(plain) {
            return Some(at + i);
        }
        at += window.len();
    }
    None
}

/// The run of marks that begins at `at`; dots with spaces between them are one ellipsis.
fn marks(text: &str, at: usize) -> (Mark, usize) {
    let (mut end, mut dots, mut loud) = (at, 0, false);
    loop {
        let rest = &text[end..];
        match rest.chars().next() {
            Some('.') => (end, dots) = (end + 1, dots + 1),
            Some('…') => (end, dots) = (end + '…'.len_utf8(), dots + 3),
            Some('!' | '?') => (end, loud) = (end + 1, true),
            Some(' ') if rest.starts_with(" . ") || rest == " ." => (end, dots) = (end + 2, dots + 1),
            _ => break,
        }
    }
    let mark = match (loud, dots) {
        (true, _) => Mark::Sure,
        (false, 1) => Mark::Stop,
        // "compounds. . . . The": the full stop, then a gap with which the next sentence begins.
        (false, 4) if text[at..].starts_with(". . . .") && !text[..at].ends_with(' ') => return (Mark::Stop, at + 1),
        (false, 2..=3) => Mark::Ellipsis,
        (false, _) => Mark::Sure,
    };
    (mark, end)
}

/// Behind the quotes, brackets and note numbers that close the sentence whose marks end at `at`.
fn closers(text: &str, start: usize, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = text[end..].chars().next() {
        let after = end + c.len_utf8();
        if let Some(note_end) = note_number(text, end) {
            end = note_end;
        } else if is_closer(c) && !opens_here(text, start, end, c) {
            end = after;
        } else if c.is_whitespace() && closes_after_space(text, start, after) {
            end = after + text[after..].chars().next().map_or(0, char::len_utf8);
        } else {
            break;
        }
    }
    end
}

fn quote_window(text: &str, start: usize, at: usize) -> usize {
    text.floor_char_boundary(at.saturating_sub(LONGEST_QUOTE)).max(start)
}

/// A closing quote that is set off by a space: French " »", and a straight quote while one is open.
fn closes_after_space(text: &str, start: usize, at: usize) -> bool {
    match text[at..].chars().next() {
        Some('»') => !letter_follows(text, at + '»'.len_utf8()),
        Some('"') => {
            !letter_follows(text, at + 1) && text[quote_window(text, start, at)..at].matches('"').count() % 2 == 1
        }
        _ => false,
    }
}

/// Whether a quote that can be either is the opening one: a letter follows, and no such quote is open.
fn opens_here(text: &str, start: usize, at: usize, quote: char) -> bool {
    if !letter_follows(text, at + quote.len_utf8()) {
        return false;
    }
    let sentence = &text[quote_window(text, start, at)..at];
    match quote {
        '"' => sentence.matches('"').count().is_multiple_of(2),
        '“' => sentence.matches(['“', '„']).count() <= sentence.matches('”').count(),
        '«' | '‘' => true,
        _ => false,
    }
}

/// "[12]" or "[1–3]" behind a full stop, with or without a space.
fn note_number(text: &str, at: usize) -> Option<usize> {
    let open = if text[at..].starts_with(' ') { at + 1 } else { at };
    let inner = text[open..].strip_prefix('[')?;
    let len = inner.find(|c: char| !c.is_ascii_digit() && !" ,-–".contains(c))?;
    (len > 0 && inner[len..].starts_with(']')).then_some(open + len + 2)
}

fn letter_follows(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_alphanumeric)
}

/// Quotes and brackets that can close; some of them can open as well.
pub fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '“' | '‘' | '«')
}

/// Quotes and brackets that can open.
pub fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '»' | '(' | '[' | '{' | '¿' | '¡' | '`')
}

/// The first place at or after `at` that is not white space.
pub fn skip_space(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

/// What comes after a stop.
pub struct Follow<'a> {
    /// Where the first word begins, behind opening quotes, brackets and dashes.
    pub start: usize,
    /// The first word: letters, digits and apostrophes; empty if something else stands there.
    pub word: &'a str,
}

impl<'a> Follow<'a> {
    pub fn read(text: &'a str, at: usize) -> Self {
        let lead = |c: char| {
            is_opener(c) || c.is_whitespace() || matches!(c, '-' | '–' | '—' | '―' | '•' | '*' | '·' | '…' | '.')
        };
        let window = &text[at..text.floor_char_boundary(at + LONGEST_LEAD)];
        let start = at + window.len() - window.trim_start_matches(lead).len();
        let rest = &text[start..];
        let len = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        Self { start, word: &rest[..len] }
    }

    /// A capital, a number, a letter without case, or a name such as "iPhone". Signs of money count as numbers.
    pub fn can_start(&self) -> bool {
        let mut chars = self.word.chars();
        match chars.next() {
            Some(c) if c.is_lowercase() => chars.next().is_some_and(char::is_uppercase),
            Some(_) => true,
            None => false,
        }
    }

    pub fn is_number(&self) -> bool {
        self.word.starts_with(|c: char| c.is_ascii_digit())
    }

    /// "He" or "A": a capital, and nothing but small letters behind it.
    pub fn is_capitalised(&self) -> bool {
        let mut chars = self.word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase)
    }

    /// The word is part of something longer: "Nord.Stream.Two", "Main.rs", "a.B/c".
    pub fn goes_on_without_space(&self, text: &str) -> bool {
        let mut rest = text[self.start + self.word.len()..].chars();
        match rest.next() {
            Some('.') => rest.next().is_some_and(|c| !c.is_whitespace() && !is_closer(c)),
            Some(c) => "/@_=()\\".contains(c),
            None => false,
        }
    }

    /// "В. Путин", "J. Biden": one letter with its stop.
    pub fn is_initial(&self, text: &str) -> bool {
        let mut chars = self.word.chars();
        chars.next().is_some() && chars.next().is_none() && text[self.start + self.word.len()..].starts_with('.')
    }
}
