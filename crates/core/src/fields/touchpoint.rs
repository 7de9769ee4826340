//! The rows of a touchpoint: what it is, how audiences feel there, what it rests on.

use super::named::{audiences, audiences_text, stage, stage_text, step, step_text};
use super::parse::{choice, events, feeling, feeling_text, named};
use super::shapes::{audiences, chosen, name, plain};
use super::{FieldKind, Fields, Row, Typed};
use crate::model::*;

use FieldKind::{Audiences, Choice, Line, List, Name, Number, Text};
use touchline_words::say;

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
        Field::EvidenceKind(place) | Field::EvidenceName(place) | Field::EvidenceAmount(place) => place,
        _ => 0,
    }
}

impl Fields for Touchpoint {
    const ROWS: &'static [Row<Self>] = &[
        name!(title, kind_touchpoint),
        plain!(Field::Detail, Line, detail),
        plain!(Field::Doing, Line, doing),
        plain!(Field::Alt, Line, picture_alt),
        chosen!(Field::Channel, Channel, channel),
        chosen!(Field::Ownership, Ownership, ownership),
        Row {
            field: Field::Step,
            kind: Line,
            get: |card, asked| Some(asked.map.step_of(card).map(|id| step_text(asked.map, id)).unwrap_or_default()),
            set: |card, typed| {
                card.step = step(typed.map, card.stage, &typed.text)?;
                Ok(())
            },
        },
        Row {
            field: Field::Until,
            kind: Line,
            get: |card, asked| Some(asked.map.end_of(card).map(|id| stage_text(asked.map, id)).unwrap_or_default()),
            set: |card, typed| {
                card.until = stage(typed.map, &typed.text)?;
                Ok(())
            },
        },
        audiences!(),
        Row {
            field: Field::Emotion(None),
            kind: Number,
            get: |card, asked| match asked.field {
                Field::Emotion(segment) => Some(felt(card, segment).map(feeling_text).unwrap_or_default()),
                _ => None,
            },
            set: |card, typed| {
                match typed.field {
                    Field::Emotion(Some(id)) => {
                        // An audience that begins to feel for itself begins with what all feel.
                        let before = card.segment_emotions.remove(&id).or_else(|| card.emotion.clone());
                        if let Some(emotion) =
                            feeling(&typed.text, before)?.filter(|_| typed.map.segments.contains_key(&id))
                        {
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
            get: |card, asked| match asked.field {
                Field::EmotionWord(segment) => felt(card, segment).map(|emotion| emotion.word.clone()),
                _ => None,
            },
            set: |card, typed| say(card, typed, |emotion| &mut emotion.word),
        },
        Row {
            field: Field::EmotionReason(None),
            kind: Line,
            get: |card, asked| match asked.field {
                Field::EmotionReason(segment) => felt(card, segment).map(|emotion| emotion.reason.clone()),
                _ => None,
            },
            set: |card, typed| say(card, typed, |emotion| &mut emotion.reason),
        },
        Row {
            field: Field::ToBe,
            kind: Number,
            get: |card, _| Some(card.to_be.map(|score| score.text()).unwrap_or_default()),
            set: |card, typed| {
                card.to_be = feeling(&typed.text, None)?.map(|emotion| emotion.score);
                Ok(())
            },
        },
        chosen!(Field::Belongs, Belongs, belongs),
        Row {
            field: Field::EvidenceKind(0),
            kind: Choice(|| EvidenceKind::ALL.map(EvidenceKind::name).to_vec()),
            get: |card, asked| card.evidence.get(place_of(asked.field)).map(|piece| piece.kind.name().to_owned()),
            set: |card, typed| {
                if let Some(piece) = card.evidence.get_mut(place_of(typed.field)) {
                    piece.kind = choice(&typed.text, &EvidenceKind::ALL, EvidenceKind::name)?;
                }
                Ok(())
            },
        },
        Row {
            field: Field::EvidenceName(0),
            kind: Line,
            get: |card, asked| card.evidence.get(place_of(asked.field)).map(|piece| piece.name.clone()),
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
            get: |card, asked| card.evidence.get(place_of(asked.field)).map(|piece| piece.amount.clone()),
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

    /// Each feeling that an audience has for itself, and each piece of evidence.
    fn each(&self, row: Field, with: &mut dyn FnMut(Field)) {
        let own = std::iter::once(None).chain(self.segment_emotions.keys().copied().map(Some));
        let places = 0..self.evidence.len();
        match row {
            Field::Emotion(_) => own.map(Field::Emotion).for_each(with),
            Field::EmotionWord(_) => own.map(Field::EmotionWord).for_each(with),
            Field::EmotionReason(_) => own.map(Field::EmotionReason).for_each(with),
            Field::EvidenceKind(_) => places.map(Field::EvidenceKind).for_each(with),
            Field::EvidenceName(_) => places.map(Field::EvidenceName).for_each(with),
            Field::EvidenceAmount(_) => places.map(Field::EvidenceAmount).for_each(with),
            other => with(other),
        }
    }
}
