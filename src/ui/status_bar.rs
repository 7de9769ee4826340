//! The line at the foot: what the map holds, what the thing under the pointer does, and the zoom.

use super::screen::words::Words;
use super::style;
use super::widgets::paint_icon;
use crate::figures::numbers;
use crate::model::{FlagStatus, Map};
use crate::scene::FaceStyle;
use crate::theme::{Icon, size};
use egui::{Align2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use touchline_words::direction::Listed;
use touchline_words::say;

/// In logical pixels.
pub const HEIGHT: f32 = 26.0;

/// What was clicked at the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoomAsk {
    Out,
    In,
    /// Back to 100 %.
    Full,
    Fit,
}

/// Shows the line; `zoom` is 1 at 100 %, and none where nothing is zoomed; `matches` how many cards meet the filter and of how
/// many.
pub fn status_bar_ui(
    ui: &mut Ui,
    map: &Map,
    matches: Option<(usize, usize)>,
    hint: &str,
    zoom: Option<f32>,
) -> Option<ZoomAsk> {
    let theme = style::theme(ui.ctx());
    let rect = ui.max_rect();
    let muted = style::color(theme.muted);
    let left = ui.painter().text(
        pos2(rect.left() + 14.0, rect.center().y),
        Align2::LEFT_CENTER,
        [counts(map)].into_iter().chain(matches.map(matching)).collect::<Vec<_>>().listed(" · "),
        style::small(),
        muted,
    );
    let mut ask = None;
    let mut right = rect.right() - 10.0;
    let mut part = |ui: &mut Ui, shown: Shown<'_>, name: &str, what: ZoomAsk| {
        let response = part_ui(ui, &mut right, shown, name);
        if response.clicked() {
            ask = Some(what);
        }
    };
    if let Some(zoom) = zoom {
        part(ui, Shown::Word(say!(ui_status_fit)), say!(ui_status_fit_map), ZoomAsk::Fit);
        part(ui, Shown::Icon(Icon::Plus), say!(ui_status_zoom_in), ZoomAsk::In);
        part(ui, Shown::Icon(Icon::Minus), say!(ui_status_zoom_out), ZoomAsk::Out);
        part(ui, Shown::Word(&format!("{:.0} %", zoom * 100.0)), say!(ui_status_zoom_full), ZoomAsk::Full);
    }
    let room = rect.with_min_x(left.right() + 24.0).with_max_x(right - 24.0);
    if room.width() > 0.0 {
        // One line, as much of it as there is room.
        let words = hint.split_whitespace().collect::<Vec<_>>().join(" ");
        let hint = Words::new(ui.painter(), &words, style::small(), muted, room.width());
        let half = hint.size().x / 2.0;
        let middle = rect.center().x.clamp(room.left() + half, (room.right() - half).max(room.left() + half));
        let corner = pos2(middle, rect.center().y) - hint.size() / 2.0;
        hint.paint(ui.painter(), corner);
    }
    ask
}

enum Shown<'a> {
    Word(&'a str),
    Icon(Icon),
}

/// A part that ends at `right`, which moves to where the next one ends.
fn part_ui(ui: &mut Ui, right: &mut f32, shown: Shown<'_>, name: &str) -> Response {
    let theme = style::theme(ui.ctx());
    let font = style::font(FaceStyle::Medium, size::UI_SMALL);
    let width = match &shown {
        Shown::Word(word) => {
            let galley = ui.painter().layout_no_wrap((*word).to_owned(), font.clone(), style::color(theme.muted));
            galley.size().x + 12.0
        }
        Shown::Icon(_) => 22.0,
    };
    let middle = ui.max_rect().center().y;
    let rect = Rect::from_center_size(pos2(*right - width / 2.0, middle), vec2(width, 20.0));
    *right -= width + 2.0;
    let response = ui.interact(rect, ui.scope_id().with(name), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let lit = response.hovered() || response.has_focus();
    if lit {
        ui.painter().rect_filled(rect, 5.0, style::color(theme.hover.over(theme.ink, 0.95)));
    }
    let ink = if lit { theme.ink } else { theme.muted };
    match shown {
        Shown::Word(word) => {
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, word, font, style::color(ink));
        }
        Shown::Icon(icon) => {
            paint_icon(ui.painter(), icon, Rect::from_center_size(rect.center(), Vec2::splat(12.0)), ink)
        }
    }
    response.on_hover_text(name)
}

/// `5 of 12 touchpoints match`.
pub fn matching((cards, of_cards): (usize, usize)) -> String {
    let count = |number| numbers::count(number as u64);
    say!(filter_matches, cards = count(cards), of_cards = count(of_cards))
}

/// `5 stages · 12 touchpoints · 2 open flags`.
fn counts(map: &Map) -> String {
    let open = map.flags.values().filter(|flag| flag.status == FlagStatus::Open).count();
    let mut parts = vec![
        counted(map.stages.len(), say!(ui_status_stage), say!(ui_status_stages)),
        counted(map.touchpoints.len(), say!(ui_status_touchpoint), say!(ui_status_touchpoints)),
    ];
    if open > 0 {
        parts.push(counted(open, say!(ui_status_open_flag), say!(ui_status_open_flags)));
    }
    parts.listed(" · ")
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", numbers::count(number as u64), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use crate::model::IdSource;

    #[test]
    fn one_of_a_thing_is_not_many() {
        assert_eq!(counted(1, "stage", "stages"), "1 stage");
        assert_eq!(counts(&Map::default()), "0 stages · 0 touchpoints");
        let map = Template::LiveEvent.build(&mut IdSource::seeded(1));
        assert!(counts(&map).contains(&format!("{} touchpoints", map.touchpoints.len())));
    }
}
