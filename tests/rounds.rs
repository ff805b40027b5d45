//! Which talks each article covers: against the hand-made list in `tests/rounds`, all articles in one collection.
//!
//! B-cubed precision and recall (Bagga and Baldwin, 1998) of the grouping, where an article without a round is a group
//! of its own, and the share of right keys. Misses are told of texts that may be learnt from only.

#[path = "support/shared.rs"]
mod shared;

use readout::analysis::rounds::Rounds;
use readout::import;
use readout::model::{Article, ArticleIx, Language};
use shared::shared;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const LIST: &str = include_str!("rounds/rounds.tsv");

/// Aims, of all articles together.
const PRECISION: f64 = 0.97;
const RECALL: f64 = 0.82;
const KEYS: f64 = 0.72;
/// Of a hundred articles on something else.
const SWALLOWED: f64 = 10.0;

/// An article of the list.
struct Listed {
    article: Arc<Article>,
    /// A name of ours; empty for none.
    round: &'static str,
    /// What its key may be; none is asked where nothing in the texts tells the day.
    keys: Vec<&'static str>,
    /// Arguable: read with the others, not counted.
    is_counted: bool,
    is_secret: bool,
}

/// The list with its articles; those beside the checkout only where they are.
fn listed() -> Vec<Listed> {
    let mut list = Vec::new();
    for line in LIST.lines().skip(1) {
        let [path, round, keys] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("three cells: {line}") };
        let Some(file) = file(path) else { continue };
        let name = Path::new(path).file_name().unwrap().to_str().unwrap();
        list.push(Listed {
            article: Arc::new(import::article(name, &fs::read(file).unwrap()).unwrap()),
            round: round.trim_start_matches('?'),
            keys: keys.split('/').filter(|key| !key.is_empty()).collect(),
            is_counted: !round.starts_with('?'),
            is_secret: path.contains("/held-out/") || path.contains("/unseen/"),
        });
    }
    list
}

fn file(path: &str) -> Option<PathBuf> {
    if path.starts_with("own/") {
        return Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path));
    }
    shared(path)
}

/// The key of each article's round; empty for none.
fn keys(articles: &[Arc<Article>]) -> Vec<String> {
    let rounds = Rounds::find(articles, &BTreeMap::new());
    let key = |ix| rounds.of(ArticleIx::new(ix)).map_or(String::new(), |round| rounds.get(round).key.clone());
    (0..articles.len()).map(key).collect()
}

/// Sums of what is averaged.
#[derive(Default)]
struct Score {
    articles: f64,
    precision: f64,
    recall: f64,
    keys: f64,
    right_keys: f64,
    /// Articles without a round, and those of them that were given one.
    none: f64,
    swallowed: f64,
}

impl Score {
    fn means(&self) -> [f64; 3] {
        [self.precision / self.articles, self.recall / self.articles, self.right_keys / self.keys.max(1.0)]
    }
}

fn scores(list: &[Listed], found: &[String]) -> BTreeMap<&'static str, Score> {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let counted = || (0..list.len()).filter(|ix| list[*ix].is_counted);
    for ix in counted() {
        let own = &list[ix];
        let together = |a: &str, b: &str, other: usize| other == ix || (!a.is_empty() && a == b);
        let in_found: Vec<usize> = counted().filter(|other| together(&found[ix], &found[*other], *other)).collect();
        let in_list: Vec<usize> = counted().filter(|other| together(own.round, list[*other].round, *other)).collect();
        let both = in_found.iter().filter(|other| in_list.contains(other)).count() as f64;
        let right = own.keys.iter().any(|key| found[ix].starts_with(key));
        let language = match own.article.language {
            Language::English => "en",
            Language::Russian => "ru",
            Language::French => "fr",
            _ => "de, uk",
        };
        for name in ["all", language] {
            let score = scores.entry(name).or_default();
            score.articles += 1.0;
            score.precision += both / in_found.len() as f64;
            score.recall += both / in_list.len() as f64;
            score.keys += f64::from(u8::from(!own.keys.is_empty()));
            score.right_keys += f64::from(u8::from(right));
            score.none += f64::from(u8::from(own.round.is_empty()));
            score.swallowed += f64::from(u8::from(own.round.is_empty() && !found[ix].is_empty()));
        }
        let told = format!("{} is of {:?}, found {:?}", own.article.path, own.round, found[ix]);
        if !own.is_secret && (!right && !own.keys.is_empty() || in_found != in_list) {
            println!("{told}");
        }
    }
    scores
}

#[test]
fn articles_are_grouped_by_the_talks_they_cover() {
    let list = listed();
    let articles: Vec<Arc<Article>> = list.iter().map(|one| one.article.clone()).collect();
    let scores = scores(&list, &keys(&articles));
    for (name, score) in &scores {
        let [precision, recall, keys] = score.means();
        println!(
            "{name}: {} articles, precision {precision:.3}, recall {recall:.3}, keys {keys:.3} of {}, {} of {} without a round were given one",
            score.articles, score.keys, score.swallowed, score.none
        );
    }
    if list.len() < LIST.lines().count() - 1 {
        println!("not all texts are there: nothing is asked of the figures");
        return;
    }
    let all = &scores["all"];
    let [precision, recall, keys] = all.means();
    assert!(precision >= PRECISION && recall >= RECALL && keys >= KEYS);
    assert!(all.swallowed * 100.0 <= all.none * SWALLOWED);
}
