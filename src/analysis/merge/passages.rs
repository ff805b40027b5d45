//! The passages that both readers marked themselves.
//!
//! Marked under the same topic, the same words are one passage, whoever marked them. Two readers who marked the same
//! words differ if each has a topic there that the other has not; a further topic alone is only something new.

use super::compare::{OnTopic, of_decision, of_passage, rejections};
use super::{Compared, Matter, Place, by_key, place};
use crate::model::{Decision, Edit, Mark, MarkId, Marks, OwnPassage};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn compare(ours: &Marks, theirs: &Marks) -> Compared {
    let our_ids = by_key(&ours.passages, |own| own.id);
    let their_ids = by_key(&theirs.passages, |own| own.id);
    let our_topics: BTreeSet<OnTopic> = ours.passages.iter().map(of_passage).collect();
    let disputed = Disputed::new(ours, theirs);
    let mut compared = Compared::default();
    let mut changed: BTreeSet<MarkId> = BTreeSet::new();
    let mut new: BTreeMap<Place, Vec<&OwnPassage>> = BTreeMap::new();
    for (id, &own) in &their_ids {
        match our_ids.get(id) {
            Some(known) if of_passage(known) == of_passage(own) => compared.same += 1,
            Some(&known) => {
                changed.insert(*id);
                compared.differing.push(Matter::Passage { ours: known.clone(), theirs: own.clone() });
            }
            None if our_topics.contains(&of_passage(own)) => compared.same += 1,
            None => match disputed.rejection(own) {
                Some(matter) => compared.differing.push(matter),
                None => new.entry(place(&own.article, &own.anchor)).or_default().push(own),
            },
        }
    }
    let ours_at = by_place(our_ids.values().copied(), &changed);
    let theirs_at = by_place(their_ids.values().copied(), &changed);
    for (place, passages) in &new {
        let ours = ours_at.get(place).map_or(&[][..], Vec::as_slice);
        let theirs = theirs_at.get(place).map_or(&[][..], Vec::as_slice);
        let is_theirs = |own: &&&OwnPassage| theirs.iter().any(|other| other.topic == own.topic);
        if ours.iter().filter(is_theirs).count() < ours.len() {
            let list = |passages: &[&OwnPassage]| passages.iter().map(|own| (*own).clone()).collect();
            compared.differing.push(Matter::SameWords { ours: list(ours), theirs: list(theirs) });
        } else {
            passages.iter().for_each(|own| compared.bring(Edit::Add(Mark::Passage((*own).clone()))));
        }
    }
    compared
}

/// Passages by place, without those that are told apart already.
fn by_place<'a>(
    passages: impl Iterator<Item = &'a OwnPassage>,
    told: &BTreeSet<MarkId>,
) -> BTreeMap<Place<'a>, Vec<&'a OwnPassage>> {
    let mut places: BTreeMap<Place, Vec<&OwnPassage>> = BTreeMap::new();
    for own in passages.filter(|own| !told.contains(&own.id)) {
        places.entry(place(&own.article, &own.anchor)).or_default().push(own);
    }
    places
}

/// What we rejected and they did not.
struct Disputed<'a>(BTreeMap<OnTopic<'a>, &'a Decision>);

impl<'a> Disputed<'a> {
    fn new(ours: &'a Marks, theirs: &'a Marks) -> Self {
        let theirs: BTreeSet<OnTopic> = rejections(&theirs.decisions).map(of_decision).collect();
        let ours = rejections(&ours.decisions).map(|decision| (of_decision(decision), decision));
        Self(ours.filter(|(key, _)| !theirs.contains(key)).collect())
    }

    fn rejection(&self, own: &OwnPassage) -> Option<Matter> {
        let &ours = self.0.get(&of_passage(own))?;
        Some(Matter::RejectedByUs { ours: ours.clone(), theirs: own.clone() })
    }
}
