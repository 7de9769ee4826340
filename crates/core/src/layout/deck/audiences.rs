//! Audiences compared: who is still there at each stage, and each stage's loss beside that of all others.

use super::block::placed;
use super::desk::Desk;
use super::measures::{ACROSS, BODY, CAPTION, MARGIN};
use super::slide::{Head, Slide, over, source};
use super::stage::stage_color;
use crate::figures::findings::{Contrast, contrasts, widest};
use crate::figures::{FigureRow, Reader, customers_given_away, numbers, shown};
use crate::layout::pen;
use crate::model::SegmentId;
use crate::scene::{Color, Dash, FaceStyle, Item, Kind, Paint, PathItem, PathSegment, Point, Rect, Role, Stroke, Tag};
use crate::text::TextStyle;
use crate::theme::icons;
use touchline_words::say;

/// So many audiences and stages stand on a slide.
const AUDIENCES: usize = 4;
const STAGES: usize = 6;
/// Of the names of the rows.
const NAMES: f32 = 150.0;
const NAME_HEIGHT: f32 = 56.0;
const CURVE: f32 = 92.0;
const ROW: f32 = 36.0;
/// At the right of a cell, for the rate.
const RATE: f32 = 72.0;
const INSET: f32 = 12.0;
const LEGEND: f32 = 26.0;

/// The measured audiences with their figures.
fn audiences(desk: &Desk) -> Vec<(SegmentId, String, Vec<FigureRow>)> {
    let Some((_, measurement)) = desk.map.measurement() else { return Vec::new() };
    let measured = desk.map.segments_in_order().into_iter().filter(|(id, _)| measurement.segments.contains_key(id));
    let row = |(id, segment): (SegmentId, &crate::model::Segment)| {
        (id, segment.name.clone(), shown(desk.map, Some(id), Reader::Client))
    };
    measured.map(row).collect()
}

/// Whether there is anything to compare.
pub(super) fn is_told(map: &crate::model::Map) -> bool {
    map.measurement().is_some_and(|(_, measurement)| {
        map.segments.keys().filter(|id| measurement.segments.contains_key(id)).count() > 0
    })
}

pub(super) fn lay(desk: &Desk) -> Vec<Slide> {
    let audiences = audiences(desk);
    let contrasts = contrasts(desk.map);
    let all = shown(desk.map, None, Reader::Client);
    let with_next: Vec<&FigureRow> = all.iter().take(all.len().saturating_sub(1)).collect();
    let headline = match widest(&contrasts) {
        Some(contrast) => contrast.sentence(),
        None => say!(deck_audiences_alike).to_owned(),
    };
    let head = Head::told(desk, say!(deck_audiences).to_owned(), headline, say!(deck_audiences_lede).to_owned());
    let (_, top) = head.lay(desk);
    let mut pages = Vec::new();
    for several in audiences.chunks(AUDIENCES) {
        for stages in with_next.chunks(STAGES) {
            pages.push(page(desk, several, stages, &all, &contrasts, top));
        }
    }
    over(desk, &head, &source(desk), pages)
}

struct Cell<'a> {
    desk: &'a Desk<'a>,
    x: f32,
    width: f32,
}

fn page(
    desk: &Desk,
    audiences: &[(SegmentId, String, Vec<FigureRow>)],
    stages: &[&FigureRow],
    all: &[FigureRow],
    contrasts: &[Contrast],
    top: f32,
) -> Vec<Item> {
    let theme = desk.theme;
    let width = (ACROSS - NAMES) / audiences.len().max(1) as f32;
    let width = width.min(330.0);
    let mut items = Vec::new();
    let curve_top = top + NAME_HEIGHT;
    let rows_top = curve_top + CURVE + 22.0;
    let names = |text: &str, y: f32, style: TextStyle| {
        let block = desk.words(Role::Paragraph, text, style, NAMES - 14.0, 2);
        placed(block.items, MARGIN, y)
    };
    items.push(names(say!(deck_still_with_us), curve_top + CURVE / 2.0 - CAPTION, desk.label()));
    for (nth, stage) in stages.iter().enumerate() {
        let y = rows_top + ROW * nth as f32;
        let style = TextStyle::new(CAPTION, FaceStyle::SemiBold, stage_color(desk, stage.stage));
        let line = desk.line(&stage.name, style, MARGIN, y + ROW / 2.0 + CAPTION * 0.36, NAMES - 14.0);
        let bounds = Rect::new(MARGIN, y, NAMES - 14.0, ROW);
        items.push(pen::tagged(desk.tag(Kind::Map), Role::Paragraph, stage.name.as_str(), bounds, vec![line]));
        items.push(desk.artifact(
            vec![desk.hairline(MARGIN, MARGIN + NAMES + width * audiences.len() as f32, y)],
            Rect::new(MARGIN, y, ACROSS, 1.0),
        ));
    }
    let most = axis(audiences, contrasts);
    let bottom = rows_top + ROW * stages.len() as f32;
    for (nth, (id, name, rows)) in audiences.iter().enumerate() {
        let cell = Cell { desk, x: MARGIN + NAMES + width * nth as f32, width: width - INSET * 2.0 };
        let heading = desk.words(Role::Heading(2), name, desk.heading().with_color(theme.ink), cell.width, 1);
        items.push(placed(heading.items, cell.x, top));
        let came = customers_given_away(desk.map, Some(*id)).unwrap_or_default();
        let came = desk.words(Role::Paragraph, &came, desk.caption(), cell.width, 1);
        items.push(placed(came.items, cell.x, top + heading.height + 1.0));
        items.push(cell.curve(name, rows, all, curve_top));
        for (place, stage) in stages.iter().enumerate() {
            let own = rows.iter().find(|row| row.stage == stage.stage);
            let contrast = contrasts.iter().find(|found| found.segment == *id && found.stage == stage.stage);
            items.push(cell.loss(own, contrast, most, rows_top + ROW * place as f32));
        }
        items.push(cell.axis(most, bottom));
        items.extend(cell.verdict(*id, contrasts, bottom + CAPTION * 1.35 + 10.0));
    }
    items.push(names(say!(deck_in_words), bottom + CAPTION * 1.35 + 10.0, desk.label()));
    items.push(names(say!(deck_loss), bottom + 2.0, desk.label()));
    items.push(placed(vec![legend(desk)], MARGIN, super::measures::BOTTOM - LEGEND + 4.0));
    items
}

/// The scale's end: the highest that is drawn, to the next ten per cent.
fn axis(audiences: &[(SegmentId, String, Vec<FigureRow>)], contrasts: &[Contrast]) -> f64 {
    let own = audiences.iter().flat_map(|(_, _, rows)| rows.iter().filter_map(|row| Some(row.rate?.high)));
    let others = contrasts.iter().map(|found| found.other_rate.rate);
    let most = own.chain(others).fold(0.1_f64, f64::max);
    ((most * 10.0).ceil() / 10.0).clamp(0.1, 1.0)
}

/// More, less, or not to be told apart.
fn look(desk: &Desk, contrast: Option<&Contrast>) -> (Color, Color, bool) {
    let theme = desk.theme;
    match contrast.filter(|found| found.differs) {
        Some(found) if found.difference.points > 0.0 => (theme.bad, theme.bad_ink, true),
        Some(_) => (theme.good, theme.good_ink, false),
        None => (theme.neutral, theme.neutral_ink, false),
    }
}

impl Cell<'_> {
    /// The share that is still there at each stage, all audiences dashed.
    fn curve(&self, name: &str, rows: &[FigureRow], all: &[FigureRow], top: f32) -> Item {
        let theme = self.desk.theme;
        let room = self.width - RATE;
        let points = |rows: &[FigureRow]| -> Vec<(Point, f64)> {
            let first = rows.first().and_then(FigureRow::came).filter(|first| *first > 0);
            let Some(first) = first else { return Vec::new() };
            let step = room / rows.len().saturating_sub(1).max(1) as f32;
            let at = |(nth, row): (usize, &FigureRow)| {
                let share = (row.came()? as f64 / first as f64).clamp(0.0, 1.0);
                Some((
                    Point::new(self.x + 4.0 + step * nth as f32, top + 4.0 + (1.0 - share as f32) * (CURVE - 8.0)),
                    share,
                ))
            };
            rows.iter().enumerate().map_while(at).collect()
        };
        let (own, others) = (points(rows), points(all));
        let line = |points: &[(Point, f64)]| -> Vec<PathSegment> {
            let segment = |(nth, (point, _)): (usize, &(Point, f64))| match nth {
                0 => PathSegment::Move(*point),
                _ => PathSegment::Line(*point),
            };
            points.iter().enumerate().map(segment).collect()
        };
        let mut items = vec![self.desk.hairline(self.x, self.x + room + 8.0, top + CURVE - 4.0)];
        if let (Some((first, _)), Some((last, _))) = (own.first(), own.last()) {
            let mut area = line(&own);
            area.extend([
                PathSegment::Line(Point::new(last.x, top + CURVE - 4.0)),
                PathSegment::Line(Point::new(first.x, top + CURVE - 4.0)),
                PathSegment::Close,
            ]);
            items.push(pen::filled(area, Paint::Flat(theme.river.over(theme.surface, 0.1))));
        }
        let paint = Paint::Flat(theme.neutral);
        items.push(pen::stroked(line(&others), Stroke { paint, width: 1.3, dash: Some(Dash { on: 3.0, off: 3.0 }) }));
        items.push(pen::stroked(line(&own), Stroke::solid(theme.river, 2.0)));
        for (point, _) in &own {
            let disc = PathItem {
                segments: icons::circle(*point, 3.2),
                fill: Some(Paint::Flat(theme.surface)),
                stroke: Some(Stroke::solid(theme.river, 1.8)),
            };
            items.push(Item::Path(disc));
        }
        let is_whole = own.len() == rows.len();
        let stays = own.last().filter(|_| is_whole).map(|(point, share)| (point.y, numbers::whole_rate(*share)));
        let mut said = say!(deck_curve, audience = name);
        if let Some((y, share)) = stays {
            let style = TextStyle::new(BODY, FaceStyle::Bold, theme.ink).tabular();
            let y = (y + BODY * 0.36).min(top + CURVE - 2.0);
            items.push(self.desk.line(&share, style, self.x + room + 14.0, y, RATE));
            said = say!(deck_curve_stay, audience = name, share);
        }
        let bounds = Rect::new(self.x, top, self.width, CURVE);
        pen::tagged(self.desk.tag(Kind::Figure), Role::Figure, said, bounds, items)
    }

    /// A dot with its whisker, the loss of all others as a tick, and the rate.
    fn loss(&self, row: Option<&FigureRow>, contrast: Option<&Contrast>, most: f64, top: f32) -> Item {
        let desk = self.desk;
        let middle = top + ROW / 2.0;
        let room = self.width - RATE - 8.0;
        let x = |rate: f64| self.x + 4.0 + (rate / most).clamp(0.0, 1.0) as f32 * room;
        let (line, ink, is_full) = look(desk, contrast);
        let mut items = vec![desk.hairline(self.x + 4.0, self.x + 4.0 + room, middle)];
        let mut said = String::new();
        let rate = row.and_then(|row| Some((row, row.rate?)));
        if let Some(found) = contrast {
            let at = x(found.other_rate.rate);
            items.push(pen::line(Point::new(at, middle - 8.0), Point::new(at, middle + 8.0), desk.theme.muted, 1.6));
        }
        let words = match rate {
            Some((row, rate)) => {
                items.push(pen::line(Point::new(x(rate.low), middle), Point::new(x(rate.high), middle), line, 2.4));
                let dot = PathItem {
                    segments: icons::circle(Point::new(x(rate.rate), middle), 5.0),
                    fill: Some(Paint::Flat(if is_full { line } else { desk.theme.surface })),
                    stroke: Some(Stroke::solid(line, 2.0)),
                };
                items.push(Item::Path(dot));
                said = say!(deck_loss_of, stage = row.name, rate = row.text.rate, interval = row.text.interval);
                if let Some(found) = contrast.filter(|found| found.differs) {
                    said = format!("{said}, {}", found.points());
                }
                row.text.rate.clone()
            }
            None => row.map(|row| row.text.rate.clone()).unwrap_or_default(),
        };
        let is_figure = rate.is_some();
        let face = if is_figure { FaceStyle::SemiBold } else { FaceStyle::Regular };
        let style = TextStyle::new(CAPTION, face, if is_figure { ink } else { desk.theme.muted }).tabular();
        let room_of = if is_figure { RATE } else { self.width - 12.0 };
        items.push(desk.line_to(&words, style, self.x + self.width, middle + CAPTION * 0.36, room_of));
        if said.is_empty() {
            said = words;
        }
        let bounds = Rect::new(self.x, top, self.width, ROW);
        pen::tagged(desk.tag(Kind::Figure), Role::Figure, said, bounds, items)
    }

    fn axis(&self, most: f64, top: f32) -> Item {
        let desk = self.desk;
        let room = self.width - RATE - 8.0;
        let style = desk.caption().tabular();
        let baseline = top + CAPTION * 1.1 + 2.0;
        let end = numbers::whole_rate(most);
        let items = vec![
            desk.line("0", style, self.x, baseline, 20.0),
            desk.line_to(&end, style, self.x + 4.0 + room, baseline, room / 2.0),
        ];
        desk.artifact(items, Rect::new(self.x, top, self.width, CAPTION * 1.4))
    }

    /// What is to be said of the audience where it is furthest from all others.
    fn verdict(&self, id: SegmentId, contrasts: &[Contrast], top: f32) -> Option<Item> {
        let desk = self.desk;
        let own = contrasts.iter().filter(|found| found.segment == id);
        let far = |found: &&Contrast| found.difference.points.abs();
        let most = own.clone().filter(|found| found.differs).reduce(|a, b| if far(&b) > far(&a) { b } else { a });
        let (words, color) = match most {
            Some(found) => (found.sentence(), look(desk, Some(found)).1),
            None if own.count() > 0 => (say!(deck_not_apart).to_owned(), desk.theme.detail),
            None => (say!(deck_not_compared).to_owned(), desk.theme.detail),
        };
        let style = TextStyle::new(CAPTION, FaceStyle::SemiBold, color);
        let block = desk.words(Role::Paragraph, &words, style, self.width, 5);
        (!block.is_empty()).then(|| placed(block.items, self.x, top))
    }
}

fn legend(desk: &Desk) -> Item {
    let theme = desk.theme;
    let (mut items, mut x) = (Vec::new(), 0.0_f32);
    let middle = CAPTION * 0.7;
    let mut said = Vec::new();
    let dot = |at: f32, color: Color, is_full: bool| {
        Item::Path(PathItem {
            segments: icons::circle(Point::new(at, middle), 5.0),
            fill: Some(Paint::Flat(if is_full { color } else { theme.surface })),
            stroke: Some(Stroke::solid(color, 2.0)),
        })
    };
    for (nth, word) in
        [say!(deck_more_than), say!(deck_less), say!(deck_no_telling), say!(deck_others_loss), say!(deck_all_dashed)]
            .into_iter()
            .enumerate()
    {
        let sign = match nth {
            0 => dot(x + 6.0, theme.bad, true),
            1 => dot(x + 6.0, theme.good, false),
            2 => dot(x + 6.0, theme.neutral, false),
            3 => pen::line(Point::new(x + 6.0, middle - 8.0), Point::new(x + 6.0, middle + 8.0), theme.muted, 1.6),
            _ => pen::dashed(
                vec![PathSegment::Move(Point::new(x, middle)), PathSegment::Line(Point::new(x + 16.0, middle))],
                theme.neutral,
                1.3,
                3.0,
                3.0,
            ),
        };
        items.push(sign);
        let style = desk.caption();
        let line = desk.shaper.line(word, style);
        let width = line.width;
        items.push(Item::Text(line.at(Point::new(x + 20.0, middle + CAPTION * 0.36))));
        x += 20.0 + width + 24.0;
        said.push(word);
    }
    let said = say!(layout_legend, entries = said.join(", "));
    pen::tagged(Tag::new(Kind::Figure, 2), Role::Figure, said, Rect::new(0.0, 0.0, x, CAPTION * 1.4), items)
}
