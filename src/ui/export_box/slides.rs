//! The slides of the deck: which are shown, in which order, and the words of the one that is looked at.

use super::ExportView;
use crate::fields::FieldKey;
use crate::layout::Planned;
use crate::model::{DeckPageId, Field, RecordRef};
use crate::session::flows::{DeckMsg, Msg};
use crate::session::{Intent, Session};
use crate::theme::Icon;
use crate::ui::inspector::{Look, LookKind, text_ui};
use crate::ui::widgets::{
    caption_ui, field_label_ui, icon_button_ui, link_button_ui, room_ui, secondary_button_ui, tick,
};
use egui::{Align, Atom, Button, Layout, Ui, Vec2, vec2};
use touchline_words::say;

/// What the words of a slide take below its preview, and the way to them where nobody keeps the deck.
const WORDS: f32 = 104.0;
const WAY: f32 = 44.0;
/// Between the fields that stand side by side.
const BESIDE: f32 = 16.0;
/// Room for the scroll bar beside the choices.
pub(super) const BAR: f32 = 12.0;
/// Tells the fields apart from those of the inspector.
const NAME: &str = "slides";

/// A line for each slide that the map has something for: whether it is shown, its name, which leads to it, and its place.
pub(super) fn list_ui(ui: &mut Ui, view: &mut ExportView, session: &Session, intents: &mut Vec<Intent>) {
    let map = session.map();
    let planned = view.planned(map, session.map_stamp()).to_vec();
    let at = shown_place(&planned, view.looked_part());
    caption_ui(ui, say!(ui_slides));
    let mut asked = None;
    for (nth, page) in planned.iter().enumerate() {
        let name = page.name(map);
        ui.push_id((nth, page.of), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let row = vec2(ui.available_width(), 26.0);
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                let down = ui.add_enabled_ui(nth + 1 < planned.len(), |ui| {
                    icon_button_ui(ui, Icon::ChevronDown, &say!(ui_inspector_lane_down, title = name))
                });
                let up = ui.add_enabled_ui(nth > 0, |ui| {
                    icon_button_ui(ui, Icon::ChevronUp, &say!(ui_inspector_lane_up, title = name))
                });
                if up.inner.clicked() {
                    asked = Some(DeckMsg::Move { nth, before: nth - 1 });
                }
                if down.inner.clicked() {
                    asked = Some(DeckMsg::Move { nth, before: nth + 2 });
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let mut is_shown = !page.is_left_out;
                    let said = say!(ui_slide_shown, name);
                    let ticked = ui.add(tick(&mut is_shown, ""));
                    ticked.ctx.accesskit_node_builder(ticked.id, |node| node.set_label(said));
                    if is_shown == page.is_left_out {
                        asked = Some(DeckMsg::Show { nth, is_shown });
                    }
                    line_ui(ui, view, &planned, nth, name, at == Some(nth));
                });
            });
        });
    }
    if planned.iter().any(|page| page.kept.is_some()) && link_button_ui(ui, say!(ui_slides_forget)).clicked() {
        asked = Some(DeckMsg::Forget);
    }
    intents.extend(asked.map(|msg| Intent::Flow(Msg::Deck(msg))));
    ui.add_space(12.0);
}

/// The name of a slide, which leads to it.
fn line_ui(ui: &mut Ui, view: &mut ExportView, planned: &[Planned], nth: usize, name: &str, is_looked_at: bool) {
    let is_left_out = planned.get(nth).is_none_or(|page| page.is_left_out);
    let label = Button::selectable(is_looked_at, (Atom::from(name), Atom::grow())).truncate();
    let response = ui.add_enabled(!is_left_out, label.min_size(vec2(ui.available_width(), 24.0)));
    if response.clicked() {
        view.turn_to_part(planned.iter().take(nth).filter(|page| !page.is_left_out).count());
    }
}

/// The place in the list of the page that is looked at.
fn shown_place(planned: &[Planned], part: Option<usize>) -> Option<usize> {
    let mut shown = planned.iter().enumerate().filter(|(_, page)| !page.is_left_out);
    shown.nth(part?).map(|(nth, _)| nth)
}

/// How much room [`words_ui`] takes below the preview.
pub(super) fn words_height(view: &mut ExportView, session: &Session) -> f32 {
    let planned = view.planned(session.map(), session.map_stamp()).to_vec();
    match shown_place(&planned, view.looked_part()).and_then(|nth| planned.get(nth)) {
        Some(page) if page.kept.is_some() => WORDS,
        Some(_) => WAY,
        None => 0.0,
    }
}

/// The words of the slide that is looked at: they are written where a person keeps the deck, which one press begins.
pub(super) fn words_ui(ui: &mut Ui, view: &mut ExportView, session: &Session, size: Vec2, intents: &mut Vec<Intent>) {
    let map = session.map();
    let planned = view.planned(map, session.map_stamp()).to_vec();
    let Some(nth) = shown_place(&planned, view.looked_part()) else { return };
    let Some(page) = planned.get(nth) else { return };
    room_ui(ui, size, |ui| {
        ui.add_space(12.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let Some(id) = page.kept else {
            if secondary_button_ui(ui, say!(ui_slide_write)).on_hover_text(say!(ui_slide_write_hint)).clicked() {
                intents.push(Intent::Flow(Msg::Deck(DeckMsg::Keep(nth))));
            }
            return;
        };
        let width = (size.x - BESIDE) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = BESIDE;
            let finding = view.looked_headline().unwrap_or(say!(ui_slide_headline_hint)).to_owned();
            let fields = [
                (Field::Headline, say!(ui_slide_headline), finding.as_str()),
                (Field::SpeakerNotes, say!(ui_slide_notes), say!(ui_slide_notes_hint)),
            ];
            for (field, label, hint) in fields {
                ui.allocate_ui_with_layout(vec2(width, size.y - 12.0), Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.y = 4.0;
                    field_label_ui(ui, label);
                    field_ui(ui, session, id, field, Look { label, hint, rows: 4, kind: LookKind::Boxed }, intents);
                });
            }
        });
    });
}

fn field_ui(ui: &mut Ui, session: &Session, id: DeckPageId, field: Field, look: Look<'_>, intents: &mut Vec<Intent>) {
    let key = FieldKey::one(RecordRef::DeckPage(id), field);
    text_ui(ui, NAME, session.map(), session.writing(), &key, look, intents);
}
