//! The stems of every sentence of a collection, as numbers: what a model learns from and searches.
//!
//! Made once, article by article; parts made by different threads are joined. Numbers are given in the order in which
//! stems are met and bear on no result. It takes some 0.4 bytes for a byte of text.

use super::lessons::Place;
use super::stems::{StemId, stem_of};
use crate::analysis::duplicates::normal::mix;
use crate::model::{Article, ArticleIx, Fingerprint, Language};
use crate::text::words;
use rustc_hash::FxHashMap;

/// The weight of the rarest stems. Without a limit, misspellings would weigh most.
pub(super) const MOST_RARITY: f64 = 6.0;
/// Of one sentence. What is longer is a list or a table; the bound keeps the look for a stem's first place short.
pub(super) const MOST_STEMS: usize = 200;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StemTable {
    ids: FxHashMap<Box<str>, StemId>,
    /// By stem: sentences that have it.
    frequencies: Vec<u32>,
    /// Sentences with any stem.
    sentences: u32,
    articles: Vec<ArticleStems>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct ArticleStems {
    /// Of the path: places are chosen by it as if by chance, whatever else is in the collection.
    seed: u64,
    /// The different stems of each sentence, in the order of the text.
    stems: Box<[StemId]>,
    /// By sentence: where its stems end.
    ends: Box<[u32]>,
}

impl ArticleStems {
    fn sentence(&self, sentence: usize) -> &[StemId] {
        let start = if sentence == 0 { 0 } else { self.ends[sentence - 1] };
        &self.stems[start as usize..self.ends[sentence] as usize]
    }

    fn sentences(&self) -> impl Iterator<Item = &[StemId]> {
        (0..self.ends.len()).map(|sentence| self.sentence(sentence))
    }
}

impl StemTable {
    /// Articles in it.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// Adds the articles of another table after those of this one.
    pub fn append(&mut self, other: Self) {
        let mut stems: Vec<(StemId, Box<str>)> = other.ids.into_iter().map(|(stem, id)| (id, stem)).collect();
        stems.sort_unstable_by_key(|(id, _)| *id);
        let here: Vec<StemId> = stems.into_iter().map(|(_, stem)| self.id(stem)).collect();
        for (there, count) in other.frequencies.into_iter().enumerate() {
            self.frequencies[here[there].index()] += count;
        }
        self.sentences += other.sentences;
        self.articles.reserve(other.articles.len());
        for mut article in other.articles {
            article.stems.iter_mut().for_each(|stem| *stem = here[stem.index()]);
            self.articles.push(article);
        }
    }

    /// Reads an article of the collection again.
    pub fn replace(&mut self, ix: ArticleIx, article: &Article) {
        let mut builder = TableBuilder { table: std::mem::take(self), ..TableBuilder::default() };
        let stems = builder.read(article);
        *self = builder.table;
        self.count(&stems);
        let old = std::mem::replace(&mut self.articles[ix.index()], stems);
        for sentence in old.sentences() {
            self.sentences -= u32::from(!sentence.is_empty());
            sentence.iter().for_each(|stem| self.frequencies[stem.index()] -= 1);
        }
    }

    /// Bytes of memory that it takes, roughly.
    pub fn size(&self) -> usize {
        let article =
            |article: &ArticleStems| 4 * (article.stems.len() + article.ends.len()) + size_of::<ArticleStems>();
        let word = |word: &str| word.len().next_multiple_of(16) + size_of::<(Box<str>, StemId)>() * 3 / 2;
        self.articles.iter().map(article).sum::<usize>()
            + self.ids.keys().map(|stem| word(stem)).sum::<usize>()
            + 4 * self.frequencies.len()
    }

    /// Different stems.
    pub(super) fn stems(&self) -> usize {
        self.frequencies.len()
    }

    pub(super) fn find(&self, stem: &str) -> Option<StemId> {
        self.ids.get(stem).copied()
    }

    /// How much a stem says: the natural logarithm of one in how many sentences has it, in thousandths so that the
    /// last bit of a system's logarithm bears on nothing.
    pub(super) fn rarity(&self, stem: StemId) -> f64 {
        let one_in = f64::from(self.sentences + 1) / f64::from(self.frequencies[stem.index()] + 1);
        (one_in.ln().min(MOST_RARITY) * 1e3).round() / 1e3
    }

    /// The different stems of a sentence in the order of the text; none of one that is not there.
    pub(super) fn sentence(&self, place: Place) -> &[StemId] {
        let article = self.articles.get(place.article.index());
        match article.filter(|article| (place.sentence as usize) < article.ends.len()) {
            Some(article) => article.sentence(place.sentence as usize),
            None => &[],
        }
    }

    /// All sentences, by place.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (Place, &[StemId])> {
        self.articles.iter().enumerate().flat_map(|(index, article)| {
            let place = move |sentence| Place { article: ArticleIx::new(index), sentence };
            article.sentences().zip(0..).map(move |(stems, sentence)| (place(sentence), stems))
        })
    }

    /// A number as if by chance, always the same for a sentence of an article.
    pub(super) fn lot(&self, place: Place) -> u64 {
        let seed = self.articles.get(place.article.index()).map_or(0, |article| article.seed);
        mix(seed ^ mix(u64::from(place.sentence) + 1))
    }

    fn id(&mut self, stem: Box<str>) -> StemId {
        let next = StemId(self.frequencies.len() as u32);
        let id = *self.ids.entry(stem).or_insert(next);
        if id == next {
            self.frequencies.push(0);
        }
        id
    }

    fn count(&mut self, article: &ArticleStems) {
        for sentence in article.sentences() {
            self.sentences += u32::from(!sentence.is_empty());
            sentence.iter().for_each(|stem| self.frequencies[stem.index()] += 1);
        }
    }
}

/// Makes a [`StemTable`]; one for each thread.
#[derive(Default)]
pub struct TableBuilder {
    table: StemTable,
    /// By language: the words met so far.
    words: [FxHashMap<Box<str>, Option<StemId>>; Language::ALL.len()],
}

impl TableBuilder {
    /// Adds the next article of the collection.
    pub fn add(&mut self, article: &Article) {
        let stems = self.read(article);
        self.table.count(&stems);
        self.table.articles.push(stems);
    }

    pub fn finish(self) -> StemTable {
        self.table
    }

    fn read(&mut self, article: &Article) -> ArticleStems {
        let (mut stems, mut ends) = (Vec::new(), Vec::with_capacity(article.sentences.len()));
        let mut spans = Vec::new();
        for sentence in &article.sentences {
            let start = stems.len();
            if article.paragraphs[sentence.paragraph as usize].kind.is_linked() {
                spans.clear();
                words::words(sentence.span.text(&article.text), 0, article.language, &mut spans);
                for span in &spans {
                    let word = self.look_up(article.language, span.text(sentence.span.text(&article.text)));
                    let is_new = |stem: &StemId| stems.len() - start < MOST_STEMS && !stems[start..].contains(stem);
                    if let Some(stem) = word.filter(is_new) {
                        stems.push(stem);
                    }
                }
            }
            ends.push(stems.len() as u32);
        }
        let seed = Fingerprint::of(&article.path).0;
        ArticleStems { seed, stems: stems.into_boxed_slice(), ends: ends.into_boxed_slice() }
    }

    fn look_up(&mut self, language: Language, word: &str) -> Option<StemId> {
        if let Some(known) = self.words[language as usize].get(word) {
            return *known;
        }
        let id = stem_of(language, word).map(|stem| self.table.id(stem.into_boxed_str()));
        self.words[language as usize].insert(word.into(), id);
        id
    }
}
