//! Stages out of a file that says nothing about those of the map: made in the file's order, and laid over in one edit.

use super::lay_shape::{Laid, LayShapeError, lay_shape};
use super::names::stage_called;
use crate::behaviour::shapes::ShapeReport;
use crate::model::{Change, Date, Edit, IdSource, Map, Rank, Stage, StageId, Verb};

/// What is made of a file, and laid.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The stages, in the file's order.
    pub stages: Vec<String>,
    pub laid: Laid,
}

/// The edit that makes a stage of each of a file's stages, at the map's end, and lays the figures over them. `None` where
/// the file has no stages, or the map has one of them.
///
/// # Errors
/// What is there cannot be shown on a map.
pub fn lay_making_stages(
    map: &Map,
    report: &ShapeReport,
    today: Date,
    ids: &mut IdSource,
) -> Option<Result<Made, LayShapeError>> {
    let total = report.figures.funnel()?.total()?;
    let stages: Vec<String> = total.stages.iter().map(|stage| stage.name.clone()).collect();
    if stages.is_empty() || stages.iter().any(|name| name.trim().is_empty() || stage_called(map, name).is_some()) {
        return None;
    }
    let mut last = map.stages.values().map(|stage| &stage.rank).max().cloned();
    let mut changes = Vec::with_capacity(stages.len());
    for name in &stages {
        let rank = Rank::between(last.as_ref(), None);
        changes.push(Change::Stage(StageId(ids.fresh()), Some(Stage::new(rank.clone(), name.trim()))));
        last = Some(rank);
    }
    let verb = Verb::MakeStages(report.file.clone());
    let proposed = map.after(&Edit::of(verb.clone(), changes.clone())).ok()?;
    Some(lay_shape(&proposed, report, today, ids).map(|laid| {
        changes.extend(laid.edit.changes);
        let edit = Edit::of(verb, changes);
        Made { laid: Laid { edit, touched: laid.touched + stages.len(), unmatched: laid.unmatched }, stages }
    }))
}
