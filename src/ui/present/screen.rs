//! The stages on the screen: each laid out once for what it shows, side by side, seen through a camera.

use super::{Scenery, hint};
use crate::layout::{Frame, Room, Stand, arrange_frame, arrange_question, arrange_stage};
use crate::model::StageId;
use crate::scene::{Parts, Scene};
use crate::theme::Theme;
use crate::ui::screen::{self, View};
use crate::ui::style;
use egui::{Align2, Painter, Pos2, Rect, pos2, vec2};
use std::sync::Arc;
use touchline_words::{Language, language, say};

/// Screens that are kept: those in sight, on both windows, with what is left behind.
const KEPT: usize = 12;

/// A picture with what can be pointed at.
#[derive(Debug)]
pub struct Laid {
    pub scene: Scene,
    pub parts: Parts,
}

impl Laid {
    fn of(scene: Scene) -> Arc<Self> {
        let parts = Parts::of(&scene);
        Arc::new(Self { scene, parts })
    }
}

/// What a picture is made of: the map by its stamp, and how it is shown.
type Key<T> = (u64, T, Room, Theme, Language);

/// The pictures that were laid last.
#[derive(Debug, Default)]
pub struct Pages {
    stages: Vec<(Key<Stand>, Arc<Laid>)>,
    frame: Option<(Key<Frame>, Arc<Laid>)>,
}

/// What is on the screen: the stage that is looked at and what stands still, with the places that they are painted at.
pub struct Seen {
    pub stage: Option<(Arc<Laid>, View)>,
    pub frame: (Arc<Laid>, View),
}

impl Pages {
    /// A stage's picture.
    pub fn stage(&mut self, scenery: &Scenery<'_>, stand: Stand, room: Room) -> Arc<Laid> {
        let key = (scenery.session.shown_stamp(), stand, room, scenery.theme, language());
        if let Some(at) = self.stages.iter().position(|(known, _)| *known == key) {
            // The ones that were asked for last stand at the end.
            let found = self.stages.remove(at);
            let laid = Arc::clone(&found.1);
            self.stages.push(found);
            return laid;
        }
        let laid = Laid::of(arrange_stage(scenery.session.map(), &stand, room, &scenery.theme, scenery.shaper));
        if self.stages.len() >= KEPT {
            self.stages.remove(0);
        }
        self.stages.push((key, Arc::clone(&laid)));
        laid
    }

    fn frame(&mut self, scenery: &Scenery<'_>) -> Arc<Laid> {
        let frame = scenery.show.frame(|| hint(scenery), scenery.now);
        let key = (scenery.session.shown_stamp(), frame, scenery.room, scenery.theme, language());
        match &self.frame {
            Some((known, laid)) if *known == key => Arc::clone(laid),
            _ => {
                let laid = Laid::of(arrange_frame(
                    scenery.session.map(),
                    &key.1,
                    scenery.room,
                    &scenery.theme,
                    scenery.shaper,
                ));
                self.frame = Some((key, Arc::clone(&laid)));
                laid
            }
        }
    }

    /// Paints the question that is voted on, over everything.
    pub fn paint_question(&mut self, painter: &Painter, scenery: &Scenery<'_>, question: &str) -> Seen {
        let clock = scenery.show.timer().clock(scenery.now);
        let map = scenery.session.map();
        let laid =
            Laid::of(arrange_question(map, question, clock.as_ref(), scenery.room, &scenery.theme, scenery.shaper));
        let view = View::new(scenery.area.min, scenery.scale);
        screen::paint(painter, &laid.scene, view);
        Seen { stage: None, frame: (laid, view) }
    }

    /// Paints the stages that the camera sees, and what stands still over them.
    pub fn paint(&mut self, painter: &Painter, scenery: &Scenery<'_>) -> Seen {
        let Scenery { session, show, area, scale, room, .. } = scenery;
        let map = session.map();
        let camera = show.camera(map, scenery.now, scenery.reduced_motion);
        let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let side = if scenery.is_turned() { -1.0 } else { 1.0 };
        let mut seen = None;
        let in_sight = stages.iter().enumerate().filter(|(nth, _)| (*nth as f32 - camera).abs() < 1.2);
        for (nth, id) in in_sight {
            let is_here = show.stage() == Some(*id);
            let stand = if is_here { show.stand(map, session.lens()) } else { None };
            let stand = stand.unwrap_or_else(|| show.neighbour(map, *id, session.lens()));
            let laid = self.stage(scenery, stand, *room);
            let away = (nth as f32 - camera) * room.pitch() * scale * side;
            let view = View::new(area.min + vec2(away, 0.0), *scale);
            screen::paint(painter, &laid.scene, view);
            if is_here {
                seen = Some((laid, view));
            }
        }
        if stages.is_empty() {
            nothing(painter, *area, *scale, scenery.theme);
        }
        let (frame, view) = (self.frame(scenery), View::new(area.min, *scale));
        screen::paint(painter, &frame.scene, view);
        Seen { stage: seen, frame: (frame, view) }
    }

    /// Paints one stage alone, as large as a place has room for, and gives back where.
    pub fn paint_alone(&mut self, painter: &Painter, scenery: &Scenery<'_>, stand: Stand, place: Rect) -> Rect {
        let room = Room::default();
        let scale = (place.width() / room.width).min(place.height() / room.height).max(0.01);
        let picture = Rect::from_min_size(place.min, vec2(room.width, room.height) * scale);
        let laid = self.stage(scenery, stand, room);
        let painter = painter.with_clip_rect(picture.intersect(painter.clip_rect()));
        painter.rect_filled(picture, 0.0, egui::Color32::WHITE);
        screen::paint(&painter, &laid.scene, View::new(picture.min, scale));
        picture
    }
}

/// A map without stages says so, as large as everything else.
fn nothing(painter: &Painter, area: Rect, scale: f32, theme: Theme) {
    let at: Pos2 = pos2(area.center().x, area.center().y);
    let font = style::font(crate::scene::FaceStyle::SemiBold, 42.0 * scale);
    let ink = style::color(theme.muted);
    painter.text(at, Align2::CENTER_CENTER, say!(present_no_stages), font, ink);
}
