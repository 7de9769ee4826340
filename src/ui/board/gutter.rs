//! What stands at a lane's name while the hand is there: a grip at its lower edge, and a sign that adds a lane below it. Under the
//! last lane one can always be added.

use super::BoardPanel;
use super::folds::{self, names};
use super::parts::Frame;
use crate::model::LaneId;
use crate::scene::{Point, TagFamily};
use crate::session::Intent;
use crate::theme::icons::Icon;
use crate::ui::style;
use crate::ui::widgets::paint_icon;
use egui::{Align2, Color32, CursorIcon, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};
use touchline_words::say;

/// So long the hand rests at an edge before a lane can be added there, in seconds.
const RESTS_SECS: f64 = 0.15;
/// Of the sign that adds a lane, in points.
const RADIUS: f32 = 9.0;
const GRIP: Vec2 = vec2(26.0, 8.0);
/// Lanes of which a map unit is smaller than this are too small for it.
const LEAST_ZOOM: f32 = 0.35;

/// The edge that the hand rests at.
#[derive(Clone, Copy, Debug)]
pub struct Rest {
    lane: LaneId,
    since_secs: f64,
}

impl BoardPanel {
    pub(super) fn gutter_ui(&mut self, ui: &mut Ui, frame: &Frame, intents: &mut Vec<Intent>) {
        if self.is_busy() || self.choices.is_some() || frame.view.zoom < LEAST_ZOOM {
            self.resting = None;
            return;
        }
        below_the_last_ui(ui, frame, intents);
        folds::lanes_ui(ui, frame, intents);
        folds::stages_ui(ui, frame, intents);
        folds::cluster_ui(ui, frame, intents);
        let now_secs = ui.input(|input| input.time);
        let pos = ui.input(|input| input.pointer.hover_pos());
        let edge = self.hovered.filter(|tag| tag.kind.family() == TagFamily::LaneEdge).map(|tag| LaneId(tag.id));
        let kept = self.resting.filter(|rest| {
            let sign = place(frame, rest.lane);
            edge.is_none() && sign.zip(pos).is_some_and(|(sign, pos)| sign.distance(pos) <= RADIUS + 4.0)
        });
        self.resting = match edge {
            Some(lane) => {
                let same = self.resting.filter(|rest| rest.lane == lane);
                same.or(Some(Rest { lane, since_secs: now_secs }))
            }
            None => kept,
        };
        let Some(rest) = self.resting else { return };
        let left = RESTS_SECS - (now_secs - rest.since_secs);
        if left > 0.0 {
            ui.request_repaint_after_secs(left as f32);
            return;
        }
        if let Some(sign) = place(frame, rest.lane) {
            edge_ui(ui, frame, rest.lane, sign, intents);
        }
    }
}

/// Where the sign at a lane's lower edge stands.
fn place(frame: &Frame, lane: LaneId) -> Option<Pos2> {
    let row = frame.shown.board.rows.iter().find(|row| row.lane == lane)?;
    let y = frame.view.to_screen(Point::new(0.0, row.y + row.height)).y;
    let names = names(frame)?;
    let x = if frame.view.turned_in.is_some() { names.left() } else { names.right() };
    (y > frame.frozen.inner().top() && y < frame.area.bottom()).then_some(pos2(x, y))
}

fn edge_ui(ui: &mut Ui, frame: &Frame, lane: LaneId, sign: Pos2, intents: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    let accent = style::color(theme.accent);
    let board = frame.view.rect_to_screen(frame.shown.board.names().panel).intersect(frame.area);
    ui.painter().hline(board.x_range(), sign.y, Stroke::new(1.5, accent));
    if let Some(names) = names(frame) {
        let grip = Rect::from_center_size(pos2(names.center().x, sign.y), GRIP);
        ui.painter().rect_filled(grip, GRIP.y / 2.0, style::color(theme.surface));
        ui.painter().rect_stroke(grip, GRIP.y / 2.0, Stroke::new(1.0, accent), StrokeKind::Inside);
    }
    let circle = Rect::from_center_size(sign, Vec2::splat(2.0 * RADIUS));
    let response = ui.interact(circle, Id::unique("board add lane").with(lane), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, say!(ui_board_add_lane_here)));
    ui.painter().circle_filled(sign, RADIUS, accent);
    paint_icon(ui.painter(), Icon::Plus, circle.shrink(4.0), theme.on_accent);
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(say!(ui_board_add_lane_here));
    if response.clicked() {
        let rows = &frame.shown.board.rows;
        let at = rows.iter().position(|row| row.lane == lane);
        let before = at.and_then(|at| rows.get(at + 1)).map(|row| row.lane);
        intents.push(Intent::AskLane { before });
    }
}

/// A line of words under the last lane.
fn below_the_last_ui(ui: &mut Ui, frame: &Frame, intents: &mut Vec<Intent>) {
    let Some(names) = names(frame).filter(|_| !frame.session.shown().stages.is_empty()) else { return };
    let bottom = frame.view.rect_to_screen(frame.shown.board.names().panel).bottom();
    let row = Rect::from_min_size(pos2(names.left(), bottom + 2.0), vec2(names.width(), 26.0));
    if !frame.area.contains_rect(row.intersect(Rect::everything_below(frame.frozen.inner().top()))) {
        return;
    }
    let theme = style::theme(ui.ctx());
    let galley = ui.painter().layout_no_wrap(say!(ui_board_add_lane).to_owned(), style::small(), Color32::PLACEHOLDER);
    let turned = frame.view.turned_in.is_some();
    let corner = if turned { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    let size = vec2(galley.size().x + 18.0, row.height());
    let button = corner.align_size_within_rect(size, row.shrink2(vec2(12.0, 0.0)));
    let response = ui.interact(button, Id::unique("board add lane below"), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, say!(ui_board_add_lane)));
    let color = if response.hovered() || response.has_focus() { theme.accent } else { theme.muted };
    let sign = Rect::from_center_size(pos2(button.left() + 6.0, button.center().y), Vec2::splat(11.0));
    paint_icon(ui.painter(), Icon::Plus, sign, color);
    let at = pos2(button.left() + 18.0, button.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(color));
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        intents.push(Intent::AskLane { before: None });
    }
}
