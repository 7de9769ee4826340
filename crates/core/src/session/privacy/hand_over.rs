//! The copy for a client as files: the map and what is to be exported of it, written, read back, and looked through for every word
//! that was left out.

use super::scrub::{Choices, Scrubbed, Taken, scrub};
use super::sought::{Found, Sought};
use crate::edit::title_of;
use crate::export::{Format, painted, said};
use crate::layout::Watch;
use crate::model::{Field, Map, RecordRef};
use crate::scene::PageSize;
use crate::session::export::{ExportSettings, dated, document, file_bytes};
use crate::store::{Reads, StoreError, from_bytes, read_written};
use crate::text::Shaper;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
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
}

/// What was handed over.
#[derive(Debug)]
pub struct HandedOver {
    pub files: Vec<PathBuf>,
    pub taken: Vec<Taken>,
    pub sought: Sought,
    /// Words that stand in the files all the same; none is what was asked for.
    pub found: Vec<Found>,
    /// Where in the copy they stand.
    pub places: Vec<Place>,
}

/// Where a word stands in the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub word: String,
    pub at: RecordRef,
    /// What that is called.
    pub title: String,
    pub field: Field,
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
}

impl Order<'_> {
    /// Every file that is to be written.
    pub fn files(&self) -> Vec<PathBuf> {
        let also = self.also.iter().map(|format| self.output.with_extension(format.extension()));
        std::iter::once(self.output.clone()).chain(also).collect()
    }
}

/// Makes the copy, writes it, and reads what was written back from the disk.
///
/// # Errors
/// The copy would break a rule, a name tells what is left out, a file would be written over that is read, or cannot be written.
pub fn hand_over(order: &Order<'_>, shaper: &Shaper) -> Result<HandedOver, NotHandedOver> {
    let Scrubbed { map, taken, sought } = scrub(order.map, order.choices).map_err(NotHandedOver::Copy)?;
    let files = order.files();
    for path in &files {
        order.reads.refuse(path)?;
        let name = name_of(path);
        if let Some(found) =
            Sought::new(order.choices.aliases.titles()).in_texts(&name, std::slice::from_ref(&name)).pop()
        {
            return Err(NotHandedOver::NameTells { path: path.clone(), word: found.word });
        }
    }
    // All are made before the first is written.
    let made: Result<Vec<Made>, String> =
        order.also.iter().map(|format| exported(&map, *format, order.page, shaper)).collect();
    let made = made.map_err(NotHandedOver::Copy)?;
    order.reads.save_map(&order.output, &map)?;
    for (path, made) in files.iter().skip(1).zip(&made) {
        order.reads.write(path, &made.bytes)?;
    }
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
    Ok(HandedOver { files, taken, sought, found, places })
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
fn exported(map: &Map, format: Format, page: PageSize, shaper: &Shaper) -> Result<Made, String> {
    let settings = ExportSettings { format, page: format.page(page), ..ExportSettings::default() };
    let deck = document(map, &settings, shaper, &Watch::default()).0;
    let bytes = file_bytes(&deck, &settings, dated(map, None), &mut |_| ControlFlow::Continue(()));
    Ok(Made { bytes: bytes.map_err(|error| error.to_string())?, painted: painted(&deck) })
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
