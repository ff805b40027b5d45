//! The words of an article that rules look for: found once, asked for sentence by sentence.
//!
//! Most sentences have no word by which any rule is looked for, and are done with after one look-up a word. For the
//! others it is asked which rules have all that they need there, before a rule is matched in earnest.

use super::super::compile::Trigger;
use super::super::evaluate::Hit;
use super::super::vocabulary::{ClassId, List, Vocabulary, WordIndex};
use crate::model::{Article, Span};
use crate::text::words;
use std::ops::Range;

/// Kept between articles only for its memory.
#[derive(Default)]
pub(super) struct KnownWords {
    /// All words of one sentence.
    spans: Vec<Span>,
    /// Those that belong to a class, of all sentences.
    words: Vec<KnownWord>,
    sentences: Vec<KnownSentence>,
    /// By class: the number of the last sentence that had a word of it. Never cleared, only outnumbered.
    present: Vec<u64>,
    sentence: u64,
}

struct KnownWord {
    /// Number of the word in its sentence.
    number: u32,
    span: Span,
    classes: List,
}

struct KnownSentence {
    /// Into [`KnownWords::words`].
    words: Range<usize>,
    /// Whether a rule is looked for by one of them.
    awaited: bool,
}

impl KnownWords {
    /// Takes up an article, in place of the one before.
    pub fn read(&mut self, article: &Article, index: &WordIndex, vocabulary: &mut Vocabulary) {
        let text = article.text.as_str();
        self.words.clear();
        self.sentences.clear();
        for sentence in &article.sentences {
            let (start, mut awaited) = (self.words.len(), false);
            if article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
                self.spans.clear();
                let base = sentence.span.start as usize;
                words::words(sentence.span.text(text), base, article.language, &mut self.spans);
                for (number, &span) in self.spans.iter().enumerate() {
                    let classes = vocabulary.look_up(index, article.language, text, span);
                    if !classes.is_empty() {
                        self.words.push(KnownWord { number: number as u32, span, classes });
                        awaited |= classes.awaited;
                    }
                }
            }
            self.sentences.push(KnownSentence { words: start..self.words.len(), awaited });
        }
    }

    /// The rules that have all they need in a sentence, in order. `awaited`: the triggers stand only at awaited words.
    pub fn candidates(
        &mut self,
        sentence: usize,
        triggers: &[Vec<Trigger>],
        awaited: bool,
        vocabulary: &Vocabulary,
        found: &mut Vec<u32>,
    ) {
        found.clear();
        let known = &self.sentences[sentence];
        if awaited && !known.awaited {
            return;
        }
        let words = &self.words[known.words.clone()];
        self.sentence += 1;
        self.present.resize(triggers.len(), 0);
        for class in words.iter().flat_map(|word| vocabulary.classes(word.classes)) {
            self.present[class.0 as usize] = self.sentence;
        }
        let has_one = |need: &Vec<ClassId>| need.iter().any(|class| self.present[class.0 as usize] == self.sentence);
        for word in words.iter().filter(|word| word.classes.awaited || !awaited) {
            for class in vocabulary.classes(word.classes) {
                let fit = triggers[class.0 as usize].iter().filter(|trigger| trigger.needs.iter().all(has_one));
                found.extend(fit.map(|trigger| trigger.rule));
            }
        }
        found.sort_unstable();
        found.dedup();
    }

    /// The words of a sentence once for each of their classes, sorted.
    pub fn hits(&self, sentence: usize, vocabulary: &Vocabulary, hits: &mut Vec<Hit>) {
        hits.clear();
        for word in &self.words[self.sentences[sentence].words.clone()] {
            let hit = |&class: &ClassId| Hit { class, word: word.number, span: word.span };
            hits.extend(vocabulary.classes(word.classes).iter().map(hit));
        }
        hits.sort_unstable();
    }
}
