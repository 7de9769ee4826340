//! A stage's fields.

use super::drop_off::{drop_off_ui, estimate_ui};
use super::flags::flags_ui;
use super::panel::{Panel, gap_ui, pair_ui};
use super::step::steps_ui;
use crate::fields::{FieldKey, STAGE_COLORS};
use crate::model::{Field, FlagTarget, RecordRef, Stage, StageId};
use crate::ui::style;
use crate::ui::widgets::field_label_ui;
use egui::{Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use touchline_words::say;

pub fn stage_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: StageId, stage: &Stage) {
    let record = RecordRef::Stage(id);
    panel.heading_ui(ui, say!(kind_stage_title), record, say!(ui_inspector_stage_name));
    panel.line_ui(ui, record, Field::Goal, say!(ui_inspector_goal), say!(ui_inspector_goal_hint));
    steps_ui(ui, panel, id);
    color_ui(ui, panel, id, stage);
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.line_ui(left, record, Field::PeriodFrom, say!(ui_inspector_planned_from), "2026-11-03");
        panel.line_ui(right, record, Field::PeriodTo, say!(ui_inspector_planned_to), "2026-12-01");
    });
    panel.chosen_ui(ui, &FieldKey::one(record, Field::Zone), say!(field_zone));
    panel.switch_ui(ui, record, Field::Pending, say!(field_pending), say!(ui_inspector_pending));
    panel.switch_ui(ui, record, Field::Folded, say!(field_folded), say!(field_folded));
    panel.line_ui(ui, record, Field::Width, say!(ui_inspector_width), say!(ui_inspector_width_hint));
    gap_ui(ui);
    drop_off_ui(ui, panel, id, say!(ui_inspector_drop_off_after));
    estimate_ui(ui, panel, id, stage.estimate.as_ref());
    gap_ui(ui);
    flags_ui(ui, panel, FlagTarget::Stage(id));
    gap_ui(ui);
    panel.area_ui(ui, record, Field::Events, say!(ui_inspector_events), say!(ui_inspector_events_hint));
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    panel.delete_ui(ui, record);
}

/// The six stage colours, and the one that the stage's place gives.
fn color_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: StageId, stage: &Stage) {
    let theme = style::theme(ui.ctx());
    let key = FieldKey::one(id.into(), Field::Color);
    field_label_ui(ui, say!(ui_inspector_colour));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for nth in 0..STAGE_COLORS {
            let is_chosen = stage.color == Some(nth);
            let (rect, response) = ui.allocate_exact_size(Vec2::splat(22.0), Sense::click());
            let name = say!(ui_inspector_colour_nth, nth = nth + 1);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, &name));
            ui.painter().rect_filled(rect.shrink(3.0), 4.0, style::color(theme.stage(usize::from(nth))));
            if is_chosen || response.has_focus() || response.hovered() {
                let ink = if is_chosen { theme.ink } else { theme.neutral };
                let ring = Stroke::new(1.5, style::color(ink));
                ui.painter().rect_stroke(rect.shrink(0.5), 6.0, ring, StrokeKind::Inside);
            }
            if response.clicked() {
                panel.set(&key, &(nth + 1).to_string());
            }
        }
        let by_place = ui.selectable_label(stage.color.is_none(), say!(ui_inspector_by_place));
        if by_place.on_hover_text(say!(ui_inspector_by_place_hint)).clicked() {
            panel.set(&key, "");
        }
    });
}
