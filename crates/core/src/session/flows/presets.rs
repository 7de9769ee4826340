//! The import presets that are kept: deleted, and taken back as long as their list is open. Their names are texts of the
//! session's own, as [`crate::session::TextOf::Preset`].

use super::PresetsMsg;
use crate::session::{Effect, Session};
use crate::store::{Preset, keep_preset};

/// The open list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PresetsOpen {
    deleted: Vec<Preset>,
}

impl PresetsOpen {
    /// What was deleted since it was opened.
    pub fn deleted(&self) -> &[Preset] {
        &self.deleted
    }
}

impl Session {
    pub(super) fn presets_flow(&mut self, msg: PresetsMsg, effects: &mut Vec<Effect>) {
        let Some(mut open) = self.flows.presets.take() else { return };
        match msg {
            PresetsMsg::Close => return,
            PresetsMsg::Delete(name) => {
                open.deleted.extend(self.settings.presets.iter().find(|preset| preset.name == name).cloned());
                self.forget_preset(&name, effects);
            }
            PresetsMsg::TakeBack(nth) if nth < open.deleted.len() => {
                let preset = open.deleted.remove(nth);
                self.keep_preset(preset, effects);
            }
            PresetsMsg::TakeBack(_) => {}
        }
        self.flows.presets = Some(open);
    }

    /// Keeps how an export was read, for the next one like it.
    pub(in crate::session) fn keep_preset(&mut self, preset: Preset, effects: &mut Vec<Effect>) {
        self.set(effects, |settings| keep_preset(&mut settings.presets, preset));
    }

    /// Reads exports of that kind by recognition alone again; the preset goes by its name.
    pub(super) fn forget_preset(&mut self, name: &str, effects: &mut Vec<Effect>) {
        self.set(effects, |settings| settings.presets.retain(|preset| preset.name != name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::flows::Msg;
    use crate::session::stories::Story;
    use crate::session::{Command, DiskJob, Intent};

    fn say(story: &mut Story, msg: PresetsMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::Presets(msg)))
    }

    fn names(story: &Story) -> Vec<&str> {
        story.session.settings().presets.iter().map(|preset| preset.name.as_str()).collect()
    }

    #[test]
    fn a_deleted_preset_is_taken_back_as_long_as_the_list_is_open() {
        let mut story = Story::new();
        for (name, header) in [("GA4 export", 1), ("CRM", 2)] {
            let preset = Preset { name: name.to_owned(), header, ..Preset::default() };
            story.session.keep_preset(preset, &mut Vec::new());
        }
        assert_eq!(story.session.flows().presets(), None);
        assert_eq!(say(&mut story, PresetsMsg::Delete("CRM".to_owned())), [], "a closed list deletes nothing");
        story.run(Command::Presets);
        assert_eq!(say(&mut story, PresetsMsg::Delete("Nobody's".to_owned())), []);
        assert_eq!(story.session.flows().presets(), Some(&PresetsOpen::default()));
        let effects = say(&mut story, PresetsMsg::Delete("CRM".to_owned()));
        assert!(matches!(effects.as_slice(), [Effect::Disk(DiskJob::WriteSettings(_))]), "{effects:?}");
        assert_eq!(names(&story), ["GA4 export"]);
        assert_eq!(story.session.flows().presets().unwrap().deleted()[0].name, "CRM");
        assert_eq!(say(&mut story, PresetsMsg::TakeBack(1)), []);
        say(&mut story, PresetsMsg::TakeBack(0));
        assert_eq!(names(&story), ["GA4 export", "CRM"]);
        assert_eq!(story.session.flows().presets(), Some(&PresetsOpen::default()));

        say(&mut story, PresetsMsg::Delete("GA4 export".to_owned()));
        say(&mut story, PresetsMsg::Close);
        story.run(Command::Presets);
        say(&mut story, PresetsMsg::TakeBack(0));
        assert_eq!(names(&story), ["CRM"], "what a closed list had deleted is gone");
    }
}
