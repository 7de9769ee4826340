//! Making one stage of several, and two of one.

use super::{Cause, Effect, Session, Tone};
use crate::edit;
use crate::model::*;
use touchline_words::{Said, said, say};

impl Session {
    /// The stages that are selected, in no order.
    pub(super) fn selected_stages(&self) -> Vec<StageId> {
        self.selection.records().iter().filter_map(|record| StageId::try_from(*record).ok()).collect()
    }

    /// What merging does to the stages that are selected.
    pub(super) fn merge_name(&self) -> Said {
        if self.selected_stages().len() > 1 { said::cmd_merge_selected_stages } else { said::cmd_merge_stages }
    }

    /// What folding does to the stages that are selected: where one is open, all are folded.
    pub(super) fn fold_stages_name(&self) -> Said {
        if self.has_open_stage() { said::cmd_fold_stage } else { said::cmd_unfold_stage }
    }

    fn has_open_stage(&self) -> bool {
        let stages = self.selected_stages();
        stages.is_empty() || stages.iter().any(|id| self.map.stages.get(id).is_some_and(|stage| !stage.folded))
    }

    pub(super) fn fold_stages(&mut self) {
        let edit = edit::fold_stages(&self.map, &self.selected_stages(), self.has_open_stage());
        if let Some(edit) = edit {
            self.edit(edit);
        }
    }

    /// Those that are selected, or the one that is and the next.
    pub(super) fn merge_stages(&mut self) {
        let mut stages = self.selected_stages();
        if let [only] = stages.as_slice() {
            let order = self.map.stages_in_order();
            let next = order.iter().skip_while(|(id, _)| id != only).nth(1).map(|(id, _)| *id);
            stages.extend(next);
        }
        match edit::merge_stages(&self.map, &stages) {
            Some(edit) => {
                let kept = edit.about.first().copied();
                if self.edit(edit) {
                    self.selection.set(kept);
                }
            }
            None => self.say(Cause::Edit, Tone::Info, say!(session_no_stage_after)),
        }
    }

    /// Before the first of the selected cards; the new stage's name is there to be written over.
    pub(super) fn split_stage(&mut self, effects: &mut Vec<Effect>) {
        let cards = self.selection.touchpoints();
        let place = |id: &TouchpointId| self.map.touchpoints.get(id).map(|card| (card.rank.clone(), *id));
        let Some(first) = cards.iter().copied().min_by_key(place) else { return };
        match edit::split_stage(&self.map, first, &mut self.ids) {
            Some((edit, new)) => {
                if self.edit(edit) {
                    self.selection.set([new.into()]);
                    effects.push(Effect::EditTitle(new.into()));
                }
            }
            None => self.say(Cause::Edit, Tone::Info, say!(session_splits_nothing)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_in_stage, label, merge_stages, split_stage};
    use crate::figures::sample;
    use crate::session::Command;
    use crate::session::Intent;
    use crate::session::stories::Story;

    /// Two stages with three and two cards, the stages, and the cards of the first.
    fn two_stages() -> (Story, Vec<StageId>, Vec<TouchpointId>) {
        let mut story = Story::new();
        let first = story.stage("Awareness");
        let cards = ["Trailer", "Poster", "Mail"].map(|title| story.card(title)).to_vec();
        let second = story.stage("Decision");
        story.card("Plans");
        story.card("Checkout");
        (story, vec![first, second], cards)
    }

    #[test]
    fn a_stage_is_split_at_a_card_named_and_merged_again() {
        let (mut story, stages, cards) = two_stages();
        story.act(Intent::Select(cards[1].into()));
        story.act(Intent::Command(Command::SplitStage));
        let map = story.session.map();
        let new = map.stages_in_order()[1].0;
        assert_eq!(story.session.selection().only(), Some(new.into()));
        assert_eq!((map.stages.len(), map.touchpoints[&cards[1]].stage), (stages.len() + 1, new));
        story.act(Intent::Select(stages[0].into()));
        story.act(Intent::Command(Command::MergeStages));
        assert_eq!(story.session.selection().only(), Some(stages[0].into()));
        let map = story.session.map();
        assert_eq!(map.stages.len(), stages.len());
        assert_eq!(map.card_ids_in(stages[0], map.lane_of(LaneKind::Touchpoints).unwrap()), cards.as_slice());
        story.act(Intent::Command(Command::Undo));
        assert_eq!(story.session.map().stages.len(), stages.len() + 1);
    }

    #[test]
    fn what_cannot_be_split_or_merged_is_told() {
        let (mut story, stages, cards) = two_stages();
        story.act(Intent::Select(cards[0].into()));
        story.act(Intent::Command(Command::SplitStage));
        assert_eq!(story.session.notices().last().unwrap().text, say!(session_splits_nothing));
        story.act(Intent::Select((*stages.last().unwrap()).into()));
        story.act(Intent::Command(Command::MergeStages));
        assert_eq!(story.session.notices().last().unwrap().text, say!(session_no_stage_after));
        assert_eq!(story.session.map().stages.len(), stages.len());
    }

    #[test]
    fn two_stages_become_one_with_all_that_they_held_and_come_back() {
        let map = sample::map();
        let order = map.stages_in_order();
        let (first, second, third) = (order[0].0, order[1].0, order[2].0);
        let held = |map: &Map, stage| map.touchpoints.values().filter(|card| card.stage == stage).count();
        let events = order[0].1.events.len() + order[1].1.events.len();
        let (cards, flags) = (held(&map, first) + held(&map, second), map.flags.len());
        let (_, measured) = map.measurement().unwrap();
        let (one, _) = measured.at(None, first).unwrap();
        let (other, _) = measured.at(None, second).unwrap();
        let (next, _) = measured.at(None, third).unwrap();
        let edit = merge_stages(&map, &[second, first]).unwrap();
        assert_eq!(label(&map, &edit), "Merge 2 stages");
        let mut merged = map.clone();
        let inverse = merged.apply(edit).unwrap().inverse;
        assert_eq!((held(&merged, first), merged.stages.len(), merged.flags.len()), (cards, order.len() - 1, flags));
        assert!(!merged.stages.contains_key(&second) && merged.stages[&first].events.len() <= events);
        // In order: the second stage's cards follow the first's.
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let want: Vec<TouchpointId> =
            [first, second].iter().flat_map(|stage| map.card_ids_in(*stage, lane).to_vec()).collect();
        assert_eq!(merged.card_ids_in(first, lane), want.as_slice());
        // Whoever left at either left at the one: the rest came to the next.
        let (_, measured) = merged.measurement().unwrap();
        let (now, _) = measured.at(None, first).unwrap();
        assert_eq!((now.reached, now.dropped), (one.reached, one.dropped + other.dropped));
        assert_eq!(now.reached - now.dropped, next.reached);
        assert_eq!((now.median_secs, measured.outdated), (None, true));
        merged.apply(inverse).unwrap();
        assert_eq!(merged, map);
        assert_eq!(merge_stages(&map, &[first]), None);
    }

    #[test]
    fn a_stage_is_split_before_a_card_with_what_is_tied_to_it() {
        let mut map = sample::map();
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let (stage, cards) = map
            .stages
            .keys()
            .map(|stage| (*stage, map.card_ids_in(*stage, lane).to_vec()))
            .max_by_key(|(_, c)| c.len())
            .unwrap();
        let mut ids = IdSource::seeded(5);
        let (edit, pain) = add_in_stage::<PainPoint>(&map, stage, Some(cards[1]), "Slow", &mut ids).unwrap();
        map.apply(edit).unwrap();
        assert_eq!(split_stage(&map, cards[0], &mut ids), None, "nothing would be left");
        let before = map.clone();
        let (edit, new) = split_stage(&map, cards[1], &mut ids).unwrap();
        let inverse = map.apply(edit).unwrap().inverse;
        assert_eq!(map.card_ids_in(stage, lane), &cards[..1]);
        assert_eq!(map.card_ids_in(new, lane), &cards[1..]);
        assert_eq!(map.pain_points[&pain].stage, new);
        let order: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let place = order.iter().position(|id| *id == stage).unwrap();
        assert_eq!(order[place + 1], new);
        assert!(map.measurement().unwrap().1.at(None, new).is_none());
        map.apply(inverse).unwrap();
        assert_eq!(map, before);
    }

    #[test]
    fn stages_are_folded_and_opened_together() {
        let (mut story, stages, _) = two_stages();
        let folded = |story: &Story| stages.iter().filter(|id| story.session.map().stages[id].folded).count();
        story.act(Intent::Select(stages[0].into()));
        story.act(Intent::Command(Command::FoldStages));
        assert_eq!(folded(&story), 1);
        story.act(Intent::Toggle(stages[1].into()));
        story.act(Intent::Command(Command::FoldStages));
        assert_eq!(folded(&story), 2, "where one is open, all are folded");
        assert_eq!(story.session.fold_stages_name().text(), say!(cmd_unfold_stage));
        story.act(Intent::Command(Command::FoldStages));
        assert_eq!(folded(&story), 0);
        story.act(Intent::Command(Command::Undo));
        assert_eq!(folded(&story), 2);
    }

    #[test]
    fn what_is_added_to_a_folded_stage_opens_it_in_the_same_step() {
        let (mut story, stages, _) = two_stages();
        for command in [Command::AddStep, Command::AddTouchpoint] {
            story.act(Intent::Select(stages[0].into()));
            story.act(Intent::Command(Command::FoldStages));
            let before = story.session.map().clone();
            story.act(Intent::Command(command));
            assert!(!story.session.map().stages[&stages[0]].folded, "{command:?}");
            story.act(Intent::Cancel);
            story.act(Intent::Command(Command::Undo));
            while *story.session.map() != before && story.session.history().undo_steps() > 0 {
                story.act(Intent::Command(Command::Undo));
            }
            assert!(story.session.map().stages[&stages[0]].folded);
            story.act(Intent::Select(stages[0].into()));
            story.act(Intent::Command(Command::FoldStages));
        }
    }
}
