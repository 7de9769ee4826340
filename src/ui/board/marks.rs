//! What lies over the picture while it is worked on: selection, hover, landing places, guides, marquee and ghost.

use super::BoardPanel;
use super::ends::paint_ends;
use super::found::paint_found;
use super::gesture::{Gesture, Held, between};
use super::parts::Frame;
use crate::figures::numbers;
use crate::layout::ListLook;
use crate::model::{DrawingId, RecordKind, RecordRef, Score, StageId, Touchpoint, TouchpointId};
use crate::scene::{Color, FaceStyle, Group, Item, Kind, Point, Rect as SceneRect, Scene, Size, Tag, TagFamily};
use crate::session::{Load, Release, Session, block_like, record_of, tag_of};
use crate::theme::{Icon, Theme, size};
use crate::ui::screen::{self, View};
use crate::ui::style;
use crate::ui::widgets::paint_icon;
use egui::{
    Align2, Color32, Id, LayerId, Mesh, Order, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

/// Corner radius of a card, in map units.
const CARD_RADIUS: f32 = 8.0;
/// A thing of fewer pixels has no ring of its own where many are ringed.
const RINGED_PX: f32 = 3.0;
/// Opacity of what hangs at the pointer.
const GHOST: f32 = 0.92;

pub fn paint_marks(ui: &Ui, panel: &BoardPanel, frame: &Frame) {
    let theme = style::theme(ui.ctx());
    // What lies on the board goes under the names that stay in sight.
    let painter = ui.painter().with_clip_rect(frame.frozen.inner().intersect(ui.clip_rect()));
    let marks = Marks { painter, names: ui.painter().clone(), theme, view: frame.view };
    paint_found(ui, &marks.painter, frame);
    match &panel.gesture {
        Gesture::Rest => {
            marks.hover(panel, frame);
            marks.selection(frame, frame.session.selection().records());
            marks.selected_cell(frame);
        }
        Gesture::Marquee { from, .. } => {
            marks.selection(frame, frame.session.selection().records());
            marks.marquee(ui, frame, *from);
        }
        Gesture::Drag(held) => {
            if let Some(release) = frame.session.placing() {
                marks.release(frame, held, release);
            }
            if let Some(pos) = ui.input(|input| input.pointer.latest_pos()) {
                marks.ghost(ui, panel, frame.session, held, pos);
            }
        }
    }
}

/// Between words that have no card and the ring around them, in map units.
fn air(record: Option<RecordRef>) -> f32 {
    let list = record.and_then(|record| record.kind().listed());
    if list.is_some_and(|kind| ListLook::of(kind).is_bare) { 4.0 } else { 0.0 }
}

/// The part of a connector's piece, in points, that is painted when it is chosen.
fn band_of(piece: Rect) -> Rect {
    let reach = piece.width().min(piece.height());
    if piece.width() >= piece.height() { piece } else { piece.shrink2(vec2(0.0, reach.min(piece.height() / 3.0))) }
}

struct Marks {
    painter: Painter,
    /// For what is drawn on names too.
    names: Painter,
    theme: Theme,
    view: View,
}

impl Marks {
    fn accent(&self) -> Color32 {
        style::color(self.theme.accent)
    }

    fn outline(&self, rect: SceneRect, width: f32, color: Color32) {
        let radius = CARD_RADIUS * self.view.zoom;
        let rect = self.view.rect_to_screen(rect);
        self.painter.rect_stroke(rect, radius, Stroke::new(width, color), StrokeKind::Outside);
    }

    /// Over a piece of a connector, which would be a row of boxes if it had a ring. Level pieces reach round the corners, upright
    /// ones end below them: nothing is painted twice.
    fn band(&self, frame: &Frame, tag: Tag, piece: SceneRect, opacity: f32) {
        let color = self.accent().gamma_multiply(opacity);
        match frame.frozen.rect_of(tag, piece) {
            Some(seen) => {
                let across = band_of(seen).x_range().intersection(frame.frozen.inner().x_range());
                if across.span() > 0.0 {
                    let band = Rect::from_x_y_ranges(across, band_of(seen).y_range());
                    self.names.rect_filled(band, 0.0, color);
                }
            }
            None => _ = self.painter.rect_filled(band_of(self.view.rect_to_screen(piece)), 0.0, color),
        }
    }

    fn hover(&self, panel: &BoardPanel, frame: &Frame) {
        let Some(tag) = panel.hovered.filter(|tag| tag.kind.is_thing()) else { return };
        if let Some(arrow) = frame.frozen.arrow(frame.shown, tag) {
            let stroke = Stroke::new(1.0, self.accent().gamma_multiply(0.55));
            self.names.add(Shape::closed_line(arrow, stroke));
            return;
        }
        if tag.kind == Kind::Drawing {
            return self.drawing(frame, DrawingId(tag.id), 1.0, self.accent().gamma_multiply(0.55));
        }
        for part in frame.shown.board.parts().all_of(tag) {
            if tag.kind == Kind::Connector || tag.kind == Kind::Loop {
                self.band(frame, tag, part.rect, 0.15);
                continue;
            }
            let rect = part.rect.shrink(-air(record_of(tag)));
            self.outline(rect, 1.0, self.accent().gamma_multiply(0.55));
            if tag.kind == Kind::Touchpoint {
                paint_ends(&self.painter, self.view.rect_to_screen(part.rect), self.accent());
            }
        }
        // A face says whose it is.
        if tag.kind.family() == TagFamily::Emotion || tag.kind.family() == TagFamily::ToBe {
            for card in frame.shown.rects_of(RecordRef::Touchpoint(TouchpointId(tag.id))) {
                self.outline(card, 2.0, self.accent().gamma_multiply(0.55));
            }
        }
    }

    fn selection(&self, frame: &Frame, records: &[RecordRef]) {
        // A lane's ring lies inside its row, and over those of what it holds.
        let (lanes, others): (Vec<RecordRef>, Vec<RecordRef>) = records
            .iter()
            .filter(|record| **record != RecordRef::Map)
            .partition(|record| matches!(record, RecordRef::Lane(_)));
        for record in others {
            if let Some(arrow) = self.arrow(frame, record) {
                self.names.add(Shape::closed_line(arrow, Stroke::new(2.0, self.accent())));
                continue;
            }
            if let Ok(id) = DrawingId::try_from(record) {
                self.drawing(frame, id, 2.0, self.accent());
                continue;
            }
            let air = air(Some(record));
            for rect in frame.shown.rects_of(record) {
                let is_line = record.kind() == RecordKind::Connector || record.kind() == RecordKind::Loop;
                if let Some(tag) = tag_of(record).filter(|_| is_line) {
                    self.band(frame, tag, rect, 0.35);
                    continue;
                }
                self.outline(rect.shrink(-air), 2.0, self.accent());
                if records.len() == 1 && record.kind() == RecordKind::Touchpoint {
                    paint_ends(&self.painter, self.view.rect_to_screen(rect), self.accent());
                }
            }
        }
        for lane in lanes {
            for rect in frame.shown.rects_of(lane) {
                self.outline(rect.shrink(1.0), 1.5, self.accent());
            }
        }
    }

    /// A ring around a frame or words; an arrow is lit, with a dot at each of its ends, where it is taken hold of.
    fn drawing(&self, frame: &Frame, id: DrawingId, width: f32, color: Color32) {
        let Some(drawing) = frame.session.shown().drawings.get(&id) else { return };
        if drawing.shape == crate::model::Shape::Arrow {
            let (begin, end) = frame.shown.board.arrow_ends(drawing);
            let ends = [begin, end].map(|end| self.view.to_screen(end));
            self.painter.line_segment(ends, Stroke::new(3.0 * width, color.gamma_multiply(0.3)));
            for end in ends {
                self.painter.circle_filled(end, 1.5 + width, color);
            }
            return;
        }
        let whole = frame.shown.rects_of(id.into()).reduce(|all, one| all.union(&one));
        if let Some(rect) = whole {
            self.outline(rect.shrink(-air(Some(id.into()))), width, color);
        }
    }

    /// The outline of a stage's header, which is no rectangle.
    fn arrow(&self, frame: &Frame, record: RecordRef) -> Option<Vec<Pos2>> {
        let stage = StageId::try_from(record).ok()?;
        let tag = Tag::new(Kind::Stage, stage.0);
        if let Some(arrow) = frame.frozen.arrow(frame.shown, tag) {
            return Some(arrow);
        }
        let corners = frame.shown.corners(tag)?;
        Some(corners.into_iter().map(|corner| self.view.to_screen(corner)).collect())
    }

    fn selected_cell(&self, frame: &Frame) {
        let Some(cell) = frame.session.selection().cell() else { return };
        if let Some(rect) = frame.shown.board.cell_rect(cell.stage, cell.lane) {
            self.outline(rect.shrink(4.0), 1.5, self.accent());
        }
    }

    fn marquee(&self, ui: &Ui, frame: &Frame, from: Point) {
        let Some(pos) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let rect = between(from, self.view.to_scene(pos));
        let pixels = self.view.zoom * self.painter.pixels_per_point();
        let mut areas = Mesh::default();
        for part in frame.shown.free_in(rect) {
            // Rings around things of a few pixels run together to an area, and thousands of them take long.
            if part.rect.height * pixels < RINGED_PX {
                areas.add_colored_rect(self.view.rect_to_screen(part.rect).expand(1.5), self.accent());
            } else {
                self.outline(part.rect, 1.5, self.accent());
            }
        }
        self.painter.add(areas);
        let rect = self.view.rect_to_screen(rect);
        self.painter.rect_filled(rect, 2.0, self.accent().gamma_multiply(0.10));
        self.painter.rect_stroke(rect, 2.0, Stroke::new(1.0, self.accent()), StrokeKind::Inside);
    }

    /// Where what is in hand would land.
    fn release(&self, frame: &Frame, held: &Held, release: &Release) {
        for rect in &release.landing {
            let on_screen = self.view.rect_to_screen(*rect);
            if rect.width <= 4.0 {
                // Where the others make room already, the place itself shows; the line would stand where it was before.
                if release.edit.is_some() {
                    continue;
                }
                self.painter.rect_filled(on_screen.expand2(vec2(1.0, 0.0)), 2.0, self.accent());
            } else {
                self.painter.rect_filled(on_screen, CARD_RADIUS * self.view.zoom, self.accent().gamma_multiply(0.07));
                self.outline(rect.shrink(1.0), 1.5, self.accent().gamma_multiply(0.55));
            }
        }
        for [a, b] in &release.guides {
            let line = [self.view.to_screen(*a), self.view.to_screen(*b)];
            self.painter.extend(Shape::dashed_line(&line, Stroke::new(1.0, self.accent()), 4.0, 3.0));
        }
        if release.edit.is_some() {
            self.slots(frame, held, release);
        }
    }

    /// The places that the others made room for: what is there now hangs at the pointer.
    fn slots(&self, frame: &Frame, held: &Held, release: &Release) {
        let has_slot =
            matches!(held.load, Load::Records(_) | Load::Stage(_) | Load::Step(_) | Load::Block(_) | Load::Item(_));
        let ground = style::color(self.theme.surface).gamma_multiply(0.55);
        for record in &release.select {
            for rect in frame.shown.rects_of(*record) {
                if has_slot {
                    let on_screen = self.view.rect_to_screen(rect);
                    self.painter.rect_filled(on_screen, CARD_RADIUS * self.view.zoom, ground);
                    let corners = [on_screen.left_top(), on_screen.right_top(), on_screen.right_bottom()];
                    let ring = [corners.as_slice(), &[on_screen.left_bottom(), on_screen.left_top()]].concat();
                    self.painter.extend(Shape::dashed_line(&ring, Stroke::new(1.5, self.accent()), 5.0, 3.0));
                } else {
                    self.outline(rect, 2.0, self.accent());
                }
            }
        }
    }

    /// What hangs at the pointer, over all panels.
    fn ghost(&self, ui: &Ui, panel: &BoardPanel, session: &Session, held: &Held, pos: Pos2) {
        let painter = ui.layer_painter(LayerId::new(Order::Tooltip, Id::unique("board ghost")));
        match &held.load {
            Load::Block(block) => self.chip(&painter, block.name(), block.look(&self.theme), pos),
            Load::Item(item) => {
                self.chip(&painter, &item.title.here(), block_like(item).look(&self.theme), pos);
            }
            Load::Records(_) => {
                self.lifted(&painter, panel, held, pos);
                // The session says what moves along.
                if let Some(Load::Records(records)) = session.in_hand()
                    && records.len() > 1
                {
                    self.count(&painter, records.len(), pos);
                }
            }
            Load::Stage(_) | Load::Step(_) | Load::Flag(_) => self.lifted(&painter, panel, held, pos),
            Load::Face(id) => {
                self.score(&painter, *id, session, pos, |card| card.emotion_of(session.lens()).map(|felt| felt.score))
            }
            Load::Ring(id) => self.score(&painter, *id, session, pos, |card| card.to_be),
            Load::StageEdge(..)
            | Load::LaneEdge(..)
            | Load::CardEnd(..)
            | Load::Lane(_)
            | Load::Sticky(_)
            | Load::Drawing(_) => {}
            Load::Way(_) => self.line(&painter, held, pos),
        }
    }

    /// From where it was pulled to the hand.
    fn line(&self, painter: &Painter, held: &Held, pos: Pos2) {
        let start = self.view.to_screen(held.from);
        painter.line_segment([start, pos], Stroke::new(1.5, self.accent()));
        painter.circle_filled(pos, 4.0, self.accent());
    }

    /// The grabbed part itself, where the hand has it.
    fn lifted(&self, painter: &Painter, panel: &BoardPanel, held: &Held, pos: Pos2) {
        let found = held.grabbed.zip(panel.ground.as_ref()).and_then(|(tag, ground)| ground.part(tag));
        let Some(crate::scene::Part { tagged, transform, rect, .. }) = found else { return };
        let view = self.view.holding(held.from, pos);
        let on_screen = view.rect_to_screen(rect);
        let shadow = egui::Shadow { offset: [0, 6], blur: 16, spread: 0, color: style::color(self.theme.shadow) };
        painter.add(shadow.as_shape(on_screen, CARD_RADIUS * self.view.zoom));
        let group = Group { opacity: GHOST, ..Group::placed(transform, None, [Item::Tagged(tagged.clone())].into()) };
        let size = Size::new(rect.right(), rect.bottom());
        let scene = Scene { size, items: vec![Item::Group(group)], ..Scene::default() };
        match view.turned_in {
            Some(_) => screen::paint(painter, &scene.mirrored(), view.of_turned(size.width)),
            None => screen::paint(painter, &scene, view),
        }
    }

    /// A name with its sign.
    fn chip(&self, painter: &Painter, name: &str, (icon, color): (Option<Icon>, Color), pos: Pos2) {
        let font = style::font(FaceStyle::Medium, size::UI);
        let galley = painter.layout_no_wrap(name.to_owned(), font, style::color(self.theme.ink));
        // Beside the pointer, so that the place where it lands is seen.
        let rect = Rect::from_min_size(pos + vec2(14.0, 16.0), vec2(galley.size().x + 46.0, 28.0));
        let shadow = egui::Shadow { offset: [0, 6], blur: 16, spread: 0, color: style::color(self.theme.shadow) };
        painter.add(shadow.as_shape(rect, 6.0));
        painter.rect_filled(rect, 6.0, style::color(self.theme.surface));
        painter.rect_stroke(rect, 6.0, Stroke::new(1.0, self.accent()), StrokeKind::Inside);
        let sign = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), Vec2::splat(14.0));
        match icon {
            Some(icon) => paint_icon(painter, icon, sign, color),
            None => {
                painter.rect_filled(sign.shrink(2.0), 3.0, style::color(color));
            }
        }
        painter.galley(pos2(rect.left() + 34.0, rect.center().y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
    }

    fn count(&self, painter: &Painter, count: usize, pos: Pos2) {
        let center = pos + vec2(16.0, -16.0);
        painter.circle_filled(center, 11.0, self.accent());
        let font = style::font(FaceStyle::Bold, size::UI_SMALL);
        painter.text(center, Align2::CENTER_CENTER, count, font, style::color(self.theme.on_accent));
    }

    /// The emotion in figures beside a face that is pulled.
    fn score(
        &self,
        painter: &Painter,
        id: TouchpointId,
        session: &Session,
        pos: Pos2,
        of: impl Fn(&Touchpoint) -> Option<Score>,
    ) {
        let card = session.proposal().and_then(|_| session.shown().touchpoints.get(&id));
        let Some(score) = card.and_then(of) else { return };
        let font = style::font(FaceStyle::Bold, size::UI);
        let galley = painter.layout_no_wrap(numbers::score(score), font, style::color(self.theme.ink));
        let rect = Rect::from_min_size(pos + vec2(18.0, -11.0), galley.size() + vec2(14.0, 6.0));
        painter.rect_filled(rect, 6.0, style::color(self.theme.surface));
        painter.rect_stroke(rect, 6.0, style::hairline(&self.theme), StrokeKind::Inside);
        painter.galley(rect.min + vec2(7.0, 3.0), galley, Color32::PLACEHOLDER);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_connector_that_meet_at_a_corner_are_painted_once() {
        let around = |a: Pos2, b: Pos2| Rect::from_two_pos(a, b).expand(4.0);
        let corners = [pos2(0.0, 0.0), pos2(20.0, 0.0), pos2(20.0, 90.0), pos2(80.0, 90.0)];
        let bands: Vec<Rect> = corners.windows(2).map(|two| band_of(around(two[0], two[1]))).collect();
        assert_eq!((bands[0], bands[2]), (around(corners[0], corners[1]), around(corners[2], corners[3])));
        assert_eq!((bands[1].top(), bands[1].bottom()), (bands[0].bottom(), bands[2].top()));
    }
}
