//! Which sentences of an article can be linked otherwise, where rules find something else in some of them.
//!
//! Weak rules lean on the sentences before, and a topic is carried on to the sentences behind: both reach a few sentences
//! far. Further away nothing changes. What is told here may be too much, never too little.

use super::carry::{STEPS, says_little};
use super::lean::{HEADING_REACH, SENTENCES_BACK, sentences_before};
use crate::model::{Article, ParagraphKind};

/// By sentence of an article.
#[derive(Default)]
pub struct Reach {
    /// Whether its passages can differ.
    pub(super) linked: Vec<bool>,
    /// Whether they, or those of another one that can differ, hang on what rules find in it.
    pub(super) needed: Vec<bool>,
}

impl Reach {
    /// `touched`: sentences in which rules find something else; `carried`: those that a topic can be carried on to
    /// otherwise.
    pub(super) fn of(article: &Article, touched: &[usize], carried: &[usize]) -> Self {
        let mut reach = Self { linked: vec![false; article.sentences.len()], needed: Vec::new() };
        carried.iter().for_each(|sentence| reach.linked[*sentence] = true);
        for &sentence in touched {
            for leaning in leaning_on(article, sentence) {
                reach.linked[leaning] = true;
                to_second_long(article, leaning + 1..article.sentences.len(), |behind| reach.linked[behind] = true);
            }
        }
        reach.needed = vec![false; article.sentences.len()];
        for sentence in reach.sentences() {
            let needed = &mut reach.needed;
            let mut need = |sentence: usize| {
                needed[sentence] = true;
                sentences_before(article, sentence).into_iter().for_each(|before| needed[before] = true);
            };
            need(sentence);
            to_second_long(article, (0..sentence).rev(), &mut need);
        }
        reach
    }

    pub fn is_empty(&self) -> bool {
        !self.linked.contains(&true)
    }

    /// Sentences whose passages can differ, in order.
    pub fn sentences(&self) -> Vec<usize> {
        (0..self.linked.len()).filter(|sentence| self.linked[*sentence]).collect()
    }
}

/// The sentence and all that may lean on it.
fn leaning_on(article: &Article, sentence: usize) -> Vec<usize> {
    let end = article.sentences.len();
    let paragraph = article.sentences[sentence].paragraph;
    if article.paragraphs[paragraph as usize].kind != ParagraphKind::Heading {
        return (sentence..end.min(sentence + SENTENCES_BACK + 1)).collect();
    }
    let is_near = |other: &usize| article.sentences[*other].paragraph <= paragraph + HEADING_REACH;
    (sentence..end).take_while(is_near).collect()
}

/// Goes from sentence to sentence as far as a topic is carried: those that say little are passed over.
fn to_second_long(article: &Article, way: impl Iterator<Item = usize>, mut see: impl FnMut(usize)) {
    let mut steps = 0;
    for sentence in way {
        see(sentence);
        steps += usize::from(!says_little(article, sentence));
        if steps == STEPS {
            return;
        }
    }
}
