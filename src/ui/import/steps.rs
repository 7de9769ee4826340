//! The three steps, as a row of tabs that says how far one is.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use touchline_words::say;

use super::ImportView;
use super::doubt::in_doubt;
use crate::scene::FaceStyle;
use crate::session::import::Import;
use crate::theme::size;
use crate::ui::style;

/// Which step shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    #[default]
    Columns,
    Bindings,
    Result,
}

fn steps() -> [(Step, &'static str); 3] {
    [
        (Step::Columns, say!(ui_import_step_columns)),
        (Step::Bindings, say!(ui_import_step_bindings)),
        (Step::Result, say!(ui_import_step_result)),
    ]
}

/// Whether the columns say enough to go on.
pub(super) fn is_ready(import: &Import) -> bool {
    import.recognition().is_some_and(|recognition| in_doubt(recognition).is_none() && recognition.open_time.is_none())
        && import.missing_roles().is_empty()
        && import.ragged_in_doubt().is_none()
}

pub(super) fn steps_ui(ui: &mut Ui, import: &Import, view: &mut ImportView) {
    let ready = is_ready(import);
    if !ready {
        view.step = Step::Columns;
    }
    let width = ((ui.available_width() - 40.0) / 3.0).min(170.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        for (step, name) in steps() {
            if step_ui(ui, name, width, step.cmp(&view.step), ready || step == Step::Columns) {
                view.step = step;
            }
        }
    });
    ui.add_space(16.0);
}

/// One step, `place` before, at or after the one that shows.
fn step_ui(ui: &mut Ui, name: &str, width: f32, place: std::cmp::Ordering, reachable: bool) -> bool {
    let theme = style::theme(ui.ctx());
    let sense = if reachable { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), sense);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, reachable, place.is_eq(), name));
    let (face, ink, line, thick) = match place {
        std::cmp::Ordering::Equal => (FaceStyle::SemiBold, theme.ink, theme.accent, 2.5),
        std::cmp::Ordering::Less => (FaceStyle::Regular, theme.muted, theme.accent, 1.5),
        std::cmp::Ordering::Greater => (FaceStyle::Regular, theme.muted, theme.hairline, 1.5),
    };
    let ink = if response.hovered() && reachable { theme.ink } else { ink };
    let start = pos2(rect.left(), rect.center().y - 2.0);
    let font = style::font(face, size::UI);
    ui.painter().text(start, egui::Align2::LEFT_CENTER, name, font, style::color(ink));
    let line_rect = Rect::from_min_max(pos2(rect.left(), rect.bottom() - thick), rect.right_bottom());
    ui.painter().rect_filled(line_rect, 1.0, style::color(line));
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, style::color(theme.accent));
        ui.painter().rect_stroke(rect.expand(2.0), 3.0, stroke, egui::StrokeKind::Outside);
    }
    response.clicked()
}
