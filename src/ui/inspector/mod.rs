//! The inspector: every field of what is selected; of several, the fields that they share; of nothing, the map's own.
//!
//! Promise: it changes nothing itself. It reads a map and gives back what was asked for.

mod audience;
mod drop_off;
mod emotion;
mod evidence;
mod flag;
mod flags;
mod measured;
mod measurement;
mod metric;
mod notes;
mod panel;
mod segment;
mod several;
mod stage;
mod touchpoint;
mod typed;
mod whole;
mod worth;

#[cfg(test)]
pub(in crate::ui) mod desk;
#[cfg(test)]
mod tests;

pub(in crate::ui) use flag::status_text;
pub(in crate::ui) use flags::tone_of;
pub(in crate::ui) use measured::{audience as audience_name, outdated_text, source_text};
pub(in crate::ui) use measurement::card_ui as definition_ui;
pub(in crate::ui) use panel::{Panel, capital, check_ui, remark_ui};

use crate::model::{IdSource, Map, RecordRef, SegmentId};
use crate::session::{Action, Writing};
use egui::{Frame, Margin, ScrollArea, Ui};

/// Logical pixels across.
pub const WIDTH: f32 = 288.0;
const PADDING: i8 = 18;

/// What the inspector keeps between frames.
pub struct Inspector {
    ids: IdSource,
}

impl Inspector {
    pub fn new(ids: IdSource) -> Self {
        Self { ids }
    }
}

/// Fills the panel and gives back what was asked for. `writing` is what stands in an editor, `lens` the segment through which the board is seen.
pub fn inspector_ui(
    ui: &mut Ui,
    inspector: &mut Inspector,
    map: &Map,
    writing: &Writing,
    selection: &[RecordRef],
    lens: Option<SegmentId>,
) -> Vec<Action> {
    let mut panel = Panel { map, lens, name: "inspector", writing, ids: &mut inspector.ids, actions: Vec::new() };
    let selected: Vec<RecordRef> = selection.iter().copied().filter(|record| map.contains(*record)).collect();
    ScrollArea::vertical().auto_shrink(false).id_salt(("inspector", &selected)).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(PADDING, 20)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.push_id(&selected, |ui| match selected.as_slice() {
                [] => whole::map_ui(ui, &mut panel),
                [one] => record_ui(ui, &mut panel, *one),
                several => several::several_ui(ui, &mut panel, several),
            });
        });
    });
    panel.actions
}

fn record_ui(ui: &mut Ui, panel: &mut Panel<'_>, record: RecordRef) {
    let map = panel.map;
    match record {
        RecordRef::Map => whole::map_ui(ui, panel),
        RecordRef::Stage(id) => with(map.stages.get(&id), |stage| stage::stage_ui(ui, panel, id, stage)),
        RecordRef::Lane(id) => whole::one_lane_ui(ui, panel, id),
        RecordRef::Touchpoint(id) => {
            with(map.touchpoints.get(&id), |card| touchpoint::touchpoint_ui(ui, panel, id, card));
        }
        RecordRef::Question(id) => with(map.questions.get(&id), |one| notes::question_ui(ui, panel, id, one)),
        RecordRef::PainPoint(id) => with(map.pain_points.get(&id), |one| notes::pain_point_ui(ui, panel, id, one)),
        RecordRef::Action(id) => with(map.actions.get(&id), |one| notes::action_ui(ui, panel, id, one)),
        RecordRef::Flag(id) => with(map.flags.get(&id), |flag| flag::flag_ui(ui, panel, id, flag)),
        RecordRef::Segment(id) => with(map.segments.get(&id), |one| segment::segment_ui(ui, panel, id, one)),
        RecordRef::Sticky(id) => notes::sticky_ui(ui, panel, id),
        RecordRef::Metric(id) => with(map.metrics.get(&id), |one| metric::metric_ui(ui, panel, id, one)),
        RecordRef::Measurement(id) => {
            with(map.measurements.get(&id), |one| measurement::measurement_ui(ui, panel, id, one));
        }
    }
}

fn with<R>(record: Option<&R>, show: impl FnOnce(&R)) {
    if let Some(record) = record {
        show(record);
    }
}
