//! The board under a person's hands, without a window: presses, moves and releases of the pointer, and what the map is then.

use super::*;
use crate::edit::templates::Template;
use crate::fields::{self, FieldKey};
use crate::model::{Field, LaneKind, StageId, TouchpointId};
use crate::scene::{Kind, Part};
use crate::session::{Command, Effect, Remembered};
use crate::ui::palette::{self, Palette, palette_ui};
use egui::{Key, Modifiers, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::time::Duration;
use touchline_words::say;

pub(super) struct World {
    pub(super) session: Session,
    pub(super) board: BoardPanel,
    palette: Palette,
    shaper: std::sync::Arc<Shaper>,
    clipboard: Option<String>,
}

impl World {
    pub(super) fn act(&mut self, action: Intent) {
        for effect in self.session.handle(action, Duration::ZERO) {
            match effect {
                Effect::EditTitle(record) => self.board.edit_title(record),
                Effect::Reveal(record) => self.board.reveal(record),
                Effect::Zoom(zoom) => self.board.show(zoom),
                Effect::SetClipboard(text) => self.clipboard = Some(text),
                _ => {}
            }
        }
    }

    pub(super) fn stage(&self, name: &str) -> StageId {
        *self.session.map().stages.iter().find(|(_, stage)| stage.name == name).unwrap().0
    }

    pub(super) fn card(&self, title: &str) -> TouchpointId {
        *self.session.map().touchpoints.iter().find(|(_, card)| card.title == title).unwrap().0
    }

    /// The titles of a stage's cards from the top.
    pub(super) fn cards_in(&self, stage: &str) -> Vec<String> {
        let cards = self.session.map().touchpoints_of(self.stage(stage));
        cards.into_iter().map(|(_, card)| card.title.clone()).collect()
    }

    fn stages(&self) -> Vec<String> {
        self.session.map().stages_in_order().into_iter().map(|(_, stage)| stage.name.clone()).collect()
    }
}

/// A window of 1500 × 1000 with the palette at the left and the board beside it.
pub(super) fn window(template: bool) -> Harness<'static, World> {
    let mut world = World {
        session: Session::new(Remembered::default(), crate::model::IdSource::seeded(5)),
        board: BoardPanel::default(),
        palette: Palette::default(),
        shaper: std::sync::Arc::new(Shaper::bundled()),
        clipboard: None,
    };
    world.act(if template { Intent::Template(Template::StreamingSubscriber) } else { Intent::Command(Command::New) });
    let mut harness = Harness::builder()
        .with_size(vec2(1500.0, 1400.0))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(|ctx| style::apply(ctx, &Theme::light(), true))
        .build_ui_state(
            |ui, world: &mut World| {
                let mut asked = Vec::new();
                crate::ui::screen::words::offer(ui.ctx(), &world.shaper, &world.session.map().meta.language);
                egui::Panel::left("palette").exact_size(palette::WIDTH).show(ui, |ui| {
                    asked.extend(palette_ui(ui, &mut world.palette, &world.session, &mut world.board));
                });
                egui::CentralPanel::no_frame().show(ui, |ui| {
                    asked.extend(board_ui(ui, &mut world.board, &world.session, &world.shaper));
                });
                asked.into_iter().for_each(|action| world.act(action));
            },
            world,
        );
    harness.run_steps(3);
    harness
}

/// The middle of a part on the screen.
pub(super) fn at(harness: &Harness<World>, tag: Tag) -> Pos2 {
    let board = &harness.state().board;
    let rect = board.ground.as_ref().unwrap().board.rect_of(tag).unwrap();
    board.camera.view(board.area.unwrap()).rect_to_screen(rect).center()
}

pub(super) fn card_at(harness: &Harness<World>, title: &str) -> Pos2 {
    at(harness, Tag::new(Kind::Touchpoint, harness.state().card(title).0))
}

pub(super) fn cell_at(harness: &Harness<World>, stage: &str, kind: LaneKind) -> Pos2 {
    let world = harness.state();
    let lane = world.session.map().lane_of(kind).unwrap();
    at(harness, Tag::pair(Kind::Cell, world.stage(stage).0, lane.0))
}

/// Presses at one place and moves to another, without letting go.
fn pull(harness: &mut Harness<World>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    for step in 1..=4 {
        harness.hover_at(from + (to - from) * (step as f32 / 4.0));
        harness.run_steps(1);
    }
    harness.run_steps(1);
}

pub(super) fn drag(harness: &mut Harness<World>, from: Pos2, to: Pos2) {
    pull(harness, from, to);
    harness.drop_at(to);
    harness.run_steps(4);
}

pub(super) fn undo(harness: &mut Harness<World>) {
    harness.state_mut().act(Intent::Command(Command::Undo));
    harness.run_steps(2);
}

pub(super) fn click(harness: &mut Harness<World>, pos: Pos2, modifiers: Modifiers) {
    harness.event(egui::Event::ModifiersChanged(modifiers));
    harness.hover_at(pos);
    harness.run_steps(1);
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
        harness.run_steps(1);
    }
    harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    harness.run_steps(2);
}

#[test]
fn a_block_of_the_palette_lands_in_the_cell_where_it_is_let_go() {
    let mut harness = window(true);
    let before = harness.state().cards_in("Decision");
    let from = harness.get_by_label(say!(channel_podcast)).rect().center();
    let to = card_at(&harness, &before[1]) - vec2(0.0, 4.0);
    pull(&mut harness, from, to);
    assert!(harness.state().session.proposal().is_some(), "what would happen is shown before it happens");
    assert_eq!(harness.state().cards_in("Decision"), before, "and not done yet");
    harness.drop_at(to);
    harness.run_steps(4);
    let after = [&before[..1], &["Podcast / audio".to_owned()], &before[1..]].concat();
    assert_eq!(harness.state().cards_in("Decision"), after);
    let card = harness.state().card("Podcast / audio");
    assert_eq!(harness.state().session.selection().only(), Some(RecordRef::Touchpoint(card)));
    undo(&mut harness);
    assert_eq!(harness.state().cards_in("Decision"), before, "one step takes it back");
}

#[test]
fn a_card_goes_to_another_stage_and_back_by_one_undo() {
    let mut harness = window(true);
    let before = harness.state().session.map().clone();
    let title = harness.state().cards_in("Awareness")[0].clone();
    let (from, to) = (card_at(&harness, &title), cell_at(&harness, "Retention", LaneKind::Touchpoints));
    drag(&mut harness, from, to);
    assert!(harness.state().cards_in("Retention").contains(&title));
    assert!(!harness.state().cards_in("Awareness").contains(&title));
    undo(&mut harness);
    assert_eq!(*harness.state().session.map(), before);
}

#[test]
fn cards_change_places_within_their_cell() {
    let mut harness = window(true);
    let before = harness.state().cards_in("Awareness");
    let (from, to) = (card_at(&harness, &before[0]), card_at(&harness, &before[2]) + vec2(0.0, 12.0));
    drag(&mut harness, from, to);
    assert_eq!(harness.state().cards_in("Awareness"), [before[1].as_str(), &before[2], &before[0]]);
}

#[test]
fn escape_calls_a_drag_off_with_everything_where_it_was() {
    let mut harness = window(true);
    let before = harness.state().session.map().clone();
    let title = harness.state().cards_in("Awareness")[0].clone();
    let other = harness.state().card("Review site");
    harness.state_mut().act(Intent::Select(RecordRef::Touchpoint(other)));
    harness.run_steps(1);
    let (from, to) = (card_at(&harness, &title), cell_at(&harness, "Retention", LaneKind::Touchpoints));
    pull(&mut harness, from, to);
    assert!(harness.state().session.proposal().is_some());
    harness.key_down(Key::Escape);
    harness.run_steps(2);
    harness.key_up(Key::Escape);
    harness.drop_at(to);
    harness.run_steps(3);
    assert_eq!(*harness.state().session.map(), before);
    assert!(harness.state().session.proposal().is_none());
    assert_eq!(harness.state().session.selection().records(), [RecordRef::Touchpoint(other)]);
    assert!(harness.state().session.history().next_undo().is_none());
}

#[test]
fn a_drag_with_alt_or_control_leaves_the_card_and_moves_a_copy() {
    let mut harness = window(true);
    let title = harness.state().cards_in("Awareness")[0].clone();
    for held in [Modifiers::ALT, Modifiers::COMMAND] {
        let (from, to) = (card_at(&harness, &title), cell_at(&harness, "Retention", LaneKind::Touchpoints));
        harness.event(egui::Event::ModifiersChanged(held));
        drag(&mut harness, from, to);
        harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
        assert!(harness.state().cards_in("Awareness").contains(&title), "{held:?}");
        assert!(harness.state().cards_in("Retention").contains(&title), "{held:?}");
        let flags = harness.state().session.map().flags.len();
        undo(&mut harness);
        assert!(!harness.state().cards_in("Retention").contains(&title), "{held:?}");
        assert!(harness.state().session.map().flags.len() < flags, "its flags were copied with it");
    }
}

#[test]
fn a_feeling_dropped_on_its_lane_is_felt_at_the_stages_first_card_without_one() {
    let mut harness = window(true);
    let titles = harness.state().cards_in("Awareness");
    let card = harness.state().card(&titles[0]);
    let key = FieldKey::one(card.into(), Field::Emotion(None));
    let none = fields::write(harness.state().session.map(), &key, "").unwrap().unwrap();
    harness.state_mut().act(Intent::Edit(none));
    harness.run_steps(3);
    let from = harness.get_by_label(say!(ui_block_emotion)).rect().center();
    let scale = harness.state().board.ground.as_ref().unwrap().board.feeling.unwrap();
    let view = harness.state().board.camera.view(harness.state().board.area.unwrap());
    let at = cell_at(&harness, "Awareness", LaneKind::Feeling);
    let high = view.to_screen(crate::scene::Point::new(0.0, scale.middle_y - 2.0 * scale.units_per_score)).y;
    drag(&mut harness, from, egui::pos2(at.x, high));
    let felt = harness.state().session.map().touchpoints[&card].emotion.clone().unwrap();
    assert_eq!(felt.score.tenths(), 20, "as high as it was let go");
    assert_eq!(harness.state().session.selection().only(), Some(RecordRef::Touchpoint(card)));
}

#[test]
fn a_marquee_selects_what_it_touches_and_shift_click_adds() {
    let mut harness = window(true);
    let titles = harness.state().cards_in("Awareness");
    let (first, last) = (card_at(&harness, &titles[0]), card_at(&harness, &titles[2]));
    drag(&mut harness, first - vec2(108.0, 0.0), last);
    let selected = harness.state().session.selection().touchpoints();
    assert_eq!(selected.len(), 3, "{selected:?}");
    let other = card_at(&harness, "Review site");
    click(&mut harness, other, Modifiers::SHIFT);
    assert_eq!(harness.state().session.selection().records().len(), 4);
    let to = cell_at(&harness, "Retention", LaneKind::Touchpoints);
    drag(&mut harness, first, to);
    assert!(harness.state().cards_in("Awareness").is_empty());
    assert!(harness.state().cards_in("Retention").contains(&"Review site".to_owned()), "all of them go together");
    let empty = harness.state().board.area.unwrap().max - vec2(60.0, 60.0);
    click(&mut harness, empty, Modifiers::NONE);
    assert!(harness.state().session.selection().is_empty());
}

#[test]
fn a_double_click_writes_the_title_in_place_and_escape_restores_it() {
    let mut harness = window(true);
    let pos = card_at(&harness, "Review site");
    click(&mut harness, pos, Modifiers::NONE);
    click(&mut harness, pos, Modifiers::NONE);
    harness.get_by_label(say!(ui_board_title_field)).type_text("Rating page");
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(harness.query_by_label(say!(ui_board_title_field)).is_none());
    assert!(harness.state().cards_in("Consideration").contains(&"Rating page".to_owned()));

    let card = harness.state().card("Rating page");
    harness.state_mut().act(Intent::Select(RecordRef::Touchpoint(card)));
    harness.state_mut().act(Intent::Command(Command::EditTitle));
    harness.run_steps(3);
    harness.get_by_label(say!(ui_board_title_field)).type_text("slip");
    harness.run_steps(2);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.query_by_label(say!(ui_board_title_field)).is_none());
    assert!(harness.state().cards_in("Consideration").contains(&"Rating page".to_owned()));
    undo(&mut harness);
    assert!(harness.state().cards_in("Consideration").contains(&"Review site".to_owned()), "writing is one step");
}

#[test]
fn tab_goes_on_to_the_next_title() {
    let mut harness = window(true);
    let titles = harness.state().cards_in("Awareness");
    let card = harness.state().card(&titles[0]);
    harness.state_mut().act(Intent::Select(RecordRef::Touchpoint(card)));
    harness.state_mut().act(Intent::Command(Command::EditTitle));
    harness.run_steps(3);
    harness.get_by_label(say!(ui_board_title_field)).type_text("First");
    harness.key_press(Key::Tab);
    harness.run_steps(4);
    harness.get_by_label(say!(ui_board_title_field)).type_text("Second");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().cards_in("Awareness")[..2], ["First", "Second"]);
}

#[test]
fn a_face_that_is_pulled_up_sets_whole_steps_and_with_alt_tenths() {
    let mut harness = window(true);
    let card = harness.state().card("Review site");
    let face = Tag::new(Kind::Emotion, card.0);
    let score = |harness: &Harness<World>| {
        harness.state().session.map().touchpoints[&card].emotion.as_ref().unwrap().score.tenths()
    };
    let units = |harness: &Harness<World>| {
        harness.state().board.ground.as_ref().unwrap().board.feeling.unwrap().units_per_score
    };
    let (before, step) = (score(&harness), units(&harness));
    let from = at(&harness, face);
    drag(&mut harness, from, from + vec2(40.0, 2.2 * step));
    let after = score(&harness);
    assert!(after < before && after % 10 == 0, "{before} → {after}");
    harness.event(egui::Event::ModifiersChanged(Modifiers::ALT));
    let from = at(&harness, face);
    drag(&mut harness, from, from - vec2(0.0, 0.7 * step));
    harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    assert_eq!(score(&harness), after + 7);
    undo(&mut harness);
    assert_eq!(score(&harness), after);
    undo(&mut harness);
    assert_eq!(score(&harness), before);
}

#[test]
fn a_stage_is_moved_by_its_header_and_widened_by_its_edge() {
    let mut harness = window(true);
    let before = harness.state().stages();
    let cards = harness.state().cards_in(&before[0]);
    let (first, third) = (harness.state().stage(&before[0]), harness.state().stage(&before[2]));
    let (from, to) = (at(&harness, Tag::new(Kind::Stage, first.0)), at(&harness, Tag::new(Kind::Stage, third.0)));
    drag(&mut harness, from, to + vec2(30.0, 0.0));
    let after = harness.state().stages();
    assert_eq!(after, [before[1].as_str(), &before[2], &before[0], &before[3], &before[4]]);
    assert_eq!(harness.state().cards_in(&before[0]), cards, "with all it holds");
    let edge = at(&harness, Tag::new(Kind::StageEdge, first.0));
    drag(&mut harness, edge, edge + vec2(80.0, 0.0));
    assert!(harness.state().session.map().stages[&first].width.is_some());
}

#[test]
fn an_action_that_is_dropped_on_a_card_is_tied_to_it() {
    let mut harness = window(true);
    let (id, _) = harness.state().session.map().actions.iter().next().unwrap();
    let id = *id;
    let card = harness.state().card("Review site");
    let (from, to) = (at(&harness, Tag::new(Kind::Action, id.0)), card_at(&harness, "Review site"));
    drag(&mut harness, from, to);
    let action = &harness.state().session.map().actions[&id];
    assert_eq!(action.touchpoint, Some(card));
    assert_eq!(action.stage, harness.state().stage("Consideration"));
}

#[test]
fn annotations_of_the_palette_land_on_cards_and_stages() {
    let mut harness = window(true);
    let place = |harness: &mut Harness<World>, block: &str, to: Pos2| {
        // Lanes have some of these names too; the palette comes first.
        harness.get_all_by_label(block).next().unwrap().scroll_to_me();
        harness.run_steps(3);
        let from = harness.get_all_by_label(block).next().unwrap().rect().center();
        drag(harness, from, to);
        harness.key_press(Key::Enter);
        harness.run_steps(3);
    };
    let plain =
        harness.state().session.map().touchpoints.iter().find(|(_, card)| card.emotion.is_none()).map(|(id, _)| *id);
    let card = plain.unwrap();
    let on_card = at(&harness, Tag::new(Kind::Touchpoint, card.0));
    place(&mut harness, "Emotion", on_card);
    assert_eq!(harness.state().session.map().touchpoints[&card].emotion.as_ref().unwrap().score.tenths(), 0);
    let decision = cell_at(&harness, "Decision", LaneKind::DropOff);
    place(&mut harness, "Drop-off", decision);
    let stage = harness.state().stage("Decision");
    assert!(harness.state().session.map().stages[&stage].estimate.is_some());
    for (block, kind) in
        [("Question", LaneKind::Thinking), ("Pain point", LaneKind::PainPoints), ("Action", LaneKind::Actions)]
    {
        let to = cell_at(&harness, "Decision", kind);
        let before = harness.state().session.map().len();
        place(&mut harness, block, to);
        assert_eq!(harness.state().session.map().len(), before + 1, "{block}");
    }
    let header = at(&harness, Tag::new(Kind::Stage, stage.0));
    place(&mut harness, "Metric", header);
    let map = harness.state().session.map();
    assert_eq!(map.metrics.values().map(|metric| metric.stage).collect::<Vec<_>>(), [stage]);
    assert!(map.lane_of(LaneKind::Metrics).is_some(), "the lane comes along");
    let free = at(&harness, Tag::new(Kind::Stage, stage.0)) + vec2(0.0, 300.0);
    place(&mut harness, "Sticky note", free);
    assert_eq!(harness.state().session.map().stickies.len(), 1);
}

#[test]
fn a_right_click_selects_and_offers_the_commands_of_the_table() {
    let mut harness = window(true);
    let pos = card_at(&harness, "Review site");
    harness.hover_at(pos);
    harness.run_steps(1);
    for pressed in [true, false] {
        let button = egui::PointerButton::Secondary;
        harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        harness.run_steps(1);
    }
    harness.run_steps(3);
    let card = harness.state().card("Review site");
    assert_eq!(harness.state().session.selection().only(), Some(RecordRef::Touchpoint(card)));
    harness.get_by_label(say!(cmd_duplicate)).click();
    harness.run_steps(3);
    let copies = harness.state().cards_in("Consideration").into_iter().filter(|title| title == "Review site").count();
    assert_eq!(copies, 2);
}

#[test]
fn an_empty_map_invites_and_takes_the_first_stage() {
    let mut harness = window(false);
    for id in harness.state().session.map().stages.keys().copied().collect::<Vec<_>>() {
        harness.state_mut().act(Intent::Delete(vec![RecordRef::Stage(id)]));
    }
    harness.run_steps(2);
    harness.get_by_label(say!(ui_board_invite_title));
    assert!(harness.query_by_label(say!(ui_block_discovery)).is_none(), "few maps have it");
    harness.get_by_label(&say!(ui_palette_more_stages, more = 5)).click();
    harness.run_steps(2);
    let from = harness.get_by_label(say!(ui_block_discovery)).rect().center();
    let to = harness.state().board.area.unwrap().center();
    drag(&mut harness, from, to);
    assert_eq!(harness.state().stages(), ["Discovery"]);
    assert!(harness.query_by_label(say!(ui_board_invite_title)).is_none());
}

#[test]
fn a_selected_stage_is_ringed_as_it_is_drawn() {
    let harness = window(true);
    let ground = harness.state().board.ground.clone().unwrap();
    let corners = |name: &str| ground.corners(Tag::new(Kind::Stage, harness.state().stage(name).0)).unwrap();
    let (first, second) = (corners("Awareness"), corners("Consideration"));
    assert_eq!((first.len(), second.len()), (5, 6), "the first has no notch at its left");
    let rect = ground.rects_of(RecordRef::Stage(harness.state().stage("Awareness"))).next().unwrap();
    assert!(first.iter().all(|corner| rect.shrink(-0.5).contains(*corner)), "{rect:?} {first:?}");
}

#[test]
fn a_card_is_found_and_selected_by_its_spoken_label() {
    let mut harness = window(true);
    let parts = harness.state().board.ground.as_ref().unwrap().board.parts();
    let is_it = |part: &Part| part.tag().kind == Kind::Touchpoint && part.label().contains("Review site");
    let label = parts.iter().find(is_it).unwrap().label().into_owned();
    harness.get_by_label(&label).click_accesskit();
    harness.run_steps(3);
    let card = harness.state().card("Review site");
    assert_eq!(harness.state().session.selection().only(), Some(RecordRef::Touchpoint(card)));
}

#[test]
fn the_wheel_pans_and_with_control_zooms_about_the_pointer() {
    let mut harness = window(true);
    let pos = card_at(&harness, "Review site");
    harness.hover_at(pos);
    harness.run_steps(1);
    let before = harness.state().board.camera.view(harness.state().board.area.unwrap()).to_scene(pos);
    harness.event(egui::Event::Zoom(1.5));
    harness.run_steps(2);
    let board = &harness.state().board;
    assert!((board.zoom() - 1.5).abs() < 0.01);
    let after = board.camera.view(board.area.unwrap()).to_scene(pos);
    assert!((after.x - before.x).abs() < 0.5 && (after.y - before.y).abs() < 0.5);
    harness.state_mut().board.show(session::Zoom::Fit);
    harness.run_steps(3);
    let board = &harness.state().board;
    let scene = board.ground.as_ref().unwrap().board.scene.size;
    let shown = board.camera.view(board.area.unwrap()).rect_to_screen(SceneRect::from_size(scene));
    assert!(board.area.unwrap().contains_rect(shown));
}

#[test]
fn a_hairs_breadth_is_no_other_width() {
    assert_eq!(super::steady(1376.0313), super::steady(1376.0));
    assert_ne!(super::steady(1376.5), super::steady(1376.0));
}

#[test]
fn a_double_click_in_the_feeling_lane_gives_the_stages_first_card_a_feeling() {
    let mut harness = window(true);
    let felt = |of: &Harness<World>| of.state().session.map().touchpoints.values().flat_map(|it| &it.emotion).count();
    let (before, pos) = (felt(&harness), cell_at(&harness, "Awareness", LaneKind::Feeling) - vec2(0.0, 60.0));
    (0..2).for_each(|_| click(&mut harness, pos, Modifiers::NONE));
    harness.run_steps(3);
    assert_eq!(felt(&harness), before + 1);
}
