//! Random numbers, from the one source of them that the standard library has: the keys of its hash maps.

use crate::model::MarkId;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Different for every mark of every reader, as far as 64 bits go.
pub fn mark_id() -> MarkId {
    MarkId(RandomState::new().build_hasher().finish())
}
