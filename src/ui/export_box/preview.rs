//! The page as it will be, laid out on a thread: a large map takes longer than a frame.

use crate::export::{Missing, missing_from};
use crate::model::Map;
use crate::scene::{Deck, Legibility, Scene};
use crate::session::export::{ExportSettings, left_out_words, picture_with_left_out};
use crate::session::threads::{self, Ending};
use crate::text::Shaper;
use egui::Context;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

/// The page, how small its text is, what it does without, and what it was made from.
#[derive(Debug)]
pub struct Preview {
    pub made_from: ExportSettings,
    pub scene: Scene,
    pub legibility: Option<Legibility>,
    /// What no font here has the letters of.
    pub missing: Vec<Missing>,
    pub left_out: Option<String>,
}

impl Preview {
    fn of(map: &Map, settings: ExportSettings, shaper: &Shaper) -> Self {
        let (page, left_out) = picture_with_left_out(map, &settings, shaper);
        let (mut deck, left_out) = (Deck::from(page), left_out_words(&left_out));
        let (legibility, missing) = (deck.legibility(), missing_from(&deck));
        let scene = deck.pages.pop().map(|page| page.scene).unwrap_or_default();
        Self { made_from: settings, scene, legibility, missing, left_out }
    }
}

/// What the dialog remembers: the page that was drawn last, and the one that is on its way.
#[derive(Debug, Default)]
pub struct ExportView {
    preview: Option<Preview>,
    coming: Option<(ExportSettings, Receiver<Preview>)>,
}

impl ExportView {
    /// The page for these settings, or, until it is there, the one before.
    pub fn page(&mut self, ctx: &Context, map: &Map, settings: ExportSettings, shaper: &Arc<Shaper>) {
        if let Some(Ok(drawn)) = self.coming.as_ref().map(|(_, page)| page.try_recv()) {
            (self.preview, self.coming) = (Some(drawn), None);
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
            false => (self.preview, self.coming) = (Some(Preview::of(map, settings, shaper)), None),
        }
    }

    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    /// Whether what is shown is not what is asked for.
    pub fn is_coming(&self) -> bool {
        self.coming.is_some()
    }
}
