//! The page as it will be: laid out and painted on a thread that says how far it is and can be stopped, since a large map takes
//! longer than a frame. The dialog shows the picture; the page itself stays with the thread, which paints it again for another size.

use super::told::Told;
use crate::export::{Missing, Raster, missing_from, pixels};
use crate::layout::{Planned, Watch};
use crate::model::Map;
use crate::scene::{Legibility, Scene, Size};
use crate::session::export::{ExportSettings, document};
use crate::session::left_out::left_out_words;
use crate::session::threads::{self, Ending};
use crate::text::Shaper;
use egui::{ColorImage, Context, TextureHandle, TextureOptions};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

/// How large the pages are, how small their text is, what they do without, and what they were made from.
#[derive(Debug)]
pub struct Preview {
    pub made_from: ExportSettings,
    pub pages: Vec<Size>,
    /// Of a deck: to which of its pages each belongs, and what it says first.
    parts: Vec<(Option<usize>, String)>,
    pub legibility: Option<Legibility>,
    /// What no font here has the letters of.
    pub missing: Vec<Missing>,
    pub left_out: Option<String>,
}

/// What is laid out: a map by its stamp, and how.
type Wish = (u64, ExportSettings);

/// A page in so many pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted {
    nth: usize,
    size_px: [usize; 2],
}

/// What comes from the thread.
enum Came {
    /// The pages are laid out; nothing where that was stopped.
    Laid(Option<Preview>),
    Painted(Wanted, ColorImage),
}

/// What the dialog remembers: the pages that were laid out last, and those that are on their way.
#[derive(Default)]
pub struct ExportView {
    shown: Option<Shown>,
    /// Which of its pages is looked at, counted from 0.
    nth: usize,
    coming: Option<Coming>,
    /// What is not laid out since a person stopped it.
    stopped: Option<Wish>,
    /// The pages of the deck, of the map with this stamp.
    planned: Option<(u64, Vec<Planned>)>,
    /// What is in a file that is not drawn.
    told: Told,
}

/// Pages that are laid out, with the one that was painted last.
struct Shown {
    of: Wish,
    preview: Preview,
    painter: Painter,
    wanted: Option<Wanted>,
    painted: Option<(Wanted, TextureHandle)>,
}

/// The thread that has the pages. Who drops it ends it.
#[derive(Debug)]
struct Painter {
    wants: Sender<Wanted>,
    came: Receiver<Came>,
    pace: Arc<Pace>,
}

/// Pages on their way.
#[derive(Debug)]
struct Coming {
    made_from: Wish,
    painter: Painter,
}

/// Told from thread to thread.
#[derive(Debug, Default)]
struct Pace {
    thousandths: AtomicU32,
    is_stopped: AtomicBool,
}

impl Drop for Painter {
    fn drop(&mut self) {
        self.pace.is_stopped.store(true, Ordering::Relaxed);
    }
}

impl ExportView {
    /// What is in a file that is not drawn.
    pub(super) fn told(&mut self) -> &mut Told {
        &mut self.told
    }

    /// Sees to the pages of a map, with its stamp, for these settings; until they are there, those before are shown.
    pub fn page(&mut self, ctx: &Context, map: (&Arc<Map>, u64), settings: ExportSettings, shaper: &Arc<Shaper>) {
        self.take_laid();
        let (map, wish) = (map.0, (map.1, settings));
        let is_drawn = self.shown.as_ref().is_some_and(|shown| shown.of == wish);
        let is_coming = self.coming.as_ref().is_some_and(|coming| coming.made_from == wish);
        if is_drawn || is_coming || self.stopped == Some(wish) {
            return;
        }
        self.stopped = None;
        match Painter::start(ctx, Arc::clone(map), settings, Arc::clone(shaper)) {
            Some(painter) => self.coming = Some(Coming { made_from: wish, painter }),
            None => (self.stopped, self.coming) = (Some(wish), None),
        }
    }

    /// The pages of the deck, those left out among them.
    pub(super) fn planned(&mut self, map: &Map, stamp: u64) -> &[Planned] {
        if self.planned.as_ref().is_none_or(|(of, _)| *of != stamp) {
            self.planned = Some((stamp, Planned::all(map)));
        }
        self.planned.as_ref().map_or(&[], |(_, planned)| planned)
    }

    /// To which page of the deck belongs what is looked at, counted from 0 among those that are shown.
    pub(super) fn looked_part(&self) -> Option<usize> {
        self.preview()?.parts.get(self.nth)?.0
    }

    /// What the slide that is looked at says first.
    pub(super) fn looked_headline(&self) -> Option<&str> {
        self.preview()?.parts.get(self.nth).map(|(_, headline)| headline.as_str()).filter(|said| !said.is_empty())
    }

    /// Looks at the first slide of a page.
    pub(super) fn turn_to_part(&mut self, part: usize) {
        let first = |preview: &Preview| preview.parts.iter().position(|(of, _)| *of == Some(part));
        self.nth = self.preview().and_then(first).unwrap_or(self.nth);
    }

    fn take_laid(&mut self) {
        let Some(coming) = self.coming.take() else { return };
        match coming.painter.came.try_recv() {
            Ok(Came::Laid(Some(preview))) => {
                // The picture before stays until there is another.
                let before = self.shown.take();
                let is_other = before.as_ref().is_none_or(|shown| shown.of.1 != coming.made_from.1);
                // Where only the map is another, the same page is looked at.
                self.nth = if is_other { 0 } else { self.nth.min(preview.pages.len().saturating_sub(1)) };
                let painted = before.and_then(|shown| shown.painted);
                self.shown =
                    Some(Shown { of: coming.made_from, preview, painter: coming.painter, wanted: None, painted });
            }
            // A thread that ended without pages brings none.
            Ok(Came::Laid(None) | Came::Painted(..)) | Err(TryRecvError::Disconnected) => {
                self.stopped = Some(coming.made_from);
            }
            Err(TryRecvError::Empty) => self.coming = Some(coming),
        }
    }

    pub fn preview(&self) -> Option<&Preview> {
        self.shown.as_ref().map(|shown| &shown.preview)
    }

    /// The size of the page that is looked at in map units, and its place among so many, counted from 1.
    pub fn looked_at(&self) -> Option<(Size, usize, usize)> {
        let pages = &self.preview()?.pages;
        Some((*pages.get(self.nth)?, self.nth + 1, pages.len()))
    }

    /// The picture of the page that is looked at, as it was painted last; another size comes in a while.
    pub fn picture(&mut self, ctx: &Context, size_px: [usize; 2]) -> Option<&TextureHandle> {
        let shown = self.shown.as_mut()?;
        let wanted = Wanted { nth: self.nth, size_px };
        while let Ok(Came::Painted(of, image)) = shown.painter.came.try_recv() {
            shown.painted = Some((of, ctx.load_texture("export page", image, TextureOptions::LINEAR)));
        }
        if shown.wanted != Some(wanted) {
            // A thread that is gone paints nothing.
            let _ = shown.painter.wants.send(wanted);
            shown.wanted = Some(wanted);
        }
        shown.painted.as_ref().map(|(_, texture)| texture)
    }

    /// Looks at the page before or behind.
    pub fn turn(&mut self, forwards: bool) {
        self.nth = if forwards { self.nth + 1 } else { self.nth.saturating_sub(1) };
    }

    /// How much of what is asked for is laid out, 0 … 1; none where it is shown, or was stopped.
    pub fn coming(&self) -> Option<f32> {
        let coming = self.coming.as_ref()?;
        Some(coming.painter.pace.thousandths.load(Ordering::Relaxed) as f32 / 1000.0)
    }

    /// What is asked for is not laid out; what was shown last may no longer be what is asked for.
    pub fn stop(&mut self) {
        if let Some(coming) = self.coming.take() {
            self.stopped = Some(coming.made_from);
        }
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped.is_some()
    }

    /// Lays out what was stopped.
    pub fn go_on(&mut self) {
        self.stopped = None;
    }
}

impl Painter {
    /// None where no thread was to be had.
    fn start(ctx: &Context, map: Arc<Map>, settings: ExportSettings, shaper: Arc<Shaper>) -> Option<Self> {
        let ((wants, wanted), (sender, came)) = (channel(), channel());
        let pace = Arc::new(Pace::default());
        let (shared, waker) = (Arc::clone(&pace), ctx.clone());
        let starts = threads::start("lay out a page", Ending::Left, move || {
            let goes_on = || {
                if shared.is_stopped.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            let told = |share: f32| {
                shared.thousandths.store((share * 1000.0) as u32, Ordering::Relaxed);
                waker.request_repaint();
                goes_on()
            };
            let (preview, scenes) = laid(&map, settings, &shaper, &Watch::new(&told));
            drop(map);
            let tell = |came: Came| {
                let is_heard = sender.send(came).is_ok();
                waker.request_repaint();
                is_heard
            };
            if !tell(Came::Laid(preview)) {
                return;
            }
            while let Ok(next) = wanted.recv() {
                // Of several that were asked for meanwhile the last.
                let next = wanted.try_iter().last().unwrap_or(next);
                if let Some(image) = painted(&scenes, next, &mut |_| goes_on())
                    && !tell(Came::Painted(next, image))
                {
                    return;
                }
            }
        });
        starts.then_some(Self { wants, came, pace })
    }
}

/// The pages and what is to be known of them; nothing where it was stopped.
fn laid(map: &Map, settings: ExportSettings, shaper: &Shaper, watch: &Watch<'_>) -> (Option<Preview>, Vec<Scene>) {
    let (deck, left_out) = document(map, &settings, shaper, watch);
    if watch.is_stopped() {
        return (None, Vec::new());
    }
    let (legibility, missing) = (deck.legibility(), missing_from(&deck));
    let parts = deck.pages.iter().map(|page| (page.part, page.scene.first_heading())).collect();
    let scenes: Vec<Scene> = deck.pages.into_iter().map(|page| page.scene).collect();
    let pages = scenes.iter().map(|scene| scene.size).collect();
    let left_out = left_out_words(&left_out);
    let preview = Preview { made_from: settings, pages, parts, legibility, missing, left_out };
    (Some(preview), scenes)
}

/// A page as it is painted for PNG; nothing where there is none, or nobody waits for it.
fn painted(scenes: &[Scene], wanted: Wanted, goes_on: &mut dyn FnMut(f32) -> ControlFlow<()>) -> Option<ColorImage> {
    let scene = scenes.get(wanted.nth)?;
    let [width, height] = wanted.size_px;
    let (width_px, height_px) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let scale = (width as f32 / scene.size.width.max(1.0)).max(height as f32 / scene.size.height.max(1.0));
    let rgb = pixels(scene, Raster { width_px, height_px, scale }, goes_on).ok()?;
    Some(ColorImage::from_rgb(wanted.size_px, &rgb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    /// Frames go by until something is there to be seen, or nothing comes any more.
    fn until(
        view: &mut ExportView,
        settings: ExportSettings,
        shaper: &Arc<Shaper>,
        done: impl Fn(&mut ExportView) -> bool,
    ) {
        let map = Arc::new(sample::map());
        while !done(view) {
            view.page(&Context::default(), (&map, 0), settings, shaper);
            std::thread::yield_now();
        }
    }

    #[test]
    fn a_page_comes_with_how_far_it_is_and_what_is_stopped_comes_when_it_is_asked_for_again() {
        let (mut view, shaper, settings) =
            (ExportView::default(), Arc::new(Shaper::bundled()), ExportSettings::default());
        let map = Arc::new(sample::map());
        view.page(&Context::default(), (&map, 0), settings, &shaper);
        assert!(view.coming().is_some() && view.preview().is_none() && !view.is_stopped());
        view.stop();
        view.page(&Context::default(), (&map, 0), settings, &shaper);
        assert!(view.coming().is_none() && view.is_stopped(), "it is not begun again by itself");
        view.go_on();
        until(&mut view, settings, &shaper, |view| view.preview().is_some());
        assert!(view.coming().is_none() && view.looked_at().is_some());
        // Another choice is laid out although the one before was stopped.
        let notes = ExportSettings { notes: true, ..settings };
        view.page(&Context::default(), (&map, 0), notes, &shaper);
        view.stop();
        let former = ExportSettings { former: true, ..settings };
        until(&mut view, former, &shaper, |view| view.preview().is_some_and(|preview| preview.made_from == former));
    }

    #[test]
    fn the_page_is_painted_for_the_size_that_was_asked_for_last_and_the_map_is_not_copied_for_it() {
        let (ctx, shaper, settings) = (Context::default(), Arc::new(Shaper::bundled()), ExportSettings::default());
        let map = Arc::new(sample::map());
        let mut view = ExportView::default();
        view.page(&ctx, (&map, 0), settings, &shaper);
        assert_eq!(Arc::strong_count(&map), 2, "the thread has the very map");
        until(&mut view, settings, &shaper, |view| view.preview().is_some());
        assert_eq!(Arc::strong_count(&map), 1, "and gives it back when the pages are laid out");
        let sizes = [[320, 180], [640, 360]];
        view.picture(&ctx, sizes[0]);
        until(&mut view, settings, &shaper, |view| {
            view.picture(&ctx, sizes[1]).is_some_and(|of| of.size() == sizes[1])
        });
        view.turn(true);
        assert!(view.looked_at().is_none(), "there is one page");
    }

    #[test]
    fn a_page_that_nobody_waits_for_is_not_painted_to_its_end() {
        let scene = Scene { size: Size { width: 960.0, height: 540.0 }, ..Scene::default() };
        let wanted = Wanted { nth: 0, size_px: [960, 540] };
        let scenes = [scene];
        assert!(painted(&scenes, wanted, &mut |_| ControlFlow::Continue(())).is_some());
        assert!(painted(&scenes, wanted, &mut |_| ControlFlow::Break(())).is_none());
        assert!(painted(&scenes, Wanted { nth: 1, ..wanted }, &mut |_| ControlFlow::Continue(())).is_none());
    }
}
