//! The day once more: the whole board after each step of the history, as large as the screen, with what the step did.
//!
//! # Limits
//! A board of thousands of cards is first laid on a thread; until then the screen says so. From then on a step costs what it
//! touched.

use crate::layout::{BoardCache, Lens, arrange_board_again, branded, is_read_from_right};
use crate::model::Map;
use crate::scene::{FaceStyle, Scene};
use crate::session::flows::{Msg, Replay, ReplayMsg};
use crate::session::threads::{self, Ending};
use crate::session::{Intent, Session};
use crate::text::Shaper;
use crate::theme::{Theme, size};
use crate::ui::screen::{self, View};
use crate::ui::style;
use egui::accesskit::Live;
use egui::{Align2, Event, Id, Key, Rect, Role, Sense, Ui, pos2, vec2};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use touchline_words::say;

/// Cards from which on a board of which nothing is known is laid aside.
const MANY: usize = 1_000;
const MARGIN: f32 = 40.0;
const FOOT: f32 = 84.0;
/// Where stages are as wide as on a board that fills a window, in map units.
const WIDTH: f32 = 1_400.0;

/// The board after one of the steps.
#[derive(Debug, Default)]
pub struct ReplayPanel {
    cache: BoardCache,
    laid: Option<(usize, Scene)>,
    coming: Option<Receiver<(usize, Scene, BoardCache)>>,
}

impl ReplayPanel {
    /// Lays the board after the step of the moment, if it can be done at once.
    fn lay(&mut self, ui: &Ui, replay: &Replay, map: &Map, shaper: &Arc<Shaper>) {
        if let Some(Ok((at, scene, cache))) = self.coming.as_ref().map(Receiver::try_recv) {
            (self.laid, self.cache, self.coming) = (Some((at, scene)), cache, None);
        }
        let at = replay.at();
        if self.coming.is_some() || self.laid.as_ref().is_some_and(|(laid, _)| *laid == at) {
            return;
        }
        match self.laid.as_ref().map(|(before, _)| *before) {
            Some(before) => {
                let touched = replay.touched_between(before, at);
                let scene = laid(map, shaper, &mut self.cache, Some(&touched));
                self.laid = Some((at, scene));
            }
            None if map.touchpoints.len() < MANY || !self.lay_aside(ui, at, map, shaper) => {
                let scene = laid(map, shaper, &mut self.cache, None);
                self.laid = Some((at, scene));
            }
            None => {}
        }
    }

    fn lay_aside(&mut self, ui: &Ui, at: usize, map: &Map, shaper: &Arc<Shaper>) -> bool {
        let (sender, coming) = channel();
        let (map, shaper, ctx) = (map.clone(), Arc::clone(shaper), ui.ctx().clone());
        let starts = threads::start("lay out a replayed board", Ending::Left, move || {
            let mut cache = BoardCache::default();
            let scene = laid(&map, &shaper, &mut cache, None);
            // Nobody may be there for it any more.
            let _ = sender.send((at, scene, cache));
            ctx.request_repaint();
        });
        self.coming = starts.then_some(coming);
        starts
    }
}

fn laid(
    map: &Map,
    shaper: &Shaper,
    cache: &mut BoardCache,
    touched: Option<&std::collections::BTreeSet<crate::model::RecordRef>>,
) -> Scene {
    let board =
        arrange_board_again(map, &Lens::default(), &branded(&Theme::light(), map), shaper, WIDTH, cache, touched);
    if is_read_from_right(map) { board.scene.mirrored() } else { board.scene }
}

/// Shows the step of the moment, and gives back what was asked for.
pub fn replay_ui(
    ui: &mut Ui,
    panel: &mut ReplayPanel,
    session: &Session,
    shaper: &Arc<Shaper>,
    now: Duration,
) -> Vec<Intent> {
    let Some(replay) = session.flows().replay() else { return Vec::new() };
    if replay.map().is_none() {
        // Another history than the one before.
        *panel = ReplayPanel::default();
    }
    let theme = super::theme_of_a_room(ui.ctx(), session.map());
    let window = ui.max_rect();
    let response = ui.interact(window, Id::unique("replayed map"), Sense::click());
    ui.painter().rect_filled(window, 0.0, style::color(theme.ground));
    if let Some(map) = replay.map() {
        panel.lay(ui, replay, map, shaper);
    }
    if let Some((_, scene)) = &panel.laid {
        let room = Rect::from_min_max(window.min + vec2(MARGIN, MARGIN), window.max - vec2(MARGIN, FOOT + 16.0));
        let zoom = (room.width() / scene.size.width.max(1.0)).min(room.height() / scene.size.height.max(1.0)).min(1.4);
        let corner = pos2(room.center().x - scene.size.width * zoom / 2.0, room.top());
        screen::paint(&ui.painter_at(window), scene, View::new(corner, zoom));
    }
    let words =
        foot_ui(ui, Rect::from_min_max(pos2(window.left(), window.bottom() - FOOT), window.max), replay, now, &theme);
    ui.ctx().accesskit_node_builder(Id::unique("replayed step"), |node| {
        node.set_role(Role::Label);
        node.set_value(words);
        node.set_live(Live::Polite);
    });
    if let Some(next) = replay.changes_in(now) {
        ui.ctx().request_repaint_after(next);
    }
    let mut msgs = keys(ui);
    msgs.extend(response.clicked().then_some(ReplayMsg::Hold));
    if style::reduced_motion(ui.ctx()) && !replay.waits() {
        msgs.push(ReplayMsg::Wait);
    }
    msgs.into_iter().map(|msg| Intent::Flow(Msg::Replay(msg))).collect()
}

/// How far it is, and what the step did; gives back that in words.
fn foot_ui(ui: &Ui, place: Rect, replay: &Replay, now: Duration, theme: &Theme) -> String {
    let painter = ui.painter();
    let bar =
        Rect::from_min_max(pos2(place.left() + MARGIN, place.top()), pos2(place.right() - MARGIN, place.top() + 6.0));
    painter.rect_filled(bar, 3.0, style::color(theme.hairline));
    let share = replay.at() as f32 / replay.steps().max(1) as f32;
    let done = bar.with_max_x(bar.left() + bar.width() * share);
    painter.rect_filled(done, 3.0, style::color(theme.accent));
    let words = match replay.map() {
        None => say!(present_rewinding).to_owned(),
        Some(_) if replay.label().is_empty() => say!(present_step_none, steps = replay.steps(), pace = replay.pace()),
        Some(_) => say!(present_step, at = replay.at(), steps = replay.steps(), label = replay.label()),
    };
    let font = style::font(FaceStyle::SemiBold, size::BIG_FIGURE);
    painter.text(bar.left_bottom() + vec2(0.0, 14.0), Align2::LEFT_TOP, &words, font.clone(), style::color(theme.ink));
    let (played, takes) = replay.times(now);
    let times = say!(present_times, played, takes);
    let at = bar.right_bottom() + vec2(0.0, 14.0);
    painter.text(at, Align2::RIGHT_TOP, times, font, style::color(theme.muted));
    let font = style::font(FaceStyle::Regular, size::HEADING);
    let hint = say!(present_replay_hint);
    painter.text(bar.left_bottom() + vec2(0.0, 44.0), Align2::LEFT_TOP, hint, font, style::color(theme.muted));
    words
}

fn keys(ui: &Ui) -> Vec<ReplayMsg> {
    let mut asked = Vec::new();
    ui.ctx().input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, .. } = event else { return true };
            let msg = match key {
                Key::Space => Some(ReplayMsg::Hold),
                Key::ArrowRight => Some(ReplayMsg::Next),
                Key::ArrowLeft => Some(ReplayMsg::Back),
                Key::Home => Some(ReplayMsg::First),
                Key::End => Some(ReplayMsg::Last),
                Key::Escape => Some(ReplayMsg::End),
                _ => None,
            };
            asked.extend(msg);
            msg.is_none()
        });
    });
    asked
}
