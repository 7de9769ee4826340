//! A small bar above what is selected: what is most often given to it, and the menu with the rest. It is gone while
//! something is dragged, written or chosen.

use super::BoardPanel;
use super::menu::menu_ui;
use super::parts::Frame;
use crate::fields::{self, FieldKey};
use crate::layout::channel_icon;
use crate::model::{Channel, Family, Field, RecordKind, RecordRef, Score, TouchpointId};
use crate::scene::Point;
use crate::session::{Command, Intent, Session};
use crate::theme::{Icon, Theme, icons};
use crate::ui::screen::words::Words;
use crate::ui::style;
use crate::ui::widgets::{entry_ui, icon_button_ui, muted_ui, paint_icon, paint_outline};
use egui::{
    Align2, Area, CornerRadius, Frame as Framed, Id, Margin, Order, Popup, Pos2, Rect, Response, Role, ScrollArea,
    Sense, Shadow, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeSet;
use touchline_words::say;

/// In points.
const HEIGHT: f32 = 32.0;
const ABOVE: f32 = 8.0;
const BUTTON: f32 = 24.0;
const WIDEST_NAME: f32 = 132.0;
/// Of more records nobody asks where they all are: the bar stands at the top.
const MOST_PLACED: usize = 200;
/// Owners are looked for among so many records at most.
const MOST_READ: usize = 5_000;
/// What may be chosen from a list, where all have it.
const CHOICES: [Field; 8] = [
    Field::Channel,
    Field::Severity,
    Field::ActionStatus,
    Field::Horizon,
    Field::FlagStatus,
    Field::Zone,
    Field::NoteColor,
    Field::ConnectorKind,
];
/// From very bad to very good, as the digits are.
const FEELINGS: [Command; 7] =
    [Command::Feel1, Command::Feel2, Command::Feel3, Command::Feel4, Command::Feel5, Command::Feel6, Command::Feel7];

impl BoardPanel {
    pub(super) fn selection_bar_ui(&mut self, ui: &Ui, frame: &Frame, intents: &mut Vec<Intent>) {
        let (session, selection) = (frame.session, frame.session.selection());
        let is_away = self.is_busy() || self.editor.is_some() || self.choices.is_some() || self.to_write.is_some();
        let records = selection.records();
        if is_away || records.is_empty() || !records.iter().all(|record| stands_on_board(*record)) {
            return;
        }
        let Some((at, pivot)) = place(frame, records) else { return };
        let inner = frame.frozen.inner().intersect(frame.area).shrink(2.0);
        let area = Area::new(Id::unique("board selection bar")).order(Order::Middle).pivot(pivot).fixed_pos(at);
        area.constrain_to(inner).show(ui.ctx(), |ui| {
            let theme = style::theme(ui.ctx());
            let shadow = Shadow { offset: [0, 2], blur: 8, spread: 0, color: style::color(theme.shadow) };
            let framed = Framed::new()
                .fill(style::color(theme.surface))
                .stroke(style::hairline(&theme))
                .corner_radius(CornerRadius::same(8))
                .inner_margin(Margin::symmetric(4, ((HEIGHT - BUTTON) / 2.0) as i8))
                .shadow(shadow);
            let bar = framed.show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                ui.horizontal(|ui| bar_ui(ui, session, records, &theme, intents));
            });
            bar.response.widget_info(|| WidgetInfo::labeled(Role::Toolbar, true, say!(ui_bar)));
        });
    }
}

/// Whether a record is a part of the board.
fn stands_on_board(record: RecordRef) -> bool {
    match record.kind().family() {
        Family::Connector
        | Family::Loop
        | Family::Drawing
        | Family::Stage
        | Family::Step
        | Family::Lane
        | Family::Touchpoint
        | Family::Listed(_)
        | Family::Flag
        | Family::Sticky => true,
        Family::Segment
        | Family::Map
        | Family::Measurement
        | Family::AgendaBlock
        | Family::SavedView
        | Family::DeckPage => false,
    }
}

/// Where the bar stands, and with which of its edges: above what is selected, below it where there is no room or the stages'
/// headers stand there, and at the top of the view where it fills that. None where nothing of it is in view.
fn place(frame: &Frame, records: &[RecordRef]) -> Option<(Pos2, Align2)> {
    let mut inner = frame.frozen.inner().intersect(frame.area);
    if !records.iter().all(|record| record.kind() == RecordKind::Stage) {
        let headers = frame.view.rect_to_screen(frame.shown.board.header).bottom();
        inner.min.y = inner.top().max(headers.min(inner.bottom()));
    }
    let top = (pos2(inner.center().x, inner.top() + ABOVE), Align2::CENTER_TOP);
    if records.len() > MOST_PLACED {
        return Some(top);
    }
    let on_screen = |record: &RecordRef| {
        let seen = frame.shown.rects_of(*record).map(|rect| frame.view.rect_to_screen(rect));
        let is_name = record.kind() == RecordKind::Stage || record.kind() == RecordKind::Lane;
        let room = if is_name { frame.area } else { inner };
        seen.filter(|rect| rect.intersects(room)).reduce(|all, rect| all.union(rect))
    };
    let rect = records.iter().filter_map(on_screen).reduce(|all, rect| all.union(rect))?;
    let across = rect.x_range().intersection(inner.x_range());
    let x = if across.span() >= 0.0 { across.center() } else { rect.center().x };
    let needs = HEIGHT + ABOVE;
    // A lane is as wide as the board: the bar stands by its name.
    let x = if records.iter().all(|record| record.kind() == RecordKind::Lane) { inner.left() + 140.0 } else { x };
    Some(if rect.top() - needs >= inner.top() {
        (pos2(x, rect.top() - ABOVE), Align2::CENTER_BOTTOM)
    } else if rect.bottom().max(inner.top()) + needs <= inner.bottom() {
        (pos2(x, rect.bottom().max(inner.top()) + ABOVE), Align2::CENTER_TOP)
    } else {
        (pos2(x, top.0.y), top.1)
    })
}

fn bar_ui(ui: &mut Ui, session: &Session, records: &[RecordRef], theme: &Theme, intents: &mut Vec<Intent>) {
    let map = session.map();
    let kinds: BTreeSet<RecordKind> = records.iter().map(|record| record.kind()).collect();
    let all_have = |field: Field| kinds.iter().all(|kind| fields::kind(*kind, field).is_some());
    let key = |field| FieldKey { records: records.to_vec(), field };
    for field in CHOICES.into_iter().filter(|field| all_have(*field)) {
        choice_ui(ui, session, &key(field), theme, intents);
    }
    if all_have(Field::Emotion(None)) {
        feeling_ui(ui, session, &key(Field::Emotion(session.lens())), theme, intents);
    }
    if all_have(Field::Owner) {
        owner_ui(ui, session, &key(Field::Owner), theme, intents);
    }
    for (command, icon) in commands(&kinds, records.len()) {
        if !session.is_enabled(command) {
            continue;
        }
        let name = session.full_name(command);
        let label = command.keys().map_or_else(|| name.clone(), |keys| format!("{name}  {keys}"));
        let button = icon_button_ui(ui, icon, &label);
        // It is told apart from the same command of a menu.
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, say!(ui_bar_command, command = name)));
        if button.clicked() {
            intents.push(Intent::Command(command));
        }
    }
    let more = icon_button_ui(ui, Icon::More, say!(ui_bar_more));
    let on = records.last().copied().filter(|record| map.contains(*record));
    Popup::menu(&more).show(|ui| menu_ui(ui, on, session, intents));
}

/// What is done with what is selected, with its sign.
fn commands(kinds: &BTreeSet<RecordKind>, count: usize) -> Vec<(Command, Icon)> {
    let all = |kind: RecordKind| kinds.iter().all(|one| *one == kind);
    let mut list = Vec::new();
    if all(RecordKind::Touchpoint) {
        list.push((Command::ToggleEvidence, Icon::Check));
    }
    if count > 1 && all(RecordKind::Touchpoint) {
        list.push((Command::Connect, Icon::Link));
    }
    if count > 1 && all(RecordKind::Stage) {
        list.push((Command::Connect, Icon::Loop));
    }
    if count == 1 && (all(RecordKind::Touchpoint) || all(RecordKind::Stage)) {
        list.push((Command::AddFlag, Icon::Flag));
    }
    if all(RecordKind::Stage) {
        list.extend([(Command::AddTouchpoint, Icon::Plus), (Command::MergeStages, Icon::Merge)]);
    }
    if all(RecordKind::Sticky) {
        list.extend([
            (Command::SortTouchpoint, Icon::Plus),
            (Command::SortPain, Icon::Pain),
            (Command::SortQuestion, Icon::Question),
            (Command::SortAction, Icon::Action),
            (Command::ParkNotes, Icon::Panel),
        ]);
        if count > 1 {
            list.push((Command::Cluster, Icon::Folder));
        }
    }
    if count > 1 && kinds.iter().all(|kind| [RecordKind::Sticky, RecordKind::Drawing].contains(kind)) {
        list.extend([(Command::AlignLeft, Icon::AlignLeft), (Command::AlignTop, Icon::AlignTop)]);
    }
    if all(RecordKind::Lane) {
        list.extend([
            (Command::FoldLane, Icon::ChevronDown),
            (Command::HideLane, Icon::Eye),
            (Command::AddLane, Icon::Plus),
        ]);
    } else if !all(RecordKind::Connector) && !all(RecordKind::Loop) {
        list.push((Command::Duplicate, Icon::Duplicate));
    }
    list.push((Command::Delete, Icon::Trash));
    list
}

/// One of a few, from a list.
fn choice_ui(ui: &mut Ui, session: &Session, key: &FieldKey, theme: &Theme, intents: &mut Vec<Intent>) {
    let map = session.map();
    let Some(kind) = key.records.first().map(|record| record.kind()) else { return };
    let Some(names) = fields::choices(kind, key.field) else { return };
    let now = fields::chosen(map, key);
    let shown = now.and_then(|place| names.get(place)).copied().unwrap_or("–");
    let icon = (key.field == Field::Channel).then(|| now.and_then(|place| Channel::ALL.get(place))).flatten();
    let label = say!(ui_bar_field, field = key.field.name());
    let button = named_button_ui(ui, icon.map(|channel| channel_icon(*channel)), shown, &label, theme);
    Popup::menu(&button).show(|ui| {
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.set_min_width(150.0);
            for (place, name) in names.iter().enumerate() {
                if entry_ui(ui, now == Some(place), *name).clicked() {
                    intents.extend(fields::choose(map, key, place).map(Intent::Edit));
                }
            }
        });
    });
}

/// A face, and seven of them to choose from.
fn feeling_ui(ui: &mut Ui, session: &Session, key: &FieldKey, theme: &Theme, intents: &mut Vec<Intent>) {
    let map = session.map();
    let score = shared_score(session, &key.records);
    let label = say!(ui_bar_field, field = key.field.name());
    let button = face_ui(ui, score, &label, theme);
    Popup::menu(&button).show(|ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for (nth, command) in FEELINGS.into_iter().enumerate() {
                let felt = Score::from_tenths(10 * (nth as i32 - 3));
                let keys = command.keys().unwrap_or_default();
                let name = command.full_name();
                let face = face_ui(ui, Some(felt), name, theme).on_hover_text(format!("{name}  {keys}"));
                if face.clicked() {
                    intents.push(Intent::Command(command));
                    ui.close();
                }
            }
            if score.is_some() && icon_button_ui(ui, Icon::Close, say!(ui_bar_no_feeling)).clicked() {
                intents.extend(fields::write(map, key, "").ok().flatten().map(Intent::Edit));
                ui.close();
            }
        });
    });
}

/// How all these cards are felt by the audience whose curve is shown; None where they differ or nobody has said.
fn shared_score(session: &Session, records: &[RecordRef]) -> Option<Score> {
    let felt = |record: &RecordRef| {
        let card = session.map().touchpoints.get(&TouchpointId::try_from(*record).ok()?)?;
        card.emotion_of(session.lens()).map(|emotion| emotion.score)
    };
    let first = felt(records.first()?)?;
    records.iter().all(|record| felt(record) == Some(first)).then_some(first)
}

/// One of those who own something on the map already; another name is written in the inspector.
fn owner_ui(ui: &mut Ui, session: &Session, key: &FieldKey, theme: &Theme, intents: &mut Vec<Intent>) {
    let map = session.map();
    let now = fields::read_shared(map, key);
    let shown = now.as_deref().filter(|name| !name.is_empty()).unwrap_or("–");
    let label = say!(ui_bar_field, field = Field::Owner.name());
    let button = named_button_ui(ui, Some(Icon::Segment), shown, &label, theme);
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(150.0);
        let having = RecordKind::RECORDS.iter().filter(|kind| fields::kind(**kind, Field::Owner).is_some());
        let records = having.flat_map(|kind| map.refs(*kind)).take(MOST_READ);
        let owners: BTreeSet<String> = records.filter_map(|record| fields::read(map, record, Field::Owner)).collect();
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for owner in owners.iter().filter(|owner| !owner.is_empty()) {
                if entry_ui(ui, now.as_deref() == Some(owner), owner.as_str()).clicked() {
                    intents.extend(fields::write(map, key, owner).ok().flatten().map(Intent::Edit));
                }
            }
        });
        if now.as_deref() != Some("") && entry_ui(ui, false, say!(ui_bar_no_owner)).clicked() {
            intents.extend(fields::write(map, key, "").ok().flatten().map(Intent::Edit));
        }
        muted_ui(ui, say!(ui_bar_new_owner));
    });
}

/// A button with a sign, a name and an arrow that says that it opens a list.
fn named_button_ui(ui: &mut Ui, icon: Option<Icon>, name: &str, label: &str, theme: &Theme) -> Response {
    let words = Words::new(ui.painter(), name, style::body(), style::color(theme.ink), WIDEST_NAME);
    let before = if icon.is_some() { 26.0 } else { 8.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(before + words.size().x + 22.0, BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    ground(ui, &response, rect, theme);
    if let Some(icon) = icon {
        let place = Rect::from_center_size(rect.left_center() + vec2(14.0, 0.0), Vec2::splat(14.0));
        paint_icon(ui.painter(), icon, place, theme.detail);
    }
    let at = pos2(rect.left() + before, rect.center().y - words.size().y / 2.0);
    words.paint(ui.painter(), at);
    let arrow = Rect::from_center_size(rect.right_center() - vec2(11.0, 0.0), Vec2::splat(10.0));
    paint_icon(ui.painter(), Icon::ChevronDown, arrow, theme.muted);
    response.on_hover_text(label)
}

/// A face as it stands on the curve; one without a feeling is pale.
fn face_ui(ui: &mut Ui, score: Option<Score>, label: &str, theme: &Theme) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    ground(ui, &response, rect, theme);
    let color = score.map_or(theme.hairline, |score| style::feeling(theme, score));
    let center = Point::new(rect.center().x, rect.center().y);
    for part in icons::face(center, 8.0, score.map_or(0.0, |score| score.value() / 3.0), color, theme.surface) {
        paint_outline(ui.painter(), &part);
    }
    response
}

fn ground(ui: &Ui, response: &Response, rect: Rect, theme: &Theme) {
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, f32::from(style::RADIUS), style::color(theme.hover.over(theme.ink, 0.94)));
    }
}
