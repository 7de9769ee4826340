//! What the axes of all charts have in common: shares at the left, fine lines across, no frame.

use super::backend::{PIXELS, rgb};
use crate::figures::numbers;
use crate::theme::{Theme, size};
use plotters::chart::MeshStyle;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;

/// Gives a chart's axes their common look.
pub(super) fn style_axes<DB: DrawingBackend>(
    mesh: &mut MeshStyle<'_, '_, RangedCoordf64, RangedCoordf64, DB>,
    theme: &Theme,
) {
    let figures = ("sans-serif", f64::from(size::DETAIL * PIXELS)).into_font().color(&rgb(theme.muted));
    mesh.disable_x_mesh()
        .set_tick_mark_size(LabelAreaPosition::Left, (5.0 * PIXELS) as i32)
        .y_max_light_lines(0)
        .y_labels(6)
        .bold_line_style(rgb(theme.hairline).stroke_width(PIXELS as u32))
        .axis_style(TRANSPARENT)
        .label_style(figures)
        .y_label_formatter(&percent);
}

fn percent(value: &f64) -> String {
    numbers::whole_rate(*value)
}
