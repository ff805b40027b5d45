//! Which sentences of real articles on the same talks say the same, and which talks they cover.
//!
//! Against the hand-made list in `tests/statements`; the articles are read beside the checkout.

#[path = "support/shared.rs"]
mod shared;

use readout::analysis::Linker;
use readout::analysis::duplicates::{Facts, Sketch, find_stories};
use readout::analysis::rounds::Rounds;
use readout::analysis::statements::{ReaderPairs, Statement, Statements};
use readout::import;
use readout::model::{
    Anchor, Article, ArticleIx, CodePoints, Language, ParagraphKind, Passage, StatementPair, StatementPlace, TopicTree,
};
use readout::store;
use shared::shared;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const LIST: &str = include_str!("statements/same.tsv");
/// Of articles of the project's own, by somebody who had not seen what is put together. Misses of the second list are
/// never shown.
const OWN: &str = include_str!("statements/own.tsv");
const UNSEEN: &str = include_str!("statements/unseen.tsv");

/// Aims: of the pairs that are put together these are right, and of those that say the same these are put together.
const PRECISION: f64 = 0.92;
const RECALL: f64 = 0.80;
/// Per cent of the listed pairs of all articles that are found, and of the lookalikes that are put together.
const FOUND_AGAIN: usize = 65;
const LOOKALIKES: usize = 12;
/// The same of the other lists: a bit below what is reached. Many of their pairs share hardly a word.
const OF_OWN: (f64, f64) = (0.85, 0.29);
const OF_UNSEEN: (f64, f64) = (0.75, 0.11);

/// A folder, or several, read and analysed.
struct Read {
    articles: Vec<Arc<Article>>,
    rounds: Rounds,
    statements: Statements,
    tree: TopicTree,
}

impl Read {
    fn folders(folders: &[PathBuf]) -> Self {
        Self::of(articles_of(folders), &[])
    }

    fn of(articles: Vec<Arc<Article>>, pairs: &[StatementPair]) -> Self {
        let tree = store::topics::default().unwrap().tree;
        let linker = Linker::new(&tree);
        let mut worker = linker.worker();
        let links: Vec<Arc<Vec<Passage>>> = articles.iter().map(|article| Arc::new(worker.link(article))).collect();
        let sketches: Vec<Sketch> = articles.iter().map(|article| Sketch::of(article)).collect();
        let facts: Vec<Facts> =
            articles.iter().zip(&sketches).map(|(article, sketch)| Facts::of(article, sketch)).collect();
        let rounds = Rounds::find(&articles, &BTreeMap::new());
        let pairs = ReaderPairs::find(pairs, &articles);
        let stories = find_stories(&facts);
        let statements = Statements::find(&articles, &links, &stories, &rounds, &pairs, &|| false).unwrap();
        Self { articles, rounds, statements, tree }
    }

    /// The sentence that most of a span in code points lies in.
    fn sentence(&self, path: &str, start: usize, end: usize) -> (ArticleIx, u32) {
        let ix = self.articles.iter().position(|article| article.path == path).expect("an article of the list");
        let article = &self.articles[ix];
        let points = CodePoints::new(&article.text);
        let overlap = |sentence: &usize| {
            let (from, to) = points.of(article.sentences[*sentence].span);
            to.min(end).saturating_sub(from.max(start))
        };
        let sentence = (0..article.sentences.len()).max_by_key(overlap).unwrap();
        (ArticleIx::new(ix), sentence as u32)
    }

    /// Pairs of sentences of different articles that are in one statement.
    fn pairs(&self) -> BTreeSet<Pair> {
        let mut pairs = BTreeSet::new();
        for statement in &self.statements.list {
            for (at, one) in statement.members.iter().enumerate() {
                for other in &statement.members[at + 1..] {
                    if one.article != other.article {
                        pairs.insert(pair((one.article, one.sentence), (other.article, other.sentence)));
                    }
                }
            }
        }
        pairs
    }

    /// The pairs of the list whose articles were read, each with `yes`, `no` or `?`.
    fn listed(&self) -> BTreeMap<Pair, &'static str> {
        self.listed_in(LIST)
    }

    fn listed_in(&self, list: &'static str) -> BTreeMap<Pair, &'static str> {
        let is_read = |path: &str| self.articles.iter().any(|article| article.path == path);
        let mut listed = BTreeMap::new();
        for line in list.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [same, one, a, b, other, c, d] = cells[..] else { panic!("seven cells: {line}") };
            if is_read(one) && is_read(other) {
                let place =
                    |path, start: &str, end: &str| self.sentence(path, start.parse().unwrap(), end.parse().unwrap());
                listed.insert(pair(place(one, a, b), place(other, c, d)), same);
            }
        }
        listed
    }

    fn text(&self, (article, sentence): (ArticleIx, u32)) -> &str {
        let article = &self.articles[article.index()];
        article.sentences[sentence as usize].span.text(&article.text)
    }

    /// The statements with a member that has these words.
    fn with(&self, path: &str, words: &str) -> Vec<&Statement> {
        let ix = self.articles.iter().position(|article| article.path == path).unwrap();
        let article = &self.articles[ix];
        let sentence = article.sentences.iter().position(|sentence| sentence.span.text(&article.text).contains(words));
        let sentence = sentence.unwrap_or_else(|| panic!("{words} in {path}")) as u32;
        self.statements.of(ArticleIx::new(ix), sentence).iter().map(|ix| self.statements.get(*ix)).collect()
    }
}

type Pair = ((ArticleIx, u32), (ArticleIx, u32));

fn pair(one: (ArticleIx, u32), other: (ArticleIx, u32)) -> Pair {
    (one.min(other), one.max(other))
}

fn articles_of(folders: &[PathBuf]) -> Vec<Arc<Article>> {
    let mut files: Vec<PathBuf> =
        folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path()).collect();
    files.sort_by_key(|file| file.file_name().map(ToOwned::to_owned));
    let article = |file: &Path| {
        let name = file.file_name().unwrap().to_str().unwrap();
        let is_article = name != "README.md" && !name.ends_with(".tsv");
        is_article.then(|| Arc::new(import::article(name, &fs::read(file).unwrap()).unwrap()))
    };
    files.iter().filter_map(|file| article(file)).collect()
}

#[test]
fn what_five_articles_say_alike_is_put_together() {
    let Some(seeds) = shared("seeds") else { return };
    let read = Read::folders(&[seeds]);
    let listed = read.listed();
    let (mut right, mut wrong) = (0, 0);
    for pair in read.pairs() {
        match listed.get(&pair) {
            Some(&"yes") => right += 1,
            Some(&"?") => {}
            _ => {
                wrong += 1;
                println!("wrong:\n  {}\n  {}", read.text(pair.0), read.text(pair.1));
            }
        }
    }
    let all = listed.values().filter(|same| **same == "yes").count();
    for (pair, _) in listed.iter().filter(|(pair, same)| **same == "yes" && !read.pairs().contains(pair)) {
        println!("missing:\n  {}\n  {}", read.text(pair.0), read.text(pair.1));
    }
    let (precision, recall) = (f64::from(right) / f64::from(right + wrong), f64::from(right) / all as f64);
    println!("precision {precision:.3}, recall {recall:.3} of {all} pairs; {wrong} wrong");
    assert!(precision >= PRECISION && recall >= RECALL);
}

#[test]
fn what_briefings_say_again_is_put_together_and_lookalikes_are_not() {
    let (Some(seeds), Some(more)) = (shared("seeds"), shared("more")) else { return };
    let read = Read::folders(&[seeds, more]);
    let found = read.pairs();
    let of = |same| {
        let listed = read.listed();
        let pairs: Vec<Pair> = listed.into_iter().filter(|(_, kind)| *kind == same).map(first).collect();
        (pairs.iter().filter(|pair| found.contains(pair)).count(), pairs.len())
    };
    let ((right, all), (wrong, lookalikes)) = (of("yes"), of("no"));
    println!("{right} of {all} found; {wrong} of {lookalikes} lookalikes put together");
    assert!(right * 100 >= all * FOUND_AGAIN && wrong * 100 <= lookalikes * LOOKALIKES);
}

/// The articles that a list names, out of all folders of the project's own.
fn named_in(list: &str) -> Vec<Arc<Article>> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/own");
    let folders = ["development", "hard", "held-out", "unseen"].map(|folder| own.join(folder));
    let names: BTreeSet<&str> =
        list.lines().skip(1).flat_map(|line| line.split('\t').skip(1).step_by(3).take(2)).collect();
    let mut articles = articles_of(&folders);
    articles.retain(|article| names.contains(article.path.as_str()));
    articles
}

/// Precision and recall of the pairs of one language, or of all; a pair that is not listed is wrong.
fn of_list(read: &Read, list: &'static str, language: Option<Language>) -> (f64, f64) {
    let listed = read.listed_in(list);
    let is_asked = |pair: &Pair| language.is_none_or(|asked| read.articles[pair.0.0.index()].language == asked);
    let found: Vec<Pair> = read.pairs().into_iter().filter(is_asked).collect();
    let right = found.iter().filter(|pair| listed.get(pair) == Some(&"yes")).count();
    let arguable = found.iter().filter(|pair| listed.get(pair) == Some(&"?")).count();
    let all = listed.iter().filter(|(pair, same)| **same == "yes" && is_asked(pair)).count();
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (precision, recall) = (share(right, found.len() - arguable), share(right, all));
    let name = language.map_or("all", Language::code);
    println!("{name}: precision {precision:.3}, recall {recall:.3} of {all} pairs; {arguable} arguable");
    (precision, recall)
}

/// Of the sentences that are said to stand in one article alone, the share of which the list names no other on the same
/// talks; and of those of which it names none, the share that is said to stand alone.
fn alone_in(read: &Read, list: &'static str) -> (f64, f64) {
    let mut shared: BTreeSet<(ArticleIx, u32)> = BTreeSet::new();
    for ((one, other), same) in read.listed_in(list) {
        if same != "no" && read.rounds.of(one.0) == read.rounds.of(other.0) {
            shared.extend([one, other]);
        }
    }
    let (mut right, mut claimed, mut alone) = (0, 0, 0);
    for (index, article) in read.articles.iter().enumerate() {
        let ix = ArticleIx::new(index);
        for (number, sentence) in (0..).zip(&article.sentences) {
            if article.paragraphs[sentence.paragraph as usize].kind != ParagraphKind::Body {
                continue;
            }
            let is_claimed = read.statements.of(ix, number).is_empty() && !read.statements.is_near(ix, number);
            let is_alone = !shared.contains(&(ix, number));
            claimed += usize::from(is_claimed);
            alone += usize::from(is_alone);
            right += usize::from(is_claimed && is_alone);
        }
    }
    (right as f64 / claimed.max(1) as f64, right as f64 / alone.max(1) as f64)
}

#[test]
fn only_here_is_mostly_said_of_what_nobody_else_says() {
    for (name, list, least) in [("own", OWN, 0.52), ("unseen", UNSEEN, 0.60)] {
        let (precision, found) = alone_in(&Read::of(named_in(list), &[]), list);
        println!("{name}: {precision:.3} of what is said to stand alone does, {found:.3} of what does is said to");
        assert!(precision >= least);
    }
    let Some(seeds) = shared("seeds") else { return };
    let (precision, found) = alone_in(&Read::folders(&[seeds]), LIST);
    println!("five articles: {precision:.3}, {found:.3}");
    assert!(precision >= 0.92);
}

#[test]
fn what_our_own_articles_say_alike_is_put_together() {
    for (list, aims) in [(OWN, OF_OWN), (UNSEEN, OF_UNSEEN)] {
        let read = Read::of(named_in(list), &[]);
        for language in [Language::English, Language::Russian, Language::French] {
            of_list(&read, list, Some(language));
        }
        let (precision, recall) = of_list(&read, list, None);
        assert!(precision >= aims.0 && recall >= aims.1);
    }
}

fn first<A, B>((first, _): (A, B)) -> A {
    first
}

#[test]
fn the_talks_that_an_article_covers() {
    let (Some(seeds), Some(more)) = (shared("seeds"), shared("more")) else { return };
    let read = Read::folders(&[seeds, more]);
    for round in &read.rounds.list {
        println!("{} | {}", round.key, round.name);
        round.articles.iter().for_each(|ix| println!("    {}", read.articles[ix.index()].path));
    }
    let key = |path: &str| {
        let ix = read.articles.iter().position(|article| article.path.starts_with(path)).unwrap();
        read.rounds.of(ArticleIx::new(ix)).map(|round| read.rounds.get(round).key.as_str())
    };
    for path in ["tass", "meduza", "rbc-translated", "ru-main", "whitehouse_2021-12-07"] {
        assert_eq!(key(path), Some("2021-12-07"), "{path}");
    }
    assert_eq!(key("bloomberg"), Some("2021-12-30"));
}

#[test]
fn tellings_of_one_claim_fall_into_one_statement() {
    let Some(seeds) = shared("seeds") else { return };
    let read = Read::folders(&[seeds]);
    let guarantees = [
        ("tass.txt", "legally enshrined guarantees"),
        ("rbc-translated.txt", "reliable legal guarantees"),
        ("ru-main.txt", "legally fixed guarantees"),
        ("meduza.txt", "reliable, legally fixed guarantees"),
    ];
    let missions = [
        ("tass.txt", "canceling the existing restrictions"),
        ("rbc-translated.txt", "nullify all the accumulated restrictions"),
        ("ru-main.txt", "reset all restrictions"),
        ("meduza.txt", "lifting all restrictions"),
    ];
    for tellings in [guarantees, missions] {
        let mut ids: Vec<BTreeSet<u64>> = tellings
            .iter()
            .map(|(path, words)| read.with(path, words).iter().map(|statement| statement.id).collect())
            .collect();
        let first = ids.remove(0);
        let common = ids.into_iter().fold(first, |common, ids| common.intersection(&ids).copied().collect());
        assert!(!common.is_empty(), "{tellings:?}");
    }
}

#[test]
fn what_one_article_alone_says_is_in_no_statement() {
    let Some(seeds) = shared("seeds") else { return };
    let read = Read::folders(&[seeds]);
    let alone = [
        ("meduza.txt", "SWIFT"),
        ("bloomberg.txt", "Bilateral US-Russia talks will start in Geneva"),
        ("bloomberg.txt", "starting early next year with the bilateral Strategic"),
        ("ru-main.txt", "through interpreters"),
    ];
    for (path, words) in alone {
        assert!(read.with(path, words).is_empty(), "{words} in {path}: {:?}", read.with(path, words));
    }
}

#[test]
fn the_same_articles_give_the_same_statements_and_spans_lie_in_their_sentences() {
    let Some(seeds) = shared("seeds") else { return };
    let read = Read::folders(std::slice::from_ref(&seeds));
    assert_eq!(read.statements, Read::folders(&[seeds]).statements);
    let mut ids = BTreeSet::new();
    for statement in &read.statements.list {
        assert!(ids.insert(statement.id), "an id twice");
        assert!(statement.tellings >= 2 && statement.articles().len() >= 2);
        assert!(statement.topics.iter().all(|topic| topic.index() < read.tree.len()));
        for member in &statement.members {
            let sentence = read.articles[member.article.index()].sentences[member.sentence as usize].span;
            let spans = member.shared.iter().chain(&member.different);
            assert!(spans.clone().all(|span| span.clip(sentence) == Some(*span)));
            assert!(!member.shared.is_empty());
        }
    }
}

#[test]
fn the_readers_word_splits_and_merges() {
    let Some(seeds) = shared("seeds") else { return };
    let articles = articles_of(&[seeds]);
    let place = |path: &str, words: &str| {
        let article = articles.iter().find(|article| article.path == path).unwrap();
        let sentence = article.sentences.iter().find(|sentence| sentence.span.text(&article.text).contains(words));
        let anchor = Anchor::describe(&article.text, sentence.unwrap().span);
        StatementPlace { article: path.to_owned(), anchor, fingerprint: None }
    };
    let apart = StatementPair {
        a: place("tass.txt", "legally enshrined guarantees"),
        b: place("ru-main.txt", "legally fixed guarantees"),
        same: false,
    };
    let together =
        StatementPair { a: place("meduza.txt", "SWIFT"), b: place("tass.txt", "a pen just like"), same: true };
    let gone = Anchor { exact: "Nobody ever wrote this.".to_owned(), ..together.a.anchor.clone() };
    let lost = StatementPair { a: StatementPlace { anchor: gone, ..together.a.clone() }, ..apart.clone() };
    assert_eq!(ReaderPairs::find(&[apart.clone(), together.clone(), lost], &articles).lost, 1);
    let read = Read::of(articles, &[apart, together]);
    let ids = |path, words| read.with(path, words).iter().map(|statement| statement.id).collect::<BTreeSet<u64>>();
    let (tass, main) = (ids("tass.txt", "legally enshrined"), ids("ru-main.txt", "legally fixed guarantees"));
    assert!(tass.intersection(&main).next().is_none() && !tass.is_empty());
    assert_eq!(ids("meduza.txt", "SWIFT"), ids("tass.txt", "a pen just like"));
    assert_eq!(ids("meduza.txt", "SWIFT").len(), 1);
}

#[test]
fn the_sample_collection_has_two_rounds() {
    let articles: Vec<Arc<Article>> = store::sample_collection().articles.into_iter().map(Arc::new).collect();
    let rounds = Rounds::find(&articles, &BTreeMap::new());
    for round in &rounds.list {
        println!("{} | {}", round.key, round.name);
        round.articles.iter().for_each(|ix| println!("    {}", articles[ix.index()].path));
    }
    for (ix, article) in articles.iter().enumerate() {
        let key = rounds.of(ArticleIx::new(ix)).map(|round| rounds.get(round).key.as_str());
        let expected = match &article.path[..10] {
            "2021-12-07" | "2021-12-08" => Some("2021-12-07"),
            "2021-12-31" => Some("2021-12-30"),
            _ => None,
        };
        assert_eq!(key, expected, "{}", article.path);
    }
    let corrections = BTreeMap::from([
        (articles[0].path.clone(), String::new()),
        (articles[1].path.clone(), "2021-12-30".to_owned()),
        (articles[2].path.clone(), "my own".to_owned()),
    ]);
    let corrected = Rounds::find(&articles, &corrections);
    let key = |ix| corrected.of(ArticleIx::new(ix)).map(|round| corrected.get(round).key.as_str());
    assert_eq!([key(0), key(1), key(2)], [None, Some("2021-12-30"), Some("my own")]);
}
