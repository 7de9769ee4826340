//! Lists to choose from: the choice as it shows, and the entries of its list.
//!
//! An entry that is picked closes its list, with the pointer and the keyboard alike; letters typed while a list is open go
//! to the first entry that begins so. A list closes when what it belongs to is scrolled out of sight.

use super::field::labelled;
use super::paint_icon;
use crate::theme::Icon;
use crate::ui::style;
use egui::{ComboBox, Event, Id, InnerResponse, Popup, PopupCloseBehavior, Pos2, Rect, Response, Ui, Vec2, vec2};

/// Letters typed within this time belong to one word, in seconds.
const PAUSE_SECS: f64 = 1.0;

/// A choice, its name above; `chosen` is what shows, `choices` fills the list.
pub fn combo_ui<R>(ui: &mut Ui, label: &str, chosen: &str, choices: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    labelled(ui, label, |ui, name| {
        let shown = listed_ui(ui, label, chosen, PopupCloseBehavior::CloseOnClick, choices);
        shown.response.labelled_by(name);
        shown.inner
    })
}

/// A choice without a visible name; `label` is said to screen readers and tells the choices of one panel apart.
pub fn bare_combo_ui<R>(ui: &mut Ui, label: &str, chosen: &str, choices: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let shown = listed_ui(ui, label, chosen, PopupCloseBehavior::CloseOnClick, choices);
    let response = shown.response;
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(label));
    shown.inner
}

/// The same, of which several may be picked one after the other: it stays open.
pub fn ticked_combo_ui<R>(ui: &mut Ui, label: &str, chosen: &str, choices: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let shown = listed_ui(ui, label, chosen, PopupCloseBehavior::CloseOnClickOutside, choices);
    let response = shown.response;
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(label));
    shown.inner
}

/// An entry of a list. The list closes when it is picked.
pub fn entry_ui(ui: &mut Ui, is_chosen: bool, text: impl Into<String>) -> Response {
    let text = text.into();
    let begins = ui.data(|data| data.get_temp::<Sought>(sought_id())).is_some_and(|sought| sought.begins(&text));
    let response = ui.selectable_label(is_chosen, text);
    if begins {
        ui.data_mut(|data| data.remove::<Sought>(sought_id()));
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.clicked() {
        ui.close();
    }
    response
}

/// The arrow that every list to choose from has.
pub fn chevron(combo: ComboBox<'_>) -> ComboBox<'_> {
    combo.icon(|ui, place, _, _| {
        let muted = style::theme(ui.ctx()).muted;
        paint_icon(ui.painter(), Icon::ChevronDown, Rect::from_center_size(place.center(), Vec2::splat(14.0)), muted);
    })
}

/// What the first entry begins with that is looked for in this frame.
#[derive(Clone)]
struct Sought(String);

impl Sought {
    fn begins(&self, entry: &str) -> bool {
        entry.trim_start().to_lowercase().starts_with(&self.0)
    }
}

/// What was typed over an open list, and when its last letter was.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    at_secs: f64,
}

fn sought_id() -> Id {
    Id::unique("entry sought")
}

fn listed_ui<R>(
    ui: &mut Ui,
    label: &str,
    chosen: &str,
    closes: PopupCloseBehavior,
    choices: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<Option<R>> {
    ui.spacing_mut().interact_size.y = style::CONTROL_HEIGHT;
    let combo = ComboBox::from_id_salt(label).selected_text(chosen).width(ui.available_width()).truncate();
    let shown = chevron(combo).close_behavior(closes).show_ui(ui, |ui| {
        ui.spacing_mut().button_padding = vec2(8.0, 4.0);
        seek(ui);
        let inner = choices(ui);
        ui.data_mut(|data| data.remove::<Sought>(sought_id()));
        inner
    });
    if shown.inner.is_some() {
        keep_beside(ui, &shown.response);
    }
    shown
}

/// Takes what was typed in this frame as the beginning of an entry.
fn seek(ui: &Ui) {
    let letters: String = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) if !text.trim().is_empty() => Some(text.to_lowercase()),
            _ => None,
        });
        texts.collect()
    });
    if letters.is_empty() {
        return;
    }
    let (now, id) = (ui.input(|input| input.time), ui.layer_id().id.with("typed"));
    let mut typed: Typed = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if now - typed.at_secs > PAUSE_SECS {
        typed.text.clear();
    }
    typed.text.push_str(&letters);
    typed.at_secs = now;
    ui.data_mut(|data| {
        data.insert_temp(sought_id(), Sought(typed.text.clone()));
        data.insert_temp(id, typed);
    });
}

/// Closes an open list whose owner is scrolled out of sight, and gives the keyboard back to the owner of one that closed.
fn keep_beside(ui: &Ui, owner: &Response) {
    let popup = owner.id.with("popup");
    let opened = popup.with("opened at");
    if !Popup::is_id_open(ui.ctx(), popup) {
        ui.data_mut(|data| data.remove::<Pos2>(opened));
        if !ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released()) {
            owner.request_focus();
        }
        return;
    }
    let place = owner.rect.center();
    let before = ui.data_mut(|data| *data.get_temp_mut_or(opened, place));
    if before.distance(place) > 1.0 && !ui.clip_rect().contains(place) {
        ui.data_mut(|data| data.remove::<Pos2>(opened));
        Popup::close_id(ui.ctx(), popup);
    }
}
