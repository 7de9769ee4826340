//! Answers for programs: one JSON object on a line, the same in every language.

use std::io::Write;

use serde::Serialize;
use touchline_words::{Language, in_language};

use super::exit::Failure;

/// Makes the answer and writes it, both in English: what is named in it are codes and names that others rely on.
pub fn write<T: Serialize>(out: &mut dyn Write, answer: impl FnOnce() -> T) -> Result<(), Failure> {
    let text = in_language(Language::English, || serde_json::to_string(&answer()));
    Ok(writeln!(out, "{}", text.map_err(std::io::Error::from)?)?)
}
