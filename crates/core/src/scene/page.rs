//! The pages that a picture is laid out for, with their exact sizes.

use touchline_words::say;

use super::Size;
use std::str::FromStr;

const POINTS_PER_UNIT: f32 = 0.75;

/// The paper; all pages lie on their side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PageSize {
    /// As large as the board and a margin.
    #[default]
    Fit,
    A4,
    A3,
    /// A 16:9 slide.
    Slide,
}

impl PageSize {
    pub const ALL: [PageSize; 4] = [PageSize::Fit, PageSize::A4, PageSize::A3, PageSize::Slide];
    /// Round the board on [`PageSize::Fit`], in points.
    pub const FIT_MARGIN_PT: f32 = 24.0;

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            PageSize::Fit => "fit",
            PageSize::A4 => "a4",
            PageSize::A3 => "a3",
            PageSize::Slide => "16:9",
        }
    }

    /// Width and height in points; [`PageSize::Fit`] has the board's.
    pub fn size_pt(self) -> Option<Size> {
        match self {
            PageSize::Fit => None,
            PageSize::A4 => Some(Size::new(841.89, 595.28)),
            PageSize::A3 => Some(Size::new(1190.55, 841.89)),
            PageSize::Slide => Some(Size::new(960.0, 540.0)),
        }
    }

    /// Width and height in map units, the size of a scene that is laid out for the page.
    pub fn size(self) -> Option<Size> {
        let points = self.size_pt()?;
        Some(Size::new(points.width / POINTS_PER_UNIT, points.height / POINTS_PER_UNIT))
    }

    /// Width and height of its PNG in pixels: 300 dpi on paper, 4K for a slide.
    pub fn size_px(self) -> Option<(u32, u32)> {
        match self {
            PageSize::Fit => None,
            PageSize::A4 => Some((3508, 2480)),
            PageSize::A3 => Some((4961, 3508)),
            PageSize::Slide => Some((3840, 2160)),
        }
    }
}

impl FromStr for PageSize {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = PageSize::ALL.into_iter().find(|page| page.name().eq_ignore_ascii_case(name));
        found.ok_or_else(|| say!(scene_no_page, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_go_by_their_names_and_have_their_sizes() {
        for page in PageSize::ALL {
            assert_eq!(page.name().parse(), Ok(page));
        }
        assert!("letter".parse::<PageSize>().is_err());
        assert_eq!(PageSize::Slide.size(), Some(Size::new(1280.0, 720.0)));
    }
}
