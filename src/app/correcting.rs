//! The reader puts right what was read wrong: an article's headline, outlet, author, date, language, and what of
//! its text belongs to it.

use super::command::{Command, Dialog};
use super::state::State;
use crate::import;
use crate::model::{Article, ArticleIx, Correction, Date, Edit, Language, ParagraphKind, Source};
use std::ops::Range;
use std::path::PathBuf;

/// What the form on an article's details holds while it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub headline: String,
    pub outlet: String,
    pub author: String,
    /// `2021-12-07`, or nothing.
    pub date: String,
    pub language: Language,
}

impl Details {
    fn of(article: &Article) -> Self {
        Self {
            headline: article.headline.clone(),
            outlet: article.outlet.clone().unwrap_or_default(),
            author: article.author.clone().unwrap_or_default(),
            date: article.date.map(|date| date.to_string()).unwrap_or_default(),
            language: article.language,
        }
    }

    /// What is wrong with the date that was typed.
    pub fn problem(&self) -> Option<String> {
        let date = self.date.trim();
        date.parse::<Date>().err().filter(|_| !date.is_empty())
    }

    /// What differs from the article as it was read. The verdicts are another matter.
    fn correction(&self, as_read: &Article) -> Correction {
        let found = Self::of(as_read);
        let changed = |now: &str, found: &str| (now.trim() != found).then(|| now.trim().to_owned());
        Correction {
            headline: changed(&self.headline, &found.headline).filter(|headline| !headline.is_empty()),
            outlet: changed(&self.outlet, &found.outlet),
            author: changed(&self.author, &found.author),
            date: changed(&self.date, &found.date).and_then(|date| date.parse().ok()),
            language: (self.language != found.language).then_some(self.language),
            verdicts: Vec::new(),
        }
    }
}

impl State {
    pub(super) fn show_details(&mut self, ix: ArticleIx) {
        let Some(article) = self.library.article(ix) else { return };
        self.dialog = Some(Dialog::Details { article: article.path.clone(), form: Details::of(article) });
    }

    /// Takes over what the form holds, as one step.
    pub(super) fn correct_details(&mut self, path: String, form: &Details) {
        if form.problem().is_some() {
            self.dialog = Some(Dialog::Details { article: path, form: form.clone() });
            return;
        }
        let Some(as_read) = self.library.find(&path).and_then(|ix| self.library.as_read(ix)) else { return };
        let verdicts = self.marks.corrections.get(&path).map(|known| known.verdicts.clone()).unwrap_or_default();
        let correction = Correction { verdicts, ..form.correction(as_read) };
        self.apply(Command::Edit(Edit::Correct { article: path, correction }));
    }

    /// The form as the file gives it.
    pub(super) fn details_as_read(&mut self, path: String) {
        let Some(as_read) = self.library.find(&path).and_then(|ix| self.library.as_read(ix)) else { return };
        self.dialog = Some(Dialog::Details { form: Details::of(as_read), article: path });
    }

    /// Rules on paragraphs that stand together: whether they are clutter, as one step.
    pub(super) fn rule_on(&mut self, ix: ArticleIx, paragraphs: Range<usize>, clutter: bool) {
        let (Some(article), Some(as_read)) = (self.library.article(ix), self.library.as_read(ix)) else { return };
        let path = article.path.clone();
        let mut correction = self.marks.corrections.get(&path).cloned().unwrap_or_default();
        for verdict in paragraphs.filter_map(|paragraph| import::verdict(article, paragraph, clutter)) {
            correction.verdicts.retain(|known| known.anchor != verdict.anchor);
            let found = verdict.anchor.find(as_read).and_then(|span| as_read.paragraph_at(span.start as usize));
            let kind = found.map(|paragraph| as_read.paragraphs[paragraph].kind);
            // What the program found itself needs no word of the reader's.
            if kind.is_none_or(|kind| (kind == ParagraphKind::Clutter) != clutter) {
                correction.verdicts.push(verdict);
            }
        }
        correction.verdicts.sort();
        self.apply(Command::Edit(Edit::Correct { article: path, correction }));
        self.notices.done(if clutter {
            "Left out of the article: it is linked to no topic"
        } else {
            "Taken into the article: rules look at it now"
        });
    }

    /// The verdict on the paragraph at hand.
    pub(super) fn turn_verdict_at_hand(&mut self) {
        let at_hand = self.words_at_hand().and_then(|(ix, span)| {
            let paragraph = self.library.article(ix)?.paragraph_at(span.start as usize)?;
            Some((ix, paragraph))
        });
        match at_hand {
            Some((ix, paragraph)) => {
                let kind = self.library.article(ix).map(|article| article.paragraphs[paragraph].kind);
                self.rule_on(ix, paragraph..paragraph + 1, kind != Some(ParagraphKind::Clutter));
            }
            None => self.notices.done("Open an article first"),
        }
    }

    /// Does something with the article on the screen.
    pub(super) fn of_open_article(&mut self, act: fn(&mut Self, ArticleIx)) {
        match self.view.article {
            Some(ix) => act(self, ix),
            None => self.notices.done("Open an article first"),
        }
    }

    pub(super) fn copy_address(&mut self, ix: ArticleIx) {
        match self.library.article(ix).and_then(|article| article.address.clone()) {
            Some(address) => {
                self.notices.done(format!("Copied {address}"));
                self.clipboard = Some(address);
            }
            None => self.notices.done("The article does not say where it stands on the web"),
        }
    }

    /// Has two articles compared; the answer comes as a dialog.
    pub(super) fn show_changes(&mut self, old: ArticleIx, new: ArticleIx) {
        if let (Some(old), Some(new)) = (self.library.article(old), self.library.article(new)) {
            let (old, new) = (old.clone(), new.clone());
            self.jobs.compare(old, new);
        }
    }

    /// The file of an article; `None` for the sample.
    pub fn file_of(&self, ix: ArticleIx) -> Option<PathBuf> {
        let Source::Folder(folder) = &self.library.source else { return None };
        Some(folder.join(&self.library.article(ix)?.path))
    }

    pub(super) fn open_original(&mut self, ix: ArticleIx) {
        match self.file_of(ix) {
            Some(path) if path.is_file() => self.open_request = Some(path),
            Some(path) => self.notices.problem(format!("{}: there is no such file any more", path.display())),
            None => self.notices.done("The articles of the sample collection are no files"),
        }
    }

    /// A file that the desktop is to open, once.
    pub fn take_open_request(&mut self) -> Option<PathBuf> {
        self.open_request.take()
    }
}
