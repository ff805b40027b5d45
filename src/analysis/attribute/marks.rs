//! What a word or phrase means: the name that it is, and what it can be in the grammar of saying, as a set of bits,
//! because a word is often several things at once.

use crate::model::{BodyIx, PersonIx, SideIx};
use std::ops::{BitOr, BitOrAssign};

/// What a word or phrase can be in the grammar of saying; several at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(pub u64);

impl Marks {
    pub const SAID: Self = Self(1);
    pub const SHOWN: Self = Self(1 << 1);
    pub const UTTERED: Self = Self(1 << 2);
    pub const BASE: Self = Self(1 << 3);
    pub const PARTICIPLE: Self = Self(1 << 4);
    pub const ACCORDING: Self = Self(1 << 5);
    pub const AFTER_SOURCE: Self = Self(1 << 6);
    pub const ROLE: Self = Self(1 << 7);
    pub const GROUP: Self = Self(1 << 8);
    pub const DOCUMENT: Self = Self(1 << 9);
    pub const HE: Self = Self(1 << 10);
    pub const SHE: Self = Self(1 << 11);
    pub const THEY: Self = Self(1 << 12);
    pub const IT: Self = Self(1 << 13);
    pub const THAT: Self = Self(1 << 14);
    pub const WHO: Self = Self(1 << 15);
    pub const BREAK: Self = Self(1 << 16);
    pub const AND: Self = Self(1 << 17);
    pub const BUT: Self = Self(1 << 18);
    pub const SKIPPED: Self = Self(1 << 19);
    pub const DEFINITE: Self = Self(1 << 20);
    pub const INDEFINITE: Self = Self(1 << 21);
    pub const PREPOSITION: Self = Self(1 << 22);
    pub const AT: Self = Self(1 << 23);
    pub const UNREAL: Self = Self(1 << 24);
    pub const TITLE: Self = Self(1 << 25);
    pub const QUESTION: Self = Self(1 << 26);
    pub const ANSWER: Self = Self(1 << 27);
    pub const OWN_WORD: Self = Self(1 << 28);
    pub const JOINT: Self = Self(1 << 29);
    pub const GIVEN: Self = Self(1 << 30);
    pub const BE: Self = Self(1 << 31);
    pub const AS: Self = Self(1 << 34);
    /// A participle that needs an auxiliary.
    pub const BARE: Self = Self(1 << 35);
    pub const PHONED: Self = Self(1 << 33);
    /// The first part of a verb in two: hat … gesagt.
    pub const HAVE: Self = Self(1 << 36);
    /// A verb of more than one subject, in languages that need none: заявили.
    pub const PLURAL: Self = Self(1 << 37);
    /// What shows that a sentence goes on telling what somebody said: sei.
    pub const REPORTED: Self = Self(1 << 38);
    /// What somebody says, as a noun: nach russischen Angaben.
    pub const ACCOUNT: Self = Self(1 << 39);
    /// Of somebody who passes on what another says: quoted.
    pub const CITES: Self = Self(1 << 40);
    /// Before whose account it is: nach.
    pub const BY: Self = Self(1 << 41);
    pub const COLLECTIVE: Self = Self(1 << 32);
    /// What only a headline can be.
    pub const OF_HEADLINES: Self = Self(0b11 << 28);
    pub const VERB: Self = Self(0b111);
    /// What a clause of saying cannot be without.
    pub const CUE: Self = Self(0b111 | 0b11 << 5 | 0b11 << 39 | 1 << 47 | 1 << 51 | 1 << 31);
    /// Somebody who is not named: source.
    pub const UNNAMED: Self = Self(1 << 43);
    /// Stands for the people of a place: on.
    pub const ONE: Self = Self(1 << 44);
    /// A role that fits many: official.
    pub const GENERIC: Self = Self(1 << 45);
    /// Somebody who speaks for no party: analyst.
    pub const EXPERT: Self = Self(1 << 46);
    /// A verb that says something with its particle: machte … klar.
    pub const SPLIT: Self = Self(1 << 47);
    pub const PARTICLE: Self = Self(1 << 48);
    /// Speaks, and what it is that one speaks of: sprach, von.
    pub const SPEAKS: Self = Self(1 << 49);
    pub const ABOUT: Self = Self(1 << 50);
    /// Stands for what the sentence before said: об этом.
    pub const BACK: Self = Self(1 << 52);
    /// Somebody of the other side: his counterpart.
    pub const COUNTERPART: Self = Self(1 << 53);
    /// No list has it, but it has the ending of a verb.
    pub const SHAPED: Self = Self(1 << 51);
    /// His, as in "his spokesman".
    pub const OWNER: Self = Self(1 << 42);
    pub const PRONOUN: Self = Self(0b1111 << 10);

    pub fn without(self, any: Self) -> Self {
        Self(self.0 & !any.0)
    }

    /// Whether it is any of these.
    pub fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

impl BitOr for Marks {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Marks {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// A name from the speakers file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    #[default]
    None,
    /// An adjective: Russian.
    Whose(SideIx),
    Land(SideIx),
    /// An index into [`Speakers::offices`].
    Office(u16),
    Body(BodyIx),
    Person(PersonIx),
}

/// What a phrase means.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    pub marks: Marks,
    pub name: Name,
}
