//! The reader's word on the passages of an article: what was rejected goes, what was marked comes.

use crate::model::{Article, Decision, Origin, OwnPassage, Passage, Span, TopicTree};
use std::collections::BTreeMap;

/// What the reader said about one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// Each with the place that its anchor has in the article now.
    pub decisions: Vec<(&'a Decision, Span)>,
    /// The same.
    pub own: Vec<(&'a OwnPassage, Span)>,
}

/// The passages of `article` after what the reader said: `found` are those of the rules, sorted by place.
///
/// A mark whose topic is not there any more changes nothing; it stays in the session.
pub fn decided(article: &Article, tree: &TopicTree, found: &[Passage], said: &Said) -> Vec<Passage> {
    let mut verdicts: BTreeMap<(Span, usize), bool> = BTreeMap::new();
    for (decision, span) in &said.decisions {
        if let Some(topic) = tree.find(&decision.topic) {
            verdicts.insert((*span, topic.index()), decision.kept);
        }
    }
    let verdict = |passage: &Passage| verdicts.get(&(passage.span, passage.topic.index())).copied();
    let stays = found.iter().filter(|passage| verdict(passage) != Some(false));
    let mut passages: Vec<Passage> =
        stays.map(|passage| Passage { kept: verdict(passage).is_some(), ..passage.clone() }).collect();
    passages.extend(said.own.iter().filter_map(|(own, span)| own_passage(article, tree, own, *span)));
    passages.sort_by_key(|passage| (passage.sentence, passage.span, passage.topic));
    passages
}

fn own_passage(article: &Article, tree: &TopicTree, own: &OwnPassage, span: Span) -> Option<Passage> {
    if span.is_empty() {
        return None;
    }
    let topic = tree.find(&own.topic)?;
    let paragraph = article.paragraph_at(span.start as usize)? as u32;
    let sentence = article.sentences.partition_point(|sentence| sentence.span.end <= span.start) as u32;
    let sentence = sentence.min(article.sentences.len().saturating_sub(1) as u32);
    Some(Passage { topic, span, paragraph, sentence, origin: Origin::Reader(own.id), reasons: Vec::new(), kept: true })
}
