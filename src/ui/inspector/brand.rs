//! The look of the client whose map it is: colours, checked for contrast, the footer, and where a kit comes from.

use super::panel::{Panel, gap_ui, pair_ui, remark_ui};
use crate::figures::numbers;
use crate::layout::color_of;
use crate::model::{Field, RecordRef, Tint};
use crate::scene::Color;
use crate::session::Intent;
use crate::session::flows::{BrandMsg, Msg};
use crate::theme::{Theme, contrast, nearest};
use crate::ui::widgets::{field_label_ui, link_button_ui};
use egui::Ui;
use touchline_words::say;

/// What text has to have on paper.
const READ: f32 = 4.5;

pub fn brand_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let record = RecordRef::Map;
    gap_ui(ui);
    field_label_ui(ui, say!(ui_brand));
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.line_ui(left, record, Field::BrandAccent, say!(ui_brand_accent), "#405080");
        panel.line_ui(right, record, Field::BrandCover, say!(ui_brand_cover), "#103040");
    });
    checked_ui(ui, panel);
    panel.line_ui(ui, record, Field::BrandStages, say!(ui_brand_stages), "#405080 #107090");
    panel.line_ui(ui, record, Field::BrandFooter, say!(ui_brand_footer), say!(ui_brand_footer_hint));
    if link_button_ui(ui, say!(ui_brand_take)).clicked() {
        panel.intents.push(Intent::Flow(Msg::Brand(BrandMsg::Ask)));
    }
}

/// Where the accent cannot be read on paper: how far it is from that, which colour of its hue can, and the way to take it.
fn checked_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(accent) = panel.map.meta.brand.accent else { return };
    let paper = Theme::light().surface;
    let (found, next) = (contrast(color_of(accent), paper), nearest(color_of(accent), &[paper], READ));
    if found >= READ {
        return;
    }
    let ratio = numbers::fixed(f64::from(found), 1);
    let Color { r, g, b, .. } = next;
    let next = Tint { r, g, b }.to_string();
    remark_ui(ui, &say!(ui_brand_faint, ratio, next = next.as_str()));
    if link_button_ui(ui, &say!(ui_brand_take_next, next = next.as_str())).clicked() {
        panel.set(&crate::fields::FieldKey::one(RecordRef::Map, Field::BrandAccent), &next);
    }
}
