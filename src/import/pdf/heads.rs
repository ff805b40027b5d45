//! Running heads and feet: lines near the edge of a page that come again at the same height on a page nearby.
//!
//! Digits do not count, so page numbers are found as well; on a single page only what says that it is one.

use super::rows::{Row, rows};
use super::words::{Sheet, Word};

/// Rows looked at from either edge.
const ROWS_AT_EDGE: usize = 3;
/// Pages looked at before and after: left and right pages have heads of their own.
const PAGES_AROUND: usize = 2;
/// Heads stand in this share of the page from either edge.
const HEAD_ZONE: f32 = 0.16;
/// Above this share of all words, what comes again is not heads but the text of slides or forms.
const MOST_DROPPED: f32 = 0.4;
/// How far (of a page's height) heads of two pages may stand apart.
const SAME_HEIGHT: f32 = 0.012;
/// A page number by itself stands in this share of the page from either edge.
const EDGE: f32 = 0.12;
/// Words beside the numbers in a line that counts pages, in small letters.
const COUNTING: &[&str] =
    &["page", "of", "p", "pg", "seite", "von", "s", "стр", "страница", "из", "с", "сторінка", "з"];

/// A row near the edge.
struct Edge {
    words: Vec<Word>,
    key: String,
    y: f32,
}

/// Drops them.
pub(super) fn drop(sheets: &mut [Sheet]) {
    let count = |sheets: &[Sheet]| sheets.iter().map(|sheet| sheet.words.len()).sum::<usize>() as f32;
    let before: Vec<Vec<Word>> = sheets.iter().map(|sheet| sheet.words.clone()).collect();
    let all = count(sheets);
    drop_repeated(sheets);
    if count(sheets) < (1.0 - MOST_DROPPED) * all {
        for (sheet, words) in sheets.iter_mut().zip(before) {
            sheet.words = words;
        }
    }
}

fn drop_repeated(sheets: &mut [Sheet]) {
    let edges: Vec<Vec<Edge>> = sheets.iter().map(edges).collect();
    for number in 0..sheets.len() {
        let from = number.saturating_sub(PAGES_AROUND);
        let to = (number + PAGES_AROUND + 1).min(sheets.len());
        let sheet = &mut sheets[number];
        let close = SAME_HEIGHT * sheet.height;
        let again = |edge: &Edge| {
            let same = |other: &Edge| other.key == edge.key && (other.y - edge.y).abs() < close;
            (from..to).any(|page| page != number && edges[page].iter().any(same))
        };
        let within = |y: f32, share: f32| y < share * sheet.height || y > (1.0 - share) * sheet.height;
        for edge in &edges[number] {
            let counted = within(edge.y, EDGE) && counts_pages(&edge.key, &edge.words, number + 1);
            if counted || within(edge.y, HEAD_ZONE) && again(edge) {
                sheet.words.retain(|word| !edge.words.contains(word));
            }
        }
    }
}

fn edges(sheet: &Sheet) -> Vec<Edge> {
    let mut rows = rows(sheet.words.clone());
    let tail = rows.len().saturating_sub(ROWS_AT_EDGE).max(ROWS_AT_EDGE.min(rows.len()));
    let foot = rows.split_off(tail);
    rows.truncate(ROWS_AT_EDGE);
    rows.into_iter().chain(foot).map(edge).collect()
}

fn edge(row: Row) -> Edge {
    let text = row.text().to_lowercase();
    let mut key = String::new();
    for letter in text.chars().filter(|letter| letter.is_alphanumeric()) {
        match letter.is_numeric() {
            true if key.ends_with('#') => {}
            true => key.push('#'),
            false => key.push(letter),
        }
    }
    // Roman numbers count pages of a preface.
    if !key.is_empty() && key.chars().all(|letter| "ivxlc".contains(letter)) {
        key = "#".to_owned();
    }
    Edge { y: row.y, words: row.words, key }
}

/// "Page 3 of 7", "– 3 –", "3/7": nothing else stands in the line. A bare number counts if it is the page's own.
fn counts_pages(key: &str, words: &[Word], page: usize) -> bool {
    let text = words.iter().map(|word| word.text.to_lowercase()).collect::<Vec<_>>().join(" ");
    let mut parts = text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let number = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    match key {
        "#" => text.split(|letter: char| !letter.is_ascii_digit()).any(|part| part == page.to_string()),
        _ => key.contains('#') && parts.all(|part| number(part) || COUNTING.contains(&part)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::tests::word;
    use super::*;

    fn page(head: &str, body: &str, foot: &str) -> Sheet {
        let body = (0..8).map(|row| word(&format!("{body}{row}"), 50.0, 100.0 + 20.0 * row as f32, 10.0));
        let words = body.chain([word(head, 50.0, 30.0, 10.0), word(foot, 250.0, 770.0, 10.0)]).collect();
        Sheet { words, turned: Vec::new(), height: 800.0 }
    }

    fn left(sheet: &Sheet) -> bool {
        sheet.words.iter().any(|word| word.y < 90.0 || word.y > 700.0)
    }

    #[test]
    fn heads_that_come_again_two_pages_on_are_dropped() {
        let mut sheets = ["The-Ledger", "No-1,December", "The-Ledger", "No-2,December"]
            .iter()
            .zip(["first", "second", "third", "fourth"])
            .map(|(head, body)| page(head, body, "12"))
            .collect::<Vec<_>>();
        drop(&mut sheets);
        assert!(sheets.iter().all(|sheet| !left(sheet) && sheet.words.len() == 8));
    }

    #[test]
    fn a_single_page_keeps_its_headline_but_not_its_number() {
        for (foot, dropped) in [("1", true), ("Page-1-of-1", true), ("–1–", true), ("2021", false), ("Geneva", false)]
        {
            let mut sheets = [page("Talks-end", "body", foot)];
            drop(&mut sheets);
            assert_eq!(sheets[0].words.len(), if dropped { 9 } else { 10 }, "{foot}");
        }
    }
}
