//! A brand kit that the map is dressed in: chosen, read off the frame, and put on as one step.

use super::{BrandMsg, Dress};
use crate::session::files::FileAsk;
use crate::session::job::{Job, JobState};
use crate::session::{Cause, Effect, Session, Tone};
use std::path::PathBuf;
use touchline_words::say;

/// A kit on its way, for the map that is open.
pub(super) type Coming = Option<Job<Result<Dress, String>>>;

impl Session {
    pub(super) fn brand_flow(&mut self, msg: BrandMsg, effects: &mut Vec<Effect>) {
        match msg {
            BrandMsg::Ask => effects.push(Effect::AskFile(FileAsk::OpenBrand)),
        }
    }

    pub(super) fn dress_from(&mut self, path: PathBuf) {
        self.flows.brand = Some(Job::start("read a brand kit", move |_| Dress::of_kit(&path)));
    }

    /// A kit that was on its way was for the map that was open then.
    pub(in crate::session) fn forget_brand(&mut self) {
        self.flows.brand = None;
    }

    pub(super) fn tick_brand(&mut self) {
        let read = match self.flows.brand.as_ref().map(Job::poll) {
            None | Some(JobState::Running) => return,
            Some(JobState::Done(read)) => read,
            Some(JobState::Lost) => Err(say!(session_brand_lost).to_owned()),
        };
        self.flows.brand = None;
        match read {
            Ok(dress) => match dress.edit(self.map()) {
                Some(edit) => {
                    if self.edit(edit) {
                        self.map.seal();
                        self.say(Cause::Edit, Tone::Good, say!(session_brand_worn));
                    }
                }
                None => self.say(Cause::Edit, Tone::Info, say!(session_brand_same)),
            },
            Err(problem) => self.say(Cause::Edit, Tone::Bad, problem),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::Tint;
    use crate::session::flows::Msg;
    use crate::session::flows::stories::{opened, until};
    use crate::session::{Command, Intent};

    #[test]
    fn a_map_is_dressed_in_a_kit_as_one_step_and_what_is_no_kit_is_told() {
        let mut story = opened(sample::map());
        let folder = tempfile::tempdir().unwrap();
        let kit = folder.path().join("kit.ron");
        std::fs::write(&kit, "(accent: \"#0B6E75\", footer: \"Lumen · confidential\", logo: \"sign.svg\")").unwrap();
        let ask = story.session.handle(Intent::Flow(Msg::Brand(BrandMsg::Ask)), story.now);
        assert_eq!(ask, [Effect::AskFile(FileAsk::OpenBrand)]);
        let chosen = |story: &mut crate::session::stories::Story| {
            story.act(Intent::FilesChosen { ask: FileAsk::OpenBrand, paths: vec![kit.clone()] });
            until(story, |session| session.flows().brand.is_none());
        };
        chosen(&mut story);
        assert!(story.session.map().meta.brand.footer.is_empty(), "a kit whose logo is not there dresses nothing");
        let sign = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20' fill='teal'/></svg>";
        std::fs::write(folder.path().join("sign.svg"), sign).unwrap();
        chosen(&mut story);
        let meta = &story.session.map().meta;
        assert_eq!((meta.brand.accent, meta.brand.footer.as_str()), (Tint::parse("#0B6E75"), "Lumen · confidential"));
        assert!(meta.logo.is_some());
        story.run(Command::Undo);
        let meta = &story.session.map().meta;
        assert!(meta.brand.accent.is_none() && meta.logo.is_none());
    }
}
