//! A copy of a map that can be given to a client: what is internal is left out of it or goes by a number, by choice.
//!
//! The copy is a map of its own, without the number by which versions of the original are known. Promise: nothing of the open map
//! changes, every text is looked at ([`crate::model::Texts`]), and what was taken out is told one by one.

use super::aliases::Aliases;
use super::cells::without_few;
use super::sought::Sought;
use crate::behaviour::personal::{Personal, addresses};
use crate::behaviour::small_groups::SmallGroups;
use crate::edit::remove;
use crate::model::{Channel, Field, Map, RecordKind, RecordRef, Tables};
use std::collections::{BTreeMap, BTreeSet};
use touchline_words::{Language, in_language, say};

/// What becomes of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Treat {
    Keep,
    #[default]
    LeaveOut,
    /// Each goes by a number, the same by the same.
    Number,
}

/// What a copy is made without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Sticky notes, what is drawn between them, and the note of every record.
    Notes,
    Owners,
    /// Figures of fewer than the map's rule allows, and those that they would follow from.
    Cells,
    /// Names of files and studies, and of the events by which logs are read.
    Sources,
    /// Earlier measurements, and the number by which the map's versions are known.
    History,
    /// Pictures of personas.
    Portraits,
    /// Addresses of mail and machines, and telephone numbers, in any text.
    Addresses,
    /// Titles that have a code name.
    Titles,
    /// What pictures say beside their pixels. Never kept.
    Metadata,
}

impl Part {
    /// Those that a person may want to keep.
    pub const KEPT: [Self; 7] =
        [Self::Notes, Self::Owners, Self::Cells, Self::Sources, Self::History, Self::Portraits, Self::Addresses];

    /// As on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Owners => "owners",
            Self::Cells => "cells",
            Self::Sources => "sources",
            Self::History => "history",
            Self::Portraits => "portraits",
            Self::Addresses => "addresses",
            Self::Titles => "titles",
            Self::Metadata => "metadata",
        }
    }

    /// What it is, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Notes => say!(privacy_part_notes),
            Self::Owners => say!(privacy_part_owners),
            Self::Cells => say!(privacy_part_cells),
            Self::Sources => say!(privacy_part_sources),
            Self::History => say!(privacy_part_history),
            Self::Portraits => say!(privacy_part_portraits),
            Self::Addresses => say!(privacy_part_addresses),
            Self::Titles => say!(privacy_part_titles),
            Self::Metadata => say!(privacy_part_metadata),
        }
    }
}

/// How a copy is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Of [`Part::KEPT`], what stays.
    pub kept: BTreeSet<Part>,
    /// Of owners and sources, what goes by numbers.
    pub numbered: BTreeSet<Part>,
    pub aliases: Aliases,
}

impl Choices {
    fn leaves_out(&self, part: Part) -> bool {
        !self.kept.contains(&part)
    }

    /// What becomes of owners or sources.
    pub fn treat(&self, part: Part) -> Treat {
        match (self.kept.contains(&part), self.numbered.contains(&part)) {
            (true, _) => Treat::Keep,
            (false, true) => Treat::Number,
            (false, false) => Treat::LeaveOut,
        }
    }
}

/// Something that the copy does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub part: Part,
    pub at: RecordRef,
    pub field: Option<Field>,
    /// What stood there; of pictures and figures what they belong to.
    pub text: String,
}

/// The copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Scrubbed {
    pub map: Map,
    pub taken: Vec<Taken>,
    /// What is to stand in no file that comes of it.
    pub sought: Sought,
}

/// Makes the copy.
///
/// # Errors
/// Code names that make two records one, such as two audiences of a name: the rule, in words.
pub fn scrub(map: &Map, choices: &Choices) -> Result<Scrubbed, String> {
    let made = || {
        let mut copy = Copy { tables: map.to_tables(), choices, taken: Vec::new(), numbers: BTreeMap::new() };
        copy.figures(map);
        copy.notes();
        copy.views();
        copy.pictures();
        copy.texts();
        copy
    };
    let Copy { tables, taken, .. } = in_language(Language::of_document(&map.meta.language), made);
    let document = Language::of_document(&map.meta.language);
    let sought = in_language(document, || sought(&tables, &taken, &choices.aliases));
    let map = Map::new(tables).map_err(|problems| {
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        all.join("; ")
    })?;
    Ok(Scrubbed { map, taken, sought })
}

/// Every word that was taken out. Of notes and sources none that the copy has as a text of its own all the same; no word by which the
/// program itself calls a channel; and no name of an event, which is a word like any.
fn sought(tables: &Tables, taken: &[Taken], aliases: &Aliases) -> Sought {
    let mut texts = BTreeSet::new();
    tables.clone().each_text(&mut |_, _, text| _ = texts.insert(text.trim().to_lowercase()));
    let is_sought = |taken: &&Taken| match taken.part {
        Part::Addresses => true,
        Part::Owners => !is_channel(&taken.text),
        Part::Sources if taken.field.is_some_and(is_of_logs) || is_channel(&taken.text) => false,
        Part::Notes | Part::Sources => !texts.contains(&taken.text.trim().to_lowercase()),
        // Titles are sought by their dictionary; the others are no words.
        Part::Titles | Part::Cells | Part::History | Part::Portraits | Part::Metadata => false,
    };
    Sought::new(aliases.titles().chain(taken.iter().filter(is_sought).map(|taken| taken.text.clone())))
}

fn is_channel(text: &str) -> bool {
    Channel::ALL.into_iter().any(|channel| channel.name().eq_ignore_ascii_case(text.trim()))
}

struct Copy<'a> {
    tables: Tables,
    choices: &'a Choices,
    taken: Vec<Taken>,
    /// What goes by which number.
    numbers: BTreeMap<(Part, String), usize>,
}

impl Copy<'_> {
    fn take(&mut self, part: Part, at: impl Into<RecordRef>, field: Option<Field>, text: impl Into<String>) {
        self.taken.push(Taken { part, at: at.into(), field, text: text.into() });
    }

    fn figures(&mut self, map: &Map) {
        if self.choices.leaves_out(Part::History) {
            self.tables.meta.id = None;
            let newest = map.measurement().map(|(id, _)| id);
            for (id, measurement) in &map.measurements {
                if Some(*id) != newest {
                    self.take(Part::History, *id, None, measurement.taken.to_string());
                    self.tables.measurements.remove(id);
                }
            }
        }
        if !self.choices.leaves_out(Part::Cells) {
            return;
        }
        let name = |segment| map.segments.get(&segment).map(|segment| segment.name.clone()).unwrap_or_default();
        for (id, measurement) in self.tables.measurements.clone() {
            let left = without_few(map, &measurement);
            left.audiences.iter().for_each(|segment| self.take(Part::Cells, id, None, name(*segment)));
            (0..left.counts).for_each(|_| self.take(Part::Cells, id, None, ""));
            match left.measurement {
                Some(measurement) => _ = self.tables.measurements.insert(id, measurement),
                None => {
                    self.take(Part::Cells, id, None, "");
                    self.tables.measurements.remove(&id);
                }
            }
        }
        let least = map.meta.least_group;
        let rule = SmallGroups { customers: least.customers, in_a_cell: least.in_a_cell };
        for (id, segment) in self.tables.segments.clone() {
            if segment.size.is_some_and(|size| size > 0 && size < rule.least()) {
                self.take(Part::Cells, id, Some(Field::Size), segment.name);
                self.tables.segments.entry(id).and_modify(|segment| segment.size = None);
            }
        }
        for (id, mut metric) in self.tables.metrics.clone() {
            let before = metric.readings.len();
            metric.readings.retain(|reading| reading.of == 0 || !rule.holds(reading.count, reading.of));
            (metric.readings.len()..before)
                .for_each(|_| self.take(Part::Cells, id, Some(Field::Readings), metric.title()));
            self.tables.metrics.insert(id, metric);
        }
    }

    fn notes(&mut self) {
        if !self.choices.leaves_out(Part::Notes) {
            return;
        }
        let notes = self.tables.stickies.iter().map(|(id, note)| ((*id).into(), note.text.clone()));
        let drawn = self.tables.drawings.iter().map(|(id, drawing)| ((*id).into(), drawing.text.clone()));
        let all: Vec<(RecordRef, String)> = notes.chain(drawn).collect();
        let records: Vec<RecordRef> = all.iter().map(|(at, _)| *at).collect();
        all.into_iter().for_each(|(at, text)| self.take(Part::Notes, at, None, text));
        if let Some(removed) = remove(&self.tables, &records) {
            self.tables.make(removed.edit.changes);
        }
    }

    /// A filter by an owner that is not there any more would hide all.
    fn views(&mut self) {
        if self.choices.treat(Part::Owners) != Treat::LeaveOut {
            return;
        }
        for view in self.tables.views.values_mut() {
            view.filter.owners.clear();
            view.filter.columns.retain(|column| column.field.as_deref() != Some("Owner"));
        }
    }

    fn pictures(&mut self) {
        if self.choices.leaves_out(Part::Portraits) {
            for (id, segment) in self.tables.segments.clone() {
                if segment.portrait.is_some() {
                    self.take(Part::Portraits, id, Some(Field::Image), segment.name);
                    self.tables.segments.entry(id).and_modify(|segment| segment.portrait = None);
                }
            }
        }
        for at in self.tables.with_images() {
            let Some(said) = self.tables.image_of(at).and_then(|image| image.beside_pixels()) else { continue };
            let place = if said.place { say!(privacy_metadata_place) } else { "" };
            self.take(Part::Metadata, at, Some(Field::Image), place);
        }
        self.tables.change_images(&mut |image| image.without_metadata());
    }

    fn texts(&mut self) {
        let mut tables = std::mem::take(&mut self.tables);
        tables.each_text(&mut |at, field, text| self.text(at, field, text));
        tables.stages.values_mut().for_each(|stage| stage.events.retain(|event| !event.is_empty()));
        tables.touchpoints.values_mut().for_each(|card| card.events.retain(|event| !event.is_empty()));
        tables.segments.values_mut().for_each(|segment| segment.values.retain(|value| !value.is_empty()));
        self.tables = tables;
    }

    fn text(&mut self, at: RecordRef, field: Field, text: &mut String) {
        if text.trim().is_empty() {
            return;
        }
        if let Some(part) = part_of(at.kind(), field) {
            let treat = match part {
                Part::Owners | Part::Sources => self.choices.treat(part),
                _ if self.choices.leaves_out(part) => Treat::LeaveOut,
                _ => Treat::Keep,
            };
            // What logs call something is read by programs: a number says nothing to them.
            let treat = if treat == Treat::Number && is_of_logs(field) { Treat::LeaveOut } else { treat };
            if treat != Treat::Keep {
                let was = std::mem::take(text);
                if treat == Treat::Number {
                    *text = self.numbered(part, &was);
                }
                return self.take(part, at, Some(field), was);
            }
        }
        if let Some(aliased) = self.choices.aliases.applied(text) {
            let was = std::mem::replace(text, aliased);
            self.take(Part::Titles, at, Some(field), was);
        }
        if self.choices.leaves_out(Part::Addresses) {
            for (place, kind) in addresses(text).into_iter().rev() {
                let address = text.get(place.clone()).unwrap_or_default().to_owned();
                text.replace_range(place, in_place_of(kind));
                self.take(Part::Addresses, at, Some(field), address);
            }
        }
    }

    fn numbered(&mut self, part: Part, text: &str) -> String {
        let next = self.numbers.keys().filter(|(of, _)| *of == part).count() + 1;
        let number = *self.numbers.entry((part, text.trim().to_lowercase())).or_insert(next);
        if part == Part::Owners { say!(privacy_owner_numbered, number) } else { say!(privacy_source_numbered, number) }
    }
}

/// The part that a text is; `None` for those that a client may read.
fn part_of(kind: RecordKind, field: Field) -> Option<Part> {
    match field {
        Field::Note | Field::SpeakerNotes => Some(Part::Notes),
        Field::Owner => Some(Part::Owners),
        Field::Source | Field::EvidenceName(_) => Some(Part::Sources),
        // Those of a measurement are figures: what customers did.
        Field::Events | Field::Values if kind != RecordKind::Measurement => Some(Part::Sources),
        _ => None,
    }
}

fn is_of_logs(field: Field) -> bool {
    matches!(field, Field::Events | Field::Values)
}

fn in_place_of(kind: Personal) -> &'static str {
    match kind {
        Personal::Email => say!(privacy_mail),
        Personal::Phone => say!(privacy_phone),
        Personal::IpAddress => say!(privacy_ip),
        Personal::Name => say!(privacy_name),
    }
}
