//! What a format's reader hands over: the text, cut into blocks, and what the file says of itself.
//!
//! Blocks become paragraphs once their kinds are settled. The text never changes after this point.

use super::lines;
use crate::model::{Date, Language, ParagraphKind};
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
    pub date: Option<Date>,
    pub language: Option<Language>,
    /// The web server that the text comes from: an outlet's name of last resort.
    pub host: Option<String>,
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
