//! The words of articles as numbers, kept so that rules which change are matched anew without a look at the text.
//!
//! Each word is one or two bytes: numbers are given in the order in which words are met, so common words have small
//! ones. With the dictionary it takes some 0.3 bytes for a byte of text. An article that was corrected or read again
//! is another one here; what rules find does not depend on whether an article is known.

use crate::model::{Article, Language};
use crate::text::{stems, words};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// The words of a collection's articles.
#[derive(Clone, Debug, Default)]
pub struct WordStreams {
    /// By language.
    dictionaries: [Dictionary; Language::ALL.len()],
    /// By what an article is to the rules.
    streams: FxHashMap<u64, Box<[u8]>>,
}

/// Every different word of one language.
#[derive(Clone, Debug, Default)]
struct Dictionary {
    numbers: FxHashMap<Box<str>, u32>,
    words: Vec<Normal>,
}

/// What rule words are compared with.
#[derive(Clone, Debug)]
pub(super) struct Normal {
    pub clean: Box<str>,
    pub stem: Box<str>,
}

/// Some articles, read by one thread, to be [put to](WordStreams::append) the others.
#[derive(Debug, Default)]
pub struct StreamPart {
    /// By language: the numbers that words have here.
    numbers: [FxHashMap<Box<str>, u32>; Language::ALL.len()],
    streams: Vec<(u64, Language, Vec<u8>)>,
}

impl WordStreams {
    /// Articles in it.
    pub fn len(&self) -> usize {
        self.streams.len()
    }

    pub fn is_empty(&self) -> bool {
        self.streams.is_empty()
    }

    /// Whether the words of this article are known.
    pub fn has(&self, article: &Article) -> bool {
        self.streams.contains_key(&identity(article))
    }

    /// Puts the articles of a part to those that are there.
    pub fn append(&mut self, part: StreamPart) {
        let here: Vec<Vec<u32>> = std::iter::zip(Language::ALL, part.numbers)
            .map(|(language, numbers)| self.dictionaries[language as usize].renumber(language, numbers))
            .collect();
        for (identity, language, stream) in part.streams {
            let (mut renumbered, mut rest) = (Vec::with_capacity(stream.len()), stream.as_slice());
            while let Some(words) = take(&mut rest) {
                put(&mut renumbered, words);
                for _ in 0..words {
                    let Some(number) = take(&mut rest) else { break };
                    put(&mut renumbered, here[language as usize][number as usize]);
                }
            }
            self.streams.insert(identity, renumbered.into_boxed_slice());
        }
    }

    /// Bytes of memory that it takes, roughly.
    pub fn size(&self) -> usize {
        let text = |text: &str| text.len().next_multiple_of(16) + 16;
        let word = |word: &Normal| text(&word.clean) + text(&word.stem);
        let dictionary = |dictionary: &Dictionary| {
            let keys: usize = dictionary.numbers.keys().map(|key| text(key) + 16).sum();
            keys + dictionary.words.iter().map(word).sum::<usize>()
        };
        self.dictionaries.iter().map(dictionary).sum::<usize>()
            + self.streams.values().map(|stream| stream.len().next_multiple_of(16) + 32).sum::<usize>()
    }

    /// The words of an article, sentence by sentence: how many, then their numbers, as [`take`] reads them.
    pub(super) fn of(&self, article: &Article) -> Option<&[u8]> {
        self.streams.get(&identity(article)).map(|stream| &**stream)
    }

    /// All words of a language, by their numbers.
    pub(super) fn words(&self, language: Language) -> &[Normal] {
        &self.dictionaries[language as usize].words
    }
}

impl Dictionary {
    /// The numbers here of words that have others elsewhere, by those.
    fn renumber(&mut self, language: Language, numbers: FxHashMap<Box<str>, u32>) -> Vec<u32> {
        let mut words: Vec<(u32, Box<str>)> = numbers.into_iter().map(|(word, number)| (number, word)).collect();
        words.sort_unstable_by_key(|(number, _)| *number);
        words.into_iter().map(|(_, word)| self.number(language, word)).collect()
    }

    fn number(&mut self, language: Language, word: Box<str>) -> u32 {
        let next = self.words.len() as u32;
        if let Some(&number) = self.numbers.get(&word) {
            return number;
        }
        let clean = words::clean(&word);
        let stem = stems::stem(language, &words::fold(&clean)).into_boxed_str();
        self.words.push(Normal { clean: clean.into_boxed_str(), stem });
        self.numbers.insert(word, next);
        next
    }
}

impl StreamPart {
    pub fn add(&mut self, article: &Article) {
        let (mut stream, mut spans) = (Vec::with_capacity(article.text.len() / 4), Vec::new());
        let numbers = &mut self.numbers[article.language as usize];
        for sentence in &article.sentences {
            spans.clear();
            if article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
                let start = sentence.span.start as usize;
                words::words(sentence.span.text(&article.text), start, article.language, &mut spans);
            }
            put(&mut stream, spans.len() as u32);
            for span in &spans {
                let (word, next) = (span.text(&article.text), numbers.len() as u32);
                let number = numbers.get(word).copied().unwrap_or(next);
                if number == next {
                    numbers.insert(word.into(), next);
                }
                put(&mut stream, number);
            }
        }
        self.streams.push((identity(article), article.language, stream));
    }
}

/// What an article is to the rules: another text, language or sentence to look at makes it another one.
fn identity(article: &Article) -> u64 {
    let mut hasher = FxHasher::default();
    (article.fingerprint, article.language as u8, article.sentences.len()).hash(&mut hasher);
    for sentence in &article.sentences {
        let linked = article.paragraphs[sentence.paragraph as usize].kind.is_linked();
        (sentence.span.start, sentence.span.end, linked).hash(&mut hasher);
    }
    hasher.finish()
}

/// Writes a number, seven bits to a byte, the low ones first; the high bit says that more follow.
fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads the next number; `None` at the end.
#[inline]
pub(super) fn take(bytes: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_read_as_they_were_written(numbers in prop::collection::vec(any::<u32>(), 0..20)) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|number| put(&mut bytes, *number));
            let mut rest = bytes.as_slice();
            let read: Vec<u32> = std::iter::from_fn(|| take(&mut rest)).collect();
            prop_assert_eq!(read, numbers);
        }
    }
}
