//! A paragraph's passages cut at all their bounds: pieces with sets of topics, fills, lanes of underlines.
//!
//! Pure: spans in, spans out. Nothing here knows where on the screen a letter stands.

use crate::model::{Passage, Span, TopicIx, TopicTree};
use std::collections::BTreeSet;
use std::ops::Range;

/// Underlines under one word; what is more than that is told by the tooltip.
pub const LANES: usize = 3;

/// A stretch of text with all the passages that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub span: Span,
    /// Indices of the article's passages, in their order.
    pub passages: Vec<usize>,
}

/// What the reader has singled out.
#[derive(Clone, Debug, Default)]
pub struct Emphasis {
    /// The selected topic and those below it, as indices of topics.
    pub topics: Option<Range<usize>>,
    /// Index of the selected passage.
    pub passage: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Another topic is selected.
    Pale,
    Normal,
    /// The selected passage.
    Strong,
}

/// A tint behind the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fill {
    pub span: Span,
    pub topic: TopicIx,
    pub strength: Strength,
}

/// A line under words that speak for a passage. Lane 0 is the closest to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Underline {
    pub span: Span,
    pub topic: TopicIx,
    pub lane: usize,
}

/// Which topics are drawn: those that are not hidden and stand under none that is. By index of topic.
pub fn visible_topics(tree: &TopicTree, hidden: &BTreeSet<TopicIx>) -> Vec<bool> {
    let mut visible: Vec<bool> = Vec::with_capacity(tree.len());
    for (ix, topic) in tree.iter() {
        let above = topic.parent.is_none_or(|parent| visible[parent.index()]);
        visible.push(above && !hidden.contains(&ix));
    }
    visible
}

/// Indices of the passages that start inside `paragraph`. `passages` are sorted by place.
pub fn within(passages: &[Passage], paragraph: Span) -> Range<usize> {
    let first = passages.partition_point(|passage| passage.span.start < paragraph.start);
    let count = passages[first..].partition_point(|passage| passage.span.start < paragraph.end);
    first..first + count
}

/// Cuts the passages of `range` whose topics are visible into pieces, in the order of the text.
pub fn cut(passages: &[Passage], range: Range<usize>, visible: &[bool]) -> Vec<Piece> {
    let shown: Vec<usize> = range.filter(|index| visible[passages[*index].topic.index()]).collect();
    let mut bounds: Vec<u32> =
        shown.iter().flat_map(|index| [passages[*index].span.start, passages[*index].span.end]).collect();
    bounds.sort_unstable();
    bounds.dedup();
    let mut pieces = Vec::new();
    let (mut next, mut active): (usize, Vec<usize>) = (0, Vec::new());
    for pair in bounds.windows(2) {
        let span = Span { start: pair[0], end: pair[1] };
        while next < shown.len() && passages[shown[next]].span.start <= span.start {
            active.push(shown[next]);
            next += 1;
        }
        active.retain(|index| passages[*index].span.end > span.start);
        if !active.is_empty() {
            pieces.push(Piece { span, passages: active.clone() });
        }
    }
    pieces
}

/// The tints behind the pieces: neighbours alike are one, and the white space between two passages of
/// one topic belongs to them.
pub fn fills(text: &str, passages: &[Passage], pieces: &[Piece], emphasis: &Emphasis) -> Vec<Fill> {
    let mut fills: Vec<Fill> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut fill = face(passages, piece, emphasis);
        if let Some(last) = fills.last_mut()
            && last.topic == fill.topic
            && text[last.span.end as usize..fill.span.start as usize].trim().is_empty()
        {
            if last.strength == fill.strength {
                last.span.end = fill.span.end;
                continue;
            }
            // The space between them goes to the weaker one, so that the selected passage keeps its bounds.
            if last.strength < fill.strength {
                last.span.end = fill.span.start;
            } else {
                fill.span.start = last.span.end;
            }
        }
        fills.push(fill);
    }
    fills
}

/// The topic that colours a piece: the selected passage's, else one that is selected, else the first.
fn face(passages: &[Passage], piece: &Piece, emphasis: &Emphasis) -> Fill {
    let span = piece.span;
    let topic = |index: &usize| passages[*index].topic;
    if let Some(selected) = emphasis.passage.filter(|index| piece.passages.contains(index)) {
        return Fill { span, topic: topic(&selected), strength: Strength::Strong };
    }
    let Some(selected) = &emphasis.topics else {
        return Fill { span, topic: topic(&piece.passages[0]), strength: Strength::Normal };
    };
    match piece.passages.iter().map(topic).find(|topic| selected.contains(&topic.index())) {
        Some(topic) => Fill { span, topic, strength: Strength::Normal },
        None => Fill { span, topic: topic(&piece.passages[0]), strength: Strength::Pale },
    }
}

/// Lines under the matched words of the visible passages of `range`. Words of one passage that follow each
/// other have one line; where two topics share a word their lines are stacked.
pub fn underlines(text: &str, passages: &[Passage], range: Range<usize>, visible: &[bool]) -> Vec<Underline> {
    let mut words: Vec<(Span, TopicIx)> = Vec::new();
    for passage in passages[range].iter().filter(|passage| visible[passage.topic.index()]) {
        let first = words.len();
        for word in passage.matched_words() {
            match words[first..].last_mut() {
                Some((last, _)) if text[last.end as usize..word.start as usize].trim().is_empty() => {
                    last.end = word.end
                }
                _ => words.push((word, passage.topic)),
            }
        }
    }
    words.sort_unstable();
    words.dedup();
    let mut ends = [0; LANES];
    let mut lines = Vec::with_capacity(words.len());
    for (span, topic) in words {
        if let Some(lane) = ends.iter().position(|end| *end <= span.start) {
            ends[lane] = span.end;
            lines.push(Underline { span, topic, lane });
        }
    }
    lines
}

/// The passage that a click on a piece selects: the next one if one of them is selected already, else one
/// of the selected topic, else the first.
pub fn pick(passages: &[Passage], piece: &Piece, emphasis: &Emphasis) -> usize {
    let selected = emphasis.passage.and_then(|index| piece.passages.iter().position(|passage| *passage == index));
    if let Some(place) = selected {
        return piece.passages[(place + 1) % piece.passages.len()];
    }
    let topics = emphasis.topics.clone().unwrap_or_default();
    let of_topic = piece.passages.iter().find(|index| topics.contains(&passages[**index].topic.index()));
    *of_topic.unwrap_or(&piece.passages[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Origin, Reason};
    use proptest::prelude::*;

    fn passage(topic: usize, start: usize, end: usize) -> Passage {
        let span = Span::new(start, end);
        let reasons = vec![Reason { rule: 0, spans: vec![span], context: Vec::new() }];
        Passage {
            topic: TopicIx::new(topic),
            span,
            paragraph: 0,
            sentence: 0,
            origin: Origin::Rule,
            reasons,
            kept: false,
        }
    }

    fn whole(passages: &[Passage]) -> Vec<Piece> {
        cut(passages, 0..passages.len(), &[true; 9])
    }

    #[test]
    fn sentences_of_one_topic_are_one_fill_and_the_space_between_is_in_it() {
        let text = "One. Two. Three.";
        let passages = [passage(1, 0, 4), passage(1, 5, 9), passage(2, 10, 16)];
        let fills = fills(text, &passages, &whole(&passages), &Emphasis::default());
        let found: Vec<_> = fills.iter().map(|fill| (fill.span.text(text), fill.topic.index())).collect();
        assert_eq!(found, [("One. Two.", 1), ("Three.", 2)]);
    }

    #[test]
    fn the_selected_passage_keeps_its_bounds_and_other_topics_step_back() {
        let text = "One. Two. Three.";
        let passages = [passage(1, 0, 4), passage(1, 5, 9), passage(2, 10, 16)];
        let emphasis = Emphasis { topics: Some(1..2), passage: Some(1) };
        let fills = fills(text, &passages, &whole(&passages), &emphasis);
        let found: Vec<_> = fills.iter().map(|fill| (fill.span.text(text), fill.strength)).collect();
        assert_eq!(found, [("One. ", Strength::Normal), ("Two.", Strength::Strong), ("Three.", Strength::Pale)]);
    }

    #[test]
    fn a_second_click_goes_on_to_the_next_topic() {
        let passages = [passage(1, 0, 4), passage(3, 0, 4)];
        let piece = &whole(&passages)[0];
        let with = |topics, passage| pick(&passages, piece, &Emphasis { topics, passage });
        assert_eq!(with(None, None), 0);
        assert_eq!(with(Some(3..4), None), 1);
        assert_eq!(with(Some(3..4), Some(1)), 0);
        assert_eq!(with(Some(1..2), Some(0)), 1);
    }

    #[test]
    fn two_topics_under_one_word_have_two_lanes_and_a_fourth_has_none() {
        let passages: Vec<Passage> = (1..5).map(|topic| passage(topic, 0, 4)).collect();
        let lanes: Vec<usize> =
            underlines("Kyiv", &passages, 0..4, &[true; 9]).iter().map(|underline| underline.lane).collect();
        assert_eq!(lanes, [0, 1, 2]);
    }

    proptest! {
        #[test]
        fn every_byte_has_exactly_the_passages_that_cover_it(
            spans in prop::collection::vec((0..5_usize, 0..40_usize, 1..20_usize), 0..14),
            hidden in 0..5_usize,
        ) {
            let mut passages: Vec<Passage> =
                spans.into_iter().map(|(topic, start, length)| passage(topic, start, start + length)).collect();
            passages.sort_by_key(|passage| passage.span);
            let visible: Vec<bool> = (0..5).map(|topic| topic != hidden).collect();
            let pieces = cut(&passages, 0..passages.len(), &visible);
            prop_assert!(pieces.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            for byte in 0..60 {
                let expected: Vec<usize> = (0..passages.len())
                    .filter(|index| passages[*index].span.contains(byte) && passages[*index].topic.index() != hidden)
                    .collect();
                let found = pieces.iter().find(|piece| piece.span.contains(byte));
                prop_assert_eq!(found.map(|piece| piece.passages.clone()).unwrap_or_default(), expected);
            }
        }
    }
}
