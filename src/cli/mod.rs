//! The command line: what may be asked, handed to the layer that answers, and the answer's exit code.
//!
//! Promise: standard output holds the result and nothing else, standard error the messages; the exit code says what
//! happened ([`exit::Exit`]). No rule of the trade lives here, and no command but the window needs a display.

mod check;
pub mod exit;
mod figures;
mod funnel;
mod inspect;
mod stage_flag;
mod words;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use exit::{Exit, Failure, say};

/// Edit customer journey maps and measure drop-off in behavioural logs.
#[derive(Parser)]
#[command(name = "touchline", version, arg_required_else_help = true, disable_help_subcommand = true)]
#[command(after_help = "Every command explains itself: touchline inspect --help\n\n\
    Exit codes: 0 done, 1 could not, 2 wrong command line, 3 bad input, 4 made by a newer Touchline.")]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Funnel(funnel::Funnel),
    Inspect(inspect::Inspect),
}

/// Runs the program with its command-line arguments (the first is the program's own name).
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let command_line = match CommandLine::try_parse_from(args) {
        Ok(command_line) => command_line,
        Err(answer) => return answered_by_clap(&answer),
    };
    let mut out = std::io::stdout().lock();
    let result = answer(&command_line, &mut out).and_then(|()| out.flush().map_err(Failure::from));
    match result {
        Ok(()) => Exit::Done.into(),
        // Whoever read the result has seen enough, as with `| head`.
        Err(failure) if failure.is_closed_pipe() => Exit::Done.into(),
        Err(failure) => {
            say(&failure.to_string());
            failure.exit().into()
        }
    }
}

fn answer(command_line: &CommandLine, out: &mut dyn Write) -> Result<(), Failure> {
    match &command_line.command {
        Some(Command::Check(check)) => check.run(out),
        Some(Command::Funnel(funnel)) => funnel.run(out),
        Some(Command::Inspect(inspect)) => inspect.run(out),
        None => {
            let help = CommandLine::command().render_help();
            write!(out, "{help}").map_err(Failure::from)
        }
    }
}

/// Help and version go to standard output and are no error; anything else that clap has to say is about the command line.
fn answered_by_clap(answer: &clap::Error) -> ExitCode {
    if !answer.use_stderr() {
        // A closed pipe is no reason to complain about help.
        let _ = answer.print();
        return Exit::Done.into();
    }
    let text = answer.render().to_string();
    say(text.strip_prefix("error: ").unwrap_or(&text).trim_end());
    Exit::Usage.into()
}
