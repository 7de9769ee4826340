//! A map as a sheet of lanes and stages, and what an edited sheet changes of the map that it was made of.
//!
//! One column is one stage. Below the stages' names stand, lane by lane, the records of each stage: the first of every stage
//! in one block of rows, the second in the next, a row for each field, and a row with the records' numbers, by which an edited
//! sheet finds them again. What a sheet does not show (figures, events, what
//! evidence there is, who answers for a flag) stays as it is.
//!
//! Reading it back: a changed cell changes that field alone. An emptied name or title whose number still stands takes the
//! record away; `new: Billboard` is a new record, in the first row a new stage; one that stands in another column with its
//! number has moved, and so has one that was emptied here and written there. A record or a stage that the sheet lacks
//! altogether stays. The order of the columns and of the blocks is the order of the map. Whatever else is filled is told, and
//! nothing is taken until nothing is left to tell.

mod cells;
mod changes;
mod error;
mod fields;
mod lists;
mod nearest;
mod read;

pub use changes::{Fate, FieldChange, SheetChange, sheet_changes};
pub use error::{SheetError, SheetErrors};
pub use read::read_sheet;

use crate::model::*;
use cells::write;
use fields::{Kind, Named, Shown, stage_field, stage_rows};

/// The columns before the first stage: the lane, the field, and the key by which a row is found again.
pub const BEFORE_STAGES: usize = 3;
/// What the first cell of a sheet says.
pub const FIRST_CELL: &str = "Lane";
/// The first cells of every sheet.
pub const FIRST_CELLS: [&str; BEFORE_STAGES] = [FIRST_CELL, "Field", "Key"];

/// The sheet of a map, row by row. Every row is equally long, and text that a spreadsheet would take for a formula has an
/// apostrophe before it.
pub fn sheet(map: &Map) -> Vec<Vec<String>> {
    let stages = map.stages_in_order();
    let mut rows = Vec::new();
    let mut row = |lane: &str, field: &str, key: String, cells: Vec<String>| {
        let head = [write(lane), field.to_owned(), key];
        rows.push(head.into_iter().chain(cells).collect::<Vec<String>>());
    };
    let names = stages.iter().map(|(_, stage)| write(&stage.name)).collect();
    row(FIRST_CELL, "Field", "Key".to_owned(), names);
    row("Stages", "number", "stage id".to_owned(), stages.iter().map(|(id, _)| id.to_string()).collect());
    for Named { key: field, shown, .. } in stage_rows() {
        let filled = |text: String| if text.is_empty() { text } else { write(&text) };
        let cells = stages.iter().map(|(id, _)| filled(stage_field(map, *id, shown))).collect();
        row("Stages", field, format!("stage {field}"), cells);
    }
    for (lane_id, lane) in map.lanes_in_order() {
        let Some(kind) = Kind::of_lane(map, lane_id) else { continue };
        let ids: Vec<Vec<u64>> = stages.iter().map(|(stage, _)| kind.ids(map, *stage)).collect();
        let most = ids.iter().map(Vec::len).max().unwrap_or(0);
        for slot in 0..most {
            let here = |stage: &Vec<u64>| stage.get(slot).copied();
            let key = |field: &str| format!("{} {} {field}", kind.key(), slot + 1);
            for Named { key: field, shown, .. } in kind.rows() {
                let cell = |id: u64| kind.get(map, id, shown).map(|text| written(shown, &text));
                let cells: Vec<String> =
                    ids.iter().map(|stage| here(stage).and_then(cell).unwrap_or_default()).collect();
                row(lane.title(), &format!("{} {field}", slot + 1), key(field), cells);
            }
            let numbers = ids.iter().map(|stage| here(stage).map_or(String::new(), |id| kind.number(id))).collect();
            row(lane.title(), &format!("{} number", slot + 1), key("id"), numbers);
        }
    }
    rows
}

/// A text as a cell has it; a feeling is a number, with a minus that spreadsheets reckon with.
fn written(shown: Shown, text: &str) -> String {
    match shown {
        Shown::Field(Field::Emotion(None)) => text.replace('−', "-"),
        Shown::Field(_) | Shown::Audiences | Shown::Feelings | Shown::Evidence | Shown::Compliance => write(text),
    }
}

/// Whether the cells of a row are numbers that a spreadsheet reckons with.
pub fn is_number_row(row: &[String]) -> bool {
    row.get(2).is_some_and(|key| key.ends_with(" feeling"))
}

/// Whether a row holds numbers for the program and nothing for a reader.
pub fn is_machine_row(row: &[String]) -> bool {
    row.get(2).is_some_and(|key| key.ends_with(" id"))
}

/// What may be chosen in the cells of a row, where that is a short list.
pub fn choices_of(row: &[String]) -> Option<Vec<&'static str>> {
    let field = row.get(1)?.split_once(' ')?.1;
    fields::choices(field).filter(|_| row.get(2).is_some_and(|key| key.ends_with(field)))
}

#[cfg(test)]
mod tests;
