//! The compliance register: every flag of the map, what is open first.

use super::parts::{Sort, empty_ui, growing_table_ui, link_cell_ui, sort_heads_ui, sorted_heads};
use super::tsv;
use crate::model::{Date, Field, Flag, FlagId, FlagStatus, FlagTarget, Map, RecordRef};
use crate::session::Intent;
use crate::ui::inspector::{Panel, remark_ui, tone_of};
use crate::ui::style;
use crate::ui::widgets::{link_button_ui, pennant_ui};
use egui::{RichText, Sense, Ui};
use std::cmp::Ordering;
use touchline_words::say;

fn heads() -> [&'static str; 7] {
    [
        say!(ui_col_rule),
        say!(ui_col_where),
        say!(ui_col_status),
        say!(ui_col_owner),
        say!(ui_col_due),
        say!(ui_col_evidence),
        say!(ui_col_note),
    ]
}
pub(super) const STATUS: usize = 2;
const DUE: usize = 4;

pub fn register_ui(ui: &mut Ui, panel: &mut Panel<'_>, sort: &mut Sort, selection: &[RecordRef], today: Date) {
    let map = panel.map;
    if map.flags.is_empty() {
        let hint = say!(ui_drawer_register_empty);
        empty_ui(ui, hint, None);
        return;
    }
    let rows = sorted(map, *sort);
    ui.horizontal(|ui| {
        let open = rows.iter().filter(|(_, flag)| flag.status == FlagStatus::Open).count();
        let late = rows.iter().filter(|(_, flag)| is_overdue(flag, today)).count();
        remark_ui(ui, &say!(ui_drawer_flags_counted, flags = rows.len(), open, late));
        if link_button_ui(ui, say!(ui_copy_as_table)).clicked() {
            ui.ctx().copy_text(as_table(map, &rows, today));
        }
    });
    let widths = [100.0, 100.0, 104.0, 60.0, 130.0, 58.0, 70.0];
    growing_table_ui(ui, "register", &sorted_heads(&heads(), *sort), &widths, &[1, 3, 5, 6], |table| {
        table.header(24.0, |mut header| sort_heads_ui(&mut header, &heads(), sort)).body(|body| {
            body.rows(28.0, rows.len(), |mut row| {
                let Some((id, flag)) = rows.get(row.index()) else { return };
                row.set_selected(selection.contains(&RecordRef::Flag(*id)));
                row_ui(&mut row, panel, *id, flag, today);
            });
        });
    });
}

fn row_ui(row: &mut egui_extras::TableRow<'_, '_>, panel: &mut Panel<'_>, id: FlagId, flag: &Flag, today: Date) {
    let map = panel.map;
    let record = RecordRef::Flag(id);
    let code = flag.code();
    let place = place_of(map, flag);
    row.col(|ui| {
        if pennant_ui(ui, flag.status.sign(), code, tone_of(flag.status), Sense::click()).clicked() {
            panel.intents.push(Intent::Select(record));
        }
    });
    row.col(|ui| {
        if link_cell_ui(ui, &place, &say!(ui_drawer_show_flag, code, place)) {
            panel.intents.push(Intent::Select(record));
        }
    });
    let label = say!(ui_drawer_flag_status, code, place);
    row.col(|ui| panel.chosen_cell_ui(ui, record, Field::FlagStatus, &label, 100.0));
    row.col(|ui| panel.cell_ui(ui, record, Field::Owner, &say!(ui_drawer_flag_owner, code, place), "–"));
    row.col(|ui| {
        ui.horizontal(|ui| {
            if is_overdue(flag, today) {
                let ink = style::color(style::theme(ui.ctx()).bad_ink);
                ui.label(RichText::new(say!(ui_drawer_overdue)).font(style::small()).color(ink));
            }
            panel.cell_ui(ui, record, Field::Due, &say!(ui_drawer_flag_due, code, place), "–");
        });
    });
    row.col(|ui| panel.cell_ui(ui, record, Field::FlagEvidence, &say!(ui_drawer_flag_evidence, code, place), "–"));
    row.col(|ui| panel.cell_ui(ui, record, Field::Note, &say!(ui_drawer_flag_note, code, place), "–"));
}

/// Whether something is still to do and its day has passed.
pub fn is_overdue(flag: &Flag, today: Date) -> bool {
    matches!(flag.status, FlagStatus::Open | FlagStatus::InReview) && flag.due.is_some_and(|due| due < today)
}

/// `Trial checkout · Decision`, or the stage alone.
fn place_of(map: &Map, flag: &Flag) -> String {
    let stage = map.stage_of_flag(flag).and_then(|id| map.stages.get(&id)).map(|stage| stage.name.as_str());
    let stage = stage.unwrap_or_default();
    match flag.on {
        FlagTarget::Stage(_) => stage.to_owned(),
        FlagTarget::Touchpoint(id) => match map.touchpoints.get(&id) {
            Some(card) => format!("{} · {stage}", card.title),
            None => stage.to_owned(),
        },
    }
}

/// The flags in the order that was chosen; ties by what is still to do, by due date, then by place on the map.
fn sorted(map: &Map, sort: Sort) -> Vec<(FlagId, &Flag)> {
    let stages: Vec<_> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let stage_place = |flag: &Flag| map.stage_of_flag(flag).and_then(|id| stages.iter().position(|stage| *stage == id));
    let mut rows: Vec<(FlagId, &Flag)> = map.flags.iter().map(|(id, flag)| (*id, flag)).collect();
    rows.sort_by_key(|(id, flag)| (flag.status, flag.due.is_none(), flag.due, stage_place(flag), *id));
    let by_column = |a: &Flag, b: &Flag| match sort.column {
        0 => a.code().cmp(b.code()),
        1 => (stage_place(a), place_of(map, a)).cmp(&(stage_place(b), place_of(map, b))),
        STATUS => a.status.cmp(&b.status),
        3 => a.owner.to_lowercase().cmp(&b.owner.to_lowercase()),
        DUE => a.due.cmp(&b.due),
        5 => a.evidence.cmp(&b.evidence),
        6 => a.note.cmp(&b.note),
        _ => Ordering::Equal,
    };
    // A column's blanks stand last in both directions.
    let blank = |flag: &Flag| match sort.column {
        3 => flag.owner.is_empty(),
        DUE => flag.due.is_none(),
        5 => flag.evidence.is_empty(),
        6 => flag.note.is_empty(),
        _ => false,
    };
    rows.sort_by(|(_, a), (_, b)| blank(a).cmp(&blank(b)).then(sort.directed(by_column(a, b))));
    rows
}

fn as_table(map: &Map, rows: &[(FlagId, &Flag)], today: Date) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|(_, flag)| {
            let late = if is_overdue(flag, today) { say!(ui_drawer_overdue_brackets) } else { "" };
            let due = flag.due.map(|due| format!("{due}{late}")).unwrap_or_default();
            let rule = if flag.custom.is_empty() { flag.regime.name() } else { flag.code() };
            vec![
                rule.to_owned(),
                place_of(map, flag),
                flag.status.name().to_owned(),
                flag.owner.clone(),
                due,
                flag.evidence.clone(),
                flag.note.clone(),
            ]
        })
        .collect();
    tsv::table(&heads(), &rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Rank, Regime, Stage, StageId};

    fn map() -> Map {
        let mut map = Map::default();
        map.stages.insert(StageId(1), Stage::new(Rank::middle(), "Decision"));
        let flag = |regime, status, due: Option<&str>| Flag {
            status,
            due: due.and_then(Date::parse),
            ..Flag::new(FlagTarget::Stage(StageId(1)), regime)
        };
        map.flags.insert(FlagId(1), flag(Regime::Gdpr, FlagStatus::Cleared, Some("2026-01-01")));
        map.flags.insert(FlagId(2), flag(Regime::Ftc, FlagStatus::Open, None));
        map.flags.insert(FlagId(3), flag(Regime::Coppa, FlagStatus::Open, Some("2026-12-05")));
        map.flags.insert(FlagId(4), flag(Regime::Wcag, FlagStatus::InReview, Some("2026-11-01")));
        map
    }

    fn order(map: &Map, sort: Sort) -> Vec<u64> {
        sorted(map, sort).into_iter().map(|(id, _)| id.0).collect()
    }

    #[test]
    fn what_is_open_and_due_first_stands_first() {
        let map = map();
        assert_eq!(order(&map, Sort::by(STATUS)), [3, 2, 4, 1]);
        assert_eq!(order(&map, Sort { column: DUE, descending: false }), [1, 4, 3, 2]);
        assert_eq!(order(&map, Sort { column: DUE, descending: true }), [3, 4, 1, 2]);
        assert_eq!(order(&map, Sort::by(0)), [3, 2, 1, 4]);
    }

    #[test]
    fn only_what_is_still_to_do_is_overdue() {
        let map = map();
        let today = Date::new(2026, 12, 5).unwrap();
        let late: Vec<u64> = map.flags.iter().filter(|(_, flag)| is_overdue(flag, today)).map(|(id, _)| id.0).collect();
        assert_eq!(late, [4]);
    }

    #[test]
    fn the_register_goes_to_a_spreadsheet_as_it_stands() {
        let map = map();
        let text = as_table(&map, &sorted(&map, Sort::by(STATUS)), Date::new(2026, 12, 5).unwrap());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.first(), Some(&"Rule\tWhere\tStatus\tOwner\tDue\tEvidence\tNote"));
        assert_eq!(lines.get(3), Some(&"WCAG 2.1 AA\tDecision\tin review\t\t2026-11-01 (overdue)\t\t"));
    }
}
