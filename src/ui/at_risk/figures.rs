//! The rule with its two limits, and how it does: size, precision, recall, lead time, cohort; for all and by segment.

use egui::{Grid, Label, RichText, Slider, Ui};
use touchline_words::{Said, said, say};

use crate::behaviour::churn::rule::{AtRisk, RiskFigures, Rule};
use crate::figures::{differences, group_name, numbers};
use crate::scene::FaceStyle;
use crate::session::at_risk::AtRiskFile;
use crate::session::flows::AtRiskMsg;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, link_button_ui, muted_ui};

/// How far the sliders go at least.
const LEAST_DAYS: u32 = 30;
const MOST_DAYS: u32 = 180;

const DEFINITION: Said = said::ui_at_risk_definition;

pub(super) fn figures_ui(ui: &mut Ui, file: &AtRiskFile, asked: &mut Vec<AtRiskMsg>) {
    let Some(signals) = file.signals() else { return };
    let (has_login, has_completion, has_consent) = (signals.has_login, signals.has_completion, signals.has_consent);
    let (longest, deepest) = signals.reach();
    ui.horizontal(|ui| {
        caption_ui(ui, say!(ui_at_risk_who));
        ui.add_space(8.0);
        link_button_ui(ui, say!(ui_how_counted)).on_hover_text(DEFINITION.text());
    });
    let mut rule = file.rule();
    let days = longest.clamp(LEAST_DAYS, MOST_DAYS);
    let width = (ui.available_width() - 300.0).clamp(120.0, 420.0);
    Grid::new("rule").num_columns(2).spacing([14.0, 8.0]).show(ui, |ui| {
        ui.spacing_mut().slider_width = width;
        ui.spacing_mut().slider_rail_height = 4.0;
        let theme = style::theme(ui.ctx());
        // The rail stands out from the box that it lies in.
        ui.visuals_mut().widgets.inactive.bg_fill = style::color(theme.hairline);
        ui.visuals_mut().selection.bg_fill = style::color(theme.accent);
        let mut limit_ui = |able: bool, label: &str, slider: Slider<'_>| {
            let name = ui.add_enabled(able, Label::new(RichText::new(label).font(style::body())));
            ui.add_enabled(able, slider).labelled_by(name.id);
            ui.end_row();
        };
        limit_ui(has_login, say!(ui_at_risk_no_login), Slider::new(&mut rule.days, 0..=days).trailing_fill(true));
        let points = deepest.clamp(20, 100);
        limit_ui(has_completion, say!(ui_at_risk_fell_by), Slider::new(&mut rule.fall, 0..=points).trailing_fill(true));
    });
    asked.extend((rule != file.rule()).then_some(AtRiskMsg::Hold(rule)));
    ui.add_space(8.0);
    let Some(found) = file.figures() else { return };
    tiles_ui(ui, &found.all, file.rule(), has_consent);
    ui.add_space(10.0);
    if !found.segments.is_empty() {
        segments_ui(ui, found);
    }
}

/// Five figures beside each other, each with what it is of.
fn tiles_ui(ui: &mut Ui, all: &RiskFigures, rule: Rule, has_consent: bool) {
    let share = |share: Option<crate::behaviour::statistics::Interval>| match share {
        Some(share) => (numbers::rate(share.rate), numbers::interval(&share)),
        None => (numbers::NONE.to_owned(), String::new()),
    };
    let (precision, precision_ends) = share(all.precision);
    let (recall, recall_ends) = share(all.recall);
    let lead = match all.lead_days {
        Some(days) => say!(ui_at_risk_days, days = numbers::plain(days)),
        None => numbers::NONE.to_owned(),
    };
    let lead_of = if rule.days > 0 { say!(ui_at_risk_before_cancelling) } else { say!(ui_at_risk_after_login) };
    let (cohort, cohort_of) = match has_consent {
        true => (numbers::count(all.cohort), say!(ui_at_risk_of_still_there, count = numbers::count(all.still_there))),
        false => (numbers::NONE.to_owned(), say!(ui_at_risk_no_consent).to_owned()),
    };
    let of = say!(ui_at_risk_of_customers, count = numbers::count(all.customers));
    let tiles = [
        (say!(ui_at_risk_at_risk), numbers::count(all.at_risk), of),
        (say!(ui_at_risk_precision), precision, precision_ends),
        (say!(ui_at_risk_recall), recall, recall_ends),
        (say!(ui_at_risk_lead_time), lead, lead_of.to_owned()),
        (say!(ui_at_risk_cohort), cohort, cohort_of),
    ];
    ui.columns(tiles.len(), |columns| {
        for (ui, (name, figure, of)) in columns.iter_mut().zip(tiles) {
            let theme = style::theme(ui.ctx());
            ui.spacing_mut().item_spacing.y = 1.0;
            muted_ui(ui, name);
            let figure = RichText::new(figure).font(style::font(FaceStyle::Bold, size::BIG_FIGURE));
            ui.add(Label::new(figure.color(style::color(theme.ink))).truncate());
            muted_ui(ui, &of);
        }
    });
}

/// The same for each segment; those of too few in grey, without shares.
fn segments_ui(ui: &mut Ui, found: &AtRisk) {
    let theme = style::theme(ui.ctx());
    let head = |ui: &mut Ui, text: &str| {
        let font = style::font(FaceStyle::SemiBold, size::UI_SMALL);
        ui.label(RichText::new(text).font(font).color(style::color(theme.muted)));
    };
    Grid::new("risk by segment").num_columns(6).min_row_height(20.0).spacing([26.0, 2.0]).show(ui, |ui| {
        for text in [
            say!(ui_col_segment),
            say!(ui_at_risk_at_risk),
            say!(ui_at_risk_precision),
            say!(ui_at_risk_recall),
            say!(ui_at_risk_lead_time),
            say!(ui_at_risk_cohort),
        ] {
            head(ui, text);
        }
        ui.end_row();
        for figures in &found.segments {
            let ink = style::color(if figures.too_few { theme.muted } else { theme.ink });
            let share = |share| match figures.too_few {
                true => differences::TOO_FEW.text().to_owned(),
                false => differences::share(share),
            };
            let lead = figures
                .lead_days
                .map_or_else(|| numbers::NONE.to_owned(), |days| say!(ui_at_risk_days, days = numbers::plain(days)));
            let cells = [
                shortened(group_name(&figures.name)),
                say!(ui_at_risk_of, count = numbers::count(figures.at_risk), all = numbers::count(figures.customers)),
                share(figures.precision.as_ref()),
                share(figures.recall.as_ref()),
                lead,
                numbers::count(figures.cohort),
            ];
            ui.spacing_mut().interact_size.y = 18.0;
            for cell in cells {
                ui.add(Label::new(RichText::new(cell).font(style::body()).color(ink)).extend());
            }
            ui.end_row();
        }
    });
}

/// A name of at most so many letters: a segment is a value out of a file.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 28;
    match name.chars().count() > LONGEST {
        true => name.chars().take(LONGEST - 1).chain(['…']).collect(),
        false => name.to_owned(),
    }
}
