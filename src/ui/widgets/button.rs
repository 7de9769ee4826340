//! Buttons: filled, outlined, a word alone, an icon alone.

use super::{paint_focus, paint_icon};
use crate::scene::{Color, FaceStyle};
use crate::theme::{Icon, Theme, size};
use crate::ui::screen::words::Words;
use crate::ui::style;
use egui::{Key, Modifiers, Popup, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

/// Space between a button's text and its edge.
const PADDING: f32 = 14.0;

/// What is most likely wanted next. One a box.
pub fn primary_button_ui(ui: &mut Ui, label: &str) -> Response {
    let theme = style::theme(ui.ctx());
    let ground = |hovered: bool| if hovered { theme.accent.over(theme.ink, 0.88) } else { theme.accent };
    filled_button_ui(ui, label, theme.on_accent, ground)
}

/// The primary button of a box, which Enter presses too while it is enabled and nothing else takes the key.
pub fn default_button_ui(ui: &mut Ui, label: &str) -> bool {
    let clicked = primary_button_ui(ui, label).clicked();
    let above = ui.memory(|memory| memory.top_modal_layer().is_some_and(|top| top != ui.layer_id()));
    let taken = above || Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.focused().is_some());
    clicked || ui.is_enabled() && !taken && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}

/// What throws something away.
pub fn danger_button_ui(ui: &mut Ui, label: &str) -> Response {
    let theme = style::theme(ui.ctx());
    outlined_button_ui(ui, label, theme.bad_ink)
}

/// Any other button.
pub fn secondary_button_ui(ui: &mut Ui, label: &str) -> Response {
    let theme = style::theme(ui.ctx());
    outlined_button_ui(ui, label, theme.ink_soft)
}

/// A word in the accent colour that acts like a button.
pub fn link_button_ui(ui: &mut Ui, label: &str) -> Response {
    let theme = style::theme(ui.ctx());
    let font = style::font(FaceStyle::SemiBold, size::UI);
    let words = Words::new(ui.painter(), label, font, style::color(theme.accent_ink), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(words.size() + vec2(0.0, 4.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    let pos = rect.center() - words.size() / 2.0;
    let line = words.size().x;
    words.paint(ui.painter(), pos);
    if response.hovered() {
        let y = rect.bottom() - 1.0;
        ui.painter().hline(rect.left()..=rect.left() + line, y, Stroke::new(1.0, style::color(theme.accent_ink)));
    }
    paint_focus(ui.painter(), &response, rect, 3.0);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A square button with an icon; `label` is its name and its tooltip.
pub fn icon_button_ui(ui: &mut Ui, icon: Icon, label: &str) -> Response {
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    if response.hovered() && ui.is_enabled() {
        ui.painter().rect_filled(rect, f32::from(style::RADIUS), style::color(theme.hover.over(theme.ink, 0.94)));
    }
    paint_icon(ui.painter(), icon, egui::Rect::from_center_size(rect.center(), Vec2::splat(16.0)), theme.detail);
    paint_focus(ui.painter(), &response, rect, f32::from(style::RADIUS));
    response.on_hover_text(label)
}

/// How wide a button of an icon alone is that stands among buttons of words, in logical pixels.
pub const COMPACT: f32 = 36.0;

/// A button as high as those of words, with an icon in their place; `label` is its name and its tooltip.
pub fn compact_button_ui(ui: &mut Ui, icon: Icon, label: &str, is_primary: bool) -> Response {
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(COMPACT, style::CONTROL_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    let hovered = response.hovered() && ui.is_enabled();
    let (ground, ink) = match (is_primary, hovered) {
        (true, false) => (theme.accent, theme.on_accent),
        (true, true) => (theme.accent.over(theme.ink, 0.88), theme.on_accent),
        (false, false) => (theme.surface, theme.ink_soft),
        (false, true) => (theme.hover, theme.ink_soft),
    };
    let radius = f32::from(style::RADIUS);
    ui.painter().rect_filled(rect, radius, style::color(ground));
    if !is_primary {
        let edge = style::color(if hovered { theme.neutral } else { theme.hairline });
        ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, edge), StrokeKind::Inside);
    }
    paint_icon(ui.painter(), icon, egui::Rect::from_center_size(rect.center(), Vec2::splat(16.0)), ink);
    paint_focus(ui.painter(), &response, rect, radius);
    response.on_hover_text(label)
}

/// Buttons inside `add` are 36 high, as on the start screen.
pub fn tall<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 36.0;
        ui.spacing_mut().button_padding.x = 26.0;
        add(ui)
    })
    .inner
}

fn filled_button_ui(ui: &mut Ui, label: &str, ink: Color, ground: impl Fn(bool) -> Color) -> Response {
    button_ui(ui, label, FaceStyle::SemiBold, ink, |_, hovered| (ground(hovered), None))
}

fn outlined_button_ui(ui: &mut Ui, label: &str, ink: Color) -> Response {
    button_ui(ui, label, FaceStyle::Medium, ink, |theme, hovered| {
        (if hovered { theme.hover } else { theme.surface }, Some(if hovered { theme.neutral } else { theme.hairline }))
    })
}

fn button_ui(
    ui: &mut Ui,
    label: &str,
    face: FaceStyle,
    ink: Color,
    look: impl Fn(&Theme, bool) -> (Color, Option<Color>),
) -> Response {
    let theme = style::theme(ui.ctx());
    let galley = ui.painter().layout_no_wrap(label.to_owned(), style::font(face, size::UI), style::color(ink));
    let spacing = ui.spacing();
    let padding = PADDING.max(spacing.button_padding.x);
    let height = style::CONTROL_HEIGHT.max(spacing.interact_size.y);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * padding, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    let hovered = response.hovered() && ui.is_enabled();
    let (mut ground, edge) = look(&theme, hovered);
    if response.is_pointer_button_down_on() {
        ground = ground.over(theme.ink, 0.92);
    }
    let radius = f32::from(style::RADIUS);
    ui.painter().rect_filled(rect, radius, style::color(ground));
    if let Some(edge) = edge {
        let stroke = Stroke::new(1.0, style::color(edge));
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, style::color(ink));
    paint_focus(ui.painter(), &response, rect, radius);
    response
}
