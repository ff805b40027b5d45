//! The words that a model has learnt, as a reader would write them: what a rule could look for, or look out for.

use super::lessons::{Lesson, Lessons};
use super::model::Model;
use super::stems::{StemId, stemmed_words};
use super::table::StemTable;
use crate::model::{Article, Language};
use crate::text::words;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A stem, in the form that the lessons have most often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearntWord {
    /// In small letters, unless the word is a name.
    pub text: String,
    /// Of the articles where that form stands.
    pub language: Language,
    /// What the word says by itself, in thousandths: below 0 it speaks against the topic.
    pub weight: i32,
    /// Sentences among the lessons for the topic (against it, if it speaks against it) that have the word.
    pub sentences: usize,
}

/// How often a stem is written in each way, and in how many sentences on either side.
#[derive(Default)]
struct Use {
    forms: BTreeMap<(Language, String), usize>,
    kept: usize,
    rejected: usize,
}

/// At most so many words that speak for the topic, and so many that speak against it; those with the most say first.
///
/// Only words of lessons: what speaks for a topic stands in a linked or kept sentence, what speaks against it in a
/// rejected one. `articles` are those of the table.
pub fn top_words(
    model: &Model,
    table: &StemTable,
    lessons: &Lessons,
    articles: &[Arc<Article>],
    most: usize,
) -> [Vec<LearntWord>; 2] {
    let mut uses: BTreeMap<StemId, Use> = BTreeMap::new();
    for (place, lesson) in lessons.iter() {
        let Some(article) = articles.get(place.article.index()) else { continue };
        let Some(sentence) = article.sentences.get(place.sentence as usize) else { continue };
        let mut seen = Vec::new();
        for (span, stem) in stemmed_words(article.language, &article.text, sentence.span) {
            let Some(stem) = table.find(&stem) else { continue };
            let used = uses.entry(stem).or_default();
            let opens = span.start == sentence.span.start;
            *used.forms.entry((article.language, written(span.text(&article.text), opens))).or_default() += 1;
            if !seen.contains(&stem) {
                seen.push(stem);
                *if lesson == Lesson::Rejected { &mut used.rejected } else { &mut used.kept } += 1;
            }
        }
    }
    [1, -1].map(|side| words_of_side(model, &uses, side, most))
}

fn words_of_side(model: &Model, uses: &BTreeMap<StemId, Use>, side: i32, most: usize) -> Vec<LearntWord> {
    let learnt = |(stem, used): (&StemId, &Use)| {
        let weight = model.say(*stem);
        let sentences = if side > 0 { used.kept } else { used.rejected };
        let ((language, text), _) = used.forms.iter().max_by_key(|(form, count)| (**count, Reverse(*form)))?;
        (weight * side > 0 && sentences > 0).then(|| LearntWord {
            text: text.clone(),
            language: *language,
            weight,
            sentences,
        })
    };
    let mut words: Vec<LearntWord> = uses.iter().filter_map(learnt).collect();
    words.sort_by(|a, b| (b.weight * side, &a.text, a.language).cmp(&(a.weight * side, &b.text, b.language)));
    words.truncate(most);
    words
}

/// A word without the capital that only the beginning of the sentence gave it.
fn written(word: &str, opens: bool) -> String {
    let clean = words::clean(word);
    let has_others = clean.chars().skip(1).any(char::is_uppercase);
    if opens && !has_others { words::fold(&clean) } else { clean }
}
