//! Exporting: one picture of the map for a page, as a file of a format. Used by the window and the command line alike.

mod browsed;
#[cfg(test)]
mod decks;
mod doing;
mod drawn;
#[cfg(test)]
mod shapes;
pub mod told;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use touchline_words::{Language, in_language, say};

pub use doing::Doing;
pub use drawn::{document, document_for};

use super::filtered::Filtered;
use super::job::{Job, JobState};
use super::reads::reads_of;
use crate::data::TableKind;
use crate::export::{self, ExportError, Format, Letters, Moment, Raster};
use crate::figures::{document_title, numbers};
use crate::layout::{self, Compared, Leaf, Lens, Watch};
use crate::model::{Map, MapState, SavedViewId, SegmentId};
use crate::scene::{Deck, Legibility, Page, PageSize};
use crate::text::Shaper;
use crate::theme::Theme;

/// What is exported, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExportSettings {
    pub format: Format,
    /// Where the format has pages.
    pub page: PageSize,
    /// Where the format holds several of them.
    pub pages: Pages,
    /// Pixels a map unit, where the format has a scale.
    pub scale: f32,
    /// The saved view whose filter lies over the map; the whole map when none.
    pub view: Option<SavedViewId>,
    /// The state of the map; both when none.
    pub state: Option<MapState>,
    /// The audience; all when none.
    pub segment: Option<SegmentId>,
    /// For all audiences, and then for each, where the format holds several pages.
    pub each: bool,
    /// Audiences whose curves lie side by side.
    pub compared: Compared,
    /// Beside each measured rate the one of the former period, where there is one.
    pub former: bool,
    /// With the sticky notes, and with the names of the files that figures came from.
    pub notes: bool,
    /// With what is said to each slide of a deck.
    pub spoken: bool,
    /// Where the format's letters may be text.
    pub letters: Letters,
    /// Which table, where the format holds one.
    pub table: TableKind,
}

/// On how many pages the board is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pages {
    /// All of it, however small that is.
    #[default]
    One,
    /// As many as it takes for no text to be too small for its page.
    Enough,
    /// Slides that are read one after the other, the board among them.
    Deck,
}

impl Pages {
    pub const ALL: [Pages; 3] = [Pages::One, Pages::Enough, Pages::Deck];

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Pages::One => "1",
            Pages::Enough => "auto",
            Pages::Deck => "deck",
        }
    }
}

/// The smallest and largest scale of a PNG, in pixels a map unit.
pub const SCALE: std::ops::RangeInclusive<f32> = 0.25..=8.0;
/// The scale of a PNG when nobody says otherwise.
pub const USUAL_SCALE: f32 = 2.0;

impl Default for ExportSettings {
    fn default() -> Self {
        Self {
            format: Format::Pdf,
            page: PageSize::Slide,
            pages: Pages::One,
            scale: USUAL_SCALE,
            view: None,
            state: None,
            segment: None,
            each: false,
            compared: Compared::default(),
            former: false,
            notes: false,
            spoken: false,
            letters: Letters::Outline,
            table: TableKind::default(),
        }
    }
}

impl ExportSettings {
    /// As a saved view shows the map: with its filter, its audience, its curves and its rates.
    pub fn by_view(self, map: &Map, id: SavedViewId) -> Self {
        let Some(view) = map.views.get(&id) else { return self };
        let compared = Compared::of(&view.compared);
        let former = view.former && map.former_measurement().is_some();
        Self { view: Some(id), state: view.filter.state, segment: view.lens, compared, former, ..self }
    }

    fn lens(&self) -> Lens {
        let Self { segment, former, compared, notes, .. } = *self;
        Lens { segment, former, compared, notes, ..Lens::default() }
    }

    /// The page that the format allows.
    pub fn page(&self) -> PageSize {
        match self.pages() {
            Pages::Deck => PageSize::Slide,
            Pages::One | Pages::Enough => self.format.page(self.page),
        }
    }

    /// On how many pages the format has it.
    pub fn pages(&self) -> Pages {
        match self.pages {
            // It has pages of its own.
            Pages::Deck if self.format.has_many(PageSize::Slide) => Pages::Deck,
            Pages::Enough if self.format.has_many(self.page) => Pages::Enough,
            Pages::One | Pages::Enough | Pages::Deck => Pages::One,
        }
    }

    /// Whether there are pages for each audience.
    pub fn each(&self) -> bool {
        self.each && self.format.has_several()
    }

    /// A file name for the map: its title, and whose page it is, in letters that every system takes, and the format's ending.
    pub fn file_name(&self, map: &Map) -> String {
        let title: String = map.meta.title.chars().take(60).collect();
        let title = document_title(map, self.segment, &title);
        let mut name: String = title
            .chars()
            .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
            .flat_map(char::to_lowercase)
            .take(100)
            .collect();
        while name.contains("--") {
            name = name.replace("--", "-");
        }
        let name = name.trim_matches('-');
        format!("{}.{}", if name.is_empty() { say!(session_map_file_name) } else { name }, self.format.extension())
    }
}

/// The page as it will be exported, all of it on one: light theme, no selection, and what the program adds in the map's
/// language.
pub fn picture(map: &Map, settings: &ExportSettings, shaper: &Shaper) -> Page {
    let size = settings.page();
    let scene = in_language(Language::of_document(&map.meta.language), || {
        let filtered = Filtered::of(map, settings.view, settings.state);
        let scene = layout::arrange_leaf(
            filtered.map(map),
            &filtered.seen(settings.lens()),
            &layout::branded(&Theme::light(), map),
            shaper,
            &Leaf::single(size),
            &Watch::default(),
        )
        .0;
        filtered.dim(scene)
    });
    Page { size, scene, ..Page::default() }
}

/// Whether a document whose text is small would have it larger on more pages.
pub fn could_have_more(settings: &ExportSettings, legibility: &Legibility) -> bool {
    legibility.below > 0.0 && settings.page() != PageSize::Fit && settings.pages() == Pages::One
}

/// `smallest text 5.2 pt; 49 % of the text is under 6.5 pt`.
pub fn legible_words(legibility: &Legibility) -> String {
    let Legibility { smallest_pt, limit_pt, below } = *legibility;
    // Nothing is told larger than it is.
    let smallest = numbers::fixed((f64::from(smallest_pt) * 10.0).floor() / 10.0, 1);
    let limit = numbers::plain(f64::from(limit_pt));
    if below <= 0.0 {
        return say!(session_export_legible, smallest, limit);
    }
    let share = match below {
        below if below < 0.01 => numbers::whole_rate(0.01),
        below if below > 0.99 && below < 1.0 => numbers::whole_rate(0.99),
        below => numbers::whole_rate(below),
    };
    match below < 0.01 {
        true => say!(session_export_hardly_small, smallest, share, limit),
        false => say!(session_export_small, smallest, share, limit),
    }
}

/// The moment that stands in a document of a map, never that of the export, so that the same map gives the same bytes: the
/// one that is given in seconds since 1970, else the map's day, else that of its newest figures; none where it has neither.
pub fn dated(map: &Map, given_unix_secs: Option<u64>) -> Option<Moment> {
    let day = map.meta.date.or_else(|| map.measurement().map(|(_, measurement)| measurement.taken));
    let of_map = || day.and_then(|day| u64::try_from(day.days_since_1970() * 86_400).ok());
    let secs = given_unix_secs.or_else(of_map)?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(secs)).map(Moment::at)
}

/// The file's bytes; `made` is the moment that stands in a PDF, see [`dated`]. `progress` hears the finished share, 0 … 1; its break cancels.
///
/// # Errors
/// The picture is too large, a painter failed, or there are more pages than the format holds.
pub fn file_bytes(
    deck: &Deck,
    settings: &ExportSettings,
    made: Option<Moment>,
    progress: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<Vec<u8>, ExportError> {
    match settings.format {
        Format::Pdf => export::pdf(deck, made),
        Format::Pptx => export::pptx(deck, made),
        Format::Html => Ok(export::html(deck)?.into_bytes()),
        Format::Svg => Ok(export::svg(&only_page(deck, settings.format)?.scene, settings.letters).into_bytes()),
        Format::Webp => {
            let page = only_page(deck, settings.format)?;
            export::webp(&page.scene, Raster::for_page(page.size, page.scene.size, settings.scale), progress)
        }
        Format::Png => {
            let page = only_page(deck, settings.format)?;
            let raster = Raster::for_page(page.size, page.scene.size, settings.scale);
            let mut bytes = Vec::new();
            export::write_png(&page.scene, raster, &mut bytes, progress)?;
            Ok(bytes)
        }
        format @ (Format::Xlsx | Format::Csv | Format::Json | Format::Markdown | Format::Mermaid | Format::Canvas) => {
            Err(ExportError::NoPicture { format: format.name() })
        }
    }
}

/// The page of a document for a format that holds one.
fn only_page(deck: &Deck, format: Format) -> Result<&Page, ExportError> {
    match deck.pages.as_slice() {
        [] => Err(ExportError::Empty),
        [page] => Ok(page),
        pages => Err(ExportError::ManyPages { format: format.name(), pages: pages.len() }),
    }
}

/// An export that runs off the frame and ends in a file.
#[derive(Debug)]
pub struct ExportJob {
    job: Job<Result<Written, String>>,
    doing: Arc<AtomicU32>,
}

/// A file that was written, and how small its text is, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub path: PathBuf,
    pub legible: String,
}

impl ExportJob {
    /// Draws the document, paints it, and puts it safely where the person said; the path gets the format's ending when it has
    /// another. `read` is what it must not be written over ([`super::Session::read`]).
    pub fn start(
        draw: impl FnOnce(&Watch<'_>) -> Deck + Send + 'static,
        settings: ExportSettings,
        made: Option<Moment>,
        path: PathBuf,
        read: Vec<PathBuf>,
    ) -> Self {
        Self::start_making(settings.format, path, read, move |goes_on| {
            let laid = |share| goes_on(Doing::Laying(share));
            let watch = Watch::new(&laid);
            let deck = draw(&watch);
            let next = if settings.format.has_pixels() { Doing::Painting(0.0) } else { Doing::Writing };
            if watch.is_stopped() || goes_on(next).is_break() {
                return Err(ExportError::Cancelled);
            }
            let legible = deck.legibility().as_ref().map(legible_words).unwrap_or_default();
            Ok((file_bytes(&deck, &settings, made, &mut |share| goes_on(Doing::Painting(share)))?, legible))
        })
    }

    /// Puts what needs no drawing, [`told::bytes`], where the person said.
    pub fn start_telling(
        tell: impl FnOnce() -> Result<Vec<u8>, ExportError> + Send + 'static,
        format: Format,
        path: PathBuf,
        read: Vec<PathBuf>,
    ) -> Self {
        Self::start_making(format, path, read, move |_| Ok((tell()?, String::new())))
    }

    /// Makes the bytes of a file, with how small its text is, and writes them.
    fn start_making(
        format: Format,
        path: PathBuf,
        read: Vec<PathBuf>,
        make: impl FnOnce(&dyn Fn(Doing) -> ControlFlow<()>) -> Result<(Vec<u8>, String), ExportError> + Send + 'static,
    ) -> Self {
        let doing = Arc::new(AtomicU32::new(Doing::Laying(0.0).code()));
        let shared = Arc::clone(&doing);
        let job = Job::start_writing("export", move |progress| {
            let asked = path;
            let path = with_ending(asked.clone(), format);
            if path != asked && path.exists() {
                return Err(say!(session_export_exists, path = path.display()));
            }
            let reads = reads_of(&read);
            reads.refuse(&path).map_err(|error| error.to_string())?;
            let goes_on = |doing: Doing| {
                shared.store(doing.code(), Ordering::Relaxed);
                if progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let (bytes, legible) = make(&goes_on).map_err(|error| error.to_string())?;
            if goes_on(Doing::Writing).is_break() {
                return Err(ExportError::Cancelled.to_string());
            }
            reads.write(&path, &bytes).map_err(|error| error.to_string())?;
            Ok(Written { path, legible })
        });
        Self { job, doing }
    }

    pub fn doing(&self) -> Doing {
        Doing::of_code(self.doing.load(Ordering::Relaxed))
    }

    /// Never waits; `None` while it runs, then the file that was written.
    pub fn poll(&self) -> Option<Result<Written, String>> {
        match self.job.poll() {
            JobState::Running => None,
            JobState::Done(result) => Some(result),
            JobState::Lost => Some(Err(say!(session_export_stopped).to_owned())),
        }
    }
}

/// `map` and `map.v2` become `map.pdf` and `map.v2.pdf`; what ends right stays.
fn with_ending(path: PathBuf, format: Format) -> PathBuf {
    if Format::of_path(&path).is_ok_and(|found| found == format) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(format.extension());
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use crate::model::IdSource;

    #[test]
    fn an_export_ends_in_a_file_of_its_format() {
        let map = Template::LiveEvent.build(&mut IdSource::seeded(1));
        let shaper = Shaper::bundled();
        let folder = tempfile::tempdir().unwrap();
        let made = Some(Moment { year: 2026, month: 11, day: 3, hour: 0, minute: 0, second: 0 });
        for (format, start) in
            [(Format::Pdf, &b"%PDF-1."[..]), (Format::Png, b"\x89PNG"), (Format::Webp, b"RIFF"), (Format::Svg, b"<svg")]
        {
            let settings = ExportSettings { format, page: PageSize::Fit, scale: 0.25, ..ExportSettings::default() };
            let path = folder.path().join("a.map");
            let deck = document(&map, &settings, &shaper, &Watch::default()).0;
            let job = ExportJob::start(move |_| deck, settings, made, path, Vec::new());
            let written = job.job.wait().unwrap().unwrap().path;
            assert_eq!(written, folder.path().join(format!("a.map.{}", format.extension())));
            assert!(std::fs::read(&written).unwrap().starts_with(start), "{format:?}");
        }
    }

    #[test]
    fn an_export_says_what_it_is_at_and_what_is_cancelled_meanwhile_is_never_written() {
        let shares = [0.0, 0.5, 1.0];
        let doings = shares.map(Doing::Laying).into_iter().chain(shares.map(Doing::Painting)).chain([Doing::Writing]);
        doings.for_each(|doing| assert_eq!(Doing::of_code(doing.code()), doing));
        let folder = tempfile::tempdir().unwrap();
        for format in [Format::Pdf, Format::Png, Format::Svg] {
            let settings = ExportSettings { format, scale: 0.25, ..ExportSettings::default() };
            let path = folder.path().join(format!("a.{}", format.extension()));
            let (begin, begins) = std::sync::mpsc::channel::<()>();
            let (told, ended) = std::sync::mpsc::channel::<()>();
            let draw = move |watch: &Watch<'_>| {
                begins.recv().unwrap();
                let map = Template::LiveEvent.build(&mut IdSource::seeded(1));
                let deck = document(&map, &settings, &Shaper::bundled(), watch).0;
                drop(told);
                deck
            };
            let job = ExportJob::start(draw, settings, None, path.clone(), Vec::new());
            assert_eq!(job.doing(), Doing::Laying(0.0));
            drop(job);
            begin.send(()).unwrap();
            assert!(ended.recv().is_err(), "it is laid out");
            crate::session::threads::wait_for_writers();
            assert!(!path.exists(), "{format:?}");
        }
    }

    #[test]
    fn a_document_of_two_pages_is_a_pdf_and_nothing_else() {
        let map = Template::LiveEvent.build(&mut IdSource::seeded(1));
        let made = Some(Moment { year: 2026, month: 11, day: 3, hour: 0, minute: 0, second: 0 });
        let page = picture(&map, &ExportSettings::default(), &Shaper::bundled());
        let deck = Deck { pages: vec![page.clone(), page], ..Deck::default() };
        let bytes = |format| {
            let settings = ExportSettings { format, ..ExportSettings::default() };
            file_bytes(&deck, &settings, made, &mut |_| ControlFlow::Continue(()))
        };
        assert!(bytes(Format::Pdf).unwrap().starts_with(b"%PDF-1."));
        for format in [Format::Png, Format::Svg] {
            let refused = bytes(format).unwrap_err().to_string();
            assert_eq!(refused, format!("a {} holds one page and not 2; choose PDF", format.name()));
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let map = Template::LiveEvent.build(&mut IdSource::seeded(1));
        let settings = ExportSettings { format: Format::Svg, ..ExportSettings::default() };
        let made = Some(Moment { year: 2026, month: 11, day: 3, hour: 0, minute: 0, second: 0 });
        let path = PathBuf::from("/nowhere/at/all/map.svg");
        let deck = document(&map, &settings, &Shaper::bundled(), &Watch::default()).0;
        let job = ExportJob::start(move |_| deck, settings, made, path, Vec::new());
        assert!(job.job.wait().unwrap().unwrap_err().contains("/nowhere/at/all"));
    }

    #[test]
    fn the_suggested_name_is_one_that_every_system_takes() {
        let mut map = Template::LiveEvent.build(&mut IdSource::seeded(1));
        let settings = ExportSettings::default();
        for (title, name) in [
            ("Lumen Kids+ — Family subscriber journey", "lumen-kids-family-subscriber-journey.pdf"),
            ("../etc/passwd", "etc-passwd.pdf"),
            ("", "map.pdf"),
        ] {
            map.meta.title = title.to_owned();
            assert_eq!(settings.file_name(&map), name);
        }
    }
}
