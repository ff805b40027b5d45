//! A difference in words, to be shown side by side.

use super::compare::is_on_the_same;
use super::{Difference, Field, Matter, findings};
use crate::analysis::tree_difference;
use crate::model::{About, Anchor, Decision, Finding, Note, OwnPassage, TopicFile, TopicTree, Verdict};
use std::sync::Arc;

/// Characters of a quotation; enough to know the passage again.
const LONGEST_QUOTE: usize = 90;
/// Who said what bears no name on our side.
const WE: &str = "you";

/// What one reader says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Name, or "you".
    pub who: String,
    pub text: String,
}

impl Difference {
    /// What it is about. `tree` is the one in force; a topic that it has not goes by its id.
    pub fn title(&self, tree: &TopicTree) -> String {
        let passage = |topic: &str, anchor| format!("{}: {}", topic_name(tree, topic), quote(anchor));
        match &self.matter {
            Matter::Decision { ours, .. } | Matter::RejectedByUs { ours, .. } => passage(&ours.topic, &ours.anchor),
            Matter::RejectedByThem { ours, .. } => passage(&ours.topic, &ours.anchor),
            Matter::Passage { ours, .. } => format!("One passage, changed since: {}", quote(&ours.anchor)),
            Matter::SameWords { ours, .. } => {
                let words = ours.first().map(|own| quote(&own.anchor)).unwrap_or_default();
                format!("The same words under different topics: {words}")
            }
            Matter::Note { ours, .. } => format!("One note, changed since, {}", on(tree, &ours.about)),
            Matter::Field { article, ours, .. } => format!("{} of {article}", ours.label()),
            Matter::Verdict { article, ours, .. } => format!("Paragraph of {article}: {}", quote(&ours.anchor)),
            Matter::Finding { ours, .. } => matter_of(ours),
            Matter::Trees { .. } => "Topic tree".to_owned(),
        }
    }

    pub fn ours(&self, tree: &TopicTree) -> Side {
        let (by, text) = match &self.matter {
            Matter::Decision { ours, .. } | Matter::RejectedByUs { ours, .. } => (&*ours.by, verdict(ours)),
            Matter::RejectedByThem { ours, .. } => (&*ours.by, "marked".to_owned()),
            Matter::Passage { ours, theirs } => (&*ours.by, own(tree, ours, theirs)),
            Matter::SameWords { ours, .. } => (maker(ours), topics(tree, ours)),
            Matter::Note { ours, theirs } => (&*ours.by, note(tree, ours, theirs)),
            Matter::Field { ours, .. } => ("", value(ours)),
            Matter::Verdict { ours, .. } => ("", belongs(ours)),
            Matter::Finding { ours, .. } => (findings::by(ours), findings::says(ours)),
            Matter::Trees { ours, .. } => ("", our_tree(ours.as_ref())),
        };
        Side { who: if by.is_empty() { WE.to_owned() } else { by.to_owned() }, text }
    }

    pub fn theirs(&self, tree: &TopicTree) -> Side {
        let (by, text) = match &self.matter {
            Matter::Decision { theirs, .. } | Matter::RejectedByThem { theirs, .. } => (&*theirs.by, verdict(theirs)),
            Matter::RejectedByUs { theirs, .. } => (&*theirs.by, "marked".to_owned()),
            Matter::Passage { ours, theirs } => (&*theirs.by, own(tree, theirs, ours)),
            Matter::SameWords { theirs, .. } => (maker(theirs), topics(tree, theirs)),
            Matter::Note { ours, theirs } => (&*theirs.by, note(tree, theirs, ours)),
            Matter::Field { theirs, .. } => ("", value(theirs)),
            Matter::Verdict { theirs, .. } => ("", belongs(theirs)),
            Matter::Finding { theirs, .. } => (findings::by(theirs), findings::says(theirs)),
            Matter::Trees { ours, theirs } => ("", their_tree(ours.as_ref(), theirs)),
        };
        Side { who: if by.is_empty() { self.session_of.clone() } else { by.to_owned() }, text }
    }
}

fn topic_name(tree: &TopicTree, id: &str) -> String {
    tree.find(id).map_or_else(|| id.to_owned(), |ix| tree.full_name(ix))
}

/// The words in quotation marks, cut if they are long.
fn quote(anchor: &Anchor) -> String {
    let words = &anchor.exact;
    match words.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("“{}…”", words[..end].trim_end()),
        None => format!("“{words}”"),
    }
}

fn verdict(decision: &Decision) -> String {
    (if decision.kept { "kept" } else { "rejected" }).to_owned()
}

fn belongs(verdict: &Verdict) -> String {
    (if verdict.clutter { "left out of the article" } else { "part of the article" }).to_owned()
}

fn value(field: &Field) -> String {
    let value = field.value();
    if value.is_empty() { "(none)".to_owned() } else { value }
}

/// Words and topic; where only the place tells it from `other`, that too.
fn own(tree: &TopicTree, own: &OwnPassage, other: &OwnPassage) -> String {
    let text = format!("{} under {}", quote(&own.anchor), topic_name(tree, &own.topic));
    match (&own.topic, &own.anchor.exact) == (&other.topic, &other.anchor.exact) {
        true => format!("{text}, at character {} of {}", own.anchor.start, own.article),
        false => text,
    }
}

/// Its text; where it stands too, if it was moved.
fn note(tree: &TopicTree, note: &Note, other: &Note) -> String {
    match is_on_the_same(&note.about, &other.about) {
        true => note.text.clone(),
        false => format!("{} ({})", note.text, on(tree, &note.about)),
    }
}

fn on(tree: &TopicTree, about: &About) -> String {
    match about {
        About::Session => "on the session".to_owned(),
        About::Topic(topic) => format!("on {}", topic_name(tree, topic)),
        About::Article(article) => format!("on {article}"),
        About::Words { article, anchor, topic, .. } => {
            let topic = topic.as_ref().map(|topic| format!(" under {}", topic_name(tree, topic)));
            format!("on {}{} in {article}", quote(anchor), topic.unwrap_or_default())
        }
    }
}

fn matter_of(finding: &Finding) -> String {
    match finding {
        Finding::LeftOut(one) => format!("What {} leaves out", one.article),
        Finding::Says(says) => format!("Who says {}", quote(&says.anchor)),
        Finding::Pair(pair) => format!("{} and {}", quote(&pair.a.anchor), quote(&pair.b.anchor)),
        Finding::Round(round) => format!("The talks that {} covers", round.article),
    }
}

fn maker(passages: &[OwnPassage]) -> &str {
    passages.first().map_or("", |own| &own.by)
}

fn topics(tree: &TopicTree, passages: &[OwnPassage]) -> String {
    let mut names: Vec<String> = passages.iter().map(|own| topic_name(tree, &own.topic)).collect();
    names.sort();
    names.dedup();
    names.join(", ")
}

fn our_tree(ours: Option<&Arc<TopicFile>>) -> String {
    ours.map_or_else(|| "the tree of the collection".to_owned(), |ours| counted(ours.entries().len(), "topic"))
}

fn their_tree(ours: Option<&Arc<TopicFile>>, theirs: &Arc<TopicFile>) -> String {
    let topics = counted(theirs.entries().len(), "topic");
    match ours.map(|ours| tree_difference(ours, theirs).len()) {
        Some(count) => format!("{topics}, with {}", counted(count, "difference")),
        None => format!("a tree of their own, {topics}"),
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
