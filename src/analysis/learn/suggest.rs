//! Which sentences to offer: half of those that look most like the topic, half of those at its border.
//!
//! What the reader says of the border teaches most, what is offered from the top is most often kept; half and half
//! has been measured to do best. Sentences that are linked or decided are not offered, nor is any that is all but the
//! same as a rejected one, nor two that are all but the same.

use super::lessons::{Lesson, Lessons, Place};
use super::model::{Model, SpeakingWord};
use super::stems::StemId;
use super::table::StemTable;
use crate::analysis::duplicates::normal::mix;
use crate::model::Article;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::sync::Arc;

/// A sentence that scores less is no nearer to the topic than to the rest: it is not offered.
const LOWEST: i32 = -500;
/// Of each kind so many are looked at more closely.
const POOL: usize = 512;
/// From one article, as long as others have enough.
const OF_ONE_ARTICLE: usize = 2;
/// Per cent of the stems of two sentences that both have, from which on they are all but the same.
const SAME_PER_CENT: usize = 80;

/// A sentence that looks like a topic's passages. It is linked only if the reader says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub place: Place,
    /// In thousandths; see [`Model`].
    pub score: i32,
    pub kind: SuggestionKind,
    /// The words that speak for it, those with the most say first; at least one.
    pub words: Vec<SpeakingWord>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionKind {
    /// It looks most like the topic's passages.
    Top,
    /// It may or may not be meant.
    Border,
}

/// At most so many sentences of the collection, the best first, then those at the border, the nearest first.
///
/// `articles` are those of the table. Fewer are offered where no more look like the topic.
pub fn suggest(
    model: &Model,
    table: &StemTable,
    lessons: &Lessons,
    articles: &[Arc<Article>],
    most: usize,
) -> Vec<Suggestion> {
    let (mut top, mut border) = (Pool::default(), Pool::default());
    for (place, stems) in table.sentences() {
        let Some(score) = model.score_stems(stems).filter(|score| *score >= LOWEST) else { continue };
        let (best, nearest) = ((Reverse(score), place), (Reverse(-score.abs()), place));
        let wanted = (score >= 0 && top.wants(best)) || border.wants(nearest);
        if !wanted || lessons.get(place).is_some() {
            continue;
        }
        if score >= 0 {
            top.add(best, score, stems);
        }
        border.add(nearest, score, stems);
    }
    let mut offer = Offer { model, table, articles, taken: rejected(table, lessons), given: Vec::new() };
    offer.take(SuggestionKind::Top, &top.close(), most.div_ceil(2));
    offer.take(SuggestionKind::Border, &border.close(), most);
    offer.given
}

/// The best of many candidates; of those with the same stems the first.
#[derive(Default)]
struct Pool {
    candidates: Vec<Candidate>,
    /// What is no better is not wanted.
    worst: Option<Rank>,
}

type Rank = (Reverse<i32>, Place);

struct Candidate {
    rank: Rank,
    score: i32,
    /// The same for sentences with the same stems.
    sign: u64,
}

impl Pool {
    fn wants(&self, rank: Rank) -> bool {
        self.worst.is_none_or(|worst| rank < worst)
    }

    fn add(&mut self, rank: Rank, score: i32, stems: &[StemId]) {
        if !self.wants(rank) {
            return;
        }
        let sign = stems.iter().fold(0_u64, |sign, stem| sign.wrapping_add(mix(u64::from(stem.0) + 1)));
        self.candidates.push(Candidate { rank, score, sign });
        if self.candidates.len() >= 2 * POOL {
            self.prune();
        }
    }

    fn prune(&mut self) {
        self.candidates.sort_unstable_by_key(|candidate| candidate.rank);
        let mut seen = FxHashSet::default();
        self.candidates.retain(|candidate| seen.insert(candidate.sign));
        self.candidates.truncate(POOL);
        if self.candidates.len() == POOL {
            self.worst = self.candidates.last().map(|candidate| candidate.rank);
        }
    }

    fn close(mut self) -> Vec<Candidate> {
        self.prune();
        self.candidates
    }
}

/// The stems of all rejected sentences, each sorted.
fn rejected(table: &StemTable, lessons: &Lessons) -> Vec<Vec<StemId>> {
    lessons.of(Lesson::Rejected).map(|place| sorted(table.sentence(place))).collect()
}

struct Offer<'a> {
    model: &'a Model,
    table: &'a StemTable,
    articles: &'a [Arc<Article>],
    /// Stems of sentences that nothing offered may be like.
    taken: Vec<Vec<StemId>>,
    given: Vec<Suggestion>,
}

impl Offer<'_> {
    /// Takes of the candidates until `most` are given, first from as many articles as possible.
    fn take(&mut self, kind: SuggestionKind, candidates: &[Candidate], most: usize) {
        for of_one_article in [OF_ONE_ARTICLE, usize::MAX] {
            for candidate in candidates {
                if self.given.len() >= most {
                    return;
                }
                let article = candidate.rank.1.article;
                let of_article = self.given.iter().filter(|given| given.place.article == article).count();
                if of_article < of_one_article {
                    self.try_one(kind, candidate);
                }
            }
        }
    }

    fn try_one(&mut self, kind: SuggestionKind, candidate: &Candidate) {
        let place = candidate.rank.1;
        let stems = sorted(self.table.sentence(place));
        if self.taken.iter().any(|taken| are_alike(taken, &stems)) {
            return;
        }
        let Some(article) = self.articles.get(place.article.index()) else { return };
        let words = self.model.speaking_words(self.table, article, place.sentence);
        if !words.is_empty() {
            self.taken.push(stems);
            self.given.push(Suggestion { place, score: candidate.score, kind, words });
        }
    }
}

fn sorted(stems: &[StemId]) -> Vec<StemId> {
    let mut stems = stems.to_vec();
    stems.sort_unstable();
    stems
}

/// Whether two sentences, given by their sorted stems, are all but the same.
fn are_alike(one: &[StemId], other: &[StemId]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if short.len() * 100 < long.len() * SAME_PER_CENT {
        return false;
    }
    let common = short.iter().filter(|stem| long.binary_search(stem).is_ok()).count();
    common * 100 >= (one.len() + other.len() - common) * SAME_PER_CENT
}
