//! The opened collection: its articles, the tree in force, and what the rules found.

use crate::analysis::{Counts, Linker};
use crate::model::{Article, ArticleIx, Date, ParagraphKind, Passage, Sentence, Source, TopicTree};
use crate::store::{Skip, Skipped, Topics};
use crate::work::Linked;
use std::cell::OnceCell;
use std::sync::Arc;

/// Everything that can be computed again from a folder and a tree.
#[derive(Default)]
pub struct Library {
    pub source: Source,
    pub articles: Vec<Arc<Article>>,
    /// By article, sorted by place.
    pub links: Vec<Vec<Passage>>,
    pub counts: Counts,
    /// By article: sentences that rules look at.
    pub searched: Vec<u32>,
    pub skipped: Vec<Skipped>,
    topics: Option<Arc<Topics>>,
    /// Made when it is first asked about: compiling the rules takes milliseconds.
    linker: OnceCell<Linker>,
    empty: TopicTree,
}

/// Why an article shows no passages although it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The tree has no rules for its language: it was not searched.
    NoRules,
    /// It was searched and nothing was found.
    NothingFound,
}

impl Library {
    /// An empty collection under the tree that is in force now.
    pub fn of(source: Source, topics: Option<Arc<Topics>>) -> Self {
        let mut library = Self { source, ..Self::default() };
        if let Some(topics) = topics {
            library.set_topics(topics);
        }
        library
    }

    /// The tree in force; empty until one is read.
    pub fn tree(&self) -> &TopicTree {
        self.topics.as_ref().map_or(&self.empty, |topics| &topics.tree)
    }

    pub fn topics(&self) -> Option<&Arc<Topics>> {
        self.topics.as_ref()
    }

    pub fn article(&self, ix: ArticleIx) -> Option<&Arc<Article>> {
        self.articles.get(ix.index())
    }

    pub fn passages(&self, ix: ArticleIx) -> &[Passage] {
        self.links.get(ix.index()).map_or(&[], Vec::as_slice)
    }

    pub fn find(&self, path: &str) -> Option<ArticleIx> {
        self.articles.iter().position(|article| article.path == path).map(ArticleIx::new)
    }

    /// Why there is nothing to see in an article without passages.
    pub fn missing(&self, ix: ArticleIx) -> Option<Missing> {
        let article = self.article(ix).filter(|_| self.passages(ix).is_empty())?;
        let linker = self.linker.get_or_init(|| Linker::new(self.tree()));
        let searched = linker.has_rules_for(article.language);
        Some(if searched { Missing::NothingFound } else { Missing::NoRules })
    }

    /// "Sample collection" or the folder's name.
    pub fn name(&self) -> String {
        match &self.source {
            Source::Sample => "Sample collection".to_owned(),
            Source::Folder(path) => match path.file_name() {
                Some(name) => name.to_string_lossy().into_owned(),
                None => path.display().to_string(),
            },
        }
    }

    /// First and last day of publication.
    pub fn period(&self) -> Option<(Date, Date)> {
        let dates = self.articles.iter().filter_map(|article| article.date);
        Some((dates.clone().min()?, dates.max()?))
    }

    /// Files that should have been read and could not be.
    pub fn failed(&self) -> impl Iterator<Item = &Skipped> {
        self.skipped.iter().filter(|skipped| matches!(skipped.reason, Skip::Failed(_)))
    }

    pub(super) fn set_topics(&mut self, topics: Arc<Topics>) {
        self.counts = Counts::new(&topics.tree);
        self.linker = OnceCell::new();
        self.topics = Some(topics);
    }

    pub(super) fn add(&mut self, linked: Vec<Linked>) {
        for (article, passages) in linked {
            if let Some(topics) = &self.topics {
                self.counts.add(&topics.tree, &passages);
            }
            self.searched.push(searched_sentences(&article));
            self.articles.push(article);
            self.links.push(passages);
        }
    }

    /// Takes the links made under another tree. `linked` has one entry for each article.
    pub(super) fn relinked(&mut self, topics: Arc<Topics>, linked: Vec<Vec<Passage>>) {
        self.set_topics(topics.clone());
        for passages in &linked {
            self.counts.add(&topics.tree, passages);
        }
        self.links = linked;
    }
}

fn searched_sentences(article: &Article) -> u32 {
    let kind = |sentence: &&Sentence| article.paragraphs[sentence.paragraph as usize].kind;
    article.sentences.iter().filter(|sentence| kind(sentence).is_linked()).count() as u32
}

/// Minutes to read an article, at 230 words a minute (Brysbaert 2019, a meta-analysis of reading rates).
pub fn reading_minutes(article: &Article) -> usize {
    article.word_count().div_ceil(230)
}

/// The share of an article's paragraphs that was on the screen, in per cent.
pub fn percent_read(article: &Article, furthest: usize) -> usize {
    let body: Vec<usize> = article
        .paragraphs
        .iter()
        .enumerate()
        .filter(|(_, paragraph)| paragraph.kind != ParagraphKind::Clutter)
        .map(|(index, _)| index)
        .collect();
    let read = body.iter().filter(|index| **index < furthest).count();
    (read * 100).checked_div(body.len()).unwrap_or(0)
}
