//! Where the article stands among the lines: the run with the most prose and the fewest fragments.
//!
//! The idea is maximum subsequence segmentation (Pasternack and Roth, 2009), with an own score. Around that run short
//! lines are menus, links and forms; a sentence there is hidden only behind several of them.

use super::super::kinds;
use super::line::{Line, Shape};
use super::{ClutterKind, Phrases, Verdicts, set};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;
use std::ops::Range;

/// What a fragment costs, in words of prose: the article goes on behind it only if so much prose does.
const FRAGMENT: i64 = 10;
/// Fragments of so many words cost half: among them are titles, and sentences without their full stop.
const LONG_FRAGMENT: usize = 9;
/// The most that one line of prose brings (words): a single long line is no article.
const MOST_OF_LINE: usize = 40;
/// An article has so many lines of prose and words in them; with less there is nothing to tell from its surroundings.
const FEWEST_LINES: usize = 2;
const FEWEST_WORDS: usize = 30;
/// So many lines below the article that are no sentences are what the page left; fewer may be a signature or a place.
const FEWEST_BELOW: usize = 3;
/// So many of them may stand between two sentences of one article.
const MOST_BETWEEN: usize = 5;
/// The second of them has so many words: invitations to subscribe are shorter.
const FEWEST_BEHIND: usize = 20;
/// Behind so many of them a sentence is no longer the article's.
const BARRIER: usize = 3;
/// So many lines of clutter show that the text was copied from a page: labels above its headline are the page's then.
const FROM_PAGE: usize = 3;
/// A run outside of the article with this share of its words is perhaps another part of it.
const ANOTHER_PART: f64 = 0.5;
/// Such a part shares at least so much of its longer words with the article.
const SAME_THINGS: f64 = 0.35;
/// A sentence that shares more than this with the article is its own, even behind a menu.
const MOSTLY: f64 = 0.6;
/// Words of a name with its office.
const LONGEST_NAME: usize = 8;
/// A line so many lines further up must share one more word with the article to be its headline.
const LINES_TO_WORD: i64 = 4;
/// Words of a line with a copyright sign.
const LONGEST_COPYRIGHT: usize = 15;
/// What stands below it is the page's, if it is at most this part of what stands above.
const MOST_OF_COLOPHON: usize = 8;
/// So many labels in a row above the headline are a menu.
const MENU: usize = 4;
/// Words of a label in a menu.
const LABEL: usize = 5;
/// Letters by which words are compared: enough to tell them apart, few enough to pass over endings.
const STEM: usize = 5;
/// Words of the article that are looked up: a long report repeats its words in the first pages.
const VOCABULARY: usize = 20_000;
/// Lines above the article among which its headline is looked for.
const HEADLINE_WITHIN: usize = 400;
/// How many lines above the best-fitting one the headline may stand: a standfirst often fits better.
const ABOVE_STANDFIRST: usize = 3;

pub(super) fn judge(lines: &[Line], phrases: Phrases, verdicts: &mut Verdicts) {
    mark_copyright(lines, verdicts);
    let Some(mut body) = best_run(lines, verdicts, 0..lines.len()).filter(|run| is_article(&lines[run.clone()])) else {
        return;
    };
    body.end += list_after(lines, body.end, verdicts);
    body.end = last_prose(lines, body.end, verdicts);
    let article = Article { lines, body, known: OnceCell::new(), phrases };
    article.judge_below(verdicts);
    article.judge_above(verdicts);
}

/// The line with the sign, and what stands below it: the article is over.
fn mark_copyright(lines: &[Line], verdicts: &mut Verdicts) {
    let is_sign = |line: &Line| line.plain().starts_with('©') && line.words <= LONGEST_COPYRIGHT;
    for index in (0..lines.len()).filter(|index| is_sign(&lines[*index])) {
        set(verdicts, index..index + 1, ClutterKind::Copyright);
        if prose_words(&lines[index..]) * MOST_OF_COLOPHON <= prose_words(&lines[..index]) {
            set(verdicts, index + 1..lines.len(), ClutterKind::Box);
        }
    }
}

/// The run of lines within `range` that has the greatest sum of scores; `None` without any prose.
fn best_run(lines: &[Line], verdicts: &Verdicts, range: Range<usize>) -> Option<Range<usize>> {
    let (mut best, mut most) = (0..0, 0);
    let (mut start, mut sum) = (range.start, 0);
    for index in range {
        sum += score(&lines[index], verdicts[index]);
        if sum <= 0 {
            (start, sum) = (index + 1, 0);
        } else if sum > most {
            (best, most) = (start..index + 1, sum);
        }
    }
    (most > 0).then_some(best)
}

fn is_article(lines: &[Line]) -> bool {
    let prose = lines.iter().filter(|line| line.shape == Shape::Prose).count();
    prose >= FEWEST_LINES && prose_words(lines) >= FEWEST_WORDS
}

fn prose_words(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.shape == Shape::Prose).map(|line| line.words).sum()
}

fn score(line: &Line, verdict: Option<ClutterKind>) -> i64 {
    match line.shape {
        _ if verdict.is_some() => -FRAGMENT,
        Shape::Prose | Shape::Sentence => line.words.min(MOST_OF_LINE) as i64,
        Shape::Item => 0,
        Shape::Fragment if line.words >= LONG_FRAGMENT => -FRAGMENT / 2,
        Shape::Fragment => -FRAGMENT,
    }
}

/// Where the article ends if sentences that stand behind a few fragments are its own: headings, the lines of a list or
/// of a table without marks. Menus are longer.
fn last_prose(lines: &[Line], end: usize, verdicts: &Verdicts) -> usize {
    let (mut last, mut fragments) = (end, 0);
    for (index, line) in lines.iter().enumerate().skip(end) {
        if verdicts[index].is_some() || fragments > MOST_BETWEEN {
            break;
        }
        match line.shape {
            Shape::Prose if line.words >= FEWEST_BEHIND => (last, fragments) = (index + 1, 0),
            Shape::Fragment => fragments += 1,
            Shape::Prose | Shape::Sentence | Shape::Item => {}
        }
    }
    last
}

/// How many lines below the last sentence belong to a list that it opens.
fn list_after(lines: &[Line], end: usize, verdicts: &Verdicts) -> usize {
    let opens = end > 0 && lines[end - 1].text.trim_end().ends_with(':');
    let rest = || lines[end..].iter().zip(&verdicts[end..]).take_while(|(_, verdict)| verdict.is_none());
    let items = rest().take_while(|(line, _)| line.shape == Shape::Item).count();
    let any = rest().take_while(|(line, _)| line.shape == Shape::Item || opens && line.is_fragment()).count();
    if items > 1 || opens { items.max(any) } else { 0 }
}

/// Lines of which one run has been found to be the article.
struct Article<'a> {
    lines: &'a [Line<'a>],
    body: Range<usize>,
    /// The longer words of the body. Most articles have nothing around them that must be compared with it.
    known: OnceCell<FxHashSet<String>>,
    phrases: Phrases,
}

impl Article<'_> {
    fn judge_below(&self, verdicts: &mut Verdicts) {
        let below = self.body.end..self.lines.len();
        let is_about = |index: usize| kinds::is_meta(self.lines[index].text, self.phrases);
        let is_label = |index: usize| verdicts[index].is_some() || !is_sentence(&self.lines[index]) && !is_about(index);
        let labels: Vec<bool> = below.clone().map(is_label).collect();
        let all = labels.iter().filter(|label| **label).count();
        if all < FEWEST_BELOW
            || self.has_another_part(below.clone(), verdicts)
            || self.is_signed(below.clone(), verdicts)
        {
            return;
        }
        let mut barrier = 0;
        for (index, label) in below.zip(labels) {
            barrier += usize::from(label);
            let enclosed = barrier + 1 >= BARRIER && all > 2 * BARRIER;
            let behind = (barrier >= BARRIER || enclosed) && !(is_about(index) && barrier <= 2 * BARRIER);
            if label || behind && !self.speaks_of_it(index..index + 1, MOSTLY) {
                set(verdicts, index..index + 1, ClutterKind::Box);
            }
        }
    }

    /// Whether names stand under the text, as under a letter, or those of people present.
    fn is_signed(&self, below: Range<usize>, verdicts: &Verdicts) -> bool {
        let names = self.lines[below].iter().all(|line| is_name(line.text) && line.words <= LONGEST_NAME);
        names && verdicts.iter().all(Option::is_none)
    }

    /// Whether a run outside of the article may be a part of it: it is long, and speaks of the same things.
    fn has_another_part(&self, outside: Range<usize>, verdicts: &Verdicts) -> bool {
        best_run(self.lines, verdicts, outside).is_some_and(|run| {
            let words = prose_words(&self.lines[self.body.clone()]) as f64;
            prose_words(&self.lines[run.clone()]) as f64 > words * ANOTHER_PART && self.speaks_of_it(run, SAME_THINGS)
        })
    }

    /// Whether more than a share of the longer words of some lines are words of the article.
    fn speaks_of_it(&self, range: Range<usize>, share: f64) -> bool {
        let stems: Vec<String> = self.lines[range].iter().flat_map(|line| stems(line.text)).take(VOCABULARY).collect();
        self.shared(&stems) as f64 > stems.len() as f64 * share
    }

    fn shared(&self, stems: &[String]) -> usize {
        let known = self.known.get_or_init(|| vocabulary(&self.lines[self.body.clone()]));
        stems.iter().filter(|stem| known.contains(*stem)).count()
    }

    /// Everything above the headline, and menus below it, if the text was copied from a page.
    fn judge_above(&self, verdicts: &mut Verdicts) {
        let top = 0..self.body.start;
        let of_page = verdicts.iter().flatten().count() >= FROM_PAGE;
        let labels = self.lines[top.clone()].iter().filter(|line| !is_sentence(line)).count();
        if labels == 0 || !of_page && labels <= BARRIER || self.has_another_part(top.clone(), verdicts) {
            return;
        }
        let headline = self.lines[top].iter().position(|line| line.is_headline).or_else(|| self.headline(verdicts));
        let above = headline.unwrap_or(0);
        let barrier = (0..above).filter(|index| !is_sentence(&self.lines[*index])).count();
        for (index, line) in self.lines[..above].iter().enumerate() {
            let label = !is_sentence(line) && !kinds::is_meta(line.text, self.phrases);
            let behind = barrier > BARRIER && !self.speaks_of_it(index..index + 1, MOSTLY);
            if behind || label && of_page {
                set(verdicts, index..index + 1, ClutterKind::Navigation);
            }
        }
        let below = headline.map_or(0, |headline| headline + 1);
        for menu in menus(self.lines, below..self.body.start).into_iter().filter(|_| of_page) {
            set(verdicts, menu, ClutterKind::Navigation);
        }
    }

    /// The line above the article that shares its words, and stands near it. Menus speak of other things.
    fn headline(&self, verdicts: &Verdicts) -> Option<usize> {
        let end = self.body.start;
        let shared = |index: usize| {
            let stems = stems(self.lines[index].text);
            Some(self.shared(&stems)).filter(|shared| *shared > 1 && shared * 2 >= stems.len())
        };
        let fits = |index: usize| {
            let line = &self.lines[index];
            let shared =
                shared(index).filter(|_| verdicts[index].is_none() && line.plain.is_some() && line.words > 2)?;
            Some((shared as i64 * LINES_TO_WORD - (end - index) as i64, index))
        };
        let start = end.saturating_sub(HEADLINE_WITHIN);
        let (_, best) = (start..end).filter_map(fits).max()?;
        let mut above = best.saturating_sub(ABOVE_STANDFIRST).max(start)..best;
        Some(above.find(|index| fits(*index).is_some()).unwrap_or(best))
    }
}

/// Whether every longer word begins with a capital.
fn is_name(text: &str) -> bool {
    let longer = |word: &&str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 3;
    text.split_whitespace()
        .filter(longer)
        .all(|word| word.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_uppercase))
}

fn is_sentence(line: &Line) -> bool {
    matches!(line.shape, Shape::Prose | Shape::Sentence)
}

fn vocabulary(lines: &[Line]) -> FxHashSet<String> {
    lines.iter().flat_map(|line| stems(line.text)).take(VOCABULARY).collect()
}

/// The first letters of the longer words.
fn stems(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() >= STEM);
    words.map(|word| word.chars().take(STEM).collect::<String>().to_lowercase()).collect()
}

/// Runs of labels.
fn menus(lines: &[Line], range: Range<usize>) -> Vec<Range<usize>> {
    let is_label = |line: &Line| line.is_fragment() && line.words <= LABEL && !kinds::is_dated(line.text);
    let mut menus = Vec::new();
    let mut start = range.start;
    for run in lines[range].split_inclusive(|line| !is_label(line)) {
        let labels = run.len() - usize::from(!run.last().is_some_and(is_label));
        if labels >= MENU {
            menus.push(start..start + labels);
        }
        start += run.len();
    }
    menus
}
