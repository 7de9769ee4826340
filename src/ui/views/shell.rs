//! What the views of rows share: the card that they stand in with its bars, their place in the order of focus, how their keys
//! reach them, what follows the selection, and how a map that is read from the right is turned over.
//!
//! What differs says each view of itself, by [`Rows`]; its keys stand in the session's table.

use crate::model::RecordRef;
use crate::session::views::{View, ViewAct};
use crate::session::{Intent, Session, Shortcut};
use crate::text::is_right_to_left;
use crate::ui::board::menu::menu_ui;
use crate::ui::style;
use egui::{
    Align, Event, EventFilter, Frame, Id, Key, Layout, Margin, Modifiers, Painter, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, vec2,
};

/// The card's distance from the edges, in points.
const MARGIN: i8 = 20;
const INSIDE: f32 = 16.0;

/// What a view is shown of and where the keyboard is when it is in the view.
#[derive(Clone, Copy)]
pub struct Pane<'a> {
    pub session: &'a Session,
    /// The view's place in the order of focus.
    pub focus: Id,
    /// The map is read from the right.
    pub is_turned: bool,
}

impl<'a> Pane<'a> {
    pub fn new(session: &'a Session, focus: Id) -> Self {
        Self { session, focus, is_turned: is_right_to_left(&session.map().meta.language) }
    }

    pub fn has_keys(&self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.has_focus(self.focus))
    }

    /// Brings the keyboard into the view.
    pub fn take_keys(&self, ui: &Ui) {
        ui.memory_mut(|memory| memory.request_focus(self.focus));
    }

    /// A place within another as it is for a map that is read from the left, turned over where this one is not.
    pub fn placed(&self, place: Rect, within: Rect) -> Rect {
        if !self.is_turned {
            return place;
        }
        let turned = |x: f32| within.left() + within.right() - x;
        Rect::from_x_y_ranges(turned(place.right())..=turned(place.left()), place.y_range())
    }

    /// From where reading begins, in a row of its own height.
    pub fn layout(&self) -> Layout {
        if self.is_turned { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) }
    }

    /// From where reading ends.
    pub fn layout_from_end(&self) -> Layout {
        if self.is_turned { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) }
    }
}

/// What a screen reader hears of a view as a whole.
pub struct Told {
    pub role: Role,
    pub name: String,
    /// The widget that the keyboard is in.
    pub at: Option<Id>,
    /// Rows and columns of what has both.
    pub size: Option<(usize, usize)>,
}

/// What a view of rows says of itself.
pub trait Rows {
    const VIEW: View;

    /// Whether a text or a list is open that has the keys.
    fn is_busy(&self) -> bool;

    /// Whether Tab means something where the keyboard is; else it goes on to the panels.
    fn takes_tab(&self, pane: Pane<'_>) -> bool;

    fn told(&self, pane: Pane<'_>) -> Told;

    fn act(&mut self, pane: Pane<'_>, act: ViewAct, intents: &mut Vec<Intent>);

    /// Letters were typed, at so many seconds since the start.
    fn typed(&mut self, pane: Pane<'_>, letters: String, at_secs: f64, intents: &mut Vec<Intent>);

    /// What is to be copied, where the view has a clipboard of its own.
    fn copied(&self, pane: Pane<'_>) -> Option<String>;

    fn pasted(&self, text: String) -> Option<Intent>;
}

/// Shows the view's card in the rest of the panel, and in it what `content` shows.
pub fn card_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui, Rect)) {
    let theme = style::theme(ui.ctx());
    let card = Frame::new()
        .fill(style::color(theme.surface))
        .stroke(style::hairline(&theme))
        .corner_radius(style::CARD_RADIUS)
        .outer_margin(Margin { left: MARGIN, right: MARGIN, top: 0, bottom: 10 });
    card.show(ui, |ui| {
        let whole = ui.available_rect_before_wrap();
        ui.set_min_size(whole.size());
        content(ui, whole);
    });
}

/// Where the line of a bar runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Above,
    Below,
    No,
}

/// A bar of a card: what `content` shows begins where reading does.
pub fn bar_ui(ui: &mut Ui, pane: Pane<'_>, rect: Rect, line: Line, content: impl FnOnce(&mut Ui)) {
    let theme = style::theme(ui.ctx());
    match line {
        Line::Above => _ = ui.painter().hline(rect.x_range(), rect.top(), style::hairline(&theme)),
        Line::Below => _ = ui.painter().hline(rect.x_range(), rect.bottom(), style::hairline(&theme)),
        Line::No => {}
    }
    // A child of its own: what is higher or wider than the bar is cut, and pushes nothing away.
    let mut bar = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(INSIDE, 0.0))).layout(pane.layout()));
    bar.shrink_clip_rect(rect);
    content(&mut bar);
}

/// Gives the view its place in the order of focus, tells it to screen readers, and has it do what its keys ask.
pub fn keyboard_ui<R: Rows>(ui: &Ui, rows: &mut R, pane: Pane<'_>, rect: Rect, intents: &mut Vec<Intent>) {
    ui.interact(rect, pane.focus, Sense::FOCUSABLE);
    let told = rows.told(pane);
    ui.ctx().accesskit_node_builder(pane.focus, |node| {
        node.set_role(told.role);
        node.set_label(told.name);
        if let Some((rows, columns)) = told.size {
            node.set_row_count(rows);
            node.set_column_count(columns);
        }
        if let Some(at) = told.at {
            node.set_active_descendant(at.accesskit_id());
        }
    });
    if rows.is_busy() || !pane.has_keys(ui) {
        return;
    }
    let filter = EventFilter {
        tab: rows.takes_tab(pane),
        horizontal_arrows: true,
        vertical_arrows: true,
        // The first Esc lets go of what is selected, the next one of the view.
        escape: !pane.session.selection().is_empty(),
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(pane.focus, filter));
    let (takes_letters, takes_cells) =
        R::VIEW.keys().map_or((false, false), |keys| (keys.letters.is_some(), keys.clipboard.is_some()));
    let meant = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            let act = shortcut(*key, *modifiers).and_then(|pressed| R::VIEW.meant(&pressed, pane.is_turned))?;
            let is_tab = *key == Key::Tab;
            (!is_tab || filter.tab).then_some(Asked::Act(act))
        }
        Event::Text(letters) if takes_letters => Some(Asked::Letters(letters.clone())),
        Event::Copy if takes_cells => Some(Asked::Copy),
        Event::Paste(text) if takes_cells => Some(Asked::Paste(text.clone())),
        _ => None,
    };
    let mut asked = Vec::new();
    let now = ui.input_mut(|input| {
        input.events.retain(|event| {
            let mine = meant(event);
            let stays = mine.is_none();
            asked.extend(mine);
            stays
        });
        input.time
    });
    for asked in asked {
        match asked {
            Asked::Act(act) => rows.act(pane, act, intents),
            Asked::Letters(letters) => rows.typed(pane, letters, now, intents),
            Asked::Copy => rows.copied(pane).into_iter().for_each(|text| ui.ctx().copy_text(text)),
            Asked::Paste(text) => intents.extend(rows.pasted(text)),
        }
    }
}

/// What the input asks of a view.
enum Asked {
    Act(ViewAct),
    Letters(String),
    Copy,
    Paste(String),
}

/// A key with what is held, as the tables have it.
fn shortcut(key: Key, held: Modifiers) -> Option<Shortcut> {
    let name = match key {
        Key::ArrowUp => "Up",
        Key::ArrowDown => "Down",
        Key::ArrowLeft => "Left",
        Key::ArrowRight => "Right",
        Key::PageUp => "PageUp",
        Key::PageDown => "PageDown",
        Key::Home => "Home",
        Key::End => "End",
        Key::Enter => "Enter",
        Key::F2 => "F2",
        Key::Tab => "Tab",
        Key::Space => "Space",
        _ => return None,
    };
    Some(Shortcut { ctrl: held.command, shift: held.shift, alt: held.alt, key: name })
}

/// What selects a record that a key has led to, alone or with the others.
pub fn select(record: RecordRef, extends: bool) -> Intent {
    if extends { Intent::SelectAll { records: vec![record], extend: true } } else { Intent::Select(record) }
}

/// What selects every row from one to another, the last of them the main one.
pub fn between(rows: impl Iterator<Item = RecordRef>, from: RecordRef, to: RecordRef, extend: bool) -> Intent {
    let all: Vec<RecordRef> = rows.collect();
    let place = |record: RecordRef| all.iter().position(|row| *row == record);
    let (Some(start), Some(end)) = (place(from), place(to)) else { return Intent::Select(to) };
    let mut records = all.get(start.min(end)..=start.max(end)).unwrap_or_default().to_vec();
    if end < start {
        records.reverse();
    }
    Intent::SelectAll { records, extend }
}

/// The right click's menu over a record, which selects it.
pub fn record_menu_ui(response: &Response, pane: Pane<'_>, record: RecordRef, intents: &mut Vec<Intent>) {
    if response.secondary_clicked() && !pane.session.selection().contains(record) {
        intents.push(Intent::Select(record));
    }
    response.context_menu(|ui| menu_ui(ui, Some(record), pane.session, intents));
}

/// The ring around where the keyboard is.
pub fn ring(painter: &Painter, rect: Rect, radius: f32) {
    let accent = style::color(style::theme(painter.ctx()).accent);
    painter.rect_stroke(rect, radius, Stroke::new(2.0, accent), StrokeKind::Inside);
}

/// What a view is to bring into sight, and to open.
#[derive(Default)]
pub struct Attention {
    pub to_write: Option<RecordRef>,
    pub to_reveal: Option<RecordRef>,
    /// The main selected record of the last frame.
    main: Option<RecordRef>,
}

impl Attention {
    /// What is newly selected is brought into sight.
    pub fn follow(&mut self, session: &Session) {
        let main = session.selection().main();
        if main != self.main {
            self.main = main;
            self.to_reveal = self.to_reveal.or(main);
        }
    }

    /// What is to be opened and is there by now, once.
    pub fn take_written(&mut self, session: &Session) -> Option<RecordRef> {
        let record = self.to_write.take_if(|record| session.map().contains(*record))?;
        self.to_reveal = Some(record);
        Some(record)
    }
}
