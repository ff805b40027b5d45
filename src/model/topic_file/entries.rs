//! Finding topics in a [`TopicFile`], taking them out and putting them in.
//!
//! A place is told by the index among the top-level topics, then among the children, down to the topic. It holds
//! until the tree is changed. Nothing here checks that the tree stays sound; `topic_edit` does.

use super::{TopicFile, TopicFileEntry};

impl TopicFile {
    /// The topic with this id, or the one that it was merged into.
    pub fn find(&self, id: &str) -> Option<&TopicFileEntry> {
        self.place_of(id).map(|place| self.at(&place))
    }

    /// Every topic in pre-order, with the number in this list of the topic above it.
    pub fn entries(&self) -> Vec<(&TopicFileEntry, Option<usize>)> {
        let mut listed = Vec::new();
        list(&self.topics, None, &mut listed);
        listed
    }

    /// Where the topic with this id stands, or the one that it was merged into.
    pub(in crate::model) fn place_of(&self, id: &str) -> Option<Vec<usize>> {
        let by_id = place_where(&self.topics, &|entry| entry.id == id);
        by_id.or_else(|| place_where(&self.topics, &|entry| entry.aliases.iter().any(|alias| alias == id)))
    }

    pub(in crate::model) fn at(&self, place: &[usize]) -> &TopicFileEntry {
        let mut entry = &self.topics[place[0]];
        for &index in &place[1..] {
            entry = &entry.children[index];
        }
        entry
    }

    pub(in crate::model) fn at_mut(&mut self, place: &[usize]) -> &mut TopicFileEntry {
        let mut entry = &mut self.topics[place[0]];
        for &index in &place[1..] {
            entry = &mut entry.children[index];
        }
        entry
    }

    /// The topics right below the one at `place`; the top-level ones if it is empty.
    pub(in crate::model) fn children_mut(&mut self, place: &[usize]) -> &mut Vec<TopicFileEntry> {
        if place.is_empty() { &mut self.topics } else { &mut self.at_mut(place).children }
    }

    /// Takes out the topic at `place` with all below it.
    pub(in crate::model) fn take(&mut self, place: &[usize]) -> TopicFileEntry {
        let (index, above) = place.split_last().expect("a topic stands somewhere");
        self.children_mut(above).remove(*index)
    }
}

fn list<'a>(
    entries: &'a [TopicFileEntry],
    parent: Option<usize>,
    listed: &mut Vec<(&'a TopicFileEntry, Option<usize>)>,
) {
    for entry in entries {
        let number = listed.len();
        listed.push((entry, parent));
        list(&entry.children, Some(number), listed);
    }
}

fn place_where(entries: &[TopicFileEntry], wanted: &dyn Fn(&TopicFileEntry) -> bool) -> Option<Vec<usize>> {
    for (index, entry) in entries.iter().enumerate() {
        if wanted(entry) {
            return Some(vec![index]);
        }
        if let Some(mut place) = place_where(&entry.children, wanted) {
            place.insert(0, index);
            return Some(place);
        }
    }
    None
}
