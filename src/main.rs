//! The program: arguments become a window or one headless command.

// A double-clicked program on Windows opens no console; headless commands still write to the one they came from.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use readout::app::{Action, Command, State};
use readout::store::{Settings, cache_folder, child, places, settings};
use readout::{cli, ui};
use std::process::ExitCode;

fn main() -> ExitCode {
    // Not for people: this program starts itself to read the files that could break it.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == child::ARGUMENT) {
        return child::main();
    }
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(cli::Invocation::Headless(command)) => cli::run(&command),
        Ok(cli::Invocation::Window(open)) => window(open),
        Ok(cli::Invocation::Help) => {
            println!("{}", cli::HELP);
            ExitCode::SUCCESS
        }
        Ok(cli::Invocation::Version) => {
            println!("readout {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("readout: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Opens the window. What it shows is being read while the desktop still makes the window.
fn window(open: cli::Open) -> ExitCode {
    let config = settings::config_folder();
    let (settings, problem) = config.as_deref().map(Settings::load).unwrap_or_default();
    let is_first_start = settings.recent_folders.is_empty() && settings.recent_sessions.is_empty();
    let mut state = State::new(settings, config);
    state.cache = cache_folder();
    state.unsaved_folder = places::unsaved_folder();
    match open.path {
        Some(path) => state.apply(Command::OpenPath(path)),
        // What a crash has left comes before everything else.
        None if !open.sample && state.look_for_unsaved() => {}
        // Who has read something before is shown it to go on with; who has not sees what the program does.
        None if open.sample || is_first_start => state.apply(Command::Do(Action::OpenSample)),
        None => {}
    }
    if let Some(problem) = problem {
        state.notices.problem(problem);
    }
    match ui::run(state) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("readout: no window could be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
