//! Short messages at the foot of the window: what happened, and one thing to do about it. Never in the way of work.

use super::style;
use super::widgets::{icon_button_ui, link_button_ui, paint_icon, words_ui};
use crate::scene::{Color, FaceStyle};
use crate::session::{Intent, NOTICE_STAYS, Notice, Tone};
use crate::theme::{Icon, Theme, size};
use egui::{Align, Align2, Area, Context, CornerRadius, Frame, Id, Layout, Margin, Order, Sense, Ui, vec2};
use std::time::Duration;
use touchline_words::say;

/// How long a notice takes to come and to go.
const FADE: Duration = Duration::from_millis(160);
/// What a notice says is mostly one line.
const WIDEST: f32 = 760.0;
/// Beside a notice at least, in a narrow window.
const BESIDE: f32 = 24.0;
/// How much wider than its share of the words a line is, since words do not part evenly.
const EVEN: f32 = 1.15;

/// Shows the notices `above` the foot of the window, the newest below; what was asked for goes to `out`.
pub fn notices_ui(ctx: &Context, notices: &[Notice], above: f32, now: Duration, out: &mut Vec<Intent>) {
    if notices.is_empty() {
        return;
    }
    Area::new(Id::unique("notices")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -above)).show(
        ctx,
        |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for notice in notices {
                let opacity = if style::reduced_motion(ctx) { 1.0 } else { opacity(notice, now) };
                if opacity < 1.0 {
                    ctx.request_repaint();
                }
                ui.scope(|ui| {
                    ui.multiply_opacity(opacity);
                    notice_ui(ui, notice, out);
                });
            }
        },
    );
}

/// 0 … 1, from how long it is there and how soon it goes.
fn opacity(notice: &Notice, now: Duration) -> f32 {
    let age = now.saturating_sub(notice.since);
    let coming = age.as_secs_f32() / FADE.as_secs_f32();
    let going = match notice.tone {
        Tone::Bad | Tone::Warning => 1.0,
        Tone::Info | Tone::Good => NOTICE_STAYS.saturating_sub(age).as_secs_f32() / FADE.as_secs_f32(),
    };
    coming.min(going).clamp(0.0, 1.0)
}

fn notice_ui(ui: &mut Ui, notice: &Notice, out: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    let (icon, ink) = sign(notice.tone, &theme);
    Frame::new()
        .fill(style::color(theme.surface))
        .stroke(style::hairline(&theme))
        .corner_radius(CornerRadius::same(style::CARD_RADIUS))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin { left: 12, right: 6, top: 8, bottom: 8 })
        .show(ui, |ui| {
            let width = width_of(ui, notice);
            ui.set_width(width);
            // The row's own height: the area remembers the height of notices that are gone.
            let row = vec2(width, ui.spacing().interact_size.y);
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                if icon_button_ui(ui, Icon::Close, say!(ui_notices_dismiss)).clicked() {
                    out.push(Intent::DismissNotice(notice.id));
                }
                if let Some(command) = notice.button {
                    if link_button_ui(ui, command.name()).clicked() {
                        out.push(Intent::Command(command));
                        out.push(Intent::DismissNotice(notice.id));
                    }
                    ui.add_space(4.0);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let (place, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
                    paint_icon(ui.painter(), icon, place, ink);
                    words_ui(ui, &notice.text, style::body(), style::color(theme.ink));
                });
            });
        });
}

/// As wide as its words, so that it covers no more than it must.
fn width_of(ui: &Ui, notice: &Notice) -> f32 {
    let wide =
        |text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER).size().x;
    let gap = ui.spacing().item_spacing.x;
    let button = notice
        .button
        .map_or(0.0, |command| wide(command.name(), style::font(FaceStyle::SemiBold, size::UI)) + 4.0 + 2.0 * gap);
    // The sign before the words, and the cross behind them.
    let around = 16.0 + gap + button + 2.0 * gap + 24.0 + 2.0;
    let words = wide(&notice.text, style::body());
    // The frame's own margins and hairline.
    let frame = 12.0 + 6.0 + 2.0;
    let most = WIDEST.min(ui.ctx().content_rect().width() - 2.0 * BESIDE - frame).max(around + 1.0);
    // Where they take several lines, those are of one length.
    let lines = (words / (most - around)).ceil().max(1.0);
    let even = if lines > 1.0 { (words / lines * EVEN).min(most - around) } else { words };
    (around + even).ceil().min(most)
}

/// A shape beside the colour, so that the tone is seen without it.
fn sign(tone: Tone, theme: &Theme) -> (Icon, Color) {
    match tone {
        Tone::Info => (Icon::Info, theme.accent_ink),
        Tone::Good => (Icon::Check, theme.good_ink),
        Tone::Warning => (Icon::Warning, theme.warn_ink),
        Tone::Bad => (Icon::Warning, theme.bad_ink),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(tone: Tone) -> Notice {
        Notice {
            id: 1,
            cause: crate::session::Cause::Open,
            tone,
            text: String::new(),
            button: None,
            since: Duration::from_secs(10),
        }
    }

    #[test]
    fn a_notice_is_no_higher_for_those_that_were_there_before_it() {
        let ctx = Context::default();
        let height_with = |count: usize| {
            let notices: Vec<Notice> = (0..count).map(|id| Notice { id: id as u64, ..notice(Tone::Bad) }).collect();
            for _ in 0..3 {
                let input = egui::RawInput {
                    screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1000.0, 800.0))),
                    ..Default::default()
                };
                let now = Duration::from_secs(12);
                ctx.run_ui(input, |ui| notices_ui(ui.ctx(), &notices, 24.0, now, &mut Vec::new()))
                    .textures_delta
                    .clear();
            }
            ctx.memory(|memory| memory.area_rect(Id::unique("notices"))).unwrap().height()
        };
        let alone = height_with(1);
        assert!(height_with(4) > alone * 3.0);
        assert_eq!(height_with(1), alone);
    }

    #[test]
    fn what_a_notice_says_is_one_line_where_the_window_has_room_and_a_few_of_one_length_elsewhere() {
        let ctx = Context::default();
        let told = "Brought together with the file: 12 added, 3 removed, 41 changed.";
        let size_in = |width: f32, text: &str| {
            let notices = [Notice { text: text.to_owned(), ..notice(Tone::Bad) }];
            for _ in 0..3 {
                let screen_rect = Some(egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(width, 720.0)));
                let input = egui::RawInput { screen_rect, ..Default::default() };
                let now = Duration::from_secs(12);
                ctx.run_ui(input, |ui| notices_ui(ui.ctx(), &notices, 24.0, now, &mut Vec::new()))
                    .textures_delta
                    .clear();
            }
            ctx.memory(|memory| memory.area_rect(Id::unique("notices"))).unwrap().size()
        };
        let line = size_in(1280.0, "Saved.").y;
        assert_eq!(size_in(1280.0, told).y, line);
        for width in [320.0, 640.0, 1280.0] {
            let several = size_in(width, &[told; 3].join(" "));
            assert!(several.y > line && several.x <= width - 2.0 * BESIDE, "{several:?} in {width}");
        }
    }

    #[test]
    fn news_fades_and_failures_stay() {
        let late = Duration::from_secs(10) + NOTICE_STAYS;
        assert_eq!(opacity(&notice(Tone::Good), Duration::from_secs(11)), 1.0);
        assert_eq!(opacity(&notice(Tone::Good), late), 0.0);
        assert_eq!(opacity(&notice(Tone::Bad), late * 2), 1.0);
        assert_eq!(opacity(&notice(Tone::Bad), Duration::from_secs(10)), 0.0);
    }
}
