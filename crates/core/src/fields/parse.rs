//! Texts that people type, read as days, widths, percentages, sizes and lists; or a sentence that says what is expected.

use touchline_words::direction::Listed;
use touchline_words::say;

use crate::figures::numbers;
use crate::model::*;

pub(super) fn named(text: String, kind: &str) -> Result<String, String> {
    if text.is_empty() { Err(say!(fields_name_needed, kind)) } else { Ok(text) }
}

pub(super) fn date_text(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

pub(super) fn language(text: &str) -> Result<String, String> {
    let legal = (2..=35).contains(&text.len())
        && text
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric()));
    if legal { Ok(text.to_owned()) } else { Err(say!(fields_language_tag).to_owned()) }
}

pub(super) fn width(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let (least, most) = (STAGE_WIDTH.start(), STAGE_WIDTH.end());
    let width = text.parse::<u16>().ok().filter(|width| STAGE_WIDTH.contains(width));
    width.map(Some).ok_or_else(|| say!(fields_width_range, least, most))
}

pub(super) fn height(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let (least, most) = (LANE_HEIGHT.start(), LANE_HEIGHT.end());
    let height = text.parse::<u16>().ok().filter(|height| LANE_HEIGHT.contains(height));
    height.map(Some).ok_or_else(|| say!(fields_height_range, least, most))
}

/// How wide or high something is that is drawn.
pub(super) fn side(text: &str) -> Result<f32, String> {
    let (least, most) = (*DRAWN_SIZE.start(), *DRAWN_SIZE.end());
    let side = text.trim().parse::<f32>().ok().filter(|side| DRAWN_SIZE.contains(side));
    side.ok_or_else(|| say!(fields_side_range, least = least as u32, most = most as u32))
}

/// How many colours a stage can be given.
pub const STAGE_COLORS: u8 = 6;

/// A stage's colour, counted from 1; none for an empty text: its place gives it one.
pub(super) fn color(text: &str) -> Result<Option<u8>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let nth = text.parse::<u8>().ok().filter(|nth| (1..=STAGE_COLORS).contains(nth));
    nth.map(|nth| Some(nth - 1)).ok_or_else(|| say!(fields_color_range, most = STAGE_COLORS))
}

/// How it is said that something is so, or is not.
pub(super) fn switch_text(is_on: bool) -> &'static str {
    if is_on { say!(fields_yes) } else { say!(fields_no) }
}

pub(super) fn switch(text: &str) -> Result<bool, String> {
    choice(text, &[false, true], switch_text)
}

pub(super) fn period(day: Option<Date>, old: Option<Period>, is_first: bool) -> Result<Option<Period>, String> {
    let Some(day) = day else { return Ok(None) };
    let period = match old {
        None => Period { from: day, to: day },
        Some(old) if is_first => Period { from: day, to: old.to },
        Some(old) => Period { from: old.from, to: day },
    };
    if period.from > period.to {
        return Err(say!(fields_period_order, to = period.to.to_string(), from = period.from.to_string()));
    }
    Ok(Some(period))
}

pub(super) fn estimate(text: &str, old: Option<Estimate>) -> Result<Option<Estimate>, String> {
    let text = text.trim_end_matches('%').trim_end().replace(',', ".");
    if text.is_empty() {
        return Ok(None);
    }
    let percent = text.parse::<f64>().ok().filter(|percent| (0.0..=100.0).contains(percent));
    let percent = percent.ok_or(say!(fields_percentage))?;
    Ok(Some(match old {
        Some(old) => Estimate { percent, ..old },
        None => Estimate { percent, reason: String::new(), cause: None },
    }))
}

pub(super) fn size(text: &str) -> Result<Option<u64>, String> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '’')).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    digits.parse().map(Some).map_err(|_| say!(fields_size).to_owned())
}

/// Dots on a note; none for an empty text.
pub(super) fn votes(text: &str) -> Result<u16, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(0);
    }
    text.parse().map_err(|_| say!(fields_votes, most = u16::MAX))
}

/// The lines that say something, each once, in their order.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !lines.iter().any(|known| known == line) {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// One of a few by its name, whatever its capitals.
pub(super) fn choice<T: Copy>(text: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, String> {
    let wanted = text.trim().to_lowercase();
    let found = || all.iter().find(|one| name(**one).to_lowercase() == wanted).copied();
    // Sheets and scripts have the English names, whichever language the window speaks.
    let found = found().or_else(|| touchline_words::in_language(touchline_words::Language::English, found));
    found.ok_or_else(|| say!(fields_one_of, names = all.iter().map(|one| name(*one)).collect::<Vec<_>>().listed(", ")))
}

/// A score as people write it, with either minus and either decimal mark.
pub fn score(text: &str) -> Option<Score> {
    let number: Option<f64> = text.trim().replace('−', "-").replace(',', ".").parse().ok();
    let tenths = number.map(|number| (number * 10.0).round()).filter(|tenths| (-30.0..=30.0).contains(tenths));
    // Held within an i32 by the range above.
    tenths.map(|tenths| Score::from_tenths(tenths as i32))
}

/// A feeling's number, without a plus.
pub(super) fn feeling_text(emotion: &Emotion) -> String {
    numbers::score(emotion.score).replace('+', "")
}

/// A feeling with this number; word and reason stay. None for an empty text.
pub(super) fn feeling(text: &str, before: Option<Emotion>) -> Result<Option<Emotion>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let score = score(text).ok_or(say!(fields_feeling_number))?;
    Ok(Some(match before {
        Some(emotion) => Emotion { score, ..emotion },
        None => Emotion { score, word: String::new(), reason: String::new() },
    }))
}

/// A stage's events: none of them may count for another stage as well.
pub(super) fn events(map: &Tables, stage: StageId, text: &str) -> Result<Vec<String>, String> {
    let events = lines(text);
    let stages = map.stages.iter().map(|(id, stage)| (*id, &stage.events));
    let cards = map.touchpoints.values().map(|card| (card.stage, &card.events));
    for (other, bound) in stages.chain(cards).filter(|(other, _)| *other != stage) {
        if let Some(event) = events.iter().find(|event| bound.contains(event)) {
            let name = map.stages.get(&other).map(|stage| stage.name.as_str()).unwrap_or_default();
            return Err(say!(fields_event_of_stage, event, name));
        }
    }
    Ok(events)
}

/// How long a block of the agenda is, in minutes.
pub fn minutes(text: &str) -> Result<u16, String> {
    let given = text.trim().parse().ok().filter(|minutes| BLOCK_MINUTES.contains(minutes));
    given.ok_or_else(|| say!(fields_minutes_range, least = BLOCK_MINUTES.start(), most = BLOCK_MINUTES.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_percentages_read_as_people_write_them() {
        for (text, expected) in [("21,904", Some(21_904)), ("21 904", Some(21_904)), ("", None)] {
            assert_eq!(size(text), Ok(expected), "{text}");
        }
        assert!(size("many").is_err());
        for (text, expected) in [("25", Some(25.0)), ("22.5 %", Some(22.5)), ("22,5%", Some(22.5)), ("", None)] {
            assert_eq!(estimate(text, None).map(|made| made.map(|e| e.percent)), Ok(expected), "{text}");
        }
        for wrong in ["101", "-1", "NaN", "inf", "some"] {
            assert!(estimate(wrong, None).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        let day = |text| Date::parse(text);
        let made = period(day("2026-11-03"), None, true).unwrap().unwrap();
        assert_eq!(made.from, made.to);
        let longer = period(day("2026-12-01"), Some(made), false).unwrap().unwrap();
        assert!(period(day("2026-12-02"), Some(longer), true).is_err());
        assert_eq!(period(None, Some(longer), true), Ok(None));
    }

    #[test]
    fn an_event_counts_for_one_stage_only() {
        let mut map = Map::default();
        let bound = Stage { events: vec!["trial_start".to_owned()], ..Stage::new(Rank::middle(), "Decision") };
        map.stages.insert(StageId(1), bound);
        let message = events(&map, StageId(2), "view\ntrial_start").unwrap_err();
        assert!(message.contains("Decision"), "{message}");
        assert_eq!(events(&map, StageId(1), " a \n\na\nb"), Ok(vec!["a".to_owned(), "b".to_owned()]));
    }
}
