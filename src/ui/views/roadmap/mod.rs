//! The roadmap: actions as cards by when they are to be done, pulled or moved by keys from one time to another; and, dashed, what
//! hurts and has no action yet.

#[cfg(test)]
mod tests;

use super::edit::Editor;
use super::look::{bounds_of, dimmed};
use crate::edit::title_of;
use crate::fields;
use crate::model::{Action, Field, Horizon, ListKind, Map, RecordRef};
use crate::scene::FaceStyle;
use crate::session::views::{Roadmap, RoadmapMsg, horizon_beside};
use crate::session::{Command, Intent, Session};
use crate::text::is_right_to_left;
use crate::theme::{Theme, size};
use crate::ui::board::focus_id;
use crate::ui::board::menu::menu_ui;
use crate::ui::inspector::capital;
use crate::ui::screen::words::Words;
use crate::ui::style;
use crate::ui::widgets::link_button_ui;
use egui::{
    Align, CursorIcon, Event, EventFilter, Frame, Id, Key, Layout, Margin, Modifiers, Pos2, Rect, Role, ScrollArea,
    Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2, accesskit, pos2, vec2,
};
use touchline_words::say;

const CARD: f32 = 74.0;
const GAP: f32 = 10.0;
const HEAD: f32 = 40.0;
const FOOT: f32 = 34.0;
const PADDING: f32 = 12.0;
/// Above the first card: its ring is seen whole.
const TOP: f32 = 4.0;

/// What the roadmap keeps between frames.
#[derive(Default)]
pub struct RoadmapPanel {
    roadmap: Roadmap,
    editor: Option<Editor>,
    to_write: Option<RecordRef>,
    to_reveal: Option<RecordRef>,
    /// What is in hand.
    held: Option<RecordRef>,
    main: Option<RecordRef>,
}

/// The name of a card among the widgets.
fn card_id(record: RecordRef) -> Id {
    Id::unique("roadmap card").with(record)
}

impl RoadmapPanel {
    /// Opens the title of a record, as soon as its card is there; false for what has none here.
    pub fn edit(&mut self, record: RecordRef) -> bool {
        let is_here = matches!(record, RecordRef::Action(_)) || self.roadmap.place_of(record).is_some();
        if is_here {
            self.to_write = Some(record);
        }
        is_here
    }

    /// Whether a title is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.to_write.is_some() || self.editor.as_ref().is_some_and(Editor::is_opening)
    }

    /// Brings a record into sight.
    pub fn reveal(&mut self, record: RecordRef) {
        self.to_reveal = Some(record);
    }

    /// Shows the roadmap in the rest of the panel and gives back what was asked for.
    pub fn show(&mut self, ui: &mut Ui, session: &Session) -> Vec<Intent> {
        let mut intents = Vec::new();
        let written = self.editor.as_ref().map(Editor::record).or(self.to_write);
        self.roadmap.follow(session.map(), session.map_stamp(), session.sieve().keeping(written));
        let main = session.selection().main();
        if main != self.main {
            self.main = main;
            self.to_reveal = self.to_reveal.or(main);
        }
        if let Some(record) = self.to_write.take_if(|record| session.map().contains(*record)) {
            self.editor = Editor::of(session, record, fields::title(record.kind()));
            self.to_reveal = Some(record);
        }
        let theme = style::theme(ui.ctx());
        let card = Frame::new()
            .fill(style::color(theme.surface))
            .stroke(style::hairline(&theme))
            .corner_radius(style::CARD_RADIUS)
            .outer_margin(Margin { left: 20, right: 20, top: 0, bottom: 10 });
        card.show(ui, |ui| self.card_ui(ui, session, &mut intents));
        intents
    }

    fn card_ui(&mut self, ui: &mut Ui, session: &Session, intents: &mut Vec<Intent>) {
        let theme = style::theme(ui.ctx());
        let whole = ui.available_rect_before_wrap();
        ui.set_min_size(whole.size());
        ui.interact(whole, focus_id(), Sense::FOCUSABLE);
        self.name_list(ui, session);
        if self.editor.is_none() {
            self.keys_ui(ui, session, intents);
        }
        let width = whole.width() / 3.0;
        let column = |horizon: Horizon| {
            let corner = pos2(whole.left() + width * horizon as usize as f32, whole.top());
            Rect::from_min_size(corner, vec2(width, whole.height()))
        };
        let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - FOOT), whole.max);
        for horizon in Horizon::ALL {
            let place = column(horizon);
            head_ui(ui, horizon, self.roadmap.column(horizon).len(), place.with_max_y(place.top() + HEAD), &theme);
            if horizon as usize > 0 {
                let line = egui::Rangef::new(place.top() + 12.0, foot.top() - 12.0);
                ui.painter().vline(place.left(), line, style::hairline(&theme));
            }
        }
        let middle = Rect::from_min_max(pos2(whole.left(), whole.top() + HEAD), foot.right_top());
        let pointer = ui.input(|input| input.pointer.latest_pos());
        let over = pointer
            .filter(|pos| middle.contains(*pos))
            .and_then(|pos| Horizon::ALL.into_iter().find(|horizon| column(*horizon).x_range().contains(pos.x)));
        if let Some(horizon) = over.filter(|_| self.held.is_some()) {
            let lit = column(horizon).intersect(middle).shrink(4.0);
            ui.painter().rect_filled(lit, 8.0, style::color(theme.hover));
        }
        ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| self.columns_ui(ui, session, width, intents));
        foot_ui(ui, foot, intents);
        self.let_go(ui, session, over, pointer, &theme, intents);
    }

    fn columns_ui(&mut self, ui: &mut Ui, session: &Session, width: f32, intents: &mut Vec<Intent>) {
        ScrollArea::vertical().id_salt("roadmap cards").auto_shrink(false).show_viewport(ui, |ui, seen| {
            let longest = Horizon::ALL.map(|horizon| self.roadmap.column(horizon).len()).into_iter().max().unwrap_or(0);
            ui.set_min_height(longest as f32 * (CARD + GAP) + GAP);
            let corner = ui.max_rect().min;
            let place = |(horizon, nth): (Horizon, usize)| {
                let at = corner + vec2(width * horizon as usize as f32 + PADDING, TOP + nth as f32 * (CARD + GAP));
                Rect::from_min_size(at, vec2(width - 2.0 * PADDING, CARD))
            };
            if let Some(at) = self.to_reveal.take().and_then(|record| self.roadmap.place_of(record)) {
                ui.scroll_to_rect(place(at).expand(8.0), None);
            }
            let first = (seen.top() / (CARD + GAP)).floor().max(0.0) as usize;
            let count = (seen.height() / (CARD + GAP)).ceil() as usize + 1;
            for horizon in Horizon::ALL {
                let cards: Vec<RecordRef> =
                    self.roadmap.column(horizon).iter().skip(first).take(count).copied().collect();
                for (nth, record) in cards.into_iter().enumerate() {
                    self.record_ui(ui, session, record, place((horizon, first + nth)), intents);
                }
            }
            let Some(mut editor) = self.editor.take() else { return };
            let Some(at) = self.roadmap.place_of(editor.record()) else { return };
            let rect = place(at);
            if editor.show(ui, session, Rect::from_min_size(rect.min, vec2(rect.width(), 30.0)), intents) {
                self.editor = Some(editor);
            }
        });
    }

    fn record_ui(&mut self, ui: &mut Ui, session: &Session, record: RecordRef, rect: Rect, intents: &mut Vec<Intent>) {
        let theme = style::theme(ui.ctx());
        let response = ui.interact(rect, card_id(record), Sense::CLICK | Sense::DRAG);
        let is_selected = session.selection().contains(record);
        let look = Look::of(session.shown(), record);
        let is_dimmed = self.roadmap.is_dimmed(record);
        let fade = if self.held == Some(record) { 0.45 } else { 1.0 };
        dimmed(ui, is_dimmed, |ui| look.paint(ui, rect, is_selected, fade, &theme));
        if session.selection().main() == Some(record) && ui.memory(|memory| memory.has_focus(focus_id())) {
            let ring = Stroke::new(2.0, style::color(theme.accent));
            ui.painter().rect_stroke(rect.expand(2.0), 10.0, ring, StrokeKind::Inside);
        }
        let label = say!(ui_roadmap_said, title = look.title, plan = look.plan, effect = look.effect);
        ui.ctx().accesskit_node_builder(card_id(record), |node| {
            node.set_role(Role::ListItem);
            node.set_label(label);
            node.set_selected(is_selected);
            node.set_bounds(bounds_of(rect));
            node.add_action(accesskit::Action::Click);
            if is_dimmed {
                node.set_description(say!(filter_unmet));
            }
        });
        if response.drag_started() {
            self.held = Some(record);
        } else if response.double_clicked() {
            self.to_write = Some(record);
        } else if response.clicked() {
            let more = ui.input(|input| input.modifiers.shift || input.modifiers.command);
            intents.push(if more { Intent::Toggle(record) } else { Intent::Select(record) });
            ui.memory_mut(|memory| memory.request_focus(focus_id()));
        }
        if response.secondary_clicked() && !is_selected {
            intents.push(Intent::Select(record));
        }
        response.context_menu(|ui| menu_ui(ui, Some(record), session, intents));
        response.on_hover_cursor(CursorIcon::Grab);
    }

    /// Shows what is in hand, and puts it where it is let go of.
    fn let_go(
        &mut self,
        ui: &Ui,
        session: &Session,
        over: Option<Horizon>,
        pointer: Option<Pos2>,
        theme: &Theme,
        intents: &mut Vec<Intent>,
    ) {
        let Some(record) = self.held else { return };
        if let Some(pos) = pointer {
            let rect = Rect::from_center_size(pos, vec2(220.0, CARD));
            Look::of(session.shown(), record).paint(ui, rect, true, 0.9, theme);
        }
        let (released, given_up) = ui.input(|input| (!input.pointer.primary_down(), input.key_pressed(Key::Escape)));
        if !released && !given_up {
            return;
        }
        self.held = None;
        if given_up {
            return;
        }
        let here = self.roadmap.place_of(record).map(|(horizon, _)| horizon);
        let is_pain = record.kind().listed() == Some(ListKind::PainPoint);
        intents.extend(
            over.filter(|over| is_pain || Some(*over) != here)
                .map(|horizon| Intent::Roadmap(RoadmapMsg::Put { record, horizon })),
        );
        if !is_pain {
            intents.push(Intent::Select(record));
        }
    }

    fn keys_ui(&mut self, ui: &Ui, session: &Session, intents: &mut Vec<Intent>) {
        if !ui.memory(|memory| memory.has_focus(focus_id())) {
            return;
        }
        let escape = !session.selection().is_empty();
        let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), filter));
        let arrows = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Enter, Key::F2];
        let pressed: Vec<(Key, Modifiers)> = ui.input_mut(|input| {
            let mut pressed = Vec::new();
            input.events.retain(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } if arrows.contains(key) && !modifiers.command => {
                    pressed.push((*key, *modifiers));
                    false
                }
                _ => true,
            });
            pressed
        });
        for (key, held) in pressed {
            self.key_pressed(session, key, held, intents);
        }
    }

    fn key_pressed(&mut self, session: &Session, key: Key, held: Modifiers, intents: &mut Vec<Intent>) {
        let main = session.selection().main().filter(|record| self.roadmap.place_of(*record).is_some());
        let turned = is_right_to_left(&session.map().meta.language);
        let by = match key {
            Key::ArrowUp => (0, -1),
            Key::ArrowDown => (0, 1),
            Key::ArrowLeft => (if turned { 1 } else { -1 }, 0),
            Key::ArrowRight => (if turned { -1 } else { 1 }, 0),
            _ => {
                self.to_write = main;
                return;
            }
        };
        let here = main.and_then(|record| self.roadmap.place_of(record));
        if let (true, Some(record), Some((horizon, _))) = (held.alt, main, here) {
            let to = if by.0 == 0 { None } else { horizon_beside(horizon, by.0 > 0) };
            intents.extend(to.map(|horizon| Intent::Roadmap(RoadmapMsg::Put { record, horizon })));
            self.to_reveal = Some(record);
            return;
        }
        intents.extend(self.roadmap.stepped(main, by).map(|next| match held.shift {
            true => Intent::SelectAll { records: vec![next], extend: true },
            false => Intent::Select(next),
        }));
    }

    /// Says to screen readers what this is, and on which card the keyboard is.
    fn name_list(&self, ui: &Ui, session: &Session) {
        let counts = Horizon::ALL.map(|horizon| {
            let count = self.roadmap.column(horizon).len();
            format!("{} {count}", capital(horizon.name()))
        });
        let name = say!(ui_roadmap_name, counts = counts.join(", "));
        let at = session.selection().main().filter(|record| self.roadmap.place_of(*record).is_some());
        ui.ctx().accesskit_node_builder(focus_id(), |node| {
            node.set_role(Role::List);
            node.set_label(name);
            if let Some(record) = at {
                node.set_active_descendant(card_id(record).accesskit_id());
            }
        });
    }
}

fn head_ui(ui: &Ui, horizon: Horizon, count: usize, rect: Rect, theme: &Theme) {
    let font = style::font(FaceStyle::Bold, size::FIGURE);
    let inside = rect.shrink2(vec2(PADDING + 2.0, 0.0));
    let words =
        Words::new(ui.painter(), &capital(horizon.name()), font, style::color(theme.ink), inside.width() - 40.0);
    let at = pos2(inside.left(), inside.center().y - words.size().y / 2.0);
    words.paint(ui.painter(), at);
    let right = inside.right_center();
    ui.painter().text(right, egui::Align2::RIGHT_CENTER, count.to_string(), style::small(), style::color(theme.muted));
}

fn foot_ui(ui: &mut Ui, rect: Rect, intents: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    ui.painter().hline(rect.x_range(), rect.top(), style::hairline(&theme));
    let inside = rect.shrink2(vec2(16.0, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)), |ui| {
        let adds = Command::Add(ListKind::Action);
        if link_button_ui(ui, &format!("+ {}", adds.full_name())).clicked() {
            intents.push(Intent::Command(adds));
        }
    });
}

/// What a card says.
struct Look {
    title: String,
    /// Owner, day and effort, or where it hurts.
    plan: String,
    effect: String,
    /// Whether nothing is planned yet, or nothing is known of its effect.
    is_dashed: bool,
    is_estimated: bool,
}

impl Look {
    fn of(map: &Map, record: RecordRef) -> Self {
        let read = |field: Field| fields::read(map, record, field).unwrap_or_default();
        let title = title_of(map, record).unwrap_or_default();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if let RecordRef::Action(id) = record {
            let due = map.actions.get(&id).and_then(|action: &Action| action.due).map(|due| due.short());
            let parts = [read(Field::Owner), due.unwrap_or_default(), read(Field::Effort)];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let plan = if parts.is_empty() { say!(ui_roadmap_no_owner).to_owned() } else { parts.join(" · ") };
            let effect = read(Field::Effect);
            let is_estimated = !effect.is_empty();
            let effect = if is_estimated { effect } else { say!(ui_roadmap_not_estimated).to_owned() };
            return Self { title, plan, effect, is_dashed: false, is_estimated };
        }
        let spot = map.spot(record);
        let card = spot.and_then(|spot| spot.touchpoint.copied().flatten()).and_then(|id| map.touchpoints.get(&id));
        let stage = spot.and_then(|spot| spot.stage).and_then(|id| map.stages.get(id));
        let place = card.map(|card| &card.title).or(stage.map(|stage| &stage.name)).cloned().unwrap_or_default();
        let plan = say!(ui_roadmap_pain_at, place);
        Self { title, plan, effect: say!(ui_roadmap_needs_action).to_owned(), is_dashed: true, is_estimated: false }
    }

    fn paint(&self, ui: &Ui, rect: Rect, is_selected: bool, fade: f32, theme: &Theme) {
        let painter = ui.painter();
        let ground = if is_selected {
            theme.accent_ground
        } else if self.is_dashed {
            theme.surface
        } else {
            theme.action_ground
        };
        painter.rect_filled(rect, 8.0, style::color(ground).gamma_multiply(fade));
        let edge = if is_selected {
            theme.accent
        } else if self.is_dashed {
            theme.neutral
        } else {
            theme.action_edge
        };
        let stroke = Stroke::new(1.0, style::color(edge).gamma_multiply(fade));
        if self.is_dashed {
            let ring = rect.shrink(0.5);
            let ring = [ring.left_top(), ring.right_top(), ring.right_bottom(), ring.left_bottom(), ring.left_top()];
            painter.extend(Shape::dashed_line(&ring, stroke, 4.0, 3.0));
        } else {
            painter.rect_stroke(rect, 8.0, stroke, StrokeKind::Inside);
        }
        let effect_ink = match (self.is_dashed, self.is_estimated) {
            (true, _) => theme.warn_ink,
            (false, true) => theme.accent_ink,
            (false, false) => theme.muted,
        };
        let lines = [
            (&self.title, style::font(FaceStyle::SemiBold, size::UI), theme.ink),
            (&self.plan, style::small(), theme.detail),
            (&self.effect, style::small(), effect_ink),
        ];
        let mut corner = rect.min + Vec2::splat(PADDING);
        for (text, font, ink) in lines {
            let ink = style::color(ink).gamma_multiply(fade);
            let words = Words::new(painter, text, font, ink, rect.width() - 2.0 * PADDING);
            words.paint(painter, corner);
            corner.y += 18.0;
        }
    }
}
