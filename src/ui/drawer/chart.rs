//! The chart beside the drop-off table, and its way into a file.
//!
//! Promise: it shows the rates of the table, drawn by `charts::dropoff`, and a file holds the same picture with the
//! definition and the source of its figures below.

use crate::charts::dropoff_chart;
use crate::charts::{self, DropoffChart};
use crate::export::{Date as Moment, Format};
use crate::figures::Reader;
use crate::model::Map;
use crate::scene::{PageSize, Scene, Size};
use crate::session::export::{ExportJob, ExportSettings};
use crate::text::Shaper;
use crate::theme::Theme;
use crate::ui::screen::scene_ui;
use crate::ui::style;
use crate::ui::widgets::link_button_ui;
use egui::{Popup, Rect, ScrollArea, Ui, Vec2};
use std::path::PathBuf;
use touchline_words::say;

/// From this size on, table and chart stand side by side; below, one at a time.
const SIDE_BY_SIDE: Vec2 = Vec2::new(1000.0, 150.0);
/// The table's share of the width where both stand, and the least that it takes.
const TABLE_SHARE: f32 = 0.58;
const TABLE_LEAST: f32 = 704.0;
/// A lower chart cannot be read; it is scrolled instead.
const LEAST_HEIGHT: f32 = 150.0;
const GAP: f32 = 24.0;
/// A chart as a file, in map units: 16:9.
const FILE_SIZE: Size = Size { width: 960.0, height: 540.0 };

/// What the drawer keeps of the chart between frames.
#[derive(Default)]
pub struct Chart {
    drawn: Option<Drawn>,
    /// Where there is no room for both, the chart stands instead of the table.
    instead: bool,
    narrow: bool,
    wanted: Option<Format>,
    saving: Option<ExportJob>,
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

    /// Links that switch between table and chart where one has room, and that save the chart.
    pub fn menu_ui(&mut self, ui: &mut Ui) {
        let save = link_button_ui(ui, say!(ui_drawer_save_chart));
        Popup::menu(&save).show(|ui| {
            for format in [Format::Png, Format::Svg, Format::Pdf] {
                if ui.button(format.name_of_one()).clicked() {
                    self.wanted = Some(format);
                }
            }
        });
        if self.narrow
            && link_button_ui(ui, if self.instead { say!(ui_drawer_show_table) } else { say!(ui_drawer_show_chart) })
                .clicked()
        {
            self.instead = !self.instead;
        }
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

    /// The format of a file that was asked for, once.
    pub fn take_wanted(&mut self) -> Option<Format> {
        self.wanted.take()
    }

    /// Begins to write the chart to a file, over nothing of `read`. `made` is the moment that stands in a PDF.
    pub fn save(
        &mut self,
        map: &Map,
        shaper: &Shaper,
        format: Format,
        made: Moment,
        path: PathBuf,
        read: Vec<PathBuf>,
    ) {
        let scene = file_scene(map, shaper);
        let settings = ExportSettings { format, page: PageSize::Fit, ..ExportSettings::default() };
        self.saving = Some(ExportJob::start(scene, settings, made, path, read));
    }

    /// The file that was written, or why none was, once.
    pub fn take_saved(&mut self) -> Option<Result<PathBuf, String>> {
        let saved = self.saving.as_ref()?.poll()?;
        self.saving = None;
        Some(saved)
    }

    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }
}

/// The table's rates as series; on screen, the drawer says the rest.
fn chart(map: &Map) -> DropoffChart {
    let found = dropoff_chart(map, Reader::Analyst).unwrap_or_default();
    DropoffChart { title: String::new(), note: String::new(), ..found }
}

/// The chart for a file: light, with a title, the definition and the source, and without what may not be given away.
fn file_scene(map: &Map, shaper: &Shaper) -> Scene {
    let chart = dropoff_chart(map, Reader::Client).unwrap_or_default();
    charts::dropoff(&chart, FILE_SIZE, shaper, &Theme::light())
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

    #[test]
    fn a_chart_is_saved_with_its_source_in_every_format() {
        let map = measured_map();
        let folder = tempfile::tempdir().unwrap();
        let made = Moment { year: 2026, month: 11, day: 3, hour: 0, minute: 0, second: 0 };
        for format in Format::ALL {
            let mut chart = Chart::default();
            let path = folder.path().join(format!("chart.{}", format.extension()));
            chart.save(&map, &Shaper::bundled(), format, made, path.clone(), Vec::new());
            let written = std::iter::repeat_with(|| {
                std::thread::yield_now();
                chart.take_saved()
            })
            .find_map(|saved| saved);
            assert_eq!(written, Some(Ok(path.clone())));
            assert!(!chart.is_saving());
            let bytes = std::fs::read(&path).unwrap();
            if format == Format::Svg {
                assert!(String::from_utf8_lossy(&bytes).contains("viewing-events.csv"));
            }
        }
    }
}
