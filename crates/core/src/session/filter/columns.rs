//! What the columns of the table are filtered by: how it is typed and told, and which records meet it.
//!
//! A record of a kind that has such a filter meets it by itself alone; what is tied to a card meets it with the card, see
//! [`super::Matches`].

use crate::fields::{self, FieldKind};
use crate::model::*;
use crate::session::column::{Column, cell, stage_of};
use touchline_words::{Language, in_language, say};

/// What a column may be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// Words that it says.
    Words,
    /// From a figure on, up to one, or between two.
    Figures,
    Days,
    /// Any of a few.
    Ticks,
}

/// What a column of a kind's table may be filtered by.
pub fn offered(kind: RecordKind, column: Column) -> Offered {
    let Some(field) = column.field() else { return Offered::Ticks };
    match fields::kind(kind, field) {
        Some(FieldKind::Number) => Offered::Figures,
        Some(FieldKind::Day) => Offered::Days,
        Some(FieldKind::Choice(_) | FieldKind::Switch) => Offered::Ticks,
        Some(FieldKind::Name | FieldKind::Line | FieldKind::Text | FieldKind::List) => Offered::Words,
        Some(FieldKind::Audiences | FieldKind::Card) | None => Offered::Words,
    }
}

/// What the file calls the field of a column; none for the stage.
fn key_of(column: Column) -> Option<String> {
    column.field().map(|field| format!("{field:?}"))
}

/// The column of a kind's table that is meant; none where the kind has no such field.
pub(super) fn column_of(kind: RecordKind, one: &ColumnFilter) -> Option<Column> {
    let Some(key) = &one.field else { return Some(Column::Stage) };
    let mut columns = fields::all(kind).into_iter().map(|(field, _)| Column::Field(field));
    columns.find(|column| key_of(*column).as_ref() == Some(key))
}

/// What a filter asks of a column; nothing where everything meets it.
pub fn wants(filter: &Filter, kind: RecordKind, column: Column) -> Option<&Wants> {
    let of = kind.table()?;
    filter.columns.iter().find(|one| one.of == of && one.field == key_of(column)).map(|one| &one.wants)
}

/// The filter with what a column is to hold, or without.
pub fn with_wants(filter: &Filter, kind: RecordKind, column: Column, wants: Option<Wants>) -> Filter {
    let mut filter = filter.clone();
    let Some(of) = kind.table() else { return filter };
    filter.columns.retain(|one| one.of != of || one.field != key_of(column));
    let asks = wants.filter(|wants| !wants.is_empty());
    filter.columns.extend(asks.map(|wants| ColumnFilter { of: of.to_owned(), field: key_of(column), wants }));
    filter
}

/// The filter without any of a kind's columns.
pub fn without_columns(filter: &Filter, kind: RecordKind) -> Filter {
    let mut filter = filter.clone();
    filter.columns.retain(|one| Some(one.of.as_str()) != kind.table());
    filter
}

/// The values that are ticked for a column, each with its name and whether it is.
pub fn ticks(map: &Map, filter: &Filter, kind: RecordKind, column: Column) -> Vec<(Wants, String, bool)> {
    let now = wants(filter, kind, column);
    let Some(field) = column.field() else {
        let is_in = |id: StageId| matches!(now, Some(Wants::In(stages)) if stages.contains(&id));
        let stages = map.stages_in_order().into_iter();
        return stages.map(|(id, _)| (Wants::In(vec![id]), fields::stage_text(map, id), is_in(id))).collect();
    };
    let names = fields::choices(kind, field).unwrap_or_default();
    let is_one = |key: &str| matches!(now, Some(Wants::OneOf(keys)) if keys.iter().any(|one| one == key));
    let keys = in_language(Language::English, || fields::choices(kind, field).unwrap_or_default());
    let all = keys.into_iter().zip(names).map(|(key, name)| {
        let is_on = is_one(key);
        (Wants::OneOf(vec![key.to_owned()]), name.to_owned(), is_on)
    });
    all.collect()
}

/// What a column is to hold with a value ticked, or no more where it is.
pub fn ticked(now: Option<&Wants>, value: &Wants) -> Option<Wants> {
    fn turn<T: Clone + PartialEq>(now: &[T], value: &[T]) -> Vec<T> {
        let mut turned: Vec<T> = now.iter().filter(|one| !value.contains(one)).cloned().collect();
        turned.extend(value.iter().filter(|one| !now.contains(one)).cloned());
        turned
    }
    let turned = match (now, value) {
        (Some(Wants::In(now)), Wants::In(value)) => Wants::In(turn(now, value)),
        (Some(Wants::OneOf(now)), Wants::OneOf(value)) => Wants::OneOf(turn(now, value)),
        _ => value.clone(),
    };
    (!turned.is_empty()).then_some(turned)
}

/// What was typed for a column: words, or `≥ 3`, `≤ 5`, `2 … 4`, `3`. Nothing where nothing was typed.
///
/// # Errors
/// What was expected, as a sentence.
pub fn typed(kind: RecordKind, column: Column, text: &str) -> Result<Option<Wants>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match offered(kind, column) {
        Offered::Words | Offered::Ticks => Ok(Some(Wants::Says(text.to_owned()))),
        Offered::Figures => {
            let (least, most) = range(text, figure).ok_or_else(|| say!(filter_no_figures).to_owned())?;
            Ok(Some(Wants::Figures { least, most }))
        }
        Offered::Days => {
            let day = |text: &str| fields::day_of(text);
            let (least, most) = range(text, day).ok_or_else(|| say!(filter_no_days).to_owned())?;
            Ok(Some(Wants::Days { least, most }))
        }
    }
}

/// The two ends of what was typed.
fn range<T: Copy + PartialOrd>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<(Option<T>, Option<T>)> {
    let after = |signs: &[&str]| signs.iter().find_map(|sign| text.strip_prefix(sign));
    if let Some(least) = after(&["≥", ">=", ">"]) {
        return read(least).map(|least| (Some(least), None));
    }
    if let Some(most) = after(&["≤", "<=", "<"]) {
        return read(most).map(|most| (None, Some(most)));
    }
    for between in ["…", "..."] {
        if let Some((least, most)) = text.split_once(between) {
            let (least, most) = (read(least)?, read(most)?);
            let (least, most) = if most < least { (most, least) } else { (least, most) };
            return Some((Some(least), Some(most)));
        }
    }
    read(text).map(|one| (Some(one), Some(one)))
}

/// A figure as a field writes it, in thousandths.
pub fn figure(text: &str) -> Option<i64> {
    let plain: String = text.trim().replace('−', "-").chars().filter(|letter| !letter.is_whitespace()).collect();
    let number: f64 = plain.trim_end_matches('%').replace(',', ".").parse().ok()?;
    // Held within what a whole number holds.
    number.is_finite().then(|| (number * 1000.0).clamp(-9e15, 9e15) as i64)
}

/// What a column is to hold as it is typed and told.
pub fn text(map: &Map, kind: RecordKind, column: Column, wants: &Wants) -> String {
    match wants {
        Wants::Says(words) => words.clone(),
        Wants::Figures { least, most } => range_text(least.map(figure_text), most.map(figure_text)),
        Wants::Days { least, most } => range_text(least.map(|day| day.to_string()), most.map(|day| day.to_string())),
        Wants::OneOf(keys) => {
            let pairs = match column.field() {
                Some(field) => named(kind, field),
                None => Vec::new(),
            };
            let name = |key: &str| {
                let known = pairs.iter().find(|(one, _)| *one == key);
                known.map_or_else(|| key.to_owned(), |(_, name)| (*name).to_owned())
            };
            keys.iter().map(|key| name(key)).collect::<Vec<_>>().join(say!(filter_or))
        }
        Wants::In(stages) => {
            stages.iter().map(|id| fields::stage_text(map, *id)).collect::<Vec<_>>().join(say!(filter_or))
        }
    }
}

fn range_text(least: Option<String>, most: Option<String>) -> String {
    match (least, most) {
        (Some(least), Some(most)) if least == most => least,
        (Some(least), Some(most)) => format!("{least} … {most}"),
        (Some(least), None) => format!("≥ {least}"),
        (None, Some(most)) => format!("≤ {most}"),
        (None, None) => String::new(),
    }
}

fn figure_text(thousandths: i64) -> String {
    let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    let sign = if thousandths < 0 { "−" } else { "" };
    let rest = format!("{rest:03}");
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// What may be chosen in a field: as the file calls it and as a person reads it.
fn named(kind: RecordKind, field: Field) -> Vec<(&'static str, &'static str)> {
    let keys = in_language(Language::English, || fields::choices(kind, field).unwrap_or_default());
    keys.into_iter().zip(fields::choices(kind, field).unwrap_or_default()).collect()
}

/// Whether records of a kind are cards, stand in a stage, or are about one of both: what is asked of their columns holds for what
/// they belong to.
pub(super) fn belongs(kind: RecordKind) -> bool {
    match kind.family() {
        Family::Stage | Family::Touchpoint | Family::Listed(_) | Family::Flag => true,
        Family::Sticky
        | Family::Connector
        | Family::Loop
        | Family::Drawing
        | Family::Map
        | Family::Lane
        | Family::Segment
        | Family::Measurement
        | Family::AgendaBlock
        | Family::Step
        | Family::SavedView
        | Family::DeckPage => false,
    }
}

/// A filter's columns, with what is worked out of them once.
pub(super) struct Columns {
    all: Vec<(RecordKind, Column, Test)>,
}

/// What is asked of a cell.
enum Test {
    /// In small letters.
    Says(String),
    Figures(Option<i64>, Option<i64>),
    Days(Option<Date>, Option<Date>),
    OneOf(Vec<&'static str>),
    In(Vec<StageId>),
}

/// So many columns count; a file may name more.
const MOST: usize = 32;

impl Columns {
    pub fn of(filter: &Filter) -> Self {
        let kinds = || RecordKind::RECORDS.iter().copied();
        let mut all = Vec::new();
        for one in filter.columns.iter().filter(|one| !one.wants.is_empty()).take(MOST) {
            let Some(kind) = kinds().find(|kind| kind.table() == Some(one.of.as_str())) else { continue };
            // What the kind has no field for is asked of nothing.
            let Some(column) = column_of(kind, one) else { continue };
            let test = match &one.wants {
                Wants::Says(words) => Test::Says(words.trim().to_lowercase()),
                Wants::Figures { least, most } => Test::Figures(*least, *most),
                Wants::Days { least, most } => Test::Days(*least, *most),
                Wants::OneOf(keys) => {
                    let pairs = column.field().map(|field| named(kind, field)).unwrap_or_default();
                    let is_meant = |(key, _): &(&str, &str)| keys.iter().any(|one| one == key);
                    Test::OneOf(pairs.into_iter().filter(is_meant).map(|(_, name)| name).collect())
                }
                Wants::In(stages) => Test::In(stages.clone()),
            };
            all.push((kind, column, test));
        }
        Self { all }
    }

    /// The columns that what belongs to such a record meets with it, as a bit each.
    pub fn bits(&self) -> u32 {
        let counts = |(nth, (kind, ..)): (usize, &(RecordKind, Column, Test))| {
            if belongs(*kind) { 1 << nth } else { 0 }
        };
        self.all.iter().enumerate().map(counts).fold(0, |bits, bit| bits | bit)
    }

    /// Whether anything is asked of a kind.
    pub fn asks(&self, kind: RecordKind) -> bool {
        self.all.iter().any(|(of, ..)| *of == kind)
    }

    /// The kinds of which something is asked.
    pub fn kinds(&self) -> impl Iterator<Item = RecordKind> + '_ {
        RecordKind::RECORDS.iter().copied().filter(|kind| self.asks(*kind))
    }

    /// Which of them a record meets, and whether those are all of its kind's.
    pub fn met(&self, map: &Map, record: RecordRef) -> (u32, bool) {
        let (mut bits, mut every) = (0, true);
        let own = self.all.iter().enumerate().filter(|(_, (kind, ..))| *kind == record.kind());
        for (nth, (_, column, test)) in own {
            if meets(map, record, *column, test) {
                bits |= 1 << nth;
            } else {
                every = false;
            }
        }
        (bits, every)
    }
}

fn meets(map: &Map, record: RecordRef, column: Column, test: &Test) -> bool {
    if let Test::In(stages) = test {
        return stage_of(map, record).is_some_and(|stage| stages.contains(&stage));
    }
    let text = cell(map, record, column);
    match test {
        Test::Says(words) => text.to_lowercase().contains(words),
        Test::Figures(least, most) => figure(&text).is_some_and(|value| is_between(value, *least, *most)),
        Test::Days(least, most) => Date::parse(text.trim()).is_some_and(|day| is_between(day, *least, *most)),
        Test::OneOf(names) => names.contains(&text.as_str()),
        Test::In(_) => false,
    }
}

fn is_between<T: PartialOrd>(value: T, least: Option<T>, most: Option<T>) -> bool {
    least.is_none_or(|least| value >= least) && most.is_none_or(|most| value <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    const CARD: RecordKind = RecordKind::Touchpoint;
    const FEELING: Column = Column::Field(Field::Emotion(None));

    #[test]
    fn what_is_typed_for_figures_and_days_is_a_range_and_reads_as_it_was_typed() {
        let due = Column::Field(Field::Due);
        let cases = [
            (CARD, FEELING, "≥ -1.5", "≥ −1.5"),
            (CARD, FEELING, "<=2", "≤ 2"),
            (CARD, FEELING, "1 … -2", "−2 … 1"),
            (CARD, FEELING, "0,5", "0.5"),
            (RecordKind::Action, due, ">= 2026-11-03", "≥ 2026-11-03"),
            (RecordKind::Action, due, "2026-11-03...2026-12-01", "2026-11-03 … 2026-12-01"),
        ];
        for (kind, column, written, read) in cases {
            let wants = typed(kind, column, written).unwrap().unwrap();
            assert_eq!(text(&sample::map(), kind, column, &wants), read);
            assert_eq!(typed(kind, column, read), Ok(Some(wants)));
        }
        assert_eq!(typed(CARD, FEELING, "  "), Ok(None));
        assert_eq!(typed(CARD, FEELING, "≥ much"), Err(say!(filter_no_figures).to_owned()));
        assert_eq!(typed(RecordKind::Action, due, "soon"), Err(say!(filter_no_days).to_owned()));
    }

    #[test]
    fn values_are_ticked_one_after_the_other_and_mean_the_same_in_every_language() {
        let map = sample::map();
        let channel = Column::Field(Field::Channel);
        let mut filter = Filter::default();
        for name in [Channel::Email.name(), Channel::Podcast.name()] {
            let all = ticks(&map, &filter, CARD, channel);
            let (value, _, is_on) = all.into_iter().find(|(_, one, _)| one == name).unwrap();
            assert!(!is_on);
            let turned = ticked(wants(&filter, CARD, channel), &value);
            filter = with_wants(&filter, CARD, channel, turned);
        }
        let count = |filter: &Filter| {
            let columns = Columns::of(filter);
            map.touchpoints.keys().filter(|id| columns.met(&map, (**id).into()).1).count()
        };
        let here = count(&filter);
        let is_asked = |card: &&Touchpoint| [Channel::Email, Channel::Podcast].contains(&card.channel);
        assert_eq!(here, map.touchpoints.values().filter(is_asked).count());
        assert_eq!(in_language(Language::German, || count(&filter)), here);
        let all = ticks(&map, &filter, CARD, channel);
        let (value, _, is_on) = all.into_iter().find(|(_, one, _)| one == Channel::Email.name()).unwrap();
        assert!(is_on);
        let off = ticked(wants(&filter, CARD, channel), &value);
        assert_eq!(with_wants(&filter, CARD, channel, off).columns.len(), 1);
        assert!(without_columns(&filter, CARD).is_empty());
        let (stage, _) = map.stages_in_order()[0];
        let in_stage = with_wants(&Filter::default(), CARD, Column::Stage, Some(Wants::In(vec![stage])));
        assert_eq!(count(&in_stage), map.touchpoints_of(stage).len());
    }
}
