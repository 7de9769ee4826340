//! The chart beside the drop-off table, and its way into a file.
//!
//! Promise: it shows the rates of the table, drawn by `charts::dropoff`, as the file does that it is saved in.

use crate::charts::dropoff_chart;
use crate::charts::{self, DropoffChart};
use crate::export::Format;
use crate::figures::Reader;
use crate::model::Map;
use crate::scene::{Scene, Size};
use crate::session::Intent;
use crate::session::flows::{ExportMsg, Msg};
use crate::text::Shaper;
use crate::ui::screen::scene_ui;
use crate::ui::style;
use crate::ui::widgets::link_button_ui;
use egui::{Popup, Rect, ScrollArea, Ui, Vec2};
use touchline_words::say;

/// From this size on, table and chart stand side by side; below, one at a time.
const SIDE_BY_SIDE: Vec2 = Vec2::new(1000.0, 150.0);
/// The table's share of the width where both stand, and the least that it takes.
const TABLE_SHARE: f32 = 0.58;
const TABLE_LEAST: f32 = 704.0;
/// A lower chart cannot be read; it is scrolled instead.
const LEAST_HEIGHT: f32 = 150.0;
const GAP: f32 = 24.0;

/// What the drawer keeps of the chart between frames.
#[derive(Default)]
pub struct Chart {
    drawn: Option<Drawn>,
    /// Where there is no room for both, the chart stands instead of the table.
    instead: bool,
    narrow: bool,
}

/// A picture, and what it was drawn from.
struct Drawn {
    chart: DropoffChart,
    size: Vec2,
    dark: bool,
    scene: Scene,
}

impl Chart {
    /// Where the table goes and where the chart.
    pub fn split(&mut self, whole: Rect) -> (Option<Rect>, Option<Rect>) {
        self.narrow = whole.width() < SIDE_BY_SIDE.x || whole.height() < SIDE_BY_SIDE.y;
        if self.narrow {
            return if self.instead { (None, Some(whole)) } else { (Some(whole), None) };
        }
        let (table, chart) = whole.split_left_right_at_x(whole.left() + (whole.width() * TABLE_SHARE).max(TABLE_LEAST));
        (Some(table), Some(chart.with_min_x(chart.left() + GAP)))
    }

    /// Whether it is shown where the table would be.
    pub fn stands_alone(&self) -> bool {
        self.narrow && self.instead
    }

    /// Links that switch between table and chart where one has room, and that save the chart; gives back what was asked for.
    pub fn menu_ui(&mut self, ui: &mut Ui) -> Option<Intent> {
        let mut wanted = None;
        let save = link_button_ui(ui, say!(ui_drawer_save_chart));
        Popup::menu(&save).show(|ui| {
            for format in [Format::Png, Format::Svg, Format::Pdf] {
                if ui.button(format.name_of_one()).clicked() {
                    wanted = Some(format);
                }
            }
        });
        if self.narrow
            && link_button_ui(ui, if self.instead { say!(ui_drawer_show_table) } else { say!(ui_drawer_show_chart) })
                .clicked()
        {
            self.instead = !self.instead;
        }
        wanted.map(|format| Intent::Flow(Msg::Export(ExportMsg::Chart(format))))
    }

    /// The chart, as large as there is room.
    pub fn picture_ui(&mut self, ui: &mut Ui, map: &Map, shaper: &Shaper) {
        let size = ui.available_size().max(Vec2::new(0.0, LEAST_HEIGHT)).floor();
        let theme = style::theme(ui.ctx());
        let chart = chart(map);
        let is_drawn = |drawn: &&Drawn| drawn.size == size && drawn.dark == theme.dark && drawn.chart == chart;
        if self.drawn.as_ref().filter(is_drawn).is_none() {
            let scene = charts::dropoff(&chart, Size::new(size.x, size.y), shaper, &theme);
            self.drawn = Some(Drawn { chart, size, dark: theme.dark, scene });
        }
        if let Some(drawn) = &self.drawn {
            ScrollArea::vertical().id_salt("chart").show(ui, |ui| scene_ui(ui, &drawn.scene, size));
        }
    }
}

/// The table's rates as series; on screen, the drawer says the rest.
fn chart(map: &Map) -> DropoffChart {
    let found = dropoff_chart(map, Reader::Analyst).unwrap_or_default();
    DropoffChart { title: String::new(), note: String::new(), ..found }
}

#[cfg(test)]
mod tests {
    use super::super::drop_off::audiences;
    use super::*;
    use crate::ui::inspector::desk::measured_map;

    #[test]
    fn o1_the_chart_shows_the_rates_of_the_table() {
        let map = measured_map();
        let (_, measurement) = map.measurement().unwrap();
        let chart = chart(&map);
        assert_eq!(chart.stages, ["Decision"]);
        for (series, (_, name, rows)) in chart.series.iter().zip(audiences(&map, measurement)) {
            assert_eq!(series.name, name);
            let shown: Vec<Option<f64>> = series.rates.iter().map(|rate| rate.map(|rate| rate.rate)).collect();
            assert_eq!(shown, [rows[0].rate.map(|rate| rate.rate)]);
        }
    }

    #[test]
    fn what_rests_on_too_few_is_no_point_of_the_chart() {
        let mut map = measured_map();
        map.meta.least_group.customers = 7_000;
        let chart = chart(&map);
        let rates: Vec<bool> = chart.series.iter().map(|series| series.rates[0].is_some()).collect();
        assert_eq!(rates, [true, false]);
    }
}
