//! First and last events of customers, behind a fold below the drop-off table.

use super::parts::{figure_ui, heads_ui, table_ui};
use crate::figures::differences::TOO_FEW;
use crate::figures::numbers;
use crate::figures::small_groups;
use crate::model::{Map, Measurement, SegmentId, TouchFigure};
use crate::scene::FaceStyle;
use crate::theme::{Icon, size};
use crate::ui::inspector::{audience_name, remark_ui};
use crate::ui::style;
use crate::ui::widgets::paint_icon;
use egui::{Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo, vec2};
use touchline_words::say;

fn heads() -> [&'static str; 5] {
    [
        say!(ui_col_event),
        say!(ui_col_first),
        say!(ui_col_last),
        say!(ui_col_first_converted),
        say!(ui_col_last_converted),
    ]
}
fn hints() -> [&'static str; 5] {
    [
        "",
        say!(ui_drawer_first_hint),
        say!(ui_drawer_last_hint),
        say!(ui_drawer_first_converted_hint),
        say!(ui_drawer_last_converted_hint),
    ]
}
/// The line that folds the table.
const FOLD: f32 = 26.0;
/// The table's share of the height, once it is open.
const SHARE: f32 = 0.5;

/// Where the stages stand, and where the fold; no fold where the map knows no first and last events.
pub fn split(room: Rect, measurement: &Measurement, open: bool) -> (Rect, Option<Rect>) {
    if measurement.all.touches.is_empty() {
        return (room, None);
    }
    let height = if open { (room.height() * SHARE).max(FOLD) } else { FOLD };
    let (stages, fold) = room.split_top_bottom_at_y(room.bottom() - height);
    (stages, Some(fold))
}

/// The fold, and below it the table of the audience in view.
pub fn touches_ui(ui: &mut Ui, map: &Map, measurement: &Measurement, lens: Option<SegmentId>, open: &mut bool) {
    let figures = measurement.figures(lens).filter(|figures| !figures.touches.is_empty());
    let who = if figures.is_some() { lens } else { None };
    fold_ui(ui, &audience_name(map, who), open);
    if !*open {
        return;
    }
    let figures = figures.unwrap_or(&measurement.all);
    let rule = small_groups(map);
    if figures.customers < rule.customers {
        remark_ui(ui, say!(ui_drawer_touches_too_few));
        return;
    }
    let few = |count: u64| count > 0 && count < rule.in_a_cell;
    table_ui(ui, "touches", &heads(), &[180.0, 72.0, 72.0, 124.0, 148.0], |table| {
        table.header(24.0, |mut header| heads_ui(&mut header, &heads(), 1)).body(|body| {
            body.rows(22.0, figures.touches.len(), |mut row| {
                let Some(touch) = figures.touches.get(row.index()) else { return };
                row.col(|ui| {
                    ui.add(egui::Label::new(&touch.event).truncate().show_tooltip_when_elided(false))
                        .on_hover_text(&touch.event);
                });
                for (count, hint) in counts(touch).into_iter().zip(hints().into_iter().skip(1)) {
                    row.col(|ui| {
                        let text = if few(count) { TOO_FEW.text().to_owned() } else { numbers::count(count) };
                        let theme = style::theme(ui.ctx());
                        let ink = if few(count) { theme.muted } else { theme.ink };
                        figure_ui(ui, RichText::new(text).color(style::color(ink))).on_hover_text(hint);
                    });
                }
            });
        });
    });
}

fn counts(touch: &TouchFigure) -> [u64; 4] {
    [touch.first, touch.last, touch.first_of_converted, touch.last_before_converted]
}

fn fold_ui(ui: &mut Ui, audience: &str, open: &mut bool) {
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), FOLD), Sense::click());
    let name = say!(ui_drawer_touches);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, *open, name));
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, style::hairline(&theme));
    let icon = if *open { Icon::ChevronDown } else { Icon::ChevronRight };
    let place = Rect::from_center_size(rect.left_center() + vec2(6.0, 1.0), Vec2::splat(12.0));
    paint_icon(ui.painter(), icon, place, theme.muted);
    let font = style::font(FaceStyle::SemiBold, size::UI_SMALL);
    let at = rect.left_center() + vec2(18.0, 1.0);
    let ink = if response.hovered() || response.has_focus() { theme.accent_ink } else { theme.ink };
    let title = ui.painter().text(at, egui::Align2::LEFT_CENTER, name, font, style::color(ink));
    let beside = title.right_center() + vec2(8.0, 0.0);
    let words = say!(ui_drawer_converted, audience);
    ui.painter().with_clip_rect(rect).text(
        beside,
        egui::Align2::LEFT_CENTER,
        words,
        style::small(),
        style::color(theme.muted),
    );
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        *open = !*open;
    }
}
