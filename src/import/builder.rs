//! Builds the text of an office file: paragraphs, tables as lines with ` | ` between cells, notes at the end.
//!
//! Paragraphs stand in scopes (a cell, a note, a text box), which may stand in the middle of another paragraph.

use super::draft::Draft;
use super::lines;
use crate::model::ParagraphKind;

/// A cell with more text (bytes) than this is part of a page that was laid out with a table: its paragraphs stay.
const LONGEST_CELL: usize = 400;
/// How far from the top (blocks) the document's title is looked for.
const TITLE_WITHIN: usize = 5;

/// A paragraph that is being written. Line ends in it were meant.
#[derive(Debug)]
pub(super) struct Paragraph {
    text: String,
    kind: ParagraphKind,
    /// A row of a table.
    row: bool,
}

#[derive(Default)]
pub(super) struct Builder {
    /// The innermost scope comes last; those of unclosed cells and notes are closed by [`Builder::finish`].
    scopes: Vec<Scope>,
    outer: Scope,
    notes: Vec<Paragraph>,
}

#[derive(Default)]
struct Scope {
    done: Vec<Paragraph>,
    open: Option<Paragraph>,
    /// What was found in the open paragraph and goes below it.
    after: Vec<Paragraph>,
    cells: Vec<Vec<Paragraph>>,
}

impl Scope {
    fn close(&mut self) {
        self.done.extend(self.open.take().filter(|paragraph| !paragraph.text.trim().is_empty()));
        self.done.append(&mut self.after);
    }
}

impl Builder {
    fn scope(&mut self) -> &mut Scope {
        self.scopes.last_mut().unwrap_or(&mut self.outer)
    }

    /// Begins a paragraph; the one before it in this scope is over.
    pub fn open(&mut self, kind: ParagraphKind) {
        self.close();
        self.scope().open = Some(Paragraph { text: String::new(), kind, row: false });
    }

    /// Adds to the open paragraph; begins one if none is open.
    pub fn text(&mut self, text: &str) {
        let body = || Paragraph { text: String::new(), kind: ParagraphKind::Body, row: false };
        let paragraph = self.scope().open.get_or_insert_with(body);
        paragraph.text.extend(text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')));
    }

    /// What the open paragraph says so far.
    pub fn written(&mut self) -> &str {
        self.scope().open.as_ref().map_or("", |paragraph| &paragraph.text)
    }

    pub fn is_open(&self) -> bool {
        self.scopes.last().unwrap_or(&self.outer).open.is_some()
    }

    pub fn set_kind(&mut self, kind: ParagraphKind) {
        if let Some(paragraph) = &mut self.scope().open {
            paragraph.kind = kind;
        }
    }

    /// Makes the open paragraph an item of a list, unless it is a numbered heading.
    pub fn set_list_item(&mut self) {
        if let Some(paragraph) = self.scope().open.as_mut().filter(|paragraph| paragraph.kind == ParagraphKind::Body) {
            paragraph.kind = ParagraphKind::ListItem;
        }
    }

    pub fn close(&mut self) {
        self.scope().close();
    }

    /// Begins a cell, a note, or a text box.
    pub fn enter(&mut self) {
        self.scopes.push(Scope::default());
    }

    /// Ends it; what stands in it goes where the caller says.
    pub fn leave(&mut self) -> Vec<Paragraph> {
        let mut scope = self.scopes.pop().unwrap_or_default();
        scope.close();
        scope.end_row();
        scope.done
    }

    /// A cell of the open row.
    pub fn cell(&mut self, paragraphs: Vec<Paragraph>) {
        self.scope().cells.push(paragraphs);
    }

    pub fn end_row(&mut self) {
        self.close();
        self.scope().end_row();
    }

    /// What goes below the open paragraph: a text box.
    pub fn below(&mut self, paragraphs: Vec<Paragraph>) {
        self.scope().after.extend(paragraphs);
    }

    /// What goes to the end of the document.
    pub fn note(&mut self, paragraphs: Vec<Paragraph>) {
        self.notes.extend(paragraphs);
    }

    /// The document as a draft. What a damaged file left open is closed.
    pub fn finish(mut self) -> Draft {
        while !self.scopes.is_empty() {
            let paragraphs = self.leave();
            self.below(paragraphs);
        }
        self.close();
        self.outer.end_row();
        let mut draft = Draft::default();
        let mut after_row = false;
        for paragraph in self.outer.done.into_iter().chain(self.notes) {
            write(&mut draft, &paragraph, after_row);
            after_row = paragraph.row;
        }
        draft
    }
}

impl Scope {
    /// Cells become a line; those of a page laid out as a table become its paragraphs.
    fn end_row(&mut self) {
        let length = |cell: &Vec<Paragraph>| cell.iter().map(|paragraph| paragraph.text.len()).sum::<usize>();
        let cells = std::mem::take(&mut self.cells);
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        if filled < 2 || cells.iter().any(|cell| length(cell) > LONGEST_CELL) {
            self.done.extend(cells.into_iter().flatten());
            return;
        }
        let joined = |cell: &Vec<Paragraph>| {
            lines::joined(&cell.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join(" "))
        };
        let text = cells.iter().map(joined).collect::<Vec<_>>().join(" | ");
        self.done.push(Paragraph { text, kind: ParagraphKind::Body, row: true });
    }
}

/// A line end ends a paragraph as in plain text, unless it stands in a heading or in the middle of a sentence.
fn write(draft: &mut Draft, paragraph: &Paragraph, after_row: bool) {
    let heading = matches!(paragraph.kind, ParagraphKind::Heading | ParagraphKind::Headline);
    let mut start: Option<usize> = None;
    for line in paragraph.text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        let goes_on = start.filter(|_| heading || lines::is_mid_sentence(&draft.text, line));
        match (goes_on, start) {
            (Some(_), _) => draft.text.push(' '),
            (None, Some(begun)) => {
                draft.push(begun..draft.text.len(), paragraph.kind);
                draft.text.push('\n');
            }
            (None, None) if draft.text.is_empty() => {}
            (None, None) => draft.text.push_str(if after_row && paragraph.row { "\n" } else { "\n\n" }),
        }
        start = goes_on.or(Some(draft.text.len()));
        draft.text.push_str(line);
    }
    if let Some(begun) = start {
        draft.push(begun..draft.text.len(), paragraph.kind);
    }
}

/// Of several title paragraphs the first is the headline. Without one, a line near the top that says what the file's
/// own title says; of a file without title, a heading above all text.
pub(super) fn settle_headline(draft: &mut Draft) {
    let letters =
        |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    let title = draft.facts.headline.as_deref().map(letters).filter(|title| !title.is_empty());
    let mut top = 0..draft.blocks.len().min(TITLE_WITHIN);
    let titled = draft.blocks.iter().position(|block| block.kind == ParagraphKind::Headline);
    let named = || top.find(|index| Some(letters(draft.block_text(*index))) == title);
    let heading = || (title.is_none() && draft.blocks.first()?.kind == ParagraphKind::Heading).then_some(0);
    let Some(headline) = titled.or_else(named).or_else(heading) else { return };
    for (index, block) in draft.blocks.iter_mut().enumerate() {
        match block.kind {
            _ if index == headline => block.kind = ParagraphKind::Headline,
            ParagraphKind::Headline => block.kind = ParagraphKind::Heading,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ParagraphKind::{Body, Heading};

    fn cell(builder: &mut Builder, text: &str) {
        builder.enter();
        builder.open(Body);
        builder.text(text);
        let paragraphs = builder.leave();
        builder.cell(paragraphs);
    }

    #[test]
    fn rows_are_lines_and_pages_in_tables_stay_pages() {
        let mut builder = Builder::default();
        for (left, right) in [("a", "b"), ("c", ""), ("d", &"Long prose. ".repeat(50))] {
            cell(&mut builder, left);
            cell(&mut builder, right);
            builder.end_row();
        }
        let draft = builder.finish();
        let expected = format!("a | b\n\nc\n\nd\n\n{}", "Long prose. ".repeat(50).trim());
        assert_eq!(draft.text, expected);
    }

    #[test]
    fn a_box_goes_below_its_paragraph_and_a_note_to_the_end() {
        let mut builder = Builder::default();
        builder.open(Heading);
        builder.text("Before");
        for name in ["box", "note"] {
            builder.enter();
            builder.text(name);
            let paragraphs = builder.leave();
            if name == "box" { builder.below(paragraphs) } else { builder.note(paragraphs) }
        }
        builder.text("\nand after");
        builder.open(Body);
        builder.text("One.\nTwo\nand three.");
        assert_eq!(builder.finish().text, "Before and after\n\nbox\n\nOne.\nTwo and three.\n\nnote");
    }

    #[test]
    fn what_was_left_open_is_kept() {
        let mut builder = Builder::default();
        builder.enter();
        cell(&mut builder, "a");
        cell(&mut builder, "b");
        builder.enter();
        builder.text("c");
        assert_eq!(builder.finish().text, "c\n\na | b");
    }
}
