//! The collection changes while it is open: files come, go and are edited, articles are corrected.

use super::place::Place;
use super::seen::Read;
use super::state::State;
use crate::analysis::duplicates::Story;
use crate::model::{Article, ArticleIx, Source};
use crate::store::{Skipped, Topics};
use crate::work::{Corrections, FolderChange, Linked};
use std::collections::BTreeSet;
use std::sync::Arc;

impl State {
    /// Looks into the folder for changes, now and not only when it is next due.
    pub(super) fn look_for_changes(&mut self) {
        if self.progress.is_some() {
            return self.notices.done("The folder is being read");
        }
        match &self.library.source {
            Source::Sample => self.notices.done("The sample collection does not change"),
            Source::Folder(_) if self.jobs.look_now() => self.looking = true,
            // The reading was stopped: what is missing is read now.
            Source::Folder(folder) => {
                let folder = folder.clone();
                self.jobs.watch(folder, Vec::new());
                self.looking = self.jobs.look_now();
            }
        }
    }

    /// The folder is not what it was: reads what is new, lets go what is gone.
    pub(super) fn folder_changed(&mut self, change: FolderChange) {
        let FolderChange { changed, removed, skipped } = change;
        let is_quiet = changed.is_empty() && removed.is_empty();
        if std::mem::take(&mut self.looking) && is_quiet {
            self.notices.done("Nothing in the folder has changed");
        }
        self.library.skipped = skipped;
        if is_quiet {
            return;
        }
        let again: BTreeSet<&str> = changed.iter().map(|file| file.path.as_str()).collect();
        let stays = |file: &Skipped| !again.contains(file.path.as_str()) && !removed.contains(&file.path);
        self.library.unread.retain(stays);
        self.remove_articles(&removed.into_iter().collect());
        if let (false, Some(topics)) = (changed.is_empty(), self.library.topics().cloned()) {
            self.jobs.read_again(changed, topics, self.marks.corrections.clone());
        }
    }

    fn remove_articles(&mut self, paths: &BTreeSet<String>) {
        let gone = paths.iter().filter(|path| self.library.find(path).is_some()).count();
        if gone > 0 {
            self.rebuild(Vec::new(), |article| paths.contains(&article.path));
            let what = if gone == 1 { "1 article is".to_owned() } else { format!("{gone} articles are") };
            self.notices.done(format!("{what} not in the folder any more"));
        }
    }

    /// Articles were read or linked again.
    pub(super) fn updated(&mut self, topics: &Arc<Topics>, linked: Vec<Linked>, skipped: Vec<Skipped>) {
        if !self.library.topics().is_some_and(|now| Arc::ptr_eq(now, topics)) {
            // Another tree came into force meanwhile: once more, by that one.
            let articles = linked.into_iter().map(|linked| linked.as_read.unwrap_or(linked.article)).collect();
            self.library.unread.extend(skipped);
            self.link_again(articles);
            return;
        }
        // A file that cannot be read any more has no article; the reason is among those skipped.
        let unreadable: BTreeSet<String> = skipped.iter().map(|skipped| skipped.path.clone()).collect();
        self.library.unread.extend(skipped);
        let (known, new): (Vec<Linked>, Vec<Linked>) =
            linked.into_iter().partition(|linked| self.library.find(&linked.article.path).is_some());
        let edited = known.iter().filter(|linked| self.was_edited(linked)).count();
        self.tell_of_changes(new.len(), edited);
        for linked in known {
            if let Some(ix) = self.library.find(&linked.article.path) {
                self.replace(ix, linked);
            }
        }
        if !new.is_empty() || unreadable.iter().any(|path| self.library.find(path).is_some()) {
            self.rebuild(new, |article| unreadable.contains(&article.path));
        }
        self.collection_changed();
        self.settle_corrections();
    }

    fn was_edited(&self, linked: &Linked) -> bool {
        let before = self.library.find(&linked.article.path).and_then(|ix| self.library.article(ix));
        before.is_some_and(|before| before.fingerprint != linked.article.fingerprint)
    }

    fn tell_of_changes(&mut self, new: usize, edited: usize) {
        let articles = |count: usize| if count == 1 { "1 article".to_owned() } else { format!("{count} articles") };
        match (new, edited) {
            (0, 0) => {}
            (new, 0) => self.notices.done(format!("{} added to the folder", articles(new))),
            (0, edited) => self.notices.done(format!("{} changed in the folder", articles(edited))),
            (new, edited) => self.notices.done(format!("{} added, {} changed", articles(new), articles(edited))),
        }
    }

    fn replace(&mut self, ix: ArticleIx, linked: Linked) {
        if let Some(old) = self.library.article(ix).cloned() {
            self.keep_text(&old);
        }
        let links_changed = self.library.passages(ix) != linked.passages.as_slice();
        self.library.replace(ix, linked);
        if links_changed {
            self.view.passage = self.view.passage.filter(|passage| passage.article != ix);
            self.jumps.change(|place| Some(Place { passage: place.passage.filter(|at| at.article != ix), ..place }));
        }
    }

    /// Adds and removes articles; everything that goes by their places is led over.
    fn rebuild(&mut self, added: Vec<Linked>, goes: impl Fn(&Article) -> bool) {
        self.remember_reading(&goes);
        let going: Vec<Arc<Article>> = self.library.articles.iter().filter(|article| goes(article)).cloned().collect();
        going.iter().for_each(|article| self.keep_text(article));
        let places = self.library.rebuild(added, goes);
        let moved = |ix: ArticleIx| places.get(ix.index()).copied().flatten();
        let open = std::mem::take(&mut self.view.open_stories);
        self.view.open_stories = open.into_iter().filter_map(moved).collect();
        let reading = std::mem::take(&mut self.reading);
        self.reading = reading.into_iter().filter_map(|(ix, reading)| Some((moved(ix)?, reading))).collect();
        self.recall_reading();
        let passage =
            |passage: super::PassageRef| Some(super::PassageRef { article: moved(passage.article)?, ..passage });
        self.view.passage = self.view.passage.and_then(passage);
        self.jumps.change(|place| {
            Some(Place { article: moved(place.article)?, passage: place.passage.and_then(passage), ..place })
        });
        let before = self.view.article;
        self.view.article = before.and_then(moved);
        if self.view.article.is_none() {
            self.view.selected = None;
            let last = self.library.articles.len().checked_sub(1);
            let next = before.zip(last).map(|(ix, last)| ArticleIx::new(ix.index().min(last)));
            if let Some(next) = next.or(last.map(|_| ArticleIx(0))) {
                self.show_article(next);
            }
        }
        self.collection_changed();
    }

    /// Keeps how far the reader was in articles that go: they may come back.
    fn remember_reading(&mut self, goes: &impl Fn(&Article) -> bool) {
        for (ix, reading) in &self.reading {
            if let Some(article) = self.library.article(*ix).filter(|article| goes(article)) {
                self.reading_elsewhere.insert(article.path.clone(), reading.to_session(article));
            }
        }
    }

    fn recall_reading(&mut self) {
        let elsewhere = std::mem::take(&mut self.reading_elsewhere);
        for (path, position) in elsewhere {
            match self.library.find(&path).and_then(|ix| Some((ix, self.library.article(ix)?))) {
                Some((ix, article)) => _ = self.reading.insert(ix, Read::of_session(article, &position)),
                None => _ = self.reading_elsewhere.insert(path, position),
            }
        }
    }

    /// Has copies and versions found among the articles as they are now.
    pub(super) fn find_stories(&mut self) {
        let (articles, sketches) = (self.library.articles.clone(), self.library.sketches.clone());
        if articles.len() > 1 {
            self.stories_asked += 1;
            self.jobs.find_stories(articles, sketches, self.stories_asked);
        }
    }

    pub(super) fn stories_found(&mut self, asked: u64, stories: Vec<Story>) {
        if asked == self.stories_asked {
            self.library.set_stories(stories);
            self.across.stories = asked;
            self.list_articles();
        }
    }

    /// Makes anew what is made of the articles.
    fn collection_changed(&mut self) {
        self.stems = None;
        self.find_stories();
        self.follow_renamed();
        self.carry_marks();
        self.settle_decisions();
        self.generation += 1;
        self.article_list.forget();
        self.list_articles();
        self.list();
        self.find_bookmarks();
    }

    /// Corrects the articles that do not yet stand as the reader's marks have them.
    pub(super) fn settle_corrections(&mut self) {
        if self.progress.is_some() {
            return; // They are settled when the reading is over.
        }
        let paths: BTreeSet<&String> = self.marks.corrections.keys().chain(self.corrected.keys()).collect();
        let differs = |path: &&&String| self.marks.corrections.get(**path) != self.corrected.get(**path);
        let articles: Vec<Arc<Article>> = paths
            .iter()
            .filter(differs)
            .filter_map(|path| self.library.as_read(self.library.find(path)?).cloned())
            .collect();
        self.corrected.clone_from(&self.marks.corrections);
        if !articles.is_empty() {
            self.link_again(articles);
        }
    }

    fn link_again(&mut self, articles: Vec<Arc<Article>>) {
        if let Some(topics) = self.library.topics().cloned() {
            let corrections: Corrections = self.marks.corrections.clone();
            self.jobs.correct(articles, topics, corrections);
        }
    }
}
