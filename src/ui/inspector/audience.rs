//! Chips for the audiences that a record is for; none chosen means all.

use super::panel::{Panel, remark_ui};
use crate::fields::{FieldKey, audiences_text};
use crate::model::{Field, RecordRef, SegmentId};
use crate::scene::FaceStyle;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::field_label_ui;
use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use touchline_words::say;

/// The audiences of records, which may differ.
pub fn audiences_ui(ui: &mut Ui, panel: &mut Panel<'_>, records: &[RecordRef]) {
    let map = panel.map;
    let mut lists = records.iter().map(|record| map.spot(*record).and_then(|spot| spot.segments));
    let first = lists.next().flatten();
    let shared = first.filter(|first| lists.all(|list| list == Some(first)));
    if let Some(list) = chips_ui(ui, panel, shared.map(Vec::as_slice)) {
        let key = FieldKey { records: records.to_vec(), field: Field::Audiences };
        panel.set(&key, &audiences_text(map, &list));
    }
}

/// Shows the chips, and gives back the new list when one was switched. `None` stands for several records that differ.
fn chips_ui(ui: &mut Ui, panel: &Panel<'_>, chosen: Option<&[SegmentId]>) -> Option<Vec<SegmentId>> {
    let segments = panel.map.segments_in_order();
    field_label_ui(ui, say!(ui_col_audience));
    if segments.is_empty() {
        remark_ui(ui, say!(ui_inspector_for_everyone));
        return None;
    }
    let mut switched = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (id, segment) in &segments {
            let is_for = chosen.is_some_and(|chosen| chosen.contains(id));
            if toggle_ui(ui, &segment.name, is_for).clicked() {
                switched = Some(*id);
            }
        }
    });
    match chosen {
        None => remark_ui(ui, say!(ui_inspector_cards_differ)),
        Some([]) => remark_ui(ui, say!(ui_inspector_none_chosen)),
        Some(_) => {}
    }
    let switched = switched?;
    let mut list: Vec<SegmentId> = chosen.unwrap_or_default().to_vec();
    if list.contains(&switched) {
        list.retain(|id| *id != switched);
    } else {
        list.push(switched);
    }
    // In the order of the audiences, so that the same choice is the same list.
    let order = |id: &SegmentId| segments.iter().position(|(known, _)| known == id);
    list.sort_by_key(order);
    Some(list)
}

/// A chip that is on or off. 22 high.
fn toggle_ui(ui: &mut Ui, name: &str, is_on: bool) -> Response {
    let theme = style::theme(ui.ctx());
    let (ink, ground) = if is_on { (theme.accent_ink, theme.accent_ground) } else { (theme.muted, theme.surface) };
    let font = style::font(FaceStyle::SemiBold, size::UI_SMALL);
    let most = (ui.max_rect().width() - 24.0).max(40.0);
    let text = egui::RichText::new(name).font(font).color(style::color(ink));
    let galley = egui::WidgetText::from(text).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        most,
        egui::FontSelection::Default,
    );
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 24.0, 22.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_on, name));
    ui.painter().rect_filled(rect, 11.0, style::color(ground));
    let edge = match (response.has_focus(), response.hovered(), is_on) {
        (true, ..) => Some(theme.accent),
        (_, true, _) => Some(theme.neutral),
        (_, _, false) => Some(theme.hairline),
        _ => None,
    };
    if let Some(edge) = edge {
        ui.painter().rect_stroke(rect, 11.0, Stroke::new(1.0, style::color(edge)), StrokeKind::Inside);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, style::color(ink));
    response
}
