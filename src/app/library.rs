//! The opened collection: its articles, the tree in force, and what the rules found.

use crate::analysis::duplicates::{Sketch, Story};
use crate::analysis::{Counts, Linker, NewLinks, Relink, Said, decided};
use crate::model::{Article, ArticleIx, Date, Language, Passage, Source, TopicTree};
use crate::store::{Skip, Skipped, Topics, path_order};
use crate::work::Linked;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that can be computed again from a folder and a tree.
#[derive(Default)]
pub struct Library {
    pub source: Source,
    pub articles: Vec<Arc<Article>>,
    /// By article, sorted by place.
    pub links: Vec<Arc<Vec<Passage>>>,
    pub counts: Counts,
    /// By article: sentences that rules look at.
    pub searched: Vec<u32>,
    /// Files that are no articles, or could not be looked at.
    pub skipped: Vec<Skipped>,
    /// Files that should be articles and could not be read.
    pub unread: Vec<Skipped>,
    period: Option<(Date, Date)>,
    pub(super) sketches: Vec<Arc<Sketch>>,
    /// Articles that are copies or versions of each other: more than one in each.
    stories: Vec<Story>,
    /// By article: its story, if it has one.
    story_of: Vec<Option<u32>>,
    /// By path: what rules found in the articles that the reader has marked; [`Self::links`] has what the reader
    /// made of it.
    found: BTreeMap<String, Arc<Vec<Passage>>>,
    /// By path: articles that the reader has corrected, as they were read.
    as_read: BTreeMap<String, Arc<Article>>,
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
        self.links.get(ix.index()).map_or(&[], |links| links.as_slice())
    }

    /// Whether it holds these very articles, in this order.
    pub fn has_just(&self, articles: &[Arc<Article>]) -> bool {
        let mut pairs = self.articles.iter().zip(articles);
        self.articles.len() == articles.len() && pairs.all(|(own, other)| Arc::ptr_eq(own, other))
    }

    pub fn find(&self, path: &str) -> Option<ArticleIx> {
        self.articles.binary_search_by(|article| path_order(&article.path, path)).ok().map(ArticleIx::new)
    }

    /// Why there is nothing to see in an article without passages.
    pub fn missing(&self, ix: ArticleIx) -> Option<Missing> {
        let article = self.article(ix).filter(|_| self.passages(ix).is_empty())?;
        let linker = self.linker.get_or_init(|| Linker::new(self.tree()));
        let searched = linker.has_rules_for(article.language);
        Some(if searched { Missing::NothingFound } else { Missing::NoRules })
    }

    /// Whether any rule can find something in this language.
    pub fn searches(&self, language: Language) -> bool {
        let tagged = || self.tree().iter().any(|(_, topic)| topic.rules.iter().any(|rule| rule.language.is_some()));
        // Rules without a language look at all articles, but where others name theirs they are of one of these.
        if language == Language::Other && tagged() {
            return false;
        }
        self.linker.get_or_init(|| Linker::new(self.tree())).has_rules_for(language)
    }

    /// All copies and versions of articles.
    pub fn stories(&self) -> &[Story] {
        &self.stories
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
        self.period
    }

    /// Files that should have been read and could not be.
    pub fn failed(&self) -> impl Iterator<Item = &Skipped> {
        let failed = |skipped: &&Skipped| matches!(skipped.reason, Skip::Failed(_));
        self.skipped.iter().filter(failed).chain(&self.unread)
    }

    pub(super) fn set_topics(&mut self, topics: Arc<Topics>) {
        self.counts = Counts::new(&topics.tree);
        self.linker = OnceCell::new();
        self.topics = Some(topics);
    }

    /// Adds the next articles of the collection, in order.
    pub(super) fn add(&mut self, linked: Vec<Linked>) {
        for one in linked {
            if let Some(topics) = &self.topics {
                self.counts.add(&topics.tree, &one.passages);
            }
            let Linked { article, as_read, passages, searched, sketch } = one;
            self.sketches.push(sketch);
            if let Some(as_read) = as_read {
                self.as_read.insert(article.path.clone(), as_read);
            }
            self.extend_period(article.date);
            self.searched.push(searched);
            self.articles.push(article);
            self.links.push(passages);
        }
    }

    fn extend_period(&mut self, date: Option<Date>) {
        if let Some(date) = date {
            let (from, to) = self.period.unwrap_or((date, date));
            self.period = Some((from.min(date), to.max(date)));
        }
    }

    /// Takes the links made under another tree, of the topics that were linked anew; the others are led over.
    /// `linked` has one entry for each article.
    pub(super) fn relinked(&mut self, topics: Arc<Topics>, relink: &Relink, linked: Vec<NewLinks>) {
        for (path, found) in std::mem::take(&mut self.found) {
            if let Some(ix) = self.find(&path) {
                self.links[ix.index()] = found;
            }
        }
        self.set_topics(topics.clone());
        for (passages, found) in self.links.iter_mut().zip(linked) {
            relink.carry(Arc::make_mut(passages), found);
            self.counts.add(&topics.tree, passages);
        }
    }

    pub(super) fn set_stories(&mut self, stories: Vec<Story>) {
        self.story_of = vec![None; self.articles.len()];
        for (number, story) in stories.iter().enumerate() {
            for article in story.others.iter().map(|member| member.article).chain([story.lead]) {
                self.story_of[article.index()] = Some(number as u32);
            }
        }
        self.stories = stories;
    }

    /// What the rules found in an article, whatever the reader said of it.
    pub fn found(&self, ix: ArticleIx) -> &[Passage] {
        let of_marked = self.article(ix).and_then(|article| self.found.get(&article.path));
        of_marked.map_or(self.passages(ix), |found| found.as_slice())
    }

    /// The reader's word on the passages of an article. Whether that changed anything.
    pub(super) fn set_said(&mut self, ix: ArticleIx, said: &Said) -> bool {
        let (Some(article), Some(topics)) = (self.article(ix).cloned(), self.topics.clone()) else { return false };
        let index = ix.index();
        let found = match self.found.remove(&article.path) {
            Some(found) => found,
            None => Arc::clone(&self.links[index]),
        };
        let passages = decided(&article, &topics.tree, &found, said);
        if !said.decisions.is_empty() || !said.own.is_empty() {
            self.found.insert(article.path.clone(), found);
        }
        if passages == *self.links[index] {
            return false;
        }
        self.counts.replace(&topics.tree, ix, &self.links[index], &passages);
        self.links[index] = Arc::new(passages);
        true
    }

    /// Paths of articles of which the reader has marked passages.
    pub(super) fn said_of(&self) -> impl Iterator<Item = &String> {
        self.found.keys()
    }

    /// The articles that are copies or versions of this one, with it; `None` if there are none.
    pub fn story(&self, ix: ArticleIx) -> Option<&Story> {
        let number = self.story_of.get(ix.index()).copied().flatten()?;
        self.stories.get(number as usize)
    }

    /// The article as it was read, before the reader's corrections.
    pub fn as_read(&self, ix: ArticleIx) -> Option<&Arc<Article>> {
        let article = self.article(ix)?;
        Some(self.as_read.get(&article.path).unwrap_or(article))
    }

    /// Puts an article in the place of the one that has its path.
    pub(super) fn replace(&mut self, ix: ArticleIx, linked: Linked) {
        let Linked { article, as_read, passages, searched, sketch } = linked;
        let index = ix.index();
        self.found.remove(&article.path);
        if let Some(topics) = &self.topics {
            self.counts.replace(&topics.tree, ix, &self.links[index], &passages);
        }
        match as_read {
            Some(as_read) => _ = self.as_read.insert(article.path.clone(), as_read),
            None => _ = self.as_read.remove(&article.path),
        }
        self.searched[index] = searched;
        self.sketches[index] = sketch;
        self.articles[index] = article;
        self.links[index] = passages;
        let dates = self.articles.iter().filter_map(|article| article.date);
        self.period = dates.clone().min().zip(dates.max());
    }

    /// Adds articles, and takes away those of which `goes` says so. Tells where each article stands now, by the
    /// place that it had.
    pub(super) fn rebuild(&mut self, added: Vec<Linked>, goes: impl Fn(&Article) -> bool) -> Vec<Option<ArticleIx>> {
        let old_articles = std::mem::take(&mut self.articles);
        let old = old_articles.len();
        let links = std::mem::take(&mut self.links).into_iter();
        let rest = std::mem::take(&mut self.searched).into_iter().zip(std::mem::take(&mut self.sketches));
        let parts = old_articles.into_iter().zip(links.zip(rest));
        self.set_stories(Vec::new());
        let mut all: Vec<(Option<usize>, Linked)> = Vec::with_capacity(old + added.len());
        for (index, (article, (passages, (searched, sketch)))) in parts.enumerate() {
            let as_read = self.as_read.remove(&article.path);
            if !goes(&article) {
                all.push((Some(index), Linked { article, as_read, passages, searched, sketch }));
            }
        }
        all.extend(added.into_iter().map(|linked| (None, linked)));
        all.sort_by(|(_, a), (_, b)| path_order(&a.article.path, &b.article.path));
        let mut places = vec![None; old];
        for (place, (before, _)) in all.iter().enumerate() {
            if let Some(before) = before {
                places[*before] = Some(ArticleIx::new(place));
            }
        }
        if let Some(topics) = &self.topics {
            self.counts = Counts::new(&topics.tree);
        }
        self.period = None;
        self.add(all.into_iter().map(|(_, linked)| linked).collect());
        places
    }
}

/// Minutes to read an article, at 230 words a minute (Brysbaert 2019, a meta-analysis of reading rates).
pub fn reading_minutes(article: &Article) -> usize {
    article.word_count().div_ceil(230)
}
