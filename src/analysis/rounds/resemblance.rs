//! Which talks an undated article resembles: by the words it shares with the articles of each round.

use super::reading::Reading;
use crate::model::{Article, Language};
use crate::text::{stems, words};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The nearest round has to be so many times as near as the next, in hundredths.
const AHEAD: u64 = 110;

/// Share of the words of an article, by weight, that the articles of a round have on average, in thousandths. Two
/// reports of one call have some 300, two on the same subject 200.
const LEAST: u64 = 250;

/// Words as numbers, each with its weight in thousandths.
type Profile = Vec<(u32, u64)>;

pub(super) struct Resemblance<'a> {
    groups: &'a [Vec<usize>],
    /// By article; only of those that are compared.
    profiles: BTreeMap<usize, Profile>,
}

impl<'a> Resemblance<'a> {
    /// `groups`: the articles whose round is known.
    pub fn new(articles: &[Arc<Article>], readings: &[Reading], groups: &'a [Vec<usize>]) -> Self {
        let undated = |article: &usize| articles[*article].date.is_none() && readings[*article].day.is_none();
        let asked: Vec<usize> =
            (0..articles.len()).filter(|article| readings[*article].reports).filter(undated).collect();
        if asked.is_empty() {
            return Self { groups, profiles: BTreeMap::new() };
        }
        let compared = asked.into_iter().chain(groups.iter().flat_map(|group| group.iter().copied()));
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let sets: BTreeMap<usize, Vec<u32>> =
            compared.map(|article| (article, stems_of(&articles[article], &mut numbers))).collect();
        let mut frequencies = vec![0_u32; numbers.len()];
        sets.values().flatten().for_each(|stem| frequencies[*stem as usize] += 1);
        let weight = |stem: u32| {
            let one_in = (sets.len() + 1) as f64 / f64::from(frequencies[stem as usize]);
            (one_in.ln() * 1e3).round() as u64
        };
        let profile = |set: &Vec<u32>| set.iter().map(|stem| (*stem, weight(*stem))).collect();
        Self { profiles: sets.iter().map(|(article, set)| (*article, profile(set))).collect(), groups }
    }

    /// The group among `candidates` that is clearly nearest. `is_day_known`: they are of the day that the article names.
    pub fn nearest(&self, article: usize, candidates: &[usize], is_day_known: bool) -> Option<usize> {
        let profile = self.profiles.get(&article)?;
        let near = |group: &usize| {
            let others = self.groups[*group].iter().filter_map(|other| self.profiles.get(other));
            let shares: Vec<u64> = others.map(|other| share(profile, other)).collect();
            (shares.iter().sum::<u64>() / shares.len().max(1) as u64, *group)
        };
        let mut ranked: Vec<(u64, usize)> = candidates.iter().map(near).collect();
        ranked.sort_unstable_by_key(|(share, group)| (std::cmp::Reverse(*share), *group));
        let (best, group) = *ranked.first()?;
        let next = ranked.get(1).map_or(0, |(share, _)| *share);
        (best * 100 >= next * AHEAD && (is_day_known || best >= LEAST)).then_some(group)
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

/// The different stems of an article, ascending.
fn stems_of(article: &Article, numbers: &mut FxHashMap<String, u32>) -> Vec<u32> {
    let mut spans = Vec::new();
    for sentence in &article.sentences {
        if article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
            let text = sentence.span.text(&article.text);
            words::words(text, sentence.span.start as usize, article.language, &mut spans);
        }
    }
    let mut stems: Vec<u32> = Vec::with_capacity(spans.len());
    for span in spans {
        let stem = stem(article.language, span.text(&article.text));
        let next = numbers.len() as u32;
        stems.push(*numbers.entry(stem).or_insert(next));
    }
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn stem(language: Language, word: &str) -> String {
    stems::stem(language, &words::fold(&words::clean(word)))
}
