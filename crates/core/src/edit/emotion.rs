//! How people feel, and what that rests on.

use super::record::set;
use crate::fields;
use crate::model::*;

/// Raises or lowers the emotion of cards by tenths, from what the audience's curve shows there (0.0 where it shows
/// nothing); word and reason stay. A whole step (10) from between two whole numbers goes to the next whole one.
pub fn shift_emotion(map: &Map, ids: &[TouchpointId], segment: Option<SegmentId>, tenths: i32) -> Option<Edit> {
    let segment = segment.filter(|segment| map.segments.contains_key(segment));
    let mut changes = Vec::new();
    for id in ids {
        let Some(card) = map.touchpoints.get(id) else { continue };
        let score = card.emotion_of(segment).map(|emotion| emotion.score).unwrap_or_default();
        let text = shifted(score, tenths).text();
        // A score is one that the field takes.
        changes.extend(fields::write_one(map, (*id).into(), Field::Emotion(segment), &text).ok().flatten());
    }
    super::effective(map, Edit::of(Verb::Set(Field::Emotion(segment)), changes).merging())
}

/// Gives cards a feeling of all audiences, or of one; word and reason stay.
pub fn set_emotion(map: &Map, ids: &[TouchpointId], segment: Option<SegmentId>, score: Score) -> Option<Edit> {
    let field = Field::Emotion(segment.filter(|segment| map.segments.contains_key(segment)));
    let one = |id: &TouchpointId| fields::write_one(map, (*id).into(), field, &score.text()).ok().flatten();
    super::effective(map, Edit::of(Verb::Set(field), ids.iter().filter_map(one).collect()))
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

/// A further piece of evidence: of the first kind that the card does not rest on yet.
pub fn add_evidence(map: &Map, id: TouchpointId) -> Option<Edit> {
    set::<Touchpoint>(map, id, Field::Evidence, |card| {
        let lacks = |kind: &EvidenceKind| card.evidence.iter().all(|known| known.kind != *kind);
        let kind = EvidenceKind::ALL.into_iter().find(lacks).unwrap_or(EvidenceKind::BehaviouralData);
        card.evidence.push(Evidence { kind, name: String::new(), amount: String::new() });
    })
}

/// Takes away the piece of evidence at a place; `None` where there is none.
pub fn remove_evidence(map: &Map, id: TouchpointId, place: usize) -> Option<Edit> {
    set::<Touchpoint>(map, id, Field::Evidence, |card| {
        if place < card.evidence.len() {
            card.evidence.remove(place);
        }
    })
}
