//! `readout passages PATH…`: one object per passage, by article and place.
//!
//! With a session also the reader's own passages, and what was decided of those of the rules. Who says a passage and
//! which statements it takes part in is told of the sentence that it begins in.

use super::across::Collected;
use super::arguments::{Input, Trees};
use super::input::{Articles, loaded};
use super::output::{Failure, Output};
use super::said::Marked;
use crate::analysis::{Said, decided};
use crate::model::{Article, CodePoints, Fingerprint, Origin, Passage, TopicTree};
use serde::Serialize;

/// One line of the output. Positions are half-open code points.
#[derive(Serialize)]
struct Line<'a> {
    article: &'a str,
    topic: &'a str,
    start: usize,
    end: usize,
    quote: &'a str,
    /// One per matched word or phrase, by rule, then place.
    reasons: Vec<ReasonLine<'a>>,
    /// Id of the side that says it, where one does.
    side: Option<&'a str>,
    speaker: Option<&'a str>,
    /// Ids of what it says that others say too.
    statements: Vec<String>,
    /// The same for the same words at the same place under the same topic.
    id: String,
    origin: &'static str,
    /// `kept` or `rejected`, where the session says so.
    decision: Option<&'static str>,
}

#[derive(Serialize)]
struct ReasonLine<'a> {
    /// As written in the topic file.
    rule: &'a str,
    start: usize,
    end: usize,
}

pub(super) fn run(input: &Input, trees: &Trees, output: &mut Output) -> Result<(), Failure> {
    let loaded = loaded(trees)?;
    let session = loaded.as_ref().map(|loaded| &loaded.session);
    let articles = Articles::find(input, output)?.corrected(session);
    let tree = articles.topics(trees, session)?.tree;
    let marked = Marked::of(loaded.as_ref());
    let collected = Collected::read(&articles, &tree, loaded.as_ref(), output)?;
    for (index, (article, found)) in collected.articles.iter().zip(&collected.found).enumerate() {
        let points = CodePoints::new(&article.text);
        let passages = match marked.said(article) {
            Some(said) => with_decisions(article, &tree, found, &said),
            None => found.iter().map(|passage| (passage.clone(), None)).collect(),
        };
        for (passage, decision) in &passages {
            let (side, speaker) = collected.who(index, passage.sentence);
            let statements = collected.statements(index, passage.sentence);
            let line = line(article, &points, &tree, passage, *decision);
            output.object(&Line { side, speaker, statements, ..line })?;
        }
    }
    Ok(())
}

/// All passages with what was decided of them, the rejected ones too.
fn with_decisions(
    article: &Article,
    tree: &TopicTree,
    found: &[Passage],
    said: &Said,
) -> Vec<(Passage, Option<&'static str>)> {
    let stay = decided(article, tree, found, said);
    let is_there = |passage: &Passage| {
        stay.iter()
            .any(|other| (other.span, other.topic, other.origin) == (passage.span, passage.topic, passage.origin))
    };
    let gone = found.iter().filter(|passage| !is_there(passage)).map(|passage| (passage.clone(), Some("rejected")));
    let mut all: Vec<(Passage, Option<&str>)> = gone.collect();
    all.extend(stay.iter().map(|passage| {
        let kept = passage.kept && passage.origin == Origin::Rule;
        (passage.clone(), kept.then_some("kept"))
    }));
    all.sort_by_key(|(passage, _)| (passage.sentence, passage.span, passage.topic));
    all
}

fn line<'a>(
    article: &'a Article,
    points: &CodePoints,
    tree: &'a TopicTree,
    passage: &Passage,
    decision: Option<&'static str>,
) -> Line<'a> {
    let topic = tree.topic(passage.topic);
    let (start, end) = points.of(passage.span);
    let quote = passage.span.text(&article.text);
    let mut reasons = Vec::new();
    for reason in &passage.reasons {
        let rule = topic.rules[usize::from(reason.rule)].text.as_str();
        for span in reason.context.iter().chain(&reason.spans) {
            let (start, end) = points.of(*span);
            reasons.push(ReasonLine { rule, start, end });
        }
    }
    let id = match passage.origin {
        Origin::Reader(id) => id.to_string(),
        Origin::Rule => Fingerprint::of(&format!("{}\n{}\n{start}..{quote}", article.path, topic.id)).to_string(),
    };
    let origin = passage.origin.as_str();
    let (side, speaker, statements) = Default::default();
    let article = article.path.as_str();
    Line { article, topic: &topic.id, start, end, quote, reasons, side, speaker, statements, id, origin, decision }
}
