//! A sentence as it is compared: its words as numbers, what they stand for, and where they stand.
//!
//! [`Lexicon`] gives out the numbers; each different word is looked at once. What a word stands for bears the language:
//! sentences of two languages have nothing in common here. A number and the word after it make one more concept ("2
//! hours", "7 December"): figures agree or differ about something.

use super::kindred::{Kind, kind_of, opens_phrase, phrase_of};
use crate::analysis::rounds::Rounds;
use crate::model::{Article, Language, Span};
use crate::text::{stems, words};
use rustc_hash::FxHashMap;

/// Of one sentence; what is longer is a list or a table.
const MOST_WORDS: usize = 150;

/// What a word stands for, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ConceptId(pub u32);

/// What kind of concept it is: decides how much it can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Plain,
    Party,
    Person,
    Frame,
    Number,
    /// A number with what it counts, which is given.
    Figure(ConceptId),
}

/// A word, or two that name one party, or a number with what it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Of the article.
    pub span: Span,
    pub concept: ConceptId,
    /// Of the word as it is written; equal for forms of one word.
    pub stem: u32,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Wording {
    /// Words with content, in order.
    pub tokens: Vec<Token>,
    /// The different concepts with the stem of their first word, in the order of concepts.
    pub concepts: Vec<(ConceptId, u32)>,
    /// The stems of all words, in order: joining ones too.
    pub stems: Vec<u32>,
    /// The different ones of them, in order of their numbers.
    pub different: Vec<u32>,
    pub negations: u32,
    /// States and people, in order.
    pub parties: Vec<ConceptId>,
    /// Concepts that rules matched, in order.
    pub matched: Vec<ConceptId>,
}

impl Wording {
    pub fn has(&self, concept: ConceptId) -> bool {
        self.concepts.binary_search_by_key(&concept, |(own, _)| *own).is_ok()
    }
}

#[derive(Clone)]
struct Known {
    kind: Kind,
    stem: u32,
    concept: Option<ConceptId>,
    opens_phrase: bool,
}

#[derive(Default)]
pub(super) struct Lexicon<'a> {
    /// Whom the collection knows.
    rounds: Option<&'a Rounds>,
    stems: FxHashMap<Box<str>, u32>,
    concepts: FxHashMap<Box<str>, ConceptId>,
    contents: Vec<Content>,
    /// A number and what it counts.
    figures: FxHashMap<(ConceptId, ConceptId), ConceptId>,
    words: [FxHashMap<Box<str>, Known>; Language::ALL.len()],
    spans: Vec<Span>,
}

impl<'a> Lexicon<'a> {
    /// A lexicon that tells people from other names.
    pub fn with_people_of(rounds: &'a Rounds) -> Self {
        Self { rounds: Some(rounds), ..Self::default() }
    }

    pub fn content(&self, concept: ConceptId) -> Content {
        self.contents[concept.0 as usize]
    }

    /// Different concepts so far.
    pub fn len(&self) -> usize {
        self.contents.len()
    }

    /// Different words so far.
    pub fn stems(&self) -> usize {
        self.stems.len()
    }

    /// The wording of one sentence, or of any part of an article. `matched`: the words that rules found in it.
    pub fn read(&mut self, article: &Article, part: Span, matched: &[Span]) -> Wording {
        let mut spans = std::mem::take(&mut self.spans);
        cut(article, part, &mut spans);
        let mut wording = Wording::default();
        let mut at = 0;
        while at < spans.len() {
            at += self.read_word(article, &spans[at..], &mut wording);
        }
        self.spans = spans;
        wording.concepts = wording.tokens.iter().map(|token| (token.concept, token.stem)).collect();
        wording.concepts.sort_unstable();
        wording.concepts.dedup_by_key(|(concept, _)| *concept);
        wording.different = wording.stems.clone();
        wording.different.sort_unstable();
        wording.different.dedup();
        let is_party = |concept: &ConceptId| matches!(self.content(*concept), Content::Party | Content::Person);
        wording.parties = wording.concepts.iter().map(|(concept, _)| *concept).filter(is_party).collect();
        let is_matched = |token: &&Token| matched.iter().any(|span| span.overlaps(token.span));
        wording.matched = wording.tokens.iter().filter(is_matched).map(|token| token.concept).collect();
        wording.matched.sort_unstable();
        wording
    }

    /// Reads the first of `spans`, with the second where they name a party together. Gives how many were read.
    fn read_word(&mut self, article: &Article, spans: &[Span], wording: &mut Wording) -> usize {
        let language = article.language;
        let span = spans[0];
        let word = self.known(language, span.text(&article.text));
        wording.stems.push(word.stem);
        if word.opens_phrase
            && let Some(next) = spans.get(1)
            && let Some(party) = self.phrase(language, span.text(&article.text), next.text(&article.text))
        {
            let stem = self.known(language, next.text(&article.text)).stem;
            wording.stems.push(stem);
            let concept = self.concept(language, &format!("party {party}"), Content::Party);
            wording.tokens.push(Token { span: Span { start: span.start, end: next.end }, concept, stem });
            return 2;
        }
        wording.negations += u32::from(word.kind == Kind::Negation);
        let Some(concept) = word.concept else { return 1 };
        let last = wording.tokens.last().copied();
        wording.tokens.push(Token { span, concept, stem: word.stem });
        if let Some(number) = last
            && self.content(number.concept) == Content::Number
            && !matches!(word.kind, Kind::Number(_) | Kind::Party(_))
            && span.start - number.span.end <= 1
        {
            let figure = self.figure(number.concept, concept);
            let span = Span { start: number.span.start, end: span.end };
            wording.tokens.push(Token { span, concept: figure, stem: u32::MAX });
        }
        1
    }

    fn known(&mut self, language: Language, word: &str) -> Known {
        if let Some(known) = self.words[language as usize].get(word) {
            return known.clone();
        }
        // The full stop of "3.5" is part of the number, that of "U.S." is not part of the name.
        let is_figure = word.starts_with(|first: char| first.is_ascii_digit());
        let folded = words::fold(&if is_figure { word.to_owned() } else { words::clean(word) });
        let stem = stems::stem(language, &folded);
        let kind = kind_of(language, &folded, &stem);
        let concept = match &kind {
            Kind::Stop | Kind::Negation => None,
            Kind::Number(number) => Some(self.concept(language, &format!("number {number}"), Content::Number)),
            Kind::Party(party) => Some(self.concept(language, &format!("party {party}"), Content::Party)),
            Kind::Family(family) => Some(self.concept(language, &format!("family {family}"), Content::Plain)),
            Kind::Frame => Some(self.concept(language, &stem, Content::Frame)),
            Kind::Plain => {
                let is_person = self.rounds.is_some_and(|rounds| rounds.names(language, word));
                Some(self.concept(language, &stem, if is_person { Content::Person } else { Content::Plain }))
            }
        };
        let next = self.stems.len() as u32;
        let number = *self.stems.entry(stem.as_str().into()).or_insert(next);
        let known = Known { kind, stem: number, concept, opens_phrase: opens_phrase(language, &stem) };
        self.words[language as usize].insert(word.into(), known.clone());
        known
    }

    fn phrase(&self, language: Language, first: &str, second: &str) -> Option<&'static str> {
        let stem = |word| stems::stem(language, &words::fold(&words::clean(word)));
        phrase_of(language, &stem(first), &stem(second))
    }

    fn concept(&mut self, language: Language, name: &str, content: Content) -> ConceptId {
        let next = ConceptId(self.contents.len() as u32);
        let key = format!("{} {name}", language.code());
        let concept = *self.concepts.entry(key.into_boxed_str()).or_insert(next);
        if concept == next {
            self.contents.push(content);
        }
        concept
    }

    fn figure(&mut self, number: ConceptId, counted: ConceptId) -> ConceptId {
        let next = ConceptId(self.contents.len() as u32);
        let figure = *self.figures.entry((number, counted)).or_insert(next);
        if figure == next {
            self.contents.push(Content::Figure(counted));
        }
        figure
    }
}

/// The words of a part of an article, one for each of [`Wording::stems`].
pub(super) fn words_of(article: &Article, part: Span) -> Vec<Span> {
    let mut spans = Vec::new();
    cut(article, part, &mut spans);
    spans
}

fn cut(article: &Article, part: Span, spans: &mut Vec<Span>) {
    spans.clear();
    words::words(part.text(&article.text), part.start as usize, article.language, spans);
    join_figures(&article.text, spans);
    spans.truncate(MOST_WORDS);
}

/// Makes "100,000" and "3.5", which are cut as two words, one again.
fn join_figures(text: &str, spans: &mut Vec<Span>) {
    let digits = |span: Span| span.text(text).bytes().all(|byte| byte.is_ascii_digit());
    spans.dedup_by(|next, before| {
        let between = &text[before.end as usize..next.start as usize];
        let joins = matches!(between, "," | "." | "\u{a0}" | "\u{202f}");
        let figure = joins && digits(*next) && before.text(text).starts_with(|first: char| first.is_ascii_digit());
        if figure {
            before.end = next.end;
        }
        figure
    });
}

#[cfg(test)]
mod tests {
    use super::super::tests::article;
    use super::*;

    fn read(lexicon: &mut Lexicon, text: &str) -> Wording {
        let article = article("a.txt", text);
        lexicon.read(&article, Span::new(0, text.len()), &[])
    }

    #[test]
    fn a_number_and_what_it_counts_are_one_concept_more() {
        let mut lexicon = Lexicon::default();
        let one = read(&mut lexicon, "The two-hour call.");
        let other = read(&mut lexicon, "It lasted two hours.");
        let figure = one.tokens.iter().find(|token| matches!(lexicon.content(token.concept), Content::Figure(_)));
        assert!(other.has(figure.unwrap().concept));
        assert!(!read(&mut lexicon, "It lasted 50 minutes, two of them silent hours.").has(figure.unwrap().concept));
    }

    #[test]
    fn large_numbers_are_one_word() {
        let mut spans = Vec::new();
        let text = "Some 100,000 troops, 2,000 3.5";
        words::words(text, 0, Language::English, &mut spans);
        join_figures(text, &mut spans);
        let words: Vec<&str> = spans.into_iter().map(|span| span.text(text)).collect();
        assert_eq!(words, ["Some", "100,000", "troops", "2,000", "3.5"]);
    }

    #[test]
    fn a_party_is_one_concept_by_all_its_names() {
        let mut lexicon = Lexicon::default();
        let one = read(&mut lexicon, "The United States warned Moscow");
        let other = read(&mut lexicon, "Washington threatened Russia");
        assert_eq!(one.concepts.len(), 3);
        let concepts = |wording: &Wording| wording.concepts.iter().map(|(concept, _)| *concept).collect::<Vec<_>>();
        assert_eq!(concepts(&one), concepts(&other));
    }
}
