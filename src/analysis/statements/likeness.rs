//! Whether one sentence is the other in other words, as a whole: by the words alone.
//!
//! For reuse of wording, where no topic is needed to tell. The factors are those of a logistic regression on the
//! training half of a public set of news sentence pairs (`benches/statements.rs` measures the other half).

use super::compare::{Shared, common, longest_common};
use super::weights::Weights;
use super::wording::{Lexicon, Wording};
use crate::model::Article;

/// Share of the weight that both have: of the lighter sentence, of the heavier one, of both.
const OF_LIGHTER: f64 = 1.10;
const OF_HEAVIER: f64 = 1.36;
const COSINE: f64 = 1.11;
/// Words, joining ones too, that stand in the same order in both: of the shorter sentence, of the longer one.
const ORDER_OF_SHORTER: f64 = 0.59;
const ORDER_OF_LONGER: f64 = 3.80;
/// Pairs of neighbours: what the order says already.
const NEIGHBOURS: f64 = -3.56;
/// Different words in both, of those in either.
const WORDS: f64 = 3.88;
/// By how much one is longer.
const LONGER: f64 = -1.56;
const NEGATED: f64 = -1.11;
const START: f64 = -3.94;

/// In thousandths; above 0 more speaks for it than against it.
pub(super) fn likeness(one: &Wording, other: &Wording, weights: &Weights) -> i32 {
    let weight = |wording: &Wording| wording.concepts.iter().map(|(concept, _)| weights.of(*concept)).sum::<i32>();
    let [one_weight, other_weight] = [one, other].map(|wording| f64::from(weight(wording).max(1)));
    let shared = f64::from(Shared::of(one, other, weights).all);
    let (here, there) = (one.stems.len().max(1), other.stems.len().max(1));
    let (shorter, longer) = (here.min(there) as f64, here.max(there) as f64);
    let order = longest_common(&one.stems, &other.stems) as f64;
    let [stems, other_stems] = [one, other].map(|wording| sorted(wording.stems.iter().copied()));
    let [pairs, other_pairs] =
        [one, other].map(|wording| sorted(wording.stems.windows(2).map(|pair| (pair[0], pair[1]))));
    let in_both = common(&stems, &other_stems).count();
    let in_either = stems.len() + other_stems.len() - in_both;
    let pairs_in_both = common(&pairs, &other_pairs).count();
    let negated = (one.negations > 0) != (other.negations > 0);
    let sum = START
        + OF_LIGHTER * shared / one_weight.min(other_weight)
        + OF_HEAVIER * shared / one_weight.max(other_weight)
        + COSINE * shared / (one_weight * other_weight).sqrt()
        + ORDER_OF_SHORTER * order / shorter
        + ORDER_OF_LONGER * order / longer
        + NEIGHBOURS * pairs_in_both as f64 / pairs.len().min(other_pairs.len()).max(1) as f64
        + WORDS * in_both as f64 / in_either.max(1) as f64
        + LONGER * (longer - shorter) / longer
        + if negated { NEGATED } else { 0.0 };
    (sum * 1e3).round() as i32
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// How alike sentences are outside of any collection, by how rare their words are in it: for measuring.
pub struct Rewordings {
    wordings: Vec<Vec<Wording>>,
    weights: Weights,
}

impl Rewordings {
    /// `counted`: how many of the articles, from the first, say how rare words are.
    pub fn read(articles: &[Article], counted: usize) -> Self {
        let mut lexicon = Lexicon::default();
        let mut read = |article: &Article| -> Vec<Wording> {
            article.sentences.iter().map(|sentence| lexicon.read(article, sentence.span, &[])).collect()
        };
        let wordings: Vec<Vec<Wording>> = articles.iter().map(&mut read).collect();
        let mut frequencies = vec![0; lexicon.len()];
        let of_counted = || wordings[..counted.min(wordings.len())].iter().flatten();
        for (concept, _) in of_counted().flat_map(|wording| &wording.concepts) {
            frequencies[concept.0 as usize] += 1;
        }
        let weights = Weights::new(of_counted().count(), &frequencies, &[], &lexicon);
        Self { wordings, weights }
    }

    /// Of two sentences, each by its article and its place there; in thousandths, above 0 more speaks for it.
    pub fn likeness(&self, one: (usize, usize), other: (usize, usize)) -> i32 {
        likeness(&self.wordings[one.0][one.1], &self.wordings[other.0][other.1], &self.weights)
    }
}
