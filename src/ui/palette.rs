//! The palette at the left: every block, to be dragged onto the board or placed at the selection with Enter.

use super::board::{Block, BoardPanel, USUAL_STAGES};
use super::style;
use super::widgets::{bare_field_ui, caption_ui, link_button_ui, muted_ui, paint_icon};
use crate::scene::FaceStyle;
use crate::session::Intent;
use crate::theme::{Icon, size};
use egui::containers::scroll_area::{DragScroll, ScrollArea, ScrollSource};
use egui::{
    CursorIcon, Id, Key, Margin, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use touchline_words::say;

/// In logical pixels.
pub const WIDTH: f32 = 216.0;

const ROW_HEIGHT: f32 = 26.0;
const ROW_GAP: f32 = 2.0;
const MARGIN: i8 = 12;

/// What is looked for in the palette.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    search: String,
    /// Whether the stages are shown that few maps have.
    shows_all_stages: bool,
}

/// Shows the palette; a block that is pulled goes into the board's hand.
pub fn palette_ui(ui: &mut Ui, palette: &mut Palette, board: &mut BoardPanel) -> Vec<Intent> {
    let mut intents = Vec::new();
    // The scroll bar has the margin at the right to itself.
    let margin = Margin { right: 0, ..Margin::same(MARGIN) };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        let width = ui.available_width() - f32::from(MARGIN);
        let first = first_match(&palette.search);
        let asks = ui.allocate_ui(vec2(width, 0.0), |ui| search_ui(ui, palette)).inner;
        if asks {
            intents.extend(first.map(Intent::Put));
            palette.search.clear();
        }
        ui.add_space(4.0);
        let source = ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() };
        ScrollArea::vertical().auto_shrink(false).scroll_source(source).show(ui, |ui| {
            ui.set_max_width(width);
            blocks_ui(ui, palette, board, &mut intents);
        });
    });
    intents
}

fn blocks_ui(ui: &mut Ui, palette: &mut Palette, board: &mut BoardPanel, intents: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.y = ROW_GAP;
    let (mut any, mut hand) = (false, Hand::default());
    for (caption, blocks) in Block::groups() {
        let blocks: Vec<Block> = blocks.into_iter().filter(|block| block.matches(&palette.search)).collect();
        if blocks.is_empty() {
            continue;
        }
        if any {
            ui.add_space(12.0);
        }
        any = true;
        caption_ui(ui, caption);
        ui.add_space(2.0);
        let are_stages = matches!(blocks.first(), Some(Block::Stage(_)));
        let is_folded = are_stages && palette.search.is_empty() && !palette.shows_all_stages;
        let shown = if is_folded { USUAL_STAGES.min(blocks.len()) } else { blocks.len() };
        for block in blocks.iter().take(shown) {
            row_ui(ui, *block, &mut hand, board.held(), intents);
        }
        let more = blocks.len() - shown;
        if more > 0 && link_button_ui(ui, &say!(ui_palette_more_stages, more)).clicked() {
            palette.shows_all_stages = true;
        }
    }
    if !any {
        muted_ui(ui, say!(ui_nothing_by_name));
    }
    if let Some(block) = hand.pressed.filter(|_| hand.pulls || pulls_at_once(ui)) {
        board.take(block);
    }
    board.set_block(hand.hovered);
}

/// What the pointer does among the blocks.
#[derive(Default)]
struct Hand {
    hovered: Option<Block>,
    /// The block on which the button went down.
    pressed: Option<Block>,
    /// A drag begins, by whichever block is under the pointer by now.
    pulls: bool,
}

/// Whether the button went down and the pointer moved on within this frame, as on a slow machine: then it may be over
/// anything by now, and no block is told of a drag.
fn pulls_at_once(ui: &Ui) -> bool {
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

/// The search field; true when Enter asks for the first that was found.
fn search_ui(ui: &mut Ui, palette: &mut Palette) -> bool {
    let theme = style::theme(ui.ctx());
    let response =
        ui.scope(|ui| bare_field_ui(ui, say!(ui_palette_find), &mut palette.search, say!(ui_palette_find_hint))).inner;
    if palette.search.is_empty() {
        let sign = Rect::from_center_size(response.rect.left_center() + vec2(15.0, 0.0), Vec2::splat(14.0));
        paint_icon(ui.painter(), Icon::Search, sign, theme.muted);
    }
    let (enter, escape) = ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape)));
    let here = response.has_focus() || response.lost_focus();
    if here && escape {
        palette.search.clear();
    }
    here && enter && !palette.search.trim().is_empty()
}

fn first_match(search: &str) -> Option<Block> {
    Block::groups().into_iter().flat_map(|(_, blocks)| blocks).find(|block| block.matches(search))
}

fn row_ui(ui: &mut Ui, block: Block, hand: &mut Hand, held: Option<Block>, intents: &mut Vec<Intent>) {
    let width = ui.available_width().max(60.0);
    let (space, _) = ui.allocate_exact_size(vec2(width, ROW_HEIGHT), Sense::hover());
    let response = ui.interact(space, Id::unique("palette block").with(block), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, block.name()));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(block.hint()));
    paint_row(ui, block, space, &response, held);
    // Where the pointer is now may be another block's place.
    if is_pressed_on(ui, space) {
        hand.pressed = Some(block);
    }
    hand.pulls |= response.drag_started_by(egui::PointerButton::Primary);
    if response.hovered() {
        ui.set_cursor_icon(CursorIcon::Grab);
        hand.hovered = Some(block);
    }
    if response.clicked_by(egui::PointerButton::Primary) {
        response.request_focus();
    }
    // Enter and Space on the focused row, and the double click.
    let by_key = response.clicked() && !response.clicked_by(egui::PointerButton::Primary);
    if by_key || response.double_clicked() {
        intents.push(Intent::Put(block));
    }
}

fn paint_row(ui: &Ui, block: Block, space: Rect, response: &Response, held: Option<Block>) {
    let theme = style::theme(ui.ctx());
    let lit = held == Some(block) || held.is_none() && response.hovered();
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
    let (icon, color) = block.look(&theme);
    let text_x = match (block, icon) {
        (Block::Stage(_), _) => {
            let mark = Rect::from_min_size(space.min, vec2(4.0, space.height()));
            painter.rect_filled(mark, 2.0, style::color(color));
            let dots = Rect::from_center_size(pos2(space.right() - 14.0, space.center().y), Vec2::splat(14.0));
            paint_icon(painter, Icon::Drag, dots, theme.neutral);
            16.0
        }
        (_, Some(icon)) => {
            let sign = Rect::from_center_size(pos2(space.left() + 17.0, space.center().y), Vec2::splat(15.0));
            paint_icon(painter, icon, sign, color);
            33.0
        }
        (_, None) => {
            let sign = Rect::from_center_size(pos2(space.left() + 13.0, space.center().y), Vec2::splat(11.0));
            painter.rect_filled(sign, 3.0, style::color(color));
            33.0
        }
    };
    let font = style::font(FaceStyle::Regular, size::UI);
    let galley = painter.layout_no_wrap(block.name().to_owned(), font, style::color(theme.ink));
    painter.galley(
        pos2(space.left() + text_x, space.center().y - galley.size().y / 2.0),
        galley,
        style::color(theme.ink),
    );
}
