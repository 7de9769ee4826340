//! The touchpoint cards of a lane.

use touchline_words::say;

use super::ahead::{self, Wanted};
use super::card_dot::{PICTURE_HEIGHT, PICTURE_MARGIN, dot_y, picture_height, picture_of};
use super::card_look::{CardLook, said, second_line};
use super::connectors;
use super::context::{Column, Context, FADED, Strip, Uses};
use super::image;
use super::long::{self, KeptLong};
use super::look::channel_icon;
use super::pen;
use super::pennant;
use super::place::StepSpan;
use super::shelf::Shelf;
use super::stack::{Held, Sketch, Stacked, Stacking, Stacks, drawn, placed, width_of};
use super::steps::{self, Part};
use super::tied;
use super::wide::breaks;
use crate::model::*;
use crate::scene::{Item, Kind, Label, Paint, PathItem, PathSegment, Point, Rect, Tag};
use std::borrow::Cow;
use std::collections::HashMap;

pub(super) const CARD_RADIUS: f32 = 7.0;
const EDGE: f32 = 4.0;
/// Around the notes at a card's foot.
const NOTES_AROUND: f32 = 6.0;
/// Long text is shown up to here and ends in `…`.
pub(super) const MOST_LINES: usize = 12;

pub(super) fn touchpoints(
    context: &Context,
    lane: LaneId,
    top: f32,
    (shelf, kept): (&mut Shelf<TouchpointId, CardLook>, &mut KeptLong),
) -> Strip {
    let air = context.dress.cards;
    let narrowest = context.purpose.narrowest_card();
    let stacking = Stacking { top: top + air.cell, gap: air.gap, narrowest, beside: false };
    if context.is_editor() && context.differs.cards().is_none() {
        ahead::draw(context, &wanted(context, lane, stacking, shelf), shelf);
    }
    let mut stacks = Stacks::default();
    let mut spans = Vec::new();
    for column in &context.columns {
        let ids = ids_in(context, column, lane);
        let parts = steps::parts(context, column);
        if parts.is_empty() {
            stand(context, (lane, None), column, stacking, shelf, &ids, &mut stacks);
        } else {
            below_steps(context, lane, &parts, stacking, shelf, &ids, (&mut stacks, &mut spans));
        }
    }
    let Stacks { cells, mut tallest, mut uses } = stacks;
    let (over, end, used) = long::rows(context, lane, stacking.top + tallest, |id| Card::of(context, id), shelf, kept);
    uses.add(used);
    tallest = tallest.max(end - stacking.top);
    let height = (tallest + 2.0 * air.cell - 1.0).max(air.least + 2.0 * air.cell);
    // What stands beside others goes down to the lane's end.
    for span in &mut spans {
        let bottom = if span.rect.height > 0.0 { span.rect.bottom() } else { top + height };
        span.rect.height = (bottom - span.rect.y).max(1.0);
    }
    let out = connectors::out_of_sight(context, lane);
    // In a map that is broken into bands the other end may well be seen, in another one.
    let told = || match context.beyond.is_empty() {
        true => say!(layout_ways_out, count = out),
        false => say!(layout_ways_apart, count = out),
    };
    let note = (out > 0).then(|| (told(), false));
    Strip {
        height: height + connectors::room(context, lane),
        cells,
        over,
        uses,
        steps: spans,
        note,
        ..Strip::default()
    }
}

/// The cards of a cell, as far as they are shown in it.
fn ids_in<'a>(context: &'a Context, column: &Column, lane: LaneId) -> Cow<'a, [TouchpointId]> {
    if context.is_folded(column.stage) {
        return Cow::Borrowed(&[]);
    }
    let ids = context.map.card_ids_in(column.stage, lane);
    let long = context.spans.begun_in(column.stage, lane);
    if long.is_empty() {
        return Cow::Borrowed(ids);
    }
    ids.iter().copied().filter(|id| long.binary_search(id).is_err()).collect()
}

/// Some cards below each other in a column, or in a part of one.
fn stand(
    context: &Context,
    (lane, step): (LaneId, Option<StepId>),
    column: &Column,
    stacking: Stacking,
    shelf: &mut Shelf<TouchpointId, CardLook>,
    ids: &[TouchpointId],
    stacks: &mut Stacks,
) {
    let record = |id: TouchpointId, _| Card::of(context, id);
    if context.is_editor() {
        let all_as_before = !context.differs.cell(column.stage, lane)
            && context.spans.leave_as_before(&context.spans_before, column.stage, lane);
        let is_as_before = |id| !context.differs.card(id);
        let held = Held { ids, record: &record, is_as_before: &is_as_before, all_as_before };
        placed(context, (lane, step), column, stacking, shelf, &held, stacks);
    } else {
        let records: Vec<Card> = ids.iter().filter_map(|id| record(*id, 0)).collect();
        drawn(context, column, stacking, &records, stacks);
    }
}

/// The cards of a stage's steps: those of each below its name, those of none below all.
fn below_steps(
    context: &Context,
    lane: LaneId,
    parts: &[Part],
    stacking: Stacking,
    shelf: &mut Shelf<TouchpointId, CardLook>,
    ids: &[TouchpointId],
    (stacks, spans): (&mut Stacks, &mut Vec<StepSpan>),
) {
    let map = context.map;
    let step_of = |id: &TouchpointId| map.touchpoints.get(id).and_then(|card| map.step_of(card));
    let mut rest = ids;
    let mut cell = Vec::new();
    let mut end = stacking.top;
    let half = stacking.gap / 2.0;
    for part in parts {
        let step = part.step.map(|(id, _)| id);
        // A cell's cards stand in the order of their steps, as the parts do.
        let (ids, after) = rest.split_at_checked(rest.partition_point(|id| step_of(id) == step)).unwrap_or_default();
        rest = after;
        let top = if part.is_beside { stacking.top } else { end };
        let (name, lower) = steps::over(context, part, top);
        cell.extend(name);
        let mut stood = Stacks::default();
        let below = Stacking { top: top + lower, ..stacking };
        stand(context, (lane, step), &part.column, below, shelf, ids, &mut stood);
        cell.extend(stood.cells.into_iter().flatten());
        stacks.uses.add(stood.uses);
        let bottom = top + lower + stood.tallest;
        end = end.max(bottom + stacking.gap);
        let (x, width) = part.column.inner();
        let height = if part.is_beside { 0.0 } else { bottom + stacking.gap - top };
        let rect = Rect::new(x - half, top - half, width + stacking.gap, height);
        spans.push(StepSpan { stage: part.column.stage, lane, step, rect });
    }
    stacks.tallest = stacks.tallest.max(end - stacking.gap - stacking.top);
    stacks.cells.push(cell);
}

/// The cards of which no picture is kept that is as wide and of the same hue.
fn wanted<'a>(
    context: &'a Context,
    lane: LaneId,
    stacking: Stacking,
    shelf: &Shelf<TouchpointId, CardLook>,
) -> Vec<Wanted<'a, Card<'a>>> {
    let mut wanted = Vec::new();
    for column in &context.columns {
        let ids = ids_in(context, column, lane);
        let parts = steps::parts(context, column);
        // As wide as the step that a card belongs to, with as many as that has.
        let mut among: HashMap<Option<StepId>, (f32, usize)> =
            parts.iter().map(|part| (part.step.map(|(id, _)| id), (part.column.inner().1, 0))).collect();
        let step_of = |id: &TouchpointId| context.map.touchpoints.get(id).and_then(|card| context.map.step_of(card));
        for id in ids.iter().filter(|_| !parts.is_empty()) {
            among.entry(step_of(id)).or_default().1 += 1;
        }
        let cell = (column.inner().1, ids.len());
        let cards = ids.iter().filter_map(|id| Card::of(context, *id));
        let all = cards.map(|card| {
            let cell = if parts.is_empty() { cell } else { among.get(&step_of(&card.id)).copied().unwrap_or(cell) };
            (card, column, width_of(context, stacking, cell, &card))
        });
        wanted.extend(all.filter(|(card, _, width)| !shelf.has(card.id, (*width, column.hue))));
    }
    wanted
}

/// A card with the flags on it.
#[derive(Clone, Copy)]
struct Card<'a> {
    id: TouchpointId,
    card: &'a Touchpoint,
    step: &'a str,
    until: Option<(&'a str, usize)>,
    flags: &'a [(FlagId, &'a Flag)],
}

impl<'a> Card<'a> {
    fn of(context: &'a Context, id: TouchpointId) -> Option<Self> {
        let card = context.map.touchpoints.get(&id)?;
        let step = context.map.step_of(card).and_then(|id| context.map.steps.get(&id));
        let step = step.map_or("", |step| step.name.as_str());
        let until = card
            .until
            .and_then(|_| context.map.end_of(card))
            .and_then(|id| Some((context.stage_name(id), context.column_of(id)?.hue)));
        Some(Self { id, card, step, until, flags: context.flags_on(FlagTarget::Touchpoint(id)) })
    }
}

impl Stacked for Card<'_> {
    type Id = TouchpointId;
    type Look = CardLook;
    const KEEPS_LABEL: bool = true;

    fn id(&self) -> TouchpointId {
        self.id
    }

    fn tag(&self) -> Tag {
        Tag::new(Kind::Touchpoint, self.id.0)
    }

    fn look(&self, context: &Context) -> CardLook {
        // Every field is named: a new one is shown, said or neither, and that is decided here.
        let Touchpoint {
            title,
            detail,
            channel,
            evidence,
            // The audience under the lens says which of these is seen.
            segments: _,
            emotion: _,
            segment_emotions: _,
            // The second curve says it.
            to_be: _,
            belongs,
            // The cell that it stands in, and where.
            stage: _,
            lane: _,
            rank: _,
            // Their names are asked for with the card.
            step: _,
            until: _,
            picture: _,
            picture_alt,
            // Told by the inspector alone.
            doing: _,
            ownership: _,
            events: _,
            owner: _,
            note: _,
        } = self.card;
        let felt = self.card.emotion_of(context.segment);
        CardLook {
            title: title.clone(),
            belongs: *belongs,
            detail: if context.thrift.details { String::new() } else { detail.clone() },
            step: self.step.to_owned(),
            until: self.until.map(|(name, hue)| (name.to_owned(), hue)),
            channel: *channel,
            is_evidence: !evidence.is_empty(),
            is_meant: self.card.is_for(context.segment),
            feeling: felt.map(|felt| (felt.score, felt.word.clone())),
            flags: if context.leaves_flags_to_the_lane() { Vec::new() } else { pennant::looks(self.flags) },
            picture: picture_of(context, self.card).map(|image| (image.clone(), picture_alt.clone())),
            notes: tied::lines(context, self.id),
        }
    }

    fn is_as(&self, context: &Context, look: &CardLook) -> bool {
        let CardLook {
            title,
            belongs,
            detail,
            step,
            until,
            channel,
            is_evidence,
            is_meant,
            feeling,
            flags,
            picture,
            ..
        } = look;
        let notes = &look.notes;
        let shown = picture_of(context, self.card);
        let felt = self.card.emotion_of(context.segment).map(|felt| (felt.score, felt.word.as_str()));
        *title == self.card.title
            && *belongs == self.card.belongs
            && *detail == self.card.detail
            && *step == self.step
            && until.as_ref().map(|(name, hue)| (name.as_str(), *hue)) == self.until
            && *channel == self.card.channel
            && *is_evidence != self.card.evidence.is_empty()
            && *is_meant == self.card.is_for(context.segment)
            && feeling.as_ref().map(|(score, word)| (*score, word.as_str())) == felt
            && pennant::are_as(self.flags, flags)
            && tied::are_as(context, self.id, notes)
            && picture.as_ref().map(|(image, _)| image) == shown
            && picture.as_ref().is_none_or(|(_, alt)| *alt == self.card.picture_alt)
    }

    fn breaks_at(&self, context: &Context, width: f32) -> bool {
        let air = context.dress.cards;
        let room = width - air.text_at - air.text_end;
        let breaks = |text: &str, style, room| breaks(context.shaper, text, style, room);
        breaks(&self.card.title, context.card_title(), room)
            || (!context.thrift.details
                && breaks(&second_line(self.card.belongs, &self.card.detail), context.detail(), room + 10.0))
    }

    fn label(look: &CardLook, _: TouchpointId, context: &Context, column: &Column, nth: u32) -> Label {
        Label::Numbered { words: said(context, look, context.stage_name(column.stage)).into(), nth }
    }

    fn draw(look: &CardLook, id: TouchpointId, context: &Context, column: &Column, at: Rect) -> Sketch {
        // What is felt stands on the curve.
        let CardLook {
            title: name,
            belongs: _,
            detail,
            step: _,
            until,
            channel,
            is_evidence,
            is_meant,
            feeling: _,
            flags,
            picture,
            notes,
        } = look;
        let theme = context.theme;
        let mut uses = Uses::default();
        let picture_height = picture_height(picture.is_some());
        // The words stand below the picture as they would stand on a card without one.
        let (x, y) = (at.x, at.y + picture_height);
        let air = context.dress.cards;
        let text_x = x + air.text_at;
        let text_width = (at.width - air.text_at - air.text_end).max(10.0);
        let title = context.ink().paragraph(name, context.card_title(), text_width, MOST_LINES);
        let bare = detail.is_empty() && look.belongs == Belongs::Both && flags.is_empty();
        let detail = context.ink().paragraph(
            &second_line(look.belongs, detail),
            context.detail(),
            text_width + 10.0,
            MOST_LINES,
        );

        let title_height = title.size.height.max(context.card_title().line());
        let title_y = if bare { ((air.least - title_height) / 2.0).max(air.above) } else { air.above };
        let detail_y = title_y + title_height + 1.4;
        let words_end = if detail.lines.is_empty() { title_y + title_height } else { detail_y + detail.size.height };
        let flags_at = Point::new(text_x, y + words_end + air.flags);
        let (flag_items, flags_height) =
            pennant::rows(context, flags, flags_at, (at.width - air.text_at - 8.0).max(10.0), &mut uses);
        let height = if flags.is_empty() {
            (words_end + air.below).max(air.least)
        } else {
            words_end + air.flags + flags_height + air.below + 0.3
        };

        let height = picture_height + height;
        let notes_x = at.x + EDGE + NOTES_AROUND;
        let notes_at = Rect::new(notes_x, at.y + height - 2.0, (at.right() - NOTES_AROUND - notes_x).max(24.0), 0.0);
        let (notes, notes_height) = tied::on_card(context, notes, id, notes_at);
        let height = if notes.is_empty() { height } else { height + notes_height + NOTES_AROUND - 2.0 };
        let bounds = Rect::new(x, at.y, at.width, height);
        let mut items = vec![
            pen::rounded(bounds, CARD_RADIUS, theme.surface, Some((context.card_edge(), 1.0))),
            pen::filled(card_edge(bounds), Paint::Flat(theme.stage(column.hue))),
        ];
        if let Some((_, hue)) = until {
            let fill = Some(Paint::Flat(theme.stage(*hue)));
            let edge = PathItem { segments: card_edge(bounds), fill, stroke: None };
            items.push(Item::Path(edge.mirrored(bounds.x + bounds.right())));
        }
        if let Some((image, alt)) = picture {
            let left = x + EDGE + PICTURE_MARGIN;
            let width = (bounds.right() - PICTURE_MARGIN - left).max(1.0);
            let place = Rect::new(left, at.y + PICTURE_MARGIN, width, PICTURE_HEIGHT);
            items.extend(image::filling(context, image, alt, place));
        }
        let sign = air.text_at * 0.25 + 7.75;
        let icon_y = y + title_y + air.sign_middle - sign / 2.0;
        let icon_rect = Rect::new(x + air.text_at - 5.0 - sign, icon_y, sign, sign);
        let icon = channel_icon(*channel).path(icon_rect, theme.stage(column.hue));
        items.extend(context.sign(channel.name(), icon_rect, vec![Item::Path(context.upright(icon, icon_rect))]));
        let title_rect = Rect::new(text_x, y + title_y, text_width, title_height);
        let title_items = pen::set(&title, text_x, y + title_y);
        items.push(pen::title(Kind::Touchpoint, id.0, name, title_rect, title_items));
        items.extend(pen::set(&detail, text_x, y + detail_y));
        let is_evidence = *is_evidence;
        uses.evidence |= is_evidence;
        uses.assumption |= !is_evidence;
        // Beside the edge on the right, where there is one.
        let edge = if until.is_some() { EDGE + 6.0 } else { 0.0 };
        let dot =
            Point::new(bounds.right() - (air.text_end - 10.0).max(edge), dot_y(context, picture.is_some(), bounds.y));
        let sign = pen::evidence_dot(dot, is_evidence, theme.good, theme.neutral, theme.surface);
        let stands = if is_evidence { say!(layout_legend_evidence) } else { say!(layout_legend_assumption) };
        items.extend(context.sign(stands, Rect::new(dot.x - 4.0, dot.y - 4.0, 8.0, 8.0), vec![sign]));
        items.extend(flag_items);
        items.extend(notes);
        if !is_meant {
            uses.faded = true;
            items = pen::faded(items, FADED);
        }
        Sketch { items, bounds, height, uses }
    }
}

/// With [`Label::PLACE`] and [`Label::COUNT`] for its place in the cell and the cell's cards.
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
