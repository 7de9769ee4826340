//! What the hand is doing on the board, from press to release.

use super::frozen::Frozen;
use super::{Block, BoardPanel, laid_out, navigate, source};
use crate::edit::library::Item;
use crate::scene::{Point, Tag};
use crate::session::{Hand, Intent, Load, Session};
use crate::text::Shaper;
use crate::ui::style;
use egui::{CursorIcon, Key, Rect, Ui};
use std::sync::Arc;

/// Snapping reaches this far on the screen, in points.
const SNAP: f32 = 7.0;
/// What the hand is doing.
#[derive(Default)]
pub enum Gesture {
    #[default]
    Rest,
    /// Drawing a rectangle around what shall be selected.
    Marquee {
        from: Point,
        extend: bool,
    },
    Drag(Box<Held>),
}

/// What is in hand.
pub struct Held {
    pub load: Load,
    /// Where it was grabbed, in scene space.
    pub from: Point,
    /// The part that was grabbed, for the ghost at the pointer.
    pub grabbed: Option<Tag>,
    /// Where the session was told that the hand is; nothing until it was told that something is grabbed.
    told: Option<Option<Hand>>,
}

impl Gesture {
    /// A drag that begins at a place of the scene, by a part that was grabbed.
    pub fn dragging(load: Load, from: Point, grabbed: Option<Tag>) -> Self {
        Self::Drag(Box::new(Held { load, from, grabbed, told: None }))
    }
}

impl BoardPanel {
    /// Moves a drag or a marquee on, ends it when the hand lets go, calls it off at Esc.
    pub(super) fn follow(
        &mut self,
        ui: &Ui,
        session: &Session,
        shaper: &Shaper,
        area: Rect,
        intents: &mut Vec<Intent>,
    ) {
        match std::mem::take(&mut self.gesture) {
            Gesture::Rest => {}
            Gesture::Marquee { from, extend } => self.follow_marquee(ui, from, extend, session, area, intents),
            Gesture::Drag(held) => self.follow_drag(ui, held, session, shaper, area, intents),
        }
    }

    fn follow_marquee(
        &mut self,
        ui: &Ui,
        from: Point,
        extend: bool,
        session: &Session,
        area: Rect,
        intents: &mut Vec<Intent>,
    ) {
        if called_off(ui) {
            ui.stop_dragging();
            return;
        }
        let kept = Gesture::Marquee { from, extend };
        if ui.input(|input| input.pointer.primary_down()) {
            if let Some(ground) = &self.ground {
                navigate::pull_at_edges(ui, &mut self.camera, area, ground.board.scene.size);
            }
            self.gesture = kept;
            return;
        }
        let (Some(ground), Some(pos)) = (&self.ground, ui.input(|input| input.pointer.latest_pos())) else {
            return;
        };
        let rect = between(from, self.camera.view(area).to_scene(pos));
        let records = ground.records_in(rect);
        if records.is_empty() && !extend {
            if !session.selection().is_empty() {
                intents.push(Intent::Deselect);
            }
        } else {
            intents.push(Intent::SelectAll { records, extend });
        }
    }

    fn follow_drag(
        &mut self,
        ui: &Ui,
        mut held: Box<Held>,
        session: &Session,
        shaper: &Shaper,
        area: Rect,
        intents: &mut Vec<Intent>,
    ) {
        let Some(ground) = self.ground.clone() else { return };
        if called_off(ui) {
            ui.stop_dragging();
            self.live = None;
            intents.push(Intent::CallOff);
            return;
        }
        let down = ui.input(|input| input.pointer.primary_down());
        if down {
            navigate::pull_at_edges(ui, &mut self.camera, area, ground.board.scene.size);
        }
        let view = self.camera.view(area);
        let pos = ui.input(|input| input.pointer.latest_pos()).filter(|pos| area.contains(*pos));
        let frozen = Frozen::of(&ground, view, area);
        let hand = pos.map(|pos| Hand {
            pos_in_scene: frozen.to_scene(pos),
            // Many desktops take a drag with Alt for moving the window.
            alt: ui.input(|input| input.modifiers.alt || input.modifiers.command),
            loose: ui.input(|input| input.modifiers.shift),
            snap: SNAP / view.zoom,
            segment: session.lens(),
        });
        if held.told.is_none() {
            let board = Arc::clone(&ground.board);
            intents.push(Intent::Grab { load: held.load.clone(), from: held.from, board });
        }
        if held.told.replace(hand) != Some(hand) {
            intents.push(Intent::Carry(hand));
        }
        let source = source(session, session.seen_stamp(), &style::theme(ui.ctx()), self.camera.home_width(area));
        let live = self.live.take();
        self.live = session.proposal().map(|_| laid_out(live, session, source, shaper, &mut self.drawn));
        if down {
            ui.set_cursor_icon(cursor(&held));
            self.gesture = Gesture::Drag(held);
            return;
        }
        intents.push(Intent::LetGo);
        self.dropped_at = pos.filter(|_| held.block() == Some(Block::Flag));
    }
}

impl Held {
    /// The block of the palette that is in hand.
    pub fn block(&self) -> Option<Block> {
        if let Load::Block(block) = self.load { Some(block) } else { None }
    }

    /// The item of a library that is in hand.
    pub fn item(&self) -> Option<&Arc<Item>> {
        if let Load::Item(item) = &self.load { Some(item) } else { None }
    }
}

/// Esc while something is in hand.
fn called_off(ui: &Ui) -> bool {
    is_struck(ui, Key::Escape)
}

/// Whether a key was struck. Its press may have been taken as a command already, so the key itself is asked too, and its
/// release, which a quick hand brings in the same frame.
pub fn is_struck(ui: &Ui, key: Key) -> bool {
    ui.input(|input| input.key_pressed(key) || input.key_down(key) || input.key_released(key))
}

fn cursor(held: &Held) -> CursorIcon {
    match held.load {
        Load::StageEdge(..) | Load::CardEnd(..) => CursorIcon::ResizeHorizontal,
        Load::Face(_) | Load::Ring(_) | Load::LaneEdge(..) => CursorIcon::ResizeVertical,
        _ => CursorIcon::Grabbing,
    }
}

/// The rectangle that two corners span.
pub fn between(a: Point, b: Point) -> crate::scene::Rect {
    crate::scene::Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}
