//! The table by its keys, its heads and its clipboard, by what a screen reader hears of it.

use super::super::{ViewsPanel, view_ui};
use super::*;
use crate::edit::templates::Template;
use crate::fields;
use crate::model::{Field, IdSource};
use crate::session::{Command, Effect, Remembered};
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
            if let Effect::EditTitle(record) = effect {
                assert!(self.views.edit_title(&self.session, self.session.view(), record));
            }
        }
    }

    fn read(&self, record: RecordRef, field: Field) -> String {
        fields::read(self.session.map(), record, field).unwrap_or_default()
    }
}

fn window() -> Harness<'static, World> {
    let session = Session::new(Remembered::default(), IdSource::seeded(5));
    let mut world = World { session, views: ViewsPanel::default(), shaper: Arc::new(Shaper::bundled()) };
    world.act(Intent::Template(Template::StreamingSubscriber));
    world.act(Intent::Command(Command::ViewTable));
    let mut harness = Harness::builder()
        .with_size(vec2(1500.0, 900.0))
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

fn rows(harness: &Harness<World>) -> Vec<RecordRef> {
    harness.state().views.table.table.rows().to_vec()
}

#[test]
fn a_cell_is_written_where_it_stands_and_esc_gives_it_back() {
    let mut harness = window();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let first = rows(&harness)[0];
    assert_eq!(harness.state().session.selection().main(), Some(first));
    let before = harness.state().read(first, Field::Title);
    for (end, expected) in [(Key::Escape, before.as_str()), (Key::Enter, "Trailer in the park")] {
        press(&mut harness, Modifiers::NONE, Key::F2);
        harness.event(Event::Text("Trailer in the park".to_owned()));
        harness.run_steps(2);
        press(&mut harness, Modifiers::NONE, end);
        assert_eq!(harness.state().read(first, Field::Title), expected);
    }
    let column = harness.state().views.table.table.columns()[0].name();
    let cell = say!(ui_table_cell, column, text = "Trailer in the park");
    assert!(harness.get_by_label(&cell).is_focused(), "the keyboard is in the cell");
    // A letter begins a cell anew, as in a spreadsheet.
    harness.event(Event::Text("S".to_owned()));
    harness.run_steps(3);
    harness.event(Event::Text("pot".to_owned()));
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().read(first, Field::Title), "Spot");
}

#[test]
fn one_of_a_few_is_chosen_from_a_list_and_several_rows_are_given_it_at_once() {
    let mut harness = window();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let [first, second] = [rows(&harness)[0], rows(&harness)[1]];
    press(&mut harness, Modifiers::NONE, Key::Space);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(harness.state().session.selection().records(), [first, second]);
    let steps = harness.state().session.history().undo_steps();
    let owner = Field::Ownership.name();
    harness.get_by_label(&say!(ui_table_of_all, name = owner)).click();
    harness.run_steps(4);
    let outside = crate::model::Ownership::Outside.name();
    harness.get_by_label(outside).click();
    harness.run_steps(4);
    for record in [first, second] {
        assert_eq!(harness.state().read(record, Field::Ownership), outside);
    }
    assert_eq!(harness.state().session.history().undo_steps(), steps + 1);
}

#[test]
fn a_head_sorts_words_leave_out_and_a_kind_is_chosen() {
    let mut harness = window();
    let before = rows(&harness);
    let column = harness.state().views.table.table.columns()[0].name();
    harness.get_by_label(&say!(ui_drawer_sort_by, name = column)).click();
    harness.run_steps(3);
    let world = harness.state();
    let titles: Vec<String> =
        rows(&harness).iter().map(|record| world.read(*record, Field::Title).to_lowercase()).collect();
    assert!(titles.is_sorted() && titles.len() == before.len());
    let wanted = titles[1].clone();
    harness.get_by_label(&say!(ui_table_words, name = column)).focus();
    harness.run_steps(2);
    harness.event(Event::Text(wanted.clone()));
    harness.run_steps(4);
    let met = harness.state().views.table.table.met();
    let left = &rows(&harness)[..met];
    assert!(!left.is_empty() && met < before.len());
    assert!(left.iter().all(|record| harness.state().read(*record, Field::Title).to_lowercase().contains(&wanted)));
    let told = say!(ui_table_match, seen = met, all = before.len());
    assert!(harness.query_by_label(&told).is_some());
    harness.get_by_label(say!(ui_table_clear)).click();
    harness.run_steps(4);
    assert_eq!(harness.state().views.table.table.met(), before.len());
}

#[test]
fn ranges_and_ticks_are_asked_below_the_heads_and_what_cannot_be_asked_says_why() {
    let mut harness = window();
    let filter = |harness: &Harness<World>| harness.state().session.flows().filter().filter().clone();
    let channel = say!(ui_table_ticks, name = Field::Channel.name());
    harness.get_by_label(&channel).click();
    harness.run_steps(4);
    let email = crate::model::Channel::Email.name();
    let nodes: Vec<_> = harness.query_all_by_label(email).collect();
    nodes.last().expect("it is offered").click();
    harness.run_steps(4);
    let met = harness.state().views.table.table.met();
    let rows = rows(&harness);
    assert!(met > 0 && met < rows.len());
    assert!(rows[..met].iter().all(|record| harness.state().read(*record, Field::Channel) == email));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    let feeling = Field::Emotion(None);
    harness.get_by_label(&say!(ui_table_words, name = feeling.name())).focus();
    harness.run_steps(2);
    harness.event(Event::Text("≥ much".to_owned()));
    harness.run_steps(3);
    assert_eq!(filter(&harness).columns.len(), 1, "what says no range asks nothing");
    let label = say!(ui_table_words, name = feeling.name());
    let node = harness.get_by_label(&label);
    assert_eq!(node.accesskit_node().description().as_deref(), Some(say!(filter_no_figures)));
}

#[test]
fn rows_are_copied_for_a_spreadsheet_and_its_cells_pasted_from_the_cell_on() {
    let mut harness = window();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let [_, second, third] = [rows(&harness)[0], rows(&harness)[1], rows(&harness)[2]];
    harness.event(Event::Paste("One more\nAnd another".to_owned()));
    harness.run_steps(4);
    assert_eq!(harness.state().read(second, Field::Title), "One more");
    assert_eq!(harness.state().read(third, Field::Title), "And another");
    harness.event(Event::Copy);
    harness.run_steps(1);
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("something is copied");
    assert!(copied.lines().nth(1).is_some_and(|row| row.starts_with("One more\t")), "{copied}");
}
