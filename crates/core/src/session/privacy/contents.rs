//! What somebody gets who is given a map as it is: by kind, with the place of each.
//!
//! What a copy for a client would leave out is what [`super::scrub`] takes; beside it stand what a copy keeps: pictures, days, and texts that
//! look like a person's name.

use super::scrub::{Choices, Part, Taken, scrub};
use crate::behaviour::masking::{Kept, Kind, called};
use crate::edit::title_of;
use crate::model::{Field, Map, RecordKind, RecordRef};
use std::collections::BTreeMap;
use touchline_words::say;

/// A kind of what is in a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// What a copy for a client would be made without.
    Left(Part),
    /// Words that look like a person's name.
    Names,
    Pictures,
    Days,
}

impl What {
    /// As on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Left(part) => part.name(),
            Self::Names => "names",
            Self::Pictures => "pictures",
            Self::Days => "days",
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Left(part) => part.words(),
            Self::Names => say!(privacy_what_names),
            Self::Pictures => say!(privacy_what_pictures),
            Self::Days => say!(privacy_what_days),
        }
    }
}

/// Something in the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub what: What,
    /// What it belongs to, and what that is called.
    pub at: RecordRef,
    pub title: String,
    pub field: Option<Field>,
    pub text: String,
}

/// What is in a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// By kind, in the order of [`What`].
    pub items: Vec<Item>,
    /// Texts by the kind of record and the field, with how many there are.
    pub texts: Vec<(RecordKind, Field, usize)>,
}

impl Contents {
    pub fn of(map: &Map) -> Self {
        let taken = scrub(map, &Choices::default()).map(|copy| copy.taken).unwrap_or_default();
        let mut all: Vec<(What, RecordRef, Option<Field>, String)> =
            taken.into_iter().map(|Taken { part, at, field, text }| (What::Left(part), at, field, text)).collect();
        let mut counts: BTreeMap<(RecordKind, &'static str), (Field, usize)> = BTreeMap::new();
        let but_names = Kept::ALL.with(Kind::Name, false);
        map.to_tables().each_text(&mut |at, field, text| {
            if text.trim().is_empty() {
                return;
            }
            counts.entry((at.kind(), field.name())).or_insert((field, 0)).1 += 1;
            if called(text, but_names) != text.as_str() {
                all.push((What::Names, at, Some(field), text.clone()));
            }
        });
        for at in map.with_images() {
            let kilobytes = map.image_of(at).map_or(0, |image| image.bytes().len().div_ceil(1024));
            all.push((What::Pictures, at, Some(Field::Image), say!(privacy_kilobytes, kilobytes)));
        }
        all.extend(days(map).into_iter().map(|(at, field, day)| (What::Days, at, Some(field), day)));
        all.sort_by_key(|(what, at, ..)| (*what, *at));
        let item = |(what, at, field, text)| {
            let title = title_of(map, at).unwrap_or_default();
            Item { what, at, title, field, text }
        };
        let texts = counts.into_iter().map(|((kind, _), (field, count))| (kind, field, count)).collect();
        Self { items: all.into_iter().map(item).collect(), texts }
    }

    /// The kinds of which there is something, each with how much.
    pub fn counts(&self) -> BTreeMap<What, usize> {
        let mut counts = BTreeMap::new();
        self.items.iter().for_each(|item| *counts.entry(item.what).or_default() += 1);
        counts
    }

    pub fn of_kind(&self, what: What) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.what == what)
    }
}

fn days(map: &Map) -> Vec<(RecordRef, Field, String)> {
    let meta = [(Field::Date, map.meta.date), (Field::Reviewed, map.meta.reviewed)];
    let meta = meta.into_iter().map(|(field, day)| (RecordRef::Map, field, day));
    let periods = map.stages.iter().filter_map(|(id, stage)| Some((*id, stage.period?)));
    let periods = periods.flat_map(|(id, period)| {
        [(id.into(), Field::PeriodFrom, Some(period.from)), (id.into(), Field::PeriodTo, Some(period.to))]
    });
    let actions = map.actions.iter().map(|(id, action)| ((*id).into(), Field::Due, action.due));
    let flags = map.flags.iter().map(|(id, flag)| ((*id).into(), Field::Due, flag.due));
    let metrics = map.metrics.iter().map(|(id, metric)| ((*id).into(), Field::Date, metric.as_of));
    let measured = map.measurements.iter().map(|(id, it)| ((*id).into(), Field::Date, Some(it.taken)));
    let all = meta.chain(periods).chain(actions).chain(flags).chain(metrics).chain(measured);
    all.filter_map(|(at, field, day)| Some((at, field, day?.to_string()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Sticky, StickyId, TouchpointId};

    #[test]
    fn what_a_map_holds_is_told_by_kind_with_its_place() {
        let mut map = sample::map().numbered();
        let note = Sticky { text: "Ask Anna Schmidt".to_owned(), ..Sticky::default() };
        map.stickies.insert(StickyId(1), note);
        map.touchpoints.get_mut(&TouchpointId(30)).unwrap().detail = "ann@example.org".to_owned();
        let contents = Contents::of(&map);
        let counts = contents.counts();
        assert_eq!(counts[&What::Left(Part::Notes)], 1);
        assert_eq!(counts[&What::Left(Part::Owners)], 3);
        assert_eq!(counts[&What::Names], 1);
        assert_eq!(counts[&What::Days], 2);
        let address = contents.of_kind(What::Left(Part::Addresses)).next().unwrap();
        assert_eq!((address.title.as_str(), address.text.as_str()), ("Trial checkout", "ann@example.org"));
        assert_eq!((address.at, address.field), (TouchpointId(30).into(), Some(Field::Detail)));
        let titles =
            contents.texts.iter().find(|(kind, field, _)| (*kind, *field) == (RecordKind::Stage, Field::Title));
        assert_eq!(titles.map(|(_, _, count)| *count), Some(5));
    }
}
