//! The page as it will be, laid out on a thread: a large map takes longer than a frame.

use crate::export::{Missing, missing_from};
use crate::model::Map;
use crate::scene::{Legibility, Scene};
use crate::session::export::{ExportSettings, document, left_out_words};
use crate::session::threads::{self, Ending};
use crate::text::Shaper;
use egui::Context;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

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
    fn of(map: &Map, settings: ExportSettings, shaper: &Shaper) -> Self {
        let (deck, left_out) = document(map, &settings, shaper);
        let (legibility, missing) = (deck.legibility(), missing_from(&deck));
        let pages = deck.pages.into_iter().map(|page| page.scene).collect();
        Self { made_from: settings, pages, legibility, missing, left_out: left_out_words(&left_out) }
    }
}

/// What the dialog remembers: the page that was drawn last, and the one that is on its way.
#[derive(Debug, Default)]
pub struct ExportView {
    preview: Option<Preview>,
    /// Which of its pages is looked at, counted from 0.
    nth: usize,
    coming: Option<(ExportSettings, Receiver<Preview>)>,
}

impl ExportView {
    /// The page for these settings, or, until it is there, the one before.
    pub fn page(&mut self, ctx: &Context, map: &Map, settings: ExportSettings, shaper: &Arc<Shaper>) {
        if let Some(Ok(drawn)) = self.coming.as_ref().map(|(_, page)| page.try_recv()) {
            (self.preview, self.coming, self.nth) = (Some(drawn), None, 0);
        }
        let is_asked = |made_from: ExportSettings| made_from == settings;
        if self.preview.as_ref().is_some_and(|page| is_asked(page.made_from))
            || self.coming.as_ref().is_some_and(|(made_from, _)| is_asked(*made_from))
        {
            return;
        }
        let (sender, page) = channel();
        let (of, with, waker) = (map.clone(), Arc::clone(shaper), ctx.clone());
        let starts = threads::start("lay out a page", Ending::Left, move || {
            // Nobody may be there for it any more.
            let _ = sender.send(Preview::of(&of, settings, &with));
            waker.request_repaint();
        });
        match starts {
            true => self.coming = Some((settings, page)),
            false => (self.preview, self.coming, self.nth) = (Some(Preview::of(map, settings, shaper)), None, 0),
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

    /// Whether what is shown is not what is asked for.
    pub fn is_coming(&self) -> bool {
        self.coming.is_some()
    }
}
