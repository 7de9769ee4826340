//! The tables of what stands on the board: touchpoints, what they rest on, and sticky notes.

use super::super::Asked;
use super::stage_name;
use crate::export::Cell;
use crate::figures::source::source_told;
use crate::model::{FlagTarget, Map, NotePlace, SegmentId};
use touchline_words::direction::Listed;
use touchline_words::say;

type Rows = (Vec<&'static str>, Vec<Vec<Cell>>);

/// A row for each card, stage by stage, in the order of the board.
pub fn touchpoints(map: &Map, asked: &Asked) -> Rows {
    let mut heads = vec![
        say!(ui_col_stage),
        say!(kind_step_title),
        say!(kind_lane_title),
        say!(kind_touchpoint_title),
        say!(data_detail),
        say!(data_doing),
        say!(data_channel),
        say!(data_ownership),
        say!(data_audiences),
        say!(lane_feeling),
        say!(field_emotion_word),
        say!(field_emotion_reason),
        say!(field_to_be),
        say!(field_belongs),
        say!(lane_compliance),
        say!(ui_col_evidence),
    ];
    if asked.notes {
        heads.extend([say!(ui_col_owner), say!(ui_col_note)]);
    }
    let stages = map.stages_in_order();
    let cards =
        stages.iter().flat_map(|(id, stage)| map.touchpoints_of(*id).into_iter().map(move |card| (stage, card)));
    let rows = cards.map(|(stage, (id, card))| {
        let step = map.step_of(card).and_then(|id| map.steps.get(&id)).map_or("", |step| step.name.as_str());
        let lane = map.lanes.get(&card.lane).map_or("", |lane| lane.title());
        let feeling = card.emotion_of(asked.segment);
        let score = |score: crate::model::Score| Cell::Number(f64::from(score.tenths()) / 10.0);
        let flags: Vec<String> =
            map.flags_on(FlagTarget::Touchpoint(id)).into_iter().map(|(_, flag)| flag.code().to_owned()).collect();
        let rests =
            if card.evidence.is_empty() { say!(layout_legend_assumption) } else { say!(layout_legend_evidence) };
        let mut row = vec![
            Cell::text(&stage.name),
            Cell::text(step),
            Cell::text(lane),
            Cell::text(&card.title),
            Cell::text(&card.detail),
            Cell::text(&card.doing),
            Cell::text(card.channel.name()),
            Cell::text(card.ownership.name()),
            Cell::text(audiences(map, &card.segments)),
            Cell::of(feeling, |feeling| score(feeling.score)),
            Cell::of(feeling, |feeling| Cell::text(&feeling.word)),
            Cell::of(feeling, |feeling| Cell::text(&feeling.reason)),
            Cell::of(card.to_be, score),
            Cell::text(card.belongs.name()),
            Cell::text(flags.listed(", ")),
            Cell::text(rests),
        ];
        if asked.notes {
            row.extend([Cell::text(&card.owner), Cell::text(&card.note)]);
        }
        row
    });
    (heads, rows.collect())
}

/// Whom something is for.
fn audiences(map: &Map, segments: &[SegmentId]) -> String {
    if segments.is_empty() {
        return say!(figures_all_audiences).to_owned();
    }
    let named = map.segments_in_order().into_iter().filter(|(id, _)| segments.contains(id));
    named.map(|(_, segment)| segment.name.clone()).collect::<Vec<_>>().listed(", ")
}

/// A row for each thing that a card rests on, and one for each measurement.
pub fn evidence(map: &Map, asked: &Asked) -> Rows {
    let mut heads = vec![say!(ui_col_stage), say!(kind_touchpoint_title), say!(ui_col_evidence), say!(data_amount)];
    if asked.notes {
        heads.push(say!(ui_col_name));
    }
    let mut rows = Vec::new();
    for (id, stage) in map.stages_in_order() {
        for (_, card) in map.touchpoints_of(id) {
            for found in &card.evidence {
                let mut row = vec![
                    Cell::text(&stage.name),
                    Cell::text(&card.title),
                    Cell::text(found.kind.name()),
                    Cell::text(&found.amount),
                ];
                if asked.notes {
                    row.push(Cell::text(&found.name));
                }
                rows.push(row);
            }
        }
    }
    let shown = [map.measurement(), map.former_measurement().filter(|_| asked.former)];
    for (_, measurement) in shown.into_iter().flatten() {
        let told = Cell::text(source_told(measurement));
        let mut row =
            vec![Cell::text(say!(data_all_stages)), Cell::Empty, Cell::text(say!(kind_measurement_title)), told];
        if asked.notes {
            row.push(Cell::text(&measurement.source));
        }
        rows.push(row);
    }
    (heads, rows)
}

/// A row for each sticky note: where it stands, and what the room gave it.
pub fn notes(map: &Map) -> Rows {
    let heads = vec![say!(kind_sticky_title), say!(ui_col_where), say!(field_note_color), say!(field_votes)];
    let rows = map.stickies.values().map(|note| {
        let place = match map.note_place(note) {
            NotePlace::Parked => say!(field_parked).to_owned(),
            NotePlace::Tied(tie) => map.tie_name(tie),
            NotePlace::Free => say!(data_on_the_board).to_owned(),
        };
        vec![Cell::text(&note.text), Cell::text(place), Cell::text(note.color.name()), Cell::Count(note.votes.into())]
    });
    (heads, rows.collect())
}

/// Where an action or a flag belongs: the card and its stage.
pub fn place(map: &Map, card: Option<crate::model::TouchpointId>, stage: crate::model::StageId) -> [Cell; 2] {
    let card = card.and_then(|id| map.touchpoints.get(&id)).map_or("", |card| card.title.as_str());
    [Cell::text(card), Cell::text(stage_name(map, stage))]
}
