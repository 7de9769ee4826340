//! The page as it will be, laid out on a thread that says how far it is and can be stopped: a large map takes longer than a frame.

use crate::export::{Missing, missing_from};
use crate::layout::Watch;
use crate::model::Map;
use crate::scene::{Legibility, Scene};
use crate::session::export::{ExportSettings, document, left_out_words};
use crate::session::threads::{self, Ending};
use crate::text::Shaper;
use egui::Context;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// The pages, how small their text is, what they do without, and what they were made from.
#[derive(Debug)]
pub struct Preview {
    pub made_from: ExportSettings,
    pub pages: Vec<Scene>,
    pub legibility: Option<Legibility>,
    /// What no font here has the letters of.
    pub missing: Vec<Missing>,
    pub left_out: Option<String>,
}

impl Preview {
    /// None where it was stopped.
    fn of(map: &Map, settings: ExportSettings, shaper: &Shaper, watch: &Watch<'_>) -> Option<Self> {
        let (deck, left_out) = document(map, &settings, shaper, watch);
        if watch.is_stopped() {
            return None;
        }
        let (legibility, missing) = (deck.legibility(), missing_from(&deck));
        let pages = deck.pages.into_iter().map(|page| page.scene).collect();
        Some(Self { made_from: settings, pages, legibility, missing, left_out: left_out_words(&left_out) })
    }
}

/// What the dialog remembers: the page that was drawn last, and the one that is on its way.
#[derive(Debug, Default)]
pub struct ExportView {
    preview: Option<Preview>,
    /// Which of its pages is looked at, counted from 0.
    nth: usize,
    coming: Option<Coming>,
    /// What is not laid out since a person stopped it.
    stopped: Option<ExportSettings>,
}

/// Pages on their way. Who drops it stops them.
#[derive(Debug)]
struct Coming {
    made_from: ExportSettings,
    pages: Receiver<Option<Preview>>,
    pace: Arc<Pace>,
}

/// Told from thread to thread.
#[derive(Debug, Default)]
struct Pace {
    thousandths: AtomicU32,
    is_stopped: AtomicBool,
}

impl Drop for Coming {
    fn drop(&mut self) {
        self.pace.is_stopped.store(true, Ordering::Relaxed);
    }
}

impl ExportView {
    /// The page for these settings, or, until it is there, the one before.
    pub fn page(&mut self, ctx: &Context, map: &Map, settings: ExportSettings, shaper: &Arc<Shaper>) {
        if let Some(coming) = &self.coming {
            match coming.pages.try_recv() {
                Ok(drawn) => {
                    (self.preview, self.coming, self.nth) = (drawn, None, 0);
                }
                // A thread that ended without pages brings none.
                Err(TryRecvError::Disconnected) => (self.stopped, self.coming) = (Some(settings), None),
                Err(TryRecvError::Empty) => {}
            }
        }
        let is_drawn = self.preview.as_ref().is_some_and(|page| page.made_from == settings);
        let is_coming = self.coming.as_ref().is_some_and(|coming| coming.made_from == settings);
        if is_drawn || is_coming || self.stopped == Some(settings) {
            return;
        }
        self.stopped = None;
        let (sender, pages) = channel();
        let (of, with, waker) = (map.clone(), Arc::clone(shaper), ctx.clone());
        let pace = Arc::new(Pace::default());
        let shared = Arc::clone(&pace);
        let starts = threads::start("lay out a page", Ending::Left, move || {
            let told = |share: f32| {
                shared.thousandths.store((share * 1000.0) as u32, Ordering::Relaxed);
                waker.request_repaint();
                if shared.is_stopped.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            // Nobody may be there for it any more.
            let _ = sender.send(Preview::of(&of, settings, &with, &Watch::new(&told)));
            waker.request_repaint();
        });
        match starts {
            true => self.coming = Some(Coming { made_from: settings, pages, pace }),
            false => (self.stopped, self.coming) = (Some(settings), None),
        }
    }

    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    /// The page that is looked at, and its place among so many, counted from 1.
    pub fn looked_at(&self) -> Option<(&Scene, usize, usize)> {
        let pages = &self.preview.as_ref()?.pages;
        Some((pages.get(self.nth)?, self.nth + 1, pages.len()))
    }

    /// Looks at the page before or behind.
    pub fn turn(&mut self, forwards: bool) {
        self.nth = if forwards { self.nth + 1 } else { self.nth.saturating_sub(1) };
    }

    /// How much of what is asked for is laid out, 0 … 1; none where it is shown, or was stopped.
    pub fn coming(&self) -> Option<f32> {
        let coming = self.coming.as_ref()?;
        Some(coming.pace.thousandths.load(Ordering::Relaxed) as f32 / 1000.0)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    /// Frames go by until something is there to be seen, or nothing comes any more.
    fn until(
        view: &mut ExportView,
        settings: ExportSettings,
        shaper: &Arc<Shaper>,
        done: impl Fn(&ExportView) -> bool,
    ) {
        while !done(view) {
            view.page(&Context::default(), &sample::map(), settings, shaper);
            std::thread::yield_now();
        }
    }

    #[test]
    fn a_page_comes_with_how_far_it_is_and_what_is_stopped_comes_when_it_is_asked_for_again() {
        let (mut view, shaper, settings) =
            (ExportView::default(), Arc::new(Shaper::bundled()), ExportSettings::default());
        view.page(&Context::default(), &sample::map(), settings, &shaper);
        assert!(view.coming().is_some() && view.preview().is_none() && !view.is_stopped());
        view.stop();
        view.page(&Context::default(), &sample::map(), settings, &shaper);
        assert!(view.coming().is_none() && view.is_stopped(), "it is not begun again by itself");
        view.go_on();
        until(&mut view, settings, &shaper, |view| view.preview().is_some());
        assert!(view.coming().is_none() && view.looked_at().is_some());
        // Another choice is laid out although the one before was stopped.
        let notes = ExportSettings { notes: true, ..settings };
        view.page(&Context::default(), &sample::map(), notes, &shaper);
        view.stop();
        let former = ExportSettings { former: true, ..settings };
        until(&mut view, former, &shaper, |view| view.preview().is_some_and(|preview| preview.made_from == former));
    }
}
