//! Stories of windows that are narrow, or whose words are large: the board stays one to work on, and nothing falls off the bar.

use super::tests::*;
use crate::session::{Command, Intent, Menu, SidePanel};
use egui::{Key, Modifiers, Rect, Role, vec2};
use egui_kittest::kittest::Queryable;
use touchline_words::{Language, in_language, say};

/// 1280×720 with words of 200 %, 1024×600, 1366×768 with words of 125 %; in logical pixels.
const SIZES: [(f32, f32); 3] = [(640.0, 360.0), (1024.0, 600.0), (1092.8, 614.4)];

fn window(width: f32, height: f32) -> Seat {
    let mut seat = sit_down();
    seat.click(say!(template_streaming));
    seat.harness.set_size(vec2(width, height));
    seat.harness.run_steps(6);
    seat
}

fn board(seat: &mut Seat) -> Rect {
    seat.window().panels.board.area().unwrap()
}

#[test]
fn a_narrow_window_keeps_a_board_and_every_button_of_its_bar() {
    for language in [Language::English, Language::German] {
        in_language(language, || {
            for (width, height) in SIZES {
                let mut seat = window(width, height);
                let told = format!("{language:?} {width}");
                assert!(board(&mut seat).width() >= 320.0, "{told}: {:?}", board(&mut seat));
                let rect = |label: &str| seat.harness.get_by_label(label).rect();
                let bar = [Command::Present.name(), say!(ui_import_data), say!(export)].map(rect);
                for pair in bar.windows(2) {
                    assert!(pair[0].right() <= pair[1].left(), "{told}: {bar:?}");
                }
                assert!(bar[2].right() <= width, "{told}: {bar:?}");
                let is_in_bar = |menu: &Menu| seat.shows(menu.name());
                let menus = Menu::ALL.iter().filter(|menu| **menu != Menu::Board && is_in_bar(menu)).count();
                assert!(menus == 6 || seat.shows(say!(menu_more)), "{told}: {menus}");
                let title = seat.harness.get_by_role_and_label(Role::Button, say!(ui_top_title)).rect();
                assert!(title.right() <= bar[0].left(), "{told}: {title:?}");
            }
        });
    }
}

#[test]
fn panels_stand_one_at_a_time_and_come_back_when_the_window_grows() {
    let (width, height) = SIZES[0];
    let mut seat = window(width, height);
    let standing = |seat: &Seat| SidePanel::ALL.into_iter().filter(|panel| seat.session().shows_panel(*panel)).count();
    assert_eq!(standing(&seat), 1);
    assert!(!seat.shows(say!(ui_palette_find)));
    seat.press(Modifiers::COMMAND, Key::B);
    assert!(seat.shows(say!(ui_palette_find)) && standing(&seat) == 1);
    assert!(board(&mut seat).width() >= 320.0);
    seat.harness.set_size(vec2(1440.0, 900.0));
    seat.harness.run_steps(4);
    assert_eq!(standing(&seat), 2);
}

#[test]
fn a_view_is_chosen_from_a_list_where_the_row_of_them_has_no_room() {
    let (width, height) = SIZES[0];
    let mut seat = window(width, height);
    let ctx = seat.harness.ctx.clone();
    let now = say!(ui_views_switch_now, view = seat.session().view().name());
    seat.click(&now);
    seat.click(crate::session::views::View::Outline.name());
    assert_eq!(seat.session().view(), crate::session::views::View::Outline);
    seat.window().act(&ctx, Intent::Command(Command::ViewBoard));
    seat.harness.run_steps(3);
    assert!(seat.shows(&now));
}

#[test]
fn what_each_event_is_was_cut_at_the_right_of_a_narrow_import_in_german() {
    in_language(Language::German, || {
        let mut seat = Seat::importing("customer_id,event,time\nc1,zz00,2026-10-01 10:00\nc1,zz01,2026-10-02 10:00\n");
        seat.until(say!(ui_import_make_all));
        seat.harness.set_size(vec2(1024.0, 600.0));
        seat.harness.run_steps(6);
        let right = |label: &str| seat.harness.get_by_label(label).rect().right();
        let (choice, foot) = (right(&say!(ui_import_what_is, event = "zz00")), right(say!(ui_import_lay)));
        assert!(choice <= foot, "{choice} beyond {foot}");
    });
}
