//! How well boilerplate is told from the article: with the lists of stock phrases and without them.
//!
//! Column `boilerplate` of the labels: `1` is boilerplate, empty is the article, anything else is arguable and counts
//! neither way. A label is found when every paragraph that it touches is set apart from the article. Hidden are labels
//! of the article that the window would fold away.

use super::labels::{self, Label};
use super::{Count, HEADER, line};
use crate::import::{self, Phrases};
use crate::model::{Article, CodePoints, ParagraphKind};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Figures for a folder of label files (`name.tsv` for an article `name.txt`, `.md` or `.html` in the other folder).
///
/// # Errors
/// A folder or file that cannot be read, or labels without the columns.
pub fn boilerplate(gold: &Path, articles: &Path, list_misses: bool) -> Result<String, String> {
    let labelled = labels::of_articles(gold, articles)?;
    let mut report = format!("{:26} {HEADER} hidden\n", "boilerplate");
    for (name, phrases) in [("with stock phrases", Phrases::Used), ("without them", Phrases::Off)] {
        let (mut count, mut hidden, mut wrong) = (Count::default(), 0, String::new());
        for (path, labels) in &labelled {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let article = import::article_with(&file, &bytes, phrases).map_err(|error| format!("{file} {error}"))?;
            for label in labels {
                let found = found(&article, label);
                let told = count.add(&label.boilerplate, found != Found::Shown);
                hidden += usize::from(label.boilerplate.is_empty() && found == Found::Hidden);
                if let Some(told) = told {
                    _ = writeln!(wrong, "{file}, {name}: {told} | {}", label.sentence);
                }
            }
        }
        _ = writeln!(report, "{} {hidden:>6}", line(name, count).trim_end());
        if list_misses {
            report.push_str(&wrong);
        }
    }
    Ok(report)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Shown,
    /// Shown small: a line about the article.
    Apart,
    Hidden,
}

impl Count {
    /// Counts one label; what is wrong with it, in a word.
    fn add(&mut self, label: &str, found: bool) -> Option<&'static str> {
        match (label, found) {
            ("1", true) => self.right += 1,
            ("1", false) => {
                self.miss += 1;
                return Some("missing");
            }
            ("", true) => {
                self.false_alarm += 1;
                return Some("alarm");
            }
            _ => {}
        }
        None
    }
}

/// The least that is done to the paragraphs a label touches.
fn found(article: &Article, label: &Label) -> Found {
    let points = CodePoints::new(&article.text);
    let (Some(start), Some(end)) = (points.to_byte(label.start), points.to_byte(label.end)) else {
        return Found::Shown;
    };
    let touched = article.paragraphs.iter().filter(|paragraph| {
        let range = paragraph.span.range();
        range.start < end && start < range.end
    });
    let all: Vec<ParagraphKind> = touched.map(|paragraph| paragraph.kind).collect();
    match () {
        () if all.is_empty() || all.iter().any(|kind| kind.is_linked()) => Found::Shown,
        () if all.contains(&ParagraphKind::Meta) => Found::Apart,
        () => Found::Hidden,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boilerplate_is_counted_with_and_without_phrases() {
        let folder = tempfile::tempdir().expect("a folder");
        let text =
            "Talks end\n\nPutin told Biden that the talks had been frank, the Kremlin said.\n\nSkip to content\n";
        let table = "start\tend\ttopics\toptional\tboilerplate\tsentence\n0\t9\t\t\t\tTalks end\n11\t76\t\t\t\tPutin\n\
                     78\t93\t\t\t1\tSkip to content\n78\t80\t\t\t?\tSk\n";
        for (name, text) in [("a.txt", text), ("a.tsv", table)] {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        let report = boilerplate(folder.path(), folder.path(), true).expect("figures");
        let rows: Vec<Vec<&str>> = report.lines().map(|line| line.split_whitespace().rev().collect()).collect();
        assert_eq!(rows[1][..5], ["0", "0", "0", "1", "1.000"], "{report}");
        assert_eq!(rows[2][..4], ["0", "1", "0", "0"], "{report}");
        assert_eq!(report.lines().last(), Some("a.txt, without them: missing | Skip to content"));
    }
}
