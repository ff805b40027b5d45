//! What two topic trees have in common and where they differ, topic by topic.
//!
//! Topics belong together by id, else by alias. Left out is what changes no passage: the order of topics below the
//! same one, the order of rules, and aliases.

use crate::model::{Color, TopicFile, TopicFileEntry};
use std::collections::{BTreeMap, BTreeSet};

/// One thing in which two trees differ.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// `id` and `name` are those of the second tree, where it has the topic.
    Topic { id: String, name: String, change: TopicChange },
    /// A word set: lines that only the second tree has, and those that only the first has.
    WordSet { name: String, added: Vec<String>, removed: Vec<String> },
}

/// What differs about a topic, from the first tree to the second.
#[derive(Clone, Debug, PartialEq)]
pub enum TopicChange {
    OnlyInFirst,
    OnlyInSecond,
    /// A topic of its own in the first tree, a part of this one in the second, by name.
    MergedInSecond {
        into: String,
    },
    MergedInFirst {
        into: String,
    },
    Renamed {
        from: String,
        to: String,
    },
    /// From below one topic to below another, by name; `None` is the top level.
    Moved {
        from: Option<String>,
        to: Option<String>,
    },
    Recoloured {
        from: Color,
        to: Color,
    },
    NoteChanged {
        from: String,
        to: String,
    },
    RulesChanged {
        added: Vec<String>,
        removed: Vec<String>,
    },
}

/// A topic among those of its tree in pre-order, with the number of the topic above it.
type Entry<'a> = (&'a TopicFileEntry, Option<usize>);

/// How two trees differ: topics in the order of the second, then those that only the first has, then word sets.
pub fn tree_difference(first: &TopicFile, second: &TopicFile) -> Vec<Difference> {
    let (a, b) = (first.entries(), second.entries());
    let (by_id_a, by_id_b) = (numbers(&a), numbers(&b));
    let pairs = Pairs::new(&a, &b, &by_id_a, &by_id_b);
    let mut differences = Vec::new();
    for (number, (entry, _)) in b.iter().enumerate() {
        let mut tell = |change| differences.push(topic(entry, change));
        match pairs.of_second[number] {
            Some(partner) => compare(&a, &b, &pairs, partner, number).into_iter().for_each(tell),
            None => match by_id_a.get(entry.id.as_str()) {
                Some(&into) => tell(TopicChange::MergedInFirst { into: a[into].0.name.clone() }),
                None => tell(TopicChange::OnlyInSecond),
            },
        }
    }
    for (entry, _) in a.iter().zip(&pairs.of_first).filter(|(_, partner)| partner.is_none()).map(|(entry, _)| entry) {
        let change = match by_id_b.get(entry.id.as_str()) {
            Some(&into) => TopicChange::MergedInSecond { into: b[into].0.name.clone() },
            None => TopicChange::OnlyInFirst,
        };
        differences.push(topic(entry, change));
    }
    differences.extend(compare_sets(&first.sets, &second.sets));
    differences
}

fn topic(entry: &TopicFileEntry, change: TopicChange) -> Difference {
    Difference::Topic { id: entry.id.clone(), name: entry.name.clone(), change }
}

/// The number of each topic by id and alias.
fn numbers<'a>(entries: &[Entry<'a>]) -> BTreeMap<&'a str, usize> {
    let mut numbers = BTreeMap::new();
    for (number, (entry, _)) in entries.iter().enumerate() {
        for id in std::iter::once(&entry.id).chain(&entry.aliases) {
            numbers.insert(id.as_str(), number);
        }
    }
    numbers
}

/// Which topic of one tree is which of the other.
struct Pairs {
    of_first: Vec<Option<usize>>,
    of_second: Vec<Option<usize>>,
}

impl Pairs {
    fn new(a: &[Entry], b: &[Entry], by_id_a: &BTreeMap<&str, usize>, by_id_b: &BTreeMap<&str, usize>) -> Self {
        let mut pairs = Self { of_first: vec![None; a.len()], of_second: vec![None; b.len()] };
        let found = |(number, id): (usize, &str), by_id: &BTreeMap<&str, usize>| Some((number, *by_id.get(id)?));
        let same_id = a.iter().enumerate().filter_map(|(number, (entry, _))| {
            found((number, &entry.id), by_id_b).filter(|(_, other)| b[*other].0.id == entry.id)
        });
        let renamed_id = a.iter().enumerate().filter_map(|(number, (entry, _))| found((number, &entry.id), by_id_b));
        let former_id = b.iter().enumerate().filter_map(|(number, (entry, _))| {
            found((number, &entry.id), by_id_a).map(|(second, first)| (first, second))
        });
        // Topics with the same id first: nothing else may take their partner.
        for (first, second) in same_id.chain(renamed_id).chain(former_id) {
            if pairs.of_first[first].is_none() && pairs.of_second[second].is_none() {
                pairs.of_first[first] = Some(second);
                pairs.of_second[second] = Some(first);
            }
        }
        pairs
    }
}

/// How the topic `first` of `a` differs from its partner `second` of `b`.
fn compare(a: &[Entry], b: &[Entry], pairs: &Pairs, first: usize, second: usize) -> Vec<TopicChange> {
    let ((old, old_parent), (new, new_parent)) = (a[first], b[second]);
    let mut changes = Vec::new();
    if old.name != new.name {
        changes.push(TopicChange::Renamed { from: old.name.clone(), to: new.name.clone() });
    }
    let is_same_parent = match (old_parent, new_parent) {
        (Some(old), Some(new)) => pairs.of_first[old] == Some(new),
        (old, new) => old == new,
    };
    if !is_same_parent {
        let name = |entries: &[Entry], parent: Option<usize>| parent.map(|parent| entries[parent].0.name.clone());
        changes.push(TopicChange::Moved { from: name(a, old_parent), to: name(b, new_parent) });
    }
    if old.color != new.color {
        changes.push(TopicChange::Recoloured { from: old.color, to: new.color });
    }
    if old.note != new.note {
        changes.push(TopicChange::NoteChanged { from: old.note.clone(), to: new.note.clone() });
    }
    let (added, removed) = compare_lines(&old.rules, &new.rules);
    if !added.is_empty() || !removed.is_empty() {
        changes.push(TopicChange::RulesChanged { added, removed });
    }
    changes
}

/// What only `new` has, and what only `old` has, each in its order.
fn compare_lines(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    let only = |these: &[String], others: &[String]| {
        let others: BTreeSet<&String> = others.iter().collect();
        these.iter().filter(|line| !others.contains(line)).cloned().collect()
    };
    (only(new, old), only(old, new))
}

fn compare_sets(old: &BTreeMap<String, Vec<String>>, new: &BTreeMap<String, Vec<String>>) -> Vec<Difference> {
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let lines = |sets: &BTreeMap<String, Vec<String>>, name: &String| sets.get(name).cloned().unwrap_or_default();
    let differences = names.into_iter().filter_map(|name| {
        let (added, removed) = compare_lines(&lines(old, name), &lines(new, name));
        let differs = !added.is_empty() || !removed.is_empty() || old.contains_key(name) != new.contains_key(name);
        differs.then(|| Difference::WordSet { name: name.clone(), added, removed })
    });
    differences.collect()
}

#[cfg(test)]
mod tests;
