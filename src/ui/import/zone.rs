//! Times that carry no zone: in which one they are, asked once, with every zone of the world to choose from.

use egui::{Align, ComboBox, Id, Key, Layout, Modifiers, PopupCloseBehavior, RichText, ScrollArea, Ui, vec2};
use touchline_words::{Said, said, say};

use super::asks::Asks;
use crate::behaviour::times::zone::Zone;
use crate::scene::FaceStyle;
use crate::session::flows::ImportMsg;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{bare_field_ui, chevron, muted_ui};

/// What is asked; the choice is known to screen readers by it.
const QUESTION: Said = said::ui_import_zone;
const QUESTION_ASKED: Said = said::ui_import_zone_asked;
/// Narrower than this, the question is asked in fewer words.
const NARROW: f32 = 520.0;
/// Width of the choice, and height of its list below the field to search in.
const CHOICE: f32 = 240.0;
const LIST: f32 = 220.0;

/// The question, where the file leaves it open.
pub(super) fn zone_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(column) = import.zoneless_column() else { return };
    let said = say!(ui_import_names_no_zone, column = column.name);
    let is_narrow = ui.available_width() < NARROW;
    let question = if is_narrow { say!(ui_import_zone_short) } else { QUESTION_ASKED.text() };
    let chosen = import.zone().map_or("UTC", Zone::name);
    let row = vec2(ui.available_width(), style::CONTROL_HEIGHT);
    let picked = ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 4.0);
        ui.label(RichText::new(question).font(style::font(FaceStyle::Medium, size::UI))).on_hover_text(&said);
        let picked = choice_ui(ui, chosen);
        if !is_narrow {
            muted_ui(ui, &said);
        }
        picked
    });
    if let Some(zone) = picked.inner {
        import.ask(ImportMsg::SetZone(zone));
    }
    ui.add_space(12.0);
}

/// The choice; the zone that was just picked.
fn choice_ui(ui: &mut Ui, chosen: &str) -> Option<Zone> {
    ui.spacing_mut().interact_size.y = style::CONTROL_HEIGHT;
    let sought = Id::unique("zone sought");
    let combo = ComboBox::from_id_salt(QUESTION.id()).selected_text(chosen).width(CHOICE).truncate();
    let combo = chevron(combo).height(LIST + 80.0).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = combo.show_ui(ui, |ui| list_ui(ui, sought, chosen));
    shown.response.ctx.accesskit_node_builder(shown.response.id, |node| node.set_label(QUESTION.text()));
    if shown.inner.is_none() {
        ui.data_mut(|data| data.remove::<String>(sought));
    }
    shown.inner.flatten()
}

/// A field to search in, and below it what fits: UTC and the machine's zone first while nothing is sought.
fn list_ui(ui: &mut Ui, sought: Id, chosen: &str) -> Option<Zone> {
    ui.set_width(CHOICE);
    ui.spacing_mut().button_padding = vec2(8.0, 4.0);
    let before: Option<String> = ui.data(|data| data.get_temp(sought));
    let mut text = before.clone().unwrap_or_default();
    let field = bare_field_ui(ui, say!(ui_import_find_zone), &mut text, say!(ui_import_find_city));
    if before.is_none() {
        field.request_focus();
    }
    let is_asked = !text.trim().is_empty();
    let fitting: Vec<&str> = Zone::names().iter().map(String::as_str).filter(|name| matches(name, &text)).collect();
    // Taken here, or it would go on to the button that leaves the step.
    let entered =
        is_asked && field.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut picked = fitting.first().copied().filter(|_| entered).map(str::to_owned);
    ui.data_mut(|data| data.insert_temp(sought, text));
    ui.add_space(4.0);
    ScrollArea::vertical().max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
        if !is_asked {
            let machine = Zone::of_machine().map(Zone::name).filter(|name| !["UTC", "Etc/UTC"].contains(name));
            let near =
                [Some(("UTC", "UTC".to_owned())), machine.map(|name| (name, say!(ui_import_this_machine, name)))];
            for (name, label) in near.into_iter().flatten() {
                if ui.selectable_label(name == chosen, label).clicked() {
                    picked = Some(name.to_owned());
                }
            }
            ui.separator();
        }
        for name in &fitting {
            // It stands above.
            if (is_asked || *name != "UTC") && ui.selectable_label(*name == chosen, *name).clicked() {
                picked = Some((*name).to_owned());
            }
        }
        if fitting.is_empty() {
            muted_ui(ui, say!(ui_import_no_such_zone));
        }
    });
    let zone = Zone::named(&picked?).ok()?;
    ui.close();
    Some(zone)
}

/// Whether every word that is sought is in the name.
fn matches(name: &str, sought: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace('_', " ");
    let name = plain(name);
    plain(sought).split_whitespace().all(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_zone_is_found_by_its_city_in_plain_words() {
        assert!(matches("America/New_York", "new york") && matches("America/New_York", "New_Y"));
        assert!(matches("Europe/Berlin", "berlin") && matches("Europe/Berlin", ""));
        assert!(!matches("Europe/Berlin", "berlin x"));
    }
}
