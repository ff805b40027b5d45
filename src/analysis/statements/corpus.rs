//! A collection that is ready to be compared, in pieces that may be worked on by several threads.
//!
//! The pieces together hold every pair once; what comes out does not depend on who worked on which, or when. This
//! module has no threads: whoever has them gives each a [`Finder`], and hands all that they found back in any order.

use super::candidates::{Index, Search};
use super::evidence::{Evidence, Pair};
use super::group::{self, Ties};
use super::maker::Maker;
use super::readers::ReaderPairs;
use super::surroundings::with_surroundings;
use super::units::{UnitId, Units};
use super::{Place, Statements, name, places};
use crate::analysis::duplicates::Story;
use crate::analysis::rounds::Rounds;
use crate::model::{Article, Passage};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::Arc;

/// Sentences of a piece: some hundredths of a second.
const PIECE: u32 = 2_048;

/// The sentences of a collection as they are compared.
pub struct Corpus<'a> {
    articles: &'a [Arc<Article>],
    units: Units<'a>,
    index: Index,
    pairs: &'a ReaderPairs,
}

/// What has to speak for two sentences, in thousandths, before neither is said to stand alone. Far less than what makes
/// a statement: to say that nobody else says a thing is to be sure of it. The test of statements counts how often it is so.
const NEAR: i32 = -3_500;

/// Some of the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece(Range<u32>);

/// What one thread needs to work on pieces.
pub struct Finder<'a>(Search<'a>);

/// What was found in a piece.
pub struct Found {
    pairs: Vec<Pair>,
    /// Sentences that were looked at.
    looked_at: u32,
}

impl<'a> Corpus<'a> {
    /// Reads the sentences. `links` by article, as [`crate::analysis::LinkWorker::link`] gives them; `None` if it was
    /// cancelled.
    pub fn read(
        articles: &'a [Arc<Article>],
        links: &[Arc<Vec<Passage>>],
        rounds: &'a Rounds,
        pairs: &'a ReaderPairs,
        is_cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let units = Units::read(articles, links, rounds, &pairs.places(), is_cancelled)?;
        let index = Index::new(&units);
        Some(Self { articles, units, index, pairs })
    }

    /// All of the work. One thread after the other draws the next; the later ones take longer.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> + Send + use<> {
        let end = self.units.list.len() as u32;
        (0..end).step_by(PIECE as usize).map(move |start| Piece(start..end.min(start + PIECE)))
    }

    pub fn finder(&self) -> Finder<'_> {
        Finder(Search::new(&self.units, &self.index))
    }

    /// Makes statements of what was found. `None` if a piece is missing, for then it was cancelled.
    pub fn statements(&self, found: &[Found], stories: &[Story]) -> Option<Statements> {
        if found.iter().map(|found| found.looked_at).sum::<u32>() != self.units.list.len() as u32 {
            return None;
        }
        let pairs: Vec<Pair> = found.iter().flat_map(|found| &found.pairs).copied().collect();
        let evidence = with_surroundings(&self.units, &Evidence::new(self.units.list.len(), &pairs));
        let ties = self.pairs.ties(&self.units);
        let groups = group::group(&self.units, &evidence, &ties);
        let maker = Maker::new(self.articles, &self.units, &evidence, stories, &ties);
        let mut list = maker.statements(&groups);
        list.sort_by(|a, b| places(a).cmp(places(b)));
        list.dedup_by(|a, b| places(a).eq(places(b)));
        name(self.articles, &mut list);
        let near = self.near(&evidence, &ties);
        Some(Statements { near, ..Statements::index(list) })
    }

    /// Sentences to which another of an article on the same talks comes near, whether they make a statement or not; the
    /// reader may know better.
    fn near(&self, evidence: &Evidence, ties: &Ties) -> FxHashSet<Place> {
        let mut near = FxHashSet::default();
        let is_near = |(one, other, sum): &Pair| *sum >= NEAR && !ties.apart.contains(&group::key(*one, *other));
        for (one, other, _) in evidence.pairs().filter(is_near) {
            let (one, other) = (self.units.get(one), self.units.get(other));
            if one.round == other.round && one.places[0].article != other.places[0].article {
                near.extend(one.places.iter().chain(&other.places));
            }
        }
        near
    }
}

impl Finder<'_> {
    /// Finds the pairs of a piece.
    pub fn find(&mut self, piece: Piece) -> Found {
        let looked_at = piece.0.len() as u32;
        let mut pairs = Vec::new();
        piece.0.for_each(|unit| self.0.pairs_of(UnitId(unit), &mut pairs));
        Found { pairs, looked_at }
    }
}
