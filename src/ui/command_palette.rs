//! The command palette: every command and setting, every record of the map, libraries, audiences, saved views, templates and
//! files, by a few letters of a name or by a word of a field, which then stands beside it; in groups where there are several.
//!
//! The keyboard stays in the field; ↑ and ↓ go along what was found, which screen readers are told of as in a list.

use super::screen::words::Words;
use super::style;
use super::widgets::{WritingField, muted_ui, paint_icon};
use crate::layout::{ListLook, channel_icon};
use crate::model::{Family, Map, RecordRef, Stage, StageId, TouchpointId};
use crate::scene::{Color, FaceStyle};
use crate::session::finder::{Entry, Finder, Found, Target};
use crate::session::{Menu, Session, block_like};
use crate::text::has_right_to_left;
use crate::theme::{Icon, Theme, size};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Align2, Color32, Context, CornerRadius, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Rect, Response,
    Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use touchline_words::direction::Listed;
use touchline_words::say;

const WIDTH: f32 = 600.0;
/// From the window's upper edge.
const TOP: f32 = 72.0;
const ROW: f32 = 32.0;
/// Rows that are seen at once, where the window has room for them.
const ROWS_SEEN: f32 = 11.0;
const FIELD: f32 = 48.0;
const FOOT: f32 = 32.0;
/// Rows that Page up and Page down go.
const PAGE: usize = 10;
/// Space at the left and right of a row, and where its name begins.
const INSET: f32 = 8.0;
const NAME_X: f32 = 42.0;

/// What is looked for, and what of the found is chosen.
#[derive(Clone, Debug, Default)]
pub struct CommandPalette {
    search: String,
    finder: Finder,
    rows: Vec<Row>,
    /// The place in the list of what was found.
    chosen: usize,
    /// The chosen row is to be brought into view.
    follow: bool,
    scrolled: f32,
}

#[derive(Clone, Copy, Debug)]
enum Row {
    Caption(&'static str),
    Found(usize),
}

/// What the person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    Do(Target),
    Close,
}

/// Shows the palette, until it gives back what was decided.
pub fn command_palette_ui(ctx: &Context, view: &mut CommandPalette, session: &Session) -> Option<Decided> {
    let theme = style::theme(ctx);
    let window = ctx.content_rect().size();
    let frame = Frame::new()
        .fill(style::color(theme.surface))
        .stroke(style::hairline(&theme))
        .corner_radius(CornerRadius::same(12))
        .shadow(ctx.global_style().visuals.window_shadow);
    let veil = Color32::from_black_alpha(if theme.dark { 80 } else { 32 });
    let id = Id::unique("command palette");
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
    let shown = Modal::new(id).area(area).frame(frame).backdrop_color(veil).show(ctx, |ui| {
        ui.set_width(WIDTH.min(window.x - 48.0));
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        palette_ui(ui, view, session, window.y)
    });
    let closed = shown.should_close();
    shown.inner.or(closed.then_some(Decided::Close))
}

fn palette_ui(ui: &mut Ui, view: &mut CommandPalette, session: &Session, window: f32) -> Option<Decided> {
    let struck = struck(ui);
    let field = field_ui(ui, view);
    if view.finder.update(session, &view.search) {
        view.rows = rows(&view.finder);
        if field.changed() {
            (view.chosen, view.follow, view.scrolled) = (0, true, 0.0);
        }
    }
    let count = view.finder.found().len();
    view.chosen = view.chosen.min(count.saturating_sub(1));
    view.go(struck.steps, count);
    line_ui(ui);
    let room = (window - TOP - FIELD - FOOT - 40.0).max(3.0 * ROW);
    let clicked = list_ui(ui, view, session, (ROWS_SEEN * ROW).min(room), &field);
    line_ui(ui);
    foot_ui(ui, view);
    if struck.again {
        return Some(Decided::Close);
    }
    let wanted = clicked.or(struck.enter.then_some(view.chosen))?;
    let entry = view.finder.found().get(wanted).and_then(|found| view.finder.entry(found))?;
    // What cannot be used now says why, and stays.
    match entry.target {
        _ if entry.why_not.is_some() => None,
        target => Some(Decided::Do(target)),
    }
}

/// The keys that are the palette's, and not the field's.
struct Struck {
    steps: Steps,
    enter: bool,
    /// The key that opened it.
    again: bool,
}

/// How far to go along the list.
#[derive(Clone, Copy, Debug, Default)]
struct Steps {
    /// Round the ends.
    by_one: i64,
    /// As far as the ends.
    by_page: i64,
}

fn struck(ui: &mut Ui) -> Struck {
    ui.input_mut(|input| {
        let mut count = |held, key| i64::try_from(input.count_and_consume_key(held, key)).unwrap_or(0);
        let none = Modifiers::NONE;
        let by_one = count(none, Key::ArrowDown) - count(none, Key::ArrowUp) - count(Modifiers::SHIFT, Key::Tab)
            + count(none, Key::Tab);
        let by_page = count(none, Key::PageDown) - count(none, Key::PageUp);
        let enter = count(none, Key::Enter) > 0;
        let again = count(Modifiers::COMMAND, Key::K) > 0;
        Struck { steps: Steps { by_one, by_page }, enter, again }
    })
}

impl CommandPalette {
    fn go(&mut self, steps: Steps, count: usize) {
        let (Ok(count), Ok(at)) = (i64::try_from(count), i64::try_from(self.chosen)) else { return };
        if count == 0 || steps.by_one == 0 && steps.by_page == 0 {
            return;
        }
        let page = i64::try_from(PAGE).unwrap_or(1);
        let at = ((at + steps.by_one).rem_euclid(count) + steps.by_page * page).clamp(0, count - 1);
        self.chosen = usize::try_from(at).unwrap_or(0);
        self.follow = true;
    }
}

fn field_ui(ui: &mut Ui, view: &mut CommandPalette) -> Response {
    let theme = style::theme(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FIELD), Sense::hover());
    let sign = Rect::from_center_size(pos2(rect.left() + INSET + 16.0, rect.center().y), Vec2::splat(16.0));
    paint_icon(ui.painter(), Icon::Search, sign, theme.muted);
    let place = Rect::from_min_max(pos2(rect.left() + NAME_X, rect.top()), pos2(rect.right() - 16.0, rect.bottom()));
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)));
    let hint = egui::RichText::new(say!(ui_command_hint));
    let id = Some(Id::unique("command palette field"));
    let field = WritingField { id, ..WritingField::line(&mut view.search, style::body()) };
    let field = field.show(&mut inside, |edit| {
        let hint = hint.font(style::body()).color(style::color(theme.muted));
        edit.frame(Frame::NONE).min_size(vec2(0.0, FIELD)).desired_width(place.width()).hint_text(hint)
    });
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(say!(ui_command_field)));
    if !field.has_focus() {
        field.request_focus();
    }
    field
}

fn rows(finder: &Finder) -> Vec<Row> {
    let count = finder.found().len();
    match finder.last_used() {
        0 => {
            let group = |nth: usize| Some(finder.entry(finder.found().get(nth)?)?.target.group());
            let several = (1..count).any(|nth| group(nth) != group(0));
            let begins = |nth: usize| nth == 0 || group(nth) != group(nth - 1);
            let caption = |nth| group(nth).filter(|_| several && begins(nth)).map(|group| Row::Caption(group.name()));
            // While nothing is looked for, the commands stand in the order of the menus.
            let looks = !finder.is_listing();
            (0..count).flat_map(|nth| caption(nth).filter(|_| looks).into_iter().chain([Row::Found(nth)])).collect()
        }
        last => {
            let first = std::iter::once(Row::Caption(say!(ui_command_last_used))).chain((0..last).map(Row::Found));
            let rest = (last..count).map(Row::Found);
            first.chain([Row::Caption(say!(ui_command_commands))]).chain(rest).collect()
        }
    }
}

/// What was found; the one that was clicked.
fn list_ui(ui: &mut Ui, view: &mut CommandPalette, session: &Session, most: f32, field: &Response) -> Option<usize> {
    if view.rows.is_empty() {
        Frame::new().inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            muted_ui(ui, say!(ui_nothing_by_name));
        });
        return None;
    }
    let margin = 6.0;
    ui.add_space(margin);
    let height = most.min(view.rows.len() as f32 * ROW);
    let mut area = ScrollArea::vertical().id_salt("found").max_height(height).min_scrolled_height(height);
    let at = view.rows.iter().position(|row| matches!(row, Row::Found(nth) if *nth == view.chosen)).unwrap_or(0);
    if std::mem::take(&mut view.follow) {
        // The caption over the first one comes with it.
        let top = if at <= 1 { 0.0 } else { at as f32 * ROW };
        let least = (at as f32 * ROW + ROW - height).clamp(0.0, top);
        area = area.vertical_scroll_offset(view.scrolled.clamp(least, top));
    }
    let (mut clicked, moved) = (None, ui.input(|input| input.pointer.delta() != Vec2::ZERO));
    let shown = area.auto_shrink([false, true]).show_rows(ui, ROW, view.rows.len(), |ui, seen| {
        for row in view.rows.get(seen).unwrap_or_default() {
            match *row {
                Row::Caption(text) => caption_ui(ui, text),
                Row::Found(nth) => {
                    let Some(found) = view.finder.found().get(nth) else { continue };
                    let Some(entry) = view.finder.entry(found) else { continue };
                    let response = row_ui(ui, nth, entry, found, nth == view.chosen, session);
                    if nth == view.chosen {
                        let row = response.id.accesskit_id();
                        ui.ctx().accesskit_node_builder(field.id, |node| node.set_active_descendant(row));
                    }
                    if response.hovered() && moved {
                        view.chosen = nth;
                    }
                    if response.clicked() {
                        clicked = Some(nth);
                    }
                }
            }
        }
    });
    view.scrolled = shown.state.clamped_offset().y;
    ui.add_space(margin);
    clicked
}

fn caption_ui(ui: &mut Ui, text: &str) {
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let font = style::font(FaceStyle::Bold, size::UI_SMALL);
    let at = pos2(rect.left() + 16.0, rect.bottom() - 8.0);
    ui.painter().text(at, Align2::LEFT_BOTTOM, text.to_uppercase(), font, style::color(theme.muted));
}

/// One command or place; the letters that fit are set off.
fn row_ui(ui: &mut Ui, nth: usize, entry: &Entry, found: &Found, chosen: bool, session: &Session) -> Response {
    let theme = style::theme(ui.ctx());
    let (space, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let rect = space.shrink2(vec2(INSET, 0.0));
    let response = ui.interact(rect, Id::unique("command palette row").with(nth), Sense::click());
    let (usable, name) = (entry.why_not.is_none(), said_name(entry));
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, usable, &name));
    let said = found.said.as_deref().unwrap_or_default();
    let about = [said, entry.place.as_str(), entry.keys.as_str(), entry.why_not.unwrap_or_default()];
    let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_selected(chosen);
        node.set_description(about.listed(", "));
    });
    if chosen {
        ui.painter().rect_filled(rect, f32::from(style::RADIUS), style::color(theme.accent_ground));
    }
    let ink = if usable { theme.ink } else { theme.muted.over(theme.surface, 0.75) };
    let (icon, color) = look(entry.target, session, &theme);
    let sign = Rect::from_center_size(pos2(rect.left() + 16.0, rect.center().y), Vec2::splat(15.0));
    paint_icon(ui.painter(), icon, sign, if usable { color } else { ink });
    let mut right = rect.right() - 10.0;
    if !entry.keys.is_empty() {
        right = paint_key(ui, &entry.keys, pos2(right, rect.center().y), usable, &theme) - 8.0;
    }
    let (beside, quiet) = match entry.why_not {
        Some(why) if chosen => (why, theme.warn_ink),
        Some(why) => (why, theme.muted),
        None if !said.is_empty() => (said, theme.ink_soft),
        None => (entry.place.as_str(), theme.muted),
    };
    let left = space.left() + NAME_X;
    // What a field says has more to say than where a record stands.
    let share = if said.is_empty() { 0.45 } else { 0.6 };
    let beside = line(ui, beside, style::small(), quiet, (right - left) * share);
    let at = pos2(right - beside.size().x, rect.center().y - beside.size().y / 2.0);
    let width = at.x - left - 12.0;
    beside.paint(ui.painter(), at);
    // Where letters join and turn, none of them is marked by itself.
    let (taken, name) = match has_right_to_left(&entry.name) {
        true => turning_name(ui, entry, ink, pos2(left, rect.center().y), width),
        false => (0.0, Words::Set(ui.painter().layout_job(painted_name(entry, &found.marks, ink, &theme, width)))),
    };
    let corner = pos2(left + taken, rect.center().y - name.size().y / 2.0);
    name.paint(ui.painter(), corner);
    response
}

/// What a screen reader says, and what is seen: what is done with what has the name.
fn said_name(entry: &Entry) -> String {
    format!("{}{}", entry.target.prefix(), entry.name)
}

/// A name that is read from the right, behind what is done with it, which is drawn at once; `at` is the middle of its left edge.
fn turning_name(ui: &Ui, entry: &Entry, ink: Color, at: egui::Pos2, width: f32) -> (f32, Words) {
    let font = style::font(FaceStyle::Regular, size::UI);
    let mut taken = 0.0;
    let prefix = entry.target.prefix();
    if !prefix.is_empty() {
        let muted = style::theme(ui.ctx()).muted;
        let prefix = line(ui, prefix, font.clone(), muted, width);
        taken = prefix.size().x;
        let corner = at - vec2(0.0, prefix.size().y / 2.0);
        prefix.paint(ui.painter(), corner);
    }
    (taken, line(ui, &entry.name, font, ink, width - taken))
}

fn painted_name(entry: &Entry, marks: &[usize], ink: Color, theme: &Theme, width: f32) -> LayoutJob {
    let format = |face, ink: Color| TextFormat {
        font_id: style::font(face, size::UI),
        color: style::color(ink),
        valign: Align::Center,
        ..TextFormat::default()
    };
    let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width(width.max(40.0)), ..LayoutJob::default() };
    job.append(entry.target.prefix(), 0.0, format(FaceStyle::Regular, theme.muted));
    let fitting = if entry.why_not.is_none() { theme.accent_ink } else { ink };
    let mut run = (String::new(), false);
    let mut add = |run: &(String, bool)| match run {
        (text, _) if text.is_empty() => {}
        (text, true) => job.append(text, 0.0, format(FaceStyle::SemiBold, fitting)),
        (text, false) => job.append(text, 0.0, format(FaceStyle::Regular, ink)),
    };
    // No row shows more of a name.
    for (nth, letter) in entry.name.chars().take(200).enumerate() {
        let marked = marks.contains(&nth);
        if marked != run.1 {
            add(&run);
            run = (String::new(), marked);
        }
        run.0.push(if letter.is_control() { ' ' } else { letter });
    }
    add(&run);
    job
}

fn line(ui: &Ui, text: &str, font: egui::FontId, ink: Color, width: f32) -> Words {
    let text: String = text.chars().take(200).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    Words::new(ui.painter(), &text, font, style::color(ink), width.max(40.0))
}

/// A key as the page of keys shows it, its right end at a place; gives back its left end.
fn paint_key(ui: &Ui, keys: &str, right: egui::Pos2, usable: bool, theme: &Theme) -> f32 {
    let font = style::font(FaceStyle::Medium, size::UI_SMALL);
    let ink = style::color(if usable { theme.ink_soft } else { theme.muted });
    let galley = ui.painter().layout_no_wrap(keys.to_owned(), font, ink);
    let size = galley.size() + vec2(12.0, 5.0);
    let rect = Rect::from_min_size(pos2(right.x - size.x, right.y - size.y / 2.0), size);
    ui.painter().rect(rect, 4.0, style::color(theme.ground), style::hairline(theme), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    rect.left()
}

/// The sign before the name, and its colour.
fn look(target: Target, session: &Session, theme: &Theme) -> (Icon, Color) {
    let plain = |icon| (icon, theme.detail);
    match target {
        Target::Command(command) => plain(match command.row().menu {
            Menu::File => Icon::File,
            Menu::Edit => Icon::Pencil,
            Menu::Insert => Icon::Plus,
            Menu::Data => Icon::Table,
            Menu::View => Icon::Eye,
            Menu::Board => Icon::Drag,
            Menu::Help => Icon::Info,
        }),
        Target::Record(record) => look_of(record, session.map(), theme),
        Target::Lens(_) => plain(Icon::Segment),
        Target::View(_) => plain(Icon::Eye),
        Target::Item(id) => {
            let look = session.libraries().shelf.item(id).map(|item| block_like(item).look(theme));
            look.map_or(plain(Icon::Other), |(icon, color)| (icon.unwrap_or(Icon::Other), color))
        }
        Target::Template(_) => plain(Icon::Stage),
        Target::Recent(_) | Target::Export(_) => plain(Icon::File),
    }
}

/// A record as the board shows its kind.
fn look_of(record: RecordRef, map: &Map, theme: &Theme) -> (Icon, Color) {
    let plain = |icon| (icon, theme.detail);
    match record.kind().family() {
        Family::Stage => {
            let place = |(stage, _): &(StageId, &Stage)| RecordRef::Stage(*stage) == record;
            let nth = map.stages_in_order().iter().position(place).unwrap_or(0);
            (Icon::Stage, theme.stage(nth))
        }
        Family::Touchpoint => {
            let card = TouchpointId::try_from(record).ok().and_then(|id| map.touchpoints.get(&id));
            plain(card.map_or(Icon::Other, |card| channel_icon(card.channel)))
        }
        Family::Listed(kind) => {
            let look = ListLook::of(kind);
            (look.icon, (look.color)(theme))
        }
        Family::Flag => (Icon::Flag, theme.warn),
        Family::Sticky => (Icon::Sticky, theme.detail),
        Family::Segment => plain(Icon::Segment),
        Family::Lane => plain(Icon::Table),
        Family::Step => plain(Icon::Stage),
        Family::Loop => plain(Icon::Loop),
        Family::Connector => plain(Icon::Link),
        Family::Drawing => plain(Icon::Pencil),
        Family::AgendaBlock => plain(Icon::Action),
        Family::Map | Family::Measurement | Family::SavedView | Family::DeckPage => plain(Icon::Other),
    }
}

fn line_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let theme = style::theme(ui.ctx());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, style::color(theme.hairline)));
}

/// What the chosen one does, and the keys of the palette.
fn foot_ui(ui: &mut Ui, view: &CommandPalette) {
    let theme = style::theme(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FOOT), Sense::hover());
    let ink = style::color(theme.muted);
    let keys = ui.painter().layout_no_wrap(say!(ui_command_keys).to_owned(), style::small(), ink);
    let at = pos2(rect.right() - 16.0 - keys.size().x, rect.center().y - keys.size().y / 2.0);
    let left = rect.left() + 16.0;
    let chosen = view.finder.found().get(view.chosen).and_then(|found| view.finder.entry(found));
    if let Some(entry) = chosen {
        let about = line(ui, &entry.hint, style::small(), theme.muted, at.x - left - 16.0);
        let corner = pos2(left, rect.center().y - about.size().y / 2.0);
        about.paint(ui.painter(), corner);
    }
    ui.painter().galley(at, keys, ink);
}
