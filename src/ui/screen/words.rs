//! Words of the interface that egui would not put into order: lines that are read from the right, drawn as they were shaped.
//!
//! The shaper and the language of the open map are offered once a frame; where nobody offers them, egui sets what it can.

use super::{Canvas, Place, View};
use crate::scene::{Color, FaceStyle, Point, TextItem};
use crate::text::{Shaper, TextStyle, bundled_faces, has_right_to_left, in_language};
use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Context, FontFamily, FontId, Galley, Id, Painter, Pos2, Vec2, vec2};
use std::borrow::Cow;
use std::sync::Arc;

/// What shapes the words.
#[derive(Clone)]
pub struct Setter {
    shaper: Arc<Shaper>,
    /// Of the map.
    language: Arc<str>,
}

/// Lets the interface shape its words by `shaper`, in a map's language.
pub fn offer(ctx: &Context, shaper: &Arc<Shaper>, language: &str) {
    let setter = Setter { shaper: Arc::clone(shaper), language: language.into() };
    ctx.data_mut(|data| data.insert_temp(Id::unique("words"), setter));
}

impl Setter {
    /// For a text that has to be shaped; none where egui sets it as well.
    pub fn of(ctx: &Context, text: &str) -> Option<Self> {
        if !has_right_to_left(text) {
            return None;
        }
        ctx.data(|data| data.get_temp(Id::unique("words")))
    }

    /// What `work` gives with the shaper, in the map's language.
    pub fn shaping<T>(&self, work: impl FnOnce(&Shaper) -> T) -> T {
        in_language(&self.language, || work(&self.shaper))
    }

    /// What `work` gives with the shaper for words of the interface: a sentence of the program runs as it begins, whatever is
    /// named in it.
    pub fn labelling<T>(&self, work: impl FnOnce(&Shaper) -> T) -> T {
        work(&self.shaper)
    }

    /// The map's language.
    pub fn language(&self) -> &str {
        &self.language
    }
}

/// How a font of the interface is shaped; none for one that is not bundled.
pub fn style_of(font: &FontId, ink: Color32) -> Option<TextStyle> {
    use FaceStyle::{Bold, Italic, Medium, Regular, SemiBold};
    let FontFamily::Name(name) = &font.family else { return None };
    let place = bundled_faces().iter().position(|face| face.name == **name)?;
    let face = [Regular, Medium, SemiBold, Bold, Italic].into_iter().nth(place)?;
    let [r, g, b, a] = ink.to_srgba_unmultiplied();
    Some(TextStyle::new(font.size, face, Color { r, g, b, a }))
}

/// A text for one of egui's own widgets, with its words in the order in which they are seen: egui turns the letters of a word that
/// is read from the right, but leaves the words where they are. The widget's name stays what was written.
pub fn in_order_seen<'t>(ctx: &Context, text: &'t str) -> Cow<'t, str> {
    let Some(setter) = Setter::of(ctx, text) else { return Cow::Borrowed(text) };
    let style = TextStyle::new(12.0, FaceStyle::Regular, Color::TRANSPARENT);
    let line = setter.labelling(|shaper| shaper.line(text, style));
    let mut seen = String::with_capacity(line.text.len());
    for run in line.runs.iter() {
        let piece = line.text.get(run.range.clone()).unwrap_or_default();
        if run.right_to_left {
            piece.split_inclusive(char::is_whitespace).rev().for_each(|word| {
                let bare = word.trim_end();
                seen.push_str(word.get(bare.len()..).unwrap_or_default());
                seen.extend(bare.chars().map(turned_over));
            });
        } else {
            seen.push_str(piece);
        }
    }
    Cow::Owned(seen)
}

/// A bracket opens to the other side where it is read from the right.
fn turned_over(sign: char) -> char {
    const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»')];
    let pair = PAIRS.into_iter().find(|(open, close)| *open == sign || *close == sign);
    pair.map_or(sign, |(open, close)| if sign == open { close } else { open })
}

/// Draws a line whose place counts from a point of the screen.
pub fn paint_line(painter: &Painter, line: &TextItem, origin: Pos2) {
    let view = View::new(origin, 1.0).in_full();
    let mut canvas = Canvas::new(painter.clone(), view);
    canvas.text(line, Place { transform: view.transform(), opacity: 1.0, plain: false });
    canvas.flush();
}

/// One line of words of the interface, set by egui or as it was shaped.
pub enum Words {
    Set(Arc<Galley>),
    Shaped { line: TextItem, height: f32 },
}

impl Words {
    /// Words in one line, ending in `…` past `max_width`.
    pub fn new(painter: &Painter, text: &str, font: FontId, ink: Color32, max_width: f32) -> Self {
        if let Some((setter, style)) = Setter::of(painter.ctx(), text).zip(style_of(&font, ink)) {
            let height = painter.fonts_mut(|fonts| fonts.row_height(&font));
            let line = setter.labelling(|shaper| shaper.line_within(text, style, max_width));
            let baseline = (height - line.ascent - line.descent) / 2.0 + line.ascent;
            return Self::Shaped { line: line.at(Point::new(0.0, baseline)), height };
        }
        if max_width == f32::INFINITY {
            return Self::Set(painter.layout_no_wrap(text.to_owned(), font, ink));
        }
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
        job.wrap = TextWrapping::truncate_at_width(max_width);
        Self::Set(painter.layout_job(job))
    }

    pub fn size(&self) -> Vec2 {
        match self {
            Self::Set(galley) => galley.size(),
            Self::Shaped { line, height } => vec2(line.width, *height),
        }
    }

    /// Draws them with their upper left corner at a place.
    pub fn paint(self, painter: &Painter, corner: Pos2) {
        match self {
            Self::Set(galley) => painter.galley(corner, galley, Color32::PLACEHOLDER),
            Self::Shaped { line, .. } => paint_line(painter, &line, corner),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_egui_sets_itself_stand_in_the_order_in_which_they_are_seen() {
        let ctx = Context::default();
        let text = "הורים (חדשים) 12:30";
        assert_eq!(in_order_seen(&ctx, text), text, "nobody offers a shaper");
        offer(&ctx, &Arc::new(Shaper::bundled()), "he");
        assert_eq!(in_order_seen(&ctx, text), "12:30 (חדשים) הורים".replace("(חדשים)", ")חדשים("));
        assert_eq!(in_order_seen(&ctx, "Sees the trailer"), "Sees the trailer");
        assert!(style_of(&crate::ui::style::font(FaceStyle::SemiBold, 13.0), Color32::BLACK).is_some());
    }
}
