//! The kind of file that is written, and when it was made.

use super::ExportError;
use crate::model;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// One map unit is 0.75 pt, so 96 make an inch.
pub const UNITS_PER_INCH: f32 = 96.0;

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

impl Date {
    /// A moment, or the start of 1970 for one that no calendar knows.
    pub fn at(moment: SystemTime) -> Self {
        let secs = moment.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let day = i64::try_from(secs).ok().and_then(model::Date::from_unix_secs);
        // Each part is a remainder that fits its type.
        let part = |secs: u64, of: u64| (secs % of) as u8;
        Self {
            year: day.and_then(|day| u16::try_from(day.year()).ok()).unwrap_or(1970),
            month: day.map_or(1, model::Date::month),
            day: day.map_or(1, model::Date::day),
            hour: part(secs / 3600, 24),
            minute: part(secs / 60, 60),
            second: part(secs, 60),
        }
    }
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
    fn a_moment_has_its_day_and_time() {
        let moment = UNIX_EPOCH + std::time::Duration::from_secs(1_793_664_000 + 14 * 3600 + 5 * 60 + 22);
        let expected = Date { year: 2026, month: 11, day: 3, hour: 14, minute: 5, second: 22 };
        assert_eq!(Date::at(moment), expected);
    }

    #[test]
    fn the_ending_says_the_format() {
        assert_eq!(Format::of_path(Path::new("a/b.PNG")).unwrap(), Format::Png);
        assert!(Format::of_path(Path::new("board.jpeg")).unwrap_err().to_string().contains(".svg"));
        assert!(Format::of_path(Path::new("svg")).is_err());
    }
}
