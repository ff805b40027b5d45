//! Tells the article from the page around it.
//!
//! The article stands in the deepest element that holds most of the page's prose (sentences outside of links, and
//! outside of elements that are named as something else). All other blocks are clutter; so are the labels and
//! links in it. Own rules; the idea of scoring by commas, length and links is that of Readability.

use super::super::draft::{Block, Draft};
use super::super::{kinds, lines};
use super::names::Hint;
use super::page::{BlockTag, Page, PageBlock};
use crate::model::ParagraphKind;
use std::ops::Range;

/// The shortest block (bytes) that counts as prose.
const SHORTEST_PROSE: usize = 50;
/// The share of a page's prose that its article must hold; above it, side stories and comments have a place.
const MOST_PROSE: f64 = 0.75;
/// An element that the page itself calls its article needs less, one that it calls the article's text still less.
const ENOUGH_FOR_ARTICLE: f64 = 0.4;
const ENOUGH_FOR_BODY: f64 = 0.2;
/// Of several elements with such a name the largest must hold this many times the next one's prose: else it is a list.
const AHEAD: usize = 2;
/// A name does not hide more than this share of a page's prose: a class "sidebar-right" on the whole page says nothing.
const MOST_HIDDEN_WEAK: f64 = 0.3;
const MOST_HIDDEN_STRONG: f64 = 0.7;
/// Letters that a heading must share with the page's own account of its headline.
const SHORTEST_HEADLINE: usize = 10;

/// Blocks with their kinds. The text stays with the page.
pub(super) fn draft(page: &Page) -> Draft {
    let prose = Sums::of(page.blocks.iter().enumerate().map(|(index, _)| prose(page, index)));
    let hidden = hidden(page, &prose);
    let visible =
        Sums::of((0..page.blocks.len()).map(|index| if hidden[index] { 0 } else { prose.of_range(index..index + 1) }));
    let article = article(page, &visible);
    let headline = headline(page, &article, &hidden, &visible);
    let inner = within(&article, headline, &visible);
    let mut draft = Draft::default();
    for (index, block) in page.blocks.iter().enumerate() {
        let kind = match () {
            () if headline == Some(index) => ParagraphKind::Headline,
            () if !inner.contains(&index) || hidden[index] => ParagraphKind::Clutter,
            () => kind(page, index, &article, &visible, headline.is_some()),
        };
        draft.blocks.push(Block { range: block.range.clone(), kind });
    }
    draft
}

/// Sums over ranges of blocks.
struct Sums(Vec<usize>);

impl Sums {
    fn of(values: impl Iterator<Item = usize>) -> Self {
        let mut sums = vec![0];
        let mut sum = 0;
        sums.extend(values.map(|value| {
            sum += value;
            sum
        }));
        Self(sums)
    }

    fn of_range(&self, range: Range<usize>) -> usize {
        self.0[range.end] - self.0[range.start]
    }

    fn total(&self) -> usize {
        *self.0.last().unwrap_or(&0)
    }
}

/// Bytes of prose in a block: those outside links, of a block that reads like sentences.
fn prose(page: &Page, index: usize) -> usize {
    let block = &page.blocks[index];
    let text = &page.text[block.range.clone()];
    let own = text.len().saturating_sub(block.links);
    let reads = text.contains([',', '.', '!', '?', '。', '،']) && !matches!(block.tag, BlockTag::Heading(_));
    if own >= SHORTEST_PROSE && block.links * 2 <= text.len() && reads { own } else { 0 }
}

/// Which blocks stand in elements that are named as something else than the article.
fn hidden(page: &Page, prose: &Sums) -> Vec<bool> {
    let total = prose.total() as f64;
    // One up where such an element begins, one down where it ends.
    let mut steps = vec![0_i32; page.blocks.len() + 1];
    for element in &page.elements {
        let most = match element.hint {
            Hint::Weak => MOST_HIDDEN_WEAK,
            Hint::Strong => MOST_HIDDEN_STRONG,
            Hint::None | Hint::Article | Hint::Body => continue,
        };
        if prose.of_range(element.blocks.clone()) as f64 <= total * most {
            steps[element.blocks.start] += 1;
            steps[element.blocks.end] -= 1;
        }
    }
    let mut depth = 0;
    steps[..page.blocks.len()]
        .iter()
        .map(|step| {
            depth += step;
            depth > 0
        })
        .collect()
}

/// The blocks of the article, as a run.
fn article(page: &Page, visible: &Sums) -> Range<usize> {
    let total = visible.total() as f64;
    let amount = |index: &usize| visible.of_range(page.elements[*index].blocks.clone());
    let named = named(page, visible, Hint::Body, ENOUGH_FOR_BODY)
        .or_else(|| named(page, visible, Hint::Article, ENOUGH_FOR_ARTICLE));
    let most =
        || (0..page.elements.len()).rev().find(|index| total > 0.0 && amount(index) as f64 >= total * MOST_PROSE);
    named.or_else(most).map_or(0..page.blocks.len(), |index| page.elements[index].blocks.clone())
}

/// The element of this name that holds enough of the page's prose, and far more than any other beside it.
fn named(page: &Page, visible: &Sums, hint: Hint, enough: f64) -> Option<usize> {
    let blocks = |index: usize| page.elements[index].blocks.clone();
    let amount = |index: usize| visible.of_range(blocks(index));
    let all = || (0..page.elements.len()).filter(|index| page.elements[*index].hint == hint);
    // The innermost of those that hold nearly the same.
    let best = all().max_by_key(|index| (amount(*index) * 10 / visible.total().max(1), *index))?;
    let beside = |index: &usize| blocks(*index).end <= blocks(best).start || blocks(*index).start >= blocks(best).end;
    let next = all().filter(beside).map(amount).max().unwrap_or(0);
    let much = amount(best) as f64 > visible.total() as f64 * enough;
    (much && amount(best) >= next * AHEAD).then_some(best)
}

/// The heading that says what the page gives as its headline; else a first-level heading; else one that opens the text.
fn headline(page: &Page, article: &Range<usize>, hidden: &[bool], visible: &Sums) -> Option<usize> {
    let letters =
        |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    let stated: Vec<String> = page.head.headlines().iter().map(|headline| letters(headline)).collect();
    let text = |index: usize| letters(&page.text[page.blocks[index].range.clone()]);
    let headings = || (0..article.end).filter(|index| matches!(page.blocks[*index].tag, BlockTag::Heading(_)));
    let says_it = |index: &usize| {
        let heading = text(*index);
        let long = heading.chars().count() >= SHORTEST_HEADLINE;
        stated.iter().any(|stated| {
            *stated == heading
                || (long
                    && (stated.starts_with(&heading)
                        || heading.starts_with(stated.as_str()) && stated.len() > SHORTEST_HEADLINE))
        })
    };
    let inside = headings().filter(|index| article.contains(index)).find(says_it);
    let above = || headings().rev().find(says_it);
    let first_level = |index: &usize| page.blocks[*index].tag == BlockTag::Heading(1) && !hidden[*index];
    let plain = || {
        (0..article.end)
            .filter(|index| page.blocks[*index].range.len() < 300)
            .find(|index| stated.contains(&text(*index)))
    };
    let opening = || headings().find(|index| article.contains(index) && visible.of_range(article.start..*index) == 0);
    let found =
        inside.or_else(above).or_else(|| headings().find(|index| article.contains(index) && first_level(index)));
    found
        .or_else(|| headings().take_while(|index| *index < article.start).filter(first_level).last())
        .or_else(plain)
        .or_else(opening)
}

/// The article's blocks with the standfirst between headline and text.
fn within(article: &Range<usize>, headline: Option<usize>, visible: &Sums) -> Range<usize> {
    let start = headline.filter(|headline| *headline < article.start).map_or(article.start, |headline| headline + 1);
    // Much text between the two is another story.
    let between = visible.of_range(start..article.start);
    if between * 4 <= visible.of_range(article.clone()) { start..article.end } else { article.clone() }
}

/// The kind of a block of the article.
fn kind(page: &Page, index: usize, article: &Range<usize>, visible: &Sums, has_headline: bool) -> ParagraphKind {
    let block = &page.blocks[index];
    let text = &page.text[block.range.clone()];
    let prose_above = visible.of_range(article.start.min(index)..index) > 0;
    let prose_below = visible.of_range(index..article.end) > visible.of_range(index..index + 1);
    let is_label = !lines::ends_sentence(text) && visible.of_range(index..index + 1) == 0;
    match block.tag {
        _ if is_about(block, text) && !prose_above => ParagraphKind::Meta,
        _ if block.links * 2 > text.len() && !reads_on(block, text) => ParagraphKind::Clutter,
        // Labels above the first and below the last paragraph: section names, counts of comments, tags. Above, one may
        // be the headline if none was found.
        BlockTag::Heading(_) if !prose_below => ParagraphKind::Clutter,
        BlockTag::Heading(_) => ParagraphKind::Heading,
        _ if is_label && kinds::is_meta_line(text) => ParagraphKind::Meta,
        _ if is_label && (!prose_below || !prose_above && has_headline) => ParagraphKind::Clutter,
        BlockTag::ListItem => ParagraphKind::ListItem,
        BlockTag::Quote => ParagraphKind::Quote,
        BlockTag::Plain => ParagraphKind::Body,
    }
}

/// Whether enough of a sentence stands outside of its links to be more than a list of them.
fn reads_on(block: &PageBlock, text: &str) -> bool {
    text.len().saturating_sub(block.links) >= SHORTEST_PROSE && lines::ends_sentence(text)
}

/// Byline and date: by the element's name and a short text, or by the words alone.
fn is_about(block: &PageBlock, text: &str) -> bool {
    let heading = matches!(block.tag, BlockTag::Heading(_));
    !heading
        && lines::is_short(text, 160)
        && (block.about && !(lines::ends_sentence(text) && lines::words(text) > 12) || kinds::is_meta_line(text))
}
