//! `readout passages PATH…`: one object per passage, by article and place.
//!
//! `side`, `speaker`, `statements` and `decision` have no field yet: they come with what they say.

use super::arguments::{Input, Trees};
use super::input::{Articles, session};
use super::output::{Failure, Lines, Output};
use crate::analysis::{LinkWorker, Linker};
use crate::model::{Article, CodePoints, Fingerprint, Passage, TopicTree};
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
    /// The same for the same words at the same place under the same topic.
    id: String,
    origin: &'static str,
}

#[derive(Serialize)]
struct ReasonLine<'a> {
    /// As written in the topic file.
    rule: &'a str,
    start: usize,
    end: usize,
}

pub(super) fn run(input: &Input, trees: &Trees, output: &mut Output) -> Result<(), Failure> {
    let session = session(trees)?;
    let articles = Articles::find(input, output)?.corrected(session.as_ref());
    let tree = articles.topics(trees, session.as_ref())?.tree;
    let linker = Linker::new(&tree);
    let look = |worker: &mut LinkWorker, article: &Article| {
        let points = CodePoints::new(&article.text);
        let mut lines = Lines::default();
        worker.link(article).iter().for_each(|passage| lines.object(&line(article, &points, &tree, passage)));
        lines
    };
    articles.each(output, || linker.worker(), look, |lines, output| output.lines(&lines))
}

fn line<'a>(article: &'a Article, points: &CodePoints, tree: &'a TopicTree, passage: &Passage) -> Line<'a> {
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
    let id = Fingerprint::of(&format!("{}\n{}\n{start}..{quote}", article.path, topic.id)).to_string();
    Line { article: &article.path, topic: &topic.id, start, end, quote, reasons, id, origin: passage.origin.as_str() }
}
