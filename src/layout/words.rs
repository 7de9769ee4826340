//! The board in words: what a screen reader says of each part.

use super::sheet::Sheet;
use crate::figures::FigureRow;
use crate::figures::scorecard::MetricRow;
use crate::model::*;
use crate::scene::Label;

pub(super) fn stage(map: &Map, id: StageId, stage: &Stage) -> String {
    let order = map.stages_in_order();
    let place = order.iter().position(|(other, _)| *other == id).map_or(0, |place| place + 1);
    let mut words = vec![format!("Stage {}", stage.name), format!("{place} of {}", order.len())];
    if !stage.goal.is_empty() {
        words.push(stage.goal.clone());
    }
    words.join(", ")
}

/// With [`Label::PLACE`] and [`Label::COUNT`] for its place in the cell and the cell's cards.
pub(super) fn touchpoint(sheet: &Sheet, id: TouchpointId, card: &Touchpoint) -> String {
    let (place, count) = (Label::PLACE, Label::COUNT);
    let segment = sheet.segment;
    let mut words = vec![format!("Touchpoint {}", card.title)];
    words.push(format!("stage {}", sheet.stage_name(card.stage)));
    words.push(format!("{place} of {count}"));
    if !card.detail.is_empty() {
        words.push(card.detail.clone());
    }
    words.push(card.channel.name().to_owned());
    if let Some(emotion) = card.emotion_of(segment) {
        words.push(feeling(emotion));
    }
    let flags: Vec<String> =
        sheet.flags_on(FlagTarget::Touchpoint(id)).iter().map(|(_, flag)| self::flag(flag)).collect();
    if !flags.is_empty() {
        words.push(format!("flags {}", flags.join(", ")));
    }
    words.push(if card.evidence.is_empty() { "assumption" } else { "evidence" }.to_owned());
    if !card.is_for(segment) {
        words.push("not met by this audience".to_owned());
    }
    words.join(", ")
}

pub(super) fn flag(flag: &Flag) -> String {
    format!("{} {}", flag.code(), flag.status.name())
}

/// `emotion −2.4 frustrated`.
pub(super) fn feeling(emotion: &Emotion) -> String {
    let word = if emotion.word.is_empty() { String::new() } else { format!(" {}", emotion.word) };
    format!("emotion {}{word}", emotion.score.text())
}

pub(super) fn pain_point(pain: &PainPoint) -> String {
    format!("Pain point, {}, {}", pain.severity.name(), pain.text)
}

pub(super) fn action(map: &Map, action: &Action) -> String {
    let mut words = vec![format!("Action {}", action.title), action.horizon.name().to_owned()];
    if !action.owner.is_empty() {
        words.push(format!("owner {}", action.owner));
    }
    if let Some(due) = action.due {
        words.push(format!("due {}", due.long()));
    }
    if let Some(card) = action.touchpoint.and_then(|id| map.touchpoints.get(&id)) {
        words.push(format!("for {}", card.title));
    }
    words.join(", ")
}

pub(super) fn metric(sheet: &Sheet, metric: &Metric, row: &MetricRow) -> String {
    let mut words = vec![format!("Metric {}", metric.title()), format!("stage {}", sheet.stage_name(metric.stage))];
    if let Some(figure) = row.figure {
        words.push(row.text.figure.clone());
        if figure.estimate().is_some() {
            words.push(format!("95 % interval {}", row.text.interval));
        }
        words.push(row.text.counted.clone());
    }
    if row.trend.is_some() {
        words.push(format!("trend {}", row.text.trend));
    }
    words.push(format!("target {}", row.text.target));
    words.push(row.text.verdict.clone());
    words.push(metric.benchmark().to_owned());
    words.join(", ")
}

pub(super) fn drop_off(map: &Map, row: &FigureRow) -> String {
    let mut words = vec![format!("Drop-off after {}", row.name)];
    if let (Some(rate), Some(dropped), Some(reached)) = (row.rate, row.dropped, row.reached) {
        words.push(format!("measured {}", row.text.rate));
        words.push(format!(
            "95 % interval {} to {}",
            crate::figures::numbers::rate(rate.low),
            crate::figures::numbers::rate(rate.high)
        ));
        words.push(format!(
            "{} of {} {}",
            crate::figures::numbers::count(dropped),
            crate::figures::numbers::count(reached),
            row.counted
        ));
    }
    if let Some(open) = row.open_text() {
        words.push(open.to_owned());
    }
    if row.too_few && row.rate.is_none() {
        words.push(match &row.few {
            Some(few) => format!("no figure: {few}"),
            None => "too few customers for a figure".to_owned(),
        });
    } else if row.protects && row.rate.is_none() {
        words.push("figure left out, since one of too few could be worked out from it".to_owned());
    }
    if row.median_secs.is_some() {
        words.push(format!("median time to the next stage {}", row.text.median));
    }
    if row.estimate.is_some() {
        words.push(format!("estimated {}", row.text.estimate));
        let estimate = map.stages.get(&row.stage).and_then(|stage| stage.estimate.as_ref());
        if let Some(estimate) = estimate {
            if !estimate.reason.is_empty() {
                words.push(estimate.reason.clone());
            }
            if let Some(card) = estimate.cause.and_then(|id| map.touchpoints.get(&id)) {
                words.push(format!("caused by {}", card.title));
            }
        }
    }
    words.join(", ")
}
