//! `touchline scrub`: a copy of a map that can be given to a client, and the proof that what was left out is in none of its files.

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::json;
use super::map_file;
use super::words::{plain, shortened};
use crate::export::Format;
use crate::scene::PageSize;
use crate::session::privacy::{
    Aliases, Choices, HandedOver, NotHandedOver, Order, Part, Replaces, Taken, hand_over, left_out, proof,
};
use crate::session::reads::reads_of_args;
use crate::store::{Loaded, load_code_names};
use crate::text::Shaper;

/// Write a copy of a map that can be given to a client
#[derive(Args)]
#[command(after_help = "Example: touchline scrub map.ron -o client.ron --also pdf,png --alias names.csv\n\n\
    Left out are notes, owners' names, figures of too few, sources' names, history, pictures of personas, addresses and \
    telephone numbers; --keep keeps some. What was written is read back and looked through for every word that was left out: \
    where one is found, its place is told, and the exit code is 5.")]
pub struct Scrub {
    /// The map file; - reads standard input
    #[arg(value_name = "MAP")]
    map: PathBuf,
    /// The map file to write
    #[arg(short, long, value_name = "OUT.ron")]
    output: PathBuf,
    /// What is exported of the copy too, beside it and under its name
    #[arg(long, value_name = "pdf,png,svg", value_delimiter = ',', value_parser = format)]
    also: Vec<Format>,
    /// The page of what is exported: as large as the board, A4 or A3 landscape, or a 16:9 slide
    #[arg(long, default_value = "16:9", value_name = "fit|a4|a3|16:9")]
    page: PageSize,
    /// A dictionary of code names, CSV or RON: each title goes by its code name wherever it stands
    #[arg(long, value_name = "FILE")]
    alias: Option<PathBuf>,
    /// What stays: notes, owners, cells, sources, history, portraits, addresses
    #[arg(long, value_name = "PART,…", value_delimiter = ',', value_parser = part)]
    keep: Vec<Part>,
    /// What goes by numbers instead of being left out: owners, sources
    #[arg(long, value_name = "PART,…", value_delimiter = ',', value_parser = numbered)]
    number: Vec<Part>,
    /// Write one JSON object instead of text
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer {
    files: Vec<String>,
    left_out: Vec<LeftOut>,
    /// So many words were looked for in the files.
    words: usize,
    found: Vec<InFile>,
    places: Vec<Place>,
}

#[derive(Serialize)]
struct LeftOut {
    part: &'static str,
    record: String,
    field: Option<&'static str>,
    was: String,
}

#[derive(Serialize)]
struct InFile {
    word: String,
    file: String,
}

#[derive(Serialize)]
struct Place {
    word: String,
    record: String,
    title: String,
    field: &'static str,
}

impl Answer {
    fn of(done: &HandedOver) -> Self {
        let left_out = |taken: &Taken| LeftOut {
            part: taken.part.name(),
            record: taken.at.to_string(),
            field: taken.field.map(|field| field.name()),
            was: taken.text.clone(),
        };
        Self {
            files: done.files.iter().map(|path| path.display().to_string()).collect(),
            left_out: done.taken.iter().map(left_out).collect(),
            words: done.sought.len(),
            found: done.found.iter().map(|one| InFile { word: one.word.clone(), file: one.file.clone() }).collect(),
            places: done.places.iter().map(Place::of).collect(),
        }
    }
}

impl Place {
    fn of(place: &crate::session::privacy::Place) -> Self {
        Self {
            word: place.word.clone(),
            record: place.at.to_string(),
            title: place.title.clone(),
            field: place.field.name(),
        }
    }
}

impl Scrub {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        if self.output == Path::new("-") {
            return Err(Failure::new(Exit::Usage, say!(cli_scrub_needs_file)));
        }
        let args = std::iter::once(self.map.as_os_str()).chain(self.alias.iter().map(|path| path.as_os_str()));
        let reads = reads_of_args(args);
        reads.refuse(&self.output)?;
        let also: BTreeSet<&'static str> = self.also.iter().map(|format| format.extension()).collect();
        let also: Vec<Format> = Format::DRAWN.into_iter().filter(|format| also.contains(format.extension())).collect();
        if also.iter().any(|format| self.output.with_extension(format.extension()) == self.output) {
            return Err(Failure::new(Exit::Usage, say!(cli_scrub_needs_map)));
        }
        let Loaded { map, unknown } = map_file::load(&self.map)?;
        for field in &unknown {
            let (path, line) = (self.map.display(), field.line);
            tell(&say!(cli_scrub_unknown, path, line, field = field.path));
        }
        let aliases = self.alias.as_deref().map(load_code_names).transpose()?.unwrap_or_default();
        let choices = Choices {
            kept: self.keep.iter().copied().collect(),
            numbered: self.number.iter().copied().collect(),
            aliases: Aliases::of(aliases),
        };
        let (output, page) = (self.output.clone(), self.page);
        let (replaces, tells) = (Replaces::All, false);
        let order = Order { map: &map, choices: &choices, output, also: &also, page, reads, replaces, tells };
        let done = hand_over(&order, &Shaper::with_system_fonts(), &|_| ControlFlow::Continue(()))?;
        if self.json {
            json::write(out, || Answer::of(&done))?;
        } else {
            out.write_all(told(&done).as_bytes())?;
        }
        match done.found.len() {
            0 => Ok(()),
            found => Err(Failure::new(Exit::Found, say!(cli_scrub_found, found))),
        }
    }
}

/// What was written, what is not in it, and what was looked for.
fn told(done: &HandedOver) -> String {
    let files: Vec<String> = done.files.iter().map(|path| plain(&path.display().to_string())).collect();
    let mut lines = vec![say!(cli_scrub_written, files = files.listed(", "))];
    let counts = left_out(done);
    if !counts.is_empty() {
        lines.push(say!(cli_scrub_left_out, what = counts.listed(", ")));
    }
    lines.push(proof(done));
    for found in &done.found {
        lines.push(say!(cli_scrub_in_file, word = short(&found.word), file = plain(&found.file)));
    }
    for place in &done.places {
        let (word, title, kind) = (short(&place.word), short(&place.title), place.at.kind().name());
        lines.push(say!(cli_scrub_in_place, word, title, kind, field = place.field.name()));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn short(text: &str) -> String {
    /// As much of a text as a line shows.
    const LETTERS: usize = 60;
    shortened(&plain(text), LETTERS)
}

fn format(name: &str) -> Result<Format, String> {
    let found = Format::DRAWN.into_iter().find(|format| format.extension().eq_ignore_ascii_case(name.trim()));
    found.ok_or_else(|| say!(cli_scrub_no_format, name, known = Format::DRAWN.map(Format::extension).listed(", ")))
}

fn part(name: &str) -> Result<Part, String> {
    one_of(name, &Part::KEPT)
}

fn numbered(name: &str) -> Result<Part, String> {
    one_of(name, &[Part::Owners, Part::Sources])
}

fn one_of(name: &str, parts: &[Part]) -> Result<Part, String> {
    let found = parts.iter().find(|part| part.name().eq_ignore_ascii_case(name.trim()));
    let known: Vec<&str> = parts.iter().map(|part| part.name()).collect();
    found.copied().ok_or_else(|| say!(cli_scrub_no_part, name, known = known.listed(", ")))
}

impl From<NotHandedOver> for Failure {
    fn from(error: NotHandedOver) -> Self {
        match error {
            NotHandedOver::Store(error) => error.into(),
            NotHandedOver::NameTells { .. } => Self::new(Exit::Usage, error.to_string()),
            NotHandedOver::Copy(_) | NotHandedOver::There(_) | NotHandedOver::Stopped => {
                Self::new(Exit::CouldNot, error.to_string())
            }
        }
    }
}
