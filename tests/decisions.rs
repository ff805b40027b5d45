//! What the reader said, and what a change of the tree leaves as it was, over articles that are really read.

use readout::analysis::{Linker, Relink, Relinker, Said, StreamPart, WordStreams, decided};
use readout::import;
use readout::model::{
    Anchor, Article, Decision, MarkId, Origin, OwnPassage, Passage, Span, TopicEdit, TopicFile, TopicFileEntry,
    TopicTree,
};
use readout::store;

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
        relink.carry(&mut passages, Relinker::new(&relink, &new).worker().link(&article, &WordStreams::default()));
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

/// A rule of one of the default tree's topics comes, goes, is written anew or moves, in turns, on the sample articles.
#[test]
fn after_any_edit_of_the_default_tree_the_sample_is_linked_as_if_anew() {
    let articles = store::sample_collection().articles;
    let mut part = StreamPart::default();
    articles.iter().for_each(|article| part.add(article));
    let mut words = WordStreams::default();
    words.append(part);
    let mut file = store::topics::default().unwrap().file;
    let mut old = file.clone().into_tree().unwrap();
    let mut passages: Vec<Vec<Passage>> = link_all(&old, &articles);
    let mut linked_anew = 0;
    for turn in 0..TURNS {
        edit_rules(&mut file.topics, turn);
        let new = file.clone().into_tree().unwrap();
        let relink = Relink::between(&old, &new);
        let relinker = Relinker::new(&relink, &new);
        let mut worker = relinker.worker();
        for (article, passages) in articles.iter().zip(&mut passages) {
            let found = worker.link(article, &words);
            linked_anew += if relink.tops().is_empty() { found.touched.len() } else { article.sentences.len() };
            relink.carry(passages, found);
        }
        assert_eq!(passages, link_all(&new, &articles), "turn {turn}");
        old = new;
    }
    let all = TURNS * articles.iter().map(|article| article.sentences.len()).sum::<usize>();
    assert!(linked_anew < all / 2, "{linked_anew} sentences of {all} were linked anew");
}

const TURNS: usize = 60;

fn link_all(tree: &TopicTree, articles: &[Article]) -> Vec<Vec<Passage>> {
    let linker = Linker::new(tree);
    let mut worker = linker.worker();
    articles.iter().map(|article| worker.link(article)).collect()
}

/// Changes a rule of a topic; every turn another one, in another way.
fn edit_rules(topics: &mut [TopicFileEntry], turn: usize) {
    let count = topics.iter().map(entries).sum::<usize>();
    // Far from each other, and each in its turn: both factors have no divisor in common with what they go round.
    let Some(entry) = entry(topics, &mut (turn * 7 % count)) else { return };
    let at = turn * 13 % (entry.rules.len() + 1);
    match turn % 5 {
        0 => entry.rules.insert(at, "(letter | president | письмо) amid (talks | Kremlin)".to_owned()),
        1 if at < entry.rules.len() => _ = entry.rules.remove(at),
        2 if at < entry.rules.len() => entry.rules[at] = "weak: (statement | side | сторона)".to_owned(),
        3 => entry.rules.insert(at, "carry: unless (Brussels | Вена)".to_owned()),
        _ if entry.rules.is_empty() => {}
        _ => entry.rules.rotate_left(1),
    }
}

fn entries(entry: &TopicFileEntry) -> usize {
    1 + entry.children.iter().map(entries).sum::<usize>()
}

/// The topic that stands at this place.
fn entry<'a>(topics: &'a mut [TopicFileEntry], place: &mut usize) -> Option<&'a mut TopicFileEntry> {
    for topic in topics {
        if *place == 0 {
            return Some(topic);
        }
        *place -= 1;
        if let Some(found) = entry(&mut topic.children, place) {
            return Some(found);
        }
    }
    None
}
