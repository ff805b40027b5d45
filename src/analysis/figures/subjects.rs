//! What all reports on talks give figures of, whatever their language and words: how long they were, how many troops
//! there are, and when the next talks are.

use super::{Differing, FigureReader, Measure, Placed, disagreeing, words};
use crate::analysis::rounds::Rounds;
use crate::analysis::statements::Statements;
use crate::analysis::statements::kindred::is_talk;
use crate::model::{Article, ArticleIx};
use crate::text::words::words as cut;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Sentences in which a report says how long its talks were; further down it speaks of others.
const LEAD: usize = 12;
/// Seconds that talks take.
const LENGTHS: std::ops::Range<u64> = 300..86_400;
/// Of troops that are massed; fewer are a unit, an exercise, a country's help. In thousandths.
const FEWEST_TROOPS: u64 = 30_000 * 1_000;
/// Beginnings of verbs that say how long.
const LASTED: &str =
    "last spoke spent met duré parl entretenu dauer gesprochen длил продолж говорил заня общал трива спілкув";

/// What differs among the articles of each round.
pub(super) fn of_rounds(
    articles: &[Arc<Article>],
    statements: &Statements,
    rounds: &Rounds,
    reader: &mut FigureReader,
) -> Vec<Differing> {
    let mut found = Vec::new();
    for round in rounds.list.iter().filter(|round| round.articles.len() > 1) {
        let mut by_measure: BTreeMap<Measure, Vec<Placed>> = BTreeMap::new();
        for ix in &round.articles {
            for placed in of_article(&articles[ix.index()], *ix, reader) {
                by_measure.entry(placed.figure.measure.clone()).or_default().push(placed);
            }
        }
        for (measure, placed) in by_measure {
            let given = disagreeing(&placed);
            let mut told = given.iter().flat_map(|given| statements.of(given.article, given.sentence));
            if let Some(statement) = told.next() {
                found.push(Differing { statement: *statement, measure, given });
            }
        }
    }
    found
}

/// How long its talks were, by what it says first of that; how many troops there are; on which day there are talks
/// somewhere.
fn of_article(article: &Article, ix: ArticleIx, reader: &mut FigureReader) -> Vec<Placed> {
    let (mut found, mut length) = (Vec::new(), None);
    for (number, sentence) in article.sentences.iter().enumerate() {
        if !article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
            continue;
        }
        for figure in reader.figures(article, number) {
            let is_subject = match &figure.measure {
                Measure::Count(thing) => thing == words::TROOPS && figure.value >= FEWEST_TROOPS,
                Measure::Day(place) => !place.is_empty() && is_of_talks(article, number),
                Measure::Duration if number < LEAD && LENGTHS.contains(&figure.value) => {
                    let is_first = length.is_none_or(|length| length == figure.value);
                    is_first && (number == 0 || is_of_talks(article, number))
                }
                _ => false,
            };
            if is_subject {
                if figure.measure == Measure::Duration {
                    length = Some(figure.value);
                }
                found.push(Placed { article: ix, sentence: number as u32, figure });
            }
        }
    }
    found
}

/// Whether a sentence is about talks, or says how long something was.
fn is_of_talks(article: &Article, sentence: usize) -> bool {
    let span = article.sentences[sentence].span;
    let mut spans = Vec::new();
    cut(span.text(&article.text), span.start as usize, article.language, &mut spans);
    spans.iter().any(|span| {
        let word = span.text(&article.text);
        is_talk(article.language, word) || LASTED.split(' ').any(|begin| word.to_lowercase().starts_with(begin))
    })
}
