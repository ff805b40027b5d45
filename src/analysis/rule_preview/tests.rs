//! What a change of rules adds and takes away, and which of it is shown.

use super::*;
use crate::model::{Fingerprint, Format, Language, Paragraph, ParagraphKind, Sentence, TopicEdit, TopicFile};
use proptest::prelude::*;

/// Sentences end in an exclamation mark.
fn article(text: &str) -> Article {
    let (mut sentences, mut at) = (Vec::new(), 0);
    for sentence in text.split_inclusive('!') {
        sentences.push(Sentence { span: Span::new(at, at + sentence.len()), paragraph: 0 });
        at += sentence.len();
    }
    Article {
        path: "a.txt".to_owned(),
        format: Format::Txt,
        headline: String::new(),
        outlet: None,
        author: None,
        date: None,
        time: None,
        address: None,
        language: Language::English,
        text: text.to_owned(),
        paragraphs: vec![Paragraph { span: Span::new(0, text.len()), kind: ParagraphKind::Body }],
        sentences,
        fingerprint: Fingerprint::of(text),
        warnings: Vec::new(),
    }
}

fn file() -> TopicFile {
    let source = r##"(topics: [
        (id: "a", name: "A", color: "#000000", rules: ["ship"], children: [
            (id: "a/b", name: "B", color: "#000000", rules: ["port"]),
        ]),
        (id: "c", name: "C", color: "#000000", rules: ["ship"]),
    ])"##;
    TopicFile::parse(source).expect("a sound tree")
}

fn rules(topic: &str, rules: &[&str]) -> TopicEdit {
    let rules = rules.iter().map(|rule| (*rule).to_owned()).collect();
    TopicEdit::SetRules { topic: topic.to_owned(), rules }
}

fn preview(edit: &TopicEdit, topic: &str, texts: &[&str], limit: usize) -> Preview {
    let before = file().into_tree().expect("a sound tree");
    let after = edit.apply(&file()).expect("a change").file.into_tree().expect("a sound tree");
    let trial = RuleTrial::new(&before, &after, after.find(topic).expect("a topic"));
    let (all, mut worker) = (Linker::new(&before), trial.worker());
    let mut preview = Preview::new(limit);
    for (number, text) in texts.iter().enumerate() {
        let article = article(text);
        let passages = all.worker().link(&article);
        let found = Linker::of_top(&after, after.find(topic).expect("a topic")).worker().link(&article);
        let tried = Linker::of_top(&before, TopicIx::new(0)).worker().link(&article);
        let change = worker.change(&article, &WordStreams::default());
        assert_eq!(change, trial.compare(found.clone(), &tried), "{text}");
        let whole = trial.compare(found, &passages);
        preview.add(ArticleIx::new(number), &whole);
    }
    preview
}

#[test]
fn a_rule_that_is_not_changed_changes_nothing() {
    let texts = ["ship! port! ship and port!"];
    let preview = preview(&rules("a", &["ship"]), "a/b", &texts, 5);
    assert_eq!((preview.added, preview.removed, preview.examples()), (0, 0, Vec::new()));
}

#[test]
fn what_comes_and_what_goes_is_counted_and_shown_with_its_words() {
    let preview = preview(&rules("a", &["boat"]), "a", &["a boat! ship!"], 5);
    assert_eq!((preview.added, preview.removed), (1, 1));
    let (a, article) = (TopicIx::new(0), ArticleIx::new(0));
    let passage = |start, end, added, from, to| PreviewPassage {
        article,
        span: Span::new(start, end),
        added,
        topic: a,
        words: vec![Span::new(from, to)],
    };
    assert_eq!(preview.examples(), [passage(0, 7, true, 2, 6), passage(7, 13, false, 8, 12)]);
}

#[test]
fn a_sub_topic_takes_a_sentence_from_the_topic_above_it() {
    let preview = preview(&rules("a/b", &["port", "ship"]), "a/b", &["ship!"], 5);
    assert_eq!((preview.added, preview.removed), (1, 1));
    let topics: Vec<(bool, usize)> =
        preview.examples().iter().map(|passage| (passage.added, passage.topic.index())).collect();
    assert_eq!(topics, [(true, 1), (false, 0)]);
}

#[test]
fn what_a_deleted_sub_topic_had_goes_or_falls_to_the_topic_above() {
    let delete = TopicEdit::Delete { topic: "a/b".to_owned() };
    let preview = preview(&delete, "a", &["port! ship in port!"], 5);
    assert_eq!((preview.added, preview.removed), (1, 2));
}

#[test]
fn what_is_merged_is_neither_added_nor_removed() {
    let merge = TopicEdit::Merge { from: "c".to_owned(), into: "a".to_owned() };
    let preview = preview(&merge, "a", &["ship! port!"], 5);
    assert_eq!((preview.added, preview.removed), (0, 0));
}

#[test]
fn examples_are_spread_over_articles() {
    let texts = ["boat! boat! boat!", "boat! boat!", "ship!", "boat! ship!"];
    let preview = preview(&rules("a", &["boat"]), "a", &texts, 6);
    assert_eq!((preview.added, preview.removed), (6, 2));
    let shown: Vec<(u32, bool)> = preview.examples().iter().map(|passage| (passage.article.0, passage.added)).collect();
    assert_eq!(shown, [(0, true), (0, true), (1, true), (3, true), (2, false), (3, false)]);
}

proptest! {
    #[test]
    fn the_order_of_the_articles_does_not_matter(
        counts in proptest::collection::vec((0..4_usize, 0..4_usize), 0..12),
        limit in 0..9_usize,
        turn in 0..12_usize,
    ) {
        let passage = |number: usize| Passage {
            topic: TopicIx::new(0),
            span: Span::new(number, number + 1),
            paragraph: 0,
            sentence: number as u32,
            origin: Origin::Rule,
            reasons: Vec::new(),
            kept: false,
        };
        let passages = |count: usize| (0..count).map(passage).collect::<Vec<_>>();
        let changes: Vec<ArticleChange> = counts
            .iter()
            .map(|&(added, removed)| ArticleChange { added: passages(added), removed: passages(removed) })
            .collect();
        let mut numbers: Vec<usize> = (0..changes.len()).collect();
        let collected = |numbers: &[usize]| {
            let mut preview = Preview::new(limit);
            numbers.iter().for_each(|&number| preview.add(ArticleIx::new(number), &changes[number]));
            preview
        };
        let forwards = collected(&numbers);
        let turn = turn % numbers.len().max(1);
        numbers.rotate_left(turn);
        numbers.reverse();
        prop_assert_eq!(&collected(&numbers), &forwards);
        let examples = forwards.examples();
        prop_assert_eq!(examples.len(), limit.min(forwards.added + forwards.removed));
        prop_assert!(examples.is_sorted_by_key(|passage| !passage.added));
    }
}
