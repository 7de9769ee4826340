//! A lane that is folded: a strip of one line, with one value for each stage; and a stage that is: a strip, with one value for
//! each lane.

use super::channels::channels;
use super::context::{Column, Context, Strip, Uses};
use super::faces::felt;
use super::index::Indexed;
use super::pen;
use super::tied;
use crate::figures::{FigureRow, numbers, shown};
use crate::model::*;
use crate::scene::{Item, Point};
use touchline_words::say;

/// How high the strip is, in map units.
pub(super) const HEIGHT: f32 = 26.0;

/// How far the name stands to the right of others: where there are hands, a sign that opens the lane stands before it.
pub(super) fn indent(context: &Context) -> f32 {
    if context.is_editor() { 14.0 } else { 0.0 }
}

pub(super) fn lay(context: &Context, id: LaneId, lane: &Lane, top: f32) -> Strip {
    let losses = match lane.kind.holds() {
        Holds::Losses => shown(context.map, context.segment, context.reader()),
        Holds::Cards | Holds::Feelings | Holds::Flags | Holds::Channels | Holds::List(_) => Vec::new(),
    };
    let cell = |column: &Column| {
        let words = value(context, id, lane, column.stage, &losses);
        let (x, width) = column.inner();
        let style =
            if lane.kind.holds() == Holds::Losses { context.detail_strong().tabular() } else { context.detail() };
        let line = context.shaper.line_within(&words, style, width);
        let baseline = top + HEIGHT / 2.0 + (line.ascent - line.descent) / 2.0;
        if words.is_empty() { Vec::new() } else { vec![Item::Text(line.at(Point::new(x, baseline)))] }
    };
    // A rate is one on a strip too: the page says how it was counted.
    let uses = Uses { counted: losses.iter().any(|row| row.rate.is_some()), ..Uses::default() };
    Strip { height: HEIGHT, uses, cells: context.columns.iter().map(cell).collect(), ..Strip::default() }
}

/// Fills the cells of stages that are folded with what they have in the lane; the curve and the river run on through them.
pub(super) fn stages(context: &Context, id: LaneId, lane: &Lane, top: f32, strip: &mut Strip) {
    match lane.kind.holds() {
        Holds::Feelings | Holds::Losses => return,
        Holds::Cards | Holds::Flags | Holds::Channels | Holds::List(_) => {}
    }
    if strip.height <= 0.0 {
        return;
    }
    for (column, cell) in context.columns.iter().zip(&mut strip.cells) {
        if !context.is_folded(column.stage) {
            continue;
        }
        let words = value(context, id, lane, column.stage, &[]);
        let (x, width) = column.inner();
        let set = context.ink().paragraph(&words, context.detail(), width, 4);
        let y = top + context.dress.title_y + 2.0;
        strip.height = strip.height.max(set.size.height + 2.0 * context.dress.title_y + 2.0);
        *cell = pen::set(&set, x, y);
    }
}

/// What a stage has in the lane, in a word or two, and how many notes are tied to something there; nothing where it has nothing.
fn value(context: &Context, id: LaneId, lane: &Lane, stage: StageId, losses: &[FigureRow]) -> String {
    let held = held(context, id, lane, stage, losses);
    match tied::words_inside(context, stage, id) {
        notes if held.is_empty() => notes,
        notes if notes.is_empty() => held,
        notes => format!("{held}, {notes}"),
    }
}

fn held(context: &Context, id: LaneId, lane: &Lane, stage: StageId, losses: &[FigureRow]) -> String {
    let counted = |kind: RecordKind, count: usize| if count == 0 { String::new() } else { kind.counted(count) };
    match lane.kind.holds() {
        Holds::Cards => counted(RecordKind::Touchpoint, context.map.card_ids_in(stage, id).len()),
        Holds::Feelings => mean(context, stage).map(numbers::score).unwrap_or_default(),
        Holds::Losses => losses.iter().find(|row| row.stage == stage).map(loss).unwrap_or_default(),
        Holds::Flags => states(context, stage),
        Holds::Channels => match channels(context, stage).len() {
            0 => String::new(),
            count => say!(layout_folded_channels, count),
        },
        Holds::List(kind) => of_kind!(kind, R => counted(kind.kind(), listed::<R>(context, stage, id))),
    }
}

fn listed<R: Indexed>(context: &Context, stage: StageId, lane: LaneId) -> usize {
    context.listed::<R>(stage, lane).len()
}

/// What the stage's cards are felt like on the average, in tenths.
fn mean(context: &Context, stage: StageId) -> Option<Score> {
    let cards = context.card_ids_of(stage).filter_map(|id| context.map.touchpoints.get(&id));
    let scores: Vec<i32> =
        cards.filter_map(|card| felt(card, context.segment)).map(|felt| felt.score.tenths()).collect();
    let sum: i32 = scores.iter().sum();
    (!scores.is_empty()).then(|| Score::from_tenths((f64::from(sum) / scores.len() as f64).round() as i32))
}

/// Who leaves, measured or else estimated.
fn loss(row: &FigureRow) -> String {
    match (row.rate, row.estimate) {
        (Some(_), _) => row.text.loss.clone(),
        (None, Some(percent)) => format!("{} {}", numbers::percent(percent), say!(layout_estimated)),
        (None, None) => String::new(),
    }
}

/// How many flags are open, in review and so on.
fn states(context: &Context, stage: StageId) -> String {
    let flags = context.flags_of(stage);
    let told = |status: FlagStatus| {
        let count = flags.iter().filter(|(_, flag)| flag.status == status).count();
        (count > 0).then(|| match status {
            FlagStatus::Open => say!(layout_folded_open, count),
            FlagStatus::InReview => say!(layout_folded_in_review, count),
            FlagStatus::Cleared => say!(layout_folded_cleared, count),
            FlagStatus::NotApplicable => say!(layout_folded_not_applicable, count),
        })
    };
    FlagStatus::ALL.into_iter().filter_map(told).collect::<Vec<String>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::definition::Definition;
    use crate::figures::sample;
    use crate::layout::{Leaf, Lens, Watch, arrange_leaf};
    use crate::scene::{Kind, PageSize, Tag};
    use crate::text::Shaper;
    use crate::theme::Theme;

    #[test]
    fn notes_in_what_is_folded_are_counted_in_their_cell() {
        use crate::layout::arrange_board;
        let mut map = sample::map();
        let stage = map.stages_in_order()[0].0;
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let card = map.card_ids_in(stage, lane)[0];
        let feeling = map.lane_of(LaneKind::Feeling).unwrap();
        let ties = [NoteTie::Cell(stage, lane), NoteTie::Touchpoint(card), NoteTie::Cell(stage, feeling)];
        for (id, tie) in (900..).zip(ties) {
            let note = Sticky { text: "Unseen".to_owned(), tied: Some(tie), ..Sticky::default() };
            map.stickies.insert(StickyId(id), note);
        }
        let said = |map: &Map| {
            let board = arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
            let items = format!("{:?}", board.scene.items);
            [1, 2].map(|count| items.contains(&RecordKind::Sticky.counted(count)))
        };
        assert_eq!(said(&map), [false, false], "all are seen");
        let mut lanes = map.clone();
        for lane in [lane, feeling] {
            lanes.lanes.get_mut(&lane).unwrap().folded = true;
        }
        assert_eq!(said(&lanes), [true, true]);
        map.stages.get_mut(&stage).unwrap().folded = true;
        assert_eq!(said(&map), [true, true]);
    }

    #[test]
    fn a_page_says_how_the_rates_of_a_folded_lane_were_counted() {
        let mut map = sample::map();
        let (id, mut lane) = map
            .lanes_in_order()
            .into_iter()
            .find(|(_, lane)| lane.kind == LaneKind::DropOff)
            .map(|(id, lane)| (id, lane.clone()))
            .unwrap();
        let (_, measurement) = map.measurement().unwrap();
        let short = Definition::of(measurement, None).short();
        let begins: String = short.chars().take(16).collect();
        let says_how = |map: &Map| {
            let leaf = Leaf::single(PageSize::Slide);
            let (scene, _) = arrange_leaf(
                map,
                &Lens::default().into(),
                &Theme::light(),
                &Shaper::bundled(),
                &leaf,
                &Watch::default(),
            );
            format!("{:?}", scene.items).contains(&begins)
        };
        assert!(says_how(&map));
        lane.folded = true;
        map.apply(Edit::of(Verb::Fold, vec![Change::Lane(id, Some(lane))])).unwrap();
        assert!(says_how(&map));
    }

    #[test]
    fn a_folded_stage_is_a_strip_that_tells_how_much_each_lane_holds() {
        let map = sample::map();
        let stage = map.stages_in_order()[2].0;
        let laid = |map: &Map| {
            crate::layout::arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0)
        };
        let mut folded = map.clone();
        let strip = Stage { folded: true, ..map.stages[&stage].clone() };
        folded.apply(Edit::of(Verb::Fold, vec![Change::Stage(stage, Some(strip))])).unwrap();
        let (open, shut) = (laid(&map), laid(&folded));
        let width =
            |board: &crate::layout::Board| board.columns.iter().find(|column| column.stage == stage).unwrap().width;
        assert_eq!(width(&shut), 88.0);
        assert!(width(&open) > 140.0);
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let cards = map.card_ids_in(stage, lane);
        let is_drawn = |card: &TouchpointId| shut.rect_of(Tag::new(Kind::Touchpoint, card.0)).is_some();
        assert!(!cards.is_empty() && !cards.iter().any(is_drawn));
        let told = RecordKind::Touchpoint.counted(cards.len());
        assert!(format!("{:?}", shut.scene.items).contains(&told), "{told}");
        // The curve and the river run on, and what is let go of over the strip lands in the stage.
        assert!(cards.iter().all(|card| shut.rect_of(Tag::new(Kind::Emotion, card.0)).is_some()
            == open.rect_of(Tag::new(Kind::Emotion, card.0)).is_some()));
        assert!(shut.rect_of(Tag::new(Kind::DropOff, stage.0)).is_some());
        let cell = shut.cell_rect(stage, lane).unwrap();
        assert_eq!(shut.slot_at(cell.center()).unwrap().stage, stage);
    }
}
