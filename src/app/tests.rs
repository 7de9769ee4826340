//! The window as a person meets it, by the names that a screen reader reads: no display, no clock, a folder of its own.

use super::desktop::Asked;
use super::dialogs::Dialogs;
use super::{Options, Outside, Window};
use crate::session::{Intent, Remembered, Session};
use crate::store::StateFolder;
use egui::{Key, MissingGlyphPolicy, Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::Path;
use tempfile::TempDir;
use touchline_words::say;

pub(super) struct Seat {
    pub(super) harness: Harness<'static, Option<Window>>,
    pub(super) folder: TempDir,
}

pub(super) fn sit_down() -> Seat {
    let folder = tempfile::tempdir().unwrap();
    let harness = window_with(folder.path(), Options::default());
    Seat { harness, folder }
}

/// At the pace of a screen, for what depends on it.
pub(super) fn sit_down_quick() -> Seat {
    sit_down_paced(1.0 / 60.0)
}

fn sit_down_paced(frame_secs: f32) -> Seat {
    let folder = tempfile::tempdir().unwrap();
    let harness = window_paced(folder.path(), Options::default(), frame_secs, MissingGlyphPolicy::Panic);
    Seat { harness, folder }
}

/// A map with a card that is selected, at the pace of a screen.
pub(super) fn at_the_board() -> Seat {
    at_the_board_paced(1.0 / 60.0)
}

/// The same where a frame takes so long.
pub(super) fn at_the_board_paced(frame_secs: f32) -> Seat {
    let mut seat = sit_down_paced(frame_secs);
    seat.click(say!(template_live));
    let card = *seat.session().map().touchpoints.keys().next().unwrap();
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Select(card.into()));
    seat.harness.run_steps(20);
    seat
}

pub(super) fn window_with(folder: &Path, options: Options) -> Harness<'static, Option<Window>> {
    window_paced(folder, options, 0.25, MissingGlyphPolicy::Panic)
}

/// For letters that no font has that is bundled.
pub(super) fn window_of_any_letters(folder: &Path, options: Options) -> Harness<'static, Option<Window>> {
    window_paced(folder, options, 0.25, MissingGlyphPolicy::Tofu)
}

fn window_paced(
    folder: &Path,
    options: Options,
    frame_secs: f32,
    letters: MissingGlyphPolicy,
) -> Harness<'static, Option<Window>> {
    let state = folder.join("state");
    let remembered = Remembered::read(&StateFolder::at(state.clone()));
    let outside = Outside {
        folder: Some(StateFolder::at(state)),
        dialogs: Dialogs::typed_only(folder),
        desktop: Asked::nothing(),
        ids: crate::model::IdSource::random(),
        frame: None,
        ended: Default::default(),
        renderer: "a painter of the test".to_owned(),
    };
    let mut start = Some((remembered, outside, options));
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).with_step_dt(frame_secs).build_ui_state(
        move |ui, window: &mut Option<Window>| {
            if let Some((remembered, outside, options)) = start.take() {
                ui.ctx().set_missing_glyph_policy(letters);
                *window = Some(Window::new(ui.ctx(), remembered, outside, options, Default::default()));
            }
            let window = window.as_mut().unwrap();
            window.guard_close(ui.ctx());
            window.show(ui);
        },
        None,
    );
    harness.run_steps(2);
    harness
}

impl Seat {
    pub(super) fn window(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().unwrap()
    }

    pub(super) fn session(&self) -> &Session {
        &self.harness.state().as_ref().unwrap().session
    }

    pub(super) fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run_steps(3);
    }

    pub(super) fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
    }

    /// Adds a stage by its key, with its name, and writes no other.
    pub(super) fn add_stage(&mut self, name: &str) {
        self.press(Modifiers::NONE, Key::S);
        self.harness.event(egui::Event::Text(name.to_owned()));
        self.press(Modifiers::NONE, Key::Enter);
        self.press(Modifiers::NONE, Key::Escape);
    }

    /// Presses at one place, pulls and lets go at another.
    pub(super) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.run_steps(1);
        self.harness.drag_at(from);
        self.harness.run_steps(1);
        for step in 1..=4 {
            self.harness.hover_at(from + (to - from) * (step as f32 / 4.0));
            self.harness.run_steps(2);
        }
        self.harness.drop_at(to);
        self.harness.run_steps(6);
    }

    /// Waits for the disk, then shows what came of it.
    pub(super) fn settle(&mut self) {
        let ctx = self.harness.ctx.clone();
        self.window().opening = false;
        // What is reported may give the disk more to do.
        loop {
            let reports = self.window().worker.wait_for_all();
            if reports.is_empty() {
                break;
            }
            self.window().act_all(&ctx, reports.into_iter().map(Intent::Disk));
        }
        self.harness.run_steps(3);
    }

    pub(super) fn shows(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }

    pub(super) fn type_over(&mut self, label: &str, text: &str) {
        self.harness.get_by_label(label).focus();
        self.harness.run_steps(1);
        self.press(Modifiers::COMMAND, Key::A);
        self.harness.get_by_label(label).type_text(text);
        self.harness.run_steps(2);
    }
}

#[test]
fn a_new_map_is_one_click_from_the_start() {
    let mut seat = sit_down();
    assert!(seat.session().on_start());
    seat.click(say!(ui_start_new));
    assert!(!seat.session().on_start());
    assert!(seat.shows(say!(ui_import_data)) && seat.shows(say!(export)) && seat.shows(say!(ui_top_title)));
}

#[test]
fn a_template_opens_as_a_map_with_its_stages() {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    assert!(!seat.session().map().stages.is_empty());
}

#[test]
fn every_menu_opens_and_does_what_it_says() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    for menu in ["File", "Edit", "Insert", "Data", "View", "Help"] {
        assert!(seat.shows(menu), "{menu}");
    }
    let stages = seat.session().map().stages.len();
    seat.click(say!(menu_insert));
    seat.click(say!(ui_col_stage));
    assert_eq!(seat.session().map().stages.len(), stages + 1);
}

#[test]
fn the_title_is_written_where_it_stands() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.click(say!(ui_top_title));
    seat.type_over(say!(ui_top_title), "Northshore Live 2027");
    seat.press(Modifiers::NONE, Key::Enter);
    assert_eq!(seat.session().map().meta.title, "Northshore Live 2027");
    seat.click(say!(ui_top_title));
    seat.type_over(say!(ui_top_title), "a slip");
    seat.press(Modifiers::NONE, Key::Escape);
    assert_eq!(seat.session().map().meta.title, "Northshore Live 2027");
}

#[test]
fn a_title_with_anything_in_it_names_the_window() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    let title = format!("a\u{0}b\u{1b}\u{202e}{}", "W".repeat(100_000));
    seat.window().session.handle(Intent::Rename(crate::model::RecordRef::Map, title), Default::default());
    seat.harness.run_steps(2);
    let shown = super::frame::window_title(seat.session());
    assert!(shown.starts_with("• abW") && shown.chars().count() < 300, "{shown}");
}

#[test]
fn tab_walks_the_board_at_once_and_still_does_after_esc() {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    for _ in 0..2 {
        seat.press(Modifiers::NONE, Key::Tab);
        assert_eq!(seat.session().selection().records().len(), 1);
        seat.press(Modifiers::NONE, Key::Escape);
        assert!(seat.session().selection().is_empty());
    }
    // The second Esc lets go of the board: Tab goes on to the panels and walks no more.
    seat.press(Modifiers::NONE, Key::Escape);
    seat.press(Modifiers::NONE, Key::Tab);
    assert!(seat.session().selection().is_empty());
}

#[test]
fn letters_are_commands_only_while_nobody_types() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.press(Modifiers::NONE, Key::S);
    assert_eq!(seat.session().map().stages.len(), 1);
    seat.press(Modifiers::NONE, Key::Escape);
    assert_eq!(seat.session().map().stages.len(), 0, "without a name there is no stage");
    seat.add_stage("Awareness");
    seat.click(say!(ui_top_title));
    seat.press(Modifiers::NONE, Key::S);
    assert_eq!(seat.session().map().stages.len(), 1);
}

#[test]
fn what_is_deleted_comes_back_by_the_note() {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    let before = seat.session().map().clone();
    seat.press(Modifiers::COMMAND, Key::A);
    seat.press(Modifiers::NONE, Key::Delete);
    assert_ne!(*seat.session().map(), before);
    seat.click(say!(undo));
    assert_eq!(*seat.session().map(), before);
}

#[test]
fn a_map_is_saved_under_a_typed_path_and_found_among_the_recent_ones() {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    seat.press(Modifiers::COMMAND, Key::S);
    let path = seat.folder.path().join("northshore.ron");
    seat.type_over(say!(ui_path_path), &path.display().to_string());
    seat.click(say!(save));
    seat.settle();
    assert!(path.is_file());
    assert_eq!(seat.session().path(), Some(path.as_path()));
    seat.harness = window_with(seat.folder.path(), Options::default());
    assert_eq!(seat.session().recents().paths(), std::slice::from_ref(&path));
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::PinRecent(path.clone(), true));
    seat.settle();
    seat.harness = window_with(seat.folder.path(), Options::default());
    assert!(seat.session().recents().is_pinned(&path), "it stays pinned the next time");
}

#[test]
fn a_wrong_path_is_told_in_the_box_and_nothing_is_lost() {
    let mut seat = sit_down();
    seat.press(Modifiers::COMMAND, Key::O);
    let gone = seat.folder.path().join("gone.ron");
    seat.type_over(say!(ui_path_path), &gone.display().to_string());
    seat.click(say!(open));
    assert!(seat.shows(say!(ui_path_no_file)));
    seat.click(say!(cancel));
    assert!(!seat.shows(say!(ui_path_path)) && seat.session().on_start());
}

#[test]
fn closing_asks_and_a_kept_draft_is_offered_at_the_next_start() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.add_stage("Awareness");
    seat.press(Modifiers::COMMAND, Key::Q);
    assert!(seat.shows(say!(ui_close_title)));
    seat.press(Modifiers::NONE, Key::Escape);
    assert!(!seat.shows(say!(ui_close_title)) && !seat.window().closing);
    seat.press(Modifiers::COMMAND, Key::Q);
    let said = seat.harness.query_all_by_label_contains("discarded, they are gone").count();
    assert_eq!(said, 1, "what each button does is told");
    seat.click(say!(cancel));
    assert!(!seat.shows(say!(ui_close_title)) && !seat.window().closing, "Cancel goes on working as Esc does");
    seat.press(Modifiers::COMMAND, Key::Q);
    seat.click(say!(ui_close_keep));
    seat.settle();
    assert!(seat.window().closing);
    let Seat { harness, folder } = seat;
    drop(harness);
    let mut seat = Seat { harness: window_with(folder.path(), Options::default()), folder };
    seat.click(say!(ui_recovered_go_on));
    seat.settle();
    assert_eq!(seat.session().map().stages.len(), 1);
}

#[test]
fn the_key_f1_lists_every_command_of_the_table() {
    let mut seat = sit_down();
    seat.press(Modifiers::NONE, Key::F1);
    for row in crate::session::COMMANDS {
        let name = row.name.text();
        assert!(seat.harness.query_all_by_label(name).next().is_some(), "{name}");
    }
    seat.click(say!(ui_close_this_box));
    assert!(!seat.shows(say!(ui_close_this_box)));
}

#[test]
fn a_dark_room_is_one_command_away() {
    let mut seat = sit_down();
    seat.click(say!(ui_start_new));
    seat.click(say!(menu_view));
    seat.click(say!(menu_group_theme));
    seat.click(say!(cmd_theme_dark));
    assert!(crate::ui::style::theme(&seat.harness.ctx).dark);
}

#[test]
fn a_map_named_on_the_command_line_opens() {
    let mut seat = sit_down();
    let path = seat.folder.path().join("map.ron");
    let map = crate::edit::templates::Template::LiveEvent.build(&mut crate::model::IdSource::seeded(4)).numbered();
    std::fs::write(&path, crate::store::to_text(&map)).unwrap();
    seat.harness = window_with(seat.folder.path(), Options { map: Some(path.clone()), ..Options::default() });
    seat.settle();
    assert_eq!(*seat.session().map(), map);
    assert_eq!(seat.session().path(), Some(path.as_path()));
}

#[test]
fn a_window_that_nobody_touches_draws_nothing() {
    let mut seat = sit_down();
    seat.click(say!(template_live));
    let card = *seat.session().map().touchpoints.keys().next().unwrap();
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::Select(crate::model::RecordRef::Touchpoint(card)));
    // Until the draft is kept and what moves has come to rest.
    for _ in 0..4 {
        seat.harness.run_steps(20);
        seat.settle();
    }
    assert_eq!(seat.harness.run_ok(), Some(1), "the frame that was asked for here, and no further one");
}
