//! Where the board stands in its view: panning, zooming about a point, fitting, and the short glide between two places.

use crate::scene::Rect as SceneRect;
use crate::ui::screen::View;
use egui::{Pos2, Rect, Vec2, vec2};

/// Points a map unit can take, smallest and largest.
pub const ZOOM: std::ops::RangeInclusive<f32> = 0.1..=4.0;
/// A map that is larger yet is fitted down to here, so that all of it is seen.
const FIT_LEAST: f32 = 0.001;

/// One press of zoom in; nearly a fifth more.
const STEP: f32 = 1.189_207;
/// How long a glide takes, in seconds.
const GLIDE_SECS: f64 = 0.15;
/// After this pause text takes its exact size again, in seconds.
const SETTLE_SECS: f64 = 0.12;
/// As much of the board stays in view however far it is pushed, in points.
const KEPT_IN_VIEW: f32 = 96.0;
/// Free space around what is fitted, in points.
const FIT_MARGIN: f32 = 24.0;
/// A board that is too wide or too high is first shown smaller, but no smaller than this: names of cards are about nine points
/// high.
const FIRST_ZOOM: f32 = 0.75;
/// A little smaller yet where that shows its last stage, of which only a part would be seen.
const FIRST_ZOOM_WHOLE: f32 = 0.68;
/// One whose stages cannot be pulled wide enough is shown larger, but no larger than this.
const FIRST_ZOOM_TO_FILL: f32 = 1.25;
/// Free space under the board when all of it is shown, in points.
const HOME_BELOW: f32 = 16.0;

/// Offset and zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stand {
    /// From the view's upper left corner to the scene's, in points.
    offset: Vec2,
    zoom: f32,
}

impl Stand {
    /// Whether it is another, but for what rounding adds.
    fn is_at(&self, other: &Self) -> bool {
        (self.offset - other.offset).length() < 1.0 && (self.zoom / other.zoom - 1.0).abs() < 1e-3
    }
}

/// The board's place in the view.
#[derive(Clone, Debug, PartialEq)]
pub struct Camera {
    stand: Stand,
    glide: Option<Glide>,
    zoomed_at_secs: f64,
    /// Nobody has moved the board yet.
    is_home: bool,
    /// The view is turned over, for a map that is read from the right: offsets count from its right edge.
    is_turned: bool,
    /// The largest zoom that the board first stands at, so that its height fits; its stages fill the width at this zoom.
    height_zoom: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Glide {
    from: Stand,
    to: Stand,
    start_secs: f64,
}

impl Default for Camera {
    fn default() -> Self {
        let stand = Stand { offset: vec2(20.0, 16.0), zoom: 1.0 };
        Self {
            stand,
            glide: None,
            zoomed_at_secs: f64::NEG_INFINITY,
            is_home: true,
            is_turned: false,
            height_zoom: 1.0,
        }
    }
}

impl Camera {
    /// Where the scene lies on the screen when the board is seen through `area`.
    pub fn view(&self, area: Rect) -> View {
        let turned_in = self.is_turned.then(|| area.left() + area.right());
        View { turned_in, ..View::new(area.min + self.stand.offset, self.stand.zoom) }
    }

    /// Says whether the view is turned over.
    pub fn turn(&mut self, is_turned: bool) {
        self.is_turned = is_turned;
    }

    /// Until somebody moves it, the board of `size` map units stands at the upper left, at 100 % or as wide as the view.
    pub fn stay_home(&mut self, size: Vec2, area: Rect) {
        if self.is_home {
            self.stand = self.home(size, area);
        }
    }

    /// From now on the board stands where it is, whatever becomes of its size: what is drawn stays under the hand that
    /// draws.
    pub fn stand_still(&mut self) {
        self.is_home = false;
    }

    /// Where a board of `size` first stands.
    fn home(&self, size: Vec2, area: Rect) -> Stand {
        let home = Self::default().stand;
        let fills = (area.width() - 2.0 * home.offset.x) / size.x.max(1.0);
        let zoom = if fills <= 1.0 {
            let least = if fills >= FIRST_ZOOM_WHOLE { fills.min(FIRST_ZOOM) } else { FIRST_ZOOM };
            fills.max(least).min(self.height_zoom.max(least))
        } else if self.height_zoom >= 1.0 && fills <= FIRST_ZOOM_TO_FILL {
            fills.min(height_room(area) / size.y.max(1.0)).max(1.0)
        } else {
            self.height_zoom.min(1.0)
        };
        Stand { zoom, ..home }
    }

    /// Glides to where a board of `size` can be read: whole where that can be read, else where it first stands. From there it
    /// glides to where all of it is in view, however small.
    pub fn fit_board(&mut self, size: Vec2, area: Rect, now_secs: f64) {
        let home = self.home(size, area);
        let seen = size * home.zoom + home.offset;
        let is_whole = seen.x <= area.width() - home.offset.x + 0.5 && seen.y <= area.height() - HOME_BELOW + 0.5;
        let whole = SceneRect::new(0.0, 0.0, size.x, size.y);
        let can_be_read = whole_zoom(whole, area) >= FIRST_ZOOM;
        if is_whole || !can_be_read && !self.aim().is_at(&home) {
            self.glide_to(home, now_secs);
        } else {
            self.fit(whole, area, 1.0, now_secs);
        }
    }

    /// Map units that the view is wide where the board first stands.
    pub fn home_width(&self, area: Rect) -> f32 {
        ((area.width() - 2.0 * Self::default().stand.offset.x) / self.height_zoom).max(0.0)
    }

    /// Looks whether a board of `size`, laid out at 100 %, is so little too high that it is better shown whole.
    pub fn fit_height(&mut self, size: Vec2, area: Rect) -> bool {
        if !self.is_home {
            return false;
        }
        let across = ((area.width() - 2.0 * Self::default().stand.offset.x) / size.x.max(1.0)).clamp(FIRST_ZOOM, 1.0);
        let zoom = height_room(area) / size.y.max(1.0);
        self.height_zoom = if (FIRST_ZOOM..across).contains(&zoom) { zoom } else { 1.0 };
        self.height_zoom < 1.0
    }

    /// What it would be for the board of this height that the width at that zoom has brought, since wider stages are
    /// lower; `share` of the way there.
    pub fn refit_height(&self, height: f32, share: f32, area: Rect) -> Self {
        let zoom = (height_room(area) / height.max(1.0)).clamp(self.height_zoom, 0.999);
        let zoom = self.height_zoom + (zoom - self.height_zoom) * share;
        Self { height_zoom: zoom, ..self.clone() }
    }

    /// Whether a board of this height is whole where it first stands.
    pub fn shows_height(&self, height: f32, area: Rect) -> bool {
        height * self.height_zoom <= height_room(area) + 0.5
    }

    /// Stages fill the width at 100 % again. True when they did not.
    pub fn forget_height(&mut self) -> bool {
        std::mem::replace(&mut self.height_zoom, 1.0) < 1.0
    }

    /// Points a map unit takes.
    pub fn zoom(&self) -> f32 {
        self.stand.zoom
    }

    /// The zoom that a glide under way ends with.
    fn aim(&self) -> Stand {
        self.glide.map_or(self.stand, |glide| glide.to)
    }

    /// Moves on with a glide; true while there is something to move.
    pub fn advance(&mut self, now_secs: f64, reduced_motion: bool) -> bool {
        let Some(glide) = self.glide else {
            return false;
        };
        let share =
            if reduced_motion { 1.0 } else { ((now_secs - glide.start_secs) / GLIDE_SECS).clamp(0.0, 1.0) as f32 };
        if share >= 1.0 {
            self.stand = glide.to;
            self.glide = None;
        } else {
            let eased = 1.0 - (1.0 - share).powi(3);
            let zoom = glide.from.zoom * (glide.to.zoom / glide.from.zoom).powf(eased);
            // The offset follows the zoom, so that the point the glide turns about stands still.
            let along = if (glide.to.zoom - glide.from.zoom).abs() > 1e-4 {
                (zoom - glide.from.zoom) / (glide.to.zoom - glide.from.zoom)
            } else {
                eased
            };
            self.stand = Stand { offset: glide.from.offset + (glide.to.offset - glide.from.offset) * along, zoom };
        }
        if (self.stand.zoom - glide.from.zoom).abs() > 1e-6 {
            self.zoomed_at_secs = now_secs;
        }
        true
    }

    /// Whether the zoom has come to rest.
    pub fn is_settled(&self, now_secs: f64) -> bool {
        self.glide.is_none() && now_secs - self.zoomed_at_secs >= SETTLE_SECS
    }

    /// Seconds until [`Camera::is_settled`] can become true.
    pub fn settles_in_secs(&self, now_secs: f64) -> f64 {
        (self.zoomed_at_secs + SETTLE_SECS - now_secs).max(0.0)
    }

    /// Pushes the board by some points.
    pub fn pan(&mut self, by: Vec2) {
        (self.glide, self.is_home) = (None, false);
        self.stand.offset += if self.is_turned { vec2(-by.x, by.y) } else { by };
    }

    /// Zooms by a factor while the point under `pos` stays where it is.
    pub fn zoom_about(&mut self, pos: Pos2, area: Rect, factor: f32, now_secs: f64) {
        (self.glide, self.is_home) = (None, false);
        let in_view = pos - area.min;
        let in_view = if self.is_turned { vec2(area.width() - in_view.x, in_view.y) } else { in_view };
        self.stand = about(self.stand, in_view, self.stand.zoom * factor);
        self.zoomed_at_secs = now_secs;
    }

    /// Glides one step in (`steps` above zero) or out, about the middle of the view.
    pub fn step(&mut self, steps: i32, area: Rect, now_secs: f64) {
        self.glide_to_zoom(self.aim().zoom * STEP.powi(steps), area, now_secs);
    }

    /// Glides to a zoom about the middle of the view.
    fn glide_to_zoom(&mut self, zoom: f32, area: Rect, now_secs: f64) {
        let to = about(self.aim(), area.size() / 2.0, snapped(zoom));
        self.glide_to(to, now_secs);
    }

    /// Glides to 100 %, with as much of a board of `size` map units in view as there is room for.
    pub fn actual_size(&mut self, size: Vec2, area: Rect, now_secs: f64) {
        let to = about(self.aim(), area.size() / 2.0, 1.0);
        let hold = |offset: f32, size: f32, room: f32, home: f32| {
            if size + 2.0 * home <= room + 0.5 { home } else { offset.clamp(room - size - home, home) }
        };
        let home = Self::default().stand.offset;
        let offset =
            vec2(hold(to.offset.x, size.x, area.width(), home.x), hold(to.offset.y, size.y, area.height(), home.y));
        self.glide_to(Stand { offset, zoom: 1.0 }, now_secs);
    }

    /// Glides until `part` fills the view as far as `largest` zoom allows.
    pub fn fit(&mut self, part: SceneRect, area: Rect, largest: f32, now_secs: f64) {
        let room = area.size() - Vec2::splat(2.0 * FIT_MARGIN);
        let zoom = whole_zoom(part, area).min(largest).clamp(FIT_LEAST, *ZOOM.end());
        let middle = part.center();
        let offset = area.size() / 2.0 - vec2(middle.x, middle.y) * zoom;
        // What does not fit at the smallest zoom begins at its beginning.
        let begin = Vec2::splat(FIT_MARGIN) - vec2(part.x, part.y) * zoom;
        let offset = vec2(
            if part.width * zoom > room.x + 1.0 { begin.x } else { offset.x },
            if part.height * zoom > room.y + 1.0 { begin.y } else { offset.y },
        );
        self.glide_to(Stand { offset, zoom }, now_secs);
    }

    /// Glides as little as it takes to have `part` in view; a part larger than the view shows its upper left corner, or is shown
    /// smaller where it is to be seen whole and can be read so. `names` is what is covered along the upper and the left edge, in
    /// points.
    pub fn reveal(&mut self, part: SceneRect, names: Vec2, area: Rect, is_whole: bool, now_secs: f64) {
        let aim = self.aim();
        let fits = (area.width() - names.x - 2.0 * FIT_MARGIN) / part.width.max(1.0);
        let is_smaller = is_whole && (FIRST_ZOOM_WHOLE..aim.zoom).contains(&fits);
        let stand = if is_smaller { about(aim, Vec2::ZERO, fits) } else { aim };
        let Stand { offset, zoom } = stand;
        let (low, high) = (vec2(part.x, part.y) * zoom + offset, vec2(part.right(), part.bottom()) * zoom + offset);
        let push = |low: f32, high: f32, covered: f32, room: f32| {
            let (near, far) = (covered + FIT_MARGIN - low, room - FIT_MARGIN - high);
            if low < covered {
                near.max(0.0)
            } else if high > room {
                // What is larger than the view begins at its edge.
                far.max(near).min(0.0)
            } else {
                0.0
            }
        };
        let by = vec2(push(low.x, high.x, names.x, area.width()), push(low.y, high.y, names.y, area.height()));
        if by != Vec2::ZERO || is_smaller {
            self.glide_to(Stand { offset: offset + by, zoom }, now_secs);
        }
    }

    fn glide_to(&mut self, to: Stand, now_secs: f64) {
        self.is_home = false;
        self.glide = (to != self.stand).then_some(Glide { from: self.stand, to, start_secs: now_secs });
    }

    /// Holds some of a board of `size` map units in view.
    pub fn keep_in_view(&mut self, size: Vec2, area: Rect) {
        if self.glide.is_some() {
            return;
        }
        let size = size * self.stand.zoom;
        let hold = |offset: f32, size: f32, room: f32| {
            let kept = KEPT_IN_VIEW.min(size).min(room);
            offset.clamp(kept - size, (room - kept).max(kept - size))
        };
        let offset = self.stand.offset;
        self.stand.offset = vec2(hold(offset.x, size.x, area.width()), hold(offset.y, size.y, area.height()));
    }
}

/// Points that a map unit takes where a part just fits into the view.
fn whole_zoom(part: SceneRect, area: Rect) -> f32 {
    let room = area.size() - Vec2::splat(2.0 * FIT_MARGIN);
    (room.x / part.width.max(1.0)).min(room.y / part.height.max(1.0))
}

/// Points that the board's height can take where it first stands.
fn height_room(area: Rect) -> f32 {
    area.height() - Camera::default().stand.offset.y - HOME_BELOW
}

fn about(stand: Stand, pos_in_view: Vec2, zoom: f32) -> Stand {
    // From a large map that was fitted, hands zoom in from where it stands.
    let zoom = zoom.clamp(ZOOM.start().min(stand.zoom), *ZOOM.end());
    Stand { offset: pos_in_view - (pos_in_view - stand.offset) * (zoom / stand.zoom), zoom }
}

/// Steps that come close to 100 % land on it.
fn snapped(zoom: f32) -> f32 {
    if (zoom - 1.0).abs() < 0.04 { 1.0 } else { zoom }
}

#[cfg(test)]
#[path = "camera_tests.rs"]
mod tests;
