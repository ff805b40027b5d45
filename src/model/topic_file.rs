//! The topic tree as a file that a person writes, and the way to a [`TopicTree`] that is sure to be sound.
//!
//! [`TopicFile::parse`] checks everything and tells each mistake with its line and column. A file that was put
//! together in the program has no lines: there [`TopicFile::into_tree`] names the topic in its message.

mod check;
mod entries;
mod place;
mod write;

pub use check::{RuleMistake, check_rule};

use super::rule::{Find, Rule, RuleError, WordSets};
use super::{Color, Topic, TopicIx, TopicTree};
use place::Place;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Bytes. The default tree has some 50 kB; a file of a stranger must not fill the memory.
const LARGEST_FILE: usize = 4 << 20;
/// [`TopicIx`] is 16 bits wide.
pub(super) const MOST_TOPICS: usize = 60_000;
pub(super) const MOST_RULES: usize = 10_000;
/// Levels of topics under topics.
pub(super) const DEEPEST: usize = 16;
/// Levels of word sets that use word sets.
const DEEPEST_SETS: usize = 16;

/// A topic tree as written in a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicFile {
    /// Word sets by name, which rules use as `@name`. The lines of a set are alternatives; each may open with a
    /// language (`ru: Киев`), and may use other sets.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sets: BTreeMap<String, Vec<String>>,
    pub topics: Vec<TopicFileEntry>,
}

/// One topic with its sub-topics.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicFileEntry {
    pub id: String,
    pub name: String,
    pub color: Color,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub rules: Vec<String>,
    /// Ids of topics that were merged into this one.
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub children: Vec<TopicFileEntry>,
}

/// A mistake in a topic file: where, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct TreeError {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub message: String,
}

/// A mistake, and the text in the file that it stands in.
struct Mistake {
    place: Place,
    message: String,
}

impl Mistake {
    fn without_file(self) -> TreeError {
        TreeError { line: 1, column: 1, message: format!("{}: {}", self.place.describe(), self.message) }
    }
}

/// What the reader of RON says, without the names that things have in the program.
fn in_plain_words(error: &ron::Error) -> String {
    match error {
        ron::Error::ExpectedNamedStructLike(_)
        | ron::Error::ExpectedStructLike
        | ron::Error::ExpectedDifferentStructName { .. } => {
            "expected `(` and the fields of a topic tree or a topic".to_owned()
        }
        other => other.to_string().replace("`TopicFileEntry`", "a topic").replace("`TopicFile`", "a topic tree"),
    }
}

impl TopicFile {
    /// Reads and checks a file's text.
    pub fn parse(source: &str) -> Result<Self, TreeError> {
        Ok(Self::parse_with_tree(source)?.0)
    }

    /// The same, with the tree that checking it has made: the default one takes milliseconds.
    pub fn parse_with_tree(source: &str) -> Result<(Self, TopicTree), TreeError> {
        if source.len() > LARGEST_FILE {
            let message = format!("expected at most {LARGEST_FILE} bytes, found {}", source.len());
            return Err(TreeError { line: 1, column: 1, message });
        }
        let file: Self = ron::from_str(source).map_err(|error| {
            let start = error.span.start;
            TreeError { line: start.line, column: start.col, message: in_plain_words(&error.code) }
        })?;
        let tree = file.tree().map_err(|Mistake { place, message }| {
            let (line, column) = place.in_source(source);
            TreeError { line, column, message }
        })?;
        Ok((file, tree))
    }

    /// Checks ids and rules and lays the topics out in pre-order.
    pub fn into_tree(self) -> Result<TopicTree, TreeError> {
        self.tree().map_err(Mistake::without_file)
    }

    fn tree(&self) -> Result<TopicTree, Mistake> {
        let sets = resolve_sets(&self.sets)?;
        let mut layout = Layout { sets: &sets, ids: BTreeSet::new(), topics: Vec::new() };
        for entry in &self.topics {
            layout.add(entry, None, 0)?;
        }
        // Only now: an alias may be the id of a topic further down.
        for entry in &self.topics {
            layout.add_aliases(entry)?;
        }
        Ok(TopicTree { topics: layout.topics })
    }
}

/// Topics in pre-order, as far as they are laid out.
struct Layout<'a> {
    sets: &'a WordSets,
    /// And, once all topics are laid out, aliases.
    ids: BTreeSet<&'a str>,
    topics: Vec<Topic>,
}

impl<'a> Layout<'a> {
    fn add(&mut self, entry: &'a TopicFileEntry, parent: Option<TopicIx>, depth: usize) -> Result<(), Mistake> {
        self.check(entry, depth)?;
        let rule = |text: &String| {
            Rule::parse(text, self.sets).map_err(|RuleError { at, message }| Mistake {
                place: Place::Rule { topic: entry.id.clone(), rule: text.clone(), at },
                message,
            })
        };
        let rules = entry.rules.iter().map(rule).collect::<Result<Vec<Rule>, Mistake>>()?;
        let ix = TopicIx::new(self.topics.len());
        self.topics.push(Topic {
            id: entry.id.clone(),
            name: entry.name.clone(),
            color: entry.color,
            note: entry.note.clone(),
            rules,
            aliases: entry.aliases.clone(),
            parent,
            depth: depth as u8,
            end: 0,
        });
        for child in &entry.children {
            self.add(child, Some(ix), depth + 1)?;
        }
        self.topics[ix.index()].end = self.topics.len() as u16;
        Ok(())
    }

    /// An id that would lead to two topics leads nowhere.
    fn add_aliases(&mut self, entry: &'a TopicFileEntry) -> Result<(), Mistake> {
        for alias in &entry.aliases {
            if !self.ids.insert(alias) {
                let message = format!("expected an alias that is no other id or alias, found {alias:?} a second time");
                return Err(Mistake { place: Place::Alias { topic: entry.id.clone(), alias: alias.clone() }, message });
            }
        }
        entry.children.iter().try_for_each(|child| self.add_aliases(child))
    }

    fn check(&mut self, entry: &'a TopicFileEntry, depth: usize) -> Result<(), Mistake> {
        let id = &entry.id;
        let wrong = |nth: usize, message: String| Err(Mistake { place: Place::Id { id: id.clone(), nth }, message });
        if id.trim().is_empty() {
            return wrong(0, "expected an id such as \"ukraine/sanctions\", found nothing".to_owned());
        }
        if !self.ids.insert(id) {
            return wrong(1, format!("expected an id of its own for every topic, found {id:?} a second time"));
        }
        if depth >= DEEPEST {
            return wrong(0, format!("expected at most {DEEPEST} levels of topics"));
        }
        if self.topics.len() >= MOST_TOPICS {
            return wrong(0, format!("expected at most {MOST_TOPICS} topics"));
        }
        if entry.rules.len() > MOST_RULES {
            return wrong(0, format!("expected at most {MOST_RULES} rules, found {}", entry.rules.len()));
        }
        Ok(())
    }
}

/// Reads the word sets, each after those that it uses.
fn resolve_sets(written: &BTreeMap<String, Vec<String>>) -> Result<WordSets, Mistake> {
    let mut sets = WordSets::new();
    for name in written.keys() {
        resolve_set(name, written, &mut sets, 0)?;
    }
    Ok(sets)
}

fn resolve_set(
    name: &str,
    written: &BTreeMap<String, Vec<String>>,
    sets: &mut WordSets,
    depth: usize,
) -> Result<(), Mistake> {
    let Some(lines) = written.get(name).filter(|_| !sets.contains_key(name)) else { return Ok(()) };
    let mut alternatives = Vec::new();
    for line in lines {
        let wrong =
            |at, message| Mistake { place: Place::Set { set: name.to_owned(), line: line.clone(), at }, message };
        for used in sets_in(line) {
            if depth >= DEEPEST_SETS || used == name {
                return Err(wrong(0, format!("expected a word set that ends somewhere, found @{used} in a circle")));
            }
            resolve_set(used, written, sets, depth + 1)?;
        }
        let find = Find::parse_set_line(line, sets).map_err(|RuleError { at, message }| wrong(at, message))?;
        alternatives.push(find);
    }
    sets.insert(name.to_owned(), Arc::new(Find::Any(alternatives)));
    Ok(())
}

/// Names after `@` in a line.
fn sets_in(line: &str) -> impl Iterator<Item = &str> {
    let end = |rest: &str| rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_');
    line.split('@').skip(1).map(move |rest| &rest[..end(rest).unwrap_or(rest.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "(topics: [\n    (id: \"a\", name: \"A\", color: \"#0072B2\",";

    fn mistake(source: &str) -> (usize, usize, String) {
        let TreeError { line, column, message } = TopicFile::parse(source).expect_err("a mistake");
        (line, column, message)
    }

    #[test]
    fn topics_lie_in_pre_order_with_their_sub_topics_behind_them() {
        let source = format!(
            "{HEAD} children: [(id: \"a/b\", name: \"B\", color: \"#000000\")]), (id: \"c\", name: \"C\", color: \"#000000\")])"
        );
        let tree = TopicFile::parse(&source).and_then(TopicFile::into_tree).expect("a sound tree");
        let ids: Vec<&str> = tree.iter().map(|(_, topic)| topic.id.as_str()).collect();
        assert_eq!(ids, ["a", "a/b", "c"]);
        assert_eq!(tree.subtree(TopicIx::new(0)), 0..2);
        assert_eq!(tree.topic(TopicIx::new(1)).parent, Some(TopicIx::new(0)));
    }

    #[test]
    fn an_id_that_comes_twice_is_told_where_it_comes_again() {
        let source = format!("{HEAD}),\n    (id: \"a\", name: \"B\", color: \"#000000\")])");
        let (line, column, message) = mistake(&source);
        assert_eq!((line, column), (3, 11));
        assert!(message.contains("\"a\" a second time"), "{message}");
    }

    #[test]
    fn an_alias_leads_to_its_topic_and_to_no_other() {
        let source = format!("{HEAD} aliases: [\"old\"]),\n    (id: \"b\", name: \"B\", color: \"#000000\")])");
        let tree = TopicFile::parse(&source).and_then(TopicFile::into_tree).expect("a sound tree");
        assert_eq!(tree.find("old"), Some(TopicIx::new(0)));
        assert_eq!(tree.find("b"), Some(TopicIx::new(1)));
        let (line, column, message) = mistake(&source.replace("old", "b"));
        assert_eq!((line, column), (2, 55));
        assert!(message.contains("\"b\" a second time"), "{message}");
    }

    #[test]
    fn a_mistake_in_a_rule_is_told_with_line_and_column() {
        let source = format!("{HEAD} rules: [\n        // \"(b\"\n        \"é\\u{{e9}} | (b\",\n    ])])");
        let (line, column, message) = mistake(&source);
        assert_eq!((line, column), (4, 22), "the closing quote");
        assert_eq!(message, "expected `)`, found the end");
        let raw = format!("{HEAD} rules: [r#\"b | =\"#])])");
        let (line, column, _) = mistake(&raw);
        assert_eq!((line, column), (2, 60));
    }

    #[test]
    fn unknown_fields_and_bad_colours_are_told() {
        let (line, _, message) = mistake(&format!("{HEAD} colour: \"x\")])"));
        assert_eq!(line, 2);
        assert!(message.contains("colour"), "{message}");
        let (_, _, message) = mistake("(topics: [(id: \"a\", name: \"A\", color: \"blue\")])");
        assert!(message.contains("expected a colour"), "{message}");
        assert_eq!(mistake("(topics: [(id: \"a\"").0, 1);
    }

    #[test]
    fn word_sets_may_use_each_other_but_not_in_a_circle() {
        let with_sets = |sets: &str| format!("(sets: {{{sets}}}, topics: [])");
        assert!(TopicFile::parse(&with_sets("\"a\": [\"@b | x\"], \"b\": [\"ru: y\"]")).is_ok());
        let (line, _, message) = mistake(&with_sets("\n\"a\": [\"@b\"],\n\"b\": [\"@a\"]"));
        assert!(line >= 2 && message.contains("circle"), "{message}");
        assert!(mistake(&with_sets("\"a\": [\"@c\"]")).2.contains("word set"));
    }

    #[test]
    fn a_tree_may_not_be_endlessly_deep_or_large() {
        let mut source = "(topics: [".to_owned();
        for depth in 0..DEEPEST + 1 {
            source.push_str(&format!("(id: \"{depth}\", name: \"\", color: \"#000000\", children: ["));
        }
        source.push_str(&"])".repeat(DEEPEST + 1));
        source.push_str("])");
        assert!(mistake(&source).2.contains("levels"), "{:?}", mistake(&source));
        assert!(mistake(&" ".repeat(LARGEST_FILE + 1)).2.contains("bytes"));
    }

    #[test]
    fn a_tree_without_a_file_names_the_topic() {
        let color = Color([0, 0, 0]);
        let entry = |rule: &str| TopicFileEntry {
            id: "a".to_owned(),
            name: "A".to_owned(),
            color,
            note: String::new(),
            rules: vec![rule.to_owned()],
            aliases: Vec::new(),
            children: Vec::new(),
        };
        let file = TopicFile { sets: BTreeMap::new(), topics: vec![entry("b |")] };
        let message = file.into_tree().expect_err("a mistake").message;
        assert!(message.contains("topic \"a\"") && message.contains("character 4"), "{message}");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let source = format!("{HEAD} note: \"n\", rules: [\"b\"])], sets: {{\"s\": [\"x\"]}})");
        let file = TopicFile::parse(&source).expect("a sound tree");
        let written = ron::to_string(&file).expect("it can be written");
        assert_eq!(TopicFile::parse(&written), Ok(file));
    }

    #[test]
    fn the_tree_that_comes_with_the_program_is_sound() {
        let source = include_str!("../../assets/topics/talks.ron");
        let tree = TopicFile::parse(source).and_then(TopicFile::into_tree).expect("a sound tree");
        let tops: Vec<&str> =
            tree.iter().filter(|(_, topic)| topic.depth == 0).map(|(_, topic)| topic.id.as_str()).collect();
        assert_eq!(tops, ["ukraine", "diplomats", "cyber", "iran", "followup", "call"]);
        assert_eq!(tree.len(), 23);
        for (_, topic) in tree.iter() {
            assert!(!topic.note.is_empty() && !topic.rules.is_empty(), "{}", topic.id);
            let parent = topic.parent.map(|parent| format!("{}/", tree.topic(parent).id));
            assert!(parent.is_none_or(|parent| topic.id.starts_with(&parent)), "{}", topic.id);
        }
    }
}
