//! The PDF painter, the only folder that knows the PDF crate: vector, selectable text in embedded subsets of its fonts,
//! title, language and date, a structure for those who listen (PDF/UA-1 where the text allows it), bookmarks.
//!
//! Structure: every line of text is a span in a heading or paragraph, a figure is one picture with its label as alternative
//! text, all other ink is an artifact. Reading order is painting order.
//!
//! # Limits
//! - Of a half-transparent group only the words are in the structure, as one paragraph.
//! - Where a glyph stands for no character (the empty box) the file is tagged but does not call itself PDF/UA.
//! - A page over 14,400 pt (5 m) is scaled down to that, the most that a PDF can hold.

mod ink;
mod outline;
mod painter;
mod stock;

use self::outline::outline;
use self::painter::Painter;
use self::stock::Stock;
use super::{ExportError, Moment, guarded};
use crate::scene::{Deck, Page, Scene};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use krilla::{Document, SerializeSettings};
use touchline_words::say;

const POINTS_PER_UNIT: f32 = 0.75;
const LARGEST_PAGE_PT: f32 = 14_400.0;

/// One PDF page a page of the document, each as large as its scene at 0.75 pt a unit.
pub fn pdf(deck: &Deck, made: Moment) -> Result<Vec<u8>, ExportError> {
    if deck.pages.is_empty() {
        return Err(ExportError::Empty);
    }
    guarded(|| write(deck, made, true).or_else(|_| write(deck, made, false)))
}

/// `accessible`: refuse rather than break a rule of PDF/UA-1 that can be checked.
fn write(deck: &Deck, made: Moment, accessible: bool) -> Result<Vec<u8>, ExportError> {
    let mut settings = SerializeSettings { enable_tagging: true, ..SerializeSettings::default() };
    if accessible {
        let standard = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        settings.configuration = standard.finish().map_err(|error| ExportError::Pdf(format!("{error:?}")))?;
    }
    let title = deck.title().unwrap_or(say!(export_untitled)).to_owned();
    let language = deck.language().unwrap_or("en").to_owned();
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
        let painter = Painter::new(surface, &mut stock, number, &mut headings);
        painter.page(&scene.items, scale).into_iter().for_each(|node| tree.push(node));
        page.finish();
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(&headings, &title));
    let date = DateTime::new(made.year).month(made.month).day(made.day).hour(made.hour);
    let date = date.minute(made.minute).second(made.second).utc_offset_hour(0).utc_offset_minute(0);
    let metadata = Metadata::new().title(title).language(language).creator("Touchline".to_owned()).creation_date(date);
    document.set_metadata(metadata);
    document.finish().map_err(|error| ExportError::Pdf(error.to_string()))
}

fn page_scale(scene: &Scene) -> f32 {
    let largest = scene.size.width.max(scene.size.height) * POINTS_PER_UNIT;
    if largest > LARGEST_PAGE_PT { POINTS_PER_UNIT * LARGEST_PAGE_PT / largest } else { POINTS_PER_UNIT }
}
