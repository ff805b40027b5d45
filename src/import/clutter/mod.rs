//! Marks what the page around an article left behind.
//!
//! [`structure`] goes by shape, place and repetition: where the prose is, which short lines stand around it, what comes
//! twice. [`phrases`] knows what such lines say. Each carries most of it alone; measured apart by [`Phrases`]. A verdict
//! depends on its own article only. When in doubt a line stays: a hidden sentence of the article does more harm than a
//! visible line of menu.

mod comments;
mod line;
mod lists;
mod phrases;
mod repeats;
mod structure;

use super::draft::Draft;
use crate::model::{Article, Format, ParagraphKind};
use line::{Line, Plain};
use std::ops::Range;

/// Whether the lists of stock phrases take part. Without them is for measuring only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrases {
    Used,
    Off,
}

/// What sort of boilerplate a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClutterKind {
    Share,
    /// Menus, skip links, lists of sections and whatever else only steers.
    Navigation,
    /// Links to other articles.
    Box,
    /// Of a picture, and its credit.
    Caption,
    Newsletter,
    /// Readers' comments with all around them.
    Comments,
    Copyright,
    Advertisement,
    /// Says again what stands beside it.
    Doubled,
    /// Byline, date, source: about the article and no part of it.
    About,
}

impl ClutterKind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Navigation => "navigation",
            Self::Box => "box",
            Self::Caption => "caption",
            Self::Newsletter => "newsletter",
            Self::Comments => "comments",
            Self::Copyright => "copyright",
            Self::Advertisement => "advertisement",
            Self::Doubled => "doubled",
            Self::About => "about",
        }
    }
}

/// Verdicts by line; `None` stays.
type Verdicts = [Option<ClutterKind>];

/// Gives blocks the kind [`ParagraphKind::Clutter`].
pub(super) fn mark(draft: &mut Draft, format: Format, phrases: Phrases) {
    let indices = 0..draft.blocks.len();
    let plain = Plain::new(indices.clone().map(|index| draft.block_text(index)));
    let lines: Vec<Line> = indices.map(|index| Line::of_block(draft, &plain, index)).collect();
    let verdicts = judge(&lines, &plain, format, phrases);
    for (block, verdict) in draft.blocks.iter_mut().zip(verdicts) {
        if verdict.is_some() && block.kind != ParagraphKind::Headline {
            block.kind = ParagraphKind::Clutter;
        }
    }
}

/// What sort of boilerplate each paragraph is; `None` for those of the article. Clutter that only the page's markup
/// told from the article is taken for navigation.
pub fn clutter_kinds(article: &Article) -> Vec<Option<ClutterKind>> {
    let plain = Plain::new(article.paragraphs.iter().map(|paragraph| paragraph.span.text(&article.text)));
    let indices = 0..article.paragraphs.len();
    let lines: Vec<Line> = indices.map(|index| Line::of_paragraph(article, &plain, index)).collect();
    let verdicts = judge(&lines, &plain, article.format, Phrases::Used);
    let kind = |(paragraph, verdict): (&crate::model::Paragraph, Option<ClutterKind>)| match paragraph.kind {
        ParagraphKind::Clutter => Some(verdict.unwrap_or(ClutterKind::Navigation)),
        ParagraphKind::Meta => Some(ClutterKind::About),
        _ => None,
    };
    article.paragraphs.iter().zip(verdicts).map(kind).collect()
}

fn judge(lines: &[Line], plain: &Plain, format: Format, phrases: Phrases) -> Vec<Option<ClutterKind>> {
    let mut verdicts = vec![None; lines.len()];
    if phrases == Phrases::Used {
        phrases::judge(lines, plain, &mut verdicts);
    }
    repeats::judge(lines, &mut verdicts);
    comments::judge(lines, plain, phrases, &mut verdicts);
    // The markup of a page says more of its structure than its lines do. Documents have no page around them, but
    // headings, lists and tables, of which the lines look like menus.
    if matches!(format, Format::Txt | Format::Md | Format::Eml) {
        structure::judge(lines, phrases, &mut verdicts);
    }
    verdicts
}

/// Gives a verdict to those lines of `range` that have none.
fn set(verdicts: &mut Verdicts, range: Range<usize>, kind: ClutterKind) {
    for verdict in &mut verdicts[range] {
        verdict.get_or_insert(kind);
    }
}

#[cfg(test)]
mod tests;
