//! The words of an article that rules look for: found once, asked for sentence by sentence.
//!
//! Most sentences have no word by which any rule is looked for, and are done with after one look-up a word.

use super::super::vocabulary::WordIndex;
use super::met_words::{List, Vocabulary};
use super::streams;
use crate::model::{Article, Span};
use crate::text::words;
use std::ops::Range;

/// Kept between articles only for its memory.
#[derive(Default)]
pub(super) struct KnownWords {
    /// All words of one sentence.
    spans: Vec<Span>,
    /// Which one that is.
    spans_of: Option<usize>,
    /// Those that belong to a class, of all sentences.
    words: Vec<KnownWord>,
    sentences: Vec<KnownSentence>,
}

#[derive(Clone, Copy)]
pub(super) struct KnownWord {
    /// Number of the word in its sentence.
    pub number: u32,
    pub classes: List,
}

struct KnownSentence {
    /// Into [`KnownWords::words`].
    words: Range<usize>,
    /// What is looked for by one of them, as bits.
    awaited: u8,
}

impl KnownWords {
    /// Takes up an article, in place of the one before.
    pub fn read(&mut self, article: &Article, index: &WordIndex, vocabulary: &mut Vocabulary) {
        self.start();
        for (number, sentence) in article.sentences.iter().enumerate() {
            if article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
                self.cut(article, number);
                for (number, &span) in self.spans.iter().enumerate() {
                    let classes = vocabulary.look_up(index, article.language, &article.text, span);
                    if !classes.is_empty() {
                        self.words.push(KnownWord { number: number as u32, classes });
                    }
                }
            }
            self.end_sentence();
        }
    }

    /// The same from the numbers of its words; `look_up` tells of a number what [`Vocabulary::look_up`] tells of a word.
    pub fn read_stream(&mut self, article: &Article, mut stream: &[u8], mut look_up: impl FnMut(u32) -> List) {
        self.start();
        for _ in &article.sentences {
            let words = streams::take(&mut stream).unwrap_or(0);
            for number in 0..words {
                let Some(word) = streams::take(&mut stream) else { break };
                let classes = look_up(word);
                if !classes.is_empty() {
                    self.words.push(KnownWord { number, classes });
                }
            }
            self.end_sentence();
        }
    }

    fn start(&mut self) {
        self.spans_of = None;
        self.words.clear();
        self.sentences.clear();
    }

    fn end_sentence(&mut self) {
        let start = self.sentences.last().map_or(0, |sentence| sentence.words.end);
        let awaited = self.words[start..].iter().fold(0, |awaited, word| awaited | word.classes.awaited);
        self.sentences.push(KnownSentence { words: start..self.words.len(), awaited });
    }

    /// What is looked for by a word of a sentence, as bits.
    pub fn awaited(&self, sentence: usize) -> u8 {
        self.sentences[sentence].awaited
    }

    /// The words of a sentence that belong to a class.
    pub fn of(&self, sentence: usize) -> &[KnownWord] {
        &self.words[self.sentences[sentence].words.clone()]
    }

    /// Where words of a sentence stand, by their numbers.
    pub fn spans(&mut self, article: &Article, sentence: usize, numbers: &[u32]) -> Vec<Span> {
        if self.spans_of != Some(sentence) {
            self.cut(article, sentence);
        }
        numbers.iter().map(|number| self.spans[*number as usize]).collect()
    }

    fn cut(&mut self, article: &Article, sentence: usize) {
        let span = article.sentences[sentence].span;
        self.spans.clear();
        words::words(span.text(&article.text), span.start as usize, article.language, &mut self.spans);
        self.spans_of = Some(sentence);
    }
}
