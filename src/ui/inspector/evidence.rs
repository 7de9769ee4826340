//! What a touchpoint rests on: a list of evidence, or openly an assumption.

use super::panel::{Panel, capital, remark_ui};
use crate::edit;
use crate::fields::{FieldKey, choose};
use crate::model::{EvidenceKind, Field, RecordRef, Touchpoint, TouchpointId};
use crate::theme::Icon;
use crate::ui::style;
use crate::ui::widgets::{chevron, entry_ui, field_label_ui, icon_button_ui, link_button_ui};
use egui::{Align, ComboBox, Layout, Sense, Ui, Vec2, vec2};
use touchline_words::say;

/// Width of the amount at the end of a row.
const AMOUNT_WIDTH: f32 = 104.0;

pub fn evidence_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let map = panel.map;
    field_label_ui(ui, say!(ui_col_evidence));
    for (place, evidence) in card.evidence.iter().enumerate() {
        piece_ui(ui, panel, id, place, evidence.kind);
    }
    if card.evidence.is_empty() {
        ui.horizontal(|ui| {
            dot_ui(ui, false);
            remark_ui(ui, say!(ui_inspector_assumption));
        });
    }
    ui.horizontal_wrapped(|ui| {
        if link_button_ui(ui, say!(ui_inspector_add_evidence)).clicked() {
            panel.edit(edit::add_evidence(map, id));
        }
        if !card.evidence.is_empty() && link_button_ui(ui, say!(ui_inspector_mark_assumption)).clicked() {
            panel.edit(edit::toggle_evidence(map, &[id]));
        }
    });
}

/// Dot, kind and amount; below, which one it is.
fn piece_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, place: usize, kind: EvidenceKind) {
    let map = panel.map;
    let record = RecordRef::Touchpoint(id);
    let nth = place + 1;
    ui.push_id(("evidence", place), |ui| {
        ui.horizontal(|ui| {
            dot_ui(ui, true);
            if let Some(chosen) = ui.scope(|ui| kind_ui(ui, nth, kind)).inner {
                panel.edit(choose(map, &FieldKey::one(record, Field::EvidenceKind(place)), chosen));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button_ui(ui, Icon::Close, &say!(ui_inspector_remove_evidence, nth)).clicked() {
                    panel.edit(edit::remove_evidence(map, id, place));
                }
            });
        });
        ui.horizontal(|ui| {
            ui.add_space(15.0);
            let name_width = (ui.available_width() - AMOUNT_WIDTH - 6.0).max(60.0);
            ui.spacing_mut().item_spacing.x = 6.0;
            sized(ui, name_width, |ui| {
                panel.cell_ui(
                    ui,
                    record,
                    Field::EvidenceName(place),
                    &say!(ui_inspector_evidence_source, nth),
                    say!(ui_inspector_evidence_which),
                );
            });
            sized(ui, AMOUNT_WIDTH, |ui| {
                panel.cell_ui(
                    ui,
                    record,
                    Field::EvidenceAmount(place),
                    &say!(ui_inspector_evidence_amount, nth),
                    say!(ui_inspector_evidence_much),
                );
            });
        });
    });
}

/// The place of the kind that was chosen.
fn kind_ui(ui: &mut Ui, nth: usize, current: EvidenceKind) -> Option<usize> {
    let label = say!(ui_inspector_evidence_kind, nth);
    // Without a frame: the list reads as words until it is worked on.
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
    widgets.inactive.bg_stroke = egui::Stroke::NONE;
    ui.spacing_mut().button_padding.x = 0.0;
    let shown = chevron(ComboBox::from_id_salt("kind")).selected_text(current.name()).width(150.0).truncate().show_ui(
        ui,
        |ui| {
            let clicked = |(place, kind): (usize, EvidenceKind)| {
                entry_ui(ui, kind == current, capital(kind.name())).clicked().then_some(place)
            };
            EvidenceKind::ALL.into_iter().enumerate().filter_map(clicked).last()
        },
    );
    shown.response.ctx.accesskit_node_builder(shown.response.id, |node| node.set_label(label.as_str()));
    shown.inner.flatten()
}

/// Filled for evidence, a ring for an assumption, as on the card.
fn dot_ui(ui: &mut Ui, is_evidence: bool) {
    let theme = style::theme(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(8.0), Sense::hover());
    if is_evidence {
        ui.painter().circle_filled(rect.center(), 3.5, style::color(theme.good));
    } else {
        ui.painter().circle_stroke(rect.center(), 3.0, egui::Stroke::new(1.4, style::color(theme.neutral)));
    }
}

fn sized(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        add(ui);
    });
}
