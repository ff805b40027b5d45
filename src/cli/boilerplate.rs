//! `readout boilerplate PATH…`: one object per paragraph that is no part of the article, by article and place.
//!
//! Lines about the article (byline, date, source) are among them, as `about`: the window shows them small, and hides
//! the others.

use super::arguments::Input;
use super::input::Articles;
use super::output::{Failure, Lines, Output};
use crate::import::clutter_kinds;
use crate::model::{Article, CodePoints};
use serde::Serialize;

/// One line of the output. Positions are half-open code points.
#[derive(Serialize)]
struct Line<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    kind: &'static str,
    quote: &'a str,
}

pub(super) fn run(input: &Input, output: &mut Output) -> Result<(), Failure> {
    let articles = Articles::find(input, output)?;
    articles.each(output, || (), |(), article| lines(article), |lines, output| output.lines(&lines))
}

fn lines(article: &Article) -> Lines {
    let mut lines = Lines::default();
    let points = CodePoints::new(&article.text);
    for (paragraph, kind) in article.paragraphs.iter().zip(clutter_kinds(article)) {
        let Some(kind) = kind else { continue };
        let (start, end) = points.of(paragraph.span);
        let quote = paragraph.span.text(&article.text);
        lines.object(&Line { article: &article.path, start, end, kind: kind.as_str(), quote });
    }
    lines
}
