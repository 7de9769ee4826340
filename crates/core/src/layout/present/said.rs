//! Under the river at the left: what customers say, and whom it hits hardest, or what hurts.

use super::loss;
use super::room::{FULL, LEAST, MARGIN};
use super::show::Show;
use crate::figures::{FigureRow, Reader, shown};
use crate::layout::notes::quoted;
use crate::layout::part_of;
use crate::layout::pen;
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, Rect, Role, Tag};
use crate::text::TextStyle;
use touchline_words::say;

const QUOTE: f32 = 40.0;
const FINDING: f32 = 30.0;
const INTERVAL: f32 = 28.0;
/// Before what leaves.
const AIR: f32 = 36.0;
const QUOTE_LINE: f32 = QUOTE * 1.2;

pub(super) fn lay(show: &Show) -> Vec<Item> {
    let end = loss::begins(show).map_or(show.room.right(), |x| x - AIR);
    let width = (end - MARGIN).max(LEAST * 4.0);
    let foot = show.room.height - 112.0;
    // Words that need two lines are worth more than how an audience was counted.
    let is_long = question(show).is_some_and(|(_, words)| show.shaper.line(&words, quote_style(show)).width > width);
    let below = finding(show, width, is_long).or_else(|| pain(show, width, is_long));
    let top = below.as_ref().map_or(foot, |(_, height)| foot - height - 12.0);
    let mut items: Vec<Item> = below.into_iter().map(|(item, _)| item).collect();
    items.extend(quote(show, width, top));
    items
}

/// Where this may begin.
fn ceiling(show: &Show) -> f32 {
    if show.has_river { show.room.river() + FULL + 4.0 } else { show.room.height - 282.0 }
}

/// The first question of whoever is looked at, where a lane does not show them all.
fn question(show: &Show) -> Option<(QuestionId, String)> {
    let is_met = |question: &Question| {
        question.segments.is_empty() || show.stand.segment.is_none_or(|segment| question.segments.contains(&segment))
    };
    let shows = |id: QuestionId| show.records.contains(&RecordRef::Question(id));
    let mut questions = show.map.questions_of(show.stand.stage).into_iter();
    let (id, question) = questions.find(|(id, question)| is_met(question) && !shows(*id))?;
    Some((id, quoted(&question.text))).filter(|(_, words)| !words.is_empty())
}

fn quote_style(show: &Show) -> TextStyle {
    TextStyle::new(QUOTE, FaceStyle::Italic, show.theme.ink).with_line_height(QUOTE_LINE / QUOTE)
}

fn quote(show: &Show, width: f32, bottom: f32) -> Option<Item> {
    let (id, words) = question(show)?;
    let lines = (((bottom - ceiling(show)) / QUOTE_LINE) as usize).min(2);
    if lines == 0 {
        return None;
    }
    let set = show.ink().paragraph(&words, quote_style(show), width, lines);
    let place = Rect::new(MARGIN, bottom - set.size.height, width, set.size.height);
    let tag = Tag::new(part_of(ListKind::Question), id.0);
    let said = say!(kind_question_said, text = words);
    Some(pen::tagged(tag, Role::Paragraph, said, place, pen::set(&set, MARGIN, place.y)))
}

/// Whom it hits hardest: an audience whose interval lies wholly above that of all. To one audience: how all of them fare.
fn finding(show: &Show, width: f32, in_short: bool) -> Option<(Item, f32)> {
    let row = show.row.as_ref().filter(|_| show.has_river)?;
    let own = row.rate?;
    let at_stage =
        |segment| shown(show.map, segment, Reader::Client).into_iter().find(|row| row.stage == show.stand.stage);
    let (name, other) = match show.stand.segment {
        Some(_) => (say!(figures_all_audiences).to_owned(), at_stage(None)?),
        None => {
            let rows = show
                .map
                .segments_in_order()
                .into_iter()
                .filter_map(|(id, segment)| Some((segment, at_stage(Some(id))?)));
            let worse = rows.filter(|(_, row)| row.rate.is_some_and(|rate| rate.low > own.high));
            let rate = |row: &FigureRow| row.rate.map_or(0.0, |rate| rate.rate);
            let (segment, row) = worse.max_by(|(_, one), (_, other)| rate(one).total_cmp(&rate(other)))?;
            (segment.name.clone(), row)
        }
    };
    other.rate?;
    let text = &other.text;
    let leave = say!(present_leave, audience = name, rate = text.rate);
    let from = say!(present_interval, interval = text.interval, dropped = text.dropped, reached = text.reached);
    let strong = show.style(FINDING, FaceStyle::SemiBold).with_color(show.theme.ink_soft).tabular();
    let plain = show.style(INTERVAL, FaceStyle::Regular).with_color(show.theme.detail).tabular();
    let foot = show.room.height - 112.0;
    let said = format!("{leave}, {from}");
    if in_short {
        let short = say!(present_leave_short, audience = name, rate = text.rate, interval = text.interval);
        let line = show.ink().line(&short, strong, MARGIN, foot - 16.0, width);
        let place = Rect::new(MARGIN, foot - 46.0, width, 42.0);
        let item = pen::tagged(Tag::new(Kind::Figure, 0), Role::Figure, said, place, vec![Item::Text(line)]);
        return Some((item, 44.0));
    }
    let lines = [
        show.ink().line(&leave, strong, MARGIN, foot - 60.0, width),
        show.ink().line(&from, plain, MARGIN, foot - 20.0, width),
    ];
    let place = Rect::new(MARGIN, foot - 92.0, width, 86.0);
    let items = lines.map(Item::Text).to_vec();
    Some((pen::tagged(Tag::new(Kind::Figure, 0), Role::Figure, said, place, items), 92.0))
}

/// What hurts here: at the card in the spotlight, where something is said of that.
fn pain(show: &Show, width: f32, in_short: bool) -> Option<(Item, f32)> {
    let pains = show.map.pain_points_of(show.stand.stage);
    let lit = show.stand.spotlight.and_then(|record| TouchpointId::try_from(record).ok());
    let shows = |id: PainPointId| show.records.contains(&RecordRef::PainPoint(id));
    let at_card = pains.iter().find(|(_, pain)| lit.is_some() && pain.touchpoint == lit);
    let (id, pain) = at_card.or(pains.first()).filter(|(id, _)| !shows(*id))?;
    let style = TextStyle::new(FINDING, FaceStyle::SemiBold, show.theme.ink_soft).with_line_height(1.25);
    let set = show.ink().paragraph(&pain.text, style, width - 28.0, if in_short { 1 } else { 2 });
    if set.lines.is_empty() {
        return None;
    }
    let height = set.size.height;
    let y = show.room.height - 122.0 - height;
    let mut items = vec![pen::rounded(Rect::new(MARGIN, y + 4.0, 6.0, height - 8.0), 3.0, show.theme.pain, None)];
    items.extend(pen::set(&set, MARGIN + 28.0, y));
    let said = say!(kind_pain_point_said, text = pain.text, severity = pain.severity.name());
    let place = Rect::new(MARGIN, y, width, height);
    let item = pen::tagged(Tag::new(part_of(ListKind::PainPoint), id.0), Role::Paragraph, said, place, items);
    Some((item, height + 10.0))
}
