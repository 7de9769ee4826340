//! Every part of the board as something that can be pointed at, clicked, dragged and heard by a screen reader.

use super::arranged::{Arranged, Part};
use super::gesture::Gesture;
use super::menu::menu_ui;
use super::{BoardPanel, focus_id};
use crate::model::RecordRef;
use crate::scene::{Kind, Point, Tag};
use crate::session::{Action, Command, Load, Session, cell_of, record_of};
use crate::ui::screen::View;
use egui::{CursorIcon, Id, Key, Rect, Response, Role, Sense, Ui, WidgetInfo};

/// Parts smaller than this on the screen are not pointed at, in points.
const SMALLEST: f32 = 4.0;

/// One frame of the board.
pub struct Frame<'a> {
    pub view: View,
    pub area: Rect,
    pub session: &'a Session,
    pub shown: &'a Arranged,
}

/// The ground under everything: marquee, deselecting, the menu of an empty place.
pub fn ground_ui(ui: &Ui, panel: &mut BoardPanel, frame: &Frame, ground: &Response, actions: &mut Vec<Action>) {
    if panel.is_busy() {
        return;
    }
    if ground.drag_started_by(egui::PointerButton::Primary) {
        start_marquee(ui, panel, frame);
    } else if ground.clicked_by(egui::PointerButton::Primary) {
        take_focus(ui);
        actions.push(Action::Deselect);
    }
    ground.context_menu(|ui| menu_ui(ui, None, frame.session, actions));
}

/// Every visible part, back to front.
pub fn parts_ui(ui: &mut Ui, panel: &mut BoardPanel, frame: &Frame, actions: &mut Vec<Action>) {
    for part in &frame.shown.parts {
        let rect = frame.view.rect_to_screen(part.rect).intersect(frame.area);
        let is_small = rect.width() < SMALLEST || rect.height() < SMALLEST;
        if part.tag.kind == Kind::Title || is_small || !rect.is_positive() {
            continue;
        }
        part_ui(ui, panel, frame, part, rect, actions);
    }
}

fn part_ui(ui: &Ui, panel: &mut BoardPanel, frame: &Frame, part: &Part, rect: Rect, actions: &mut Vec<Action>) {
    let record = record_of(part.tag);
    let plain = matches!(part.tag.kind, Kind::Figure | Kind::Map);
    let sense = if plain { Sense::hover() } else { Sense::CLICK | Sense::DRAG };
    // A flag is drawn twice, so the place counts too.
    let place = (part.rect.x.round() as i32, part.rect.y.round() as i32);
    let id = match part.tag.kind {
        Kind::Flag => Id::unique("board part").with((part.tag, place)),
        _ => Id::unique("board part").with(part.tag),
    };
    let response = ui.interact(rect, id, sense);
    let selected = record.is_some_and(|record| frame.session.selection().contains(record));
    response.widget_info(|| WidgetInfo::selected(role(part.tag.kind), true, selected, &part.label));
    if response.hovered() || response.contains_pointer() && panel.is_busy() {
        panel.hint = Some(part.label.clone());
    }
    if plain || panel.is_busy() {
        return;
    }
    if response.hovered() {
        panel.hovered = Some(part.tag);
        if let Some(icon) = cursor(part.tag.kind) {
            ui.set_cursor_icon(icon);
        }
    }
    if response.drag_started_by(egui::PointerButton::Primary) {
        start_drag(ui, panel, frame, part, record);
    } else if response.double_clicked_by(egui::PointerButton::Primary) {
        double_clicked(ui, panel, frame, part.tag, record, actions);
    } else if is_clicked(ui, &response) {
        clicked(ui, part.tag, record, actions);
    }
    if response.secondary_clicked()
        && let Some(record) = record
        && !selected
    {
        actions.push(Action::Select(record));
    }
    // A lane's own ground offers what an empty place offers.
    let menu_for = record.filter(|record| !matches!(record, RecordRef::Lane(_)));
    response.context_menu(|ui| menu_ui(ui, menu_for, frame.session, actions));
}

fn role(kind: Kind) -> Role {
    match kind {
        Kind::Cell | Kind::Lane => Role::Group,
        Kind::Figure | Kind::Map => Role::Label,
        Kind::StageEdge => Role::Splitter,
        _ => Role::Button,
    }
}

fn cursor(kind: Kind) -> Option<CursorIcon> {
    match kind {
        Kind::StageEdge => Some(CursorIcon::ResizeHorizontal),
        Kind::Emotion => Some(CursorIcon::ResizeVertical),
        _ => None,
    }
}

/// A click of the pointer, or one that a screen reader asks for; not Enter or Space, which are commands.
fn is_clicked(ui: &Ui, response: &Response) -> bool {
    let by_key = ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
    response.clicked_by(egui::PointerButton::Primary) || response.clicked() && !by_key
}

fn take_focus(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(focus_id()));
}

fn clicked(ui: &Ui, tag: Tag, record: Option<RecordRef>, actions: &mut Vec<Action>) {
    take_focus(ui);
    let more = ui.input(|input| input.modifiers.shift || input.modifiers.command);
    match (record, cell_of(tag)) {
        (Some(record), _) if more => actions.push(Action::Toggle(record)),
        (Some(record), _) => actions.push(Action::Select(record)),
        (None, Some(cell)) if !more => actions.push(Action::SelectCell(cell)),
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
    actions: &mut Vec<Action>,
) {
    take_focus(ui);
    // Two quick clicks can come in one frame.
    actions.extend(record.filter(|record| !frame.session.selection().contains(*record)).map(Action::Select));
    match (record, tag.kind) {
        (Some(RecordRef::Lane(_)), _) if !on_title(ui, frame, tag) => {}
        (Some(_), Kind::DropOff | Kind::Emotion | Kind::StageEdge | Kind::Flag) => {}
        (Some(record), _) => panel.to_write = Some(record),
        (None, Kind::Cell) => panel.to_add = cell_of(tag),
        (None, _) => {}
    }
}

fn on_title(ui: &Ui, frame: &Frame, tag: Tag) -> bool {
    let title = frame.shown.board.title_of(tag.kind, tag.id);
    pointer_in_scene(ui, frame).zip(title).is_some_and(|(pos, rect)| rect.contains(pos))
}

fn pointer_in_scene(ui: &Ui, frame: &Frame) -> Option<Point> {
    ui.input(|input| input.pointer.interact_pos()).map(|pos| frame.view.to_scene(pos))
}

/// Where the button went down, in scene space.
fn pressed_in_scene(ui: &Ui, frame: &Frame) -> Option<Point> {
    let pressed = ui.input(|input| input.pointer.press_origin().or(input.pointer.interact_pos()));
    pressed.map(|pos| frame.view.to_scene(pos))
}

fn start_marquee(ui: &Ui, panel: &mut BoardPanel, frame: &Frame) {
    take_focus(ui);
    if let Some(from) = pressed_in_scene(ui, frame) {
        let extend = ui.input(|input| input.modifiers.shift || input.modifiers.command);
        panel.gesture = Gesture::Marquee { from, extend };
    }
}

fn start_drag(ui: &Ui, panel: &mut BoardPanel, frame: &Frame, part: &Part, record: Option<RecordRef>) {
    let Some(from) = pressed_in_scene(ui, frame) else { return };
    let load = match (part.tag.kind, record) {
        (Kind::Stage, Some(RecordRef::Stage(id))) => Load::Stage(id),
        (Kind::StageEdge, Some(RecordRef::Stage(id))) => {
            let width = frame.shown.board.columns.iter().find(|column| column.stage == id).map(|column| column.width);
            Load::StageEdge(id, width.unwrap_or_default())
        }
        (Kind::Emotion, Some(RecordRef::Touchpoint(id))) => Load::Face(id),
        (_, Some(RecordRef::Flag(id))) => Load::Flag(id),
        (_, Some(RecordRef::Sticky(id))) => Load::Sticky(id),
        (Kind::Touchpoint | Kind::Question | Kind::PainPoint | Kind::Action | Kind::Metric, Some(record)) => {
            Load::Records(vec![record])
        }
        _ => return start_marquee(ui, panel, frame),
    };
    take_focus(ui);
    panel.gesture = Gesture::dragging(load, from, Some(part.tag));
}

/// Commands that add the usual record of a lane.
pub fn usual_command(kind: crate::model::LaneKind) -> Option<Command> {
    use crate::model::LaneKind;
    match kind {
        LaneKind::Touchpoints => Some(Command::AddTouchpoint),
        LaneKind::Thinking => Some(Command::AddQuestion),
        LaneKind::PainPoints => Some(Command::AddPainPoint),
        LaneKind::Compliance => Some(Command::AddFlag),
        LaneKind::Actions => Some(Command::AddAction),
        LaneKind::Metrics => Some(Command::AddMetric),
        LaneKind::Feeling | LaneKind::DropOff => None,
    }
}
