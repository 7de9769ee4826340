//! The switch between the views of the map, above them; where there is little room, a list that opens.

use crate::scene::FaceStyle;
use crate::session::Intent;
use crate::session::views::View;
use crate::theme::{Icon, size};
use crate::ui::style;
use crate::ui::widgets::{entry_ui, paint_focus, paint_icon};
use egui::{Align2, FontId, Popup, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use touchline_words::say;

const HEIGHT: f32 = 26.0;
const PADDING: f32 = 14.0;
const RADIUS: f32 = 8.0;

fn font() -> FontId {
    style::font(FaceStyle::SemiBold, size::UI)
}

fn widths(ui: &Ui) -> Vec<f32> {
    let wide = |view: View| ui.painter().layout_no_wrap(view.name().to_owned(), font(), egui::Color32::BLACK).size().x;
    View::ALL.into_iter().map(|view| wide(view).ceil() + 2.0 * PADDING).collect()
}

/// Room that the switch leaves to what else stands in its bar, in logical pixels; in less it is a list.
const BESIDE: f32 = 300.0;
/// Of the sign that a list opens.
const CHEVRON: f32 = 16.0;

/// Whether the switch is a list in a bar of a width.
fn is_list(ui: &Ui, bar: f32) -> bool {
    widths(ui).iter().sum::<f32>() + BESIDE > bar
}

/// How wide [`switch_ui`] is in a bar of a width.
pub fn switch_width(ui: &Ui, shown: &[View], bar: f32) -> f32 {
    if !is_list(ui, bar) {
        return widths(ui).iter().sum();
    }
    let names = View::ALL.into_iter().zip(widths(ui));
    names.filter(|(view, _)| shown.first() == Some(view)).map(|(_, width)| width + CHEVRON).sum()
}

/// Shows the switch, with the views that are shown lit; what is chosen goes the way of its key. With Shift a second view is chosen.
pub fn switch_ui(ui: &mut Ui, shown: &[View], bar: f32) -> Option<Intent> {
    if is_list(ui, bar) { list_ui(ui, shown, switch_width(ui, shown, bar)) } else { row_ui(ui, shown) }
}

/// The view that is shown, as a button that opens the list of all.
fn list_ui(ui: &mut Ui, shown: &[View], width: f32) -> Option<Intent> {
    let theme = style::theme(ui.ctx());
    let name = shown.first().map(|view| view.name()).unwrap_or_default();
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    let label = say!(ui_views_switch_now, view = name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let ground = if response.hovered() || response.has_focus() { theme.hover } else { theme.neutral_ground };
    ui.painter().rect_filled(rect, RADIUS, style::color(ground));
    let at = rect.left_center() + vec2(PADDING, 0.0);
    ui.painter().text(at, Align2::LEFT_CENTER, name, font(), style::color(theme.accent_ink));
    let sign = Rect::from_center_size(rect.right_center() - vec2(PADDING, 0.0), Vec2::splat(10.0));
    paint_icon(ui.painter(), Icon::ChevronDown, sign, theme.muted);
    paint_focus(ui.painter(), &response, rect.shrink(2.0), RADIUS - 2.0);
    let mut asked = None;
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(140.0);
        for view in View::ALL {
            if entry_ui(ui, shown.contains(&view), view.name()).clicked() {
                asked = Some(Intent::Command(view.command()));
            }
        }
    });
    asked
}

fn row_ui(ui: &mut Ui, shown: &[View]) -> Option<Intent> {
    let theme = style::theme(ui.ctx());
    let widths = widths(ui);
    let (whole, group) = ui.allocate_exact_size(vec2(widths.iter().sum(), HEIGHT), Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, say!(ui_views_switch)));
    ui.painter().rect_filled(whole, RADIUS, style::color(theme.neutral_ground));
    let (mut left, mut asked) = (whole.left(), None);
    for (view, width) in View::ALL.into_iter().zip(widths) {
        let part = Rect::from_min_size(pos2(left, whole.top()), vec2(width, HEIGHT));
        left += width;
        let is_shown = shown.contains(&view);
        let response = ui.interact(part, group.id.with(view), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_shown, view.name()));
        let ink = match (is_shown, response.hovered()) {
            (true, _) => theme.accent_ink,
            (false, true) => theme.ink,
            (false, false) => theme.detail,
        };
        if is_shown {
            let lit = part.shrink(2.0);
            ui.painter().rect_filled(lit, RADIUS - 2.0, style::color(theme.surface));
            let edge = Stroke::new(1.0, style::color(theme.hairline));
            ui.painter().rect_stroke(lit, RADIUS - 2.0, edge, StrokeKind::Inside);
        }
        ui.painter().text(part.center(), Align2::CENTER_CENTER, view.name(), font(), style::color(ink));
        paint_focus(ui.painter(), &response, part.shrink(2.0), RADIUS - 2.0);
        let keys = view.command().keys().unwrap_or_default();
        let beside = view.second_command().keys().unwrap_or_default();
        if response.on_hover_text(say!(ui_views_switch_how, keys, beside)).clicked() {
            let adds = ui.input(|input| input.modifiers.shift);
            let is_first = shown.first() == Some(&view);
            asked = match (adds, is_first) {
                (true, _) => Some(Intent::Command(view.second_command())),
                (false, false) => Some(Intent::Command(view.command())),
                (false, true) => None,
            };
        }
    }
    asked
}
