//! The language of the answers, and the command line's help in it.
//!
//! The flag is read before all others, since what is said of them is said in it: it may stand anywhere before a `--`.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::{Arg, Command};
use touchline_words::{Language, Said, say};

use super::exit::{Exit, Failure};
use super::help;

const FLAG: &str = "--language";

/// Takes the flag out of the arguments. `None` where it is not there, and the system's language is meant.
pub fn taken(args: &mut Vec<OsString>) -> Result<Option<Language>, Failure> {
    let end = args.iter().position(|arg| arg == "--").unwrap_or(args.len());
    let is_flag = |arg: &OsString| {
        let text = arg.to_string_lossy();
        text == FLAG || text.strip_prefix(FLAG).is_some_and(|rest| rest.starts_with('='))
    };
    let mut chosen = None;
    while let Some(at) = args.iter().take(end).position(is_flag) {
        let flag = args.remove(at).to_string_lossy().into_owned();
        let code = match flag.split_once('=') {
            Some((_, code)) => code.to_owned(),
            None if at < args.len() => args.remove(at).to_string_lossy().into_owned(),
            None => String::new(),
        };
        let known = Language::ALL.into_iter().find(|language| language.code() == code);
        chosen = Some(known.ok_or_else(|| Failure::new(Exit::Usage, say!(cli_language_unknown, code)))?);
    }
    Ok(chosen)
}

/// A command with its help, and that of all below it, in the language of the moment. What is said of an argument has the
/// argument's name in its id: `help_funnel_json`. `program` is the path by which the program was called.
pub fn told(command: Command, program: Option<&OsStr>) -> Command {
    let name = command.get_name().to_owned();
    let called = program.and_then(|program| Path::new(program).file_name()?.to_str()).unwrap_or(&name).to_owned();
    let mut command = command.bin_name(called);
    // From here on the parser's own flags are there, and every usage can be written.
    command.build();
    told_as(command, &name)
}

fn told_as(mut command: Command, path: &str) -> Command {
    let id = format!("help_{}", path.replace('-', "_"));
    let said = |part: &str| Said::of(&format!("{id}{part}")).map(Said::text);
    if let Some(about) = said("") {
        command = command.about(about);
    }
    if let Some(long) = said("_long") {
        command = command.long_about(long);
    }
    if let Some(after) = said("_after") {
        command = command.after_help(after);
    }
    let in_words = |arg: Arg| {
        let own = arg.get_id().as_str().replace('-', "_").to_lowercase();
        let all =
            |part: &str| Said::of(&format!("{id}_{own}{part}")).or_else(|| Said::of(&format!("help_any_{own}{part}")));
        let arg = match all("") {
            Some(help) => arg.help(help.text()),
            None => arg,
        };
        let arg = match all("_long") {
            Some(help) => arg.long_help(help.text()),
            None => arg,
        };
        help::with_values(help::own_flag(arg))
    };
    command = help::laid_out(command.mut_args(in_words));
    let below: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    for name in below {
        let path = if path == "touchline" { name.clone() } else { format!("{path}_{name}") };
        command = command.mut_subcommand(&name, |below| told_as(below, &path));
    }
    command
}
