//! The rows of the table, kind by kind.

use super::metric::{read_metric, settled_metric, write_metric};
use super::parse::{
    choice, date, date_text, estimate, events, feeling, feeling_text, language, lines, named, period, size, width,
};
use super::worth::{currency, value, value_text};
use super::{FieldKind, Fields, Row, Typed};
use crate::model::*;

use FieldKind::{Choice, Day, Line, List, Name, Number, Text};
use touchline_words::say;

/// A field that is a text and takes any.
macro_rules! plain {
    ($field:expr, $kind:expr, $name:ident) => {
        Row {
            field: $field,
            kind: $kind,
            get: |record, _| Some(record.$name.clone()),
            set: |record, typed| {
                record.$name = typed.text;
                Ok(())
            },
        }
    };
}

/// A field that is one of a few.
macro_rules! chosen {
    ($field:expr, $type:ident, $name:ident) => {
        Row {
            field: $field,
            kind: Choice(|| $type::ALL.map($type::name).to_vec()),
            get: |record, _| Some(record.$name.name().to_owned()),
            set: |record, typed| {
                record.$name = choice(&typed.text, &$type::ALL, $type::name)?;
                Ok(())
            },
        }
    };
}

/// The name of a record that is known by it.
macro_rules! name {
    ($name:ident, $kind:ident) => {
        Row {
            field: Field::Title,
            kind: Name,
            get: |record, _| Some(record.$name.clone()),
            set: |record, typed| {
                record.$name = named(typed.text, say!($kind))?;
                Ok(())
            },
        }
    };
}

/// A day.
macro_rules! day {
    ($field:expr, $name:ident) => {
        Row {
            field: $field,
            kind: Day,
            get: |record, _| Some(date_text(record.$name)),
            set: |record, typed| {
                record.$name = date(&typed.text)?;
                Ok(())
            },
        }
    };
}

/// The three figures of what a customer is worth.
macro_rules! worth {
    ($field:expr) => {
        Row {
            field: $field,
            kind: Number,
            get: |record, field| value_text(record.value, field),
            set: |record, typed| {
                record.value = value(&typed.text, record.value, typed.field)?;
                Ok(())
            },
        }
    };
}

pub(super) const META: &[Row<Meta>] = &[
    plain!(Field::Title, Line, title),
    plain!(Field::Finding, Text, finding),
    plain!(Field::Client, Line, client),
    chosen!(Field::State, MapState, state),
    day!(Field::Date, date),
    Row {
        field: Field::Language,
        kind: Line,
        get: |meta, _| Some(meta.language.clone()),
        set: |meta, typed| {
            meta.language = language(&typed.text)?;
            Ok(())
        },
    },
    plain!(Field::Note, Text, note),
    Row {
        field: Field::Currency,
        kind: Line,
        get: |meta, _| Some(meta.currency.clone()),
        set: |meta, typed| {
            meta.currency = currency(&typed.text)?;
            Ok(())
        },
    },
    worth!(Field::ValueLow),
    worth!(Field::ValueLikely),
    worth!(Field::ValueHigh),
];

impl Fields for Stage {
    const ROWS: &'static [Row<Self>] = &[
        name!(name, kind_stage),
        plain!(Field::Goal, Text, goal),
        Row {
            field: Field::Width,
            kind: Number,
            get: |stage, _| Some(stage.width.map(|width| width.to_string()).unwrap_or_default()),
            set: |stage, typed| {
                stage.width = width(&typed.text)?;
                Ok(())
            },
        },
        Row {
            field: Field::PeriodFrom,
            kind: Day,
            get: |stage, _| Some(date_text(stage.period.map(|period| period.from))),
            set: |stage, typed| {
                stage.period = period(date(&typed.text)?, stage.period, true)?;
                Ok(())
            },
        },
        Row {
            field: Field::PeriodTo,
            kind: Day,
            get: |stage, _| Some(date_text(stage.period.map(|period| period.to))),
            set: |stage, typed| {
                stage.period = period(date(&typed.text)?, stage.period, false)?;
                Ok(())
            },
        },
        Row {
            field: Field::Events,
            kind: List,
            get: |stage, _| Some(stage.events.join("\n")),
            set: |stage, typed| {
                stage.events = match StageId::try_from(typed.at) {
                    Ok(id) => events(typed.map, id, &typed.text)?,
                    Err(_) => lines(&typed.text),
                };
                Ok(())
            },
        },
        Row {
            field: Field::EstimatePercent,
            kind: Number,
            get: |stage, _| Some(stage.estimate.as_ref().map(|it| it.percent.to_string()).unwrap_or_default()),
            set: |stage, typed| {
                stage.estimate = estimate(&typed.text, stage.estimate.take())?;
                Ok(())
            },
        },
        Row {
            field: Field::EstimateReason,
            kind: Text,
            get: |stage, _| Some(stage.estimate.as_ref().map(|it| it.reason.clone()).unwrap_or_default()),
            set: |stage, typed| match &mut stage.estimate {
                Some(estimate) => {
                    estimate.reason = typed.text;
                    Ok(())
                }
                None if typed.text.is_empty() => Ok(()),
                None => Err(say!(fields_estimate_first).to_owned()),
            },
        },
        plain!(Field::Note, Text, note),
    ];
}

impl Fields for Lane {
    const ROWS: &'static [Row<Self>] = &[Row {
        field: Field::Title,
        kind: Line,
        get: |lane, _| Some(lane.title().to_owned()),
        set: |lane, typed| {
            lane.name = unless_usual(lane, typed);
            Ok(())
        },
    }];
}

/// The kind's own name is what an unnamed record shows; writing it, or nothing, gives that back.
fn unless_usual(record: &impl Titled, typed: Typed<'_>) -> String {
    if record.is_usual_title(&typed.text) { String::new() } else { typed.text }
}

/// The feeling of all audiences, or of one.
fn felt(card: &Touchpoint, segment: Option<SegmentId>) -> Option<&Emotion> {
    match segment {
        None => card.emotion.as_ref(),
        Some(id) => card.segment_emotions.get(&id),
    }
}

fn felt_mut(card: &mut Touchpoint, segment: Option<SegmentId>) -> Option<&mut Emotion> {
    match segment {
        None => card.emotion.as_mut(),
        Some(id) => card.segment_emotions.get_mut(&id),
    }
}

/// Writes a word or a reason of a feeling, which needs the feeling first.
fn say(card: &mut Touchpoint, typed: Typed<'_>, place: fn(&mut Emotion) -> &mut String) -> Result<(), String> {
    let segment = match typed.field {
        Field::EmotionWord(segment) | Field::EmotionReason(segment) => segment,
        _ => None,
    };
    match felt_mut(card, segment) {
        Some(emotion) => *place(emotion) = typed.text,
        None if typed.text.is_empty() => {}
        None => return Err(say!(fields_feeling_first).to_owned()),
    }
    Ok(())
}

fn place_of(field: Field) -> usize {
    match field {
        Field::EvidenceName(place) | Field::EvidenceAmount(place) => place,
        _ => 0,
    }
}

impl Fields for Touchpoint {
    const ROWS: &'static [Row<Self>] = &[
        name!(title, kind_touchpoint),
        plain!(Field::Detail, Line, detail),
        plain!(Field::Doing, Line, doing),
        chosen!(Field::Channel, Channel, channel),
        chosen!(Field::Ownership, Ownership, ownership),
        Row {
            field: Field::Emotion(None),
            kind: Number,
            get: |card, field| match field {
                Field::Emotion(segment) => Some(felt(card, segment).map(feeling_text).unwrap_or_default()),
                _ => None,
            },
            set: |card, typed| {
                match typed.field {
                    Field::Emotion(Some(id)) => {
                        if let Some(emotion) = feeling(&typed.text, card.segment_emotions.remove(&id))? {
                            card.segment_emotions.insert(id, emotion);
                        }
                    }
                    _ => card.emotion = feeling(&typed.text, card.emotion.take())?,
                }
                Ok(())
            },
        },
        Row {
            field: Field::EmotionWord(None),
            kind: Line,
            get: |card, field| match field {
                Field::EmotionWord(segment) => felt(card, segment).map(|emotion| emotion.word.clone()),
                _ => None,
            },
            set: |card, typed| say(card, typed, |emotion| &mut emotion.word),
        },
        Row {
            field: Field::EmotionReason(None),
            kind: Line,
            get: |card, field| match field {
                Field::EmotionReason(segment) => felt(card, segment).map(|emotion| emotion.reason.clone()),
                _ => None,
            },
            set: |card, typed| say(card, typed, |emotion| &mut emotion.reason),
        },
        Row {
            field: Field::EvidenceName(0),
            kind: Line,
            get: |card, field| card.evidence.get(place_of(field)).map(|piece| piece.name.clone()),
            set: |card, typed| {
                if let Some(piece) = card.evidence.get_mut(place_of(typed.field)) {
                    piece.name = typed.text;
                }
                Ok(())
            },
        },
        Row {
            field: Field::EvidenceAmount(0),
            kind: Line,
            get: |card, field| card.evidence.get(place_of(field)).map(|piece| piece.amount.clone()),
            set: |card, typed| {
                if let Some(piece) = card.evidence.get_mut(place_of(typed.field)) {
                    piece.amount = typed.text;
                }
                Ok(())
            },
        },
        Row {
            field: Field::Events,
            kind: List,
            get: |card, _| Some(card.events.join("\n")),
            set: |card, typed| {
                card.events = events(typed.map, card.stage, &typed.text)?;
                Ok(())
            },
        },
        plain!(Field::Owner, Line, owner),
        plain!(Field::Note, Text, note),
    ];
}

impl Fields for Question {
    const ROWS: &'static [Row<Self>] = &[plain!(Field::Title, Text, text)];
}

impl Fields for PainPoint {
    const ROWS: &'static [Row<Self>] =
        &[plain!(Field::Title, Text, text), chosen!(Field::Severity, Severity, severity)];
}

impl Fields for Action {
    const ROWS: &'static [Row<Self>] = &[
        name!(title, kind_action),
        plain!(Field::Owner, Line, owner),
        chosen!(Field::Horizon, Horizon, horizon),
        day!(Field::Due, due),
        plain!(Field::Effort, Line, effort),
        plain!(Field::Effect, Line, effect),
        plain!(Field::Note, Text, note),
    ];
}

impl Fields for Flag {
    /// A custom rule's own name; the others go by their rule.
    const TITLE: Field = Field::Custom;
    const ROWS: &'static [Row<Self>] = &[
        plain!(Field::Custom, Line, custom),
        chosen!(Field::FlagStatus, FlagStatus, status),
        plain!(Field::Owner, Line, owner),
        day!(Field::Due, due),
        plain!(Field::FlagEvidence, Line, evidence),
        plain!(Field::Note, Text, note),
    ];
}

impl Fields for Segment {
    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Title,
            kind: Name,
            get: |segment, _| Some(segment.name.clone()),
            set: |segment, typed| {
                let name = named(typed.text, say!(kind_segment))?;
                let mut others = typed.map.segments.iter().filter(|(id, _)| RecordRef::from(**id) != typed.at);
                if others.any(|(_, other)| other.name == name) {
                    return Err(say!(fields_segment_taken, name));
                }
                segment.name = name;
                Ok(())
            },
        },
        chosen!(Field::Basis, Basis, basis),
        Row {
            field: Field::Size,
            kind: Number,
            get: |segment, _| Some(segment.size.map(|size| size.to_string()).unwrap_or_default()),
            set: |segment, typed| {
                segment.size = size(&typed.text)?;
                Ok(())
            },
        },
        plain!(Field::Regions, Line, regions),
        Row {
            field: Field::Values,
            kind: List,
            get: |segment, _| Some(segment.values.join("\n")),
            set: |segment, typed| {
                segment.values = lines(&typed.text);
                Ok(())
            },
        },
        plain!(Field::Note, Text, note),
        worth!(Field::ValueLow),
        worth!(Field::ValueLikely),
        worth!(Field::ValueHigh),
    ];
}

impl Fields for Sticky {
    const TITLE: Field = Field::StickyText;
    const ROWS: &'static [Row<Self>] = &[plain!(Field::Title, Text, text), plain!(Field::StickyText, Text, text)];
}

/// A measurement's fields are facts that are read from a file.
impl Fields for Measurement {
    const ROWS: &'static [Row<Self>] = &[];
}

/// A metric's field: its texts are made and read in a file of their own.
macro_rules! metric {
    ($field:expr, $kind:expr) => {
        Row {
            field: $field,
            kind: $kind,
            get: read_metric,
            set: |metric, typed| write_metric(metric, typed.field, typed.text),
        }
    };
}

impl Fields for Metric {
    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Title,
            kind: Line,
            get: |metric, _| Some(metric.title().to_owned()),
            set: |metric, typed| {
                metric.name = unless_usual(metric, typed);
                Ok(())
            },
        },
        metric!(Field::Definition, Text),
        metric!(Field::Target, Number),
        metric!(Field::Benchmark, Text),
        metric!(Field::Threshold, Line),
        metric!(Field::ReadingPeriod, Line),
        metric!(Field::ReadingDays, Number),
        metric!(Field::ReadingCount, Number),
        metric!(Field::ReadingOf, Number),
        metric!(Field::ReadingAlso, Number),
        metric!(Field::EarlierPeriods, List),
        metric!(Field::Source, Line),
        metric!(Field::Date, Day),
        metric!(Field::Note, Text),
    ];

    fn settled(self) -> Result<Self, String> {
        settled_metric(self)
    }
}
