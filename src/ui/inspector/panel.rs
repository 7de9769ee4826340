//! What every part of a panel is given: the map as it is, what is being typed, and where to put what was asked for.

use super::typed::{Look, LookKind, text_ui};
use crate::fields::{self, FieldKey, lane_text};
use crate::model::{Edit, Field, FlagStatus, IdSource, LaneId, Map, Record, RecordRef, SegmentId};
use crate::session::{Intent, Writing};
use crate::ui::style;
use crate::ui::widgets::{caption_ui, chevron, combo_ui, danger_button_ui, entry_ui, field_label_ui, tick, words_ui};
use egui::{ComboBox, Ui};
use touchline_words::say;

/// Space between the groups of a panel.
const GROUP_GAP: f32 = 12.0;

/// A panel while it is drawn.
pub struct Panel<'a> {
    pub map: &'a Map,
    /// The segment through which the board is seen.
    pub lens: Option<SegmentId>,
    /// Tells apart panels that show the same field.
    pub name: &'static str,
    /// What is being written.
    pub writing: &'a Writing,
    /// Numbers for new records.
    pub ids: &'a mut IdSource,
    /// What was asked for, in order.
    pub intents: Vec<Intent>,
}

/// A kind of record with its panel.
#[diagnostic::on_unimplemented(
    message = "nothing says what the inspector shows of a `{Self}`",
    label = "has no `impl Inspected`",
    note = "`impl Inspected for {Self}` goes into src/ui/inspector/notes.rs"
)]
pub trait Inspected: Record {
    /// Every field of the record.
    fn panel_ui(&self, id: Self::Id, ui: &mut Ui, panel: &mut Panel<'_>);
}

impl Panel<'_> {
    pub fn edit(&mut self, edit: Option<Edit>) {
        self.intents.extend(edit.map(Intent::Edit));
    }

    /// A caption with the kind, and the name as a heading that can be written.
    pub fn heading_ui(&mut self, ui: &mut Ui, caption: &str, record: RecordRef, label: &str) {
        caption_ui(ui, caption);
        let look = Look { label, hint: say!(ui_inspector_untitled), rows: 1, kind: LookKind::Heading };
        self.typed_ui(ui, &FieldKey::one(record, Field::Title), look);
        self.lane_ui(ui, record);
    }

    /// In which lane a record of a list stands, where the map has several of its kind.
    fn lane_ui(&mut self, ui: &mut Ui, record: RecordRef) {
        let map = self.map;
        let Some((kind, here)) = record.kind().listed().zip(map.lane_listing(record)) else { return };
        let lanes = map.lanes_in_order().into_iter().filter(|(_, lane)| lane.kind == kind.lane());
        let lanes: Vec<LaneId> = lanes.map(|(id, _)| id).collect();
        if lanes.len() < 2 {
            return;
        }
        if let Some(lane) = choice_ui(ui, say!(kind_lane_title), Some(here), &lanes, |id| lane_text(map, id)) {
            self.set(&FieldKey::one(record, Field::Lane), &lane_text(map, lane));
        }
    }

    /// One line, its name above.
    pub fn line_ui(&mut self, ui: &mut Ui, record: RecordRef, field: Field, label: &str, hint: &str) {
        self.field_ui(ui, &FieldKey::one(record, field), label, hint, 1);
    }

    /// Several lines, their name above.
    pub fn area_ui(&mut self, ui: &mut Ui, record: RecordRef, field: Field, label: &str, hint: &str) {
        self.field_ui(ui, &FieldKey::one(record, field), label, hint, 3);
    }

    /// A field of one record or of several, its name above.
    pub fn field_ui(&mut self, ui: &mut Ui, key: &FieldKey, label: &str, hint: &str, rows: usize) {
        self.named_field_ui(ui, key, label, label, hint, rows);
    }

    /// A field whose short name `above` does not say enough alone: `label` is what a screen reader says.
    pub fn named_field_ui(&mut self, ui: &mut Ui, key: &FieldKey, above: &str, label: &str, hint: &str, rows: usize) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            field_label_ui(ui, above);
            self.typed_ui(ui, key, Look { label, hint, rows, kind: LookKind::Boxed });
        });
    }

    /// A field in a row, without a visible name.
    pub fn cell_ui(&mut self, ui: &mut Ui, record: RecordRef, field: Field, label: &str, hint: &str) {
        let look = Look { label, hint, rows: 1, kind: LookKind::Cell };
        self.typed_ui(ui, &FieldKey::one(record, field), look);
    }

    pub fn typed_ui(&mut self, ui: &mut Ui, key: &FieldKey, look: Look<'_>) {
        text_ui(ui, self.name, self.map, self.writing, key, look, &mut self.intents);
    }

    /// Puts a text into a field; one that cannot be taken leaves it as it is.
    pub fn set(&mut self, key: &FieldKey, text: &str) {
        self.edit(fields::write(self.map, key, text).ok().flatten());
    }

    /// A field that is one of a few, its name above.
    pub fn chosen_ui(&mut self, ui: &mut Ui, key: &FieldKey, label: &str) {
        let Some(names) = choices(key) else { return };
        let places: Vec<usize> = (0..names.len()).collect();
        let now = fields::chosen(self.map, key);
        let shown = |place: usize| names.get(place).cloned().unwrap_or_default();
        if let Some(place) = choice_ui(ui, label, now, &places, shown) {
            self.edit(fields::choose(self.map, key, place));
        }
    }

    /// The same in a row, without a visible name.
    pub fn chosen_cell_ui(&mut self, ui: &mut Ui, record: RecordRef, field: Field, label: &str, width: f32) {
        let key = FieldKey::one(record, field);
        let Some(names) = choices(&key) else { return };
        let now = fields::chosen(self.map, &key);
        let name = now.and_then(|place| names.get(place)).map(|name| capital(name)).unwrap_or_default();
        let combo = chevron(ComboBox::from_id_salt(("chosen", &key))).selected_text(name).width(width);
        let shown = combo.show_ui(ui, |ui| {
            let clicked = |(place, name): (usize, &String)| {
                entry_ui(ui, now == Some(place), capital(name)).clicked().then_some(place)
            };
            names.iter().enumerate().filter_map(clicked).last()
        });
        shown.response.ctx.accesskit_node_builder(shown.response.id, |node| node.set_label(label));
        if let Some(place) = shown.inner.flatten() {
            self.edit(fields::choose(self.map, &key, place));
        }
    }

    /// A field that is so or is not: `label` is its name, `text` what stands beside the box.
    pub fn switch_ui(&mut self, ui: &mut Ui, record: RecordRef, field: Field, label: &str, text: &str) {
        let key = FieldKey::one(record, field);
        let is_on = fields::chosen(self.map, &key) == Some(1);
        if let Some(is_on) = check_ui(ui, is_on, label, text) {
            self.edit(fields::choose(self.map, &key, usize::from(is_on)));
        }
    }

    /// A button that takes the record away.
    pub fn delete_ui(&mut self, ui: &mut Ui, record: RecordRef) {
        ui.add_space(GROUP_GAP);
        if danger_button_ui(ui, &say!(ui_inspector_delete, kind = record.kind().name())).clicked() {
            self.intents.push(Intent::Delete(vec![record]));
        }
    }
}

/// What may be chosen, as it is shown: a status with its sign.
fn choices(key: &FieldKey) -> Option<Vec<String>> {
    if key.field == Field::FlagStatus {
        return Some(FlagStatus::ALL.map(status_text).to_vec());
    }
    let names = fields::choices(key.records.first()?.kind(), key.field)?;
    Some(names.into_iter().map(str::to_owned).collect())
}

/// `! open`: the sign beside the word.
pub fn status_text(status: FlagStatus) -> String {
    format!("{} {}", status.sign(), status.name())
}

/// Two fields side by side.
pub fn pair_ui(ui: &mut Ui, add: impl FnOnce(&mut [Ui])) {
    ui.columns(2, add);
}

/// Room before the next group.
pub fn gap_ui(ui: &mut Ui) {
    ui.add_space(GROUP_GAP - ui.spacing().item_spacing.y);
}

/// A choice with its name above; gives back another than the current one. `None` shows that several records differ.
pub fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    current: Option<T>,
    all: &[T],
    name: impl Fn(T) -> String,
) -> Option<T> {
    let shown = current.map_or_else(|| say!(ui_inspector_several).to_owned(), &name);
    combo_ui(ui, label, &capital(&shown), |ui| {
        let mut chosen = None;
        for one in all {
            if entry_ui(ui, current == Some(*one), capital(&name(*one))).clicked() {
                chosen = Some(*one);
                ui.close();
            }
        }
        chosen
    })
    .flatten()
    .filter(|chosen| current != Some(*chosen))
}

/// A sentence that says what is not there, or what a thing means.
pub fn remark_ui(ui: &mut Ui, text: &str) {
    let muted = style::theme(ui.ctx()).muted;
    words_ui(ui, text, style::small(), style::color(muted));
}

/// The text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A box to tick; `label` is its name, `text` what stands beside it.
pub fn check_ui(ui: &mut Ui, is_on: bool, label: &str, text: &str) -> Option<bool> {
    let mut is_ticked = is_on;
    let check = ui.add(tick(&mut is_ticked, text));
    check.ctx.accesskit_node_builder(check.id, |node| node.set_label(label));
    check.changed().then_some(is_ticked)
}
