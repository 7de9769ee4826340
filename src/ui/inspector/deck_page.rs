//! A slide of the deck: what stands over its headline, what it says first, what is said to it, and whether it is shown.

use super::panel::{Panel, gap_ui, remark_ui};
use crate::model::{DeckPage, DeckPageId, Field, RecordRef};
use crate::ui::widgets::caption_ui;
use egui::Ui;
use touchline_words::say;

pub fn deck_page_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: DeckPageId, page: &DeckPage) {
    let record = RecordRef::DeckPage(id);
    let usual = panel.map.topic_name(page.of);
    caption_ui(ui, say!(kind_deck_page_title));
    remark_ui(ui, usual);
    panel.area_ui(ui, record, Field::Headline, say!(ui_slide_headline), say!(ui_slide_headline_hint));
    panel.line_ui(ui, record, Field::PageName, say!(ui_slide_name), usual);
    panel.area_ui(ui, record, Field::SpeakerNotes, say!(ui_slide_notes), "");
    gap_ui(ui);
    panel.switch_ui(ui, record, Field::LeftOut, say!(field_left_out), say!(ui_slide_left_out));
    remark_ui(ui, say!(ui_slide_remark));
    panel.delete_ui(ui, record);
}
