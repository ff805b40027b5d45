//! How far two readers agree on what belongs to a topic, beyond what chance alone would give.
//!
//! A unit is a sentence of an article that both have worked on, where rules look at it: sentences that neither could
//! link, such as clutter, would pass for agreement. After a reader's decisions and own passages it belongs to a topic
//! if passages of that topic cover at least half of it; a sub-topic's sentences belong to the topics above it too.
//! Leaves out who is right, and more than two readers.

use crate::model::{Article, Marks, Passage, Span, TopicIx, TopicTree};
use std::collections::{BTreeMap, BTreeSet};

/// Krippendorff's alpha from which data are reliable.
///
/// Krippendorff, K. (2004): Content Analysis. An Introduction to Its Methodology, 2nd ed., Sage, p. 241.
pub const RELIABLE: f64 = 0.800;
/// Alpha below which data should be discarded; up to [`RELIABLE`] they bear tentative conclusions only. Same place.
pub const TENTATIVE: f64 = 0.667;

/// An article that both have worked on, with the passages that each of them is left with: those that
/// [`super::decided`] gives for the same rules.
#[derive(Clone, Copy, Debug)]
pub struct ReadByBoth<'a> {
    pub article: &'a Article,
    pub ours: &'a [Passage],
    pub theirs: &'a [Passage],
}

/// What two readers say of the same units, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub both: usize,
    pub only_ours: usize,
    pub only_theirs: usize,
    pub neither: usize,
}

/// The agreement on one topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicAgreement {
    pub topic: TopicIx,
    pub table: Table,
}

/// The agreement of two readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Every topic, in the order of the tree.
    pub topics: Vec<TopicAgreement>,
    /// Every sentence with every top-level topic is one unit here.
    pub overall: Table,
}

impl Table {
    pub fn units(&self) -> usize {
        self.both + self.only_ours + self.only_theirs + self.neither
    }

    /// The share of units on which both agree, in per cent; `None` without units.
    pub fn percent(&self) -> Option<f64> {
        (self.units() > 0).then(|| 100.0 * self.observed())
    }

    /// Cohen's kappa; `None` where both readers gave all units the same value, so that chance explains everything.
    ///
    /// Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20(1).
    pub fn kappa(&self) -> Option<f64> {
        if self.has_one_value() {
            return None;
        }
        let units = self.units() as f64;
        let (ours, theirs) = ((self.both + self.only_ours) as f64, (self.both + self.only_theirs) as f64);
        let expected = (ours * theirs + (units - ours) * (units - theirs)) / (units * units);
        Some((self.observed() - expected) / (1.0 - expected))
    }

    /// Krippendorff's alpha for two observers, nominal data, nothing missing; `None` where all values are equal.
    ///
    /// Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability, section A.
    pub fn alpha(&self) -> Option<f64> {
        if self.has_one_value() {
            return None;
        }
        let differing = (self.only_ours + self.only_theirs) as f64;
        let (ones, zeros) = ((2 * self.both) as f64 + differing, (2 * self.neither) as f64 + differing);
        Some(1.0 - (ones + zeros - 1.0) * differing / (ones * zeros))
    }

    fn observed(&self) -> f64 {
        (self.both + self.neither) as f64 / self.units() as f64
    }

    fn has_one_value(&self) -> bool {
        self.both == self.units() || self.neither == self.units()
    }

    fn add(&mut self, other: Self) {
        self.both += other.both;
        self.only_ours += other.only_ours;
        self.only_theirs += other.only_theirs;
        self.neither += other.neither;
    }
}

/// How far two readers agree on each topic of `tree` and on all.
pub fn agreement(tree: &TopicTree, articles: &[ReadByBoth]) -> Agreement {
    let mut tables = vec![Table::default(); tree.len()];
    let mut units = 0;
    for ReadByBoth { article, ours, theirs } in articles {
        units += sentences(article).count();
        let (ours, theirs) = (belonging(tree, article, ours), belonging(tree, article, theirs));
        for (topic, sentence) in ours.union(&theirs) {
            let table = &mut tables[topic.index()];
            match (ours.contains(&(*topic, *sentence)), theirs.contains(&(*topic, *sentence))) {
                (true, true) => table.both += 1,
                (true, false) => table.only_ours += 1,
                _ => table.only_theirs += 1,
            }
        }
    }
    let mut overall = Table::default();
    for ((_, topic), table) in tree.iter().zip(&mut tables) {
        table.neither = units - table.units();
        if topic.parent.is_none() {
            overall.add(*table);
        }
    }
    let topics = tree.iter().zip(tables).map(|((topic, _), table)| TopicAgreement { topic, table });
    Agreement { topics: topics.collect(), overall }
}

/// Paths of the articles that both have worked on: they bear a decision or a passage of each.
pub fn worked_on_by_both<'a>(ours: &'a Marks, theirs: &Marks) -> Vec<&'a str> {
    let theirs = worked_on(theirs);
    worked_on(ours).into_iter().filter(|article| theirs.contains(article)).collect()
}

fn worked_on(marks: &Marks) -> BTreeSet<&str> {
    let decisions = marks.decisions.iter().map(|decision| decision.article.as_str());
    decisions.chain(marks.passages.iter().map(|own| own.article.as_str())).collect()
}

/// The sentences that are units, by number.
fn sentences(article: &Article) -> impl Iterator<Item = (usize, Span)> {
    let sentences = article.sentences.iter().enumerate();
    let linked = sentences.filter(|(_, sentence)| article.paragraphs[sentence.paragraph as usize].kind.is_linked());
    linked.map(|(number, sentence)| (number, sentence.span))
}

/// The sentences of each topic, those of its sub-topics included.
fn belonging(tree: &TopicTree, article: &Article, passages: &[Passage]) -> BTreeSet<(TopicIx, usize)> {
    let mut parts: BTreeMap<(TopicIx, usize), Vec<Span>> = BTreeMap::new();
    for passage in passages {
        let first = article.sentences.partition_point(|sentence| sentence.span.end <= passage.span.start);
        for (number, sentence) in article.sentences.iter().enumerate().skip(first) {
            let Some(part) = passage.span.clip(sentence.span) else { break };
            if article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
                parts.entry((passage.topic, number)).or_default().push(part);
            }
        }
    }
    let mut belonging = BTreeSet::new();
    for ((topic, sentence), parts) in parts {
        if 2 * covered(parts) >= article.sentences[sentence].span.len() {
            let upwards = std::iter::successors(Some(topic), |topic| tree.topic(*topic).parent);
            belonging.extend(upwards.map(|topic| (topic, sentence)));
        }
    }
    belonging
}

/// Bytes that lie in at least one of `parts`.
fn covered(mut parts: Vec<Span>) -> usize {
    parts.sort_unstable();
    let (mut bytes, mut upto) = (0, 0);
    for part in parts {
        bytes += part.end.saturating_sub(part.start.max(upto)) as usize;
        upto = upto.max(part.end);
    }
    bytes
}

#[cfg(test)]
mod tests;
