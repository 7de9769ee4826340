//! The words of the help itself: its headings, its own flags, what stands beside an argument that has a default or a choice.
//!
//! Promise: in English the help is the parser's own, to the byte.

use clap::builder::PossibleValue;
use clap::{Arg, Command};
use touchline_words::{Language, Said, language, say};

/// How the parser writes what may stand in a command's usage.
const ANY_OPTIONS: &str = "[OPTIONS]";
const ANY_COMMAND: &str = "<COMMAND>";
const USAGE: &str = "Usage:";

/// A command that is built, with the headings of its help in the language of the moment.
pub fn laid_out(mut command: Command) -> Command {
    let usage = usage(&command.render_usage().ansi().to_string());
    let style = *command.get_styles().get_header();
    let part = |heading: &str, tag: &str| format!("{style}{heading}:{style:#}\n{{{tag}}}");
    let commands = command.has_subcommands().then(|| part(say!(help_word_commands), "subcommands"));
    let has_places = command.get_positionals().next().is_some();
    let arguments = has_places.then(|| part(say!(help_word_arguments), "positionals"));
    let options = Some(part(say!(help_word_options), "options"));
    let parts: Vec<String> = [commands, arguments, options].into_iter().flatten().collect();
    let parts = parts.join("\n\n");
    command.help_template(format!("{{before-help}}{{about-with-newline}}\n{usage}\n\n{parts}{{after-help}}"))
}

/// A usage that the parser has written, in the language of the moment; the lines below the first stand under its beginning.
pub fn usage(text: &str) -> String {
    let heading = say!(help_word_usage);
    let indent = |heading: &str| format!("\n{:width$}", "", width = heading.chars().count() + 1);
    text.replace(USAGE, heading)
        .replace(&indent(USAGE), &indent(heading))
        .replace(ANY_OPTIONS, &format!("[{}]", say!(help_word_any_options)))
        .replace(ANY_COMMAND, &format!("<{}>", say!(help_word_any_command)))
}

/// The flags that the parser adds by itself.
pub fn own_flag(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "help" if arg.get_long_help().is_some() => {
            arg.help(say!(help_word_help_more)).long_help(say!(help_word_help_summary))
        }
        "help" => arg.help(say!(help_word_help)),
        "version" => arg.help(say!(help_word_version)),
        _ => arg,
    }
}

/// An argument that says in the language of the moment what may be given, and what is taken where nothing is. In English
/// the parser says it.
pub fn with_values(arg: Arg) -> Arg {
    let values: Vec<PossibleValue> =
        arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set()).collect();
    let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let has_default = arg.get_action().takes_values() && !defaults.is_empty();
    if language() == Language::English || (values.is_empty() && !has_default) {
        return arg;
    }
    let default = has_default.then(|| say!(help_word_default, value = defaults.join(" ")));
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let choice = (!names.is_empty()).then(|| say!(help_word_possible_short, values = names.join(", ")));
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let first = arg.get_long_help().map_or_else(|| help.clone(), ToString::to_string);
    let short: Vec<&str> = std::iter::once(help.as_str()).chain(default.as_deref()).chain(choice.as_deref()).collect();
    let has_words = values.iter().any(|value| value.get_help().is_some());
    let mut long = first;
    if has_words {
        long += &format!("\n\n{}\n{}", say!(help_word_possible), listed(&arg, &values));
    }
    let beside: Vec<String> = default.iter().cloned().chain(choice.clone().filter(|_| !has_words)).collect();
    if !beside.is_empty() {
        long += &format!("\n\n{}", beside.join("\n"));
    }
    let short = short.join(" ");
    arg.help(short).long_help(long).hide_default_value(true).hide_possible_values(true)
}

/// Each value with what it means, a line each.
fn listed(arg: &Arg, values: &[PossibleValue]) -> String {
    let width = values.iter().map(|value| value.get_name().chars().count()).max().unwrap_or(0);
    let line = |value: &PossibleValue| match meaning(arg, value) {
        Some(words) => {
            let name = format!("{}:", value.get_name());
            format!("- {name:0$} {words}", width + 1)
        }
        None => format!("- {}", value.get_name()),
    };
    values.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What a value means: `help_value_ties_file` says it of the value `file` of `--ties`. What has no message is a name in
/// every language.
fn meaning(arg: &Arg, value: &PossibleValue) -> Option<String> {
    let id = format!("help_value_{}_{}", arg.get_id(), value.get_name()).replace('-', "_");
    Said::of(&id).map(|said| said.text().to_owned()).or_else(|| value.get_help().map(ToString::to_string))
}

#[cfg(test)]
mod tests {
    use super::super::{CommandLine, language};
    use super::*;
    use clap::CommandFactory;
    use std::collections::BTreeSet;
    use touchline_words::in_language;

    /// Every command of the program, itself first.
    fn commands(mut all: Command) -> Vec<Command> {
        all.build();
        let below: Vec<Command> = all.get_subcommands().cloned().collect();
        std::iter::once(all).chain(below).collect()
    }

    #[test]
    fn english_help_is_the_parsers_own_to_the_byte() {
        let ours = commands(language::told(CommandLine::command(), None));
        for (mut own, mut ours) in commands(CommandLine::command()).into_iter().zip(ours) {
            assert_eq!(ours.render_help().ansi().to_string(), own.render_help().ansi().to_string());
            assert_eq!(ours.render_long_help().ansi().to_string(), own.render_long_help().ansi().to_string());
        }
    }

    #[test]
    fn what_a_value_means_is_in_the_catalogue_as_in_the_code() {
        for command in commands(CommandLine::command()) {
            for arg in command.get_arguments() {
                for value in arg.get_possible_values() {
                    let Some(help) = value.get_help() else { continue };
                    assert_eq!(meaning(arg, &value), Some(help.to_string()), "{} {}", arg.get_id(), value.get_name());
                }
            }
        }
    }

    /// What is a name in every language: of commands, arguments and what they take.
    fn names(commands: &[Command]) -> BTreeSet<String> {
        let mut names: BTreeSet<String> = ["help", "version"].map(str::to_owned).into();
        let mut add = |text: &str| names.extend(words(text).map(str::to_owned));
        for command in commands {
            add(command.get_name());
            for arg in command.get_arguments() {
                add(arg.get_long().unwrap_or_default());
                arg.get_value_names().unwrap_or_default().iter().for_each(|name| add(name));
                arg.get_default_values().iter().for_each(|value| add(&value.to_string_lossy()));
                for value in arg.get_possible_values() {
                    add(value.get_name());
                    add(value
                        .get_help()
                        .map(ToString::to_string)
                        .filter(|_| arg.get_id() == "time_as")
                        .as_deref()
                        .unwrap_or_default());
                }
            }
        }
        names
    }

    fn words(text: &str) -> impl Iterator<Item = &str> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() >= 2)
    }

    #[test]
    fn every_word_of_the_help_is_a_name_or_stands_in_the_catalogue() {
        let names = names(&commands(CommandLine::command()));
        in_language(Language::Pseudo, || {
            for mut command in commands(language::told(CommandLine::command(), None)) {
                for text in [command.render_help().to_string(), command.render_long_help().to_string()] {
                    let is_plain = |word: &&str| word.chars().all(|letter| letter.is_ascii_alphanumeric());
                    let left: Vec<_> = words(&text).filter(is_plain).filter(|word| !names.contains(*word)).collect();
                    assert!(left.is_empty(), "{left:?}:\n{text}");
                }
            }
        });
    }
}
