//! Runs of clutter, each folded into one line until the reader opens it.

use crate::model::{Article, ParagraphKind};
use std::collections::BTreeSet;
use std::ops::Range;

#[derive(Clone, Debug, Default)]
pub struct Folds {
    /// In order, without overlap.
    runs: Vec<Range<usize>>,
    /// First paragraphs of the runs that are open.
    open: BTreeSet<usize>,
}

/// What stands in the place of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The paragraph itself.
    Text,
    /// The line that tells of a run; under it the paragraph, if the run is open.
    Line {
        open: bool,
    },
    Nothing,
}

impl Folds {
    pub fn of(article: &Article) -> Self {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (index, paragraph) in article.paragraphs.iter().enumerate() {
            if paragraph.kind != ParagraphKind::Clutter {
                continue;
            }
            match runs.last_mut() {
                Some(run) if run.end == index => run.end += 1,
                _ => runs.push(index..index + 1),
            }
        }
        Self { runs, open: BTreeSet::new() }
    }

    pub fn stand(&self, paragraph: usize) -> Stand {
        match self.run(paragraph) {
            None => Stand::Text,
            Some(run) => match (run.start == paragraph, self.open.contains(&run.start)) {
                (true, open) => Stand::Line { open },
                (false, true) => Stand::Text,
                (false, false) => Stand::Nothing,
            },
        }
    }

    /// The run that holds `paragraph`.
    pub fn run(&self, paragraph: usize) -> Option<Range<usize>> {
        let index = self.runs.partition_point(|run| run.end <= paragraph);
        self.runs.get(index).filter(|run| run.contains(&paragraph)).cloned()
    }

    /// Opens or closes the run that begins with paragraph `first`.
    pub fn set_open(&mut self, first: usize, open: bool) {
        if open {
            self.open.insert(first);
        } else {
            self.open.remove(&first);
        }
    }

    pub fn is_open(&self, first: usize) -> bool {
        self.open.contains(&first)
    }
}

/// "3 lines of page furniture hidden · show", in two parts: what is so, and what a click does.
pub fn label(lines: usize, open: bool) -> (String, &'static str) {
    let lines = if lines == 1 { "1 line".to_owned() } else { format!("{lines} lines") };
    if open {
        (format!("{lines} of page furniture"), "hide")
    } else {
        (format!("{lines} of page furniture hidden"), "show")
    }
}
