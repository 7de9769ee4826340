//! A board in the structure of a document: the table that it is, its stages the columns and its lanes the rows, read lane by
//! lane as on the page.
//!
//! Knows the painter only as what is done with an item. Order and place of what is painted stay as they are; what is read of
//! it goes to the cell that it belongs to.

use crate::scene::{Item, Kind, Rect, Role, Tagged};
use krilla::tagging::{Node, TableHeaderScope, Tag, TagGroup};

/// Does what there is to do with an item, and puts what is read of it into the list.
type Paint<'p> = dyn FnMut(&Item, &mut Vec<Node>) + 'p;

/// A board among the items of a page.
pub(super) struct Board {
    columns: Vec<Column>,
}

/// A stage, by its number, and its extent from left to right.
struct Column {
    stage: u64,
    place: Rect,
}

/// What is read of one row.
struct Row {
    head: Vec<Node>,
    cells: Vec<Vec<Node>>,
}

impl Board {
    /// The board that these items are: with headings of stages and with lanes. `None` for any others.
    pub fn of(items: &[Item]) -> Option<Board> {
        let mut columns = Vec::new();
        let mut has_lanes = false;
        for item in items {
            let Item::Tagged(tagged) = item else { continue };
            has_lanes |= is_lane(tagged);
            if is_stage(tagged) {
                columns.push(Column { stage: tagged.tag.id, place: tagged.bounds });
            }
        }
        (has_lanes && !columns.is_empty()).then_some(Board { columns })
    }

    /// Paints the items in their order and puts the table into `nodes`, and behind it what lies over the board.
    pub fn read(&self, items: &[Item], nodes: &mut Vec<Node>, paint: &mut Paint<'_>) {
        let mut head = self.row();
        let mut rows = Vec::new();
        let mut over = Vec::new();
        for item in items {
            match item {
                Item::Tagged(tagged) if is_stage(tagged) => paint(item, self.cell(&mut head, tagged)),
                Item::Tagged(tagged) if is_lane(tagged) => rows.push(self.lane(tagged, paint)),
                Item::Tagged(_)
                | Item::Group(_)
                | Item::Text(_)
                | Item::Paragraph(_)
                | Item::Rect(_)
                | Item::Path(_)
                | Item::Image(_) => {
                    // Above the lanes' names stands whose board it is.
                    paint(item, if rows.is_empty() { &mut head.head } else { &mut over });
                }
            }
        }
        let columns = head.cells.into_iter().map(|cell| header(TableHeaderScope::Column, cell));
        let mut first = vec![TagGroup::with_children(Tag::TD, head.head).into()];
        first.extend(columns);
        let lanes = rows.into_iter().map(|row| {
            let cells = row.cells.into_iter().map(|cell| TagGroup::with_children(Tag::TD, cell).into());
            let mut lane = vec![header(TableHeaderScope::Row, row.head)];
            lane.extend(cells);
            group(TagGroup::with_children(Tag::TR, lane))
        });
        let head = group(TagGroup::with_children(Tag::THead, vec![group(TagGroup::with_children(Tag::TR, first))]));
        let body = group(TagGroup::with_children(Tag::TBody, lanes.collect()));
        nodes.push(group(TagGroup::with_children(Tag::Table, vec![head, body])));
        nodes.append(&mut over);
    }

    fn row(&self) -> Row {
        Row { head: Vec::new(), cells: self.columns.iter().map(|_| Vec::new()).collect() }
    }

    fn lane(&self, lane: &Tagged, paint: &mut Paint<'_>) -> Row {
        let mut row = self.row();
        for item in lane.items.iter() {
            match item {
                Item::Tagged(tagged) => paint(item, self.cell(&mut row, tagged)),
                Item::Text(line) => paint(item, self.at(&mut row, line.bounds())),
                Item::Paragraph(words) => paint(item, self.at(&mut row, words.bounds())),
                Item::Rect(_) | Item::Path(_) | Item::Image(_) | Item::Group(_) => paint(item, &mut row.head),
            }
        }
        row
    }

    /// Where a part is read: in its stage's column, or, where it runs through several, with the lane's name.
    fn cell<'r>(&self, row: &'r mut Row, part: &Tagged) -> &'r mut Vec<Node> {
        let is_of_stage = |column: &Column| column.stage == part.tag.id;
        let by_number = match part.tag.kind {
            Kind::Cell | Kind::Stage | Kind::DropOff | Kind::Channel => self.columns.iter().position(is_of_stage),
            Kind::Map
            | Kind::StageEdge
            | Kind::LaneEdge
            | Kind::Lane
            | Kind::Touchpoint
            | Kind::Question
            | Kind::Remark
            | Kind::Backstage
            | Kind::Picture
            | Kind::PainPoint
            | Kind::Action
            | Kind::Flag
            | Kind::Emotion
            | Kind::ToBe
            | Kind::Sticky
            | Kind::Connector
            | Kind::Loop
            | Kind::Drawing
            | Kind::Step
            | Kind::Metric
            | Kind::Figure
            | Kind::Title => None,
        };
        match by_number {
            Some(nth) => row.cells.get_mut(nth).unwrap_or(&mut row.head),
            None => self.at(row, part.bounds),
        }
    }

    /// The column under the middle of a place that is no wider than its column.
    fn at<'r>(&self, row: &'r mut Row, place: Rect) -> &'r mut Vec<Node> {
        let middle = place.center().x;
        let holds = |column: &Column| {
            let Rect { x, width, .. } = column.place;
            middle >= x && middle < x + width && place.width <= width
        };
        match self.columns.iter().position(holds) {
            Some(nth) => row.cells.get_mut(nth).unwrap_or(&mut row.head),
            None => &mut row.head,
        }
    }
}

fn is_stage(part: &Tagged) -> bool {
    part.tag.kind == Kind::Stage && matches!(part.role, Role::Heading(_))
}

fn is_lane(part: &Tagged) -> bool {
    part.tag.kind == Kind::Lane && part.role == Role::Section
}

fn header(scope: TableHeaderScope, children: Vec<Node>) -> Node {
    group(TagGroup::with_children(Tag::TH(scope), children))
}

fn group(group: TagGroup) -> Node {
    group.into()
}
