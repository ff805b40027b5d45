//! Links the sentences of an article to topics.
//!
//! First every rule is matched in every sentence by itself. Then the rules that lean on something else are
//! settled: weak ones on other evidence of their topic, `after` ones on a sentence before. Then [`carry`] lets
//! sentences go on with the topic of the sentence before. Last, a general topic gives way where one of its
//! sub-topics fits. None of this looks beyond one top-level topic.

mod about;
mod carry;
mod evaluate;
mod known_words;
mod lean;
mod met_words;
mod passages;
mod present;
mod reach;
mod streams;
mod touch;

use super::compile::{NodeId, Program};
use super::vocabulary::Asks;
use crate::model::{Article, Language, Leans, Passage, Span, TopicIx, TopicTree};
use about::About;
use evaluate::Evaluator;
use known_words::KnownWords;
use met_words::Vocabulary;
pub use passages::replace_passages;
pub use reach::Reach;
use std::ops::Range;
pub use streams::{StreamPart, WordStreams};
pub use touch::{Touch, TouchWorker};

/// All rules of a tree, compiled. Shared between threads; each makes its own [`LinkWorker`].
pub struct Linker {
    program: Program,
    /// By topic: one past the last topic below it.
    ends: Vec<u16>,
}

impl Linker {
    pub fn new(tree: &TopicTree) -> Self {
        Self::of_topics(tree, 0..tree.len())
    }

    /// Only the rules of the top-level topic that `topic` stands below: all that a change of one rule bears on.
    /// [`replace_passages`] joins what they find to the rest.
    pub fn of_top(tree: &TopicTree, topic: TopicIx) -> Self {
        Self::of_topics(tree, tree.subtree(tree.top(topic)))
    }

    fn of_topics(tree: &TopicTree, topics: Range<usize>) -> Self {
        let ends = tree.iter().map(|(topic, _)| tree.subtree(topic).end as u16).collect();
        Self { program: Program::new(tree, topics), ends }
    }

    pub fn worker(&self) -> LinkWorker<'_> {
        LinkWorker {
            linker: self,
            vocabularies: Default::default(),
            words: KnownWords::default(),
            evaluator: Evaluator::new(&self.program),
            about: About::default(),
            at: None,
            is_open: false,
            candidates: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Whether the first topic stands somewhere below the second.
    fn is_below(&self, topic: TopicIx, general: TopicIx) -> bool {
        (general.index() + 1..usize::from(self.ends[general.index()])).contains(&topic.index())
    }

    /// Whether any rule can find something in an article of this language.
    pub fn has_rules_for(&self, language: Language) -> bool {
        self.program.index.speaks(language)
    }
}

/// One thread's part: it remembers the words that it has met.
pub struct LinkWorker<'a> {
    linker: &'a Linker,
    vocabularies: [Vocabulary; Language::ALL.len()],
    words: KnownWords,
    evaluator: Evaluator,
    about: About,
    /// The sentence that the evaluator is at.
    at: Option<usize>,
    /// Whether it knows where the words of that sentence stand, not only which classes they have.
    is_open: bool,
    /// Rules, or subjects, that may match in a sentence.
    candidates: Vec<u32>,
    /// Numbers of words.
    found: Vec<u32>,
}

/// A rule that matched in a sentence.
struct Fired {
    sentence: usize,
    /// Into the program's rules.
    rule: u32,
    spans: Vec<Span>,
    context: Vec<Span>,
}

impl LinkWorker<'_> {
    /// The passages of an article, sorted by place, then topic.
    pub fn link(&mut self, article: &Article) -> Vec<Passage> {
        self.read(article);
        self.link_words(article, None)
    }

    /// The same, faster where the article's words are known. A worker sees one collection's streams only.
    pub fn link_known(&mut self, article: &Article, streams: &WordStreams) -> Vec<Passage> {
        self.take_up(article, streams);
        self.link_words(article, None)
    }

    /// Only the passages of those sentences that can differ.
    pub(super) fn link_reach(&mut self, article: &Article, streams: &WordStreams, reach: &Reach) -> Vec<Passage> {
        self.take_up(article, streams);
        self.link_words(article, Some(reach))
    }

    /// Finds the words of an article that rules look for.
    fn read(&mut self, article: &Article) {
        let vocabulary = &mut self.vocabularies[article.language as usize];
        vocabulary.bound();
        self.words.read(article, &self.linker.program.index, vocabulary);
        self.at = None;
    }

    /// The same, faster where the article's words are known.
    fn take_up(&mut self, article: &Article, streams: &WordStreams) {
        let Some(stream) = streams.of(article) else { return self.read(article) };
        let (index, language) = (&self.linker.program.index, article.language);
        let (vocabulary, words) = (&mut self.vocabularies[language as usize], streams.words(language));
        vocabulary.bound();
        let normal = |number: u32| (&*words[number as usize].clean, &*words[number as usize].stem);
        let look_up = |number| vocabulary.look_up_number(index, language, number, || normal(number));
        self.words.read_stream(article, stream, look_up);
        self.at = None;
    }

    fn link_words(&mut self, article: &Article, reach: Option<&Reach>) -> Vec<Passage> {
        self.find_subjects(article);
        let (mut fired, leaning) = self.match_rules(article, reach);
        let settled = self.settle(article, &fired, leaning);
        if !settled.is_empty() {
            fired.extend(settled);
            fired.sort_by_key(|fired| (fired.sentence, fired.rule));
        }
        let carried = self.carry_on(article, &fired);
        if !carried.is_empty() {
            fired.extend(carried);
            fired.sort_by_key(|fired| (fired.sentence, fired.rule));
        }
        if let Some(reach) = reach {
            fired.retain(|fired| reach.linked[fired.sentence]);
        }
        self.passages(article, fired)
    }

    /// Finds out what the article is about.
    fn find_subjects(&mut self, article: &Article) {
        let program = &self.linker.program;
        if program.subjects.is_empty() {
            return;
        }
        self.about.start(program.subjects.len(), article.sentences.len());
        for sentence in 0..article.sentences.len() {
            self.find_candidates(article.language, sentence, &[Asks::Subject]);
            for at in 0..self.candidates.len() {
                let subject = self.candidates[at] as usize;
                // What it is about already needs no further sentence.
                if !self.about.has(Some(subject)) && self.evaluator.matches(program, program.subjects[subject]) {
                    self.about.note(subject, sentence);
                }
            }
            if !self.candidates.is_empty() && self.about.has_all() {
                break;
            }
        }
    }

    /// Matches every rule in every sentence. The second list is of those that need something else to lean on.
    fn match_rules(&mut self, article: &Article, reach: Option<&Reach>) -> (Vec<Fired>, Vec<Fired>) {
        let (mut fired, mut leaning) = (Vec::new(), Vec::new());
        let asks = self.asks();
        let is_needed = |sentence: &usize| reach.is_none_or(|reach| reach.needed[*sentence]);
        for sentence in (0..article.sentences.len()).filter(is_needed) {
            self.find_candidates(article.language, sentence, asks);
            for at in 0..self.candidates.len() {
                self.match_rule(article, sentence, self.candidates[at], &mut fired, &mut leaning);
            }
        }
        (fired, leaning)
    }

    /// Which rules can hold in an article about what was found out.
    fn asks(&self) -> &'static [Asks] {
        if self.about.has_any() { &[Asks::Sentence, Asks::Amid] } else { &[Asks::Sentence] }
    }

    /// Finds what may match in a sentence, of all that asks so, and makes ready for it.
    fn find_candidates(&mut self, language: Language, sentence: usize, asks: &[Asks]) {
        self.candidates.clear();
        let bits = asks.iter().fold(0, |bits, asks| bits | asks.bit());
        if self.words.awaited(sentence) & bits == 0 {
            return;
        }
        self.look_at(language, sentence);
        let vocabulary = &self.vocabularies[language as usize];
        for word in self.words.of(sentence).iter().filter(|word| word.classes.awaited & bits != 0) {
            for class in vocabulary.classes(word.classes) {
                for trigger in asks.iter().flat_map(|asks| self.linker.program.triggers(*asks, *class)) {
                    if self.evaluator.present.meets_rest(&self.linker.program, trigger.part) {
                        self.candidates.push(trigger.number);
                    }
                }
            }
        }
        if !self.candidates.is_empty() {
            self.candidates.sort_unstable();
            self.candidates.dedup();
            self.enter(language, sentence);
        }
    }

    /// Matches one rule in the sentence that the evaluator is at.
    fn match_rule(
        &mut self,
        article: &Article,
        sentence: usize,
        number: u32,
        fired: &mut Vec<Fired>,
        leaning: &mut Vec<Fired>,
    ) {
        let program = &self.linker.program;
        let rule = &program.rules[number as usize];
        let spans = if self.fires(number) { self.find_words(article, sentence, rule.find) } else { Vec::new() };
        if spans.is_empty() {
            return;
        }
        let list = if rule.leans == Leans::Weak || rule.after.is_some() { leaning } else { fired };
        list.push(Fired { sentence, rule: number, spans, context: Vec::new() });
    }

    /// Whether a rule matches in the sentence that the evaluator is at, whatever it leans on.
    fn fires(&mut self, number: u32) -> bool {
        let program = &self.linker.program;
        let rule = &program.rules[number as usize];
        self.about.has(rule.amid)
            && self.evaluator.matches(program, rule.find)
            && !rule.unless.is_some_and(|unless| self.evaluator.matches(program, unless))
    }

    /// Makes ready to ask what may match in a sentence.
    fn look_at(&mut self, language: Language, sentence: usize) {
        if self.at == Some(sentence) {
            return;
        }
        (self.at, self.is_open) = (Some(sentence), false);
        self.evaluator.start();
        for word in self.words.of(sentence) {
            self.evaluator.present.note(self.vocabularies[language as usize].classes(word.classes));
        }
    }

    /// Makes ready for rules to be matched in a sentence.
    fn enter(&mut self, language: Language, sentence: usize) {
        self.look_at(language, sentence);
        if !std::mem::replace(&mut self.is_open, true) {
            let vocabulary = &self.vocabularies[language as usize];
            for word in self.words.of(sentence) {
                for class in vocabulary.classes(word.classes) {
                    self.evaluator.present.place(*class, word.number);
                }
            }
        }
    }

    /// The words by which `node` matches in the sentence that the evaluator is at.
    fn find_words(&mut self, article: &Article, sentence: usize, node: NodeId) -> Vec<Span> {
        self.evaluator.find(&self.linker.program, node, &mut self.found);
        self.words.spans(article, sentence, &self.found)
    }
}

#[cfg(test)]
pub(super) mod tests;
