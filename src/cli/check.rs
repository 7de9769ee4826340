//! `touchline check`: whether a map file is whole and keeps the rules, told line by line.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::map_file;
use crate::store::{Loaded, StoreError};

/// Say whether a map file is whole: "ok", or every problem with its line
#[derive(Args)]
#[command(after_help = "Example: touchline check journey.ron\n\n\
    Nothing is changed. What this version does not know is named on standard error.")]
pub struct Check {
    /// The map file; - reads standard input
    #[arg(value_name = "MAP")]
    map: PathBuf,
}

impl Check {
    /// Writes "ok", or one problem a line. Fields that this version does not know are named on standard error.
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        match map_file::load(&self.map) {
            Ok(Loaded { unknown, .. }) => {
                for field in &unknown {
                    tell(&say!(cli_check_unknown, line = field.line, field = field.path));
                }
                writeln!(out, "ok")?;
                Ok(())
            }
            Err(StoreError::Broken { name, problems }) => {
                for problem in &problems {
                    writeln!(out, "{problem}")?;
                }
                let count = problems.len();
                let rules = if count == 1 { say!(cli_one_rule).to_owned() } else { say!(cli_rules, count) };
                let advice = say!(cli_correct_it);
                Err(Failure::new(Exit::BadInput, say!(cli_broken, name, rules, advice)))
            }
            Err(error) => Err(error.into()),
        }
    }
}
