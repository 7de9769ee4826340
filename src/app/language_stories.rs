//! The window in the language of tests, in which every letter of the catalogue has a mark: a letter without one was
//! written somewhere else.

use std::collections::BTreeSet;

use egui::{Key, Modifiers, Shape};
use egui_kittest::kittest::{NodeT, Queryable};
use touchline_words::{Language, in_language, say};

use super::Options;
use super::tests::{Seat, sit_down, window_with};
use crate::edit::templates::Template;
use crate::layout::{Lens, Target, arrange};
use crate::model::{IdSource, RecordKind};
use crate::scene::{Item, Scene};
use crate::session::{COMMANDS, Command, Intent};
use crate::store::DrawerTab;
use crate::text::Shaper;
use crate::theme::Theme;
use crate::ui::drawer::shows;

/// What has no other name in any language: our own, those of laws and formats, of keys, and what files are called.
const NAMES: &[&str] = &[
    "Touchline",
    "COPPA",
    "FTC",
    "ePrivacy",
    "WCAG",
    "AA",
    "SAG",
    "AFTRA",
    "PDF",
    "PNG",
    "PowerPoint",
    "WebP",
    "SVG",
    "HTML",
    "CSV",
    "JSON",
    "XLSX",
    "Canvas",
    "Markdown",
    "Mermaid",
    "Excel",
    "Ctrl",
    "Alt",
    "Shift",
    "Esc",
    "Del",
    "Tab",
    "Enter",
    "F1",
    "F2",
    "ron",
    "map",
    "csv",
    "xlsx",
    "A4",
    "A3",
    "clickhouse",
    "English",
    "Deutsch",
    "MIT",
    "Apache",
    "UTC",
    "NPS",
    "CSAT",
    "EUR",
    "TSV",
    "txt",
    "tsv",
    // The tag of a map's language, and the folder of this test.
    "en",
    "UTF",
    "kB",
    "log",
    "state",
];

/// The words of a text that are neither marked nor names.
fn plain_words(text: &str, found: &mut BTreeSet<String>) {
    let paths = text.split_whitespace().filter(|word| !word.contains(['/', '\\', '_']));
    for word in paths.flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric())) {
        let plain = word.chars().filter(char::is_ascii_alphabetic).count();
        if plain >= 2 && plain == word.chars().filter(|letter| letter.is_alphabetic()).count() && !NAMES.contains(&word)
        {
            found.insert(format!("{word} in “{text}”"));
        }
    }
}

fn in_shape(shape: &Shape, found: &mut BTreeSet<String>) {
    match shape {
        Shape::Text(text) => plain_words(text.galley.text(), found),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| in_shape(shape, found)),
        _ => {}
    }
}

fn in_scene(items: &[Item], found: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Text(line) => plain_words(&line.text, found),
            Item::Paragraph(words) => plain_words(&words.text, found),
            Item::Tagged(tagged) => in_scene(&tagged.items, found),
            Item::Group(group) => in_scene(&group.items, found),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}

/// Everything in the window that is read by eye or by a screen reader.
fn look(seat: &Seat, found: &mut BTreeSet<String>) {
    for node in seat.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let said = [node.label(), node.value(), node.description(), node.placeholder().map(str::to_owned)];
        said.iter().flatten().for_each(|text| plain_words(text, found));
    }
    seat.harness.output().shapes.iter().for_each(|clipped| in_shape(&clipped.shape, found));
}

/// A map of the catalogue's words alone.
fn opened() -> Seat {
    let mut seat = sit_down();
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(4));
    let path = seat.folder.path().join("map.ron");
    std::fs::write(&path, crate::store::to_text(&map)).unwrap();
    seat.harness = window_with(seat.folder.path(), Options { map: Some(path), ..Options::default() });
    seat.settle();
    seat
}

fn act(seat: &mut Seat, action: Intent) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act_all(&ctx, [action]);
    seat.harness.run_steps(3);
}

fn nothing_plain(found: &BTreeSet<String>) {
    assert!(
        found.is_empty(),
        "words that no catalogue has:\n{}",
        Vec::from_iter(found.iter().map(String::as_str)).join("\n")
    );
}

#[test]
fn the_start_the_board_and_every_panel_speak_the_language() {
    in_language(Language::Pseudo, || {
        let mut found = BTreeSet::new();
        look(&sit_down(), &mut found);
        let mut seat = opened();
        look(&seat, &mut found);
        for tab in DrawerTab::ALL {
            act(&mut seat, Intent::Command(shows(tab)));
            look(&seat, &mut found);
        }
        let map = seat.session().map().clone();
        for record in RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)) {
            act(&mut seat, Intent::Select(record));
            look(&seat, &mut found);
        }
        nothing_plain(&found);
    });
}

#[test]
fn every_menu_and_every_box_that_a_command_opens_speaks_the_language() {
    in_language(Language::Pseudo, || {
        let mut found = BTreeSet::new();
        for menu in
            [say!(menu_file), say!(menu_edit), say!(menu_insert), say!(menu_data), say!(menu_view), say!(menu_help)]
        {
            let mut seat = opened();
            seat.harness.get_by_label(menu).click();
            seat.harness.run_steps(3);
            look(&seat, &mut found);
        }
        // The sample is a map of somebody, in English.
        let others = [Command::OpenSample, Command::LanguageSystem, Command::LanguageEnglish, Command::LanguageGerman];
        for row in COMMANDS.iter().filter(|row| !others.contains(&row.command)) {
            let mut seat = opened();
            act(&mut seat, Intent::Command(row.command));
            seat.settle();
            look(&seat, &mut found);
            seat.press(Modifiers::NONE, Key::Escape);
            look(&seat, &mut found);
        }
        nothing_plain(&found);
    });
}

#[test]
fn the_import_of_a_log_speaks_the_language_to_its_end() {
    in_language(Language::Pseudo, || {
        let mut log = String::from("customer_id,event,time\n");
        for nth in 0..40 {
            let event = ["αρχή", "μέση", "τέλος"][nth % 3];
            log += &format!("{nth},{event},2026-10-01 10:{nth:02}:00\n");
        }
        let mut seat = Seat::importing(&log);
        seat.until(say!(ui_import_lay));
        let mut found = BTreeSet::new();
        look(&seat, &mut found);
        // The header's words are the file's.
        found.retain(|word| !["event in", "time in"].iter().any(|header| word.starts_with(header)));
        nothing_plain(&found);
    });
}

#[test]
fn a_page_that_is_exported_speaks_the_language() {
    in_language(Language::Pseudo, || {
        let map = Template::LiveEvent.build(&mut IdSource::seeded(4));
        let page = Target::Page(crate::layout::Leaf::single(crate::scene::PageSize::Slide));
        let scene: Scene = arrange(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), &page);
        let mut found = BTreeSet::new();
        in_scene(&scene.items, &mut found);
        nothing_plain(&found);
    });
}

#[test]
fn the_windows_words_are_made_larger_and_its_contrast_higher_and_both_are_kept() {
    let mut seat = sit_down();
    let ctx = seat.harness.ctx.clone();
    for _ in 0..9 {
        seat.window().act(&ctx, Intent::Command(Command::ScaleUp));
    }
    seat.window().act(&ctx, Intent::Command(Command::ThemeContrast));
    seat.harness.run_steps(3);
    assert!((ctx.zoom_factor() - 2.0).abs() < 0.001, "{}", ctx.zoom_factor());
    assert_eq!(crate::ui::style::theme(&ctx), crate::theme::Theme::contrast());
    let settings = seat.session().settings().clone();
    assert_eq!((settings.scale, settings.theme), (200, crate::store::ThemeChoice::Contrast));
    seat.window().act(&ctx, Intent::Command(Command::ScaleUsual));
    seat.harness.run_steps(3);
    assert!((ctx.zoom_factor() - 1.0).abs() < 0.001);
}
