//! Lines of an SVG as text that a drawing program writes on in: each run at its place, its font named.

use super::svg_defs::{attribute, num};
use crate::scene::{Face, GlyphRun, Point, TextItem};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};
use std::borrow::Cow;
use std::collections::HashMap;
use touchline_words::direction::RIGHT_TO_LEFT_MARK;

/// What faces are called, read once each.
#[derive(Default)]
pub(super) struct Fonts(HashMap<String, Named>);

/// A face as a drawing program asks for it.
#[derive(Clone)]
struct Named {
    family: String,
    /// Weight and slant, as attributes.
    style: String,
}

impl Fonts {
    /// A line with its left end at `pos`; `fill` is its colour as an attribute.
    pub fn text(&mut self, item: &TextItem, pos: Point, fill: &str) -> String {
        let named: Vec<Named> = item.runs.iter().map(|run| self.named(&run.face).clone()).collect();
        let run = |(run, own): (&GlyphRun, &Named)| {
            let words = item.text.get(run.range.clone()).filter(|words| !words.trim().is_empty())?;
            // Where it is missing, signs between words of another face look like those words.
            let mut families = vec![own.family.as_str()];
            for beside in named.iter().map(|other| other.family.as_str()) {
                if !families.contains(&beside) {
                    families.push(beside);
                }
            }
            let font = format!(" font-family=\"{}, sans-serif\"{}", attribute(&families.join(", ")), own.style);
            let (x, y, size) = (num(pos.x + run.x), num(pos.y), num(run.size));
            let words = in_order(words, run.right_to_left);
            let words = attribute(&words);
            Some(format!(
                "<text x=\"{x}\" y=\"{y}\"{font} font-size=\"{size}\"{fill} xml:space=\"preserve\">{words}</text>\n"
            ))
        };
        item.runs.iter().zip(&named).filter_map(run).collect()
    }

    fn named(&mut self, face: &Face) -> &Named {
        self.0.entry(face.name.clone()).or_insert_with(|| {
            let Ok(font) = FontRef::from_index((*face.bytes).as_ref(), face.index) else {
                return Named { family: "sans-serif".to_owned(), style: String::new() };
            };
            let name = |id| font.localized_strings(id).english_or_first().map(|name| name.to_string());
            // The first names a family of four styles at most, such as `Inter SemiBold`; the other all of its weights.
            let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(StringId::FAMILY_NAME));
            let family = family.unwrap_or_else(|| face.name.clone());
            let attributes = font.attributes();
            let weight = attributes.weight.value().round();
            let slant = match attributes.style {
                skrifa::attribute::Style::Normal => "",
                skrifa::attribute::Style::Italic | skrifa::attribute::Style::Oblique(_) => " font-style=\"italic\"",
            };
            Named { family, style: format!(" font-weight=\"{weight}\"{slant}") }
        })
    }
}

/// The words of a run so that they stand as they were set, from the left end on, whatever the program makes of `direction`: signs
/// at the ends of what runs to the left stay there by a mark that is not seen. Signs alone stand as they are seen: a face that has
/// no letters of that script may draw the mark.
fn in_order(words: &str, right_to_left: bool) -> Cow<'_, str> {
    if !right_to_left {
        return Cow::Borrowed(words);
    }
    if !words.chars().any(char::is_alphanumeric) {
        return Cow::Owned(words.chars().rev().map(mirrored).collect());
    }
    Cow::Owned(format!("{RIGHT_TO_LEFT_MARK}{words}{RIGHT_TO_LEFT_MARK}"))
}

/// A sign as it is drawn where it is read from the right.
fn mirrored(sign: char) -> char {
    const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›')];
    let pair = PAIRS.into_iter().find(|(open, close)| [*open, *close].contains(&sign));
    pair.map_or(sign, |(open, close)| if sign == open { close } else { open })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, FaceStyle};
    use crate::text::{Shaper, TextStyle};

    #[test]
    fn what_runs_to_the_left_stands_at_its_left_end_with_its_signs_beside_it() {
        let style = TextStyle::new(12.0, FaceStyle::Regular, Color::hex(0x1B2430));
        let line = Shaper::bundled().line("Sees “שלום!” at 12:30", style);
        let text = Fonts::default().text(&line, Point::new(100.0, 20.0), "");
        assert!(!text.contains("direction="), "programs disagree about where such a text begins: {text}");
        let run = line.runs.iter().find(|run| run.right_to_left).unwrap();
        let words = line.text.get(run.range.clone()).unwrap();
        let (x, mark) = (num(100.0 + run.x), RIGHT_TO_LEFT_MARK);
        assert!(
            text.contains(&format!("<text x=\"{x}\"")) && text.contains(&format!(">{mark}{words}{mark}<")),
            "{text}"
        );
        assert_eq!(text.matches(mark).count() % 2, 0);
    }

    #[test]
    fn signs_alone_that_are_read_from_the_right_stand_as_they_are_seen_without_a_mark() {
        for (words, seen) in [("“", "“"), ("(„", "„)"), ("!»", "«!")] {
            assert_eq!(in_order(words, true), seen);
            assert_eq!(in_order(words, false), words);
        }
        assert!(in_order("שלום!", true).starts_with(RIGHT_TO_LEFT_MARK));
    }
}
