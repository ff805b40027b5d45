//! Words at one height become rows, with spaces between them where there are gaps.
//!
//! Small letters above the line (marks of notes) belong to their row.

use super::words::{WORD_GAP, Word};

/// Where letters end above and below the line they stand on, of the font's size.
const ABOVE: f32 = 0.75;
const BELOW: f32 = 0.2;
/// A word is in a row if this share of its height is.
const SHARED_HEIGHT: f32 = 0.5;
/// A raised mark is smaller than the row's letters by this, and higher by this share of their size.
const MARK_SIZE: f32 = 0.8;
const MARK_RISE: f32 = 0.15;
/// Digits of the longest mark of a note.
const LONGEST_MARK: usize = 3;
/// A gap (of the font's size) as wide as this is more than a space between words.
pub(super) const WIDE_GAP: f32 = 1.0;

/// Words at one height, from left to right; never empty.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub words: Vec<Word>,
    /// The line most letters stand on, and their size.
    pub y: f32,
    pub size: f32,
}

impl Row {
    pub fn x0(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.x0)
    }

    pub fn x1(&self) -> f32 {
        self.words.iter().map(|word| word.x1).fold(f32::MIN, f32::max)
    }

    /// Whether all but a few letters are bold.
    pub fn is_bold(&self) -> bool {
        let length = |bold: bool| {
            self.words.iter().filter(|word| word.bold == bold).map(|word| word.text.chars().count()).sum::<usize>()
        };
        length(true) > 9 * length(false)
    }

    pub fn text(&self) -> String {
        text(&self.words, self.size, self.y)
    }

    /// The row's pieces with wide gaps between them.
    pub fn pieces(&self, gap: f32) -> Vec<&[Word]> {
        let mut pieces = Vec::new();
        let mut start = 0;
        let mut end = f32::MIN;
        for (index, word) in self.words.iter().enumerate() {
            if index > start && word.x0 - end > gap * self.size {
                pieces.push(&self.words[start..index]);
                start = index;
            }
            end = end.max(word.x1);
        }
        pieces.push(&self.words[start..]);
        pieces
    }
}

/// Rows from the top down.
pub(super) fn rows(words: Vec<Word>) -> Vec<Row> {
    let mut words = words;
    words.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut rows: Vec<Row> = Vec::new();
    for word in words {
        // A row is open as long as words may still reach up into it: the last few are enough.
        let open = rows.iter_mut().rev().take(4).find(|row| share(row, &word) >= SHARED_HEIGHT);
        match open {
            Some(row) => {
                if word.size > row.size * 1.05 {
                    (row.y, row.size) = (word.y, word.size);
                }
                row.words.push(word);
            }
            None => rows.push(Row { y: word.y, size: word.size, words: vec![word] }),
        }
    }
    for row in &mut rows {
        settle(row);
    }
    rows.sort_by(|a, b| a.y.total_cmp(&b.y));
    rows
}

/// The share of the lower of both heights that they have in common.
fn share(row: &Row, word: &Word) -> f32 {
    let top = (row.y - ABOVE * row.size).max(word.y - ABOVE * word.size);
    let bottom = (row.y + BELOW * row.size).min(word.y + BELOW * word.size);
    (bottom - top) / ((ABOVE + BELOW) * row.size.min(word.size)).max(0.01)
}

/// Orders the words and finds the size that most letters have.
fn settle(row: &mut Row) {
    row.words.sort_by(|a, b| a.x0.total_cmp(&b.x0).then(a.order.cmp(&b.order)));
    let mut sizes: Vec<(f32, f32, usize)> = Vec::new();
    for word in &row.words {
        let length = word.text.chars().count();
        match sizes.iter_mut().find(|(size, _, _)| (size - word.size).abs() < 0.1 * word.size) {
            Some((_, _, count)) => *count += length,
            None => sizes.push((word.size, word.y, length)),
        }
    }
    if let Some((size, y, _)) = sizes.into_iter().max_by_key(|(_, _, count)| *count) {
        (row.size, row.y) = (size, y);
    }
}

/// The words as text. Digits raised above the line are marks of notes and stay so.
pub(super) fn text(words: &[Word], size: f32, y: f32) -> String {
    let mut text = String::new();
    let mut end = f32::MIN;
    for word in words {
        let mark = is_mark(word, size, y);
        if !text.is_empty() && word.x0 - end > WORD_GAP * size.min(word.size) && !(mark && word.x0 - end < 0.2 * size) {
            text.push(' ');
        }
        match mark {
            true => text.extend(word.text.chars().map(raised)),
            false => text.push_str(&word.text),
        }
        end = end.max(word.x1);
    }
    text
}

fn is_mark(word: &Word, size: f32, y: f32) -> bool {
    word.size < MARK_SIZE * size
        && y - word.y > MARK_RISE * size
        && word.text.len() <= LONGEST_MARK
        && word.text.bytes().all(|byte| byte.is_ascii_digit())
}

fn raised(digit: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digit.to_digit(10).map_or(digit, |value| RAISED[value as usize])
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A word of letters half as wide as they are high.
    pub fn word(text: &str, x0: f32, y: f32, size: f32) -> Word {
        let x1 = x0 + text.chars().count() as f32 * size / 2.0;
        Word { text: text.to_owned(), x0, x1, y, size, bold: false, order: 0 }
    }

    #[test]
    fn a_raised_digit_stays_with_its_word_as_the_mark_of_a_note() {
        let words = vec![word("1", 25.0, 96.0, 6.0), word("talks", 0.0, 100.0, 10.0), word("ended", 32.0, 100.0, 10.0)];
        let rows = rows(words);
        assert_eq!(rows.iter().map(Row::text).collect::<Vec<_>>(), ["talks¹ ended"]);
    }

    #[test]
    fn rows_with_little_space_between_them_stay_apart() {
        let words =
            vec![word("one", 0.0, 100.0, 10.0), word("two", 0.0, 110.0, 10.0), word("three", 20.0, 100.0, 10.0)];
        let rows = rows(words);
        assert_eq!(rows.iter().map(Row::text).collect::<Vec<_>>(), ["one three", "two"]);
    }
}
