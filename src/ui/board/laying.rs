//! A large map is laid out off the frame where nothing of its picture is known: when it is opened, in another width, in
//! another theme. Until then its top is shown, or the board as it was.

use super::BoardPanel;
use super::arranged::{Arranged, Drawn, Laid, Source};
use crate::model::*;
use crate::session::Session;
use crate::session::job::{Job, JobState};
use crate::text::Shaper;
use crate::ui::style;
use egui::{Align2, Context, FontId, Rect, Stroke, StrokeKind, Ui, vec2};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use touchline_words::say;

/// Records from which on a map is laid out aside: fewer are there within a frame or two.
const MANY: usize = 3_000;
/// So many of each cell are shown at first: more than a screen is high.
const FIRST: usize = 48;
/// How often it is looked whether the board is there, beside when its thread says so.
const LOOKS: Duration = Duration::from_millis(100);

/// A board in the making.
#[derive(Debug)]
pub(super) struct Laying {
    source: Source,
    job: Job<(Laid, Drawn)>,
}

impl BoardPanel {
    /// Whether the board for `source` is being laid out aside, so that what is shown cannot be worked on. Begins it where
    /// that is called for, and takes over what is ready.
    pub(super) fn lays_aside(
        &mut self,
        ctx: &Context,
        session: &Session,
        source: Source,
        shaper: &Arc<Shaper>,
    ) -> bool {
        if let Some(Laying { source, job }) = self.laying.take() {
            match job.poll() {
                JobState::Running => {
                    self.laying = Some(Laying { source, job });
                    return true;
                }
                JobState::Done((laid, drawn)) => {
                    self.drawn = drawn;
                    self.ground = Some(Rc::new(Arranged::of(laid, source)));
                    self.is_top = false;
                    self.could_not_lay = false;
                }
                // Without a thread it is laid out within the frame.
                JobState::Lost => self.could_not_lay = true,
            }
        }
        let map = session.seen();
        if !is_large(session) || self.could_not_lay || self.drawn.follows(session, &source, self.ground.as_deref()) {
            return false;
        }
        let mut drawn = std::mem::take(&mut self.drawn);
        let (whole, whole_shaper, ctx) = (map.clone(), Arc::clone(shaper), ctx.clone());
        let lay = move |_: &_| {
            let laid = drawn.lay(&whole, &source, &whole_shaper, None);
            (laid, drawn)
        };
        let job = Job::start_then("lay out a board", lay, move || ctx.request_repaint());
        if self.ground.is_none() {
            let top = top_of(map).map(|top| Arranged::alone(&top, source, shaper));
            self.is_top = top.is_some();
            self.ground = top.map(Rc::new);
        }
        self.laying = Some(Laying { source, job });
        true
    }

    /// Says over the board that the rest of it is on its way.
    pub(super) fn laying_ui(&self, ui: &Ui, area: Rect, records: usize) {
        ui.request_repaint_after(LOOKS);
        if !self.is_top {
            return;
        }
        let theme = style::theme(ui.ctx());
        let words = say!(ui_board_laying, count = crate::figures::numbers::count(records as u64));
        let font: FontId = style::small();
        let galley = ui.painter().layout_no_wrap(words, font, style::color(theme.ink));
        let place = Align2::CENTER_BOTTOM.anchor_size(area.center_bottom() - vec2(0.0, 16.0), galley.size());
        let pill = place.expand2(vec2(12.0, 6.0));
        let edge = Stroke::new(1.0, style::color(theme.hairline));
        ui.painter().rect(pill, 6.0, style::color(theme.surface), edge, StrokeKind::Inside);
        ui.painter().galley(place.min, galley, style::color(theme.ink));
    }
}

/// Whether a map is laid out aside where nothing of its picture is known.
pub(super) fn is_large(session: &Session) -> bool {
    session.shown().len() >= MANY
}

/// The map with the first records of each cell alone.
fn top_of(map: &Map) -> Option<Map> {
    let mut top = Tables {
        meta: map.meta.clone(),
        stages: map.stages.clone(),
        lanes: map.lanes.clone(),
        segments: map.segments.clone(),
        ..Tables::default()
    };
    let mut cells: BTreeMap<(StageId, LaneId), Vec<(TouchpointId, &Touchpoint)>> = BTreeMap::new();
    for (id, card) in &map.touchpoints {
        cells.entry((card.stage, card.lane)).or_default().push((*id, card));
    }
    for cards in cells.values_mut() {
        cards.sort_by(|a, b| (&a.1.rank, a.0).cmp(&(&b.1.rank, b.0)));
        top.touchpoints.extend(cards.iter().take(FIRST).map(|(id, card)| (*id, (*card).clone())));
    }
    for kind in ListKind::ALL {
        of_kind!(*kind, R => first_of::<R>(map, &mut top));
    }
    let stays = |flag: &Flag| top.contains(flag.on.into());
    top.flags = map.flags.iter().filter(|(_, flag)| stays(flag)).map(|(id, flag)| (*id, flag.clone())).collect();
    // A cause that is not among the first is not looked at here.
    for stage in top.stages.values_mut() {
        let estimate = stage.estimate.iter_mut();
        estimate.for_each(|estimate| estimate.cause = estimate.cause.filter(|card| top.touchpoints.contains_key(card)));
    }
    Map::new(top).ok()
}

fn first_of<R: InStage>(map: &Map, top: &mut Tables) {
    let firsts: Vec<_> =
        map.stages.keys().flat_map(|stage| map.in_stage::<R>(*stage).into_iter().take(FIRST)).collect();
    for (id, record) in firsts {
        let mut record = record.clone();
        if let Some(card) = record.spot_mut().touchpoint {
            *card = card.filter(|card| top.touchpoints.contains_key(card));
        }
        R::table_mut(top).insert(id, record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::scene::{Kind, Tag};
    use crate::session::Intent;
    use crate::ui::board::tests::{World, card_at, drag, window};

    /// The sample with so many more cards in its first cell.
    fn large(cards: usize) -> Map {
        let mut map = (*sample::map()).clone();
        let (_, first) = map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
        let ranks = Rank::spread(cards);
        for (nth, rank) in ranks.into_iter().enumerate() {
            let card = Touchpoint { rank, title: format!("Card {nth}"), ..first.clone() };
            map.touchpoints.insert(TouchpointId(10_000 + nth as u64), card);
        }
        Map::new(map).unwrap()
    }

    #[test]
    fn the_top_of_a_map_is_a_map_whose_first_cards_stand_as_in_the_whole() {
        let map = large(400);
        let top = top_of(&map).unwrap();
        assert!(top.len() < map.len() && top.check().is_empty());
        assert_eq!((&top.meta, &top.stages.len()), (&map.meta, &map.stages.len()));
        let (shaper, theme) = (Shaper::bundled(), crate::theme::Theme::light());
        let lay =
            |map: &Map| crate::layout::arrange_board(map, &crate::layout::Lens::default(), &theme, &shaper, 1136.0);
        let (whole, first) = (lay(&map), lay(&top));
        let ids = top.touchpoints.keys().map(|id| Tag::new(Kind::Touchpoint, id.0));
        let mut looked = 0;
        for tag in ids {
            assert_eq!(first.rect_of(tag), whole.rect_of(tag), "{tag:?}");
            looked += 1;
        }
        assert!(looked >= FIRST);
    }

    /// Looks as often as it takes; a board of a few thousand cards is there after some hundred frames.
    fn until_laid(harness: &mut egui_kittest::Harness<World>) {
        for _ in 0..1_000_000 {
            if harness.state().board.laying.is_none() {
                return;
            }
            std::thread::yield_now();
            harness.run_steps(1);
        }
        panic!("the board is never laid");
    }

    #[test]
    fn a_large_map_is_laid_aside_and_then_worked_on_as_any_other() {
        let mut harness = window(true);
        let map = harness.state().session.map();
        let (_, first) = map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
        let cards = Rank::spread(MANY).into_iter().zip(10_000..).map(|(rank, nth)| {
            let card = Touchpoint { rank, title: format!("Card {nth}"), ..first.clone() };
            Change::Touchpoint(TouchpointId(nth), Some(card))
        });
        let edit = Edit::of(Verb::Paste, cards.collect());
        let lens = map.segments.keys().next().copied();
        harness.state_mut().act(Intent::Edit(edit));
        harness.run_steps(2);
        assert!(harness.state().board.laying.is_none(), "what an edit touched is laid within the frame");

        harness.state_mut().act(Intent::Lens(lens));
        harness.run_steps(1);
        assert!(harness.state().board.laying.is_some(), "through other eyes the whole of it is drawn anew");
        until_laid(&mut harness);
        harness.run_steps(2);
        let world = harness.state();
        let ground = world.board.ground.clone().unwrap();
        let lens = crate::layout::Lens { segment: lens, ..Default::default() };
        let theme = crate::theme::Theme::light();
        let width = world.board.camera.home_width(world.board.area.unwrap());
        let anew = crate::layout::arrange_board(world.session.map(), &lens, &theme, &Shaper::bundled(), width);
        assert_eq!(ground.board.scene, anew.scene);

        let title = harness.state().cards_in("Decision")[0].clone();
        let there = harness.state().cards_in("Retention")[0].clone();
        let (from, to) = (card_at(&harness, &title), card_at(&harness, &there));
        drag(&mut harness, from, to);
        assert!(harness.state().cards_in("Retention").contains(&title));
        assert!(harness.state().board.laying.is_none());
    }
}
