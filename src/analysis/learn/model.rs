//! What a topic's lessons come to: a weight for each stem, and what a sentence scores by them.
//!
//! Sentences that nobody has looked at are weak examples of what is not meant: there are enough of them to show which
//! words are merely common, and few enough of them speak of the topic. A score is in thousandths: 0 is the border,
//! +1000 what kept sentences score on average, -1000 what those that nobody has looked at do.

use super::fit::{Example, fit};
use super::lessons::{Lesson, Lessons, Place};
use super::stems::{StemId, stemmed_words};
use super::table::{MOST_RARITY, MOST_STEMS, StemTable};
use crate::model::{Article, Span};
use std::cmp::Reverse;

/// What a rule's word counts against the reader's.
const LINKED_WEIGHT: f64 = 0.3;
/// Sentences of one lesson that are learnt from, chosen as if by chance: more change little and take longer.
const MOST_OF_A_LESSON: usize = 1_000;
/// Sentences that nobody has looked at, and what they weigh together, against all lessons.
const UNSEEN: usize = 300;
const UNSEEN_WEIGHT: f64 = 0.5;
/// Of so many sentences at most one: in a small collection the rest would stand against what is to be found in it.
const UNSEEN_ONE_IN: usize = 8;
/// A sentence of fewer different stems says too little.
pub(super) const FEWEST_STEMS: usize = 3;
/// What is wanted must score so much more than the rest, of a possible 2: less is not told from chance.
const LEAST_DISTANCE: f64 = 0.01;
/// A word with less of a say, in thousandths, is not shown: it bears on nothing.
const LEAST_SAY: i32 = 20;

/// Made by [`Model::train`] for one topic; belongs to the table that it was trained on.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// By stem: what it adds to a score, before the length of the sentence is looked at; and what it adds to the
    /// square of the length.
    weights: Vec<(f32, f32)>,
    constant: f32,
}

/// A word of a sentence, and what it has added to the score of the sentence, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakingWord {
    pub span: Span,
    pub weight: i32,
}

impl Model {
    /// `None` while no lesson tells what is meant, or nothing tells it from the rest.
    pub fn train(table: &StemTable, lessons: &Lessons) -> Option<Self> {
        let [linked, kept, rejected] = [Lesson::Linked, Lesson::Kept, Lesson::Rejected]
            .map(|lesson| some_of(table, lessons.of(lesson), MOST_OF_A_LESSON));
        let told = LINKED_WEIGHT * linked.len() as f64 + (kept.len() + rejected.len()) as f64;
        let unseen = unseen(table, lessons);
        let unseen_weight = UNSEEN_WEIGHT * told / unseen.len().max(1) as f64;
        let parts = [(kept, 1.0), (linked, LINKED_WEIGHT), (rejected, 1.0), (unseen, unseen_weight)];
        let mut examples: Vec<(Place, Example)> = Vec::new();
        for (part, (places, weight)) in parts.into_iter().enumerate() {
            let example = |place| Example { features: features(table, place), yes: part < 2, weight };
            examples.extend(places.into_iter().map(|place| (place, example(place))));
        }
        balance(&mut examples);
        examples.sort_by_key(|(place, _)| *place);
        let (places, examples): (Vec<Place>, Vec<Example>) = examples.into_iter().unzip();
        let fitted = fit(&examples, table.stems());
        let is_rejected: Vec<bool> = places.iter().map(|place| lessons.get(*place) == Some(Lesson::Rejected)).collect();
        // Of few examples each says most of what there is to know: then they are taken as they are.
        let scores = [&fitted.unseen_scores, &fitted.scores];
        let (kept, rest) = scores.into_iter().find_map(|scores| two_means(&examples, &is_rejected, scores))?;
        Some(Self::scaled(table, &fitted.weights, (kept + rest) / 2.0, 2000.0 / (kept - rest)))
    }

    fn scaled(table: &StemTable, weights: &[f64], middle: f64, scale: f64) -> Self {
        let weight = |(stem, weight): (u32, &f64)| {
            let rarity = table.rarity(StemId(stem));
            ((weight * rarity * scale) as f32, (rarity * rarity) as f32)
        };
        Self { weights: (0..).zip(weights).map(weight).collect(), constant: (-middle * scale) as f32 }
    }

    /// In thousandths; `None` for a sentence that says too little.
    pub(super) fn score_stems(&self, stems: &[StemId]) -> Option<i32> {
        self.score_weights(stems.iter().map(|stem| self.weights[stem.index()]))
    }

    fn score_weights(&self, stems: impl ExactSizeIterator<Item = (f32, f32)>) -> Option<i32> {
        if stems.len() < FEWEST_STEMS {
            return None;
        }
        let (mut sum, mut square) = (0.0, 0.0);
        for (weight, of_square) in stems {
            sum += weight;
            square += of_square;
        }
        (square > 0.0).then(|| (sum / square.sqrt() + self.constant).round() as i32)
    }

    /// What a sentence of any article scores, in thousandths; `None` for a sentence that says too little. A stem that
    /// the table does not know is as rare as can be and says nothing of the topic.
    pub fn score(&self, table: &StemTable, article: &Article, sentence: u32) -> Option<i32> {
        let mut stems: Vec<String> = Vec::new();
        for (_, stem) in words_of(article, sentence) {
            if stems.len() < MOST_STEMS && !stems.contains(&stem) {
                stems.push(stem);
            }
        }
        let unknown = (0.0, (MOST_RARITY * MOST_RARITY) as f32);
        self.score_weights(stems.iter().map(|stem| table.find(stem).map_or(unknown, |stem| self.weights[stem.index()])))
    }

    /// The words of a sentence that speak for the topic, those with the most say first.
    pub fn speaking_words(&self, table: &StemTable, article: &Article, sentence: u32) -> Vec<SpeakingWord> {
        let known = |(span, stem): (Span, String)| Some((span, table.find(&stem)?));
        let words: Vec<(Span, StemId)> = words_of(article, sentence).into_iter().filter_map(known).collect();
        let mut stems: Vec<StemId> = words.iter().map(|(_, stem)| *stem).collect();
        stems.sort_unstable();
        stems.dedup();
        let mut squares: Vec<f32> = stems.iter().map(|stem| self.weights[stem.index()].1).collect();
        squares.sort_by(f32::total_cmp);
        let length = squares.into_iter().sum::<f32>().sqrt();
        let say = |stem: StemId| (self.weights[stem.index()].0 / length).round() as i32;
        let mut speaking: Vec<SpeakingWord> =
            words.into_iter().map(|(span, stem)| SpeakingWord { span, weight: say(stem) }).collect();
        speaking.retain(|word| word.weight >= LEAST_SAY);
        speaking.sort_by_key(|word| (Reverse(word.weight), word.span));
        speaking
    }

    /// What a stem adds to the score of a sentence that has no other, in thousandths.
    pub(super) fn say(&self, stem: StemId) -> i32 {
        let (weight, square) = self.weights[stem.index()];
        if square > 0.0 { (weight / square.sqrt()).round() as i32 } else { 0 }
    }
}

fn words_of(article: &Article, sentence: u32) -> Vec<(Span, String)> {
    let Some(sentence) = article.sentences.get(sentence as usize) else { return Vec::new() };
    stemmed_words(article.language, &article.text, sentence.span)
}

/// A sentence as a vector of length 1, its stems in the order of the text.
fn features(table: &StemTable, place: Place) -> Vec<(usize, f64)> {
    let rarities = table.sentence(place).iter().map(|stem| (stem.index(), table.rarity(*stem)));
    let mut features: Vec<(usize, f64)> = rarities.filter(|(_, rarity)| *rarity > 0.0).collect();
    let length = features.iter().map(|(_, rarity)| rarity * rarity).sum::<f64>().sqrt();
    features.iter_mut().for_each(|(_, rarity)| *rarity /= length);
    features
}

/// At most so many of the places that say anything, those with the lowest lot.
fn some_of(table: &StemTable, places: impl Iterator<Item = Place>, most: usize) -> Vec<Place> {
    let says = |place: &Place| !table.sentence(*place).is_empty();
    let mut places: Vec<(u64, Place)> = places.filter(says).map(|place| (table.lot(place), place)).collect();
    if places.len() > most {
        places.select_nth_unstable(most);
        places.truncate(most);
    }
    places.into_iter().map(|(_, place)| place).collect()
}

/// Sentences that nobody has looked at.
fn unseen(table: &StemTable, lessons: &Lessons) -> Vec<Place> {
    let says = |(place, stems): (Place, &[StemId])| (stems.len() >= FEWEST_STEMS).then_some(place);
    let sentences = table.sentences().count();
    // Of all sentences, first a few more than are needed by their lot: a look at the lessons costs more.
    let lot_below = u64::MAX / (sentences as u64 / (4 * UNSEEN as u64)).max(1);
    let drawn = table.sentences().filter_map(says).filter(|place| table.lot(*place) <= lot_below);
    let unseen = drawn.filter(|place| lessons.get(*place).is_none());
    some_of(table, unseen, UNSEEN.min(sentences / UNSEEN_ONE_IN))
}

/// Weighs the side that has less to say up to the other.
fn balance(examples: &mut [(Place, Example)]) {
    let weight = |yes| -> f64 { examples.iter().filter(|(_, it)| it.yes == yes).map(|(_, it)| it.weight).sum() };
    let (yes, no) = (weight(true), weight(false));
    if yes > 0.0 && no > 0.0 {
        let most = yes.max(no);
        examples.iter_mut().for_each(|(_, it)| it.weight *= most / if it.yes { yes } else { no });
    }
}

/// What the wanted examples score on average, and what the rest does; `None` unless that is less.
///
/// What was rejected looks much like what is wanted: it counts as the rest only where there is no other.
fn two_means(examples: &[Example], is_rejected: &[bool], scores: &[f64]) -> Option<(f64, f64)> {
    let average = |yes: bool, rejected: bool| {
        let all = examples.iter().zip(is_rejected).zip(scores);
        let wanted = all.filter(|((example, is_rejected), _)| example.yes == yes && **is_rejected == rejected);
        mean(wanted.map(|((example, _), score)| (example.weight, *score)))
    };
    let (kept, rest) = (average(true, false)?, average(false, false).or_else(|| average(false, true)).unwrap_or(0.0));
    (kept - rest >= LEAST_DISTANCE).then_some((kept, rest))
}

fn mean(weighted: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (weight, sum) = weighted.fold((0.0, 0.0), |(all, sum), (weight, value)| (all + weight, sum + weight * value));
    (weight > 0.0).then(|| sum / weight)
}
