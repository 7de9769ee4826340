//! Lines of an SVG as text that a drawing program writes on in: each run at its place, its font named.

use super::svg_defs::{attribute, num};
use crate::scene::{Face, GlyphRun, Point, TextItem};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;

/// What faces are called, read once each.
#[derive(Default)]
pub(super) struct Fonts(HashMap<String, String>);

impl Fonts {
    /// A line with its left end at `pos`; `fill` is its colour as an attribute.
    pub fn text(&mut self, item: &TextItem, pos: Point, fill: &str) -> String {
        let run = |run: &GlyphRun| {
            let words = item.text.get(run.range.clone()).filter(|words| !words.trim().is_empty())?;
            let font = self.font(&run.face);
            // A text that runs to the left begins at its right end.
            let (x, direction) = match run.right_to_left {
                true => (pos.x + run.x + run.width, " direction=\"rtl\" unicode-bidi=\"embed\""),
                false => (pos.x + run.x, ""),
            };
            let (x, y, size) = (num(x), num(pos.y), num(run.size));
            let words = attribute(words);
            Some(format!(
                "<text x=\"{x}\" y=\"{y}\"{font} font-size=\"{size}\"{direction}{fill} xml:space=\"preserve\">{words}</text>\n"
            ))
        };
        item.runs.iter().filter_map(run).collect()
    }

    /// Family, weight and slant as attributes; behind the family the kind of letters that is nearest where it is missing.
    fn font(&mut self, face: &Face) -> &str {
        self.0.entry(face.name.clone()).or_insert_with(|| {
            let Ok(font) = FontRef::from_index((*face.bytes).as_ref(), face.index) else {
                return " font-family=\"sans-serif\"".to_owned();
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
            format!(" font-family=\"{}, sans-serif\" font-weight=\"{weight}\"{slant}", attribute(&family))
        })
    }
}
