//! What will be in a file that is no picture of the board, in the place of the page: its sheets with how many rows each has, or
//! how its text begins.

use super::style;
use crate::model::Map;
use crate::scene::FaceStyle;
use crate::session::export::ExportSettings;
use crate::session::export::told::{Contents, contents};
use crate::theme::size;
use crate::ui::widgets::caption_ui;
use egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui, UiBuilder, Vec2};
use touchline_words::say;

/// The contents that were worked out last, and by which choices.
#[derive(Debug, Default)]
pub(super) struct Told {
    found: Option<(ExportSettings, Contents)>,
}

/// The widest that the list of parts gets, in logical pixels.
const WIDEST: f32 = 560.0;

impl Told {
    fn contents(&mut self, map: &Map, settings: ExportSettings) -> &Contents {
        let kept = self.found.take().filter(|(made_from, _)| *made_from == settings);
        &self.found.insert(kept.unwrap_or_else(|| (settings, contents(map, &settings)))).1
    }

    /// Shows them on a sheet, on the ground that a page would stand on.
    pub(super) fn show_ui(&mut self, ui: &mut Ui, map: &Map, settings: ExportSettings, room: Vec2) {
        let theme = style::theme(ui.ctx());
        let (ground, _) = ui.allocate_exact_size(room, egui::Sense::hover());
        ui.painter().rect_filled(ground, f32::from(style::CARD_RADIUS), style::color(theme.ground));
        let contents = self.contents(map, settings);
        let mut place = ground.shrink(24.0);
        if contents.text.is_empty() {
            place.set_width(place.width().min(WIDEST));
            place = place.translate(egui::vec2((ground.width() - 48.0 - place.width()) / 2.0, 0.0));
        }
        ui.scope_builder(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)), |ui| {
            let sheet = Frame::new().fill(style::color(theme.surface)).stroke(style::hairline(&theme));
            sheet.corner_radius(style::CARD_RADIUS).inner_margin(Margin::same(20)).show(ui, |ui| {
                ui.set_width(place.width() - 40.0);
                caption_ui(ui, say!(ui_export_contents));
                ui.add_space(6.0);
                for (name, much) in &contents.parts {
                    part_ui(ui, name, much);
                }
                if !contents.text.is_empty() {
                    ui.add_space(8.0);
                    let words = RichText::new(&contents.text).font(style::small()).color(style::color(theme.ink_soft));
                    let height = (place.bottom() - ui.cursor().top() - 20.0).max(60.0);
                    ScrollArea::both().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                        ui.add(Label::new(words).extend());
                    });
                }
            });
        });
    }
}

/// A part on a line, how much of it there is at the line's end.
fn part_ui(ui: &mut Ui, name: &str, much: &str) {
    let theme = style::theme(ui.ctx());
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        ui.label(RichText::new(name).font(style::font(FaceStyle::Medium, size::UI)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(much).font(style::body()).color(style::color(theme.ink_soft)));
        });
    });
}
