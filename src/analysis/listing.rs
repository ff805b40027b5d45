//! The passages of a topic as a reader goes through them: one entry a sentence, grouped by article.

use crate::model::{ArticleIx, Passage, TopicIx, TopicTree};
use std::sync::Arc;

/// The passages of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub article: ArticleIx,
    /// In the order of the text; at least one.
    pub entries: Vec<Listed>,
}

/// One sentence that speaks of the topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    pub article: ArticleIx,
    /// Index of the passage among those of its article: the most specific one of the sentence within the topic.
    pub passage: u32,
}

/// The passages of `topic` and its sub-topics, or of all topics, in the articles of `only` or in all.
///
/// A sentence that is linked to several topics within `topic` is listed once; what the reader marked in it is listed
/// besides.
pub fn list_passages(
    tree: &TopicTree,
    links: &[Arc<Vec<Passage>>],
    topic: Option<TopicIx>,
    only: Option<ArticleIx>,
) -> Vec<Group> {
    let belongs = |passage: &Passage| topic.is_none_or(|topic| tree.is_within(passage.topic, topic));
    let mut groups = Vec::new();
    for (index, passages) in links.iter().enumerate() {
        let article = ArticleIx::new(index);
        if only.is_some_and(|only| only != article) {
            continue;
        }
        let mut entries: Vec<Listed> = Vec::new();
        for (number, passage) in passages.iter().enumerate().filter(|(_, passage)| belongs(passage)) {
            let entry = Listed { article, passage: number as u32 };
            match entries.last_mut() {
                Some(last) if is_one(&passages[last.passage as usize], passage) => {
                    let listed = tree.topic(passages[last.passage as usize].topic).depth;
                    if tree.topic(passage.topic).depth > listed {
                        *last = entry;
                    }
                }
                _ => entries.push(entry),
            }
        }
        if !entries.is_empty() {
            groups.push(Group { article, entries });
        }
    }
    groups
}

/// Whether both are one entry of the list.
fn is_one(listed: &Passage, passage: &Passage) -> bool {
    listed.span == passage.span && listed.sentence == passage.sentence
}
