//! What the reader said, and what a change of the tree leaves as it was, over articles that are really read.

use readout::analysis::{Linker, Relink, Said, decided, replace_passages};
use readout::import;
use readout::model::{
    Anchor, Article, Decision, MarkId, Origin, OwnPassage, Passage, Span, TopicEdit, TopicFile, TopicTree,
};

const TEXT: &str = "Talks end\n\nSanctions were named first of all. Nothing else was said in the evening.\n";

fn setting() -> (Article, TopicTree, Vec<Passage>) {
    let article = import::article("a.txt", TEXT.as_bytes()).unwrap();
    let file = r##"(topics: [(id: "money", name: "Money", color: "#0072B2", rules: ["sanction"])])"##;
    let tree = TopicFile::parse(file).unwrap().into_tree().unwrap();
    let found = Linker::new(&tree).worker().link(&article);
    (article, tree, found)
}

fn decision(article: &Article, span: Span, kept: bool) -> Decision {
    let anchor = Anchor::describe(&article.text, span);
    let fingerprint = article.fingerprint;
    Decision { article: article.path.clone(), anchor, topic: "money".to_owned(), kept, fingerprint, by: String::new() }
}

#[test]
fn a_rejected_passage_goes_and_a_kept_one_says_so() {
    let (article, tree, found) = setting();
    assert_eq!(found.len(), 1);
    let kept = decision(&article, found[0].span, true);
    let rejected = Decision { kept: false, ..kept.clone() };
    let after = |decision| {
        let said = Said { decisions: vec![(decision, found[0].span)], own: Vec::new() };
        decided(&article, &tree, &found, &said)
    };
    assert!(after(&kept)[0].kept);
    assert!(after(&rejected).is_empty());
}

#[test]
fn a_mark_of_the_readers_own_stands_among_the_others_by_its_place() {
    let (article, tree, found) = setting();
    let start = TEXT.find("Nothing").unwrap();
    let span = Span::new(start, start + 7);
    let anchor = Anchor::describe(&article.text, span);
    let (path, fingerprint) = (article.path.clone(), article.fingerprint);
    let own =
        OwnPassage { article: path, anchor, topic: "money".to_owned(), id: MarkId(7), fingerprint, by: String::new() };
    let passages = decided(&article, &tree, &found, &Said { decisions: Vec::new(), own: vec![(&own, span)] });
    assert_eq!(passages.len(), 2);
    assert_eq!((passages[1].origin, passages[1].span.text(&article.text)), (Origin::Reader(MarkId(7)), "Nothing"));
    let elsewhere = OwnPassage { topic: "gone".to_owned(), ..own };
    let said = Said { decisions: Vec::new(), own: vec![(&elsewhere, span)] };
    assert_eq!(decided(&article, &tree, &found, &said), found, "a topic that is gone keeps its marks to itself");
}

const BIG_TREE: &str = r##"(topics: [
    (id: "money", name: "Money", color: "#0072B2", rules: ["sanction"], children: [
        (id: "money/banks", name: "Banks", color: "#0072B2", rules: ["bank"]),
    ]),
    (id: "talks", name: "Talks", color: "#D55E00", rules: ["weak: talk", "negotiation"]),
    (id: "weather", name: "Weather", color: "#009E73", rules: ["snow"]),
])"##;
const LONG_TEXT: &str = "Sanctions and negotiations\n\nThe talks were on sanctions against banks. It snowed while the \
    negotiations went on. The banks were closed.\n";

#[test]
fn after_any_edit_the_passages_are_those_of_a_whole_new_linking() {
    let article = import::article("a.txt", LONG_TEXT.as_bytes()).unwrap();
    let file = TopicFile::parse(BIG_TREE).unwrap();
    let id = |id: &str| id.to_owned();
    for edit in [
        TopicEdit::SetRules { topic: id("money/banks"), rules: vec!["closed".to_owned()] },
        TopicEdit::Move { topic: id("weather"), parent: None, position: 0 },
        TopicEdit::Move { topic: id("talks"), parent: Some(id("money")), position: 0 },
        TopicEdit::Merge { from: id("weather"), into: id("money") },
        TopicEdit::Delete { topic: id("money") },
        TopicEdit::Rename { topic: id("money"), name: id("Cash") },
        TopicEdit::Add { parent: None, name: id("Evening"), rules: vec!["went".to_owned()] },
    ] {
        let old = file.clone().into_tree().unwrap();
        let new = edit.apply(&file).unwrap().file.into_tree().unwrap();
        let relink = Relink::between(&old, &new);
        let mut passages = Linker::new(&old).worker().link(&article);
        relink.carry(&mut passages);
        for top in relink.tops() {
            let found = Linker::of_top(&new, *top).worker().link(&article);
            replace_passages(&mut passages, &new, *top, found);
        }
        assert_eq!(passages, Linker::new(&new).worker().link(&article), "{edit:?}");
        assert!(relink.tops().len() < 3, "{edit:?} leaves most topics alone");
    }
}

/// Rules that could be tried in countless ways, on a sentence where every word fits.
#[test]
fn no_rule_hangs_the_matcher() {
    let near = ["a"; 9].join(" near 20 ");
    let gaps = ["a"; 9].join(" ~9 ");
    let choices = ["(a | a b | a b a | b)"; 6].join(" near 20 ");
    let rules = format!("{near:?}, {gaps:?}, {choices:?}, \"a and a and b and b unless (a near 20 c)\"");
    let file = format!(r##"(topics: [(id: "x", name: "X", color: "#0072B2", rules: [{rules}])])"##);
    let tree = TopicFile::parse(&file).unwrap().into_tree().unwrap();
    let text = format!("Talks end\n\n{}end.\n", "a b ".repeat(20_000));
    let article = import::article("a.txt", text.as_bytes()).unwrap();
    assert!(!Linker::new(&tree).worker().link(&article).is_empty());
}
