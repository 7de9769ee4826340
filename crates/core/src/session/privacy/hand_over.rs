//! The copy for a client as files: the map and what is to be exported of it, written, read back, and looked through for every word
//! that was left out.

use super::contents::Contents;
use super::handed::{HandedOver, Place};
use super::page::page;
use super::scrub::{Choices, Scrubbed, scrub};
use super::sought::{Found, Sought};
use crate::edit::title_of;
use crate::export::{ExportError, Format, painted, said};
use crate::layout::Watch;
use crate::model::Map;
use crate::scene::PageSize;
use crate::session::export::{ExportSettings, dated, document, file_bytes};
use crate::store::{Reads, StoreError, from_bytes, read_written, those_there};
use crate::text::Shaper;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use touchline_words::direction::{Listed, as_name};
use touchline_words::say;

/// What is to be handed over.
pub struct Order<'a> {
    pub map: &'a Map,
    pub choices: &'a Choices,
    /// The map file to write.
    pub output: PathBuf,
    /// What is exported of the copy, beside the map and under its name.
    pub also: &'a [Format],
    pub page: PageSize,
    /// What no file may be written over.
    pub reads: Reads,
    pub replaces: Replaces,
    /// Beside the copy also a page that tells what left the room.
    pub tells: bool,
}

/// Which files that are there already may be replaced; the others are told, and nothing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaces {
    Nothing,
    /// The map file: a person chose it.
    Output,
    All,
}

/// What is done at the moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Handing {
    Copying,
    /// So much of what is exported is drawn, 0 … 1.
    Drawing(f32),
    /// From here on it is done to its end.
    Writing,
    Reading,
}

/// Why nothing was handed over.
#[derive(Debug, thiserror::Error)]
pub enum NotHandedOver {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A title stands in the name of the file that was to be written.
    #[error("{}", say!(privacy_name_tells, path = .path.display(), word))]
    NameTells { path: PathBuf, word: String },
    #[error("{0}")]
    Copy(String),
    /// These are there already, and nobody said that they may be replaced.
    #[error("{}", say!(privacy_there, files = names(.0)))]
    There(Vec<PathBuf>),
    #[error("{}", say!(privacy_stopped))]
    Stopped,
}

impl Order<'_> {
    /// Every file that is to be written.
    pub fn files(&self) -> Vec<PathBuf> {
        let also = self.also.iter().map(|format| self.output.with_extension(format.extension()));
        std::iter::once(self.output.clone()).chain(also).collect()
    }

    /// Where the page goes that tells what left the room.
    fn page_path(&self) -> Option<PathBuf> {
        let name = |stem: &std::ffi::OsStr| say!(privacy_page_name, stem = stem.to_string_lossy());
        let named = || Some(self.output.with_file_name(as_name(name(self.output.file_stem()?))));
        self.tells.then(named).flatten()
    }
}

/// Makes the copy, writes it, and reads what was written back from the disk. What is told of on the way may stop it until it is written.
///
/// # Errors
/// The copy would break a rule, a name tells what is left out, a file would be written over that is read or that nobody gave up, or cannot
/// be written.
pub fn hand_over(
    order: &Order<'_>,
    shaper: &Shaper,
    told: &dyn Fn(Handing) -> ControlFlow<()>,
) -> Result<HandedOver, NotHandedOver> {
    let goes_on = |at: Handing| if told(at).is_break() { Err(NotHandedOver::Stopped) } else { Ok(()) };
    goes_on(Handing::Copying)?;
    let Scrubbed { map, taken, sought } = scrub(order.map, order.choices).map_err(NotHandedOver::Copy)?;
    let (files, page) = (order.files(), order.page_path());
    for path in files.iter().chain(&page) {
        order.reads.refuse(path)?;
        let name = name_of(path);
        if let Some(found) =
            Sought::new(order.choices.aliases.titles()).in_texts(&name, std::slice::from_ref(&name)).pop()
        {
            return Err(NotHandedOver::NameTells { path: path.clone(), word: found.word });
        }
    }
    let is_asked = |path: &&PathBuf| match order.replaces {
        Replaces::Nothing => true,
        Replaces::Output => **path != order.output,
        Replaces::All => false,
    };
    let there = those_there(files.iter().chain(&page).filter(is_asked));
    if !there.is_empty() {
        return Err(NotHandedOver::There(there));
    }
    // All are made before the first is written.
    let mut made = Vec::new();
    for (nth, format) in order.also.iter().enumerate() {
        let share = |share: f32| told(Handing::Drawing((nth as f32 + share) / order.also.len() as f32));
        made.push(exported(&map, *format, order.page, shaper, &share)?);
    }
    goes_on(Handing::Writing)?;
    order.reads.save_map(&order.output, &map)?;
    for (path, made) in files.iter().skip(1).zip(&made) {
        order.reads.write(path, &made.bytes)?;
    }
    // What is written is looked through, whoever would stop it.
    let _ = told(Handing::Reading);
    let mut found = in_map_file(&order.output, &sought)?;
    for (path, made) in files.iter().skip(1).zip(&made) {
        let mut texts = said(&read_written(path)?);
        texts.extend(made.painted.iter().cloned());
        found.extend(sought.in_texts(&name_of(path), &texts));
    }
    for path in &files {
        let name = name_of(path);
        let in_name = sought.in_texts(&name, std::slice::from_ref(&name));
        found.extend(in_name.into_iter().filter(|one| !found.contains(one)).collect::<Vec<_>>());
    }
    let places = if found.is_empty() { Vec::new() } else { sought.in_map(&map) };
    let place = |(word, at, field)| Place { word, at, title: title_of(&map, at).unwrap_or_default(), field };
    let places = places.into_iter().map(place).collect();
    let done = HandedOver { files, taken, sought, found, places, page };
    if let Some(path) = &done.page {
        order.reads.write(path, page_of(&done, order.choices, &map)?.as_bytes())?;
    }
    Ok(done)
}

/// The page in words: the files with their sizes, what was left out, and what the copy still says.
fn page_of(done: &HandedOver, choices: &Choices, copy: &Map) -> Result<String, StoreError> {
    let size = |path: &PathBuf| Ok((name_of(path), read_written(path)?.len()));
    let sizes: Result<Vec<(String, usize)>, StoreError> = done.files.iter().map(size).collect();
    Ok(page(done, choices, &sizes?, &Contents::of(copy)))
}

fn names(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| name_of(path)).collect::<Vec<_>>().listed(", ")
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file of the copy, and the words that are painted on it.
struct Made {
    bytes: Vec<u8>,
    painted: Vec<String>,
}

/// Exports the copy.
fn exported(
    map: &Map,
    format: Format,
    page: PageSize,
    shaper: &Shaper,
    share: &dyn Fn(f32) -> ControlFlow<()>,
) -> Result<Made, NotHandedOver> {
    let settings = ExportSettings { format, page: format.page(page), ..ExportSettings::default() };
    let laid = |done: f32| share(done / 2.0);
    let watch = Watch::new(&laid);
    let deck = document(map, &settings, shaper, &watch).0;
    if watch.is_stopped() {
        return Err(NotHandedOver::Stopped);
    }
    match file_bytes(&deck, &settings, dated(map, None), &mut |done| share(0.5 + done / 2.0)) {
        Ok(bytes) => Ok(Made { bytes, painted: painted(&deck) }),
        Err(ExportError::Cancelled) => Err(NotHandedOver::Stopped),
        Err(error) => Err(NotHandedOver::Copy(error.to_string())),
    }
}

/// What the file of the map says: the texts of its records as they are read from it, and its comments.
fn in_map_file(path: &Path, sought: &Sought) -> Result<Vec<Found>, StoreError> {
    let name = name_of(path);
    let bytes = read_written(path)?;
    let map = from_bytes(&name, &bytes)?.map;
    let mut texts = Vec::new();
    map.to_tables().each_text(&mut |_, _, text| texts.push(text.clone()));
    // What stands before the records; all else are names of fields, numbers and pictures.
    let whole = String::from_utf8_lossy(&bytes);
    texts.extend(whole.lines().take_while(|line| line.starts_with("//")).map(str::to_owned));
    Ok(sought.in_texts(&name, &texts))
}
