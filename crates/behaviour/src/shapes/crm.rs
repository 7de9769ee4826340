//! Reads stage histories in both layouts, and finds their columns.
//!
//! Long: `record, stage, entered[, left][, segment]`, a row for each visit. Wide: a row for each record and a
//! column for each stage, `Date entered "Proposal (Sales Pipeline)"` as HubSpot writes it, `hs_date_entered_…`,
//! `Proposal entered`, with `Date exited …` beside it or not. Ids of records are held for the scan only.

use hashbrown::HashMap;
use touchline_words::say;

use super::audiences::Audiences;
use super::cells::{bytes, text};
use super::clock::Clock;
use super::header::{Header, SEGMENT, is_time};
use super::history::{Histories, MOST_STAGES, StageHistory, Trace, Visit};
use super::rows::{RowTaken, each_row};
use super::shape::{Shape, missing};
use super::standing::Standing;
use crate::error::BehaviourError;
use crate::names::one_id;
use crate::nothing::is_no_value;
use crate::plan::StagePlan;
use crate::progress::Progress;
use crate::reason::{Many, Reason};
use crate::recognise::{Column, ColumnKind, Recognition};
use crate::records::Record;
use crate::report::RowCounts;
use crate::source::Source;

/// What exports call the record's id.
pub const RECORD: &[&str] = &[
    "record",
    "record id",
    "deal id",
    "deal",
    "opportunity id",
    "opportunity",
    "lead id",
    "lead",
    "ticket id",
    "ticket",
    "contact id",
    "case id",
    "case",
    "account id",
    "customer id",
    "user id",
    "id",
    "deal name",
    "opportunity name",
    "name",
];
const STAGE: &[&str] = &[
    "stage",
    "deal stage",
    "stage name",
    "pipeline stage",
    "milestone",
    "to stage",
    "phase",
    "status",
    "step",
    "lifecycle stage",
];
const ENTERED: &[&str] = &[
    "entered",
    "entered on",
    "entered at",
    "entered stage",
    "entered date",
    "date entered",
    "stage entered",
    "entry date",
    "time entered",
    "start",
    "started",
    "started at",
    "start date",
    "from",
    "since",
    "changed at",
    "change date",
];
const LEFT: &[&str] = &[
    "left",
    "left on",
    "left at",
    "left stage",
    "left date",
    "date left",
    "exited",
    "exited on",
    "exited at",
    "date exited",
    "exit date",
    "end",
    "ended",
    "ended at",
    "end date",
    "until",
    "to",
];

/// The columns of the long layout.
#[derive(Clone, Copy, Debug)]
pub struct LongColumns {
    pub record: usize,
    pub stage: usize,
    pub entered: usize,
    pub left: Option<usize>,
    pub segment: Option<usize>,
}

impl LongColumns {
    /// Finds them.
    pub fn of(header: &Header) -> Option<LongColumns> {
        let maybe_time = |column: &Column| is_time(column) || column.kind == ColumnKind::Empty;
        let entered = header.time(ENTERED)?;
        let stage = header.find_where(STAGE, |column| column.kind == ColumnKind::Text)?;
        let record = header.find(RECORD).filter(|at| *at != stage && *at != entered)?;
        let other = |at: &usize| ![record, stage, entered].contains(at);
        Some(LongColumns {
            record,
            stage,
            entered,
            left: header.find_where(LEFT, maybe_time).filter(other),
            segment: header.find(SEGMENT).filter(other),
        })
    }
}

/// A stage of the wide layout: its name and its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageColumns {
    pub name: String,
    pub entered: usize,
    pub left: Option<usize>,
}

/// The stages of the wide layout; fewer than two are none.
pub fn wide_columns(recognition: &Recognition) -> Vec<StageColumns> {
    let usable = |column: &Column| is_time(column) || column.kind == ColumnKind::Empty;
    let columns = || recognition.columns.iter().enumerate().filter(|(_, column)| usable(column));
    let named = |patterns: &[&str], suffixes: &[&str]| -> Vec<(usize, String)> {
        columns().filter_map(|(at, column)| Some((at, stage_in(&column.name, patterns, suffixes)?))).collect()
    };
    let entered = named(
        &["hs_v2_date_entered_", "hs_date_entered_", "date entered ", "date_entered_", "entered ", "entered_"],
        &[" date entered", " entered on", " entered at", " entered", "_entered_at", "_entered_on", "_entered"],
    );
    let left = named(
        &[
            "hs_v2_date_exited_",
            "hs_date_exited_",
            "date exited ",
            "date_exited_",
            "exited ",
            "exited_",
            "left ",
            "left_",
        ],
        &[" date exited", " exited", " left on", " left at", " left", "_exited_at", "_left_at", "_exited", "_left"],
    );
    let mut stages: Vec<StageColumns> = Vec::new();
    for (at, name) in entered {
        // “Entered on” alone is a column of the long layout.
        if ["on", "at", "stage", "date", "by"].contains(&name.to_lowercase().as_str()) {
            continue;
        }
        let left = left.iter().find(|(_, other)| *other == name).map(|(at, _)| *at);
        if stages.iter().all(|known| known.name != name) {
            stages.push(StageColumns { name, entered: at, left });
        }
    }
    if stages.len() < 2 { Vec::new() } else { stages }
}

/// The stage in a column's name: behind one of the beginnings or before one of the ends.
fn stage_in(name: &str, beginnings: &[&str], ends: &[&str]) -> Option<String> {
    let name = name.trim();
    let behind = beginnings.iter().find_map(|start| {
        let head = name.get(..start.len())?;
        head.eq_ignore_ascii_case(start).then(|| name.get(start.len()..)).flatten()
    });
    let stage = behind.or_else(|| {
        ends.iter().find_map(|end| {
            let at = name.len().checked_sub(end.len())?;
            name.get(at..)?.eq_ignore_ascii_case(end).then(|| name.get(..at)).flatten()
        })
    })?;
    let stage = stage.trim().trim_matches(['"', '“', '”', '\'']).trim();
    // HubSpot writes the pipeline behind the stage.
    let stage = match stage.rsplit_once(" (") {
        Some((stage, pipeline)) if pipeline.ends_with(')') => stage,
        _ => stage,
    };
    (!stage.is_empty()).then(|| stage.replace('_', " "))
}

/// Reads the long layout.
///
/// # Errors
/// A column is missing, or none of the rows can be used.
pub fn read_long(
    source: &Source,
    recognition: &Recognition,
    asked: Option<&[StagePlan]>,
    progress: &Progress,
) -> Result<(RowCounts, StageHistory), BehaviourError> {
    let columns = LongColumns::of(&Header::of(recognition))
        .ok_or_else(|| missing(Shape::StageHistory, recognition, say!(shape_needs_history)))?;
    let mut entered = Clock::of(source, recognition, columns.entered);
    let mut left = columns.left.map(|at| Clock::of(source, recognition, at));
    let own = [Some(columns.record), Some(columns.stage), Some(columns.entered), columns.left];
    let mut standing = Standing::of(source, recognition, |at| !own.contains(&Some(at)));
    let audiences = columns.segment.map(|at| Audiences::of(source, recognition, at, |_| 1)).transpose()?;
    let mut all = Histories::default();
    let mut places: HashMap<Box<[u8]>, usize, foldhash::fast::RandomState> = HashMap::default();
    let mut take = |row: &Record| -> RowTaken {
        let id = one_id(bytes(row, columns.record));
        if is_no_value(id) {
            return Err(Reason::NoRecord);
        }
        let stage = text(row, columns.stage);
        if is_no_value(stage.as_bytes()) {
            return Err(Reason::NoStage);
        }
        let from = entered.read(row)?.ok_or(Reason::NoTimeOfEntering)?;
        let to = match &mut left {
            Some(left) => left.read(row)?,
            None => None,
        };
        if to.is_some_and(|to| to < from) {
            return Err(Reason::LeftBeforeEntered);
        }
        let stage = all.stage(&stage).ok_or_else(too_many)?;
        let segment = match audiences.as_ref().and_then(|audiences| audiences.called(row)) {
            Some(name) => Some(all.segment(&name).ok_or_else(too_many)?),
            None => None,
        };
        let at = match places.get(id) {
            Some(at) => *at,
            None => {
                all.records.push(Trace::default());
                places.insert(id.into(), all.records.len() - 1);
                all.records.len() - 1
            }
        };
        let Some(record) = all.records.get_mut(at) else { return Err(Reason::NoRecord) };
        record.visits.push(Visit { stage, entered: from, left: to });
        record.segment = record.segment.or(segment);
        standing.read(row, &mut record.said);
        Ok(())
    };
    let rows = each_row(source, recognition, progress, &mut take)?;
    all.told = standing.told(recognition, all.latest());
    Ok((rows, all.figures(asked)))
}

/// Reads the wide layout.
///
/// # Errors
/// There are fewer than two columns of entering, or none of the rows can be used.
pub fn read_wide(
    source: &Source,
    recognition: &Recognition,
    shape: Shape,
    asked: Option<&[StagePlan]>,
    progress: &Progress,
) -> Result<(RowCounts, StageHistory), BehaviourError> {
    let stages = wide_columns(recognition);
    if stages.is_empty() {
        return Err(missing(shape, recognition, say!(shape_needs_dates)));
    }
    let header = Header::of(recognition);
    let segment = header.find_where(SEGMENT, |column| column.kind == ColumnKind::Text && column.personal.is_none());
    let audiences = segment.map(|at| Audiences::of(source, recognition, at, |_| 1)).transpose()?;
    let mut clocks: Vec<(Clock, Option<Clock>)> = stages
        .iter()
        .map(|stage| {
            let clock = |at| Clock::of(source, recognition, at);
            (clock(stage.entered), stage.left.map(clock))
        })
        .collect();
    let is_stage = |at: usize| stages.iter().any(|stage| stage.entered == at || stage.left == Some(at));
    let mut standing = Standing::of(source, recognition, |at| !is_stage(at));
    let mut all = Histories { stages: stages.iter().map(|stage| stage.name.clone()).collect(), ..Histories::default() };
    let mut take = |row: &Record| -> RowTaken {
        let mut trace = Trace::default();
        for (at, (entered, left)) in clocks.iter_mut().enumerate() {
            let Some(from) = entered.read(row)? else { continue };
            let to = match left {
                Some(left) => left.read(row)?.filter(|to| *to >= from),
                None => None,
            };
            trace.visits.push(Visit { stage: u32::try_from(at).unwrap_or(u32::MAX), entered: from, left: to });
        }
        if trace.visits.is_empty() {
            return Err(Reason::NeverEntered);
        }
        if let Some(name) = audiences.as_ref().and_then(|audiences| audiences.called(row)) {
            trace.segment = Some(all.segment(&name).ok_or_else(too_many)?);
        }
        standing.read(row, &mut trace.said);
        all.records.push(trace);
        Ok(())
    };
    let rows = each_row(source, recognition, progress, &mut take)?;
    all.told = standing.told(recognition, all.latest());
    Ok((rows, all.figures(asked)))
}

fn too_many() -> Reason {
    Reason::Many { what: Many::StagesOrSegments, most: MOST_STAGES }
}

#[cfg(test)]
#[path = "crm_tests.rs"]
mod tests;
