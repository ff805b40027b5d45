//! The window's ties to the desktop: file dialogs, drops, closing, size and title.

use super::window::Window;
use crate::app::{Command, FileRequest, State};
use crate::work::Purpose;
use eframe::egui;
use egui::ViewportCommand;
use std::time::Duration;

/// The sample collection is linked in less; then the first frame already shows it.
const FIRST_FRAME_PATIENCE: Duration = Duration::from_millis(80);

/// The program's window on a desktop.
pub struct Desktop {
    window: Window,
    title: String,
    /// The reader has been asked what is to be asked, and wants to leave.
    leaving: bool,
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// If the desktop gives no window or no drawing surface.
pub fn run(state: State) -> eframe::Result {
    let place = state.settings.window;
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id("readout")
        .with_title("Readout")
        .with_icon(super::app_icon::icon())
        .with_inner_size([place.width, place.height])
        .with_maximized(place.maximised)
        .with_clamp_size_to_monitor_size(true)
        .with_min_inner_size([720.0, 480.0])
        .with_drag_and_drop(true);
    if let Some((x, y)) = place.position {
        viewport = viewport.with_position([x, y]);
    }
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    eframe::run_native("Readout", options, Box::new(|cc| Ok(Box::new(Desktop::new(&cc.egui_ctx, state)))))
}

impl Desktop {
    fn new(ctx: &egui::Context, state: State) -> Self {
        let mut state = state;
        if state.settings.reader.is_empty() {
            state.settings.reader = login_name();
        }
        let mut window = Window::new(ctx, state);
        if window.state.jobs.is_busy() {
            window.state.jobs.wait(FIRST_FRAME_PATIENCE);
            window.logic();
        }
        Self { window, title: String::new(), leaving: false }
    }

    /// Closing asks first if there is unsaved work.
    fn mind_closing(&mut self, ctx: &egui::Context) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.leaving {
            self.window.state.apply(Command::CloseRequested);
            if !self.window.state.leave {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        }
        if self.window.state.leave && !self.leaving {
            self.leaving = true;
            self.window.keep_place(ctx);
            self.window.state.save_settings();
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn keep_title(&mut self, ctx: &egui::Context) {
        let state = &self.window.state;
        let unsaved = if state.is_unsaved() { "• " } else { "" };
        let title = format!("{unsaved}{} – Readout", state.library.name());
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(self.title.as_str()));
    }

    fn open_original(&mut self) {
        if let Some(path) = self.window.state.take_open_request()
            && let Err(error) = open::that_detached(&path)
        {
            let message = format!("{}: the desktop has no program that opens it ({error})", path.display());
            self.window.state.notices.problem(message);
        }
    }

    fn open_dialog(&mut self, request: FileRequest, frame: &eframe::Frame) {
        let FileRequest { purpose, folder, name } = request;
        let mut dialog = rfd::AsyncFileDialog::new().set_parent(frame);
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = name {
            dialog = dialog.set_file_name(name);
        }
        let ron = |dialog: rfd::AsyncFileDialog, what: &str| dialog.add_filter(what, &["ron"]);
        let jobs = &mut self.window.state.jobs;
        let path = |file: Option<rfd::FileHandle>| file.map(|file| file.path().to_owned());
        match purpose {
            Purpose::OpenFolder => {
                let picked = dialog.set_title("Open a folder of articles").pick_folder();
                jobs.wait_for_dialog(purpose, async move { path(picked.await) });
            }
            Purpose::OpenSession => {
                let picked = ron(dialog.set_title("Open a session"), "Reading sessions").pick_file();
                jobs.wait_for_dialog(purpose, async move { path(picked.await) });
            }
            Purpose::MergeSession => {
                let picked = ron(dialog.set_title("Merge another reader's session"), "Reading sessions").pick_file();
                jobs.wait_for_dialog(purpose, async move { path(picked.await) });
            }
            Purpose::SaveTopics => {
                let picked = ron(dialog.set_title("Save the topic tree as"), "Topic trees").save_file();
                jobs.wait_for_dialog(purpose, async move { path(picked.await) });
            }
            Purpose::OpenTopics | Purpose::CompareTopics => {
                let picked = ron(dialog.set_title("Open a topic tree"), "Topic trees").pick_file();
                jobs.wait_for_dialog(purpose, async move { path(picked.await) });
            }
            Purpose::SaveSession => {
                let picked = ron(dialog.set_title("Save the session as"), "Reading sessions").save_file();
                jobs.wait_for_dialog(purpose, async move { path(picked.await) });
            }
        }
    }
}

impl eframe::App for Desktop {
    fn logic(&mut self, ctx: &egui::Context, _: &mut eframe::Frame) {
        self.window.logic();
        self.mind_closing(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.window.ui(ui);
        self.keep_title(ui.ctx());
        if let Some(request) = self.window.state.take_file_request() {
            self.open_dialog(request, frame);
        }
        self.open_original();
        self.mind_closing(ui.ctx());
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        // A save that has begun is brought to its end.
        self.window.state.jobs.cancel();
        self.window.state.jobs.wait(Duration::from_secs(10));
    }
}

/// What the system calls the reader: marks bear a name from the first one on. It can be changed.
fn login_name() -> String {
    let names = ["USER", "USERNAME", "LOGNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    names.map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}
