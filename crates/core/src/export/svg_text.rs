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
pub(super) struct Fonts {
    faces: HashMap<String, Named>,
    /// Lines end at the right of their room: the picture is read from there.
    pub ends_right: bool,
}

/// A face as a drawing program asks for it.
#[derive(Clone)]
struct Named {
    family: String,
    weight: f32,
    slant: &'static str,
}

/// Where the font is missing: these are narrower, so that a line stays in its room, also in programs that know no `textLength`.
const NARROWER: &str = "Arial, Liberation Sans, Helvetica, sans-serif";

impl Fonts {
    pub fn ending_right(ends_right: bool) -> Self {
        Self { faces: HashMap::new(), ends_right }
    }

    /// A line with its left end at `pos`; `fill` is its colour as an attribute. What runs one way in it is one text where its runs
    /// look alike, so that in another font they move aside for each other; else each run is one at its place.
    pub fn text(&mut self, item: &TextItem, pos: Point, fill: &str) -> String {
        let named: Vec<Named> = item.runs.iter().map(|run| self.named(&run.face).clone()).collect();
        let runs: Vec<Run<'_>> = item.runs.iter().zip(&named).collect();
        let stretches: Option<Vec<Stretch<'_>>> = runs
            .chunk_by(|(one, _), (next, _)| one.right_to_left == next.right_to_left)
            .map(|runs| Stretch::of(item, runs))
            .collect();
        match stretches {
            Some(stretches) => {
                let is_alone = stretches.len() == 1;
                let text = |stretch: &Stretch<'_>| stretch.text(is_alone, self.ends_right, pos, fill);
                stretches.iter().filter_map(text).collect()
            }
            None => in_runs(item, &named, pos, fill),
        }
    }

    fn named(&mut self, face: &Face) -> &Named {
        self.faces.entry(face.name.clone()).or_insert_with(|| {
            let Ok(font) = FontRef::from_index((*face.bytes).as_ref(), face.index) else {
                return Named { family: "sans-serif".to_owned(), weight: 400.0, slant: "" };
            };
            let name = |id| font.localized_strings(id).english_or_first().map(|name| name.to_string());
            // The first names a family of four styles at most, such as `Inter SemiBold`; the other all of its weights.
            let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(StringId::FAMILY_NAME));
            let family = family.unwrap_or_else(|| face.name.clone());
            let attributes = font.attributes();
            let slant = match attributes.style {
                skrifa::attribute::Style::Normal => "",
                skrifa::attribute::Style::Italic | skrifa::attribute::Style::Oblique(_) => " font-style=\"italic\"",
            };
            Named { family, weight: attributes.weight.value().round(), slant }
        })
    }
}

type Run<'a> = (&'a GlyphRun, &'a Named);

/// Runs beside each other that run the same way and look alike but for their faces.
struct Stretch<'a> {
    item: &'a TextItem,
    /// In the order of reading.
    runs: Vec<Run<'a>>,
}

impl<'a> Stretch<'a> {
    /// Nothing where they do not look alike, or where what is seen is not what is read, from one end to the other.
    fn of(item: &'a TextItem, seen: &[Run<'a>]) -> Option<Self> {
        let (first, its) = seen.first()?;
        let mut runs = seen.to_vec();
        if first.right_to_left {
            runs.reverse();
        }
        let follow = |pair: (&Run<'_>, &Run<'_>)| pair.0.0.range.end == pair.1.0.range.start;
        let alike = |(run, own): &Run<'_>| run.size == first.size && own.slant == its.slant;
        let is_one = runs.iter().all(alike) && runs.iter().zip(runs.iter().skip(1)).all(follow);
        is_one.then_some(Self { item, runs })
    }

    /// Read from the left it is as long as it was set. Read from the right it is held at its right end and grows to the left: of a
    /// `textLength` there Inkscape makes nothing at all, and LibreOffice knows no `direction`.
    fn text(&self, is_alone: bool, ends_right: bool, pos: Point, fill: &str) -> Option<String> {
        let (first, last) = (self.runs.first()?.0, self.runs.last()?.0);
        let words = self.item.text.get(first.range.start..last.range.end)?;
        let start = first.range.start + (words.len() - words.trim_start().len());
        let shown = words.trim();
        let glyphs = self.runs.iter().flat_map(|(run, _)| &run.glyphs);
        let glyphs = glyphs.filter(|glyph| (start..start + shown.len()).contains(&glyph.range.start));
        let ends = glyphs.fold(None, |ends: Option<(f32, f32)>, glyph| {
            let (left, right) = ends.unwrap_or((glyph.x, glyph.x));
            Some((left.min(glyph.x), right.max(glyph.x + glyph.advance)))
        });
        let (left, right) = ends?;
        // Between others it has half of what it is longer at each side.
        let (x, anchor) = match (first.right_to_left, is_alone) {
            (true, _) => (right, " text-anchor=\"end\""),
            (false, false) => ((left + right) / 2.0, " text-anchor=\"middle\""),
            (false, true) if ends_right => (right, " text-anchor=\"end\""),
            (false, true) => (left, ""),
        };
        let length = match first.right_to_left || right <= left {
            true => String::new(),
            false => format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", num(right - left)),
        };
        let font = font(&self.runs, self.item);
        let (x, y, size) = (num(pos.x + x), num(pos.y), num(first.size));
        let shown = in_order(shown, first.right_to_left);
        let shown = attribute(&shown);
        Some(format!(
            "<text x=\"{x}\" y=\"{y}\"{anchor}{font} font-size=\"{size}\"{length}{fill} xml:space=\"preserve\">{shown}</text>\n"
        ))
    }
}

/// The families of a stretch, those of plain letters and blanks first, which the others have as well; with the weight of most of
/// its letters.
fn font(runs: &[Run<'_>], item: &TextItem) -> String {
    let words = |run: &GlyphRun| item.text.get(run.range.clone()).unwrap_or_default();
    let has_plain = |run: &GlyphRun| words(run).bytes().any(|byte| byte.is_ascii());
    let (plain, others): (Vec<_>, Vec<_>) = runs.iter().partition(|(run, _)| has_plain(run));
    let mut families: Vec<&str> = Vec::new();
    for (_, named) in plain.into_iter().chain(others) {
        if !families.contains(&named.family.as_str()) {
            families.push(&named.family);
        }
    }
    let most = runs.iter().max_by_key(|(run, _)| words(run).len());
    let (weight, slant) = most.map_or((400.0, ""), |(_, named)| (named.weight, named.slant));
    let families = attribute(&families.join(", "));
    format!(" font-family=\"{families}, {NARROWER}\" font-weight=\"{weight}\"{slant}")
}

/// Each run at its place.
fn in_runs(item: &TextItem, named: &[Named], pos: Point, fill: &str) -> String {
    let run = |(run, own): (&GlyphRun, &Named)| {
        let words = item.text.get(run.range.clone()).filter(|words| !words.trim().is_empty())?;
        // Where it is missing, signs between words of another face look like those words.
        let mut families = vec![own.family.as_str()];
        for beside in named.iter().map(|other| other.family.as_str()) {
            if !families.contains(&beside) {
                families.push(beside);
            }
        }
        let families = attribute(&families.join(", "));
        let font = format!(" font-family=\"{families}, {NARROWER}\" font-weight=\"{}\"{}", own.weight, own.slant);
        let (x, y, size) = (num(pos.x + run.x), num(pos.y), num(run.size));
        let words = in_order(words, run.right_to_left);
        let words = attribute(&words);
        Some(format!(
            "<text x=\"{x}\" y=\"{y}\"{font} font-size=\"{size}\"{fill} xml:space=\"preserve\">{words}</text>\n"
        ))
    };
    item.runs.iter().zip(named).filter_map(run).collect()
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

    fn line(words: &str) -> TextItem {
        Shaper::bundled().line(words, TextStyle::new(12.0, FaceStyle::Regular, Color::hex(0x1B2430)))
    }

    fn live(line: &TextItem, ends_right: bool) -> String {
        Fonts::ending_right(ends_right).text(line, Point::new(100.0, 20.0), "")
    }

    #[test]
    fn a_line_read_from_the_left_is_as_long_as_it_was_set_in_whatever_font() {
        for words in ["Seen by 12 of 30", "Schön für Familien", "Ⅻ of ☂"] {
            let line = line(words);
            let (text, right) = (live(&line, false), live(&line, true));
            assert_eq!(text.matches("<text ").count(), 1, "{text}");
            let length = format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", num(line.width));
            assert!(text.contains("<text x=\"100\"") && text.contains(&length), "{text}");
            assert!(text.contains(&format!(">{words}<")) && !text.contains("text-anchor"), "{text}");
            let end = num(100.0 + line.width);
            assert!(right.contains(&format!("<text x=\"{end}\" y=\"20\" text-anchor=\"end\"")), "{right}");
        }
    }

    #[test]
    fn a_line_read_from_the_right_is_one_text_that_grows_from_its_right_end() {
        for words in ["שלום עולם!", "يسمعون عن العرض (أول مرة)", "هل هو لنا؟"] {
            let line = line(words);
            let (text, mark) = (live(&line, false), RIGHT_TO_LEFT_MARK);
            assert_eq!(text.matches("<text ").count(), 1, "runs at their own places overlap in a wider font: {text}");
            assert!(!text.contains("direction=") && !text.contains("textLength"), "{text}");
            assert!(text.contains(&format!(">{mark}{words}{mark}<")), "{text}");
            let right = num(100.0 + line.width);
            assert!(text.contains(&format!("<text x=\"{right}\" y=\"20\" text-anchor=\"end\"")), "{text}");
        }
    }

    #[test]
    fn what_runs_the_other_way_in_a_line_has_its_own_place_and_its_length() {
        for (words, other, texts) in [
            ("بدء تجربة Lumen 2026 الليلة", "Lumen 2026", 3),
            ("Sees “שלום!” at 12:30", "שלום", 3),
            ("שומעים על Lumen", "Lumen", 2),
        ] {
            let line = line(words);
            let text = live(&line, false);
            assert_eq!(text.matches("<text ").count(), texts, "{text}");
            let own = text.lines().find(|text| text.contains(other)).unwrap();
            let from_left = own.contains("text-anchor=\"middle\"") && own.contains("textLength=");
            let from_right = own.contains("text-anchor=\"end\"") && !own.contains("textLength=");
            assert!(if other.is_ascii() { from_left } else { from_right }, "{own}");
            assert!(!text.contains("direction="), "programs disagree about where such a text begins: {text}");
        }
    }

    #[test]
    fn a_missing_font_gives_way_to_a_narrower_one() {
        let text = live(&line("Seen"), false);
        assert!(text.contains("font-family=\"Inter, Arial, Liberation Sans, Helvetica, sans-serif\""), "{text}");
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
