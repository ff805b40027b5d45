//! The one door through which the state changes: what each command does.

use super::action::Action;
use super::command::Command;
use super::command::Dialog;
use super::find::Find;
use super::selecting::{Edge, Step};
use super::state::{Palette, Screen, State};
use super::topic_form::NewTopic;
use crate::model::{Edit, Scope, ViewKind};
use crate::store::Theme;

impl State {
    /// Does what a person asked for. The one door.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Do(action) => self.act(action),
            Command::Edit(edit) => self.edit(edit),
            Command::Across(doing) => self.do_across(doing),
            Command::OpenPath(path) => self.open_path(path),
            Command::OpenFolder(path) => self.ask_then_open(path),
            Command::OpenSession(path) => self.ask_then_open(path),
            Command::OpenTopics(path) => self.jobs.read_topics(path),
            Command::SaveTo(path) => self.save_to(path),
            Command::SelectArticle(article) => self.select_article(article),
            Command::SelectTopic(topic) => self.select_topic(topic),
            Command::SelectPassage { passage, topic } => self.select_passage(passage, topic),
            Command::SelectText(span) => (self.view.selected, self.view.selection_began) = (span, None),
            Command::Decide { passage, kept } => self.decide(passage, kept),
            Command::EditTopics(edit) => self.edit_topics(&edit),
            Command::ShowTopic(topic) => self.show_topic(topic),
            Command::NewTopic(new) => self.new_topic(new),
            Command::ShowWords { article, span } => self.show_words(article, span),
            Command::ShowRejected(shown) => {
                self.suggestions = None;
                self.view.rejected = shown;
            }
            Command::TakeBack(decision) => self.edit(Edit::Decide(decision, None)),
            Command::Suggest(open) => self.suggest(open),
            Command::Take { number, taken } => self.take_suggestion(number, taken),
            Command::AddRule(rule) => self.add_rule(&rule),
            Command::FoldStory { lead, open } => {
                set_member(&mut self.view.open_stories, lead, open);
                self.list_articles();
            }
            Command::MarkWith(topic) => self.mark(topic),
            Command::MarkWithNumber(number) => self.mark_with_number(number),
            Command::PickTopic(Some(picking)) => self.pick_topic(picking),
            Command::PickTopic(None) => self.picker = None,
            Command::FilterTopics(query) => {
                if let Some(picker) = &mut self.picker {
                    picker.query = query;
                }
            }
            Command::Pick(pick) => self.pick(pick),
            Command::Resize { passage, span } => self.resize_passage(passage, span),
            Command::TurnStar(passage) => self.turn_star(passage),
            Command::ShowView(kind) => self.view.kind = kind,
            Command::ListOnly(only) => {
                self.view.only = only;
                self.list();
            }
            Command::Attach { place, span } => self.attach(&place, span),
            Command::AttachToSelection(place) => self.attach_to_selection(&place),
            Command::AttachAllSure => self.attach_all_sure(),
            Command::LetGo(place) => self.let_go(&place),
            Command::ShowEdits(place) => self.show_edits(&place),
            Command::ShowChanged(shown) => self.view.changed = shown,
            Command::WriteNote(about) => self.write(about),
            Command::EditNote(id) => self.edit_note(id),
            Command::ShowNote(id) => self.show_note(id),
            Command::TypeNote(text) => self.note_typed(text),
            Command::EndNote => self.end_note(),
            Command::DeleteNote(id) => self.delete_note(id),
            Command::ShowNotes(notes) => self.view.notes = notes,
            Command::SetScope(scope) => self.set_scope(scope),
            Command::SetOrder(order) => self.set_order(order),
            Command::FilterArticles(filter) => self.filter_articles(filter),
            Command::Fold { topic, folded } => set_member(&mut self.view.folded, topic, folded),
            Command::Hide { topic, hidden } => set_member(&mut self.view.hidden, topic, hidden),
            Command::ReadTo { article, reading, shown } => self.read_to(article, reading, shown),
            Command::SetRead { article, read } => self.set_read(article, read),
            Command::ShowChanges { old, new } => self.show_changes(old, new),
            Command::ShowDetails(article) => self.show_details(article),
            Command::RuleOn { article, paragraphs, clutter } => self.rule_on(article, paragraphs, clutter),
            Command::OpenOriginal(article) => self.open_original(article),
            Command::Paste(text) => self.paste(text),
            Command::GoToBookmark(index) => self.go_to_bookmark(index),
            Command::FindText(query) => self.find_text(&query),
            Command::CopyText(text) => self.clipboard = Some(text),
            Command::SetTheme(theme) => self.settings.theme = theme,
            Command::SetPalette(query) => self.palette = query.map(|query| Palette { query }),
            Command::Answer(answer) => self.answer(answer),
            Command::Dismiss(id) => self.notices.dismiss(id),
            Command::CloseRequested => self.close_requested(),
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::OpenFolder | Action::OpenSession | Action::OpenTopics | Action::SaveAs => self.ask_file(action),
            Action::SaveTopics | Action::CompareTopics | Action::MergeSession => self.ask_file(action),
            Action::TypePath => self.type_path(false),
            Action::OpenSample => self.ask_then_open_sample(),
            Action::ShowStart => self.screen = Screen::Start,
            Action::Save => self.save(),
            Action::Versions => self.show_versions(),
            Action::ReaderName => {
                self.dialog = Some(Dialog::ReaderName { name: self.settings.reader.clone() });
            }
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::NextPassage => self.step_passage(true),
            Action::PreviousPassage => self.step_passage(false),
            Action::NewTopic => self.new_topic(NewTopic::Empty { parent: None }),
            Action::TopicOfSelection => self.new_topic(NewTopic::Selection),
            Action::TopicOfSearch => self.new_topic(NewTopic::Search),
            Action::EditTopic => self.show_selected_topic(),
            Action::DeleteTopic => self.delete_selected_topic(),
            Action::MoreLikeThese => self.suggest(self.suggestions.is_none()),
            Action::ShowCoverage => self.view.kind = ViewKind::Coverage,
            Action::ShowRead => self.view.kind = ViewKind::Read,
            Action::ShowCompare => self.view.kind = ViewKind::Compare,
            Action::MarkPassage => self.mark_at_once(),
            Action::PickTopic => self.pick_topic(super::Picking::Mark),
            Action::MovePassage => match self.view.passage {
                Some(which) => self.pick_topic(super::Picking::Move(which)),
                None => self.notices.done("Select a passage first"),
            },
            Action::StarPassage => self.turn_star_of_selected(),
            Action::KeepAllShown => self.decide_all_shown(true),
            Action::RejectAllShown => self.decide_all_shown(false),
            Action::SelectWord => self.extend_selection(Step::Word, true),
            Action::UnselectWord => self.extend_selection(Step::Word, false),
            Action::SelectSentence => self.extend_selection(Step::Sentence, true),
            Action::UnselectSentence => self.extend_selection(Step::Sentence, false),
            Action::EndLater => self.move_edge(Edge::End, true),
            Action::EndEarlier => self.move_edge(Edge::End, false),
            Action::BeginEarlier => self.move_edge(Edge::Start, false),
            Action::BeginLater => self.move_edge(Edge::Start, true),
            Action::WriteNote => self.write_note(),
            Action::NoteOnArticle => self.write_on_article(),
            Action::NoteOnTopic => self.write_on_topic(),
            Action::NoteOnSession => self.write(crate::model::About::Session),
            Action::ShowNotes => self.turn_notes(),
            Action::CopyNotes => self.copy_notes(),
            Action::KeepPassage => self.decide_selected(true),
            Action::RejectPassage => self.decide_selected(false),
            Action::LookForChanges => self.look_for_changes(),
            Action::FilterArticles => self.filter_focus += 1,
            Action::NextArticle => self.step_article(true),
            Action::PreviousArticle => self.step_article(false),
            Action::ClearTopic => self.select_topic(None),
            Action::ToggleScope => self.set_scope(match self.view.scope {
                Scope::AllArticles => Scope::ThisArticle,
                Scope::ThisArticle => Scope::AllArticles,
            }),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            Action::Find => self.find_focus += 1,
            Action::FindNext => self.step_hit(true),
            Action::FindPrevious => self.step_hit(false),
            Action::CloseFind => self.find = Find::default(),
            Action::CopyPassage => self.copy_passage(),
            Action::ToggleBookmark => self.toggle_bookmark(),
            Action::DefaultTopics => self.edit(Edit::SetTopics(None, "leave topic tree".into())),
            Action::ShowSkipped => self.dialog = Some(Dialog::Skipped),
            Action::FollowSystemTheme => self.settings.theme = Theme::System,
            Action::ZoomIn => self.zoom(0.1),
            Action::ZoomOut => self.zoom(-0.1),
            Action::ZoomReset => self.reset_sizes(),
            Action::LargerText => self.text_size(1.0),
            Action::SmallerText => self.text_size(-1.0),
            // Only reading: articles half linked by one tree and half by another would be of no use.
            Action::CancelWork if self.progress.is_some() => self.jobs.cancel(),
            Action::CancelWork => {}
            Action::Palette => self.palette = Some(Palette::default()),
            Action::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            Action::Quit => self.close_requested(),
            Action::ArticleDetails => self.of_open_article(State::show_details),
            Action::OpenOriginal => self.of_open_article(State::open_original),
            Action::CopyAddress => self.of_open_article(State::copy_address),
            Action::TurnRead => self.turn_read(),
            Action::TurnVerdict => self.turn_verdict_at_hand(),
            // The window alone knows the system's theme and the clipboard; it turns these into other commands.
            Action::SwitchTheme | Action::Paste => {}
        }
    }
}

fn set_member<T: Ord>(set: &mut std::collections::BTreeSet<T>, member: T, inside: bool) {
    if inside {
        set.insert(member);
    } else {
        set.remove(&member);
    }
}
