//! Links the sentences of an article to topics.
//!
//! First every rule is matched in every sentence by itself. Then the rules that lean on something else are
//! settled: weak ones on other evidence of their topic, `after` ones on a sentence before. Then [`carry`] lets
//! sentences go on with the topic of the sentence before. Last, a general topic gives way where one of its
//! sub-topics fits. None of this looks beyond one top-level topic.

mod about;
mod carry;
mod known_words;

use super::compile::{CompiledRule, NodeId, Program, Trigger};
use super::evaluate::{Evaluator, Hit};
use super::vocabulary::Vocabulary;
use crate::model::{Article, Language, Leans, Origin, ParagraphKind, Passage, Reason, Span, TopicIx, TopicTree};
use about::About;
use known_words::KnownWords;
use std::ops::Range;

/// Sentences back that a weak or an `after` rule looks for what it leans on. Further back a reader would not
/// relate them.
const SENTENCES_BACK: usize = 2;
/// How many paragraphs back those sentences may be: agencies print one sentence a paragraph.
const PARAGRAPHS_BACK: u32 = 1;
/// Paragraphs under a section heading that it still speaks for.
const HEADING_REACH: u32 = 6;

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
            evaluator: Evaluator::new(self.program.nodes.len()),
            about: About::default(),
            hits: Vec::new(),
            candidates: Vec::new(),
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
    /// Of the sentence that the evaluator is at.
    hits: Vec<Hit>,
    /// Rules that may match in a sentence.
    candidates: Vec<u32>,
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
        let vocabulary = &mut self.vocabularies[article.language as usize];
        vocabulary.bound();
        self.words.read(article, &self.linker.program.index, vocabulary);
        let (mut fired, leaning) = self.match_rules(article);
        let settled = self.settle(article, &fired, leaning);
        fired.extend(settled);
        fired.sort_by_key(|fired| (fired.sentence, fired.rule));
        let carried = self.carry_on(article, &fired);
        fired.extend(carried);
        fired.sort_by_key(|fired| (fired.sentence, fired.rule));
        self.passages(article, fired)
    }

    /// Matches every rule in every sentence. The second list is of those that need something else to lean on.
    fn match_rules(&mut self, article: &Article) -> (Vec<Fired>, Vec<Fired>) {
        let program = &self.linker.program;
        let (mut fired, mut leaning) = (Vec::new(), Vec::new());
        self.about.start(program.subjects.len());
        for sentence in 0..article.sentences.len() {
            self.find_candidates(article.language, sentence, &program.triggers, true);
            for at in 0..self.candidates.len() {
                let number = self.candidates[at];
                match (number as usize).checked_sub(program.rules.len()) {
                    None => self.match_rule(sentence, number, &mut fired, &mut leaning),
                    Some(subject) => {
                        let node = program.subjects[subject];
                        if self.evaluator.matches(&program.nodes, &self.hits, node) {
                            self.about.note(subject, sentence);
                        }
                    }
                }
            }
        }
        if self.about.settle(article.sentences.len()) {
            for sentence in 0..article.sentences.len() {
                self.find_candidates(article.language, sentence, &program.amid_triggers, false);
                for at in 0..self.candidates.len() {
                    let number = self.candidates[at];
                    if self.about.has(program.rules[number as usize].amid) {
                        self.match_rule(sentence, number, &mut fired, &mut leaning);
                    }
                }
            }
            fired.sort_by_key(|fired| (fired.sentence, fired.rule));
        }
        (fired, leaning)
    }

    /// Makes ready for the rules that may match in a sentence.
    fn find_candidates(&mut self, language: Language, sentence: usize, triggers: &[Vec<Trigger>], awaited: bool) {
        let vocabulary = &self.vocabularies[language as usize];
        self.words.candidates(sentence, triggers, awaited, vocabulary, &mut self.candidates);
        if !self.candidates.is_empty() {
            self.enter(language, sentence);
        }
    }

    /// Matches one rule in the sentence that the evaluator is at.
    fn match_rule(&mut self, sentence: usize, number: u32, fired: &mut Vec<Fired>, leaning: &mut Vec<Fired>) {
        let Program { rules, nodes, .. } = &self.linker.program;
        let rule = &rules[number as usize];
        let spans = self.evaluator.find(nodes, &self.hits, rule.find);
        let mut matches = |node| self.evaluator.matches(nodes, &self.hits, node);
        if spans.is_empty() || rule.unless.is_some_and(&mut matches) {
            return;
        }
        let list = if rule.leans == Leans::Weak || rule.after.is_some() { leaning } else { fired };
        list.push(Fired { sentence, rule: number, spans, context: Vec::new() });
    }

    /// Makes ready for rules to be matched in a sentence.
    fn enter(&mut self, language: Language, sentence: usize) {
        self.words.hits(sentence, &self.vocabularies[language as usize], &mut self.hits);
        self.evaluator.start();
    }

    /// Of the rules that need something to lean on, those that have it.
    fn settle(&mut self, article: &Article, fired: &[Fired], leaning: Vec<Fired>) -> Vec<Fired> {
        let rules = &self.linker.program.rules;
        let mut settled = Vec::new();
        for mut lean in leaning {
            let rule = &rules[lean.rule as usize];
            let before = sentences_before(article, lean.sentence);
            if let Some(after) = rule.after {
                lean.context = self.find_before(article.language, &before, after);
                if lean.context.is_empty() {
                    continue;
                }
            }
            if rule.leans == Leans::Weak {
                let Some(context) = evidence(rules, fired, rule, lean.sentence, &before) else { continue };
                lean.context.extend(context);
            }
            settled.push(lean);
        }
        settled
    }

    /// The words by which `node` matches in the nearest of these sentences.
    fn find_before(&mut self, language: Language, before: &[usize], node: NodeId) -> Vec<Span> {
        for &sentence in before {
            self.enter(language, sentence);
            let spans = self.evaluator.find(&self.linker.program.nodes, &self.hits, node);
            if !spans.is_empty() {
                return spans;
            }
        }
        Vec::new()
    }

    /// One passage for each sentence and topic, the most specific topics only.
    fn passages(&self, article: &Article, fired: Vec<Fired>) -> Vec<Passage> {
        let rules = &self.linker.program.rules;
        let mut passages: Vec<Passage> = Vec::new();
        for same_sentence in fired.chunk_by(|a, b| a.sentence == b.sentence) {
            let topic_of = |fired: &Fired| rules[fired.rule as usize].topic;
            let sentence = &article.sentences[same_sentence[0].sentence];
            for same_topic in same_sentence.chunk_by(|a, b| topic_of(a) == topic_of(b)) {
                let topic = topic_of(&same_topic[0]);
                if same_sentence.iter().any(|fired| self.linker.is_below(topic_of(fired), topic)) {
                    continue;
                }
                let reason = |fired: &Fired| Reason {
                    rule: rules[fired.rule as usize].rule,
                    spans: fired.spans.clone(),
                    context: fired.context.clone(),
                };
                passages.push(Passage {
                    topic,
                    span: sentence.span,
                    paragraph: sentence.paragraph,
                    sentence: same_sentence[0].sentence as u32,
                    origin: Origin::Rule,
                    kept: false,
                    reasons: same_topic.iter().map(reason).collect(),
                });
            }
        }
        passages
    }
}

/// Puts what the rules of one top-level topic have `found` anew in the place of what they had found before.
/// Both are an article's passages in order.
pub fn replace_passages(passages: &mut Vec<Passage>, tree: &TopicTree, topic: TopicIx, found: Vec<Passage>) {
    let topics = tree.subtree(tree.top(topic));
    passages.retain(|passage| passage.origin != Origin::Rule || !topics.contains(&passage.topic.index()));
    passages.extend(found);
    passages.sort_by_key(|passage| (passage.sentence, passage.topic));
}

/// The words by which a firm rule of the same top-level topic matched in the sentence (then none need be named)
/// or in one of those before.
fn evidence(
    rules: &[CompiledRule],
    fired: &[Fired],
    weak: &CompiledRule,
    sentence: usize,
    before: &[usize],
) -> Option<Vec<Span>> {
    let firm = |wanted: usize| {
        let start = fired.partition_point(|fired| fired.sentence < wanted);
        let mut there = fired[start..].iter().take_while(|fired| fired.sentence == wanted);
        there.find(|fired| rules[fired.rule as usize].top == weak.top)
    };
    if firm(sentence).is_some() {
        return Some(Vec::new());
    }
    before.iter().find_map(|&sentence| firm(sentence)).map(|fired| fired.spans.clone())
}

/// The sentences that a reader has in mind at this one, nearest first: those right before it in the same section,
/// then the section's heading.
fn sentences_before(article: &Article, sentence: usize) -> Vec<usize> {
    let kind = |sentence: usize| article.paragraphs[article.sentences[sentence].paragraph as usize].kind;
    let is_title = |sentence: usize| matches!(kind(sentence), ParagraphKind::Heading | ParagraphKind::Headline);
    let paragraph = article.sentences[sentence].paragraph;
    if is_title(sentence) {
        return Vec::new();
    }
    let distance = |before: usize| paragraph - article.sentences[before].paragraph;
    let mut before: Vec<usize> = (0..sentence)
        .rev()
        .take(SENTENCES_BACK)
        .take_while(|&before| !is_title(before) && distance(before) <= PARAGRAPHS_BACK)
        .collect();
    let nearest = paragraph.saturating_sub(HEADING_REACH)..paragraph;
    let title = |paragraph: &u32| article.paragraphs[*paragraph as usize].kind == ParagraphKind::Heading;
    if let Some(heading) = nearest.rev().find(title) {
        let first = article.sentences.partition_point(|sentence| sentence.paragraph < heading);
        before.extend((article.sentences[first].paragraph == heading).then_some(first));
    }
    before
}

#[cfg(test)]
mod tests;
