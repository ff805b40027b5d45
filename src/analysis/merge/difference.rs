//! One thing on which two readers differ, and the edit that takes the other's word for it.

use super::compare::{of_decision, of_passage};
use super::corrections::put_verdict;
use super::{Field, findings, place};
use crate::model::{
    About, Anchor, Correction, Decision, Edit, EditName, Finding, LeftOut, Mark, Marks, Note, OwnPassage, RoundOf,
    TopicFile, Verdict,
};
use std::sync::Arc;

/// One thing on which two readers differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Whose session the other side comes from; a mark in it may bear another name.
    pub session_of: String,
    pub matter: Matter,
}

/// What two readers differ on, with both sides.
#[derive(Clone, Debug, PartialEq)]
pub enum Matter {
    /// Kept by one, rejected by the other.
    Decision { ours: Decision, theirs: Decision },
    /// Rejected by us, marked by them.
    RejectedByUs { ours: Decision, theirs: OwnPassage },
    /// Marked by us, rejected by them.
    RejectedByThem { ours: OwnPassage, theirs: Decision },
    /// One mark that has other bounds or another topic.
    Passage { ours: OwnPassage, theirs: OwnPassage },
    /// The same words under different topics. All passages on these words, ours and theirs.
    SameWords { ours: Vec<OwnPassage>, theirs: Vec<OwnPassage> },
    /// One note with another text or at another place.
    Note { ours: Note, theirs: Note },
    /// A detail of an article; both sides are of one kind.
    Field { article: String, ours: Field, theirs: Field },
    /// Whether a paragraph belongs to its article.
    Verdict { article: String, ours: Verdict, theirs: Verdict },
    /// Who says a sentence, whether two say the same, or which talks an article covers.
    Finding { ours: Finding, theirs: Finding },
    /// The topic trees; with `None` ours is the collection's own.
    Trees { ours: Option<Arc<TopicFile>>, theirs: Arc<TopicFile> },
}

impl Difference {
    /// Puts theirs in the place of ours. `now` are our marks at this moment: other differences may have been settled
    /// since this one was found.
    pub fn edit_for_theirs(&self, now: &Marks) -> Edit {
        let edits = match &self.matter {
            Matter::Decision { theirs, .. } => take_decision(theirs, now),
            Matter::RejectedByUs { theirs, .. } => take_rejected(theirs, now),
            Matter::RejectedByThem { theirs, .. } => {
                let own = now.passages.iter().filter(|own| of_passage(own) == of_decision(theirs));
                let gone = own.map(|own| Edit::Remove(Mark::Passage(own.clone())));
                gone.chain(take_decision(theirs, now)).collect()
            }
            Matter::Passage { theirs, .. } => take_passage(theirs, now),
            Matter::SameWords { ours, theirs } => take_topics(ours, theirs, now),
            Matter::Note { theirs, .. } => {
                let ours = now.notes.iter().filter(|note| note.id == theirs.id);
                let gone = ours.map(|note| Edit::Remove(Mark::Note(note.clone())));
                gone.chain([Edit::Add(Mark::Note(theirs.clone()))]).collect()
            }
            Matter::Field { article, theirs, .. } => {
                vec![correct(article, now, |correction| theirs.clone().put_into(correction))]
            }
            Matter::Verdict { article, theirs, .. } => {
                vec![correct(article, now, |correction| put_verdict(theirs.clone(), correction))]
            }
            Matter::Finding { theirs, .. } => vec![findings::take(theirs, now)],
            Matter::Trees { theirs, .. } => vec![Edit::SetTopics(Some(theirs.clone()), self.edit_name())],
        };
        Edit::Together(self.edit_name(), edits)
    }

    fn edit_name(&self) -> EditName {
        EditName::Owned(format!("take what {} has", self.session_of))
    }

    /// The path of the article that it is in.
    pub fn article(&self) -> Option<&str> {
        match &self.matter {
            Matter::Note { ours, .. } => ours.about.article(),
            Matter::Field { article, .. } => Some(article),
            Matter::Finding { ours: Finding::LeftOut(LeftOut { article, .. }), .. } => Some(article),
            Matter::Finding { ours: Finding::Round(RoundOf { article, .. }), .. } => Some(article),
            _ => self.place().map(|(article, _)| article),
        }
    }

    /// The words that it is about, as ours stand.
    pub fn place(&self) -> Option<(&str, &Anchor)> {
        match &self.matter {
            Matter::Decision { ours, .. } | Matter::RejectedByUs { ours, .. } => Some((&ours.article, &ours.anchor)),
            Matter::RejectedByThem { ours, .. } | Matter::Passage { ours, .. } => Some((&ours.article, &ours.anchor)),
            Matter::SameWords { ours, .. } => ours.first().map(|own| (&*own.article, &own.anchor)),
            Matter::Note { ours, .. } => match &ours.about {
                About::Words { article, anchor, .. } => Some((article, anchor)),
                _ => None,
            },
            Matter::Verdict { article, ours, .. } => Some((article, &ours.anchor)),
            Matter::Finding { ours, .. } => match ours {
                Finding::Says(says) => Some((&says.article, &says.anchor)),
                Finding::Pair(pair) => Some((&pair.a.article, &pair.a.anchor)),
                Finding::LeftOut(_) | Finding::Round(_) => None,
            },
            Matter::Field { .. } | Matter::Trees { .. } => None,
        }
    }
}

fn take_decision(theirs: &Decision, now: &Marks) -> Vec<Edit> {
    let mut edits = no_decision_on(theirs.article.as_str(), &theirs.anchor, &theirs.topic, now);
    edits.push(Edit::Decide(theirs.clone(), Some(theirs.kept)));
    edits
}

fn take_rejected(theirs: &OwnPassage, now: &Marks) -> Vec<Edit> {
    let mut edits = no_decision_on(theirs.article.as_str(), &theirs.anchor, &theirs.topic, now);
    edits.push(Edit::Add(Mark::Passage(theirs.clone())));
    edits
}

fn no_decision_on(article: &str, anchor: &Anchor, topic: &str, now: &Marks) -> Vec<Edit> {
    let ours = now.decisions.iter().filter(|known| of_decision(known) == (place(article, anchor), topic));
    ours.map(|known| Edit::Decide(known.clone(), None)).collect()
}

fn take_passage(theirs: &OwnPassage, now: &Marks) -> Vec<Edit> {
    let ours = now.passages.iter().filter(|own| own.id == theirs.id);
    let gone = ours.map(|own| Edit::Remove(Mark::Passage(own.clone())));
    gone.chain([Edit::Add(Mark::Passage(theirs.clone()))]).collect()
}

/// Of `ours` stays what is under a topic of `theirs`; of `theirs` comes what is not there yet.
fn take_topics(ours: &[OwnPassage], theirs: &[OwnPassage], now: &Marks) -> Vec<Edit> {
    let is_among =
        |own: &OwnPassage, list: &[OwnPassage]| list.iter().any(|other| of_passage(other) == of_passage(own));
    let is_ours = |own: &&OwnPassage| ours.iter().any(|other| other.id == own.id);
    let gone = now.passages.iter().filter(is_ours).filter(|own| !is_among(own, theirs));
    let gone = gone.map(|own| Edit::Remove(Mark::Passage(own.clone())));
    let new = theirs.iter().filter(|own| !is_among(own, &now.passages));
    gone.chain(new.map(|own| Edit::Add(Mark::Passage(own.clone())))).collect()
}

fn correct(article: &str, now: &Marks, change: impl FnOnce(&mut Correction)) -> Edit {
    let mut correction = now.corrections.get(article).cloned().unwrap_or_default();
    change(&mut correction);
    Edit::Correct { article: article.to_owned(), correction }
}
