//! The reader's word on the passages of an article: what was rejected goes, what was marked comes.

use crate::model::{Article, Decision, Origin, OwnPassage, Passage, Span, TopicTree};
use std::collections::BTreeMap;

/// What the reader said about one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said<'a> {
    pub decisions: Vec<&'a Decision>,
    pub own: Vec<&'a OwnPassage>,
}

/// The passages of `article` after what the reader said: `found` are those of the rules, sorted by place.
///
/// A decision or mark whose place or topic is not there any more changes nothing; it stays in the session.
pub fn decided(article: &Article, tree: &TopicTree, found: &[Passage], said: &Said) -> Vec<Passage> {
    let mut verdicts: BTreeMap<(Span, usize), bool> = BTreeMap::new();
    for decision in &said.decisions {
        if let (Some(span), Some(topic)) = (decision.anchor.find(article), tree.find(&decision.topic)) {
            verdicts.insert((span, topic.index()), decision.kept);
        }
    }
    let verdict = |passage: &Passage| verdicts.get(&(passage.span, passage.topic.index())).copied();
    let stays = found.iter().filter(|passage| verdict(passage) != Some(false));
    let mut passages: Vec<Passage> =
        stays.map(|passage| Passage { kept: verdict(passage).is_some(), ..passage.clone() }).collect();
    passages.extend(said.own.iter().filter_map(|own| own_passage(article, tree, own)));
    passages.sort_by_key(|passage| (passage.sentence, passage.span, passage.topic));
    passages
}

fn own_passage(article: &Article, tree: &TopicTree, own: &OwnPassage) -> Option<Passage> {
    let span = own.anchor.find(article).filter(|span| !span.is_empty())?;
    let topic = tree.find(&own.topic)?;
    let paragraph = article.paragraph_at(span.start as usize)? as u32;
    let sentence = article.sentences.partition_point(|sentence| sentence.span.end <= span.start) as u32;
    let sentence = sentence.min(article.sentences.len().saturating_sub(1) as u32);
    Some(Passage { topic, span, paragraph, sentence, origin: Origin::Reader(own.id), reasons: Vec::new(), kept: true })
}
