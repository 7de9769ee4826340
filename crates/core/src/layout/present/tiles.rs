//! What a stage holds, as cards that can be read across a room; the one in the spotlight as large as a card is.

use super::picture;
use super::show::{ACROSS, Show};
use crate::figures::numbers;
use crate::layout::{channel_icon, part_of, pen, words};
use crate::model::*;
use crate::scene::{Color, Dash, FaceStyle, Item, Kind, Paint, PathItem, Point, Rect, RectItem, Role, Stroke, Tag};
use crate::text::{Paragraph, TextStyle};
use crate::theme::icons;
use touchline_words::say;

const GAP: f32 = 40.0;
const ROW_GAP: f32 = 20.0;
/// So wide is the card in the spotlight, of those that stand side by side.
const LIT: f32 = 0.534;
/// A card of one row is no higher, and one of several no higher than this.
const HIGHEST: f32 = 320.0;
/// From here on a card has room for its detail and its flags.
const WHOLE: f32 = 176.0;
pub(super) const FADED: f32 = 0.36;
const RADIUS: f32 = 18.0;
/// From a card's edges to its words.
const INSET: f32 = 44.0;
const SIGN: f32 = 38.0;
const END: f32 = 28.0;
const TITLE: f32 = 42.0;
/// Where several rows stand, so that a title is whole.
const SHORT_TITLE: f32 = 32.0;
const DETAIL: f32 = 30.0;
const FLAG: f32 = 26.0;
const PENNANT: f32 = 40.0;

pub(super) fn lay(show: &Show) -> Vec<Item> {
    if show.lit_picture().is_some() {
        return picture::large(show, show.cards()).into_iter().collect();
    }
    let spotlight = lit(show);
    let mut items = Vec::new();
    let placed = placed(show);
    for (nth, rect) in &placed {
        let Some(record) = show.records.get(*nth) else { continue };
        let is_lit = spotlight == Some(*nth);
        let card = card(show, *record, *nth, *rect, is_lit);
        match spotlight.is_some() && !is_lit {
            true => items.extend(pen::faded(vec![card], show.stepped_back(FADED))),
            false => items.push(card),
        }
    }
    items.extend(more(show, placed.len()));
    items
}

/// The place of what is in the spotlight among what the stage holds.
pub(super) fn lit(show: &Show) -> Option<usize> {
    let lit = show.stand.spotlight?;
    show.records.iter().position(|record| *record == lit)
}

/// Where the card in the spotlight stands.
pub(super) fn lit_place(show: &Show) -> Option<Rect> {
    let lit = lit(show)?;
    placed(show).into_iter().find(|(nth, _)| *nth == lit).map(|(_, rect)| rect)
}

/// What is seen of a stage's records, and where.
pub(super) fn seen(show: &Show) -> Vec<(RecordRef, Rect)> {
    placed(show).into_iter().filter_map(|(nth, place)| Some((*show.records.get(nth)?, place))).collect()
}

/// The same where all stand in one row and none stands out.
pub(super) fn side_by_side(show: &Show) -> Option<Vec<(RecordRef, Rect)>> {
    (show.tiles <= ACROSS && lit(show).is_none()).then(|| seen(show))
}

/// Which of the records are seen, and where.
fn placed(show: &Show) -> Vec<(usize, Rect)> {
    if show.lit_picture().is_some() {
        return Vec::new();
    }
    let (area, count) = (show.cards(), show.tiles);
    let lit = lit(show);
    match (count, lit) {
        (0, _) => Vec::new(),
        (1, _) => vec![(0, Rect { height: area.height.min(HIGHEST), ..area })],
        (_, Some(lit)) => beside_the_lit(show, area, lit, count),
        (..=ACROSS, None) => row(area.y, area.height.min(HIGHEST), area, 0..count, count),
        (_, None) => {
            let rows = if area.height >= 2.0 * WHOLE + ROW_GAP { 2 } else { rows_of(area) };
            let height = ((area.height - ROW_GAP * (rows - 1) as f32) / rows as f32).min(HIGHEST);
            let seen = count.min(rows * ACROSS);
            // Where not all are seen, the last place says how many more there are.
            let seen = if seen < count { seen - 1 } else { seen };
            let rows = (0..rows).flat_map(|nth| {
                let (from, to) = (nth * ACROSS, ((nth + 1) * ACROSS).min(seen));
                row(area.y + (height + ROW_GAP) * nth as f32, height, area, from..to.max(from), ACROSS)
            });
            rows.collect()
        }
    }
}

fn rows_of(area: Rect) -> usize {
    if area.height >= 170.0 { 2 } else { 1 }
}

fn row(y: f32, height: f32, area: Rect, which: std::ops::Range<usize>, across: usize) -> Vec<(usize, Rect)> {
    let width = (area.width - GAP * (across - 1) as f32) / across as f32;
    let first = which.start;
    which.map(|nth| (nth, Rect::new(area.x + (width + GAP) * (nth - first) as f32, y, width, height))).collect()
}

/// The one that all look at, on the side where its face is, and beside it those before and behind it.
fn beside_the_lit(show: &Show, area: Rect, lit: usize, count: usize) -> Vec<(usize, Rect)> {
    let wide = area.width * LIT;
    let narrow = area.width - wide - GAP;
    let card = show.records.get(lit).and_then(|record| TouchpointId::try_from(*record).ok());
    let face = show.faces(show.stand.stage).into_iter().find(|(id, _)| Some(*id) == card).map(|(_, x)| x);
    let is_left = face.unwrap_or(show.middle(lit, count)) < area.center().x;
    let (lit_x, rest_x) = if is_left { (area.x, area.right() - narrow) } else { (area.right() - wide, area.x) };
    let height = area.height.min(HIGHEST);
    let rest: Vec<usize> = (0..count).filter(|nth| *nth != lit).collect();
    let nearest = match rest.len() {
        ..=2 => rest,
        // The one before and the one behind, or at an end the two nearest.
        _ => match lit {
            0 => vec![1, 2],
            _ if lit + 1 == count => vec![count - 3, count - 2],
            _ => vec![lit - 1, lit + 1],
        },
    };
    let rows = nearest.len() as f32;
    let low = (height - ROW_GAP * (rows - 1.0)) / rows;
    let mut all = vec![(lit, Rect::new(lit_x, area.y, wide, height))];
    let beside = nearest.into_iter().enumerate();
    all.extend(beside.map(|(at, nth)| {
        let y = area.y + (low + ROW_GAP) * at as f32;
        (nth, Rect::new(rest_x, y, narrow, low))
    }));
    all
}

/// In the last place: how many more there are.
fn more(show: &Show, seen: usize) -> Option<Item> {
    let left = show.tiles.checked_sub(seen).filter(|left| *left > 0 && lit(show).is_none())?;
    let area = show.cards();
    let rows = if area.height >= 2.0 * WHOLE + ROW_GAP { 2 } else { rows_of(area) };
    let height = ((area.height - ROW_GAP * (rows - 1) as f32) / rows as f32).min(HIGHEST);
    let last = row(area.y + (height + ROW_GAP) * (rows - 1) as f32, height, area, 0..ACROSS, ACROSS).pop()?.1;
    let words = say!(present_more, count = left);
    let style = show.style(SHORT_TITLE, FaceStyle::SemiBold).with_color(show.theme.muted);
    let line = show.ink().line(&words, style, 0.0, 0.0, last.width - 2.0 * END);
    let line = line.centered_at(Point::new(last.center().x, last.center().y + SHORT_TITLE * 0.36));
    Some(show.said(&words, last, vec![Item::Text(line)]))
}

/// What a card says.
struct Words<'a> {
    title: &'a str,
    detail: &'a str,
    channel: Option<Channel>,
    flags: Vec<(FlagId, &'a Flag)>,
    /// Where a card comes from and goes on to, of those that stand at several stages.
    span: String,
    kind: Kind,
    said: String,
}

fn words<'a>(show: &Show<'a>, record: RecordRef, nth: usize) -> Words<'a> {
    let place = say!(layout_say_place, place = nth + 1, count = show.records.len());
    let title = title(show.map, record);
    let RecordRef::Touchpoint(id) = record else {
        let kind = record.kind().listed().map_or(Kind::Figure, part_of);
        let said = [title.to_owned(), place].join(", ");
        return Words { title, detail: "", channel: None, flags: Vec::new(), span: String::new(), kind, said };
    };
    let span = span(show, record);
    let card = show.map.touchpoints.get(&id);
    let flags = show.map.flags_on(FlagTarget::Touchpoint(id));
    let mut said = vec![say!(kind_touchpoint_said, title), place];
    let (detail, channel) = card.map_or(("", None), |card| (card.detail.as_str(), Some(card.channel)));
    said.extend((!detail.is_empty()).then(|| detail.to_owned()));
    said.extend(channel.map(|channel| channel.name().to_owned()));
    said.extend(card.and_then(|card| show.map.steps.get(&show.map.step_of(card)?)).map(|step| step.name.clone()));
    said.extend((!span.is_empty()).then(|| span.clone()));
    let felt = card.and_then(|card| card.emotion_of(show.stand.segment));
    said.extend(
        felt.map(|felt| say!(layout_say_emotion, score = numbers::score(felt.score), word = spaced(&felt.word))),
    );
    if !flags.is_empty() {
        let flags: Vec<String> = flags.iter().map(|(_, flag)| words::flag(flag.status, flag.code())).collect();
        said.push(say!(layout_say_flags, flags = flags.join(", ")));
    }
    Words { title, detail, channel, flags, span, kind: Kind::Touchpoint, said: said.join(", ") }
}

/// Where a card comes from, or goes on to, or `Awareness → Decision`, of one that stands at several stages.
fn span(show: &Show, record: RecordRef) -> String {
    let Some(long) = show.long(record) else { return String::new() };
    let (from, to) = (show.stage_name(long.from), show.stage_name(long.to));
    match (long.from < show.place, long.to > show.place) {
        (true, true) => say!(ui_inspector_connector, from, to),
        (true, false) => say!(present_comes_from, stage = from),
        (false, true) => say!(layout_say_until, stage = to),
        (false, false) => String::new(),
    }
}

/// What a card or a record of a list goes by.
fn title(map: &Map, record: RecordRef) -> &str {
    fn of<'m, R: Record<Id: 'm> + 'm>(map: &'m Map, record: RecordRef) -> Option<&'m str> {
        let id = R::Id::try_from(record).ok()?;
        R::table(map).get(&id).map(Titled::title)
    }
    let title = match record.kind().listed() {
        Some(kind) => of_kind!(kind, R => of::<R>(map, record)),
        None => of::<Touchpoint>(map, record),
    };
    title.unwrap_or_default()
}

fn spaced(word: &str) -> String {
    if word.is_empty() { String::new() } else { format!(" {word}") }
}

fn card(show: &Show, record: RecordRef, nth: usize, at: Rect, is_lit: bool) -> Item {
    let words = words(show, record, nth);
    let theme = show.theme;
    let mut items = Vec::new();
    if is_lit {
        items.extend(shadow(at, theme.ink));
    }
    let edge = if is_lit { (theme.accent, 3.5) } else { (theme.neutral, 2.0) };
    items.push(ground(show, at, edge, is_lit));
    let margin = 22.0_f32.min(at.height / 6.0);
    let bar = Rect::new(at.x + 14.0, at.y + margin, 8.0, at.height - 2.0 * margin);
    items.push(pen::rounded(bar, 4.0, theme.stage(show.hue), None));
    // As on the board: a second edge where it goes on.
    if show.long(record).is_some_and(|long| long.to > show.place) {
        let end = Rect { x: at.right() - 22.0, ..bar };
        items.push(pen::rounded(end, 4.0, theme.stage(show.hue), None));
    }
    let mut x = at.x + INSET;
    let is_whole = at.height >= WHOLE;
    let size = if is_whole { TITLE } else { SHORT_TITLE };
    if let Some(channel) = words.channel {
        let sign = Rect::new(x, at.y + if is_whole { 28.0 } else { (at.height - SIGN) / 2.0 }, SIGN, SIGN);
        items.push(Item::Path(upright(show, channel_icon(channel).path(sign, theme.stage_ink(show.hue)), sign)));
        x += SIGN + 16.0;
    }
    let inside = Rect::new(at.x + INSET, at.y + margin, at.width - INSET - END, at.height - 2.0 * margin);
    let (picture, taken) = picture::on_tile(show, record, inside);
    items.extend(picture);
    let mut room = Rect::new(x, at.y + margin, at.right() - END - taken - x, at.height - 2.0 * margin);
    if is_lit && show.tiles > placed(show).len() {
        let words =
            say!(present_place, place = numbers::count(nth as u64 + 1), count = numbers::count(show.tiles as u64));
        let style = show.style(FLAG, FaceStyle::Medium).with_color(theme.muted).tabular();
        let line = show.shaper.line(&words, style);
        let line = line.ending_at(Point::new(room.right(), at.y + margin + FLAG));
        room.width -= line.width + 16.0;
        items.push(show.said(&words, line.bounds(), vec![Item::Text(line)]));
    }
    items.extend(if is_whole { in_full(show, &words, room, size) } else { in_short(show, &words, room, size) });
    pen::tagged(Tag::new(words.kind, record.number().unwrap_or(0)), Role::Section, words.said, at, items)
}

/// A card's paper; dashed in a stage that is not there yet.
fn ground(show: &Show, at: Rect, edge: (Color, f32), is_lit: bool) -> Item {
    let dash = (show.stage.pending && !is_lit).then_some(Dash { on: 10.0, off: 7.0 });
    let stroke = Some(Stroke { paint: Paint::Flat(edge.0), width: edge.1, dash });
    Item::Rect(RectItem { rect: at, radius: RADIUS, fill: Some(Paint::Flat(show.theme.surface)), stroke })
}

/// The title alone, in the middle of a low card, with where it comes from and goes on to below it.
fn in_short(show: &Show, words: &Words, room: Rect, size: f32) -> Vec<Item> {
    let style = show.style(size, FaceStyle::SemiBold).with_line_height(1.12);
    let span = show.style(FLAG, FaceStyle::Regular).with_color(show.theme.detail).with_line_height(1.2);
    let below = if words.span.is_empty() { 0.0 } else { span.line() };
    let lines = (((room.height + 16.0 - below) / style.line()) as usize).clamp(1, 2);
    let title = show.ink().paragraph(words.title, style, room.width, lines);
    let y = room.y + (room.height - title.size.height - below) / 2.0;
    let mut items = pen::set(&title, room.x, y);
    items.extend(pen::set(&show.ink().paragraph(&words.span, span, room.width, 1), room.x, y + title.size.height));
    items
}

/// Title, detail, flags: what there is room for, in this order; the worst flag before the detail.
fn in_full(show: &Show, words: &Words, room: Rect, size: f32) -> Vec<Item> {
    let style = show.style(size, FaceStyle::Bold).with_line_height(1.12);
    let flags_at = room.bottom() - PENNANT;
    let title = |lines| show.ink().paragraph(words.title, style, room.width, lines);
    let title_end = |title: &Paragraph| room.y - 4.0 + title.size.height;
    let foot = |title: &Paragraph| {
        let has_flags = !words.flags.is_empty() && title_end(title) <= flags_at;
        (has_flags, if has_flags { flags_at - 10.0 } else { room.bottom() })
    };
    let span = show.style(FLAG, FaceStyle::Regular).with_color(show.theme.detail).with_line_height(1.2);
    // Where it comes from and goes on to is worth more than the second line of its title.
    let whole = title(2);
    let is_short = !words.span.is_empty() && title_end(&whole) + span.line() > foot(&whole).1;
    let title = if is_short { title(1) } else { whole };
    let mut items = pen::set(&title, room.x, room.y - 4.0);
    let mut y = title_end(&title);
    let (has_flags, mut end) = foot(&title);
    let lines = (((end - y) / span.line()) as usize).min(2);
    if lines > 0 && !words.span.is_empty() {
        let span = show.ink().paragraph(&words.span, span, room.width, lines);
        end -= span.size.height;
        items.extend(pen::set(&span, room.x, end));
        end -= 4.0;
    }
    let style = show.style(DETAIL, FaceStyle::Regular).with_color(show.theme.ink_soft).with_line_height(1.28);
    let lines = (((end - y) / style.line()) as usize).min(3);
    if lines > 0 && !words.detail.is_empty() {
        let detail = show.ink().paragraph(words.detail, style, room.width, lines);
        y += if (lines as f32 + 0.2) * style.line() < end - y { 4.0 } else { 0.0 };
        items.extend(pen::set(&detail, room.x, y));
        y += detail.size.height;
    }
    if has_flags {
        let at = (y + 24.0).min(flags_at);
        items.extend(flags(show, &words.flags, Rect::new(room.x, at, room.width, PENNANT)));
    }
    items
}

/// Pennants side by side, open ones first, each with what its rule asks for where there is room for that.
fn flags(show: &Show, flags: &[(FlagId, &Flag)], row: Rect) -> Vec<Item> {
    let mut flags = flags.to_vec();
    flags.sort_by_key(|(_, flag)| FlagStatus::ALL.iter().position(|status| *status == flag.status));
    let signs: Vec<(Vec<Item>, f32)> = flags.iter().map(|(id, flag)| pennant(show, *id, flag, row)).collect();
    let pennants = |from: usize| signs.iter().skip(from).map(|(_, width)| width + 20.0).sum::<f32>();
    let (mut items, mut x) = (Vec::new(), row.x);
    for (nth, ((_, flag), (drawn, width))) in flags.iter().zip(&signs).enumerate() {
        if x + width > row.right() {
            break;
        }
        let place = Rect::new(x, row.y, *width, PENNANT);
        items.push(moved(drawn.clone(), place));
        x += width + 14.0;
        let note = show.style(FLAG, FaceStyle::Regular).with_color(show.theme.detail);
        let note = show.shaper.line(flag.note.trim(), note);
        if !flag.note.trim().is_empty() && x + note.width + 26.0 + pennants(nth + 1) <= row.right() {
            let width = note.width;
            items.push(Item::Text(note.at(Point::new(x, row.y + 29.5))));
            x += width + 26.0;
        } else {
            x += 6.0;
        }
    }
    items
}

fn moved(items: Vec<Item>, place: Rect) -> Item {
    let to = crate::scene::Transform::translate(place.x, place.y);
    Item::Group(crate::scene::Group::placed(to, None, items.into()))
}

/// From its own corner.
fn pennant(show: &Show, id: FlagId, flag: &Flag, row: Rect) -> (Vec<Item>, f32) {
    let (edge, ink, ground) = crate::layout::pennant::colors(show.theme, flag.status);
    let style = TextStyle::new(FLAG, FaceStyle::Bold, ink);
    let code = show.shaper.line_within(flag.code(), style, (row.width - 74.0).max(0.0)).at(Point::new(40.0, 29.5));
    let width = 40.0 + code.width + 24.0;
    let place = Rect::new(0.0, 0.0, width, PENNANT);
    let ribbon = PathItem {
        segments: icons::pennant(place),
        fill: Some(Paint::Flat(ground)),
        stroke: Some(Stroke::solid(edge, 2.0)),
    };
    let sign = show.shaper.line(flag.status.sign(), style).centered_at(Point::new(22.0, 29.5));
    let said = words::flag(flag.status, flag.code());
    let drawn = vec![Item::Path(ribbon), Item::Text(sign), Item::Text(code)];
    (vec![pen::tagged(Tag::new(Kind::Flag, id.0), Role::Paragraph, said, place, drawn)], width)
}

/// Soft, below the card that all look at.
fn shadow(card: Rect, ink: Color) -> Vec<Item> {
    let layer = |step: usize| {
        let out = 4.0 + 5.0 * step as f32;
        let rect = Rect { y: card.y + 10.0, ..card }.shrink(-out);
        pen::rounded(rect, RADIUS + out, ink.alpha(0.018), None)
    };
    (0..6).rev().map(layer).collect()
}

/// A sign that has no direction, as it should be once the picture is turned over.
fn upright(show: &Show, sign: PathItem, place: Rect) -> PathItem {
    let is_turned = crate::text::is_right_to_left(&show.map.meta.language);
    if is_turned { sign.mirrored(place.x + place.right()) } else { sign }
}
