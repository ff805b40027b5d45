//! Whatever rules change, what is linked anew gives what linking everything gives.

use super::*;
use crate::analysis::Linker;
use crate::analysis::link::tests::{article, known, tree};
use crate::model::{Article, Language};
use proptest::prelude::*;

/// Relinks an article, compares it with a whole new linking, and tells whether it was touched.
fn relinked(old: &TopicTree, new: &TopicTree, article: &Article) -> bool {
    let relink = Relink::between(old, new);
    let relinker = Relinker::new(&relink, new);
    let found = relinker.worker().link(article, &known(&[article]));
    let touched = !found.touched.is_empty() || !relink.tops().is_empty();
    let mut passages = Linker::new(old).worker().link(article);
    let unlike = passages.clone();
    relink.carry(&mut passages, found);
    assert_eq!(passages, Linker::new(new).worker().link(article), "{relink:?}, before: {unlike:?}");
    touched
}

fn touched(old: &[&str], new: &[&str], text: &str) -> bool {
    let [old, new] = [old, new].map(|rules| tree("", [rules, &["special"], &["other"]]));
    relinked(&old, &new, &article(text, Language::English))
}

#[test]
fn an_article_is_left_alone_where_changed_rules_find_what_they_found() {
    assert!(!touched(&["firm"], &["firm", "new"], "firm! special! other!"));
    assert!(touched(&["firm"], &["firm", "new"], "firm and new!"));
    assert!(!touched(&["firm", "old"], &["firm"], "firm!"));
    assert!(touched(&["firm", "old"], &["firm"], "firm! old!"));
    assert!(!touched(&["firm"], &["firm | new"], "firm! firm!"));
    assert!(!touched(&["old", "firm"], &["firm"], "firm!"), "only its number changes");
    assert!(!touched(&["firm", "new", "old"], &["old", "firm", "new"], "firm!"));
}

#[test]
fn what_a_rule_leans_on_makes_it_bear_on_more() {
    assert!(touched(&["firm", "weak: slight"], &["weak: slight"], "firm! slight!"));
    assert!(touched(&["firm"], &["firm", "carry:"], "firm! then it goes on!"));
    assert!(!touched(&["firm"], &["firm", "carry:"], "special! then it goes on!"));
    assert!(!touched(&["firm"], &["firm", "carry: it"], "firm! so they all say!"));
    assert!(touched(&["firm", "new amid talks"], &["firm", "new amid (talks | visit)"], "a visit! new!"));
    assert!(!touched(&["firm", "new amid talks"], &["firm", "new amid (talks | visit)"], "talks! new!"));
}

#[test]
fn a_word_set_that_changes_changes_the_rules_that_use_it() {
    let [old, new] = ["\"s\": [\"x\"]", "\"s\": [\"x | y\"]"].map(|sets| tree(sets, [&["@s"], &["z", "w"], &["c"]]));
    assert!(relinked(&old, &new, &article("so y it is!", Language::English)));
    assert!(!relinked(&old, &new, &article("so x it is!", Language::English)));
}

/// Rules of every kind.
fn rules() -> impl Strategy<Value = Vec<String>> {
    let rule = "((weak: |carry: |point: )?[abcd](( |\\||~1 | near | near 2 | and )[abcd]|\\*){0,2}( after [abc])?( amid [abcd])?( unless [cd])?|carry:|point: unless d)";
    proptest::collection::vec(rule, 8..12)
        .prop_map(|rules| rules.into_iter().filter(|rule| Rule::parse(rule, &Default::default()).is_ok()).collect())
}

/// A change of the rules of a tree's topics: which one, how, at which place and with which rule.
fn edit(topics: &mut [Vec<usize>; 3], (topic, how, at, rule): (usize, u8, usize, usize)) {
    let rules = &mut topics[topic];
    let at = at.min(rules.len());
    match how {
        0 => rules.insert(at, rule),
        1 if at < rules.len() => rules[at] = rule,
        2 if at < rules.len() => _ = rules.remove(at),
        _ if rules.is_empty() => {}
        _ => rules.rotate_left(1),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn after_any_change_of_rules_the_passages_are_those_of_a_whole_new_linking(
        rules in rules(),
        before in prop::array::uniform3(proptest::collection::vec(0..12_usize, 0..6)),
        edits in proptest::collection::vec((0..3_usize, 0..4_u8, 0..6_usize, 0..12_usize), 1..4),
        text in "([abcdA]{1,2}[ !\n]|e!|e e e e e e e e!){0,60}",
    ) {
        let mut after = before.clone();
        edits.into_iter().for_each(|change| edit(&mut after, change));
        let [old, new] = [&before, &after].map(|topics| {
            let of = |topic: &Vec<usize>| topic.iter().filter_map(|rule| rules.get(*rule).map(String::as_str)).collect();
            let topics: [Vec<&str>; 3] = [of(&topics[0]), of(&topics[1]), of(&topics[2])];
            tree("", [&topics[0], &topics[1], &topics[2]])
        });
        relinked(&old, &new, &article(&text, Language::English));
    }
}
