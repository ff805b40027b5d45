//! Whether one sentence is the other in other words, as a whole: by the words alone.
//!
//! For reuse of wording, where no topic is needed to tell. The factors are those of a logistic regression on the
//! training half of a public set of news sentence pairs (`benches/statements.rs` measures the other half).

use super::compare::Comparer;
use super::lexicon::Lexicon;
use super::shared::Shared;
use super::units::Unit;
use super::weights::Weights;
use crate::model::Article;

/// Share of the weight that both have: of the lighter sentence, of the heavier one.
const OF_LIGHTER: f64 = 1.3;
const OF_HEAVIER: f64 = 1.86;
/// Words, joining ones too, that stand in the same order in both: of the shorter sentence, of the longer one.
const ORDER_OF_SHORTER: f64 = -7.79;
const ORDER_OF_LONGER: f64 = 14.66;
/// Runs of three words: what the order says already.
const RUNS: f64 = -3.48;
const RUN: usize = 3;
/// Different words in both, of those in either.
const WORDS: f64 = 3.98;
/// By how much one is longer.
const LONGER: f64 = 4.79;
const NEGATED: f64 = -1.16;
const START: f64 = -5.6;

/// In thousandths; above 0 more speaks for it. The one is that which `comparer` is set to.
pub(super) fn likeness(comparer: &Comparer<'_>, one: &Unit, other: &Unit, shared: &Shared) -> i32 {
    let [lighter, heavier] =
        [one.weight.min(other.weight), one.weight.max(other.weight)].map(|weight| f64::from(weight.max(1)));
    let shared = f64::from(shared.all);
    let (words, stems) = (&comparer.stems, &other.wording.stems);
    let (here, there) = (words.len().max(1), stems.len().max(1));
    let (shorter, longer) = (here.min(there) as f64, here.max(there) as f64);
    let order = words.in_order(stems.iter().copied()) as f64;
    let in_both = other.wording.different.iter().filter(|stem| words.has(**stem)).count();
    let in_either = words.different() + other.wording.different.len() - in_both;
    let runs = words.runs(stems, RUN) as f64 / (shorter + 1.0 - RUN as f64).max(1.0);
    let negated = (one.wording.negations > 0) != (other.wording.negations > 0);
    let sum = START
        + OF_LIGHTER * shared / lighter
        + OF_HEAVIER * shared / heavier
        + ORDER_OF_SHORTER * order / shorter
        + ORDER_OF_LONGER * order / longer
        + RUNS * runs
        + WORDS * in_both as f64 / in_either.max(1) as f64
        + LONGER * (longer - shorter) / longer
        + if negated { NEGATED } else { 0.0 };
    (sum * 1e3).round() as i32
}

/// How alike sentences are outside of any collection, by how rare their words are in it: for measuring.
pub struct Rewordings {
    units: Vec<Vec<Unit>>,
    weights: Weights,
    /// Different concepts and different stems.
    sizes: (usize, usize),
}

impl Rewordings {
    /// `counted`: how many of the articles, from the first, say how rare words are.
    pub fn read(articles: &[Article], counted: usize) -> Self {
        let mut lexicon = Lexicon::default();
        let mut read = |article: &Article| -> Vec<Unit> {
            let wordings = article.sentences.iter().map(|sentence| lexicon.read(article, sentence.span, &[]));
            wordings.map(|wording| Unit::new(wording, Vec::new(), Vec::new(), None)).collect()
        };
        let mut units: Vec<Vec<Unit>> = articles.iter().map(&mut read).collect();
        let mut frequencies = vec![0; lexicon.len()];
        let of_counted = || units[..counted.min(units.len())].iter().flatten();
        for (concept, _) in of_counted().flat_map(|unit| &unit.wording.concepts) {
            frequencies[concept.0 as usize] += 1;
        }
        let weights = Weights::new(of_counted().count(), &frequencies, &[], &lexicon);
        units.iter_mut().flatten().for_each(|unit| unit.weigh(&weights));
        Self { units, weights, sizes: (lexicon.len(), lexicon.stems()) }
    }

    /// Of two sentences, each by its article and its place there; in thousandths, above 0 more speaks for it.
    pub fn likeness(&self, one: (usize, usize), other: (usize, usize)) -> i32 {
        let (one, other) = (&self.units[one.0][one.1], &self.units[other.0][other.1]);
        let mut comparer = Comparer::new(self.sizes.0, self.sizes.1, &self.weights);
        comparer.set(one);
        likeness(&comparer, one, other, &comparer.shared(one, other))
    }
}
