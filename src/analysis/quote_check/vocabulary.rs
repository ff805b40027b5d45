//! The words of articles and quotations as numbers: what is the same word by word, and what says the same.
//!
//! A word is the same with capitals, marks, short forms and spellings of another country; a number is the same in words
//! and digits. Words of one stem or family are one concept; small words and those of the report itself are none. What
//! stands in brackets is the editor's and no part of the words.

use crate::analysis::figures::written_out;
use crate::analysis::statements::kindred::{Kind, kind_of};
use crate::model::{Article, Language, Span};
use crate::text::{stems, words};
use rustc_hash::FxHashMap;

/// What a concept weighs; a state, a government or a person is named in every other sentence.
const WEIGHT: u16 = 3;
pub(super) const NAME_WEIGHT: u16 = 1;
/// Endings of nouns that are written with a hyphen and without.
const AFTER_HYPHEN: [&str; 5] = ["up", "off", "out", "down", "over"];
/// Words that Americans write with "or".
const BRITISH: [&str; 10] =
    ["harbour", "labour", "favour", "neighbour", "colour", "honour", "behaviour", "endeavour", "rumour", "armour"];
/// "Promise" and "raise" have no other spelling.
const LONGEST_RISE: usize = 8;

/// A word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub span: Span,
    /// The same number is the same word.
    pub exact: u32,
    /// 0 is none.
    pub concept: u32,
    pub weight: u16,
    /// Something was left out before it: dots or brackets.
    pub after_gap: bool,
}

/// One part of a word: "won't" is two.
#[derive(Clone, Copy)]
struct Part {
    exact: u32,
    concept: u32,
    weight: u16,
}

type Parts = (Part, Option<Part>);

/// Gives words their numbers; of each different word it thinks once.
#[derive(Default)]
pub(super) struct Vocabulary {
    known: [FxHashMap<Box<str>, Parts>; Language::ALL.len()],
    exact: FxHashMap<String, u32>,
    concepts: FxHashMap<(Language, String), u32>,
}

impl Vocabulary {
    /// Appends the words in a span.
    pub fn read(&mut self, article: &Article, span: Span, spans: &mut Vec<Span>, tokens: &mut Vec<Token>) {
        spans.clear();
        words::words(span.text(&article.text), span.start as usize, article.language, spans);
        let (mut end, mut after_gap, mut depth) = (span.start, false, 0_i32);
        let mut at = 0;
        while let Some(word) = spans.get(at).copied() {
            let between = &article.text.as_bytes()[end as usize..word.start as usize];
            (end, at) = (word.end, at + 1);
            if between != b" " {
                depth = (depth + brackets(between)).max(0);
                after_gap |= is_gap(&article.text[word.start as usize - between.len()..word.start as usize]);
            }
            if depth > 0 {
                after_gap = true;
                continue;
            }
            let (first, second) = self.parts(article, word, spans.get(at).copied());
            let whole = match second {
                Joined::Next => {
                    (end, at) = (spans[at].end, at + 1);
                    Span { start: word.start, end }
                }
                _ => word,
            };
            let token = |part: Part| Token {
                span: whole,
                exact: part.exact,
                concept: part.concept,
                weight: part.weight,
                after_gap,
            };
            tokens.push(token(first));
            if let Joined::Part(part) = second {
                tokens.push(Token { after_gap: false, ..token(part) });
            }
            after_gap = false;
        }
    }

    fn parts(&mut self, article: &Article, word: Span, next: Option<Span>) -> (Part, Joined) {
        let text = &article.text;
        if let Some(next) = next
            && next.start == word.end + 1
            && text.as_bytes()[word.end as usize] == b'-'
            && AFTER_HYPHEN.contains(&next.text(text))
        {
            let joined = format!("{}{}", word.text(text), next.text(text));
            return (self.known(article.language, &joined).0, Joined::Next);
        }
        let (first, second) = self.known(article.language, word.text(text));
        (first, second.map_or(Joined::Nothing, Joined::Part))
    }

    fn known(&mut self, language: Language, word: &str) -> Parts {
        if let Some(parts) = self.known[language as usize].get(word) {
            return *parts;
        }
        let folded = words::fold(&words::clean(word));
        let (first, second) = if language == Language::English { long_form(&folded) } else { (folded, None) };
        let mut parts = (self.part(language, &first), second.map(|second| self.part(language, second)));
        if language != Language::German && word.starts_with(char::is_uppercase) {
            parts.0.weight = parts.0.weight.min(NAME_WEIGHT);
        }
        self.known[language as usize].insert(word.into(), parts);
        parts
    }

    fn part(&mut self, language: Language, word: &str) -> Part {
        let word = if language == Language::English { one_spelling(word) } else { word.to_owned() };
        let stem = stems::stem(language, &word);
        let (concept, weight) = match kind_of(language, &word, &stem) {
            Kind::Stop | Kind::Negation | Kind::Frame => (None, 0),
            Kind::Party(party) => (Some(format!("@{party}")), NAME_WEIGHT),
            Kind::Number(number) => (Some(format!("{number}")), WEIGHT),
            Kind::Family(family) => (Some(format!("#{family}")), WEIGHT),
            Kind::Plain => (Some(stem), WEIGHT),
        };
        let spelled = written_out(language, &word).map_or(word, |number| number.to_string());
        let next = self.exact.len() as u32 + 1;
        let exact = *self.exact.entry(spelled).or_insert(next);
        let next = self.concepts.len() as u32 + 1;
        let concept = concept.map_or(0, |concept| *self.concepts.entry((language, concept)).or_insert(next));
        Part { exact, concept, weight }
    }
}

/// What follows the first part of a word.
enum Joined {
    Nothing,
    Part(Part),
    /// It is one with the word after its hyphen.
    Next,
}

fn brackets(between: &[u8]) -> i32 {
    between.iter().map(|sign| i32::from(matches!(sign, b'[' | b'<')) - i32::from(matches!(sign, b']' | b'>'))).sum()
}

/// Whether what stands between two words says that something is left out.
fn is_gap(between: &str) -> bool {
    between.contains(['…', '[', '<']) || between.contains("..")
}

/// "Won't" is "will not", "we're" is "we are". "It's" is left alone: it may be "has".
fn long_form(word: &str) -> (String, Option<&'static str>) {
    match word {
        "won't" => return ("will".to_owned(), Some("not")),
        "can't" | "cannot" => return ("can".to_owned(), Some("not")),
        _ => {}
    }
    let endings = [("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am")];
    let cut = endings.iter().find_map(|(short, long)| Some((word.strip_suffix(short)?, *long)));
    cut.filter(|(first, _)| !first.is_empty())
        .map_or_else(|| (word.to_owned(), None), |(first, long)| (first.to_owned(), Some(long)))
}

/// "Harbour", "programme" and "modernise" as Americans write them.
fn one_spelling(word: &str) -> String {
    let word = word.replace("programme", "program").replace("isation", "ization");
    if BRITISH.iter().any(|begin| word.starts_with(begin)) {
        return word.replacen("our", "or", 1);
    }
    match word.strip_suffix("ise") {
        Some(stem) if word.len() > LONGEST_RISE => format!("{stem}ize"),
        _ => word,
    }
}
