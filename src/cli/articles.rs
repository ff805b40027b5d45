//! `readout articles PATH…`: one object per article.

use super::arguments::Input;
use super::input::Articles;
use super::output::{Failure, Lines, Output};
use crate::model::Article;
use serde::Serialize;

/// One line of the output.
#[derive(Serialize)]
struct Line<'a> {
    /// Path relative to the folder.
    article: &'a str,
    headline: &'a str,
    outlet: Option<&'a str>,
    /// ISO 8601.
    date: Option<String>,
    /// ISO 639.
    language: &'static str,
    words: usize,
    format: &'static str,
    warnings: &'a [String],
    author: Option<&'a str>,
    /// ISO 8601, with the offset from UTC where the article gives it.
    time: Option<String>,
    address: Option<&'a str>,
}

pub(super) fn run(input: &Input, output: &mut Output) -> Result<(), Failure> {
    let articles = Articles::find(input, output)?;
    articles.each(output, || (), |(), article| line(article), |lines, output| output.lines(&lines))
}

fn line(article: &Article) -> Lines {
    let mut lines = Lines::default();
    lines.object(&Line {
        article: &article.path,
        headline: &article.headline,
        outlet: article.outlet.as_deref(),
        date: article.date.map(|date| date.to_string()),
        language: article.language.code(),
        words: article.word_count(),
        format: article.format.as_str(),
        warnings: &article.warnings,
        author: article.author.as_deref(),
        time: article.time.map(|time| time.to_string()),
        address: article.address.as_deref(),
    });
    lines
}
