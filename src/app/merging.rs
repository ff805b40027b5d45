//! Bringing another reader's session into this one, and how far the two agree.

use super::command::{Command, Dialog};
use super::state::State;
use crate::analysis::agreement::{Agreement, ReadByBoth, agreement, worked_on_by_both};
use crate::analysis::anchoring::{Certainty, carry};
use crate::analysis::merge::{Merge, merge};
use crate::analysis::{Said, decided};
use crate::model::{Anchor, Article, Edit, MarkedPlace, Marks, NewPlace, Passage};
use crate::store::{Loaded, MarkedText};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What merging would do, while the reader looks at it.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeForm {
    /// The other session's file.
    pub path: PathBuf,
    pub merge: Merge,
    /// By difference: whether theirs is to be taken.
    pub take_theirs: Vec<bool>,
    /// On the articles that both have worked on.
    pub agreement: Agreement,
    pub articles_of_both: usize,
    texts: Vec<MarkedText>,
}

impl State {
    /// Another reader's session was read: shows what it would bring.
    pub(super) fn merge_read(&mut self, path: PathBuf, loaded: Loaded) {
        let Loaded { session, texts, .. } = loaded;
        if session.source != self.library.source && !self.shares_articles(&session.marks) {
            let words = "was made for other articles: none of those it marks is in this folder";
            return self.notices.problem(format!("{} {words}", path.display()));
        }
        let theirs = self.in_todays_texts(session.marks, &texts);
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let merge = merge(&self.marks, &theirs, &name);
        let (agreement, articles_of_both) = self.agreement_with(&theirs);
        let take_theirs = vec![false; merge.differing.len()];
        let form = MergeForm { path, merge, take_theirs, agreement, articles_of_both, texts };
        self.dialog = Some(Dialog::Merge(Box::new(form)));
    }

    fn shares_articles(&self, marks: &Marks) -> bool {
        marks.places().any(|place| self.library.find(place.article).is_some())
    }

    /// Another reader's marks, led over to the texts that the articles have here where that is certain.
    fn in_todays_texts(&self, marks: Marks, texts: &[MarkedText]) -> Marks {
        let to = |place: MarkedPlace| {
            let article = self.library.article(self.library.find(place.article)?)?;
            let made = place.fingerprint.filter(|made| *made != article.fingerprint)?;
            let old = texts.iter().find(|text| text.path == article.path && text.fingerprint == made);
            let carried = carry(&[place.anchor], old.map(|old| &*old.text), article).pop()?;
            let span = carried.span.filter(|_| carried.certainty == Certainty::Sure)?;
            let anchor = Anchor::describe(&article.text, span);
            Some(NewPlace { article: article.path.clone(), anchor, fingerprint: article.fingerprint })
        };
        let edits = marks.replace_places(to);
        let mut marks = marks;
        Edit::Together("lead over".into(), edits).apply(&mut marks);
        marks
    }

    fn agreement_with(&self, theirs: &Marks) -> (Agreement, usize) {
        let tree = self.library.tree();
        let said = said_of(theirs, &|path| self.library.article(self.library.find(path)?).map(AsRef::as_ref));
        let paths = worked_on_by_both(&self.marks, theirs);
        let articles: Vec<(&Article, &[Passage], Vec<Passage>)> = paths
            .into_iter()
            .filter_map(|path| {
                let ix = self.library.find(path)?;
                let article = self.library.article(ix)?;
                let theirs = decided(article, tree, self.library.found(ix), said.get(path)?);
                Some((&**article, self.library.passages(ix), theirs))
            })
            .collect();
        let read: Vec<ReadByBoth> =
            articles.iter().map(|(article, ours, theirs)| ReadByBoth { article, ours, theirs }).collect();
        (agreement(tree, &read), read.len())
    }

    /// Merges as the form says, as one step.
    pub(super) fn merge_now(&mut self, form: MergeForm) {
        let MergeForm { merge, take_theirs, texts, path, .. } = form;
        let mut after = self.marks.clone();
        let mut edits = vec![merge.edit.clone()];
        merge.edit.clone().apply(&mut after);
        for (difference, _) in merge.differing.iter().zip(take_theirs).filter(|(_, theirs)| *theirs) {
            let edit = difference.edit_for_theirs(&after);
            edit.clone().apply(&mut after);
            edits.push(edit);
        }
        self.texts.extend(texts);
        let before = self.history.revision();
        let name = format!("merge {}", file_name(&path));
        self.apply(Command::Edit(Edit::Together(name.into(), edits)));
        let words = match self.history.revision() == before {
            true => "There was nothing to merge".to_owned(),
            false => format!("Merged {}: {}", file_name(&path), merge.brought),
        };
        self.notices.done(words);
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What the marks say of each article, by path.
fn said_of<'a>(marks: &'a Marks, article: &dyn Fn(&str) -> Option<&'a Article>) -> BTreeMap<&'a str, Said<'a>> {
    let mut said: BTreeMap<&str, Said> = BTreeMap::new();
    for mark in &marks.decisions {
        if let Some(span) = article(&mark.article).and_then(|article| mark.anchor.find(article)) {
            said.entry(&mark.article).or_default().decisions.push((mark, span));
        }
    }
    for mark in &marks.passages {
        if let Some(span) = article(&mark.article).and_then(|article| mark.anchor.find(article)) {
            said.entry(&mark.article).or_default().own.push((mark, span));
        }
    }
    said
}
