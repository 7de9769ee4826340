//! The agenda: its blocks in the map's panel, and the fields of one.

use super::panel::{Panel, choice_ui, gap_ui, pair_ui, remark_ui};
use crate::edit;
use crate::fields::{FieldKey, lane_text, stage_text};
use crate::model::{AgendaBlock, AgendaBlockId, Field, LaneId, RecordRef, StageId};
use crate::session::{Command, Intent};
use crate::theme::Icon;
use crate::ui::widgets::{field_label_ui, icon_button_ui, link_button_ui};
use egui::{Align, Layout, Ui};
use touchline_words::say;

/// The blocks one after the other, with their minutes and all of them.
pub fn agenda_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let map = panel.map;
    let blocks = map.agenda_in_order();
    gap_ui(ui);
    field_label_ui(ui, say!(ui_inspector_agenda));
    let order: Vec<AgendaBlockId> = blocks.iter().map(|(id, _)| *id).collect();
    for (place, (id, block)) in blocks.iter().enumerate() {
        ui.push_id(id, |ui| row_ui(ui, panel, *id, block, &order, place));
    }
    if !blocks.is_empty() {
        let minutes: u32 = blocks.iter().map(|(_, block)| u32::from(block.minutes)).sum();
        remark_ui(ui, &say!(ui_inspector_agenda_all, minutes));
    }
    if link_button_ui(ui, say!(kind_agenda_block_add)).clicked() {
        panel.intents.push(Intent::Command(Command::AddAgendaBlock));
    }
}

fn row_ui(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    id: AgendaBlockId,
    block: &AgendaBlock,
    order: &[AgendaBlockId],
    place: usize,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let words = say!(ui_inspector_agenda_block, minutes = block.minutes, title = block.title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (above, below) = (place.checked_sub(1), Some(place + 2).filter(|_| place + 1 < order.len()));
            let up = ui.add_enabled_ui(above.is_some(), |ui| {
                icon_button_ui(ui, Icon::ChevronUp, &say!(ui_inspector_lane_up, title = block.title))
            });
            let down = ui.add_enabled_ui(below.is_some(), |ui| {
                icon_button_ui(ui, Icon::ChevronDown, &say!(ui_inspector_lane_down, title = block.title))
            });
            let to = above.filter(|_| up.inner.clicked()).or(below.filter(|_| down.inner.clicked()));
            if let Some(to) = to {
                panel.edit(edit::move_agenda_block(panel.map, id, order.get(to).copied()));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                if link_button_ui(ui, &words).clicked() {
                    panel.intents.push(Intent::Select(RecordRef::AgendaBlock(id)));
                }
            });
        });
    });
}

pub fn block_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: AgendaBlockId, block: &AgendaBlock) {
    let (map, record) = (panel.map, RecordRef::AgendaBlock(id));
    panel.heading_ui(ui, say!(kind_agenda_block_title), record, say!(ui_inspector_block_name));
    panel.line_ui(ui, record, Field::Minutes, say!(ui_inspector_minutes), "15");
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        let stages: Vec<Option<StageId>> =
            std::iter::once(None).chain(map.stages_in_order().into_iter().map(|(id, _)| Some(id))).collect();
        let name = |stage: Option<StageId>| match stage {
            Some(id) => stage_text(map, id),
            None => say!(ui_inspector_any_stage).to_owned(),
        };
        if let Some(stage) = choice_ui(left, say!(ui_inspector_shown_stage), Some(block.stage), &stages, name) {
            let text = stage.map(|id| stage_text(map, id)).unwrap_or_default();
            panel.set(&FieldKey::one(record, Field::ShownStage), &text);
        }
        let lanes: Vec<Option<LaneId>> =
            std::iter::once(None).chain(map.lanes_in_order().into_iter().map(|(id, _)| Some(id))).collect();
        let name = |lane: Option<LaneId>| match lane {
            Some(id) => lane_text(map, id),
            None => say!(ui_inspector_cards_lane).to_owned(),
        };
        if let Some(lane) = choice_ui(right, say!(ui_inspector_shown_lane), Some(block.lane), &lanes, name) {
            let text = lane.map(|id| lane_text(map, id)).unwrap_or_default();
            panel.set(&FieldKey::one(record, Field::ShownLane), &text);
        }
    });
    panel.line_ui(ui, record, Field::Vote, say!(ui_inspector_vote), say!(ui_inspector_vote_hint));
    remark_ui(ui, say!(ui_inspector_block_remark));
    panel.delete_ui(ui, record);
}
