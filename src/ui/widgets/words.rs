//! Words in a panel, which may be read from the right.

use crate::model::with_whole_dates;
use crate::ui::screen::words::{Setter, Words, label, paint_line, style_of};
use egui::{Color32, FontId, Label, Response, RichText, Sense, Ui, WidgetInfo, vec2};

/// Words in one line, ending in `…` where there is no more room.
pub fn cut_words_ui(ui: &mut Ui, text: &str, font: FontId, ink: Color32) -> Response {
    if Setter::of(ui.ctx(), text).is_none() {
        return ui.add(Label::new(RichText::new(text).font(font).color(ink)).truncate());
    }
    let words = Words::new(ui.painter(), text, font, ink, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(words.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    words.paint(ui.painter(), rect.min);
    response
}

/// Words in as many lines as they take.
pub fn words_ui(ui: &mut Ui, text: &str, font: FontId, ink: Color32) -> Response {
    let said = text;
    let text = &*with_whole_dates(said);
    let Some((setter, style)) = Setter::of(ui.ctx(), text).zip(style_of(&font, ink)) else {
        let response = ui.add(Label::new(RichText::new(text).font(font).color(ink)).wrap());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, said));
        return response;
    };
    let row = ui.fonts_mut(|fonts| fonts.row_height(&font));
    let style = style.with_line_height(row / font.size);
    let width = ui.available_width();
    let written = setter.labelling(|shaper| shaper.written(&label(text), style, Some(width)));
    let (rect, response) = ui.allocate_exact_size(vec2(width, written.height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, said));
    written.lines.iter().for_each(|line| paint_line(ui.painter(), &line.line, rect.min));
    response
}

/// Words as a sentence begins.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
