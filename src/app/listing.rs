//! The passages on the right of the screen, kept until topic, scope or collection change.

use super::place::PassageRef;
use super::view::Whose;
use crate::analysis::{Group, Listed};
use crate::model::ArticleIx;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// In the order of the article list.
    pub groups: Vec<Group>,
    /// All entries of all groups, in order.
    flat: Vec<Listed>,
    /// By article: its place in the order of the article list.
    ranks: Vec<u32>,
    /// By article: how many of its entries are still to be read; none is 0.
    pub(super) left: BTreeMap<ArticleIx, usize>,
    /// Entries that no other article of their round says; before only some are listed.
    pub alone: usize,
    /// Entries that each side says; before only some are listed.
    pub sides: Vec<(Whose, usize)>,
}

impl Listing {
    pub fn new(mut groups: Vec<Group>, ranks: &[u32]) -> Self {
        let ranks = ranks.to_vec();
        groups.sort_by_key(|group| rank(&ranks, group.article));
        let flat = groups.iter().flat_map(|group| group.entries.iter().copied()).collect();
        Self { groups, flat, ranks, ..Self::default() }
    }

    pub fn len(&self) -> usize {
        self.flat.len()
    }

    /// How many entries are still to be read.
    pub fn left(&self) -> usize {
        self.left.values().sum()
    }

    pub fn is_empty(&self) -> bool {
        self.flat.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<PassageRef> {
        self.flat.get(index).map(|listed| PassageRef::from(*listed))
    }

    /// Where the entry stands that is `passage` or comes after it; the length if there is none.
    pub fn position(&self, passage: PassageRef) -> usize {
        let wanted = (rank(&self.ranks, passage.article), passage.index);
        self.flat.partition_point(|listed| (rank(&self.ranks, listed.article), listed.passage) < wanted)
    }

    pub fn contains(&self, passage: PassageRef) -> bool {
        self.get(self.position(passage)) == Some(passage)
    }
}

/// Articles that have come since the list was made stand at its end, by their places.
fn rank(ranks: &[u32], article: ArticleIx) -> (u32, ArticleIx) {
    (ranks.get(article.index()).copied().unwrap_or(u32::MAX), article)
}
