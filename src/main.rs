//! The program: arguments become a window or one headless command.

use readout::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os().skip(1)) {
        Ok(cli::Invocation::Headless(command)) => cli::run(&command),
        Ok(cli::Invocation::Help) => {
            println!("{}", cli::HELP);
            ExitCode::SUCCESS
        }
        Ok(cli::Invocation::Version) => {
            println!("readout {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        Ok(cli::Invocation::Window(_open)) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("readout: {message}");
            ExitCode::FAILURE
        }
    }
}
