//! An edited sheet put back onto the map that it was made of.

use touchline_words::say;

use super::cells::read;
use super::fields::{Kind, Named, set, stage_field, stage_rows};
use super::{BEFORE_STAGES, FIRST_CELL};
use crate::edit::remove;
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Why a sheet cannot be put back. Rows and columns count from 1, as a spreadsheet shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// The first row is not that of a sheet.
    NoSheet,
    /// None of its stages is one of this map.
    OtherMap,
    /// A cell holds what it cannot.
    Cell { row: usize, column: usize, found: String, expected: String },
    /// Two rows have the same key.
    RowTwice { row: usize, other: usize },
    /// A record stands in two cells.
    RecordTwice { row: usize, column: usize },
    /// The map would break a rule.
    Refused(String),
}

impl std::fmt::Display for SheetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoSheet => write!(f, "{}", say!(sheet_no_sheet, first = FIRST_CELL)),
            Self::OtherMap => write!(f, "{}", say!(sheet_other_map)),
            Self::Cell { row, column, found, expected } => {
                let column = letters(*column);
                write!(f, "{}", say!(sheet_wrong_cell, row, column, found, expected))
            }
            Self::RowTwice { row, other } => {
                write!(f, "{}", say!(sheet_row_twice, other, row))
            }
            Self::RecordTwice { row, column } => {
                let column = letters(*column);
                write!(f, "{}", say!(sheet_record_twice, row, column))
            }
            Self::Refused(why) => write!(f, "{why}"),
        }
    }
}

impl std::error::Error for SheetError {}

/// A column as a spreadsheet calls it: `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        // Below 26, so within a byte.
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// The rows of one block: for each field where it stands and its cells.
type Block<'a> = BTreeMap<String, (usize, &'a [String])>;

/// The blocks of records in the order of the sheet, by kind and slot.
type Blocks<'a> = Vec<((Kind, String), Block<'a>)>;

/// What an edited sheet changes; `None` when nothing.
///
/// # Errors
/// It is no sheet, a cell holds what it cannot, or the map would break a rule.
pub fn read_sheet(map: &Map, rows: &[Vec<String>], ids: &mut IdSource) -> Result<Option<Edit>, SheetError> {
    let head = rows
        .first()
        .filter(|row| row.first().is_some_and(|cell| cell.trim() == FIRST_CELL) && row.len() > BEFORE_STAGES);
    let names = head.and_then(|row| row.get(BEFORE_STAGES..)).ok_or(SheetError::NoSheet)?;
    let mut after = map.to_tables();
    let mut reader = Reader { after: &mut after, ids, emptied: Vec::new(), seen: BTreeSet::new() };
    let (stage_rows, blocks) = gather(map, rows)?;
    let stages = reader.stages(names, &stage_rows)?;
    let mut orders: BTreeMap<(Kind, StageId), Vec<u64>> = BTreeMap::new();
    for ((kind, _), block) in &blocks {
        for (column, stage) in stages.iter().enumerate() {
            let Some(stage) = stage else { continue };
            if let Some(id) = reader.record(*kind, *stage, block, column)? {
                orders.entry((*kind, *stage)).or_default().push(id);
            }
        }
    }
    reader.adopt(&mut orders);
    let emptied = std::mem::take(&mut reader.emptied);
    for ((kind, stage), order) in orders {
        put_in_order(reader.after, kind, stage, &order);
    }
    let gone: Vec<RecordRef> = emptied.into_iter().map(|(kind, id)| kind.record(id)).collect();
    if let Some(removed) = remove(&after, &gone) {
        after.make(removed.edit.changes);
    }
    let changes = map.difference(&after);
    if changes.is_empty() {
        return Ok(None);
    }
    let edit = Edit::new(Verb::TakeOver, vec![RecordRef::Map], changes);
    map.after(&edit).map_err(|error| SheetError::Refused(error.to_string()))?;
    Ok(Some(edit))
}

/// The rows of the stages, and the blocks of records in the order of the sheet.
fn gather<'a>(map: &Map, rows: &'a [Vec<String>]) -> Result<(Block<'a>, Blocks<'a>), SheetError> {
    let mut stages = Block::new();
    let mut blocks: Blocks = Vec::new();
    for (at, row) in rows.iter().enumerate().skip(1) {
        let cell = |at: usize| row.get(at).map(|cell| cell.trim()).unwrap_or_default();
        let cells = row.get(BEFORE_STAGES..).unwrap_or_default();
        let key = if cell(2).is_empty() { key_of(map, cell(0), cell(1)) } else { cell(2).to_owned() };
        let Some((block, field)) = parse(&key) else { continue };
        let target = match block {
            None => &mut stages,
            Some(wanted) => {
                let found = blocks.iter().position(|(known, _)| *known == wanted);
                let found = found.unwrap_or_else(|| {
                    blocks.push((wanted, Block::new()));
                    blocks.len() - 1
                });
                match blocks.get_mut(found) {
                    Some((_, block)) => block,
                    None => continue,
                }
            }
        };
        if let Some((other, _)) = target.insert(field, (at + 1, cells)) {
            return Err(SheetError::RowTwice { row: at + 1, other });
        }
    }
    Ok((stages, blocks))
}

/// The key of a row that a person added: the lane by its title, and `3 title`.
fn key_of(map: &Map, lane: &str, field: &str) -> String {
    let named = read(lane).unwrap_or_default();
    let is_called = |lane: &Lane| lane.title().trim() == named.trim();
    // The sheet may have been written in another language.
    let is = |lane: &Lane| {
        touchline_words::Language::ALL.iter().any(|it| touchline_words::in_language(*it, || is_called(lane)))
    };
    let lane = map.lanes_in_order().into_iter().find(|(_, lane)| is_called(lane) || is(lane));
    let kind = lane.and_then(|(id, lane)| Kind::of_lane(id, lane.kind));
    let field = field.strip_suffix(" number").map_or(field.to_owned(), |slot| format!("{slot} id"));
    kind.map_or(String::new(), |kind| format!("{} +{field}", kind.key()))
}

/// The block of a key (`None`: the stages) and its field.
fn parse(key: &str) -> Option<(Option<(Kind, String)>, String)> {
    if let Some(field) = key.strip_prefix("stage ") {
        return Some((None, field.to_owned()));
    }
    let (kind, rest) = Kind::of_key(key)?;
    let (slot, field) = rest.split_once(' ')?;
    Some((Some((kind, slot.to_owned())), field.to_owned()))
}

struct Reader<'a> {
    after: &'a mut Tables,
    ids: &'a mut IdSource,
    /// Records whose title was emptied.
    emptied: Vec<(Kind, u64)>,
    seen: BTreeSet<(Kind, u64)>,
}

/// The cell of a field in a column, with its row.
fn cell<'a>(block: &Block<'a>, field: &str, column: usize) -> Option<(usize, &'a str)> {
    let (row, cells) = block.get(field)?;
    Some((*row, cells.get(column).map(String::as_str).unwrap_or_default()))
}

fn wrong(row: usize, column: usize, found: &str, expected: impl Into<String>) -> SheetError {
    let found = found.chars().take(40).collect();
    SheetError::Cell { row, column: column + BEFORE_STAGES + 1, found, expected: expected.into() }
}

impl Reader<'_> {
    /// The stage of each column; none where a column has neither a name nor a number.
    fn stages(&mut self, names: &[String], rows: &Block) -> Result<Vec<Option<StageId>>, SheetError> {
        let mut stages = Vec::with_capacity(names.len());
        let numbers = (0..names.len()).filter_map(|column| cell(rows, "id", column));
        let mut numbers = numbers.map(|(_, number)| number.trim()).filter(|number| !number.is_empty()).peekable();
        let known = |number: &str| number.parse().is_ok_and(|id: StageId| self.after.stages.contains_key(&id));
        if numbers.peek().is_some() && !numbers.any(known) {
            return Err(SheetError::OtherMap);
        }
        for (column, name) in names.iter().enumerate() {
            let number = cell(rows, "id", column).filter(|(_, number)| !number.trim().is_empty());
            let id = match number {
                Some((row, number)) => {
                    let id: Option<StageId> =
                        number.trim().parse().ok().filter(|id| self.after.stages.contains_key(id));
                    let id = id.ok_or_else(|| wrong(row, column, number, say!(sheet_stage_number_expected)))?;
                    if stages.contains(&Some(id)) {
                        return Err(SheetError::RecordTwice { row, column: column + BEFORE_STAGES + 1 });
                    }
                    Some(id)
                }
                None => None,
            };
            let id = match (id, read(name)) {
                (Some(id), None) => {
                    return Err(wrong(1, column, &id.to_string(), say!(sheet_stage_name_expected)));
                }
                (Some(id), Some(name)) => {
                    if let Some(stage) = self.after.stages.get_mut(&id) {
                        stage.name = name;
                    }
                    id
                }
                (None, Some(name)) => {
                    let id = StageId(self.ids.fresh());
                    self.after.stages.insert(id, Stage::new(Rank::middle(), name));
                    id
                }
                (None, None) => {
                    stages.push(None);
                    continue;
                }
            };
            for Named { key: field, shown, .. } in stage_rows() {
                let Some((row, written)) = cell(rows, field, column) else { continue };
                let text = read(written).unwrap_or_default();
                if stage_field(self.after, id, shown) != text {
                    let set = set(self.after, id.into(), shown, Some(text), self.ids);
                    set.map_err(|expected| wrong(row, column, written, expected))?;
                }
            }
            stages.push(Some(id));
        }
        self.order_stages(&stages.iter().flatten().copied().collect::<Vec<_>>());
        Ok(stages)
    }

    /// Puts the stages of the sheet into its order; those that it lacks stay where they are.
    fn order_stages(&mut self, order: &[StageId]) {
        let now: Vec<StageId> = self.after.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let known: Vec<StageId> = now.into_iter().filter(|id| order.contains(id)).collect();
        if known == order {
            return;
        }
        for (id, rank) in order.iter().zip(Rank::spread(order.len())) {
            if let Some(stage) = self.after.stages.get_mut(id) {
                stage.rank = rank;
            }
        }
    }

    /// The record of a block in a column, changed as the cells say; none where there is none, or its title was emptied.
    fn record(&mut self, kind: Kind, stage: StageId, block: &Block, column: usize) -> Result<Option<u64>, SheetError> {
        let fields = kind.rows();
        let main = fields.first().map(|row| row.key).unwrap_or_default();
        let title = cell(block, main, column);
        let text = title.and_then(|(_, text)| read(text));
        let number = cell(block, "id", column).filter(|(_, number)| !number.trim().is_empty());
        let id = match number {
            Some((row, number)) => {
                let id = number
                    .trim()
                    .parse::<TouchpointId>()
                    .ok()
                    .map(|id| id.0)
                    .filter(|id| kind.place(self.after, *id).is_some());
                let id = id.ok_or_else(|| wrong(row, column, number, say!(sheet_record_number_expected)))?;
                if !self.seen.insert((kind, id)) {
                    return Err(SheetError::RecordTwice { row, column: column + BEFORE_STAGES + 1 });
                }
                if title.is_some() && text.is_none() {
                    self.emptied.push((kind, id));
                    return Ok(None);
                }
                id
            }
            None if text.is_none() => {
                let written = fields
                    .iter()
                    .skip(1)
                    .find_map(|row| cell(block, row.key, column).filter(|(_, text)| read(text).is_some()));
                return match written {
                    Some((row, text)) => Err(wrong(row, column, text, say!(sheet_main_expected, main))),
                    None => Ok(None),
                };
            }
            None => {
                let id = self.ids.fresh();
                kind.make(self.after, stage, id);
                id
            }
        };
        for Named { key, shown, .. } in fields {
            let Some((row, written)) = cell(block, key, column) else { continue };
            let text = read(written);
            if kind.get(self.after, id, shown) != text {
                let set = kind.set(self.after, id, shown, text, self.ids);
                set.map_err(|expected| wrong(row, column, written, expected))?;
            }
        }
        Ok(Some(id))
    }

    /// A record that was emptied here and written there without its number has moved: the new one gives way to it.
    fn adopt(&mut self, orders: &mut BTreeMap<(Kind, StageId), Vec<u64>>) {
        let before = std::mem::take(&mut self.emptied);
        for (kind, id) in before {
            let Some(main) = kind.rows().first().map(|row| row.shown) else { continue };
            let title = kind.get(self.after, id, main);
            let is_new =
                |other: &u64| !self.seen.contains(&(kind, *other)) && kind.get(self.after, *other, main) == title;
            let place = orders.iter_mut().find_map(|((other, _), list)| {
                let at = list.iter().position(is_new).filter(|_| *other == kind)?;
                list.get_mut(at)
            });
            match place {
                Some(place) => {
                    let made = std::mem::replace(place, id);
                    forget(self.after, kind, made);
                }
                None => self.emptied.push((kind, id)),
            }
        }
    }
}

/// Takes away a record that nothing mentions yet but its own flags.
fn forget(map: &mut Tables, kind: Kind, id: u64) {
    let record = kind.record(id);
    map.make(Change::without(record).into_iter().collect());
    map.flags.retain(|_, flag| RecordRef::from(flag.on) != record);
}

/// Puts records into a stage in this order. Where they stand there so already, nothing changes.
fn put_in_order(map: &mut Tables, kind: Kind, stage: StageId, order: &[u64]) {
    let there: Vec<u64> = kind.ids(map, stage).into_iter().filter(|id| order.contains(id)).collect();
    if there == order {
        return;
    }
    for (id, rank) in order.iter().zip(Rank::spread(order.len())) {
        kind.put(map, *id, stage, rank);
    }
}
