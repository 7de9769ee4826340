//! What an export has to have drawn before it can be painted and written. Drawing takes fonts, which whoever draws passes in.

use super::export::{ExportSettings, document};
use crate::charts;
use crate::export::Format;
use crate::figures::Reader;
use crate::layout::{Watch, branded};
use crate::model::Map;
use crate::scene::{Deck, PageSize, Scene, Size};
use crate::text::{self, Shaper};
use crate::theme::Theme;
use touchline_words::{Language, in_language};

/// A document that is to be drawn for a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Drawing {
    /// The board on a page.
    Board(ExportSettings),
    /// The chart of the drop-off table.
    Chart(Format),
}

/// A chart as a file, in map units: 16:9.
const CHART_SIZE: Size = Size { width: 960.0, height: 540.0 };

impl Drawing {
    /// How it goes into its file.
    pub fn settings(&self) -> ExportSettings {
        match self {
            Drawing::Board(settings) => *settings,
            Drawing::Chart(format) => {
                ExportSettings { format: *format, page: PageSize::Fit, ..ExportSettings::default() }
            }
        }
    }

    /// Draws it, of a map as it is, while somebody watches.
    pub fn deck(&self, map: &Map, shaper: &Shaper, watch: &Watch<'_>) -> Deck {
        match self {
            Drawing::Board(settings) => document(map, settings, shaper, watch).0,
            Drawing::Chart(_) => chart(map, shaper).into(),
        }
    }
}

/// The chart for a file, in the map's language: light, with a title, the definition and the source, and without what may not be given away.
fn chart(map: &Map, shaper: &Shaper) -> Scene {
    in_language(Language::of_document(&map.meta.language), || {
        let chart = charts::dropoff_chart(map, Reader::Client).unwrap_or_default();
        text::in_language(&map.meta.language, || {
            charts::dropoff(&chart, CHART_SIZE, shaper, &branded(&Theme::light(), map))
        })
    })
}
