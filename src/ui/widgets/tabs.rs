//! A row of tabs with an underline below the one that is shown.

use super::paint_focus;
use crate::scene::FaceStyle;
use crate::theme::size;
use crate::ui::style;
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Shows the tabs and gives back the one that was clicked, if another than `selected` was.
pub fn tabs_ui(ui: &mut Ui, tabs: &[&str], selected: usize) -> Option<usize> {
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 28.0;
        for (nth, tab) in tabs.iter().enumerate() {
            if tab_ui(ui, tab, nth == selected) {
                clicked = Some(nth);
            }
        }
    });
    clicked.filter(|&nth| nth != selected)
}

fn tab_ui(ui: &mut Ui, label: &str, selected: bool) -> bool {
    let theme = style::theme(ui.ctx());
    let face = if selected { FaceStyle::SemiBold } else { FaceStyle::Medium };
    // Room for the bolder face always, so that choosing a tab moves nothing.
    let bold = ui.painter().layout_no_wrap(
        label.to_owned(),
        style::font(FaceStyle::SemiBold, size::UI),
        egui::Color32::TRANSPARENT,
    );
    let (rect, response) = ui.allocate_exact_size(vec2(bold.size().x, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), selected, label));
    let ink = if selected || response.hovered() { theme.ink } else { theme.muted };
    ui.painter().text(
        pos2(rect.left(), rect.center().y),
        egui::Align2::LEFT_CENTER,
        label,
        style::font(face, size::UI),
        style::color(ink),
    );
    if selected {
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0), rect.right_bottom());
        ui.painter().rect_filled(line, 1.0, style::color(theme.accent));
    } else if response.hovered() {
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, style::color(theme.hairline)));
    }
    paint_focus(ui.painter(), &response, rect, 3.0);
    response.clicked()
}
