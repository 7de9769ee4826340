//! Names of a file found on the map: the very name, one that looks the same, or the nearest.

use crate::model::{Map, SegmentId, StageId, TouchpointId};

/// How alike two names must be (Jaro–Winkler, 0 … 1) for one to be offered for the other.
const ALIKE: f64 = 0.82;
/// How alike two names must be to be taken for one another.
const NEAR: f64 = 0.95;
/// A title shorter than this is not looked for inside a sentence.
const SHORTEST_INSIDE: usize = 4;

/// Letters and digits in lower case: `Trial checkout`, `trial_checkout` and `TrialCheckout` are one name.
pub fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The stage that a name of a file means: one that lists it among its events, or whose card does; else one that is called
/// like it, or whose card is.
pub fn stage_called(map: &Map, name: &str) -> Option<StageId> {
    let wanted = plain(name);
    if wanted.is_empty() {
        return None;
    }
    let stages = map.stages_in_order();
    let is = |text: &String| plain(text) == wanted;
    let by_event = stages.iter().find(|(_, stage)| stage.events.iter().any(is));
    let by_name = || stages.iter().find(|(_, stage)| is(&stage.name));
    let by_card = || {
        let card = touchpoint_called(map, name)?;
        let stage = map.touchpoints.get(&card)?.stage;
        stages.iter().find(|(id, _)| *id == stage)
    };
    by_event.or_else(by_name).or_else(by_card).map(|(id, _)| *id)
}

/// The touchpoint that a name of a file means: one that lists it among its events, else one that is called like it.
pub fn touchpoint_called(map: &Map, name: &str) -> Option<TouchpointId> {
    let wanted = plain(name);
    if wanted.is_empty() {
        return None;
    }
    let is = |text: &String| plain(text) == wanted;
    let cards = || map.stages_in_order().into_iter().flat_map(|(id, _)| map.touchpoints_of(id));
    let by_event = cards().find(|(_, card)| card.events.iter().any(is));
    by_event.or_else(|| cards().find(|(_, card)| is(&card.title))).map(|(id, _)| id)
}

/// The touchpoint whose title stands in a sentence; the longest title wins.
pub fn touchpoint_inside(map: &Map, sentence: &str) -> Option<TouchpointId> {
    let sentence = plain(sentence);
    let cards = map.touchpoints.iter().map(|(id, card)| (plain(&card.title), *id));
    let inside =
        cards.filter(|(title, _)| title.chars().count() >= SHORTEST_INSIDE && sentence.contains(title.as_str()));
    inside.max_by_key(|(title, _)| title.len()).map(|(_, id)| id)
}

/// The segment that a name of a file means: one that lists it, else one that is called like it.
pub fn segment_called(map: &Map, name: &str) -> Option<SegmentId> {
    let wanted = plain(name);
    let is = |text: &String| plain(text) == wanted;
    let segments = map.segments_in_order();
    let by_value = segments.iter().find(|(_, segment)| segment.values.iter().any(is));
    by_value.or_else(|| segments.iter().find(|(_, segment)| is(&segment.name))).map(|(id, _)| *id)
}

/// The event bound on the map, or the name of a stage or card, that looks most like this event.
pub fn nearest_event(map: &Map, wanted: &str) -> Option<String> {
    let stages = map.stages.values().flat_map(|stage| stage.events.iter().chain([&stage.name]));
    let cards = map.touchpoints.values().flat_map(|card| card.events.iter().chain([&card.title]));
    nearest(stages.chain(cards).map(String::as_str), wanted)
}

/// The segment of the map whose name looks most like this one.
pub fn nearest_segment(map: &Map, wanted: &str) -> Option<String> {
    let names = map.segments.values().flat_map(|segment| segment.values.iter().chain([&segment.name]));
    nearest(names.map(String::as_str), wanted)
}

/// The name among those of the map that looks most like this one, if any does.
pub fn nearest<'a>(names: impl IntoIterator<Item = &'a str>, wanted: &str) -> Option<String> {
    most_alike(names.into_iter().map(|name| (likeness(name, wanted), name))).map(str::to_owned)
}

/// How alike two names look, 0 … 1.
pub fn likeness(name: &str, wanted: &str) -> f64 {
    strsim::jaro_winkler(&plain(name), &plain(wanted))
}

/// Whether two names look so much alike that one is a slip or another form of the other: `app_instal` and `App install`, but
/// not `episode 10` and `episode 11`.
pub fn is_near(name: &str, wanted: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    likeness(name, wanted) >= NEAR && digits(name) == digits(wanted)
}

/// The first of those that are most alike, if they are alike enough.
pub fn most_alike<T>(candidates: impl Iterator<Item = (f64, T)>) -> Option<T> {
    let mut best: Option<(f64, T)> = None;
    for (alike, candidate) in candidates.filter(|(alike, _)| *alike >= ALIKE) {
        if best.as_ref().is_none_or(|(most, _)| alike > *most) {
            best = Some((alike, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn slips_and_forms_of_a_name_are_near_and_other_names_are_not() {
        for (name, wanted) in
            [("App install", "app_instal"), ("Trial checkout", "trial_checkuot"), ("subscribe", "subscribed")]
        {
            assert!(is_near(name, wanted), "{name} {wanted}");
        }
        for (name, wanted) in [
            ("unsubscribed", "subscribed"),
            ("Add to cart", "add_to_wishlist"),
            ("episode 10", "episode_11"),
            ("trial_start", "trial_end"),
            ("play_start", "play_stop"),
        ] {
            assert!(!is_near(name, wanted), "{name} {wanted}");
        }
    }
}
