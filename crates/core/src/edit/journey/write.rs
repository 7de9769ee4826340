//! A journey as text. What Mermaid would take for its own signs is written as an entity, such as `#35;`.

use super::{Journey, STEP};
use crate::model::Score;
use std::fmt::Write as _;
use touchline_words::say;

/// Words that begin a line of Mermaid's own.
const KEYWORDS: [&str; 5] = ["journey", "title", "section", "acctitle", "accdescr"];

/// The text of a journey.
pub fn written_journey(journey: &Journey) -> String {
    let mut text = String::from("journey\n");
    // Nothing that is written into a String fails.
    let _ = write_all(&mut text, journey);
    text
}

fn write_all(text: &mut String, journey: &Journey) -> std::fmt::Result {
    let is_unfelt = journey.sections.iter().flat_map(|section| &section.tasks).any(|task| task.score.is_none());
    if is_unfelt {
        writeln!(text, "    %% {}", say!(journey_unfelt))?;
    }
    if !journey.title.is_empty() {
        writeln!(text, "    title {}", escaped(&journey.title))?;
    }
    for section in &journey.sections {
        writeln!(text, "    section {}", named(&section.name))?;
        for task in &section.tasks {
            write!(text, "      {}: {}", named(&task.name), step(task.score))?;
            let actors: Vec<String> = task.actors.iter().map(|name| named(name).replace(',', "#44;")).collect();
            if !actors.is_empty() {
                write!(text, ": {}", actors.join(", "))?;
            }
            writeln!(text)?;
        }
    }
    Ok(())
}

/// 1 … 5; the middle where nobody said.
fn step(score: Option<Score>) -> i32 {
    let tenths = score.map_or(0, Score::tenths);
    // Half a step goes away from the middle.
    3 + tenths.signum() * ((tenths.abs() * 2 + STEP) / (STEP * 2))
}

/// A name, or a dash: Mermaid has no place for none.
fn named(name: &str) -> String {
    if name.is_empty() { "–".to_owned() } else { escaped(name) }
}

fn escaped(text: &str) -> String {
    let lower = text.to_lowercase();
    let is_keyword = KEYWORDS.iter().any(|word| lower.starts_with(word));
    let mut written = String::with_capacity(text.len());
    let mut before = None;
    for (at, letter) in text.chars().enumerate() {
        // A comment begins with a per cent sign at the beginning, and with two anywhere.
        let is_comment = letter == '%' && (at == 0 || before == Some('%'));
        let is_sign = matches!(letter, '#' | ';' | ':' | '<' | '>' | '&' | '"' | '\\' | '`' | '{' | '}');
        if is_sign || is_comment || at == 0 && is_keyword {
            written.push_str(&format!("#{};", u32::from(letter)));
        } else {
            written.push(letter);
        }
        before = Some(letter);
    }
    written
}
