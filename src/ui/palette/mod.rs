//! The palette at the left: every block, and the libraries behind a tab beside them, to be dragged onto the board or placed at
//! the selection with Enter.

mod blocks;
mod library;
mod row;

use super::board::BoardPanel;
use super::style;
use super::widgets::{bare_field_ui, paint_icon, tabs_ui};
use crate::session::{Intent, LibraryMsg, Session, SidePanel};
use crate::theme::Icon;
use egui::{Key, Margin, Rect, Ui, Vec2, vec2};
use library::LibraryRows;
use touchline_words::say;

/// In logical pixels.
pub const WIDTH: f32 = SidePanel::Palette.width();

const MARGIN: i8 = 12;

/// What is looked for in the palette.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    search: String,
    /// Whether the stages are shown that few maps have.
    shows_all_stages: bool,
    library: LibraryRows,
}

/// Shows the palette; a block or an item that is pulled goes into the board's hand.
pub fn palette_ui(ui: &mut Ui, palette: &mut Palette, session: &Session, board: &mut BoardPanel) -> Vec<Intent> {
    let mut intents = Vec::new();
    let in_library = session.settings().library;
    // The scroll bar has the margin at the right to itself.
    let margin = Margin { right: 0, ..Margin::same(MARGIN) };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        let width = ui.available_width() - f32::from(MARGIN);
        let asks = ui.allocate_ui(vec2(width, 0.0), |ui| search_ui(ui, palette, in_library)).inner;
        let tabs = [say!(ui_palette_blocks), say!(cmd_show_library)];
        if let Some(tab) = tabs_ui(ui, &tabs, usize::from(in_library)) {
            intents.push(Intent::Library(LibraryMsg::Show(tab == 1)));
        }
        ui.add_space(6.0);
        palette.library.update(session, &palette.search);
        if asks {
            let first = match in_library {
                true => palette.library.first(session).map(|item| Intent::Library(LibraryMsg::Put(item))),
                false => blocks::first_match(&palette.search).map(Intent::Put),
            };
            intents.extend(first);
            palette.search.clear();
        }
        match in_library {
            true => library::library_ui(ui, width, &palette.library, session, board, &mut intents),
            false => blocks::blocks_ui(ui, width, palette, board, &mut intents),
        }
    });
    intents
}

/// The search field; true when Enter asks for the first that was found.
fn search_ui(ui: &mut Ui, palette: &mut Palette, in_library: bool) -> bool {
    let theme = style::theme(ui.ctx());
    let (name, hint) = match in_library {
        true => (say!(ui_library_find), say!(ui_library_find_hint)),
        false => (say!(ui_palette_find), say!(ui_palette_find_hint)),
    };
    let response = ui.scope(|ui| bare_field_ui(ui, name, &mut palette.search, hint)).inner;
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
