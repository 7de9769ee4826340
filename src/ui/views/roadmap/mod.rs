//! The roadmap: actions as cards by when they are to be done, pulled or moved by keys from one time to another; and, dashed, what
//! hurts and has no action yet.

#[cfg(test)]
mod tests;

use super::edit::Editor;
use super::look::{bounds_of, dimmed};
use super::shell::{Attention, Line, Pane, Rows, Told, bar_ui, card_ui, keyboard_ui, record_menu_ui, ring, select};
use crate::edit::title_of;
use crate::fields;
use crate::model::{Action, ActionStatus, Field, Horizon, ListKind, Map, RecordRef};
use crate::scene::FaceStyle;
use crate::session::views::{Roadmap, RoadmapMsg, View, ViewAct, Way, horizon_beside};
use crate::session::{Command, Intent};
use crate::theme::{Theme, size};
use crate::ui::inspector::capital;
use crate::ui::screen::words::Words;
use crate::ui::style;
use crate::ui::widgets::link_button_ui;
use egui::{
    CursorIcon, Id, Key, Pos2, Rect, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    accesskit, pos2, vec2,
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
    attention: Attention,
    /// What is in hand.
    held: Option<RecordRef>,
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
            self.attention.to_write = Some(record);
        }
        is_here
    }

    /// Whether a title is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.attention.to_write.is_some() || self.editor.as_ref().is_some_and(Editor::is_opening)
    }

    /// Brings a record into sight.
    pub fn reveal(&mut self, record: RecordRef) {
        self.attention.to_reveal = Some(record);
    }

    /// Shows the roadmap in the rest of the panel and gives back what was asked for.
    pub fn show(&mut self, ui: &mut Ui, pane: Pane<'_>) -> Vec<Intent> {
        let mut intents = Vec::new();
        let session = pane.session;
        let written = self.editor.as_ref().map(Editor::record).or(self.attention.to_write);
        self.roadmap.follow(session.map(), session.map_stamp(), session.sieve().keeping(written));
        self.attention.follow(session);
        if let Some(record) = self.attention.take_written(session) {
            self.editor = Editor::of(session, record, fields::title(record.kind()));
        }
        card_ui(ui, |ui, whole| self.card_ui(ui, pane, whole, &mut intents));
        intents
    }

    fn card_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, whole: Rect, intents: &mut Vec<Intent>) {
        let theme = style::theme(ui.ctx());
        keyboard_ui(ui, self, pane, whole, intents);
        let width = whole.width() / 3.0;
        let column = |horizon: Horizon| {
            let corner = pos2(whole.left() + width * horizon as usize as f32, whole.top());
            pane.placed(Rect::from_min_size(corner, vec2(width, whole.height())), whole)
        };
        let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - FOOT), whole.max);
        for horizon in Horizon::ALL {
            let place = column(horizon);
            let count = self.roadmap.column(horizon).len();
            head_ui(ui, pane, horizon, count, place.with_max_y(place.top() + HEAD), &theme);
            if horizon as usize > 0 {
                let line = egui::Rangef::new(place.top() + 12.0, foot.top() - 12.0);
                let x = if pane.is_turned { place.right() } else { place.left() };
                ui.painter().vline(x, line, style::hairline(&theme));
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
        ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| self.columns_ui(ui, pane, width, intents));
        bar_ui(ui, pane, foot, Line::Above, |ui| {
            let adds = Command::Add(ListKind::Action);
            if link_button_ui(ui, &format!("+ {}", adds.full_name())).clicked() {
                intents.push(Intent::Command(adds));
            }
        });
        self.let_go(ui, pane, over, pointer, &theme, intents);
    }

    fn columns_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, width: f32, intents: &mut Vec<Intent>) {
        ScrollArea::vertical().id_salt("roadmap cards").auto_shrink(false).show_viewport(ui, |ui, seen| {
            let longest = Horizon::ALL.map(|horizon| self.roadmap.column(horizon).len()).into_iter().max().unwrap_or(0);
            ui.set_min_height(longest as f32 * (CARD + GAP) + GAP);
            let room = ui.max_rect();
            let place = |(horizon, nth): (Horizon, usize)| {
                let at = room.min + vec2(width * horizon as usize as f32 + PADDING, TOP + nth as f32 * (CARD + GAP));
                pane.placed(Rect::from_min_size(at, vec2(width - 2.0 * PADDING, CARD)), room)
            };
            if let Some(at) = self.attention.to_reveal.take().and_then(|record| self.roadmap.place_of(record)) {
                ui.scroll_to_rect(place(at).expand(8.0), None);
            }
            let first = (seen.top() / (CARD + GAP)).floor().max(0.0) as usize;
            let count = (seen.height() / (CARD + GAP)).ceil() as usize + 1;
            for horizon in Horizon::ALL {
                let cards: Vec<RecordRef> =
                    self.roadmap.column(horizon).iter().skip(first).take(count).copied().collect();
                for (nth, record) in cards.into_iter().enumerate() {
                    self.record_ui(ui, pane, record, place((horizon, first + nth)), intents);
                }
            }
            let Some(mut editor) = self.editor.take() else { return };
            let Some(at) = self.roadmap.place_of(editor.record()) else { return };
            let rect = place(at);
            if editor.show(ui, pane, Rect::from_min_size(rect.min, vec2(rect.width(), 30.0)), intents) {
                self.editor = Some(editor);
            }
        });
    }

    fn record_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, record: RecordRef, rect: Rect, intents: &mut Vec<Intent>) {
        let (theme, session) = (style::theme(ui.ctx()), pane.session);
        let response = ui.interact(rect, card_id(record), Sense::CLICK | Sense::DRAG);
        let is_selected = session.selection().contains(record);
        let look = Look::of(session.shown(), record);
        let is_dimmed = self.roadmap.is_dimmed(record);
        let fade = if self.held == Some(record) { 0.45 } else { 1.0 };
        dimmed(ui, is_dimmed, |ui| look.paint(ui, pane, rect, is_selected, fade, &theme));
        if session.selection().main() == Some(record) && pane.has_keys(ui) {
            ring(ui.painter(), rect.expand(2.0), 10.0);
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
            self.attention.to_write = Some(record);
        } else if response.clicked() {
            let more = ui.input(|input| input.modifiers.shift || input.modifiers.command);
            intents.push(if more { Intent::Toggle(record) } else { Intent::Select(record) });
            pane.take_keys(ui);
        }
        record_menu_ui(&response, pane, record, intents);
        response.on_hover_cursor(CursorIcon::Grab);
    }

    /// Shows what is in hand, and puts it where it is let go of.
    fn let_go(
        &mut self,
        ui: &Ui,
        pane: Pane<'_>,
        over: Option<Horizon>,
        pointer: Option<Pos2>,
        theme: &Theme,
        intents: &mut Vec<Intent>,
    ) {
        let Some(record) = self.held else { return };
        if let Some(pos) = pointer {
            let rect = Rect::from_center_size(pos, vec2(220.0, CARD));
            Look::of(pane.session.shown(), record).paint(ui, pane, rect, true, 0.9, theme);
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
}

impl Rows for RoadmapPanel {
    const VIEW: View = View::Roadmap;

    fn is_busy(&self) -> bool {
        self.editor.is_some()
    }

    fn takes_tab(&self, _pane: Pane<'_>) -> bool {
        false
    }

    fn told(&self, pane: Pane<'_>) -> Told {
        let counts = Horizon::ALL.map(|horizon| {
            let count = self.roadmap.column(horizon).len();
            format!("{} {count}", capital(horizon.name()))
        });
        let name = say!(ui_roadmap_name, counts = counts.join(", "));
        Told { role: Role::List, name, at: self.main(pane).map(card_id), size: None }
    }

    fn act(&mut self, pane: Pane<'_>, act: ViewAct, intents: &mut Vec<Intent>) {
        let main = self.main(pane);
        match act {
            ViewAct::Go(way) => intents.extend(self.roadmap.stepped(main, way).map(|next| select(next, false))),
            ViewAct::Reach(way) => intents.extend(self.roadmap.stepped(main, way).map(|next| select(next, true))),
            ViewAct::Move(way) => {
                let Some(record) = main else { return };
                let here = self.roadmap.place_of(record).map(|(horizon, _)| horizon);
                let to = here.and_then(|horizon| horizon_beside(horizon, way == Way::Behind));
                intents.extend(to.map(|horizon| Intent::Roadmap(RoadmapMsg::Put { record, horizon })));
                self.attention.to_reveal = Some(record);
            }
            ViewAct::Write => self.attention.to_write = main,
            ViewAct::Tie | ViewAct::Untie | ViewAct::Check => {}
        }
    }

    fn typed(&mut self, _pane: Pane<'_>, _letters: String, _at_secs: f64, _intents: &mut Vec<Intent>) {}

    fn copied(&self, _pane: Pane<'_>) -> Option<String> {
        None
    }

    fn pasted(&self, _text: String) -> Option<Intent> {
        None
    }
}

impl RoadmapPanel {
    /// The main selected record, where it has a card here.
    fn main(&self, pane: Pane<'_>) -> Option<RecordRef> {
        pane.session.selection().main().filter(|record| self.roadmap.place_of(*record).is_some())
    }
}

fn head_ui(ui: &Ui, pane: Pane<'_>, horizon: Horizon, count: usize, rect: Rect, theme: &Theme) {
    let inside = rect.shrink2(vec2(PADDING + 2.0, 0.0));
    let font = style::font(FaceStyle::Bold, size::FIGURE);
    let room = inside.width() - 40.0;
    let words = Words::new(ui.painter(), &capital(horizon.name()), font, style::color(theme.ink), room);
    let middle = |size: Vec2| inside.center().y - size.y / 2.0;
    let place = Rect::from_min_size(pos2(inside.left(), middle(words.size())), words.size());
    words.paint(ui.painter(), pane.placed(place, inside).min);
    let count = Words::new(ui.painter(), &count.to_string(), style::small(), style::color(theme.muted), 40.0);
    let place = Rect::from_min_size(pos2(inside.right() - count.size().x, middle(count.size())), count.size());
    count.paint(ui.painter(), pane.placed(place, inside).min);
}

/// What a card says.
struct Look {
    title: String,
    /// Owner, day and effort, or where it hurts.
    plan: String,
    effect: String,
    /// Whether nothing is planned yet, or nothing is known of its effect.
    is_dashed: bool,
    /// Nothing is left to be done.
    is_over: bool,
    is_estimated: bool,
}

impl Look {
    fn of(map: &Map, record: RecordRef) -> Self {
        let read = |field: Field| fields::read(map, record, field).unwrap_or_default();
        let title = title_of(map, record).unwrap_or_default();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if let RecordRef::Action(id) = record {
            let action: Option<&Action> = map.actions.get(&id);
            let due = action.and_then(|action| action.due).map(|due| due.short());
            let status = action.map(|action| action.status).unwrap_or_default();
            let come = if status == ActionStatus::Planned { String::new() } else { status.name().to_owned() };
            let parts = [read(Field::Owner), due.unwrap_or_default(), read(Field::Effort)];
            let owned = parts.iter().any(|part| !part.is_empty());
            let missing = if owned || status.is_over() { "" } else { say!(ui_roadmap_no_owner) };
            let parts = [come].into_iter().chain(parts).chain([missing.to_owned()]);
            let plan = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let effect = read(Field::Effect);
            let is_estimated = !effect.is_empty();
            let effect = if is_estimated { effect } else { say!(ui_roadmap_not_estimated).to_owned() };
            return Self { title, plan, effect, is_dashed: false, is_over: status.is_over(), is_estimated };
        }
        let spot = map.spot(record);
        let card = spot.and_then(|spot| spot.touchpoint.copied().flatten()).and_then(|id| map.touchpoints.get(&id));
        let stage = spot.and_then(|spot| spot.stage).and_then(|id| map.stages.get(id));
        let place = card.map(|card| &card.title).or(stage.map(|stage| &stage.name)).cloned().unwrap_or_default();
        let plan = say!(ui_roadmap_pain_at, place);
        let effect = say!(ui_roadmap_needs_action).to_owned();
        Self { title, plan, effect, is_dashed: true, is_over: false, is_estimated: false }
    }

    fn paint(&self, ui: &Ui, pane: Pane<'_>, rect: Rect, is_selected: bool, fade: f32, theme: &Theme) {
        let painter = ui.painter();
        let ground = if is_selected {
            theme.accent_ground
        } else if self.is_dashed || self.is_over {
            theme.surface
        } else {
            theme.action_ground
        };
        painter.rect_filled(rect, 8.0, style::color(ground).gamma_multiply(fade));
        let edge = if is_selected {
            theme.accent
        } else if self.is_dashed || self.is_over {
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
            (
                &self.title,
                style::font(FaceStyle::SemiBold, size::UI),
                if self.is_over { theme.detail } else { theme.ink },
            ),
            (&self.plan, style::small(), theme.detail),
            (&self.effect, style::small(), effect_ink),
        ];
        let mut corner = rect.min + Vec2::splat(PADDING);
        for (text, font, ink) in lines {
            let ink = style::color(ink).gamma_multiply(fade);
            let words = Words::new(painter, text, font, ink, rect.width() - 2.0 * PADDING);
            let place = Rect::from_min_size(corner, words.size());
            words.paint(painter, pane.placed(place, rect).min);
            corner.y += 18.0;
        }
    }
}
