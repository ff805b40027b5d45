//! Figures that differ: of pairs of sentences of our own on one subject, and of articles on the same talks.
//!
//! Against the hand-made lists in `tests/figures`. In the articles a pair of figures is listed where two of them are of
//! one subject and of two groups; all other pairs that are found are wrong, but those that the list calls arguable.

#[path = "support/shared.rs"]
mod shared;

use readout::analysis::Linker;
use readout::analysis::figures::{Differing, differing};
use readout::analysis::rounds::Rounds;
use readout::analysis::statements::{ReaderPairs, Statements};
use readout::import;
use readout::model::{Anchor, Article, ArticleIx, CodePoints, Language, Passage, Span, StatementPair, StatementPlace};
use readout::store;
use shared::shared;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

const PAIRS: &str = include_str!("figures/pairs.tsv");
const LIST: &str = include_str!("figures/figures.tsv");

/// Aims, in hundredths: of the pairs of sentences that differ, and of the lookalikes that are told.
const FOUND: u32 = 94;
const LOOKALIKES: u32 = 4;
/// Of the pairs of figures of the articles; and pairs that are wrong.
const FOUND_IN_ARTICLES: usize = 75;
const WRONG_IN_ARTICLES: usize = 2;

fn language(code: &str) -> Language {
    Language::ALL.into_iter().find(|language| language.code() == code).expect("a language")
}

/// The figures that differ in articles; `pairs` of sentences are put together, `round` is that of all articles.
fn found(articles: &[Arc<Article>], pairs: &[StatementPair], round: Option<&str>) -> Vec<Differing> {
    let tree = store::topics::default().unwrap().tree;
    let linker = pairs.is_empty().then(|| Linker::new(&tree));
    let link = |article: &Arc<Article>| linker.as_ref().map_or_else(Vec::new, |linker| linker.worker().link(article));
    let links: Vec<Arc<Vec<Passage>>> = articles.iter().map(link).map(Arc::new).collect();
    let keys = articles.iter().filter_map(|article| Some((article.path.clone(), round?.to_owned()))).collect();
    let rounds = Rounds::find(articles, &keys);
    let pairs = ReaderPairs::find(pairs, articles);
    let statements = Statements::find(articles, &links, &[], &rounds, &pairs, &|| false).unwrap();
    differing(articles, &statements, &rounds)
}

/// Two articles of one sentence, which the reader calls one statement.
fn differ(languages: &str, one: &str, other: &str) -> bool {
    let article = |path: &str, code, text: &str| {
        let text = format!("A headline over it\n\n{text}\n");
        let mut article = import::article(path, text.as_bytes()).unwrap();
        article.language = language(code);
        Arc::new(article)
    };
    let (first, second) = languages.split_once(' ').unwrap();
    let articles = [article("a.txt", first, one), article("b.txt", second, other)];
    let place = |article: &Article| {
        let start = article.text.find('\n').unwrap() + 2;
        let sentence = article.sentences.iter().find(|sentence| sentence.span.start as usize >= start).unwrap();
        StatementPlace {
            article: article.path.clone(),
            anchor: Anchor::describe(&article.text, sentence.span),
            fingerprint: None,
        }
    };
    let pair = StatementPair { a: place(&articles[0]), b: place(&articles[1]), same: true };
    !found(&articles, &[pair], Some("2022-01-07")).is_empty()
}

#[test]
fn figures_of_one_subject_differ_and_lookalikes_do_not() {
    let mut counts: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    for line in PAIRS.lines().skip(1) {
        let [languages, expected, one, other, what] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let (wanted, got) = (expected == "differ", differ(languages, one, other));
        if wanted != got {
            println!("{what}: should {expected}\n  {one}\n  {other}");
        }
        for name in ["all", languages] {
            let place = usize::from(wanted) * 2 + usize::from(got);
            counts.entry(name).or_default()[place] += 1;
        }
    }
    for (name, [right_no, wrong, missed, right]) in &counts {
        println!("{name}: {right} of {} found, {wrong} of {} lookalikes told", right + missed, right_no + wrong);
    }
    let [right_no, wrong, missed, right] = counts["all"];
    assert!(right * 100 >= (right + missed) * FOUND && wrong * 100 <= (right_no + wrong) * LOOKALIKES);
}

/// A figure of the list.
struct Listed {
    article: usize,
    span: (usize, usize),
    subject: &'static str,
    group: &'static str,
}

#[test]
fn articles_on_the_same_talks_differ_where_the_list_says_so() {
    let Some((articles, list)) = read() else { return };
    let found = found(&articles, &[], None);
    let points: Vec<CodePoints> = articles.iter().map(|article| CodePoints::new(&article.text)).collect();
    let listed = |article: ArticleIx, span: Span| {
        let (start, end) = points[article.index()].of(span);
        list.iter().position(|one| one.article == article.index() && one.span.0 < end && start < one.span.1)
    };
    let mut right = BTreeSet::new();
    let mut wrong = 0;
    for one in &found {
        for (number, a) in one.given.iter().enumerate() {
            for b in one.given[number + 1..].iter().filter(|b| b.article != a.article && b.value != a.value) {
                match (listed(a.article, a.span), listed(b.article, b.span)) {
                    (Some(x), Some(y)) if list[x].subject == list[y].subject => {
                        if list[x].group == "?" || list[y].group == "?" || agrees(&list[x], &list[y]) {
                            continue;
                        }
                        right.insert((x.min(y), x.max(y)));
                    }
                    _ => {
                        wrong += 1;
                        let words = |given: &readout::analysis::figures::Given| {
                            let article = &articles[given.article.index()];
                            format!("{}: {}", article.path, given.span.text(&article.text))
                        };
                        println!("wrong: {} | {} ({:?})", words(a), words(b), one.measure);
                    }
                }
            }
        }
    }
    let all: Vec<(usize, usize)> = (0..list.len())
        .flat_map(|x| (x + 1..list.len()).map(move |y| (x, y)))
        .filter(|(x, y)| list[*x].subject == list[*y].subject && list[*x].article != list[*y].article)
        .filter(|(x, y)| list[*x].group != "?" && list[*y].group != "?" && !agrees(&list[*x], &list[*y]))
        .collect();
    for (x, y) in all.iter().filter(|pair| !right.contains(pair)) {
        let [a, b] = [x, y].map(|one| &articles[list[*one].article].path);
        println!("missing: {} in {a} and {b}", list[*x].subject);
    }
    println!("{} of {} pairs found, {wrong} wrong; {} cards", right.len(), all.len(), found.len());
    assert!(right.len() * 100 >= all.len() * FOUND_IN_ARTICLES && wrong <= WRONG_IN_ARTICLES);
}

fn agrees(one: &Listed, other: &Listed) -> bool {
    one.group == other.group || one.group == "~" || other.group == "~"
}

/// The articles of the lists and of the same folders, with the figures listed.
fn read() -> Option<(Vec<Arc<Article>>, Vec<Listed>)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own");
    let folders =
        [("seeds", shared("seeds")?), ("own/development", own.join("development")), ("own/hard", own.join("hard"))];
    let (mut paths, mut articles) = (Vec::new(), Vec::new());
    for (name, folder) in folders {
        let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|end| end == "txt")).collect();
        files.sort();
        for file in files {
            let base = file.file_name().unwrap().to_str().unwrap();
            paths.push(format!("{name}/{base}"));
            articles.push(Arc::new(import::article(base, &fs::read(&file).unwrap()).unwrap()));
        }
    }
    let listed = |line: &'static str| {
        let [path, start, end, subject, group, _] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let article = paths.iter().position(|other| other == path).expect("an article of the list");
        Listed { article, span: (start.parse().unwrap(), end.parse().unwrap()), subject, group }
    };
    let list = LIST.lines().skip(1).map(listed).collect();
    Some((articles, list))
}
