//! Rounded labels: audience chips, pills, and the pennants of compliance flags.

use super::{paint_focus, paint_icon};
use crate::images::Image;
use crate::scene::{Color, FaceStyle};
use crate::theme::{Icon, Theme, size};
use crate::ui::screen::image_at;
use crate::ui::screen::words::Words;
use crate::ui::style;
use egui::{Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

/// A longer name of a chip that can be taken off ends in `…`.
const WIDEST_NAME: f32 = 260.0;

/// What a mark says by its colour; a word or a sign says it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Neutral,
    Good,
    Warn,
    Bad,
    Accent,
}

impl Tone {
    /// Text, ground, and line of the tone.
    pub fn colors(self, theme: &Theme) -> (Color, Color, Color) {
        match self {
            Tone::Neutral => (theme.neutral_ink, theme.neutral_ground, theme.neutral),
            Tone::Good => (theme.good_ink, theme.good_ground, theme.good),
            Tone::Warn => (theme.warn_ink, theme.warn_ground, theme.warn),
            Tone::Bad => (theme.bad_ink, theme.bad_ground, theme.bad),
            Tone::Accent => (theme.accent_ink, theme.accent_ground, theme.accent),
        }
    }
}

/// Before the name of a chip, a portrait takes as much more.
const PORTRAIT: f32 = 20.0;

/// How wide [`chip_ui`] makes a chip.
pub fn chip_width(ui: &Ui, name: &str, figure: &str, portrait: Option<&Image>) -> f32 {
    let wide = |text: &str, font| Words::new(ui.painter(), text, font, egui::Color32::BLACK, f32::INFINITY).size().x;
    let gap = if figure.is_empty() { 0.0 } else { 14.0 };
    let portrait = if portrait.is_some() { PORTRAIT - 4.0 } else { 0.0 };
    24.0 + portrait + wide(name, style::font(FaceStyle::SemiBold, size::UI)) + gap + wide(figure, style::small())
}

/// A chip that is chosen or not: a name, with a portrait before it, and a figure after it (may be empty). 24 high.
pub fn chip_ui(ui: &mut Ui, name: &str, figure: &str, portrait: Option<&Image>, selected: bool) -> Response {
    let theme = style::theme(ui.ctx());
    let (ink, second) =
        if selected { (theme.on_accent, theme.on_accent.over(theme.accent, 0.82)) } else { (theme.ink, theme.muted) };
    let name_font = style::font(FaceStyle::SemiBold, size::UI);
    let name_words = Words::new(ui.painter(), name, name_font, style::color(ink), f32::INFINITY);
    let figure_galley = ui.painter().layout_no_wrap(figure.to_owned(), style::small(), style::color(second));
    let (rect, response) = ui.allocate_exact_size(vec2(chip_width(ui, name, figure, portrait), 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, name));
    let ground = match (selected, response.hovered()) {
        (true, false) => theme.accent,
        (true, true) => theme.accent.over(theme.ink, 0.9),
        (false, false) => theme.surface,
        (false, true) => theme.hover,
    };
    ui.painter().rect_filled(rect, 12.0, style::color(ground));
    if !selected {
        let edge = if response.hovered() { theme.neutral } else { theme.hairline };
        ui.painter().rect_stroke(rect, 12.0, Stroke::new(1.0, style::color(edge)), StrokeKind::Inside);
    }
    let mut name_x = rect.left() + 12.0;
    if let Some(portrait) = portrait {
        let place = Rect::from_min_size(rect.min + vec2(2.0, 2.0), Vec2::splat(PORTRAIT));
        image_at(ui.painter(), portrait, place, PORTRAIT / 2.0);
        name_x = place.right() + 6.0;
    }
    let name_pos = pos2(name_x, rect.center().y - name_words.size().y / 2.0);
    let figure_pos = pos2(rect.right() - 12.0 - figure_galley.size().x, rect.center().y - figure_galley.size().y / 2.0);
    name_words.paint(ui.painter(), name_pos);
    ui.painter().galley(figure_pos, figure_galley, style::color(second));
    paint_focus(ui.painter(), &response, rect, 12.0);
    response
}

/// A chip that goes when it is clicked: a name on a tinted ground and a cross; `label` is what a screen reader says. 26 high.
pub fn removable_chip_ui(ui: &mut Ui, name: &str, label: &str) -> Response {
    let theme = style::theme(ui.ctx());
    let font = style::font(FaceStyle::SemiBold, size::UI);
    let words = Words::new(ui.painter(), name, font, style::color(theme.accent_ink), WIDEST_NAME);
    let (rect, response) = ui.allocate_exact_size(vec2(12.0 + words.size().x + 26.0, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    ui.painter().rect_filled(rect, 13.0, style::color(theme.accent_ground));
    let cross = Rect::from_center_size(rect.right_center() - vec2(15.0, 0.0), Vec2::splat(12.0));
    if response.hovered() {
        let edge = Stroke::new(1.0, style::color(theme.accent));
        ui.painter().rect_stroke(rect, 13.0, edge, StrokeKind::Inside);
    }
    paint_icon(ui.painter(), Icon::Close, cross, theme.accent_ink);
    let at = pos2(rect.left() + 12.0, rect.center().y - words.size().y / 2.0);
    words.paint(ui.painter(), at);
    paint_focus(ui.painter(), &response, rect, 13.0);
    response.on_hover_text(label)
}

/// A dashed chip that adds one more. 26 high.
pub fn add_chip_ui(ui: &mut Ui, name: &str) -> Response {
    let theme = style::theme(ui.ctx());
    let font = style::font(FaceStyle::Medium, size::UI);
    let words = Words::new(ui.painter(), name, font, style::color(theme.ink), f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(vec2(30.0 + words.size().x + 12.0, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let ground = if response.hovered() { theme.hover } else { theme.ground };
    ui.painter().rect_filled(rect, 13.0, style::color(ground));
    let edge = Stroke::new(1.0, style::color(theme.neutral));
    ui.painter().extend(Shape::dashed_line(&stadium(rect.shrink(0.5)), edge, 3.0, 3.0));
    let plus = Rect::from_center_size(rect.left_center() + vec2(17.0, 0.0), Vec2::splat(12.0));
    paint_icon(ui.painter(), Icon::Plus, plus, theme.ink);
    let at = pos2(rect.left() + 30.0, rect.center().y - words.size().y / 2.0);
    words.paint(ui.painter(), at);
    paint_focus(ui.painter(), &response, rect, 13.0);
    response
}

/// The outline of a rectangle whose ends are half circles, closed.
fn stadium(rect: Rect) -> Vec<egui::Pos2> {
    let radius = rect.height() / 2.0;
    let arc = |center: egui::Pos2, from: f32| {
        (0..=8).map(move |step| {
            let angle = from + std::f32::consts::PI * step as f32 / 8.0;
            center + radius * vec2(angle.cos(), angle.sin())
        })
    };
    let half = std::f32::consts::FRAC_PI_2;
    let left = arc(pos2(rect.left() + radius, rect.center().y), half);
    let right = arc(pos2(rect.right() - radius, rect.center().y), -half);
    let mut outline: Vec<egui::Pos2> = left.chain(right).collect();
    outline.extend(outline.first().copied());
    outline
}

/// A word on a tinted ground, clickable if `sense` says so. 20 high.
pub fn pill_ui(ui: &mut Ui, text: &str, tone: Tone, sense: Sense) -> Response {
    let theme = style::theme(ui.ctx());
    let (ink, ground, edge) = tone.colors(&theme);
    let font = style::font(FaceStyle::SemiBold, size::UI_SMALL);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, style::color(ink));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 20.0, 20.0), sense);
    let role = if sense.senses_click() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), text));
    ui.painter().rect_filled(rect, 10.0, style::color(ground));
    if sense.senses_click() && response.hovered() {
        ui.painter().rect_stroke(rect, 10.0, Stroke::new(1.0, style::color(edge)), StrokeKind::Inside);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, style::color(ink));
    paint_focus(ui.painter(), &response, rect, 10.0);
    response
}

/// Width and height that [`pennant_ui`] takes.
pub fn pennant_size(ui: &Ui, code: &str) -> Vec2 {
    let font = style::font(FaceStyle::Bold, size::UI_SMALL);
    let text = ui.painter().layout_no_wrap(code.to_owned(), font, egui::Color32::BLACK);
    vec2(text.size().x + 30.0, 18.0)
}

/// A swallow-tailed flag: its sign (`!`, `?`, `✓`, `–`) and its code.
pub fn pennant_ui(ui: &mut Ui, sign: &str, code: &str, tone: Tone, sense: Sense) -> Response {
    let theme = style::theme(ui.ctx());
    let (ink, ground, edge) = tone.colors(&theme);
    let (rect, response) = ui.allocate_exact_size(pennant_size(ui, code), sense);
    let role = if sense.senses_click() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), format!("{code} {sign}")));
    let font = style::font(FaceStyle::Bold, size::UI_SMALL);
    let outline = swallow_tail(rect.shrink(0.5));
    let notch = Stroke::new(1.0, style::color(edge));
    // The notch makes the outline concave, which egui's fill cannot take: the two halves are filled on their own.
    for half in halves(rect.shrink(0.5)) {
        ui.painter().add(Shape::convex_polygon(half, style::color(ground), Stroke::NONE));
    }
    ui.painter().add(Shape::closed_line(outline, notch));
    let middle = rect.center().y;
    ui.painter().text(
        pos2(rect.left() + 9.0, middle),
        egui::Align2::CENTER_CENTER,
        sign,
        font.clone(),
        style::color(ink),
    );
    ui.painter().text(pos2(rect.left() + 16.0, middle), egui::Align2::LEFT_CENTER, code, font, style::color(ink));
    paint_focus(ui.painter(), &response, rect, 2.0);
    response
}

fn swallow_tail(rect: Rect) -> Vec<egui::Pos2> {
    vec![
        rect.left_top(),
        rect.right_top(),
        pos2(rect.right() - 5.0, rect.center().y),
        rect.right_bottom(),
        rect.left_bottom(),
    ]
}

fn halves(rect: Rect) -> [Vec<egui::Pos2>; 2] {
    let notch = pos2(rect.right() - 5.0, rect.center().y);
    let left = pos2(rect.left(), rect.center().y);
    [vec![rect.left_top(), rect.right_top(), notch, left], vec![left, notch, rect.right_bottom(), rect.left_bottom()]]
}
