//! A file that is no log of events: what it is and why, what it says, and what laying it over the map would do.

use egui::{Align, RichText, Ui};

use super::{cells, rows_text};
use crate::behaviour::shapes::funnel::FunnelStage;
use crate::behaviour::shapes::{Shape, ShapeReport};
use crate::behaviour::statistics::Interval;
use crate::layout::numbers;
use crate::scene::FaceStyle;
use crate::session::import::Import;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{link_button_ui, muted_ui};

/// Height of a row of figures.
const ROW: f32 = 26.0;
/// Names of the file that the map lacks, as many as are told.
const MISSED: usize = 8;
/// Where the columns of the figures end, as shares of the width; the first one's text begins at the left.
const ENDS: [f32; 5] = [0.40, 0.54, 0.68, 0.80, 1.0];

pub(super) fn shape_ui(ui: &mut Ui, import: &mut Import) {
    let Some(found) = import.other_shape().cloned() else { return };
    let heading = style::font(FaceStyle::SemiBold, size::UI);
    ui.label(RichText::new(format!("This is {}", found.shape.name())).font(heading));
    ui.horizontal_wrapped(|ui| {
        muted_ui(ui, &format!("It is taken for that because {}.", found.reason));
        if link_button_ui(ui, "Read it as a log of events").clicked() {
            import.read_as_log();
        }
    });
    ui.add_space(12.0);
    if found.shape == Shape::ChurnSignals {
        ui.label(RichText::new("At-risk cohort…, in the Data menu, reads it.").font(style::body()));
        return;
    }
    if let Some(report) = import.shape_report() {
        figures_ui(ui, report);
    }
    laid_ui(ui, import);
}

/// What was read, and the stages if the file has some.
fn figures_ui(ui: &mut Ui, report: &ShapeReport) {
    let rows = &report.rows;
    cells::caption_row_ui(ui, "What it says", "");
    let read = format!("{} of {} rows used", rows_text(rows.used), rows_text(rows.read));
    let reasons = rows.reasons.iter().map(|reason| format!("{} {}", rows_text(reason.count), reason.reason));
    ui.label(RichText::new(std::iter::once(read).chain(reasons).collect::<Vec<_>>().join(" · ")).font(style::body()));
    if let Some(total) = report.figures.funnel().and_then(|funnel| funnel.total()) {
        row_ui(ui, &["Stage", "Reached", "Dropped", "Rate", "95 % interval"].map(str::to_owned), true);
        for stage in &total.stages {
            row_ui(ui, &stage_texts(stage), false);
        }
    }
    muted_ui(ui, report.definition);
    ui.add_space(12.0);
}

fn stage_texts(stage: &FunnelStage) -> [String; 5] {
    let none = || numbers::NONE.to_owned();
    let interval = match (stage.rate, stage.low, stage.high) {
        (Some(rate), Some(low), Some(high)) => numbers::interval(&Interval { rate, low, high }),
        _ => none(),
    };
    [
        stage.name.clone(),
        rows_text(stage.reached),
        stage.dropped.map_or_else(none, rows_text),
        stage.rate.map_or_else(none, numbers::rate),
        interval,
    ]
}

fn row_ui(ui: &mut Ui, texts: &[String; 5], is_head: bool) {
    let theme = style::theme(ui.ctx());
    let row = cells::row_ui(ui, ROW);
    let (font, ink) = if is_head { (style::small(), theme.muted) } else { (style::body(), theme.ink) };
    let starts = std::iter::once(0.0).chain(ENDS);
    for (nth, ((start, end), text)) in starts.zip(ENDS).zip(texts).enumerate() {
        let place = cells::part(row, row.width() * start, row.width() * end - 8.0);
        let align = if nth == 0 { Align::Min } else { Align::Max };
        cells::text_ui(ui, place, align, text, font.clone(), style::color(ink));
    }
}

/// What laying it over the map would do, and the names that the map lacks.
fn laid_ui(ui: &mut Ui, import: &Import) {
    let Some(laid) = import.shape_laid() else { return };
    let theme = style::theme(ui.ctx());
    cells::caption_row_ui(ui, "On the map", "");
    let counts_stages = import.shape_report().is_some_and(|report| report.figures.funnel().is_some());
    let (said, ink) = match laid {
        Ok(_) if counts_stages => {
            ("The stages of the same names get these figures, in place of any that they have.".to_owned(), theme.ink)
        }
        Ok(laid) if laid.touched == 1 => ("One record of the map changes.".to_owned(), theme.ink),
        Ok(laid) => (format!("{} records of the map change.", laid.touched), theme.ink),
        Err(problem) => (format!("It cannot be laid over this map: {problem}."), theme.warn_ink),
    };
    ui.add(egui::Label::new(RichText::new(said).font(style::body()).color(style::color(ink))).wrap());
    let Ok(laid) = laid else { return };
    for missed in laid.unmatched.iter().take(MISSED) {
        let nearest = missed.nearest.as_ref().map_or(String::new(), |nearest| format!("; the nearest is “{nearest}”"));
        muted_ui(ui, &format!("Nothing on the map is called “{}”{nearest}", missed.name));
    }
    if laid.unmatched.len() > MISSED {
        muted_ui(ui, &format!("and {} more", laid.unmatched.len() - MISSED));
    }
}
