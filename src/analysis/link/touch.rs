//! Tells which sentences changed rules bear on, by these rules alone.
//!
//! Where a rule finds the same words as before, nothing is linked otherwise by it: what else it leans on is asked of rules
//! that did not change. So a sentence is touched where a rule that came or went finds anything, and where one that was
//! written anew finds something else. A rule that carries finds something only behind a sentence of its topic: that is
//! told by all rules of the topic, whether they have what they lean on or not. From there [`Reach`] goes on.
//! To link what is told may still give what was there; all else never differs.

use super::super::compile::{CompiledRule, Program};
use super::super::relink::RuleChange;
use super::carry::following;
use super::reach::Reach;
use super::{LinkWorker, Linker, WordStreams};
use crate::model::{Article, Leans, Rule, TopicIx, TopicTree};
use rustc_hash::FxHashMap;

/// Changed rules, compiled. Shared between threads; each makes its own [`TouchWorker`].
pub struct Touch {
    linker: Linker,
    /// By rule of the program.
    roles: Vec<Role>,
    /// Rules of the program, before and after.
    changes: Vec<[Option<u32>; 2]>,
    /// By topic: the changes of rules that carry it on.
    carrying: FxHashMap<TopicIx, Vec<usize>>,
}

/// What a rule is compiled for.
#[derive(Clone, Copy)]
enum Role {
    /// Into [`Touch::changes`].
    Changed(usize),
    /// Its topic is carried on by a rule that changed.
    Evidence,
}

/// One thread's part.
pub struct TouchWorker<'a> {
    touch: &'a Touch,
    links: LinkWorker<'a>,
    /// What a rule found before and after.
    found: [Vec<u32>; 2],
    /// Sentences with topics that rules which changed may carry on.
    evidence: Vec<(usize, TopicIx)>,
}

impl Touch {
    pub(in crate::analysis) fn new(tree: &TopicTree, changed: &[RuleChange]) -> Self {
        let mut rules: Vec<(TopicIx, &Rule)> = Vec::new();
        let (mut roles, mut changes, mut carrying) = (Vec::new(), Vec::new(), FxHashMap::default());
        for change in changed {
            let is_carrying = [&change.before, &change.after].into_iter().flatten().any(carries);
            if is_carrying {
                // Where the topic itself came or went, other rules of it came or went: they tell.
                let Some(topic) = change.topic else { continue };
                carrying.entry(topic).or_insert_with(Vec::new).push(changes.len());
            }
            let topic = change.topic.unwrap_or(TopicIx(0));
            changes.push([&change.before, &change.after].map(|rule| {
                let rule = rule.as_ref()?;
                roles.push(Role::Changed(changes.len()));
                rules.push((topic, rule));
                Some(rules.len() as u32 - 1)
            }));
        }
        for (topic, entry) in tree.iter().filter(|(topic, _)| carrying.contains_key(topic)) {
            for rule in entry.rules.iter().filter(|rule| !carries(rule)) {
                roles.push(Role::Evidence);
                rules.push((topic, rule));
            }
        }
        let program = Program::of_rules(rules.into_iter().map(|(topic, rule)| (topic, topic, 0, rule)));
        Self { linker: Linker { program, ends: Vec::new() }, roles, changes, carrying }
    }

    pub fn worker(&self) -> TouchWorker<'_> {
        TouchWorker { touch: self, links: self.linker.worker(), found: Default::default(), evidence: Vec::new() }
    }
}

impl TouchWorker<'_> {
    /// What the rules may link otherwise than before; `None` if that is nothing.
    pub fn reach(&mut self, article: &Article, streams: &WordStreams) -> Option<Reach> {
        if !self.touch.linker.has_rules_for(article.language) {
            return None;
        }
        self.links.take_up(article, streams);
        self.links.find_subjects(article);
        self.evidence.clear();
        let asks = self.links.asks();
        let mut touched = Vec::new();
        for sentence in 0..article.sentences.len() {
            self.links.find_candidates(article.language, sentence, asks);
            if self.is_touched_at(sentence) {
                touched.push(sentence);
            }
        }
        let carried = self.carried_otherwise(article);
        (!touched.is_empty() || !carried.is_empty()).then(|| Reach::of(article, &touched, &carried))
    }

    /// Whether a rule finds something else than before in the sentence that the evaluator is at.
    fn is_touched_at(&mut self, sentence: usize) -> bool {
        let (mut last, mut is_touched) = (None, false);
        for at in 0..self.links.candidates.len() {
            let number = self.links.candidates[at];
            match self.touch.roles[number as usize] {
                Role::Changed(change) if last != Some(change) && !is_touched => {
                    last = Some(change);
                    is_touched = self.differs(change);
                }
                Role::Changed(_) => {}
                Role::Evidence => {
                    let topic = self.rule(number).topic;
                    if self.evidence.last() != Some(&(sentence, topic)) && self.links.fires(number) {
                        self.evidence.push((sentence, topic));
                    }
                }
            }
        }
        is_touched
    }

    /// The sentences behind one of a topic where a rule that carries it finds something else than before in one of them.
    fn carried_otherwise(&mut self, article: &Article) -> Vec<usize> {
        let mut carried = Vec::new();
        for at in 0..self.evidence.len() {
            let (sentence, topic) = self.evidence[at];
            let next = following(article, sentence);
            let differs = next.iter().any(|(next, _)| {
                self.links.enter(article.language, *next);
                let mut changes = self.touch.carrying[&topic].iter();
                changes.any(|change| self.differs(*change))
            });
            if differs {
                carried.extend(next.into_iter().map(|(next, _)| next));
            }
        }
        carried
    }

    /// Whether a rule finds something else than before in the sentence that the evaluator is at.
    fn differs(&mut self, change: usize) -> bool {
        let fires = [0, 1].map(|side| {
            let rule = self.touch.changes[change][side];
            let fires = rule.is_some_and(|rule| self.links.fires(rule));
            self.found[side].clear();
            if let Some(rule) = rule.filter(|_| fires) {
                let find = self.rule(rule).find;
                self.links.evaluator.find(&self.touch.linker.program, find, &mut self.found[side]);
            }
            fires
        });
        fires[0] != fires[1] || self.found[0] != self.found[1]
    }

    fn rule(&self, number: u32) -> &CompiledRule {
        &self.touch.linker.program.rules[number as usize]
    }
}

fn carries(rule: &Rule) -> bool {
    matches!(rule.leans, Leans::Carry | Leans::Point)
}
