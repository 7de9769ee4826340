//! What is exported onto: the page and the kind of file, with their exact sizes.

use super::ExportError;
use crate::scene::Size;
use std::path::Path;
use std::str::FromStr;

/// One map unit is 0.75 pt, so 96 make an inch.
pub const UNITS_PER_INCH: f32 = 96.0;
const POINTS_PER_UNIT: f32 = 0.75;

/// The paper; all pages lie on their side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// As large as the board and a margin.
    #[default]
    Fit,
    A4,
    A3,
    /// A 16:9 slide.
    Slide,
}

impl Page {
    pub const ALL: [Page; 4] = [Page::Fit, Page::A4, Page::A3, Page::Slide];
    /// Round the board on [`Page::Fit`], in points.
    pub const FIT_MARGIN_PT: f32 = 24.0;

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Page::Fit => "fit",
            Page::A4 => "a4",
            Page::A3 => "a3",
            Page::Slide => "16:9",
        }
    }

    /// Width and height in points; [`Page::Fit`] has the board's.
    pub fn size_pt(self) -> Option<Size> {
        match self {
            Page::Fit => None,
            Page::A4 => Some(Size::new(841.89, 595.28)),
            Page::A3 => Some(Size::new(1190.55, 841.89)),
            Page::Slide => Some(Size::new(960.0, 540.0)),
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
            Page::Fit => None,
            Page::A4 => Some((3508, 2480)),
            Page::A3 => Some((4961, 3508)),
            Page::Slide => Some((3840, 2160)),
        }
    }
}

impl FromStr for Page {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Page::ALL.into_iter().find(|page| page.name().eq_ignore_ascii_case(name));
        found.ok_or_else(|| format!("there is no page “{name}”; choose fit, a4, a3 or 16:9"))
    }
}

/// When the document was made, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    pub year: u16,
    /// 1 … 12.
    pub month: u8,
    /// 1 … 31.
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

/// The kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Png,
    Svg,
}

impl Format {
    pub const ALL: [Format; 3] = [Format::Pdf, Format::Png, Format::Svg];

    /// Without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png => "png",
            Format::Svg => "svg",
        }
    }

    /// By the path's ending, in either case of letters.
    pub fn of_path(path: &Path) -> Result<Self, ExportError> {
        let ending = path.extension().unwrap_or_default();
        let found = Format::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()));
        found.ok_or_else(|| ExportError::UnknownFormat { path: path.display().to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_go_by_their_names_and_have_their_sizes() {
        for page in Page::ALL {
            assert_eq!(page.name().parse(), Ok(page));
        }
        assert!("letter".parse::<Page>().is_err());
        assert_eq!(Page::Slide.size(), Some(Size::new(1280.0, 720.0)));
    }

    #[test]
    fn the_ending_says_the_format() {
        assert_eq!(Format::of_path(Path::new("a/b.PNG")).unwrap(), Format::Png);
        assert!(Format::of_path(Path::new("board.jpeg")).unwrap_err().to_string().contains(".svg"));
        assert!(Format::of_path(Path::new("svg")).is_err());
    }
}
