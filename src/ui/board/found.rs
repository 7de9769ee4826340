//! The words that are looked for, lit wherever they are read on the board.

use super::parts::Frame;
use crate::model::{RecordKind, RecordRef};
use crate::scene::{FaceStyle, Item, Kind, Part, Rect as SceneRect, TextItem, Transform};
use crate::session::flows::places;
use crate::session::{record_of, tag_of};
use crate::text::HYPHEN;
use crate::theme::{Theme, size};
use crate::ui::style;
use egui::{Color32, Painter, Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use std::collections::HashSet;
use std::ops::Range;
use touchline_words::say;

/// Letters of fewer pixels are not read, and not lit.
const READ_PX: f32 = 5.0;
/// Opacity of the light behind a hit, and behind the one that is looked at.
const LIGHT: f32 = 0.2;
const CURRENT: f32 = 0.45;

pub fn paint_found(ui: &Ui, painter: &Painter, frame: &Frame) {
    let Some(search) = frame.session.flows().search().filter(|search| !search.query().trim().is_empty()) else {
        return;
    };
    let theme = style::theme(ui.ctx());
    paint_inside(painter, frame, &theme);
    let accent = style::color(theme.accent);
    let seen = frame.view.rect_to_scene(frame.frozen.inner());
    let current = search.current_hit().map(|hit| hit.record);
    let is_turned = frame.view.turned_in.is_some();
    // What the program itself says is not what was looked for.
    let hits: HashSet<RecordRef> = search.hits().iter().map(|hit| hit.record).collect();
    for part in frame.shown.board.parts().overlapping(seen) {
        if !owner(&part).is_some_and(|record| hits.contains(&record)) {
            continue;
        }
        let is_current = current.is_some_and(|record| is_of(&part, record));
        let light = accent.gamma_multiply(if is_current { CURRENT } else { LIGHT });
        each_text(&part.tagged.items, part.transform, &mut |lines, transform| {
            for rect in lit(search.query(), lines, transform, is_turned) {
                let rect = frame.view.rect_to_screen(rect);
                if rect.height() * painter.pixels_per_point() < READ_PX {
                    continue;
                }
                painter.rect_filled(rect, 2.0, light);
                if is_current {
                    painter.rect_stroke(rect, 2.0, Stroke::new(1.0, accent), StrokeKind::Outside);
                }
            }
        });
    }
}

/// How many hits lie in a cell of what is folded, at its end where words of the strip leave room.
fn paint_inside(painter: &Painter, frame: &Frame, theme: &Theme) {
    let Some(search) = frame.session.flows().search().filter(|search| !search.query().trim().is_empty()) else {
        return;
    };
    for ((stage, lane), count) in search.inside() {
        let Some(cell) = frame.shown.board.cell_rect(*stage, *lane).map(|cell| frame.view.rect_to_screen(cell)) else {
            continue;
        };
        let size = size::DETAIL * frame.view.zoom;
        if size < READ_PX || !cell.intersects(frame.area) {
            continue;
        }
        let font = style::font(FaceStyle::SemiBold, size);
        let words =
            painter.layout_no_wrap(say!(ui_board_hits_inside, count = *count), font, style::color(theme.accent));
        let (air, half) = (4.0 * frame.view.zoom, words.size() / 2.0);
        let middle = if frame.view.turned_in.is_some() {
            pos2(cell.left() + 3.0 * air + half.x, cell.bottom() - 1.5 * air - half.y)
        } else {
            pos2(cell.right() - 3.0 * air - half.x, cell.bottom() - 1.5 * air - half.y)
        };
        let pill = Rect::from_center_size(middle, words.size() + vec2(4.0 * air, air));
        painter.rect_filled(pill, pill.height() / 2.0, style::color(theme.surface));
        painter.rect_filled(pill, pill.height() / 2.0, style::color(theme.accent).gamma_multiply(LIGHT / 2.0));
        painter.galley(middle - half, words, Color32::PLACEHOLDER);
    }
}

/// Whether a part is a record's own, or its title.
fn is_of(part: &Part, record: RecordRef) -> bool {
    let tag = part.tag();
    let is_title = || tag_of(record).is_some_and(|own| tag.id == own.id && tag.other == own.kind as u64);
    record_of(tag) == Some(record) || tag.kind == Kind::Title && is_title()
}

/// The record whose words a part shows. Beside a lane's name stands what the program says of it.
fn owner(part: &Part) -> Option<RecordRef> {
    let tag = part.tag();
    if tag.kind == Kind::Lane {
        return None;
    }
    if tag.kind != Kind::Title {
        return record_of(tag);
    }
    RecordKind::RECORDS.iter().find_map(|kind| {
        let record = RecordRef::of(*kind, tag.id)?;
        tag_of(record).is_some_and(|own| own.kind as u64 == tag.other).then_some(record)
    })
}

/// Every text that is the part's own, with its lines; what is tagged in it is a part of its own.
fn each_text(items: &[Item], transform: Transform, take: &mut impl FnMut(&[TextItem], Transform)) {
    for item in items {
        match item {
            Item::Text(line) => take(std::slice::from_ref(line), transform),
            Item::Paragraph(words) => take(&words.lines, transform),
            Item::Group(group) => each_text(&group.items, transform.then(group.transform), take),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) | Item::Tagged(_) => {}
        }
    }
}

/// Where the words stand in the lines of a text, from one to the next too, in scene space. In a view that is turned over a line lies elsewhere and keeps its letters as
/// they are, so what is at its left end is at the right one of the space that is turned.
fn lit(words: &str, lines: &[TextItem], transform: Transform, is_turned: bool) -> Vec<SceneRect> {
    let (mut text, mut begins) = (String::new(), Vec::with_capacity(lines.len()));
    for line in lines {
        // A word that was taken apart goes on, other lines begin behind a space.
        match text.strip_suffix(HYPHEN).map(str::len) {
            Some(whole) => text.truncate(whole),
            None if text.is_empty() || text.ends_with(char::is_whitespace) => {}
            None => text.push(' '),
        }
        begins.push(text.len());
        text.push_str(&line.text);
    }
    let found = places(&text, words);
    let ends = begins.iter().skip(1).copied().chain([text.len()]);
    let each = lines.iter().zip(begins.iter().copied().zip(ends)).flat_map(|(line, (begin, end))| {
        let here = found.iter().filter(move |at| at.start < end && at.end > begin);
        here.filter_map(move |at| lit_in(line, at.start.saturating_sub(begin)..at.end - begin, transform, is_turned))
    });
    each.collect()
}

/// Where some bytes of a line stand.
fn lit_in(line: &TextItem, at: Range<usize>, transform: Transform, is_turned: bool) -> Option<SceneRect> {
    let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
    let inside = glyphs.filter(|glyph| glyph.range.start < at.end && glyph.range.end > at.start);
    let (left, right) = inside.fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), glyph| {
        (left.min(glyph.x), right.max(glyph.x + glyph.advance))
    });
    let (top, height) = (line.pos.y - line.ascent, line.ascent + line.descent);
    let from = if is_turned { line.width - right } else { left };
    (right > left).then(|| transform.apply_rect(SceneRect::new(line.pos.x + from, top, right - left, height)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, Point, Scene, Size, TextStyle};
    use crate::text::{Shaper, in_language};

    #[test]
    fn what_is_found_is_lit_under_its_letters_in_a_view_that_is_turned_over() {
        let style = TextStyle::new(12.0, FaceStyle::Regular, Color { r: 0, g: 0, b: 0, a: 255 });
        let words = "Netflix \u{5db}\u{5d1}\u{5e8} \u{5d9}\u{5e9}";
        let mut line = in_language("he", || Shaper::bundled().line(words, style));
        line.pos = Point::new(40.0, 50.0);
        let still = Transform { scale: 1.0, x: 0.0, y: 0.0 };
        let items = vec![Item::Text(line.clone())];
        let scene = Scene { size: Size::new(300.0, 100.0), items, ..Scene::default() };
        let painted = match scene.mirrored().items.remove(0) {
            Item::Text(painted) => lit("Netflix", &[painted], still, false)[0],
            other => panic!("{other:?}"),
        };
        let lit = |is_turned| lit("Netflix", std::slice::from_ref(&line), still, is_turned)[0].mirrored(300.0);
        assert!((lit(true).x - painted.x).abs() < 0.01, "{:?} under {painted:?}", lit(true));
        assert!((lit(false).x - painted.x).abs() > 5.0, "the words are not in the midst of the line");
    }

    #[test]
    fn words_are_lit_on_both_lines_where_they_go_on_from_one_to_the_next() {
        let style = TextStyle::new(12.0, FaceStyle::Regular, Color { r: 0, g: 0, b: 0, a: 255 });
        let shaper = Shaper::bundled();
        let words = shaper.paragraph("Three logins for one birth date on the sofa", style, 90.0, None);
        assert!(words.lines.len() > 2, "{words:?}");
        let still = Transform { scale: 1.0, x: 0.0, y: 0.0 };
        let end = words.lines[0].text.split_whitespace().next_back().unwrap();
        let begin = words.lines[1].text.split_whitespace().next().unwrap();
        let rects = lit(&format!("{end} {begin}"), &words.lines, still, false);
        assert_eq!(rects.len(), 2, "{rects:?}");
        assert!(rects[0].y < rects[1].y && rects[1].x < rects[0].x);
        assert_eq!(lit(end, &words.lines, still, false).len(), 1);
        assert!(lit(&format!("{begin} {end}"), &words.lines, still, false).is_empty());
    }
}
