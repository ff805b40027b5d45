//! The reader's word on the passages of an article: what was rejected goes, what was marked comes.

use crate::model::{Article, Decision, Origin, OwnPassage, Passage, Span, TopicTree};
use std::collections::BTreeMap;

/// What the reader said about one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said<'a> {
    pub decisions: Vec<&'a Decision>,
    pub own: Vec<&'a OwnPassage>,
}

/// The passages of `article` after what the reader said: `found` are those of the rules, sorted by place.
///
/// A decision or mark whose place or topic is not there any more changes nothing; it stays in the session.
pub fn decided(article: &Article, tree: &TopicTree, found: &[Passage], said: &Said) -> Vec<Passage> {
    let mut verdicts: BTreeMap<(Span, usize), bool> = BTreeMap::new();
    for decision in &said.decisions {
        if let (Some(span), Some(topic)) = (decision.anchor.find(article), tree.find(&decision.topic)) {
            verdicts.insert((span, topic.index()), decision.kept);
        }
    }
    let verdict = |passage: &Passage| verdicts.get(&(passage.span, passage.topic.index())).copied();
    let stays = found.iter().filter(|passage| verdict(passage) != Some(false));
    let mut passages: Vec<Passage> =
        stays.map(|passage| Passage { kept: verdict(passage).is_some(), ..passage.clone() }).collect();
    passages.extend(said.own.iter().filter_map(|own| own_passage(article, tree, own)));
    passages.sort_by_key(|passage| (passage.sentence, passage.span, passage.topic));
    passages
}

fn own_passage(article: &Article, tree: &TopicTree, own: &OwnPassage) -> Option<Passage> {
    let span = own.anchor.find(article).filter(|span| !span.is_empty())?;
    let topic = tree.find(&own.topic)?;
    let paragraph = article.paragraph_at(span.start as usize)? as u32;
    let sentence = article.sentences.partition_point(|sentence| sentence.span.end <= span.start) as u32;
    let sentence = sentence.min(article.sentences.len().saturating_sub(1) as u32);
    Some(Passage { topic, span, paragraph, sentence, origin: Origin::Reader(own.id), reasons: Vec::new(), kept: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Linker;
    use crate::import;
    use crate::model::{Anchor, MarkId, TopicFile};

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
        Decision { article: article.path.clone(), anchor, topic: "money".to_owned(), kept, fingerprint }
    }

    #[test]
    fn a_rejected_passage_goes_and_a_kept_one_says_so() {
        let (article, tree, found) = setting();
        assert_eq!(found.len(), 1);
        let kept = decision(&article, found[0].span, true);
        let rejected = Decision { kept: false, ..kept.clone() };
        let after = |decision| {
            let said = Said { decisions: vec![decision], own: Vec::new() };
            decided(&article, &tree, &found, &said)
        };
        assert!(after(&kept)[0].kept);
        assert!(after(&rejected).is_empty());
    }

    #[test]
    fn a_mark_of_the_readers_own_stands_among_the_others_by_its_place() {
        let (article, tree, found) = setting();
        let start = TEXT.find("Nothing").unwrap();
        let anchor = Anchor::describe(&article.text, Span::new(start, start + 7));
        let (path, fingerprint) = (article.path.clone(), article.fingerprint);
        let own = OwnPassage { article: path, anchor, topic: "money".to_owned(), id: MarkId(7), fingerprint };
        let passages = decided(&article, &tree, &found, &Said { decisions: Vec::new(), own: vec![&own] });
        assert_eq!(passages.len(), 2);
        assert_eq!((passages[1].origin, passages[1].span.text(&article.text)), (Origin::Reader(MarkId(7)), "Nothing"));
        let elsewhere = OwnPassage { topic: "gone".to_owned(), ..own };
        let said = Said { decisions: Vec::new(), own: vec![&elsewhere] };
        assert_eq!(decided(&article, &tree, &found, &said), found, "a topic that is gone keeps its marks to itself");
    }
}
