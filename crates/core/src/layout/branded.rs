//! A map's theme: the program's, in the colours of the client whose map it is.

use crate::model::{Map, Tint};
use crate::scene::Color;
use crate::theme::{Theme, Tints};

/// The theme in the map's colours; the theme itself where the map has none.
pub fn branded(theme: &Theme, map: &Map) -> Theme {
    let brand = &map.meta.brand;
    if brand.accent.is_none() && brand.stages.is_empty() {
        return *theme;
    }
    let stages = brand.stages.iter().copied().map(color_of).collect();
    theme.tinted(&Tints { accent: brand.accent.map(color_of), stages })
}

pub fn color_of(tint: Tint) -> Color {
    Color { r: tint.r, g: tint.g, b: tint.b, a: 255 }
}
