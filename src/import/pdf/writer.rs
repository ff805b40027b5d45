//! Paragraphs become the text of an article, a blank line between them; rows of a table stand on lines of their own.

use super::paragraphs::Paragraph;
use crate::import::draft::Draft;

pub(super) fn write(paragraphs: Vec<Paragraph>) -> Draft {
    let mut draft = Draft::default();
    let mut after_row = false;
    for paragraph in paragraphs {
        if !draft.text.is_empty() {
            draft.text.push_str(if after_row && paragraph.row { "\n" } else { "\n\n" });
        }
        let start = draft.text.len();
        // Soft hyphens within a line show nothing.
        draft.text.extend(paragraph.text.chars().filter(|letter| *letter != '\u{ad}'));
        draft.push(start..draft.text.len(), paragraph.kind);
        after_row = paragraph.row;
    }
    draft
}
