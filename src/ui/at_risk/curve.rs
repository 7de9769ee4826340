//! How long customers stay, as a picture, and whether the groups differ.

use egui::{Ui, Vec2};
use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

use crate::behaviour::churn::retention::{GroupCurve, Retention};
use crate::charts::{SurvivalChart, SurvivalPoint, SurvivalSeries, survival};
use crate::figures::{differences, group_name, numbers};
use crate::scene::{Scene, Size};
use crate::session::at_risk::AtRiskFile;
use crate::text::Shaper;
use crate::ui::screen::scene_ui;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, muted_ui};

/// Of the window's height, so that the rule below it is seen as well.
const SHARE: f32 = 0.27;
/// The same where no rule stands below.
const SHARE_ALONE: f32 = 0.45;
const LEAST_HEIGHT: f32 = 150.0;
const MOST_HEIGHT: f32 = 280.0;
const MOST_HEIGHT_ALONE: f32 = 440.0;
/// The largest groups that are drawn; more lines than this tell nobody anything.
const MOST_GROUPS: usize = 6;

/// What a picture was drawn from: the scan, the size, and whether on dark.
type Key = (u64, (u32, u32), bool);

/// The picture, and what it was drawn from.
#[derive(Default)]
pub(super) struct Curve {
    drawn: Option<(Key, Scene)>,
}

impl Curve {
    pub(super) fn curve_ui(&mut self, ui: &mut Ui, file: &AtRiskFile, language: &str, shaper: &Shaper) {
        caption_ui(ui, say!(ui_at_risk_how_long));
        let Some(found) = file.retention() else {
            let words = say!(ui_at_risk_no_times);
            if file.busy().is_none() && file.problem().is_none() {
                muted_ui(ui, words);
            }
            ui.add_space(10.0);
            return;
        };
        let width = ui.available_width().floor();
        let (share, most) = if file.lacks_signals() { (SHARE_ALONE, MOST_HEIGHT_ALONE) } else { (SHARE, MOST_HEIGHT) };
        let height = (ui.ctx().content_rect().height() * share).clamp(LEAST_HEIGHT, most).floor();
        let theme = style::theme(ui.ctx());
        let key = (file.generation(), (width as u32, height as u32), theme.dark);
        if self.drawn.as_ref().is_none_or(|(made_from, _)| *made_from != key) {
            let scene = survival(&chart(found, language), Size::new(width, height), shaper, &theme);
            self.drawn = Some((key, scene));
        }
        if let Some((_, scene)) = &self.drawn {
            scene_ui(ui, scene, Vec2::new(width, height));
        }
        muted_ui(ui, &in_words(found)).on_hover_text(DEFINITION.text());
        ui.add_space(12.0);
    }
}

const DEFINITION: Said = said::ui_at_risk_curve_definition;

/// A time in a unit; the name of a column is no unit, and stands beside it.
fn time(amount: f64, unit: &str) -> String {
    let amount = numbers::plain(amount);
    let is_unit = ["day", "week", "month", "year"].iter().any(|known| unit.trim_end_matches('s') == *known);
    if is_unit { format!("{amount} {unit}") } else { format!("{amount} ({unit})") }
}

/// `Basic after 35 days (n = 3,875)`.
fn half_of(group: &GroupCurve, unit: &str) -> String {
    let when = group.curve.median().map_or_else(
        || say!(ui_at_risk_not_yet).to_owned(),
        |median| say!(ui_at_risk_after, time = time(median, unit)),
    );
    format!("{} {when} (n = {})", group_name(&group.name), numbers::count(group.customers))
}

/// All customers first, then the largest groups that are large enough, in their order.
fn chart(found: &Retention, language: &str) -> SurvivalChart {
    let series = |group: &GroupCurve| SurvivalSeries {
        name: if group.total { say!(ui_at_risk_all_customers).to_owned() } else { group_name(&group.name).to_owned() },
        total: group.total,
        steps: group
            .curve
            .steps
            .iter()
            .map(|step| SurvivalPoint { time: step.time, share: step.share, low: step.low, high: step.high })
            .collect(),
    };
    let mut sizes: Vec<u64> = shown(found).map(|group| group.customers).collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let least = sizes.get(MOST_GROUPS - 1).copied().unwrap_or(0);
    let total = found.groups.iter().filter(|group| group.total);
    let groups = shown(found).filter(|group| group.customers >= least).take(MOST_GROUPS);
    SurvivalChart {
        unit: found.unit.clone(),
        series: total.chain(groups).map(series).collect(),
        language: language.to_owned(),
    }
}

fn shown(found: &Retention) -> impl Iterator<Item = &GroupCurve> {
    found.groups.iter().filter(|group| !group.total && !group.too_few)
}

/// Medians, log-rank test, and groups that are left out.
fn in_words(found: &Retention) -> String {
    let all = found.groups.iter().find(|group| group.total);
    let median = all.and_then(|all| all.curve.median());
    let mut words = vec![match median {
        Some(median) => say!(ui_at_risk_half_left, time = time(median, &found.unit)),
        None => say!(ui_at_risk_fewer_than_half).to_owned(),
    }];
    let groups: Vec<String> = shown(found).take(MOST_GROUPS).map(|group| half_of(group, &found.unit)).collect();
    if groups.len() > 1 {
        words.push(say!(ui_at_risk_half_groups, groups = groups.listed(", ")));
    }
    if let Some(test) = &found.log_rank {
        let differ = if test.p < 0.05 { say!(ui_at_risk_differ) } else { say!(ui_at_risk_alike) };
        words.push(say!(ui_at_risk_log_rank, differ, p = differences::p_value(test.p)));
    }
    let left_out = found.groups.iter().filter(|group| group.too_few).count();
    if left_out > 0 {
        words.push(say!(ui_at_risk_left_out, left_out));
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_names_its_unit_and_a_column_that_is_none_stands_beside_it() {
        assert_eq!(time(56.0, "days"), "56 days");
        assert_eq!(time(1.5, "month"), "1.5 month");
        assert_eq!(time(56.0, "T"), "56 (T)");
    }
}
