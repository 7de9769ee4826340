//! A row of the palette: something that can be pulled onto the board.

use crate::scene::{Color, FaceStyle};
use crate::theme::{Icon, size};
use crate::ui::style;
use crate::ui::widgets::paint_icon;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    CursorIcon, Id, PointerButton, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// What a row shows.
pub struct Row<'a> {
    pub id: Id,
    pub name: &'a str,
    /// Where it goes, or what it is for.
    pub about: &'a str,
    pub mark: Mark,
    pub height: f32,
    /// Lines of the name that there is room for.
    pub lines: usize,
    /// It is in hand.
    pub held: bool,
    /// Something is in hand.
    pub others_held: bool,
}

/// What stands before a name.
#[derive(Clone, Copy)]
pub enum Mark {
    /// A coloured edge, as stages have one.
    Edge(Color),
    Icon(Icon, Color),
    Square(Color),
}

/// What the pointer or a key does at a row.
pub struct Met {
    pub response: Response,
    /// The button went down on it.
    pub pressed: bool,
    /// A drag begins, by whichever row is under the pointer by now.
    pub pulls: bool,
    /// It is to be placed at the selection.
    pub put: bool,
}

pub fn row_ui(ui: &mut Ui, row: &Row<'_>) -> Met {
    let width = ui.available_width().max(60.0);
    let (space, _) = ui.allocate_exact_size(vec2(width, row.height), Sense::hover());
    let response = ui.interact(space, row.id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, row.name));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(row.about));
    paint(ui, row, space, &response);
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Grab);
    }
    if response.clicked_by(PointerButton::Primary) {
        response.request_focus();
    }
    // Enter and Space on the focused row, and the double click.
    let by_key = response.clicked() && !response.clicked_by(PointerButton::Primary);
    Met {
        // Where the pointer is now may be another row's place.
        pressed: is_pressed_on(ui, space),
        pulls: response.drag_started_by(PointerButton::Primary),
        put: by_key || response.double_clicked(),
        response,
    }
}

/// Whether the button went down and the pointer moved on within this frame, as on a slow machine: then it may be over
/// anything by now, and no row is told of a drag.
pub fn pulls_at_once(ui: &Ui) -> bool {
    ui.input(|input| {
        let pointer = &input.pointer;
        pointer.primary_pressed() && pointer.primary_down() && pointer.is_decidedly_dragging()
    })
}

/// Whether the button that is down went down on this part of the panel.
fn is_pressed_on(ui: &Ui, space: Rect) -> bool {
    let pressed = ui.input(|input| input.pointer.press_origin());
    let here = pressed.filter(|pos| space.intersect(ui.clip_rect()).contains(*pos));
    here.is_some_and(|pos| ui.ctx().layer_id_at(pos) == Some(ui.layer_id()))
}

fn paint(ui: &Ui, row: &Row<'_>, space: Rect, response: &Response) {
    let theme = style::theme(ui.ctx());
    let lit = row.held || !row.others_held && response.hovered();
    let ground = if lit { theme.hover } else { theme.surface };
    let edge = if response.has_focus() {
        Stroke::new(1.5, style::color(theme.accent))
    } else if lit {
        Stroke::new(1.0, style::color(theme.neutral))
    } else {
        style::hairline(&theme)
    };
    let painter = ui.painter();
    painter.rect(space.shrink(0.5), 5.0, style::color(ground), edge, StrokeKind::Middle);
    let middle = space.center().y;
    let (text_x, right) = match row.mark {
        Mark::Edge(color) => {
            let mark = Rect::from_min_size(space.min, vec2(4.0, space.height()));
            painter.rect_filled(mark, 2.0, style::color(color));
            let dots = Rect::from_center_size(pos2(space.right() - 14.0, middle), Vec2::splat(14.0));
            paint_icon(painter, Icon::Drag, dots, theme.neutral);
            (16.0, 24.0)
        }
        Mark::Icon(icon, color) => {
            let sign = Rect::from_center_size(pos2(space.left() + 17.0, middle), Vec2::splat(15.0));
            paint_icon(painter, icon, sign, color);
            (33.0, 8.0)
        }
        Mark::Square(color) => {
            let sign = Rect::from_center_size(pos2(space.left() + 13.0, middle), Vec2::splat(11.0));
            painter.rect_filled(sign, 3.0, style::color(color));
            (33.0, 8.0)
        }
    };
    let ink = style::color(theme.ink);
    let format = TextFormat { font_id: style::font(FaceStyle::Regular, size::UI), color: ink, ..TextFormat::default() };
    let mut job = LayoutJob::single_section(row.name.to_owned(), format);
    job.wrap = TextWrapping {
        max_rows: row.lines,
        max_width: (space.width() - text_x - right).max(20.0),
        ..TextWrapping::default()
    };
    let galley = painter.layout_job(job);
    painter.galley(pos2(space.left() + text_x, middle - galley.size().y / 2.0), galley, ink);
}
