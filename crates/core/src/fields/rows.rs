//! The rows of the table, kind by kind; those of a touchpoint have a file of their own.

use super::day::day;
use super::metric::{read_metric, set_kind, settled_metric, write_metric};
use super::named::{
    audiences, audiences_text, card, card_text, further, further_text, lane, lane_text, stage, stage_text,
};
use super::parse::{
    choice, color, date_text, estimate, events, height, lines, minutes, named, period, side, size, switch, switch_text,
    votes, width,
};
use super::shapes::{audiences, chosen, day, lane, name, plain, switch, worth};
use super::worth::{value, value_text};
use super::{FieldKind, Fields, Row, Typed};
use crate::model::*;

use FieldKind::{Audiences, Card, Choice, Day, Line, List, Name, Number, Switch, Text};
use touchline_words::say;

impl Fields for Stage {
    const ROWS: &'static [Row<Self>] = &[
        name!(name, kind_stage),
        plain!(Field::Goal, Text, goal),
        Row {
            field: Field::Color,
            kind: Number,
            get: |stage, _| Some(stage.color.map(|nth| (u16::from(nth) + 1).to_string()).unwrap_or_default()),
            set: |stage, typed| {
                stage.color = color(&typed.text)?;
                Ok(())
            },
        },
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
                stage.period = period(day(&typed.text)?, stage.period, true)?;
                Ok(())
            },
        },
        Row {
            field: Field::PeriodTo,
            kind: Day,
            get: |stage, _| Some(date_text(stage.period.map(|period| period.to))),
            set: |stage, typed| {
                stage.period = period(day(&typed.text)?, stage.period, false)?;
                Ok(())
            },
        },
        chosen!(Field::Zone, Zone, zone),
        switch!(Field::Folded, folded),
        switch!(Field::Pending, pending),
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
        Row {
            field: Field::EstimateCause,
            kind: Card,
            get: |stage, asked| {
                let cause = stage.estimate.as_ref()?.cause;
                Some(cause.map(|card| card_text(asked.map, card)).unwrap_or_default())
            },
            set: |stage, typed| {
                let cause = StageId::try_from(typed.at).ok().map(|id| card(typed.map, id, &typed.text)).transpose()?;
                match (&mut stage.estimate, cause.flatten()) {
                    (Some(estimate), cause) => estimate.cause = cause,
                    (None, None) => {}
                    (None, Some(_)) => return Err(say!(fields_estimate_first).to_owned()),
                }
                Ok(())
            },
        },
        plain!(Field::Note, Text, note),
    ];
}

impl Fields for Lane {
    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Title,
            kind: Line,
            get: |lane, _| Some(lane.title().to_owned()),
            set: |lane, typed| {
                lane.name = unless_usual(lane, typed);
                Ok(())
            },
        },
        switch!(Field::Folded, folded),
        Row {
            field: Field::Height,
            kind: Number,
            get: |lane, _| Some(lane.height.map(|height| height.to_string()).unwrap_or_default()),
            set: |lane, typed| {
                lane.height = height(&typed.text)?;
                Ok(())
            },
        },
    ];
}

/// The kind's own name is what an unnamed record shows; writing it, or nothing, gives that back.
fn unless_usual(record: &impl Titled, typed: Typed<'_>) -> String {
    if record.is_usual_title(&typed.text) { String::new() } else { typed.text }
}

impl Fields for Question {
    const ROWS: &'static [Row<Self>] = &[plain!(Field::Title, Text, text), audiences!(), lane!(Question)];
}

impl Fields for Remark {
    const ROWS: &'static [Row<Self>] =
        &[plain!(Field::Title, Text, text), audiences!(), plain!(Field::Codes, Line, codes), lane!(Remark)];
}

impl Fields for Picture {
    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Title,
            kind: Line,
            get: |picture, _| Some(picture.caption.clone()),
            set: |picture, typed| {
                picture.caption = unless_usual(picture, typed);
                Ok(())
            },
        },
        plain!(Field::Alt, Line, alt),
        audiences!(),
        lane!(Picture),
    ];
}

impl Fields for Backstage {
    const ROWS: &'static [Row<Self>] = &[
        name!(title, kind_backstage),
        plain!(Field::Owner, Line, owner),
        plain!(Field::System, Line, system),
        plain!(Field::Note, Text, note),
        lane!(Backstage),
    ];
}

impl Fields for PainPoint {
    const ROWS: &'static [Row<Self>] = &[
        plain!(Field::Title, Text, text),
        chosen!(Field::Severity, Severity, severity),
        audiences!(),
        plain!(Field::Codes, Line, codes),
        lane!(PainPoint),
    ];
}

impl Fields for Action {
    const ROWS: &'static [Row<Self>] = &[
        name!(title, kind_action),
        plain!(Field::Owner, Line, owner),
        chosen!(Field::ActionStatus, ActionStatus, status),
        chosen!(Field::Horizon, Horizon, horizon),
        day!(Field::Due, due),
        plain!(Field::Effort, Line, effort),
        plain!(Field::Effect, Line, effect),
        plain!(Field::Note, Text, note),
        plain!(Field::Codes, Line, codes),
        lane!(Action),
    ];
}

impl Fields for Flag {
    /// A custom rule's own name; the others go by their rule.
    const TITLE: Field = Field::Custom;
    const ROWS: &'static [Row<Self>] = &[
        chosen!(Field::Regime, Regime, regime),
        plain!(Field::Custom, Line, custom),
        chosen!(Field::FlagStatus, FlagStatus, status),
        plain!(Field::Owner, Line, owner),
        day!(Field::Due, due),
        plain!(Field::FlagEvidence, Line, evidence),
        plain!(Field::Note, Text, note),
    ];
}

impl Fields for Step {
    const ROWS: &'static [Row<Self>] = &[name!(name, kind_step)];
}

impl Fields for AgendaBlock {
    const ROWS: &'static [Row<Self>] = &[
        name!(title, kind_agenda_block),
        Row {
            field: Field::Minutes,
            kind: Number,
            get: |block, _| Some(block.minutes.to_string()),
            set: |block, typed| {
                block.minutes = minutes(&typed.text)?;
                Ok(())
            },
        },
        Row {
            field: Field::ShownStage,
            kind: Line,
            get: |block, asked| Some(block.stage.map(|id| stage_text(asked.map, id)).unwrap_or_default()),
            set: |block, typed| {
                block.stage = stage(typed.map, &typed.text)?;
                Ok(())
            },
        },
        Row {
            field: Field::ShownLane,
            kind: Line,
            get: |block, asked| Some(block.lane.map(|id| lane_text(asked.map, id)).unwrap_or_default()),
            set: |block, typed| {
                block.lane = lane(typed.map, &typed.text)?;
                Ok(())
            },
        },
        plain!(Field::Vote, Line, vote),
    ];
}

impl Fields for DeckPage {
    const TITLE: Field = Field::Headline;
    const ROWS: &'static [Row<Self>] = &[
        plain!(Field::PageName, Line, name),
        plain!(Field::Headline, Line, headline),
        plain!(Field::SpeakerNotes, Text, notes),
        switch!(Field::LeftOut, left_out),
    ];
}

impl Fields for SavedView {
    const ROWS: &'static [Row<Self>] = &[
        Row {
            field: Field::Title,
            kind: Name,
            get: |view, _| Some(view.name.clone()),
            set: |view, typed| {
                let name = named(typed.text, say!(kind_saved_view))?;
                let mut others = typed.map.views.iter().filter(|(id, _)| RecordRef::from(**id) != typed.at);
                if others.any(|(_, other)| other.name == name) {
                    return Err(say!(fields_view_taken, name));
                }
                view.name = name;
                Ok(())
            },
        },
        chosen!(Field::Others, Others, others),
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
        switch!(Field::Children, children),
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
        plain!(Field::Needs, Text, needs),
        plain!(Field::Jobs, Text, jobs),
        plain!(Field::Quote, Text, quote),
        chosen!(Field::Lifecycle, Lifecycle, lifecycle),
        plain!(Field::Treatment, Text, treatment),
        plain!(Field::Note, Text, note),
        worth!(Field::ValueLow),
        worth!(Field::ValueLikely),
        worth!(Field::ValueHigh),
    ];
}

impl Fields for Sticky {
    const TITLE: Field = Field::StickyText;
    const ROWS: &'static [Row<Self>] = &[
        plain!(Field::Title, Text, text),
        plain!(Field::StickyText, Text, text),
        chosen!(Field::NoteColor, NoteColor, color),
        switch!(Field::Parked, parked),
        Row {
            field: Field::Votes,
            kind: Number,
            get: |sticky, _| Some(if sticky.votes == 0 { String::new() } else { sticky.votes.to_string() }),
            set: |sticky, typed| {
                sticky.votes = votes(&typed.text)?;
                Ok(())
            },
        },
    ];
}

impl Fields for Connector {
    const ROWS: &'static [Row<Self>] =
        &[plain!(Field::Title, Line, label), chosen!(Field::ConnectorKind, ConnectorKind, kind)];
}

impl Fields for Loop {
    const ROWS: &'static [Row<Self>] = &[plain!(Field::Title, Line, label)];
}

/// A side of a drawing in whole map units; an arrow's ends say where it lies.
macro_rules! side {
    ($field:expr, $name:ident, $has:pat) => {
        Row {
            field: $field,
            kind: Number,
            get: |drawing, _| match drawing.shape {
                $has => Some(drawing.$name.round().to_string()),
                _ => None,
            },
            set: |drawing, typed| {
                drawing.$name = side(&typed.text)?;
                Ok(())
            },
        }
    };
}

impl Fields for Drawing {
    const ROWS: &'static [Row<Self>] = &[
        plain!(Field::Title, Text, text),
        side!(Field::Width, width, Shape::Frame | Shape::Text),
        side!(Field::Height, height, Shape::Frame),
    ];
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
            get: |metric, asked| read_metric(metric, asked.field),
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
        Row {
            field: Field::MetricKind,
            kind: Choice(|| MetricKind::ALL.map(MetricKind::name).to_vec()),
            get: |metric, _| Some(metric.kind.name().to_owned()),
            set: |metric, typed| {
                set_kind(metric, choice(&typed.text, &MetricKind::ALL, MetricKind::name)?);
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
        lane!(Metric),
    ];

    fn settled(self) -> Result<Self, String> {
        settled_metric(self)
    }
}
