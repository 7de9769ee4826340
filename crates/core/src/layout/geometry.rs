//! Where things are on the editor's board, and where something that is let go of would land.

use super::names::Names;
use super::noted::part_of;
use super::place::StepSpan;
use crate::model::{Holds, LaneId, LaneKind, Score, StageId, StepId};
use crate::scene::{Kind, Parts, Point, Rect, Scene, Tag};

/// The editor's board: the picture, and its grid in scene space.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    pub scene: Scene,
    /// Stages from left to right.
    pub columns: Vec<ColumnSpan>,
    /// Visible lanes from top to bottom.
    pub rows: Vec<RowSpan>,
    /// Which places of cells belong to steps, from left to right and from top to bottom.
    pub steps: Vec<StepSpan>,
    /// The row of stage headers, with the steps below them.
    pub header: Rect,
    /// How heights in the feeling lane are to be read, where there is one.
    pub feeling: Option<FeelingScale>,
    /// Stage headers and lane names by themselves.
    names: Names,
    /// Every tagged part, back to front.
    parts: Parts,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnSpan {
    pub stage: StageId,
    pub x: f32,
    pub width: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowSpan {
    pub lane: LaneId,
    pub kind: LaneKind,
    pub y: f32,
    pub height: f32,
}

/// Map units and emotions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeelingScale {
    pub lane: LaneId,
    /// Where 0.0 is.
    pub middle_y: f32,
    /// One whole step.
    pub units_per_score: f32,
}

/// A place in a cell where a record would land.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    pub stage: StageId,
    pub lane: LaneId,
    pub kind: LaneKind,
    /// The step that it would belong to.
    pub step: Option<StepId>,
    /// The record that it would stand above; at the end of the cell, or of the step, for `None`.
    pub before: Option<Tag>,
    /// The whole cell, or what the step has of it.
    pub cell: Rect,
    /// The line to draw between two records, centred in the gap: as wide as a card where they stand under each other, as high
    /// as their row where they stand side by side.
    pub line: Rect,
}

/// A place among the stages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageSlot {
    /// How many stages stand to the left.
    pub index: usize,
    /// The stage that it would stand left of; at the end for `None`.
    pub before: Option<StageId>,
    /// The line to draw between two stages, over the whole board.
    pub line: Rect,
}

const LINE: f32 = 3.0;

impl Board {
    pub(super) fn new(
        scene: Scene,
        names: Names,
        parts: Parts,
        (columns, rows, steps): (Vec<ColumnSpan>, Vec<RowSpan>, Vec<StepSpan>),
        header: Rect,
        feeling: Option<FeelingScale>,
    ) -> Self {
        Self { scene, columns, rows, steps, header, feeling, names, parts }
    }

    /// Every tagged part of the scene, found by place or by record.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Stage headers and lane names by themselves, each where it stands on the board.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Where a record is drawn. A flag is drawn on its card and in the compliance lane: the first of them.
    pub fn rect_of(&self, tag: Tag) -> Option<Rect> {
        self.parts.find(tag).map(|part| part.rect)
    }

    /// Where a record's title is drawn, for editing in place.
    pub fn title_of(&self, kind: Kind, id: u64) -> Option<Rect> {
        self.rect_of(Tag::pair(Kind::Title, id, kind as u64))
    }

    /// The frontmost part at a place, of those that `wanted` takes.
    pub fn hit(&self, pos_in_scene: Point, wanted: impl Fn(Tag) -> bool) -> Option<(Tag, Rect)> {
        self.parts.hit(pos_in_scene, |part| wanted(part.tag())).map(|part| (part.tag(), part.rect))
    }

    /// The stage whose column, header included, lies at a place.
    pub fn stage_at(&self, x: f32) -> Option<StageId> {
        self.columns.iter().find(|column| x >= column.x && x < column.x + column.width).map(|column| column.stage)
    }

    pub fn row_at(&self, y: f32) -> Option<&RowSpan> {
        self.rows.iter().find(|row| y >= row.y && y < row.y + row.height)
    }

    /// The rectangle where a stage and a lane cross.
    pub fn cell_rect(&self, stage: StageId, lane: LaneId) -> Option<Rect> {
        let column = self.columns.iter().find(|column| column.stage == stage)?;
        let row = self.rows.iter().find(|row| row.lane == lane)?;
        Some(Rect::new(column.x, row.y, column.width, row.height))
    }

    /// The cell at a place, and between which of its records a new one would land.
    pub fn slot_at(&self, pos_in_scene: Point) -> Option<Slot> {
        let stage = self.stage_at(pos_in_scene.x)?;
        let row = *self.row_at(pos_in_scene.y)?;
        self.slot_in(stage, row.lane, pos_in_scene)
    }

    /// The same for a cell that is known, at a place that may lie outside it.
    pub fn slot_in(&self, stage: StageId, lane: LaneId, pos_in_scene: Point) -> Option<Slot> {
        let cell = self.cell_rect(stage, lane)?;
        let kind = self.rows.iter().find(|row| row.lane == lane)?.kind;
        let of_step = self.step_at(stage, lane, pos_in_scene);
        let (cell, step) = of_step.map_or((cell, None), |span| (span.rect, span.step));
        let held = self.held_in(cell, kind);
        let rows: Vec<&[(Tag, Rect)]> = held.chunk_by(|left, right| is_beside(&left.1, &right.1)).collect();
        let (before, line) = match rows.iter().any(|row| row.len() > 1) {
            true => beside(&rows, pos_in_scene)?,
            false => below(&held, &cell, pos_in_scene.y),
        };
        Some(Slot { stage, lane, kind, step, before, cell, line })
    }

    /// What belongs to a step at a place of a cell, or nearest to it; None in a stage without steps.
    fn step_at(&self, stage: StageId, lane: LaneId, pos: Point) -> Option<&StepSpan> {
        let away = |span: &&StepSpan| {
            let Rect { x, y, .. } = span.rect;
            let across = (x - pos.x).max(pos.x - span.rect.right()).max(0.0);
            let down = (y - pos.y).max(pos.y - span.rect.bottom()).max(0.0);
            across + down
        };
        let here = self.steps.iter().filter(|span| span.stage == stage && span.lane == lane);
        here.min_by(|a, b| away(a).total_cmp(&away(b)))
    }

    /// How many of a cell's records stand side by side in each of its rows, from top to bottom.
    pub fn rows_of(&self, stage: StageId, lane: LaneId) -> Vec<usize> {
        let kind = self.rows.iter().find(|row| row.lane == lane).map(|row| row.kind);
        let held = self.cell_rect(stage, lane).zip(kind).map(|(cell, kind)| self.held_in(cell, kind));
        let held = held.unwrap_or_default();
        held.chunk_by(|left, right| is_beside(&left.1, &right.1)).map(<[_]>::len).collect()
    }

    /// The records of a cell, row by row from the top.
    fn held_in(&self, cell: Rect, kind: LaneKind) -> Vec<(Tag, Rect)> {
        let held = match kind.holds() {
            Holds::Cards => Kind::Touchpoint,
            Holds::List(kind) => part_of(kind),
            Holds::Feelings | Holds::Losses | Holds::Flags | Holds::Channels => return Vec::new(),
        };
        let parts = self.parts.overlapping(cell).map(|part| (part.tag(), part.rect));
        parts.filter(|(tag, rect)| tag.kind == held && cell.contains(rect.center())).collect()
    }

    /// Between which stages something would land at a place, anywhere on the board.
    pub fn stage_slot_at(&self, x: f32) -> StageSlot {
        let index = self.columns.iter().take_while(|column| x >= column.x + column.width / 2.0).count();
        let before = self.columns.get(index);
        let end = self.columns.last().map_or(self.header.x, |last| last.x + last.width);
        let at = before.map_or(end, |column| column.x);
        let line = Rect::new((at - LINE / 2.0).min(self.scene.size.width - LINE), 0.0, LINE, self.scene.size.height);
        StageSlot { index, before: before.map(|column| column.stage), line }
    }

    /// Before which lane another would land at a height, at the bottom for `None`, and the line to draw there.
    pub fn lane_slot_at(&self, y: f32) -> (Option<LaneId>, Rect) {
        let before = self.rows.iter().find(|row| y < row.y + row.height / 2.0);
        let end = self.rows.last().map_or(self.header.bottom(), |last| last.y + last.height);
        let at = before.map_or(end, |row| row.y);
        let line = Rect::new(0.0, (at - LINE / 2.0).min(self.scene.size.height - LINE), self.scene.size.width, LINE);
        (before.map(|row| row.lane), line)
    }

    /// The emotion at a height of the feeling lane, in tenths.
    pub fn score_at(&self, y: f32) -> Option<Score> {
        let scale = self.feeling?;
        Some(Score::from_tenths(((scale.middle_y - y) / scale.units_per_score * 10.0).round() as i32))
    }
}

/// Whether a record stands right of another in one row: they begin at one height.
fn is_beside(left: &Rect, right: &Rect) -> bool {
    right.x >= left.right() && (right.y - left.y).abs() < 0.5
}

/// Between which of the records that stand under each other.
fn below(held: &[(Tag, Rect)], cell: &Rect, y: f32) -> (Option<Tag>, Rect) {
    let before = held.iter().find(|(_, rect)| y < rect.center().y);
    let above = held.iter().rev().find(|(_, rect)| y >= rect.center().y);
    let middle = match (above, before) {
        (Some((_, above)), Some((_, below))) => (above.bottom() + below.y) / 2.0,
        (None, Some((_, below))) => below.y - 4.0,
        (Some((_, above)), None) => above.bottom() + 4.0,
        (None, None) => cell.y + 8.0,
    };
    let line = Rect::new(cell.x + 10.0, middle - LINE / 2.0, (cell.width - 20.0).max(1.0), LINE);
    (before.map(|(tag, _)| *tag), line)
}

/// Between which of the records that stand in rows: those of the row at that height, or after the last of it. Below the last
/// row is the end.
fn beside(rows: &[&[(Tag, Rect)]], pos: Point) -> Option<(Option<Tag>, Rect)> {
    let bottom = |row: &[(Tag, Rect)]| row.iter().map(|(_, rect)| rect.bottom()).fold(f32::MIN, f32::max);
    let nth = rows.iter().position(|row| pos.y < bottom(row) + 3.5);
    let row = *nth.map_or(rows.last(), |nth| rows.get(nth))?;
    let place = match nth {
        Some(_) => row.iter().take_while(|(_, rect)| pos.x >= rect.center().x).count(),
        None => row.len(),
    };
    let left = place.checked_sub(1).and_then(|place| row.get(place));
    let middle = match (left, row.get(place)) {
        (Some((_, left)), Some((_, right))) => (left.right() + right.x) / 2.0,
        (None, Some((_, right))) => right.x - 4.0,
        (Some((_, left)), None) => left.right() + 4.0,
        (None, None) => return None,
    };
    let after = || nth.and_then(|nth| rows.get(nth + 1)).and_then(|next| next.first());
    let before = row.get(place).or_else(after).map(|(tag, _)| *tag);
    let top = row.first().map_or(0.0, |(_, rect)| rect.y);
    Some((before, Rect::new(middle - LINE / 2.0, top, LINE, (bottom(row) - top).max(1.0))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Lens, arrange_board};
    use crate::text::Shaper;
    use crate::theme::Theme;

    const CARDS: LaneId = LaneId(100);

    fn board() -> Board {
        arrange_board(&sample::map(), &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0)
    }

    fn card(id: u64) -> Tag {
        Tag::new(Kind::Touchpoint, id)
    }

    #[test]
    fn a_card_lands_above_the_card_whose_middle_is_below_the_pointer() {
        let board = board();
        let (first, second, third) = (card(10), card(11), card(12));
        let rect = |tag| board.rect_of(tag).unwrap();
        let x = rect(first).center().x;
        let before = |y: f32| board.slot_at(Point::new(x, y)).unwrap().before;
        let row = board.rows[0];
        assert_eq!(before(row.y + 1.0), Some(first));
        assert_eq!(before(rect(first).center().y - 1.0), Some(first));
        assert_eq!(before(rect(first).center().y + 1.0), Some(second));
        assert_eq!(before(rect(second).bottom() + 1.0), Some(third));
        assert_eq!(before(row.y + row.height - 1.0), None);
    }

    #[test]
    fn a_slots_line_lies_in_the_gap_that_it_stands_for() {
        let board = board();
        let (first, second) = (board.rect_of(card(10)).unwrap(), board.rect_of(card(11)).unwrap());
        let slot = board.slot_in(StageId(1), CARDS, Point::new(0.0, second.y)).unwrap();
        assert!(slot.line.y >= first.bottom() && slot.line.bottom() <= second.y, "{:?}", slot.line);
        let last = board.slot_in(StageId(1), CARDS, Point::new(0.0, 1e6)).unwrap();
        assert_eq!((last.before, last.stage, last.lane), (None, StageId(1), CARDS));
        let cell = last.cell;
        assert!(last.line.y > second.bottom() && last.line.x > cell.x && last.line.right() < cell.right());
    }

    /// The sample with a stage of its width and so many cards in the first cell.
    fn crowded(width: Option<u16>, cards: u64) -> Board {
        titled(width, cards, |_| "Trailer")
    }

    fn titled(width: Option<u16>, cards: u64, title: fn(usize) -> &'static str) -> Board {
        let mut map = sample::map();
        map.stages.get_mut(&StageId(1)).unwrap().width = width;
        let first = map.touchpoints_in(StageId(1), CARDS)[0].1.clone();
        map.touchpoints.retain(|_, card| card.stage != StageId(1));
        let ids: Vec<u64> = map.touchpoints.keys().map(|id| id.0).collect();
        map.flags.retain(|_, flag| match flag.on {
            crate::model::FlagTarget::Touchpoint(id) => ids.contains(&id.0),
            _ => true,
        });
        map.actions.values_mut().for_each(|action| action.touchpoint = None);
        map.pain_points.values_mut().for_each(|pain| pain.touchpoint = None);
        for (nth, rank) in crate::model::Rank::spread(cards as usize).into_iter().enumerate() {
            let title = title(nth).to_owned();
            let card = crate::model::Touchpoint { rank, title, ..first.clone() };
            map.touchpoints.insert(crate::model::TouchpointId(500 + nth as u64), card);
        }
        arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 0.0)
    }

    #[test]
    fn a_few_cards_stand_under_each_other_and_many_in_rows_read_from_left_to_right() {
        let across = |width, cards| {
            let board = crowded(width, cards);
            let row = board.rows_of(StageId(1), CARDS)[0];
            let columns: Vec<f32> = board.columns.iter().map(|column| column.width).collect();
            (row, columns[0], columns[1])
        };
        assert_eq!(across(None, 3), (1, 204.0, 204.0));
        assert_eq!(across(None, 6), (1, 204.0, 204.0));
        assert_eq!(across(None, 7), (2, 304.0, 204.0), "a stage of many is a block, and the others stay");
        assert_eq!(across(None, 19).0, 3);
        assert_eq!(across(Some(204), 12), (1, 204.0, 204.0), "a person's own width stands");
        assert_eq!((across(Some(320), 3).0, across(Some(320), 4).0), (1, 2));
        assert_eq!((across(Some(470), 6).0, across(Some(470), 7).0), (2, 3));
        let board = crowded(None, 10);
        let rects: Vec<Rect> = (500..510).map(|id| board.rect_of(card(id)).unwrap()).collect();
        assert!(rects.windows(2).all(|pair| is_beside(&pair[0], &pair[1]) != (pair[1].y > pair[0].y)), "{rects:?}");
        assert_eq!(board.rows_of(StageId(1), CARDS), [2; 5]);
    }

    #[test]
    fn a_card_whose_word_would_be_broken_in_a_row_has_one_of_its_own() {
        const LONG: &str = "Die Datenschutzgrundverordnung lesen";
        let board = titled(Some(310), 9, |nth| if nth == 3 { LONG } else { "Mail" });
        assert_eq!(board.rows_of(StageId(1), CARDS), [2, 1, 1, 2, 2, 1]);
        let rect = board.rect_of(card(503)).unwrap();
        assert!(rect.width > 280.0, "{rect:?}");
        // Where nobody gave the stage a width it is wider, and words that are not too long stand in the rows.
        let board = titled(None, 9, |_| "Datenschutzbeauftragter");
        assert_eq!(board.rows_of(StageId(1), CARDS), [1; 9]);
        let board = titled(None, 9, |_| "Recommendations matter");
        assert_eq!(board.rows_of(StageId(1), CARDS), [2, 2, 2, 2, 1]);
    }

    #[test]
    fn a_card_lands_between_the_cards_of_a_row_where_the_line_is() {
        let board = crowded(None, 9);
        let rect = |id| board.rect_of(card(id)).unwrap();
        let slot = |x: f32, y: f32| board.slot_at(Point::new(x, y)).unwrap();
        let (first, second, third) = (rect(500), rect(501), rect(502));
        let before = slot(first.x + 3.0, first.center().y);
        assert!(before.before == Some(card(500)) && before.line.right() < first.x + 1.0);
        let between = slot(second.x + 3.0, second.center().y);
        assert_eq!(between.before, Some(card(501)));
        assert!(between.line.x >= first.right() && between.line.right() <= second.x, "{:?}", between.line);
        assert_eq!((between.line.y, between.line.width), (first.y, LINE));
        let after = slot(second.right() - 3.0, second.center().y);
        assert!(after.before == Some(card(502)) && after.line.x > second.right());
        assert_eq!(slot(third.x + 3.0, third.center().y).before, Some(card(502)));
        let last = rect(508);
        assert_eq!(slot(last.right() + 20.0, last.center().y).before, None);
        let below = board.slot_in(StageId(1), CARDS, Point::new(first.x, 1e6)).unwrap();
        assert!(below.before.is_none() && below.line.x > last.right());
    }

    #[test]
    fn slots_of_other_lanes_name_their_own_records() {
        let board = board();
        let row = board.rows.iter().find(|row| row.kind == LaneKind::Actions).copied().unwrap();
        let action = board.rect_of(Tag::new(Kind::Action, 3)).unwrap();
        let slot = board.slot_at(Point::new(action.center().x, action.y + 1.0)).unwrap();
        assert_eq!((slot.stage, slot.lane, slot.before), (StageId(3), row.lane, Some(Tag::new(Kind::Action, 3))));
        let outside =
            [Point::new(5.0, action.y), Point::new(400.0, 10.0), Point::new(1e5, 200.0), Point::new(400.0, -1e5)];
        assert!(outside.into_iter().all(|pos| board.slot_at(pos).is_none()));
    }

    #[test]
    fn a_stage_lands_left_of_the_one_whose_middle_is_right_of_the_pointer() {
        let board = board();
        let column = board.columns[2];
        let (left, right) = (column.x + 1.0, column.x + column.width - 1.0);
        assert_eq!(board.stage_slot_at(left).before, Some(StageId(3)));
        assert_eq!((board.stage_slot_at(right).index, board.stage_slot_at(right).before), (3, Some(StageId(4))));
        assert_eq!(board.stage_slot_at(-50.0).index, 0);
        let end = board.stage_slot_at(1e6);
        assert_eq!((end.index, end.before), (5, None));
        assert!(end.line.right() <= board.scene.size.width + 0.01);
    }

    #[test]
    fn a_faces_height_is_its_emotion() {
        let board = board();
        let face = board.rect_of(Tag::new(Kind::Emotion, 30)).unwrap();
        assert_eq!(board.score_at(face.center().y), Some(Score::from_tenths(-20)));
        assert_eq!(board.score_at(-1e6), Some(Score::from_tenths(30)));
    }

    #[test]
    fn a_hit_passes_over_parts_that_are_not_wanted() {
        let board = board();
        let title = board.title_of(Kind::Touchpoint, 10).unwrap();
        let pos = Point::new(title.x + 2.0, title.center().y);
        assert_eq!(board.hit(pos, |_| true).map(|(tag, _)| tag.kind), Some(Kind::Title));
        let whole = board.hit(pos, |tag| tag.kind != Kind::Title).unwrap();
        assert_eq!(whole.0, card(10));
        let empty = board.cell_rect(StageId(4), LaneId(103)).unwrap().center();
        assert_eq!(board.hit(empty, |_| true).map(|(tag, _)| tag), Some(Tag::pair(Kind::Cell, 4, 103)));
    }
}
