//! From rules that matched to passages: one for each sentence and topic.

use super::{Fired, LinkWorker};
use crate::model::{Article, Origin, Passage, Reason, TopicIx, TopicTree};

impl LinkWorker<'_> {
    /// One passage for each sentence and topic, the most specific topics only.
    pub(super) fn passages(&self, article: &Article, mut fired: Vec<Fired>) -> Vec<Passage> {
        let rules = &self.linker.program.rules;
        let topic_of = |fired: &Fired| rules[fired.rule as usize].topic;
        let mut passages: Vec<Passage> = Vec::new();
        for same_sentence in fired.chunk_by_mut(|a, b| a.sentence == b.sentence) {
            let number = same_sentence[0].sentence;
            let sentence = &article.sentences[number];
            let topics: Vec<TopicIx> = same_sentence.iter().map(|fired| rules[fired.rule as usize].topic).collect();
            for same_topic in same_sentence.chunk_by_mut(|a, b| topic_of(a) == topic_of(b)) {
                let topic = topic_of(&same_topic[0]);
                if topics.iter().any(|other| self.linker.is_below(*other, topic)) {
                    continue;
                }
                let reason = |fired: &mut Fired| Reason {
                    rule: rules[fired.rule as usize].rule,
                    spans: std::mem::take(&mut fired.spans),
                    context: std::mem::take(&mut fired.context),
                };
                passages.push(Passage {
                    topic,
                    span: sentence.span,
                    paragraph: sentence.paragraph,
                    sentence: number as u32,
                    origin: Origin::Rule,
                    kept: false,
                    reasons: same_topic.iter_mut().map(reason).collect(),
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
