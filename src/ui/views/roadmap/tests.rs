//! The roadmap by its keys and by hand, by what a screen reader hears of it.

use super::super::{ViewsPanel, view_ui};
use super::*;
use crate::edit::templates::Template;
use crate::model::{Filter, IdSource, Others};
use crate::session::Session;
use crate::session::flows::{FilterMsg, Msg};
use crate::session::{New, Place, Remembered};
use crate::text::Shaper;
use crate::ui::board::focus_id;
use egui::{Event, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;
use std::time::Duration;

struct World {
    session: Session,
    views: ViewsPanel,
    shaper: Arc<Shaper>,
}

fn window() -> (Harness<'static, World>, RecordRef) {
    let session = Session::new(Remembered::default(), IdSource::seeded(5));
    let mut world = World { session, views: ViewsPanel::default(), shaper: Arc::new(Shaper::bundled()) };
    for action in [Intent::Template(Template::StreamingSubscriber), Intent::Command(Command::ViewRoadmap)] {
        world.session.handle(action, Duration::ZERO);
    }
    let kind = ListKind::Action;
    let new = New::Listed { kind, text: "Ask for less".to_owned() };
    world.session.handle(Intent::Add { new, at: Place::AtSelection }, Duration::ZERO);
    let action = world.session.selection().main().unwrap();
    let title = crate::session::TextOf::title(action);
    for intent in [Intent::Write { of: title.clone(), text: "Ask for less".to_owned() }, Intent::EndText(title)] {
        world.session.handle(intent, Duration::ZERO);
    }
    let mut harness = Harness::builder()
        .with_size(vec2(900.0, 600.0))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(|ctx| style::apply(ctx, &Theme::light(), true))
        .build_ui_state(
            |ui, world: &mut World| {
                crate::ui::screen::words::offer(ui.ctx(), &world.shaper, &world.session.map().meta.language);
                for action in view_ui(ui, &mut world.views, &world.session, world.session.view()) {
                    world.session.handle(action, Duration::ZERO);
                }
            },
            world,
        );
    harness.run_steps(3);
    harness.ctx.memory_mut(|memory| memory.request_focus(focus_id()));
    harness.run_steps(2);
    (harness, action)
}

fn horizon(harness: &Harness<World>, action: RecordRef) -> String {
    fields::read(harness.state().session.map(), action, Field::Horizon).unwrap()
}

fn label(harness: &Harness<World>, record: RecordRef) -> String {
    let look = Look::of(harness.state().session.map(), record);
    say!(ui_roadmap_said, title = look.title, plan = look.plan, effect = look.effect)
}

#[test]
fn alt_and_an_arrow_puts_an_action_off_and_enter_writes_it() {
    let (mut harness, action) = window();
    let name = label(&harness, action);
    assert!(harness.get_by_label(&name).is_focused(), "the keyboard is on the card");
    for (key, expected) in
        [(Key::ArrowRight, Horizon::Medium), (Key::ArrowRight, Horizon::LongTerm), (Key::ArrowLeft, Horizon::Medium)]
    {
        let steps = harness.state().session.history().undo_steps();
        harness.key_press_modifiers(Modifiers::ALT, key);
        harness.run_steps(4);
        assert_eq!(horizon(&harness, action), expected.name());
        assert_eq!(harness.state().session.history().undo_steps(), steps + 1);
    }
    harness.key_press_modifiers(Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    harness.event(Event::Text("Ask for nothing".to_owned()));
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    assert_eq!(title_of(harness.state().session.map(), action).unwrap(), "Ask for nothing");
}

#[test]
fn a_card_is_pulled_to_another_time_as_one_step() {
    let (mut harness, action) = window();
    let steps = harness.state().session.history().undo_steps();
    let name = label(&harness, action);
    let from = harness.get_by_label(&name).rect().center();
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    for to in [pos2(400.0, 200.0), pos2(800.0, 300.0)] {
        harness.hover_at(to);
        harness.run_steps(2);
    }
    harness.drop_at(pos2(800.0, 300.0));
    harness.run_steps(4);
    assert_eq!(horizon(&harness, action), Horizon::LongTerm.name());
    assert_eq!(harness.state().session.history().undo_steps(), steps + 1);
}

#[test]
fn a_card_that_does_not_match_the_filter_says_so_and_is_left_out_where_the_others_are_hidden() {
    let (mut harness, action) = window();
    let name = label(&harness, action);
    let filter = Filter { text: "nothing says this".to_owned(), ..Filter::default() };
    let said = |harness: &Harness<World>| harness.get_by_label(&name).accesskit_node().description();
    assert_eq!(said(&harness), None);
    for msg in [FilterMsg::Set(Box::new(filter)), FilterMsg::Others(Others::Hidden), FilterMsg::Others(Others::Dimmed)]
    {
        let hides = msg == FilterMsg::Others(Others::Hidden);
        harness.state_mut().session.handle(Intent::Flow(Msg::Filter(msg)), Duration::ZERO);
        harness.run_steps(3);
        assert_eq!(harness.query_by_label(&name).is_none(), hides);
    }
    assert_eq!(said(&harness).as_deref(), Some(say!(filter_unmet)));
}
