//! The dialog that exports the board: format, page, audience, and the page as it will be, live.

mod page;
mod preview;
mod slides;
mod told;

pub use preview::ExportView;

use egui::epaint::Shadow;
use egui::text::LayoutJob;
use egui::{Align, Context, Layout, ProgressBar, Rect, RichText, ScrollArea, Ui, UiBuilder, Vec2, vec2};
use touchline_words::direction::Listed;
use touchline_words::say;

use super::style;
use super::widgets::{
    box_ui, caption_ui, chip_ui, combo_ui, default_button_ui, entry_ui, icon_button_ui, problem_ui,
    secondary_button_ui, tall, tick,
};
use crate::data::TableKind;
use crate::export::{Format, Letters, Missing};
use crate::figures::numbers;
use crate::model::Map;
use crate::scene::{PageSize, Size};
use crate::session::export::{Doing, ExportSettings, Pages, legible_words};
use crate::session::flows::{ExportMsg, Exporting, Msg};
use crate::session::{Intent, Session};
use crate::text::Shaper;
use crate::theme::Icon;
use preview::Preview;
use std::sync::Arc;

const SCALES: [f32; 5] = [1.0, 2.0, 3.0, 4.0, 8.0];

/// The largest size of what stands inside the box's margins, in logical pixels.
const LARGEST: Vec2 = vec2(1072.0, 672.0);
/// The box's margins and the window that stays visible around it, on both sides together.
const AROUND: Vec2 = vec2(48.0 + 40.0, 48.0 + 24.0);
/// The box's title and the space below it.
const TITLE: f32 = 34.0;
/// The choices, and the gap between them and the page.
const CHOICES: f32 = 232.0;
const GAP: f32 = 24.0;
/// What stands below the choices: a message, the progress, the buttons.
const FOOT: f32 = 44.0;

/// Shows the dialog over the window while it is open, and gives back what was pressed.
pub fn export_ui(ctx: &Context, view: &mut ExportView, session: &Session, shaper: &Arc<Shaper>) -> Vec<Intent> {
    let Some(export) = session.flows().export() else {
        *view = ExportView::default();
        return Vec::new();
    };
    let (map, settings) = (session.map(), *export.settings());
    let size = (ctx.content_rect().size() - AROUND).min(LARGEST).max(vec2(320.0, 240.0));
    if settings.format.is_drawn() {
        view.page(ctx, (&session.lent_map(), session.map_stamp()), settings, shaper);
    }
    let is_deck = settings.pages() == Pages::Deck;
    let (mut asked, mut intents) = (Vec::new(), Vec::new());
    let boxed = box_ui(ctx, "export", say!(ui_export_title), size.x, |ui| {
        let room = vec2(size.x, size.y - TITLE);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Min), |ui| {
            ui.set_min_size(room);
            ui.spacing_mut().item_spacing.x = 0.0;
            let choices = ui.allocate_ui_with_layout(vec2(CHOICES, room.y), Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                ui.set_min_size(vec2(CHOICES, room.y));
                let height = room.y - FOOT;
                ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show(
                    ui,
                    |ui| {
                        // The scroll bar stands beside the choices, not on them.
                        ui.set_max_width(CHOICES - slides::BAR);
                        let mut chosen = settings;
                        ui.add_enabled_ui(export.busy().is_none(), |ui| {
                            settings_ui(ui, &mut chosen, map, |ui| {
                                if is_deck {
                                    slides::list_ui(ui, view, session, &mut intents);
                                }
                            });
                        });
                        asked.extend((chosen != settings).then_some(ExportMsg::Choose(chosen)));
                        message_ui(ui, export);
                        if settings.format.is_drawn() {
                            missing_ui(ui, view);
                        }
                    },
                );
                decide_ui(ui, export)
            });
            asked.extend(choices.inner);
            ui.add_space(GAP);
            let room = vec2(room.x - CHOICES - GAP, room.y);
            if is_deck {
                let all = Rect::from_min_size(ui.cursor().min, room);
                let (page, words) = all.split_top_bottom_at_y(all.bottom() - slides::words_height(view, session));
                ui.scope_builder(UiBuilder::new().max_rect(page), |ui| preview_ui(ui, view, page.size()));
                let below = UiBuilder::new().max_rect(words).layout(Layout::top_down(Align::Min));
                ui.scope_builder(below, |ui| {
                    slides::words_ui(ui, view, session, words.size(), &mut intents);
                });
            } else if settings.format.is_drawn() {
                preview_ui(ui, view, room);
            } else {
                view.told().show_ui(ui, map, settings, room);
            }
        });
    });
    asked.extend(boxed.closed.then_some(ExportMsg::Close));
    intents.extend(asked.into_iter().map(|msg| Intent::Flow(Msg::Export(msg))));
    intents
}

/// The choices; `slides` adds those of a deck where they belong.
fn settings_ui(ui: &mut Ui, settings: &mut ExportSettings, map: &Map, slides: impl FnOnce(&mut Ui)) {
    let theme = style::theme(ui.ctx());
    caption_ui(ui, say!(ui_export_format));
    ui.horizontal_wrapped(|ui| {
        for format in Format::ALL {
            if chip_ui(ui, format.name(), "", None, settings.format == format).clicked() {
                settings.format = format;
            }
        }
    });
    ui.add_space(12.0);
    if settings.format.has_pages() {
        page::page_ui(ui, settings);
        ui.add_space(12.0);
    }
    pages_ui(ui, settings);
    slides(ui);
    if settings.format.has_scale(settings.page) {
        caption_ui(ui, say!(ui_export_scale));
        ui.horizontal_wrapped(|ui| {
            for scale in SCALES {
                if chip_ui(ui, &format!("{scale:.0}×"), "", None, settings.scale == scale).clicked() {
                    settings.scale = scale;
                }
            }
        });
        ui.add_space(12.0);
    }
    if settings.format == Format::Csv {
        combo_ui(ui, say!(ui_export_table), settings.table.name(), |ui| {
            for table in TableKind::ALL {
                if entry_ui(ui, settings.table == table, table.name()).clicked() {
                    settings.table = table;
                }
            }
        });
        ui.add_space(12.0);
    }
    views_ui(ui, settings, map);
    let segments = map.segments_in_order();
    if !segments.is_empty() {
        let each = settings.each();
        let of_one =
            settings.segment.and_then(|id| map.segments.get(&id)).map_or(say!(ui_all_audiences), |s| s.name.as_str());
        combo_ui(ui, say!(ui_col_audience), if each { say!(ui_export_each) } else { of_one }, |ui| {
            if entry_ui(ui, !each && settings.segment.is_none(), say!(ui_all_audiences)).clicked() {
                (settings.segment, settings.each) = (None, false);
            }
            if settings.format.has_several() && entry_ui(ui, each, say!(ui_export_each)).clicked() {
                (settings.segment, settings.each) = (None, true);
            }
            for (id, segment) in &segments {
                if entry_ui(ui, !each && settings.segment == Some(*id), &segment.name).clicked() {
                    (settings.segment, settings.each) = (Some(*id), false);
                }
            }
        });
        ui.add_space(12.0);
    }
    let has_former = map.former_measurement().is_some();
    let shown = ui.add_enabled(has_former, tick(&mut settings.former, say!(ui_former_on_river)));
    shown.on_hover_text(say!(ui_export_former_hint)).on_disabled_hover_text(say!(ui_export_former_disabled));
    ui.add(tick(&mut settings.notes, say!(ui_export_notes))).on_hover_text(say!(ui_export_notes_hint));
    if settings.pages() == Pages::Deck {
        ui.add(tick(&mut settings.spoken, say!(ui_export_spoken))).on_hover_text(say!(ui_export_spoken_hint));
    }
    if settings.format == Format::Svg {
        let mut live = settings.letters == Letters::Live;
        ui.add(tick(&mut live, say!(ui_export_live))).on_hover_text(say!(ui_export_live_hint));
        settings.letters = if live { Letters::Live } else { Letters::Outline };
    }
    ui.add_space(12.0);
    ui.label(RichText::new(settings.format.words()).font(style::small()).color(style::color(theme.muted)));
}

/// By which saved view, where there are any.
fn views_ui(ui: &mut Ui, settings: &mut ExportSettings, map: &Map) {
    let views = map.views_in_order();
    if views.is_empty() {
        return;
    }
    let chosen =
        settings.view.and_then(|id| map.views.get(&id)).map_or(say!(ui_views_whole), |view| view.name.as_str());
    combo_ui(ui, say!(kind_saved_view_title), chosen, |ui| {
        if entry_ui(ui, settings.view.is_none(), say!(ui_views_whole)).clicked() {
            settings.view = None;
        }
        for (id, view) in &views {
            if entry_ui(ui, settings.view == Some(*id), &view.name).clicked() {
                *settings = settings.by_view(map, *id);
            }
        }
    });
    ui.add_space(12.0);
}

/// On how many pages, where the format holds several.
fn pages_ui(ui: &mut Ui, settings: &mut ExportSettings) {
    if !settings.format.has_many(PageSize::Slide) {
        return;
    }
    caption_ui(ui, say!(ui_export_pages));
    let limit = numbers::plain(settings.page.least_pt().into());
    ui.horizontal_wrapped(|ui| {
        for (pages, name) in [
            (Pages::One, say!(ui_export_one_page)),
            (Pages::Enough, say!(ui_export_enough_pages)),
            (Pages::Deck, say!(ui_export_deck)),
        ] {
            // The board at its own size is one page.
            if pages == Pages::Enough && !settings.format.has_many(settings.page) {
                continue;
            }
            let chip = chip_ui(ui, name, "", None, settings.pages() == pages);
            let chip = match pages {
                Pages::One => chip,
                Pages::Enough => chip.on_hover_text(say!(ui_export_enough_hint, limit = limit.as_str())),
                Pages::Deck => chip.on_hover_text(say!(ui_export_deck_hint)),
            };
            if chip.clicked() {
                settings.pages = pages;
                settings.page = settings.page();
            }
        }
    });
    ui.add_space(12.0);
}

/// What went wrong, or how far the export is.
fn message_ui(ui: &mut Ui, export: &Exporting) {
    if let Some(problem) = export.problem() {
        ui.add_space(12.0);
        problem_ui(ui, problem);
    }
    let Some(doing) = export.busy() else { return };
    ui.add_space(12.0);
    match doing {
        Doing::Laying(share) => share_ui(ui, say!(ui_export_laying, percent = percent(share)), share),
        Doing::Painting(share) => share_ui(ui, say!(ui_export_painting, percent = percent(share)), share),
        Doing::Writing => {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label(RichText::new(say!(ui_export_writing)).font(style::body()));
            });
        }
    }
}

/// What is done, in words and as a bar.
fn share_ui(ui: &mut Ui, said: String, share: f32) {
    let theme = style::theme(ui.ctx());
    ui.label(RichText::new(said).font(style::body()));
    ui.visuals_mut().extreme_bg_color = style::color(theme.hairline);
    let bar = ProgressBar::new(share).desired_width(ui.available_width()).desired_height(6.0);
    ui.add(bar.fill(style::color(theme.accent)));
}

fn percent(share: f32) -> String {
    format!("{:.0}", share * 100.0)
}

/// Letters that will be boxes for whoever gets the file.
fn missing_ui(ui: &mut Ui, view: &ExportView) {
    for Missing { script, letters, package } in view.preview().iter().flat_map(|preview| &preview.missing) {
        ui.add_space(12.0);
        problem_ui(ui, &say!(session_letters_missing, letters, script, package));
    }
}

/// The buttons at the foot of the choices.
fn decide_ui(ui: &mut Ui, export: &Exporting) -> Option<ExportMsg> {
    ui.add_space(FOOT - 36.0);
    let buttons = |ui: &mut Ui| {
        tall(ui, |ui| {
            if export.busy().is_some() {
                return secondary_button_ui(ui, say!(cancel)).clicked().then_some(ExportMsg::Cancel);
            }
            let goes = default_button_ui(ui, say!(ui_export_go)).then_some(ExportMsg::Go);
            let closes = secondary_button_ui(ui, say!(close)).clicked().then_some(ExportMsg::Close);
            closes.or(goes)
        })
    };
    ui.horizontal(buttons).inner
}

/// The page with its shadow on a ground, as large as there is room, and below it its size and how small its text is.
fn preview_ui(ui: &mut Ui, view: &mut ExportView, room: Vec2) {
    let theme = style::theme(ui.ctx());
    let (ground, response) = ui.allocate_exact_size(room, egui::Sense::hover());
    ui.painter().rect_filled(ground, f32::from(style::CARD_RADIUS), style::color(theme.ground));
    coming_ui(ui, view, ground);
    turn_ui(ui, view, ground);
    let (Some((page_size, nth, of)), Some(preview)) = (view.looked_at(), view.preview()) else { return };
    let Preview { made_from, legibility, left_out, .. } = preview;
    let size = size_text(made_from, page_size);
    let size = if of > 1 { format!("{}  ·  {size}", say!(ui_export_nth, nth, of)) } else { size };
    let legible = legibility.as_ref().map(legible_words).unwrap_or_default();
    let left_out = left_out.clone().unwrap_or_default();
    let told = [size.as_str(), &legible, &left_out].into_iter().filter(|words| !words.is_empty());
    let said = told.collect::<Vec<_>>().listed(", ");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, say!(ui_export_the_page, said)));
    let wrapped = room.x - 48.0;
    let muted = style::color(theme.muted);
    let mut left_out = LayoutJob::simple(left_out, style::small(), muted, wrapped);
    left_out.halign = Align::Center;
    let left_out = ui.painter().layout_job(left_out);
    let more = if left_out.is_empty() { 0.0 } else { left_out.size().y + 4.0 };
    let caption = 38.0 + more;
    let mut place = ground.shrink(24.0);
    place.max.y -= caption;
    let (width, height) = (page_size.width.max(1.0), page_size.height.max(1.0));
    let zoom = (place.width() / width).min(place.height() / height).clamp(0.01, 1.0);
    let page = Rect::from_center_size(place.center(), vec2(page_size.width, page_size.height) * zoom);
    let is_small = legibility.is_some_and(|legibility| legibility.below > 0.0);
    let shadow = Shadow { offset: [0, 4], blur: 18, spread: 0, color: style::color(theme.shadow) };
    ui.painter().add(shadow.as_shape(page, 0.0));
    let painter = ui.painter_at(page.expand(1.0));
    painter.rect_filled(page, 0.0, egui::Color32::WHITE);
    let size_px = (page.size() * ui.pixels_per_point()).round().max(Vec2::splat(1.0));
    if let Some(picture) = view.picture(ui.ctx(), [size_px.x as usize, size_px.y as usize]) {
        let all = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
        painter.image(picture.id(), page, all, egui::Color32::WHITE);
    }
    painter.rect_stroke(page, 0.0, style::hairline(&theme), egui::StrokeKind::Outside);
    let warns = if is_small { theme.warn_ink } else { theme.muted };
    for (words, up, ink) in [(size, 36.0, theme.muted), (legible, 18.0, warns)] {
        let below = egui::pos2(ground.center().x, ground.bottom() - up - more);
        ui.painter().text(below, egui::Align2::CENTER_CENTER, words, style::small(), style::color(ink));
    }
    let at = egui::pos2(ground.center().x, ground.bottom() - more - 5.0);
    ui.painter().galley(at, left_out, muted);
}

/// How far the page is that is laid out, at the top of the ground, and the way to stop it; or that it was stopped.
fn coming_ui(ui: &mut Ui, view: &mut ExportView, ground: Rect) {
    if view.coming().is_none() && !view.is_stopped() {
        return;
    }
    let strip =
        Rect::from_min_max(ground.min + vec2(16.0, 10.0), egui::pos2(ground.right() - 12.0, ground.top() + 40.0));
    let layout = Layout::right_to_left(Align::Center);
    ui.scope_builder(egui::UiBuilder::new().max_rect(strip).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let Some(share) = view.coming() else {
            if secondary_button_ui(ui, say!(ui_export_lay_out)).clicked() {
                view.go_on();
                ui.ctx().request_repaint();
            }
            ui.label(RichText::new(say!(ui_export_stopped)).font(style::small()));
            return;
        };
        if secondary_button_ui(ui, say!(ui_export_stop)).clicked() {
            view.stop();
        }
        ui.label(RichText::new(say!(ui_export_laying, percent = percent(share))).font(style::small()));
    });
}

/// Leads to the other pages, at the edges of the ground.
fn turn_ui(ui: &mut Ui, view: &mut ExportView, ground: Rect) {
    let Some((_, nth, of)) = view.looked_at() else { return };
    let buttons = [
        (nth > 1, Icon::ChevronLeft, say!(ui_export_previous), ground.left() + 12.0, false),
        (nth < of, Icon::ChevronRight, say!(ui_export_next), ground.right() - 12.0, true),
    ];
    for (leads, icon, name, x, forwards) in buttons {
        let place = Rect::from_center_size(egui::pos2(x, ground.center().y), Vec2::splat(24.0));
        if leads && ui.put(place, |ui: &mut Ui| icon_button_ui(ui, icon, name)).clicked() {
            view.turn(forwards);
            // The button that leads back was not there yet.
            ui.ctx().request_repaint();
        }
    }
}

/// `960 × 540 pt`, `3,840 × 2,160 pixels`.
fn size_text(settings: &ExportSettings, size: Size) -> String {
    if !settings.format.has_pixels() {
        return say!(
            ui_export_points,
            width = format!("{:.0}", size.width * 0.75),
            height = format!("{:.0}", size.height * 0.75)
        );
    }
    let raster = crate::export::Raster::for_page(settings.page(), size, settings.scale);
    let width = numbers::count(u64::from(raster.width_px));
    say!(ui_export_pixels, width, height = numbers::count(u64::from(raster.height_px)))
}
