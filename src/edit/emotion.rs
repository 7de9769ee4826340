//! How people feel, what they rest on, and where people think they leave.

use super::set;
use crate::model::*;

/// Sets or clears how all audiences (`None`) or one of them feel at a card.
pub fn set_emotion(
    map: &Map,
    id: TouchpointId,
    segment: Option<SegmentId>,
    emotion: Option<Emotion>,
    merges: bool,
) -> Option<Edit> {
    if segment.is_some_and(|segment| !map.segments.contains_key(&segment)) {
        return None;
    }
    set::<Touchpoint>(map, id, Field::Emotion(segment), merges, |card| match (segment, emotion) {
        (None, emotion) => card.emotion = emotion,
        (Some(segment), Some(emotion)) => {
            card.segment_emotions.insert(segment, emotion);
        }
        (Some(segment), None) => {
            card.segment_emotions.remove(&segment);
        }
    })
}

/// Raises or lowers the emotion of cards by tenths, from what the audience's curve shows there (0.0 where it shows
/// nothing); word and reason stay. A whole step (10) from between two whole numbers goes to the next whole one.
pub fn shift_emotion(map: &Map, ids: &[TouchpointId], segment: Option<SegmentId>, tenths: i32) -> Option<Edit> {
    let segment = segment.filter(|segment| map.segments.contains_key(segment));
    let mut changes = Vec::new();
    for id in ids {
        let Some(card) = map.touchpoints.get(id) else { continue };
        let mut emotion = card.emotion_of(segment).cloned().unwrap_or(Emotion {
            score: Score::default(),
            word: String::new(),
            reason: String::new(),
        });
        emotion.score = shifted(emotion.score, tenths);
        let mut card = card.clone();
        match segment {
            None => card.emotion = Some(emotion),
            Some(segment) => {
                card.segment_emotions.insert(segment, emotion);
            }
        }
        changes.push(Touchpoint::change(*id, Some(card)));
    }
    super::effective(map, Edit::of(Verb::Set(Field::Emotion(segment)), changes).merging())
}

fn shifted(score: Score, tenths: i32) -> Score {
    let now = score.tenths();
    let then = match tenths {
        10 => now.div_euclid(10) * 10 + 10,
        -10 => -((-now).div_euclid(10) * 10 + 10),
        other => now.saturating_add(other),
    };
    Score::from_tenths(then)
}

/// Makes assumptions of cards that rest on something, or, when none of them does, gives each a first piece of evidence.
pub fn toggle_evidence(map: &Map, ids: &[TouchpointId]) -> Option<Edit> {
    let cards: Vec<(TouchpointId, &Touchpoint)> =
        ids.iter().filter_map(|id| Some((*id, map.touchpoints.get(id)?))).collect();
    let any = cards.iter().any(|(_, card)| !card.evidence.is_empty());
    let evidence = if any {
        Vec::new()
    } else {
        vec![Evidence { kind: EvidenceKind::BehaviouralData, name: String::new(), amount: String::new() }]
    };
    let changes = cards
        .into_iter()
        .map(|(id, card)| Change::Touchpoint(id, Some(Touchpoint { evidence: evidence.clone(), ..card.clone() })))
        .collect();
    let verb = if any { Verb::MarkAssumption } else { Verb::MarkEvidence };
    super::effective(map, Edit::of(verb, changes))
}

/// Sets or clears what people think leaves after a stage; the percentage is held within 0 … 100 and rounded to tenths.
pub fn set_estimate(map: &Map, id: StageId, estimate: Option<Estimate>, merges: bool) -> Option<Edit> {
    let estimate = estimate.map(|estimate| {
        let percent = if estimate.percent.is_finite() { estimate.percent.clamp(0.0, 100.0) } else { 0.0 };
        let cause = estimate.cause.filter(|card| map.touchpoints.contains_key(card));
        Estimate { percent: (percent * 10.0).round() / 10.0, cause, ..estimate }
    });
    set::<Stage>(map, id, Field::Estimate, merges, |stage| stage.estimate = estimate)
}
