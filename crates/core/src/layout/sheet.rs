//! What a page is laid out for: how small its text may be, how large its board, and the air around what stands on it.

use crate::scene::PageSize;

/// The long side of A4, in map units.
const A4_LONG: f32 = 1122.5;

/// What a page is laid out for.
pub(super) struct Sheet {
    /// The smallest text, in points, where that can be.
    pub least_pt: f32,
    /// The largest scale of the board.
    pub most: f32,
    /// Above the title, between it and the board, between that and the foot, and below the foot, in the title's scale.
    pub air: [f32; 4],
}

impl Sheet {
    pub fn of(size: PageSize) -> Self {
        let paper = [28.0, 14.0, 12.0, 21.0];
        match size {
            PageSize::Fit | PageSize::A4 => Self { least_pt: 6.5, most: 1.0, air: paper },
            PageSize::A3 => Self { least_pt: 6.5, most: 1.25, air: paper },
            PageSize::Slide | PageSize::Screen => Self { least_pt: 9.0, most: 1.4, air: [22.0, 9.0, 9.0, 18.0] },
            PageSize::Lying(_) | PageSize::Upright(_) | PageSize::Own { .. } => {
                // The larger the paper, the further away it is held, but not in proportion: A3 as above.
                let larger = size.size().map_or(1.0, |size| size.width.max(size.height) / A4_LONG);
                Self { least_pt: size.least_pt(), most: larger.max(1.0).powf(0.65), air: paper }
            }
        }
    }
}
