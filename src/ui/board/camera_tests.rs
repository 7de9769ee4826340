//! Where the board stands: panned, zoomed, fitted, and held in view.

use super::*;
use crate::scene::Point;
use egui::pos2;

fn area() -> Rect {
    Rect::from_min_size(pos2(216.0, 72.0), vec2(1000.0, 700.0))
}

#[test]
fn the_point_under_the_pointer_stays_while_zooming() {
    let mut camera = Camera::default();
    let pointer = pos2(700.0, 300.0);
    let before = camera.view(area()).to_scene(pointer);
    for factor in [1.7, 0.3, 2.2, 9.0, 0.001] {
        camera.zoom_about(pointer, area(), factor, 0.0);
        let after = camera.view(area()).to_scene(pointer);
        assert!((after.x - before.x).abs() < 0.05 && (after.y - before.y).abs() < 0.05, "{before:?} {after:?}");
    }
    assert_eq!(camera.zoom(), 0.1);
}

#[test]
fn zooming_in_and_out_again_comes_back_to_a_hundred_percent() {
    let mut camera = Camera::default();
    for steps in [1, 1, 1, -1, -1, -1] {
        camera.step(steps, area(), 0.0);
    }
    camera.advance(0.0, true);
    assert_eq!(camera.zoom(), 1.0);
}

#[test]
fn a_fitted_part_is_in_the_middle_and_whole() {
    let mut camera = Camera::default();
    camera.fit(SceneRect::new(300.0, 0.0, 4000.0, 500.0), area(), 1.0, 0.0);
    camera.advance(1.0, false);
    let shown = camera.view(area()).rect_to_screen(SceneRect::new(300.0, 0.0, 4000.0, 500.0));
    assert!(area().contains_rect(shown), "{shown:?}");
    assert!((shown.center() - area().center()).length() < 0.1);
}

#[test]
fn a_part_too_high_for_the_smallest_zoom_shows_its_beginning() {
    let mut camera = Camera::default();
    camera.fit(SceneRect::new(0.0, 0.0, 900.0, 3e6), area(), 1.0, 0.0);
    camera.advance(1.0, true);
    let shown = camera.view(area()).rect_to_screen(SceneRect::new(0.0, 0.0, 900.0, 3e6));
    assert!((shown.top() - area().top() - FIT_MARGIN).abs() < 0.1, "{shown:?}");
}

#[test]
fn a_map_of_ten_thousand_cards_is_fitted_whole_and_hands_zoom_in_from_there() {
    let mut camera = Camera::default();
    let part = SceneRect::new(0.0, 0.0, 1132.0, 107_000.0);
    camera.fit(part, area(), 1.0, 0.0);
    camera.advance(1.0, true);
    assert!(area().contains_rect(camera.view(area()).rect_to_screen(part)));
    let fitted = camera.zoom();
    camera.zoom_about(area().center(), area(), 1.2, 2.0);
    assert!((camera.zoom() / fitted - 1.2).abs() < 1e-3, "{fitted} {}", camera.zoom());
    camera.zoom_about(area().center(), area(), 0.1, 3.0);
    assert!((camera.zoom() / fitted - 1.2).abs() < 1e-3, "no smaller by hand: {}", camera.zoom());
}

#[test]
fn a_glide_runs_from_start_to_end_and_then_rests() {
    let mut camera = Camera::default();
    camera.glide_to_zoom(2.0, area(), 10.0);
    assert!(camera.advance(10.05, false));
    assert!(camera.zoom() > 1.0 && camera.zoom() < 2.0);
    assert!(!camera.is_settled(10.05));
    camera.advance(10.2, false);
    assert!(!camera.advance(10.3, false));
    assert!(camera.is_settled(10.4) && camera.zoom() == 2.0);
}

#[test]
fn a_board_a_little_too_wide_is_first_shown_whole_and_then_left_alone() {
    let mut camera = Camera::default();
    camera.stay_home(vec2(1200.0, 600.0), area());
    assert_eq!(camera.zoom(), 0.8);
    camera.pan(vec2(5.0, 0.0));
    camera.stay_home(vec2(2400.0, 600.0), area());
    assert_eq!(camera.zoom(), 0.8);
}

#[test]
fn the_last_stage_beside_both_panels_of_a_small_window_was_cut_by_a_few_points() {
    for (width, zoom) in [(1371.0, 0.7), (1500.0, FIRST_ZOOM), (1200.0, 0.8)] {
        let mut camera = Camera::default();
        camera.stay_home(vec2(width, 900.0), area());
        assert!((camera.zoom() - zoom).abs() < 0.001, "{width}: {}", camera.zoom());
    }
}

#[test]
fn a_board_a_little_too_high_is_first_shown_whole_and_still_fills_the_width() {
    let mut camera = Camera::default();
    assert!(camera.fit_height(vec2(960.0, 742.0), area()));
    let width = camera.home_width(area());
    camera.stay_home(vec2(width, 742.0), area());
    assert!((camera.zoom() - 0.9).abs() < 0.01 && (width * camera.zoom() - 960.0).abs() < 0.1);
    let mut small = Camera::default();
    assert!(!small.fit_height(vec2(1371.0, 1085.0), area()), "its width would no longer fit");
    let closer = camera.refit_height(700.0, 1.0, area());
    assert!(closer.shows_height(700.0, area()) && !closer.shows_height(742.0, area()));
    assert!(!Camera::default().fit_height(vec2(960.0, 1400.0), area()), "one that is much too high is scrolled");
    assert!(!Camera::default().fit_height(vec2(960.0, 500.0), area()));
}

#[test]
fn a_board_that_cannot_be_pulled_as_wide_as_the_view_is_shown_a_little_larger() {
    let mut camera = Camera::default();
    camera.stay_home(vec2(800.0, 400.0), area());
    assert!((camera.zoom() - 1.2).abs() < 0.01);
    camera.stay_home(vec2(300.0, 400.0), area());
    assert_eq!(camera.zoom(), 1.0);
}

#[test]
fn fit_is_where_the_board_first_stands_and_a_second_time_all_of_it() {
    for size in [vec2(960.0, 500.0), vec2(1100.0, 480.0), vec2(960.0, 3000.0), vec2(4000.0, 900.0)] {
        let mut camera = Camera::default();
        camera.stay_home(size, area());
        let first = camera.view(area());
        let fit = |camera: &mut Camera| {
            camera.fit_board(size, area(), 0.0);
            camera.advance(1.0, true);
            camera.view(area())
        };
        camera.pan(vec2(-300.0, 40.0));
        assert_eq!(fit(&mut camera), first, "{size:?}");
        assert!(first.zoom >= FIRST_ZOOM, "{size:?} can be read");
        let all = fit(&mut camera).rect_to_screen(SceneRect::new(0.0, 0.0, size.x, size.y));
        assert!(area().expand(0.1).contains_rect(all), "{size:?}: {all:?}");
        assert_eq!(fit(&mut camera), first, "and back, {size:?}");
    }
}

#[test]
fn a_board_that_can_be_read_whole_is_fitted_whole() {
    let mut camera = Camera::default();
    let size = vec2(960.0, 780.0);
    camera.stay_home(size, area());
    camera.fit_board(size, area(), 0.0);
    camera.advance(1.0, true);
    let all = camera.view(area()).rect_to_screen(SceneRect::new(0.0, 0.0, size.x, size.y));
    assert!(area().contains_rect(all) && camera.zoom() >= FIRST_ZOOM, "{all:?}");
}

#[test]
fn a_board_that_grows_while_it_is_drawn_is_not_moved() {
    let mut camera = Camera::default();
    camera.stay_home(vec2(960.0, 500.0), area());
    let before = camera.view(area());
    camera.stand_still();
    camera.stay_home(vec2(1400.0, 500.0), area());
    assert_eq!(camera.view(area()), before);
}

#[test]
fn at_full_size_a_board_that_fits_is_home_and_a_larger_one_shows_no_void() {
    let mut camera = Camera::default();
    camera.pan(vec2(-600.0, 300.0));
    camera.actual_size(vec2(960.0, 3000.0), area(), 0.0);
    camera.advance(1.0, true);
    assert_eq!(camera.view(area()).origin, area().min + vec2(20.0, 16.0));
}

#[test]
fn the_board_cannot_be_pushed_out_of_sight() {
    let mut camera = Camera::default();
    camera.pan(vec2(-90_000.0, 90_000.0));
    camera.keep_in_view(vec2(1000.0, 800.0), area());
    let view = camera.view(area());
    let corner = view.to_screen(Point::new(1000.0, 0.0));
    assert!(area().contains(corner), "{corner:?}");
}

#[test]
fn what_is_revealed_comes_into_view_and_what_is_there_stays() {
    let mut camera = Camera::default();
    camera.reveal(SceneRect::new(100.0, 100.0, 150.0, 46.0), Vec2::ZERO, area(), false, 0.0);
    assert!(!camera.advance(0.0, true));
    let far = SceneRect::new(2500.0, 1800.0, 150.0, 46.0);
    camera.reveal(far, Vec2::ZERO, area(), false, 0.0);
    camera.advance(0.0, true);
    assert!(area().contains_rect(camera.view(area()).rect_to_screen(far)));
    let tall = SceneRect::new(2500.0, 4000.0, 150.0, 5000.0);
    camera.reveal(tall, Vec2::ZERO, area(), false, 0.0);
    camera.advance(0.0, true);
    let top = camera.view(area()).rect_to_screen(tall).top();
    assert!((top - area().top() - FIT_MARGIN).abs() < 1.0, "what is larger than the view begins at its edge: {top}");
}

#[test]
fn all_stages_that_were_made_come_into_view_where_they_can_be_read() {
    let shown = |wide: f32| {
        let mut camera = Camera::default();
        let part = SceneRect::new(900.0, 100.0, wide, 46.0);
        camera.reveal(part, vec2(80.0, 40.0), area(), true, 0.0);
        camera.advance(0.0, true);
        (camera.zoom(), camera.view(area()).rect_to_screen(part))
    };
    let (zoom, all) = shown(1100.0);
    let names = pos2(area().left() + 80.0, area().top() + 40.0);
    assert!(
        (FIRST_ZOOM_WHOLE..1.0).contains(&zoom) && Rect::from_min_max(names, area().max).contains_rect(all),
        "{zoom} {all:?}"
    );
    let (zoom, wide) = shown(4000.0);
    assert!(zoom == 1.0 && wide.left() < names.x + FIT_MARGIN + 1.0, "begins at the edge: {zoom} {wide:?}");
    assert_eq!(shown(300.0).0, 1.0);
}
