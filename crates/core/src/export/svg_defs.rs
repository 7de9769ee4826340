//! What an SVG defines once and uses often: glyphs, gradients, clips; also numbers, words and pictures in its notation.

use super::{raster, shapes};
use crate::images::{Image, Pixels, base64};
use crate::scene::{Color, Face, GlyphRun, Point};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::HashMap;
use std::fmt::Write;

/// Definitions, each written once.
#[derive(Default)]
pub(super) struct Defs {
    written: String,
    /// Ids by what was defined.
    known: HashMap<String, String>,
    /// Ids of glyphs by face and number; None for a glyph without ink.
    glyphs: HashMap<(String, u32), Option<Drawn>>,
}

#[derive(Clone)]
enum Drawn {
    /// An outline in font units, y up.
    Outline(String),
    /// A picture (emoji), one em high and wide per `pixels`, with the baseline at `baseline` pixels from its top.
    Picture { id: String, em_px: f32, left_px: f32, baseline_px: f32 },
}

impl Defs {
    pub fn finish(self) -> String {
        self.written
    }

    /// A clip of the given outline.
    pub fn clip(&mut self, path_data: &str) -> String {
        self.define("c", path_data, |id| format!("<clipPath id=\"{id}\"><path d=\"{path_data}\"/></clipPath>\n"))
    }

    /// A picture of one unit a side: a file holds it once, however often it is shown.
    pub fn picture(&mut self, image: &Image) -> String {
        self.define("i", &image.id().to_string(), |id| {
            let link = image_link(image);
            format!(
                "<image id=\"{id}\" width=\"1\" height=\"1\" preserveAspectRatio=\"none\" xlink:href=\"{link}\"/>\n"
            )
        })
    }

    /// A linear gradient in the user's space.
    pub fn gradient(&mut self, from: Point, to: Point, stops: &[(f32, Color)]) -> String {
        let mut inside = String::new();
        for (offset, color) in stops {
            let opacity = if color.a == 255 {
                String::new()
            } else {
                format!(" stop-opacity=\"{}\"", num(f32::from(color.a) / 255.0))
            };
            let (r, g, b) = (color.r, color.g, color.b);
            // Writing into a string cannot fail.
            let _ =
                write!(inside, "<stop offset=\"{}\" stop-color=\"#{r:02x}{g:02x}{b:02x}\"{opacity}/>", num(*offset));
        }
        let ends = format!("x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", num(from.x), num(from.y), num(to.x), num(to.y));
        let body = format!("gradientUnits=\"userSpaceOnUse\" {ends}>{inside}");
        self.define("l", &body, |id| format!("<linearGradient id=\"{id}\" {body}</linearGradient>\n"))
    }

    /// The glyphs of a run, their line's baseline beginning at `pos`.
    pub fn run(&mut self, run: &GlyphRun, pos: Point) -> String {
        let Ok(font) = FontRef::from_index((*run.face.bytes).as_ref(), run.face.index) else { return String::new() };
        let units = font.head().map_or(1000.0, |head| f32::from(head.units_per_em())).max(1.0);
        let scale = run.size / units;
        let (mut outlines, mut pictures) = (String::new(), String::new());
        for glyph in shapes::sane_glyphs(run) {
            // Writing into a string cannot fail.
            let _ = match self.glyph(&run.face, &font, glyph.id) {
                None => Ok(()),
                Some(Drawn::Outline(id)) => {
                    let (x, y) = (num(glyph.x / scale), num(-glyph.y / scale));
                    let y = if y == "0" { String::new() } else { format!(" y=\"{y}\"") };
                    write!(outlines, "<use xlink:href=\"#{id}\" x=\"{x}\"{y}/>")
                }
                Some(Drawn::Picture { id, em_px, left_px, baseline_px }) => {
                    let zoom = run.size / em_px;
                    let (x, y) = (pos.x + glyph.x - left_px * zoom, pos.y + glyph.y - baseline_px * zoom);
                    let placed = format!("translate({} {}) scale({})", num(x), num(y), num(zoom));
                    write!(pictures, "<use xlink:href=\"#{id}\" transform=\"{placed}\"/>")
                }
            };
        }
        if !outlines.is_empty() {
            let placed = format!("translate({} {}) scale({scale} -{scale})", num(pos.x), num(pos.y));
            outlines = format!("<g transform=\"{placed}\">{outlines}</g>");
        }
        outlines + &pictures
    }

    fn glyph(&mut self, face: &Face, font: &FontRef<'_>, glyph: u32) -> Option<Drawn> {
        let key = (face.name.clone(), glyph);
        if let Some(known) = self.glyphs.get(&key) {
            return known.clone();
        }
        let drawn = self.draw(face, font, glyph);
        self.glyphs.insert(key, drawn.clone());
        drawn
    }

    fn draw(&mut self, face: &Face, font: &FontRef<'_>, glyph: u32) -> Option<Drawn> {
        let id = format!("g{}", self.glyphs.len());
        let number = GlyphId::new(glyph);
        let coloured = font.color_glyphs().get(number).is_some()
            || font.bitmap_strikes().iter().any(|strike| strike.get(number).is_some());
        if coloured {
            let picture = raster::glyph_picture(face, glyph)?;
            let (width, height) = (picture.width_px, picture.height_px);
            let link = link_of("png", &Pixels::new(width, height, picture.rgba)?.png()?);
            let _ = writeln!(
                self.written,
                "<image id=\"{id}\" width=\"{width}\" height=\"{height}\" xlink:href=\"{link}\"/>"
            );
            let (left_px, baseline_px) = (picture.left_px, picture.baseline_px);
            return Some(Drawn::Picture { id, em_px: picture.em_px, left_px, baseline_px });
        }
        let mut outline = Outline(String::new());
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        font.outline_glyphs().get(number)?.draw(settings, &mut outline).ok()?;
        if outline.0.is_empty() {
            return None;
        }
        let _ = writeln!(self.written, "<path id=\"{id}\" d=\"{}\"/>", outline.0);
        Some(Drawn::Outline(id))
    }

    fn define(&mut self, prefix: &str, what: &str, write: impl FnOnce(&str) -> String) -> String {
        let key = format!("{prefix}{what}");
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        let id = format!("{prefix}{}", self.known.len());
        self.written.push_str(&write(&id));
        self.known.insert(key, id.clone());
        id
    }
}

/// Collects an outline in SVG's notation.
struct Outline(String);

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "M{} {}", num(x), num(y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "L{} {}", num(x), num(y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let _ = write!(self.0, "Q{} {} {} {}", num(cx), num(cy), num(x), num(y));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let _ = write!(self.0, "C{} {} {} {} {} {}", num(ax), num(ay), num(bx), num(by), num(x), num(y));
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}

/// A number with at most three places and no needless zeros.
pub(super) fn num(value: f32) -> String {
    let rounded = (f64::from(value) * 1000.0).round() / 1000.0;
    // Minus zero is zero; what is not finite was left out before and is only kept harmless here.
    if rounded == 0.0 || !rounded.is_finite() { "0".to_owned() } else { rounded.to_string() }
}

/// Text that is safe inside an element and inside quotes; characters that XML cannot hold are left out.
/// <https://www.w3.org/TR/xml/#charsets>
pub(super) fn attribute(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if c.is_control() => {}
            _ => safe.push(c),
        }
    }
    safe
}

/// A picture as a link that holds it.
fn image_link(image: &Image) -> String {
    link_of(if image.is_jpeg() { "jpeg" } else { "png" }, image.bytes())
}

fn link_of(kind: &str, bytes: &[u8]) -> String {
    format!("data:image/{kind};base64,{}", base64(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_words_are_safe() {
        assert_eq!([num(1.0), num(-0.0001), num(0.12345), num(f32::NAN)], ["1", "0", "0.123", "0"]);
        assert_eq!(attribute("a<b>&\"c\"\u{1}\n"), "a&lt;b&gt;&amp;&quot;c&quot; ");
    }
}
