//! What lies under the pointer, and what a click, a press or a pull on it does.
//!
//! The board is one widget. Which part is meant is looked up by place when the pointer does something, so that a part
//! costs nothing while nobody points at it.

use super::arranged::Arranged;
use super::ends::end_at;
use super::frozen::{Frozen, Strip};
use super::gesture::Gesture;
use super::menu::menu_ui;
use super::{BoardPanel, focus_id};
use crate::model::{DrawingId, FlagId, LaneId, RecordRef, StageId, StepId, StickyId, TouchpointId};
use crate::scene::{Kind, Part, Point, Rect as SceneRect, Tag, TagFamily};
use crate::session::{CardEnd, Command, Intent, Load, Session, cards_on_channel, cell_of, record_of};
use crate::ui::screen::View;
use egui::{CursorIcon, PointerButton, Pos2, Rect, Response, Ui};
use touchline_words::say;

/// A lane is taken this near to its words too, in map units.
const WORDS_AIR: f32 = 6.0;
/// Parts smaller than this on the screen are not pointed at, in points.
const SMALLEST: f32 = 4.0;

/// One frame of the board.
pub struct Frame<'a> {
    pub view: View,
    pub area: Rect,
    pub frozen: Frozen,
    pub session: &'a Session,
    pub shown: &'a Arranged,
}

impl Frame<'_> {
    /// Where a part is seen; None when it is too small to be pointed at, or outside the view.
    pub fn seen(&self, part: &Part) -> Option<Rect> {
        let rect = match self.frozen.rect_of(part.tag(), part.rect) {
            Some(rect) => rect.intersect(self.area),
            None if Strip::of(part.tag()).is_some() => self.view.rect_to_screen(part.rect).intersect(self.area),
            None => self.view.rect_to_screen(part.rect).intersect(self.frozen.inner()),
        };
        let is_large = rect.width() >= SMALLEST && rect.height() >= SMALLEST;
        (part.tag().kind != Kind::Title && is_large && rect.is_positive()).then_some(rect)
    }

    /// Whether a part is seen at a place on the screen: a strip of names covers all others.
    fn is_seen_at(&self, part: &Part, pos: Pos2) -> bool {
        self.seen(part).is_some() && (Strip::of(part.tag()).is_some() || !self.frozen.covers(pos))
    }

    /// The frontmost part at a place on the screen, pictures that only say something included.
    fn pointed_at(&self, pos: Pos2) -> Option<Part<'_>> {
        self.shown.board.parts().hit(self.frozen.to_scene(pos), |part| self.is_seen_at(part, pos))
    }

    /// The frontmost part at a place on the screen that can be clicked and pulled.
    fn grasped_at(&self, pos: Pos2) -> Option<Part<'_>> {
        let wanted = |part: &Part| !is_plain(part.tag().kind) && self.is_seen_at(part, pos);
        self.shown.board.parts().hit(self.frozen.to_scene(pos), wanted)
    }
}

/// Says something, and does nothing.
pub fn is_plain(kind: Kind) -> bool {
    kind == Kind::Figure || kind == Kind::Map
}

/// What the pointer does on the board: hints, clicks, presses, menus; a marquee in an empty place.
pub fn hands_ui(ui: &Ui, panel: &mut BoardPanel, frame: &Frame, board: &Response, intents: &mut Vec<Intent>) {
    let pos = ui.input(|input| input.pointer.latest_pos());
    if let Some(pos) = pos.filter(|_| board.hovered() || board.contains_pointer() && panel.is_busy()) {
        panel.hint = frame.pointed_at(pos).map(|part| part.label().into_owned());
    }
    if panel.is_busy() {
        return;
    }
    if let Some(part) = pos.filter(|_| board.hovered()).and_then(|pos| frame.grasped_at(pos)) {
        panel.hovered = Some(part.tag());
        if let Some(icon) = cursor(part.tag().kind) {
            ui.set_cursor_icon(icon);
        }
        if pos.and_then(|pos| end_at(&frame.view, &part, pos)).is_some() {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
            panel.hint = Some(say!(ui_board_card_end).to_owned());
        }
    }
    let at = ui.input(|input| input.pointer.interact_pos());
    let grasped = at.and_then(|pos| frame.grasped_at(pos));
    if board.drag_started_by(PointerButton::Primary) {
        // On a slow machine the pointer may be on the board by the frame that hears of a press beside it.
        let pressed = ui.input(|input| input.pointer.press_origin()).or(at);
        let Some(pressed) = pressed.filter(|pos| frame.area.contains(*pos)) else { return };
        match frame.grasped_at(pressed) {
            Some(part) => match end_at(&frame.view, &part, pressed) {
                Some((card, end)) => start_pull(ui, panel, frame, card, end),
                None => start_drag(ui, panel, frame, &part),
            },
            None => start_marquee(ui, panel, frame),
        }
    } else if board.double_clicked_by(PointerButton::Primary)
        && let Some(part) = &grasped
    {
        double_clicked(ui, panel, frame, part.tag(), record_of(part.tag()), intents);
    } else if board.clicked_by(PointerButton::Primary) {
        match &grasped {
            Some(part) => clicked(ui, frame, part.tag(), intents),
            None => {
                take_focus(ui);
                intents.push(Intent::Deselect);
            }
        }
    }
    if board.secondary_clicked() {
        let record = grasped.and_then(|part| record_of(part.tag()));
        intents.extend(record.filter(|record| !frame.session.selection().contains(*record)).map(Intent::Select));
        // A lane's own ground offers what an empty place offers; its name what can be done with it.
        let named = pointer_in_scene(ui, frame).is_some_and(|pos| on_name(frame, pos));
        panel.menu_for = record.filter(|record| named || !matches!(record, RecordRef::Lane(_)));
    }
    board.context_menu(|ui| menu_ui(ui, panel.menu_for, frame.session, intents));
}

fn cursor(kind: Kind) -> Option<CursorIcon> {
    match kind.family() {
        TagFamily::StageEdge => Some(CursorIcon::ResizeHorizontal),
        TagFamily::LaneEdge => Some(CursorIcon::ResizeVertical),
        TagFamily::Emotion | TagFamily::ToBe => Some(CursorIcon::ResizeVertical),
        TagFamily::Map
        | TagFamily::Stage
        | TagFamily::Lane
        | TagFamily::Cell
        | TagFamily::Touchpoint
        | TagFamily::Listed
        | TagFamily::Flag
        | TagFamily::DropOff
        | TagFamily::Channel
        | TagFamily::Sticky
        | TagFamily::Connector
        | TagFamily::Loop
        | TagFamily::Drawing
        | TagFamily::Step
        | TagFamily::Figure
        | TagFamily::Title => None,
    }
}

fn take_focus(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(focus_id()));
}

/// Selects what was clicked, by the pointer or by a screen reader.
pub fn clicked(ui: &Ui, frame: &Frame, tag: Tag, intents: &mut Vec<Intent>) {
    take_focus(ui);
    let record = record_of(tag);
    let more = ui.input(|input| input.modifiers.shift || input.modifiers.command);
    let on_channel = cards_on_channel(frame.session.map(), tag);
    if !on_channel.is_empty() {
        let records = on_channel.into_iter().map(RecordRef::Touchpoint).collect();
        return intents.push(Intent::SelectAll { records, extend: more });
    }
    match (record, cell_of(tag)) {
        (Some(record), _) if more => intents.push(Intent::Toggle(record)),
        (Some(record), _) => intents.push(Intent::Select(record)),
        (None, Some(cell)) if !more => intents.push(Intent::SelectCell(cell)),
        _ => {}
    }
}

/// The text of a record opens; in an empty place of a lane a card or annotation is added.
fn double_clicked(
    ui: &Ui,
    panel: &mut BoardPanel,
    frame: &Frame,
    tag: Tag,
    record: Option<RecordRef>,
    intents: &mut Vec<Intent>,
) {
    take_focus(ui);
    // Two quick clicks can come in one frame.
    intents.extend(record.filter(|record| !frame.session.selection().contains(*record)).map(Intent::Select));
    match tag.kind.family() {
        TagFamily::Lane if !on_title(ui, frame, tag) => {}
        // What is seen there is no title.
        TagFamily::DropOff
        | TagFamily::Channel
        | TagFamily::Emotion
        | TagFamily::ToBe
        | TagFamily::StageEdge
        | TagFamily::Flag
        | TagFamily::Connector
        | TagFamily::Loop
        | TagFamily::Figure
        | TagFamily::Title => {}
        TagFamily::LaneEdge => intents.push(Intent::Command(Command::FitLane)),
        TagFamily::Cell => panel.to_add = cell_of(tag),
        TagFamily::Map
        | TagFamily::Stage
        | TagFamily::Step
        | TagFamily::Lane
        | TagFamily::Touchpoint
        | TagFamily::Listed
        | TagFamily::Drawing
        | TagFamily::Sticky => {
            panel.to_write = record.or(panel.to_write);
        }
    }
}

fn on_title(ui: &Ui, frame: &Frame, tag: Tag) -> bool {
    let title = frame.shown.board.title_of(tag.kind, tag.id);
    pointer_in_scene(ui, frame).zip(title).is_some_and(|(pos, rect)| rect.contains(pos))
}

fn pointer_in_scene(ui: &Ui, frame: &Frame) -> Option<Point> {
    ui.input(|input| input.pointer.interact_pos()).map(|pos| frame.frozen.to_scene(pos))
}

/// Where the button went down, in scene space.
fn pressed_in_scene(ui: &Ui, frame: &Frame) -> Option<Point> {
    let pressed = ui.input(|input| input.pointer.press_origin().or(input.pointer.interact_pos()));
    pressed.map(|pos| frame.frozen.to_scene(pos))
}

fn start_marquee(ui: &Ui, panel: &mut BoardPanel, frame: &Frame) {
    take_focus(ui);
    if let Some(from) = pressed_in_scene(ui, frame) {
        let extend = ui.input(|input| input.modifiers.shift || input.modifiers.command);
        panel.gesture = Gesture::Marquee { from, extend };
    }
}

/// What is taken in hand by a part; `None` for grounds, on which a marquee begins.
fn load_of(frame: &Frame, tag: Tag, from: Point) -> Option<Load> {
    let id = tag.id;
    match tag.kind.family() {
        TagFamily::Stage => Some(Load::Stage(StageId(id))),
        TagFamily::StageEdge => {
            let column = frame.shown.board.columns.iter().find(|column| column.stage == StageId(id));
            Some(Load::StageEdge(StageId(id), column.map(|column| column.width).unwrap_or_default()))
        }
        // A lane is taken by its words; from the ground beside them a marquee begins.
        TagFamily::Lane => on_words(frame, tag, from).then_some(Load::Lane(LaneId(id))),
        TagFamily::LaneEdge => {
            let row = frame.shown.board.rows.iter().find(|row| row.lane == LaneId(id));
            Some(Load::LaneEdge(LaneId(id), row.map(|row| row.height).unwrap_or_default()))
        }
        TagFamily::Emotion => Some(Load::Face(TouchpointId(id))),
        TagFamily::ToBe => Some(Load::Ring(TouchpointId(id))),
        TagFamily::Flag => Some(Load::Flag(FlagId(id))),
        TagFamily::Step => Some(Load::Step(StepId(id))),
        TagFamily::Sticky => Some(Load::Sticky(StickyId(id))),
        TagFamily::Drawing => Some(Load::Drawing(DrawingId(id))),
        TagFamily::Touchpoint | TagFamily::Listed => record_of(tag).map(|record| Load::Records(vec![record])),
        TagFamily::Map
        | TagFamily::Cell
        | TagFamily::DropOff
        | TagFamily::Channel
        | TagFamily::Connector
        | TagFamily::Loop
        | TagFamily::Figure
        | TagFamily::Title => None,
    }
}

/// Whether a place of the scene lies on the words that name a lane, or just beside them.
fn on_words(frame: &Frame, tag: Tag, pos: Point) -> bool {
    let name = frame.shown.board.names().lanes.iter().find(|name| name.tag == tag);
    name.is_some_and(|name| {
        let words = SceneRect { x: name.place.x + name.around.x, y: name.place.y + name.around.y, ..name.around };
        words.shrink(-WORDS_AIR).contains(pos)
    })
}

/// Whether a place of the scene lies where lanes are named.
fn on_name(frame: &Frame, pos: Point) -> bool {
    frame.shown.board.names().lanes.iter().any(|name| name.place.contains(pos))
}

fn start_pull(ui: &Ui, panel: &mut BoardPanel, frame: &Frame, card: TouchpointId, end: CardEnd) {
    let Some(from) = pressed_in_scene(ui, frame) else { return };
    take_focus(ui);
    panel.gesture = Gesture::dragging(Load::CardEnd(card, end), from, None);
}

fn start_drag(ui: &Ui, panel: &mut BoardPanel, frame: &Frame, part: &Part) {
    let Some(from) = pressed_in_scene(ui, frame) else { return };
    let Some(load) = load_of(frame, part.tag(), from) else { return start_marquee(ui, panel, frame) };
    take_focus(ui);
    panel.gesture = Gesture::dragging(load, from, Some(part.tag()));
}
