//! The words of a drawing: how many are set, and in which faces.
//!
//! # Limits
//! A drawing is set as it stands, and so is each place at which a part with words is used again: 20,000 letters in all. Of a drawing
//! with more no word is set; nor of one with words in a pattern, a marker, a mask or a clip, which are made anew for each shape.

use super::faces::{Faces, FontFile};
use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::roxmltree::{Document, Node, NodeId};
use resvg::usvg::{Font, FontResolver, FontStyle};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

const LETTERS_MAX: usize = 20_000;
/// Where words are, no more parts are used again, and none within so many others.
const USES_MAX: usize = 2_000;
const DEPTH_MAX: usize = 16;

/// Whether a drawing's words are so few that all of them can be set.
pub(super) fn are_few(document: &Document<'_>) -> bool {
    let is_made_anew =
        |node: &Node<'_, '_>| matches!(node.tag_name().name(), "pattern" | "marker" | "mask" | "clipPath" | "filter");
    let is_text = |node: &Node<'_, '_>| node.tag_name().name() == "text";
    let has_words_made_anew = document.descendants().filter(is_made_anew).any(|node| {
        let is_words = |inner: Node<'_, '_>| is_text(&inner) || inner.tag_name().name() == "use";
        node.descendants().any(is_words)
    });
    let has_words = document.descendants().any(|node| is_text(&node));
    let uses = document.descendants().filter(|node| node.tag_name().name() == "use").count();
    if !has_words {
        return true;
    }
    if has_words_made_anew || uses > USES_MAX {
        return false;
    }
    let named = document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut counted = Counted { named, known: HashMap::new() };
    counted.letters(document.root(), 0).is_some_and(|letters| letters <= LETTERS_MAX)
}

/// How many letters parts hold with all that they use.
struct Counted<'a, 'd> {
    named: HashMap<&'a str, Node<'a, 'd>>,
    known: HashMap<NodeId, usize>,
}

impl<'a, 'd> Counted<'a, 'd> {
    /// None where parts use each other without end.
    fn letters(&mut self, part: Node<'a, 'd>, depth: usize) -> Option<usize> {
        if let Some(known) = self.known.get(&part.id()) {
            return Some(*known);
        }
        if depth > DEPTH_MAX {
            return None;
        }
        let mut all = 0_usize;
        for node in part.descendants() {
            if node.is_text() {
                all = all.saturating_add(node.text().map_or(0, str::len));
            } else if node.tag_name().name() == "use" {
                let names = node.attributes().filter(|attribute| attribute.name() == "href");
                let used =
                    names.filter_map(|name| self.named.get(name.value().trim().strip_prefix('#')?).copied()).next();
                if let Some(used) = used {
                    all = all.saturating_add(self.letters(used, depth + 1)?);
                }
            }
        }
        self.known.insert(part.id(), all);
        Some(all)
    }
}

/// The faces in use, and whether a letter had none.
pub(super) struct Setting<'a> {
    faces: &'a dyn Faces,
    is_on: bool,
    lacks: AtomicBool,
    /// Those that were taken over, by their names.
    known: Mutex<HashMap<String, ID>>,
}

impl<'a> Setting<'a> {
    /// Where it is not on, no word is set.
    pub fn new(faces: &'a dyn Faces, is_on: bool) -> Self {
        Self { faces, is_on, lacks: AtomicBool::new(false), known: Mutex::default() }
    }

    /// Whether words were left out.
    pub fn lacks(&self) -> bool {
        self.lacks.load(Ordering::Relaxed)
    }

    pub fn resolver(&self) -> FontResolver<'_> {
        FontResolver {
            select_font: Box::new(|font: &Font, fonts: &mut Arc<Database>| {
                let is_slanted = font.style() != FontStyle::Normal;
                self.take('n', font.weight(), is_slanted, fonts)
            }),
            select_fallback: Box::new(|letter: char, used: &[ID], fonts: &mut Arc<Database>| {
                let found = self.take(letter, 400, false, fonts).filter(|found| !used.contains(found));
                if found.is_none() {
                    self.lacks.store(true, Ordering::Relaxed);
                }
                found
            }),
        }
    }

    fn take(&self, letter: char, weight: u16, is_italic: bool, fonts: &mut Arc<Database>) -> Option<ID> {
        let file = self.faces.face_of(letter, weight, is_italic).filter(|_| self.is_on);
        let Some(FontFile { name, bytes, index }) = file else {
            self.lacks.store(true, Ordering::Relaxed);
            return None;
        };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(&name) {
            return Some(*known);
        }
        let fonts = Arc::make_mut(fonts);
        let read = fonts.load_font_source(Source::Binary(bytes));
        let id = read.into_iter().find(|id| fonts.face(*id).is_some_and(|face| face.index == index))?;
        known.insert(name, id);
        Some(id)
    }
}
