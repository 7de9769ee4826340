//! Pictures on the screen: unpacked off the frame, made about as small as they are shown, given to the graphics card once.
//!
//! Where a picture is not there yet, its place is a plain area; the frame after it is ready shows it. The textures are kept in
//! the egui context for as long as they are painted, and a while longer.

use super::{Canvas, Place, view};
use crate::images::{Image, ImageId, Pixels};
use crate::scene::ImageItem;
use crate::session::job::{Job, JobState};
use egui::epaint::RectShape;
use egui::{Color32, ColorImage, Context, CornerRadius, Id, Pos2, Rect, TextureFilter, TextureHandle, TextureOptions};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// A texture that was not painted for this many passes is given back.
const KEPT_PASSES: u64 = 240;
/// So many are unpacked at once.
const AT_ONCE: usize = 2;
/// No texture is fewer pixels wide, if its picture is not.
const LEAST_PX: f32 = 96.0;
const SHARP: TextureOptions = TextureOptions { mipmap_mode: Some(TextureFilter::Linear), ..TextureOptions::LINEAR };

/// How many pictures were given to the graphics card.
static LOADED: AtomicU64 = AtomicU64::new(0);

/// Another number once a picture is another texture than before.
pub(super) fn loaded() -> u64 {
    LOADED.load(Ordering::Relaxed)
}

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<HashMap<ImageId, Picture>>>);

/// A picture as far as it is known.
#[derive(Default)]
struct Picture {
    texture: Option<TextureHandle>,
    /// How many times the texture was halved.
    halved: u32,
    /// On its way, halved so many times.
    job: Option<(Job<Option<ColorImage>>, u32)>,
    is_damaged: bool,
    last_pass: u64,
}

impl Canvas {
    pub(super) fn image(&mut self, item: &ImageItem, at: Place) {
        let rect = view::to_egui(at.transform.apply_rect(item.rect));
        if !self.sees(rect) {
            return;
        }
        let spread = view::to_egui(at.transform.apply_rect(item.spread()));
        let width_px = spread.width() * self.pixels_per_point;
        let radius = CornerRadius::from(item.radius * at.transform.scale);
        let (texture, is_final) = texture(self.painter.ctx(), &item.image, width_px);
        self.awaits_pictures |= !is_final;
        let Some(texture) = texture else { return };
        let share = |pos: Pos2| ((pos - spread.min) / spread.size()).to_pos2();
        let uv = Rect::from_min_max(share(rect.min), share(rect.max));
        let tint = Color32::WHITE.gamma_multiply(at.opacity);
        self.push(RectShape::filled(rect, radius, tint).with_texture(texture.id(), uv).into());
    }
}

/// The picture in the size nearest to what is asked for; another one, or none, until that is ready. With whether it is.
fn texture(ctx: &Context, image: &Image, width_px: f32) -> (Option<TextureHandle>, bool) {
    let kept = ctx.data_mut(|data| data.get_temp_mut_or_default::<Kept>(Id::unique("pictures")).clone());
    let Ok(mut table) = kept.0.lock() else { return (None, false) };
    let pass = ctx.cumulative_pass_nr();
    if !table.contains_key(&image.id()) {
        table.retain(|_, picture| picture.last_pass + KEPT_PASSES > pass);
    }
    let running = table.values().filter(|picture| picture.job.is_some()).count();
    let picture = table.entry(image.id()).or_default();
    picture.last_pass = pass;
    picture.take_over(ctx);
    let wanted = halvings(image, width_px);
    let fits = picture.texture.is_some() && picture.halved <= wanted;
    if fits || picture.is_damaged || picture.job.is_some() {
        return (picture.texture.clone(), fits || picture.is_damaged);
    }
    if running >= AT_ONCE {
        ctx.request_repaint();
        return (picture.texture.clone(), false);
    }
    let (image, then) = (image.clone(), ctx.clone());
    let unpack = move |_: &_| {
        let mut pixels = image.pixels()?;
        for _ in 0..wanted {
            pixels = pixels.halved();
        }
        color_image(&pixels)
    };
    picture.job = Some((Job::start_then("unpack a picture", unpack, move || then.request_repaint()), wanted));
    (picture.texture.clone(), false)
}

impl Picture {
    /// What a job has finished.
    fn take_over(&mut self, ctx: &Context) {
        let Some((job, halved)) = self.job.take() else { return };
        match job.poll() {
            JobState::Running => self.job = Some((job, halved)),
            JobState::Done(Some(pixels)) => {
                self.texture = Some(ctx.load_texture("picture", pixels, SHARP));
                self.halved = halved;
                LOADED.fetch_add(1, Ordering::Relaxed);
            }
            JobState::Done(None) | JobState::Lost => self.is_damaged = true,
        }
    }
}

/// How often a picture can be halved and still has a pixel for each that is shown.
fn halvings(image: &Image, width_px: f32) -> u32 {
    let needed = width_px.max(LEAST_PX);
    let (mut left, mut times) = (image.width_px(), 0);
    while (left / 2) as f32 >= needed && image.height_px() >> (times + 1) > 0 {
        left /= 2;
        times += 1;
    }
    times
}

fn color_image(pixels: &Pixels) -> Option<ColorImage> {
    let side = |px: u32| usize::try_from(px).ok();
    Some(ColorImage::from_rgba_unmultiplied([side(pixels.width_px)?, side(pixels.height_px)?], &pixels.rgba))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_halved_as_long_as_it_has_a_pixel_for_each_that_is_shown() {
        let image = Pixels::new(800, 4, vec![200; 800 * 4 * 4]).unwrap().image().unwrap();
        let wide = Pixels::new(800, 600, vec![200; 800 * 600 * 4]).unwrap().image().unwrap();
        let times = |image: &Image| [1_000.0, 800.0, 400.0, 399.0, 150.0, 3.0].map(|width| halvings(image, width));
        assert_eq!(times(&wide), [0, 0, 1, 1, 2, 3]);
        assert_eq!(times(&image), [0, 0, 1, 1, 2, 2]);
    }
}
