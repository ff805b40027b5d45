//! What each change makes of a tree, and that no row of changes makes an unsound one.

use super::*;
use crate::model::{TopicFileEntry, TopicIx};
use proptest::prelude::*;
use std::collections::BTreeSet;

const TREE: &str = r##"(
    sets: {"us": ["=US | Biden"]},
    topics: [
        (id: "ukraine", name: "Ukraine", color: "#0072B2", note: "All of it.", rules: ["Kyiv", "@us and border"], children: [
            (id: "ukraine/sanctions", name: "Sanctions", color: "#004C78", note: "Threats.", rules: ["sanction", "Kyiv"], children: [
                (id: "banks", name: "Banks", color: "#004C78", rules: ["bank"]),
            ]),
            (id: "ukraine/troops", name: "Troops", color: "#3B8EC4", rules: ["troop"]),
        ]),
        (id: "iran", name: "Iran", color: "#C98A00", rules: ["Iran"], aliases: ["persia"]),
    ],
)"##;

fn tree() -> TopicFile {
    TopicFile::parse(TREE).expect("a sound tree")
}

fn edited(edit: &TopicEdit, file: &TopicFile) -> (TopicFile, Option<String>) {
    let Edited { file, topic } = edit.apply(file).expect("a change that can be made");
    file.clone().into_tree().expect("a sound tree");
    (file, topic)
}

fn ids(file: &TopicFile) -> Vec<&str> {
    file.entries().iter().map(|(entry, _)| entry.id.as_str()).collect()
}

fn entry<'a>(file: &'a TopicFile, id: &str) -> &'a TopicFileEntry {
    file.find(id).expect("a topic of this id")
}

fn strings(strings: &[&str]) -> Vec<String> {
    strings.iter().map(|string| (*string).to_owned()).collect()
}

fn moved(topic: &str, parent: Option<&str>, position: usize) -> TopicEdit {
    TopicEdit::Move { topic: topic.to_owned(), parent: parent.map(str::to_owned), position }
}

fn merged(from: &str, into: &str) -> TopicEdit {
    TopicEdit::Merge { from: from.to_owned(), into: into.to_owned() }
}

fn deleted(topic: &str) -> TopicEdit {
    TopicEdit::Delete { topic: topic.to_owned() }
}

#[test]
fn a_new_topic_gets_an_id_below_its_parent_and_a_colour_of_its_own() {
    let add = |name: &str| TopicEdit::Add {
        parent: Some("ukraine".to_owned()),
        name: format!(" {name}\n"),
        rules: strings(&["@us"]),
    };
    let (file, topic) = edited(&add("Новый пакет"), &tree());
    assert_eq!(topic.as_deref(), Some("ukraine/novyy-paket"));
    let added = entry(&file, "ukraine/novyy-paket");
    assert_eq!((added.name.as_str(), &added.rules), ("Новый пакет", &strings(&["@us"])));
    let (file, topic) = edited(&add("Sanctions"), &file);
    assert_eq!(topic.as_deref(), Some("ukraine/sanctions-2"));
    let colors: BTreeSet<[u8; 3]> = entry(&file, "ukraine").children.iter().map(|child| child.color.0).collect();
    assert_eq!(colors.len(), 4);
    let top = TopicEdit::Add { parent: None, name: "Persia".to_owned(), rules: Vec::new() };
    assert_eq!(edited(&top, &file).1.as_deref(), Some("persia-2"), "an alias is taken, too");
}

#[test]
fn a_topic_keeps_its_id_wherever_it_goes() {
    let (file, topic) = edited(&moved("ukraine/sanctions", None, 1), &tree());
    assert_eq!(topic.as_deref(), Some("ukraine/sanctions"));
    assert_eq!(ids(&file), ["ukraine", "ukraine/troops", "ukraine/sanctions", "banks", "iran"]);
    let (file, _) = edited(&moved("ukraine", Some("iran"), 9), &file);
    assert_eq!(ids(&file), ["ukraine/sanctions", "banks", "iran", "ukraine", "ukraine/troops"]);
    let (file, _) = edited(&moved("iran", None, 0), &file);
    assert_eq!(ids(&file), ["iran", "ukraine", "ukraine/troops", "ukraine/sanctions", "banks"]);
}

#[test]
fn a_topic_cannot_stand_below_itself() {
    for parent in ["ukraine", "banks"] {
        let error = moved("ukraine", Some(parent), 0).apply(&tree()).expect_err("a circle");
        assert_eq!(error.to_string(), "\"Ukraine\" cannot stand below itself");
    }
}

#[test]
fn what_is_merged_away_is_found_under_its_old_id() {
    let (file, topic) = edited(&merged("ukraine/sanctions", "iran"), &tree());
    assert_eq!(topic.as_deref(), Some("iran"));
    assert_eq!(ids(&file), ["ukraine", "ukraine/troops", "iran", "banks"]);
    let iran = entry(&file, "iran");
    assert_eq!(iran.rules, ["Iran", "sanction", "Kyiv"]);
    assert_eq!((iran.name.as_str(), iran.note.as_str()), ("Iran", "Threats."));
    let (file, _) = edited(&merged("persia", "ukraine/troops"), &file);
    let tree = file.clone().into_tree().expect("a sound tree");
    for id in ["iran", "persia", "ukraine/sanctions", "ukraine/troops"] {
        assert_eq!(tree.find(id), Some(TopicIx::new(1)), "{id}");
    }
}

#[test]
fn a_sub_topic_is_merged_into_the_topic_above_it_but_not_the_other_way_round() {
    let (file, _) = edited(&merged("ukraine/sanctions", "ukraine"), &tree());
    assert_eq!(ids(&file), ["ukraine", "ukraine/troops", "banks", "iran"]);
    let ukraine = entry(&file, "ukraine");
    assert_eq!(ukraine.rules, ["Kyiv", "@us and border", "sanction"], "no rule twice");
    assert_eq!(ukraine.note, "All of it.\nThreats.");
    let error = merged("ukraine", "banks").apply(&tree()).expect_err("nowhere to stand");
    assert!(error.to_string().contains("merge \"Banks\" into \"Ukraine\" instead"), "{error}");
    assert_eq!(merged("iran", "persia").apply(&tree()), Err(TopicEditError::IntoItself("Iran".to_owned())));
}

#[test]
fn rules_are_split_off_into_a_sub_topic() {
    let split = |rules: &[usize]| TopicEdit::Split {
        topic: "ukraine".to_owned(),
        rules: rules.to_vec(),
        name: "Border".to_owned(),
    };
    let (file, topic) = edited(&split(&[1]), &tree());
    assert_eq!(topic.as_deref(), Some("ukraine/border"));
    assert_eq!(entry(&file, "ukraine").rules, ["Kyiv"]);
    assert_eq!(entry(&file, "ukraine/border").rules, ["@us and border"]);
    assert_eq!(split(&[]).apply(&tree()), Err(TopicEditError::NoRules));
    assert_eq!(split(&[0, 2]).apply(&tree()), Err(TopicEditError::NoRule(3)));
}

#[test]
fn after_a_deletion_the_neighbour_is_looked_at() {
    let (file, topic) = edited(&deleted("ukraine/sanctions"), &tree());
    assert_eq!((ids(&file), topic.as_deref()), (vec!["ukraine", "ukraine/troops", "iran"], Some("ukraine/troops")));
    let (file, topic) = edited(&deleted("ukraine/troops"), &file);
    assert_eq!(topic.as_deref(), Some("ukraine"));
    let (file, topic) = edited(&deleted("iran"), &file);
    assert_eq!(topic.as_deref(), Some("ukraine"));
    assert_eq!(edited(&deleted("ukraine"), &file).1, None);
}

#[test]
fn a_deleted_topic_that_is_added_again_has_its_old_id() {
    let (file, _) = edited(&deleted("ukraine/sanctions"), &tree());
    let add = TopicEdit::Add { parent: Some("ukraine".to_owned()), name: "Sanctions".to_owned(), rules: Vec::new() };
    assert_eq!(edited(&add, &file).1.as_deref(), Some("ukraine/sanctions"));
}

#[test]
fn a_mistake_in_a_rule_is_told_with_its_place_and_changes_nothing() {
    let edit = TopicEdit::SetRules { topic: "iran".to_owned(), rules: strings(&["Иран", "Иран and @nobody"]) };
    let error = edit.apply(&tree()).expect_err("a mistake");
    assert!(error.to_string().starts_with("rule 2: expected the name of a word set"), "{error}");
    let TopicEditError::Rule { rule: 1, mistake } = error else { panic!("{error}") };
    assert_eq!(mistake.range, 13..20);
}

#[test]
fn names_and_notes_have_their_limits() {
    let rename = |name: &str| TopicEdit::Rename { topic: "iran".to_owned(), name: name.to_owned() }.apply(&tree());
    assert_eq!(rename(" \n"), Err(TopicEditError::NoName));
    assert!(rename(&"é".repeat(120)).is_ok());
    assert_eq!(rename(&"é".repeat(121)), Err(TopicEditError::LongName { found: 121, most: 120 }));
    let note = TopicEdit::SetNote { topic: "iran".to_owned(), note: "n".repeat(10_001) };
    assert!(matches!(note.apply(&tree()), Err(TopicEditError::LongNote { .. })));
}

#[test]
fn topics_cannot_be_nested_without_end() {
    let mut file = tree();
    let mut parent = "iran".to_owned();
    loop {
        let add = TopicEdit::Add { parent: Some(parent), name: "x".to_owned(), rules: Vec::new() };
        match add.apply(&file) {
            Ok(Edited { file: deeper, topic }) => (file, parent) = (deeper, topic.expect("the new topic")),
            Err(error) => break assert!(matches!(error, TopicEditError::TooDeep { most: 16 }), "{error}"),
        }
    }
    assert!(file.into_tree().is_ok());
}

#[test]
fn the_undo_menu_names_topics_not_ids() {
    assert_eq!(merged("ukraine/sanctions", "ukraine").name(&tree()), "merge Sanctions into Ukraine");
    assert_eq!(deleted("banks").name(&tree()), "delete topic Banks");
    let rename = TopicEdit::Rename { topic: "iran".to_owned(), name: " Tehran ".to_owned() };
    assert_eq!(rename.name(&tree()), "rename Iran to Tehran");
}

/// A change of topics that are told by number: there is one of each number.
type Draft = (u8, usize, usize, usize, String);

fn edit_of((kind, one, other, position, name): &Draft, file: &TopicFile) -> TopicEdit {
    let ids: Vec<&str> = file
        .entries()
        .iter()
        .flat_map(|(entry, _)| std::iter::once(&entry.id).chain(&entry.aliases))
        .map(String::as_str)
        .collect();
    let id = |number: usize| ids.get(number % ids.len().max(1)).map_or("none", |id| *id).to_owned();
    let (topic, name) = (id(*one), name.clone());
    let parent = (other % 4 != 0).then(|| id(*other));
    match kind {
        0 => TopicEdit::Rename { topic, name },
        1 => TopicEdit::Recolour { topic, color: Color([*one as u8, *other as u8, *position as u8]) },
        2 => TopicEdit::SetNote { topic, note: name },
        3 => TopicEdit::SetRules { topic, rules: strings(&["@us", "Kyiv", "a ~2 b"]) },
        4 | 5 => TopicEdit::Move { topic, parent, position: *position },
        6 => TopicEdit::Merge { from: topic, into: id(*other) },
        7 => TopicEdit::Split { topic, rules: vec![*position], name },
        8 => TopicEdit::Delete { topic },
        _ => TopicEdit::Add { parent, name, rules: strings(&["@us | call"]) },
    }
}

proptest! {
    #[test]
    fn no_row_of_changes_makes_an_unsound_tree(
        drafts in proptest::collection::vec((0..12_u8, 0..50_usize, 0..50_usize, 0..5_usize, "[ab Я\"\n]{0,3}"), 0..40),
    ) {
        let mut file = tree();
        for draft in &drafts {
            let edit = edit_of(draft, &file);
            let before = file.clone();
            let Ok(Edited { file: after, topic }) = edit.apply(&file) else { continue };
            prop_assert_eq!(&file, &before, "undoing is going back to the tree before");
            prop_assert_eq!(&after.sets, &before.sets);
            let tree = after.clone().into_tree();
            prop_assert!(tree.is_ok(), "{edit:?}: {tree:?}");
            let tree = tree.unwrap();
            prop_assert!(topic.is_none_or(|topic| tree.iter().any(|(_, entry)| entry.id == topic)), "{edit:?}");
            if !matches!(edit, TopicEdit::Delete { .. }) {
                let lost = before.entries().iter().any(|(entry, _)| tree.find(&entry.id).is_none());
                prop_assert!(!lost, "{edit:?} loses an id");
            }
            prop_assert_eq!(TopicFile::parse(&after.to_text("")), Ok(after.clone()));
            file = after;
        }
    }
}
