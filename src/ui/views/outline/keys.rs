//! What the outline says of itself and does with its keys.

use super::OutlinePanel;
use super::row::row_id;
use crate::model::RecordRef;
use crate::session::views::{OutlineMsg, View, ViewAct, Way};
use crate::session::{Command, Intent};
use crate::ui::views::shell::{Pane, Rows, Told, select};
use egui::{Role, Ui};
use touchline_words::say;

/// Letters typed within this time belong to one word, in seconds.
const PAUSE_SECS: f64 = 1.0;

/// So long what was sought is told, in seconds.
const TOLD_SECS: f64 = 4.0;

/// What was typed to find a row.
#[derive(Default)]
pub struct Sought {
    letters: String,
    at_secs: f64,
    is_found: bool,
}

impl Sought {
    /// What is told of what was typed last: that it was looked for, and what writes a word where none was found.
    pub fn told(&self, ui: &Ui) -> Option<String> {
        let left = TOLD_SECS - (ui.input(|input| input.time) - self.at_secs);
        if self.letters.is_empty() || left <= 0.0 {
            return None;
        }
        ui.ctx().request_repaint_after_secs(left as f32 + 0.05);
        let letters = self.letters.trim_end();
        Some(match self.is_found {
            true => say!(ui_outline_sought, letters),
            false => say!(ui_outline_not_found, letters, keys = Command::BesideDown.keys().unwrap_or_default()),
        })
    }
}

impl Rows for OutlinePanel {
    const VIEW: View = View::Outline;

    fn is_busy(&self) -> bool {
        self.editor.is_some()
    }

    fn takes_tab(&self, pane: Pane<'_>) -> bool {
        let main = pane.session.selection().main();
        main.is_some_and(|record| pane.session.can_indent(record) || pane.session.can_outdent(record))
    }

    fn told(&self, pane: Pane<'_>) -> Told {
        let title = pane.session.map().meta.title.as_str();
        let name =
            if title.is_empty() { say!(ui_outline_name).to_owned() } else { say!(ui_outline_name_titled, title) };
        let at = pane.session.selection().main().filter(|record| self.outline.row_of(*record).is_some());
        Told { role: Role::Tree, name, at: at.map(row_id), size: None }
    }

    fn act(&mut self, pane: Pane<'_>, act: ViewAct, intents: &mut Vec<Intent>) {
        let main = pane.session.selection().main();
        let of_main = |msg: fn(RecordRef) -> OutlineMsg| main.map(|record| Intent::Outline(msg(record)));
        match act {
            ViewAct::Go(Way::Before) => {
                let up = main.and_then(|record| self.outline.fold_or_parent(pane.session.map(), record));
                intents.extend(up.map(Intent::Select));
            }
            ViewAct::Go(Way::Behind) => {
                let down = main.and_then(|record| self.outline.unfold_or_child(record));
                intents.extend(down.map(Intent::Select));
            }
            ViewAct::Go(way) => intents.extend(self.outline.stepped(main, way).map(|next| select(next, false))),
            ViewAct::Reach(way) => intents.extend(self.outline.stepped(main, way).map(|next| select(next, true))),
            ViewAct::Move(way) => {
                let moved = |record| Intent::Outline(OutlineMsg::Move { record, up: way == Way::Up });
                intents.extend(main.map(moved));
            }
            ViewAct::Write => main.into_iter().for_each(|record| self.edit(record)),
            ViewAct::Tie => intents.extend(of_main(OutlineMsg::Indent)),
            ViewAct::Untie => intents.extend(of_main(OutlineMsg::Outdent)),
            ViewAct::Check => {}
        }
    }

    /// Finds a row that says what was typed.
    fn typed(&mut self, pane: Pane<'_>, letters: String, at_secs: f64, intents: &mut Vec<Intent>) {
        let goes_on = at_secs - self.sought.at_secs < PAUSE_SECS && !self.sought.letters.is_empty();
        if !goes_on {
            self.sought.letters.clear();
            // A blank begins no word.
            if letters.trim().is_empty() {
                return;
            }
        }
        self.sought.letters.push_str(&letters);
        self.sought.at_secs = at_secs;
        let (map, main) = (pane.session.map(), pane.session.selection().main());
        let found = self.outline.typed(map, main, &self.sought.letters, goes_on);
        self.sought.is_found = found.is_some();
        intents.extend(found.map(Intent::Select));
    }

    fn copied(&self, _pane: Pane<'_>) -> Option<String> {
        None
    }

    fn pasted(&self, _text: String) -> Option<Intent> {
        None
    }
}
