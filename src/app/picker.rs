//! The small menu in which a topic is picked for words or for a passage: the recent ones first, type to filter.

use super::place::PassageRef;
use super::state::State;
use crate::model::TopicIx;

/// What the topic is picked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picking {
    /// The words at hand become a passage of it.
    Mark,
    /// This passage goes over to it.
    Move(PassageRef),
}

/// The menu, while it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    pub purpose: Picking,
    pub query: String,
}

/// What a line of the menu does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    Topic(TopicIx),
    /// A new topic of this name.
    New(String),
}

impl State {
    pub(super) fn pick_topic(&mut self, purpose: Picking) {
        if purpose == Picking::Mark && self.view.selected.is_none() && self.view.passage.is_none() {
            return self.notices.done("Select some words first");
        }
        self.picker = Some(Picker { purpose, query: String::new() });
    }

    /// The lines of the menu: topics whose full name holds all that was typed, the recent ones first.
    pub fn picks(&self) -> Vec<Pick> {
        let Some(picker) = &self.picker else { return Vec::new() };
        let tree = self.library.tree();
        let query = picker.query.trim().to_lowercase();
        let fits = |ix: &TopicIx| {
            let name = tree.full_name(*ix).to_lowercase();
            query.split_whitespace().all(|word| name.contains(word))
        };
        let recent: Vec<TopicIx> = self.recent_topics().collect();
        let others = tree.iter().map(|(ix, _)| ix).filter(|ix| !recent.contains(ix));
        let mut topics: Vec<TopicIx> = recent.iter().copied().chain(others).filter(fits).collect();
        // What begins with the words typed is meant rather than what holds them.
        topics.sort_by_key(|ix| !query.is_empty() && !tree.topic(*ix).name.to_lowercase().starts_with(&query));
        let same_name = |ix: &TopicIx| tree.topic(*ix).name.to_lowercase() == query;
        let is_new = !query.is_empty() && !topics.iter().any(same_name) && picker.purpose == Picking::Mark;
        let new = is_new.then(|| Pick::New(picker.query.trim().to_owned()));
        topics.into_iter().map(Pick::Topic).chain(new).collect()
    }

    /// Takes a line of the menu.
    pub(super) fn pick(&mut self, pick: Pick) {
        let Some(picker) = self.picker.take() else { return };
        match (pick, picker.purpose) {
            (Pick::Topic(topic), Picking::Mark) => self.mark(topic),
            (Pick::Topic(topic), Picking::Move(which)) => self.move_passage(which, topic),
            (Pick::New(name), _) => self.mark_with_new(&name),
        }
    }
}
