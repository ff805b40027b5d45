//! The whole window: three columns between two bars, and what stands above them.
//!
//! Draws the state, gathers commands, applies them. Without the desktop (dialogs, drops) this is what tests drive.

use super::articles_panel::{ArticlesMemory, articles_ui};
use super::passages_panel::{PassagesMemory, passages_ui};
use super::reader::{ReaderMemory, reader_ui};
use super::theme::tokens;
use super::toasts::{ToastsMemory, toasts_ui};
use super::top_bar::{TopBarMemory, top_bar_ui};
use super::topics_panel::{self, topics_ui};
use super::{compare_view, coverage_view, dialogs, fonts, keys, palette, start, status_bar, theme, topic_picker};
use crate::app::{Action, Command, Commands, Screen, State};
use crate::import::FORMATS;
use crate::model::ViewKind;
use crate::store::Theme;
use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, ThemePreference, Ui, ViewportCommand};
use std::sync::Arc;

/// The state, and what the views remember between frames.
pub struct Window {
    pub state: State,
    top_bar: TopBarMemory,
    articles: ArticlesMemory,
    reader: ReaderMemory,
    passages: PassagesMemory,
    compare: compare_view::CompareMemory,
    toasts: ToastsMemory,
}

impl Window {
    /// Dresses `ctx` and connects the jobs of `state` with it.
    pub fn new(ctx: &egui::Context, state: State) -> Self {
        fonts::install(ctx);
        theme::install(ctx);
        ctx.options_mut(|options| {
            // Both are actions of ours, with questions to ask and settings to keep.
            options.zoom_with_keyboard = false;
            options.quit_shortcuts.clear();
        });
        let mut window = Self {
            state,
            top_bar: TopBarMemory::default(),
            articles: ArticlesMemory::default(),
            reader: ReaderMemory::default(),
            passages: PassagesMemory::default(),
            compare: compare_view::CompareMemory::default(),
            toasts: ToastsMemory::default(),
        };
        let waking = ctx.clone();
        window.state.jobs.set_waker(Arc::new(move || waking.request_repaint()));
        window.dress(ctx);
        window
    }

    /// Takes in what background jobs have reported. Also runs while the window is hidden.
    pub fn logic(&mut self) {
        self.state.take_reports();
    }

    /// Wakes up when something is due that no key and no job will wake it for.
    fn wake_when_due(&self, ctx: &egui::Context) {
        for due in [self.state.preview_due(), self.state.note_due(), self.state.across_due()].into_iter().flatten() {
            ctx.request_repaint_after(due.saturating_duration_since(std::time::Instant::now()));
        }
    }

    /// Notes size and place of the window in the settings, for the next start.
    pub fn keep_place(&mut self, ctx: &egui::Context) {
        let zoom = ctx.zoom_factor();
        let (maximised, inner, outer) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.maximized.unwrap_or(false), viewport.inner_rect, viewport.outer_rect)
        });
        let place = &mut self.state.settings.window;
        place.maximised = maximised;
        if maximised {
            return; // The size to come back to is the one before.
        }
        if let Some(inner) = inner {
            (place.width, place.height) = (inner.width() * zoom, inner.height() * zoom);
        }
        place.position = outer.map(|outer| (outer.left() * zoom, outer.top() * zoom));
    }

    /// Draws one frame and does what the person asked for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        match self.state.view.kind {
            ViewKind::Coverage => self.state.refresh_coverage(),
            ViewKind::Compare => self.state.refresh_compare(),
            ViewKind::Read => {}
        }
        let mut commands = Commands::default();
        keys::keys_ui(ui, &self.state, &mut commands);
        take_drops(ui, &mut commands);
        self.bars_ui(ui, &mut commands);
        match self.state.screen {
            Screen::Start => {
                let frame = Frame::new().fill(tokens(ui).page);
                CentralPanel::default().frame(frame).show(ui, |ui| start::start_ui(ui, &self.state, &mut commands));
            }
            Screen::Reading => self.columns_ui(ui, &mut commands),
        }
        toasts_ui(ui, &self.state, &mut self.toasts, &mut commands);
        dialogs::dialog_ui(ui, &self.state, &mut commands);
        if self.state.dialog.is_none() {
            dialogs::closed(ui);
        }
        palette::palette_ui(ui, &self.state, &mut commands);
        topic_picker::topic_picker_ui(ui, &self.state, &mut commands);
        self.apply(ui.ctx(), commands);
        self.wake_when_due(ui.ctx());
    }

    fn apply(&mut self, ctx: &egui::Context, mut commands: Commands) {
        let commands = commands.take();
        if !commands.is_empty() {
            ctx.request_repaint();
        }
        for command in commands {
            if command == Command::Do(Action::Paste) {
                ctx.send_viewport_cmd(ViewportCommand::RequestPaste); // It comes as a paste of the next frame.
            }
            self.state.apply(match command {
                Command::Do(Action::SwitchTheme) => Command::SetTheme(match ctx.theme() {
                    egui::Theme::Dark => Theme::Light,
                    egui::Theme::Light => Theme::Dark,
                }),
                other => other,
            });
        }
        if let Some(text) = self.state.take_clipboard() {
            ctx.copy_text(text);
        }
        self.dress(ctx);
    }

    /// Theme and zoom as the settings have them.
    fn dress(&self, ctx: &egui::Context) {
        let preference = match self.state.settings.theme {
            Theme::System => ThemePreference::System,
            Theme::Light => ThemePreference::Light,
            Theme::Dark => ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != preference {
            ctx.set_theme(preference);
        }
        if (ctx.zoom_factor() - self.state.settings.zoom).abs() > 0.001 {
            ctx.set_zoom_factor(self.state.settings.zoom);
        }
    }

    fn bars_ui(&mut self, ui: &mut Ui, commands: &mut Commands) {
        let Self { state, top_bar, .. } = self;
        let frame = Frame::new().fill(tokens(ui).panel).inner_margin(Margin::symmetric(10, 0));
        Panel::top("top-bar").exact_size(44.0).frame(frame).show(ui, |ui| top_bar_ui(ui, state, top_bar, commands));
        let bar = Panel::bottom("status-bar").exact_size(27.0).frame(frame);
        bar.show(ui, |ui| status_bar::status_bar_ui(ui, state, commands));
    }

    fn columns_ui(&mut self, ui: &mut Ui, commands: &mut Commands) {
        let whole = ui.available_width();
        let Self { state, articles, reader, passages, compare, .. } = self;
        let colors = tokens(ui);
        let side = Frame::new().fill(colors.panel).inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 4 });
        // On a small window the text comes first; the side columns give way.
        let (left_most, right_most) = (whole * 0.26, whole * 0.31);
        let left = Panel::left("topics-and-articles").frame(side).resizable(true);
        let left = left.default_size(state.settings.left_panel.min(left_most)).size_range(170.0..=left_most.max(171.0));
        let shown = left.show(ui, |ui| left_ui(ui, state, articles, commands));
        let left_size = shown.response.rect.width();
        if left_size < left_most - 1.0 {
            state.settings.left_panel = left_size;
        }
        let middle = Frame::new().fill(colors.page);
        match state.view.kind {
            ViewKind::Read => {}
            ViewKind::Coverage => {
                CentralPanel::default().frame(middle).show(ui, |ui| coverage_view::coverage_ui(ui, state, commands));
                return;
            }
            ViewKind::Compare => {
                CentralPanel::default()
                    .frame(middle)
                    .show(ui, |ui| compare_view::compare_ui(ui, state, compare, commands));
                return;
            }
        }
        let right = Panel::right("passages").frame(side).resizable(true);
        let right =
            right.default_size(state.settings.right_panel.min(right_most)).size_range(220.0..=right_most.max(221.0));
        let shown = right.show(ui, |ui| passages_ui(ui, state, passages, commands));
        let right_size = shown.response.rect.width();
        CentralPanel::default().frame(middle).show(ui, |ui| {
            if state.view.article.is_some() {
                reader_ui(ui, state, reader, commands);
            } else {
                nothing_open_ui(ui, state, commands);
            }
        });
        // A column that was squeezed by a small window keeps the width that the reader gave it.
        if right_size < right_most - 1.0 {
            state.settings.right_panel = right_size;
        }
    }
}

/// A folder, an article, a session or a topic tree that was dropped on the window.
fn take_drops(ui: &Ui, commands: &mut Commands) {
    let path = ui.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
    commands.extend(path.map(Command::OpenPath));
}

fn left_ui(ui: &mut Ui, state: &State, articles: &mut ArticlesMemory, commands: &mut Commands) {
    let most = ui.available_height() * 0.6;
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt("topics").auto_shrink([false, true]);
    area.max_height(most.min(topics_panel::height(state))).show(ui, |ui| topics_ui(ui, state, commands));
    ui.add_space(6.0);
    articles_ui(ui, state, articles, commands);
}

fn nothing_open_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        ui.set_max_width((ui.available_width() - 60.0).min(460.0));
        let colors = tokens(ui);
        if state.jobs.is_busy() {
            ui.label(RichText::new("Reading…").font(fonts::reading(18.0)).color(colors.muted));
            return;
        }
        ui.label(RichText::new("No articles here").font(fonts::reading_bold(22.0)));
        let words = format!("Readout reads {FORMATS}, in this folder and the folders in it.");
        ui.label(RichText::new(words).font(fonts::reading(16.0)).color(colors.muted));
        ui.add_space(12.0);
        let open = Action::OpenFolder;
        if ui.button(open.info().name).on_hover_text(open.tooltip()).clicked() {
            commands.act(open);
        }
    });
}
