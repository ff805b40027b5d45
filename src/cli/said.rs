//! What the reader of a session said of the articles of a command, at the places where it stands today.

use crate::analysis::anchoring::carry;
use crate::analysis::{Said, decided};
use crate::model::{Anchor, Article, Decision, Fingerprint, Marks, OwnPassage, Passage, Span, TopicTree};
use crate::store::{Loaded, MarkedText};
use std::collections::BTreeMap;

/// The decisions and passages of a session, by article path.
#[derive(Default)]
pub(super) struct Marked<'a> {
    decisions: BTreeMap<&'a str, Vec<&'a Decision>>,
    own: BTreeMap<&'a str, Vec<&'a OwnPassage>>,
    texts: &'a [MarkedText],
}

impl<'a> Marked<'a> {
    pub(super) fn of(loaded: Option<&'a Loaded>) -> Self {
        let Some(Loaded { session, texts, .. }) = loaded else { return Self::default() };
        let Marks { decisions, passages, .. } = &session.marks;
        let mut marked = Self { texts, ..Self::default() };
        decisions.iter().for_each(|mark| marked.decisions.entry(&mark.article).or_default().push(mark));
        passages.iter().for_each(|mark| marked.own.entry(&mark.article).or_default().push(mark));
        marked
    }

    /// The passages of an article as the reader left them, of what the rules found.
    pub(super) fn decided(&self, article: &Article, tree: &TopicTree, found: Vec<Passage>) -> Vec<Passage> {
        match self.said(article) {
            Some(said) => decided(article, tree, &found, &said),
            None => found,
        }
    }

    /// What was said of one article; `None` if nothing was.
    pub(super) fn said(&self, article: &Article) -> Option<Said<'a>> {
        let decisions = self.decisions.get(&*article.path).map_or(&[][..], Vec::as_slice);
        let own = self.own.get(&*article.path).map_or(&[][..], Vec::as_slice);
        let anchors = decisions.iter().map(|mark| (&mark.anchor, mark.fingerprint));
        let anchors: Vec<(&Anchor, Fingerprint)> =
            anchors.chain(own.iter().map(|mark| (&mark.anchor, mark.fingerprint))).collect();
        if anchors.is_empty() {
            return None;
        }
        let places = self.places(article, &anchors);
        let (of_decisions, of_own) = places.split_at(decisions.len());
        Some(Said {
            decisions: decisions.iter().zip(of_decisions).filter_map(|(mark, span)| Some((*mark, (*span)?))).collect(),
            own: own.iter().zip(of_own).filter_map(|(mark, span)| Some((*mark, (*span)?))).collect(),
        })
    }

    /// Where anchors stand in the article today, each made in the text of its fingerprint.
    pub(super) fn places(&self, article: &Article, anchors: &[(&Anchor, Fingerprint)]) -> Vec<Option<Span>> {
        let mut by_text: BTreeMap<Fingerprint, Vec<usize>> = BTreeMap::new();
        for (number, (_, made)) in anchors.iter().enumerate() {
            by_text.entry(*made).or_default().push(number);
        }
        let mut places = vec![None; anchors.len()];
        for (made, numbers) in by_text {
            let old = self.texts.iter().find(|text| text.path == article.path && text.fingerprint == made);
            let of_text: Vec<&Anchor> = numbers.iter().map(|number| anchors[*number].0).collect();
            let old = if made == article.fingerprint { Some(article.text.as_str()) } else { old.map(|old| &*old.text) };
            for (number, carried) in numbers.into_iter().zip(carry(&of_text, old, article)) {
                places[number] = carried.span;
            }
        }
        places
    }
}
