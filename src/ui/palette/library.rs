//! The libraries behind their tab: each item with its sentence, as many rows as are seen.

use super::row::{Mark, Row, pulls_at_once, row_ui};
use crate::edit::library::{Item, ItemId};
use crate::scene::FaceStyle;
use crate::session::{Command, Intent, Session, block_like};
use crate::theme::size;
use crate::ui::board::BoardPanel;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, link_button_ui, muted_ui};
use egui::containers::scroll_area::{DragScroll, ScrollArea, ScrollSource};
use egui::{Id, Rect, RichText, Ui, UiBuilder, vec2};
use std::sync::Arc;
use touchline_words::{Language, language, say};

/// Two lines of a title.
const ROW_HEIGHT: f32 = 38.0;
const ROW_GAP: f32 = 2.0;
/// Of a caption, and of the air above one that is not the first.
const CAPTION: f32 = 20.0;
const ABOVE_CAPTION: f32 = 12.0;
/// Files that could not be read, of which it is told.
const MOST_FAULTS: usize = 3;

/// What was found, in rows, as long as neither the libraries nor the search nor the language are others.
#[derive(Clone, Debug, Default)]
pub struct LibraryRows {
    rows: Vec<LibraryRow>,
    holds_for: Option<(u64, String, Language)>,
}

#[derive(Clone, Debug)]
enum LibraryRow {
    Caption(String),
    Item(ItemId),
}

/// A row with its place from the top.
struct Placed<'a> {
    row: &'a LibraryRow,
    top: f32,
    height: f32,
}

/// Each row as high as it is, one below the other.
fn placed(rows: &[LibraryRow]) -> impl Iterator<Item = Placed<'_>> {
    let places = places(rows.iter().map(|row| matches!(row, LibraryRow::Caption(_))));
    rows.iter().zip(places).map(|(row, (top, height))| Placed { row, top, height })
}

/// Where rows begin and how high they are, of which some are captions.
fn places(are_captions: impl Iterator<Item = bool>) -> impl Iterator<Item = (f32, f32)> {
    let mut below = 0.0;
    are_captions.enumerate().map(move |(nth, is_caption)| {
        let (above, height) = match is_caption {
            true => (if nth == 0 { 0.0 } else { ABOVE_CAPTION }, CAPTION),
            false => (0.0, ROW_HEIGHT),
        };
        let top = below + above;
        below = top + height + ROW_GAP;
        (top, height)
    })
}

impl LibraryRows {
    /// Brings them up to date.
    pub fn update(&mut self, session: &Session, search: &str) {
        let now = (session.libraries_stamp(), search.trim().to_owned(), language());
        if self.holds_for.as_ref() == Some(&now) {
            return;
        }
        let shelf = &session.libraries().shelf;
        self.rows.clear();
        let mut above = None;
        for shelved in shelf.find(search) {
            let title = shelf.title_of(shelved);
            if above != Some(title) {
                self.rows.extend(title.map(|title| LibraryRow::Caption(title.here().into_owned())));
                above = Some(title);
            }
            self.rows.push(LibraryRow::Item(shelved.id));
        }
        self.holds_for = Some(now);
    }

    /// How many items were found.
    pub fn count(&self) -> usize {
        self.items().count()
    }

    /// The first item that was found.
    pub fn first(&self, session: &Session) -> Option<Arc<Item>> {
        session.libraries().shelf.item(self.items().next()?).map(Arc::clone)
    }

    fn items(&self) -> impl Iterator<Item = ItemId> {
        self.rows.iter().filter_map(|row| if let LibraryRow::Item(id) = row { Some(*id) } else { None })
    }
}

/// Shows them; an item that is pulled goes into the board's hand.
pub fn library_ui(
    ui: &mut Ui,
    width: f32,
    found: &LibraryRows,
    session: &Session,
    board: &mut BoardPanel,
    intents: &mut Vec<Intent>,
) {
    faults_ui(ui, width, &session.libraries().faults);
    if found.rows.is_empty() {
        muted_ui(ui, say!(ui_nothing_by_name));
    }
    let foot = 30.0;
    let height = (ui.available_height() - foot).max(ROW_HEIGHT);
    let source = ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() };
    let area = ScrollArea::vertical().id_salt("library").auto_shrink(false).max_height(height).scroll_source(source);
    let (mut hovered, mut pressed, mut pulls) = (None, None, false);
    area.show_viewport(ui, |ui, seen| {
        let corner = ui.max_rect().min;
        let all = placed(&found.rows).last().map_or(0.0, |last| last.top + last.height);
        ui.set_max_width(width);
        ui.set_height(all);
        let in_sight =
            placed(&found.rows).filter(|placed| placed.top <= seen.max.y && placed.top + placed.height >= seen.min.y);
        for Placed { row, top, height } in in_sight {
            let place = Rect::from_min_size(corner + vec2(0.0, top), vec2(width, height));
            let ui = &mut ui.new_child(UiBuilder::new().max_rect(place));
            match row {
                LibraryRow::Caption(title) => _ = caption_ui(ui, title),
                LibraryRow::Item(id) => {
                    let Some(item) = session.libraries().shelf.item(*id) else { continue };
                    let met = item_ui(ui, *id, item, board.held_item().is_some_and(|held| Arc::ptr_eq(held, item)));
                    pulls |= met.pulls;
                    if met.pressed {
                        pressed = Some(Arc::clone(item));
                    }
                    if met.response.hovered() {
                        hovered = Some(about(item));
                    }
                    if met.put {
                        intents.push(Intent::Library(crate::session::LibraryMsg::Put(Arc::clone(item))));
                    }
                }
            }
        }
    });
    let pulled = pulls || pulls_at_once(ui);
    if let Some(item) = pressed.filter(|_| pulled) {
        board.take_item(item);
    }
    board.set_item(hovered);
    if link_button_ui(ui, Command::OwnLibraries.row().name.text()).clicked() {
        intents.push(Intent::Command(Command::OwnLibraries));
    }
}

fn item_ui(ui: &mut Ui, id: ItemId, item: &Item, held: bool) -> super::row::Met {
    let theme = style::theme(ui.ctx());
    let mark = match block_like(item).look(&theme) {
        (Some(icon), color) => Mark::Icon(icon, color),
        (None, color) => Mark::Square(color),
    };
    let (name, about) = (item.title.here(), about(item));
    let row = Row {
        id: Id::unique("library item").with(id),
        name: &name,
        about: &about,
        mark,
        height: ROW_HEIGHT,
        lines: 2,
        held,
        others_held: held,
    };
    let met = row_ui(ui, &row);
    if !about.is_empty() && !met.response.dragged() {
        met.response.clone().on_hover_text(about.as_str());
    }
    met
}

/// Why and when, with the codes.
fn about(item: &Item) -> String {
    let about = item.about.here();
    match (about.is_empty(), item.codes.is_empty()) {
        (_, true) => about.into_owned(),
        (true, false) => item.codes.clone(),
        (false, false) => say!(ui_library_codes, about, codes = &item.codes),
    }
}

/// Files that could not be read: where and why.
fn faults_ui(ui: &mut Ui, width: f32, faults: &[String]) {
    if faults.is_empty() {
        return;
    }
    let theme = style::theme(ui.ctx());
    ui.allocate_ui(vec2(width, 0.0), |ui| {
        ui.set_max_width(width);
        let head = RichText::new(say!(ui_library_faults, count = faults.len()));
        ui.label(head.font(style::font(FaceStyle::SemiBold, size::UI_SMALL)).color(style::color(theme.warn_ink)));
        for fault in faults.iter().take(MOST_FAULTS) {
            let text: String = fault.chars().take(300).collect();
            ui.label(RichText::new(text).font(style::small()).color(style::color(theme.ink_soft)));
        }
        if faults.len() > MOST_FAULTS {
            muted_ui(ui, &say!(ui_and_more, n = faults.len() - MOST_FAULTS));
        }
        ui.add_space(6.0);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_high_as_they_are_and_none_lies_on_another() {
        let placed: Vec<(f32, f32)> = places([true, false, false, true, false].into_iter()).collect();
        assert_eq!(placed[0], (0.0, CAPTION), "there is no air over the first caption");
        for (nth, two) in placed.windows(2).enumerate() {
            let gap = two[1].0 - two[0].0 - two[0].1;
            assert_eq!(gap, if nth == 2 { ABOVE_CAPTION + ROW_GAP } else { ROW_GAP });
        }
    }
}
