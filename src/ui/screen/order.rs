//! Words that egui has set, put into the order in which they are read before a frame goes out: whatever label, tooltip, cell or
//! button they stand in, nobody who writes one has to think of it.
//!
//! Egui turns the letters of a word that is read from the right, but leaves the words of a line where they are. Here each text
//! that has such letters is drawn as our own shaping has it, in the place of its galley.
//!
//! # Limits
//! - Text that is turned by an angle stays as it was set, and so does what is painted on a layer that is no area, such as the
//!   ghost of a block.
//! - A text of several lines has one look, that of its beginning.

use super::words::{Setter, label, line_shapes, style_of};
use crate::scene::{Point, TextItem};
use crate::text::{Shaper, WrittenLine, has_right_to_left, read_from_left, read_from_right, runs_right_to_left};
use egui::epaint::TextShape;
use egui::epaint::text::PlacedRow;
use egui::layers::{PaintList, ShapeIdx};
use egui::{Color32, Context, LayerId, Painter, Plugin, Rect, Shape, Ui};

/// Lets every frame from now on go out with its words in order.
pub fn keep_in_order(ctx: &Context) {
    ctx.add_plugin(InOrder);
}

struct InOrder;

impl Plugin for InOrder {
    fn debug_name(&self) -> &'static str {
        "words in order"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx();
        for layer in layers(ctx) {
            for (at, clip, shape) in ctx.graphics(|graphics| graphics.get(layer).map(out_of_order).unwrap_or_default())
            {
                let painter = Painter::new(ctx.clone(), layer, clip);
                let shape = in_order(&painter, shape);
                ctx.graphics_mut(|graphics| {
                    graphics.entry(layer).mutate_shape(at, |clipped| clipped.shape = shape);
                });
            }
        }
    }
}

fn layers(ctx: &Context) -> Vec<LayerId> {
    let mut layers: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().collect());
    layers.extend([LayerId::background(), LayerId::debug()]);
    layers.sort_unstable_by_key(|layer| (layer.order, layer.id.value()));
    layers.dedup();
    layers
}

/// The shapes of a layer that hold words to be put in order, with where they stand and what clips them.
fn out_of_order(list: &PaintList) -> Vec<(ShapeIdx, Rect, Shape)> {
    let shapes = list.all_entries().enumerate().filter(|(_, clipped)| is_out_of_order(&clipped.shape));
    shapes.map(|(at, clipped)| (ShapeIdx(at), clipped.clip_rect, clipped.shape.clone())).collect()
}

/// Whether words of a shape stand as egui set them and would be read in another order.
pub fn is_out_of_order(shape: &Shape) -> bool {
    match shape {
        // What stands in an editor is drawn by it, over a galley of which nothing is seen.
        Shape::Text(text) => text.galley.num_vertices > 0 && text.angle == 0.0 && has_right_to_left(text.galley.text()),
        Shape::Vec(shapes) => shapes.iter().any(is_out_of_order),
        _ => false,
    }
}

fn in_order(painter: &Painter, shape: Shape) -> Shape {
    if !is_out_of_order(&shape) {
        return shape;
    }
    match shape {
        Shape::Vec(shapes) => Shape::Vec(shapes.into_iter().map(|shape| in_order(painter, shape)).collect()),
        Shape::Text(text) => {
            let setter = Setter::of(painter.ctx(), text.galley.text());
            let lines = setter.and_then(|setter| setter.labelling(|shaper| lines(&text, shaper)));
            let Some(lines) = lines else { return text.into() };
            let origin = text.pos;
            Shape::Vec(lines.iter().flat_map(|line| line_shapes(painter, line, origin)).collect())
        }
        other => other,
    }
}

/// The lines of a text as they are shaped, each at its place beside the galley's; none where a font is unknown.
fn lines(text: &TextShape, shaper: &Shaper) -> Option<Vec<TextItem>> {
    let galley = &text.galley;
    let first = galley.rows.first()?;
    let baseline = |row: &PlacedRow| row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y);
    if galley.rows.len() == 1 {
        let parts = parts(text, shaper)?;
        let width: f32 = parts.iter().map(|part| part.width).sum();
        let mut left = first.pos.x + (first.size.x - width) / 2.0;
        let place = |part: TextItem| {
            let line = part.at(Point::new(left, baseline(first)));
            left += line.width;
            line
        };
        return Some(parts.into_iter().map(place).collect());
    }
    let format = &galley.job.sections.first()?.format;
    let style = style_of(&format.font_id, ink(text, format.color))?;
    let width = galley.job.wrap.max_width;
    let written = shaper.written(&label(galley.text()), style, width.is_finite().then_some(width));
    let rows = galley.rows.iter().zip(written.lines);
    let place = |(row, written): (&PlacedRow, WrittenLine)| {
        let from_right = written.right_to_left;
        let line = written.line;
        let left = if from_right { galley.rect.right() - line.width } else { first.pos.x };
        line.at(Point::new(left, baseline(row)))
    };
    Some(rows.map(place).collect())
}

/// What a single line is made of, from the left: one part for each of its looks.
fn parts(text: &TextShape, shaper: &Shaper) -> Option<Vec<TextItem>> {
    let job = &text.galley.job;
    let from_right = runs_right_to_left(&label(&job.text));
    let mut room = if text.galley.elided { job.wrap.max_width } else { f32::INFINITY };
    let mut parts = Vec::with_capacity(job.sections.len());
    for section in &job.sections {
        let words = job.text.get(section.byte_range.start.0..section.byte_range.end.0)?;
        let words = if from_right { read_from_right(words.to_owned()) } else { read_from_left(words.to_owned()) };
        let style = style_of(&section.format.font_id, ink(text, section.format.color))?;
        let part = shaper.line_within(&words, style, room.max(0.0));
        room -= part.width;
        parts.push(part);
    }
    if from_right {
        parts.reverse();
    }
    Some(parts)
}

fn ink(text: &TextShape, of_section: Color32) -> Color32 {
    let plain = if of_section == Color32::PLACEHOLDER { text.fallback_color } else { of_section };
    text.override_text_color.unwrap_or(plain).gamma_multiply(text.opacity_factor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::screen::words;
    use crate::ui::style;
    use egui::text::{LayoutJob, TextFormat};
    use egui::{Align2, Pos2, RawInput, RichText};
    use std::sync::Arc;

    /// What a frame shows of a panel, with `12:30` and the pictures of words by where they begin.
    fn shown(add: impl FnMut(&mut Ui)) -> (Vec<f32>, Vec<f32>) {
        let (ctx, mut add) = (Context::default(), add);
        style::apply(&ctx, &crate::theme::Theme::light(), true);
        words::offer(&ctx, &Arc::new(Shaper::bundled()), "he");
        keep_in_order(&ctx);
        ctx.run_ui(RawInput::default(), &mut add).textures_delta.clear();
        let mut output = ctx.run_ui(RawInput::default(), &mut add);
        output.textures_delta.clear();
        let (mut figures, mut pictures) = (Vec::new(), Vec::new());
        for clipped in &output.shapes {
            assert!(!is_out_of_order(&clipped.shape), "{:?}", clipped.shape);
            gather(&clipped.shape, &mut figures, &mut pictures);
        }
        (figures, pictures)
    }

    fn gather(shape: &Shape, figures: &mut Vec<f32>, pictures: &mut Vec<f32>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, figures, pictures)),
            Shape::Text(text) if text.galley.text().contains("12:30") => figures.push(text.pos.x),
            Shape::Rect(rect) if rect.fill_texture_id() != egui::TextureId::default() => {
                pictures.push(rect.rect.left())
            }
            Shape::Mesh(mesh) if mesh.texture_id != egui::TextureId::default() => {
                pictures.push(mesh.calc_bounds().left())
            }
            _ => {}
        }
    }

    #[test]
    fn words_stand_in_order_wherever_they_are_written() {
        let text = "הורים חדשים 12:30";
        let places: [fn(&mut Ui, &str); 6] = [
            |ui, text| _ = ui.label(text),
            |ui, text| _ = ui.button(RichText::new(text).font(style::small())),
            |ui, text| _ = ui.selectable_label(true, text),
            |ui, text| {
                _ = ui.painter().text(Pos2::new(300.0, 20.0), Align2::LEFT_TOP, text, style::body(), Color32::BLACK)
            },
            |ui, text| _ = ui.heading(text),
            |ui, text| _ = ui.add(egui::Label::new(text).truncate()),
        ];
        for place in places {
            let (figures, pictures) = shown(|ui| place(ui, text));
            assert!(!pictures.is_empty() && figures.len() == 1, "{figures:?} {pictures:?}");
            assert!(
                pictures.iter().all(|left| *left > figures[0]),
                "the figures are read last: {figures:?} {pictures:?}"
            );
            // The same behind a sentence's own beginning is read from the left.
            let (figures, pictures) = shown(|ui| place(ui, "\u{200e}הורים חדשים 12:30"));
            assert!(pictures.iter().all(|left| *left < figures[0]), "{figures:?} {pictures:?}");
        }
    }

    #[test]
    fn lines_that_wrap_stay_in_their_room_and_what_is_cut_says_so() {
        let text = "הורים חדשים ועוד הורים חדשים ועוד הורים 12:30";
        let (figures, pictures) = shown(|ui| {
            ui.set_max_width(120.0);
            ui.add(egui::Label::new(text).wrap());
        });
        assert_eq!(figures.len(), 1);
        assert!(pictures.len() > 1, "{pictures:?}");
        assert!(pictures.iter().chain(&figures).all(|left| (-10.0..=140.0).contains(left)), "{figures:?} {pictures:?}");
        let (figures, pictures) = shown(|ui| {
            ui.set_max_width(120.0);
            ui.add(egui::Label::new(text).truncate());
        });
        assert!(figures.is_empty() && pictures.iter().all(|left| (-10.0..=140.0).contains(left)));
    }

    #[test]
    fn parts_of_other_looks_stand_in_order_too() {
        let ink = |color| TextFormat::simple(style::body(), color);
        let (figures, pictures) = shown(|ui| {
            let mut job = LayoutJob::default();
            job.append("הורים ", 0.0, ink(Color32::RED));
            job.append("12:30", 0.0, ink(Color32::BLUE));
            ui.label(job);
        });
        assert_eq!(figures.len(), 1);
        assert!(pictures.iter().all(|left| figures[0] < *left), "the text is read from the right");
    }
}
