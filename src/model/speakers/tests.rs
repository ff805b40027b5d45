//! Stories of speakers files, sound and unsound.

use super::*;

fn file(rest: &str) -> String {
    format!("(\n sides: [(id: \"ru\", name: \"Russia\"), (id: \"us\", name: \"US\")],\n{rest})")
}

#[test]
fn the_file_that_comes_with_the_program_is_sound() {
    let speakers = Speakers::standard().unwrap();
    let ids: Vec<&str> = speakers.sides.iter().map(|side| side.id.as_str()).collect();
    assert_eq!(ids, ["ru", "us", "ua", "other"]);
}

#[test]
fn a_side_that_is_not_there_is_named_with_its_line() {
    let source = file(" persons: [\n  (name: \"Lavrov\", side: \"rus\", forms: [\"Lavrov\"]),\n ],\n");
    let error = Speakers::parse(&source).unwrap_err();
    assert_eq!(error.to_string(), "line 4: Lavrov: expected the id of a side, found \"rus\"");
}

#[test]
fn an_entry_without_words_and_an_unknown_office_are_mistakes() {
    let source = file(" bodies: [(name: \"Duma\", forms: [\"\"])],\n");
    assert_eq!(Speakers::parse(&source).unwrap_err().line, 3);
    let person = "(name: \"P\", side: \"ru\", forms: [\"P\"], held: [(office: \"tsar\", from: \"1900-01-01\")])";
    let error = Speakers::parse(&file(&format!(" persons: [{person}],\n"))).unwrap_err();
    assert!(error.message.contains("tsar"), "{error}");
}

#[test]
fn what_is_not_ron_is_refused_with_its_line() {
    assert_eq!(Speakers::parse(&file(" bodies: [(nome: \"Duma\")],\n")).unwrap_err().line, 3);
    assert!(Speakers::parse("(sides: [])").is_err());
}

#[test]
fn an_office_is_held_by_whoever_held_it_that_day() {
    let speakers = Speakers::standard().unwrap();
    let us = speakers.find_side("us").unwrap();
    let president = |day: &str| {
        let day = Some(day.parse().unwrap());
        speakers.holder("president", us, day).map(|person| speakers.person(person).name.as_str())
    };
    assert_eq!(president("2021-12-07"), Some("Biden"));
    assert_eq!(president("2018-07-16"), Some("Trump"));
    assert_eq!(president("1990-01-01"), None);
}
