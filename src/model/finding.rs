//! What the reader says of what the program finds across articles: what one leaves out, who says a sentence, which
//! sentences say the same, and which talks an article covers.
//!
//! Each is kept by article path and, where it is on words, by anchor and fingerprint, so that it outlives every change
//! of rules, trees and speakers files.

use super::marks::{MarkedPlace, NewPlace};
use super::{Anchor, Edit, EditName, Fingerprint, Mark, StatementPair, StatementPlace};
use serde::{Deserialize, Serialize};

/// One word of the reader's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Finding {
    LeftOut(LeftOut),
    Says(Says),
    Pair(StatementPair),
    Round(RoundOf),
}

/// The reader looked, and the article leaves the topic out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// Article path.
    pub article: String,
    /// Topic id.
    pub topic: String,
    /// Of the text that was looked through; an edited article is to be looked through again.
    pub fingerprint: Fingerprint,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// Who says a sentence. Goes before what the program found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    /// Article path.
    pub article: String,
    /// The sentence.
    pub anchor: Anchor,
    pub fingerprint: Fingerprint,
    /// Id of the side; `None` where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// As the screen shows it. Empty, and no side: nobody is named, it is the article's own word.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub speaker: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// Which talks an article covers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundOf {
    /// Article path.
    pub article: String,
    /// Key of the round; empty for none.
    pub round: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// All of them in one session. Every list is sorted and holds nothing twice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Findings {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// At most one on each sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub says: Vec<Says>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<StatementPair>,
    /// At most one for each article.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<RoundOf>,
}

impl Finding {
    /// Whether both were said of the same text of an article; where that is not kept, they were.
    pub fn is_of_same_text(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::LeftOut(a), Self::LeftOut(b)) => a.fingerprint == b.fingerprint,
            (Self::Says(a), Self::Says(b)) => a.fingerprint == b.fingerprint,
            _ => true,
        }
    }

    /// What putting it in, or taking it out, is called after "Undo".
    pub(super) fn name(&self, added: bool) -> EditName {
        EditName::Borrowed(match (self, added) {
            (Self::LeftOut(_), true) => "confirm as left out",
            (Self::LeftOut(_), false) => "take back that it is left out",
            (Self::Says(_), true) => "correct who says it",
            (Self::Says(_), false) => "take back who says it",
            (Self::Pair(_), true) => "correct statement",
            (Self::Pair(_), false) => "take back statement",
            (Self::Round(_), true) => "correct round",
            (Self::Round(_), false) => "take back round",
        })
    }
}

impl Findings {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Puts one in; `false` if it is there already.
    pub fn add(&mut self, finding: Finding) -> bool {
        match finding {
            Finding::LeftOut(one) => insert(&mut self.left_out, one),
            Finding::Says(one) => insert(&mut self.says, one),
            Finding::Pair(one) => insert(&mut self.pairs, one),
            Finding::Round(one) => insert(&mut self.rounds, one),
        }
    }

    /// Takes one out; `false` if it is not there.
    pub(super) fn remove(&mut self, finding: &Finding) -> bool {
        match finding {
            Finding::LeftOut(one) => remove(&mut self.left_out, one),
            Finding::Says(one) => remove(&mut self.says, one),
            Finding::Pair(one) => remove(&mut self.pairs, one),
            Finding::Round(one) => remove(&mut self.rounds, one),
        }
    }

    /// Every one, by kind.
    pub fn iter(&self) -> impl Iterator<Item = Finding> + '_ {
        let left_out = self.left_out.iter().cloned().map(Finding::LeftOut);
        let says = self.says.iter().cloned().map(Finding::Says);
        let pairs = self.pairs.iter().cloned().map(Finding::Pair);
        let rounds = self.rounds.iter().cloned().map(Finding::Round);
        left_out.chain(says).chain(pairs).chain(rounds)
    }

    /// The one on the same matter, whatever it says of it.
    pub fn on_same(&self, finding: &Finding) -> Option<Finding> {
        self.iter().find(|known| match (known, finding) {
            (Finding::LeftOut(a), Finding::LeftOut(b)) => (&a.article, &a.topic) == (&b.article, &b.topic),
            (Finding::Says(a), Finding::Says(b)) => (&a.article, &a.anchor) == (&b.article, &b.anchor),
            (Finding::Pair(a), Finding::Pair(b)) => a.is_of_the_same(b),
            (Finding::Round(a), Finding::Round(b)) => a.article == b.article,
            _ => false,
        })
    }

    /// The edit that puts `new` in the place of what was said on the same matter.
    pub fn edit(&self, new: Finding) -> Edit {
        let add = |new: Finding| Edit::Add(Mark::Finding(new));
        match self.on_same(&new) {
            Some(old) if old != new => {
                let name = new.name(true);
                Edit::Together(name, vec![Edit::Remove(Mark::Finding(old)), add(new)])
            }
            _ => add(new),
        }
    }

    pub(super) fn put_in_order(&mut self) {
        sort(&mut self.left_out);
        sort(&mut self.says);
        self.says.dedup_by(|a, b| (&a.article, &a.anchor) == (&b.article, &b.anchor));
        sort(&mut self.pairs);
        sort(&mut self.rounds);
        self.rounds.dedup_by(|a, b| a.article == b.article);
    }

    /// Every article that is named.
    pub fn articles(&self) -> impl Iterator<Item = &str> {
        let left_out = self.left_out.iter().map(|one| one.article.as_str());
        let says = self.says.iter().map(|one| one.article.as_str());
        let pairs = self.pairs.iter().flat_map(|one| [one.a.article.as_str(), one.b.article.as_str()]);
        let rounds = self.rounds.iter().map(|one| one.article.as_str());
        left_out.chain(says).chain(pairs).chain(rounds)
    }

    /// Every place that an anchor with a fingerprint names.
    pub(super) fn places(&self) -> impl Iterator<Item = MarkedPlace<'_>> {
        let pairs = self.pairs.iter().flat_map(|pair| [place_of(&pair.a), place_of(&pair.b)]);
        self.says.iter().map(place).chain(pairs)
    }

    /// The edits that take the words of those at places for which `to` names another one there.
    pub(super) fn replace_places(&self, to: impl Fn(MarkedPlace) -> Option<NewPlace>) -> Vec<Edit> {
        let moved = |old: &Says| {
            let NewPlace { article, anchor, fingerprint } = to(place(old))?;
            Some(exchange(
                Finding::Says(old.clone()),
                Finding::Says(Says { article, anchor, fingerprint, ..old.clone() }),
            ))
        };
        let moved_one = |old: &StatementPlace| {
            let NewPlace { article, anchor, fingerprint } = to(place_of(old))?;
            Some(StatementPlace { article, anchor, fingerprint: Some(fingerprint) })
        };
        let moved_pair = |old: &StatementPair| {
            let (a, b) = (moved_one(&old.a), moved_one(&old.b));
            let is_moved = a.is_some() || b.is_some();
            let (a, b) = (a.unwrap_or_else(|| old.a.clone()), b.unwrap_or_else(|| old.b.clone()));
            is_moved
                .then(|| exchange(Finding::Pair(old.clone()), Finding::Pair(StatementPair { a, b, same: old.same })))
        };
        let says = self.says.iter().filter_map(moved);
        says.chain(self.pairs.iter().filter_map(moved_pair)).flatten().collect()
    }

    pub(super) fn remove_places(&self, goes: impl Fn(MarkedPlace) -> bool) -> Vec<Edit> {
        let says = self.says.iter().filter(|old| goes(place(old))).cloned().map(Finding::Says);
        let pairs = self.pairs.iter().filter(|old| goes(place_of(&old.a)) || goes(place_of(&old.b)));
        says.chain(pairs.cloned().map(Finding::Pair)).map(|old| Edit::Remove(Mark::Finding(old))).collect()
    }

    /// The edits that take all that is said of an article, but what has a place in it, over to another path.
    pub(super) fn rename_article(&self, from: &str, to: &str) -> Vec<Edit> {
        let renamed = |old: Finding| {
            let mut new = old.clone();
            let paths: Vec<&mut String> = match &mut new {
                Finding::LeftOut(one) => vec![&mut one.article],
                Finding::Pair(pair) => [&mut pair.a, &mut pair.b]
                    .into_iter()
                    .filter(|place| place.fingerprint.is_none())
                    .map(|place| &mut place.article)
                    .collect(),
                Finding::Round(one) => vec![&mut one.article],
                Finding::Says(_) => Vec::new(),
            };
            for path in paths.into_iter().filter(|path| *path == from) {
                to.clone_into(path);
            }
            (new != old).then(|| exchange(old, new))
        };
        self.iter().filter_map(renamed).flatten().collect()
    }
}

fn place(says: &Says) -> MarkedPlace<'_> {
    MarkedPlace { article: &says.article, anchor: &says.anchor, fingerprint: Some(says.fingerprint) }
}

fn place_of(place: &StatementPlace) -> MarkedPlace<'_> {
    MarkedPlace { article: &place.article, anchor: &place.anchor, fingerprint: place.fingerprint }
}

fn exchange(old: Finding, new: Finding) -> [Edit; 2] {
    [Edit::Remove(Mark::Finding(old)), Edit::Add(Mark::Finding(new))]
}

fn insert<T: Ord>(list: &mut Vec<T>, one: T) -> bool {
    let place = list.binary_search(&one);
    place.map_err(|place| list.insert(place, one)).is_err()
}

fn remove<T: Ord>(list: &mut Vec<T>, one: &T) -> bool {
    list.binary_search(one).map(|place| list.remove(place)).is_ok()
}

fn sort<T: Ord>(list: &mut Vec<T>) {
    list.sort();
    list.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Marks;

    fn round(article: &str, round: &str) -> Finding {
        Finding::Round(RoundOf { article: article.into(), round: round.into(), by: String::new() })
    }

    #[test]
    fn an_article_has_one_round_and_undo_brings_the_one_before_back() {
        let mut marks = Marks::default();
        let first = marks.findings.edit(round("a.txt", "2021-12-07")).apply(&mut marks);
        let undo = marks.findings.edit(round("a.txt", "")).apply(&mut marks).unwrap();
        assert_eq!(marks.findings.rounds.len(), 1);
        assert_eq!(marks.findings.rounds[0].round, "");
        undo.apply(&mut marks);
        assert_eq!(marks.findings.rounds[0].round, "2021-12-07");
        first.unwrap().apply(&mut marks);
        assert!(marks.findings.is_empty());
        assert_eq!(marks.findings.edit(round("a.txt", "x")).name(), "correct round");
    }

    #[test]
    fn a_renamed_file_keeps_what_was_said_of_it() {
        let mut marks = Marks::default();
        marks.findings.edit(round("a.txt", "2021-12-07")).apply(&mut marks);
        for edit in marks.rename_article("a.txt", "b.txt") {
            edit.apply(&mut marks);
        }
        assert_eq!(marks.findings.articles().collect::<Vec<_>>(), ["b.txt"]);
    }
}
