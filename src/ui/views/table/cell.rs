//! One row of the table with its cells, and the list from which a cell takes one of a few.

use super::super::edit::Editor;
use super::super::look::{bounds_of, dimmed};
use super::super::shell::{Pane, between, record_menu_ui, ring};
use super::{CHECK, GAP, TablePanel};
use crate::edit;
use crate::fields::{self, FieldKey, FieldKind};
use crate::model::{Field, RecordRef, StageId};
use crate::scene::FaceStyle;
use crate::session::views::{Column, cell};
use crate::session::{Intent, Session};
use crate::theme::{Icon, Theme, size};
use crate::ui::menu::{MenuItem, menu_item_ui};
use crate::ui::screen::words::Words;
use crate::ui::style;
use crate::ui::widgets::paint_icon;
use egui::{Area, Frame, Id, Key, Order, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};
use touchline_words::say;

/// Of the list from which a cell takes one, in points.
const LIST: f32 = 220.0;
const LIST_MOST: f32 = 320.0;

/// Where a row stands, and the columns of it that are seen.
pub struct Place<'a> {
    pub nth: usize,
    pub rect: Rect,
    pub columns: &'a [usize],
}

/// The name of a cell among the widgets.
pub fn cell_id(record: RecordRef, column: usize) -> Id {
    Id::unique("table cell").with((record, column))
}

pub fn row_ui(ui: &mut Ui, panel: &mut TablePanel, pane: Pane<'_>, place: &Place<'_>, intents: &mut Vec<Intent>) {
    let session = pane.session;
    let Some(record) = panel.table.rows().get(place.nth).copied() else { return };
    let theme = style::theme(ui.ctx());
    let rect = place.rect;
    let response = ui.interact(rect, Id::unique("table row").with(record), Sense::CLICK);
    let is_checked = session.selection().contains(record);
    if is_checked {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.accent_ground));
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.hover));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::hairline(&theme));
    let is_dimmed = place.nth >= panel.table.met();
    dimmed(ui, is_dimmed, |ui| check(ui, pane, rect, is_checked, &theme));
    for column in place.columns {
        let place = pane.placed(panel.place_in(rect, *column), rect);
        cell_ui(ui, panel, pane, (record, *column), (place, is_dimmed), &theme);
    }
    let pointed = |x: f32| (0..panel.table.columns().len()).rev().find(|column| panel.span(*column).0 <= x);
    let from_start = |x: f32| if pane.is_turned { rect.right() - x } else { x - rect.left() };
    let at = response.interact_pointer_pos().map(|pos| from_start(pos.x));
    if response.double_clicked() {
        begin(panel, session, intents);
    } else if response.clicked() {
        // A screen reader clicks without a place.
        let checks = at.is_some_and(|x| x < CHECK);
        let column = at.and_then(pointed).unwrap_or(0);
        let held = ui.input(|input| input.modifiers);
        let from = panel.at.map(|(from, _)| from);
        panel.at = Some((record, column));
        panel.is_pinned = checks || held.command || held.shift;
        intents.push(match from {
            Some(from) if held.shift => between(panel.table.rows().iter().copied(), from, record, true),
            _ if checks || held.command => Intent::Toggle(record),
            _ => Intent::Select(record),
        });
        pane.take_keys(ui);
    }
    record_menu_ui(&response, pane, record, intents);
}

fn check(ui: &Ui, pane: Pane<'_>, row: Rect, is_checked: bool, theme: &Theme) {
    let center = pos2(row.left() + CHECK / 2.0, row.center().y);
    let place = pane.placed(Rect::from_center_size(center, Vec2::splat(15.0)), row);
    if is_checked {
        ui.painter().rect_filled(place, 4.0, style::color(theme.accent));
        paint_icon(ui.painter(), Icon::Check, place.shrink(2.5), theme.on_accent);
    } else {
        let edge = Stroke::new(1.0, style::color(theme.muted));
        ui.painter().rect_stroke(place, 4.0, edge, StrokeKind::Inside);
    }
}

fn cell_ui(
    ui: &mut Ui,
    panel: &TablePanel,
    pane: Pane<'_>,
    (record, column): (RecordRef, usize),
    (place, is_dimmed): (Rect, bool),
    theme: &Theme,
) {
    let Some(what) = panel.table.columns().get(column).copied() else { return };
    let text = cell(pane.session.shown(), record, what);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_title = what == Column::Field(fields::title(record.kind()));
    let face = if is_title { FaceStyle::SemiBold } else { FaceStyle::Regular };
    let (shown, ink) = if text.is_empty() { ("–", theme.muted) } else { (text.as_str(), theme.ink) };
    let words = Words::new(ui.painter(), shown, style::font(face, size::UI), style::color(ink), place.width() - GAP);
    let wide = words.size();
    let corner = panel.corner_of(wide, pane, column, place);
    dimmed(ui, is_dimmed, |ui| words.paint(ui.painter(), corner));
    let is_at = panel.at == Some((record, column));
    if is_at && pane.has_keys(ui) {
        ring(ui.painter(), place.shrink2(vec2(1.0, 4.0)), 6.0);
    }
    let said = if text.is_empty() { say!(ui_table_nothing) } else { &text };
    let label = say!(ui_table_cell, column = what.name(), text = said);
    let is_checked = pane.session.selection().contains(record);
    ui.ctx().accesskit_node_builder(cell_id(record, column), |node| {
        node.set_role(Role::GridCell);
        node.set_label(label);
        node.set_column_index(column);
        node.set_selected(is_checked);
        node.set_bounds(bounds_of(place));
        if is_dimmed {
            node.set_description(say!(filter_unmet));
        }
    });
}

/// Opens the cell that the keyboard is in, with what its field takes: words, one of a few, or the other of two.
pub fn begin(panel: &mut TablePanel, session: &Session, intents: &mut Vec<Intent>) {
    let Some((record, column)) = panel.at else { return };
    let Some(what) = panel.table.columns().get(column).copied() else { return };
    let map = session.map();
    let Column::Field(field) = what else {
        let ids: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        if edit::stage_of(map, record).is_some() {
            panel.choosing = Some(Choosing { record, of: Of::Stage(ids), is_new: true });
        }
        return;
    };
    match fields::kind(record.kind(), field) {
        Some(FieldKind::Switch) => {
            let key = FieldKey::one(record, field);
            let other = usize::from(fields::chosen(map, &key) != Some(1));
            intents.extend(fields::choose(map, &key, other).map(Intent::Edit));
        }
        Some(FieldKind::Choice(_)) if fields::read(map, record, field).is_some() => {
            panel.choosing = Some(Choosing { record, of: Of::Field(field), is_new: true });
        }
        _ => panel.editor = Editor::of(session, record, field),
    }
}

/// What a cell takes one of a few of.
enum Of {
    Field(Field),
    Stage(Vec<StageId>),
}

/// A list from which a cell takes one.
pub struct Choosing {
    record: RecordRef,
    of: Of,
    is_new: bool,
}

impl Choosing {
    /// Shows the list below its cell; true while it stays open.
    pub fn show(&mut self, ui: &Ui, pane: Pane<'_>, below: Rect, intents: &mut Vec<Intent>) -> bool {
        let map = pane.session.map();
        let (names, now): (Vec<String>, Option<usize>) = match &self.of {
            Of::Field(field) => {
                let names = fields::choices(self.record.kind(), *field).unwrap_or_default();
                let now = fields::chosen(map, &FieldKey::one(self.record, *field));
                (names.into_iter().map(str::to_owned).collect(), now)
            }
            Of::Stage(ids) => {
                let here = edit::stage_of(map, self.record);
                (
                    ids.iter().map(|id| fields::stage_text(map, *id)).collect(),
                    ids.iter().position(|id| Some(*id) == here),
                )
            }
        };
        let mut chosen = None;
        let area = Area::new(Id::unique("table choices")).order(Order::Foreground).fixed_pos(below.left_bottom());
        let list = area.constrain(true).show(ui.ctx(), |ui| {
            Frame::menu(ui.style()).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(LIST);
                ScrollArea::vertical().max_height(LIST_MOST).show(ui, |ui| {
                    for (nth, name) in names.iter().enumerate() {
                        let item = MenuItem { name, keys: String::new(), on: Some(now == Some(nth)) };
                        let row = menu_item_ui(ui, &item);
                        // Arrows walk on from what is chosen now, and Enter takes the one they have come to.
                        if self.is_new && nth == now.unwrap_or(0) {
                            row.request_focus();
                            row.scroll_to_me(None);
                        }
                        if row.clicked() {
                            chosen = Some(nth);
                        }
                    }
                });
            });
        });
        let rect = list.response.rect;
        let elsewhere = ui.input(|input| {
            let pointer = &input.pointer;
            pointer.any_pressed() && pointer.interact_pos().is_some_and(|pos| !rect.contains(pos))
        });
        let given_up = ui.input(|input| input.key_pressed(Key::Escape)) || elsewhere && !self.is_new;
        self.is_new = false;
        if let Some(nth) = chosen {
            let edit = match &self.of {
                Of::Field(field) => fields::choose(map, &FieldKey::one(self.record, *field), nth),
                Of::Stage(ids) => ids.get(nth).and_then(|to| edit::move_to_stage(map, &[self.record], *to)),
            };
            intents.extend(edit.map(Intent::Edit));
        }
        let stays = chosen.is_none() && !given_up;
        if !stays && !elsewhere {
            pane.take_keys(ui);
        }
        stays
    }
}
