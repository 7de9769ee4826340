//! Exporting: one picture of the map for a page, as a file of a format. Used by the window and the command line alike.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::job::{Job, JobState};
use crate::export::{self, Date, ExportError, Format, Raster};
use crate::layout::{self, Lens, Target};
use crate::model::{Map, SegmentId};
use crate::scene::{PageSize, Scene};
use crate::text::Shaper;
use crate::theme::Theme;

/// What is exported, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExportSettings {
    pub format: Format,
    /// SVG is always [`PageSize::Fit`].
    pub page: PageSize,
    /// Pixels a map unit, for a PNG of [`PageSize::Fit`].
    pub scale: f32,
    /// The audience; all when none.
    pub segment: Option<SegmentId>,
}

/// The smallest and largest scale of a PNG, in pixels a map unit.
pub const SCALE: std::ops::RangeInclusive<f32> = 0.25..=8.0;
/// The scale of a PNG when nobody says otherwise.
pub const USUAL_SCALE: f32 = 2.0;

impl Default for ExportSettings {
    fn default() -> Self {
        Self { format: Format::Pdf, page: PageSize::Slide, scale: USUAL_SCALE, segment: None }
    }
}

impl ExportSettings {
    /// The page that the format allows.
    pub fn page(&self) -> PageSize {
        if self.format == Format::Svg { PageSize::Fit } else { self.page }
    }

    /// A file name for the map: its title in letters that every system takes, and the format's ending.
    pub fn file_name(&self, map: &Map) -> String {
        let mut name: String = map
            .meta
            .title
            .chars()
            .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
            .flat_map(char::to_lowercase)
            .take(60)
            .collect();
        while name.contains("--") {
            name = name.replace("--", "-");
        }
        let name = name.trim_matches('-');
        format!("{}.{}", if name.is_empty() { "map" } else { name }, self.format.extension())
    }
}

/// The page as it will be exported: light theme, no selection.
pub fn picture(map: &Map, settings: &ExportSettings, shaper: &Shaper) -> Scene {
    let lens = Lens { segment: settings.segment };
    let page = layout::Page::single(settings.page());
    layout::arrange(map, &lens, &Theme::light(), shaper, &Target::Page(page))
}

/// The file's bytes; `made` is the moment that stands in a PDF. `progress` hears the finished share, 0 … 1; its break cancels.
///
/// # Errors
/// The picture is too large, or a painter failed.
pub fn file_bytes(
    scene: &Scene,
    settings: &ExportSettings,
    made: Date,
    progress: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<Vec<u8>, ExportError> {
    match settings.format {
        Format::Svg => Ok(export::svg(scene).into_bytes()),
        Format::Pdf => export::pdf(std::slice::from_ref(scene), made),
        Format::Png => {
            let raster = Raster::for_page(settings.page(), scene.size, settings.scale);
            let mut bytes = Vec::new();
            export::write_png(scene, raster, &mut bytes, progress)?;
            Ok(bytes)
        }
    }
}

/// An export that runs off the frame.
#[derive(Debug)]
pub struct ExportJob {
    job: Job<Result<Vec<u8>, ExportError>>,
    /// The finished share in thousandths.
    done: Arc<AtomicU32>,
}

impl ExportJob {
    pub fn start(scene: Scene, settings: ExportSettings, made: Date) -> Self {
        let done = Arc::new(AtomicU32::new(0));
        let shared = Arc::clone(&done);
        let job = Job::start(move |progress| {
            file_bytes(&scene, &settings, made, &mut |share| {
                shared.store((share * 1000.0) as u32, Ordering::Relaxed);
                if progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
        });
        Self { job, done }
    }

    /// 0 … 1.
    pub fn fraction(&self) -> f32 {
        self.done.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// Never waits; `None` while it runs.
    pub fn poll(&self) -> Option<Result<Vec<u8>, String>> {
        match self.job.poll() {
            JobState::Running => None,
            JobState::Done(result) => Some(result.map_err(|error| error.to_string())),
            JobState::Lost => {
                Some(Err("The export stopped unexpectedly; no file was written. Try it again.".to_owned()))
            }
        }
    }
}
