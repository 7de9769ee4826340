//! The outline by its keys and by what a screen reader hears of it, without a window.

use super::super::{ViewsPanel, view_ui};
use super::*;
use crate::edit::templates::Template;
use crate::model::IdSource;
use crate::session::{Effect, Remembered};
use crate::text::Shaper;
use crate::theme::Theme;
use crate::ui::board::focus_id;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;
use std::time::Duration;

struct World {
    session: Session,
    views: ViewsPanel,
    shaper: Arc<Shaper>,
}

impl World {
    fn act(&mut self, action: Intent) {
        for effect in self.session.handle(action, Duration::ZERO) {
            match effect {
                Effect::EditTitle(record) => assert!(self.views.edit_title(&self.session, self.session.view(), record)),
                Effect::Reveal(record) => self.views.reveal(record),
                _ => {}
            }
        }
    }
}

fn window(template: Option<Template>) -> Harness<'static, World> {
    let session = Session::new(Remembered::default(), IdSource::seeded(5));
    let mut world = World { session, views: ViewsPanel::default(), shaper: Arc::new(Shaper::bundled()) };
    world.act(template.map_or(Intent::Command(Command::New), Intent::Template));
    world.act(Intent::Command(Command::ViewOutline));
    let mut harness = Harness::builder()
        .with_size(egui::vec2(900.0, 700.0))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(|ctx| style::apply(ctx, &Theme::light(), true))
        .build_ui_state(
            |ui, world: &mut World| {
                crate::ui::screen::words::offer(ui.ctx(), &world.shaper, &world.session.map().meta.language);
                let asked = view_ui(ui, &mut world.views, &world.session, world.session.view());
                asked.into_iter().for_each(|action| world.act(action));
            },
            world,
        );
    harness.run_steps(3);
    harness.ctx.memory_mut(|memory| memory.request_focus(focus_id()));
    harness.run_steps(2);
    harness
}

fn press(harness: &mut Harness<World>, held: Modifiers, key: Key) {
    harness.key_press_modifiers(held, key);
    harness.run_steps(4);
}

fn write(harness: &mut Harness<World>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

fn main(harness: &Harness<World>) -> Option<RecordRef> {
    harness.state().session.selection().main()
}

/// What a screen reader says of a record.
fn label(harness: &Harness<World>, record: RecordRef) -> String {
    let world = harness.state();
    let side = world.views.outline.reached.get(&record).cloned();
    let side = side.unwrap_or_else(|| crate::session::views::side_of(world.session.map(), record));
    row::said(&world.session, record, &side)
}

#[test]
fn arrows_walk_the_rows_fold_and_unfold_them_and_the_tree_says_so() {
    let mut harness = window(Some(Template::StreamingSubscriber));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let (stage, _) = harness.state().session.map().stages_in_order()[0];
    assert_eq!(main(&harness), Some(stage.into()));
    let name = label(&harness, stage.into());
    let node = harness.get_by_label(&name);
    let told = node.accesskit_node();
    assert_eq!((told.role(), told.data().is_expanded(), told.level()), (egui::Role::TreeItem, Some(true), Some(1)));
    assert_eq!(told.is_selected(), Some(true));
    assert!(node.is_focused(), "the keyboard is in the row");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    let card = harness.state().session.map().touchpoints_of(stage)[0].0;
    assert_eq!(main(&harness), Some(card.into()));
    assert_eq!(harness.get_by_label(&label(&harness, card.into())).accesskit_node().level(), Some(2));
    // From a card without parts ← leads to its stage; there it folds.
    while main(&harness) != Some(stage.into()) {
        press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    }
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(harness.get_by_label(&name).accesskit_node().data().is_expanded(), Some(false));
    assert!(harness.query_by_label(&label(&harness, card.into())).is_none());
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(main(&harness), Some(harness.state().session.map().stages_in_order()[1].0.into()));
}

#[test]
fn enter_opens_a_row_and_saves_it_and_esc_gives_it_back() {
    let mut harness = window(Some(Template::StreamingSubscriber));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let (stage, before) = harness.state().session.map().stages_in_order()[0];
    let before = before.name.clone();
    let name = |harness: &Harness<World>| harness.state().session.map().stages[&stage].name.clone();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label(say!(ui_outline_field)).is_some());
    write(&mut harness, "Hearing of it");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(name(&harness), before);
    press(&mut harness, Modifiers::NONE, Key::F2);
    write(&mut harness, "Hearing of it");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(name(&harness), "Hearing of it");
    assert!(harness.query_by_label(say!(ui_outline_field)).is_none());
    // The keyboard is back in the row.
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_ne!(main(&harness), Some(stage.into()));
}

#[test]
fn a_list_is_written_down_as_it_is_said_and_each_line_is_one_step() {
    let mut harness = window(None);
    harness.state_mut().act(Intent::Command(Command::AddStage));
    harness.run_steps(3);
    let steps = harness.state().session.history().undo_steps();
    for name in ["Awareness", "Decision", "Loyalty"] {
        write(&mut harness, name);
        press(&mut harness, Modifiers::NONE, Key::Enter);
    }
    press(&mut harness, Modifiers::NONE, Key::Escape);
    let map = harness.state().session.map();
    let names: Vec<&str> = map.stages_in_order().into_iter().map(|(_, stage)| stage.name.as_str()).collect();
    assert_eq!(names, ["Awareness", "Decision", "Loyalty"]);
    assert_eq!(harness.state().session.history().undo_steps(), steps + 2);
}

#[test]
fn alt_and_an_arrow_moves_a_row_and_letters_find_one() {
    let mut harness = window(Some(Template::StreamingSubscriber));
    let map = harness.state().session.map();
    let order: Vec<_> = map.stages_in_order().into_iter().map(|(id, stage)| (id, stage.name.clone())).collect();
    let (second, name) = order[1].clone();
    write(&mut harness, &name);
    assert_eq!(main(&harness), Some(second.into()));
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    let first = harness.state().session.map().stages_in_order()[0].0;
    assert_eq!((first, main(&harness)), (second, Some(second.into())));
}

#[test]
fn tab_ties_what_hurts_to_a_card_and_goes_on_to_the_panels_where_it_means_nothing() {
    let mut harness = window(Some(Template::StreamingSubscriber));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    harness.state_mut().act(Intent::Command(Command::Add(crate::model::ListKind::PainPoint)));
    harness.run_steps(3);
    write(&mut harness, "Too late");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    let map = harness.state().session.map();
    let (pain, _) = map.pain_points.iter().find(|(_, pain)| pain.text == "Too late").unwrap();
    let pain = *pain;
    harness.state_mut().act(Intent::Select(pain.into()));
    harness.run_steps(4);
    assert_eq!(harness.state().session.map().pain_points[&pain].touchpoint, None);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(harness.state().session.map().pain_points[&pain].touchpoint.is_some());
    press(&mut harness, Modifiers::SHIFT, Key::Tab);
    assert_eq!(harness.state().session.map().pain_points[&pain].touchpoint, None);
    let stage = harness.state().session.map().stages_in_order()[0].0;
    harness.state_mut().act(Intent::Select(stage.into()));
    harness.run_steps(4);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert!(!harness.ctx.memory(|memory| memory.has_focus(focus_id())), "no trap");
}

#[test]
fn of_a_large_map_only_the_rows_that_are_seen_are_told() {
    let mut harness = window(None);
    for nth in 0..60 {
        let name = format!("Stage {nth}");
        harness.state_mut().act(Intent::Add {
            new: crate::session::New::Stage { name },
            at: crate::session::Place::BeforeStage(None),
        });
    }
    harness.run_steps(5);
    // The last one, of which nothing was written, goes again.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Home);
    let stages = harness.state().session.map().stages_in_order();
    let ids: Vec<RecordRef> = stages.into_iter().map(|(id, _)| id.into()).collect();
    let heard = |harness: &Harness<World>, record| harness.query_by_label(&label(harness, record)).is_some();
    assert!(heard(&harness, ids[0]) && !heard(&harness, ids[58]));
    press(&mut harness, Modifiers::NONE, Key::End);
    harness.run_steps(4);
    assert_eq!(main(&harness).map(|record| heard(&harness, record)), Some(true));
    assert!(!heard(&harness, ids[0]));
}
