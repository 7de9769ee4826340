//! The whole board in a corner, while less than half of it is in view: where one is, and a click or a pull to be elsewhere.

use super::BoardPanel;
use super::arranged::Arranged;
use crate::scene::{Kind, Point, Rect as SceneRect, TagFamily};
use crate::session::{Session, record_of, tag_of};
use crate::theme::Theme;
use crate::ui::screen::View;
use crate::ui::style;
use egui::{Color32, CornerRadius, CursorIcon, Id, Mesh, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, vec2};
use std::sync::Arc;
use touchline_words::say;

/// On the screen, at most and at least, in points.
const SIZE: Vec2 = vec2(180.0, 110.0);
const LEAST: Vec2 = vec2(64.0, 40.0);
/// Between it and the view's edges; scroll bars lie there.
const MARGIN: f32 = 16.0;
/// Between its edge and the board in it.
const PADDING: f32 = 8.0;
/// A view that is smaller has no room for it.
const LEAST_AREA: Vec2 = vec2(480.0, 320.0);
/// Who has so much of the board in view knows where the rest is, and would only see less.
const KNOWN_SHARE: f32 = 0.5;
/// So long what was drawn may differ from the board, in seconds.
const FOLLOWS_SECS: f64 = 0.4;
/// No more hits of a search have a dot.
const MOST_DOTS: usize = 300;
/// Of more records only the cells are drawn in which they stand.
const MOST_RECORDS: usize = 1_500;

/// What was drawn of a board.
#[derive(Debug)]
pub struct Drawn {
    of: Arc<crate::layout::Board>,
    at: Rect,
    theme: Theme,
    mesh: Arc<Mesh>,
    /// When, since the program's start.
    drawn_secs: f64,
}

impl BoardPanel {
    /// Shows the board small, where most of it is out of view, and moves the view to where the hand points.
    pub(super) fn minimap_ui(&mut self, ui: &mut Ui, session: &Session, shown: &Arranged, view: View, area: Rect) {
        let whole = view.rect_to_screen(SceneRect::from_size(shown.board.scene.size));
        let seen = whole.intersect(area);
        let is_known = seen.is_positive() && seen.area() >= KNOWN_SHARE * whole.area();
        if is_known || self.is_busy() || session.shown().stages.is_empty() || area.size().min(LEAST_AREA) != LEAST_AREA
        {
            return;
        }
        let turned = view.turned_in.is_some();
        let corner = if turned { egui::Align2::LEFT_BOTTOM } else { egui::Align2::RIGHT_BOTTOM };
        let room = SIZE - Vec2::splat(2.0 * PADDING);
        let zoom = (room.x / whole.width()).min(room.y / whole.height());
        // No larger than the board in it, so that it covers as little as it can.
        let size = (whole.size() * zoom + Vec2::splat(2.0 * PADDING)).max(LEAST);
        let frame = corner.align_size_within_rect(size, area.shrink(MARGIN));
        let room = frame.shrink(PADDING);
        let small = Rect::from_center_size(room.center(), whole.size() * zoom);
        let to_small = |rect: Rect| Rect::from_min_size(small.min + (rect.min - whole.min) * zoom, rect.size() * zoom);

        let response = ui.interact(frame, Id::unique("board minimap"), Sense::click_and_drag());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, say!(ui_board_minimap)));
        if let Some(pos) = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked()) {
            let pos = pos.clamp(small.min, small.max);
            let wanted = whole.min + (pos - small.min) / zoom;
            self.camera.pan(area.center() - wanted);
        }
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
        }

        let theme = style::theme(ui.ctx());
        let painter = ui.painter().with_clip_rect(frame.expand(24.0).intersect(area));
        let shadow = egui::Shadow { offset: [0, 4], blur: 14, spread: 0, color: style::color(theme.shadow) };
        painter.add(shadow.as_shape(frame, CornerRadius::same(8)));
        painter.rect_filled(frame, 8.0, style::color(theme.surface));
        painter.rect_stroke(frame, 8.0, style::hairline(&theme), StrokeKind::Inside);
        // While somebody works it follows from time to time: a glance tells no letter from the next.
        let now_secs = ui.input(|input| input.time);
        let is_true = |kept: &Drawn| Arc::ptr_eq(&kept.of, &shown.board) && kept.at == small && kept.theme == theme;
        let is_kept = |kept: &Drawn| is_true(kept) || now_secs - kept.drawn_secs < FOLLOWS_SECS;
        let kept = self.minimap.take().filter(is_kept).unwrap_or_else(|| {
            let place = |rect: SceneRect| to_small(view.rect_to_screen(rect));
            let mesh = Arc::new(drawn(session, shown, &theme, place));
            Drawn { of: Arc::clone(&shown.board), at: small, theme, mesh, drawn_secs: now_secs }
        });
        if !is_true(&kept) {
            ui.request_repaint_after_secs((kept.drawn_secs + FOLLOWS_SECS - now_secs) as f32 + 0.01);
        }
        painter.add(Shape::mesh(Arc::clone(&kept.mesh)));
        self.minimap = Some(kept);
        let accent = style::color(theme.accent);
        for record in session.selection().records() {
            // What runs over the whole board has no dot.
            let is_dot = tag_of(*record).is_some_and(|tag| stands_in_cell(tag.kind));
            for rect in shown.rects_of(*record).filter(|_| is_dot) {
                painter.circle_filled(to_small(view.rect_to_screen(rect)).center(), 2.0, accent);
            }
        }
        let hits = session.flows().search().map(|search| search.hits()).unwrap_or_default();
        for hit in hits.iter().take(MOST_DOTS) {
            if let Some(rect) = shown.rects_of(hit.record).next() {
                painter.circle_filled(to_small(view.rect_to_screen(rect)).center(), 1.6, accent);
            }
        }
        let seen = to_small(area).intersect(frame.shrink(3.0));
        painter.rect_filled(seen, 3.0, accent.gamma_multiply(0.08));
        painter.rect_stroke(seen, 3.0, Stroke::new(1.5, accent), StrokeKind::Inside);
    }
}

/// The board as plain areas: headers in their colours, what stands in the cells in grey.
fn drawn(session: &Session, shown: &Arranged, theme: &Theme, place: impl Fn(SceneRect) -> Rect) -> Mesh {
    let mut mesh = Mesh::default();
    let mut area = |rect: SceneRect, color: Color32| {
        let rect = place(rect);
        let rect = Rect::from_center_size(rect.center(), rect.size().max(Vec2::splat(1.0)));
        mesh.add_colored_rect(rect, color);
    };
    let board = &shown.board;
    let hairline = style::color(theme.hairline);
    for row in &board.rows {
        area(SceneRect::new(0.0, row.y, board.scene.size.width, 0.0), hairline);
    }
    for name in &board.names().stages {
        area(name.place.shrink(1.0), style::color(name.color).gamma_multiply(0.55));
    }
    let grey = style::color(theme.neutral).gamma_multiply(0.55);
    if session.shown().len() > MOST_RECORDS {
        for row in &board.rows {
            for column in &board.columns {
                let cell = SceneRect::new(column.x, row.y, column.width, row.height);
                let held = |at: Point| board.parts().hit(at, |part| stands_in_cell(part.tag().kind)).is_some();
                // As far down as something stands, by a few looks.
                let steps = 12;
                let filled = (0..steps).filter(|step| {
                    let y = cell.y + cell.height * (*step as f32 + 0.5) / steps as f32;
                    (1..4).any(|third| held(Point::new(cell.x + cell.width * third as f32 / 4.0, y)))
                });
                let filled = filled.count() as f32 / steps as f32;
                if filled > 0.0 {
                    let height = cell.height * filled;
                    area(SceneRect::new(cell.x + 8.0, cell.y + 6.0, cell.width - 16.0, height - 12.0), grey);
                }
            }
        }
        return mesh;
    }
    for part in board.parts().iter().filter(|part| stands_in_cell(part.tag().kind)) {
        area(part.rect, if record_of(part.tag()).is_some() { grey } else { hairline });
    }
    mesh
}

fn stands_in_cell(kind: Kind) -> bool {
    match kind.family() {
        TagFamily::Touchpoint | TagFamily::Listed | TagFamily::Emotion | TagFamily::Flag | TagFamily::Sticky => true,
        TagFamily::Map
        | TagFamily::Stage
        | TagFamily::StageEdge
        | TagFamily::LaneEdge
        | TagFamily::Channel
        | TagFamily::Lane
        | TagFamily::Cell
        | TagFamily::DropOff
        | TagFamily::Connector
        | TagFamily::Loop
        | TagFamily::Drawing
        | TagFamily::ToBe
        | TagFamily::Step
        | TagFamily::Figure
        | TagFamily::Title => false,
    }
}
