//! The drawer under the board: what is measured, the segments, the compliance register and the actions, as tables.
//!
//! Promise: it changes nothing itself. It reads a map and gives back what was asked for; the figures are those of
//! `layout::figures`, as on the board.

mod actions;
mod drop_off;
mod parts;
mod register;
mod segments;
mod tsv;

#[cfg(test)]
mod tests;

use crate::model::{Date, IdSource, Map, RecordRef, SegmentId};
use crate::session::Action;
use crate::ui::inspector::{Panel, Typing};
use crate::ui::widgets::tabs_ui;
use egui::Ui;
use parts::Sort;

/// Lowest height in logical pixels; half of the window is the most.
pub const MIN_HEIGHT: f32 = 132.0;

const TABS: [&str; 4] = ["Drop-off table", "Segments", "Compliance register", "Actions"];

/// What the drawer keeps between frames.
pub struct Drawer {
    tab: usize,
    typing: Typing,
    ids: IdSource,
    register: Sort,
    actions: Sort,
}

impl Drawer {
    pub fn new(ids: IdSource) -> Self {
        Self {
            tab: 0,
            typing: Typing::new("drawer"),
            ids,
            register: Sort::by(register::STATUS),
            actions: Sort::by(actions::HORIZON),
        }
    }

    /// Hands over what is being typed, such as before a save or when the drawer is folded away.
    pub fn flush(&mut self, map: &Map) -> Vec<Action> {
        self.typing.flush(map).into_iter().map(Action::Edit).collect()
    }
}

/// Fills the drawer and gives back what was asked for. `lens` is the segment through which the board is seen.
pub fn drawer_ui(
    ui: &mut Ui,
    drawer: &mut Drawer,
    map: &Map,
    selection: &[RecordRef],
    lens: Option<SegmentId>,
    today: Date,
) -> Vec<Action> {
    let actions = drawer.typing.abandoned(map).into_iter().map(Action::Edit).collect();
    let mut panel = Panel { map, lens, typing: &mut drawer.typing, ids: &mut drawer.ids, actions };
    if let Some(tab) = tabs_ui(ui, &TABS, drawer.tab) {
        drawer.tab = tab;
    }
    let line = egui::Stroke::new(1.0, ui.visuals().widgets.noninteractive.bg_stroke.color);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() - ui.spacing().item_spacing.y, line);
    ui.push_id(drawer.tab, |ui| match drawer.tab {
        0 => drop_off::drop_off_ui(ui, &mut panel),
        1 => segments::segments_ui(ui, &mut panel, selection),
        2 => register::register_ui(ui, &mut panel, &mut drawer.register, selection, today),
        _ => actions::actions_ui(ui, &mut panel, &mut drawer.actions, selection),
    });
    panel.actions
}
