//! The passages on the right of the screen, kept until topic, scope or collection change.

use super::place::PassageRef;
use crate::analysis::{Group, Listed};

#[derive(Clone, Debug, Default)]
pub struct Listing {
    pub groups: Vec<Group>,
    /// All entries of all groups, in order.
    flat: Vec<Listed>,
}

impl Listing {
    pub fn new(groups: Vec<Group>) -> Self {
        let flat = groups.iter().flat_map(|group| group.entries.iter().copied()).collect();
        Self { groups, flat }
    }

    pub fn len(&self) -> usize {
        self.flat.len()
    }

    pub fn is_empty(&self) -> bool {
        self.flat.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<PassageRef> {
        self.flat.get(index).map(|listed| PassageRef::from(*listed))
    }

    /// Where the entry stands that is `passage` or comes after it; the length if there is none.
    pub fn position(&self, passage: PassageRef) -> usize {
        self.flat.partition_point(|listed| (listed.article, listed.passage) < (passage.article, passage.index))
    }

    pub fn contains(&self, passage: PassageRef) -> bool {
        self.get(self.position(passage)) == Some(passage)
    }
}
