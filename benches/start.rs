//! Time from the start of the process to the end of the first frame, with the sample collection linked and on the
//! screen, beside an empty window of the same kind. Needs a display.
//!
//! `cargo bench --bench start`

mod support;

use readout::app::{Action, Command, State};
use readout::store::Settings;
use readout::ui::Window;
use std::process;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const RUNS: usize = 15;
/// Tells the bench, started as its own child, what to open; with the time when that was.
const CHILD: &str = "READOUT_BENCH_START";

fn main() -> eframe::Result {
    if let Ok(child) = std::env::var(CHILD) {
        return open(&child);
    }
    support::print_machine();
    let (mut empty, mut readout) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        // In turns, so that what else the machine does hits both alike.
        empty.extend(run("empty"));
        readout.extend(run("readout"));
    }
    if empty.is_empty() || readout.is_empty() {
        println!("no window could be opened: is there a display?");
        return Ok(());
    }
    let (empty, readout) = (median(empty), median(readout));
    println!("empty window       {empty:.0} ms");
    println!("Readout, sample    {readout:.0} ms, {:.2} times the empty one", readout / empty);
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// Milliseconds of one start.
fn run(what: &str) -> Option<f64> {
    let child = format!("{what} {}", now().as_nanos());
    let output = process::Command::new(std::env::current_exe().ok()?).env(CHILD, child).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn open(child: &str) -> eframe::Result {
    let (what, started) = child.split_once(' ').unwrap_or((child, "0"));
    let started = Duration::from_nanos(started.parse().unwrap_or(0));
    let mut state = State::new(Settings::default(), None);
    if what == "readout" {
        state.apply(Command::Do(Action::OpenSample));
    }
    let is_empty = what == "empty";
    let viewport = egui::ViewportBuilder::default().with_inner_size([1280.0, 820.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let make = move |cc: &eframe::CreationContext<'_>| -> Box<dyn eframe::App> {
        let window = (!is_empty).then(|| {
            let mut window = Window::new(&cc.egui_ctx, state);
            window.state.jobs.wait(Duration::from_millis(80));
            window.logic();
            window
        });
        Box::new(Once { window, started, frames: 0 })
    };
    eframe::run_native("start", options, Box::new(move |cc| Ok(make(cc))))
}

/// Shows one frame, tells the time and goes.
struct Once {
    window: Option<Window>,
    started: Duration,
    frames: usize,
}

impl eframe::App for Once {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        // The second frame begins when the first one is on the screen.
        if self.frames == 1 {
            println!("{}", (now() - self.started).as_secs_f64() * 1e3);
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        self.frames += 1;
        if let Some(window) = &mut self.window {
            window.ui(ui);
            let linked = !window.state.library.articles.is_empty();
            assert!(linked, "the first frame shows the sample collection");
        }
        ui.ctx().request_repaint();
    }
}
