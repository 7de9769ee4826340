//! The command line: what may be asked, handed to the layer that answers, and the answer's exit code.
//!
//! Promise: standard output holds the result and nothing else, standard error the messages; the exit code says what
//! happened ([`exit::Exit`]). No rule of the trade lives here, and no command but the window needs a display.

mod at_risk;
mod changes;
mod check;
mod compare;
mod contents;
mod counting_flags;
mod diff;
mod doubts;
pub mod exit;
mod export;
mod figures;
mod funnel;
mod help;
mod inspect;
mod inspect_table;
mod interrupt;
mod json;
mod language;
mod leaks;
mod log_arg;
mod map_file;
mod measure;
mod memory_flag;
mod merge;
mod retention;
mod measure_shape;
mod read;
mod recover;
mod shape_text;
mod scorecard;
mod scrub;
mod sheet;
mod stage_flag;
mod table;
mod words;
mod wrong;
mod zone_flag;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use touchline_words::say;
use touchline_words::{Language, speak};

use exit::{Exit, Failure, tell};

/// Edit customer journey maps and measure drop-off in behavioural logs.
#[derive(Parser)]
#[command(name = "touchline", version, args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
#[command(
    after_help = "Without a command the window opens. Every command explains itself: touchline inspect --help\n\n\
    Example: touchline journey.ron viewing-events.csv\n\n\
    Exit codes: 0 done, 1 could not, 2 wrong command line, 3 bad input, 4 made by a newer Touchline."
)]
struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    /// The language of the answers, en or de; the system's by default
    #[arg(long, global = true, value_name = "LANGUAGE")]
    language: Option<String>,
    #[command(flatten)]
    window: Window,
}

/// What the window opens with.
#[derive(Args)]
pub struct Window {
    /// A map to open in the window
    #[arg(value_name = "MAP")]
    pub map: Option<PathBuf>,
    /// A log of events to import into it: a CSV file, an Excel workbook, or a folder of them
    #[arg(value_name = "LOG.csv")]
    pub log: Option<PathBuf>,
    /// The language that was asked for on the command line.
    #[arg(skip)]
    pub language: Option<Language>,
}

#[derive(Subcommand)]
enum Command {
    Export(export::Export),
    Measure(measure::Measure),
    Scorecard(scorecard::Scorecard),
    Funnel(funnel::Funnel),
    Compare(Box<compare::Compare>),
    Retention(Box<retention::Retention>),
    AtRisk(Box<at_risk::AtRisk>),
    Inspect(inspect::Inspect),
    Leaks(leaks::Leaks),
    Read(read::Read),
    Sheet(sheet::Sheet),
    Changes(changes::Changes),
    Check(check::Check),
    Recover(recover::Recover),
    Diff(diff::Diff),
    Merge(merge::Merge),
    Contents(contents::ContentsOf),
    Scrub(Box<scrub::Scrub>),
}

/// Runs the program with its command-line arguments (the first is the program's own name). Where they name no command, the
/// window is to be opened, which `open` does.
pub fn run(args: impl IntoIterator<Item = OsString>, open: impl FnOnce(Window) -> ExitCode) -> ExitCode {
    let mut args: Vec<OsString> = args.into_iter().collect();
    let language = match language::taken(&mut args) {
        Ok(language) => language,
        Err(failure) => return told(&failure),
    };
    // What a program reads knows no language, and what is read from a file for it was put into words on the way.
    let is_for_programs = args.iter().take_while(|arg| *arg != "--").any(|arg| arg == "--json");
    speak(if is_for_programs { Language::English } else { language.unwrap_or_else(Language::of_system) });
    let parsed =
        language::told(CommandLine::command(), args.first().map(OsString::as_os_str)).try_get_matches_from(args);
    let mut command_line = match parsed.and_then(|matches| CommandLine::from_arg_matches(&matches)) {
        Ok(command_line) => command_line,
        Err(answer) => return answered_by_clap(&answer),
    };
    command_line.window.language = language;
    let result = match command_line.command {
        Some(command) => answer(&command, language).map(|()| Exit::Done.into()),
        None => command_line.window.checked().map(open),
    };
    match result {
        Ok(code) => code,
        // Whoever read the result has seen enough, as with `| head`.
        Err(failure) if failure.is_closed_pipe() => Exit::Done.into(),
        Err(failure) => told(&failure),
    }
}

fn told(failure: &Failure) -> ExitCode {
    tell(&failure.to_string());
    failure.exit().into()
}

fn answer(command: &Command, language: Option<Language>) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match command {
        Command::AtRisk(at_risk) => at_risk.run(&mut out),
        Command::Changes(changes) => changes.run(&mut out),
        Command::Check(check) => check.run(&mut out),
        Command::Compare(compare) => compare.run(&mut out),
        Command::Diff(diff) => diff.run(&mut out),
        Command::Contents(contents) => contents.run(&mut out),
        Command::Export(export) => export.run(language, &mut out),
        Command::Funnel(funnel) => funnel.run(&mut out),
        Command::Inspect(inspect) => match inspect.table()? {
            Some((address, json, kept)) => inspect_table::run(address, json, kept, &mut out),
            None => inspect.run(&mut out),
        },
        Command::Leaks(leaks) => leaks.run(&mut out),
        Command::Merge(merge) => merge.run(),
        Command::Measure(measure) => measure.run(&mut out),
        Command::Retention(retention) => retention.run(&mut out),
        Command::Read(read) => read.run(&mut out),
        Command::Recover(recover) => recover.run(&mut out),
        Command::Scorecard(scorecard) => scorecard.run(&mut out),
        Command::Scrub(scrub) => scrub.run(&mut out),
        Command::Sheet(sheet) => sheet.run(&mut out),
    }?;
    out.flush().map_err(Failure::from)
}

impl Window {
    /// A log alone is no map; and a file that is not there may be a command misspelt, which a window would not tell.
    fn checked(self) -> Result<Window, Failure> {
        let files = [&self.map, &self.log].into_iter().flatten();
        if let Some(missing) = files.into_iter().find(|path| !path.exists()) {
            let message = say!(cli_no_such_file, file = missing.display());
            return Err(Failure::new(Exit::BadInput, message));
        }
        let is_log = |path: &Path| {
            if path.is_dir() {
                return true;
            }
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            ending.is_some_and(|ending| {
                ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "gz", "zip"].contains(&ending.as_str())
            })
        };
        Ok(match self {
            Window { map: Some(log), log: None, language } if is_log(&log) => {
                Window { map: None, log: Some(log), language }
            }
            both => both,
        })
    }
}

/// Help and version go to standard output and are no error; anything else that clap has to say is about the command line.
fn answered_by_clap(answer: &clap::Error) -> ExitCode {
    if !answer.use_stderr() {
        // A closed pipe is no reason to complain about help.
        let _ = answer.print();
        return Exit::Done.into();
    }
    tell(&wrong::told(answer));
    Exit::Usage.into()
}
