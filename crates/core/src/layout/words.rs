//! The board in words: what a screen reader says of its stages, flags, feelings and losses. What it says of cards and notes stands
//! beside their looks, from which alone it is made.

use touchline_words::say;

use super::context::Context;
use crate::figures::definition::days;
use crate::figures::{FigureRow, numbers};
use crate::model::*;

pub(super) fn stage(context: &Context, id: StageId, stage: &Stage) -> String {
    let order = context.map.stages_in_order();
    let place = order.iter().position(|(other, _)| *other == id).map_or(0, |place| place + 1);
    let mut words = vec![say!(kind_stage_said, stage = stage.name), say!(layout_say_place, place, count = order.len())];
    if !stage.goal.is_empty() && !context.thrift.goals {
        words.push(stage.goal.clone());
    }
    if stage.folded {
        words.push(say!(layout_say_folded).to_owned());
    }
    let facts = facts(stage);
    if !facts.is_empty() {
        words.push(facts);
    }
    words.join(", ")
}

/// `pending · self-service · 3 Aug – 1 Nov 2026`, as far as somebody has said so.
pub(super) fn facts(stage: &Stage) -> String {
    let pending = stage.pending.then(|| say!(layout_pending).to_owned());
    let zone = (stage.zone != Zone::Unsaid).then(|| stage.zone.name().to_owned());
    let period = stage.period.map(|period| days(period.from, period.to));
    let said: Vec<String> = [pending, zone, period].into_iter().flatten().collect();
    said.join(" · ")
}

pub(super) fn flag(status: FlagStatus, code: &str) -> String {
    format!("{code} {}", status.name())
}

/// `emotion −2.4 frustrated`.
/// The word stands in the inspector alone, and no page shows it.
pub(super) fn feeling(context: &Context, score: Score, word: &str) -> String {
    let word = if word.is_empty() || !context.is_editor() { String::new() } else { format!(" {word}") };
    say!(layout_say_emotion, score = numbers::score(score), word)
}

pub(super) fn drop_off(context: &Context, row: &FigureRow) -> String {
    let (map, segment) = (context.map, context.segment);
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
    // What the inspector tells is on no page.
    if row.median_secs.is_some() && context.is_editor() {
        words.push(say!(layout_say_median, median = row.text.median));
    }
    if row.estimate.is_some() {
        let estimate = &row.text.estimate;
        words.push(match segment {
            Some(_) => say!(layout_say_estimated_all, estimate),
            None => say!(layout_say_estimated, estimate),
        });
        let estimate = map.stages.get(&row.stage).and_then(|stage| stage.estimate.as_ref());
        if let Some(estimate) = estimate.filter(|_| context.is_editor()) {
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

#[cfg(test)]
mod tests {
    use crate::layout::{Lens, Target, arrange};
    use crate::model::{Lane, LaneId, LaneKind, Map, Rank, Stage, StageId};
    use crate::scene::{Item, Kind, Parts};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use touchline_words::direction::runs_right_to_left;
    use touchline_words::{Language, in_language, say};

    fn cut(items: &[Item], found: &mut Vec<String>) {
        for item in items {
            match item {
                Item::Text(line) => found.extend(line.text.ends_with('…').then(|| line.text.to_string())),
                Item::Paragraph(words) => found.extend(words.is_cut().then(|| words.text.to_string())),
                Item::Group(group) => cut(&group.items, found),
                Item::Tagged(tagged) => cut(&tagged.items, found),
                Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
            }
        }
    }

    #[test]
    fn what_an_empty_board_says_of_itself_is_said_whole_in_each_language() {
        for language in [Language::English, Language::German] {
            for (stages, min_width) in [(0, 0.0), (0, 800.0), (1, 0.0), (3, 0.0), (3, 1600.0)] {
                let mut map = Map::default();
                for (nth, (kind, rank)) in LaneKind::ALL.into_iter().zip(Rank::spread(LaneKind::ALL.len())).enumerate()
                {
                    map.lanes.insert(LaneId(nth as u64), Lane::new(rank, kind));
                }
                for (nth, rank) in Rank::spread(stages).into_iter().enumerate() {
                    map.stages.insert(StageId(100 + nth as u64), Stage::new(rank, "Eins"));
                }
                let mut found = Vec::new();
                in_language(language, || {
                    let target = Target::Board { min_width };
                    let scene = arrange(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), &target);
                    cut(&scene.items, &mut found);
                });
                assert_eq!(found, Vec::<String>::new(), "{language:?}, {stages} stages, {min_width}");
            }
        }
    }

    #[test]
    fn a_place_in_a_stage_with_a_hebrew_name_is_told_in_the_order_of_the_programs_words() {
        let mut map = Map::default();
        map.lanes.insert(LaneId(1), Lane::new(Rank::middle(), LaneKind::Feeling));
        map.stages.insert(StageId(2), Stage::new(Rank::middle(), "שלום"));
        let target = Target::Board { min_width: 0.0 };
        let scene = arrange(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), &target);
        let parts = Parts::of(&scene);
        let cell = parts.iter().find(|part| part.tag().kind == Kind::Cell).unwrap();
        let told = cell.label().into_owned();
        assert!(told.contains("שלום") && told.ends_with(say!(lane_feeling)), "{told}");
        assert!(!runs_right_to_left(&told), "{told}");
    }
}
