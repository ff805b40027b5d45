//! How fast statements are found in 5,000 articles, on one thread and on all, and how well rewordings are told.
//! `cargo bench --bench statements`.
//!
//! Twice: an archive on everything, and a folder where all articles are on a few rounds of talks and say the same
//! things in other words. `READOUT_MRPC=FOLDER` names a folder with `msr_paraphrase_train.txt` and
//! `msr_paraphrase_test.txt`, pairs of news sentences with whether they say the same (Dolan and Brockett 2005); the
//! threshold is set on the one and the figures are of the other.

#[path = "support/newsroom.rs"]
mod newsroom;
mod support;

use readout::analysis::Linker;
use readout::analysis::duplicates::{Facts, Sketch, find_stories};
use readout::analysis::rounds::Rounds;
use readout::analysis::statements::{Corpus, Finder, Piece, ReaderPairs, Rewordings, Statements};
use readout::import;
use readout::model::{Article, Date, Fingerprint, Format, Language, Paragraph, ParagraphKind, Passage, Sentence, Span};
use readout::store;
use readout::work::in_order;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use support::{Chance, megabytes};

const ARTICLES: usize = 5_000;
/// Of the folder on talks: days on which they were held.
const DAYS: u8 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    support::print_machine();
    if let Some(folder) = std::env::var_os("READOUT_MRPC") {
        rewordings(Path::new(&folder))?;
    }
    let folder = tempfile::tempdir()?;
    newsroom::write(folder.path())?;
    let files = store::list_articles(&[folder.path().to_owned()]).found;
    let read = |found: &store::Found| -> Option<Arc<Article>> {
        Some(Arc::new(import::article(&found.path, &fs::read(&found.full).ok()?).ok()?))
    };
    let archive: Vec<Arc<Article>> = files.iter().take(ARTICLES).filter_map(read).collect();
    measure("an archive", &archive);
    measure("a folder on talks", &talks());
    Ok(())
}

fn measure(name: &str, articles: &[Arc<Article>]) {
    let tree = store::topics::default().expect("the default tree is sound").tree;
    let linker = Linker::new(&tree);
    let mut worker = linker.worker();
    let links: Vec<Arc<Vec<Passage>>> = articles.iter().map(|article| Arc::new(worker.link(article))).collect();
    let sketches: Vec<Sketch> = articles.iter().map(|article| Sketch::of(article)).collect();
    let facts: Vec<Facts> =
        articles.iter().zip(&sketches).map(|(article, sketch)| Facts::of(article, sketch)).collect();
    let stories = find_stories(&facts);
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let start = Instant::now();
    let rounds = Rounds::find(articles, &BTreeMap::new());
    let of_rounds = start.elapsed().as_secs_f64();
    let pairs = ReaderPairs::default();
    let start = Instant::now();
    let found = Statements::find(articles, &links, &stories, &rounds, &pairs, &|| false).expect("nobody cancels");
    let of_statements = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let corpus = Corpus::read(articles, &links, &rounds, &pairs, &|| false).expect("nobody cancels");
    let (mut pieces, mut parts) = (corpus.pieces(), Vec::new());
    let work = |finder: &mut Finder<'_>, piece: Piece| finder.find(piece);
    in_order(|| pieces.next(), || corpus.finder(), work, || false, |part| parts.push(part));
    assert!(corpus.statements(&parts, &stories).as_ref() == Some(&found), "the same on all threads");
    let on_all = start.elapsed().as_secs_f64();
    let sentences: usize = articles.iter().map(|article| article.sentences.len()).sum();
    let members: usize = found.list.iter().map(|statement| statement.members.len()).sum();
    println!("{name}: {} articles, {:.1} MB, {sentences} sentences", articles.len(), megabytes(bytes));
    println!("  rounds     {of_rounds:.2} s, {}", rounds.list.len());
    println!(
        "  statements {of_statements:.2} s, {on_all:.2} s on all threads, {} with {members} sentences",
        found.list.len()
    );
}

/// Reports on talks: each picks sentences of the sample collection and changes some of their words.
fn talks() -> Vec<Arc<Article>> {
    let mut chance = Chance(11);
    let sample = store::sample_collection().articles;
    let of_text = |article: &&Article| article.language == Language::English;
    let sentences: Vec<&str> = sample
        .iter()
        .filter(of_text)
        .flat_map(|article| article.sentences.iter().map(|sentence| sentence.span.text(&article.text)))
        .filter(|sentence| sentence.len() > 40)
        .collect();
    let words: Vec<&str> = sentences.iter().flat_map(|sentence| sentence.split_whitespace()).collect();
    let mut article = |number: usize| {
        let day = Date::new(2021, 12, 1 + (number % usize::from(DAYS)) as u8).expect("a day of December");
        let mut lines =
            vec![format!("Putin and Biden hold talks {number}"), format!("The presidents held talks on {day}.")];
        for _ in 0..30 {
            let sentence = chance.pick(&sentences);
            let mut word = |word| if chance.below(5) == 0 { chance.pick(&words) } else { word };
            lines.push(sentence.split_whitespace().map(&mut word).collect::<Vec<&str>>().join(" "));
        }
        let name = format!("{day}-{number:05}.txt");
        Arc::new(import::article(&name, lines.join("\n\n").as_bytes()).expect("a text"))
    };
    (0..ARTICLES).map(&mut article).collect()
}

/// A pair of sentences, and whether they say the same.
struct Pair {
    same: bool,
    sentences: [String; 2],
}

fn rewordings(folder: &Path) -> Result<(), Box<dyn Error>> {
    let train = pairs(&folder.join("msr_paraphrase_train.txt"))?;
    let test = pairs(&folder.join("msr_paraphrase_test.txt"))?;
    let articles: Vec<Article> =
        train.iter().chain(&test).flat_map(|pair| &pair.sentences).map(|sentence| article(sentence)).collect();
    let measure = Rewordings::read(&articles, train.len() * 2);
    let scored = |pairs: &[Pair], first: usize| -> Vec<(i32, bool)> {
        let likeness = |at: usize| measure.likeness((2 * (first + at), 0), (2 * (first + at) + 1, 0));
        pairs.iter().enumerate().map(|(at, pair)| (likeness(at), pair.same)).collect()
    };
    let (train, test) = (scored(&train, 0), scored(&test, train.len()));
    let threshold = train.iter().map(|(likeness, _)| *likeness).max_by(|a, b| {
        let f1 = |threshold: i32| figures(&train, threshold).1;
        f1(*a).total_cmp(&f1(*b))
    });
    let threshold = threshold.unwrap_or(0);
    for (name, pairs) in [("trained on", &train), ("tested on", &test)] {
        let (accuracy, f1) = figures(pairs, threshold);
        println!("rewordings, {name} {} pairs: accuracy {accuracy:.3}, F1 {f1:.3} from {threshold} on", pairs.len());
    }
    Ok(())
}

/// Accuracy and F1 where all pairs from `threshold` on are said to be the same.
fn figures(pairs: &[(i32, bool)], threshold: i32) -> (f64, f64) {
    let (mut right, mut found, mut same, mut both) = (0, 0, 0, 0);
    for (likeness, is_same) in pairs {
        let is_found = *likeness >= threshold;
        right += usize::from(is_found == *is_same);
        found += usize::from(is_found);
        same += usize::from(*is_same);
        both += usize::from(is_found && *is_same);
    }
    (right as f64 / pairs.len() as f64, 2.0 * both as f64 / (found + same) as f64)
}

/// Tab-separated: 1 or 0, two numbers, two sentences; the first line has names.
fn pairs(file: &Path) -> Result<Vec<Pair>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let pair = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [same, _, _, one, other] = cells[..] else { return None };
        Some(Pair { same: same == "1", sentences: [one, other].map(str::to_owned) })
    };
    Ok(text.lines().skip(1).filter_map(pair).collect())
}

/// An article of one sentence.
fn article(text: &str) -> Article {
    let span = Span::new(0, text.len());
    Article {
        path: String::new(),
        format: Format::Txt,
        headline: String::new(),
        outlet: None,
        author: None,
        date: None,
        time: None,
        address: None,
        language: Language::English,
        text: text.to_owned(),
        paragraphs: vec![Paragraph { span, kind: ParagraphKind::Body }],
        sentences: vec![Sentence { span, paragraph: 0 }],
        fingerprint: Fingerprint::of(text),
        warnings: Vec::new(),
    }
}
