//! Which column says what: recognised by its name, and corrected here.

use egui::{RichText, Ui};
use touchline_words::{Said, said, say};

use crate::behaviour::churn::columns::ChurnRole;
use crate::session::at_risk::AtRiskFile;
use crate::session::flows::AtRiskMsg;
use crate::ui::inspector::capital;
use crate::ui::kept_names::kept_names_ui;
use crate::ui::style;
use crate::ui::widgets::{bare_combo_ui, caption_ui, entry_ui};

const NONE: Said = said::ui_at_risk_not_in_file;

/// The columns, and below them what is shown of groups whose names tell of persons.
pub(super) fn columns_ui(ui: &mut Ui, file: &AtRiskFile, asked: &mut Vec<AtRiskMsg>) {
    let Some(recognition) = file.recognition() else { return };
    let names: Vec<String> = recognition.columns.iter().map(|column| column.name.clone()).collect();
    let columns = *file.columns();
    caption_ui(ui, say!(ui_at_risk_what_columns_say));
    ui.add_space(2.0);
    let theme = style::theme(ui.ctx());
    for role in ChurnRole::ALL {
        let held = columns.column(role);
        let ink = if held.is_some() { theme.ink } else { theme.muted };
        ui.spacing_mut().item_spacing.y = 3.0;
        let label = capital(role.name());
        ui.label(RichText::new(&label).font(style::small()).color(style::color(ink)));
        let shown = held.and_then(|at| names.get(at)).map_or(NONE.text(), String::as_str);
        let mut chosen = held;
        bare_combo_ui(ui, &say!(ui_at_risk_column_of, role = role.name()), shown, |ui| {
            if entry_ui(ui, held.is_none(), NONE.text()).clicked() {
                chosen = None;
            }
            for (at, name) in names.iter().enumerate() {
                if entry_ui(ui, held == Some(at), name).clicked() {
                    chosen = Some(at);
                }
            }
        });
        if chosen != held {
            asked.push(AtRiskMsg::Give(role, chosen));
        }
        ui.add_space(4.0);
    }
    ui.add_space(4.0);
    let kept = kept_names_ui(ui, file.grouped(), file.kept(), say!(ui_at_risk_shown));
    asked.extend(kept.map(AtRiskMsg::Keep));
}
