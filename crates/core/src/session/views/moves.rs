//! What keys move in the outline: a stage past another, a card within its stage and on into the one beside it, what is about a
//! card within it and on to the next; and Tab, which ties to a card what was about its stage, or unties it.

use super::outline::parent_of;
use crate::edit::{self, Cell};
use crate::model::*;
use crate::session::view::OutlineMsg;
use crate::session::{Command, Effect, New, Place, Session};

impl Session {
    pub(in crate::session) fn outline_msg(&mut self, msg: OutlineMsg, effects: &mut Vec<Effect>) {
        let edit = match msg {
            OutlineMsg::Move { record, up } => self.outline_moved(record, up),
            OutlineMsg::Indent(record) => self.indented(record),
            OutlineMsg::Outdent(record) => self.outdented(record),
            OutlineMsg::Another(record) => return self.add_another(record, effects),
        };
        if let Some(edit) = edit {
            self.edit(edit);
            self.selection.set(self.selection.main());
        }
    }

    /// Whether Tab does something to a record.
    pub fn can_indent(&self, record: RecordRef) -> bool {
        self.indented(record).is_some()
    }

    /// Whether Shift+Tab does something to a record.
    pub fn can_outdent(&self, record: RecordRef) -> bool {
        self.outdented(record).is_some()
    }

    fn indented(&self, record: RecordRef) -> Option<Edit> {
        let Some(RecordRef::Stage(stage)) = parent_of(&self.map, record) else { return None };
        let (card, _) = *self.map.touchpoints_of(stage).last()?;
        if let RecordRef::Flag(id) = record {
            return edit::move_flag(&self.map, id, FlagTarget::Touchpoint(card));
        }
        if record.kind().is_tied() { edit::tie(&self.map, record, Some(card)) } else { None }
    }

    fn outdented(&self, record: RecordRef) -> Option<Edit> {
        let Some(RecordRef::Touchpoint(card)) = parent_of(&self.map, record) else { return None };
        if let RecordRef::Flag(id) = record {
            let stage = self.map.touchpoints.get(&card)?.stage;
            return edit::move_flag(&self.map, id, FlagTarget::Stage(stage));
        }
        edit::tie(&self.map, record, None)
    }

    fn outline_moved(&self, record: RecordRef, up: bool) -> Option<Edit> {
        let map = &self.map;
        match record.kind().family() {
            Family::Stage => {
                let order: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
                let id = StageId::try_from(record).ok()?;
                edit::move_stage(map, id, beside(&order, id, up)?)
            }
            Family::Segment => {
                let order: Vec<SegmentId> = map.segments_in_order().into_iter().map(|(id, _)| id).collect();
                let id = SegmentId::try_from(record).ok()?;
                edit::move_segment(map, id, beside(&order, id, up)?)
            }
            Family::Lane => {
                let order: Vec<LaneId> = map.lanes_in_order().into_iter().map(|(id, _)| id).collect();
                let id = LaneId::try_from(record).ok()?;
                edit::move_lane(map, id, beside(&order, id, up)?)
            }
            Family::AgendaBlock => {
                let order: Vec<AgendaBlockId> = map.agenda_in_order().into_iter().map(|(id, _)| id).collect();
                let id = AgendaBlockId::try_from(record).ok()?;
                edit::move_agenda_block(map, id, beside(&order, id, up)?)
            }
            Family::Touchpoint => self.card_moved(TouchpointId::try_from(record).ok()?, up),
            Family::Flag => self.flag_moved(FlagId::try_from(record).ok()?, up),
            Family::Listed(_) => self.note_moved(record, up),
            Family::Step => {
                let id = StepId::try_from(record).ok()?;
                let stage = map.steps.get(&id)?.stage;
                let order: Vec<StepId> = map.steps_of(stage).into_iter().map(|(id, _)| id).collect();
                edit::move_step(map, id, stage, beside(&order, id, up)?)
            }
            // These have no order.
            Family::Map
            | Family::Sticky
            | Family::Connector
            | Family::Loop
            | Family::Drawing
            | Family::Measurement
            | Family::SavedView
            | Family::DeckPage => None,
        }
    }

    fn card_moved(&self, id: TouchpointId, up: bool) -> Option<Edit> {
        let map = &self.map;
        let card = map.touchpoints.get(&id)?;
        let order = map.touchpoints_of(card.stage);
        let at = order.iter().position(|(other, _)| *other == id)?;
        let own = map.step_of(card);
        let next = if up { at.checked_sub(1).and_then(|at| order.get(at)) } else { order.get(at + 1) };
        let Some((other, record)) = next.filter(|(_, next)| map.step_of(next) == own) else {
            // At its step's end it goes on to the one beside it, behind the last one to none, and then to the next stage.
            let ids = map.steps_of(card.stage).into_iter().map(|(id, _)| Some(id));
            let steps: Vec<Option<StepId>> = ids.chain([None]).collect();
            let here = steps.iter().position(|step| *step == own)?;
            let beside = if up { here.checked_sub(1).and_then(|at| steps.get(at)) } else { steps.get(here + 1) };
            let stage = if beside.is_some() { card.stage } else { self.stage_next(card.stage, up)? };
            let there = map.card_ids_in(stage, card.lane);
            let step_at = |id: &TouchpointId| map.touchpoints.get(id).and_then(|card| map.step_of(card));
            let step =
                beside.copied().unwrap_or_else(|| if up { there.last() } else { there.first() }.and_then(step_at));
            let cell = Cell { step, ..Cell::new(stage, card.lane) };
            let first = there.iter().find(|id| step_at(id) == step).copied();
            return edit::move_touchpoints(map, &[id], cell, first.filter(|_| !up));
        };
        let cell = Cell { step: map.step_of(record), ..Cell::new(card.stage, record.lane) };
        let there = map.card_ids_in(cell.stage, cell.lane);
        let behind = || there.iter().position(|one| one == other).and_then(|at| there.get(at + 1)).copied();
        edit::move_touchpoints(map, &[id], cell, if up { Some(*other) } else { behind() })
    }

    fn flag_moved(&self, id: FlagId, up: bool) -> Option<Edit> {
        let on = match self.map.flags.get(&id)?.on {
            FlagTarget::Touchpoint(card) => FlagTarget::Touchpoint(self.card_next(card, up)?),
            FlagTarget::Stage(stage) => FlagTarget::Stage(self.stage_next(stage, up)?),
        };
        edit::move_flag(&self.map, id, on)
    }

    /// Within those of its kind that are about the same, then on to the next card, or stage.
    fn note_moved(&self, record: RecordRef, up: bool) -> Option<Edit> {
        let map = &self.map;
        let (stage, list) = map.listed_with(record)?;
        let parent = parent_of(map, record);
        let siblings: Vec<RecordRef> = list.into_iter().filter(|other| parent_of(map, *other) == parent).collect();
        if let Some(before) = beside(&siblings, record, up) {
            return edit::move_listed(map, record, stage, before);
        }
        if let RecordRef::Touchpoint(card) = parent? {
            return edit::tie(map, record, Some(self.card_next(card, up)?));
        }
        let to = self.stage_next(stage, up)?;
        let there = |lane| map.listed_in_lane(record.kind().listed()?, to, lane).first().copied();
        let before = if up { None } else { map.lane_listing(record).and_then(there) };
        edit::move_listed(map, record, to, before)
    }

    fn stage_next(&self, stage: StageId, up: bool) -> Option<StageId> {
        let order: Vec<StageId> = self.map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let at = order.iter().position(|other| *other == stage)?;
        order.get(if up { at.checked_sub(1)? } else { at + 1 }).copied()
    }

    /// The card before another in the order of reading, or behind it; stages without one are passed over.
    fn card_next(&self, card: TouchpointId, up: bool) -> Option<TouchpointId> {
        let mut stage = self.map.touchpoints.get(&card)?.stage;
        let order = self.map.touchpoints_of(stage);
        let at = order.iter().position(|(other, _)| *other == card)?;
        let next = if up { at.checked_sub(1).and_then(|at| order.get(at)) } else { order.get(at + 1) };
        if let Some((next, _)) = next {
            return Some(*next);
        }
        loop {
            stage = self.stage_next(stage, up)?;
            let cards = self.map.touchpoints_of(stage);
            if let Some((next, _)) = if up { cards.last() } else { cards.first() } {
                return Some(*next);
            }
        }
    }

    /// One more of a record's kind, about the same card where it is about one.
    fn add_another(&mut self, record: RecordRef, effects: &mut Vec<Effect>) {
        let kind = record.kind();
        if let (Some(list), Some(RecordRef::Touchpoint(card))) = (kind.listed(), parent_of(&self.map, record)) {
            let new = New::listed(&self.map, list);
            return self.add(&new, Place::OnCard(card), effects);
        }
        self.selection.set([record]);
        let command = match kind.family() {
            Family::Stage => Command::AddStage,
            Family::Touchpoint => Command::AddTouchpoint,
            Family::Listed(list) => Command::Add(list),
            Family::Flag => Command::AddFlag,
            Family::Segment => Command::AddSegment,
            Family::Sticky => Command::AddSticky,
            Family::Drawing => Command::AddFrame,
            Family::AgendaBlock => Command::AddAgendaBlock,
            Family::Lane => Command::AddLane,
            Family::Step => Command::AddStep,
            // Made by what connects, by what measures, and by looking about.
            Family::Map
            | Family::Connector
            | Family::Loop
            | Family::Measurement
            | Family::SavedView
            | Family::DeckPage => return,
        };
        self.run(command, effects);
    }
}

/// Before what a record goes to change places with the one before it, or the one behind; none at that end.
fn beside<I: Copy + PartialEq>(order: &[I], id: I, up: bool) -> Option<Option<I>> {
    let at = order.iter().position(|other| *other == id)?;
    if up {
        return Some(Some(*order.get(at.checked_sub(1)?)?));
    }
    order.get(at + 1)?;
    Some(order.get(at + 2).copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::views::{Item, Outline};
    use crate::session::{Intent, TextOf};

    fn press(story: &mut Story, msg: OutlineMsg) -> Vec<Effect> {
        story.act(Intent::Outline(msg))
    }

    /// The outline as lines, each as far in as it stands.
    fn lines(story: &Story) -> Vec<String> {
        let mut outline = Outline::default();
        outline.follow(story.session.map(), 1, story.session.sieve());
        let rows = outline.rows().iter().take_while(|row| matches!(row.item, Item::Record(_)));
        let text = |record| crate::session::views::text_of(story.session.map(), record);
        rows.map(|row| format!("{}{}", "  ".repeat(row.depth.into()), row.item.record().map(text).unwrap_or_default()))
            .collect()
    }

    fn listed(story: &mut Story, kind: ListKind, text: &str) -> RecordRef {
        story.add(New::Listed { kind, text: text.to_owned() })
    }

    #[test]
    fn cards_stand_below_their_step_and_are_moved_on_to_the_one_beside_it() {
        let mut story = Story::new();
        let stage = story.stage("Awareness");
        story.act(Intent::Select(stage.into()));
        let trailer = story.card("Trailer");
        let mail = story.card("Mail");
        let mut ids = IdSource::seeded(7);
        for name in ["See", "Believe"] {
            let (edit, _) = edit::add_step(story.session.map(), stage, name, None, &mut ids).unwrap();
            story.act(Intent::Edit(edit));
        }
        assert_eq!(lines(&story), ["Awareness", "  See", "    Trailer", "    Mail", "  Believe"]);
        press(&mut story, OutlineMsg::Move { record: mail.into(), up: false });
        press(&mut story, OutlineMsg::Move { record: trailer.into(), up: false });
        assert_eq!(lines(&story), ["Awareness", "  See", "  Believe", "    Trailer", "    Mail"]);
        press(&mut story, OutlineMsg::Move { record: mail.into(), up: false });
        assert_eq!(
            lines(&story),
            ["Awareness", "  See", "  Believe", "    Trailer", "  Mail"],
            "behind the last, none"
        );
        press(&mut story, OutlineMsg::Move { record: mail.into(), up: true });
        press(&mut story, OutlineMsg::Move { record: trailer.into(), up: true });
        assert_eq!(lines(&story), ["Awareness", "  See", "    Trailer", "  Believe", "    Mail"]);
        let steps = story.session.history().undo_steps();
        press(&mut story, OutlineMsg::Move { record: trailer.into(), up: true });
        assert_eq!(story.session.history().undo_steps(), steps, "at the top it stays");
    }

    #[test]
    fn what_stands_in_the_outline_is_moved_by_keys_past_its_neighbours_and_on_each_move_being_one_step() {
        let mut story = Story::new();
        let first = story.stage("Awareness");
        story.stage("Decision");
        story.act(Intent::Select(first.into()));
        let trailer = story.card("Trailer");
        let mail = story.card("Mail");
        let pain = listed(&mut story, ListKind::PainPoint, "Too late");
        let start = story.session.map().clone();
        let steps = story.session.history().undo_steps();
        let whole = ["Awareness", "  Trailer", "  Mail", "    Too late", "Decision"];
        assert_eq!(lines(&story), whole);

        press(&mut story, OutlineMsg::Move { record: mail.into(), up: true });
        assert_eq!(lines(&story), ["Awareness", "  Mail", "    Too late", "  Trailer", "Decision"]);
        press(&mut story, OutlineMsg::Move { record: mail.into(), up: true });
        assert_eq!(story.session.history().undo_steps(), steps + 1, "at the first stage's top it stays");
        press(&mut story, OutlineMsg::Move { record: pain, up: false });
        press(&mut story, OutlineMsg::Move { record: trailer.into(), up: false });
        let moved = ["Awareness", "  Mail", "Decision", "  Trailer", "    Too late"];
        assert_eq!(lines(&story), moved, "what is about a card goes on to the next one, and along with it");
        press(&mut story, OutlineMsg::Move { record: first.into(), up: false });
        assert_eq!(lines(&story)[0], "Decision");
        while story.session.history().undo_steps() > steps {
            story.run(Command::Undo);
        }
        assert_eq!(*story.session.map(), start);
    }

    #[test]
    fn tab_ties_to_the_last_card_and_shift_tab_to_the_stage() {
        let mut story = Story::new();
        let stage = story.stage("Awareness");
        story.card("Trailer");
        story.act(Intent::Select(stage.into()));
        let pain = listed(&mut story, ListKind::PainPoint, "Too late");
        let question = listed(&mut story, ListKind::Question, "Why?");
        assert_eq!(lines(&story), ["Awareness", "  Trailer", "  Why?", "  Too late"]);
        assert!(story.session.can_indent(pain) && !story.session.can_outdent(pain));
        assert!(!story.session.can_indent(question), "what is thought belongs to the stage");
        press(&mut story, OutlineMsg::Indent(pain));
        assert_eq!(lines(&story), ["Awareness", "  Trailer", "    Too late", "  Why?"]);
        assert!(!story.session.can_indent(pain) && story.session.can_outdent(pain));
        press(&mut story, OutlineMsg::Outdent(pain));
        assert_eq!(lines(&story), ["Awareness", "  Trailer", "  Why?", "  Too late"]);
    }

    #[test]
    fn one_more_of_what_is_about_a_card_is_about_that_card() {
        let mut story = Story::new();
        story.stage("Awareness");
        story.card("Trailer");
        let pain = listed(&mut story, ListKind::PainPoint, "Too late");
        let effects = press(&mut story, OutlineMsg::Another(pain));
        let new = story.session.selection().only().unwrap();
        assert!(effects.contains(&Effect::EditTitle(new)));
        story.act(Intent::Write { of: TextOf::title(new), text: "Too loud".to_owned() });
        story.act(Intent::EndText(TextOf::title(new)));
        assert_eq!(lines(&story), ["Awareness", "  Trailer", "    Too late", "    Too loud"]);
    }
}
