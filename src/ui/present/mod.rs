//! The map before a room: the stages as the session's flow has them, painted over the whole window, and keys and hands for it.
//!
//! What stands where, [`crate::layout::arrange_stage`] says; which stage is looked at and what time it is, the flow. Here are the
//! pictures that were laid last, and the pointer as a light.

mod hands;
mod notes;
mod replay;
mod screen;
mod spoken;

use crate::layout::{Room, branded, is_read_from_right};
use crate::model::Map;
use crate::session::Intent;
use crate::session::Session;
use crate::session::flows::Presenting;
use crate::text::Shaper;
use crate::theme::Theme;
use crate::ui::style;
use egui::{Color32, Context, CursorIcon, Id, Rect, Sense, Ui};
use screen::Pages;
use std::time::Duration;
use touchline_words::say;

pub use notes::NotesWindow;
pub use replay::{ReplayPanel, replay_ui};

/// What is kept between two frames.
#[derive(Debug, Default)]
pub struct PresentPanel {
    pages: Pages,
}

impl PresentPanel {
    /// Forgets what may look different with other fonts.
    pub fn fonts_changed(&mut self) {
        self.pages = Pages::default();
    }
}

/// One frame of it.
struct Scenery<'a> {
    session: &'a Session,
    show: &'a Presenting,
    shaper: &'a Shaper,
    room: Room,
    /// Points that a unit of the room takes, and where the room lies.
    scale: f32,
    area: Rect,
    now: Duration,
    reduced_motion: bool,
    theme: Theme,
}

impl<'a> Scenery<'a> {
    fn new(session: &'a Session, show: &'a Presenting, shaper: &'a Shaper, ui: &Ui, now: Duration) -> Self {
        let window = ui.max_rect();
        let (room, scale) = Room::of(window.width(), window.height());
        let size = egui::vec2(room.width, room.height) * scale;
        let area = Rect::from_center_size(window.center(), size);
        let reduced_motion = style::reduced_motion(ui.ctx());
        Self {
            session,
            show,
            shaper,
            room,
            scale,
            area,
            now,
            reduced_motion,
            theme: theme_of_a_room(ui.ctx(), session.map()),
        }
    }

    fn is_turned(&self) -> bool {
        is_read_from_right(self.session.map())
    }
}

/// Shows what is presented, and gives back what was asked for. `now` is the time since the program's start.
pub fn present_ui(
    ui: &mut Ui,
    panel: &mut PresentPanel,
    session: &Session,
    shaper: &Shaper,
    notes: &NotesWindow,
    now: Duration,
) -> Vec<Intent> {
    let Some(show) = session.flows().present() else { return Vec::new() };
    let window = ui.max_rect();
    let scenery = Scenery::new(session, show, shaper, ui, now);
    let response = ui.interact(window, focus_id(), Sense::click_and_drag());
    let modal = ui.ctx().memory(|memory| memory.top_modal_layer().is_some());
    if !modal && !response.has_focus() {
        ui.memory_mut(|memory| memory.request_focus(focus_id()));
    }
    let mut msgs = if modal { Vec::new() } else { hands::keys(ui.ctx()) };
    let painter = ui.painter_at(window);
    if show.is_blank() {
        painter.rect_filled(window, 0.0, Color32::BLACK);
    } else {
        painter.rect_filled(window, 0.0, Color32::WHITE);
        let seen = match show.question(session.map()) {
            Some(question) => panel.pages.paint_question(&painter, &scenery, question),
            None => panel.pages.paint(&painter, &scenery),
        };
        hands::pointer_ui(ui, &response, &scenery, &seen, &mut msgs);
        spoken::spoken_ui(ui, &scenery, &seen, &mut msgs);
    }
    if !show.hints(now) || show.is_blank() {
        ui.set_cursor_icon(CursorIcon::None);
    }
    spoken::stage_ui(ui, &scenery);
    if show.has_notes() {
        msgs.extend(notes::window_ui(ui.ctx(), &mut panel.pages, &scenery, notes));
    }
    if let Some(next) = show.changes_in(now, scenery.reduced_motion) {
        ui.ctx().request_repaint_after(next);
    }
    msgs.into_iter().map(Intent::from).collect()
}

/// A room sees white, whatever the presenter's own window looks like, and more contrast where that is asked for.
fn theme_of_a_room(ctx: &Context, map: &Map) -> Theme {
    if style::theme(ctx) == Theme::contrast() { Theme::contrast() } else { branded(&Theme::light(), map) }
}

/// What has the keyboard.
fn focus_id() -> Id {
    Id::unique("presented map")
}

/// The keys in a sentence: those of an agenda where there is one, and of a vote where something is voted on.
fn hint(scenery: &Scenery<'_>) -> String {
    let map = scenery.session.map();
    match scenery.show.block(map) {
        Some(block) if !block.vote.trim().is_empty() => say!(present_hint_vote),
        _ if !map.agenda.is_empty() => say!(present_hint_agenda),
        _ => say!(present_hint),
    }
    .to_owned()
}
