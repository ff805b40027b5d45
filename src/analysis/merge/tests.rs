use super::*;
use crate::model::{
    About, Bookmark, Correction, Decision, Finding, Fingerprint, Language, MarkId, Note, OwnPassage, RoundOf, Says,
    Star, TopicFile, TopicTree, Verdict,
};
use std::sync::Arc;

mod properties;

const THEY: &str = "Olga";
/// Places in an article that is called `a.txt` or `b.txt`.
const WORDS: [&str; 3] = ["Sanctions were named.", "Talks went on.", "No date was set."];

fn anchor(at: usize) -> Anchor {
    let exact = WORDS[at].to_owned();
    Anchor { start: at * 40, end: at * 40 + exact.len(), exact, prefix: String::new(), suffix: String::new() }
}

fn text() -> Fingerprint {
    Fingerprint::of("as it was read")
}

fn decision(at: usize, topic: &str, kept: bool, by: &str) -> Decision {
    let (article, anchor, topic, by) = ("a.txt".to_owned(), anchor(at), topic.to_owned(), by.to_owned());
    Decision { article, anchor, topic, kept, fingerprint: text(), by }
}

fn own(id: u64, at: usize, topic: &str, by: &str) -> OwnPassage {
    let (article, anchor, topic, by) = ("a.txt".to_owned(), anchor(at), topic.to_owned(), by.to_owned());
    OwnPassage { article, anchor, topic, id: MarkId(id), fingerprint: text(), by }
}

fn star(at: usize, topic: &str, by: &str) -> Star {
    let (article, anchor, topic, by) = ("a.txt".to_owned(), anchor(at), topic.to_owned(), by.to_owned());
    Star { article, anchor, topic, fingerprint: text(), by }
}

fn bookmark(at: usize, by: &str) -> Bookmark {
    Bookmark { article: "a.txt".to_owned(), anchor: anchor(at), fingerprint: None, by: by.to_owned() }
}

fn note(id: u64, at: usize, text_of_note: &str, by: &str) -> Note {
    let about = About::Words { article: "a.txt".to_owned(), anchor: anchor(at), topic: None, fingerprint: text() };
    Note { about, id: MarkId(id), text: text_of_note.to_owned(), by: by.to_owned() }
}

fn tree_file(names: &[&str]) -> TopicFile {
    let topic = |name: &&str| format!("(id: \"{name}\", name: \"The {name}\", color: \"#0072B2\")");
    let topics: Vec<String> = names.iter().map(topic).collect();
    TopicFile::parse(&format!("(topics: [{}])", topics.join(", "))).unwrap()
}

fn tree() -> TopicTree {
    tree_file(&["iran", "cyber"]).into_tree().unwrap()
}

/// `marks` after the edit, which must be one that can be undone.
fn after(edit: Edit, marks: &Marks) -> Marks {
    let mut changed = marks.clone();
    if let Some(inverse) = edit.apply(&mut changed) {
        let mut undone = changed.clone();
        inverse.apply(&mut undone);
        assert_eq!(undone, *marks, "undo");
    }
    changed
}

fn one(merge: &Merge) -> &Difference {
    assert_eq!(merge.differing.len(), 1, "{:?}", merge.differing);
    &merge.differing[0]
}

fn sides(difference: &Difference) -> [String; 2] {
    [difference.ours(&tree()), difference.theirs(&tree())].map(|side| format!("{}: {}", side.who, side.text))
}

#[test]
fn what_only_they_have_comes_as_one_step_under_their_name() {
    let ours = Marks { notes: vec![note(1, 0, "Mine", "Anna")], ..Marks::default() };
    let theirs = Marks {
        decisions: vec![decision(0, "iran", false, "")],
        passages: vec![own(2, 1, "iran", "")],
        stars: vec![star(0, "iran", "")],
        notes: vec![note(3, 0, "Hers", "")],
        bookmarks: vec![bookmark(2, "Pavel")],
        ..Marks::default()
    };
    let merge = merge(&ours, &theirs, THEY);
    assert_eq!(merge.edit.name(), "merge the session of Olga");
    assert_eq!(merge.brought.to_string(), "1 decision, 1 passage, 1 star, 1 note, 1 bookmark");
    assert_eq!((merge.differing.len(), merge.same.to_string()), (0, "nothing".to_owned()));
    let merged = after(merge.edit, &ours);
    assert_eq!(merged.decisions, [decision(0, "iran", false, THEY)]);
    assert_eq!(merged.passages, [own(2, 1, "iran", THEY)]);
    assert_eq!(merged.stars, [star(0, "iran", THEY)]);
    assert_eq!(merged.notes, [note(1, 0, "Mine", "Anna"), note(3, 0, "Hers", THEY)]);
    assert_eq!(merged.bookmarks, [bookmark(2, "Pavel")], "a mark keeps the name that it bears");
}

#[test]
fn a_session_that_was_sent_there_and_back_doubles_nothing() {
    let ours = Marks {
        decisions: vec![decision(0, "iran", true, "")],
        passages: vec![own(1, 1, "iran", "")],
        stars: vec![star(0, "iran", "")],
        notes: vec![note(2, 0, "Mine", "")],
        bookmarks: vec![bookmark(2, "")],
        ..Marks::default()
    };
    let hers = Marks { notes: vec![note(3, 0, "Hers", THEY)], ..Marks::default() };
    let back = after(merge(&hers, &ours, "Anna").edit, &hers);
    let merge = merge(&ours, &back, THEY);
    assert_eq!((merge.brought.to_string(), merge.same.total()), ("1 note".to_owned(), 5));
    assert_eq!(merge.differing, []);
}

#[test]
fn a_passage_kept_by_one_and_rejected_by_the_other_is_told_and_stays_ours_until_theirs_is_taken() {
    let ours = Marks { decisions: vec![decision(0, "iran", true, "")], ..Marks::default() };
    let theirs = Marks { decisions: vec![decision(0, "iran", false, "Pavel")], ..Marks::default() };
    let found = merge(&ours, &theirs, THEY);
    assert_eq!(after(found.edit.clone(), &ours), ours);
    let difference = one(&found);
    assert_eq!(difference.title(&tree()), "The iran: “Sanctions were named.”");
    assert_eq!(sides(difference), ["you: kept", "Pavel: rejected"]);
    assert_eq!(difference.place(), Some(("a.txt", &anchor(0))));
    let edit = difference.edit_for_theirs(&ours);
    assert_eq!(edit.name(), "take what Olga has");
    assert_eq!(after(edit, &ours), theirs);
}

#[test]
fn words_that_one_marked_and_the_other_rejected_are_told() {
    let rejected = Marks { decisions: vec![decision(0, "iran", false, "Anna")], ..Marks::default() };
    let marked = Marks { passages: vec![own(1, 0, "iran", THEY)], ..Marks::default() };
    let theirs_marked = merge(&rejected, &marked, THEY);
    assert_eq!(sides(one(&theirs_marked)), ["Anna: rejected", "Olga: marked"]);
    assert_eq!(after(one(&theirs_marked).edit_for_theirs(&rejected), &rejected), marked);
    let theirs_rejected = merge(&marked, &rejected, "Anna");
    assert_eq!(sides(one(&theirs_rejected)), ["Olga: marked", "Anna: rejected"]);
    assert_eq!(after(one(&theirs_rejected).edit_for_theirs(&marked), &marked), rejected);
    let marked_anew = Marks { passages: vec![own(2, 0, "iran", "")], ..rejected };
    let found = merge(&marked, &marked_anew, "Anna");
    assert_eq!((found.differing, found.same.passages), (vec![], 1), "who rejected and then marked has marked");
}

#[test]
fn the_same_words_differ_if_each_has_a_topic_that_the_other_has_not() {
    let passages = |list: &[(u64, &str)], by| {
        let passages = list.iter().map(|(id, topic)| own(*id, 0, topic, by)).collect();
        let mut marks = Marks { passages, ..Marks::default() };
        marks.put_in_order();
        marks
    };
    let ours = passages(&[(1, "iran"), (2, "call")], "");
    let found = merge(&ours, &passages(&[(3, "iran"), (4, "cyber")], ""), THEY);
    assert_eq!((found.brought.passages, found.same.passages), (0, 1));
    assert_eq!(sides(one(&found)), ["you: The iran, call", "Olga: The cyber, The iran"]);
    let taken = after(one(&found).edit_for_theirs(&ours), &ours);
    let mut expected = passages(&[(1, "iran")], "");
    expected.passages.push(own(4, 0, "cyber", THEY));
    expected.put_in_order();
    assert_eq!(taken, expected, "ours under the topic of both stays");
    let further = merge(&passages(&[(1, "iran")], ""), &passages(&[(3, "iran"), (4, "cyber")], ""), THEY);
    assert_eq!((further.brought.passages, further.differing.len()), (1, 0), "a further topic is only new");
}

#[test]
fn a_passage_or_note_that_was_changed_is_told_and_not_doubled() {
    let notes = vec![note(2, 0, "Before", ""), note(3, 0, "Still", "")];
    let ours = Marks { passages: vec![own(1, 0, "iran", "")], notes, ..Marks::default() };
    let notes = vec![note(2, 0, "After", ""), note(3, 1, "Still", "")];
    let mut theirs = Marks { passages: vec![own(1, 1, "cyber", "")], notes, ..Marks::default() };
    let found = merge(&ours, &theirs, THEY);
    assert_eq!((found.brought.total(), found.same.total()), (0, 0));
    let told: Vec<[String; 2]> = found.differing.iter().map(sides).collect();
    let expected = [
        ["you: “Sanctions were named.” under The iran", "Olga: “Talks went on.” under The cyber"],
        ["you: Before", "Olga: After"],
        ["you: Still (on “Sanctions were named.” in a.txt)", "Olga: Still (on “Talks went on.” in a.txt)"],
    ];
    assert_eq!(told, expected);
    let taken =
        found.differing.iter().fold(ours, |marks, difference| after(difference.edit_for_theirs(&marks), &marks));
    theirs = signed(&theirs, THEY);
    assert_eq!(taken, theirs);
}

#[test]
fn a_changed_passage_is_told_once_and_does_not_keep_others_on_its_words_away() {
    let ours = Marks { passages: vec![own(1, 0, "iran", "")], ..Marks::default() };
    let theirs = Marks { passages: vec![own(1, 0, "call", ""), own(2, 0, "cyber", "")], ..Marks::default() };
    let found = merge(&ours, &theirs, THEY);
    assert!(matches!(one(&found).matter, Matter::Passage { .. }));
    assert_eq!(found.brought.passages, 1);
}

#[test]
fn corrections_are_compared_detail_by_detail() {
    let verdict = |at, clutter| Verdict { anchor: anchor(at), clutter, fingerprint: None };
    let marks =
        |correction: Correction| Marks { corrections: [("a.txt".into(), correction)].into(), ..Marks::default() };
    let text = |text: &str| Some(text.to_owned());
    let ours = marks(Correction {
        headline: text("A call"),
        outlet: text("TASS"),
        language: Some(Language::Russian),
        verdicts: vec![verdict(0, true)],
        ..Correction::default()
    });
    let theirs = marks(Correction {
        headline: text("Two calls"),
        outlet: text("TASS"),
        author: text("Orlova"),
        language: Some(Language::English),
        verdicts: vec![verdict(0, false), verdict(1, true)],
        ..Correction::default()
    });
    let found = merge(&ours, &theirs, THEY);
    assert_eq!((found.brought.to_string(), found.same.total()), ("2 corrections".to_owned(), 1));
    let titles: Vec<String> = found.differing.iter().map(|difference| difference.title(&tree())).collect();
    let paragraph = "Paragraph of a.txt: “Sanctions were named.”";
    assert_eq!(titles, ["Headline of a.txt", "Language of a.txt", paragraph]);
    assert_eq!(sides(&found.differing[1]), ["you: Russian", "Olga: English"]);
    assert_eq!(sides(&found.differing[2]), ["you: left out of the article", "Olga: part of the article"]);
    let merged = after(found.edit, &ours);
    let taken =
        found.differing.iter().fold(merged, |marks, difference| after(difference.edit_for_theirs(&marks), &marks));
    assert_eq!(taken, theirs, "each is taken without losing the others");
}

#[test]
fn topic_trees_that_differ_are_told_and_left() {
    let marks = |file| Marks { topics: Some(Arc::new(file)), ..Marks::default() };
    let (ours, theirs) = (marks(tree_file(&["iran"])), marks(tree_file(&["iran", "cyber"])));
    let found = merge(&ours, &theirs, THEY);
    assert_eq!(after(found.edit.clone(), &ours), ours);
    assert_eq!(sides(one(&found)), ["you: 1 topic", "Olga: 2 topics, with 1 difference"]);
    assert_eq!(after(one(&found).edit_for_theirs(&ours), &ours), theirs);
    assert_eq!(merge(&ours, &Marks::default(), THEY).differing, [], "who never changed the tree says nothing of it");
    assert_eq!(merge(&theirs, &theirs, THEY).differing, []);
}

#[test]
fn words_around_a_place_do_not_make_it_another_place() {
    let mut moved = decision(0, "iran", false, "");
    moved.anchor.prefix = "Then. ".to_owned();
    let ours = Marks { decisions: vec![decision(0, "iran", true, "")], ..Marks::default() };
    let theirs = Marks { decisions: vec![moved.clone()], ..Marks::default() };
    let found = merge(&ours, &theirs, THEY);
    let taken = after(one(&found).edit_for_theirs(&ours), &ours);
    assert_eq!(taken.decisions, [Decision { by: THEY.to_owned(), ..moved }], "no second decision on the passage");
}

#[test]
fn who_says_a_sentence_and_which_talks_it_was_are_asked_about_where_both_say_otherwise() {
    let says = |speaker: &str| {
        let (article, speaker, side) = ("a.txt".to_owned(), speaker.to_owned(), Some("ru".to_owned()));
        Finding::Says(Says { article, anchor: anchor(0), fingerprint: text(), side, speaker, by: String::new() })
    };
    let round =
        |key: &str| Finding::Round(RoundOf { article: "a.txt".to_owned(), round: key.to_owned(), by: String::new() });
    let marks = |findings: Vec<Finding>| {
        let mut marks = Marks::default();
        findings.into_iter().for_each(|finding| assert!(marks.findings.add(finding)));
        marks
    };
    let ours = marks(vec![says("Putin"), round("2021-12-07")]);
    let merged = merge(&ours, &marks(vec![says("Ushakov"), round("2021-12-07")]), THEY);
    assert_eq!((merged.differing.len(), merged.same.corrections), (1, 1));
    let difference = &merged.differing[0];
    assert_eq!(difference.title(&tree()), "Who says “Sanctions were named.”");
    assert_eq!(difference.theirs(&tree()), Side { who: THEY.to_owned(), text: "Ushakov (ru)".to_owned() });
    assert_eq!(after(merged.edit.clone(), &ours), ours, "ours stays until the reader says otherwise");
    let taken = after(difference.edit_for_theirs(&ours), &ours);
    assert_eq!((taken.findings.says.len(), &*taken.findings.says[0].speaker), (1, "Ushakov"));
}
