//! The kind of file that is written, and when it was made.

use touchline_words::direction::Listed;
use touchline_words::say;

use super::ExportError;
use crate::model;
use crate::scene::PageSize;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// One map unit is 0.75 pt, so 96 make an inch.
pub const UNITS_PER_INCH: f32 = 96.0;

/// When the document was made, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub year: u16,
    /// 1 … 12.
    pub month: u8,
    /// 1 … 31.
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

impl Moment {
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
    /// Slides of shapes that are edited on.
    Pptx,
    Png,
    /// The same pixels, in fewer bytes.
    Webp,
    Svg,
    /// A page to zoom and search, with all that it says as a list.
    Html,
    /// All tables in one workbook.
    Xlsx,
    /// One table as text.
    Csv,
    /// The whole map, as data.
    Json,
    /// A summary, as Markdown.
    Markdown,
    /// A user journey in Mermaid's words.
    Mermaid,
    /// Boxes and ways for whiteboards.
    Canvas,
}

/// What is asked of a format, in one place.
struct Row {
    /// Without the dot.
    extension: &'static str,
    name: &'static str,
    /// What one picture in it is called.
    noun: &'static str,
    /// What it is good for, for whoever chooses.
    words: &'static str,
    /// Whether it is a picture of the board, and not what the board says.
    drawn: bool,
    /// Whether there are pages of paper in it; otherwise it is as large as what it shows.
    paper: bool,
    /// Whether one file holds several of them.
    many: bool,
    /// Whether it is made of pixels: it has a scale then, and painting it takes a while.
    pixels: bool,
}

impl Format {
    pub const ALL: [Format; 12] = [
        Format::Pdf,
        Format::Pptx,
        Format::Png,
        Format::Webp,
        Format::Svg,
        Format::Html,
        Format::Xlsx,
        Format::Csv,
        Format::Json,
        Format::Markdown,
        Format::Mermaid,
        Format::Canvas,
    ];
    /// Those that are drawn.
    pub const DRAWN: [Format; 6] = [Format::Pdf, Format::Pptx, Format::Png, Format::Webp, Format::Svg, Format::Html];

    fn row(self) -> Row {
        let told = |extension, name, noun, words| Row {
            extension,
            name,
            noun,
            words,
            drawn: false,
            paper: false,
            many: false,
            pixels: false,
        };
        match self {
            Format::Pdf => Row {
                extension: "pdf",
                name: "PDF",
                noun: say!(export_noun_page),
                words: say!(export_pdf_words),
                drawn: true,
                paper: true,
                many: true,
                pixels: false,
            },
            Format::Pptx => Row {
                extension: "pptx",
                name: "PowerPoint",
                noun: say!(export_noun_slides),
                words: say!(export_pptx_words),
                drawn: true,
                paper: true,
                many: true,
                pixels: false,
            },
            Format::Png => Row {
                extension: "png",
                name: "PNG",
                noun: say!(export_noun_picture),
                words: say!(export_png_words),
                drawn: true,
                paper: true,
                many: false,
                pixels: true,
            },
            Format::Webp => Row {
                extension: "webp",
                name: "WebP",
                noun: say!(export_noun_picture),
                words: say!(export_webp_words),
                drawn: true,
                paper: true,
                many: false,
                pixels: true,
            },
            Format::Svg => Row {
                extension: "svg",
                name: "SVG",
                noun: say!(export_noun_drawing),
                words: say!(export_svg_words),
                drawn: true,
                paper: false,
                many: false,
                pixels: false,
            },
            Format::Html => Row {
                extension: "html",
                name: "HTML",
                noun: say!(export_noun_web_page),
                words: say!(export_html_words),
                drawn: true,
                paper: false,
                many: false,
                pixels: false,
            },
            Format::Xlsx => told("xlsx", "XLSX", say!(export_noun_workbook), say!(export_xlsx_words)),
            Format::Csv => told("csv", "CSV", say!(export_noun_table), say!(export_csv_words)),
            Format::Json => told("json", "JSON", say!(export_noun_data), say!(export_json_words)),
            Format::Markdown => told("md", "Markdown", say!(export_noun_summary), say!(export_markdown_words)),
            Format::Mermaid => told("mmd", "Mermaid", say!(export_noun_journey), say!(export_mermaid_words)),
            Format::Canvas => told("canvas", "JSON Canvas", say!(export_noun_canvas), say!(export_canvas_words)),
        }
    }

    /// Without the dot.
    pub fn extension(self) -> &'static str {
        self.row().extension
    }

    /// `PDF`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What one picture in it is called: `PNG picture`.
    pub fn name_of_one(self) -> String {
        format!("{} {}", self.name(), self.row().noun)
    }

    /// What it is good for, in a sentence.
    pub fn words(self) -> &'static str {
        self.row().words
    }

    /// Whether it is a picture of the board, and not what the board says.
    pub fn is_drawn(self) -> bool {
        self.row().drawn
    }

    /// Whether a page of paper can be chosen.
    pub fn has_pages(self) -> bool {
        self.row().paper
    }

    /// Whether a file holds several pages.
    pub fn has_several(self) -> bool {
        self.row().many
    }

    /// Whether a file holds several pages of this paper.
    pub fn has_many(self, page: PageSize) -> bool {
        self.row().many && page != PageSize::Fit
    }

    /// The page that is made where this one is asked for.
    pub fn page(self, asked: PageSize) -> PageSize {
        if self.has_pages() { asked } else { PageSize::Fit }
    }

    /// Whether it is made of pixels, and painted piece by piece.
    pub fn has_pixels(self) -> bool {
        self.row().pixels
    }

    /// Whether pixels a map unit can be chosen: a page of paper has its own number of them.
    pub fn has_scale(self, page: PageSize) -> bool {
        self.has_pixels() && page == PageSize::Fit
    }

    /// By the path's ending, in either case of letters.
    pub fn of_path(path: &Path) -> Result<Self, ExportError> {
        let ending = path.extension().unwrap_or_default();
        let found = Format::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()));
        found.ok_or_else(|| ExportError::UnknownFormat { path: path.display().to_string(), known: endings() })
    }
}

/// `.pdf, .png and .svg`.
fn endings() -> String {
    let endings = Format::ALL.map(|format| format!(".{}", format.extension()));
    match endings.split_last() {
        Some((last, rest)) if !rest.is_empty() => say!(export_list_and, first = rest.listed(", "), last),
        _ => endings.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_its_day_and_time() {
        let moment = UNIX_EPOCH + std::time::Duration::from_secs(1_793_664_000 + 14 * 3600 + 5 * 60 + 22);
        let expected = Moment { year: 2026, month: 11, day: 3, hour: 14, minute: 5, second: 22 };
        assert_eq!(Moment::at(moment), expected);
    }

    #[test]
    fn the_ending_says_the_format() {
        assert_eq!(Format::of_path(Path::new("a/b.PNG")).unwrap(), Format::Png);
        let refused = Format::of_path(Path::new("board.jpeg")).unwrap_err().to_string();
        assert!(refused.starts_with("board.jpeg: only .pdf, .pptx, .png, .webp, .svg, "), "{refused}");
        assert!(Format::of_path(Path::new("svg")).is_err());
    }

    #[test]
    fn an_svg_has_no_page_and_only_a_png_of_the_whole_board_a_scale() {
        let pages = Format::DRAWN.map(|format| format.page(PageSize::A4));
        assert_eq!(pages, [PageSize::A4, PageSize::A4, PageSize::A4, PageSize::A4, PageSize::Fit, PageSize::Fit]);
        let scaled = |page| Format::DRAWN.map(|format| format.has_scale(page));
        assert_eq!(
            (scaled(PageSize::Fit), scaled(PageSize::A4)),
            ([false, false, true, true, false, false], [false; 6])
        );
    }
}
