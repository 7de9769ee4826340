//! `touchline contents`: what somebody gets who is given a map as it is.

use std::collections::BTreeMap;
use std::io::Write;

use clap::Args;
use serde::Serialize;
use touchline_words::say;

use super::exit::Failure;
use super::json;
use super::map_file::{self, MapArg};
use super::words::{grouped, shortened, table};
use crate::session::privacy::{Contents, Item};

/// Say what is in a map: names, notes, dates, sources, pictures, what looks personal
#[derive(Args)]
#[command(after_help = "Example: touchline contents map.ron\n\n\
    It is what somebody gets who is given the file. touchline scrub writes a copy without what is internal.")]
pub struct ContentsOf {
    #[command(flatten)]
    map: MapArg,
}

#[derive(Serialize)]
struct Answer {
    texts: Vec<Texts>,
    counts: BTreeMap<&'static str, usize>,
    items: Vec<Found>,
}

#[derive(Serialize)]
struct Texts {
    kind: &'static str,
    field: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct Found {
    what: &'static str,
    record: String,
    title: String,
    field: Option<&'static str>,
    text: String,
}

impl Answer {
    fn of(contents: &Contents) -> Self {
        let texts = contents.texts.iter();
        let found = |item: &Item| Found {
            what: item.what.name(),
            record: item.at.to_string(),
            title: item.title.clone(),
            field: item.field.map(|field| field.name()),
            text: item.text.clone(),
        };
        Self {
            texts: texts
                .map(|(kind, field, count)| Texts { kind: kind.name(), field: field.name(), count: *count })
                .collect(),
            counts: contents.counts().into_iter().map(|(what, count)| (what.name(), count)).collect(),
            items: contents.items.iter().map(found).collect(),
        }
    }
}

impl ContentsOf {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let map = map_file::load(&self.map.map)?.map;
        let contents = Contents::of(&map);
        if self.map.json {
            // Names of kinds and fields are made anew in the language of programs.
            return json::write(out, || Answer::of(&Contents::of(&map)));
        }
        Ok(out.write_all(told(&contents).as_bytes())?)
    }
}

/// Lines that say the same are one, with how many they are.
fn counted(rows: impl Iterator<Item = [String; 4]>) -> Vec<[String; 5]> {
    let mut counted: Vec<([String; 4], u64)> = Vec::new();
    for row in rows {
        match counted.last_mut().filter(|(last, _)| *last == row) {
            Some((_, count)) => *count += 1,
            None => counted.push((row, 1)),
        }
    }
    let line = |([kind, title, field, text], count): ([String; 4], u64)| {
        let times = if count > 1 { format!("× {}", grouped(count)) } else { String::new() };
        [kind, title, field, text, times]
    };
    counted.into_iter().map(line).collect()
}

/// By kind, the places below each.
fn told(contents: &Contents) -> String {
    /// As much of a text as a line shows.
    const LETTERS: usize = 48;
    let short = |text: &str| shortened(text, LETTERS);
    let mut lines = String::new();
    for (what, count) in contents.counts() {
        lines.push_str(&format!("{}\n", say!(cli_contents_kind, what = what.words(), count = grouped(count as u64))));
        let row = |item: &Item| {
            let field = item.field.map_or("", |field| field.name());
            [item.at.kind().name().to_owned(), short(&item.title), field.to_owned(), short(&item.text)]
        };
        lines.push_str(&table(&counted(contents.of_kind(what).map(row)), &[]));
    }
    lines.push_str(&format!("{}\n", say!(cli_contents_texts)));
    let row = |(kind, field, count): &(crate::model::RecordKind, crate::model::Field, usize)| {
        [kind.name().to_owned(), field.name().to_owned(), grouped(*count as u64)]
    };
    lines.push_str(&table(&contents.texts.iter().map(row).collect::<Vec<_>>(), &[2]));
    lines
}
