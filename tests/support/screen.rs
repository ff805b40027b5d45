//! The real window in a harness: what a person sees and does, without a screen.

use egui_kittest::Harness;
use readout::app::{Command, State};
use readout::store::{Settings, Theme};
use readout::ui::{Window, fonts, theme};
use std::path::PathBuf;
use std::time::Duration;

/// A window that opens something, and what makes it.
pub type Screen = Harness<'static, Slot>;

/// The window is made in the first frame, when there is a context.
pub enum Slot {
    Waiting(Box<Option<State>>),
    Open(Box<Window>),
}

impl Slot {
    pub fn window(&mut self) -> &mut Window {
        match self {
            Self::Open(window) => window,
            Self::Waiting(_) => panic!("no frame was drawn yet"),
        }
    }
}

/// A window of this size that has done `commands` before its first frame.
pub fn screen(size: [f32; 2], dark: bool, commands: Vec<Command>, config: Option<PathBuf>) -> Screen {
    let theme = if dark { Theme::Dark } else { Theme::Light };
    let mut state = State::new(Settings { theme, ..Settings::default() }, config);
    commands.into_iter().for_each(|command| state.apply(command));
    let draw = |ui: &mut egui::Ui, slot: &mut Slot| {
        if let Slot::Waiting(state) = slot {
            let state = state.take().expect("a window is made once");
            *slot = Slot::Open(Box::new(Window::new(ui.ctx(), state)));
        }
        let window = slot.window();
        window.logic();
        window.ui(ui);
    };
    let mut screen = Harness::builder()
        .with_size(size)
        .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_max_steps(12)
        .renderer(crate::cpu_renderer::CpuRenderer::default())
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::install(ctx);
        })
        .build_ui_state(draw, Slot::Waiting(Box::new(Some(state))));
    settle(&mut screen);
    screen
}

/// Waits for background work and draws until nothing moves.
pub fn settle(screen: &mut Screen) {
    for _ in 0..4 {
        screen.run_steps(2);
        assert!(screen.state_mut().window().state.jobs.wait(Duration::from_secs(120)), "a job did not end");
    }
    screen.run_steps(6);
}
