//! The window's icon: the mark of the theme, drawn into a few thousand pixels.

use crate::scene::{Paint, PathItem, Rect};
use crate::theme::{Mark, Theme};
use crate::ui::widgets::outlines;
use egui::{Color32, IconData, Pos2, pos2};

/// Width and height in pixels.
const SIDE: u32 = 64;

/// The mark on nothing.
pub fn window_icon() -> IconData {
    let side = SIDE as f32;
    let parts = Mark.paths(Rect::new(0.0, 0.0, side, side).shrink(4.0), &Theme::light());
    let drawn: Vec<Part> = parts.iter().filter_map(Part::new).collect();
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let at = pos2(x as f32 + 0.5, y as f32 + 0.5);
            let pixel = drawn.iter().fold(Color32::TRANSPARENT, |below, part| part.over(below, at));
            rgba.extend(pixel.to_srgba_unmultiplied());
        }
    }
    IconData { rgba, width: SIDE, height: SIDE }
}

/// A stroke or a filled disc as a line with a thickness.
struct Part {
    points: Vec<Pos2>,
    reach: f32,
    color: Color32,
}

impl Part {
    fn new(item: &PathItem) -> Option<Self> {
        let (points, _) = outlines(&item.segments).into_iter().next()?;
        if let Some(Paint::Flat(color)) = item.fill {
            let bounds = egui::Rect::from_points(&points);
            return Some(Self {
                points: vec![bounds.center(), bounds.center()],
                reach: bounds.width() / 2.0,
                color: crate::ui::style::color(color),
            });
        }
        let stroke = item.stroke.as_ref()?;
        let Paint::Flat(color) = stroke.paint else { return None };
        Some(Self { points, reach: stroke.width / 2.0, color: crate::ui::style::color(color) })
    }

    /// The part laid over a pixel, its edge smoothed over one pixel.
    fn over(&self, below: Color32, at: Pos2) -> Color32 {
        let distance = self.points.windows(2).filter_map(|piece| match piece {
            [from, to] => Some(distance_to(*from, *to, at)),
            _ => None,
        });
        let nearest = distance.fold(f32::INFINITY, f32::min);
        below.blend(self.color.gamma_multiply((self.reach - nearest + 0.5).clamp(0.0, 1.0)))
    }
}

fn distance_to(from: Pos2, to: Pos2, at: Pos2) -> f32 {
    let along = to - from;
    let length = along.length_sq();
    let share = if length == 0.0 { 0.0 } else { ((at - from).dot(along) / length).clamp(0.0, 1.0) };
    at.distance(from + along * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_shows_the_mark_in_its_two_colours() {
        let icon = window_icon();
        let has =
            |color: crate::scene::Color| icon.rgba.chunks(4).any(|pixel| pixel == [color.r, color.g, color.b, 255]);
        assert!(has(Theme::light().accent) && has(Theme::light().bad));
        assert_eq!(icon.rgba.first_chunk::<4>(), Some(&[0; 4]));
    }
}
