//! What changed rules would add and take away, before they are applied.
//!
//! The rules of one top-level topic are matched anew, article by article, and compared with the passages that are
//! there. A passage is told by its sentence and its topic: a sentence that a sub-topic takes from the topic above
//! it counts as one added and one taken away. The caller goes through the articles, and may stop at any of them.

use super::{LinkWorker, Linker};
use crate::model::{Article, ArticleIx, Origin, Passage, Span, TopicIx, TopicTree};
use std::collections::BTreeMap;

/// Changed rules, ready to be tried. Shared between threads; each makes its own [`TrialWorker`].
pub struct RuleTrial {
    linker: Linker,
    /// By topic of the tree before: what its passages are compared with; `None` if they are not looked at.
    before: Vec<Option<Counterpart>>,
}

/// What became of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Counterpart {
    /// A topic of the tree after: the same or the one that it was merged into.
    Still(TopicIx),
    /// A topic of the tree before that is no longer there.
    Gone(TopicIx),
}

/// One thread's part.
pub struct TrialWorker<'a> {
    trial: &'a RuleTrial,
    links: LinkWorker<'a>,
}

/// What changes in one article, each in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleChange {
    pub added: Vec<Passage>,
    pub removed: Vec<Passage>,
}

/// What changes in all articles that were looked at so far, with some examples.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Passages.
    pub added: usize,
    pub removed: usize,
    limit: usize,
    added_examples: Vec<Candidate>,
    removed_examples: Vec<Candidate>,
}

/// A possible example, with its place in the row of all.
#[derive(Clone, Debug, PartialEq)]
struct Candidate {
    /// How many of its kind are before it in its article: one of each article is shown before a second of any.
    nth: usize,
    passage: PreviewPassage,
}

/// A passage that would come or go.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewPassage {
    pub article: ArticleIx,
    /// The sentence.
    pub span: Span,
    /// Whether it would come.
    pub added: bool,
    /// Of the tree after the change if it would come, else of the tree before.
    pub topic: TopicIx,
    /// The words that speak for it, in order, without overlap.
    pub words: Vec<Span>,
}

impl RuleTrial {
    /// `topic` is one of `after`; all that stand below the same top-level topic are tried.
    pub fn new(before: &TopicTree, after: &TopicTree, topic: TopicIx) -> Self {
        let top = after.top(topic);
        let tried = after.subtree(top);
        let old_top = before.find(&after.topic(top).id).map(|topic| before.top(topic));
        let counterpart = |(ix, topic): (TopicIx, &crate::model::Topic)| match after.find(&topic.id) {
            Some(still) => tried.contains(&still.index()).then_some(Counterpart::Still(still)),
            None => (Some(before.top(ix)) == old_top).then_some(Counterpart::Gone(ix)),
        };
        Self { linker: Linker::of_top(after, topic), before: before.iter().map(counterpart).collect() }
    }

    pub fn worker(&self) -> TrialWorker<'_> {
        TrialWorker { trial: self, links: self.linker.worker() }
    }
}

impl TrialWorker<'_> {
    /// What changes in an article. `passages` are those that it has under the tree before, all or only those of the
    /// top-level topic.
    pub fn compare(&mut self, article: &Article, passages: &[Passage]) -> ArticleChange {
        let found = self.links.link(article);
        let mut gone: BTreeMap<(u32, Counterpart), &Passage> = BTreeMap::new();
        for passage in passages.iter().filter(|passage| passage.origin == Origin::Rule) {
            if let Some(Some(counterpart)) = self.trial.before.get(passage.topic.index()) {
                gone.entry((passage.sentence, *counterpart)).or_insert(passage);
            }
        }
        let is_new = |passage: &Passage| gone.remove(&(passage.sentence, Counterpart::Still(passage.topic))).is_none();
        let added: Vec<Passage> = found.into_iter().filter(is_new).collect();
        ArticleChange { added, removed: gone.into_values().cloned().collect() }
    }
}

impl Preview {
    /// With at most `limit` examples.
    pub fn new(limit: usize) -> Self {
        Self { added: 0, removed: 0, limit, added_examples: Vec::new(), removed_examples: Vec::new() }
    }

    /// Adds what changes in one article. The order of the articles does not matter.
    pub fn add(&mut self, article: ArticleIx, change: &ArticleChange) {
        self.added += change.added.len();
        self.removed += change.removed.len();
        put(&mut self.added_examples, self.limit, article, &change.added, true);
        put(&mut self.removed_examples, self.limit, article, &change.removed, false);
    }

    /// Some that would come, then some that would go; of as many articles as can be, in their order. If there are
    /// more than can be shown, half are of each kind, where there are so many.
    pub fn examples(&self) -> Vec<PreviewPassage> {
        let removed = self.removed_examples.len().min(self.limit / 2);
        let added = self.added_examples.len().min(self.limit - removed);
        let shown = |candidates: &[Candidate], count: usize| {
            let mut shown: Vec<PreviewPassage> =
                candidates.iter().take(count).map(|candidate| candidate.passage.clone()).collect();
            shown.sort_by_key(|passage| (passage.article, passage.span, passage.topic));
            shown
        };
        let mut examples = shown(&self.added_examples, added);
        examples.extend(shown(&self.removed_examples, self.limit - added));
        examples
    }
}

/// Keeps the first `limit` examples in the order of their number within their article.
fn put(examples: &mut Vec<Candidate>, limit: usize, article: ArticleIx, passages: &[Passage], added: bool) {
    for (nth, passage) in passages.iter().take(limit).enumerate() {
        let place = examples.partition_point(|other| (other.nth, other.passage.article) < (nth, article));
        if place < limit {
            let (span, topic, words) = (passage.span, passage.topic, passage.matched_words());
            examples.insert(place, Candidate { nth, passage: PreviewPassage { article, span, added, topic, words } });
            examples.truncate(limit);
        }
    }
}

#[cfg(test)]
mod tests {
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
            preview.add(ArticleIx::new(number), &worker.compare(&article, &passages));
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
        let shown: Vec<(u32, bool)> =
            preview.examples().iter().map(|passage| (passage.article.0, passage.added)).collect();
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
            numbers.rotate_left(turn % numbers.len().max(1));
            numbers.reverse();
            prop_assert_eq!(&collected(&numbers), &forwards);
            let examples = forwards.examples();
            prop_assert_eq!(examples.len(), limit.min(forwards.added + forwards.removed));
            prop_assert!(examples.is_sorted_by_key(|passage| !passage.added));
        }
    }
}
