//! Words of the interface that egui would not put into order: lines that are read from the right, drawn as they were shaped.
//!
//! The shaper and the language of the open map are offered once a frame; where nobody offers them, egui sets what it can.

use super::{Canvas, Place, View};
use crate::scene::{Color, FaceStyle, Point, TextItem};
use crate::text::{Shaper, TextStyle, bundled_faces, has_right_to_left, in_language, read_from_left};
use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Context, FontFamily, FontId, Galley, Id, Painter, Pos2, Shape, Vec2, vec2};
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

/// Words of the interface as they are shaped: what the window itself strings together with dots is read from the left, whatever
/// its first part is.
pub fn label(text: &str) -> Cow<'_, str> {
    if text.contains(" · ") { Cow::Owned(read_from_left(text.to_owned())) } else { Cow::Borrowed(text) }
}

/// How a font of the interface is shaped; none for a system's own.
pub fn style_of(font: &FontId, ink: Color32) -> Option<TextStyle> {
    use FaceStyle::{Bold, Italic, Medium, Regular, SemiBold};
    let place = match &font.family {
        FontFamily::Name(name) => bundled_faces().iter().position(|face| face.name == **name)?,
        FontFamily::Proportional | FontFamily::Monospace => 0,
    };
    let face = [Regular, Medium, SemiBold, Bold, Italic].into_iter().nth(place)?;
    let [r, g, b, a] = ink.to_srgba_unmultiplied();
    Some(TextStyle::new(font.size, face, Color { r, g, b, a }))
}

/// Draws a line whose place counts from a point of the screen.
pub fn paint_line(painter: &Painter, line: &TextItem, origin: Pos2) {
    painter.extend(line_shapes(painter, line, origin));
}

/// What [`paint_line`] draws.
pub(super) fn line_shapes(painter: &Painter, line: &TextItem, origin: Pos2) -> Vec<Shape> {
    let view = View::new(origin, 1.0).in_full();
    let mut canvas = Canvas::new(painter.clone(), view);
    canvas.text(line, Place { transform: view.transform(), opacity: 1.0, plain: false });
    canvas.close_areas();
    canvas.shapes
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
            let line = setter.labelling(|shaper| shaper.line_within(&label(text), style, max_width));
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
