//! Stage headers and lane names, which stay in sight while the rest of the board scrolls under them.
//!
//! Near 100 % they are the board's own pictures. Far out, where those cannot be read, and close up, where they would fill the
//! view, they are set in one line in strips of a steady size. A name whose stage or lane begins outside of the view stands
//! at the edge, as long as it has room there.

use super::arranged::Arranged;
use crate::layout::{Name, STAGE_TIP};
use crate::scene::{
    FaceStyle, Item, Kind, PathItem, PathSegment, Point, Rect as SceneRect, Scene, Size, Tag, TagFamily,
};
use crate::session::Session;
use crate::text::{Shaper, TextStyle};
use crate::theme::{Theme, icons, size};
use crate::ui::screen::{self, View};
use crate::ui::style;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Vec2, pos2, vec2};
use touchline_words::say;

/// Zooms at which the board's own names are shown.
const OWN: std::ops::RangeInclusive<f32> = 0.6..=1.6;
/// Above and below the headers, in points.
const AIR: f32 = 6.0;
/// How high and how wide the strips are at other zooms, in points.
const STAGES_HEIGHT: f32 = 36.0;
const LANES_WIDTH: f32 = 112.0;
/// A header of one line is no more pointed, in points.
const TIP_MOST: f32 = 10.0;
/// A stage of which less is in view is named without its goal, in points.
const GOAL_FROM: f32 = 140.0;
/// From a strip's edge to a name that is held there, in points.
const HELD: f32 = 10.0;
/// How wide the shade is that a strip casts, in points.
const SHADE: f32 = 6.0;

/// The strips of a frame; each is there where the board's own names have gone out of sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frozen {
    view: View,
    area: Rect,
    /// The height of the headers, and the width of the lanes' names, in map units.
    size: Size,
    /// What the steps below the headers have of that height.
    below: f32,
    stages: Option<Rect>,
    lanes: Option<Rect>,
}

/// One of the two, by what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strip {
    Stages,
    Lanes,
}

impl Strip {
    /// Where a part has its name; None for what has none that stays in sight.
    pub fn of(tag: Tag) -> Option<Self> {
        match tag.kind.family() {
            TagFamily::Stage | TagFamily::StageEdge | TagFamily::Step | TagFamily::Loop => Some(Self::Stages),
            TagFamily::Lane | TagFamily::LaneEdge => Some(Self::Lanes),
            TagFamily::Map
            | TagFamily::Cell
            | TagFamily::Touchpoint
            | TagFamily::Listed
            | TagFamily::Flag
            | TagFamily::Emotion
            | TagFamily::ToBe
            | TagFamily::DropOff
            | TagFamily::Channel
            | TagFamily::Sticky
            | TagFamily::Connector
            | TagFamily::Drawing
            | TagFamily::Figure
            | TagFamily::Title => None,
        }
    }
}

impl Frozen {
    pub fn of(shown: &Arranged, view: View, area: Rect) -> Self {
        let (board, names) = (&shown.board, shown.board.names());
        let width = names.lanes.first().map_or(0.0, |lane| lane.place.width);
        let size = Size::new(width, board.header.height);
        let below = names.stages.first().map_or(0.0, |stage| stage.below_height);
        let mut frozen = Self { view, area, size, below, stages: None, lanes: None };
        let whole = view.rect_to_screen(SceneRect::from_size(board.scene.size));
        if !names.stages.is_empty() {
            let height = if frozen.is_own() { size.height * view.zoom + 2.0 * AIR } else { STAGES_HEIGHT };
            let own = if frozen.is_own() { AIR } else { 0.0 };
            let is_gone =
                whole.top() < area.top() + own && whole.top() + size.height * view.zoom < area.top() + height - own;
            let bottom = (area.top() + height).min(whole.bottom());
            frozen.stages = (is_gone && bottom > area.top())
                .then(|| Rect::from_min_max(pos2(area.left(), bottom - height), pos2(area.right(), bottom)));
        }
        if !names.lanes.is_empty() {
            let (own, turned) = (size.width * view.zoom, view.turned_in.is_some());
            let width = if frozen.is_own() { own } else { LANES_WIDTH };
            let (is_gone, left) = if turned {
                let is_gone = whole.right() > area.right() && whole.right() - own > area.right() - width;
                (is_gone, (area.right() - width).max(whole.left()))
            } else {
                let is_gone = whole.left() < area.left() && whole.left() + own < area.left() + width;
                (is_gone, area.left().min(whole.right() - width))
            };
            let strip = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
            frozen.lanes = is_gone.then_some(strip).filter(|strip| strip.intersects(area));
        }
        frozen
    }

    /// What the strips cover along the upper edge and the one that lanes are named at, in points, where `part` of a board is
    /// brought into view; nothing where the part is itself a name.
    pub fn covered(shown: &Arranged, zoom: f32, part: SceneRect) -> Vec2 {
        let (board, names) = (&shown.board, shown.board.names());
        let width = names.lanes.first().map_or(0.0, |lane| lane.place.width);
        let is_own = OWN.contains(&zoom);
        let across = if is_own { width * zoom } else { LANES_WIDTH };
        let down = if is_own { board.header.height * zoom + 2.0 * AIR } else { STAGES_HEIGHT };
        vec2(if part.x < width { 0.0 } else { across }, if part.y < board.header.height { 0.0 } else { down })
    }

    fn is_own(&self) -> bool {
        OWN.contains(&self.view.zoom)
    }

    /// The area but for the strips.
    pub fn inner(&self) -> Rect {
        let mut inner = self.area;
        if let Some(stages) = self.stages {
            inner.min.y = stages.bottom().max(inner.top());
        }
        match self.lanes {
            Some(lanes) if self.view.turned_in.is_some() => inner.max.x = lanes.left().min(inner.right()),
            Some(lanes) => inner.min.x = lanes.right().max(inner.left()),
            None => {}
        }
        inner
    }

    /// The strip of the lanes' names, where it is shown.
    pub fn lanes(&self) -> Option<Rect> {
        self.lanes
    }

    /// Whether a place on the screen lies on a strip.
    pub fn covers(&self, pos: Pos2) -> bool {
        self.stages.into_iter().chain(self.lanes).any(|strip| strip.contains(pos))
    }

    /// The place on the board that is seen at a place on the screen.
    pub fn to_scene(self, pos: Pos2) -> Point {
        let mut at = self.view.to_scene(pos);
        if let Some(strip) = self.stages.filter(|strip| strip.contains(pos)) {
            let air = if self.is_own() { AIR } else { 0.0 };
            let share = (pos.y - strip.top() - air) / (strip.height() - 2.0 * air);
            // From afar the strip shows the stages' names alone.
            let height = if self.is_own() { self.size.height } else { self.size.height - self.below };
            at.y = (share * height).clamp(0.0, height - 0.1);
        }
        if let Some(strip) = self.lanes.filter(|strip| strip.contains(pos)) {
            let from = if self.view.turned_in.is_some() { strip.right() - pos.x } else { pos.x - strip.left() };
            at.x = from / strip.width() * self.size.width;
        }
        at
    }

    /// Where a part is seen that is a name and stands in a strip.
    pub fn rect_of(&self, tag: Tag, rect: SceneRect) -> Option<Rect> {
        let strip = self.stages.filter(|_| Strip::of(tag) == Some(Strip::Stages))?;
        let across = self.view.rect_to_screen(rect);
        if !self.is_own() {
            let is_named = tag.kind != Kind::Step && tag.kind != Kind::Loop;
            return is_named.then(|| Rect::from_x_y_ranges(across.x_range(), strip.y_range()));
        }
        let top = strip.top() + AIR + rect.y * self.view.zoom;
        Some(Rect::from_x_y_ranges(across.x_range(), top..=top + rect.height * self.view.zoom))
    }

    /// The outline of a stage's header that stands in a strip.
    pub fn arrow(&self, shown: &Arranged, tag: Tag) -> Option<Vec<Pos2>> {
        let names = &shown.board.names().stages;
        let nth = names.iter().position(|name| name.tag == tag)?;
        let segments = self.header(names.get(nth)?, nth == 0)?;
        let corner = |segment: &PathSegment| match segment {
            PathSegment::Move(at) | PathSegment::Line(at) => Some(pos2(at.x, at.y)),
            PathSegment::Cubic(..) | PathSegment::Close => None,
        };
        Some(segments.iter().filter_map(corner).collect())
    }

    /// How far a header's tip reaches into the next, in points.
    fn tip(&self) -> f32 {
        let tip = STAGE_TIP * self.view.zoom;
        if self.is_own() { tip } else { tip.min(TIP_MOST) }
    }

    /// That outline, in points.
    fn header(&self, name: &Name, is_first: bool) -> Option<Vec<PathSegment>> {
        let mut place = self.rect_of(name.tag, name.place)?;
        if self.is_own() {
            place.max.y -= name.below_height * self.view.zoom;
        }
        let tip = self.tip();
        let rect = SceneRect::new(place.left(), place.top(), place.width() - tip, place.height());
        let path = PathItem { segments: icons::stage_arrow(rect, tip, is_first), fill: None, stroke: None };
        let turned = self.view.turned_in.is_some();
        Some(if turned { path.mirrored(place.left() + place.right()) } else { path }.segments)
    }

    /// The view in which the text of a stage or a lane stands where it is seen.
    pub fn view_of(&self, shown: &Arranged, tag: Tag) -> View {
        let names = shown.board.names();
        let moved = names.stages.iter().chain(&names.lanes).find(|name| name.tag == tag);
        let Some((name, at)) = moved.and_then(|name| Some((name, self.words_at(name)?))) else { return self.view };
        let usual = self.view.rect_to_screen(name.place).min;
        let by = at - usual;
        let by = if self.view.turned_in.is_some() { vec2(-by.x, by.y) } else { by };
        View { origin: self.view.origin + by, ..self.view }
    }

    /// Where the corner of a name's place is to be put, so that its words are seen; None where its strip is not shown.
    fn words_at(&self, name: &Name) -> Option<Pos2> {
        let (zoom, turned) = (self.view.zoom, self.view.turned_in.is_some());
        let (place, inner) = (self.view.rect_to_screen(name.place), self.inner());
        // Around the words, from the corner on the screen.
        let left = if turned { name.place.width - name.around.right() } else { name.around.x } * zoom;
        let words =
            Rect::from_min_size(pos2(left, name.around.y * zoom), vec2(name.around.width, name.around.height) * zoom);
        if Strip::of(name.tag) == Some(Strip::Lanes) {
            let strip = self.lanes?;
            let short = inner.top() + HELD - (place.top() + words.top());
            let shift = short.clamp(0.0, (place.height() - words.bottom() - HELD).max(0.0));
            let left = if turned { strip.right() - place.width() } else { strip.left() };
            return Some(pos2(left, place.top() + shift));
        }
        let strip = self.stages?;
        let (air, end) = (if self.is_own() { AIR } else { 0.0 }, STAGE_TIP * zoom);
        let shift = if turned {
            let over = place.left() + words.right() - (inner.right() - HELD);
            -over.clamp(0.0, (words.left() - end).max(0.0))
        } else {
            let short = inner.left() + HELD - (place.left() + words.left());
            short.clamp(0.0, (place.width() - end - words.right()).max(0.0))
        };
        // Below the loops, where the board's own headers are shown.
        let below = if self.is_own() { name.place.y * zoom } else { 0.0 };
        Some(pos2(place.left() + shift, strip.top() + air + below))
    }

    /// Draws the strips over the board.
    pub fn paint(&self, painter: &Painter, session: &Session, shown: &Arranged, shaper: &Shaper, theme: &Theme) {
        let pen = Pen { frozen: self, shown, shaper, theme };
        if let Some(strip) = self.lanes {
            pen.lanes(&painter.with_clip_rect(strip.intersect(painter.clip_rect())), strip);
            let back = self.view.turned_in.is_some();
            let panel = self.view.rect_to_screen(shown.board.names().panel).intersect(self.inner());
            let across = if back { strip.left() - SHADE..=strip.left() } else { strip.right()..=strip.right() + SHADE };
            if panel.is_positive() {
                shade(painter, Rect::from_x_y_ranges(across, panel.y_range()), true, back, theme);
            }
        }
        if let Some(strip) = self.stages {
            pen.stages(&painter.with_clip_rect(strip.intersect(painter.clip_rect())), strip);
            shade(painter, Rect::from_min_size(strip.left_bottom(), vec2(strip.width(), SHADE)), false, false, theme);
        }
        if let (Some(stages), Some(lanes)) = (self.stages, self.lanes) {
            let corner = stages.intersect(lanes);
            painter.rect_filled(corner, 0.0, style::color(theme.ground));
            pen.corner(&painter.with_clip_rect(corner), session, corner);
        }
    }
}

struct Pen<'a> {
    frozen: &'a Frozen,
    shown: &'a Arranged,
    shaper: &'a Shaper,
    theme: &'a Theme,
}

impl Pen<'_> {
    fn stages(&self, painter: &Painter, strip: Rect) {
        painter.rect_filled(strip, 0.0, style::color(self.theme.ground));
        self.above(painter, strip);
        for (nth, name) in self.shown.board.names().stages.iter().enumerate() {
            let Some(place) = self.frozen.rect_of(name.tag, name.place).filter(|place| place.intersects(strip)) else {
                continue;
            };
            if let (Some(segments), Some(ground)) = (self.frozen.header(name, nth == 0), name.ground) {
                let fill = Some(crate::scene::Paint::Flat(ground));
                let scene =
                    Scene { items: vec![Item::Path(PathItem { segments, fill, stroke: None })], ..Scene::default() };
                screen::paint(painter, &scene, View::new(Pos2::ZERO, 1.0));
            }
            if self.frozen.is_own() {
                self.below(painter, name, pos2(place.left(), place.top()));
            }
            let inner = self.frozen.inner();
            let seen = place.x_range().intersection(inner.x_range()).span();
            if self.frozen.is_own() && seen >= GOAL_FROM.min(place.width()) {
                self.words(painter, name);
                continue;
            }
            let zoom = if self.frozen.is_own() { self.frozen.view.zoom } else { 1.0 };
            // Between the notch and the tip, as far as the header is in view.
            let mut words = place.shrink2(vec2(self.frozen.tip(), 0.0));
            if self.frozen.is_own() {
                words.max.y -= name.below_height * zoom;
            }
            let room = Rect::from_x_y_ranges(inner.x_range(), words.y_range()).intersect(words);
            self.line(painter, name, room, (FaceStyle::Bold, size::STAGE_TITLE * zoom));
        }
    }

    fn lanes(&self, painter: &Painter, strip: Rect) {
        let names = self.shown.board.names();
        let panel = self.frozen.view.rect_to_screen(names.panel);
        painter.rect_filled(strip, 0.0, style::color(self.theme.ground));
        let ground = Rect::from_x_y_ranges(strip.x_range(), panel.y_range());
        painter.rect_filled(ground, 0.0, style::color(self.theme.surface));
        for (nth, name) in names.lanes.iter().enumerate() {
            let place = self.frozen.view.rect_to_screen(name.place);
            if nth > 0 {
                painter.hline(strip.x_range(), place.top(), style::hairline(self.theme));
            }
            if !place.y_range().intersects(strip.y_range()) {
                continue;
            }
            if self.frozen.is_own() {
                self.words(painter, name);
                continue;
            }
            let top = place.top().max(self.frozen.inner().top());
            let room = Rect::from_x_y_ranges(strip.x_range(), top..=place.bottom().min(top + 26.0));
            self.line(painter, name, room, (FaceStyle::SemiBold, size::LANE_TITLE));
        }
        painter.hline(strip.x_range(), panel.bottom(), style::hairline(self.theme));
    }

    /// A name as it is set on the board.
    fn words(&self, painter: &Painter, name: &Name) {
        let Some(at) = self.frozen.words_at(name) else { return };
        let view = View { origin: at, turned_in: None, ..self.frozen.view };
        match self.frozen.view.turned_in {
            Some(_) => screen::paint(painter, &name.words.mirrored(), view),
            None => screen::paint(painter, &name.words, view),
        }
    }

    /// The steps below a stage's header, from the corner of its place.
    fn below(&self, painter: &Painter, name: &Name, at: Pos2) {
        let view = View { origin: at, turned_in: None, ..self.frozen.view };
        match self.frozen.view.turned_in {
            Some(_) => screen::paint(painter, &name.below.mirrored(), view),
            None => screen::paint(painter, &name.below, view),
        }
    }

    /// The loops above the headers, which scroll with them; from afar there is room for the stages' names alone.
    fn above(&self, painter: &Painter, strip: Rect) {
        if !self.frozen.is_own() {
            return;
        }
        let (above, view) = (&self.shown.board.names().above, self.frozen.view);
        let view = View { origin: pos2(view.origin.x, strip.top() + AIR), ..view };
        match view.turned_in {
            Some(_) => screen::paint(painter, &above.mirrored(), view.of_turned(above.size.width)),
            None => screen::paint(painter, above, view),
        }
    }

    /// A name in one line, in the middle of a place; left out where there is no room for it.
    fn line(&self, painter: &Painter, name: &Name, room: Rect, (face, size): (FaceStyle, f32)) {
        if room.height() < size || !room.is_positive() {
            return;
        }
        let style = TextStyle::new(size, face, name.color);
        let text = self.shaper.line_within(&name.text, style, (room.width() - 2.0 * HELD).max(0.0));
        let left =
            if self.frozen.view.turned_in.is_some() { room.right() - HELD - text.width } else { room.left() + HELD };
        let baseline = room.center().y + (text.ascent - text.descent) / 2.0;
        let item = Item::Text(text.at(Point::new(left, baseline)));
        screen::paint(painter, &Scene { items: vec![item], ..Scene::default() }, View::new(Pos2::ZERO, 1.0));
    }

    /// How many stages are in view, where some are not.
    fn corner(&self, painter: &Painter, session: &Session, corner: Rect) {
        let (stages, inner) = (&self.shown.board.names().stages, self.frozen.inner());
        let is_seen = |name: &&Name| {
            let place = self.frozen.view.rect_to_screen(name.place);
            place.x_range().intersection(inner.x_range()).span() >= place.width() / 2.0
        };
        let (seen, of) = (stages.iter().filter(is_seen).count(), session.shown().stages.len());
        if seen == of || corner.width() < 2.0 * HELD {
            return;
        }
        let words = say!(ui_board_stages_in_view, seen, of);
        let width = corner.width() - 2.0 * HELD;
        let galley = painter.layout(words, style::small(), style::color(self.theme.muted), width);
        if galley.size().y <= corner.height() {
            let left = corner.left() + HELD;
            painter.galley(pos2(left, corner.center().y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
        }
    }
}

/// The hairline at a strip's edge and the shade beyond it; `across`: the strip stands upright, `back`: what is shaded lies left of it.
fn shade(painter: &Painter, rect: Rect, across: bool, back: bool, theme: &Theme) {
    let (dark, clear) = (style::color(theme.shadow).gamma_multiply(0.6), Color32::TRANSPARENT);
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
    let colors = match (across, back) {
        (true, false) => [dark, clear, clear, dark],
        (true, true) => [clear, dark, dark, clear],
        (false, _) => [dark, dark, clear, clear],
    };
    let mut mesh = Mesh::default();
    for (pos, color) in corners.into_iter().zip(colors) {
        mesh.colored_vertex(pos, color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    painter.add(Shape::mesh(mesh));
    let line = style::hairline(theme);
    match (across, back) {
        (true, false) => painter.vline(rect.left(), rect.y_range(), line),
        (true, true) => painter.vline(rect.right(), rect.y_range(), line),
        (false, _) => painter.hline(rect.x_range(), rect.top(), line),
    };
}
