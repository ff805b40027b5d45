//! What holds of merging any two sessions, on few places, topics and ids, so that two marks meet often.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

fn topic_id() -> impl Strategy<Value = String> {
    prop_oneof![Just("iran".to_owned()), Just("cyber".to_owned())]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("Anna".to_owned()), Just(THEY.to_owned())]
}

fn place_of_mark() -> impl Strategy<Value = (String, Anchor)> {
    let article = prop_oneof![Just("a.txt".to_owned()), Just("b.txt".to_owned())];
    let around = prop_oneof![4 => Just(String::new()), 1 => Just("Then. ".to_owned())];
    (article, 0..WORDS.len(), around).prop_map(|(article, at, prefix)| (article, Anchor { prefix, ..anchor(at) }))
}

fn correction() -> impl Strategy<Value = Correction> {
    let verdicts = proptest::collection::btree_map(0..WORDS.len(), any::<bool>(), 0..3);
    let text = || proptest::option::of(prop_oneof![Just(String::new()), Just("TASS".to_owned())]);
    (text(), text(), proptest::option::of(Just(Language::Russian)), verdicts).prop_map(
        |(headline, outlet, language, verdicts)| {
            let verdicts = verdicts.into_iter();
            let verdicts = verdicts.map(|(at, clutter)| Verdict { anchor: anchor(at), clutter, fingerprint: None });
            Correction { headline, outlet, language, verdicts: verdicts.collect(), ..Correction::default() }
        },
    )
}

prop_compose! {
    fn marks()(
        decisions in vec((place_of_mark(), topic_id(), any::<bool>(), name()), 0..6),
        passages in vec((place_of_mark(), topic_id(), 0..5_u64, name()), 0..6),
        stars in vec((place_of_mark(), topic_id(), name()), 0..3),
        notes in vec((place_of_mark(), 0..4_u64, "[ab]", name()), 0..3),
        bookmarks in vec((place_of_mark(), name()), 0..3),
        corrections in proptest::collection::btree_map("[ab]\\.txt", correction(), 0..2),
        topics in proptest::option::of(prop_oneof![Just(tree_file(&["iran"])), Just(tree_file(&["iran", "cyber"]))]),
    ) -> Marks {
        let fingerprint = text();
        let mut marks = Marks {
            topics: topics.map(Arc::new),
            decisions: decisions.into_iter().map(|((article, anchor), topic, kept, by)| {
                Decision { article, anchor, topic, kept, fingerprint, by }
            }).collect(),
            passages: passages.into_iter().map(|((article, anchor), topic, id, by)| {
                OwnPassage { article, anchor, topic, id: MarkId(id), fingerprint, by }
            }).collect(),
            stars: stars.into_iter().map(|((article, anchor), topic, by)| {
                Star { article, anchor, topic, fingerprint, by }
            }).collect(),
            notes: notes.into_iter().map(|((article, anchor), id, text, by)| {
                let about = About::Words { article, anchor, topic: None, fingerprint };
                Note { about, id: MarkId(id), text, by }
            }).collect(),
            bookmarks: bookmarks.into_iter().map(|((article, anchor), by)| {
                Bookmark { article, anchor, fingerprint: None, by }
            }).collect(),
            corrections,
            ..Marks::default()
        };
        marks.put_in_order();
        marks
    }
}

proptest! {
    #[test]
    fn merging_twice_is_merging_once(ours in marks(), theirs in marks()) {
        let first = merge(&ours, &theirs, THEY);
        let merged = after(first.edit, &ours);
        let second = merge(&merged, &theirs, THEY);
        prop_assert_eq!(second.brought.total(), 0);
        prop_assert_eq!(&second.differing, &first.differing);
        prop_assert_eq!(after(second.edit, &merged), merged);
    }

    #[test]
    fn merging_loses_and_changes_nothing_of_ours(ours in marks(), theirs in marks()) {
        let merged = after(merge(&ours, &theirs, THEY).edit, &ours);
        prop_assert!(ours.decisions.iter().all(|mark| merged.decisions.contains(mark)));
        prop_assert!(ours.passages.iter().all(|mark| merged.passages.contains(mark)));
        prop_assert!(ours.stars.iter().all(|mark| merged.stars.contains(mark)));
        prop_assert!(ours.notes.iter().all(|mark| merged.notes.contains(mark)));
        prop_assert!(ours.bookmarks.iter().all(|mark| merged.bookmarks.contains(mark)));
        prop_assert_eq!(&ours.topics, &merged.topics);
        for (article, correction) in &ours.corrections {
            let now = &merged.corrections[article];
            prop_assert!(correction.headline.is_none() || correction.headline == now.headline);
            prop_assert!(correction.outlet.is_none() || correction.outlet == now.outlet);
            prop_assert!(correction.verdicts.iter().all(|verdict| now.verdicts.contains(verdict)));
        }
        let mut in_order = merged.clone();
        in_order.put_in_order();
        prop_assert_eq!(in_order, merged, "sorted, and nothing twice");
    }

    #[test]
    fn merging_with_oneself_or_what_was_sent_back_or_nothing_changes_nothing(ours in marks()) {
        // A file in which one id stands twice is no session that the program has written.
        prop_assume!(by_key(&ours.passages, |own| own.id).len() == ours.passages.len());
        prop_assume!(by_key(&ours.notes, |note| note.id).len() == ours.notes.len());
        let sent_back = after(merge(&Marks::default(), &ours, "Anna").edit, &Marks::default());
        for theirs in [&ours, &sent_back, &Marks::default()] {
            let found = merge(&ours, theirs, THEY);
            prop_assert_eq!(found.brought.total(), 0);
            prop_assert_eq!(found.edit.apply(&mut ours.clone()), None);
        }
        prop_assert_eq!(merge(&ours, &Marks::default(), THEY).differing, []);
    }

    #[test]
    fn whoever_takes_theirs_everywhere_has_no_difference_left(ours in marks(), theirs in marks()) {
        let mut marks = ours;
        for _ in 0..40 {
            let found = merge(&marks, &theirs, THEY);
            marks = after(found.edit, &marks);
            let Some(difference) = found.differing.first() else { return Ok(()) };
            marks = after(difference.edit_for_theirs(&marks), &marks);
        }
        prop_assert!(false, "differences without end");
    }
}
