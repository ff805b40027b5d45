//! Lines become paragraphs: by the space between them, indents, short last lines, marks of lists, and letters' size.
//!
//! A paragraph goes on over the end of a column or page if its sentence does. Notes at the foot go to the end.

use super::columns::Line;
use super::hyphens::Vocabulary;
use super::marks::{marker, without_mark};
use super::rows;
use super::tables::{ALIGNED, table_rows};
use super::words::Word;
use crate::model::ParagraphKind::{self, Body, Heading, Headline, ListItem};

/// A line further below than this (of the usual distance) begins a paragraph.
const APART: f32 = 1.28;
/// Distance of lines where there are too few to measure it, of the font's size.
const USUAL_DISTANCE: f32 = 1.2;
/// Lines of one paragraph differ in size by less than this.
const SAME_SIZE: f32 = 1.1;
/// An indent, of the font's size.
const INDENT: f32 = 0.7;
/// Room (of the font's size) that must be left on a line beside the next word to say that it ended early.
const ROOM: f32 = 1.2;
/// Headings are larger than the text by this, and no longer (characters).
const LARGER: f32 = 1.1;
const LONGEST_HEADING: usize = 200;
/// Notes are smaller than the text by this.
const NOTE_SIZE: f32 = 0.94;

#[derive(Debug, PartialEq)]
pub(super) struct Paragraph {
    pub text: String,
    pub kind: ParagraphKind,
    /// A row of a table.
    pub row: bool,
}

/// A paragraph that lines are added to.
struct Open {
    text: String,
    first: Line,
    last: Line,
    item: bool,
    /// Cells with where they begin; empty outside of tables.
    cells: Vec<(f32, String)>,
}

/// What is usual in this file.
struct Usual {
    size: f32,
    bold: bool,
    /// Of the font's size.
    distance: f32,
}

pub(super) fn join(lines: Vec<Line>) -> Vec<Paragraph> {
    let usual = usual(&lines);
    let mut vocabulary = Vocabulary::default();
    lines.iter().for_each(|line| vocabulary.learn(&line.row.text()));
    let tables = table_rows(&lines);
    let notes = notes(&lines, &usual);
    let marked: Vec<(Line, bool, bool)> =
        lines.into_iter().zip(tables).zip(notes).map(|((line, table), note)| (line, table, note)).collect();
    let mut open: Vec<Open> = Vec::new();
    for wanted in [false, true] {
        let begun = open.len();
        for (line, table, note) in marked.iter().filter(|(line, _, note)| (*note || line.aside) == wanted) {
            let text = line.row.text();
            let marked = without_mark(&text).filter(|_| *note);
            let begun = if marked.is_some() { open.len() } else { begun };
            // Close before the first word, the mark would read as part of it.
            let spaced = marked.map(|rest| format!("{} {}", &text[..text.len() - rest.len()], rest.trim_start()));
            let text = spaced.unwrap_or(text);
            add(&mut open, begun, line, text, *table && !note, &vocabulary, &usual);
        }
    }
    let headline = headline(&open, &usual);
    open.into_iter().enumerate().map(|(index, open)| finish(open, headline == Some(index), &usual)).collect()
}

/// Size and weight of most letters, and the distance of most lines.
fn usual(lines: &[Line]) -> Usual {
    let mut sizes: Vec<(i32, bool, usize)> = Vec::new();
    for line in lines {
        let (size, bold) = ((line.row.size * 4.0).round() as i32, line.row.is_bold());
        let length = line.row.words.iter().map(|word| word.text.chars().count()).sum::<usize>();
        match sizes.iter_mut().find(|known| (known.0, known.1) == (size, bold)) {
            Some((_, _, count)) => *count += length,
            None => sizes.push((size, bold, length)),
        }
    }
    let most = sizes.into_iter().max_by_key(|(_, _, count)| *count);
    let (size, bold) = most.map_or((10.0, false), |(size, bold, _)| (size as f32 / 4.0, bold));
    let follows = |pair: &&[Line]| same_column(&pair[0], &pair[1]) && (pair[1].row.size / size - 1.0).abs() < 0.1;
    let mut distances: Vec<f32> = lines.windows(2).filter(follows).map(|pair| pair[1].row.y - pair[0].row.y).collect();
    distances.retain(|distance| (0.8 * size..3.0 * size).contains(distance));
    distances.sort_by(f32::total_cmp);
    // Spaces between paragraphs are among them: the usual distance is below the middle.
    let distance = distances.get(distances.len() * 2 / 5).map_or(USUAL_DISTANCE, |distance| distance / size);
    Usual { size, bold, distance }
}

pub(super) fn same_column(a: &Line, b: &Line) -> bool {
    (a.page, a.column) == (b.page, b.column)
}

/// Adds the line to the last paragraph, if that is not before `begun`, or begins another.
fn add(
    open: &mut Vec<Open>,
    begun: usize,
    line: &Line,
    text: String,
    table: bool,
    vocabulary: &Vocabulary,
    usual: &Usual,
) {
    let last = if open.len() > begun { open.last_mut() } else { None };
    if let Some(last) = last {
        if continues_cell(last, line, usual) {
            let start = line.row.x0();
            let near = |cell: &&mut (f32, String)| (cell.0 - start).abs() < ALIGNED * line.row.size;
            if let Some((_, cell)) = last.cells.iter_mut().find(near) {
                vocabulary.join(cell, &text);
                last.last = line.clone();
                return;
            }
        }
        if !table && last.cells.is_empty() && goes_on(last, line, &text, usual) {
            vocabulary.join(&mut last.text, &text);
            last.last = line.clone();
            return;
        }
    }
    let cell = |words: &[Word]| (words[0].x0, rows::text(words, line.row.size, line.row.y));
    let cells = if table { line.cells().into_iter().map(cell).collect() } else { Vec::new() };
    let item = !table && marker(&text).is_some();
    open.push(Open { text, first: line.clone(), last: line.clone(), item, cells });
}

/// Whether the line is the next line of a cell that is not its row's first.
fn continues_cell(open: &Open, line: &Line, usual: &Usual) -> bool {
    let start = line.row.x0();
    let below = same_column(&open.last, line) && line.row.y - open.last.row.y < APART * usual.distance * line.row.size;
    let later = open.cells.iter().skip(1).any(|(x0, _)| (x0 - start).abs() < ALIGNED * line.row.size);
    below && later && line.cells().len() == 1
}

/// Whether the line belongs to the paragraph.
fn goes_on(open: &Open, line: &Line, text: &str, usual: &Usual) -> bool {
    let (last, size) = (&open.last, open.last.row.size);
    let ratio = line.row.size / size;
    if !(1.0 / SAME_SIZE..SAME_SIZE).contains(&ratio) || line.row.is_bold() != last.row.is_bold() {
        return false;
    }
    if marker(text).is_some_and(|marker| !marker.is_dash || ends(&open.text)) {
        return false;
    }
    let small = text.starts_with(char::is_lowercase);
    if !same_column(last, line) {
        let full = last.right - last.row.x1() < 3.0 * size;
        let heading = size > LARGER * usual.size || (last.row.is_bold() && !usual.bold);
        return !heading && !line.aside && !ends(&open.text) && (small || full || open.text.ends_with('-'));
    }
    if line.row.y - last.row.y > APART * usual.distance * size.max(line.row.size) {
        return false;
    }
    if size > LARGER * usual.size || (small && !ends(&open.text)) {
        return true;
    }
    let indented = line.row.x0() - last.row.x0() > INDENT * size && !open.item;
    let hanging = open.item && line.row.x0() < open.first.row.x0() - INDENT * size;
    let word = line.row.words.first().map_or(0.0, |word| word.x1 - word.x0);
    let room = last.right - last.row.x1() > word + ROOM * size;
    !indented && !hanging && !room
}

/// Whether the text ends as a sentence does.
fn ends(text: &str) -> bool {
    let bare = text.trim_end_matches(|letter: char| "\"'»”’“)]".contains(letter) || "¹²³⁴⁵⁶⁷⁸⁹⁰".contains(letter));
    bare.ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Small lines below all others of a column, the first of them with a mark.
fn notes(lines: &[Line], usual: &Usual) -> Vec<bool> {
    let mut notes = vec![false; lines.len()];
    let is_small = |line: &Line| line.row.size < NOTE_SIZE * usual.size;
    let mut start = 0;
    for column in lines.chunk_by(same_column) {
        let small = column.iter().rev().take_while(|line| is_small(line)).count();
        let from = start + column.len() - small;
        let page = column[0].page;
        let above = lines[..from].iter().rev().take_while(|line| line.page == page).any(|line| !is_small(line));
        let marked = lines[from..from + small].iter().position(|line| without_mark(&line.row.text()).is_some());
        if let Some(marked) = marked.filter(|_| above) {
            notes[from + marked..from + small].fill(true);
        }
        start += column.len();
    }
    notes
}

/// The largest letters on the first page, if they are larger than the text.
fn headline(open: &[Open], usual: &Usual) -> Option<usize> {
    let first = open.iter().map(|open| open.first.page).min()?;
    let fits = |open: &&Open| {
        open.first.page == first && !open.first.aside && (10..=LONGEST_HEADING).contains(&open.text.chars().count())
    };
    let size = open.iter().filter(fits).map(|open| open.first.row.size).fold(0.0, f32::max);
    if size < LARGER * usual.size {
        return None;
    }
    open.iter().position(|open| fits(&open) && open.first.row.size >= size * 0.98)
}

fn finish(open: Open, headline: bool, usual: &Usual) -> Paragraph {
    if !open.cells.is_empty() {
        let text = open.cells.into_iter().map(|(_, cell)| cell).collect::<Vec<_>>().join(" | ");
        return Paragraph { text, kind: Body, row: true };
    }
    let row = &open.first.row;
    let short = open.text.chars().count() <= LONGEST_HEADING && open.text.chars().any(char::is_alphabetic);
    let larger = row.size > LARGER * usual.size;
    let bolder =
        row.is_bold() && !usual.bold && row.size > NOTE_SIZE * usual.size && !open.text.ends_with(['.', ';', ',']);
    let kind = match () {
        _ if headline => Headline,
        _ if short && (larger || bolder) => Heading,
        _ if open.item => ListItem,
        _ => Body,
    };
    let bullet = marker(&open.text).filter(|marker| marker.is_bullet || marker.is_dash && kind == ListItem);
    let text = bullet.map_or(open.text.as_str(), |marker| &open.text[marker.length..]).to_owned();
    Paragraph { text, kind, row: false }
}

#[cfg(test)]
mod tests {
    use super::super::rows::{Row, tests::word};
    use super::*;

    /// A line of 10 points with its left end, page, and how far down it is.
    fn line(text: &str, x0: f32, page: usize, y: f32) -> Line {
        let words: Vec<Word> = text
            .split(' ')
            .scan(x0, |x, part| {
                let word = word(part, *x, y, 10.0);
                *x = word.x1 + 3.0;
                Some(word)
            })
            .collect();
        Line { row: Row { words, y, size: 10.0 }, page, column: 0, right: 130.0, aside: false }
    }

    fn texts(lines: Vec<Line>) -> Vec<String> {
        join(lines).into_iter().map(|paragraph| paragraph.text).collect()
    }

    #[test]
    fn an_indent_and_a_short_last_line_begin_a_paragraph() {
        let lines = vec![
            line("The talks ended late on the", 10.0, 0, 12.0),
            line("first day of the week. Both", 0.0, 0, 24.0),
            line("sides agreed to meet.", 0.0, 0, 36.0),
            line("Nobody named the place now.", 10.0, 0, 48.0),
            line("It is to be Geneva.", 0.0, 0, 60.0),
            line("A note came from the palace.", 0.0, 0, 72.0),
        ];
        let expected = [
            "The talks ended late on the first day of the week. Both sides agreed to meet.",
            "Nobody named the place now. It is to be Geneva.",
            "A note came from the palace.",
        ];
        assert_eq!(texts(lines), expected);
    }

    #[test]
    fn a_sentence_goes_on_over_the_end_of_a_page_and_a_new_one_begins_anew() {
        let lines = vec![
            line("The talks ended late on the", 0.0, 0, 12.0),
            line("second day of the week.", 0.0, 1, 12.0),
            line("It was over.", 0.0, 2, 12.0),
        ];
        assert_eq!(texts(lines), ["The talks ended late on the second day of the week.", "It was over."]);
    }

    #[test]
    fn items_of_a_list_lose_their_bullets_but_not_their_numbers() {
        let lines =
            vec![line("• a hotline", 0.0, 0, 12.0), line("• a treaty", 0.0, 0, 24.0), line("2. a paper", 0.0, 0, 36.0)];
        let found = join(lines);
        assert!(found.iter().all(|paragraph| paragraph.kind == ListItem));
        let texts: Vec<&str> = found.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(texts, ["a hotline", "a treaty", "2. a paper"]);
    }
}
