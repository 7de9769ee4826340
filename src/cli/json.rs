//! Answers for programs: one JSON object on a line, the same in every language.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use touchline_words::{Language, in_language};

use super::exit::Failure;

/// Makes the answer and writes it, both in English: what is named in it are codes and names that others rely on.
pub fn write<T: Serialize>(out: &mut dyn Write, answer: impl FnOnce() -> T) -> Result<(), Failure> {
    let mut text = Vec::new();
    in_language(Language::English, || answer().serialize(&mut Serializer::with_formatter(&mut text, Unmarked)))
        .map_err(io::Error::from)?;
    text.push(b'\n');
    Ok(out.write_all(&text)?)
}

/// JSON without the marks that keep a name from turning the sentence it stands in: they are for whoever reads it, and a
/// program would compare them as letters.
struct Unmarked;

impl Formatter for Unmarked {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        fragment.split(is_isolate).try_for_each(|part| writer.write_all(part.as_bytes()))
    }
}

fn is_isolate(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::reason::Reason;
    use crate::behaviour::times::TimeProblem;
    use std::collections::BTreeMap;
    use touchline_words::direction::has_isolated;

    #[test]
    fn a_name_that_is_read_from_the_right_has_no_marks_around_it_in_what_programs_read() {
        let reason = || Reason::ColumnTime { column: "זמן \"א\"\n".to_owned(), problem: TimeProblem::Blank };
        assert!(has_isolated(&reason().to_string()), "people read it with marks");
        let mut out = Vec::new();
        write(&mut out, || BTreeMap::from([("\u{2067}לקוח\u{2069}", reason())])).ok().unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(!text.contains(is_isolate) && text.ends_with("}\n"), "{text}");
        let read: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
        assert_eq!(read["לקוח"], "“זמן \"א\"\n”: the time is empty");
    }
}
