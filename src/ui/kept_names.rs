//! What was done with names that tell of persons, and for each kind of them the choice to show it. That stays where it was once made.

use egui::Ui;
use touchline_words::say;

use super::inspector::capital;
use super::widgets::{muted_ui, tick};
use crate::behaviour::masking::{self, Grouped, Kept, Kind};
use crate::figures::numbers;

/// The kinds that are kept from now on, if one was ticked or unticked; `becomes` says what comes of what is shown. Nothing is drawn
/// where no name became that of its kind.
pub fn kept_names_ui(ui: &mut Ui, grouped: &[Grouped], kept: Kept, becomes: &str) -> Option<Kept> {
    if grouped.is_empty() && kept.is_none() {
        return None;
    }
    for words in masking::words(grouped, numbers::count) {
        muted_ui(ui, &format!("{}.", capital(&words)));
    }
    let counts = masking::by_kind(grouped);
    let mut chosen = None;
    for kind in Kind::ALL {
        let mut shown = kept.has(kind);
        let label = match counts.get(&kind) {
            Some(count) => say!(ui_import_show_counted, what = kind.words(), count = numbers::count(*count)),
            None if shown => say!(ui_import_show_kind, what = kind.words()),
            None => continue,
        };
        if ui.add(tick(&mut shown, &label)).changed() {
            chosen = Some(kept.with(kind, shown));
        }
    }
    muted_ui(ui, becomes);
    chosen
}
