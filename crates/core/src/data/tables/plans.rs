//! The tables of what is to be done: the register of rules, and the actions.

use super::super::Asked;
use super::cards::place;
use crate::export::Cell;
use crate::model::{Flag, FlagTarget, Map, StageId};
use touchline_words::say;

type Rows = (Vec<&'static str>, Vec<Vec<Cell>>);

/// Every flag of the map: what is open first, then what is due first, then by its place.
pub fn register(map: &Map) -> Rows {
    let heads = vec![
        say!(ui_col_rule),
        say!(kind_touchpoint_title),
        say!(ui_col_stage),
        say!(ui_col_status),
        say!(ui_col_owner),
        say!(ui_col_due),
        say!(ui_col_evidence),
        say!(ui_col_note),
    ];
    let order = order(map);
    let place_of = |flag: &Flag| map.stage_of_flag(flag).and_then(|id| order.iter().position(|stage| *stage == id));
    let mut flags: Vec<_> = map.flags.iter().collect();
    flags.sort_by_key(|(id, flag)| (flag.status, flag.due.is_none(), flag.due, place_of(flag), **id));
    let rows = flags.into_iter().map(|(_, flag)| {
        let rule = if flag.custom.is_empty() { flag.regime.name() } else { flag.code() };
        let card = match flag.on {
            FlagTarget::Touchpoint(card) => Some(card),
            FlagTarget::Stage(_) => None,
        };
        let [card, stage] = map.stage_of_flag(flag).map_or([Cell::Empty, Cell::Empty], |stage| place(map, card, stage));
        vec![
            Cell::text(rule),
            card,
            stage,
            Cell::text(flag.status.name()),
            Cell::text(&flag.owner),
            Cell::of(flag.due, Cell::Day),
            Cell::text(&flag.evidence),
            Cell::text(&flag.note),
        ]
    });
    (heads, rows.collect())
}

/// Every action: what comes first, then what is due first, then by its place.
pub fn actions(map: &Map, asked: &Asked) -> Rows {
    let mut heads = vec![
        say!(ui_col_action),
        say!(kind_touchpoint_title),
        say!(ui_col_stage),
        say!(ui_col_owner),
        say!(ui_col_horizon),
        say!(ui_col_status),
        say!(ui_col_due),
        say!(ui_col_effort),
        say!(field_effect),
        say!(field_codes),
    ];
    if asked.notes {
        heads.push(say!(ui_col_note));
    }
    let order = order(map);
    let mut actions: Vec<_> = map.actions.iter().collect();
    actions.sort_by_key(|(id, action)| {
        let place = order.iter().position(|stage| *stage == action.stage);
        (action.horizon, action.due.is_none(), action.due, place, **id)
    });
    let rows = actions.into_iter().map(|(_, action)| {
        let [card, stage] = place(map, action.touchpoint, action.stage);
        let mut row = vec![
            Cell::text(&action.title),
            card,
            stage,
            Cell::text(&action.owner),
            Cell::text(action.horizon.name()),
            Cell::text(action.status.name()),
            Cell::of(action.due, Cell::Day),
            Cell::text(&action.effort),
            Cell::text(&action.effect),
            Cell::text(&action.codes),
        ];
        if asked.notes {
            row.push(Cell::text(&action.note));
        }
        row
    });
    (heads, rows.collect())
}

fn order(map: &Map) -> Vec<StageId> {
    map.stages_in_order().into_iter().map(|(id, _)| id).collect()
}
