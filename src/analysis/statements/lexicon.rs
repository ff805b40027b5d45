//! Reads sentences into [`Wording`]s: gives out the numbers of words and concepts.
//!
//! Each different word is looked at once. What a word stands for bears the language: sentences of two languages have
//! nothing in common here. Names are told from other words by how they are mostly written, when all was read.

use super::kindred::{Kind, Traits, kind_of, opens_phrase, phrase_of, traits_of};
use super::sides::Sides;
use super::wording::{ConceptId, Content, Token, Wording, cut};
use crate::analysis::rounds::Rounds;
use crate::model::{Article, Language, Span};
use crate::text::{stems, words};
use rustc_hash::{FxHashMap, FxHashSet};

/// First words of a sentence, among which one leans on the sentence before.
const OPENING: usize = 4;

#[derive(Clone)]
struct Known {
    kind: Kind,
    stem: u32,
    concept: Option<ConceptId>,
    opens_phrase: bool,
    is_capital: bool,
    traits: Traits,
}

#[derive(Default)]
pub(super) struct Lexicon<'a> {
    /// Whom the collection knows.
    rounds: Option<&'a Rounds>,
    stems: FxHashMap<Box<str>, u32>,
    concepts: FxHashMap<Box<str>, ConceptId>,
    contents: Vec<Content>,
    /// By concept: how often with a capital within a sentence, and how often without one.
    capitals: Vec<(u32, u32)>,
    /// Talks, calls, meetings: one in each language.
    talks: FxHashSet<ConceptId>,
    sides: Sides,
    /// What a number is in figures.
    numbers: FxHashMap<ConceptId, u32>,
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

    /// Talks, calls, meetings: one concept in each language that is read, in order.
    pub fn talks(&self) -> Vec<ConceptId> {
        let mut talks: Vec<ConceptId> = self.talks.iter().copied().collect();
        talks.sort_unstable();
        talks
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
            at += self.read_word(article, &spans, at, &mut wording);
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
        wording.following.sort_unstable();
        wording.particulars.sort();
        wording
    }

    /// Reads the word at `at`, with the next one where they name a party together. Gives how many were read.
    fn read_word(&mut self, article: &Article, spans: &[Span], at: usize, wording: &mut Wording) -> usize {
        let language = article.language;
        let span = spans[at];
        let word = self.known(language, span.text(&article.text));
        wording.stems.push(word.stem);
        wording.leans |= word.traits.stands_for && at < OPENING;
        wording.has_stage |= word.traits.is_stage;
        wording.has_speaker |= word.traits.is_speaker;
        if word.opens_phrase
            && let Some(next) = spans.get(at + 1)
            && let Some(party) = self.phrase(language, span.text(&article.text), next.text(&article.text))
        {
            let stem = self.known(language, next.text(&article.text)).stem;
            wording.stems.push(stem);
            let concept = self.concept(language, &format!("party {party}"), Content::Party);
            wording.tokens.push(Token { span: Span { start: span.start, end: next.end }, concept, stem });
            wording.particulars.actor.get_or_insert(concept);
            return 2;
        }
        wording.negations += u32::from(word.kind == Kind::Negation);
        let Some(concept) = word.concept else { return 1 };
        let last = wording.tokens.last().copied();
        wording.tokens.push(Token { span, concept, stem: word.stem });
        // The first word of a sentence has a capital anyway.
        if at > 0 {
            self.count_capital(&word, last, article, wording);
        }
        if self.content(concept) == Content::Person {
            self.sides.count(concept, &wording.tokens, |concept| self.contents[concept.0 as usize] == Content::Party);
        }
        if word.traits.is_act {
            wording.particulars.acts.push(concept);
        }
        self.particular(concept, wording);
        if let Some(last) = last
            && span.start - last.span.end <= 1
        {
            self.read_figure(last, wording);
        }
        1
    }

    /// Counts whether a word is written as a name within the sentence, and keeps it if so. `last`: the word with content
    /// before it.
    fn count_capital(&mut self, word: &Known, last: Option<Token>, article: &Article, wording: &mut Wording) {
        if word.kind != Kind::Plain || word.traits.is_day || article.language == Language::German {
            return;
        }
        let Some(token) = wording.tokens.last() else { return };
        let (capital, small) = &mut self.capitals[token.concept.0 as usize];
        *(if word.is_capital { capital } else { small }) += 1;
        if !word.is_capital {
            return;
        }
        wording.particulars.names.push(token.concept);
        let follows = last.is_some_and(|last| {
            let is_name = last.span.text(&article.text).starts_with(char::is_uppercase);
            let content = self.contents[last.concept.0 as usize];
            let is_near = token.span.start - last.span.end == 1;
            is_name && is_near && !matches!(content, Content::Frame | Content::Party | Content::Day)
        });
        if follows {
            wording.following.push(token.concept);
        }
    }

    fn particular(&self, concept: ConceptId, wording: &mut Wording) {
        match self.content(concept) {
            Content::Party | Content::Person => _ = wording.particulars.actor.get_or_insert(concept),
            Content::Day => wording.particulars.days.push(concept),
            _ => {}
        }
    }

    /// Makes one figure of the last two words if one of them counts the other.
    fn read_figure(&mut self, first: Token, wording: &mut Wording) {
        let Some(second) = wording.tokens.last().copied() else { return };
        let (number, counted) = match (self.content(first.concept), self.content(second.concept)) {
            (Content::Number, Content::Number | Content::Party | Content::Person) => return,
            (Content::Number, _) => (first.concept, second.concept),
            (Content::Day, Content::Number) => (second.concept, first.concept),
            _ => return,
        };
        let figure = self.figure(number, counted);
        let span = Span { start: first.span.start, end: second.span.end };
        wording.tokens.push(Token { span, concept: figure, stem: u32::MAX });
        let value = self.numbers.get(&number).copied().unwrap_or_default();
        wording.particulars.figures.push((counted, value));
    }

    /// For whom each concept acts.
    pub fn sides(&self) -> Vec<ConceptId> {
        let party = |language: Language, name: &str| {
            self.concepts.get(format!("{} party {name}", language.code()).as_str()).copied()
        };
        self.sides.settle(self.contents.len(), party)
    }

    /// How many of its words can be part of a claim.
    pub fn claims(&self, wording: &Wording) -> usize {
        let claims = |token: &&Token| {
            !matches!(self.content(token.concept), Content::Frame | Content::Number | Content::Day | Content::Figure(_))
        };
        wording.tokens.iter().filter(claims).count()
    }

    /// What a sentence names that a later one may lean on; in order.
    pub fn named(&self, wording: &Wording) -> Vec<ConceptId> {
        let says =
            |concept: &ConceptId| !matches!(self.content(*concept), Content::Frame | Content::Number | Content::Day);
        wording.concepts.iter().map(|(concept, _)| *concept).filter(says).collect()
    }

    /// Tells names from other words by how they are mostly written. To be called when all was read.
    pub fn tell_names(&mut self) {
        for (content, (capital, small)) in self.contents.iter_mut().zip(&self.capitals) {
            if *content == Content::Plain && capital > small {
                *content = Content::Name;
            }
        }
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
        let traits = traits_of(language, &folded, &stem, &kind);
        let content = if traits.is_day { Content::Day } else { traits.common.map_or(Content::Plain, Content::Common) };
        let concept = match &kind {
            Kind::Stop | Kind::Negation => None,
            Kind::Number(number) => {
                let concept = self.concept(language, &format!("number {number}"), Content::Number);
                self.numbers.insert(concept, *number);
                Some(concept)
            }
            Kind::Party(party) => Some(self.concept(language, &format!("party {party}"), Content::Party)),
            Kind::Family(family) => {
                let concept = self.concept(language, &format!("family {family}"), content);
                if *family == 0 {
                    self.talks.insert(concept);
                }
                Some(concept)
            }
            Kind::Frame => Some(self.concept(language, &stem, Content::Frame)),
            Kind::Plain => {
                let is_person = self.rounds.is_some_and(|rounds| rounds.names(language, word));
                Some(self.concept(language, &stem, if is_person { Content::Person } else { content }))
            }
        };
        let next = self.stems.len() as u32;
        let number = *self.stems.entry(stem.as_str().into()).or_insert(next);
        let opens_phrase = opens_phrase(language, &stem);
        let is_capital = word.starts_with(char::is_uppercase);
        let known = Known { kind, stem: number, concept, opens_phrase, is_capital, traits };
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
            self.capitals.push((0, 0));
        }
        concept
    }

    fn figure(&mut self, number: ConceptId, counted: ConceptId) -> ConceptId {
        let next = ConceptId(self.contents.len() as u32);
        let figure = *self.figures.entry((number, counted)).or_insert(next);
        if figure == next {
            self.contents.push(Content::Figure(counted));
            self.capitals.push((0, 0));
        }
        figure
    }
}
