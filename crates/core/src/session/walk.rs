//! Walking the board by arrow keys and Tab.
//!
//! A stage is a column of stops: its header, then in every shown lane the records there; a cell of a touchpoints lane
//! without cards is a stop too, so that it can be pasted into. Where cards stand side by side, as the board that was laid last
//! says, left and right go along their row and up and down to the rows above and below. At a row's end they go on to the stage
//! beside it: they keep the lane and, as far as there are as many, the row in it. From an empty place that was clicked they go to what the lane has in the stage beside it, or to
//! the empty place there.

use super::adding::stage_of;
use super::{Command, Effect, Session};
use crate::edit::Cell;
use crate::layout::Board;
use crate::model::*;
use crate::text::is_right_to_left;
use std::collections::BTreeSet;

/// Where to go on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Left,
    Right,
    Up,
    Down,
}

impl Direction {
    /// Where it leads on a board that is turned over for those who read from the right: arrows go by what is seen.
    pub fn on_board(self, map: &Map) -> Self {
        match self {
            Self::Left if is_right_to_left(&map.meta.language) => Self::Right,
            Self::Right if is_right_to_left(&map.meta.language) => Self::Left,
            Self::Left | Self::Right | Self::Up | Self::Down => self,
        }
    }

    /// Whether it goes forward, when it goes sideways.
    pub fn sideways(self) -> Option<bool> {
        match self {
            Self::Left => Some(false),
            Self::Right => Some(true),
            Self::Up | Self::Down => None,
        }
    }

    /// Whether it goes forward (down), when it goes upright.
    pub fn upright(self) -> Option<bool> {
        match self {
            Self::Up => Some(false),
            Self::Down => Some(true),
            Self::Left | Self::Right => None,
        }
    }
}

impl Command {
    /// Whether it walks the board as that lies, so that [`super::Intent::Lies`] goes before it.
    pub fn walks(self) -> bool {
        let walks = [Self::WalkLeft, Self::WalkRight, Self::WalkUp, Self::WalkDown];
        let extends = [Self::ExtendLeft, Self::ExtendRight, Self::ExtendUp, Self::ExtendDown];
        walks.contains(&self) || extends.contains(&self)
    }
}

/// One place to stand on.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stop {
    Record(RecordRef),
    Cell(Cell),
}

/// The stops of one lane in one stage; the header is a lane of its own.
type Row = Vec<Stop>;

/// The stops of one lane in one stage as they stand, row by row.
type Grid = Vec<Vec<Stop>>;

impl Session {
    pub(super) fn walk(&mut self, to: Direction, effects: &mut Vec<Effect>) {
        let to = to.on_board(&self.map);
        let columns = columns(&self.map);
        let board = self.lies.take();
        let next = match (self.standing(&columns), self.selection.cell()) {
            (Some(here), _) => walked(&self.map, &columns, here, to, board.as_deref()),
            (None, Some(cell)) => walked_from_cell(&self.map, &columns, cell, to),
            (None, None) => columns.first().and_then(|rows| rows.iter().flatten().next()).copied(),
        };
        self.stand_on(next, effects);
    }

    /// Takes what an arrow would walk to into the selection as well; what is selected there already, coming back, lets go of
    /// what one stood on. Empty places are passed over.
    pub(super) fn extend_walk(&mut self, to: Direction, effects: &mut Vec<Effect>) {
        let to = to.on_board(&self.map);
        let columns = columns(&self.map);
        let board = self.lies.take();
        let Some(mut here) = self.standing(&columns) else {
            self.walk(to.on_board(&self.map), effects);
            return;
        };
        let Some(main) = self.selection.main() else { return };
        let next = loop {
            match walked(&self.map, &columns, here, to, board.as_deref()) {
                Some(Stop::Record(next)) => break next,
                Some(empty) => match place_of(&columns, empty) {
                    Some(place) => here = place,
                    None => return,
                },
                None => return,
            }
        };
        if self.selection.contains(next) {
            self.selection.toggle(main);
            self.selection.toggle(next);
        }
        self.selection.extend([next]);
        effects.push(Effect::Reveal(next));
    }

    /// To the next or the last record in reading order: stage by stage from top to bottom, then the sticky notes.
    pub(super) fn walk_reading(&mut self, forward: bool, effects: &mut Vec<Effect>) {
        let order = reading_order(&self.map);
        let here = self.selection.main().and_then(|main| order.iter().position(|record| *record == main));
        let next = match (here, forward) {
            (Some(place), true) => order.get(place + 1).or(order.first()),
            (Some(place), false) => place.checked_sub(1).and_then(|place| order.get(place)).or(order.last()),
            (None, true) => order.first(),
            (None, false) => order.last(),
        };
        self.stand_on(next.map(|record| Stop::Record(*record)), effects);
    }

    /// What to select after records are deleted: the next in the same lane and stage, else the one before, else the
    /// stage.
    pub(super) fn neighbour_after(&self, records: &[RecordRef]) -> Option<RecordRef> {
        let main = *records.last()?;
        let columns = columns(&self.map);
        let row = columns.iter().flatten().find(|row| row.contains(&Stop::Record(main)))?;
        let place = row.iter().position(|stop| *stop == Stop::Record(main))?;
        let (before, after) = row.split_at(place);
        let left = |stop: &&Stop| matches!(stop, Stop::Record(record) if !records.contains(record));
        let next = after.iter().find(left).or_else(|| before.iter().rev().find(left));
        match next {
            Some(Stop::Record(record)) => Some(*record),
            _ => stage_of(&self.map, main).map(RecordRef::Stage).filter(|stage| !records.contains(stage)),
        }
    }

    fn stand_on(&mut self, stop: Option<Stop>, effects: &mut Vec<Effect>) {
        match stop {
            Some(Stop::Record(record)) => {
                self.selection.set([record]);
                effects.push(Effect::Reveal(record));
            }
            Some(Stop::Cell(cell)) => {
                self.selection.set_cell(cell);
                effects.push(Effect::Reveal(RecordRef::Stage(cell.stage)));
            }
            None => {}
        }
    }

    /// Column, row and place of the main selection.
    fn standing(&self, columns: &[Vec<Row>]) -> Option<(usize, usize, usize)> {
        let stop = match self.selection.main() {
            Some(main) => Stop::Record(main),
            None => Stop::Cell(self.selection.cell()?),
        };
        place_of(columns, stop)
    }
}

/// Column, row and place of a stop.
fn place_of(columns: &[Vec<Row>], stop: Stop) -> Option<(usize, usize, usize)> {
    columns.iter().enumerate().find_map(|(column, rows)| {
        rows.iter()
            .enumerate()
            .find_map(|(row, stops)| stops.iter().position(|other| *other == stop).map(|place| (column, row, place)))
    })
}

fn walked(
    map: &Map,
    columns: &[Vec<Row>],
    (column, row, place): (usize, usize, usize),
    to: Direction,
    board: Option<&Board>,
) -> Option<Stop> {
    let grid = |column: usize, row: usize| -> Grid {
        let stops = columns.get(column).and_then(|rows| rows.get(row)).map_or(&[][..], Vec::as_slice);
        as_they_stand(stops, board.map_or_else(Vec::new, |board| rows_of(map, columns, board, (column, row))))
    };
    let here = grid(column, row);
    let (line, nth) = here.iter().enumerate().find_map(|(line, stops)| {
        let before: usize = here.iter().take(line).map(Vec::len).sum();
        (place < before + stops.len()).then(|| (line, place - before))
    })?;
    let in_line = |stops: &Vec<Stop>| stops.get(nth).or(stops.last()).copied();
    match to {
        Direction::Down => {
            let rows = columns.get(column)?.len();
            let below = here.get(line + 1).and_then(in_line);
            below.or_else(|| (row + 1..rows).find_map(|row| grid(column, row).first().and_then(in_line)))
        }
        Direction::Up => {
            let above = line.checked_sub(1).and_then(|line| here.get(line)).and_then(in_line);
            above.or_else(|| (0..row).rev().find_map(|row| grid(column, row).last().and_then(in_line)))
        }
        Direction::Right => {
            let beside = here.get(line).and_then(|stops| stops.get(nth + 1)).copied();
            let in_lane = |column| {
                let grid = grid(column, row);
                grid.get(line).or(grid.last()).and_then(|stops| stops.first()).copied()
            };
            beside.or_else(|| (column + 1..columns.len()).find_map(in_lane))
        }
        Direction::Left => {
            let beside = nth.checked_sub(1).and_then(|nth| here.get(line)?.get(nth)).copied();
            let in_lane = |column| {
                let grid = grid(column, row);
                grid.get(line).or(grid.last()).and_then(|stops| stops.last()).copied()
            };
            beside.or_else(|| (0..column).rev().find_map(in_lane))
        }
    }
}

/// Stops in rows of so many; each in a row of its own where those are not of these stops.
fn as_they_stand(stops: &[Stop], rows: Vec<usize>) -> Grid {
    if rows.iter().sum::<usize>() != stops.len() {
        return stops.iter().map(|stop| vec![*stop]).collect();
    }
    let mut rest = stops;
    let mut grid = Vec::with_capacity(rows.len());
    for count in rows {
        let (row, below) = rest.split_at(count.min(rest.len()));
        grid.push(row.to_vec());
        rest = below;
    }
    grid
}

/// How many stand side by side in each row of a cell, the header's row counted as the first.
fn rows_of(map: &Map, columns: &[Vec<Row>], board: &Board, (column, row): (usize, usize)) -> Vec<usize> {
    let header = columns.get(column).and_then(|rows| rows.first()).and_then(|header| header.first());
    let lane = row.checked_sub(1).and_then(|row| shown_lanes(map).get(row).map(|(lane, _)| *lane));
    let (Some(Stop::Record(RecordRef::Stage(stage))), Some(lane)) = (header, lane) else { return Vec::new() };
    board.rows_of(*stage, lane)
}

/// From a place in a cell where nothing is.
fn walked_from_cell(map: &Map, columns: &[Vec<Row>], cell: Cell, to: Direction) -> Option<Stop> {
    let column =
        columns.iter().position(|rows| rows.first().is_some_and(|row| row.contains(&stage_stop(cell.stage))))?;
    // The header is the first row.
    let row = 1 + shown_lanes(map).iter().position(|(lane, _)| *lane == cell.lane)?;
    let Some(forward) = to.sideways() else {
        let (above, here) = columns.get(column)?.split_at_checked(row)?;
        return match to {
            Direction::Down => here.iter().flatten().next().copied(),
            _ => above.iter().flatten().next_back().copied(),
        };
    };
    let rows = columns.get(if forward { column + 1 } else { column.checked_sub(1)? })?;
    let Some(Stop::Record(RecordRef::Stage(stage))) = rows.first().and_then(|header| header.first()).copied() else {
        return None;
    };
    let there = rows.get(row).and_then(|stops| stops.first()).copied();
    Some(there.unwrap_or(Stop::Cell(Cell::new(stage, cell.lane))))
}

fn stage_stop(stage: StageId) -> Stop {
    Stop::Record(RecordRef::Stage(stage))
}

fn shown_lanes(map: &Map) -> Vec<(LaneId, &Lane)> {
    map.lanes_in_order().into_iter().filter(|(_, lane)| !lane.hidden).collect()
}

/// For every stage its rows: the header, then one row a lane (empty ones included, so that rows match across stages).
fn columns(map: &Map) -> Vec<Vec<Row>> {
    let lanes = shown_lanes(map);
    map.stages_in_order()
        .into_iter()
        .map(|(stage, strip)| {
            let header = vec![stage_stop(stage)];
            let rows = lanes.iter().map(|(lane, record)| match record.folded || strip.folded {
                // What it holds is not seen.
                true => vec![Stop::Cell(Cell::new(stage, *lane))],
                false => row(map, stage, *lane, record.kind),
            });
            std::iter::once(header).chain(rows).collect()
        })
        .collect()
}

fn row(map: &Map, stage: StageId, lane: LaneId, kind: LaneKind) -> Row {
    let records: Vec<RecordRef> = match kind.holds() {
        Holds::Cards => {
            let cards = map.touchpoints_in(stage, lane);
            if cards.is_empty() {
                return vec![Stop::Cell(Cell::new(stage, lane))];
            }
            cards.into_iter().map(|(id, _)| RecordRef::Touchpoint(id)).collect()
        }
        Holds::List(kind) => map.listed_in_lane(kind, stage, lane),
        Holds::Flags => flags_in(map, stage),
        // The curve and the river are walked by their cards and stages.
        Holds::Feelings | Holds::Losses | Holds::Channels => Vec::new(),
    };
    records.into_iter().map(Stop::Record).collect()
}

/// A stage's flags: its own, then those of its cards in their order.
fn flags_in(map: &Map, stage: StageId) -> Vec<RecordRef> {
    let cards = map.touchpoints_of(stage).into_iter().map(|(id, _)| FlagTarget::Touchpoint(id));
    std::iter::once(FlagTarget::Stage(stage))
        .chain(cards)
        .flat_map(|target| map.flags_on(target))
        .map(|(id, _)| RecordRef::Flag(id))
        .collect()
}

/// Every record of a map, the map itself first: then stage by stage the lanes from top to bottom, hidden ones too, then the notes,
/// then what is not on the board.
pub(super) fn every_record(map: &Map) -> Vec<RecordRef> {
    let lanes = map.lanes_in_order();
    let mut all = vec![RecordRef::Map];
    for (stage, _) in map.stages_in_order() {
        all.push(stage.into());
        let rows = lanes.iter().flat_map(|(lane, record)| row(map, stage, *lane, record.kind));
        all.extend(rows.filter_map(|stop| if let Stop::Record(record) = stop { Some(record) } else { None }));
    }
    let mut seen: BTreeSet<RecordRef> = BTreeSet::new();
    all.extend(map.stickies.keys().map(|id| RecordRef::Sticky(*id)));
    all.extend(lanes.iter().map(|(id, _)| RecordRef::Lane(*id)));
    // Flags and lists have no lane in some maps.
    all.extend(RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)));
    all.retain(|record| seen.insert(*record));
    all
}

/// Every shown record, stage by stage from top to bottom, then the sticky notes and what is drawn.
pub(super) fn reading_order(map: &Map) -> Vec<RecordRef> {
    let on_board = columns(map).into_iter().flatten().flatten().filter_map(|stop| match stop {
        Stop::Record(record) => Some(record),
        Stop::Cell(_) => None,
    });
    let notes = map.stickies.keys().map(|id| RecordRef::Sticky(*id));
    on_board.chain(notes).chain(map.drawings.keys().map(|id| RecordRef::Drawing(*id))).collect()
}
