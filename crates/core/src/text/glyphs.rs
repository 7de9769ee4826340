//! From parley's lines to the scene's: glyphs in visual order, each with the bytes it stands for.

use super::direction::Marked;
use super::faces::bundled_faces;
use super::families::Families;
use super::{TextStyle, language};
use crate::scene::{Face, FaceStyle, Glyph, GlyphRun, Point, TextItem};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfo, FontInfoOverride, SourceCache};
use parley::layout::{Line, PositionedLayoutItem, Run};
use parley::style::{FontFamily, FontFamilyName, FontFeatures, FontStyle, FontWeight, OverflowWrap, StyleProperty};
use parley::{FontContext, FontData, Layout, LayoutContext};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// Our Inter goes by a name of its own, so that an Inter that the system has is never taken for it.
const FAMILY: &str = "Touchline Inter";

type Known = HashMap<(u64, u32), Arc<Face>>;

/// Every face that was ever met, by parley's number for its file; those who shape side by side know the same.
#[derive(Clone)]
pub(super) struct Faces {
    known: Arc<Mutex<Known>>,
    families: Families,
}

impl Faces {
    /// The face of parley's font; one that is new came from the system.
    fn face(&self, font: &FontData) -> Arc<Face> {
        let key = (font.data.id(), font.index);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let face = known.entry(key).or_insert_with(|| {
            let (bytes, id) = font.data.clone().into_raw_parts();
            Arc::new(Face { name: format!("System-{id}-{}", font.index), bytes, index: font.index, bundled: false })
        });
        Arc::clone(face)
    }
}

/// A font collection with the bundled faces in it; also the faces by number, and the Regular's description.
pub(super) fn font_context(system_fonts: bool) -> (FontContext, Faces, Option<FontInfo>) {
    let collection = Collection::new(CollectionOptions { shared: false, system_fonts });
    // Shared, so that a file that is dropped from the cache and met again keeps its number while one of our faces lives.
    let mut context = FontContext { collection, source_cache: SourceCache::new_shared() };
    let mut known = HashMap::new();
    let mut regular = None;
    for face in bundled_faces() {
        let blob = Blob::new(Arc::clone(&face.bytes));
        known.insert((blob.id(), face.index), Arc::clone(face));
        let name = FontInfoOverride { family_name: Some(FAMILY), ..FontInfoOverride::default() };
        let registered = context.collection.register_fonts(blob, Some(name));
        if regular.is_none() {
            regular = registered.into_iter().flat_map(|(_, fonts)| fonts).next();
        }
    }
    (context, Faces { known: Arc::new(Mutex::new(known)), families: Families::default() }, regular)
}

/// Lets parley choose faces, order and glyphs. Lines are not broken yet.
pub(super) fn shape(
    fonts: &mut FontContext,
    layouts: &mut LayoutContext<()>,
    text: &Marked<'_>,
    style: &TextStyle,
    faces: &mut Faces,
) -> Layout<()> {
    let (weight, slant) = match style.face {
        FaceStyle::Regular => (400.0, FontStyle::Normal),
        FaceStyle::Medium => (500.0, FontStyle::Normal),
        FaceStyle::SemiBold => (600.0, FontStyle::Normal),
        FaceStyle::Bold => (700.0, FontStyle::Normal),
        FaceStyle::Italic => (400.0, FontStyle::Italic),
    };
    let families = faces.families.of(fonts, &text.text);
    let mut builder = layouts.ranged_builder(fonts, &text.text, 1.0, false);
    builder.set_base_direction(text.base);
    let named: Vec<FontFamilyName<'_>> =
        std::iter::once(FAMILY).chain(families.iter().map(|name| &**name)).map(FontFamilyName::named).collect();
    builder.push_default(StyleProperty::FontFamily(FontFamily::List(named.into())));
    builder.push_default(StyleProperty::FontSize(style.size));
    builder.push_default(StyleProperty::FontWeight(FontWeight::new(weight)));
    builder.push_default(StyleProperty::FontStyle(slant));
    builder.push_default(StyleProperty::Locale(language::here()));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
    if style.tabular {
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::from("\"tnum\"")));
    }
    builder.build(&text.text)
}

/// One of parley's lines as a text item at the origin, without the white space and line break it ends in.
/// `text` is what was shaped, `marked` how.
pub(super) fn text_item(
    line: &Line<'_, ()>,
    text: &str,
    marked: &Marked<'_>,
    style: &TextStyle,
    faces: &Faces,
) -> TextItem {
    let all = marked.range(line.text_range());
    let words = text.get(all.clone()).unwrap_or_default().trim_end();
    kept_item(line, text, all.start..all.start + words.len(), marked, style, faces)
}

/// The same of the bytes `kept` of the text, blanks included.
pub(super) fn kept_item(
    line: &Line<'_, ()>,
    text: &str,
    kept: Range<usize>,
    marked: &Marked<'_>,
    style: &TextStyle,
    faces: &Faces,
) -> TextItem {
    let words = text.get(kept.clone()).unwrap_or_default();
    let mut runs: Vec<GlyphRun> = Vec::new();
    // The blank at which a line that runs both ways is broken may lie in its midst: what is left out takes no room.
    let closes = line.runs().any(|run| run.is_rtl());
    let mut end = 0.0;
    for item in line.items() {
        if let PositionedLayoutItem::GlyphRun(run) = item {
            let offset = if closes { end } else { run.offset() };
            if let Some(run) = glyph_run(run.run(), offset, closes, &kept, marked, faces) {
                end = run.x + run.width;
                runs.push(run);
            }
        }
    }
    let left = runs.iter().map(|run| run.x).fold(f32::INFINITY, f32::min);
    let right = runs.iter().map(|run| run.x + run.width).fold(f32::NEG_INFINITY, f32::max);
    for run in &mut runs {
        run.x -= left;
        run.glyphs.iter_mut().for_each(|glyph| glyph.x -= left);
    }
    let width = if runs.is_empty() { 0.0 } else { right - left };
    blank_item(words, style).with_runs(runs, width)
}

/// A line without glyphs.
pub(super) fn blank_item(text: &str, style: &TextStyle) -> TextItem {
    TextItem {
        text: text.to_owned(),
        pos: Point::default(),
        color: style.color,
        width: 0.0,
        ascent: style.ascent(),
        descent: style.descent(),
        runs: Arc::from([]),
    }
}

impl TextItem {
    fn with_runs(self, runs: Vec<GlyphRun>, width: f32) -> Self {
        Self { runs: runs.into(), width, ..self }
    }
}

/// The glyphs of a run that stand for bytes inside `kept`, which the ranges count from; `closes`: the others take no room. None
/// when there are none.
fn glyph_run(
    run: &Run<'_, ()>,
    offset: f32,
    closes: bool,
    kept: &Range<usize>,
    marked: &Marked<'_>,
    faces: &Faces,
) -> Option<GlyphRun> {
    let right_to_left = run.is_rtl();
    // The glyphs of a cluster stand together in one list for all.
    let letters = run.text_range().len();
    let mut glyphs: Vec<parley::layout::Glyph> = Vec::with_capacity(letters);
    let mut clusters: Vec<(Range<usize>, Range<usize>)> = Vec::with_capacity(letters);
    for cluster in run.clusters() {
        let range = marked.range(cluster.text_range());
        match clusters.last_mut() {
            // The later letters of a ligature have no glyphs of their own: the glyph stands for all of them.
            Some((before, _)) if cluster.is_ligature_continuation() => before.end = before.end.max(range.end),
            _ => {
                let first = glyphs.len();
                glyphs.extend(cluster.glyphs());
                clusters.push((range, first..glyphs.len()));
            }
        }
    }
    if right_to_left {
        clusters.reverse();
    }
    let mut pen = offset;
    let mut placed = Vec::with_capacity(glyphs.len());
    let (mut left, mut right) = (None, offset);
    let (mut start, mut end) = (usize::MAX, 0);
    for (range, of_cluster) in clusters {
        // A mark of isolation stands for nothing.
        let inside = !range.is_empty() && range.start >= kept.start && range.end <= kept.end;
        if inside {
            left.get_or_insert(pen);
            start = start.min(range.start - kept.start);
            end = end.max(range.end - kept.start);
        }
        for glyph in glyphs.get(of_cluster).unwrap_or_default() {
            if inside {
                let range = range.start - kept.start..range.end - kept.start;
                placed.push(Glyph { id: glyph.id, x: pen + glyph.x, y: glyph.y, advance: glyph.advance, range });
            }
            pen += if inside || !closes { glyph.advance } else { 0.0 };
        }
        if inside {
            right = pen;
        }
    }
    let left = left?;
    Some(GlyphRun {
        face: faces.face(run.font()),
        size: run.font_size(),
        range: start..end,
        x: left,
        width: right - left,
        right_to_left,
        glyphs: placed,
    })
}
