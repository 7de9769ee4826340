//! Several tables in one file: in an archive, or one below the other in a text, with blank lines between. One of them is read, by its name
//! or its number, or the first that holds something known; which that is, and what the others are called, is told.
//!
//! # Limits
//! A text of more than [`MOST_TEXT`] bytes is taken for one table. A table in a text has a header of its own, which names other columns.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use touchline_words::{said, say};
use zip::ZipArchive;
use zip::result::ZipError;

use super::book::Kind;
use super::folder::{is_called_like_table, natural};
use super::joined::Joined;
use super::opening::Opening;
use super::unpack::unpack;
use crate::alike::normalised;
use crate::dialect::Dialect;
use crate::error::BehaviourError;
use crate::recognise::{HEAD_BYTES, Overrides, recognise};
use crate::records::Record;
use crate::shapes::guess::guess;
use crate::source::{Sheets, Source};

/// A text that is looked through for further tables, in bytes.
const MOST_TEXT: u64 = 8 << 20;
/// So many tables are looked at.
const MOST_TABLES: usize = 60;
/// Letters of a name that is made of a header.
const LONGEST_NAME: usize = 60;

/// What an archive holds: the table that was asked for, else all that have the columns of the first that holds something
/// known, as one; or the source itself where it holds no table.
///
/// # Errors
/// What is packed cannot be unpacked; there is no table of the name that was asked for.
pub fn in_archive(source: Source, opening: &Opening) -> Result<Source, BehaviourError> {
    let name = source.name().to_owned();
    let zip = said::log_kind_zip;
    // The table of what is in it stands at its end.
    let cut_off = |error: ZipError| match error {
        ZipError::InvalidArchive(_) => BehaviourError::CutOff { name: name.clone(), what: zip.text() },
        other => BehaviourError::Unreadable { name: name.clone(), reason: other.to_string() },
    };
    let mut archive = ZipArchive::new(source.reader()?).map_err(cut_off)?;
    let is_table = |name: &String| is_called_like_table(name.as_ref()) && !name.starts_with("__MACOSX");
    let names: Vec<String> = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let mut names: Vec<String> = names.into_iter().filter(is_table).collect();
    names.sort_by_key(|name| natural(name));
    let damaged = |error: ZipError| match error {
        ZipError::InvalidArchive(_) => BehaviourError::Damaged { name: name.clone(), what: zip.text() },
        other => BehaviourError::Unreadable { name: name.clone(), reason: other.to_string() },
    };
    let mut open = |member: &str, name: &str| unpack(&source, zip, name, archive.by_name(member).map_err(damaged)?);
    let chosen = match (names.as_slice(), opening.sheet.as_deref()) {
        ([], _) => return Ok(source),
        ([only], _) => vec![only.clone()],
        (_, Some(asked)) => vec![named(&names, asked).ok_or_else(|| unknown(&source, asked, &names))?],
        (several, None) => {
            let heads = several.iter().take(MOST_TABLES).map(|member| head_of(&source, member)).collect::<Vec<_>>();
            let first = heads.iter().position(|head| matches!(head, Head::Known(_) | Head::Book)).unwrap_or(0);
            let alike = heads.iter().enumerate().filter(|(at, head)| *at == first || head.is_alike(heads.get(first)));
            alike.filter_map(|(at, _)| several.get(at).cloned()).collect()
        }
    };
    let [only] = chosen.as_slice() else {
        let parts: Vec<Result<Source, BehaviourError>> = chosen.iter().map(|member| open(member, member)).collect();
        source.check_unchanged()?;
        let parts = chosen.iter().map(Path::new).zip(parts);
        // Duplicates are looked for in the whole, once it is one.
        let cut_by = Opening { drop_duplicates: false, ..opening.clone() };
        let joined = Source::of_several(&name, Arc::new(Joined::of(parts, &cut_by)?));
        let all = say!(log_all_tables, count = chosen.len());
        let told = told_as_one(&names, &chosen);
        return Ok(joined.noting(Some(told)).with_tables(Sheets { chosen: all, names }));
    };
    let table = open(only, &name)?;
    source.check_unchanged()?;
    let chosen = only.clone();
    Ok(if names.len() > 1 { table.with_tables(Sheets { chosen, names }) } else { table })
}

/// What a table in an archive is by its first bytes.
#[derive(PartialEq)]
enum Head {
    /// A table that holds something known, by its columns' names; and one of which nothing is known.
    Known(BTreeSet<String>),
    Table(BTreeSet<String>),
    /// A workbook, which is read by itself.
    Book,
    /// A damaged one is none that is chosen by itself.
    Broken,
}

impl Head {
    /// Whether both have the same columns.
    fn is_alike(&self, other: Option<&Head>) -> bool {
        match (self, other) {
            (Head::Known(here) | Head::Table(here), Some(Head::Known(there) | Head::Table(there))) => here == there,
            (Head::Known(_) | Head::Table(_) | Head::Book | Head::Broken, _) => false,
        }
    }
}

fn head_of(archive: &Source, member: &str) -> Head {
    let read = || -> Option<Vec<u8>> {
        let mut zip = ZipArchive::new(archive.reader().ok()?).ok()?;
        let mut head = Vec::new();
        zip.by_name(member).ok()?.take(HEAD_BYTES as u64).read_to_end(&mut head).ok()?;
        Some(head)
    };
    let Some(head) = read() else { return Head::Broken };
    if Kind::of(&head).is_some() {
        return Head::Book;
    }
    let found =
        Source::from_bytes(member, head, archive.now()).and_then(|source| recognise(&source, &Overrides::default()));
    let Ok(found) = found else { return Head::Broken };
    let names = found.names().iter().map(|name| normalised(name)).collect();
    if guess(&found).is_some() { Head::Known(names) } else { Head::Table(names) }
}

/// What is said of tables that are read as one, and of those beside them.
fn told_as_one(all: &[String], read: &[String]) -> String {
    let list = |names: &[&String]| names.iter().map(|name| say!(log_quoted, name)).collect::<Vec<_>>().join(", ");
    let others: Vec<&String> = all.iter().filter(|name| !read.contains(name)).collect();
    let others = if others.is_empty() { String::new() } else { say!(log_tables_not_read, names = list(&others)) };
    let names = list(&read.iter().collect::<Vec<_>>());
    say!(log_tables_as_one, count = all.len(), read = read.len(), names, others)
}

/// One of the tables that stand below each other in a text, every line where it stood, or the source itself where it holds one.
///
/// # Errors
/// The source cannot be read; there is no table of the name that was asked for.
pub fn in_text(source: Source, asked: Option<&str>) -> Result<Source, BehaviourError> {
    if source.size() > MOST_TEXT || source.cut().is_some() {
        return Ok(source);
    }
    let bytes = source.head(MOST_TEXT as usize)?;
    if memchr::memchr(0, bytes.get(..HEAD_BYTES).unwrap_or(&bytes)).is_some() {
        return Ok(source);
    }
    let tables = tables_of(&bytes);
    if tables.len() < 2 {
        return Ok(source);
    }
    let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
    let text_of = |table: &Table| {
        let lines = memchr::memchr_iter(b'\n', bytes.get(..table.start).unwrap_or_default()).count();
        let mut text = vec![b'\n'; lines];
        text.extend_from_slice(bytes.get(table.start..table.end).unwrap_or_default());
        text
    };
    let chosen = match asked {
        Some(asked) => {
            let name = named(&names, asked).ok_or_else(|| unknown(&source, asked, &names))?;
            names.iter().position(|known| *known == name).unwrap_or(0)
        }
        None => {
            let known = |table: &Table| is_known(Source::from_bytes("a table", text_of(table), source.now()));
            tables.iter().position(known).unwrap_or(0)
        }
    };
    let Some(table) = tables.get(chosen) else { return Ok(source) };
    source.check_unchanged()?;
    let read = Source::from_bytes(source.name(), text_of(table), source.now())?;
    let read = source.notes().iter().fold(read, |read, note| read.noting(Some(note.clone())));
    Ok(read.with_tables(Sheets { chosen: table.name.clone(), names }))
}

/// What is said of tables that were not read, where one was chosen.
pub fn told(tables: &Sheets) -> Option<String> {
    if !tables.names.contains(&tables.chosen) {
        return None;
    }
    let quoted = |name: &String| say!(log_quoted, name);
    let others: Vec<String> = tables.names.iter().filter(|name| **name != tables.chosen).map(quoted).collect();
    Some(say!(log_tables, count = tables.names.len(), chosen = tables.chosen, others = others.join(", ")))
}

/// A table by its name or its number.
fn named(names: &[String], asked: &str) -> Option<String> {
    let by_name = names.iter().find(|name| *name == asked);
    let alike = || names.iter().find(|name| normalised(name) == normalised(asked));
    let by_number = || names.get(asked.parse::<usize>().ok()?.checked_sub(1)?);
    by_name.or_else(alike).or_else(by_number).cloned()
}

fn unknown(source: &Source, asked: &str, names: &[String]) -> BehaviourError {
    BehaviourError::UnknownSheet { sheet: asked.to_owned(), name: source.name().to_owned(), sheets: names.to_vec() }
}

/// Whether a table holds something that is known.
fn is_known(source: Result<Source, BehaviourError>) -> bool {
    source.and_then(|source| recognise(&source, &Overrides::default())).is_ok_and(|found| guess(&found).is_some())
}

/// A table in a text, by its bytes.
struct Table {
    name: String,
    start: usize,
    end: usize,
    columns: Vec<String>,
}

/// The tables of a text with blank lines between them. What has no header of its own goes on with the table above.
fn tables_of(bytes: &[u8]) -> Vec<Table> {
    let blocks = blocks_of(bytes);
    if blocks.len() < 2 || blocks.len() > MOST_TABLES {
        return Vec::new();
    }
    let mut tables: Vec<Table> = Vec::new();
    let mut title: Option<(usize, String)> = None;
    for (start, end) in blocks {
        let text = String::from_utf8_lossy(bytes.get(start..end).unwrap_or_default()).into_owned();
        let columns = columns_of(&text);
        let is_first = tables.is_empty();
        let is_other = !columns.is_empty() && tables.iter().all(|table| table.columns != columns);
        match (is_other, tables.last_mut()) {
            (true, _) => {
                let titled = title.take();
                let (from, name) = match titled {
                    Some((from, title)) => (from, title),
                    None => (start, columns.join(", ").chars().take(LONGEST_NAME).collect()),
                };
                // What stands above the first table belongs to it.
                tables.push(Table { name, start: if is_first { 0 } else { from }, end, columns });
            }
            (false, _) if text.trim_end().lines().count() == 1 => {
                let bare = text.trim().trim_matches([',', ';', '\t', '"', '#', ' ']).to_owned();
                title = (!bare.is_empty()).then_some((start, bare));
            }
            (false, Some(table)) => table.end = end,
            (false, None) => {}
        }
    }
    tables
}

/// Stretches of lines that are parted by blank ones, outside of quotes.
fn blocks_of(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    let (mut begun, mut at, mut quotes) = (None, 0, 0_usize);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let is_blank =
            quotes.is_multiple_of(2) && line.iter().all(|byte| byte.is_ascii_whitespace() || b",;".contains(byte));
        match (is_blank, begun) {
            (true, Some(start)) => {
                blocks.push((start, at));
                begun = None;
            }
            (false, None) => begun = Some(at),
            (true, None) | (false, Some(_)) => {}
        }
        quotes += memchr::memchr_iter(b'"', line).count();
        at += line.len();
    }
    blocks.extend(begun.map(|start| (start, at)));
    blocks
}

/// The names in the header of a table of two columns or more, with a number in a row below; nothing for what is no such table.
fn columns_of(text: &str) -> Vec<String> {
    let dialect = Dialect::of_text(text, &Overrides::default());
    let Ok(mut records) = dialect.records(text.as_bytes()) else { return Vec::new() };
    let (mut header, mut row) = (Record::default(), Record::default());
    let is_read =
        dialect.header && records.read(&mut header).unwrap_or(false) && records.read(&mut row).unwrap_or(false);
    let has_digit = |field: &[u8]| field.iter().any(u8::is_ascii_digit);
    let is_header = header.width() > 1 && header.fields().all(|name| !has_digit(name) && !name.trim_ascii().is_empty());
    if !is_read || !is_header || row.width() < 2 || !row.fields().any(has_digit) {
        return Vec::new();
    }
    header.fields().map(|name| String::from_utf8_lossy(name.trim_ascii()).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        tables_of(text.as_bytes()).into_iter().map(|table| table.name).collect()
    }

    #[test]
    fn tables_below_each_other_are_told_apart_by_their_headers() {
        let log = "user,event,time\nu1,view,2026-03-01\nu2,view,2026-03-02\n";
        let costs = "channel,cost\nads,120\nmail,7\n";
        assert_eq!(names(&format!("{log}\n{costs}")), ["user, event, time", "channel, cost"]);
        assert_eq!(names(&format!("Events\n\n{log}\r\n\r\nCosts,,\n\n{costs}\n\n")), ["Events", "Costs"]);
        // Blank lines in a table, the header again, and blank lines in quotes part nothing.
        for one in [
            log.to_owned(),
            format!("{log}\nu3,view,2026-03-03\nu4,view,2026-03-04\n"),
            format!("{log}\n{log}"),
            "user,event,note\nu1,view,\"a\n\nb,c\n\nd,1\"\n".to_owned(),
            format!("{log}\n# exported by hand\n"),
        ] {
            assert!(names(&one).len() < 2, "{one}");
        }
    }
}
