//! What is told of two trees that differ in one thing, and that nothing is left out.

use super::*;
use crate::model::TopicEdit;
use proptest::prelude::*;

fn file() -> TopicFile {
    let source = r##"(sets: {"us": ["=US"]}, topics: [
        (id: "a", name: "A", color: "#000000", rules: ["ship", "@us"], children: [
            (id: "a/b", name: "B", color: "#000000", rules: ["port"]),
        ]),
        (id: "c", name: "C", color: "#000000"),
    ])"##;
    TopicFile::parse(source).expect("a sound tree")
}

fn edited(edit: &TopicEdit) -> TopicFile {
    edit.apply(&file()).expect("a change").file
}

fn owned(text: &str) -> String {
    text.to_owned()
}

fn of(id: &str, name: &str, change: TopicChange) -> Difference {
    Difference::Topic { id: owned(id), name: owned(name), change }
}

#[test]
fn a_tree_does_not_differ_from_itself() {
    assert_eq!(tree_difference(&file(), &file()), []);
}

#[test]
fn topics_of_one_tree_only_are_told_from_both_sides() {
    let other = edited(&TopicEdit::Delete { topic: owned("a/b") });
    assert_eq!(tree_difference(&file(), &other), [of("a/b", "B", TopicChange::OnlyInFirst)]);
    assert_eq!(tree_difference(&other, &file()), [of("a/b", "B", TopicChange::OnlyInSecond)]);
}

#[test]
fn a_moved_topic_is_the_same_topic() {
    let other = edited(&TopicEdit::Move { topic: owned("a/b"), parent: None, position: 0 });
    let moved = TopicChange::Moved { from: Some(owned("A")), to: None };
    assert_eq!(tree_difference(&file(), &other), [of("a/b", "B", moved)]);
}

#[test]
fn a_merged_topic_is_told_with_where_it_went() {
    let other = edited(&TopicEdit::Merge { from: owned("a/b"), into: owned("a") });
    let rules = |added: &[&str], removed: &[&str]| TopicChange::RulesChanged {
        added: added.iter().copied().map(owned).collect(),
        removed: removed.iter().copied().map(owned).collect(),
    };
    let merged = TopicChange::MergedInSecond { into: owned("A") };
    let expected = [of("a", "A", rules(&["port"], &[])), of("a/b", "B", merged)];
    assert_eq!(tree_difference(&file(), &other), expected);
    let split = TopicChange::MergedInFirst { into: owned("A") };
    assert_eq!(tree_difference(&other, &file()), [of("a", "A", rules(&[], &["port"])), of("a/b", "B", split)]);
}

#[test]
fn a_topic_is_found_under_its_old_id() {
    let mut other = file();
    other.topics[1].id = owned("d");
    other.topics[1].aliases = vec![owned("c")];
    assert_eq!(tree_difference(&file(), &other), []);
    other.topics[1].name = owned("D");
    let renamed = TopicChange::Renamed { from: owned("C"), to: owned("D") };
    assert_eq!(tree_difference(&file(), &other), [of("d", "D", renamed)]);
    assert_eq!(tree_difference(&other, &file()).len(), 1);
}

#[test]
fn all_that_differs_about_a_topic_and_the_word_sets_is_told() {
    let mut other = file();
    other.topics[0].rules = vec![owned("@us"), owned("boat")];
    other.topics[0].note = owned("New.");
    other.topics[0].color = Color([1, 2, 3]);
    other.sets.insert(owned("us"), vec![owned("=US"), owned("=USA")]);
    other.sets.insert(owned("empty"), Vec::new());
    let (black, blue) = (Color([0, 0, 0]), Color([1, 2, 3]));
    let set = |name: &str, added: &[&str]| Difference::WordSet {
        name: owned(name),
        added: added.iter().copied().map(owned).collect(),
        removed: Vec::new(),
    };
    let expected = [
        of("a", "A", TopicChange::Recoloured { from: black, to: blue }),
        of("a", "A", TopicChange::NoteChanged { from: String::new(), to: owned("New.") }),
        of("a", "A", TopicChange::RulesChanged { added: vec![owned("boat")], removed: vec![owned("ship")] }),
        set("empty", &[]),
        set("us", &["=USA"]),
    ];
    assert_eq!(tree_difference(&file(), &other), expected);
}

/// Sound or not is the same here: any two trees of a few ids.
fn trees() -> impl Strategy<Value = TopicFile> {
    let entry = |id: &str, children: Vec<TopicFileEntry>, bits: u8| TopicFileEntry {
        id: owned(id),
        name: owned(if bits & 1 == 0 { "X" } else { "Y" }),
        color: Color([bits & 2, 0, 0]),
        note: owned(if bits & 4 == 0 { "" } else { "n" }),
        rules: if bits & 8 == 0 { Vec::new() } else { vec![owned("r")] },
        aliases: if bits & 16 == 0 { Vec::new() } else { vec![format!("alias of {id}")] },
        children,
    };
    proptest::collection::vec((0..4_usize, any::<bool>(), any::<u8>()), 0..5).prop_map(move |drafts| {
        let mut file = TopicFile::default();
        let ids = ["a", "b", "alias of a", "d"];
        for (id, below, bits) in drafts {
            let is_taken =
                |(entry, _): &Entry| entry.id == ids[id] || entry.aliases.iter().any(|alias| alias == ids[id]);
            let is_alias = id == 0 && file.entries().iter().any(|(entry, _)| entry.id == "alias of a");
            if file.entries().iter().any(is_taken) || is_alias {
                continue;
            }
            let entry = entry(ids[id], Vec::new(), bits);
            match file.topics.last_mut().filter(|_| below) {
                Some(last) => last.children.push(entry),
                None => file.topics.push(entry),
            }
        }
        file
    })
}

proptest! {
    #[test]
    fn trees_without_a_difference_are_the_same(a in trees(), b in trees()) {
        prop_assert_eq!(tree_difference(&a, &a), []);
        let there = tree_difference(&a, &b);
        prop_assert_eq!(there.is_empty(), tree_difference(&b, &a).is_empty());
        // By name, colour, note and rules, whatever their order and ids.
        let content = |file: &TopicFile| {
            let entries = file.entries();
            let line = |(entry, parent): &Entry| (entry.name.clone(), entry.color.0, entry.note.clone(), entry.rules.clone(), parent.map(|parent| entries[parent].0.name.clone()));
            let mut lines: Vec<_> = entries.iter().map(line).collect();
            lines.sort();
            lines
        };
        prop_assert!(!there.is_empty() || content(&a) == content(&b));
    }
}
