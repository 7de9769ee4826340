//! The versions of the map that were kept: a list at the left, and at the right what the one that is looked at was, what became of
//! it since, and the ways to have it back.

use super::style;
use super::version_picture::VersionPicture;
use super::when::{moment, moment_to_the_second};
use super::widgets::{
    bare_field_ui, box_buttons_ui, box_ui, cut_words_ui, muted_ui, primary_button_ui, problem_ui, secondary_button_ui,
    show_scroll_bar, words_ui,
};
use crate::figures::numbers;
use crate::scene::FaceStyle;
use crate::session::flows::{Looked, Msg, VersionsMsg, VersionsOpen};
use crate::session::{Counts, Intent, Session};
use crate::store::{KeptVersion, VERSIONS_BYTES_MAX, VersionNote};
use crate::text::Shaper;
use crate::theme::size;
use egui::{
    Align, Context, CornerRadius, Id, Key, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, vec2,
};
use std::path::Path;
use std::sync::Arc;
use touchline_words::direction::Listed;
use touchline_words::say;

/// Widest the box gets, and what it leaves of the window, in logical pixels.
const WIDEST: f32 = 980.0;
const BESIDE: f32 = 110.0;
/// Of the list.
const LIST: f32 = 290.0;
const GAP: f32 = 20.0;
/// Height of what stands in the box, and what it leaves of the window.
const HIGHEST: f32 = 520.0;
const AROUND: f32 = 240.0;
const ROW: f32 = 50.0;
/// The picture is so much wider than high.
const SHAPE: f32 = 1.9;

/// What the box keeps between frames.
#[derive(Default)]
pub struct KeptVersionsView {
    picture: VersionPicture,
    /// The field for a name had the keyboard once.
    has_focused: bool,
}

/// Shows the box while the list is open, and gives back what was pressed and written.
pub fn kept_versions_ui(
    ctx: &Context,
    view: &mut KeptVersionsView,
    session: &Session,
    shaper: &Arc<Shaper>,
) -> Vec<Intent> {
    let Some(open) = session.flows().versions() else {
        *view = KeptVersionsView::default();
        return Vec::new();
    };
    let window = ctx.content_rect();
    let width = (window.width() - BESIDE).clamp(360.0, WIDEST);
    let height = (window.height() - AROUND).clamp(200.0, HIGHEST);
    let mut msgs = Vec::new();
    let boxed = box_ui(ctx, "kept versions", say!(ui_kept_title), width, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let list = LIST.min(width * 0.4);
            part_ui(ui, list, height, |ui| {
                name_ui(ui, view, open, &mut msgs);
                list_ui(ui, open, session.path(), &mut msgs);
            });
            part_ui(ui, width - list - GAP, height, |ui| looked_ui(ui, view, open, session, shaper));
        });
        box_buttons_ui(ui, |ui| {
            let looked = open.looked().filter(|looked| matches!(looked.read, Some(Ok(_))));
            let goes_back = looked.is_some_and(|looked| looked.differs);
            let mut asked = |label: &str, can: bool, is_primary: bool, msg: VersionsMsg| {
                ui.add_enabled_ui(can, |ui| {
                    let button = if is_primary { primary_button_ui(ui, label) } else { secondary_button_ui(ui, label) };
                    msgs.extend(button.clicked().then_some(msg));
                });
            };
            asked(say!(ui_kept_go_back), goes_back, true, VersionsMsg::GoBack);
            asked(say!(ui_kept_open_copy), looked.is_some(), false, VersionsMsg::OpenCopy);
            asked(say!(close), true, false, VersionsMsg::Close);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                cut_words_ui(ui, &room(open), style::small(), style::color(style::theme(ui.ctx()).muted));
            });
        });
    });
    if boxed.closed {
        msgs.push(VersionsMsg::Close);
    }
    msgs.into_iter().map(|msg| Intent::Flow(Msg::Versions(msg))).collect()
}

/// One of the two parts, of a fixed size.
fn part_ui(ui: &mut Ui, width: f32, height: f32, add: impl FnOnce(&mut Ui)) {
    let (place, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)));
    inside.shrink_clip_rect(place.expand(4.0));
    add(&mut inside);
}

/// The field in which a person names the moment, with the button that keeps it.
fn name_ui(ui: &mut Ui, view: &mut KeptVersionsView, open: &VersionsOpen, msgs: &mut Vec<VersionsMsg>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let button = 92.0;
        let mut name = open.name().to_owned();
        let room = vec2(ui.available_width() - button, style::CONTROL_HEIGHT);
        let field = ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            bare_field_ui(ui, say!(ui_kept_name), &mut name, say!(ui_kept_name))
        });
        if open.is_naming() && !std::mem::replace(&mut view.has_focused, true) {
            field.inner.request_focus();
        }
        if name != open.name() {
            msgs.push(VersionsMsg::Write(name.clone()));
        }
        let entered = field.inner.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let kept =
            ui.add_enabled_ui(!name.trim().is_empty(), |ui| secondary_button_ui(ui, say!(ui_kept_keep)).clicked());
        msgs.extend((entered || kept.inner).then_some(VersionsMsg::Keep));
    });
    ui.add_space(10.0);
}

fn list_ui(ui: &mut Ui, open: &VersionsOpen, path: Option<&Path>, msgs: &mut Vec<VersionsMsg>) {
    let Some(kept) = open.kept() else {
        ui.spinner();
        return;
    };
    if kept.is_empty() {
        words_ui(ui, say!(ui_kept_none), style::body(), style::color(style::theme(ui.ctx()).muted));
        return;
    }
    show_scroll_bar(ui);
    let (looked, height) = (open.looked().map(|looked| &looked.id), ui.available_height());
    ScrollArea::vertical().id_salt("kept versions").max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for version in kept {
            let is_looked = looked == Some(&version.id);
            let row = row_ui(ui, version, row_words(version, kept, path), is_looked);
            if row.clicked() {
                row.request_focus();
            }
            // The arrow keys lead the keyboard from row to row, and what has it is looked at.
            if !is_looked && (row.clicked() || row.has_focus()) {
                msgs.push(VersionsMsg::Choose(version.id.clone()));
            }
        }
    });
}

fn row_ui(ui: &mut Ui, version: &KeptVersion, (first, second): (String, String), is_looked: bool) -> egui::Response {
    let theme = style::theme(ui.ctx());
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width() - 6.0, ROW), Sense::hover());
    let row = ui.interact(place, Id::unique("kept version").with(&version.id), Sense::click());
    row.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{first}, {second}")));
    ui.ctx().accesskit_node_builder(row.id, |node| node.set_selected(is_looked));
    let ground = match (is_looked, row.hovered()) {
        (true, _) => Some(theme.action_ground),
        (false, true) => Some(theme.hover),
        (false, false) => None,
    };
    let radius = CornerRadius::same(style::RADIUS);
    ground.into_iter().for_each(|ground| _ = ui.painter().rect_filled(place, radius, style::color(ground)));
    if is_looked || row.has_focus() {
        let width = if row.has_focus() { 2.0 } else { 1.0 };
        let edge = if row.has_focus() { theme.accent } else { theme.action_edge };
        ui.painter().rect_stroke(place, radius, Stroke::new(width, style::color(edge)), StrokeKind::Inside);
    }
    if row.gained_focus() {
        row.scroll_to_me(None);
    }
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place.shrink2(vec2(10.0, 7.0))));
    inside.spacing_mut().item_spacing.y = 2.0;
    cut_words_ui(&mut inside, &first, style::font(FaceStyle::SemiBold, size::UI), style::color(theme.ink));
    cut_words_ui(&mut inside, &second, style::small(), style::color(theme.muted));
    row
}

/// What a person called the moment, or when it was; and below it the rest. Of a minute with several the second is said too.
fn row_words(version: &KeptVersion, kept: &[KeptVersion], path: Option<&Path>) -> (String, String) {
    let VersionNote { name, path: of, .. } = &version.note;
    let minute = |version: &KeptVersion| version.id.unix_secs() / 60;
    let of_minute = kept.iter().filter(|other| minute(other) == minute(version)).count();
    let said = if of_minute > 1 { moment_to_the_second } else { moment };
    let when = i64::try_from(version.id.unix_secs()).map(said).unwrap_or_default();
    let counts = counts(&version.note).words();
    // Only of another file it has to be said which.
    let other = of.as_deref().filter(|of| Some(*of) != path).and_then(Path::file_name);
    let other = other.map(|name| name.to_string_lossy().into_owned());
    match name.is_empty() {
        true => (when, [Some(counts), other].into_iter().flatten().collect::<Vec<_>>().listed(" · ")),
        false => {
            (name.clone(), [Some(when), Some(counts), other].into_iter().flatten().collect::<Vec<_>>().listed(" · "))
        }
    }
}

fn counts(note: &VersionNote) -> Counts {
    Counts { stages: note.stages, cards: note.cards, annotations: note.others }
}

/// The picture of the version that is looked at, and what became of it since.
fn looked_ui(ui: &mut Ui, view: &mut KeptVersionsView, open: &VersionsOpen, session: &Session, shaper: &Arc<Shaper>) {
    let theme = style::theme(ui.ctx());
    let (Some(looked), Some(version)) = (open.looked(), open.looked_at()) else { return };
    let picture = vec2(ui.available_width(), (ui.available_width() / SHAPE).min(ui.available_height() - 150.0));
    let (place, shown) = ui.allocate_exact_size(picture.max(vec2(40.0, 40.0)), Sense::hover());
    let (first, second) = row_words(version, open.kept().unwrap_or_default(), session.path());
    shown.widget_info(|| WidgetInfo::labeled(Role::Image, true, say!(ui_kept_picture, version = first.as_str())));
    ui.painter().rect_filled(place, f32::from(style::CARD_RADIUS), style::color(theme.ground));
    ui.painter().rect_stroke(place, f32::from(style::CARD_RADIUS), style::hairline(&theme), StrokeKind::Inside);
    match &looked.read {
        Some(Ok(map)) => {
            view.picture.ask(ui.ctx(), &looked.id, map, shaper);
            view.picture.paint(ui.painter(), place.shrink(10.0));
            if view.picture.is_coming() {
                spinner_ui(ui, place);
            }
        }
        Some(Err(_)) => {}
        None => spinner_ui(ui, place),
    }
    ui.add_space(12.0);
    cut_words_ui(ui, &first, style::font(FaceStyle::SemiBold, size::HEADING), style::color(theme.ink));
    cut_words_ui(ui, &second, style::small(), style::color(theme.muted));
    ui.add_space(6.0);
    since_ui(ui, looked);
}

fn spinner_ui(ui: &mut Ui, place: Rect) {
    ui.put(Rect::from_center_size(place.center(), vec2(24.0, 24.0)), egui::Spinner::new());
}

/// What became of the map since.
fn since_ui(ui: &mut Ui, looked: &Looked) {
    let ink = style::color(style::theme(ui.ctx()).ink_soft);
    match &looked.read {
        Some(Err(problem)) => problem_ui(ui, problem),
        Some(Ok(_)) if !looked.differs => _ = muted_ui(ui, say!(ui_kept_same)),
        Some(Ok(_)) => {
            let [added, gone, changed] = &looked.since;
            let line = |what: &Option<String>, said: fn(&str) -> String| what.as_deref().map(said);
            let lines = [
                line(added, |what| say!(ui_kept_added, what)),
                line(gone, |what| say!(ui_kept_gone, what)),
                line(changed, |what| say!(ui_kept_changed, what)),
            ];
            ui.spacing_mut().item_spacing.y = 3.0;
            lines.into_iter().flatten().for_each(|line| _ = words_ui(ui, &line, style::body(), ink));
        }
        None => {}
    }
}

/// How much the versions take, and how many stay.
fn room(open: &VersionsOpen) -> String {
    let megabytes = |bytes: u64| numbers::fixed(bytes as f64 / (1024.0 * 1024.0), 1);
    let most = numbers::count(VERSIONS_BYTES_MAX / (1024 * 1024));
    say!(ui_kept_room, count = open.kept().map_or(0, <[KeptVersion]>::len), used = megabytes(open.bytes()), most)
}
