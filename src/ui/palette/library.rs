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
use egui::{Id, RichText, Sense, Ui, UiBuilder, vec2};
use std::sync::Arc;
use touchline_words::{Language, language, say};

/// Two lines of a title; captions are as high, so that the place of each row is known.
const ROW_HEIGHT: f32 = 38.0;
const ROW_GAP: f32 = 2.0;
/// The foot of a row in which a caption stands.
const CAPTION: f32 = 20.0;
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
    ui.spacing_mut().item_spacing.y = ROW_GAP;
    let (mut hovered, mut pressed, mut pulls) = (None, None, false);
    area.show_rows(ui, ROW_HEIGHT, found.rows.len(), |ui, seen| {
        ui.set_max_width(width);
        for row in found.rows.get(seen).unwrap_or_default() {
            match row {
                LibraryRow::Caption(title) => {
                    let (space, _) = ui.allocate_exact_size(vec2(width, ROW_HEIGHT), Sense::hover());
                    let foot = space.with_min_y(space.bottom() - CAPTION);
                    caption_ui(&mut ui.new_child(UiBuilder::new().max_rect(foot)), title);
                }
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
