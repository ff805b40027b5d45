//! How well the article is told from the page around it: the tables of the README.
//!
//! `READOUT_PAGES=FOLDER cargo bench --bench boilerplate [-- text|html] [NAME]` reads a checkout of the ScrapingHub
//! article extraction benchmark with its pages unpacked (`gunzip html/*.gz`): `ground-truth.json` and `html/NAME.html`.
//! `html`: the pages as they are. `text`: all visible text of a page, as a person pastes it into a plain text file, once
//! with and once without blank lines between paragraphs. Pages whose name begins with 0 to 7 were looked at while the
//! rules were written; those from 8 to f were not. Scored as that benchmark does: runs of four words, a page's
//! precision and recall averaged over pages. With a NAME, the lines of that page with their kinds are printed.

use readout::import::{self, Phrases};
use readout::model::ParagraphKind;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// Words to a run.
const RUN: usize = 4;

/// A page and the text of its article as people copied it out.
struct Page {
    name: String,
    html: Vec<u8>,
    /// All its visible text.
    visible: String,
    article: String,
}

/// What is measured: its name, the file's name, whether blank lines are left out.
const FORMS: [(&str, &str, bool); 3] =
    [("html", "a.html", false), ("text", "a.txt", false), ("text, no blank lines", "a.txt", true)];

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = std::env::var_os("READOUT_PAGES") else {
        println!("READOUT_PAGES is not set: no pages to measure with");
        return Ok(());
    };
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let name = arguments.iter().find(|argument| !["text", "html"].contains(&argument.as_str()));
    let pages = pages(Path::new(&folder), name.map(String::as_str))?;
    if name.is_some() {
        return pages.iter().try_for_each(show);
    }
    let asked = arguments.first().map(String::as_str);
    println!("{:<42} {:>6} {:>6} {:>6} {:>5}", "", "F1", "prec.", "recall", "pages");
    for (form, file, tight) in FORMS.into_iter().filter(|(form, ..)| asked.is_none_or(|asked| form.starts_with(asked)))
    {
        for (phrases, with) in [(Phrases::Used, "with phrases"), (Phrases::Off, "without")] {
            let scored: Vec<Scored> =
                pages.iter().map(|page| score(page, file, tight, phrases)).collect::<Result<_, _>>()?;
            report(&format!("{form}, {with}"), &scored);
        }
    }
    Ok(())
}

fn pages(folder: &Path, name: Option<&str>) -> Result<Vec<Page>, Box<dyn Error>> {
    let truth: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&fs::read_to_string(folder.join("ground-truth.json"))?)?;
    let mut pages = Vec::new();
    for (key, page) in &truth {
        if name.is_some_and(|name| !key.starts_with(name)) {
            continue;
        }
        let html = fs::read(folder.join("html").join(format!("{key}.html")))?;
        let visible = import::article("page.html", &html)?.text;
        let article = page["articleBody"].as_str().unwrap_or_default().to_owned();
        pages.push(Page { name: key.clone(), html, visible, article });
    }
    Ok(pages)
}

/// One page's share of right, too many and missing runs.
struct Scored {
    unseen: bool,
    precision: Option<f64>,
    recall: Option<f64>,
}

fn score(page: &Page, file: &str, tight: bool, phrases: Phrases) -> Result<Scored, Box<dyn Error>> {
    let pasted = if tight { page.visible.replace("\n\n", "\n") } else { page.visible.clone() };
    let bytes = if file.ends_with("html") { page.html.as_slice() } else { pasted.as_bytes() };
    let article = import::article_with(file, bytes, phrases)?;
    let of_article = |kind| !matches!(kind, ParagraphKind::Headline | ParagraphKind::Meta | ParagraphKind::Clutter);
    let shown: Vec<&str> = article
        .paragraphs
        .iter()
        .filter(|paragraph| of_article(paragraph.kind))
        .map(|paragraph| paragraph.span.text(&article.text))
        .collect();
    let (wanted, found) = (runs(&page.article), runs(&shown.join("\n")));
    let right: usize = wanted.iter().map(|(run, count)| found.get(run).map_or(0, |found| *found.min(count))).sum();
    let total = |runs: &BTreeMap<Vec<String>, usize>| runs.values().sum::<usize>();
    let share = |whole: usize| (whole > 0).then(|| right as f64 / whole as f64);
    let unseen = page.name.as_bytes()[0] >= b'8';
    Ok(Scored { unseen, precision: share(total(&found)), recall: share(total(&wanted)) })
}

/// Every run of four words with how often it comes.
fn runs(text: &str) -> BTreeMap<Vec<String>, usize> {
    let is_break = |letter: char| !letter.is_alphanumeric() && letter != '_';
    let words: Vec<String> = text.split(is_break).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let mut runs = BTreeMap::new();
    // A text of fewer words is one run.
    let whole = (1..RUN).contains(&words.len()).then_some(words.as_slice());
    for run in words.windows(RUN).chain(whole) {
        *runs.entry(run.to_vec()).or_default() += 1;
    }
    runs
}

fn report(name: &str, scored: &[Scored]) {
    for (half, unseen) in [("seen", false), ("unseen", true)] {
        let of_half = || scored.iter().filter(|page| page.unseen == unseen);
        let precision = mean(of_half().filter_map(|page| page.precision));
        let recall = mean(of_half().filter_map(|page| page.recall));
        line(&format!("{name}, {half}"), precision, recall, of_half().count());
    }
    let (precision, recall) =
        (mean(scored.iter().filter_map(|page| page.precision)), mean(scored.iter().filter_map(|page| page.recall)));
    line(&format!("{name}, all"), precision, recall, scored.len());
}

fn line(name: &str, precision: f64, recall: f64, pages: usize) {
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("{name:<42} {f1:>6.3} {precision:>6.3} {recall:>6.3} {pages:>5}");
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    if count == 0 { 0.0 } else { sum / f64::from(count) }
}

/// Every line of a page, pasted: what is shown of it, and whether it is of the article (`+`) or not (`-`).
fn show(page: &Page) -> Result<(), Box<dyn Error>> {
    let article = import::article_with("a.txt", page.visible.as_bytes(), Phrases::Off)?;
    let wanted = runs(&page.article);
    for paragraph in &article.paragraphs {
        let text = paragraph.span.text(&article.text);
        let found = runs(text);
        let held = found.keys().filter(|run| wanted.contains_key(*run)).count() * 2 > found.len();
        println!("{} {:<9} {text}", if held { '+' } else { '-' }, format!("{:?}", paragraph.kind));
    }
    Ok(())
}
