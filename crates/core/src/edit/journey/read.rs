//! The text of a journey, read line by line. What is not understood is told with its line, and nothing is guessed.

use super::{Journey, STEP, Section, Task, one_line, unnamed};
use crate::model::Score;
use touchline_words::say;

/// Longer texts are no journey that anybody drew.
pub const JOURNEY_BYTES_MAX: usize = 4 * 1024 * 1024;
/// The longest name, in bytes.
const NAME_BYTES_MAX: usize = 10_000;

/// What is not understood, and where; lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JourneyError {
    pub line: usize,
    pub what: String,
}

impl std::fmt::Display for JourneyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&say!(journey_problem, line = self.line, what = self.what))
    }
}

/// Reads a text.
///
/// # Errors
/// It is too long, is no journey, or has a line that says nothing a journey says.
pub fn read_journey(text: &str) -> Result<Journey, JourneyError> {
    let at = |line: usize, what: &str| JourneyError { line, what: what.to_owned() };
    if text.len() > JOURNEY_BYTES_MAX {
        return Err(at(1, say!(journey_too_long)));
    }
    let mut reading = Reading::default();
    for (place, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        if reading.passes_over(line.trim(), place == 0) {
            continue;
        }
        for statement in statements(line) {
            reading.take(statement).map_err(|what| JourneyError { line: place + 1, what })?;
        }
    }
    if reading.has_begun { Ok(reading.journey) } else { Err(at(1, say!(journey_no_head))) }
}

#[derive(Default)]
struct Reading {
    journey: Journey,
    has_begun: bool,
    /// Within what stands before a diagram, between two lines of dashes.
    in_front: bool,
    /// Within a description that goes over several lines.
    in_description: bool,
}

impl Reading {
    /// Whether a line belongs to none of the statements.
    fn passes_over(&mut self, line: &str, is_first: bool) -> bool {
        if self.in_front || is_first && line == "---" {
            self.in_front = is_first || line != "---";
            return true;
        }
        if self.in_description {
            self.in_description = !line.contains('}');
            return true;
        }
        line.is_empty() || line.starts_with("%%") || line.starts_with("```")
    }

    fn take(&mut self, statement: &str) -> Result<(), String> {
        if !self.has_begun {
            self.has_begun = statement.eq_ignore_ascii_case("journey");
            return if self.has_begun { Ok(()) } else { Err(say!(journey_no_head).to_owned()) };
        }
        let lower = statement.to_lowercase();
        if lower.starts_with("acctitle") || lower.starts_with("accdescr") {
            self.in_description = statement.contains('{') && !statement.contains('}');
            return Ok(());
        }
        if let Some(title) = behind(statement, "title") {
            self.journey.title = name(title)?;
            return Ok(());
        }
        if let Some(section) = behind(statement, "section") {
            let name = name(section)?;
            if name.is_empty() {
                return Err(say!(journey_no_section).to_owned());
            }
            self.journey.sections.push(Section { name, tasks: Vec::new() });
            return Ok(());
        }
        let task = task(statement)?;
        if self.journey.sections.is_empty() {
            self.journey.sections.push(Section { name: unnamed().to_owned(), tasks: Vec::new() });
        }
        if let Some(section) = self.journey.sections.last_mut() {
            section.tasks.push(task);
        }
        Ok(())
    }
}

/// What stands behind a keyword.
fn behind<'a>(statement: &'a str, keyword: &str) -> Option<&'a str> {
    let (head, rest) = (statement.get(..keyword.len())?, statement.get(keyword.len()..)?);
    let is_alone = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (head.eq_ignore_ascii_case(keyword) && is_alone).then(|| rest.trim())
}

/// `Make tea: 5: Me, Cat`.
fn task(statement: &str) -> Result<Task, String> {
    let mut parts = statement.split(':');
    let (title, score, actors) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let Some(score) = score else { return Err(say!(journey_no_score, task = one_line(title))) };
    let value = score.trim().parse::<f64>().ok().filter(|value| (1.0..=5.0).contains(value));
    let Some(value) = value.filter(|_| parts.next().is_none()) else {
        return Err(say!(journey_wrong_score, score = one_line(score), task = one_line(title)));
    };
    let title = name(title)?;
    if title.is_empty() {
        return Err(say!(journey_no_task).to_owned());
    }
    let named: Result<Vec<String>, String> = actors.unwrap_or_default().split(',').map(name).collect();
    let mut actors = named?;
    actors.retain(|name| !name.is_empty());
    // The value lies between 1 and 5.
    let tenths = ((value - 3.0) * f64::from(STEP)).round() as i32;
    Ok(Task { name: title, score: Some(Score::from_tenths(tenths)), actors })
}

/// The statements of a line, without its comment: a semicolon ends one, and so does the line.
fn statements(line: &str) -> Vec<&str> {
    let (mut found, mut begin, mut rest) = (Vec::new(), 0, 0);
    while let Some(sign) = line.get(rest..).and_then(|tail| tail.find(['#', ';'])) {
        let place = rest + sign;
        let tail = line.get(place..).unwrap_or_default();
        match entity(tail) {
            Some((_, length)) => rest = place + length,
            None if tail.starts_with(';') => {
                found.push(line.get(begin..place).unwrap_or_default());
                (begin, rest) = (place + 1, place + 1);
            }
            // A comment up to the end.
            None => {
                found.push(line.get(begin..place).unwrap_or_default());
                (begin, rest) = (line.len(), line.len());
            }
        }
    }
    found.push(line.get(begin..).unwrap_or_default());
    found.into_iter().map(str::trim).filter(|statement| !statement.is_empty()).collect()
}

/// The sign that an entity at the beginning of a text stands for, and how long it is: `#35;`, `#quot;`.
fn entity(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix('#')?;
    let end = inner.find(';').filter(|end| (1..=8).contains(end))?;
    let name = inner.get(..end)?;
    let sign = match name {
        "quot" => '"',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "colon" => ':',
        "semi" => ';',
        "num" => '#',
        "comma" => ',',
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => char::from_u32(digits.parse().ok()?)?,
        _ => return None,
    };
    Some((sign, end + 2))
}

/// A name with its entities as the signs that they stand for.
fn name(text: &str) -> Result<String, String> {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find('#') {
        let (before, tail) = rest.split_at(place);
        read.push_str(before);
        let (sign, length) = entity(tail).unwrap_or(('#', 1));
        read.push(sign);
        rest = tail.get(length..).unwrap_or_default();
    }
    read.push_str(rest);
    let read = one_line(&read);
    if read.len() > NAME_BYTES_MAX { Err(say!(journey_long_name).to_owned()) } else { Ok(read) }
}
