//! All that can be found, with its names.

use super::{Entry, Target, Texts};
use crate::edit::templates::Template;
use crate::export::Format;
use crate::fields::{self, FieldKind};
use crate::model::*;
use crate::session::Session;
use crate::session::commands::{COMMANDS, Command};
use crate::session::fuzzy::Folded;
use std::borrow::Cow;
use touchline_words::say;

/// Every command, then what the map holds, how it is looked at, what stands ready, and files.
pub(super) fn entries(session: &Session, texts: &mut Texts) -> Vec<Entry> {
    let commands = COMMANDS.iter().map(|row| {
        let name = session.full_name(row.command);
        let also = format!("{} {} {}", row.menu.name(), row.name.text(), row.hint.text());
        Entry {
            keys: row.command.keys().unwrap_or_default(),
            why_not: session.why_not(row.command),
            ..entry(Target::Command(row.command), name, row.menu.name(), row.hint.text(), &also, texts)
        }
    });
    let mut all: Vec<Entry> = commands.collect();
    if !session.on_start() {
        map_entries(session.map(), texts, &mut all);
        looks(session.map(), texts, &mut all);
        library(session, texts, &mut all);
        all.extend(Format::ALL.into_iter().map(|format| {
            let also = format!("{} {}", Command::Export.row().hint.text(), format.words());
            entry(Target::Export(format), format.name().to_owned(), say!(export), format.words(), &also, texts)
        }));
    }
    files(session, texts, &mut all);
    all
}

/// Something that has no key and no field.
fn entry(
    target: Target,
    name: String,
    place: &str,
    hint: impl Into<Cow<'static, str>>,
    also: &str,
    texts: &mut Texts,
) -> Entry {
    Entry {
        target,
        place: place.to_owned(),
        keys: String::new(),
        why_not: None,
        hint: hint.into(),
        folded: Folded::new(&name),
        // What is done with it is among the words, too.
        also: texts.place(format!("{} {place} {also}", target.prefix())),
        says: Vec::new(),
        name,
    }
}

/// Stages, segments and cards, then every other kind that has a name or a text.
fn map_entries(map: &Map, texts: &mut Texts, all: &mut Vec<Entry>) {
    let mut add = |records: Vec<RecordRef>, place: &str| {
        let also = texts.place(say!(finder_go_to, place));
        all.extend(records.into_iter().filter_map(|record| record_entry(map, record, place, also, texts)));
    };
    let stages = map.stages_in_order();
    add(stages.iter().map(|(id, _)| RecordRef::Stage(*id)).collect(), say!(finder_stage));
    add(map.segments_in_order().into_iter().map(|(id, _)| RecordRef::Segment(id)).collect(), say!(finder_segment));
    for (id, stage) in &stages {
        let cards = map.touchpoints_of(*id).into_iter().map(|(card, _)| RecordRef::Touchpoint(card)).collect();
        add(cards, &say!(finder_touchpoint, stage = stage.name));
    }
    let others = RecordKind::RECORDS.iter().filter(|kind| is_found(**kind));
    for kind in others {
        add(map.refs(*kind), kind.name());
    }
}

/// Whether a kind is gone to by its name; stages, segments and cards stand by themselves.
fn is_found(kind: RecordKind) -> bool {
    match kind.family() {
        Family::Listed(_)
        | Family::Lane
        | Family::Flag
        | Family::Sticky
        | Family::Step
        | Family::Loop
        | Family::Connector
        | Family::AgendaBlock
        | Family::Drawing => true,
        Family::Map
        | Family::Stage
        | Family::Segment
        | Family::Touchpoint
        | Family::Measurement
        | Family::SavedView
        | Family::DeckPage => false,
    }
}

/// Nothing for a record without a name. Of its fields numbers are left out, which say nothing by themselves.
fn record_entry(map: &Map, record: RecordRef, place: &str, also: usize, texts: &mut Texts) -> Option<Entry> {
    let title = fields::title(record.kind());
    let name = fields::read(map, record, title)?.lines().next().unwrap_or_default().trim().to_owned();
    if name.is_empty() {
        return None;
    }
    let is_wanted = |field, kind| field != title && !matches!(kind, FieldKind::Number | FieldKind::Switch);
    let said = fields::said(map, record, is_wanted);
    let is_segment = matches!(record, RecordRef::Segment(_));
    let hint = if is_segment { say!(ui_command_segment_hint) } else { say!(ui_command_record_hint) };
    Some(Entry {
        target: Target::Record(record),
        place: place.to_owned(),
        keys: String::new(),
        why_not: None,
        hint: Cow::Borrowed(hint),
        folded: Folded::new(&name),
        also,
        says: said.into_iter().map(|(field, text)| (field, texts.place(text))).collect(),
        name,
    })
}

/// Audiences and saved views.
fn looks(map: &Map, texts: &mut Texts, all: &mut Vec<Entry>) {
    for (id, segment) in map.segments_in_order() {
        let (place, hint) = (say!(finder_lens), say!(finder_lens_hint));
        if !segment.name.trim().is_empty() {
            all.push(entry(Target::Lens(id), segment.name.trim().to_owned(), place, hint, hint, texts));
        }
    }
    for (id, view) in &map.views {
        let (place, hint) = (say!(finder_view), say!(finder_view_hint));
        all.push(entry(Target::View(*id), view.name.clone(), place, hint, hint, texts));
    }
}

fn library(session: &Session, texts: &mut Texts, all: &mut Vec<Entry>) {
    let shelf = &session.libraries().shelf;
    for shelved in shelf.items() {
        let (name, about) = (shelved.item.title.here().into_owned(), shelved.item.about.here().into_owned());
        let place = shelf.title_of(shelved).map(|title| title.here().into_owned()).unwrap_or_default();
        all.push(entry(Target::Item(shelved.id), name, &place, about, shelved.words(), texts));
    }
}

/// Templates and the files that were open before.
fn files(session: &Session, texts: &mut Texts, all: &mut Vec<Entry>) {
    for template in Template::ALL {
        let also = format!("{} {}", say!(finder_template), template.line());
        let name = template.name().to_owned();
        all.push(entry(Target::Template(template), name, say!(finder_template), template.line(), &also, texts));
    }
    for (nth, path) in session.recents().in_order().into_iter().enumerate() {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let (shown, place) = (path.display().to_string(), say!(finder_recent));
        let also = format!("{place} {shown}");
        all.push(entry(Target::Recent(nth), stem, place, shown, &also, texts));
    }
}
