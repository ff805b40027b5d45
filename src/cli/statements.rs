//! `readout statements PATH…`: one object per statement, by the place of its first passage.
//!
//! A statement is one thing said in articles of at least two stories. With a session as its reader has put articles,
//! speakers, rounds and statements right.

use super::across::Collected;
use super::arguments::{Input, Trees};
use super::input::{Articles, loaded};
use super::output::{Failure, Output};
use crate::analysis::statements::{Member, Statement};
use crate::model::{CodePoints, MarkId, TopicTree};
use crate::work::MOST_ACROSS;
use serde::Serialize;

/// One line of the output.
#[derive(Serialize)]
struct Line<'a> {
    id: String,
    topics: Vec<&'a str>,
    /// How many.
    articles: usize,
    /// Articles of one story count once.
    tellings: usize,
    /// Whether they differ in a figure, or one denies what another says.
    conflict: bool,
    passages: Vec<PassageLine<'a>>,
}

/// Positions are half-open code points.
#[derive(Serialize)]
struct PassageLine<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    quote: &'a str,
    side: Option<&'a str>,
}

pub(super) fn run(input: &Input, trees: &Trees, output: &mut Output) -> Result<(), Failure> {
    let loaded = loaded(trees)?;
    let session = loaded.as_ref().map(|loaded| &loaded.session);
    let articles = Articles::find(input, output)?.corrected(session);
    let tree = articles.topics(trees, session)?.tree;
    let collected = Collected::read(&articles, &tree, loaded.as_ref(), output)?;
    let count = collected.articles.len();
    if count > MOST_ACROSS {
        let most = format!("at most {MOST_ACROSS}");
        return Err(Failure::Wrong(format!("{count} articles are too many to be compared with each other: {most}")));
    }
    let points: Vec<CodePoints> = collected.articles.iter().map(|article| CodePoints::new(&article.text)).collect();
    let mut lines =
        collected.across.statements.list.iter().map(|statement| line(&collected, &points, &tree, statement));
    lines.try_for_each(|line| output.object(&line))
}

fn line<'a>(collected: &'a Collected, points: &[CodePoints], tree: &'a TopicTree, statement: &Statement) -> Line<'a> {
    let passage = |member: &Member| {
        let index = member.article.index();
        let article = &collected.articles[index];
        let span = article.sentences[member.sentence as usize].span;
        let (start, end) = points[index].of(span);
        let (side, _) = collected.who(index, member.sentence);
        PassageLine { article: &article.path, start, end, quote: span.text(&article.text), side }
    };
    Line {
        id: MarkId(statement.id).to_string(),
        topics: statement.topics.iter().map(|topic| tree.topic(*topic).id.as_str()).collect(),
        articles: statement.articles().len(),
        tellings: statement.tellings,
        conflict: statement.conflict,
        passages: statement.members.iter().map(passage).collect(),
    }
}
