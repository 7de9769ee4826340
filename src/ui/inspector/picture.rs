//! The picture of what is selected: seen, chosen, described, taken away.

use super::panel::Panel;
use crate::images::Image;
use crate::model::{Field, RecordRef, Shows};
use crate::session::flows::{Msg, PicturesMsg};
use crate::session::{Intent, PictureFor};
use crate::ui::screen;
use crate::ui::widgets::{field_label_ui, link_button_ui};
use egui::{Sense, Ui, Vec2, vec2};
use touchline_words::say;

/// How high a picture is shown at most.
const HIGHEST: f32 = 96.0;
/// A portrait is as wide as high.
const PORTRAIT: f32 = 64.0;

/// How a picture is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Whole,
    Round,
}

/// A record's picture with what can be done about it; where the record has a description for it, that too.
pub fn picture_ui(ui: &mut Ui, panel: &mut Panel<'_>, record: RecordRef, name: &str, shape: Shape) {
    let image = panel.map.image_of(record).cloned();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let Some(image) = &image else {
            // Nothing to see yet: one line.
            ui.horizontal(|ui| {
                named_ui(ui, name);
                choose_ui(ui, panel, record, say!(ui_inspector_choose_picture));
            });
            return;
        };
        named_ui(ui, name);
        shown_ui(ui, image, shape);
        ui.horizontal(|ui| {
            choose_ui(ui, panel, record, say!(ui_inspector_replace_picture));
            if link_button_ui(ui, say!(ui_inspector_remove_picture)).clicked() {
                panel.intents.push(flow(PicturesMsg::Remove(record)));
            }
        });
    });
    if image.is_some() && record.shows_picture() == Some(Shows::Described) {
        panel.line_ui(ui, record, Field::Alt, say!(field_alt), say!(ui_inspector_alt_hint));
    }
}

/// A frame says so itself.
fn named_ui(ui: &mut Ui, name: &str) {
    if !name.is_empty() {
        field_label_ui(ui, name);
    }
}

fn choose_ui(ui: &mut Ui, panel: &mut Panel<'_>, record: RecordRef, label: &str) {
    let button = link_button_ui(ui, label).on_hover_text(say!(ui_inspector_drop_picture));
    if button.clicked() {
        panel.intents.push(flow(PicturesMsg::Ask(PictureFor::Record(record))));
    }
}

fn flow(msg: PicturesMsg) -> Intent {
    Intent::Flow(Msg::Pictures(msg))
}

fn shown_ui(ui: &mut Ui, image: &Image, shape: Shape) {
    let aspect = image.width_px() as f32 / image.height_px() as f32;
    let width = ui.available_width().min(HIGHEST * aspect).max(8.0);
    let (size, radius) = match shape {
        Shape::Whole => (vec2(width, (width / aspect).clamp(2.0, HIGHEST)), 5.0),
        Shape::Round => (Vec2::splat(PORTRAIT), PORTRAIT / 2.0),
    };
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    if !image.is_opaque() {
        // A sign is drawn for white paper.
        ui.painter().rect_filled(rect, radius, egui::Color32::WHITE);
    }
    screen::image_at(ui.painter(), image, rect, radius);
}
