//! How people feel at a touchpoint: a face on a scale from −3.0 to +3.0, a word, a reason, and audiences that differ.

use super::panel::{Panel, gap_ui, pair_ui};
use crate::fields::{self, FieldKey};
use crate::figures::numbers;
use crate::model::{Emotion, Field, RecordRef, Score, SegmentId, Touchpoint, TouchpointId};
use crate::scene::{Color, FaceStyle, Point};
use crate::session::Intent;
use crate::theme::{self, Icon, Theme, size};
use crate::ui::style;
use crate::ui::widgets::{cut_words_ui, field_label_ui, icon_button_ui, link_button_ui, paint_outline};
use egui::{
    Align, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit, pos2,
    vec2,
};
use touchline_words::say;

const TRACK_HEIGHT: f32 = 5.0;
const FACE_RADIUS: f32 = 9.0;
const HEIGHT: f32 = 26.0;

/// The feeling of all audiences, then of those that differ.
pub fn emotion_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    felt_ui(ui, panel, id, None, card.emotion.as_ref(), say!(ui_inspector_emotion));
    let map = panel.map;
    let segments = map.segments_in_order();
    for (segment, record) in &segments {
        let Some(emotion) = card.segment_emotions.get(segment) else { continue };
        gap_ui(ui);
        felt_ui(ui, panel, id, Some(*segment), Some(emotion), &say!(ui_inspector_emotion_of, name = record.name));
    }
    let same: Vec<_> = segments.iter().filter(|(segment, _)| !card.segment_emotions.contains_key(segment)).collect();
    if card.emotion.is_none() || same.is_empty() {
        return;
    }
    let link = link_button_ui(ui, say!(ui_inspector_feels_otherwise));
    egui::Popup::menu(&link).show(|ui| {
        for (segment, record) in same {
            let entry = ui.button(&record.name);
            let label = say!(ui_inspector_own_emotion, name = record.name);
            entry.ctx.accesskit_node_builder(entry.id, |node| node.set_label(label.as_str()));
            if entry.clicked() {
                // It begins with what all feel, and stays a feeling of its own.
                let all = fields::read(map, id.into(), Field::Emotion(None)).unwrap_or_default();
                panel.set(&FieldKey::one(id.into(), Field::Emotion(Some(*segment))), &all);
            }
        }
    });
}

fn felt_ui(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    id: TouchpointId,
    segment: Option<SegmentId>,
    emotion: Option<&Emotion>,
    label: &str,
) {
    let key = FieldKey::one(id.into(), Field::Emotion(segment));
    let slider = Id::unique(("emotion", id, segment));
    let dragged: Option<Score> = ui.data(|data| data.get_temp(slider));
    let score = dragged.or(emotion.map(|emotion| emotion.score));
    let word = emotion.map(|emotion| emotion.word.as_str()).unwrap_or_default();
    if head_ui(ui, label, score, word, emotion.is_some()) {
        panel.set(&key, "");
    }
    scale_ui(ui, panel, &key, slider, label, score, dragged.is_some());
    if emotion.is_none() {
        return;
    }
    let record = RecordRef::Touchpoint(id);
    let suffix = label.strip_prefix(say!(ui_inspector_emotion)).unwrap_or_default();
    pair_ui(ui, |columns| {
        let [left, right] = columns else { return };
        for (ui, field, above, hint) in [
            (left, Field::EmotionWord(segment), say!(ui_inspector_in_a_word), say!(ui_inspector_in_a_word_hint)),
            (right, Field::EmotionReason(segment), say!(ui_inspector_because), say!(ui_inspector_because_hint)),
        ] {
            panel.named_field_ui(ui, &FieldKey::one(record, field), above, &format!("{above}{suffix}"), hint, 1);
        }
    });
}

/// The scale on which a score is pulled.
fn scale_ui(
    ui: &mut Ui,
    panel: &mut Panel<'_>,
    key: &FieldKey,
    slider: Id,
    label: &str,
    score: Option<Score>,
    is_dragged: bool,
) {
    let felt = |score: Score| fields::write(panel.map, key, &score.text()).ok().flatten();
    match slider_ui(ui, slider, label, score, is_dragged) {
        Some(Moved::To(score)) => panel.intents.extend(felt(score).map(Intent::Edit)),
        // The board follows the face while it is held; letting go makes one step of it.
        Some(Moved::Over(score)) => {
            let proposal = felt(score).map_or(Intent::Cancel, Intent::Propose);
            panel.intents.push(proposal);
        }
        Some(Moved::Let) => panel.intents.push(Intent::Commit),
        Some(Moved::Dropped) => panel.intents.push(Intent::Cancel),
        None => {}
    }
}

/// How all shall feel once it is as it shall be.
pub fn to_be_ui(ui: &mut Ui, panel: &mut Panel<'_>, id: TouchpointId, card: &Touchpoint) {
    let key = FieldKey::one(id.into(), Field::ToBe);
    let slider = Id::unique(("to be", id));
    let dragged: Option<Score> = ui.data(|data| data.get_temp(slider));
    let score = dragged.or(card.to_be);
    let label = say!(field_to_be);
    if head_ui(ui, label, score, "", card.to_be.is_some()) {
        panel.set(&key, "");
    }
    scale_ui(ui, panel, &key, slider, label, score, dragged.is_some());
}

/// The name on the left; score and word, in the colour of the feeling, on the right; and a cross that clears them, whose
/// click is given back.
fn head_ui(ui: &mut Ui, label: &str, score: Option<Score>, word: &str, is_set: bool) -> bool {
    let theme = style::theme(ui.ctx());
    ui.horizontal(|ui| {
        field_label_ui(ui, label.strip_prefix(say!(ui_inspector_emotion_of_prefix)).unwrap_or(label));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let clear = match label.strip_prefix(say!(ui_inspector_emotion_of_prefix)) {
                Some(name) => say!(ui_inspector_clear_emotion_of, name = name.to_lowercase()),
                None => say!(ui_inspector_clear_emotion).to_owned(),
            };
            let cleared = is_set && icon_button_ui(ui, Icon::Close, &clear).clicked();
            let (text, ink) = match score {
                Some(score) => (format!("{}  {word}", numbers::score(score)), feeling_ink(&theme, score)),
                None => (say!(ui_inspector_not_set).to_owned(), theme.muted),
            };
            cut_words_ui(ui, text.trim_end(), style::font(FaceStyle::SemiBold, size::UI), style::color(ink));
            cleared
        })
        .inner
    })
    .inner
}

/// What happened to the face on a scale.
enum Moved {
    /// Put somewhere at once, by a key or a click.
    To(Score),
    /// Held over a place.
    Over(Score),
    /// Let go where it was held.
    Let,
    /// Given up by Esc.
    Dropped,
}

/// The scale. Drags and keys move by whole steps, with Alt by tenths.
fn slider_ui(ui: &mut Ui, id: Id, label: &str, score: Option<Score>, is_dragged: bool) -> Option<Moved> {
    let theme = style::theme(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let response = ui.interact(rect, id.with("scale"), Sense::click_and_drag());
    let value = f64::from(score.unwrap_or_default().value());
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), value, label));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(-3.0);
        node.set_max_numeric_value(3.0);
        node.set_numeric_value_step(0.1);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    let scale = Rect::from_center_size(rect.center(), vec2(rect.width() - 2.0 * FACE_RADIUS, TRACK_HEIGHT));
    paint_scale(ui, &theme, &response, scale, score);
    if let Some(new) = keyed(ui, &response, score.unwrap_or_default()) {
        return (Some(new) != score).then_some(Moved::To(new));
    }
    let under_pointer = response.interact_pointer_pos().map(|pos| {
        let share = ((pos.x - scale.left()) / scale.width()).clamp(0.0, 1.0);
        let tenths = (share * 60.0).round() as i32 - 30;
        let step = if ui.input(|input| input.modifiers.alt) { 1 } else { 10 };
        Score::from_tenths((tenths as f32 / step as f32).round() as i32 * step)
    });
    if response.dragged() {
        let over = under_pointer.filter(|_| !ui.input(|input| input.key_pressed(Key::Escape)));
        let Some(over) = over else {
            ui.data_mut(|data| data.remove::<Score>(id));
            ui.ctx().stop_dragging();
            return is_dragged.then_some(Moved::Dropped);
        };
        ui.data_mut(|data| data.insert_temp(id, over));
        return (Some(over) != score).then_some(Moved::Over(over));
    }
    if is_dragged {
        ui.data_mut(|data| data.remove::<Score>(id));
        let dropped = ui.input(|input| input.key_pressed(Key::Escape));
        return Some(if dropped { Moved::Dropped } else { Moved::Let });
    }
    let clicked = under_pointer.filter(|new| response.clicked() && Some(*new) != score);
    clicked.map(Moved::To)
}

fn keyed(ui: &Ui, response: &Response, score: Score) -> Option<Score> {
    let id = response.id;
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(id, action)) as i32;
    let mut tenths = asked(accesskit::Action::Increment) - asked(accesskit::Action::Decrement);
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |modifiers, key| ui.input_mut(|input| input.count_and_consume_key(modifiers, key)) as i32;
        for (modifiers, step) in [(Modifiers::ALT, 1), (Modifiers::NONE, 10)] {
            tenths += step * (pressed(modifiers, Key::ArrowRight) + pressed(modifiers, Key::ArrowUp));
            tenths -= step * (pressed(modifiers, Key::ArrowLeft) + pressed(modifiers, Key::ArrowDown));
        }
    }
    (tenths != 0).then(|| Score::from_tenths(score.tenths().saturating_add(tenths)))
}

fn paint_scale(ui: &Ui, theme: &Theme, response: &Response, scale: Rect, score: Option<Score>) {
    let painter = ui.painter();
    let x_of = |value: f32| scale.left() + (value + 3.0) / 6.0 * scale.width();
    painter.rect_filled(scale, TRACK_HEIGHT / 2.0, style::color(theme.neutral_ground));
    for step in -3_i8..=3 {
        let x = x_of(f32::from(step));
        let tick = Stroke::new(1.0, style::color(theme.neutral));
        painter.vline(x, scale.bottom() + 4.0..=scale.bottom() + 7.0, tick);
    }
    let (value, color) = match score {
        Some(score) => (score.value(), style::feeling(theme, score)),
        None => (0.0, theme.neutral),
    };
    if score.is_some() {
        let filled = Rect::from_min_max(scale.left_top(), pos2(x_of(value), scale.bottom()));
        painter.rect_filled(filled, TRACK_HEIGHT / 2.0, style::color(Color { a: 90, ..color }));
    }
    let center = Point::new(x_of(value), scale.center().y);
    if response.has_focus() {
        let ring = Stroke::new(2.0, style::color(theme.accent));
        painter.circle_stroke(pos2(center.x, center.y), FACE_RADIUS + 3.0, ring);
    }
    for part in theme::icons::face(center, FACE_RADIUS, value / 3.0, color, theme.surface) {
        paint_outline(painter, &part);
    }
}

fn feeling_ink(theme: &Theme, score: Score) -> Color {
    match score.tenths() {
        ..-5 => theme.bad_ink,
        -5..=5 => theme.neutral_ink,
        _ => theme.good_ink,
    }
}
