//! The painter of slides that are edited on: shapes and words instead of glyphs and lines.
//!
//! A card is one shape with its words in it, a stage a group of its header and its cards, a connector a line that is tied to its
//! cards, the first heading of a page the slide's title, and a curve or the river a freeform. Colours follow the document's scheme
//! where they are of its hues. A shape is called as the record that it was drawn from (`Touchpoint 10`), and says what the part says.
//!
//! # Limits
//! - Lines are broken anew by the program that opens it, in a face that its machine has.
//! - A curve that a group cuts off is a row of straight pieces, words that it cuts off are whole or not there, and a gradient
//!   runs across or down.
//! - A page over 56 inches is scaled down to that, the most that a slide may be.

mod card;
mod clip;
mod connector;
mod ink;
mod stages;
mod walk;
mod words;

use super::{ExportError, Moment, guarded};
use crate::scene::{Deck, Item, Paint, Rect, Scene, Transform};
use crate::slides::{Emu, Presentation, SIDE, Section, Slide};
use crate::text::is_right_to_left;
use walk::Walk;

/// A map unit is a 96th of an inch.
const EMU_PER_UNIT: f32 = 9_525.0;
/// The family of the program's own faces.
const FACE: &str = "Inter";

/// One slide a page of the document, each of the size of the largest; `made` is the moment that stands in it.
///
/// # Errors
/// There is no page, or the parts do not fit into a file.
pub fn pptx(deck: &Deck, made: impl Into<Option<Moment>>) -> Result<Vec<u8>, ExportError> {
    if deck.pages.is_empty() {
        return Err(ExportError::Empty);
    }
    let made = made.into();
    guarded(|| presentation(deck, made).to_bytes().map_err(|error| ExportError::Slides(error.to_string())))
}

/// The document's slides, before they are a file.
pub fn presentation(deck: &Deck, made: Option<Moment>) -> Presentation {
    let sides = deck.pages.iter().map(|page| page.scene.size);
    let (width, height) = sides.fold((1.0_f32, 1.0_f32), |(w, h), size| (w.max(size.width), h.max(size.height)));
    let most = *SIDE.end() as f32 / EMU_PER_UNIT;
    let scale = (most / width.max(height)).min(1.0);
    let slides = deck.pages.iter().map(|page| Slide { notes: page.notes.clone(), ..slide(&page.scene, scale) });
    Presentation {
        title: deck.title().unwrap_or_default().to_owned(),
        language: deck.language().unwrap_or("en").to_owned(),
        size: (emu(width * scale), emu(height * scale)),
        scheme: ink::scheme(&deck.scheme),
        face: FACE.to_owned(),
        slides: slides.collect(),
        sections: sections(deck),
        made: made.map(|made| {
            let Moment { year, month, day, hour, minute, second } = made;
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
        }),
    }
}

fn slide(scene: &Scene, scale: f32) -> Slide {
    // What was turned over is turned back, so that words begin where they do for every reader, and turned over as shapes.
    if is_right_to_left(&scene.language) {
        return laid(&scene.mirrored(), scale).mirrored(emu(scene.size.width * scale));
    }
    laid(scene, scale)
}

fn laid(scene: &Scene, scale: f32) -> Slide {
    let whole = Rect::from_size(scene.size);
    let mut ground = None;
    let mut items = scene.items.as_slice();
    if let Some((Item::Rect(first), rest)) = items.split_first()
        && first.stroke.is_none()
        && covers(first.rect, whole)
        && let Some(Paint::Flat(color)) = &first.fill
    {
        (ground, items) = (Some(ink::ink(*color, 1.0)), rest);
    }
    Slide { ground, shapes: Walk::new(scene, scale).slide(items), notes: String::new() }
}

fn covers(rect: Rect, whole: Rect) -> bool {
    let slack = 0.5;
    rect.x <= whole.x + slack
        && rect.y <= whole.y + slack
        && rect.right() >= whole.right() - slack
        && rect.bottom() >= whole.bottom() - slack
}

/// A section for each part of the document, where it has parts.
fn sections(deck: &Deck) -> Vec<Section> {
    let mut sections: Vec<(Option<usize>, Section)> = Vec::new();
    for page in &deck.pages {
        match sections.last_mut() {
            Some((part, section)) if *part == page.part && section.name == page.name => section.slides += 1,
            _ => sections.push((page.part, Section { name: page.name.clone(), slides: 1 })),
        }
    }
    if sections.iter().any(|(_, section)| section.name.is_empty()) {
        return Vec::new();
    }
    sections.into_iter().map(|(_, section)| section).collect()
}

fn emu(units: f32) -> Emu {
    (f64::from(units) * f64::from(EMU_PER_UNIT)).round() as Emu
}

/// A rectangle of the scene as a frame of the slide.
fn frame(rect: Rect, at: Transform) -> crate::slides::Frame {
    let rect = at.apply_rect(rect);
    let (x, y) = (emu(rect.x), emu(rect.y));
    crate::slides::Frame { x, y, width: emu(rect.right()) - x, height: emu(rect.bottom()) - y }
}
