//! The board: the map as a picture that is pointed at, dragged, written into and walked with the keys.
//!
//! [`board_ui`] shows the session's map and gives back what was asked for. Only the view is kept here: where the board
//! stands and what the hand does. What is dragged and what is written belong to the session, which is told of every move
//! and every letter; what it shows is drawn.

mod arranged;
mod camera;
pub(in crate::ui) mod choices;
mod dimmed;
mod ends;
#[cfg(test)]
mod ends_tests;
mod folds;
mod found;
mod frozen;
mod gesture;
mod gutter;
mod hint;
mod invite;
mod laying;
mod marks;
pub(in crate::ui) mod menu;
mod minimap;
mod navigate;
mod parts;
mod port;
mod reveal;
mod selection_bar;
mod spoken;
pub(in crate::ui) mod writing;

use touchline_words::{language, say};

#[cfg(test)]
mod frozen_tests;
#[cfg(test)]
mod rules_tests;
#[cfg(test)]
mod selection_bar_tests;
#[cfg(test)]
mod slow_frames;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod turned_tests;
#[cfg(test)]
mod writing_tests;

pub use crate::session::{Block, USUAL_STAGES};
pub use hint::how as hint_text;

use crate::edit::Cell;
use crate::edit::library::Item;
use crate::layout::{Board, Compared, Lens};
use crate::model::{LaneId, RecordRef, StageId, StickyId, TouchpointId};
use crate::scene::{Kind, Rect as SceneRect, Tag};
use crate::session::{self, Intent, Load, PictureFor, Session};
use crate::text::{Shaper, is_right_to_left};
use crate::theme::Theme;
use crate::ui::screen::Still;
use crate::ui::style;
use arranged::{Arranged, Drawn, Source};
use camera::Camera;
use egui::{EventFilter, Id, Pos2, Rect, Sense, Ui};
use frozen::Frozen;
use gesture::Gesture;
use laying::Laying;
use reveal::Reveal;
use std::rc::Rc;
use std::sync::Arc;
use writing::Editor;

/// The board's view: where it stands, what the hand does, where a title is written.
#[derive(Default)]
pub struct BoardPanel {
    camera: Camera,
    /// Where the board was shown last, in points.
    area: Option<Rect>,
    /// The view's width when its zoom was last chosen, in points.
    laid_width: Option<f32>,
    /// The map as it is, laid out; stands still while something is dragged.
    ground: Option<Rc<Arranged>>,
    /// The map as the drag would leave it.
    live: Option<Rc<Arranged>>,
    /// What was drawn for either of them.
    drawn: Drawn,
    /// What is on the screen, while nothing of it changes.
    still: Still,
    /// A large map that is being laid out aside.
    laying: Option<Laying>,
    /// Whether only the top of it is shown meanwhile.
    is_top: bool,
    /// No thread was to be had for it.
    could_not_lay: bool,
    gesture: Gesture,
    /// Where something was let go last, until that is used.
    dropped_at: Option<Pos2>,
    /// Where the list stands that something is chosen from.
    choices: Option<Pos2>,
    editor: Option<Editor>,
    /// A record whose text is to be written as soon as the board shows it.
    to_write: Option<RecordRef>,
    to_reveal: Option<Reveal>,
    /// An empty cell that was double-clicked.
    to_add: Option<Cell>,
    views: Vec<session::Zoom>,
    /// The board as it was drawn small last.
    minimap: Option<minimap::Drawn>,
    /// Of the map that was shown last.
    stamp: Option<u64>,
    hovered: Option<Tag>,
    /// The edge of a lane that the hand rests at.
    resting: Option<gutter::Rest>,
    /// What the open menu is about.
    menu_for: Option<RecordRef>,
    hint: Option<String>,
    block_hint: Option<String>,
    fonts_changed: bool,
}

/// The board's place in the order of focus.
pub fn focus_id() -> Id {
    Id::unique("touchline board")
}

impl BoardPanel {
    /// Where the board is shown, in points.
    pub fn area(&self) -> Option<Rect> {
        self.area
    }

    /// Points that a map unit takes; 1 at 100 %.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom()
    }

    /// What is under the pointer, in words.
    pub fn hint(&self) -> Option<&str> {
        self.block_hint.as_deref().or(self.hint.as_deref())
    }

    /// Says where the block goes that is under the pointer or in hand.
    pub fn set_block(&mut self, block: Option<Block>) {
        self.block_hint = self.held().or(block).map(|block| block.hint().to_owned());
    }

    /// Says what is under the pointer in the library, in words.
    pub fn set_item(&mut self, about: Option<String>) {
        self.block_hint = about;
    }

    /// The block of the palette that is in hand.
    pub fn held(&self) -> Option<Block> {
        match &self.gesture {
            Gesture::Drag(held) => held.block(),
            _ => None,
        }
    }

    /// The item of a library that is in hand.
    pub fn held_item(&self) -> Option<&Arc<Item>> {
        match &self.gesture {
            Gesture::Drag(held) => held.item(),
            _ => None,
        }
    }

    /// Where the first part of a kind stands on the screen, where one is in sight.
    pub fn first_in_sight(&self, kind: Kind) -> Option<Rect> {
        let (ground, area) = (self.ground.as_ref()?, self.area?);
        let view = self.camera.view(area);
        let parts = ground.board.parts().iter().filter(|part| part.tag().kind == kind);
        parts.map(|part| view.rect_to_screen(part.rect)).find(|rect| area.contains_rect(*rect))
    }

    /// Zooms or fits at the next frame.
    pub fn show(&mut self, view: session::Zoom) {
        self.views.push(view);
    }

    /// Opens the text of a record for writing, as soon as the board shows it.
    pub fn edit_title(&mut self, record: RecordRef) {
        self.to_write = Some(record);
    }

    /// Brings a record into view.
    pub fn reveal(&mut self, record: RecordRef) {
        self.to_reveal = Some(Reveal::Record(record));
    }

    /// Brings a lane into view where it crosses these stages: all of them where they fit, else the first.
    pub fn reveal_lane(&mut self, lane: LaneId, stages: Vec<StageId>) {
        self.to_reveal = Some(Reveal::Lane(lane, stages));
    }

    /// Forgets how the board was laid out, since text may look different now.
    pub fn fonts_changed(&mut self) {
        self.fonts_changed = true;
    }

    /// Puts the board back to its first place, for another map.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// Takes a block of the palette in hand.
    pub fn take(&mut self, block: Block) {
        self.gesture = Gesture::dragging(Load::Block(block), crate::scene::Point::default(), None);
    }

    /// Takes an item of a library in hand.
    pub fn take_item(&mut self, item: Arc<Item>) {
        self.gesture = Gesture::dragging(Load::Item(item), crate::scene::Point::default(), None);
    }

    /// Takes a note of the parking lot in hand.
    pub fn take_note(&mut self, id: StickyId) {
        self.gesture = Gesture::dragging(Load::Sticky(id), crate::scene::Point::default(), None);
    }

    /// What a picture is for that is dropped where the pointer is.
    pub fn picture_place(&self, session: &Session) -> Option<PictureFor> {
        self.hovered.and_then(|tag| session::picture_place(session.map(), tag))
    }

    /// Begins a line from a card, to be let go of over another.
    pub fn take_way(&mut self, from: TouchpointId, pos_in_scene: crate::scene::Point) {
        self.gesture = Gesture::dragging(Load::Way(from), pos_in_scene, None);
    }

    /// The sticky note that is in hand.
    pub fn held_note(&self) -> Option<StickyId> {
        match &self.gesture {
            Gesture::Drag(held) => {
                if let Load::Sticky(id) = held.load {
                    Some(id)
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    /// The board as it was laid last.
    pub fn board(&self) -> Option<Arc<crate::layout::Board>> {
        self.ground.as_ref().map(|ground| Arc::clone(&ground.board))
    }

    /// Whether something is being dragged.
    pub fn is_busy(&self) -> bool {
        !matches!(self.gesture, Gesture::Rest)
    }
}

/// Shows the board in the rest of the panel and gives back what was asked for.
pub fn board_ui(ui: &mut Ui, panel: &mut BoardPanel, session: &Session, shaper: &Arc<Shaper>) -> Vec<Intent> {
    let area = ui.available_rect_before_wrap();
    let theme = style::theme(ui.ctx());
    let mut intents = Vec::new();
    let ground = ui.allocate_rect(area, Sense::click_and_drag());
    let focus = ui.interact(area, focus_id(), Sense::FOCUSABLE);
    name_board(ui, &focus, session);
    // A map that has just been opened is walked at once.
    if panel.laid_width.is_none() && ui.memory(|memory| memory.focused().is_none()) {
        focus.request_focus();
    }
    panel.area = Some(area);
    panel.lay_out(ui.ctx(), session, shaper, &theme, area);
    let mut canvas = ui.new_child(egui::UiBuilder::new().max_rect(area));
    canvas.set_clip_rect(area.intersect(ui.clip_rect()));
    let ui = &mut canvas;
    if panel.laying.is_some() {
        if let Some(shown) = &panel.ground {
            shown.paint(ui.painter(), panel.camera.view(area), &mut panel.still);
        }
        panel.laying_ui(ui, area, session.shown().len());
        return intents;
    }

    panel.move_view(ui, session, area);
    panel.follow(ui, session, shaper, area, &mut intents);
    let Some(shown) = panel.live.clone().or_else(|| panel.ground.clone()) else {
        return intents;
    };
    let now_secs = ui.input(|input| input.time);
    let mut view = panel.camera.view(area);
    view.settled = panel.camera.is_settled(now_secs);
    if !view.settled {
        ui.request_repaint_after_secs(panel.camera.settles_in_secs(now_secs) as f32 + 0.01);
    }
    shown.paint(ui.painter(), view, &mut panel.still);
    if session.shown().stages.is_empty() && !panel.is_busy() {
        let board = view.rect_to_screen(SceneRect::from_size(shown.board.scene.size));
        invite::invite_ui(ui, area, board, session, &mut intents);
    }
    let frozen = Frozen::of(&shown, view, area);
    let frame = parts::Frame { view, area, frozen, session, shown: &shown };
    (panel.hint, panel.hovered) = (None, None);
    parts::hands_ui(ui, panel, &frame, &ground, &mut intents);
    spoken::spoken_ui(ui, panel, &frame, &mut intents);
    if let Some(cell) = panel.to_add.take() {
        add_usual(&shown, cell, &mut intents);
    }
    navigate::space_drag_ui(ui, &mut panel.camera, area);
    frozen.paint(ui.painter(), session, &shown, shaper, &theme);
    dimmed::paint_dimmed(ui.painter(), &frame, &theme);
    marks::paint_marks(ui, panel, &frame);
    panel.gutter_ui(ui, &frame, &mut intents);
    panel.minimap_ui(ui, session, &shown, view, area);
    panel.write_ui(ui, &frame, &mut intents);
    panel.choices_ui(ui, session, &shown, view, &mut intents);
    panel.selection_bar_ui(ui, &frame, &mut intents);
    panel.port_ui(ui, &frame);
    navigate::scroll_bars_ui(ui, &mut panel.camera, area, shown.board.scene.size);
    // While somebody writes or drags, nothing is hinted at.
    if !panel.is_busy() && panel.editor.is_none() {
        hint::hint_ui(ui, area, session, &mut intents);
    }
    intents
}

/// A double click in an empty place adds what its lane usually holds.
fn add_usual(shown: &Arranged, cell: Cell, intents: &mut Vec<Intent>) {
    if let Some(row) = shown.board.rows.iter().find(|row| row.lane == cell.lane) {
        intents.push(Intent::SelectCell(cell));
        intents.push(Intent::usual_in(row.kind));
    }
}

/// Says to screen readers what the board is, and keeps arrows and Tab for walking on it while it has the focus.
fn name_board(ui: &Ui, focus: &egui::Response, session: &Session) {
    let title = session.map().meta.title.as_str();
    let name = if title.is_empty() { say!(ui_board_name).to_owned() } else { say!(ui_board_name_titled, title) };
    focus.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, &name));
    // The first Esc lets go of what is selected, the next one of the board, so that Tab goes on to the panels.
    let escape = !session.selection().is_empty();
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus.id, filter));
}

impl BoardPanel {
    /// The board as it was laid last.
    pub fn lies(&self) -> Option<Arc<Board>> {
        self.ground.as_ref().map(|ground| Arc::clone(&ground.board))
    }

    /// Lays the map out when it, the lens, the theme or the view's width changed.
    fn lay_out(&mut self, ctx: &egui::Context, session: &Session, shaper: &Arc<Shaper>, theme: &Theme, area: Rect) {
        if std::mem::take(&mut self.fonts_changed) {
            self.ground = None;
            self.drawn.fonts_changed();
        }
        self.camera.turn(is_right_to_left(&session.map().meta.language));
        // What is dragged is placed by the board as it was when the drag began.
        if self.is_busy() && self.ground.is_some() {
            return;
        }
        self.live = None;
        if self.laid_width != Some(steady(area.width())) {
            self.camera.forget_height();
        }
        let home = source(session, session.seen_stamp(), theme, self.camera.home_width(area));
        if self.lays_aside(ctx, session, home, shaper) {
            return;
        }
        let kept = self.ground.take();
        let Self { camera, drawn, .. } = self;
        let mut lay = |kept, camera: &Camera| {
            let source = source(session, session.seen_stamp(), theme, camera.home_width(area));
            laid_out(kept, session, source, shaper, drawn)
        };
        // A new map or another width of the window: only then, for while one works the zoom stands still.
        let width = steady(area.width());
        if self.laid_width.replace(width) != Some(width) {
            camera.forget_height();
            let mut ground = lay(kept, camera);
            let size = ground.board.scene.size;
            if camera.fit_height(egui::vec2(size.width, size.height), area) && !laying::is_large(session) {
                ground = lay(None, camera);
                let height = ground.board.scene.size.height;
                for share in [1.0, 0.5] {
                    let closer = camera.refit_height(height, share, area);
                    let larger = lay(None, &closer);
                    if closer.shows_height(larger.board.scene.size.height, area) {
                        (*camera, ground) = (closer, larger);
                        break;
                    }
                }
            }
            self.ground = Some(ground);
            return;
        }
        self.ground = Some(lay(kept, camera));
    }

    /// What the hands and the commands do to the view.
    fn move_view(&mut self, ui: &Ui, session: &Session, area: Rect) {
        let now_secs = ui.input(|input| input.time);
        // A map that was opened is looked at whole; one that is being made is not moved under the hand that makes it.
        if self.stamp.replace(session.shown_stamp()).is_some_and(|before| before != session.shown_stamp()) {
            self.camera.stand_still();
        }
        if let Some(ground) = &self.ground {
            let size = ground.board.scene.size;
            self.camera.stay_home(egui::vec2(size.width, size.height), area);
        }
        navigate::scroll_and_zoom(ui, &mut self.camera, area);
        for view in std::mem::take(&mut self.views) {
            self.apply_view(view, session, area, now_secs);
        }
        if let (Some(reveal), Some(ground)) = (self.to_reveal.take(), &self.ground)
            && let Some(rect) = reveal.rect(ground)
        {
            let covered = Frozen::covered(ground, self.camera.zoom(), rect);
            self.camera.reveal(rect, covered, area, reveal.is_whole(), now_secs);
        }
        let reduced = style::reduced_motion(ui.ctx());
        if self.camera.advance(now_secs, reduced) {
            ui.request_repaint();
        }
        if let Some(ground) = &self.ground {
            let size = ground.board.scene.size;
            self.camera.keep_in_view(egui::vec2(size.width, size.height), area);
        }
    }

    fn apply_view(&mut self, view: session::Zoom, session: &Session, area: Rect, now_secs: f64) {
        let Some(ground) = &self.ground else { return };
        match view {
            session::Zoom::In => self.camera.step(1, area, now_secs),
            session::Zoom::Out => self.camera.step(-1, area, now_secs),
            session::Zoom::Actual => {
                if self.camera.forget_height() {
                    // The stages fill the width at this zoom first.
                    self.views.push(view);
                    return;
                }
                let size = ground.board.scene.size;
                self.camera.actual_size(egui::vec2(size.width, size.height), area, now_secs);
            }
            // An empty board stands where the words beside it have room.
            session::Zoom::Fit if session.shown().stages.is_empty() => self.camera = Camera::default(),
            session::Zoom::Fit => {
                let size = ground.board.scene.size;
                self.camera.fit_board(egui::vec2(size.width, size.height), area, now_secs);
            }
            session::Zoom::FitSelection => {
                let rects = session.selection().records().iter().flat_map(|record| ground.rects_of(*record));
                if let Some(whole) = rects.reduce(|whole, rect| whole.union(&rect)) {
                    self.camera.fit(whole, area, 2.0, now_secs);
                }
            }
        }
    }
}

/// What a map of the session is to be laid out as.
fn source(session: &Session, stamp: u64, theme: &Theme, width: f32) -> Source {
    let lens = Lens {
        segment: session.lens(),
        former: session.former(),
        compared: Compared::of(session.compared()),
        hides_votes: session.voting().is_some(),
        notes: false,
    };
    let theme = crate::layout::branded(theme, session.seen());
    Source { stamp, lens, theme, width: steady(width), language: language() }
}

/// A width without what rounding adds from one frame to the next: for a hair's breadth no board is laid anew.
fn steady(width: f32) -> f32 {
    (width * 4.0).round() / 4.0
}

/// The map that the session shows laid out for the view; `kept` when that would be the same.
fn laid_out(
    kept: Option<Rc<Arranged>>,
    session: &Session,
    source: Source,
    shaper: &Shaper,
    drawn: &mut Drawn,
) -> Rc<Arranged> {
    match kept {
        Some(kept) if kept.is_of(&source) => kept,
        _ => Rc::new(Arranged::new(session, source, shaper, drawn)),
    }
}
