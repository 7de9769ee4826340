//! A file that is no log of events: what it is and why, what it says, and what laying it over the map would do.

use egui::{Align, RichText, Ui, vec2};
use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

use super::asks::Asks;
use super::doubt::{AskedDates, open_dates, shape_doubt_ui};
use super::{cells, is_on_its_way, rows_text};
use crate::behaviour::recognise::SaidScale;
use crate::behaviour::shapes::funnel::FunnelStage;
use crate::behaviour::shapes::pipeline::{Share, step_called};
use crate::behaviour::shapes::{Figures, Shape, ShapeReport};
use crate::behaviour::statistics::Interval;
use crate::figures::numbers;
use crate::measure::Made;
use crate::model::{Date, Score};
use crate::scene::FaceStyle;
use crate::session::flows::ImportMsg;
use crate::session::import::Import;
use crate::theme::size;
use crate::ui::inspector::capital;
use crate::ui::rows_told::rows_told;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, combo_ui, entry_ui, muted_ui, question_ui, tick};

/// Height of a row of figures.
const ROW: f32 = 26.0;
/// Rows of figures that are shown.
const SHOWN: usize = 60;
/// Names of the file that the map lacks, as many as are told.
const MISSED: usize = 8;
/// Where the columns of the figures end, as shares of the width; the first one's text begins at the left.
const ENDS: [f32; 5] = [0.40, 0.54, 0.68, 0.80, 1.0];
fn heads_with_open() -> [&'static str; 5] {
    [say!(ui_col_stage), say!(ui_col_reached), say!(ui_col_moved_on), say!(ui_col_lost), say!(ui_col_still_open)]
}

/// Questions of which a person may say that they ask whether one would recommend.
const QUESTIONS: usize = 24;

/// Width of a choice.
const CHOICE: f32 = 300.0;
const GAP: f32 = 16.0;

/// What the file is read as, to be chosen; and whose stages show, where it has some for several segments.
fn choices_ui(ui: &mut Ui, import: &mut Asks<'_>, segment: &mut Option<String>) {
    let width = ((ui.available_width() - GAP) / 2.0).min(CHOICE);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.allocate_ui(vec2(width, 50.0), |ui| {
            ui.set_width(width);
            choice_ui(ui, import);
        });
        let funnel = import.shape_report().and_then(|report| report.figures.funnel());
        let Some(funnel) = funnel.filter(|funnel| funnel.segments.len() > 1) else { return };
        ui.allocate_ui(vec2(width, 50.0), |ui| {
            ui.set_width(width);
            let now = segment.clone().unwrap_or(EVERYBODY.text().to_owned());
            combo_ui(ui, say!(ui_import_stages_of), &now, |ui| {
                for one in &funnel.segments {
                    let name = Some(one.segment.clone()).filter(|_| !one.total);
                    let shown = name.as_deref().unwrap_or(EVERYBODY.text());
                    if entry_ui(ui, *segment == name, shown).clicked() {
                        *segment = name;
                    }
                }
            });
        });
    });
}

/// Questions answered from 0 to 10 whose words do not say that one is asked whether one would recommend: a person may say so.
fn nps_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(Figures::Survey(survey)) = import.shape_report().map(|report| &report.figures) else { return };
    let said = import.overrides().recommends.clone();
    let asked = survey.may_recommend.iter().filter(|name| !said.contains(name));
    let names: Vec<String> = said.iter().chain(asked).take(QUESTIONS).cloned().collect();
    if names.is_empty() {
        return;
    }
    ui.add_space(8.0);
    caption_ui(ui, say!(ui_import_nps));
    for name in names {
        let mut asks = said.contains(&name);
        if ui.add(tick(&mut asks, &name)).on_hover_text(say!(ui_import_nps_hint)).changed() {
            import.correct(|overrides| match asks {
                true => overrides.recommends.push(name.clone()),
                false => overrides.recommends.retain(|other| *other != name),
            });
        }
    }
}

/// Questions of whose scale nothing speaks, and which several fit: a person says on which they were answered.
fn scales_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(Figures::Survey(survey)) = import.shape_report().map(|report| report.figures.clone()) else { return };
    for open in survey.scales.iter().take(QUESTIONS) {
        ui.add_space(8.0);
        let said = say!(ui_import_scale_open, name = open.name, low = open.lowest, high = open.highest);
        question_ui(ui, &said, open.chosen.is_some(), |ui| {
            for (nth, scale) in open.readings.iter().enumerate() {
                let words = scale.words();
                let words = if nth == 0 { say!(ui_import_scale_likely, scale = words) } else { words };
                let is_chosen = open.chosen.is_some_and(|chosen| (chosen.low, chosen.high) == (scale.low, scale.high));
                if ui.radio(is_chosen, words).clicked() {
                    let said = SaidScale { of: Some(open.name.clone()), low: scale.low, high: scale.high };
                    import.correct(|overrides| {
                        overrides.scales.retain(|other| !other.is_of(&open.name));
                        overrides.scales.push(said);
                    });
                }
            }
        });
    }
}

/// Whether nobody has said yet on which scale some question was answered.
fn has_open_scale(import: &Import) -> bool {
    let Some(Figures::Survey(survey)) = import.shape_report().map(|report| &report.figures) else { return false };
    survey.scales.iter().any(|open| open.chosen.is_none())
}

/// How the total of all segments is called.
const EVERYBODY: Said = said::ui_all;

/// Every shape by its name. One that does not fit says why.
pub(super) fn choice_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let shape = import.shape();
    combo_ui(ui, say!(ui_import_read_file_as), &label(shape), |ui| {
        for other in Shape::ALL {
            if entry_ui(ui, other == shape, label(other)).clicked() {
                import.ask(ImportMsg::ReadAs(other));
            }
        }
    });
}

/// A shape's name as it stands in a list: `GA4 funnel export`.
fn label(shape: Shape) -> String {
    let name = shape.name();
    let articles = ["a ", "an ", "ein ", "eine "];
    let name = articles.into_iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) fn shape_ui(ui: &mut Ui, import: &mut Asks<'_>, segment: &mut Option<String>, asked: &mut Vec<AskedDates>) {
    let Some(shape) = import.other_shape() else { return };
    let heading = style::font(FaceStyle::SemiBold, size::UI);
    let guessed = import.guess().cloned().filter(|guess| guess.shape == shape);
    let (said, why) = match guessed {
        Some(guess) => {
            let other = guess.runner_up.map_or(String::new(), |other| say!(ui_import_could_be, other = other.name()));
            (say!(ui_import_this_is, shape = shape.name()), say!(ui_import_because, reason = guess.reason, other))
        }
        None => (say!(ui_import_shape_read_as, shape = shape.name()), say!(ui_import_you_chose).to_owned()),
    };
    ui.label(RichText::new(said).font(heading));
    muted_ui(ui, &why);
    ui.add_space(8.0);
    choices_ui(ui, import, segment);
    nps_ui(ui, import);
    scales_ui(ui, import);
    ui.add_space(12.0);
    shape_doubt_ui(ui, import, asked);
    if is_on_its_way(import) {
        return;
    }
    if shape == Shape::ChurnSignals {
        ui.label(RichText::new(say!(ui_import_at_risk_reads)).font(style::body()));
        return;
    }
    if let Some(report) = import.shape_report() {
        figures_ui(ui, report, segment.as_deref());
    }
    laid_ui(ui, import);
}

/// Whether nobody has to say how its dates are read.
pub(super) fn is_read_surely(import: &Import) -> bool {
    import.recognition().is_some_and(|found| open_dates(found).is_empty())
}

/// What was read, and the figures.
fn figures_ui(ui: &mut Ui, report: &ShapeReport, segment: Option<&str>) {
    let rows = &report.rows;
    cells::caption_row_ui(ui, say!(ui_import_what_it_says), "");
    let read = say!(ui_import_rows_used_of, used = rows_text(rows.used), read = rows_text(rows.read));
    ui.label(
        RichText::new(std::iter::once(read).chain(rows_told(rows)).collect::<Vec<_>>().listed(" · "))
            .font(style::body()),
    );
    for told in report.figures.told() {
        muted_ui(ui, &format!("{}.", capital(told)));
    }
    let (head, rows) = table_of(&report.figures, segment);
    row_ui(ui, &head.map(str::to_owned), true);
    rows.iter().take(SHOWN).for_each(|row| row_ui(ui, row, false));
    if rows.len() > SHOWN {
        muted_ui(ui, &say!(ui_and_more, n = rows.len() - SHOWN));
    }
    if let Some(said) = adds_up(&report.figures, segment) {
        muted_ui(ui, &said);
    } else {
        muted_ui(ui, report.definition);
    }
    ui.add_space(12.0);
}

/// How many records there are where some still stand open, and how the columns add up: `8,800 records. Reached = …`.
fn adds_up(figures: &Figures, segment: Option<&str>) -> Option<String> {
    let stages = funnel_stages(figures, segment).filter(|stages| has_open(stages))?;
    let most = rows_text(stages.iter().map(FunnelStage::came).max().unwrap_or(0));
    Some(say!(ui_import_adds_up, most))
}

fn has_open(stages: &[FunnelStage]) -> bool {
    stages.iter().any(|stage| stage.still_open.is_some_and(|open| open > 0))
}

/// The stages of a segment, or of everybody.
fn funnel_stages<'a>(figures: &'a Figures, segment: Option<&str>) -> Option<&'a [FunnelStage]> {
    let funnel = figures.funnel()?;
    let one = segment.and_then(|name| funnel.segments.iter().find(|one| !one.total && one.segment == name));
    Some(one.or(funnel.total())?.stages.as_slice())
}

/// The figures as rows: of a funnel the stages of a segment or of everybody, of anything else what the map would get.
fn table_of(figures: &Figures, segment: Option<&str>) -> ([&'static str; 5], Vec<[String; 5]>) {
    let empty = String::new;
    if let Some(stages) = funnel_stages(figures, segment) {
        if has_open(stages) {
            let mut rows: Vec<[String; 5]> = stages.iter().map(texts_with_open).collect();
            if matches!(figures, Figures::Pipeline(_)) {
                rows.iter_mut().for_each(|[name, ..]| *name = step_called(name).to_owned());
            }
            return (heads_with_open(), rows);
        }
        return (
            [say!(ui_col_stage), say!(ui_col_reached), say!(ui_col_dropped), say!(ui_col_rate), say!(ui_col_interval)],
            stages.iter().map(stage_texts).collect(),
        );
    }
    match figures {
        Figures::Survey(survey) => {
            let rows = survey.items.iter().map(|item| {
                let about = item.segment.as_ref().map_or(item.name.clone(), |one| format!("{}: {one}", item.name));
                let mean = item.mean.map_or_else(empty, |mean| numbers::fixed(mean, 2));
                let nps = item.nps.map_or_else(empty, |nps| numbers::points(nps.nps));
                let emotion = item.emotion_tenths.map_or_else(empty, |tenths| Score::from_tenths(tenths).text());
                [about, rows_text(item.answered), mean, nps, emotion]
            });
            (
                [say!(ui_col_about), say!(ui_col_answers), say!(ui_col_mean), say!(ui_col_nps), say!(ui_col_emotion)],
                rows.collect(),
            )
        }
        Figures::Completion(completion) => {
            let rows = completion.titles.iter().map(|title| share_texts(title.title.clone(), &title.share));
            (
                [
                    say!(ui_col_title),
                    say!(ui_col_started),
                    say!(ui_col_finished),
                    say!(ui_col_completion),
                    say!(ui_col_interval),
                ],
                rows.collect(),
            )
        }
        Figures::Themes(themes) => {
            let rows = themes.themes.iter().map(|found| {
                [found.theme.clone(), rows_text(found.tickets), empty(), empty(), found.touchpoint.clone()]
            });
            ([say!(ui_col_theme), say!(ui_col_tickets), "", "", say!(ui_col_touchpoint)], rows.collect())
        }
        Figures::Calendar(calendar) => {
            let day = |day: i64| Date::from_unix_secs(day.saturating_mul(86_400)).map_or_else(empty, Date::long);
            let rows = calendar.milestones.iter().map(|found| {
                [found.milestone.clone(), empty(), day(found.first_day), day(found.last_day), found.title.clone()]
            });
            (
                [say!(ui_col_milestone), "", say!(ui_col_first_day), say!(ui_col_last_day), say!(ui_col_title)],
                rows.collect(),
            )
        }
        Figures::Funnel(_) | Figures::History(_) | Figures::Pipeline(_) => ([""; 5], Vec::new()),
    }
}

fn share_texts(name: String, share: &Share) -> [String; 5] {
    let interval = share.rate.zip(share.low).zip(share.high);
    let interval = interval.map(|((rate, low), high)| numbers::interval(&Interval { rate, low, high }));
    let none = || numbers::NONE.to_owned();
    let rate = share.rate.map_or_else(none, numbers::rate);
    [name, rows_text(share.n), rows_text(share.count), rate, interval.unwrap_or_else(none)]
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

/// A stage where records may stand open: those in the last three columns make up the first.
fn texts_with_open(stage: &FunnelStage) -> [String; 5] {
    let none = || numbers::NONE.to_owned();
    let moved_on = stage.dropped.map(|dropped| stage.reached.saturating_sub(dropped));
    [
        stage.name.clone(),
        rows_text(stage.came()),
        moved_on.map_or_else(none, rows_text),
        stage.dropped.map_or_else(none, rows_text),
        stage.still_open.map_or_else(none, rows_text),
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
    cells::caption_row_ui(ui, say!(ui_import_on_the_map), "");
    if let Some(made) = import.shape_made() {
        return made_ui(ui, made);
    }
    let counts_stages = import.shape_report().is_some_and(|report| report.figures.funnel().is_some());
    let (said, ink) = match laid {
        Ok(_) if counts_stages => (say!(ui_import_same_names).to_owned(), theme.ink),
        Ok(laid) if laid.touched == 1 => (say!(ui_import_one_changes).to_owned(), theme.ink),
        Ok(laid) => (say!(ui_import_some_change, count = laid.touched), theme.ink),
        Err(_) if import.is_for_scorecard() && !has_open_scale(import) => {
            (say!(ui_import_lies_nowhere).to_owned(), theme.ink)
        }
        Err(problem) => (say!(ui_import_cannot_lay, problem), theme.warn_ink),
    };
    ui.add(egui::Label::new(RichText::new(said).font(style::body()).color(style::color(ink))).wrap());
    let Ok(laid) = laid else { return };
    for missed in laid.unmatched.iter().take(MISSED) {
        let nearest = missed.nearest.as_ref().map_or(String::new(), |nearest| say!(ui_import_nearest_is, nearest));
        muted_ui(ui, &say!(ui_import_none_called_near, name = missed.name, nearest));
    }
    if laid.unmatched.len() > MISSED {
        muted_ui(ui, &say!(ui_and_more, n = laid.unmatched.len() - MISSED));
    }
}

/// What making the file's own stages would do.
fn made_ui(ui: &mut Ui, made: &Result<Made, String>) {
    let theme = style::theme(ui.ctx());
    let (said, ink) = match made {
        Ok(made) => (say!(ui_import_can_be_made, names = made.stages.join(" → ")), theme.ink),
        Err(problem) => (say!(ui_import_cannot_be_made, problem), theme.warn_ink),
    };
    ui.add(egui::Label::new(RichText::new(said).font(style::body()).color(style::color(ink))).wrap());
    if let Some(made) = made.as_ref().ok().filter(|made| !made.segments.is_empty()) {
        muted_ui(ui, &say!(ui_import_segments_made, names = made.segments.listed(", ")));
    }
    let names = made.iter().flat_map(|made| &made.laid.unmatched).take(MISSED);
    for missed in names {
        muted_ui(ui, &say!(ui_import_nothing_called, name = missed.name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::progress::Progress;
    use crate::behaviour::recognise::{Overrides, recognise};
    use crate::behaviour::shapes::{guess::guess, read};
    use crate::behaviour::source::Source;

    #[test]
    fn every_segment_has_its_own_rows_and_every_shape_a_name_without_an_article() {
        let text = "stage,segment,entered\nAwareness,kids,60\nTrial,kids,30\nAwareness,fans,40\nTrial,fans,4\n";
        let source = Source::from_bytes("a.csv", text.as_bytes().to_vec(), std::time::SystemTime::now()).unwrap();
        let found = recognise(&source, &Overrides::default()).unwrap();
        let report = read(&source, &found, Shape::StageCounts, None, &Progress::default()).unwrap();
        let reached =
            |segment| table_of(&report.figures, segment).1.into_iter().map(|row| row[1].clone()).collect::<Vec<_>>();
        assert_eq!(reached(None), ["100", "34"]);
        assert_eq!(reached(Some("fans")), ["40", "4"]);
        assert_eq!(label(Shape::Ga4Funnel), "GA4 funnel export");
        assert_eq!(label(Shape::HubspotDeals), "Export of HubSpot deals");
        assert_eq!(label(Shape::Survey), "Survey");
    }

    #[test]
    fn where_deals_stand_open_the_columns_add_up_to_those_who_reached_the_stage() {
        let text = "opportunity_id,deal_stage,engage_date,close_date\n1,Prospecting,,\n2,Prospecting,,\n\
                    3,Engaging,2024-01-02,\n4,Won,2024-01-02,2024-02-01\n5,Lost,2024-01-03,2024-02-03\n";
        let source = Source::from_bytes("a.csv", text.as_bytes().to_vec(), std::time::SystemTime::now()).unwrap();
        let found = recognise(&source, &Overrides::default()).unwrap();
        let report = read(&source, &found, Shape::Pipeline, None, &Progress::default()).unwrap();
        let (heads, rows) = table_of(&report.figures, None);
        assert_eq!(heads, ["Stage", "Reached", "Moved on", "Lost", "Still open"]);
        assert_eq!(rows[0], ["Prospecting", "5", "3", "0", "2"]);
        assert_eq!(rows[1], ["Engaging", "3", "2", "0", "1"]);
        assert_eq!(rows[2], ["Closed", "2", "1", "1", "0"]);
        assert_eq!(rows[3], ["Won", "1", "–", "–", "–"]);
        assert!(adds_up(&report.figures, None).unwrap().starts_with("5 records. Reached: "));
    }

    fn rows_of(text: &str) -> Vec<[String; 5]> {
        let source = Source::from_bytes("a.csv", text.as_bytes().to_vec(), std::time::SystemTime::now()).unwrap();
        let found = recognise(&source, &Overrides::default()).unwrap();
        let shape = guess(&found).unwrap().shape;
        table_of(&read(&source, &found, shape, None, &Progress::default()).unwrap().figures, None).1
    }

    #[test]
    fn every_family_shows_its_figures_before_they_are_laid() {
        let stages = rows_of("stage,entered,completed\nAwareness,100,40\nTrial,40,10\n");
        assert_eq!(stages[0][..4], ["Awareness", "100", "60", "60.0 %"]);
        let survey = rows_of("touchpoint,score,scale\nTrailer,8,10\nTrailer,9,10\n");
        assert_eq!(survey[0][..3], ["Trailer", "2", "8.50"]);
        let titles = rows_of("title,type,started,finished\nOne,film,200,100\n");
        assert_eq!(titles[0][..4], ["One", "200", "100", "50.0 %"]);
        let themes = rows_of("theme,touchpoint,count\nRefunds,Checkout,12\n");
        assert_eq!(themes[0], ["Refunds", "12", "", "", "Checkout"]);
        let days = rows_of("title,milestone,date,territory\nOne,Premiere,2026-10-01,US\n");
        assert_eq!((days[0][0].as_str(), days[0][4].as_str()), ("Premiere", "One"));
    }
}
