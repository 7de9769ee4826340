//! A box to tick. Its edge is all that shows while it is empty, so it stands out more than the hairline around a field.

use egui::{Checkbox, CornerRadius, Response, Ui, Widget};

/// A box to tick, with what it is for beside it.
pub fn tick<'a>(is_on: &'a mut bool, text: &'a str) -> impl Widget + 'a {
    move |ui: &mut Ui| -> Response {
        ui.scope(|ui| {
            let widgets = &mut ui.visuals_mut().widgets;
            for look in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
                look.corner_radius = CornerRadius::same(3);
                look.bg_stroke.color = look.fg_stroke.color.gamma_multiply(0.55);
            }
            ui.add(Checkbox::new(is_on, text))
        })
        .inner
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Color;
    use crate::theme::{Theme, contrast};
    use crate::ui::style;
    use egui::{Color32, Context, RawInput, Shape};

    /// The edges of what a frame paints with an empty box in it, as they show on the ground.
    fn edges(theme: &Theme) -> Vec<Color32> {
        let ctx = Context::default();
        style::apply(&ctx, theme, true);
        let frame = || {
            let mut is_on = false;
            let mut shown = ctx.run_ui(RawInput::default(), |ui| {
                ui.add(tick(&mut is_on, "Sticky notes"));
            });
            shown.textures_delta.clear();
            shown
        };
        frame();
        let shown = frame();
        let ground = style::color(theme.surface);
        let edge = |shape: &Shape| match shape {
            Shape::Rect(rect) if rect.stroke.width > 0.0 => Some(ground.blend(rect.stroke.color)),
            _ => None,
        };
        shown.shapes.iter().filter_map(|clipped| edge(&clipped.shape)).collect()
    }

    #[test]
    fn an_empty_box_stands_out_from_the_ground_in_light_and_dark() {
        for theme in [Theme::light(), Theme::dark()] {
            let edges = edges(&theme);
            assert_eq!(edges.len(), 1, "the box has an edge");
            for edge in edges {
                let edge = Color { r: edge.r(), g: edge.g(), b: edge.b(), a: 255 };
                let found = contrast(edge, theme.surface);
                assert!(found >= 3.0, "{found} in {}", if theme.dark { "dark" } else { "light" });
            }
        }
    }
}
