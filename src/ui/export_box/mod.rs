//! The dialog that exports the board: format, page, audience, and the page as it will be, live.

use std::path::PathBuf;

use egui::{Context, Id, Modal, ProgressBar, RichText, Ui, vec2};

use super::widgets::{caption_ui, chip_ui, combo_ui, primary_button_ui, secondary_button_ui, title_ui};
use super::{screen, style};
use crate::export::{Date, Format};
use crate::layout::numbers;
use crate::model::Map;
use crate::scene::{PageSize, Scene};
use crate::session::export::{ExportJob, ExportSettings, picture};
use crate::text::Shaper;

/// What the dialog remembers.
#[derive(Debug, Default)]
pub struct ExportView {
    pub settings: ExportSettings,
    /// The preview, and what it was made from.
    preview: Option<(ExportSettings, Scene)>,
    /// The export under way, and for which file.
    job: Option<ExportJob>,
    problem: Option<String>,
}

/// What the person decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Close,
    /// Ask where to put the file, proposing this name.
    AskPath {
        file_name: String,
        format: Format,
    },
    /// The file is there.
    Written(PathBuf),
}

const SCALES: [f32; 5] = [1.0, 2.0, 3.0, 4.0, 8.0];

impl ExportView {
    /// For an audience, with the settings of the last time.
    pub fn open(&mut self, segment: Option<crate::model::SegmentId>) {
        self.settings.segment = segment;
        self.preview = None;
        self.job = None;
        self.problem = None;
    }

    /// Paints and writes the file, off the frame, once the person has said where it goes.
    pub fn start(&mut self, map: &Map, shaper: &Shaper, made: Date, path: PathBuf) {
        self.problem = None;
        self.job = Some(ExportJob::start(picture(map, &self.settings, shaper), self.settings, made, path));
    }
}

/// Shows the dialog over the window, until it gives back an outcome.
pub fn export_ui(ctx: &Context, view: &mut ExportView, map: &Map, shaper: &Shaper) -> Option<Outcome> {
    let room = ctx.content_rect().size();
    let size = vec2((room.x - 96.0).min(1120.0), (room.y - 96.0).min(720.0));
    if view.preview.as_ref().is_none_or(|(made_from, _)| *made_from != view.settings) {
        view.preview = Some((view.settings, picture(map, &view.settings, shaper)));
    }
    let mut outcome = finished(view);
    let shown = Modal::new(Id::unique("export")).show(ctx, |ui| {
        ui.set_width(size.x);
        ui.set_height(size.y);
        title_ui(ui, "Export");
        ui.add_space(8.0);
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(232.0, size.y - 60.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(232.0);
                    ui.add_enabled_ui(view.job.is_none(), |ui| settings_ui(ui, view, map));
                    ui.add_space(16.0);
                    if let Some(decided) = decide_ui(ui, view, map) {
                        outcome = Some(decided);
                    }
                });
            });
            ui.add_space(24.0);
            preview_ui(ui, view, vec2(size.x - 256.0, size.y - 60.0));
        });
    });
    if view.job.is_some() {
        ctx.request_repaint_after(std::time::Duration::from_millis(50));
    }
    let closed = shown.should_close().then_some(Outcome::Close);
    outcome.or(closed)
}

/// What a finished export gives.
fn finished(view: &mut ExportView) -> Option<Outcome> {
    let result = view.job.as_ref()?.poll()?;
    view.job = None;
    match result {
        Ok(path) => Some(Outcome::Written(path)),
        Err(problem) => {
            view.problem = Some(problem);
            None
        }
    }
}

fn settings_ui(ui: &mut Ui, view: &mut ExportView, map: &Map) {
    let theme = style::theme(ui.ctx());
    let settings = &mut view.settings;
    caption_ui(ui, "Format");
    ui.horizontal(|ui| {
        for (format, name) in [(Format::Pdf, "PDF"), (Format::Png, "PNG"), (Format::Svg, "SVG")] {
            if chip_ui(ui, name, "", settings.format == format).clicked() {
                settings.format = format;
            }
        }
    });
    ui.add_space(12.0);
    if settings.format != Format::Svg {
        caption_ui(ui, "Page");
        ui.horizontal_wrapped(|ui| {
            for (page, name) in [
                (PageSize::Slide, "16:9 slide"),
                (PageSize::A4, "A4"),
                (PageSize::A3, "A3"),
                (PageSize::Fit, "Whole board"),
            ] {
                if chip_ui(ui, name, "", settings.page == page).clicked() {
                    settings.page = page;
                }
            }
        });
        ui.add_space(12.0);
    }
    if settings.format == Format::Png && settings.page == PageSize::Fit {
        caption_ui(ui, "Scale");
        ui.horizontal_wrapped(|ui| {
            for scale in SCALES {
                if chip_ui(ui, &format!("{scale:.0}×"), "", settings.scale == scale).clicked() {
                    settings.scale = scale;
                }
            }
        });
        ui.add_space(12.0);
    }
    let segments = map.segments_in_order();
    if !segments.is_empty() {
        let chosen = settings.segment.and_then(|id| map.segments.get(&id)).map_or("All audiences", |s| s.name.as_str());
        combo_ui(ui, "Audience", chosen, |ui| {
            if ui.selectable_label(settings.segment.is_none(), "All audiences").clicked() {
                settings.segment = None;
            }
            for (id, segment) in &segments {
                if ui.selectable_label(settings.segment == Some(*id), &segment.name).clicked() {
                    settings.segment = Some(*id);
                }
            }
        });
        ui.add_space(12.0);
    }
    let line = match settings.format {
        Format::Pdf => "Vector, with text that can be selected and searched, and tags for screen readers.",
        Format::Png => "Sharp pixels for a deck or a chat.",
        Format::Svg => "The whole board for a drawing program.",
    };
    ui.label(RichText::new(line).font(style::small()).color(style::color(theme.muted)));
}

fn decide_ui(ui: &mut Ui, view: &mut ExportView, map: &Map) -> Option<Outcome> {
    let theme = style::theme(ui.ctx());
    if let Some(problem) = &view.problem {
        ui.label(RichText::new(problem).font(style::body()).color(style::color(theme.bad_ink)));
        ui.add_space(8.0);
    }
    if let Some(job) = &view.job {
        ui.add(ProgressBar::new(job.fraction()).desired_width(200.0).text("Painting…"));
        ui.add_space(8.0);
        if secondary_button_ui(ui, "Cancel").clicked() {
            view.job = None;
        }
        return None;
    }
    let mut outcome = None;
    ui.horizontal(|ui| {
        if primary_button_ui(ui, "Export…").clicked() {
            outcome = Some(Outcome::AskPath { file_name: view.settings.file_name(map), format: view.settings.format });
        }
        if secondary_button_ui(ui, "Close").clicked() {
            outcome = Some(Outcome::Close);
        }
    });
    outcome
}

/// The page on a ground, as large as there is room.
fn preview_ui(ui: &mut Ui, view: &ExportView, room: egui::Vec2) {
    let theme = style::theme(ui.ctx());
    let Some((settings, scene)) = &view.preview else { return };
    ui.vertical(|ui| {
        ui.set_width(room.x);
        let caption = 24.0;
        let zoom =
            ((room.x - 2.0) / scene.size.width.max(1.0)).min((room.y - caption - 2.0) / scene.size.height.max(1.0));
        let size = vec2(scene.size.width, scene.size.height) * zoom.clamp(0.01, 1.0);
        let (place, _) = ui.allocate_exact_size(vec2(room.x, room.y - caption), egui::Sense::hover());
        let page = egui::Rect::from_center_size(place.center(), size);
        let painter = ui.painter_at(page.expand(1.0));
        painter.rect_filled(page, 0.0, egui::Color32::WHITE);
        screen::paint(&painter, scene, screen::View::new(page.min, zoom.clamp(0.01, 1.0)));
        painter.rect_stroke(page, 0.0, style::hairline(&theme), egui::StrokeKind::Outside);
        let said = size_text(settings, scene);
        ui.vertical_centered(|ui| {
            ui.label(RichText::new(said).font(style::small()).color(style::color(theme.muted)));
        });
    });
}

/// `960 × 540 pt`, `3,840 × 2,160 pixels`.
fn size_text(settings: &ExportSettings, scene: &Scene) -> String {
    match settings.format {
        Format::Png => {
            let raster = crate::export::Raster::for_page(settings.page(), scene.size, settings.scale);
            let width = numbers::count(u64::from(raster.width_px));
            format!("{width} × {} pixels", numbers::count(u64::from(raster.height_px)))
        }
        Format::Pdf | Format::Svg => {
            format!("{:.0} × {:.0} pt", scene.size.width * 0.75, scene.size.height * 0.75)
        }
    }
}
