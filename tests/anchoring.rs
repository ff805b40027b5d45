//! Marked places are found again in changed texts, lookalikes are not taken, and nothing is dropped.

#[path = "../benches/support/revisions.rs"]
mod revisions;

use proptest::prelude::*;
use readout::analysis::anchoring::{Carried, Certainty, carry, find_moved};
use readout::import;
use readout::model::{Anchor, Article, Span};
use readout::store::sample_collection;
use revisions::{Class, Fate, generate, judge};
use std::collections::BTreeMap;

const OLD: &str = "Talks end in Geneva

The two sides met for two hours. No details were given. The ministers spoke about sanctions against Russia, and agreed \
    to go on in January.

Moscow asked for guarantees in writing. Washington promised to look at the draft within a week, an official said on \
    condition of anonymity. No details were given.

The embassies are to work again by spring, both said.
";

fn article(text: &str) -> Article {
    import::article("talks.txt", text.as_bytes()).unwrap()
}

fn anchor(quote: &str) -> Anchor {
    let start = OLD.find(quote).unwrap_or_else(|| panic!("{quote}"));
    Anchor::describe(OLD, Span::new(start, start + quote.len()))
}

/// With the old text kept.
fn carried(quote: &str, new: &str) -> Carried {
    carry(&[&anchor(quote)], Some(OLD), &article(new)).remove(0)
}

fn shown<'a>(carried: &Carried, new: &'a str) -> (Certainty, &'a str) {
    (carried.certainty, carried.span.map_or("", |span| span.text(new)))
}

#[test]
fn what_stands_before_a_passage_may_grow_and_shrink() {
    let new = OLD.replace("The two sides met for two hours. ", "").replace("Talks end", "Updated: talks are over");
    for quote in ["sanctions against Russia", "Moscow asked for guarantees in writing.", "by spring, both said."] {
        assert_eq!(shown(&carried(quote, &new), &new), (Certainty::Sure, quote));
    }
}

#[test]
fn an_edited_sentence_is_shown_from_its_new_start_to_its_new_end() {
    let new = OLD.replace("Washington promised to look at", "On Friday the United States promised to study");
    let sentence =
        "Washington promised to look at the draft within a week, an official said on condition of anonymity.";
    let expected = "On Friday the United States promised to study the draft within a week, an official said on \
        condition of anonymity.";
    assert_eq!(shown(&carried(sentence, &new), &new), (Certainty::Sure, expected));
    let phrase = carried("to look at the draft", &new);
    assert_eq!(shown(&phrase, &new), (Certainty::Sure, "to study the draft"));
}

#[test]
fn other_marks_and_line_ends_change_nothing() {
    let new = OLD.replace("about sanctions against Russia,", "about\n“sanctions” against Russia –");
    assert_eq!(shown(&carried("spoke about sanctions against", &new), &new).1, "spoke about\n“sanctions” against");
    let wrapped = OLD.replace("by spring,", "by\nspring,");
    assert_eq!(shown(&carried("again by spring", &wrapped), &wrapped), (Certainty::Sure, "again by\nspring"));
}

#[test]
fn a_passage_does_not_move_to_the_same_words_elsewhere() {
    let second = OLD.rfind("No details were given.").unwrap();
    let new = format!("{}{}", &OLD[..second], &OLD[second + "No details were given.".len()..]);
    let mark = Anchor::describe(OLD, Span::new(second, second + "No details were given.".len()));
    let found = carry(&[&mark], Some(OLD), &article(&new)).remove(0);
    assert_eq!((found.certainty, found.span), (Certainty::Lost, None));
    assert_eq!(found.candidates[0].text(&new), "No details were given.", "it is offered, and not taken");
    // Without the old text nobody knows that these words stood twice.
    let found = carry(&[&mark], None, &article(&new)).remove(0);
    assert_ne!(found.certainty, Certainty::Sure);
}

#[test]
fn a_rewritten_sentence_is_for_the_reader_to_check_and_a_deleted_one_is_lost() {
    let sentence = "Moscow asked for guarantees in writing.";
    let new = OLD.replace(sentence, "Moscow wants guarantees, and it wants them to be in writing at last.");
    assert_eq!(carried(sentence, &new).certainty, Certainty::Check);
    let new = OLD.replace(sentence, "Nobody spoke of Iran.");
    assert_eq!(shown(&carried(sentence, &new), &new), (Certainty::Lost, ""));
    assert_eq!(shown(&carried("guarantees", &new), &new), (Certainty::Lost, ""));
}

#[test]
fn a_copy_put_elsewhere_makes_an_edited_passage_doubtful() {
    let sentence = "Moscow asked for guarantees in writing.";
    let new =
        format!("{}\nIn other news: {sentence}\n", OLD.replace(sentence, "Moscow asked for promises in writing."));
    let found = carried(sentence, &new);
    assert_eq!(shown(&found, &new), (Certainty::Check, "Moscow asked for promises in writing."));
    assert_eq!(found.candidates[0].text(&new), sentence);
}

#[test]
fn a_moved_paragraph_is_found_where_it_went() {
    let paragraphs: Vec<&str> = OLD.trim().split("\n\n").collect();
    let new = [paragraphs[0], paragraphs[2], paragraphs[3], paragraphs[1]].join("\n\n");
    for paragraph in &paragraphs {
        assert_eq!(carried(paragraph, &new).span.map(|span| span.text(&new)), Some(*paragraph));
    }
}

#[test]
fn words_that_went_to_another_article_are_offered() {
    let other =
        article("Guarantees\n\nIn Moscow it was said that the Washington side promised to look at the draft soon.");
    let far = article("Weather\n\nIt will rain in Geneva on Friday and on Saturday.");
    let mark = anchor("Washington promised to look at the draft within a week");
    let found = find_moved(&[&far, &other], &[&mark, &anchor("two hours")]);
    assert_eq!((found[0].len(), found[0][0].article), (1, 1));
    assert!(found[0][0].span.text(&other.text).contains("promised to look at the draft"));
    assert_eq!(found[1], []);
}

#[test]
fn generated_revisions_reach_the_aims() {
    let mut counts: BTreeMap<Fate, (usize, usize, usize)> = BTreeMap::new();
    let (mut sure, mut wrong) = (0, 0);
    for revision in generate(&sample_collection().articles, 60) {
        let anchors: Vec<&Anchor> = revision.cases.iter().map(|case| &case.anchor).collect();
        for (case, found) in revision.cases.iter().zip(carry(&anchors, Some(&revision.old), &revision.new)) {
            let right = judge(case, found.certainty, found.span).right;
            let (all, good, check) = counts.entry(case.fate).or_default();
            *all += 1;
            *good += usize::from(right);
            *check += usize::from(right && found.certainty == Certainty::Check);
            sure += usize::from(found.certainty == Certainty::Sure);
            wrong += usize::from(found.certainty == Certainty::Sure && !right);
            // A lost place that is offered is no lost work.
            assert!(case.class == Class::Phrase || found.span.is_some() || found.candidates.len() <= 3);
        }
    }
    for (fate, per_mille) in [(Fate::Unchanged, 990), (Fate::Edited, 950), (Fate::Deleted, 930)] {
        let (all, right, check) = counts[&fate];
        assert!(right * 1_000 >= all * per_mille, "{fate:?}: {right} of {all}");
        assert!(fate == Fate::Deleted || check * 4 <= right, "{fate:?}: {check} of {right} to check");
    }
    assert!(wrong * 50 <= sure, "{wrong} of {sure}");
}

fn texts() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Geneva",
        "talks",
        "санкции",
        "в",
        "said.",
        "“No",
        "end”",
        "He",
        "\n\n",
        "—",
        "2022",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| format!("Talks\n\n{}", words.join(" ")))
}

/// A place between the characters with these numbers, as far as the text goes.
fn place(text: &str, a: usize, b: usize) -> Span {
    let bound = |number: usize| text.char_indices().nth(number).map_or(text.len(), |(at, _)| at);
    Span::new(bound(a.min(b)), bound(a.max(b)))
}

proptest! {
    #[test]
    fn in_the_same_text_every_place_is_where_it_was(text in texts(), a in 0..300_usize, b in 0..300_usize) {
        let article = article(&text);
        let span = place(&article.text, a, b);
        let mark = Anchor::describe(&article.text, span);
        for old in [None, Some(article.text.as_str())] {
            let found = carry(&[&mark], old, &article).remove(0);
            prop_assert_eq!((found.certainty, found.span), (Certainty::Sure, Some(span)));
        }
    }

    #[test]
    fn every_anchor_gets_an_answer_that_the_text_can_show(
        old in texts(), new in texts(), places in prop::collection::vec((0..300_usize, 0..300_usize), 1..5), kept: bool,
    ) {
        let marks: Vec<Anchor> = places.iter().map(|(a, b)| Anchor::describe(&old, place(&old, *a, *b))).collect();
        let new = article(&new);
        let found = carry(&marks.iter().collect::<Vec<_>>(), kept.then_some(old.as_str()), &new);
        prop_assert_eq!(found.len(), marks.len());
        for carried in found {
            prop_assert_eq!(carried.span.is_none(), carried.certainty == Certainty::Lost);
            prop_assert!(carried.candidates.len() <= 3);
            for span in carried.span.iter().chain(&carried.candidates) {
                prop_assert!(Span::of(&new.text, span.range()).is_some());
            }
            prop_assert!(carried.certainty != Certainty::Sure || carried.candidates.is_empty());
        }
    }

    #[test]
    fn a_hostile_anchor_is_no_danger(
        start in 0..u32::MAX as usize, end in 0..u32::MAX as usize, exact in ".{0,20}", prefix in ".{0,9}", text in texts(),
    ) {
        let mark = Anchor { start, end, exact, prefix, suffix: String::new() };
        let article = article(&text);
        for old in [None, Some("something else"), Some(article.text.as_str())] {
            prop_assert_eq!(carry(&[&mark], old, &article).len(), 1);
        }
    }
}
