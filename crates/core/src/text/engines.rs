//! The fonts at hand, and the engines that shape with them: one for each thread that shapes at a time.
//!
//! The system's fonts are read when a letter is met that the bundled faces lack; engines that were made before are let go then.

use super::TextStyle;
use super::by_word::{Line, Words};
use super::coverage::Coverage;
use super::direction::Marked;
use super::faces::bundled_face;
use super::glyphs::{Faces, blank_item, font_context, shape, text_item};
use super::style::StyleKey;
use crate::scene::FaceStyle;
use parley::{FontContext, Layout, LayoutContext};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Work for a thread.
pub type Work = Box<dyn FnOnce() + Send>;

/// How fonts are read aside: who starts a thread, which may fail, and whom to wake when they are there.
pub(super) struct Background {
    pub start: Box<dyn Fn(Work) -> bool + Send + Sync>,
    pub wake: Box<dyn Fn() + Send + Sync>,
}

/// Where glyphs that Inter lacks come from.
pub(super) enum Fallback {
    /// Nowhere: they are drawn as the empty box.
    Never,
    /// From the system, read when the first is met.
    WhenNeeded,
    /// The same, on a thread; the closure is called when they are there.
    InBackground(Arc<Background>),
    OnTheWay(Receiver<(FontContext, Faces)>),
    Here,
}

/// What shapes on one thread.
pub(super) struct Engine {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    pub faces: Faces,
    words: Words<StyleKey>,
    /// Counts how often the fonts have changed.
    pub round: u64,
    /// No other fonts are going to come.
    pub is_final: bool,
}

impl Engine {
    /// Lets parley choose faces, order and glyphs. Lines are not broken yet.
    pub fn shape(&mut self, text: &Marked<'_>, style: &TextStyle) -> Layout<()> {
        shape(&mut self.fonts, &mut self.layouts, text, style, &mut self.faces)
    }

    /// The lines of a plain text ([`Words::lines`]).
    pub fn lines_by_word(
        &mut self,
        text: &str,
        style: &TextStyle,
        in_map: bool,
        room: (f32, usize),
    ) -> Option<Vec<Line>> {
        let Self { fonts, layouts, faces, words, .. } = self;
        words.lines(style.key(), text, room, |word| {
            let marked = Marked::new(word, in_map);
            let mut layout = shape(fonts, layouts, &marked, style, faces);
            layout.break_all_lines(None);
            let line = layout.lines().next();
            line.map_or_else(|| blank_item(word, style), |line| text_item(&line, word, &marked, style, faces))
        })
    }
}

/// All engines that rest, and the fonts that further ones are made with.
pub(super) struct Engines {
    pool: Mutex<Pool>,
    coverage: Coverage,
}

struct Pool {
    fonts: FontContext,
    faces: Faces,
    fallback: Fallback,
    round: u64,
    resting: Vec<Engine>,
}

impl Engines {
    pub fn new(fallback: Fallback) -> Self {
        let (fonts, faces, regular) = font_context(false);
        let bytes = bundled_face(FaceStyle::Regular).bytes.clone();
        let pool = Pool { fonts, faces, fallback, round: 0, resting: Vec::new() };
        Self { pool: Mutex::new(pool), coverage: Coverage::new(regular.as_ref(), bytes) }
    }

    /// Whether the bundled faces have every letter.
    pub fn is_whole(&self, text: &str) -> bool {
        self.coverage.is_whole(text)
    }

    /// What `work` gives with an engine that has the fonts at hand. One that its work did not come back from is let go: it may
    /// be half done.
    pub fn lend<T>(&self, work: impl FnOnce(&mut Engine) -> T) -> T {
        let mut engine = self.lock().engine();
        let given = work(&mut engine);
        let mut pool = self.lock();
        if engine.round == pool.round {
            pool.resting.push(engine);
        }
        given
    }

    /// Gets fonts that the string needs on their way, or waits for them.
    pub fn ask_for_missing(&self, text: &str) {
        if !self.coverage.lacks_any(text) {
            return;
        }
        let mut pool = self.lock();
        if !matches!(pool.fallback, Fallback::WhenNeeded | Fallback::InBackground(_)) {
            return;
        }
        match std::mem::replace(&mut pool.fallback, Fallback::Here) {
            Fallback::InBackground(background) => match read_aside(&background, text.to_owned()) {
                Some(receiver) => pool.fallback = Fallback::OnTheWay(receiver),
                None => pool.settle(Fallback::Never),
            },
            _ => {
                let (fonts, faces, _) = font_context(true);
                pool.take(fonts, faces);
            }
        }
    }

    /// Puts fonts that a thread has read to use. True: other fonts are at hand than before.
    pub fn take_arrived(&self) -> bool {
        let mut pool = self.lock();
        let Fallback::OnTheWay(receiver) = &pool.fallback else { return false };
        match receiver.try_recv() {
            Ok((fonts, faces)) => {
                pool.take(fonts, faces);
                true
            }
            Err(TryRecvError::Empty) => false,
            Err(TryRecvError::Disconnected) => {
                pool.settle(Fallback::Never);
                false
            }
        }
    }

    /// How often the fonts have changed.
    pub fn round(&self) -> u64 {
        self.lock().round
    }

    /// A panic in another thread leaves nothing half done here: every change to the pool is one assignment.
    fn lock(&self) -> MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pool {
    fn engine(&mut self) -> Engine {
        self.resting.pop().unwrap_or_else(|| Engine {
            fonts: self.fonts.clone(),
            layouts: LayoutContext::new(),
            faces: self.faces.clone(),
            words: Words::new(),
            round: self.round,
            is_final: matches!(self.fallback, Fallback::Here | Fallback::Never),
        })
    }

    fn take(&mut self, fonts: FontContext, faces: Faces) {
        self.fonts = fonts;
        self.faces = faces;
        self.settle(Fallback::Here);
    }

    /// No other fonts than those at hand are going to come.
    fn settle(&mut self, fallback: Fallback) {
        self.fallback = fallback;
        self.round += 1;
        self.resting.clear();
    }
}

/// Reads the system's fonts on a thread, with those of the sample's script; None without a thread.
fn read_aside(background: &Arc<Background>, sample: String) -> Option<Receiver<(FontContext, Faces)>> {
    let (sender, receiver) = channel();
    let shared = Arc::clone(background);
    let reads = (background.start)(Box::new(move || {
        let (mut fonts, mut faces, _) = font_context(true);
        // Shaping the string here has its script's fonts found and read before anybody waits for them.
        let style = TextStyle::new(12.0, FaceStyle::Regular, Default::default());
        shape(&mut fonts, &mut LayoutContext::new(), &Marked::new(&sample, false), &style, &mut faces);
        if sender.send((fonts, faces)).is_ok() {
            (shared.wake)();
        }
    }));
    reads.then_some(receiver)
}
