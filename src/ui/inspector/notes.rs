//! What people note beside the cards: questions, pain points, actions and sticky notes.

use super::audience::audiences_ui;
use super::drop_off::card_title;
use super::panel::{Inspected, Panel, choice_ui, gap_ui, pair_ui};
use super::picture::{Shape, picture_ui};
use crate::edit;
use crate::fields::FieldKey;
use crate::figures::{CameBack, CameBackShare, Reader, came_back};
use crate::model::Shape as Drawn;
use crate::model::{
    Action, ActionId, Backstage, BackstageId, Connector, ConnectorId, Drawing, DrawingId, Field, Loop, LoopId,
    NotePlace, PainPoint, PainPointId, Picture, PictureId, Question, QuestionId, RecordRef, Remark, RemarkId, StageId,
    Sticky, StickyId, TouchpointId,
};
use crate::ui::widgets::muted_ui;
use egui::Ui;
use touchline_words::say;

impl Inspected for Question {
    fn panel_ui(&self, id: QuestionId, ui: &mut Ui, panel: &mut Panel<'_>) {
        question_ui(ui, panel, id);
    }
}

impl Inspected for Remark {
    fn panel_ui(&self, id: RemarkId, ui: &mut Ui, panel: &mut Panel<'_>) {
        let record = RecordRef::Remark(id);
        panel.heading_ui(ui, say!(kind_remark_title), record, say!(kind_remark_title));
        audiences_ui(ui, panel, &[record]);
        panel.delete_ui(ui, record);
    }
}

impl Inspected for Picture {
    fn panel_ui(&self, id: PictureId, ui: &mut Ui, panel: &mut Panel<'_>) {
        let record = RecordRef::Picture(id);
        panel.heading_ui(ui, say!(kind_picture_title), record, say!(kind_picture_caption));
        picture_ui(ui, panel, record, "", Shape::Whole);
        gap_ui(ui);
        audiences_ui(ui, panel, &[record]);
        panel.delete_ui(ui, record);
    }
}

impl Inspected for Backstage {
    fn panel_ui(&self, id: BackstageId, ui: &mut Ui, panel: &mut Panel<'_>) {
        backstage_ui(ui, panel, id, self);
    }
}

impl Inspected for PainPoint {
    fn panel_ui(&self, id: PainPointId, ui: &mut Ui, panel: &mut Panel<'_>) {
        pain_point_ui(ui, panel, id, self);
    }
}

impl Inspected for Action {
    fn panel_ui(&self, id: ActionId, ui: &mut Ui, panel: &mut Panel<'_>) {
        action_ui(ui, panel, id, self);
    }
}

impl Inspected for Connector {
    fn panel_ui(&self, id: ConnectorId, ui: &mut Ui, panel: &mut Panel<'_>) {
        let record = RecordRef::Connector(id);
        crate::ui::widgets::caption_ui(ui, say!(kind_connector_title));
        let name = |card: TouchpointId| card_title(panel, Some(card));
        let (from, to) = (name(self.from), name(self.to));
        crate::ui::widgets::muted_ui(ui, &say!(ui_inspector_connector, from, to));
        gap_ui(ui);
        panel.chosen_ui(ui, &FieldKey::one(record, Field::ConnectorKind), say!(field_connector_kind));
        panel.line_ui(ui, record, Field::Title, say!(ui_inspector_connector_label), say!(ui_inspector_connector_hint));
        panel.delete_ui(ui, record);
    }
}

impl Inspected for Loop {
    fn panel_ui(&self, id: LoopId, ui: &mut Ui, panel: &mut Panel<'_>) {
        let record = RecordRef::Loop(id);
        crate::ui::widgets::caption_ui(ui, say!(kind_loop_title));
        let name = |stage: StageId| panel.map.stages.get(&stage).map_or("", |stage| stage.name.as_str());
        let (from, to) = (name(self.from), name(self.to));
        crate::ui::widgets::muted_ui(ui, &say!(ui_inspector_connector, from, to));
        gap_ui(ui);
        panel.line_ui(ui, record, Field::Title, say!(ui_inspector_connector_label), say!(ui_inspector_loop_hint));
        let share = match came_back(panel.map, panel.lens, Reader::Analyst, self) {
            CameBack::Share(CameBackShare { percent, interval, customers, of }) => {
                say!(ui_inspector_loop_share, from, to, share = percent, interval, customers, of)
            }
            CameBack::TooFew => say!(ui_inspector_loop_few, from, to),
            CameBack::Unknown => say!(ui_inspector_loop_no_share).to_owned(),
        };
        crate::ui::widgets::muted_ui(ui, &share);
        panel.delete_ui(ui, record);
    }
}

impl Inspected for Drawing {
    fn panel_ui(&self, id: DrawingId, ui: &mut Ui, panel: &mut Panel<'_>) {
        let record = RecordRef::Drawing(id);
        crate::ui::widgets::caption_ui(ui, self.shape.name());
        panel.area_ui(ui, record, Field::Title, say!(ui_inspector_text), "");
        match self.shape {
            Drawn::Frame => pair_ui(ui, |columns| {
                let [left, right] = columns else { return };
                panel.line_ui(left, record, Field::Width, say!(ui_inspector_width), "");
                panel.line_ui(right, record, Field::Height, say!(field_height), "");
            }),
            Drawn::Text => panel.line_ui(ui, record, Field::Width, say!(ui_inspector_width), ""),
            Drawn::Arrow => {}
        }
        panel.delete_ui(ui, record);
    }
}

impl Inspected for Sticky {
    fn panel_ui(&self, id: StickyId, ui: &mut Ui, panel: &mut Panel<'_>) {
        sticky_ui(ui, panel, id);
    }
}

fn question_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: QuestionId) {
    let record = RecordRef::Question(id);
    panel.heading_ui(ui, say!(kind_question_title), record, say!(kind_question_title));
    audiences_ui(ui, panel, &[record]);
    panel.delete_ui(ui, record);
}

fn backstage_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: BackstageId, step: &Backstage) {
    let record = RecordRef::Backstage(id);
    panel.heading_ui(ui, say!(kind_backstage_title), record, say!(kind_backstage_title));
    if let Some(card) = card_ui(ui, panel, say!(kind_backstage_card), step.stage, step.touchpoint) {
        panel.edit(edit::tie(panel.map, record, card));
    }
    panel.line_ui(ui, record, Field::Owner, say!(ui_col_owner), say!(kind_action_owner_hint));
    panel.line_ui(ui, record, Field::System, say!(field_system), say!(kind_backstage_system_hint));
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    panel.delete_ui(ui, record);
}

fn pain_point_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: PainPointId, pain: &PainPoint) {
    let record = RecordRef::PainPoint(id);
    panel.heading_ui(ui, say!(kind_pain_point_title), record, say!(kind_pain_point_title));
    panel.chosen_ui(ui, &FieldKey::one(record, Field::Severity), say!(field_severity));
    if let Some(card) = card_ui(ui, panel, say!(kind_pain_point_card), pain.stage, pain.touchpoint) {
        panel.edit(edit::tie(panel.map, record, card));
    }
    codes_ui(ui, panel, record);
    gap_ui(ui);
    audiences_ui(ui, panel, &[record]);
    panel.delete_ui(ui, record);
}

/// The frictions that a record is about, by their codes.
fn codes_ui(ui: &mut Ui, panel: &mut Panel<'_>, record: RecordRef) {
    panel.line_ui(ui, record, Field::Codes, say!(field_codes), say!(field_codes_hint));
}

fn action_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: ActionId, action: &Action) {
    let record = RecordRef::Action(id);
    panel.heading_ui(ui, say!(kind_action_title), record, say!(kind_action_text));
    panel.line_ui(ui, record, Field::Owner, say!(ui_col_owner), say!(kind_action_owner_hint));
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.chosen_ui(left, &FieldKey::one(record, Field::ActionStatus), say!(ui_col_status));
        panel.line_ui(right, record, Field::Due, say!(ui_col_due), "2026-11-03");
    });
    panel.chosen_ui(ui, &FieldKey::one(record, Field::Horizon), say!(ui_col_horizon));
    if let Some(card) = card_ui(ui, panel, say!(kind_action_card), action.stage, action.touchpoint) {
        panel.edit(edit::tie(panel.map, record, card));
    }
    panel.line_ui(ui, record, Field::Effort, say!(ui_col_effort), say!(kind_action_effort_hint));
    panel.line_ui(ui, record, Field::Effect, say!(field_effect), say!(kind_action_effect_hint));
    codes_ui(ui, panel, record);
    panel.area_ui(ui, record, Field::Note, say!(ui_inspector_notes), "");
    panel.delete_ui(ui, record);
}

fn sticky_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: StickyId) {
    let record = RecordRef::Sticky(id);
    crate::ui::widgets::caption_ui(ui, say!(kind_sticky_title));
    if let Some(place) = panel.map.stickies.get(&id).map(|note| panel.map.note_place(note)) {
        match place {
            NotePlace::Tied(tie) => {
                muted_ui(ui, &say!(ui_inspector_tied, place = panel.map.tie_name(tie)));
            }
            NotePlace::Parked | NotePlace::Free => {}
        }
    }
    panel.area_ui(ui, record, Field::StickyText, say!(ui_inspector_text), say!(ui_inspector_text_hint));
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        panel.chosen_ui(left, &FieldKey::one(record, Field::NoteColor), say!(field_note_color));
        panel.line_ui(right, record, Field::Votes, say!(field_votes), "0");
    });
    panel.switch_ui(ui, record, Field::Parked, say!(field_parked), say!(ui_inspector_parked));
    panel.delete_ui(ui, record);
}

/// A choice among a stage's cards; gives back another than the current one.
fn card_ui(
    ui: &mut Ui,
    panel: &Panel<'_>,
    label: &str,
    stage: StageId,
    current: Option<TouchpointId>,
) -> Option<Option<TouchpointId>> {
    let mut cards = vec![None];
    cards.extend(panel.map.touchpoints_of(stage).into_iter().map(|(card, _)| Some(card)));
    if !cards.contains(&current) {
        cards.push(current);
    }
    choice_ui(ui, label, Some(current), &cards, |card| card_title(panel, card))
}
