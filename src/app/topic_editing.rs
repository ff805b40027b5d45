//! The reader changes the topic tree: each change is one step that can be taken back, and links anew what it touches.

use super::command::{Command, Dialog};
use super::state::State;
use super::topic_form::{NewTopic, TopicForm};
use crate::analysis::{Preview, rule_of_words, tree_difference};
use crate::model::{Article, Edit, Language, Mark, Span, TopicEdit, TopicFile, TopicIx};
use crate::store::{self, Topics};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Rules are tried when the reader has stopped typing for so long.
const PREVIEW_PAUSE: Duration = Duration::from_millis(180);

impl State {
    /// Changes the tree in force.
    pub(super) fn edit_topics(&mut self, edit: &TopicEdit) {
        let Some(topics) = self.library.topics().cloned() else { return };
        match edit.apply(&topics.file) {
            Ok(edited) => {
                let name = edit.name(&topics.file);
                self.edited_topic = edited.topic;
                self.apply(Command::Edit(Edit::SetTopics(Some(Arc::new(edited.file)), name.into())));
            }
            Err(error) => self.notices.problem(format!("The topic tree was not changed: {error}")),
        }
    }

    pub(super) fn show_topic(&mut self, topic: TopicIx) {
        let Some(topics) = self.library.topics() else { return };
        let id = &topics.tree.topic(topic).id;
        if let Some(entry) = topics.file.find(id) {
            self.dialog = Some(Dialog::Topic(Box::new(TopicForm::of(entry))));
        }
    }

    pub(super) fn show_selected_topic(&mut self) {
        match self.view.topic {
            Some(topic) => self.show_topic(topic),
            None => self.notices.done("Select a topic first"),
        }
    }

    pub(super) fn delete_selected_topic(&mut self) {
        match self.view.topic.map(|topic| self.library.tree().topic(topic).id.clone()) {
            Some(topic) => self.edit_topics(&TopicEdit::Delete { topic }),
            None => self.notices.done("Select a topic first"),
        }
    }

    pub(super) fn new_topic(&mut self, new: NewTopic) {
        let form = match new {
            NewTopic::Empty { parent } => TopicForm::new(parent, "", None),
            NewTopic::Search => {
                let words = self.find.query().trim().to_owned();
                if words.is_empty() {
                    return self.notices.done("Type the words into the find field first");
                }
                TopicForm::new(None, &words, rule_of_words(&words, Language::Other, false))
            }
            NewTopic::Selection => {
                let Some((article, span)) = self.selected_words() else {
                    return self.notices.done("Select some words first");
                };
                let words = span.text(&article.text);
                let opens = article.sentences.iter().any(|sentence| sentence.span.start == span.start);
                let rule = rule_of_words(words, article.language, opens);
                let name: String = words.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
                TopicForm { marks_selection: true, ..TopicForm::new(None, &name, rule) }
            }
        };
        self.dialog = Some(Dialog::Topic(Box::new(form)));
        self.ask_preview_soon();
    }

    fn selected_words(&self) -> Option<(&Arc<Article>, Span)> {
        let span = self.view.selected.filter(|span| !span.is_empty())?;
        Some((self.library.article(self.view.article?)?, span))
    }

    /// The form holds something else now.
    pub(super) fn fill_topic(&mut self, before: &TopicForm, mut form: Box<TopicForm>) {
        let rules_changed = before.rules != form.rules || before.name != form.name;
        if let Some(topics) = self.library.topics() {
            form.check(&topics.file);
        }
        form.problem = None;
        self.dialog = Some(Dialog::Topic(form));
        if rules_changed {
            self.ask_preview_soon();
        }
    }

    fn ask_preview_soon(&mut self) {
        self.preview_due = Some(Instant::now() + PREVIEW_PAUSE);
    }

    /// When the rules in the open form are to be tried, so that the window wakes up for it.
    pub fn preview_due(&self) -> Option<Instant> {
        self.preview_due
    }

    /// Has the rules in the open form tried.
    pub(super) fn ask_preview(&mut self) {
        self.preview_due = None;
        let (Some(Dialog::Topic(form)), Some(topics)) = (&mut self.dialog, self.library.topics()) else { return };
        let tried = form.apply(topics).ok().filter(|_| form.mistake.is_none());
        let after = tried.and_then(|(file, topic)| Some((file.into_tree().ok()?, topic?)));
        let Some((tree, topic)) =
            after.and_then(|(tree, id)| Some((tree.find(&id)?, tree)).map(|(ix, tree)| (tree, ix)))
        else {
            form.preview = None;
            form.is_trying = false;
            return;
        };
        form.is_trying = true;
        self.previews_asked += 1;
        let topics = topics.clone();
        self.jobs.preview(self.library.articles.clone(), topics, tree, topic, self.previews_asked);
    }

    pub(super) fn previewed(&mut self, asked: u64, preview: Preview) {
        if let Some(Dialog::Topic(form)) = &mut self.dialog
            && asked == self.previews_asked
        {
            form.is_trying = false;
            form.preview = Some(preview);
        }
    }

    /// Takes over what the form holds, as one step.
    pub(super) fn save_topic(&mut self, mut form: Box<TopicForm>) {
        let Some(topics) = self.library.topics().cloned() else { return };
        form.check(&topics.file);
        let (file, topic) = match form.apply(&topics) {
            Ok(edited) => edited,
            Err(problem) => {
                form.problem = Some(problem);
                return self.dialog = Some(Dialog::Topic(form));
            }
        };
        let edits = form.edits(&topics.file);
        let name = match edits.as_slice() {
            [] => return,
            [edit] => edit.name(&topics.file),
            _ => format!("change topic {}", form.name.trim()),
        };
        self.edited_topic = topic.clone();
        let set = Edit::SetTopics(Some(Arc::new(file)), name.clone().into());
        let mark = if form.marks_selection { self.selected_words() } else { None };
        let mark = mark.zip(topic).map(|((article, span), topic)| self.own_passage(article, span, topic));
        let edit = match mark {
            Some(own) => Edit::Together(name.into(), vec![set, Edit::Add(Mark::Passage(own))]),
            None => set,
        };
        self.apply(Command::Edit(edit));
    }

    /// A new topic at the top level, whose first passage is the words at hand.
    pub(super) fn mark_with_new(&mut self, name: &str) {
        let words = self.selected_words().map(|(article, span)| (article.clone(), span));
        let (Some(topics), Some((article, span))) = (self.library.topics().cloned(), words) else { return };
        let add = TopicEdit::Add { parent: None, name: name.to_owned(), rules: Vec::new() };
        match add.apply(&topics.file) {
            Ok(edited) => {
                let name = add.name(&topics.file);
                self.edited_topic = edited.topic.clone();
                let set = Edit::SetTopics(Some(Arc::new(edited.file)), name.clone().into());
                let own = edited.topic.map(|id| self.own_passage(&article, span, id));
                self.edited_mark = own.as_ref().map(|own| own.id);
                self.view.selected = None;
                let mark = own.map(|own| Edit::Add(Mark::Passage(own)));
                let edits = [Some(set), mark].into_iter().flatten().collect();
                self.apply(Command::Edit(Edit::Together(name.into(), edits)));
            }
            Err(error) => self.notices.problem(error.to_string()),
        }
    }

    /// Selects the topic that was just changed or made, once the tree that has it is in force.
    pub(super) fn select_edited_topic(&mut self) {
        let topic = self.edited_topic.take().and_then(|id| self.library.tree().find(&id));
        let mark = self.edited_mark.take().and_then(|id| self.find_mark(id));
        self.view.passage = mark.or(self.view.passage);
        if let Some(topic) = topic {
            self.view.topic = Some(topic);
            let above = std::iter::successors(self.library.tree().topic(topic).parent, |above| {
                self.library.tree().topic(*above).parent
            });
            let above: Vec<TopicIx> = above.collect();
            self.view.folded.retain(|folded| !above.contains(folded));
        }
    }

    /// Saves the tree in force as a file of its own.
    pub(super) fn save_topics(&mut self, path: PathBuf) {
        let Some(topics) = self.library.topics() else { return };
        match store::topics::save(&path, &topics.file) {
            Ok(()) => self.notices.done(format!("Saved {}", path.display())),
            Err(error) => self.notices.problem(format!("The topic tree was not saved. {error}")),
        }
    }

    /// Shows how another tree differs from the one in force.
    pub(super) fn compare_topics(&mut self, path: PathBuf) {
        let Some(topics) = self.library.topics() else { return };
        match store::topics::open(&path) {
            Ok(Topics { file, .. }) => {
                let differences = tree_difference(&topics.file, &file);
                self.dialog = Some(Dialog::TreeDifference { other: path, differences });
            }
            Err(error) => self.notices.problem(format!("The topic tree was not opened. {error}")),
        }
    }

    /// The tree in force as a file has it.
    pub fn topic_file(&self) -> Option<&TopicFile> {
        Some(&self.library.topics()?.file)
    }
}
