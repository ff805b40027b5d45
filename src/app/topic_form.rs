//! The form on a topic while it is filled in: name, colour, scope note, rules, and what the rules would do.

use crate::analysis::Preview;
use crate::model::{Color, RuleMistake, TopicEdit, TopicFile, TopicFileEntry, check_rule};
use crate::store::Topics;

/// Where a new topic comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewTopic {
    /// Below this topic, by id, or at the top level.
    Empty { parent: Option<String> },
    /// A rule made of the selected words, which become its first passage.
    Selection,
    /// A rule made of the words in the find field.
    Search,
}

/// What the form holds.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicForm {
    /// The topic's id; `None` while it is a new one.
    pub topic: Option<String>,
    /// Of a new topic: the one that it goes below, by id.
    pub parent: Option<String>,
    pub name: String,
    pub color: Option<Color>,
    pub note: String,
    /// One a line.
    pub rules: String,
    /// Of a new topic: the selected words become its first passage.
    pub marks_selection: bool,
    /// The line of the rules that has a mistake, from 0, and the mistake.
    pub mistake: Option<(usize, RuleMistake)>,
    /// Why it cannot be saved, beside the rules.
    pub problem: Option<String>,
    pub preview: Option<Preview>,
    /// Whether the rules are being tried.
    pub is_trying: bool,
}

impl TopicForm {
    pub(super) fn new(parent: Option<String>, name: &str, rule: Option<String>) -> Self {
        Self {
            topic: None,
            parent,
            name: name.to_owned(),
            color: None,
            note: String::new(),
            rules: rule.unwrap_or_default(),
            marks_selection: false,
            mistake: None,
            problem: None,
            preview: None,
            is_trying: false,
        }
    }

    pub(super) fn of(entry: &TopicFileEntry) -> Self {
        let form = Self::new(None, &entry.name, Some(entry.rules.join("\n")));
        Self { topic: Some(entry.id.clone()), color: Some(entry.color), note: entry.note.clone(), ..form }
    }

    /// The rules as written, without empty lines.
    pub fn rule_lines(&self) -> Vec<String> {
        self.rules.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// Looks for the first mistake in the rules.
    pub(super) fn check(&mut self, file: &TopicFile) {
        self.mistake = None;
        let Ok(sets) = file.word_sets() else { return };
        for (number, line) in self.rules.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let indent = line.len() - line.trim_start().len();
            if let Err(mistake) = check_rule(line.trim(), &sets) {
                let range = mistake.range.start + indent..mistake.range.end + indent;
                self.mistake = Some((number, RuleMistake { range, ..mistake }));
                return;
            }
        }
    }

    /// The edits that make the tree what the form says.
    pub(super) fn edits(&self, file: &TopicFile) -> Vec<TopicEdit> {
        let Some(topic) = self.topic.clone() else {
            let (parent, name) = (self.parent.clone(), self.name.clone());
            return vec![TopicEdit::Add { parent, name, rules: self.rule_lines() }];
        };
        let Some(before) = file.find(&topic) else { return Vec::new() };
        let mut edits = Vec::new();
        if self.name.trim() != before.name {
            edits.push(TopicEdit::Rename { topic: topic.clone(), name: self.name.clone() });
        }
        if let Some(color) = self.color.filter(|color| *color != before.color) {
            edits.push(TopicEdit::Recolour { topic: topic.clone(), color });
        }
        if self.note.trim() != before.note {
            edits.push(TopicEdit::SetNote { topic: topic.clone(), note: self.note.trim().to_owned() });
        }
        if self.rule_lines() != before.rules {
            edits.push(TopicEdit::SetRules { topic, rules: self.rule_lines() });
        }
        edits
    }

    /// The tree as the form says, and the topic's id in it.
    pub(super) fn apply(&self, topics: &Topics) -> Result<(TopicFile, Option<String>), String> {
        let mut file = topics.file.clone();
        let mut topic = self.topic.clone();
        for edit in self.edits(&topics.file) {
            let edited = edit.apply(&file).map_err(|error| error.to_string())?;
            (file, topic) = (edited.file, edited.topic.or(topic));
        }
        if let (None, Some(id)) = (&self.topic, &topic) {
            // Colour and note of a new topic, where the reader chose them.
            let color = self.color.map(|color| TopicEdit::Recolour { topic: id.clone(), color });
            let note = (!self.note.trim().is_empty())
                .then(|| TopicEdit::SetNote { topic: id.clone(), note: self.note.trim().to_owned() });
            for edit in color.into_iter().chain(note) {
                file = edit.apply(&file).map_err(|error| error.to_string())?.file;
            }
        }
        Ok((file, topic))
    }
}
