//! Marks go to another place: their article was edited, renamed, or the reader says where they belong.

use super::super::{About, Anchor, Correction, Edit, Fingerprint, Mark, Verdict};
use super::{MarkedPlace, Marks};

/// Where a mark belongs now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlace {
    /// Article path.
    pub article: String,
    pub anchor: Anchor,
    pub fingerprint: Fingerprint,
}

fn place<'a>(article: &'a str, anchor: &'a Anchor, fingerprint: Option<Fingerprint>) -> MarkedPlace<'a> {
    MarkedPlace { article, anchor, fingerprint }
}

impl Marks {
    /// The edits that take every mark for which `to` names another place there.
    pub fn replace_places(&self, to: impl Fn(MarkedPlace) -> Option<NewPlace>) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut put = |old: Mark, new: Mark| edits.extend([Edit::Remove(old), Edit::Add(new)]);
        for old in &self.bookmarks {
            if let Some(NewPlace { article, anchor, fingerprint }) =
                to(place(&old.article, &old.anchor, old.fingerprint))
            {
                let mut new = old.clone();
                (new.article, new.anchor, new.fingerprint) = (article, anchor, Some(fingerprint));
                put(Mark::Bookmark(old.clone()), Mark::Bookmark(new));
            }
        }
        for old in &self.passages {
            if let Some(new) = to(place(&old.article, &old.anchor, Some(old.fingerprint))) {
                let NewPlace { article, anchor, fingerprint } = new;
                let new = super::OwnPassage { article, anchor, fingerprint, ..old.clone() };
                put(Mark::Passage(old.clone()), Mark::Passage(new));
            }
        }
        for old in &self.stars {
            if let Some(new) = to(place(&old.article, &old.anchor, Some(old.fingerprint))) {
                let NewPlace { article, anchor, fingerprint } = new;
                let new = super::Star { article, anchor, fingerprint, ..old.clone() };
                put(Mark::Star(old.clone()), Mark::Star(new));
            }
        }
        for old in &self.notes {
            let About::Words { article, anchor, topic, fingerprint } = &old.about else { continue };
            if let Some(new) = to(place(article, anchor, Some(*fingerprint))) {
                let NewPlace { article, anchor, fingerprint } = new;
                let about = About::Words { article, anchor, topic: topic.clone(), fingerprint };
                put(Mark::Note(old.clone()), Mark::Note(super::Note { about, ..old.clone() }));
            }
        }
        for old in &self.decisions {
            if let Some(new) = to(place(&old.article, &old.anchor, Some(old.fingerprint))) {
                let NewPlace { article, anchor, fingerprint } = new;
                let new = super::Decision { article, anchor, fingerprint, ..old.clone() };
                edits.extend([Edit::Decide(old.clone(), None), Edit::Decide(new, Some(old.kept))]);
            }
        }
        edits.extend(self.findings.replace_places(&to));
        edits.extend(self.corrections.iter().filter_map(|(article, old)| replace_verdicts(article, old, &to)));
        edits
    }

    /// The edits that take everything at these places away.
    pub fn remove_places(&self, goes: impl Fn(MarkedPlace) -> bool) -> Vec<Edit> {
        let mut edits = Vec::new();
        let bookmarks = self.bookmarks.iter().filter(|old| goes(place(&old.article, &old.anchor, old.fingerprint)));
        edits.extend(bookmarks.map(|old| Edit::Remove(Mark::Bookmark(old.clone()))));
        let passages = self.passages.iter();
        let passages = passages.filter(|old| goes(place(&old.article, &old.anchor, Some(old.fingerprint))));
        edits.extend(passages.map(|old| Edit::Remove(Mark::Passage(old.clone()))));
        let stars = self.stars.iter().filter(|old| goes(place(&old.article, &old.anchor, Some(old.fingerprint))));
        edits.extend(stars.map(|old| Edit::Remove(Mark::Star(old.clone()))));
        let notes = self.notes.iter().filter(|old| match &old.about {
            About::Words { article, anchor, fingerprint, .. } => goes(place(article, anchor, Some(*fingerprint))),
            _ => false,
        });
        edits.extend(notes.map(|old| Edit::Remove(Mark::Note(old.clone()))));
        let decisions = self.decisions.iter();
        let decisions = decisions.filter(|old| goes(place(&old.article, &old.anchor, Some(old.fingerprint))));
        edits.extend(decisions.map(|old| Edit::Decide(old.clone(), None)));
        edits.extend(self.findings.remove_places(&goes));
        for (article, old) in &self.corrections {
            let stays = |verdict: &&Verdict| !goes(place(article, &verdict.anchor, verdict.fingerprint));
            let verdicts: Vec<Verdict> = old.verdicts.iter().filter(stays).cloned().collect();
            if verdicts.len() < old.verdicts.len() {
                let correction = Correction { verdicts, ..old.clone() };
                edits.push(Edit::Correct { article: article.clone(), correction });
            }
        }
        edits
    }

    /// The edits that take everything said of one article over to another path: its file was renamed.
    pub fn rename_article(&self, from: &str, to: &str) -> Vec<Edit> {
        let mut edits = self.replace_places(|place| {
            let fingerprint = place.fingerprint.filter(|_| place.article == from)?;
            Some(NewPlace { article: to.to_owned(), anchor: place.anchor.clone(), fingerprint })
        });
        edits.extend(self.findings.rename_article(from, to));
        // Its verdicts go with the rest of its correction.
        edits.retain(|edit| !matches!(edit, Edit::Correct { .. }));
        for old in self.notes.iter().filter(|note| note.about == About::Article(from.to_owned())) {
            let new = super::Note { about: About::Article(to.to_owned()), ..old.clone() };
            edits.extend([Edit::Remove(Mark::Note(old.clone())), Edit::Add(Mark::Note(new))]);
        }
        if let Some(correction) = self.corrections.get(from).cloned() {
            edits.push(Edit::Correct { article: from.to_owned(), correction: Correction::default() });
            edits.push(Edit::Correct { article: to.to_owned(), correction });
        }
        if let Some(read) = self.read.get(from).copied() {
            edits.push(Edit::SetRead { article: from.to_owned(), read: None });
            edits.push(Edit::SetRead { article: to.to_owned(), read: Some(read) });
        }
        edits
    }
}

fn replace_verdicts(article: &str, old: &Correction, to: impl Fn(MarkedPlace) -> Option<NewPlace>) -> Option<Edit> {
    let mut verdicts = old.verdicts.clone();
    for verdict in &mut verdicts {
        let place = MarkedPlace { article, anchor: &verdict.anchor, fingerprint: verdict.fingerprint };
        if let Some(new) = to(place) {
            *verdict = Verdict { anchor: new.anchor, fingerprint: Some(new.fingerprint), ..verdict.clone() };
        }
    }
    let correction = Correction { verdicts, ..old.clone() };
    (correction != *old).then(|| Edit::Correct { article: article.to_owned(), correction })
}
