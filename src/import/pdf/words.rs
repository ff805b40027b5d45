//! Letters of a page become words: letters that follow each other on a line without a gap.
//!
//! A word drawn twice at one place (for a bold look, or a shadow) counts once. Which words make a line is found later.

use super::letters::{Drawn, Letter};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// A gap (of the font's size) that parts two words. Kerning stays below a tenth, a narrow space is a fifth.
pub(super) const WORD_GAP: f32 = 0.115;
/// How far (of the font's size) a letter may stand back over the one before it.
const OVERLAP: f32 = 0.5;
/// How far (of the font's size) a letter may stand above or below the one before it.
const UNEVEN: f32 = 0.12;
/// Words drawn twice are no further apart than this (of the font's size).
const SHADOW: f32 = 0.25;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub text: String,
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    /// Its place in the order of drawing.
    pub order: usize,
}

/// A page: its words level with the page, and those turned by other angles, each angle by itself.
#[derive(Default)]
pub(super) struct Sheet {
    pub words: Vec<Word>,
    pub turned: Vec<Vec<Word>>,
    pub height: f32,
}

pub(super) fn sheet(drawn: Drawn) -> Sheet {
    let mut by_turn: BTreeMap<i16, Vec<Letter>> = BTreeMap::new();
    for letter in drawn.letters {
        by_turn.entry(letter.turn).or_default().push(letter);
    }
    let main = by_turn.iter().max_by_key(|(_, letters)| letters.len()).map_or(0, |(turn, _)| *turn);
    let words = by_turn.remove(&main).map(|letters| words(&letters)).unwrap_or_default();
    let turned = by_turn.into_values().map(|letters| self::words(&letters)).collect();
    let height = if main % 180 == 0 { drawn.height } else { drawn.width };
    Sheet { words, turned, height }
}

fn words(letters: &[Letter]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for letter in letters {
        if letter.letter.is_whitespace() {
            open = false;
            continue;
        }
        match words.last_mut().filter(|word| open && follows(word, letter)) {
            Some(word) => {
                word.text.push(letter.letter);
                word.x1 = word.x1.max(letter.x1);
                word.bold &= letter.bold;
            }
            None => words.push(begin(letter, words.len())),
        }
        open = true;
    }
    without_shadows(words)
}

fn begin(letter: &Letter, order: usize) -> Word {
    Word {
        text: letter.letter.to_string(),
        x0: letter.x0,
        x1: letter.x1,
        y: letter.y,
        size: letter.size,
        bold: letter.bold,
        order,
    }
}

fn follows(word: &Word, letter: &Letter) -> bool {
    let size = word.size.max(letter.size);
    let gap = letter.x0 - word.x1;
    (letter.y - word.y).abs() < UNEVEN * size && gap < WORD_GAP * size && gap > -OVERLAP * size
}

fn without_shadows(words: Vec<Word>) -> Vec<Word> {
    let mut seen: FxHashSet<(String, i32, i32)> = FxHashSet::default();
    let place = |word: &Word| {
        let unit = (word.size * SHADOW).max(0.01);
        ((word.x0 / unit) as i32, (word.y / unit) as i32)
    };
    let mut kept = Vec::with_capacity(words.len());
    for word in words {
        let (x, y) = place(&word);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (x.saturating_add(dx), y.saturating_add(dy))));
        if around.into_iter().all(|(x, y)| !seen.contains(&(word.text.clone(), x, y))) {
            seen.insert((word.text.clone(), x, y));
            kept.push(word);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str, x: f32, y: f32) -> Vec<Letter> {
        let at = |(index, letter)| {
            let x0 = x + 5.0 * index as f32;
            Letter { letter, x0, x1: x0 + 5.0, y, size: 10.0, turn: 0, bold: false, font: 0 }
        };
        text.chars().enumerate().map(at).collect()
    }

    #[test]
    fn gaps_and_spaces_part_words() {
        let mut all = letters("No deal", 0.0, 10.0);
        all.extend(letters("yet", 37.0, 10.0));
        all.extend(letters("!", 54.0, 10.0));
        let found = words(&all);
        let found: Vec<&str> = found.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(found, ["No", "deal", "yet", "!"]);
    }

    #[test]
    fn a_word_drawn_twice_at_one_place_counts_once() {
        let mut all = letters("Talks Talks", 0.0, 10.0);
        all.extend(letters("Talks", 0.4, 10.0));
        assert_eq!(words(&all).len(), 2);
    }
}
