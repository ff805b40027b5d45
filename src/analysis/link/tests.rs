//! What each part of the rule language links and what it leaves alone.

use super::*;
use crate::model::{Fingerprint, Format, Paragraph, ParagraphKind, Sentence, TopicFile};
use proptest::prelude::*;

/// Paragraphs are lines, sentences end in an exclamation mark; a line in capitals is a heading.
pub(in crate::analysis) fn article(text: &str, language: Language) -> Article {
    let (mut paragraphs, mut sentences, mut start) = (Vec::new(), Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let heading = line.len() > 1 && line == line.to_uppercase();
        let kind = if heading { ParagraphKind::Heading } else { ParagraphKind::Body };
        let mut at = start;
        for sentence in line.split_inclusive('!').filter(|sentence| !sentence.trim().is_empty()) {
            let span = Span::new(at, at + sentence.trim_end().len());
            sentences.push(Sentence { span, paragraph: paragraphs.len() as u32 });
            at += sentence.len();
        }
        paragraphs.push(Paragraph { span: Span::new(start, start + line.len()), kind });
        start += line.len();
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
        language,
        text: text.to_owned(),
        paragraphs,
        sentences,
        fingerprint: Fingerprint::of(text),
        warnings: Vec::new(),
    }
}

/// A tree of the topics `a`, `a/b` and `c` with these rules.
pub(in crate::analysis) fn tree(sets: &str, [a, b, c]: [&[&str]; 3]) -> TopicTree {
    let color = "color: \"#000000\"";
    let source = format!(
        "(sets: {{{sets}}}, topics: [(id: \"a\", name: \"\", {color}, rules: {a:?}, children: \
         [(id: \"a/b\", name: \"\", {color}, rules: {b:?})]), (id: \"c\", name: \"\", {color}, rules: {c:?})])"
    );
    TopicFile::parse(&source).and_then(TopicFile::into_tree).expect("a sound tree")
}

fn linked(tree: &TopicTree, text: &str, language: Language) -> Vec<(u32, String)> {
    let passages = Linker::new(tree).worker().link(&article(text, language));
    passages.into_iter().map(|passage| (passage.sentence, tree.topic(passage.topic).id.clone())).collect()
}

pub(in crate::analysis) fn known(articles: &[&Article]) -> WordStreams {
    let mut streams = WordStreams::default();
    for article in articles {
        let mut part = StreamPart::default();
        part.add(article);
        streams.append(part);
    }
    streams
}

/// The words by which `rule` links the one sentence of `text`; empty if it does not.
fn found(rule: &str, text: &str) -> String {
    found_in(rule, text, Language::English)
}

fn found_in(rule: &str, text: &str, language: Language) -> String {
    let tree = tree("\"kyiv\": [\"Kyiv | Kiev\", \"ru: Киев\"]", [&[rule], &[], &[]]);
    let article = article(text, language);
    let passages = Linker::new(&tree).worker().link(&article);
    let words = passages.iter().flat_map(Passage::matched_words).map(|span| span.text(&article.text));
    words.collect::<Vec<&str>>().join(" ")
}

#[test]
fn words_are_found_in_all_forms_and_names_as_they_are() {
    assert_eq!(found("sanction", "New Sanctions were drafted"), "Sanctions");
    assert_eq!(found("Vienna", "In Vienna's halls"), "Vienna");
    assert_eq!(found("Normandy", "a normandy of sorts"), "");
    assert_eq!(found("=US", "It is up to us"), "");
    assert_eq!(found("=US", "The U.S. and the US agree"), "U.S US");
    assert_eq!(found("ransom*", "Ransomware again"), "Ransomware");
    assert_eq!(found_in("Зеленский", "встреча с Зеленским", Language::Russian), "Зеленским");
    assert_eq!(found_in("санкция", "пакет санкций", Language::Russian), "санкций");
    assert_eq!(found_in("санкция", "пакет санкций", Language::English), "");
}

#[test]
fn spellings_with_and_without_hyphen_are_one() {
    for text in ["the build-up", "the build up", "the buildup", "the build\u{2011}up"] {
        assert_ne!(found("build-up", text), "", "{text}");
    }
    assert_eq!(found("build-up", "up they build"), "");
}

#[test]
fn phrases_gaps_and_nearness_mean_what_they_say() {
    assert_eq!(found("red line", "a red and a line"), "");
    assert_eq!(found("red ~2 line", "a red and a line"), "red line");
    assert_eq!(found("line ~2 red", "a red and a line"), "");
    assert_eq!(found("line near 2 red", "a red and a line"), "red line");
    assert_eq!(found("line near 1 red", "a red and a line"), "");
    assert_eq!(found("line and (blue | red)", "red, and then, much later, a line"), "red line");
    assert_eq!(found("line and blue", "a red line"), "");
}

#[test]
fn each_alternative_is_found_by_its_own_words() {
    let rule = "red line | (blue and of the moon) | (up | the gap) near 3 it";
    assert_eq!(found(rule, "the red line"), "red line");
    assert_eq!(found(rule, "the blue side of the moon"), "blue of the moon");
    assert_eq!(found(rule, "look up to it"), "up it");
    assert_eq!(found(rule, "mind the gap in it"), "the gap it");
    assert_eq!(found(rule, "the line of it is red, the moon blue of it"), "");
}

#[test]
fn exclusions_hold_for_the_place_or_for_the_sentence() {
    assert_eq!(found("Vienna except (Vienna Opera)", "the Vienna Opera"), "");
    assert_eq!(found("Vienna except (Vienna Opera)", "the Vienna Opera in Vienna"), "Vienna");
    assert_eq!(found("Vienna unless opera", "the opera in Vienna"), "");
}

#[test]
fn word_sets_speak_the_language_of_the_article() {
    assert_eq!(found("@kyiv", "from Kyiv to Kiev"), "Kyiv Kiev");
    assert_eq!(found_in("@kyiv", "в Киеве", Language::Russian), "Киеве");
    assert_eq!(found_in("en: @kyiv", "в Киеве", Language::Russian), "");
}

#[test]
fn weak_rules_need_other_evidence_close_by() {
    let tree = tree("", [&["firm"], &["weak: slight"], &["other"]]);
    let sentences = |text| linked(&tree, text, Language::English);
    assert_eq!(sentences("a slight thing!"), []);
    assert_eq!(sentences("an other slight thing!"), [(0, "c".to_owned())]);
    assert_eq!(sentences("a firm slight thing!"), [(0, "a/b".to_owned())]);
    assert_eq!(sentences("firm! slight!"), [(0, "a".to_owned()), (1, "a/b".to_owned())]);
    assert_eq!(sentences("firm! x! y! slight!"), [(0, "a".to_owned())]);
    assert_eq!(sentences("FIRM\nx! y! z! slight!")[1], (4, "a/b".to_owned()));
}

#[test]
fn a_link_by_context_names_its_context() {
    let tree = tree("", [&["this issue after Iran"], &[], &[]]);
    let article = article("They spoke of Iran! Then this issue was closed!", Language::English);
    let passages = Linker::new(&tree).worker().link(&article);
    let [reason] = passages[0].reasons.as_slice() else { panic!("{passages:?}") };
    assert_eq!((passages.len(), passages[0].sentence), (1, 1));
    assert_eq!(reason.context.iter().map(|span| span.text(&article.text)).collect::<Vec<_>>(), ["Iran"]);
    assert_eq!(linked(&tree, "They spoke of Iran!\nx!\nThen this issue!", Language::English), []);
}

#[test]
fn a_topic_is_carried_on_in_its_paragraph_where_nothing_else_is_said() {
    let tree = tree("", [&["firm"], &["special", "carry: it unless thanks"], &["other", "carry: it"]]);
    let sentences = |text| linked(&tree, text, Language::English);
    let special = |numbers: &[u32]| numbers.iter().map(|number| (*number, "a/b".to_owned())).collect::<Vec<_>>();
    assert_eq!(sentences("special! then it goes on!"), special(&[0, 1]));
    assert_eq!(sentences("special! nothing here to say! then it goes on!"), special(&[0]));
    assert_eq!(sentences("special! then it goes on! then it goes on! then it goes on!"), special(&[0, 1, 2]));
    assert_eq!(sentences("special! thanks for it all!"), special(&[0]));
    assert_eq!(sentences("special! it has firm evidence!"), [special(&[0]), vec![(1, "a".to_owned())]].concat());
    assert_eq!(sentences("SPECIAL\nthen it goes on!"), special(&[0]));
    assert_eq!(sentences("then it goes on!"), []);
}

#[test]
fn a_topic_is_carried_into_the_next_paragraph_only_where_each_is_a_sentence() {
    let tree = tree("", [&[], &["special", "carry:"], &[]]);
    let sentences = |text| linked(&tree, text, Language::English).len();
    assert_eq!(sentences("special!\nthen it goes on!\nthen it goes on!"), 2);
    assert_eq!(sentences("nothing! special!\nthen it goes on!"), 1);
    assert_eq!(sentences("special!\nthen it goes on! and on it goes!"), 1);
}

#[test]
fn what_points_back_does_so_across_paragraphs_and_names_what_it_leans_on() {
    let tree = tree("", [&[], &["special", "point: this issue"], &[]]);
    let article = article("So special!\nThen this issue was closed!\nAnd this issue too!", Language::English);
    let passages = Linker::new(&tree).worker().link(&article);
    assert_eq!(passages.iter().map(|passage| passage.sentence).collect::<Vec<_>>(), [0, 1, 2]);
    let words = |spans: &[Span]| spans.iter().map(|span| span.text(&article.text).to_owned()).collect::<Vec<_>>();
    assert_eq!(words(&passages[1].reasons[0].spans), ["this", "issue"]);
    assert_eq!(words(&passages[1].reasons[0].context), ["special"]);
}

#[test]
fn an_answer_goes_on_with_its_question() {
    let tree = tree("", [&["special", "carry: it"], &[], &[]]);
    let sentences = |text| linked(&tree, text, Language::English).len();
    assert_eq!(sentences("Q  Is that special!\nYes! I would call it that!"), 2);
    assert_eq!(sentences("He says that is special!\nYes! I would call it that!"), 1);
}

#[test]
fn some_rules_hold_only_amid_an_article_on_something() {
    let tree = tree("", [&["price amid (Moscow and talks)"], &[], &[]]);
    let sentences = |text: &str| linked(&tree, text, Language::English).len();
    assert_eq!(sentences("Moscow talks!\nx!\nthe price!"), 1);
    assert_eq!(sentences("Moscow!\ntalks!\nthe price!"), 0);
    let greetings = "welcome!\n".repeat(10);
    assert_eq!(sentences(&format!("{greetings}Moscow talks!\nthe price!")), 0);
    assert_eq!(sentences(&format!("Moscow talks!\n{greetings}the price!")), 1);
    assert_eq!(sentences(&format!("{greetings}Moscow talks!\nMoscow talks!\nthe price!")), 1);
}

#[test]
fn the_most_specific_topic_takes_the_sentence() {
    let tree = tree("", [&["Ukraine"], &["troop"], &["Ukraine"]]);
    let found = linked(&tree, "troops near Ukraine!", Language::English);
    assert_eq!(found, [(0, "a/b".to_owned()), (0, "c".to_owned())]);
}

#[test]
fn one_top_level_topic_linked_anew_gives_what_linking_all_gives() {
    let before = tree("", [&["firm"], &["weak: slight"], &["other", "carry: it"]]);
    let after = tree("", [&["firmer"], &["weak: slight", "other", "carry: it"], &["other", "carry: it"]]);
    let article = article("firm other! firmer! slight! other! then it goes on!", Language::English);
    let mut passages = Linker::new(&before).worker().link(&article);
    let all = Linker::new(&after).worker().link(&article);
    assert_ne!(passages, all);
    let topic = TopicIx::new(1);
    let found = Linker::of_top(&after, topic).worker().link(&article);
    replace_passages(&mut passages, &after, topic, found);
    assert_eq!(passages, all);
}

#[test]
fn known_words_find_what_the_text_says_and_a_corrected_article_is_read_anew() {
    let tree = tree("", [&["sanction and =US"], &["carry: it"], &["Iran"]]);
    let first = article("The US sanctions! Then it goes on!\nIran!", Language::English);
    let other = article("sanctions of the US! Iran and Iran!", Language::English);
    let streams = known(&[&first, &other]);
    let linker = Linker::new(&tree);
    let mut worker = linker.worker();
    for article in [&other, &first] {
        assert!(streams.has(article));
        assert_eq!(worker.link_known(article, &streams), linker.worker().link(article));
    }
    let mut corrected = first.clone();
    corrected.paragraphs[0].kind = ParagraphKind::Clutter;
    assert!(!streams.has(&corrected));
    assert_eq!(worker.link_known(&corrected, &streams).len(), 1);
}

proptest! {
    #[test]
    fn passages_are_sentences_and_reasons_lie_in_them(
        rules in proptest::collection::vec("(weak: |carry: |point: )?[ab](( |\\||~1 | near | near 2 )[abcA]|\\*){0,3}( after [ab])?( amid [abc])?( unless c)?", 1..4),
        text in "([abcA]{1,2}[ !\n-]){0,40}",
    ) {
        let sound: Vec<&str> = rules.iter().filter(|rule| crate::model::Rule::parse(rule, &Default::default()).is_ok()).map(String::as_str).collect();
        let tree = tree("", [&sound, &sound, &[]]);
        let article = article(&text, Language::English);
        let linker = Linker::new(&tree);
        let mut worker = linker.worker();
        let passages = worker.link(&article);
        prop_assert_eq!(&passages, &worker.link(&article));
        prop_assert_eq!(&passages, &worker.link_known(&article, &known(&[&article])));
        prop_assert!(passages.is_sorted_by_key(|passage| (passage.span.start, passage.topic)));
        for passage in &passages {
            prop_assert_eq!(passage.span, article.sentences[passage.sentence as usize].span);
            for reason in &passage.reasons {
                prop_assert!(!reason.spans.is_empty());
                prop_assert!(reason.spans.iter().all(|span| span.clip(passage.span) == Some(*span)));
                prop_assert!(reason.context.iter().all(|span| span.end <= passage.span.start));
            }
        }
    }
}
