//! Sentences that look like a topic's passages: learnt from what the reader keeps, rejects and marks.
//!
//! Nothing is linked until the reader takes it; what is rejected does not come back.

use super::command::{Command, Dialog};
use super::state::State;
use crate::analysis::learn::{LearntWord, Lesson, Lessons, Place, StemTable, Suggestion};
use crate::model::{Anchor, Article, Edit, Mark, Origin, Span, TopicIx};
use std::sync::Arc;

/// What is offered for the selected topic.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    pub list: Vec<Suggestion>,
    /// Words that speak for the topic, and words that speak against it.
    pub words: [Vec<LearntWord>; 2],
    /// Until the first answer comes.
    pub is_working: bool,
}

impl State {
    pub(super) fn suggest(&mut self, open: bool) {
        if !open {
            self.suggestions = None;
            return;
        }
        let Some(topic) = self.view.topic else { return self.notices.done("Select a topic first") };
        if self.progress.is_some() {
            return self.notices.done("When the folder has been read");
        }
        self.view.rejected = false;
        self.suggestions.get_or_insert_with(|| Suggestions { is_working: true, ..Suggestions::default() });
        self.suggestions_asked += 1;
        let (lessons, asked) = (self.lessons(topic), self.suggestions_asked);
        self.jobs.suggest(self.library.articles.clone(), self.stems.clone(), lessons, asked);
    }

    /// What is known of a topic's sentences and of those of its sub-topics.
    fn lessons(&self, topic: TopicIx) -> Lessons {
        let tree = self.library.tree();
        let mut lessons = Lessons::default();
        for (index, passages) in self.library.links.iter().enumerate() {
            let article = crate::model::ArticleIx::new(index);
            for passage in passages.iter().filter(|passage| tree.is_within(passage.topic, topic)) {
                let own = matches!(passage.origin, Origin::Reader(_));
                let lesson = if own || passage.kept { Lesson::Kept } else { Lesson::Linked };
                lessons.add(Place { article, sentence: passage.sentence }, lesson);
            }
        }
        for decision in self.marks.decisions.iter().filter(|decision| !decision.kept) {
            let inside = tree.find(&decision.topic).is_some_and(|ix| tree.is_within(ix, topic));
            let place = || self.place_of(&decision.article, &decision.anchor);
            if let Some(place) = inside.then(place).flatten() {
                lessons.add(place, Lesson::Rejected);
            }
        }
        lessons
    }

    /// The sentence that begins where a mark does.
    fn place_of(&self, path: &str, anchor: &Anchor) -> Option<Place> {
        let ix = self.library.find(path)?;
        let article = self.library.article(ix)?;
        let span = anchor.find(article)?;
        let sentence = article.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        (sentence < article.sentences.len()).then_some(Place { article: ix, sentence: sentence as u32 })
    }

    pub(super) fn suggested(
        &mut self,
        asked: u64,
        table: Arc<StemTable>,
        list: Vec<Suggestion>,
        words: [Vec<LearntWord>; 2],
    ) {
        if asked != self.suggestions_asked {
            return;
        }
        self.stems = Some(table);
        if let Some(suggestions) = &mut self.suggestions {
            *suggestions = Suggestions { list, words, is_working: false };
        }
    }

    /// The words of an offered sentence, and its article.
    pub fn suggested_words(&self, suggestion: &Suggestion) -> Option<(&Arc<Article>, Span)> {
        let article = self.library.article(suggestion.place.article)?;
        Some((article, article.sentences.get(suggestion.place.sentence as usize)?.span))
    }

    /// Links an offered sentence to the topic, or rejects it; then others are offered.
    pub(super) fn take_suggestion(&mut self, number: usize, taken: bool) {
        let (Some(suggestions), Some(topic)) = (&mut self.suggestions, self.view.topic) else { return };
        if number >= suggestions.list.len() {
            return;
        }
        let suggestion = suggestions.list.remove(number);
        let Some((article, span)) = self.suggested_words(&suggestion) else { return };
        let topic = self.library.tree().topic(topic).id.clone();
        let edit = if taken {
            Edit::Add(Mark::Passage(self.own_passage(article, span, topic)))
        } else {
            Edit::Decide(self.decision(article, span, topic), Some(false))
        };
        self.apply(Command::Edit(edit));
    }

    /// The form on the selected topic, with one more rule to be tried and saved.
    pub(super) fn add_rule(&mut self, rule: &str) {
        self.show_selected_topic();
        if let Some(Dialog::Topic(before)) = self.dialog.clone() {
            let mut form = before.clone();
            if !form.rules.is_empty() && !form.rules.ends_with('\n') {
                form.rules.push('\n');
            }
            form.rules.push_str(rule);
            self.fill_topic(&before, form);
        }
    }
}
