//! The pages that a picture is laid out for, with their exact sizes.

use touchline_words::say;

use super::Size;
use std::str::FromStr;

const POINTS_PER_UNIT: f32 = 0.75;

/// The paper that a picture is laid out for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PageSize {
    /// As large as the board and a margin.
    #[default]
    Fit,
    /// A 16:9 slide.
    Slide,
    /// A 4:3 slide.
    Screen,
    /// Paper on its side.
    Lying(Sheet),
    /// Paper upright.
    Upright(Sheet),
    /// Whole millimetres, each within [`OWN_MM`].
    Own { width_mm: u16, height_mm: u16 },
}

/// Paper by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sheet {
    A5,
    A4,
    A3,
    A2,
    A1,
    A0,
    Letter,
    Tabloid,
}

/// The sides that a page of one's own may have, in millimetres.
pub const OWN_MM: std::ops::RangeInclusive<u16> = 100..=5_000;

const POINTS_PER_MM: f32 = 72.0 / 25.4;
const POINTS_PER_INCH: f32 = 72.0;
const DOTS_PER_INCH: f32 = 300.0;

impl Sheet {
    pub const ALL: [Sheet; 8] =
        [Sheet::A5, Sheet::A4, Sheet::A3, Sheet::A2, Sheet::A1, Sheet::A0, Sheet::Letter, Sheet::Tabloid];

    /// As on the command line.
    fn name(self) -> &'static str {
        match self {
            Sheet::A5 => "a5",
            Sheet::A4 => "a4",
            Sheet::A3 => "a3",
            Sheet::A2 => "a2",
            Sheet::A1 => "a1",
            Sheet::A0 => "a0",
            Sheet::Letter => "letter",
            Sheet::Tabloid => "tabloid",
        }
    }

    /// As on a box of paper.
    pub fn title(self) -> &'static str {
        match self {
            Sheet::A5 => "A5",
            Sheet::A4 => "A4",
            Sheet::A3 => "A3",
            Sheet::A2 => "A2",
            Sheet::A1 => "A1",
            Sheet::A0 => "A0",
            Sheet::Letter => "Letter",
            Sheet::Tabloid => "Tabloid",
        }
    }

    /// The long side and the short one, in points (ISO 216; ANSI/ASME Y14.1).
    fn sides_pt(self) -> (f32, f32) {
        match self {
            Sheet::A5 => (595.28, 419.53),
            Sheet::A4 => (841.89, 595.28),
            Sheet::A3 => (1190.55, 841.89),
            Sheet::A2 => (1683.78, 1190.55),
            Sheet::A1 => (2383.94, 1683.78),
            Sheet::A0 => (3370.39, 2383.94),
            Sheet::Letter => (792.0, 612.0),
            Sheet::Tabloid => (1224.0, 792.0),
        }
    }
}

impl PageSize {
    pub const A4: PageSize = PageSize::Lying(Sheet::A4);
    pub const A3: PageSize = PageSize::Lying(Sheet::A3);

    /// Those that have a name, on their side.
    pub const ALL: [PageSize; 11] = [
        PageSize::Fit,
        PageSize::Lying(Sheet::A5),
        PageSize::A4,
        PageSize::A3,
        PageSize::Lying(Sheet::A2),
        PageSize::Lying(Sheet::A1),
        PageSize::Lying(Sheet::A0),
        PageSize::Lying(Sheet::Letter),
        PageSize::Lying(Sheet::Tabloid),
        PageSize::Slide,
        PageSize::Screen,
    ];
    /// Round the board on [`PageSize::Fit`], in points.
    pub const FIT_MARGIN_PT: f32 = 24.0;

    /// As on the command line, where an upright page is asked for beside its name.
    pub fn name(self) -> String {
        match self {
            PageSize::Fit => "fit".to_owned(),
            PageSize::Slide => "16:9".to_owned(),
            PageSize::Screen => "4:3".to_owned(),
            PageSize::Lying(sheet) | PageSize::Upright(sheet) => sheet.name().to_owned(),
            PageSize::Own { width_mm, height_mm } => format!("{width_mm}x{height_mm}mm"),
        }
    }

    /// The same page upright; None for what is no paper.
    pub fn upright(self) -> Option<Self> {
        match self {
            PageSize::Lying(sheet) | PageSize::Upright(sheet) => Some(PageSize::Upright(sheet)),
            PageSize::Own { width_mm, height_mm } => {
                let (width_mm, height_mm) = (width_mm.min(height_mm), width_mm.max(height_mm));
                Some(PageSize::Own { width_mm, height_mm })
            }
            PageSize::Fit | PageSize::Slide | PageSize::Screen => None,
        }
    }

    /// Width and height in points; [`PageSize::Fit`] has the board's.
    pub fn size_pt(self) -> Option<Size> {
        match self {
            PageSize::Fit => None,
            PageSize::Slide => Some(Size::new(960.0, 540.0)),
            PageSize::Screen => Some(Size::new(720.0, 540.0)),
            PageSize::Lying(sheet) => {
                let (long, short) = sheet.sides_pt();
                Some(Size::new(long, short))
            }
            PageSize::Upright(sheet) => {
                let (long, short) = sheet.sides_pt();
                Some(Size::new(short, long))
            }
            PageSize::Own { width_mm, height_mm } => {
                Some(Size::new(f32::from(width_mm) * POINTS_PER_MM, f32::from(height_mm) * POINTS_PER_MM))
            }
        }
    }

    /// Width and height in map units, the size of a scene that is laid out for the page.
    pub fn size(self) -> Option<Size> {
        let points = self.size_pt()?;
        Some(Size::new(points.width / POINTS_PER_UNIT, points.height / POINTS_PER_UNIT))
    }

    /// Width and height of its PNG in pixels: 300 dpi on paper, 4K for a slide.
    pub fn size_px(self) -> Option<(u32, u32)> {
        let dots = |points: f32| (points / POINTS_PER_INCH * DOTS_PER_INCH).round() as u32;
        match self {
            PageSize::Fit => None,
            PageSize::Slide => Some((3840, 2160)),
            PageSize::Screen => Some((2880, 2160)),
            PageSize::Lying(_) | PageSize::Upright(_) | PageSize::Own { .. } => {
                self.size_pt().map(|size| (dots(size.width), dots(size.height)))
            }
        }
    }
}

impl FromStr for PageSize {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = PageSize::ALL.into_iter().find(|page| page.name().eq_ignore_ascii_case(name));
        found.or_else(|| own(name)).ok_or_else(|| {
            let (least, most) = (OWN_MM.start(), OWN_MM.end());
            say!(scene_no_page, name, least, most)
        })
    }
}

/// `420x297mm`.
fn own(name: &str) -> Option<PageSize> {
    let name = name.trim().to_ascii_lowercase();
    let (width, height) = name.strip_suffix("mm")?.split_once('x')?;
    let side = |text: &str| text.trim().parse().ok().filter(|side| OWN_MM.contains(side));
    Some(PageSize::Own { width_mm: side(width)?, height_mm: side(height)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_go_by_their_names_and_have_their_sizes() {
        for page in PageSize::ALL {
            assert_eq!(page.name().parse(), Ok(page));
        }
        assert!("a6".parse::<PageSize>().is_err());
        assert_eq!(PageSize::Slide.size(), Some(Size::new(1280.0, 720.0)));
    }

    #[test]
    fn paper_is_as_large_as_its_name_says_and_upright_when_asked_for() {
        for (name, width_mm, height_mm) in [("a5", 210.0, 148.0), ("a0", 1189.0, 841.0), ("letter", 279.4, 215.9)] {
            let page: PageSize = name.parse().unwrap();
            let (size, upright) = (page.size_pt().unwrap(), page.upright().unwrap().size_pt().unwrap());
            assert!((size.width - width_mm * POINTS_PER_MM).abs() < 0.1, "{name} {size:?}");
            assert!((size.height - height_mm * POINTS_PER_MM).abs() < 0.1, "{name} {size:?}");
            assert_eq!((upright.width, upright.height), (size.height, size.width));
        }
        assert_eq!(PageSize::A4.size_px(), Some((3508, 2480)));
        assert_eq!(PageSize::A3.size_px(), Some((4961, 3508)));
        assert_eq!([PageSize::Fit, PageSize::Slide, PageSize::Screen].map(PageSize::upright), [None; 3]);
    }

    #[test]
    fn a_page_of_ones_own_has_sides_within_what_a_printer_has() {
        let own = PageSize::Own { width_mm: 420, height_mm: 297 };
        assert_eq!("420x297mm".parse(), Ok(own));
        assert_eq!(own.name().parse(), Ok(own));
        assert_eq!(own.upright(), Some(PageSize::Own { width_mm: 297, height_mm: 420 }));
        for wrong in ["420x297", "0x0mm", "99x300mm", "5001x300mm", "99999999999x3mm", "-5x300mm", "x300mm", "ax300mm"]
        {
            assert!(wrong.parse::<PageSize>().unwrap_err().contains("100"), "{wrong}");
        }
    }
}
