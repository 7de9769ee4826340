//! The filter over the map: a chip for each criterion with its values, a list to add from, how much of the map meets it, and what
//! becomes of the others.

use super::status_bar::matching;
use super::style;
use super::widgets::{
    WritingField, add_chip_ui, caption_ui, entry_ui, icon_button_ui, link_button_ui, muted_ui, removable_chip_ui,
};
use crate::model::{Filter, Map, Others};
use crate::session::filter::{Chip, Criterion, Value, chips, toggled, values};
use crate::session::flows::{FilterMsg, Filtering, Msg};
use crate::session::{Command, Intent, Session};
use crate::theme::Icon;
use egui::scroll_area::ScrollBarVisibility;
use egui::{Align, Frame, Id, Key, Layout, Margin, Popup, PopupCloseBehavior, RichText, ScrollArea, Ui, vec2};
use touchline_words::say;

/// Height of the bar with its margins, in logical pixels.
pub const HEIGHT: f32 = 38.0;
/// Of a chip.
const CHIP: f32 = 26.0;
/// Of the list to add from.
const LIST: f32 = 320.0;
const LIST_WIDTH: f32 = 240.0;
/// Room from which the words at the right end have theirs.
const WORDS_FROM: f32 = 420.0;

/// What the bar keeps between frames.
#[derive(Debug, Default)]
pub struct FilterBar {
    /// What is looked for among the values.
    sought: String,
    /// How often the bar had been asked for when its list was last opened.
    asked: u64,
    /// Frames in which the list’s field still takes the keyboard: a list that opens is there only in the next one.
    takes_keyboard: u8,
}

/// Shows the bar, and gives back what was asked for.
pub fn filter_bar_ui(ui: &mut Ui, bar: &mut FilterBar, session: &Session) -> Vec<Intent> {
    let mut intents = Vec::new();
    let filtering = session.flows().filter();
    let map = session.map();
    Frame::new().inner_margin(Margin { left: 20, right: 20, top: 0, bottom: 12 }).show(ui, |ui| {
        ui.set_height(CHIP);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
            ends_ui(ui, session, filtering, &mut intents);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let row = ScrollArea::horizontal().scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
                row.auto_shrink([false, true]).show(ui, |ui| {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.set_height(CHIP);
                        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                        for chip in chips(map, filtering.filter()) {
                            chip_ui(ui, &chip, &mut intents);
                        }
                        add_ui(ui, bar, map, filtering, &mut intents);
                        if let Some(found) = session.matches() {
                            muted_ui(ui, &matching((found.cards(), found.of_cards())));
                        }
                    });
                });
            });
        });
    });
    intents
}

fn said(msg: FilterMsg) -> Intent {
    Intent::Flow(Msg::Filter(msg))
}

/// At the right end: what becomes of the others, saving, and an end of it all.
fn ends_ui(ui: &mut Ui, session: &Session, filtering: &Filtering, intents: &mut Vec<Intent>) {
    if filtering.filter().is_empty() {
        if icon_button_ui(ui, Icon::Close, say!(ui_filter_close)).clicked() {
            intents.push(said(FilterMsg::Close));
        }
        return;
    }
    if icon_button_ui(ui, Icon::Close, say!(ui_filter_clear)).clicked() {
        intents.extend([said(FilterMsg::Clear), said(FilterMsg::Close)]);
    }
    // The chips come first where there is little room.
    if ui.available_width() < WORDS_FROM {
        return;
    }
    let chosen = filtering.chosen().and_then(|id| session.map().views.get(&id));
    match chosen {
        None => {
            if link_button_ui(ui, say!(cmd_save_view)).clicked() {
                intents.push(Intent::Command(Command::SaveView));
            }
        }
        Some(view) if session.is_view_changed() => {
            if link_button_ui(ui, &say!(ui_views_update, name = view.name)).clicked() {
                intents.push(said(FilterMsg::Save(view.name.clone())));
            }
        }
        Some(_) => {}
    }
    let others = filtering.others();
    let turned = match others {
        Others::Dimmed => Others::Hidden,
        Others::Hidden => Others::Dimmed,
    };
    let words = say!(ui_filter_others, others = others.name());
    let button = link_button_ui(ui, &words).on_hover_text(say!(ui_filter_others_turn, others = turned.name()));
    if button.clicked() {
        intents.push(said(FilterMsg::Others(turned)));
    }
}

fn chip_ui(ui: &mut Ui, chip: &Chip, intents: &mut Vec<Intent>) {
    let name = chip.said();
    if removable_chip_ui(ui, &name, &say!(ui_filter_take_off, name)).clicked() {
        intents.push(said(FilterMsg::Set(Box::new(chip.without.clone()))));
    }
}

/// The chip that opens the list of everything that can be asked, searched by its first letters or any.
fn add_ui(ui: &mut Ui, bar: &mut FilterBar, map: &Map, filtering: &Filtering, intents: &mut Vec<Intent>) {
    let button = add_chip_ui(ui, say!(ui_filter_add));
    let popup = Popup::default_response_id(&button);
    let field = Id::unique("filter sought");
    let was_asked = bar.asked != filtering.asked();
    if was_asked || button.clicked() {
        bar.asked = filtering.asked();
        bar.sought.clear();
        bar.takes_keyboard = 3;
    }
    if was_asked {
        Popup::open_id(ui.ctx(), popup);
    }
    let list = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    list.accessible_name(say!(ui_filter_add)).show(|ui| {
        ui.set_width(LIST_WIDTH);
        let hint =
            RichText::new(say!(ui_filter_seek)).font(style::body()).color(style::color(style::theme(ui.ctx()).muted));
        let line = WritingField { id: Some(field), ..WritingField::line(&mut bar.sought, style::body()) };
        let shown = line.show(ui, |edit| edit.desired_width(LIST_WIDTH - 8.0).hint_text(hint));
        ui.ctx().accesskit_node_builder(shown.id, |node| node.set_label(say!(ui_filter_seek)));
        let entered = ui.input(|input| input.key_pressed(Key::Enter)) && (shown.has_focus() || shown.lost_focus());
        if bar.takes_keyboard > 0 {
            bar.takes_keyboard -= 1;
            shown.request_focus();
            ui.request_repaint();
        }
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        let asked = list_ui(ui, map, filtering.filter(), bar.sought.trim(), entered);
        if let Some(filter) = asked {
            intents.push(said(FilterMsg::Set(Box::new(filter))));
            bar.sought.clear();
            // Several can be ticked one after the other.
            bar.takes_keyboard = 1;
        } else if escaped || entered {
            ui.close();
            ui.memory_mut(|memory| memory.request_focus(super::board::focus_id()));
        }
    });
}

/// What can be asked, with what is asked ticked; gives back the filter with what was clicked, or with the first where Enter was pressed.
fn list_ui(ui: &mut Ui, map: &Map, filter: &Filter, sought: &str, entered: bool) -> Option<Filter> {
    let wanted = sought.to_lowercase();
    let mut asked = None;
    let mut first = true;
    let mut take = |is_clicked: bool, filter: Filter| {
        if is_clicked || entered && !sought.is_empty() && std::mem::take(&mut first) {
            asked.get_or_insert(filter);
        }
    };
    ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
        ui.set_min_width(LIST_WIDTH - 16.0);
        for criterion in Criterion::ALL {
            let is_named = criterion.name().to_lowercase().contains(&wanted);
            let offered: Vec<(Value, String)> = values(map, filter, criterion)
                .into_iter()
                .map(|value| (value.name(map), value))
                .filter(|(name, _)| is_named || name.to_lowercase().contains(&wanted))
                .map(|(name, value)| (value, name))
                .collect();
            if offered.is_empty() {
                continue;
            }
            ui.add_space(4.0);
            caption_ui(ui, criterion.name());
            for (value, name) in offered {
                let is_on = value.is_in(filter);
                let words = if is_on { format!("✓ {name}") } else { name };
                take(ui.push_id(&words, |ui| entry_kept_ui(ui, is_on, &words)).inner, toggled(filter, &value));
            }
        }
        if !sought.is_empty() {
            ui.add_space(4.0);
            caption_ui(ui, say!(filter_text));
            let words = say!(edit_quoted, text = sought);
            take(entry_ui(ui, false, words).clicked(), Filter { text: sought.to_owned(), ..filter.clone() });
        }
    });
    asked
}

/// An entry that leaves its list open.
fn entry_kept_ui(ui: &mut Ui, is_on: bool, words: &str) -> bool {
    ui.selectable_label(is_on, words).clicked()
}
