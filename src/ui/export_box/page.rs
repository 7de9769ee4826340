//! The choice of the paper: by its name, upright or on its side, or with sides of one's own.

use egui::{DragValue, Ui};
use touchline_words::say;

use super::super::widgets::{combo_ui, entry_ui, tick};
use crate::scene::{OWN_MM, PageSize, Sheet};
use crate::session::export::{ExportSettings, Pages};

/// What a page of one's own begins with: A3 on its side.
const OWN: PageSize = PageSize::Own { width_mm: 420, height_mm: 297 };

pub(super) fn page_ui(ui: &mut Ui, settings: &mut ExportSettings) {
    let mut page = settings.page();
    combo_ui(ui, say!(ui_export_page), &name(page), |ui| {
        for other in PageSize::ALL.into_iter().chain([OWN]) {
            let is_it = std::mem::discriminant(&page) == std::mem::discriminant(&other) && sheet(page) == sheet(other);
            if entry_ui(ui, is_it, name(other)).clicked() && !is_it {
                page = other;
            }
        }
    });
    if let PageSize::Own { width_mm, height_mm } = &mut page {
        ui.horizontal(|ui| {
            for (side, said) in [(width_mm, say!(ui_export_width)), (height_mm, say!(ui_export_height))] {
                let words = ui.label(said);
                ui.add(DragValue::new(side).range(OWN_MM).suffix(" mm").update_while_editing(false))
                    .labelled_by(words.id);
            }
        });
    }
    if let PageSize::Lying(sheet) | PageSize::Upright(sheet) = page {
        let mut upright = page == PageSize::Upright(sheet);
        ui.add(tick(&mut upright, say!(ui_export_upright)));
        page = if upright { PageSize::Upright(sheet) } else { PageSize::Lying(sheet) };
    }
    if page != settings.page() {
        settings.page = page;
        // A deck is of slides alone.
        if page != settings.page() {
            settings.pages = Pages::One;
        }
    }
}

fn sheet(page: PageSize) -> Option<Sheet> {
    match page {
        PageSize::Lying(sheet) | PageSize::Upright(sheet) => Some(sheet),
        PageSize::Fit | PageSize::Slide | PageSize::Screen | PageSize::Own { .. } => None,
    }
}

fn name(page: PageSize) -> String {
    match page {
        PageSize::Fit => say!(ui_export_whole).to_owned(),
        PageSize::Slide => say!(ui_export_slide).to_owned(),
        PageSize::Screen => say!(ui_export_screen).to_owned(),
        PageSize::Lying(sheet) | PageSize::Upright(sheet) => sheet.title().to_owned(),
        PageSize::Own { .. } => say!(ui_export_own).to_owned(),
    }
}
