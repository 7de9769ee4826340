//! What the hand is doing on the board, from press to release.

use super::drag::{Drag, Hand, Load, Outcome, outcome};
use super::{Block, BoardPanel, laid_out, navigate, source};
use crate::model::{Change, IdSource, Map, RecordRef, Regime};
use crate::scene::{Point, Tag};
use crate::session::{Action, Session};
use crate::text::Shaper;
use crate::ui::style;
use egui::{CursorIcon, Key, Pos2, Rect, Ui};

/// Snapping reaches this far on the screen, in points.
const SNAP: f32 = 7.0;
/// The stamp of a map that the session does not have yet; its own begin above it.
const UNSTAMPED: u64 = u64::MAX;

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
    /// A flag was dropped: its rule is being chosen.
    Regime {
        held: Box<Held>,
        at: Pos2,
    },
}

/// What is in hand.
pub struct Held {
    pub drag: Drag,
    pub outcome: Outcome,
    /// The part that was grabbed, for the ghost at the pointer.
    pub grabbed: Option<Tag>,
    /// What was selected before, to be selected again when the drag is called off.
    selected: Vec<RecordRef>,
}

impl Gesture {
    /// A drag that begins at a place of the scene.
    pub fn dragging(load: Load, from: Point, session: &Session) -> Self {
        let drag = Drag { load, from, ids: IdSource::random() };
        let selected = session.selection().records().to_vec();
        Self::Drag(Box::new(Held { drag, outcome: Outcome::default(), grabbed: None, selected }))
    }

    /// The same, by a part that was grabbed.
    pub fn grabbing(load: Load, from: Point, tag: Tag, session: &Session) -> Self {
        match Self::dragging(load, from, session) {
            Self::Drag(held) => Self::Drag(Box::new(Held { grabbed: Some(tag), ..*held })),
            other => other,
        }
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
        actions: &mut Vec<Action>,
    ) {
        match std::mem::take(&mut self.gesture) {
            Gesture::Rest => {}
            Gesture::Marquee { from, extend } => self.follow_marquee(ui, from, extend, session, area, actions),
            Gesture::Drag(held) => self.follow_drag(ui, held, session, shaper, area, actions),
            kept @ Gesture::Regime { .. } => self.gesture = kept,
        }
    }

    fn follow_marquee(
        &mut self,
        ui: &Ui,
        from: Point,
        extend: bool,
        session: &Session,
        area: Rect,
        actions: &mut Vec<Action>,
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
                actions.push(Action::Deselect);
            }
        } else {
            actions.push(Action::SelectAll { records, extend });
        }
    }

    fn follow_drag(
        &mut self,
        ui: &Ui,
        mut held: Box<Held>,
        session: &Session,
        shaper: &Shaper,
        area: Rect,
        actions: &mut Vec<Action>,
    ) {
        let Some(ground) = self.ground.clone() else { return };
        if called_off(ui) {
            ui.stop_dragging();
            self.live = None;
            actions.push(Action::Cancel);
            actions.push(Action::SelectAll { records: held.selected, extend: false });
            return;
        }
        let down = ui.input(|input| input.pointer.primary_down());
        if down {
            navigate::pull_at_edges(ui, &mut self.camera, area, ground.board.scene.size);
        }
        let view = self.camera.view(area);
        let pos = ui.input(|input| input.pointer.latest_pos()).filter(|pos| area.contains(*pos));
        let hand = pos.map(|pos| Hand {
            pos_in_scene: view.to_scene(pos),
            alt: ui.input(|input| input.modifiers.alt),
            snap: SNAP / view.zoom,
            segment: session.lens(),
        });
        // Away from the board nothing lands.
        let new = hand.map_or_else(Outcome::default, |hand| outcome(&held.drag, session.map(), &ground.board, hand));
        if new.edit != held.outcome.edit {
            actions.push(new.edit.clone().map_or(Action::Cancel, Action::Propose));
            let after = new.edit.as_ref().and_then(|edit| applied(session.map(), edit.clone()));
            let source = source(session, UNSTAMPED, &style::theme(ui.ctx()), self.camera.home_width(area));
            self.live = after.map(|map| laid_out(None, &map, source, shaper, &mut self.drawn));
        }
        held.outcome = new;
        if down {
            ui.set_cursor_icon(cursor(&held));
            self.gesture = Gesture::Drag(held);
            return;
        }
        self.let_go(held, pos, actions);
    }

    fn let_go(&mut self, held: Box<Held>, pos: Option<Pos2>, actions: &mut Vec<Action>) {
        if held.outcome.edit.is_none() {
            actions.push(Action::Cancel);
            if !held.outcome.select.is_empty() {
                actions.push(Action::SelectAll { records: held.outcome.select, extend: false });
            }
            return;
        }
        match pos {
            Some(at) if held.drag.load == Load::Block(Block::Flag) => self.gesture = Gesture::Regime { held, at },
            _ => self.commit(*held, actions),
        }
    }

    /// Makes what a drag proposed, and selects it.
    pub(super) fn commit(&mut self, held: Held, actions: &mut Vec<Action>) {
        let Outcome { edit, select, write, .. } = held.outcome;
        let Some(edit) = edit else { return };
        actions.push(Action::Propose(edit));
        actions.push(Action::Commit);
        if write {
            self.to_write = select.first().copied();
        }
        actions.push(Action::SelectAll { records: select, extend: false });
    }

    /// Drops what was proposed and selects what was selected before.
    pub(super) fn call_off(&mut self, held: Held, actions: &mut Vec<Action>) {
        self.live = None;
        actions.push(Action::Cancel);
        actions.push(Action::SelectAll { records: held.selected, extend: false });
    }
}

impl Held {
    /// The block of the palette that is in hand.
    pub fn block(&self) -> Option<Block> {
        if let Load::Block(block) = self.drag.load { Some(block) } else { None }
    }

    /// Gives the flag that was dropped another rule.
    pub fn set_regime(&mut self, regime: Regime) {
        let Some(edit) = &mut self.outcome.edit else { return };
        for change in &mut edit.changes {
            if let Change::Flag(_, Some(flag)) = change {
                flag.regime = regime;
            }
        }
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

fn applied(map: &Map, edit: crate::model::Edit) -> Option<Map> {
    map.after(&edit).ok()
}

fn cursor(held: &Held) -> CursorIcon {
    match held.drag.load {
        Load::StageEdge(..) => CursorIcon::ResizeHorizontal,
        Load::Face(_) => CursorIcon::ResizeVertical,
        _ => CursorIcon::Grabbing,
    }
}

/// The rectangle that two corners span.
pub fn between(a: Point, b: Point) -> crate::scene::Rect {
    crate::scene::Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}
