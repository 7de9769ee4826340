//! The board in words: what a screen reader says of each part.

use touchline_words::say;

use super::context::Context;
use crate::figures::FigureRow;
use crate::figures::numbers;
use crate::figures::scorecard::MetricRow;
use crate::model::*;
use crate::scene::Label;

pub(super) fn stage(map: &Map, id: StageId, stage: &Stage) -> String {
    let order = map.stages_in_order();
    let place = order.iter().position(|(other, _)| *other == id).map_or(0, |place| place + 1);
    let mut words = vec![say!(kind_stage_said, stage = stage.name), say!(layout_say_place, place, count = order.len())];
    if !stage.goal.is_empty() {
        words.push(stage.goal.clone());
    }
    words.join(", ")
}

/// With [`Label::PLACE`] and [`Label::COUNT`] for its place in the cell and the cell's cards.
pub(super) fn touchpoint(context: &Context, id: TouchpointId, card: &Touchpoint) -> String {
    let (place, count) = (Label::PLACE, Label::COUNT);
    let segment = context.segment;
    let mut words = vec![say!(kind_touchpoint_said, title = card.title)];
    words.push(say!(layout_say_in_stage, stage = context.stage_name(card.stage)));
    words.push(say!(layout_say_place, place, count));
    if !card.detail.is_empty() {
        words.push(card.detail.clone());
    }
    words.push(card.channel.name().to_owned());
    if let Some(emotion) = card.emotion_of(segment) {
        words.push(feeling(emotion));
    }
    let flags: Vec<String> =
        context.flags_on(FlagTarget::Touchpoint(id)).iter().map(|(_, flag)| self::flag(flag)).collect();
    if !flags.is_empty() {
        words.push(say!(layout_say_flags, flags = flags.join(", ")));
    }
    words.push(
        if card.evidence.is_empty() { say!(layout_legend_assumption) } else { say!(layout_legend_evidence) }.to_owned(),
    );
    if !card.is_for(segment) {
        words.push(say!(layout_say_not_met).to_owned());
    }
    words.join(", ")
}

pub(super) fn flag(flag: &Flag) -> String {
    format!("{} {}", flag.code(), flag.status.name())
}

/// `emotion −2.4 frustrated`.
pub(super) fn feeling(emotion: &Emotion) -> String {
    let word = if emotion.word.is_empty() { String::new() } else { format!(" {}", emotion.word) };
    say!(layout_say_emotion, score = numbers::score(emotion.score), word)
}

pub(super) fn pain_point(pain: &PainPoint) -> String {
    say!(kind_pain_point_said, severity = pain.severity.name(), text = pain.text)
}

pub(super) fn action(map: &Map, action: &Action) -> String {
    let mut words = vec![say!(kind_action_said, title = action.title), action.horizon.name().to_owned()];
    if !action.owner.is_empty() {
        words.push(say!(kind_action_said_owner, owner = action.owner));
    }
    if let Some(due) = action.due {
        words.push(say!(kind_action_said_due, day = due.long()));
    }
    if let Some(card) = action.touchpoint.and_then(|id| map.touchpoints.get(&id)) {
        words.push(say!(kind_action_said_card, card = card.title));
    }
    words.join(", ")
}

pub(super) fn metric(context: &Context, metric: &Metric, row: &MetricRow) -> String {
    let mut words = vec![
        say!(kind_metric_said, title = metric.title()),
        say!(layout_say_in_stage, stage = context.stage_name(metric.stage)),
    ];
    if let Some(figure) = row.figure {
        words.push(row.text.figure.clone());
        if figure.estimate().is_some() {
            words.push(say!(kind_metric_said_interval, interval = row.text.interval));
        }
        words.push(row.text.counted.clone());
    }
    if row.trend.is_some() {
        words.push(say!(kind_metric_said_trend, trend = row.text.trend));
    }
    words.push(say!(kind_metric_said_target, target = row.text.target));
    words.push(row.text.verdict.clone());
    words.push(metric.benchmark().to_owned());
    words.join(", ")
}

pub(super) fn drop_off(map: &Map, row: &FigureRow) -> String {
    let mut words = vec![say!(layout_say_drop_off, stage = row.name)];
    if let (Some(rate), Some(dropped), Some(reached)) = (row.rate, row.dropped, row.reached) {
        words.push(say!(layout_say_measured, rate = row.text.rate));
        words.push(say!(
            layout_say_interval_between,
            low = crate::figures::numbers::rate(rate.low),
            high = crate::figures::numbers::rate(rate.high)
        ));
        words.push(say!(
            layout_say_of,
            dropped = crate::figures::numbers::count(dropped),
            reached = crate::figures::numbers::count(reached),
            counted = row.counted
        ));
    }
    if let Some(open) = row.open_text() {
        words.push(open.to_owned());
    }
    if row.too_few && row.rate.is_none() {
        words.push(match &row.few {
            Some(few) => say!(layout_say_no_figure, few),
            None => say!(layout_say_too_few).to_owned(),
        });
    } else if row.protects && row.rate.is_none() {
        words.push(say!(layout_say_left_out).to_owned());
    }
    if row.median_secs.is_some() {
        words.push(say!(layout_say_median, median = row.text.median));
    }
    if row.estimate.is_some() {
        words.push(say!(layout_say_estimated, estimate = row.text.estimate));
        let estimate = map.stages.get(&row.stage).and_then(|stage| stage.estimate.as_ref());
        if let Some(estimate) = estimate {
            if !estimate.reason.is_empty() {
                words.push(estimate.reason.clone());
            }
            if let Some(card) = estimate.cause.and_then(|id| map.touchpoints.get(&id)) {
                words.push(say!(layout_say_caused, card = card.title));
            }
        }
    }
    words.join(", ")
}
