//! The call-outs of the tour: one at a time, beside what it speaks of, with the window in use meanwhile.

use super::style;
use super::widgets::{link_button_ui, primary_button_ui, secondary_button_ui};
use crate::scene::FaceStyle;
use crate::session::tour::{Tour, TourStep};
use crate::theme::size;
use egui::{
    Align, Area, Color32, Context, CornerRadius, Frame, Id, LayerId, Layout, Margin, Order, Pos2, Rect, RichText, Role,
    Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2,
};
use touchline_words::say;

const WIDTH: f32 = 296.0;
/// Between a call-out and what it speaks of.
const GAP: f32 = 14.0;
/// From the window's edges.
const EDGE: f32 = 8.0;
const DOT: f32 = 6.0;
/// What is lower than this is pointed at from below, so that what stands beside it is seen.
const SMALL: f32 = 80.0;

/// What was pressed in a call-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourAsk {
    Next,
    Back,
    End,
}

/// What the window keeps of the call-outs between frames.
#[derive(Debug, Default)]
pub struct TourView {
    /// The height of the last one.
    height: f32,
    /// The step that has been shown.
    shown: Option<TourStep>,
    /// The keyboard goes to the button again.
    focus: bool,
}

impl TourView {
    /// The first call-out has the keyboard, wherever it was before.
    pub fn begin() -> Self {
        Self { focus: true, ..Self::default() }
    }
}

/// Shows the call-out of a step beside `spot`.
pub fn tour_ui(ctx: &Context, view: &mut TourView, tour: &Tour, spot: Option<Rect>) -> Option<TourAsk> {
    let theme = style::theme(ctx);
    let window = ctx.content_rect();
    let is_new = view.shown.replace(tour.step()) != Some(tour.step());
    // Whoever walks the tour by its buttons goes on from there; a text or a board that has the keyboard keeps it.
    let unfocused = ctx.memory(|memory| memory.focused().is_none());
    view.focus |= is_new && unfocused;
    let spot = spot.map(|rect| rect.intersect(window)).filter(|rect| rect.is_positive());
    if let Some(rect) = spot {
        let painter = ctx.layer_painter(LayerId::new(Order::Middle, Id::unique("tour ring")));
        let ring = Stroke::new(2.0, style::color(theme.accent));
        // Around what is small there is air; what is a whole panel wide has it already.
        let around = if rect.height() < SMALL { rect.expand(5.0) } else { rect.shrink(1.0) };
        painter.rect_stroke(around, 8.0, ring, StrokeKind::Inside);
    }
    let size = vec2(WIDTH.min(window.width() - 2.0 * EDGE), view.height);
    let wanted = beside(spot, size, window);
    let id = Id::unique("tour");
    let seconds = ctx.global_style().animation_time;
    let at = pos2(
        ctx.animate_value_with_time(id.with("x"), wanted.x, seconds),
        ctx.animate_value_with_time(id.with("y"), wanted.y, seconds),
    );
    let frame = Frame::new()
        .fill(style::color(theme.surface))
        .stroke(Stroke::new(1.0, style::color(theme.accent)))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::symmetric(16, 14))
        .shadow(ctx.global_style().visuals.window_shadow);
    let area = Area::new(id).order(Order::Foreground).fixed_pos(at).constrain(false).fade_in(false);
    let shown = area.show(ctx, |ui| {
        frame
            .show(ui, |ui| {
                ui.set_width(size.x - 34.0);
                step_ui(ui, view, tour)
            })
            .inner
    });
    view.height = shown.response.rect.height();
    if (view.height - size.y).abs() > 0.5 {
        ctx.request_repaint();
    }
    shown.inner
}

fn step_ui(ui: &mut Ui, view: &mut TourView, tour: &Tour) -> Option<TourAsk> {
    let theme = style::theme(ui.ctx());
    let (step, of) = (tour.step(), TourStep::ALL.len());
    let count = say!(ui_tour_count, nth = tour.at() + 1, of);
    let how = step.how();
    let said = format!("{count}. {}. {how}", step.title());
    let place = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), view.height));
    let note = ui.interact(place, Id::unique("tour note"), Sense::hover());
    note.widget_info(|| WidgetInfo::labeled(Role::Note, true, &said));
    ui.ctx().accesskit_node_builder(note.id, |node| node.set_live(accesskit::Live::Polite));
    let mut ask = None;
    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
    ui.horizontal(|ui| {
        let font = style::font(FaceStyle::Medium, size::UI_SMALL);
        ui.label(RichText::new(count).font(font).color(style::color(theme.muted)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if link_button_ui(ui, say!(ui_tour_skip)).clicked() {
                ask = Some(TourAsk::End);
            }
        });
    });
    let title = RichText::new(step.title()).font(style::font(FaceStyle::Bold, size::HEADING));
    ui.label(title.color(style::color(theme.ink)));
    ui.label(RichText::new(how).font(style::body()).color(style::color(theme.ink_soft)));
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        dots_ui(ui, tour.at(), of);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let last = tour.is_last();
            let next = if last { say!(ui_tour_done) } else { say!(ui_tour_next) };
            let button = primary_button_ui(ui, next);
            if std::mem::take(&mut view.focus) {
                button.request_focus();
            }
            if button.clicked() {
                view.focus = true;
                ask = Some(if last { TourAsk::End } else { TourAsk::Next });
            }
            if tour.at() > 0 && secondary_button_ui(ui, say!(ui_tour_back)).clicked() {
                view.focus = true;
                ask = Some(TourAsk::Back);
            }
        });
    });
    ask
}

/// How far one has come: a dot for each step.
fn dots_ui(ui: &mut Ui, at: usize, of: usize) {
    let theme = style::theme(ui.ctx());
    let step = DOT + 4.0;
    let (rect, _) = ui.allocate_exact_size(vec2(step * of as f32, DOT), Sense::hover());
    for nth in 0..of {
        let middle = pos2(rect.left() + step * nth as f32 + DOT / 2.0, rect.center().y);
        let (fill, edge) = match nth <= at {
            true => (style::color(theme.accent), Stroke::NONE),
            false => (Color32::TRANSPARENT, Stroke::new(1.0, style::color(theme.neutral))),
        };
        ui.painter().circle(middle, DOT / 2.0, fill, edge);
    }
}

/// Where a call-out of a size stands: beside what it speaks of, on the first side that has room, and inside the window.
fn beside(spot: Option<Rect>, size: Vec2, window: Rect) -> Pos2 {
    let inside = window.shrink(EDGE);
    let held = |at: Pos2| {
        pos2(
            at.x.clamp(inside.left(), (inside.right() - size.x).max(inside.left())),
            at.y.clamp(inside.top(), (inside.bottom() - size.y).max(inside.top())),
        )
    };
    let Some(spot) = spot else {
        return held(pos2(window.center().x - size.x / 2.0, window.bottom() - size.y - 60.0));
    };
    let middle_y = spot.center().y - size.y / 2.0;
    let mut sides = [
        pos2(spot.right() + GAP, middle_y),
        pos2(spot.center().x - size.x / 2.0, spot.bottom() + GAP),
        pos2(spot.left() - GAP - size.x, middle_y),
        pos2(spot.center().x - size.x / 2.0, spot.top() - GAP - size.y),
    ];
    if spot.height() < SMALL {
        sides.swap(0, 1);
    }
    let free = |at: &Pos2| {
        let rect = Rect::from_min_size(held(*at), size);
        !rect.intersects(spot)
    };
    held(sides.into_iter().find(free).unwrap_or(sides[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_out_hides_nothing_of_what_it_speaks_of_and_stays_in_the_window() {
        let size = vec2(WIDTH, 170.0);
        for window in [vec2(1280.0, 720.0), vec2(1440.0, 900.0), vec2(640.0, 360.0)] {
            let window = Rect::from_min_size(Pos2::ZERO, window);
            let (right, bottom) = (window.right(), window.bottom());
            let spots = [
                Rect::from_min_max(pos2(0.0, 48.0), pos2(216.0, bottom - 26.0)),
                Rect::from_min_max(pos2(240.0, 52.0), pos2(right - 300.0, 100.0)),
                Rect::from_center_size(window.center(), Vec2::splat(24.0)),
                Rect::from_min_max(pos2(right - 200.0, 8.0), pos2(right - 90.0, 40.0)),
                Rect::from_min_max(pos2(60.0, 8.0), pos2(100.0, 40.0)),
            ];
            for spot in spots.into_iter().filter(|spot| spot.is_positive()) {
                let at = Rect::from_min_size(beside(Some(spot), size, window), size);
                assert!(window.contains_rect(at), "{at:?} in {window:?}");
                assert!(!at.intersects(spot), "{at:?} lies on {spot:?} in {window:?}");
            }
            assert!(window.contains_rect(Rect::from_min_size(beside(None, size, window), size)));
        }
    }
}
