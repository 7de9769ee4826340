//! The program: hands over to the command line, and opens the window where no command is named.

use std::process::ExitCode;

use touchline::{app, cli};

fn main() -> ExitCode {
    cli::run(std::env::args_os(), |window| {
        app::run(app::Options { map: window.map, log: window.log, language: window.language })
    })
}
