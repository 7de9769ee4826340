//! The signs that fold a lane or a stage to a strip, or a cluster to its name, and open it again.

use super::parts::Frame;
use crate::edit;
use crate::layout::{CLUSTER_SIGN, STAGE_TIP};
use crate::model::{CLUSTER_HEAD, LaneId, StageId, StickyId};
use crate::scene::{Kind, Rect as SceneRect};
use crate::session::Intent;
use crate::theme::icons::Icon;
use crate::ui::style;
use crate::ui::widgets::paint_icon;
use egui::{CursorIcon, Id, Rect, Sense, Ui, Vec2, pos2};
use touchline_words::say;

/// Of a sign at a lane and at a stage, in points.
const SIGN: f32 = 13.0;
const STAGE_SIGN: f32 = 11.0;

/// Where lanes are named on the screen.
pub fn names(frame: &Frame) -> Option<Rect> {
    let name = frame.shown.board.names().lanes.first()?;
    Some(frame.frozen.lanes().unwrap_or_else(|| frame.view.rect_to_screen(name.place)))
}

/// A sign at each folded lane that opens it, and one at the lane under the hand that folds it.
pub fn lanes_ui(ui: &mut Ui, frame: &Frame, intents: &mut Vec<Intent>) {
    let Some(across) = names(frame) else { return };
    let pos = ui.input(|input| input.pointer.hover_pos());
    let (map, turned) = (frame.session.shown(), frame.view.turned_in.is_some());
    for name in &frame.shown.board.names().lanes {
        let id = LaneId(name.tag.id);
        let row = frame.view.rect_to_screen(name.place);
        let row = Rect::from_x_y_ranges(across.x_range(), row.y_range());
        let Some(lane) = map.lanes.get(&id).filter(|_| row.intersects(frame.area)) else { continue };
        if !lane.folded && !pos.is_some_and(|pos| row.contains(pos)) {
            continue;
        }
        let view = frame.frozen.view_of(frame.shown, name.tag);
        let around = SceneRect { x: name.place.x + name.around.x, y: name.place.y + name.around.y, ..name.around };
        let words = view.rect_to_screen(around);
        let half = SIGN / 2.0;
        let (start, out) = if turned { (words.right(), 1.0) } else { (words.left(), -1.0) };
        let middle = if lane.folded {
            pos2(start + out * (half + 1.0), words.center().y)
        } else {
            pos2(start - out * half, words.bottom() + half + 1.0)
        };
        let place = Rect::from_center_size(middle, Vec2::splat(SIGN));
        if place.bottom() > row.bottom() || place.top() < frame.frozen.inner().top() || !frame.area.contains_rect(place)
        {
            continue;
        }
        let title = lane.title();
        let words = if lane.folded { say!(ui_board_unfold, lane = title) } else { say!(ui_board_fold, lane = title) };
        let response = ui.interact(place.expand(2.0), Id::unique("board fold lane").with(id), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        let theme = style::theme(ui.ctx());
        let color = if response.hovered() || response.has_focus() { theme.accent } else { theme.muted };
        let icon = match (lane.folded, turned) {
            (false, _) => Icon::ChevronDown,
            (true, false) => Icon::ChevronRight,
            (true, true) => Icon::ChevronLeft,
        };
        paint_icon(ui.painter(), icon, place, color);
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&words);
        if let Some(edit) = response.clicked().then(|| edit::fold_lane(map, id, !lane.folded)).flatten() {
            intents.push(Intent::Edit(edit));
        }
    }
}

/// A sign in the header of each folded stage that opens it, and one in the header under the hand that folds it.
pub fn stages_ui(ui: &mut Ui, frame: &Frame, intents: &mut Vec<Intent>) {
    let pos = ui.input(|input| input.pointer.hover_pos());
    let (map, turned) = (frame.session.shown(), frame.view.turned_in.is_some());
    for name in &frame.shown.board.names().stages {
        let id = StageId(name.tag.id);
        let own = SceneRect { height: name.place.height - name.below_height, ..name.place };
        let header = frame.frozen.rect_of(name.tag, own).unwrap_or_else(|| frame.view.rect_to_screen(own));
        let Some(stage) = map.stages.get(&id).filter(|_| header.intersects(frame.area)) else { continue };
        if !stage.folded && !pos.is_some_and(|pos| header.contains(pos)) {
            continue;
        }
        // In the tip, where no words come.
        let tip = (STAGE_TIP * frame.view.zoom).min(header.width() / 4.0);
        let x = if turned { header.left() + tip * 0.8 } else { header.right() - tip * 0.8 };
        let place = Rect::from_center_size(pos2(x, header.center().y), Vec2::splat(STAGE_SIGN));
        if header.height() < 2.0 * SIGN || header.width() < 3.0 * SIGN || !frame.area.contains_rect(place) {
            continue;
        }
        let title = &stage.name;
        let words = if stage.folded { say!(ui_board_unfold, lane = title) } else { say!(ui_board_fold, lane = title) };
        let response = ui.interact(place.expand(2.0), Id::unique("board fold stage").with(id), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        let theme = style::theme(ui.ctx());
        let color = if response.hovered() || response.has_focus() { theme.accent } else { theme.muted };
        let icon = if stage.folded != turned { Icon::ChevronRight } else { Icon::ChevronLeft };
        paint_icon(ui.painter(), icon, place, color);
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&words);
        if let Some(edit) = response.clicked().then(|| edit::fold_stages(map, &[id], !stage.folded)).flatten() {
            intents.push(Intent::Edit(edit));
        }
    }
}

/// The sign in the head of the cluster under the hand, which folds it and opens it.
pub fn cluster_ui(ui: &mut Ui, frame: &Frame, intents: &mut Vec<Intent>) {
    let pos = ui.input(|input| input.pointer.hover_pos()).filter(|pos| frame.frozen.inner().contains(*pos));
    let under = pos.and_then(|pos| frame.shown.board.hit(frame.view.to_scene(pos), |tag| tag.kind == Kind::Sticky));
    let (Some((tag, rect)), map) = (under, frame.session.shown()) else { return };
    let id = StickyId(tag.id);
    let Some(head) = map.stickies.get(&id).filter(|_| map.heads_cluster(id)) else { return };
    let sign = SceneRect { width: CLUSTER_SIGN, height: CLUSTER_HEAD.min(rect.height), ..rect };
    let place = frame.view.rect_to_screen(sign);
    if place.height() < SIGN {
        return;
    }
    let title = &head.text;
    let words = if head.folded { say!(ui_board_unfold, lane = title) } else { say!(ui_board_fold, lane = title) };
    let response = ui.interact(place, Id::unique("board fold cluster").with(id), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    if response.hovered() {
        let theme = style::theme(ui.ctx());
        let icon = match (head.folded, frame.view.turned_in.is_some()) {
            (false, _) => Icon::ChevronDown,
            (true, false) => Icon::ChevronRight,
            (true, true) => Icon::ChevronLeft,
        };
        paint_icon(ui.painter(), icon, Rect::from_center_size(place.center(), Vec2::splat(SIGN)), theme.accent);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&words);
    if let Some(edit) = response.clicked().then(|| edit::fold_cluster(map, id, !head.folded)).flatten() {
        intents.push(Intent::Edit(edit));
    }
}
