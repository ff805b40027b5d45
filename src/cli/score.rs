//! How well the rules link: precision, recall and F1 against sentences that people labelled.
//!
//! Two kinds of labels, both tables that [`labels`] reads: of whole articles, and loose sentences, each scored as an
//! article of its own. A sentence is linked to a topic when passages of it cover at least half of the sentence.
//! `call` is not scored. [`boilerplate`] has figures of its own.

mod boilerplate;
mod labels;
mod sides;

pub use boilerplate::boilerplate;
pub use sides::sides;

use crate::analysis::Linker;
use crate::import;
use crate::model::{CodePoints, Language, Passage, Span, TopicFile, TopicFileEntry, TopicTree};
use labels::Label;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The top-level topic that is no part of the figures: how the talks went, not what they were about.
const NOT_SCORED: &str = "call";

/// The columns of a table of figures, as wide as [`line`] writes them.
const HEADER: &str = "precision  recall     F1  right alarms misses";

type Ids = BTreeSet<String>;

/// An article that was labelled, as the rules see it.
struct Scored {
    name: String,
    /// Each label with the topics that the rules give the sentence.
    found: Vec<(Label, Ids)>,
    /// The rules that fired: topic id and number.
    fired: BTreeSet<(String, u16)>,
}

/// Right, too much, missing.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    false_alarm: usize,
    miss: usize,
}

/// Figures for a folder of label files (`name.tsv` for an article `name.txt`, `.md` or `.html` in the other folder).
///
/// # Errors
/// A folder or file that cannot be read, or labels without the columns or that do not fit their article.
pub fn gold(file: &TopicFile, gold: &Path, articles: &Path, list_misses: bool) -> Result<String, String> {
    let labelled = labels::of_articles(gold, articles)?;
    let scored = link_articles(file, &labelled)?;
    let mut report = report(&scored, list_misses);
    let general = without_lone_rules(file, &scored);
    let scored = link_articles(&general, &labelled)?;
    let (top, sub) = (overall(&scored, top_level), overall(&scored, sub_level));
    _ = writeln!(
        report,
        "without rules that fire in one article only: top-level F1 {:.3}, sub-topics {:.3}",
        top.f1(),
        sub.f1()
    );
    Ok(report)
}

/// Figures for a file of loose sentences in one language.
///
/// # Errors
/// A file that cannot be read, or one without the columns.
pub fn meaning(file: &TopicFile, labels: &Path, language: Language, list_misses: bool) -> Result<String, String> {
    let tree = file.clone().into_tree().map_err(|error| error.to_string())?;
    let linker = Linker::new(&tree);
    let mut worker = linker.worker();
    let mut scored = Scored { name: labels.display().to_string(), found: Vec::new(), fired: BTreeSet::new() };
    for label in labels::read(labels)? {
        let mut article = import::article("sentence.txt", label.sentence.as_bytes())
            .map_err(|error| format!("{}: {error}", label.sentence))?;
        article.language = language;
        article.paragraphs.iter_mut().for_each(|paragraph| paragraph.kind = crate::model::ParagraphKind::Body);
        let passages = worker.link(&article);
        let found = passages.iter().map(|passage| tree.topic(passage.topic).id.clone()).collect();
        scored.found.push((label, found));
    }
    Ok(report(&[scored], list_misses))
}

fn link_articles(file: &TopicFile, labelled: &[(PathBuf, Vec<Label>)]) -> Result<Vec<Scored>, String> {
    let tree = file.clone().into_tree().map_err(|error| error.to_string())?;
    let linker = Linker::new(&tree);
    let mut worker = linker.worker();
    let mut scored = Vec::new();
    for (path, labels) in labelled {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let article = import::article(&name, &bytes).map_err(|error| format!("{name} {error}"))?;
        let passages = worker.link(&article);
        let points = CodePoints::new(&article.text);
        let mut found = Vec::new();
        for label in labels {
            let bounds = points.to_byte(label.start).zip(points.to_byte(label.end));
            let span = bounds.map_or(Span::default(), |(start, end)| Span::new(start, end));
            let label = label.placed(span.text(&article.text)).map_err(|error| format!("{name}: {error}"))?;
            found.push((label, topics_on(&tree, &passages, span)));
        }
        let fired = passages.iter().flat_map(|passage| {
            let id = &tree.topic(passage.topic).id;
            passage.reasons.iter().map(move |reason| (id.clone(), reason.rule))
        });
        scored.push(Scored { name, found, fired: fired.collect() });
    }
    Ok(scored)
}

/// Topics whose passages cover at least half of `span`.
fn topics_on(tree: &TopicTree, passages: &[Passage], span: Span) -> Ids {
    let mut covered: BTreeMap<&str, usize> = BTreeMap::new();
    for passage in passages {
        if let Some(part) = passage.span.clip(span) {
            *covered.entry(&tree.topic(passage.topic).id).or_default() += part.len();
        }
    }
    covered.into_iter().filter(|(_, bytes)| bytes * 2 >= span.len()).map(|(id, _)| id.to_owned()).collect()
}

/// The file without the rules that fired in only one of the articles: what is left cannot owe its figures to
/// the wording of a single text.
fn without_lone_rules(file: &TopicFile, scored: &[Scored]) -> TopicFile {
    fn strip(entry: &mut TopicFileEntry, lone: &BTreeSet<&(String, u16)>) {
        let id = entry.id.clone();
        let mut number = 0;
        entry.rules.retain(|_| {
            number += 1;
            !lone.contains(&(id.clone(), number - 1))
        });
        entry.children.iter_mut().for_each(|child| strip(child, lone));
    }
    let mut articles: BTreeMap<&(String, u16), usize> = BTreeMap::new();
    for rule in scored.iter().flat_map(|article| &article.fired) {
        *articles.entry(rule).or_default() += 1;
    }
    let lone = articles.into_iter().filter(|(_, count)| *count == 1).map(|(rule, _)| rule).collect();
    let mut file = file.clone();
    file.topics.iter_mut().for_each(|entry| strip(entry, &lone));
    file
}

/// The top-level topic of an id, if it is scored.
fn top_level(id: &str) -> Option<&str> {
    id.split('/').next().filter(|top| *top != NOT_SCORED)
}

/// The id, if it is that of a sub-topic that is scored.
fn sub_level(id: &str) -> Option<&str> {
    top_level(id).filter(|top| *top != id).map(|_| id)
}

type Level = fn(&str) -> Option<&str>;

/// Right, too much and missing by topic, over all sentences of the articles.
fn count(scored: &[Scored], level: Level) -> BTreeMap<String, Count> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for (label, found) in scored.iter().flat_map(|article| &article.found) {
        let (right, too_much, missing) = compare(label, found, level);
        right.iter().for_each(|id| counts.entry(id.clone()).or_default().right += 1);
        too_much.iter().for_each(|id| counts.entry(id.clone()).or_default().false_alarm += 1);
        missing.iter().for_each(|id| counts.entry(id.clone()).or_default().miss += 1);
    }
    counts
}

fn compare(label: &Label, found: &Ids, level: Level) -> (Ids, Ids, Ids) {
    let at_level = |ids: &Ids| ids.iter().filter_map(|id| level(id)).map(str::to_owned).collect::<Ids>();
    let (wanted, allowed, found) = (at_level(&label.topics), at_level(&label.optional), at_level(found));
    let too_much = found.iter().filter(|id| !wanted.contains(*id) && !allowed.contains(*id));
    (&wanted & &found, too_much.cloned().collect(), &wanted - &found)
}

fn overall(scored: &[Scored], level: Level) -> Count {
    count(scored, level).values().fold(Count::default(), |sum, count| Count {
        right: sum.right + count.right,
        false_alarm: sum.false_alarm + count.false_alarm,
        miss: sum.miss + count.miss,
    })
}

impl Count {
    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.false_alarm).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.miss).max(1) as f64
    }

    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.false_alarm + self.miss).max(1) as f64
    }
}

fn report(scored: &[Scored], list_misses: bool) -> String {
    let mut report = String::new();
    _ = writeln!(report, "{:26} {}", "topic", HEADER);
    for (name, level) in [("top-level topics", top_level as Level), ("sub-topics", sub_level)] {
        for (id, count) in count(scored, level) {
            report.push_str(&line(&id, count));
        }
        report.push_str(&line(name, overall(scored, level)));
    }
    if list_misses {
        for article in scored {
            list(article, &mut report);
        }
    }
    report
}

fn line(name: &str, count: Count) -> String {
    let Count { right, false_alarm, miss } = count;
    let (precision, recall, f1) = (count.precision(), count.recall(), count.f1());
    format!("{name:26} {precision:>9.3} {recall:>7.3} {f1:>6.3} {right:>6} {false_alarm:>6} {miss:>6}\n")
}

fn list(article: &Scored, report: &mut String) {
    for (label, found) in &article.found {
        let (mut too_much, mut missing) = (Ids::new(), Ids::new());
        for level in [top_level as Level, sub_level] {
            let (_, more, less) = compare(label, found, level);
            too_much.extend(more);
            missing.extend(less);
        }
        if too_much.is_empty() && missing.is_empty() {
            continue;
        }
        let ids = |sign: &str, ids: &Ids| ids.iter().map(|id| format!("{sign}{id} ")).collect::<String>();
        _ = writeln!(
            report,
            "{}: {}{}| {}",
            article.name,
            ids("missing ", &missing),
            ids("alarm ", &too_much),
            label.sentence
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(ids: &str) -> Ids {
        ids.split_whitespace().map(str::to_owned).collect()
    }

    fn scored(topics: &str, optional: &str, found: &str) -> Vec<Scored> {
        let label = Label { topics: ids(topics), optional: ids(optional), ..Label::default() };
        vec![Scored { name: "a".to_owned(), found: vec![(label, ids(found))], fired: BTreeSet::new() }]
    }

    fn counted(scored: &[Scored], level: Level) -> (usize, usize, usize) {
        let Count { right, false_alarm, miss } = overall(scored, level);
        (right, false_alarm, miss)
    }

    #[test]
    fn a_sub_topic_counts_for_its_top_level_topic() {
        let scored = scored("ukraine/troops", "", "ukraine/sanctions");
        assert_eq!(counted(&scored, top_level), (1, 0, 0));
        assert_eq!(counted(&scored, sub_level), (0, 1, 1));
    }

    #[test]
    fn optional_topics_and_the_call_count_neither_way() {
        assert_eq!(counted(&scored("iran call", "cyber/crime", "iran cyber/crime"), top_level), (1, 0, 0));
        assert_eq!(counted(&scored("iran", "cyber", "call"), top_level), (0, 0, 1));
        assert_eq!(counted(&scored("", "cyber", "iran"), top_level), (0, 1, 0));
    }

    #[test]
    fn a_sentence_is_linked_when_half_of_it_is_covered() {
        let source = "(topics: [(id: \"a\", name: \"\", color: \"#000000\")])";
        let tree = TopicFile::parse(source).and_then(TopicFile::into_tree).expect("a sound tree");
        let passage = |start, end| Passage {
            topic: tree.find("a").expect("the topic"),
            span: Span::new(start, end),
            paragraph: 0,
            sentence: 0,
            origin: crate::model::Origin::Rule,
            kept: false,
            reasons: Vec::new(),
        };
        let halves = [passage(0, 3), passage(6, 8)];
        assert_eq!(topics_on(&tree, &halves, Span::new(0, 10)), ids("a"));
        assert_eq!(topics_on(&tree, &halves[..1], Span::new(0, 10)), ids(""));
    }

    #[test]
    fn rules_that_fire_in_one_article_only_are_left_out() {
        let source = "(topics: [(id: \"a\", name: \"\", color: \"#000000\", rules: [\"x\", \"y\", \"z\"])])";
        let file = TopicFile::parse(source).expect("a sound tree");
        let article = |rules: &[u16]| Scored {
            name: String::new(),
            found: Vec::new(),
            fired: rules.iter().map(|rule| ("a".to_owned(), *rule)).collect(),
        };
        let general = without_lone_rules(&file, &[article(&[0, 1]), article(&[1])]);
        assert_eq!(general.topics[0].rules, ["y", "z"]);
    }
}
