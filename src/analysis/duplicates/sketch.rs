//! What is kept of an article to tell its copies: half a kilobyte, made once, cached with the article.
//!
//! A hash of the whole body for exact copies, and three samples for the others: of its runs of three words, of its
//! names, of its numbers. A sample is the smallest hashes of a set (bottom-k; Broder 1997): where two samples overlap,
//! the share of hashes that they have in common is the share of the sets. It says how much, not where.

use super::normal::{self, WordKind};
use crate::model::{Article, ParagraphKind};

/// Changes when a sketch of the same article would: a cached one of another version is made anew.
pub const SKETCH_VERSION: u32 = 1;

/// Hashes kept of the runs of words. The standard error of a share is then at most 6 %, for a text half as long as the
/// other 8 %.
const RUNS_KEPT: usize = 72;
/// Hashes kept of the names, and of the numbers. Most articles have no more.
const FACTS_KEPT: usize = 20;
/// Words in a run. Of a copy with every tenth word changed 73 % of these runs are left, of longer ones too few to tell
/// it from an article that quotes the same statement; of shorter ones any two articles share many.
const RUN: usize = 3;
/// Below so many words a text is told by the whole of it, headline too: stock phrases would decide.
pub(super) const SHORT: u32 = 30;

/// Any odd number with its bits well spread: the golden ratio of 2^64.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// What is kept of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    /// Of the words of the body in their order; of a short article its headline's too.
    pub(super) body: u64,
    /// In the body.
    pub(super) words: u32,
    pub(super) runs: Sample,
    pub(super) names: Sample,
    pub(super) numbers: Sample,
}

/// The smallest hashes of a set, ascending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sample {
    hashes: Box<[u32]>,
    /// Hashes of the set up to this one are all kept.
    limit: u32,
}

/// How much of one set is in another, as far as samples tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    pub found: u32,
    pub of: u32,
}

impl Sketch {
    /// Reads the paragraphs that belong to the article; the headline only where there is little else.
    pub fn of(article: &Article) -> Self {
        let is_body = |kind: ParagraphKind| kind.is_linked() && kind != ParagraphKind::Headline;
        let sketch = Self::of_paragraphs(article, is_body);
        if sketch.words >= SHORT { sketch } else { Self::of_paragraphs(article, ParagraphKind::is_linked) }
    }

    fn of_paragraphs(article: &Article, wanted: impl Fn(ParagraphKind) -> bool) -> Self {
        let (mut runs, mut names, mut numbers) =
            (Sampler::new(RUNS_KEPT), Sampler::new(FACTS_KEPT), Sampler::new(FACTS_KEPT));
        let (mut body, mut words) = (0_u64, 0_u32);
        let mut last = [0_u64; RUN - 1];
        for paragraph in article.paragraphs.iter().filter(|paragraph| wanted(paragraph.kind)) {
            normal::words(paragraph.span.text(&article.text), |word| {
                body = (body.rotate_left(5) ^ word.hash).wrapping_mul(ODD);
                words += 1;
                if words as usize >= RUN {
                    runs.add(normal::mix(last[0] ^ last[1].rotate_left(21) ^ word.hash.rotate_left(42)));
                }
                last = [last[1], word.hash];
                match word.kind {
                    WordKind::Plain => {}
                    WordKind::Name => names.add(word.hash),
                    WordKind::Number => numbers.add(word.hash),
                }
            });
        }
        Self { body, words, runs: runs.finish(), names: names.finish(), numbers: numbers.finish() }
    }

    /// Words in the body.
    pub fn words(&self) -> u32 {
        self.words
    }

    /// For keeping in a file: [`SKETCH_VERSION`], the two numbers, then each sample's limit, length and hashes, little
    /// end first.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.size() + 16);
        bytes.extend(SKETCH_VERSION.to_le_bytes());
        bytes.extend(self.body.to_le_bytes());
        bytes.extend(self.words.to_le_bytes());
        for sample in [&self.runs, &self.names, &self.numbers] {
            let numbers = [sample.limit, sample.hashes.len() as u32];
            bytes.extend(numbers.iter().chain(&sample.hashes).flat_map(|number| number.to_le_bytes()));
        }
        bytes
    }

    /// `None` if it is no sketch of this version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first_chunk()?;
        let (body, rest) = rest.split_first_chunk()?;
        let (words, mut rest) = rest.split_first_chunk()?;
        if u32::from_le_bytes(*version) != SKETCH_VERSION {
            return None;
        }
        let mut sample = || {
            let (limit, after) = rest.split_first_chunk()?;
            let (len, after) = after.split_first_chunk()?;
            let (hashes, after) = after.split_at_checked(u32::from_le_bytes(*len) as usize * 4)?;
            rest = after;
            let hashes = hashes.as_chunks().0.iter().map(|hash| u32::from_le_bytes(*hash)).collect();
            Some(Sample { hashes, limit: u32::from_le_bytes(*limit) })
        };
        let (runs, names, numbers) = (sample()?, sample()?, sample()?);
        let (body, words) = (u64::from_le_bytes(*body), u32::from_le_bytes(*words));
        rest.is_empty().then_some(Self { body, words, runs, names, numbers })
    }

    /// Bytes that it takes in memory.
    pub fn size(&self) -> usize {
        let hashes: usize = [&self.runs, &self.names, &self.numbers].map(|sample| sample.hashes.len()).iter().sum();
        size_of::<Self>() + hashes * size_of::<u32>()
    }
}

impl Sample {
    pub fn hashes(&self) -> &[u32] {
        &self.hashes
    }

    /// How much of this set is in `other`.
    pub fn share_in(&self, other: &Self) -> Share {
        let limit = self.limit.min(other.limit);
        let known = &self.hashes[..self.hashes.partition_point(|hash| *hash <= limit)];
        let found = known.iter().filter(|hash| other.hashes.binary_search(hash).is_ok()).count();
        Share { found: found as u32, of: known.len() as u32 }
    }
}

impl Share {
    /// 0 to 1; of nothing all.
    pub fn ratio(self) -> f64 {
        if self.of == 0 { 1.0 } else { f64::from(self.found) / f64::from(self.of) }
    }
}

/// Collects a [`Sample`].
struct Sampler {
    size: usize,
    kept: Vec<u32>,
    /// What is not below is not among the smallest.
    limit: u32,
}

impl Sampler {
    fn new(size: usize) -> Self {
        Self { size, kept: Vec::with_capacity(size * 4), limit: u32::MAX }
    }

    #[inline]
    fn add(&mut self, hash: u64) {
        let hash = (hash >> 32) as u32;
        if hash < self.limit {
            self.kept.push(hash);
            if self.kept.len() == self.size * 4 {
                self.shrink();
            }
        }
    }

    fn shrink(&mut self) {
        self.kept.sort_unstable();
        self.kept.dedup();
        if self.kept.len() > self.size {
            self.kept.truncate(self.size);
            self.limit = self.kept[self.size - 1];
        }
    }

    fn finish(mut self) -> Sample {
        self.shrink();
        Sample { hashes: self.kept.into_boxed_slice(), limit: self.limit }
    }
}
