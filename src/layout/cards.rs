//! The lanes of things that stand under each other in a cell: touchpoint cards, questions, pain points, actions.

use super::look::channel_icon;
use super::pen;
use super::pennant;
use super::sheet::{CELL_MARGIN, Column, FADED, Sheet, Strip, Uses};
use super::words;
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, Paint, PathSegment, Point, Rect, Role, Tag};
use crate::text::{Paragraph, TextStyle};
use crate::theme::size;

pub(super) const CARD_RADIUS: f32 = 7.0;
pub(super) const CARD_GAP: f32 = 7.0;
/// Above the first card and below the last.
const CELL_TOP: f32 = 8.0;
const CARD_MIN: f32 = 46.0;
const EDGE: f32 = 4.0;
/// On paper, cards stand side by side where each can be this wide.
const SIDE_BY_SIDE: f32 = 168.0;
/// From a card's left edge to its words.
const TEXT_AT: f32 = 33.0;
/// Right of a card's words, where the evidence dot is.
const TEXT_END: f32 = 22.0;
/// Long text is shown up to here and ends in `…`.
const MOST_LINES: usize = 12;

/// Stacks what `draw` makes of each record, `gap` apart; `draw` gets the upper left corner and the width, and gives the
/// height. Where a cell is wide enough for several of `narrowest`, they stand side by side, row by row. Gives the cells and
/// the height of the tallest.
pub(super) fn stack<R>(
    sheet: &Sheet,
    top: f32,
    gap: f32,
    narrowest: f32,
    records: impl Fn(&Column) -> Vec<R>,
    mut draw: impl FnMut(&Column, &R, usize, usize, Rect) -> (Item, f32),
) -> (Vec<Vec<Item>>, f32) {
    let mut tallest: f32 = 0.0;
    let mut cells = Vec::with_capacity(sheet.columns.len());
    for column in &sheet.columns {
        let (x, width) = column.inner();
        let records = records(column);
        let across = (((width + gap) / (narrowest + gap)) as usize).clamp(1, records.len().max(1));
        let each = (width - gap * (across - 1) as f32) / across as f32;
        let (mut y, mut row_height) = (top, 0.0_f32);
        let mut items = Vec::with_capacity(records.len());
        for (nth, record) in records.iter().enumerate() {
            let place = nth % across;
            if place == 0 && nth > 0 {
                y += row_height + gap;
                row_height = 0.0;
            }
            let at = Rect::new(x + place as f32 * (each + gap), y, each, 0.0);
            let (item, height) = draw(column, record, nth + 1, records.len(), at);
            items.push(item);
            row_height = row_height.max(height);
        }
        tallest = tallest.max(y + row_height - top);
        cells.push(items);
    }
    (cells, tallest)
}

/// How narrow cards may become before they stop standing side by side; in the editor one card is a row, so that it is plain
/// where another would land.
pub(super) fn narrowest(sheet: &Sheet) -> f32 {
    if sheet.is_editor() { f32::INFINITY } else { SIDE_BY_SIDE }
}

pub(super) fn touchpoints(sheet: &Sheet, lane: LaneId, top: f32) -> Strip {
    let mut uses = Uses::default();
    let (cells, tallest) = stack(
        sheet,
        top + CELL_TOP,
        CARD_GAP,
        narrowest(sheet),
        |column| sheet.cards_in(column.stage, lane),
        |column, (id, card), nth, count, at| {
            let label = words::touchpoint(sheet, *id, card, nth, count);
            touchpoint(sheet, column, *id, card, at, label, &mut uses)
        },
    );
    Strip { height: (tallest + 2.0 * CELL_TOP - 1.0).max(CARD_MIN + 2.0 * CELL_TOP), cells, uses, ..Strip::default() }
}

fn touchpoint(
    sheet: &Sheet,
    column: &Column,
    id: TouchpointId,
    card: &Touchpoint,
    at: Rect,
    label: String,
    uses: &mut Uses,
) -> (Item, f32) {
    let theme = sheet.theme;
    let (x, y) = (at.x, at.y);
    let text_x = x + TEXT_AT;
    let text_width = (at.width - TEXT_AT - TEXT_END).max(10.0);
    let title = sheet.ink().paragraph(&card.title, sheet.card_title(), text_width, MOST_LINES);
    let detail = sheet.ink().paragraph(&card.detail, sheet.detail(), text_width + 10.0, MOST_LINES);
    let flags = sheet.flags_on(FlagTarget::Touchpoint(id));

    let bare = card.detail.is_empty() && flags.is_empty();
    let title_height = title.size.height.max(sheet.card_title().size * 1.35);
    let title_y = if bare { ((CARD_MIN - title_height) / 2.0).max(7.5) } else { 7.5 };
    let detail_y = title_y + title_height + 1.4;
    let words_end = if detail.lines.is_empty() { title_y + title_height } else { detail_y + detail.size.height };
    let flags_at = Point::new(text_x, y + words_end + 5.8);
    let (flag_items, flags_height) = pennant::rows(sheet, flags, flags_at, (at.width - TEXT_AT - 8.0).max(10.0), uses);
    let height = if flags.is_empty() { (words_end + 6.7).max(CARD_MIN) } else { words_end + 5.8 + flags_height + 7.0 };

    let bounds = Rect::new(x, y, at.width, height);
    let mut items = vec![
        pen::rounded(bounds, CARD_RADIUS, theme.surface, Some((sheet.card_edge(), 1.0))),
        pen::filled(card_edge(bounds), Paint::Flat(theme.stage(column.hue))),
    ];
    let icon_y = y + title_y + 8.5 - 8.0;
    let icon_rect = Rect::new(x + 12.0, icon_y, 16.0, 16.0);
    items.push(Item::Path(channel_icon(card.channel).path(icon_rect, theme.stage(column.hue))));
    let title_rect = Rect::new(text_x, y + title_y, text_width, title_height);
    let title_items = pen::set(&title, text_x, y + title_y);
    items.push(pen::title(Kind::Touchpoint, id.0, &card.title, title_rect, title_items));
    items.extend(pen::set(&detail, text_x, y + detail_y));
    let is_evidence = !card.evidence.is_empty();
    uses.evidence |= is_evidence;
    uses.assumption |= !is_evidence;
    let dot = Point::new(bounds.right() - 12.0, y + 13.0);
    items.push(pen::evidence_dot(dot, is_evidence, theme.good, theme.neutral, theme.surface));
    items.extend(flag_items);
    if !card.is_for(sheet.segment) {
        uses.faded = true;
        items = pen::faded(items, FADED);
    }
    (pen::tagged(Tag::new(Kind::Touchpoint, id.0), Role::Section, label, bounds, items), height)
}

/// The card's left edge, [`EDGE`] wide, inside its rounded corners.
fn card_edge(card: Rect) -> Vec<PathSegment> {
    let (x, top, bottom) = (card.x, card.y, card.bottom());
    // Where the corner's circle is as far from the left as the edge is wide.
    let dip = CARD_RADIUS - (CARD_RADIUS.powi(2) - (CARD_RADIUS - EDGE).powi(2)).sqrt();
    let at = Point::new;
    vec![
        PathSegment::Move(at(x + EDGE, top + dip)),
        PathSegment::Cubic(at(x + 1.7, top + 1.9), at(x, top + 4.2), at(x, top + CARD_RADIUS)),
        PathSegment::Line(at(x, bottom - CARD_RADIUS)),
        PathSegment::Cubic(at(x, bottom - 4.2), at(x + 1.7, bottom - 1.9), at(x + EDGE, bottom - dip)),
        PathSegment::Close,
    ]
}

/// Whether an audience under the lens is meant: an empty list means all.
fn is_meant(sheet: &Sheet, segments: &[SegmentId]) -> bool {
    segments.is_empty() || sheet.segment.is_none_or(|id| segments.contains(&id))
}

pub(super) fn questions(sheet: &Sheet, top: f32) -> Strip {
    let mut uses = Uses::default();
    let (cells, tallest) = stack(
        sheet,
        top + 17.0,
        8.0,
        f32::INFINITY,
        |column| sheet.map.questions_of(column.stage),
        |_, (id, question), _, _, at| {
            let (x, width) = (at.x + 4.0, (at.width - 8.0).max(1.0));
            let spoken = quoted(&question.text);
            let words = balanced(sheet, &spoken, width);
            let height = words.size.height.max(sheet.quote().size * 1.4);
            let bounds = Rect::new(x, at.y, width, height);
            let mut items = vec![pen::title(Kind::Question, id.0, &question.text, bounds, pen::set(&words, x, at.y))];
            if !is_meant(sheet, &question.segments) {
                uses.faded = true;
                items = pen::faded(items, FADED);
            }
            let label = format!("Question {spoken}");
            (pen::tagged(Tag::new(Kind::Question, id.0), Role::Section, label, bounds, items), height)
        },
    );
    Strip { height: (tallest + 36.0).max(58.0), cells, uses, ..Strip::default() }
}

/// A quote in lines of about one length: as narrow as it can be without taking another line.
fn balanced(sheet: &Sheet, text: &str, width: f32) -> Paragraph {
    let mut best = sheet.ink().paragraph(text, sheet.quote(), width, MOST_LINES);
    let lines = best.lines.len();
    if !(2..=4).contains(&lines) || best.lines.iter().any(|line| line.runs.iter().any(|run| run.right_to_left)) {
        return best;
    }
    for share in [0.92, 0.84, 0.76, 0.68, 0.6] {
        let tried = sheet.ink().paragraph(text, sheet.quote(), width * share, MOST_LINES);
        if tried.lines.len() > lines {
            break;
        }
        best = tried;
    }
    best
}

/// In typographic quotation marks, unless somebody has written some.
fn quoted(text: &str) -> String {
    let text = text.trim();
    let is_quoted = text.starts_with(['“', '”', '„', '«', '»', '‘', '"', '「', '『']);
    if is_quoted || text.is_empty() { text.to_owned() } else { format!("“{text}”") }
}

pub(super) fn pain_points(sheet: &Sheet, top: f32) -> Strip {
    let theme = sheet.theme;
    let style = TextStyle::new(size::DETAIL, FaceStyle::Medium, theme.ink);
    let mut uses = Uses::default();
    let (cells, tallest) = stack(
        sheet,
        top + 16.0,
        8.0,
        f32::INFINITY,
        |column| sheet.map.pain_points_of(column.stage),
        |_, (id, pain), _, _, at| {
            let (x, width) = (at.x + 4.0, (at.width - 8.0).max(1.0));
            let text_x = x + 20.0;
            let words = sheet.ink().paragraph(&pain.text, style, (width - 20.0).max(1.0), MOST_LINES);
            let height = words.size.height.max(style.size * 1.35);
            let bounds = Rect::new(x, at.y, width, height);
            let text_rect = Rect::new(text_x, at.y, (width - 20.0).max(1.0), height);
            let mut items = severity_bars(sheet, pain.severity, Point::new(x, at.y + 2.5));
            items.push(pen::title(Kind::PainPoint, id.0, &pain.text, text_rect, pen::set(&words, text_x, at.y)));
            if !is_meant(sheet, &pain.segments) {
                uses.faded = true;
                items = pen::faded(items, FADED);
            }
            let label = words::pain_point(pain);
            (pen::tagged(Tag::new(Kind::PainPoint, id.0), Role::Section, label, bounds, items), height)
        },
    );
    Strip { height: (tallest + 32.0).max(58.0), cells, uses, ..Strip::default() }
}

/// One to three rising bars: low, medium, high.
fn severity_bars(sheet: &Sheet, severity: Severity, at: Point) -> Vec<Item> {
    let level = match severity {
        Severity::Low => 1,
        Severity::Medium => 2,
        Severity::High => 3,
    };
    let bar = |nth: usize| {
        let height = 4.0 + 3.0 * nth as f32;
        let rect = Rect::new(at.x + 4.5 * nth as f32, at.y + 10.0 - height, 3.0, height);
        let color = if nth < level { sheet.theme.bad } else { sheet.card_edge() };
        pen::rounded(rect, 1.0, color, None)
    };
    (0..3).map(bar).collect()
}

pub(super) fn actions(sheet: &Sheet, top: f32) -> Strip {
    let (cells, tallest) = stack(
        sheet,
        top + 12.0,
        CARD_GAP,
        narrowest(sheet),
        |column| sheet.map.actions_of(column.stage),
        |_, (id, action), _, _, at| self::action(sheet, *id, action, at),
    );
    Strip { height: (tallest + 26.0).max(58.0), cells, ..Strip::default() }
}

fn action(sheet: &Sheet, id: ActionId, action: &Action, at: Rect) -> (Item, f32) {
    let theme = sheet.theme;
    let inner = (at.width - 2.0 * CELL_MARGIN).max(10.0);
    let x = at.x + CELL_MARGIN;
    let title = sheet.ink().paragraph(&action.title, sheet.card_title(), inner, MOST_LINES);
    let title_height = title.size.height.max(sheet.card_title().size * 1.35);

    let pill_ink = match action.horizon {
        Horizon::QuickWin => theme.good_ink,
        Horizon::Medium => theme.warn_ink,
        Horizon::LongTerm => theme.neutral_ink,
    };
    let when = match action.due {
        Some(due) => format!("{} · {}", action.horizon.name(), due.short()),
        None => action.horizon.name().to_owned(),
    };
    let pill_style = TextStyle::new(size::DETAIL, FaceStyle::SemiBold, pill_ink);
    let pill_text = sheet.shaper.line_within(&when, pill_style, inner - 12.0);
    let pill_width = (pill_text.width + 18.0).clamp(20.0, inner + 4.0);

    // The owner shares a line with the pill where both fit, else stands above it.
    let owner_style = sheet.detail();
    let beside = inner - pill_width - 2.0;
    let whole = sheet.ink().paragraph(&action.owner, owner_style, inner, 3);
    let owner_fits = whole.size.width <= beside && whole.lines.len() <= 1;
    let owner = if owner_fits { sheet.ink().paragraph(&action.owner, owner_style, beside, 1) } else { whole };
    let owner_y = at.y + 6.5 + title_height + 2.0;
    let pill_y = if owner_fits { owner_y + 0.5 } else { owner_y + owner.size.height + 3.0 };
    let pill = Rect::new(at.x + at.width - 8.0 - pill_width, pill_y, pill_width, 18.0);
    let height = (pill.bottom() + 8.0 - at.y).max(54.0);

    let bounds = Rect::new(at.x, at.y, at.width, height);
    let title_rect = Rect::new(x, at.y + 6.5, inner, title_height);
    let mut items = vec![
        pen::rounded(bounds, CARD_RADIUS, theme.action_ground, Some((theme.action_edge, 1.0))),
        pen::title(Kind::Action, id.0, &action.title, title_rect, pen::set(&title, x, at.y + 6.5)),
    ];
    items.extend(pen::set(&owner, x, owner_y));
    items.push(pen::rounded(pill, 9.0, theme.surface, None));
    items.push(Item::Text(pill_text.centered_at(Point::new(pill.center().x, pill.y + 12.7))));
    let label = words::action(sheet.map, action);
    (pen::tagged(Tag::new(Kind::Action, id.0), Role::Section, label, bounds, items), height)
}

pub(super) fn compliance(sheet: &Sheet, top: f32) -> Strip {
    let mut uses = Uses::default();
    let mut by_stage: std::collections::BTreeMap<StageId, Vec<(FlagId, &Flag)>> = Default::default();
    for (id, flag) in &sheet.map.flags {
        if let Some(stage) = sheet.map.stage_of_flag(flag) {
            by_stage.entry(stage).or_default().push((*id, flag));
        }
    }
    let mut tallest: f32 = 0.0;
    let mut cells = Vec::new();
    for column in &sheet.columns {
        let mut flags = by_stage.remove(&column.stage).unwrap_or_default();
        flags.sort_by_key(|(id, flag)| (flag.regime, *id));
        let (x, width) = column.inner();
        let (items, height) = pennant::rows(sheet, &flags, Point::new(x, top + 23.0), width, &mut uses);
        tallest = tallest.max(height);
        cells.push(items);
    }
    Strip { height: (tallest + 48.0).max(58.0), cells, uses, ..Strip::default() }
}
