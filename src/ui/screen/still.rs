//! A picture that stands still is painted from triangles that were made of it once: while the pointer moves over it, a frame costs
//! little more than what moves.
//!
//! While an image in it is not ready it is painted as ever. Now and then it is so in any case, so that what others keep of it stays
//! kept.

use super::galleys::probe;
use super::image::loaded;
use super::{Canvas, Place, View};
use crate::scene::Scene;
use egui::epaint::{ClippedShape, TessellationOptions, Tessellator};
use egui::{Galley, LayerId, Mesh, Painter, Rect, Shape, TextureId};
use std::sync::Arc;

/// For so many frames a picture is painted from its triangles before it is painted as ever once more.
const FRAMES_MOST: u32 = 30;

/// What was painted last, and its triangles once it was painted twice.
#[derive(Default)]
pub struct Still {
    last: Option<Look>,
    drawn: Option<Drawn>,
}

struct Drawn {
    look: Look,
    /// Each with its clip rectangle.
    shapes: Vec<(Rect, Shape)>,
    frames: u32,
}

/// All that a painted picture depends on.
struct Look {
    /// Which picture it is, of all that there were.
    picture: u64,
    view: View,
    layer: LayerId,
    clip: Rect,
    opacity: f32,
    pixels_per_point: f32,
    options: TessellationOptions,
    /// Of the glyphs that its texts are made of.
    probe: Arc<Galley>,
    /// Of the images in it.
    loaded: u64,
}

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        let Self { picture, view, layer, clip, opacity, pixels_per_point, options, probe, loaded } = self;
        (*picture, *view, *layer, *clip) == (other.picture, other.view, other.layer, other.clip)
            && (*opacity, *pixels_per_point, *options) == (other.opacity, other.pixels_per_point, other.options)
            && *loaded == other.loaded
            && Arc::ptr_eq(probe, &other.probe)
    }
}

impl Still {
    /// Paints a scene as [`super::paint`] does; `picture` is another number for every other scene.
    pub fn paint(&mut self, painter: &Painter, picture: u64, scene: &Scene, view: View) {
        let look = Look {
            picture,
            view,
            layer: painter.layer_id(),
            clip: painter.clip_rect(),
            opacity: painter.opacity(),
            pixels_per_point: painter.pixels_per_point(),
            options: painter.ctx().options(|options| options.tessellation_options),
            probe: probe(painter),
            loaded: loaded(),
        };
        let ctx = painter.ctx();
        if let Some(drawn) = self.drawn.as_mut().filter(|drawn| drawn.look == look && drawn.frames < FRAMES_MOST) {
            drawn.frames += 1;
            ctx.graphics_mut(|graphics| {
                let list = graphics.entry(look.layer);
                for (clip, shape) in &drawn.shapes {
                    list.add(*clip, shape.clone());
                }
            });
            return;
        }
        let first = ctx.graphics_mut(|graphics| graphics.entry(look.layer).next_idx()).0;
        let mut canvas = Canvas::new(painter.clone(), view);
        canvas.items(&scene.items, Place { transform: view.transform(), opacity: 1.0, plain: false });
        canvas.flush();
        self.drawn = self.last.as_ref().filter(|last| **last == look && !canvas.awaits_pictures).and_then(|_| {
            let pair = |shape: &ClippedShape| (shape.clip_rect, shape.shape.clone());
            let shapes: Vec<(Rect, Shape)> =
                ctx.graphics_mut(|graphics| graphics.entry(look.layer).all_entries().skip(first).map(pair).collect());
            let is_whole = shapes.iter().all(|(_, shape)| Fate::of(shape) != Fate::Unknown);
            is_whole.then(|| Drawn { shapes: merged(shapes, &look), look: look.again(), frames: 0 })
        });
        self.last = Some(look);
    }
}

impl Look {
    fn again(&self) -> Self {
        Self { probe: Arc::clone(&self.probe), ..*self }
    }
}

/// What becomes of a shape in every frame.
#[derive(PartialEq)]
enum Fate {
    /// Its triangles are always the same.
    Merged,
    /// It is painted as it is: where its triangles find their letters and discs changes with the letters that come, or it has a
    /// texture of its own.
    Same,
    /// It may be another one.
    Unknown,
}

impl Fate {
    fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Mesh(mesh) if mesh.texture_id != TextureId::default() => Self::Same,
            Shape::Rect(rect) if rect.brush.is_some() => Self::Same,
            Shape::Text(_) | Shape::Circle(_) => Self::Same,
            Shape::Vec(_) | Shape::Callback(_) => Self::Unknown,
            Shape::Noop
            | Shape::Mesh(_)
            | Shape::Rect(_)
            | Shape::Ellipse(_)
            | Shape::LineSegment { .. }
            | Shape::Path(_)
            | Shape::Band(_)
            | Shape::QuadraticBezier(_)
            | Shape::CubicBezier(_) => Self::Merged,
        }
    }
}

/// Neighbouring shapes of one clip rectangle as one mesh, where that is their [`Fate`].
fn merged(shapes: Vec<(Rect, Shape)>, look: &Look) -> Vec<(Rect, Shape)> {
    let mut tessellator = Tessellator::new(look.pixels_per_point, look.options, [1, 1], Vec::new());
    let mut all: Vec<(Rect, Shape)> = Vec::new();
    let mut mesh = Mesh::default();
    let mut clip = Rect::NOTHING;
    let close = |mesh: &mut Mesh, clip: Rect, all: &mut Vec<(Rect, Shape)>| {
        if !mesh.is_empty() {
            all.push((clip, Shape::Mesh(Arc::new(std::mem::take(mesh)))));
        }
    };
    for (within, shape) in shapes {
        if within != clip {
            close(&mut mesh, clip, &mut all);
            clip = within;
            tessellator.set_clip_rect(clip);
        }
        match Fate::of(&shape) {
            Fate::Merged => tessellator.tessellate_shape(shape, &mut mesh),
            Fate::Same | Fate::Unknown => {
                close(&mut mesh, clip, &mut all);
                all.push((within, shape));
            }
        }
    }
    close(&mut mesh, clip, &mut all);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Lens, arrange_board};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use crate::ui::style;
    use egui::epaint::Primitive;
    use egui::{Context, RawInput, Vec2, pos2};

    /// A context whose fonts are the window's.
    fn context() -> Context {
        let ctx = Context::default();
        style::apply(&ctx, &Theme::light(), true);
        ctx
    }

    /// The triangles of a frame in which a board is painted, and how many shapes they were made of.
    fn frame(
        ctx: &Context,
        still: &mut Still,
        scene: &Scene,
        (picture, view): (u64, View),
    ) -> (Vec<(Rect, Mesh)>, usize) {
        let screen = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1280.0, 720.0));
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| still.paint(ui.painter(), picture, scene, view));
        let (shapes, pixels_per_point) = (std::mem::take(&mut output.shapes), output.pixels_per_point);
        output.drop_without_applying_deltas();
        let count = shapes.len();
        let mut meshes: Vec<(Rect, Mesh)> = Vec::new();
        for primitive in ctx.tessellate(shapes, pixels_per_point) {
            if let Primitive::Mesh(mesh) = primitive.primitive {
                meshes.push((primitive.clip_rect, mesh));
            }
        }
        (meshes, count)
    }

    #[test]
    fn a_picture_that_stands_still_is_the_same_to_the_last_triangle_and_costs_fewer_shapes() {
        let ctx = context();
        let board = arrange_board(&sample::map(), &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let mut still = Still::default();
        let view = View::new(pos2(20.0, 30.0), 1.0);
        // The fonts come with the second frame, and with the first picture of it the letters.
        for _ in 0..3 {
            frame(&ctx, &mut Still::default(), &board.scene, (1, view));
        }
        let (first, as_ever) = frame(&ctx, &mut still, &board.scene, (1, view));
        let (second, _) = frame(&ctx, &mut still, &board.scene, (1, view));
        let (third, kept) = frame(&ctx, &mut still, &board.scene, (1, view));
        assert!(!first.is_empty() && kept < as_ever, "{kept} of {as_ever}");
        assert!(first == second && second == third);

        let closer = View::new(pos2(20.0, 30.0), 1.5);
        let (moved, _) = frame(&ctx, &mut still, &board.scene, (1, closer));
        let (anew, _) = frame(&ctx, &mut Still::default(), &board.scene, (1, closer));
        assert!(moved == anew && moved != first);
        let empty = Scene::default();
        let (none, _) = frame(&ctx, &mut still, &empty, (2, closer));
        assert!(none.iter().all(|(_, mesh)| mesh.is_empty()));
    }

    #[test]
    fn now_and_then_a_picture_is_painted_as_ever() {
        let ctx = context();
        let board = arrange_board(&sample::map(), &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let mut still = Still::default();
        let view = View::new(pos2(20.0, 30.0), 1.0);
        let counts: Vec<usize> =
            (0..3 * FRAMES_MOST).map(|_| frame(&ctx, &mut still, &board.scene, (1, view)).1).collect();
        let most = counts.iter().max().unwrap();
        let as_ever = counts.iter().filter(|count| *count == most).count() as u32;
        assert!((3..FRAMES_MOST).contains(&as_ever), "{as_ever}");
    }
}
