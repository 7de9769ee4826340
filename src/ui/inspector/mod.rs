//! The inspector: every field of what is selected; of several, the fields that they share; of nothing, the map's own.
//!
//! Promise: it changes nothing itself. It reads a map and gives back what was asked for.

mod agenda;
mod audience;
mod brand;
mod deck_page;
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
mod picture;
mod saved_view;
mod segment;
mod several;
mod stage;
mod step;
mod touchpoint;
mod typed;
mod whole;
mod worth;

#[cfg(test)]
pub(in crate::ui) mod desk;
#[cfg(test)]
mod tests;

pub(in crate::ui) use flags::tone_of;
pub(in crate::ui) use measured::{audience as audience_name, outdated_text, source_text};
pub(in crate::ui) use measurement::card_ui as definition_ui;
pub(in crate::ui) use panel::{Panel, capital, remark_ui};
pub(in crate::ui) use typed::{Look, LookKind, text_ui};

use crate::model::{self, IdSource, Map, RecordRef, SegmentId, records};
use crate::session::{Intent, SidePanel, Writing};
use egui::{Frame, Margin, ScrollArea, Ui};
use panel::Inspected;

/// Logical pixels across.
pub const WIDTH: f32 = SidePanel::Inspector.width();
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
) -> Vec<Intent> {
    let mut panel = Panel { map, lens, name: "inspector", writing, ids: &mut inspector.ids, intents: Vec::new() };
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
    panel.intents
}

fn record_ui(ui: &mut Ui, panel: &mut Panel<'_>, record: RecordRef) {
    fn of<R: Inspected>(ui: &mut Ui, panel: &mut Panel<'_>, id: R::Id) {
        let map = panel.map;
        if let Some(record) = R::table(map).get(&id) {
            record.panel_ui(id, ui, panel);
        }
    }
    macro_rules! dispatch {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
            match record {
                RecordRef::Map => whole::map_ui(ui, panel),
                $(RecordRef::$kind(id) => of::<model::$kind>(ui, panel, id),)*
            }
        };
    }
    records!(dispatch)
}

impl Inspected for model::Lane {
    fn panel_ui(&self, id: Self::Id, ui: &mut Ui, panel: &mut Panel<'_>) {
        whole::one_lane_ui(ui, panel, id);
    }
}

impl Inspected for model::Segment {
    fn panel_ui(&self, id: Self::Id, ui: &mut Ui, panel: &mut Panel<'_>) {
        segment::segment_ui(ui, panel, id);
    }
}

/// The kinds whose panel is a function of a file of its own.
macro_rules! inspected {
    ($($kind:ident: $panel:path;)*) => {
        $(impl Inspected for model::$kind {
            fn panel_ui(&self, id: Self::Id, ui: &mut Ui, panel: &mut Panel<'_>) {
                $panel(ui, panel, id, self);
            }
        })*
    };
}

inspected! {
    AgendaBlock: agenda::block_ui;
    SavedView: saved_view::saved_view_ui;
    DeckPage: deck_page::deck_page_ui;
    Stage: stage::stage_ui;
    Step: step::step_ui;
    Touchpoint: touchpoint::touchpoint_ui;
    Flag: flag::flag_ui;
    Measurement: measurement::measurement_ui;
    Metric: metric::metric_ui;
}
