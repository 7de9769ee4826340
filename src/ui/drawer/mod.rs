//! The drawer under the board: what is measured, the segments, the compliance register and the actions, as tables.
//!
//! Promise: it changes nothing itself. It reads a map and gives back what was asked for; the figures are those of
//! `figures`, as on the board.

mod actions;
pub mod chart;
mod differ;
mod drop_off;
mod leaks;
mod parts;
mod register;
mod scorecard;
mod segments;
mod touches;
mod tsv;

use touchline_words::say;

#[cfg(test)]
mod tests;

use crate::model::{Date, IdSource, Map, RecordRef, SegmentId};
use crate::session::{Command, Intent, Writing};
use crate::store::DrawerTab;
use crate::text::Shaper;
use crate::ui::inspector::Panel;
use crate::ui::widgets::{Side, fold_handle_ui, tabs_ui};
use chart::Chart;
use differ::Differ;
use egui::scroll_area::ScrollBarVisibility;
use egui::{Align, Layout, ScrollArea, Ui};
use parts::Sort;

/// Lowest height in logical pixels; half of the window is the most.
const MIN_HEIGHT: f32 = 132.0;
/// Height that the drawer begins with.
pub const FIRST_HEIGHT: f32 = 196.0;
/// Lowest height where the chart stands instead of the table, so that its axis shows.
const CHART_HEIGHT: f32 = 300.0;
/// The same where two tables stand below each other.
const TOUCHES_HEIGHT: f32 = 330.0;
/// Of the handle beside the tabs, with the gap before it.
const HANDLE: f32 = 36.0;
/// A folded drawer still shows its tabs.
pub const FOLDED_HEIGHT: f32 = 34.0;

/// What the drawer keeps between frames.
pub struct Drawer {
    ids: IdSource,
    register: Sort,
    actions: Sort,
    leaks: leaks::Whose,
    chart: Chart,
    /// Whether the table of first and last events is unfolded.
    touches_open: bool,
    differ: Differ,
}

impl Drawer {
    pub fn new(ids: IdSource) -> Self {
        Self {
            ids,
            register: Sort::by(register::STATUS),
            actions: Sort::by(actions::HORIZON),
            leaks: leaks::Whose::default(),
            chart: Chart::default(),
            touches_open: false,
            differ: Differ::default(),
        }
    }

    /// Lowest height for what it shows, in logical pixels.
    pub fn least_height(&self, tab: DrawerTab) -> f32 {
        match tab {
            DrawerTab::DropOff if self.chart.stands_alone() => CHART_HEIGHT,
            DrawerTab::DropOff if self.touches_open => TOUCHES_HEIGHT,
            _ => MIN_HEIGHT,
        }
    }
}

/// What the drawer shows.
#[derive(Clone, Copy)]
pub struct DrawerInput<'a> {
    pub map: &'a Map,
    /// What is being written.
    pub writing: &'a Writing,
    pub selection: &'a [RecordRef],
    /// The segment through which the board is seen.
    pub lens: Option<SegmentId>,
    pub tab: DrawerTab,
    /// Whether it stands open; folded, it shows its tabs alone.
    pub open: bool,
    /// What is due before this day and not done is overdue.
    pub today: Date,
    /// Sets the words of the chart.
    pub shaper: &'a Shaper,
}

/// Fills the drawer and gives back what was asked for.
pub fn drawer_ui(ui: &mut Ui, drawer: &mut Drawer, input: &DrawerInput<'_>) -> Vec<Intent> {
    let DrawerInput { map, writing, selection, lens, tab, open, today, shaper } = *input;
    let mut panel = Panel { map, lens, name: "drawer", writing, ids: &mut drawer.ids, intents: Vec::new() };
    head_ui(ui, &mut panel, tab, open);
    if !open {
        return panel.intents;
    }
    let line = egui::Stroke::new(1.0, ui.visuals().widgets.noninteractive.bg_stroke.color);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() - ui.spacing().item_spacing.y, line);
    ui.push_id(tab.name(), |ui| match tab {
        DrawerTab::DropOff => {
            drop_off::drop_off_ui(ui, &mut panel, &mut drawer.chart, &mut drawer.touches_open, shaper)
        }
        DrawerTab::Segments => segments::segments_ui(ui, &mut panel, &mut drawer.differ, selection),
        DrawerTab::Compliance => register::register_ui(ui, &mut panel, &mut drawer.register, selection, today),
        DrawerTab::Actions => actions::actions_ui(ui, &mut panel, &mut drawer.actions, selection),
        DrawerTab::Leaks => leaks::leaks_ui(ui, &mut panel, &mut drawer.leaks),
        DrawerTab::Scorecard => scorecard::scorecard_ui(ui, &mut panel, selection),
    });
    panel.intents
}

/// The tabs, and at the right the handle that folds the drawer.
fn head_ui(ui: &mut Ui, panel: &mut Panel<'_>, tab: DrawerTab, open: bool) {
    ui.horizontal(|ui| {
        let names = DrawerTab::ALL.map(DrawerTab::name);
        let shown = DrawerTab::ALL.iter().position(|one| *one == tab).filter(|_| open);
        // In a narrow window the tabs are scrolled, and the handle stays.
        let room = (ui.available_width() - HANDLE).max(0.0);
        let tabs = ScrollArea::horizontal()
            .max_width(room)
            .min_scrolled_width(0.0)
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        let clicked = tabs.show(ui, |ui| tabs_ui(ui, &names, shown.unwrap_or(names.len()))).inner;
        if let Some(tab) = clicked.and_then(|place| DrawerTab::ALL.get(place)) {
            panel.intents.push(Intent::Command(shows(*tab)));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if fold_handle_ui(ui, Side::Bottom, open, say!(ui_drawer_tables)).clicked() {
                panel.intents.push(Intent::Command(Command::ToggleDrawer));
            }
        });
    });
}

/// The command that shows a table.
pub fn shows(tab: DrawerTab) -> Command {
    match tab {
        DrawerTab::DropOff => Command::ShowDropOff,
        DrawerTab::Segments => Command::ShowSegments,
        DrawerTab::Compliance => Command::ShowCompliance,
        DrawerTab::Actions => Command::ShowActions,
        DrawerTab::Leaks => Command::ShowLeaks,
        DrawerTab::Scorecard => Command::ShowScorecard,
    }
}
