//! What goes on in dialogs of the window: each a state that the session owns and messages alone change.
//!
//! A dialog reads its flow and says what was pressed as a [`Msg`]; what the world outside has to do for it goes out as an
//! effect. What takes long runs in a job of the flow's, and a tick takes its result over. So every story of these dialogs is
//! told without a window.

mod databases;
mod fill;
mod messages;
mod presets;

pub use databases::Asking;
pub use fill::FillFile;
pub use messages::{DatabasesMsg, FillMsg, Msg, PresetsMsg};
pub use presets::PresetsOpen;

use super::{Effect, Session};
use databases::Databases;

/// The flows, and what is kept of them while their dialogs are closed.
#[derive(Debug, Default)]
pub struct Flows {
    pub(in crate::session) presets: Option<PresetsOpen>,
    databases: Databases,
    fill: Option<FillFile>,
}

impl Flows {
    /// The list of presets, while it is open.
    pub fn presets(&self) -> Option<&PresetsOpen> {
        self.presets.as_ref()
    }

    /// The question for the address of a table, while it is open.
    pub fn database(&self) -> Option<&Asking> {
        self.databases.asking()
    }

    /// The file that is to fill the scorecard, while its dialog is open.
    pub fn fill(&self) -> Option<&FillFile> {
        self.fill.as_ref()
    }
}

impl Session {
    pub fn flows(&self) -> &Flows {
        &self.flows
    }

    /// Does what was pressed in a dialog.
    pub(super) fn flow(&mut self, msg: Msg, effects: &mut Vec<Effect>) {
        match msg {
            Msg::Presets(msg) => self.presets_flow(msg, effects),
            Msg::Databases(msg) => effects.extend(self.flows.databases.handle(msg)),
            Msg::Fill(msg) => self.fill_flow(msg, effects),
        }
    }

    /// Takes over what has ended off the frame.
    pub(super) fn tick_flows(&mut self) {
        self.tick_fill();
    }
}
