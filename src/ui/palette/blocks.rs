//! The blocks of the palette, in their groups.

use super::Palette;
use super::row::{Mark, Row, pulls_at_once, row_ui};
use crate::session::Intent;
use crate::ui::board::{Block, BoardPanel, USUAL_STAGES};
use crate::ui::spots::{self, Spot};
use crate::ui::style;
use crate::ui::widgets::{caption_ui, link_button_ui, muted_ui};
use egui::containers::scroll_area::{DragScroll, ScrollArea, ScrollSource};
use egui::{Align, Id, Rect, Ui};
use touchline_words::say;

const ROW_HEIGHT: f32 = 26.0;
const ROW_GAP: f32 = 2.0;
/// Air around a group that is pointed out.
const AROUND: f32 = 5.0;

/// Shows them; one that is pulled goes into the board's hand.
pub fn blocks_ui(ui: &mut Ui, width: f32, palette: &mut Palette, board: &mut BoardPanel, intents: &mut Vec<Intent>) {
    let source = ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() };
    ScrollArea::vertical().id_salt("blocks").auto_shrink(false).scroll_source(source).show(ui, |ui| {
        ui.set_max_width(width);
        groups_ui(ui, palette, board, intents);
    });
}

/// The first block that is found.
pub fn first_match(search: &str) -> Option<Block> {
    Block::groups().into_iter().flat_map(|(_, blocks)| blocks).find(|block| block.matches(search))
}

fn groups_ui(ui: &mut Ui, palette: &mut Palette, board: &mut BoardPanel, intents: &mut Vec<Intent>) {
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
        let top = ui.cursor().top();
        caption_ui(ui, caption);
        ui.add_space(2.0);
        let are_stages = matches!(blocks.first(), Some(Block::Stage(_)));
        let is_folded = are_stages && palette.search.is_empty() && !palette.shows_all_stages;
        let shown = if is_folded { USUAL_STAGES.min(blocks.len()) } else { blocks.len() };
        for block in blocks.iter().take(shown) {
            block_ui(ui, *block, &mut hand, board.held(), intents);
        }
        let more = blocks.len() - shown;
        if more > 0 && link_button_ui(ui, &say!(ui_palette_more_stages, more)).clicked() {
            palette.shows_all_stages = true;
        }
        if let Some(spot) = blocks.first().and_then(|block| spot_of(*block)) {
            keep_group(ui, spot, top);
        }
    }
    if !any {
        muted_ui(ui, say!(ui_nothing_by_name));
    }
    let beside = palette.library.count();
    if !palette.search.trim().is_empty() && beside > 0 {
        ui.add_space(8.0);
        if link_button_ui(ui, &say!(ui_library_there, count = beside)).clicked() {
            intents.push(Intent::Library(crate::session::LibraryMsg::Show(true)));
        }
    }
    if let Some(block) = hand.pressed.filter(|_| hand.pulls || pulls_at_once(ui)) {
        board.take(block);
    }
    board.set_block(hand.hovered);
}

/// What a group is pointed out as.
fn spot_of(first: Block) -> Option<Spot> {
    match first {
        Block::Stage(_) => Some(Spot::Stages),
        Block::Touchpoint(_) => Some(Spot::Touchpoints),
        Block::Emotion | Block::DropOff | Block::Flag | Block::Listed(_) | Block::Sticky => None,
    }
}

/// Keeps where a group stands that begins at `top` and has just been drawn, and scrolls to it where that is asked for.
fn keep_group(ui: &Ui, spot: Spot, top: f32) {
    let group = Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.min_rect().bottom()).expand(AROUND);
    if spots::is_to_come(ui.ctx(), spot) {
        ui.scroll_to_rect(group, Some(Align::TOP));
    }
    let seen = group.intersect(ui.clip_rect());
    if seen.is_positive() {
        spots::keep(ui.ctx(), spot, seen);
    }
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

fn block_ui(ui: &mut Ui, block: Block, hand: &mut Hand, held: Option<Block>, intents: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    let mark = match (block, block.look(&theme)) {
        (Block::Stage(_), (_, color)) => Mark::Edge(color),
        (_, (Some(icon), color)) => Mark::Icon(icon, color),
        (_, (None, color)) => Mark::Square(color),
    };
    let met = row_ui(
        ui,
        &Row {
            id: Id::unique("palette block").with(block),
            name: block.name(),
            about: block.hint(),
            mark,
            height: ROW_HEIGHT,
            lines: 1,
            held: held == Some(block),
            others_held: held.is_some(),
        },
    );
    if met.pressed {
        hand.pressed = Some(block);
    }
    hand.pulls |= met.pulls;
    if met.response.hovered() {
        hand.hovered = Some(block);
    }
    if met.put {
        intents.push(Intent::Put(block));
    }
}
