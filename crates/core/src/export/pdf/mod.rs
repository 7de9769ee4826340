//! The PDF painter, the only folder that knows the PDF crate: vector, selectable text in embedded subsets of its fonts,
//! title, language and date, a structure for those who listen (PDF/UA-1 and PDF/A-2a where the text allows it), bookmarks.
//! The same document and the same date give the same bytes.
//!
//! Structure: every line of text is a span in a heading or paragraph, a figure is one picture with its label as alternative
//! text, all other ink is an artifact. A board is a table of lanes and stages, read lane by lane as on the page; a card in it
//! is a section under its title, which is named with all that the card says by signs. All else is read as it is painted.
//!
//! # Limits
//! - Of a half-transparent group only the words are in the structure, as one paragraph.
//! - Where a glyph stands for no character (the empty box) the file is tagged but calls itself neither PDF/UA nor PDF/A, and
//!   without a date it is no PDF/A: that needs one.
//! - A page over 14,400 pt (5 m) is scaled down to that, the most that a PDF can hold.

mod board;
mod ink;
mod outline;
mod painter;
mod stock;

use self::outline::outline;
use self::painter::Painter;
use self::stock::Stock;
use super::{ExportError, Moment, guarded, words};
use crate::scene::{Deck, Page, Scene};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use krilla::{Document, SerializeSettings};
use touchline_words::{Language, in_language, say};

const POINTS_PER_UNIT: f32 = 0.75;
const LARGEST_PAGE_PT: f32 = 14_400.0;

/// One PDF page a page of the document, each as large as its scene at 0.75 pt a unit.
///
/// # Errors
/// There is no page, or the PDF crate refuses what is drawn.
pub fn pdf(deck: &Deck, made: impl Into<Option<Moment>>) -> Result<Vec<u8>, ExportError> {
    if deck.pages.is_empty() {
        return Err(ExportError::Empty);
    }
    let made = made.into();
    let language = Language::of_document(deck.language().unwrap_or_default());
    let write = |standard| in_language(language, || write(deck, made, standard));
    guarded(|| {
        let written = write(Standard::ArchivedAndAccessible);
        let written = written.or_else(|_| write(Standard::Accessible));
        Ok(without_suspects(written.or_else(|_| write(Standard::None))?))
    })
}

/// The rules that a file is held to: those of them that can be checked are refused rather than broken.
#[derive(Clone, Copy)]
enum Standard {
    /// PDF/A-2a and PDF/UA-1.
    ArchivedAndAccessible,
    /// PDF/UA-1.
    Accessible,
    None,
}

/// Takes out that no tag is suspect, in place. That is so where nothing is said, and poppler takes the word alone for a fault:
/// <https://gitlab.freedesktop.org/poppler/poppler/-/blob/poppler-24.02.0/poppler/Catalog.cc#L973>.
fn without_suspects(mut pdf: Vec<u8>) -> Vec<u8> {
    const MARKS: &[u8] = b"/MarkInfo";
    const SAID: &[u8] = b"/Suspects false";
    // The catalogue is the file's last object, so that no stream is taken for it.
    let marks = pdf.windows(MARKS.len()).rposition(|bytes| bytes == MARKS);
    let rest = marks.and_then(|at| pdf.get_mut(at..));
    let said = rest.and_then(|rest| {
        let at = rest.windows(SAID.len()).position(|bytes| bytes == SAID)?;
        rest.get_mut(at..at + SAID.len())
    });
    if let Some(said) = said {
        said.fill(b' ');
    }
    pdf
}

fn write(deck: &Deck, made: Option<Moment>, standard: Standard) -> Result<Vec<u8>, ExportError> {
    let mut settings = SerializeSettings { enable_tagging: true, ..SerializeSettings::default() };
    let rules = ConfigurationBuilder::new();
    let rules = match standard {
        Standard::ArchivedAndAccessible => {
            rules.with_accessibility_validator(Accessibility::UA1).with_archival_validator(Archival::A2_A)
        }
        Standard::Accessible => rules.with_accessibility_validator(Accessibility::UA1),
        Standard::None => rules,
    };
    settings.configuration = rules.finish().map_err(|error| ExportError::Pdf(format!("{error:?}")))?;
    let title = deck.title().unwrap_or(say!(export_untitled)).to_owned();
    let language = deck.language().unwrap_or("en").to_owned();
    let said_in = words::said_in(&language);
    let mut document = Document::new_with(settings);
    let mut stock = Stock::default();
    let mut tree = TagTree::new().with_lang(Some(language.clone()));
    let mut headings = Vec::new();
    for (number, Page { scene, .. }) in deck.pages.iter().enumerate() {
        let scale = page_scale(scene);
        let side = |units: f32| (units * scale).max(3.0);
        let Some(page) = PageSettings::from_wh(side(scene.size.width), side(scene.size.height)) else {
            return Err(ExportError::Empty);
        };
        let mut page = document.start_page_with(page);
        let surface = page.surface();
        let painter = Painter::new(surface, &mut stock, number, &mut headings, said_in);
        painter.page(&scene.items, scale).into_iter().for_each(|node| tree.push(node));
        page.finish();
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(&headings, &title));
    let mut metadata = Metadata::new().title(title).language(language).creator("Touchline".to_owned());
    if let Some(made) = made {
        let date = DateTime::new(made.year).month(made.month).day(made.day).hour(made.hour);
        let date = date.minute(made.minute).second(made.second).utc_offset_hour(0).utc_offset_minute(0);
        metadata = metadata.creation_date(date);
    }
    document.set_metadata(metadata);
    document.finish().map_err(|error| ExportError::Pdf(error.to_string()))
}

fn page_scale(scene: &Scene) -> f32 {
    let largest = scene.size.width.max(scene.size.height) * POINTS_PER_UNIT;
    if largest > LARGEST_PAGE_PT { POINTS_PER_UNIT * LARGEST_PAGE_PT / largest } else { POINTS_PER_UNIT }
}
