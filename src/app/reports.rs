//! What background jobs bring in.

use super::command::Dialog;
use super::opening::NO_DIALOG;
use super::place::Place;
use super::state::{Progress, State};
use crate::analysis::{NewLinks, Relink};
use crate::model::{Article, ArticleIx, Edit, Source, TopicIx};
use crate::store::{Found, Skipped, Topics};
use crate::work::{Linked, Picked, Report};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// While a folder is read, the lists are made anew at most this often.
const LIST_PAUSE: Duration = Duration::from_millis(250);
/// And no more than one part in so many of the time goes into it: it takes longer the more there is.
const LIST_SHARE: u32 = 200;

impl State {
    /// Takes in all that background jobs have reported. Once a frame.
    pub fn take_reports(&mut self) {
        while let Some(report) = self.jobs.poll() {
            self.take(report);
        }
        let now = Instant::now();
        self.tend_across(now);
        if self.preview_due.is_some_and(|due| due <= now) {
            self.ask_preview();
        }
        self.keep_typed(now);
        self.flush_journal(now);
        if self.listing_due.is_some_and(|due| due <= now) {
            self.list_grown();
        }
    }

    /// The list of passages, with the articles that have come since it was made.
    fn list_grown(&mut self) {
        self.listing_due = None;
        self.generation += 1;
        let started = Instant::now();
        self.list_articles();
        self.list();
        self.listing_took = started.elapsed();
    }

    fn take(&mut self, report: Report) {
        match report {
            Report::Topics { topics, problem } => {
                self.library.set_topics(topics);
                self.fold_all_but_first();
                if let Some(problem) = problem {
                    self.notices.problem(format!("{problem}. Going on with the tree that was there"));
                }
            }
            Report::Articles { linked, skipped, done, total } => self.articles_came(linked, skipped, done, total),
            Report::Opened { skipped, files } => self.opened(skipped, files),
            Report::FolderChanged(change) => self.folder_changed(change),
            Report::Suggested { asked, table, suggestions, words } => {
                self.suggested(asked, table, suggestions, words);
            }
            Report::Preview { asked, preview } => self.previewed(asked, preview),
            Report::Across { asked, across, fault } => self.across_found(asked, across, fault),
            Report::Compared(comparison) => self.dialog = Some(Dialog::Changes(comparison)),
            Report::Stories { generation, stories } => self.stories_found(generation, stories),
            Report::Updated { topics, linked, skipped } => self.updated(&topics, linked, skipped),
            Report::Relinked { topics, relink, articles, linked } => {
                self.relinked(topics, &relink, &articles, linked);
            }
            Report::SessionRead { path, result } => match result {
                Ok(loaded) => self.session_read(path, loaded),
                Err(error) => self.offer_last_good(path, error.to_string()),
            },
            Report::JournalFailed(error) => {
                self.notices.problem(format!("Changes cannot be written down. {error}. Save often"));
            }
            Report::MergeRead { path, result } => match result {
                Ok(loaded) => self.merge_read(path, *loaded),
                Err(error) => self.notices.problem(format!("The session was not merged. {error}")),
            },
            Report::TopicsRead { path, result } => match result {
                Ok(topics) => {
                    self.notices.done(format!("Linking by {}", path.display()));
                    self.apply(super::Command::Edit(Edit::SetTopics(
                        Some(Arc::new(topics.file)),
                        "open topic tree".into(),
                    )));
                }
                Err(error) => self.notices.problem(format!("The topic tree was not opened. {error}")),
            },
            Report::Saved { path, revision, result } => self.saved(path, revision, result),
            Report::MarksCarried(carried) => self.marks_carried(carried),
            Report::Picked(Picked { purpose, path: Some(path), .. }) => self.picked(purpose, path),
            Report::Picked(Picked { purpose, path: None, shown }) if shown < NO_DIALOG => {
                self.type_path_for(purpose, true);
            }
            Report::Picked(_) => {
                // Cancelled, and with it what was to come afterwards.
                self.pending = None;
                self.file.then = None;
            }
        }
    }

    /// A tree is first seen whole: its top level, and what the first topic holds.
    fn fold_all_but_first(&mut self) {
        let tree = self.library.tree();
        let later = tree.iter().skip(1).map(|(ix, _)| ix);
        self.view.folded = later.filter(|ix| tree.has_children(*ix)).collect();
    }

    fn articles_came(&mut self, linked: Vec<Linked>, skipped: Vec<Skipped>, done: usize, total: usize) {
        self.stems = None;
        let first = self.library.articles.is_empty() && !linked.is_empty();
        self.library.add(linked);
        self.library.unread.extend(skipped);
        if let Some(progress) = &mut self.progress {
            *progress = Progress { done, total, ..*progress };
        }
        if first {
            self.list_grown();
            if self.restoring.is_none() {
                self.show_article(self.article_list.first().unwrap_or(ArticleIx(0)));
            }
        } else if self.listing_due.is_none() {
            self.listing_due = Some(Instant::now() + LIST_PAUSE.max(self.listing_took * LIST_SHARE));
        }
    }

    fn opened(&mut self, skipped: Vec<Skipped>, files: Option<Vec<Found>>) {
        self.progress = None;
        self.library.skipped.extend(skipped);
        if let (Source::Folder(folder), Some(files)) = (&self.library.source, files) {
            self.jobs.watch(folder.clone(), files);
        }
        self.restore_view();
        if self.view.article.is_none() && !self.library.articles.is_empty() {
            self.list_articles();
            self.show_article(self.article_list.first().unwrap_or(ArticleIx(0)));
        }
        self.find_bookmarks();
        self.list_grown();
        if std::mem::take(&mut self.relink_when_read) {
            self.relink();
        }
        self.follow_renamed();
        self.settle_corrections();
        self.carry_marks();
        self.settle_decisions();
        self.find_stories();
        let failed = self.library.failed().count();
        if failed > 0 {
            let files = if failed == 1 { "1 file".to_owned() } else { format!("{failed} files") };
            self.notices.done(format!("{files} could not be read; the status bar lists them"));
        }
    }

    /// Links all articles by the tree that the reader's marks ask for.
    pub(super) fn relink(&mut self) {
        if self.progress.is_some() {
            self.relink_when_read = true; // Now it would end the reading.
            return;
        }
        let folder = match &self.library.source {
            crate::model::Source::Sample => None,
            crate::model::Source::Folder(folder) => Some(folder.as_path()),
        };
        match crate::store::topics::in_force(None, self.marks.topics.as_deref(), folder) {
            Ok(topics) => {
                let topics = Arc::new(topics);
                let relink = Relink::between(self.library.tree(), &topics.tree);
                self.jobs.relink(self.library.articles.clone(), topics, relink);
            }
            Err(problem) => self.notices.problem(format!("{problem}. Going on with the tree that was there")),
        }
    }

    fn relinked(&mut self, topics: Arc<Topics>, relink: &Relink, articles: &[Arc<Article>], linked: Vec<NewLinks>) {
        if !self.library.has_just(articles) {
            return self.relink(); // Articles came, went or were read anew meanwhile.
        }
        let selected = self.view.passage.and_then(|which| {
            let passage = self.passage(which)?;
            Some((which.article, passage.span, self.library.tree().topic(passage.topic).id.clone()))
        });
        // Topics go by id from one tree to the other.
        let old = std::mem::take(&mut self.view.folded);
        let tree = self.library.tree();
        let moved = |ix: TopicIx| topics.tree.find(&tree.topic(ix).id);
        let folded: BTreeSet<TopicIx> = old.into_iter().filter_map(moved).collect();
        let hidden: BTreeSet<TopicIx> = self.view.hidden.iter().copied().filter_map(moved).collect();
        let topic = self.view.topic.and_then(moved);
        (self.view.folded, self.view.hidden, self.view.topic) = (folded, hidden, topic);
        self.view.passage = None;
        self.jumps.change(|place| Some(Place { topic: place.topic.and_then(moved), passage: None, ..place }));
        self.library.relinked(topics, relink, linked);
        self.settle_decisions();
        self.view.passage = selected.and_then(|(article, span, id)| {
            let topic = self.library.tree().find(&id)?;
            let same = |passage: &crate::model::Passage| (passage.span, passage.topic) == (span, topic);
            let index = self.library.passages(article).iter().position(same)?;
            Some(super::PassageRef { article, index: index as u32 })
        });
        self.select_edited_topic();
        self.generation += 1;
        self.list();
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Command};
    use super::*;
    use crate::store::Settings;

    #[test]
    fn links_made_for_an_article_that_was_read_anew_meanwhile_are_not_taken() {
        let mut state = State::new(Settings::default(), None);
        state.apply(Command::Do(Action::OpenSample));
        assert!(state.jobs.wait(Duration::from_secs(60)));
        state.take_reports();
        let now = state.library.topics().expect("a tree is in force").clone();
        let topics = Arc::new(Topics::clone(&now));
        let linked = vec![NewLinks::default(); state.library.articles.len()];
        let mut articles = state.library.articles.clone();
        articles[0] = Arc::new(Article::clone(&articles[0]));
        let relink = Relink::between(&now.tree, &topics.tree);
        state.take(Report::Relinked { topics: topics.clone(), relink, articles, linked });
        assert!(!state.library.topics().is_some_and(|now| Arc::ptr_eq(now, &topics)));
        assert!(state.jobs.is_busy(), "they are linked once more");
    }
}
