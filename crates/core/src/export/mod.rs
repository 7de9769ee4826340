//! Pictures of a scene as files: PNG, SVG and PDF, from the same glyphs and lines that the window shows; and tables as files.
//!
//! A painter accepts every scene (law S2): empty paths, zero sizes and coordinates far outside cost nothing and stop nothing.
//! Painters return bytes; putting them into a file safely is the store's work.

mod canvas;
mod csv;
mod hatch;
mod html;
mod format;
mod markdown;
mod missing;
mod pdf;
mod png;
mod pptx;
mod raster;
mod said;
mod shapes;
mod svg;
mod svg_defs;
mod svg_text;
mod table;
mod webp;
mod words;
mod xlsx;

pub use canvas::{Canvas, Edge, Holds, Node};
pub use csv::csv;
pub use format::{Format, Moment, UNITS_PER_INCH};

pub use html::{html, html_text};
pub use markdown::escaped;
pub use missing::{Missing, missing_from, missing_letters, missing_scripts};
pub use pdf::pdf;
pub use png::{Raster, pixels, png, write_png};
pub use pptx::{pptx, presentation};
pub use said::{painted, said};
pub use svg::{Letters, svg};
pub use table::{Cell, Table};
pub use webp::webp;
pub use xlsx::xlsx;

use thiserror::Error;
use touchline_words::say;

/// Why a picture could not be made.
#[derive(Debug, Error)]
pub enum ExportError {
    #[error("{}", say!(export_too_large, width = width_px, height = height_px, most))]
    TooLarge { width_px: u64, height_px: u64, most: u64 },
    #[error("{}", say!(export_webp_side, width = width_px, height = height_px, most))]
    TooLong { width_px: u32, height_px: u32, most: u32 },
    #[error("{}", say!(export_empty))]
    Empty,
    #[error("{}", say!(export_not_drawn, reason = .0))]
    Painter(String),
    #[error("{}", say!(export_not_written, error = .0.to_string()))]
    Write(#[from] std::io::Error),
    #[error("{}", say!(export_no_pdf, reason = .0))]
    Pdf(String),
    #[error("{}", say!(export_many_pages, format, pages))]
    ManyPages { format: &'static str, pages: usize },
    #[error("{}", say!(export_no_picture, format))]
    NoPicture { format: &'static str },
    #[error("{}", say!(export_no_workbook, reason = .0))]
    Workbook(String),
    #[error("{}", say!(export_no_slides, reason = .0))]
    Slides(String),
    #[error("{}", say!(export_cancelled))]
    Cancelled,
    #[error("{}", say!(export_unknown_format, path, known))]
    UnknownFormat { path: String, known: String },
}

/// Runs a painter that comes from elsewhere, so that a fault in it ends in a message and not in the window's end.
fn guarded<T>(paint: impl FnOnce() -> Result<T, ExportError>) -> Result<T, ExportError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(paint)).unwrap_or_else(|panic| {
        let reason = panic.downcast_ref::<String>().map(String::as_str);
        let reason = reason.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or(say!(export_unknown_fault));
        Err(ExportError::Painter(reason.to_owned()))
    })
}
