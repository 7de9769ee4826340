//! How long customers stay, as a picture, and whether the groups differ.

use egui::{Ui, Vec2};

use crate::behaviour::churn::retention::{GroupCurve, Retention};
use crate::charts::{SurvivalChart, SurvivalPoint, SurvivalSeries, survival};
use crate::layout::{differences, numbers};
use crate::scene::{Scene, Size};
use crate::session::at_risk::AtRiskFile;
use crate::text::Shaper;
use crate::ui::screen::scene_ui;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, muted_ui};

/// Of the window's height, so that the rule below it is seen as well.
const SHARE: f32 = 0.27;
const LEAST_HEIGHT: f32 = 150.0;
const MOST_HEIGHT: f32 = 280.0;
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
        caption_ui(ui, "How long customers stay");
        let Some(found) = file.retention() else {
            let words =
                "The file does not say how long: it needs the day a customer came, or the time it has been one.";
            if file.busy().is_none() && file.problem().is_none() {
                muted_ui(ui, words);
            }
            ui.add_space(10.0);
            return;
        };
        let width = ui.available_width().floor();
        let height = (ui.ctx().content_rect().height() * SHARE).clamp(LEAST_HEIGHT, MOST_HEIGHT).floor();
        let theme = style::theme(ui.ctx());
        let key = (file.generation(), (width as u32, height as u32), theme.dark);
        if self.drawn.as_ref().is_none_or(|(made_from, _)| *made_from != key) {
            let scene = survival(&chart(found, language), Size::new(width, height), shaper, &theme);
            self.drawn = Some((key, scene));
        }
        if let Some((_, scene)) = &self.drawn {
            scene_ui(ui, scene, Vec2::new(width, height));
        }
        muted_ui(ui, &in_words(found)).on_hover_text(DEFINITION);
        ui.add_space(12.0);
    }
}

const DEFINITION: &str = "Kaplan–Meier: the share still there beyond each time. Band: 95 %, Greenwood’s variance on the \
log(−log) scale. Customers who are still there count up to the last day in the file. Groups of too few are left out.";

/// All customers first, then the largest groups that are large enough, in their order.
fn chart(found: &Retention, language: &str) -> SurvivalChart {
    let series = |group: &GroupCurve| SurvivalSeries {
        name: if group.total { "All customers".to_owned() } else { group.name.clone() },
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

/// Median, log-rank test, and groups that are left out.
fn in_words(found: &Retention) -> String {
    let all = found.groups.iter().find(|group| group.total);
    let median = all.and_then(|all| all.curve.median());
    let mut words = vec![match median {
        Some(median) => format!("Half have left after {} {}.", numbers::plain(median), found.unit),
        None => "Fewer than half leave while they are seen.".to_owned(),
    }];
    if let Some(test) = &found.log_rank {
        let differ = if test.p < 0.05 { "The groups differ" } else { "The groups cannot be told apart" };
        words.push(format!("{differ} (log-rank p {}).", differences::p_value(test.p)));
    }
    let left_out = found.groups.iter().filter(|group| group.too_few).count();
    if left_out > 0 {
        words.push(format!("{left_out} of too few left out."));
    }
    words.join(" ")
}
