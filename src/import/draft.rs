//! What a format's reader hands over: the text, cut into blocks, and what the file says of itself.
//!
//! Blocks become paragraphs once their kinds are settled. The text never changes after this point.

use super::lines;
use crate::model::{ClockTime, Date, Language, ParagraphKind};
use std::ops::Range;

/// An article that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub text: String,
    /// In order, without overlap, trimmed, none empty.
    pub blocks: Vec<Block>,
    pub facts: Facts,
    pub warnings: Vec<String>,
}

/// A paragraph whose kind may still change.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub range: Range<usize>,
    pub kind: ParagraphKind,
}

/// What the file says of itself outside of its text (front matter, HTML head).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    pub headline: Option<String>,
    pub outlet: Option<String>,
    pub author: Option<String>,
    pub date: Option<Date>,
    pub time: Option<ClockTime>,
    /// The article's own web address.
    pub address: Option<String>,
    pub language: Option<Language>,
    /// The web server that the text comes from: an outlet's name of last resort.
    pub host: Option<String>,
    /// Who made the file: an author of last resort.
    pub creator: Option<String>,
    /// The day the file was made: a date of last resort.
    pub created: Option<Date>,
}

impl Draft {
    /// Adds `range` of the text as a block, trimmed; nothing if it is only white space.
    pub fn push(&mut self, range: Range<usize>, kind: ParagraphKind) {
        let range = lines::trimmed(&self.text, range);
        if !range.is_empty() {
            self.blocks.push(Block { range, kind });
        }
    }

    pub fn block_text(&self, index: usize) -> &str {
        &self.text[self.blocks[index].range.clone()]
    }

    /// Adds another draft's text and blocks below, a blank line between. Its facts go.
    pub fn append(&mut self, other: Draft) {
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let shift = self.text.len();
        self.text.push_str(&other.text);
        let moved = |block: Block| Block { range: block.range.start + shift..block.range.end + shift, ..block };
        self.blocks.extend(other.blocks.into_iter().map(moved));
        self.warnings.extend(other.warnings);
    }

    /// Warns the reader of a file that breaks off in its middle.
    pub fn note_damage(&mut self, damaged: bool) {
        if damaged {
            self.warnings.push("the file is damaged: its text may break off".to_owned());
        }
    }

    /// Whether a blank line (and not only a line end) stands before block `index`.
    pub fn is_apart(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return true };
        let between = &self.text[self.blocks[before].range.end..self.blocks[index].range.start];
        between.bytes().filter(|byte| *byte == b'\n').count() != 1
    }
}

/// The host of a web address, without `www.`.
pub(super) fn host_of(url: &str) -> Option<String> {
    let rest = url.trim().split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?.trim_start_matches("www.");
    host.contains('.').then(|| host.to_owned())
}
