//! How much of its words an article without a date shares with others.

use crate::model::{Article, Language};
use crate::text::{stems, words};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Sentences that are compared: what the report is about. The background behind is the same for all talks.
const COMPARED: usize = 12;
/// Of a group the first articles are compared.
const MOST_PEERS: usize = 12;

/// Words as numbers, each with its weight in thousandths.
type Profile = Vec<(u32, u64)>;

pub(super) struct Resemblance {
    /// By article; only of those that are compared.
    profiles: BTreeMap<usize, Profile>,
}

impl Resemblance {
    /// `asked` without a date, `compared` with them; nothing is read if nothing is asked.
    pub fn new(articles: &[Arc<Article>], asked: &[usize], compared: Vec<usize>) -> Self {
        if asked.is_empty() {
            return Self { profiles: BTreeMap::new() };
        }
        let mut numbers: Numbers = Default::default();
        let sets: BTreeMap<usize, Vec<u32>> =
            compared.into_iter().map(|article| (article, stems_of(&articles[article], &mut numbers))).collect();
        let mut frequencies: BTreeMap<u32, u32> = BTreeMap::new();
        sets.values().flatten().for_each(|stem| *frequencies.entry(*stem).or_default() += 1);
        let weight = |stem: u32| {
            let one_in = (sets.len() + 1) as f64 / f64::from(frequencies[&stem]);
            (one_in.ln() * 1e3).round() as u64
        };
        let profile = |set: &Vec<u32>| set.iter().map(|stem| (*stem, weight(*stem))).collect();
        Self { profiles: sets.iter().map(|(article, set)| (*article, profile(set))).collect() }
    }

    /// The share of the words of an article, by weight, that the nearest of some others has, in thousandths.
    pub fn with(&self, article: usize, others: impl Iterator<Item = usize>) -> u64 {
        let Some(profile) = self.profiles.get(&article) else { return 0 };
        let others = others.take(MOST_PEERS).filter_map(|other| self.profiles.get(&other));
        others.map(|other| share(profile, other)).max().unwrap_or(0)
    }
}

/// How much of what the smaller says the other says too, in thousandths.
fn share(one: &Profile, other: &Profile) -> u64 {
    let sum = |profile: &Profile| profile.iter().map(|(_, weight)| weight).sum::<u64>();
    let mut rest = other.as_slice();
    let mut shared = 0;
    for (stem, weight) in one {
        rest = &rest[rest.partition_point(|(other, _)| other < stem)..];
        if rest.first().is_some_and(|(other, _)| other == stem) {
            shared += weight;
        }
    }
    shared * 1_000 / sum(one).min(sum(other)).max(1)
}

/// By language: the number of each word, and of each stem.
#[derive(Default)]
struct Numbers {
    words: [FxHashMap<Box<str>, u32>; Language::ALL.len()],
    stems: FxHashMap<String, u32>,
}

/// The different stems of the beginning of an article, ascending.
fn stems_of(article: &Article, numbers: &mut Numbers) -> Vec<u32> {
    let mut spans = Vec::new();
    let is_read = |paragraph: u32| article.paragraphs[paragraph as usize].kind.is_linked();
    for sentence in article.sentences.iter().filter(|sentence| is_read(sentence.paragraph)).take(COMPARED) {
        let text = sentence.span.text(&article.text);
        words::words(text, sentence.span.start as usize, article.language, &mut spans);
    }
    let known = &mut numbers.words[article.language as usize];
    let mut stems: Vec<u32> = Vec::with_capacity(spans.len());
    for span in spans {
        let word = span.text(&article.text);
        let stem = known.get(word).copied().unwrap_or_else(|| {
            let next = numbers.stems.len() as u32;
            let number = *numbers.stems.entry(stem(article.language, word)).or_insert(next);
            known.insert(word.into(), number);
            number
        });
        stems.push(stem);
    }
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn stem(language: Language, word: &str) -> String {
    stems::stem(language, &words::fold(&words::clean(word)))
}
