//! Where the reader's marks stand in the articles as they are now.
//!
//! A mark knows the text in which it was made. Where the article has another one now, the mark is carried over in the
//! background; until the reader has looked at it, it stays in the session as it was made. Nothing is dropped: a lost
//! one keeps its words and its notes.

use super::command::Command;
use super::notices::count;
use super::state::State;
use crate::analysis::anchoring::{Carried, Certainty};
use crate::import;
use crate::model::{Anchor, Article, ArticleIx, Edit, Fingerprint, MarkedPlace, NewPlace, Span};
use crate::store::MarkedText;
use crate::work::{CarriedMarks, CarryTask};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An article with the text in which it was marked and the text that it has now.
type Versions = (String, Fingerprint, Fingerprint);

/// Marks that were carried over from a text to another.
#[derive(Debug, Default)]
pub struct CarriedOver(BTreeMap<Versions, BTreeMap<Anchor, Carried>>);

/// A marked place in an article that has changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPlace {
    pub article: ArticleIx,
    pub anchor: Anchor,
    /// Of the text in which it was marked.
    pub fingerprint: Fingerprint,
    pub carried: Carried,
}

/// How many changed places there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangedCounts {
    pub sure: usize,
    pub check: usize,
    pub lost: usize,
}

impl State {
    /// Where a mark stands in its article as it is now; `None` if it has no place there.
    pub(super) fn place_of_mark(&self, article: &Article, anchor: &Anchor, made: Option<Fingerprint>) -> Option<Span> {
        let made = made.unwrap_or(article.fingerprint);
        if made == article.fingerprint {
            return anchor.find(article);
        }
        match self.carried(article, anchor, made) {
            Some(carried) => carried.span,
            // Until it is known better: where the very same words stand.
            None => anchor.find(article),
        }
    }

    fn carried(&self, article: &Article, anchor: &Anchor, made: Fingerprint) -> Option<&Carried> {
        let versions = (article.path.clone(), made, article.fingerprint);
        self.carried_over.0.get(&versions)?.get(anchor)
    }

    /// Has marks carried over to articles that have changed since they were made.
    pub(super) fn carry_marks(&mut self) {
        let mut wanted: BTreeMap<Versions, BTreeSet<&Anchor>> = BTreeMap::new();
        for MarkedPlace { article: path, anchor, fingerprint } in self.marks.places() {
            let article = self.library.find(path).and_then(|ix| self.library.article(ix));
            if let (Some(article), Some(made)) = (article, fingerprint)
                && made != article.fingerprint
                && self.carried(article, anchor, made).is_none()
            {
                wanted.entry((path.to_owned(), made, article.fingerprint)).or_default().insert(anchor);
            }
        }
        let tasks: Vec<CarryTask> = wanted
            .into_iter()
            .filter_map(|((path, made, _), anchors)| {
                let article = self.library.article(self.library.find(&path)?)?.clone();
                let old = self.texts.iter().find(|text| text.path == path && text.fingerprint == made);
                let old = old.map(|text| text.text.clone());
                Some(CarryTask { article, made, old, anchors: anchors.into_iter().cloned().collect() })
            })
            .collect();
        if !tasks.is_empty() {
            self.jobs.carry(tasks);
        }
    }

    pub(super) fn marks_carried(&mut self, carried: Vec<CarriedMarks>) {
        for CarriedMarks { path, made, now, marks } in carried {
            self.carried_over.0.entry((path, made, now)).or_default().extend(marks);
        }
        self.settle_decisions();
        self.find_bookmarks();
        self.findings_carried();
        let ChangedCounts { sure, check, lost } = self.changed_counts();
        if sure + check + lost > 0 {
            let words =
                format!("Articles were edited since they were marked: {sure} sure, {check} to check, {lost} lost");
            self.notices.done(words);
        }
    }

    /// Marked places in articles that have changed since, by article and place; those to look at first.
    pub fn changed_places(&self) -> Vec<ChangedPlace> {
        let mut places: Vec<ChangedPlace> = Vec::new();
        if self.carried_over.0.is_empty() {
            return places; // As nearly always, and this is asked in every frame.
        }
        for MarkedPlace { article: path, anchor, fingerprint } in self.marks.places() {
            let Some(ix) = self.library.find(path) else { continue };
            let (Some(article), Some(made)) = (self.library.article(ix), fingerprint) else { continue };
            if let Some(carried) = (made != article.fingerprint).then(|| self.carried(article, anchor, made)).flatten()
            {
                let (anchor, carried) = (anchor.clone(), carried.clone());
                places.push(ChangedPlace { article: ix, anchor, fingerprint: made, carried });
            }
        }
        places.sort_by(|a, b| {
            let key = |place: &ChangedPlace| (std::cmp::Reverse(place.carried.certainty), place.article);
            key(a).cmp(&key(b)).then_with(|| a.anchor.cmp(&b.anchor)).then(a.fingerprint.cmp(&b.fingerprint))
        });
        places.dedup();
        places
    }

    pub fn changed_counts(&self) -> ChangedCounts {
        let mut counts = ChangedCounts::default();
        for place in self.changed_places() {
            match place.carried.certainty {
                Certainty::Sure => counts.sure += 1,
                Certainty::Check => counts.check += 1,
                Certainty::Lost => counts.lost += 1,
            }
        }
        counts
    }

    /// Takes the marks at a changed place to `span` for good.
    pub(super) fn attach(&mut self, place: &ChangedPlace, span: Span) {
        let Some(path) = self.library.article(place.article).map(|article| article.path.clone()) else { return };
        let is_it = |marked: MarkedPlace| {
            marked.article == path && *marked.anchor == place.anchor && marked.fingerprint == Some(place.fingerprint)
        };
        let edits =
            self.marks.replace_places(|marked| is_it(marked).then(|| self.new_place(place.article, span)).flatten());
        self.apply(Command::Edit(Edit::Together("confirm the place of a mark".into(), edits)));
    }

    pub(super) fn attach_to_selection(&mut self, place: &ChangedPlace) {
        let words = self.view.selected.filter(|_| self.view.article == Some(place.article));
        match words {
            Some(span) => self.attach(place, span),
            None => self.notices.done("Select the words in the article first"),
        }
    }

    /// Takes all marks that were found again for sure to their new places for good, as one step.
    pub(super) fn attach_all_sure(&mut self) {
        let sure: Vec<ChangedPlace> =
            self.changed_places().into_iter().filter(|place| place.carried.certainty == Certainty::Sure).collect();
        let to = |marked: MarkedPlace| {
            let ix = self.library.find(marked.article)?;
            let place = sure.iter().find(|place| {
                place.article == ix && place.anchor == *marked.anchor && Some(place.fingerprint) == marked.fingerprint
            })?;
            self.new_place(ix, place.carried.span?)
        };
        let edits = self.marks.replace_places(to);
        let name = format!("confirm {}", count(sure.len(), "place"));
        self.apply(Command::Edit(Edit::Together(name.into(), edits)));
    }

    /// Shows what changed in an article since it was marked.
    pub(super) fn show_edits(&mut self, place: &ChangedPlace) {
        let Some(new) = self.library.article(place.article).cloned() else { return };
        let is_it = |text: &&MarkedText| text.path == new.path && text.fingerprint == place.fingerprint;
        let Some(text) = self.texts.iter().find(is_it).map(|text| text.text.clone()) else {
            return self.notices.done("The text as it was marked was not kept");
        };
        // Read as a plain text: what is shown of it is its words.
        let old = import::article("as-marked.txt", text.as_bytes()).ok();
        if let Some(old) = old {
            let old = Article { headline: new.headline.clone(), outlet: new.outlet.clone(), date: new.date, ..old };
            self.jobs.compare(Arc::new(old), new);
        }
    }

    /// Takes the marks at a changed place away.
    pub(super) fn let_go(&mut self, place: &ChangedPlace) {
        let Some(path) = self.library.article(place.article).map(|article| article.path.clone()) else { return };
        let edits = self.marks.remove_places(|marked| {
            marked.article == path && *marked.anchor == place.anchor && marked.fingerprint == Some(place.fingerprint)
        });
        self.apply(Command::Edit(Edit::Together("let a mark go".into(), edits)));
        self.notices.done("Let go. Ctrl+Z brings it back");
    }

    fn new_place(&self, ix: ArticleIx, span: Span) -> Option<NewPlace> {
        let article = self.library.article(ix)?;
        let anchor = Anchor::describe(&article.text, span);
        Some(NewPlace { article: article.path.clone(), anchor, fingerprint: article.fingerprint })
    }

    /// Marks of articles that are not there go along to a file that has the very same text: it was renamed or moved.
    pub(super) fn follow_renamed(&mut self) {
        if self.keeper.read_only.is_some() {
            return;
        }
        let gone: BTreeMap<String, Fingerprint> = self
            .marks
            .places()
            .filter(|place| self.library.find(place.article).is_none())
            .filter_map(|place| Some((place.article.to_owned(), place.fingerprint?)))
            .collect();
        for (old, fingerprint) in gone {
            let mut same = self.library.articles.iter().filter(|article| article.fingerprint == fingerprint);
            // Of several copies none is it for sure.
            let (Some(new), None) = (same.next().map(|article| article.path.clone()), same.next()) else { continue };
            let edits = self.marks.rename_article(&old, &new);
            self.apply(Command::Edit(Edit::Together(format!("follow {old} to {new}").into(), edits)));
            self.notices.done(format!("{old} is {new} now; its marks went along"));
        }
    }

    /// Keeps the text of an article that goes or changes, if it is marked.
    pub(super) fn keep_text(&mut self, article: &Article) {
        let is_marked = self
            .marks
            .places()
            .any(|place| place.article == article.path && place.fingerprint == Some(article.fingerprint));
        let is_kept =
            self.texts.iter().any(|text| text.path == article.path && text.fingerprint == article.fingerprint);
        if is_marked && !is_kept {
            self.texts.push(MarkedText::of(article));
        }
    }
}
