//! The actions of the map: what will be done, by whom, when.

use super::parts::{Sort, empty_ui, link_cell_ui, sort_heads_ui, sorted_heads, table_ui};
use crate::edit;
use crate::model::{Action, ActionId, Field, Listed, Map, RecordRef};
use crate::session::Intent;
use crate::ui::inspector::Panel;
use egui::Ui;
use egui_extras::TableRow;
use std::cmp::Ordering;
use touchline_words::say;

fn heads() -> [&'static str; 7] {
    [
        say!(ui_col_action),
        say!(ui_col_for),
        say!(ui_col_owner),
        say!(ui_col_horizon),
        say!(ui_col_due),
        say!(ui_col_effort),
        say!(ui_col_status),
    ]
}
pub(super) const HORIZON: usize = 3;

pub fn actions_ui(ui: &mut Ui, panel: &mut Panel<'_>, sort: &mut Sort, selection: &[RecordRef]) {
    let map = panel.map;
    if map.actions.is_empty() {
        let first = map.stages_in_order().first().map(|(id, _)| *id);
        let added =
            first.and_then(|stage| edit::add_in_stage::<Action>(map, stage, None, Action::new_text(), panel.ids));
        let hint = say!(ui_drawer_actions_empty);
        let button = added.map(|(edit, _)| (say!(ui_drawer_add_action), Intent::Edit(edit)));
        let asked = empty_ui(ui, hint, button);
        panel.intents.extend(asked);
        return;
    }
    let rows = sorted(map, *sort);
    let widths = [190.0, 170.0, 100.0, 112.0, 96.0, 90.0, 110.0];
    table_ui(ui, "actions", &sorted_heads(&heads(), *sort), &widths, |table| {
        table.header(24.0, |mut header| sort_heads_ui(&mut header, &heads(), sort)).body(|body| {
            body.rows(28.0, rows.len(), |mut row| {
                let Some((id, action)) = rows.get(row.index()) else { return };
                row.set_selected(selection.contains(&RecordRef::Action(*id)));
                row_ui(&mut row, panel, *id, action);
            });
        });
    });
}

fn row_ui(row: &mut TableRow<'_, '_>, panel: &mut Panel<'_>, id: ActionId, action: &Action) {
    let map = panel.map;
    let record = RecordRef::Action(id);
    let title = &action.title;
    row.col(|ui| panel.cell_ui(ui, record, Field::Title, &say!(ui_drawer_title_of, title), say!(ui_drawer_title_hint)));
    row.col(|ui| {
        if link_cell_ui(ui, &place_of(map, action), &say!(ui_drawer_show, title)) {
            panel.intents.push(Intent::Select(record));
        }
    });
    row.col(|ui| panel.cell_ui(ui, record, Field::Owner, &say!(ui_drawer_owner_of, title), "–"));
    row.col(|ui| {
        panel.chosen_cell_ui(ui, record, Field::Horizon, &say!(ui_drawer_horizon_of, title), 100.0);
    });
    row.col(|ui| panel.cell_ui(ui, record, Field::Due, &say!(ui_drawer_due_of, title), "–"));
    row.col(|ui| panel.cell_ui(ui, record, Field::Effort, &say!(ui_drawer_effort_of, title), "–"));
    row.col(|ui| {
        panel.chosen_cell_ui(ui, record, Field::ActionStatus, &say!(ui_drawer_action_status, title), 110.0);
    });
}

/// The card that it is for, else its stage.
fn place_of(map: &Map, action: &Action) -> String {
    let stage = map.stages.get(&action.stage).map(|stage| stage.name.as_str()).unwrap_or_default();
    match action.touchpoint.and_then(|id| map.touchpoints.get(&id)) {
        Some(card) => format!("{} · {stage}", card.title),
        None => stage.to_owned(),
    }
}

/// In the chosen order; ties by due date, then by place on the map.
fn sorted(map: &Map, sort: Sort) -> Vec<(ActionId, &Action)> {
    let stages: Vec<_> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let stage_place = |action: &Action| stages.iter().position(|stage| *stage == action.stage);
    let mut rows: Vec<(ActionId, &Action)> = map.actions.iter().map(|(id, action)| (*id, action)).collect();
    rows.sort_by_key(|(id, action)| (action.horizon, action.due.is_none(), action.due, stage_place(action), *id));
    let by_column = |a: &Action, b: &Action| match sort.column {
        0 => a.title.to_lowercase().cmp(&b.title.to_lowercase()),
        1 => (stage_place(a), place_of(map, a)).cmp(&(stage_place(b), place_of(map, b))),
        2 => a.owner.to_lowercase().cmp(&b.owner.to_lowercase()),
        HORIZON => a.horizon.cmp(&b.horizon),
        4 => a.due.cmp(&b.due),
        5 => a.effort.cmp(&b.effort),
        6 => a.status.cmp(&b.status),
        _ => Ordering::Equal,
    };
    let blank = |action: &Action| match sort.column {
        2 => action.owner.is_empty(),
        4 => action.due.is_none(),
        5 => action.effort.is_empty(),
        _ => false,
    };
    rows.sort_by(|(_, a), (_, b)| blank(a).cmp(&blank(b)).then(sort.directed(by_column(a, b))));
    rows
}
