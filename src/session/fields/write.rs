//! From a record to a field's text and back: the one place that knows where each field lives.
//!
//! Promise: what [`read`] gives, [`write`] takes, and a text that cannot be taken is answered with a sentence that says
//! what was expected. Nothing here knows a window.

use super::field::{Field, FieldKey};
use super::metric_text::{read_metric, write_metric};
use super::parse::{date, date_text, estimate, events, language, lines, named, period, size, width};
use super::worth::{currency, value, value_text};
use crate::edit::describe;
use crate::model::*;

/// What a field holds now; `None` when the record is gone or has no such field.
pub fn read(map: &Map, record: RecordRef, field: Field) -> Option<String> {
    match record {
        RecordRef::Map => read_meta(&map.meta, field),
        RecordRef::Stage(id) => read_stage(map.stages.get(&id)?, field),
        RecordRef::Lane(id) => {
            (field == Field::Title).then(|| map.lanes.get(&id).map(|lane| lane.title().to_owned()))?
        }
        RecordRef::Touchpoint(id) => read_touchpoint(map.touchpoints.get(&id)?, field),
        RecordRef::Question(id) => (field == Field::Title).then(|| map.questions.get(&id).map(|q| q.text.clone()))?,
        RecordRef::PainPoint(id) => {
            (field == Field::Title).then(|| map.pain_points.get(&id).map(|p| p.text.clone()))?
        }
        RecordRef::Action(id) => read_action(map.actions.get(&id)?, field),
        RecordRef::Flag(id) => read_flag(map.flags.get(&id)?, field),
        RecordRef::Segment(id) => read_segment(map.segments.get(&id)?, field),
        RecordRef::Sticky(id) => (field == Field::StickyText).then(|| map.stickies.get(&id).map(|s| s.text.clone()))?,
        RecordRef::Metric(id) => read_metric(map.metrics.get(&id)?, field),
        RecordRef::Measurement(_) => None,
    }
}

/// The text that several records share in a field; `None` when they differ.
pub fn read_shared(map: &Map, key: &FieldKey) -> Option<String> {
    let mut texts = key.records.iter().map(|record| read(map, *record, key.field));
    let first = texts.next()??;
    texts.all(|text| text.as_deref() == Some(first.as_str())).then_some(first)
}

/// The edit that puts a text into a field; `None` when the field says that already.
///
/// # Errors
/// What is wrong with the text, as a sentence for the person who typed it.
pub fn write(map: &Map, key: &FieldKey, text: &str) -> Result<Option<Edit>, String> {
    let mut changes = Vec::new();
    for record in &key.records {
        if read(map, *record, key.field).as_deref() == Some(text) {
            continue;
        }
        if let Some(change) = write_one(map, *record, key.field, text)? {
            changes.push(change);
        }
    }
    Ok((!changes.is_empty()).then(|| Edit::new(label(map, key), changes)))
}

/// What undo calls it.
fn label(map: &Map, key: &FieldKey) -> String {
    let what = match key.field {
        Field::Title => "Rename",
        Field::Note => "Write the note of",
        Field::Events => "Bind events to",
        Field::EmotionWord(_) | Field::EmotionReason(_) => "Say how people feel at",
        Field::EvidenceName(_) | Field::EvidenceAmount(_) => "Change the evidence of",
        Field::EstimatePercent | Field::EstimateReason => "Estimate the drop-off after",
        Field::PeriodFrom | Field::PeriodTo => "Plan",
        Field::Owner => "Give an owner to",
        Field::Due => "Set the due date of",
        _ => "Change",
    };
    format!("{what} {}", describe(map, &key.records))
}

fn write_one(map: &Map, record: RecordRef, field: Field, text: &str) -> Result<Option<Change>, String> {
    let text = clean(field, text);
    Ok(match record {
        RecordRef::Map => Some(Change::Meta(write_meta(&map.meta, field, text)?)),
        RecordRef::Stage(id) => match map.stages.get(&id) {
            Some(stage) => Some(Change::Stage(id, Some(write_stage(map, id, stage, field, text)?))),
            None => None,
        },
        RecordRef::Lane(id) => map.lanes.get(&id).map(|lane| {
            // The kind's own name is what an unnamed lane shows; writing it, or nothing, gives that back.
            let name = if text == lane.kind.name() { String::new() } else { text };
            Change::Lane(id, Some(Lane { name, ..lane.clone() }))
        }),
        RecordRef::Touchpoint(id) => match map.touchpoints.get(&id) {
            Some(card) => Some(Change::Touchpoint(id, Some(write_touchpoint(map, card, field, text)?))),
            None => None,
        },
        RecordRef::Question(id) => {
            map.questions.get(&id).map(|q| Change::Question(id, Some(Question { text, ..q.clone() })))
        }
        RecordRef::PainPoint(id) => {
            map.pain_points.get(&id).map(|p| Change::PainPoint(id, Some(PainPoint { text, ..p.clone() })))
        }
        RecordRef::Action(id) => match map.actions.get(&id) {
            Some(action) => Some(Change::Action(id, Some(write_action(action, field, text)?))),
            None => None,
        },
        RecordRef::Flag(id) => match map.flags.get(&id) {
            Some(flag) => Some(Change::Flag(id, Some(write_flag(flag, field, text)?))),
            None => None,
        },
        RecordRef::Segment(id) => match map.segments.get(&id) {
            Some(segment) => Some(Change::Segment(id, Some(write_segment(map, id, segment, field, text)?))),
            None => None,
        },
        RecordRef::Sticky(id) => map.stickies.get(&id).map(|s| Change::Sticky(id, Some(Sticky { text, ..s.clone() }))),
        RecordRef::Metric(id) => match map.metrics.get(&id) {
            Some(metric) => Some(Change::Metric(id, Some(write_metric(metric, field, text)?))),
            None => None,
        },
        RecordRef::Measurement(_) => None,
    })
}

/// Blanks around a text say nothing; a one-line field holds no line ends.
fn clean(field: Field, text: &str) -> String {
    let text = text.trim();
    if field.is_multiline() || field == Field::Title { text.to_owned() } else { text.replace(['\n', '\r'], " ") }
}

fn read_meta(meta: &Meta, field: Field) -> Option<String> {
    Some(match field {
        Field::Title => meta.title.clone(),
        Field::Finding => meta.finding.clone(),
        Field::Client => meta.client.clone(),
        Field::Date => date_text(meta.date),
        Field::Language => meta.language.clone(),
        Field::Note => meta.note.clone(),
        Field::Currency => meta.currency.clone(),
        _ => return value_text(meta.value, field),
    })
}

fn write_meta(meta: &Meta, field: Field, text: String) -> Result<Meta, String> {
    let mut meta = meta.clone();
    match field {
        Field::Title => meta.title = text,
        Field::Finding => meta.finding = text,
        Field::Client => meta.client = text,
        Field::Date => meta.date = date(&text)?,
        Field::Language => meta.language = language(&text)?,
        Field::Note => meta.note = text,
        Field::Currency => meta.currency = currency(&text)?,
        _ => meta.value = value(&text, meta.value, field)?,
    }
    Ok(meta)
}

fn read_stage(stage: &Stage, field: Field) -> Option<String> {
    let estimate = stage.estimate.as_ref();
    Some(match field {
        Field::Title => stage.name.clone(),
        Field::Goal => stage.goal.clone(),
        Field::Width => stage.width.map(|width| width.to_string()).unwrap_or_default(),
        Field::PeriodFrom => date_text(stage.period.map(|period| period.from)),
        Field::PeriodTo => date_text(stage.period.map(|period| period.to)),
        Field::Events => stage.events.join("\n"),
        Field::EstimatePercent => estimate.map(|estimate| estimate.percent.to_string()).unwrap_or_default(),
        Field::EstimateReason => estimate.map(|estimate| estimate.reason.clone()).unwrap_or_default(),
        Field::Note => stage.note.clone(),
        _ => return None,
    })
}

fn write_stage(map: &Map, id: StageId, stage: &Stage, field: Field, text: String) -> Result<Stage, String> {
    let mut stage = stage.clone();
    match field {
        Field::Title => stage.name = named(text, "stage")?,
        Field::Goal => stage.goal = text,
        Field::Width => stage.width = width(&text)?,
        Field::PeriodFrom => stage.period = period(date(&text)?, stage.period, true)?,
        Field::PeriodTo => stage.period = period(date(&text)?, stage.period, false)?,
        Field::Events => stage.events = events(map, id, &text)?,
        Field::EstimatePercent => stage.estimate = estimate(&text, stage.estimate)?,
        Field::EstimateReason => match &mut stage.estimate {
            Some(estimate) => estimate.reason = text,
            None if text.is_empty() => {}
            None => return Err("An estimate needs its percentage first".to_owned()),
        },
        Field::Note => stage.note = text,
        _ => {}
    }
    Ok(stage)
}

fn read_touchpoint(card: &Touchpoint, field: Field) -> Option<String> {
    let emotion = |segment: Option<SegmentId>| match segment {
        None => card.emotion.as_ref(),
        Some(id) => card.segment_emotions.get(&id),
    };
    Some(match field {
        Field::Title => card.title.clone(),
        Field::Detail => card.detail.clone(),
        Field::Doing => card.doing.clone(),
        Field::Owner => card.owner.clone(),
        Field::Note => card.note.clone(),
        Field::Events => card.events.join("\n"),
        Field::EmotionWord(segment) => emotion(segment)?.word.clone(),
        Field::EmotionReason(segment) => emotion(segment)?.reason.clone(),
        Field::EvidenceName(place) => card.evidence.get(place)?.name.clone(),
        Field::EvidenceAmount(place) => card.evidence.get(place)?.amount.clone(),
        _ => return None,
    })
}

fn write_touchpoint(map: &Map, card: &Touchpoint, field: Field, text: String) -> Result<Touchpoint, String> {
    let mut card = card.clone();
    let felt = match field {
        Field::EmotionWord(None) | Field::EmotionReason(None) => card.emotion.as_mut(),
        Field::EmotionWord(Some(id)) | Field::EmotionReason(Some(id)) => card.segment_emotions.get_mut(&id),
        _ => None,
    };
    match (field, felt) {
        (Field::EmotionWord(_), Some(emotion)) => emotion.word = text,
        (Field::EmotionReason(_), Some(emotion)) => emotion.reason = text,
        (Field::Title, _) => card.title = named(text, "touchpoint")?,
        (Field::Detail, _) => card.detail = text,
        (Field::Doing, _) => card.doing = text,
        (Field::Owner, _) => card.owner = text,
        (Field::Note, _) => card.note = text,
        (Field::Events, _) => card.events = events(map, card.stage, &text)?,
        (Field::EvidenceName(place), _) => {
            if let Some(evidence) = card.evidence.get_mut(place) {
                evidence.name = text;
            }
        }
        (Field::EvidenceAmount(place), _) => {
            if let Some(evidence) = card.evidence.get_mut(place) {
                evidence.amount = text;
            }
        }
        _ => {}
    }
    Ok(card)
}

fn read_action(action: &Action, field: Field) -> Option<String> {
    Some(match field {
        Field::Title => action.title.clone(),
        Field::Owner => action.owner.clone(),
        Field::Due => date_text(action.due),
        Field::Effort => action.effort.clone(),
        Field::Effect => action.effect.clone(),
        Field::Note => action.note.clone(),
        _ => return None,
    })
}

fn write_action(action: &Action, field: Field, text: String) -> Result<Action, String> {
    let mut action = action.clone();
    match field {
        Field::Title => action.title = named(text, "action")?,
        Field::Owner => action.owner = text,
        Field::Due => action.due = date(&text)?,
        Field::Effort => action.effort = text,
        Field::Effect => action.effect = text,
        Field::Note => action.note = text,
        _ => {}
    }
    Ok(action)
}

fn read_flag(flag: &Flag, field: Field) -> Option<String> {
    Some(match field {
        Field::Custom => flag.custom.clone(),
        Field::Owner => flag.owner.clone(),
        Field::Due => date_text(flag.due),
        Field::FlagEvidence => flag.evidence.clone(),
        Field::Note => flag.note.clone(),
        _ => return None,
    })
}

fn write_flag(flag: &Flag, field: Field, text: String) -> Result<Flag, String> {
    let mut flag = flag.clone();
    match field {
        Field::Custom => flag.custom = text,
        Field::Owner => flag.owner = text,
        Field::Due => flag.due = date(&text)?,
        Field::FlagEvidence => flag.evidence = text,
        Field::Note => flag.note = text,
        _ => {}
    }
    Ok(flag)
}

fn read_segment(segment: &Segment, field: Field) -> Option<String> {
    Some(match field {
        Field::Title => segment.name.clone(),
        Field::Size => segment.size.map(|size| size.to_string()).unwrap_or_default(),
        Field::Regions => segment.regions.clone(),
        Field::Values => segment.values.join("\n"),
        Field::Note => segment.note.clone(),
        _ => return value_text(segment.value, field),
    })
}

fn write_segment(map: &Map, id: SegmentId, segment: &Segment, field: Field, text: String) -> Result<Segment, String> {
    let mut segment = segment.clone();
    match field {
        Field::Title => {
            let name = named(text, "segment")?;
            if map.segments.iter().any(|(other, record)| *other != id && record.name == name) {
                return Err(format!("Another segment is called “{name}”"));
            }
            segment.name = name;
        }
        Field::Size => segment.size = size(&text)?,
        Field::Regions => segment.regions = text,
        Field::Values => segment.values = lines(&text),
        Field::Note => segment.note = text,
        _ => segment.value = value(&text, segment.value, field)?,
    }
    Ok(segment)
}
