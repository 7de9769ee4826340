//! From parley's lines to the scene's: glyphs in visual order, each with the bytes it stands for.

use super::faces::bundled_faces;
use super::{TextStyle, language};
use crate::scene::{Face, FaceStyle, Glyph, GlyphRun, Point, TextItem};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfo, FontInfoOverride, SourceCache};
use parley::layout::{Line, PositionedLayoutItem, Run};
use parley::style::{FontFamily, FontFeatures, FontStyle, FontWeight, OverflowWrap, StyleProperty};
use parley::{FontContext, FontData, Layout, LayoutContext};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Our Inter goes by a name of its own, so that an Inter that the system has is never taken for it.
const FAMILY: &str = "Touchline Inter";

/// Every face that was ever met, by parley's number for its file.
pub(super) struct Faces {
    known: HashMap<(u64, u32), Arc<Face>>,
}

impl Faces {
    /// The face of parley's font; one that is new came from the system.
    fn face(&mut self, font: &FontData) -> Arc<Face> {
        let key = (font.data.id(), font.index);
        let face = self.known.entry(key).or_insert_with(|| {
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
    (context, Faces { known }, regular)
}

/// Lets parley choose faces, order and glyphs. Lines are not broken yet.
pub(super) fn shape(
    fonts: &mut FontContext,
    layouts: &mut LayoutContext<()>,
    text: &str,
    style: &TextStyle,
) -> Layout<()> {
    let (weight, slant) = match style.face {
        FaceStyle::Regular => (400.0, FontStyle::Normal),
        FaceStyle::Medium => (500.0, FontStyle::Normal),
        FaceStyle::SemiBold => (600.0, FontStyle::Normal),
        FaceStyle::Bold => (700.0, FontStyle::Normal),
        FaceStyle::Italic => (400.0, FontStyle::Italic),
    };
    let mut builder = layouts.ranged_builder(fonts, text, 1.0, false);
    builder.push_default(StyleProperty::FontFamily(FontFamily::named(FAMILY)));
    builder.push_default(StyleProperty::FontSize(style.size));
    builder.push_default(StyleProperty::FontWeight(FontWeight::new(weight)));
    builder.push_default(StyleProperty::FontStyle(slant));
    builder.push_default(StyleProperty::Locale(language::here()));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
    if style.tabular {
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::from("\"tnum\"")));
    }
    builder.build(text)
}

/// One of parley's lines as a text item at the origin, without the white space and line break it ends in.
/// `text` is what was shaped.
pub(super) fn text_item(line: &Line<'_, ()>, text: &str, style: &TextStyle, faces: &mut Faces) -> TextItem {
    let all = line.text_range();
    let words = text.get(all.clone()).unwrap_or_default().trim_end();
    let kept = all.start..all.start + words.len();
    let mut runs: Vec<GlyphRun> = Vec::new();
    for item in line.items() {
        if let PositionedLayoutItem::GlyphRun(run) = item
            && let Some(run) = glyph_run(run.run(), run.offset(), &kept, faces)
        {
            runs.push(run);
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

/// The glyphs of a run that stand for bytes inside `kept`, which the ranges count from. None when there are none.
fn glyph_run(run: &Run<'_, ()>, offset: f32, kept: &Range<usize>, faces: &mut Faces) -> Option<GlyphRun> {
    let right_to_left = run.is_rtl();
    let mut clusters: Vec<(Range<usize>, Vec<parley::layout::Glyph>)> = Vec::new();
    for cluster in run.clusters() {
        let range = cluster.text_range();
        match clusters.last_mut() {
            // The later letters of a ligature have no glyphs of their own: the glyph stands for all of them.
            Some((before, _)) if cluster.is_ligature_continuation() => before.end = before.end.max(range.end),
            _ => clusters.push((range, cluster.glyphs().collect())),
        }
    }
    if right_to_left {
        clusters.reverse();
    }
    let mut pen = offset;
    let mut placed = Vec::new();
    let (mut left, mut right) = (None, offset);
    let (mut start, mut end) = (usize::MAX, 0);
    for (range, glyphs) in clusters {
        let inside = range.start >= kept.start && range.end <= kept.end;
        if inside {
            left.get_or_insert(pen);
            start = start.min(range.start - kept.start);
            end = end.max(range.end - kept.start);
        }
        for glyph in glyphs {
            if inside {
                let range = range.start - kept.start..range.end - kept.start;
                placed.push(Glyph { id: glyph.id, x: pen + glyph.x, y: glyph.y, advance: glyph.advance, range });
            }
            pen += glyph.advance;
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
