//! The legend: every sign that the picture uses, and no other.

use touchline_words::say;

use super::context::Uses;
use super::pen;
use super::pennant;
use crate::model::FlagStatus;
use crate::scene::{Dash, FaceStyle, Item, Paint, PathSegment, Point, Rect, RectItem, Stroke};
use crate::text::{Shaper, TextStyle};
use crate::theme::{Theme, size};

/// The legend with its upper left corner at the origin.
pub(super) struct Legend {
    pub items: Vec<Item>,
    pub width: f32,
    pub height: f32,
    pub label: String,
}

const LINE: f32 = 20.0;
const GAP: f32 = 18.0;

/// A sign, as wide as it says, and its word.
struct Entry {
    items: Vec<Item>,
    sign_width: f32,
    word: &'static str,
}

pub(super) fn lay(uses: &Uses, theme: &Theme, shaper: &Shaper, max_width: f32) -> Legend {
    let style = TextStyle::new(size::DETAIL, FaceStyle::Regular, theme.muted);
    let mut legend = Legend { items: Vec::new(), width: 0.0, height: 0.0, label: String::new() };
    let entries = entries(uses, theme, shaper);
    if entries.is_empty() {
        return legend;
    }
    let words: Vec<&str> = entries.iter().map(|entry| entry.word).collect();
    legend.label = say!(layout_legend, entries = words.join(", "));
    let (mut x, mut y) = (0.0, 0.0);
    for entry in entries {
        let word = if entry.sign_width > 40.0 { None } else { Some(shaper.line(entry.word, style)) };
        let width = entry.sign_width + word.as_ref().map_or(0.0, |word| 7.0 + word.width);
        if x > 0.0 && x + width > max_width {
            (x, y) = (0.0, y + LINE);
        }
        let moved = crate::scene::Transform::translate(x, y);
        legend.items.push(Item::Group(crate::scene::Group::placed(moved, None, entry.items.into())));
        if let Some(word) = word {
            legend.items.push(Item::Text(word.at(Point::new(x + entry.sign_width + 7.0, y + 13.7))));
        }
        legend.width = legend.width.max(x + width);
        x += width + GAP;
    }
    legend.height = y + LINE;
    legend
}

/// Signs stand around `y` = 10 of a line 20 high.
fn entries(uses: &Uses, theme: &Theme, shaper: &Shaper) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |is_used: bool, sign_width: f32, word: &'static str, items: Vec<Item>| {
        if is_used {
            entries.push(Entry { items, sign_width, word });
        }
    };
    let dot = |is_evidence| {
        let center = Point::new(3.5, 10.0);
        vec![pen::evidence_dot(center, is_evidence, theme.good, theme.neutral, theme.surface)]
    };
    add(uses.evidence, 7.0, say!(layout_legend_evidence), dot(true));
    add(uses.assumption, 7.0, say!(layout_legend_assumption), dot(false));
    for (status, used) in FlagStatus::ALL.into_iter().zip(uses.flags) {
        let (items, width) = pennant::sign(theme, shaper, status, status.name(), Point::new(0.0, 2.0), 200.0);
        // The word stands on the pennant itself.
        add(used, width.max(41.0), status.name(), items);
    }
    let hatch = Paint::Hatch {
        line: theme.bad.over(theme.surface, 0.34),
        ground: theme.bad.over(theme.surface, 0.16),
        gap: 4.0,
        width: 1.6,
    };
    let box_rect = Rect::new(0.0, 5.0, 16.0, 10.0);
    let boxed = |fill: Option<Paint>, dash: Option<Dash>| {
        let stroke = Some(Stroke { paint: Paint::Flat(theme.bad), width: 0.8, dash });
        vec![Item::Rect(RectItem { rect: box_rect, radius: 0.0, fill, stroke })]
    };
    add(uses.measured, 16.0, say!(layout_legend_measured), boxed(Some(hatch), None));
    add(uses.estimated, 16.0, say!(layout_legend_estimated), boxed(None, Some(Dash { on: 3.0, off: 2.5 })));
    let tick = vec![pen::line(Point::new(1.0, 10.0), Point::new(15.0, 10.0), theme.ink, 2.0)];
    add(uses.estimate_tick, 16.0, say!(layout_legend_estimate), tick);
    let dots = (0..3).map(|nth| {
        let place = Rect::new(1.0 + 5.0 * nth as f32, 8.5, 3.0, 3.0);
        pen::rounded(place, 1.5, theme.ink, None)
    });
    add(uses.former_tick, 16.0, say!(layout_legend_former), dots.collect());
    let dashes = |color| {
        let path = vec![PathSegment::Move(Point::new(0.0, 10.0)), PathSegment::Line(Point::new(24.0, 10.0))];
        vec![pen::dashed(path, color, 1.5, 4.0, 4.0)]
    };
    add(uses.all_audiences_ghost, 24.0, say!(layout_legend_all), dashes(theme.neutral.over(theme.surface, 0.75)));
    add(uses.other_segments_ghost, 24.0, say!(layout_legend_others), dashes(theme.neutral.over(theme.surface, 0.45)));
    let mut beside = vec![pen::dashed(
        vec![PathSegment::Move(Point::new(0.0, 10.0)), PathSegment::Line(Point::new(24.0, 10.0))],
        theme.stage_ink(1),
        2.0,
        7.0,
        3.0,
    )];
    beside.push(super::compared::mark(1, Point::new(12.0, 10.0), theme.stage_ink(1), theme.surface));
    add(uses.compared, 24.0, say!(layout_legend_compared), beside);
    add(uses.to_be, 24.0, say!(layout_legend_to_be), dashes(theme.accent));
    add(
        uses.too_few || uses.left_out,
        8.0,
        say!(layout_legend_withheld),
        pen::withheld(Point::new(4.0, 10.0), theme.muted),
    );
    let card = pen::rounded(Rect::new(0.5, 4.5, 17.0, 11.0), 2.5, theme.surface, Some((theme.neutral, 1.0)));
    add(uses.faded, 18.0, say!(layout_legend_faded), pen::faded(vec![card], super::context::FADED));
    entries
}
