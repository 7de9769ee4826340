//! Stories of pictures that come by hand: pasted, dropped on the board, taken away again.

use super::tests::*;
use crate::images::{Image, Pixels};
use crate::model::{Picture, RecordRef, StageId, TouchpointId};
use crate::session::{Command, Intent};
use egui::{ColorImage, DroppedFile, Event, Pos2};
use egui_kittest::kittest::Queryable;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use touchline_words::say;

/// A file as the desktop hands it over.
#[derive(Debug)]
struct Fallen(PathBuf);

impl DroppedFile for Fallen {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("read by its path".to_owned())
    }
}

fn at_the_board() -> Seat {
    let mut seat = sit_down_quick();
    seat.click(say!(template_live));
    seat.harness.run_steps(20);
    seat
}

fn first_stage(seat: &Seat) -> StageId {
    seat.session().map().stages_in_order()[0].0
}

fn first_card(seat: &Seat) -> TouchpointId {
    seat.session().map().touchpoints_of(first_stage(seat))[0].0
}

/// Goes on until what came is read.
fn read(seat: &mut Seat) {
    let start = Instant::now();
    while seat.session().flows().is_busy() {
        assert!(start.elapsed() < Duration::from_secs(120), "it never comes");
        seat.harness.run_steps(1);
        std::thread::yield_now();
    }
    seat.harness.run_steps(4);
}

fn drop_at(seat: &mut Seat, pos: Pos2, paths: &[&Path]) {
    seat.harness.hover_at(pos);
    seat.harness.run_steps(2);
    for path in paths {
        seat.harness.input_mut().dropped_files.push(Arc::new(Fallen(path.to_path_buf())));
    }
    seat.harness.run_steps(1);
    read(seat);
}

fn image(color: u8) -> Image {
    Pixels::new(8, 6, [color, 60, 90, 255].repeat(48)).unwrap().image().unwrap()
}

fn frames(seat: &Seat) -> Vec<Picture> {
    seat.session().map().in_stage::<Picture>(first_stage(seat)).into_iter().map(|(_, frame)| frame.clone()).collect()
}

#[test]
fn a_pasted_picture_is_shown_by_the_selected_card_and_taken_away_by_its_button() {
    let mut seat = at_the_board();
    let (card, ctx) = (first_card(&seat), seat.harness.ctx.clone());
    seat.window().act(&ctx, Intent::Select(card.into()));
    seat.harness.run_steps(4);
    let before = seat.session().map().clone();
    seat.harness.event(Event::PasteImage(Arc::new(ColorImage::filled([8, 6], egui::Color32::from_rgb(7, 60, 90)))));
    seat.harness.run_steps(1);
    read(&mut seat);
    assert_eq!(seat.session().map().touchpoints[&card].picture, Some(image(7)));
    assert!(seat.harness.query_all_by_label(say!(field_alt)).next().is_some(), "it can be described");
    seat.click(say!(ui_inspector_remove_picture));
    assert_eq!(*seat.session().map(), before);
    seat.window().act(&ctx, Intent::Command(Command::Undo));
    assert_eq!(seat.session().map().touchpoints[&card].picture, Some(image(7)));
}

#[test]
fn pictures_fall_on_a_card_or_into_the_storyboard_of_a_stage() {
    let mut seat = at_the_board();
    let file = |name: &str, color: u8| {
        let path = seat.folder.path().join(name);
        std::fs::write(&path, image(color).bytes()).unwrap();
        path
    };
    let (one, other) = (file("one.png", 1), file("other.png", 2));
    let (stage, card) = (first_stage(&seat), first_card(&seat));
    let title = seat.session().map().touchpoints[&card].title.clone();
    let said = say!(kind_touchpoint_said, title);
    let at = seat.harness.get_all_by_label_contains(&said).next().unwrap().rect().center();
    drop_at(&mut seat, at, &[&one]);
    assert_eq!(seat.session().map().touchpoints[&card].picture, Some(image(1)));
    let name = seat.session().map().stages[&stage].name.clone();
    let said = say!(kind_stage_said, stage = name);
    let at = seat.harness.get_all_by_label_contains(&said).next().unwrap().rect().center();
    drop_at(&mut seat, at, &[&one, &other]);
    assert_eq!(
        frames(&seat).iter().map(|frame| frame.image.clone()).collect::<Vec<_>>(),
        [Some(image(1)), Some(image(2))]
    );
    let selected = seat.session().selection().records();
    assert!(selected.len() == 2 && selected.iter().all(|record| matches!(record, RecordRef::Picture(_))));
}
