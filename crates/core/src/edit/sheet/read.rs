//! An edited sheet put back onto the map that it was made of.
//!
//! All of it is read before anything is taken: every filled row, column and cell that is not understood is told at once, and
//! then nothing changes.

use touchline_words::{Language, in_language, say};

use super::cells::read;
use super::error::{SheetError, SheetErrors};
use super::fields::{Kind, Named, set, stage_field, stage_rows};
use super::nearest::nearest_to;
use super::{BEFORE_STAGES, FIRST_CELLS};
use crate::edit::remove;
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of one block: for each field where it stands and its cells.
type Block<'a> = BTreeMap<String, (usize, &'a [String])>;

/// The blocks of records in the order of the sheet, by kind and slot.
type Blocks<'a> = Vec<((Kind, String), Block<'a>)>;

/// What an edited sheet changes; `None` when nothing.
///
/// # Errors
/// It is no sheet, something in it is not understood, a cell holds what it cannot, or the map would break a rule.
pub fn read_sheet(map: &Map, rows: &[Vec<String>], ids: &mut IdSource) -> Result<Option<Edit>, SheetErrors> {
    let names = names_of_stages(rows)?;
    let mut after = map.to_tables();
    let mut errors = Vec::new();
    let (stage_rows, blocks) = gather(map, rows, &mut errors);
    let mut reader =
        Reader { after: &mut after, ids, errors, emptied: Vec::new(), made: Vec::new(), seen: BTreeSet::new() };
    let stages = reader.stages(names, &stage_rows, rows)?;
    let mut orders: BTreeMap<(Kind, StageId), Vec<u64>> = BTreeMap::new();
    for ((kind, _), block) in &blocks {
        for (column, stage) in stages.iter().enumerate() {
            let Some(stage) = stage else { continue };
            if let Some(id) = reader.record(*kind, *stage, block, column) {
                orders.entry((*kind, *stage)).or_default().push(id);
            }
        }
    }
    reader.adopt(&mut orders);
    reader.tell_numberless();
    let mut errors = std::mem::take(&mut reader.errors);
    if !errors.is_empty() {
        errors.sort_by_key(SheetError::place);
        return Err(SheetErrors(errors));
    }
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

/// The names of the stages in the first row of a sheet.
fn names_of_stages(rows: &[Vec<String>]) -> Result<&[String], SheetError> {
    let begins = |cells: &mut dyn Iterator<Item = Option<&String>>| {
        FIRST_CELLS.iter().all(|first| cells.next().flatten().is_some_and(|cell| cell.trim() == *first))
    };
    if begins(&mut rows.iter().take(BEFORE_STAGES).map(|row| row.first())) {
        return Err(SheetError::Transposed);
    }
    let head = rows.first().filter(|row| begins(&mut row.iter().map(Some)) && row.len() > BEFORE_STAGES);
    head.and_then(|row| row.get(BEFORE_STAGES..)).ok_or(SheetError::NoSheet)
}

/// The rows of the stages, and the blocks of records in the order of the sheet. A filled row that is neither is told.
fn gather<'a>(map: &Map, rows: &'a [Vec<String>], errors: &mut Vec<SheetError>) -> (Block<'a>, Blocks<'a>) {
    let mut stages = Block::new();
    let mut blocks: Blocks = Vec::new();
    for (at, row) in rows.iter().enumerate().skip(1) {
        let cell = |at: usize| row.get(at).map(|cell| cell.trim()).unwrap_or_default();
        let cells = row.get(BEFORE_STAGES..).unwrap_or_default();
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let key = if cell(2).is_empty() { key_of(map, cell(0), cell(1)) } else { cell(2).to_owned() };
        let Some((block, field)) = parse(&key).filter(|(block, field)| is_known(map, block.as_ref(), field)) else {
            errors.push(stranger(map, at + 1, row));
            continue;
        };
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
        match target.get(&field) {
            Some((other, _)) => errors.push(SheetError::RowTwice { row: at + 1, other: *other }),
            None => _ = target.insert(field, (at + 1, cells)),
        }
    }
    (stages, blocks)
}

/// Whether a block has a row of this field, and the map its lane.
fn is_known(map: &Map, block: Option<&(Kind, String)>, field: &str) -> bool {
    let has = |rows: Vec<Named>| field == "id" || rows.iter().any(|row| row.key == field);
    match block {
        None => has(stage_rows()),
        Some((Kind::Touchpoint(lane) | Kind::Listed(_, Some(lane)), _)) if !map.lanes.contains_key(lane) => false,
        Some((kind, _)) => has(kind.rows()),
    }
}

/// A row that is none of a sheet, with the lane or the field that was perhaps meant.
fn stranger(map: &Map, row: usize, cells: &[String]) -> SheetError {
    let cell = |at: usize| cells.get(at).map(|cell| cell.trim()).unwrap_or_default();
    let begins = cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
    let lanes: Vec<&str> = map.lanes_in_order().into_iter().map(|(_, lane)| lane.title()).collect();
    let (slot, field) = cell(1).split_once(' ').unwrap_or_default();
    let is_lane = lanes.iter().any(|lane| lane.trim() == cell(0));
    let nearest = if is_lane {
        let fields = map.lanes_in_order().into_iter().filter(|(_, lane)| lane.title().trim() == cell(0));
        let fields = fields.filter_map(|(id, _)| Kind::of_lane(map, id)).flat_map(Kind::rows);
        let fields: Vec<&str> = fields.map(|row| row.key).chain(["number"]).collect();
        nearest_to(field, &fields).map(|near| format!("{slot} {near}"))
    } else {
        nearest_to(cell(0), &lanes)
    };
    SheetError::Row { row, found: begins.chars().take(40).collect(), nearest }
}

/// The key of a row that a person added: the lane by its title, and `3 title`.
fn key_of(map: &Map, lane: &str, field: &str) -> String {
    let named = read(lane).unwrap_or_default();
    let is_called = |lane: &Lane| lane.title().trim() == named.trim();
    // The sheet may have been written in another language.
    let is = |lane: &Lane| Language::ALL.iter().any(|it| in_language(*it, || is_called(lane)));
    let lane = map.lanes_in_order().into_iter().find(|(_, lane)| is_called(lane) || is(lane));
    let kind = lane.and_then(|(id, _)| Kind::of_lane(map, id));
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

/// A name or title that says of itself that it is new, as in `new: Billboard`, without that word.
fn said_new(text: &str) -> Option<String> {
    let behind = |language: &Language| {
        let word = in_language(*language, || say!(sheet_new));
        let rest = text.trim_start().get(word.len()..)?.trim_start().strip_prefix(':')?.trim();
        let is_word = text.trim_start().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        (is_word && !rest.is_empty()).then(|| rest.to_owned())
    };
    Language::ALL.iter().find_map(behind)
}

/// Whether a cell for a number says that what it is of is new.
fn is_new(number: &str) -> bool {
    Language::ALL.iter().any(|it| in_language(*it, || say!(sheet_new)).eq_ignore_ascii_case(number.trim()))
}

struct Reader<'a> {
    after: &'a mut Tables,
    ids: &'a mut IdSource,
    errors: Vec<SheetError>,
    /// Records whose title was emptied.
    emptied: Vec<(Kind, u64)>,
    /// Records that were made of a title without a number, and where that stands.
    made: Vec<Made>,
    seen: BTreeSet<(Kind, u64)>,
}

struct Made {
    id: u64,
    row: usize,
    column: usize,
    title: String,
    /// Whether its block has a row of numbers.
    has_numbers: bool,
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
    /// The stage of each column; none where a column is empty, or is none of the map's.
    fn stages(
        &mut self,
        names: &[String],
        rows: &Block,
        sheet: &[Vec<String>],
    ) -> Result<Vec<Option<StageId>>, SheetErrors> {
        if !rows.contains_key("id") {
            self.errors.push(SheetError::NumbersGone { row: 2, block: say!(sheet_stages).to_owned() });
            return Ok(self.stand_ins(names, rows));
        }
        let wide = sheet.iter().map(|row| row.len().saturating_sub(BEFORE_STAGES)).max().unwrap_or(0);
        let mut numbers = (0..wide).filter_map(|column| cell(rows, "id", column)).map(|(_, number)| number.trim());
        let known = |number: &str| number.parse().is_ok_and(|id: StageId| self.after.stages.contains_key(&id));
        let (mut has_some, mut has_known) = (false, false);
        for number in numbers.by_ref().filter(|number| !number.is_empty() && !is_new(number)) {
            has_some = true;
            has_known |= known(number);
        }
        if has_some && !has_known {
            return Err(SheetError::OtherMap.into());
        }
        let mut stages: Vec<Option<StageId>> = Vec::with_capacity(wide);
        for column in 0..wide {
            let name = names.get(column).map(String::as_str).unwrap_or_default();
            let stage = self.stage(name, rows, column, &stages).unwrap_or_else(|error| {
                self.errors.push(error);
                None
            });
            let is_filled =
                |row: &Vec<String>| row.get(column + BEFORE_STAGES).is_some_and(|cell| !cell.trim().is_empty());
            if let (None, true) = (stage, name.trim().is_empty())
                && let Some(row) = sheet.iter().position(is_filled)
                && !self.errors.iter().any(
                    |error| matches!(error, SheetError::Cell { column: at, .. } if *at == column + BEFORE_STAGES + 1),
                )
            {
                self.errors.push(SheetError::NoName { row: row + 1, column: column + BEFORE_STAGES + 1 });
            }
            if let Some(id) = stage {
                self.stage_fields(id, rows, column);
            }
            stages.push(stage);
        }
        self.order_stages(&stages.iter().flatten().copied().collect::<Vec<_>>());
        Ok(stages)
    }

    /// A stage for each column with a name where their numbers are gone, so that whatever else is wrong is told as well. As that
    /// is an error, none of them reaches the map.
    fn stand_ins(&mut self, names: &[String], rows: &Block) -> Vec<Option<StageId>> {
        let mut stages = Vec::with_capacity(names.len());
        for (column, name) in names.iter().enumerate() {
            let stage = read(name).map(|name| {
                let id = StageId(self.ids.fresh());
                self.after.stages.insert(id, Stage::new(Rank::middle(), name));
                self.stage_fields(id, rows, column);
                id
            });
            stages.push(stage);
        }
        stages
    }

    /// The stage of a column by its number, called as the column is; a new one where the column says that it is.
    fn stage(
        &mut self,
        name: &str,
        rows: &Block,
        column: usize,
        before: &[Option<StageId>],
    ) -> Result<Option<StageId>, SheetError> {
        let number = cell(rows, "id", column).filter(|(_, number)| !number.trim().is_empty());
        let written = read(name);
        let Some((row, number)) = number.filter(|(_, number)| !is_new(number)) else {
            let Some(name) = written else { return Ok(None) };
            let new = said_new(&name).or(number.is_some().then(|| name.clone()));
            let new = new.ok_or(SheetError::Column { column: column + BEFORE_STAGES + 1, found: name })?;
            let id = StageId(self.ids.fresh());
            self.after.stages.insert(id, Stage::new(Rank::middle(), new));
            return Ok(Some(id));
        };
        let id: Option<StageId> = number.trim().parse().ok().filter(|id| self.after.stages.contains_key(id));
        let id = id.ok_or_else(|| wrong(row, column, number, say!(sheet_stage_number_expected)))?;
        if before.contains(&Some(id)) {
            return Err(SheetError::RecordTwice { row, column: column + BEFORE_STAGES + 1 });
        }
        let name = written.ok_or_else(|| wrong(1, column, &id.to_string(), say!(sheet_stage_name_expected)))?;
        if let Some(stage) = self.after.stages.get_mut(&id) {
            stage.name = name;
        }
        Ok(Some(id))
    }

    fn stage_fields(&mut self, id: StageId, rows: &Block, column: usize) {
        for Named { key: field, shown, .. } in stage_rows() {
            let Some((row, written)) = cell(rows, field, column) else { continue };
            let text = read(written).unwrap_or_default();
            if stage_field(self.after, id, shown) != text
                && let Err(expected) = set(self.after, id.into(), shown, Some(text), self.ids)
            {
                self.errors.push(wrong(row, column, written, expected));
            }
        }
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
    fn record(&mut self, kind: Kind, stage: StageId, block: &Block, column: usize) -> Option<u64> {
        let fields = kind.rows();
        let main = fields.first().map(|row| row.key).unwrap_or_default();
        let title = cell(block, main, column);
        let text = title.and_then(|(_, text)| read(text));
        let number = cell(block, "id", column).filter(|(_, number)| !number.trim().is_empty());
        let (id, mut new) = match (number.filter(|(_, number)| !is_new(number)), text.as_deref()) {
            (Some(number), _) => (self.numbered(kind, number, title.is_some() && text.is_none(), column)?, None),
            (None, None) => {
                let mut rest = fields.iter().skip(1).filter_map(|row| cell(block, row.key, column));
                if let Some((row, text)) = rest.find(|(_, text)| read(text).is_some()) {
                    self.errors.push(wrong(row, column, text, say!(sheet_main_expected, main)));
                }
                return None;
            }
            (None, Some(text)) => {
                let id = self.ids.fresh();
                kind.make(self.after, stage, id);
                let said = said_new(text);
                if said.is_none() && number.is_none() {
                    let (row, title) = (title.map_or(0, |(row, _)| row), text.to_owned());
                    self.made.push(Made { id, row, column, title, has_numbers: block.contains_key("id") });
                }
                (id, said)
            }
        };
        for Named { key, shown, .. } in fields {
            let Some((row, written)) = cell(block, key, column) else { continue };
            let text = if key == main { new.take().or_else(|| read(written)) } else { read(written) };
            if kind.get(self.after, id, shown) != text
                && let Err(expected) = kind.set(self.after, id, shown, text, self.ids)
            {
                self.errors.push(wrong(row, column, written, expected));
            }
        }
        Some(id)
    }

    /// The record of a number; none where there is none of it, it stands here a second time, or its title was emptied.
    fn numbered(&mut self, kind: Kind, (row, number): (usize, &str), is_emptied: bool, column: usize) -> Option<u64> {
        let id = number.trim().parse::<TouchpointId>().ok().map(|id| id.0);
        let Some(id) = id.filter(|id| kind.place(self.after, *id).is_some()) else {
            self.errors.push(wrong(row, column, number, say!(sheet_record_number_expected)));
            return None;
        };
        if !self.seen.insert((kind, id)) {
            self.errors.push(SheetError::RecordTwice { row, column: column + BEFORE_STAGES + 1 });
            return None;
        }
        if is_emptied {
            self.emptied.push((kind, id));
            return None;
        }
        Some(id)
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
                    self.made.retain(|one| one.id != made);
                    forget(self.after, kind, made);
                }
                None => self.emptied.push((kind, id)),
            }
        }
    }

    /// Tells every title that has no number, is none that has moved, and does not say that it is new. Where a block has lost
    /// its row of numbers, that is told once.
    fn tell_numberless(&mut self) {
        let mut told = BTreeSet::new();
        for Made { row, column, title, has_numbers, .. } in std::mem::take(&mut self.made) {
            if has_numbers {
                let found = title.chars().take(40).collect();
                self.errors.push(SheetError::NoNumber { row, column: column + BEFORE_STAGES + 1, found });
            } else if told.insert(row) {
                self.errors.push(SheetError::NumbersGone { row, block: title.chars().take(40).collect() });
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
