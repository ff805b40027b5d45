//! What changed rules would add and take away, before they are applied.
//!
//! The rules of one top-level topic are matched as they were and as they would be, article by article, wherever
//! [`Touch`] tells that they could find something else. A passage is told by its sentence and its topic: a sentence that a sub-topic takes from the topic above
//! it counts as one added and one taken away. The caller goes through the articles, and may stop at any of them.

use super::{LinkWorker, Linker, Relink, Touch, TouchWorker, WordStreams};
use crate::model::{Article, ArticleIx, Origin, Passage, Span, TopicIx, TopicTree};
use std::collections::BTreeMap;

/// Changed rules, ready to be tried. Shared between threads; each makes its own [`TrialWorker`].
pub struct RuleTrial {
    linker: Linker,
    /// The rules before; `None` if there was no such top-level topic.
    old: Option<Linker>,
    differs: Differs,
    /// By topic of the tree before: what its passages are compared with; `None` if they are not looked at.
    before: Vec<Option<Counterpart>>,
}

/// In which articles something can differ.
enum Differs {
    Anywhere,
    Where(Box<Touch>),
    Nowhere,
}

/// What became of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Counterpart {
    /// A topic of the tree after: the same or the one that it was merged into.
    Still(TopicIx),
    /// A topic of the tree before that is no longer there.
    Gone(TopicIx),
}

/// One thread's part.
pub struct TrialWorker<'a> {
    trial: &'a RuleTrial,
    links: LinkWorker<'a>,
    old: Option<LinkWorker<'a>>,
    touch: Option<TouchWorker<'a>>,
}

/// What changes in one article, each in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleChange {
    pub added: Vec<Passage>,
    pub removed: Vec<Passage>,
}

/// What changes in all articles that were looked at so far, with some examples.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Passages.
    pub added: usize,
    pub removed: usize,
    limit: usize,
    added_examples: Vec<Candidate>,
    removed_examples: Vec<Candidate>,
}

/// A possible example, with its place in the row of all.
#[derive(Clone, Debug, PartialEq)]
struct Candidate {
    /// How many of its kind are before it in its article: one of each article is shown before a second of any.
    nth: usize,
    passage: PreviewPassage,
}

/// A passage that would come or go.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewPassage {
    pub article: ArticleIx,
    /// The sentence.
    pub span: Span,
    /// Whether it would come.
    pub added: bool,
    /// Of the tree after the change if it would come, else of the tree before.
    pub topic: TopicIx,
    /// The words that speak for it, in order, without overlap.
    pub words: Vec<Span>,
}

impl RuleTrial {
    /// `topic` is one of `after`; all that stand below the same top-level topic are tried.
    pub fn new(before: &TopicTree, after: &TopicTree, topic: TopicIx) -> Self {
        let top = after.top(topic);
        let tried = after.subtree(top);
        let old_top = before.find(&after.topic(top).id).map(|topic| before.top(topic));
        let counterpart = |(ix, topic): (TopicIx, &crate::model::Topic)| match after.find(&topic.id) {
            Some(still) => tried.contains(&still.index()).then_some(Counterpart::Still(still)),
            None => (Some(before.top(ix)) == old_top).then_some(Counterpart::Gone(ix)),
        };
        let relink = Relink::between(before, after);
        let differs = match relink.touch(after) {
            _ if relink.tops().contains(&top) => Differs::Anywhere,
            Some(touch) if relink.edited().contains(&top) => Differs::Where(Box::new(touch)),
            _ => Differs::Nowhere,
        };
        Self {
            linker: Linker::of_top(after, topic),
            old: old_top.map(|top| Linker::of_top(before, top)),
            differs,
            before: before.iter().map(counterpart).collect(),
        }
    }

    pub fn worker(&self) -> TrialWorker<'_> {
        let touch = match &self.differs {
            Differs::Where(touch) => Some(touch.worker()),
            Differs::Anywhere | Differs::Nowhere => None,
        };
        TrialWorker { trial: self, links: self.linker.worker(), old: self.old.as_ref().map(Linker::worker), touch }
    }
}

impl TrialWorker<'_> {
    /// What changes in an article.
    pub fn change(&mut self, article: &Article, streams: &WordStreams) -> ArticleChange {
        let reach = match (&self.trial.differs, &mut self.touch) {
            (Differs::Where(_), Some(touch)) => match touch.reach(article, streams) {
                Some(reach) => Some(reach),
                None => return ArticleChange::default(),
            },
            (Differs::Nowhere, _) => return ArticleChange::default(),
            _ => None,
        };
        let link = |worker: &mut LinkWorker| match &reach {
            Some(reach) => worker.link_reach(article, streams, reach),
            None => worker.link_known(article, streams),
        };
        let before = self.old.as_mut().map(link).unwrap_or_default();
        let found = link(&mut self.links);
        self.trial.compare(found, &before)
    }
}

impl RuleTrial {
    /// What changes in an article where rules `found` this. `passages` are those that it has under the tree before,
    /// all or only those of the top-level topic.
    fn compare(&self, found: Vec<Passage>, passages: &[Passage]) -> ArticleChange {
        let mut gone: BTreeMap<(u32, Counterpart), &Passage> = BTreeMap::new();
        for passage in passages.iter().filter(|passage| passage.origin == Origin::Rule) {
            if let Some(Some(counterpart)) = self.before.get(passage.topic.index()) {
                gone.entry((passage.sentence, *counterpart)).or_insert(passage);
            }
        }
        let is_new = |passage: &Passage| gone.remove(&(passage.sentence, Counterpart::Still(passage.topic))).is_none();
        let added: Vec<Passage> = found.into_iter().filter(is_new).collect();
        ArticleChange { added, removed: gone.into_values().cloned().collect() }
    }
}

impl Preview {
    /// With at most `limit` examples.
    pub fn new(limit: usize) -> Self {
        Self { added: 0, removed: 0, limit, added_examples: Vec::new(), removed_examples: Vec::new() }
    }

    /// Adds what changes in one article. The order of the articles does not matter.
    pub fn add(&mut self, article: ArticleIx, change: &ArticleChange) {
        self.added += change.added.len();
        self.removed += change.removed.len();
        put(&mut self.added_examples, self.limit, article, &change.added, true);
        put(&mut self.removed_examples, self.limit, article, &change.removed, false);
    }

    /// Some that would come, then some that would go; of as many articles as can be, in their order. If there are
    /// more than can be shown, half are of each kind, where there are so many.
    pub fn examples(&self) -> Vec<PreviewPassage> {
        let removed = self.removed_examples.len().min(self.limit / 2);
        let added = self.added_examples.len().min(self.limit - removed);
        let shown = |candidates: &[Candidate], count: usize| {
            let mut shown: Vec<PreviewPassage> =
                candidates.iter().take(count).map(|candidate| candidate.passage.clone()).collect();
            shown.sort_by_key(|passage| (passage.article, passage.span, passage.topic));
            shown
        };
        let mut examples = shown(&self.added_examples, added);
        examples.extend(shown(&self.removed_examples, self.limit - added));
        examples
    }
}

/// Keeps the first `limit` examples in the order of their number within their article.
fn put(examples: &mut Vec<Candidate>, limit: usize, article: ArticleIx, passages: &[Passage], added: bool) {
    for (nth, passage) in passages.iter().take(limit).enumerate() {
        let place = examples.partition_point(|other| (other.nth, other.passage.article) < (nth, article));
        if place < limit {
            let (span, topic, words) = (passage.span, passage.topic, passage.matched_words());
            examples.insert(place, Candidate { nth, passage: PreviewPassage { article, span, added, topic, words } });
            examples.truncate(limit);
        }
    }
}

#[cfg(test)]
mod tests;
