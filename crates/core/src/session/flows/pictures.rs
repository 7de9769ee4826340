//! Pictures that come from a file, the clipboard or another window: read off the frame, and shown where they were meant for.
//!
//! A card, a segment, the map and a frame of the storyboard take one picture; further ones that come with it, and all that are
//! for a stage, become frames of the storyboard.

use super::PicturesMsg;
use super::letters::Letters;
use crate::edit;
use crate::images::{Image, PictureError, Taken, Told, taken_in, taken_pixels};
use crate::model::{RecordRef, StageId};
use crate::session::files::FileAsk;
use crate::session::job::{Job, JobState};
use crate::session::pictured::{PictureFor, PictureFrom};
use crate::session::{Cause, Effect, Session, Tone};
use crate::store::read_picture;
use crate::text::Shaper;
use std::time::Duration;
use touchline_words::say;

/// What takes longer is told while it goes on.
const TOLD_AFTER: Duration = Duration::from_millis(300);
/// Pictures on their way.
#[derive(Debug)]
pub(super) struct Coming {
    to: PictureFor,
    job: Job<Vec<Result<Taken, String>>>,
    since: Duration,
    is_told: bool,
}

impl Session {
    pub(super) fn pictures_flow(&mut self, msg: PicturesMsg, effects: &mut Vec<Effect>) {
        match msg {
            PicturesMsg::Ask(to) => effects.push(Effect::AskFile(FileAsk::OpenPicture(to))),
            PicturesMsg::Came { from, to } => self.take_pictures(from, to),
            PicturesMsg::Remove(record) => self.edit_if(edit::set_image(self.map(), record, None)),
        }
    }

    /// Asks for a picture for what is selected.
    pub(in crate::session) fn ask_for_picture(&mut self, effects: &mut Vec<Effect>) {
        match self.picture_place() {
            Some(to) => effects.push(Effect::AskFile(FileAsk::OpenPicture(to))),
            None => self.say(Cause::Edit, Tone::Info, say!(session_stage_before_picture)),
        }
    }

    /// What a picture is for that nobody said a place for: the one selected record that shows one, else its stage's
    /// storyboard, else that of the first stage.
    fn picture_place(&self) -> Option<PictureFor> {
        let (map, selection) = (self.map(), self.selection());
        if let Some(record) = selection.only().filter(|record| record.shows_picture().is_some()) {
            return Some(PictureFor::Record(record));
        }
        let stage_of = |record: RecordRef| {
            if let RecordRef::Stage(stage) = record { Some(stage) } else { map.spot(record)?.stage.copied() }
        };
        let selected = selection.main().and_then(stage_of).or(selection.cell().map(|cell| cell.stage));
        selected.or(map.stages_in_order().first().map(|(id, _)| *id)).map(PictureFor::Stage)
    }

    /// Begins to read pictures; where they go is the selection's to say where nobody did.
    pub(in crate::session) fn take_pictures(&mut self, from: Vec<PictureFrom>, to: Option<PictureFor>) {
        if self.on_start {
            return self.say(Cause::Edit, Tone::Info, say!(session_map_before_picture));
        }
        let Some(to) = to.or_else(|| self.picture_place()) else {
            return self.say(Cause::Edit, Tone::Info, say!(session_stage_before_picture));
        };
        let job = Job::start("read pictures", move |_| {
            let letters = Letters(Shaper::with_system_fonts());
            from.iter().map(|from| read(from, &letters)).collect()
        });
        self.flows.pictures.push(Coming { to, job, since: self.now, is_told: false });
    }

    /// Pictures that were on their way belong to the map that was open then.
    pub(in crate::session) fn forget_pictures(&mut self) {
        self.flows.pictures.clear();
    }

    pub(super) fn tick_pictures(&mut self, effects: &mut Vec<Effect>) {
        let mut later = Vec::new();
        for mut coming in std::mem::take(&mut self.flows.pictures) {
            match coming.job.poll() {
                JobState::Running => {
                    if !coming.is_told && self.now.saturating_sub(coming.since) > TOLD_AFTER {
                        coming.is_told = true;
                        self.say(Cause::Edit, Tone::Info, say!(session_reading_picture));
                    }
                    later.push(coming);
                }
                JobState::Done(read) => self.show_pictures(read, coming.to, effects),
                JobState::Lost => self.say(Cause::Edit, Tone::Bad, say!(session_picture_lost)),
            }
        }
        self.flows.pictures.extend(later);
    }

    /// All of them in one step.
    fn show_pictures(&mut self, read: Vec<Result<Taken, String>>, to: PictureFor, effects: &mut Vec<Effect>) {
        let (mut images, mut told): (Vec<Image>, Vec<Told>) = (Vec::new(), Vec::new());
        for one in read {
            match one {
                Ok(taken) => {
                    told.extend(taken.told);
                    images.push(taken.image);
                }
                Err(why) => self.say(Cause::Edit, Tone::Bad, why),
            }
        }
        if images.is_empty() {
            return;
        }
        let steps = self.history().undo_steps();
        match to {
            PictureFor::Record(record) => {
                let further = images.split_off(1);
                self.edit_if(edit::set_image(self.map(), record, images.pop()));
                let stage = self.map().spot(record).and_then(|spot| spot.stage.copied());
                if let Some(stage) = stage.filter(|_| !further.is_empty()) {
                    self.add_frames(stage, further, effects);
                }
            }
            PictureFor::Stage(stage) => self.add_frames(stage, images, effects),
        }
        let is_in = self.history().undo_steps() != steps;
        if let Some(told) = told.first().filter(|_| is_in) {
            self.say(Cause::Edit, Tone::Info, told.text());
        }
    }

    /// The storyboard may be far from where they were dropped.
    fn add_frames(&mut self, stage: StageId, images: Vec<Image>, effects: &mut Vec<Effect>) {
        let mut ids = self.new_ids();
        let Some((mut edit, frames)) = edit::add_pictures(self.map(), stage, images, &mut ids) else { return };
        if let Some(lane) = self.lane_here() {
            frames.iter().for_each(|frame| edit::added_to_lane(self.map(), &mut edit, (*frame).into(), lane));
        }
        self.edit(edit);
        effects.extend(frames.first().map(|frame| Effect::Reveal((*frame).into())));
        self.select(frames.into_iter().map(RecordRef::Picture), false);
    }

    fn edit_if(&mut self, edit: Option<crate::model::Edit>) {
        if let Some(edit) = edit {
            self.edit(edit);
        }
    }
}

/// A picture, or why there is none.
fn read(from: &PictureFrom, letters: &Letters) -> Result<Taken, String> {
    match from {
        PictureFrom::File(path) => {
            let bytes = read_picture(path).map_err(|error| error.to_string())?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            taken_in(&bytes, letters).map_err(|error| say!(session_picture_not_read, name, error = error.to_string()))
        }
        PictureFrom::Clipboard(clip) => {
            let pixels = clip.pixels().ok_or(PictureError::Empty).map_err(|error| error.to_string())?;
            taken_pixels(pixels).map_err(|error| error.to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::empty_map;
    use crate::images::Pixels;
    use crate::model::{IdSource, LaneKind, Picture};
    use crate::session::Intent;
    use crate::session::commands::Command;
    use crate::session::flows::Msg;
    use crate::session::flows::stories::{opened, until};
    use crate::session::pictured::Clip;
    use crate::session::stories::Story;

    fn pixels(color: u8) -> Pixels {
        Pixels::new(3, 2, [color, 10, 20, 255].repeat(6)).unwrap()
    }

    #[test]
    fn the_words_of_a_drawing_are_set_in_the_programs_faces_whatever_it_asks_for() {
        let drawing = |words: &str| {
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='20' font-family='Comic Sans MS, file:///etc/passwd'>\
                 {words}</svg>"
            )
        };
        let letters = Letters(Shaper::bundled());
        let ink = |words: &str| {
            let taken = taken_in(drawing(words).as_bytes(), &letters).unwrap();
            let pixels = taken.image.pixels().unwrap();
            (pixels.rgba.chunks(4).filter(|pixel| pixel[3] > 128).count(), taken.told)
        };
        let (plain, told) = ink("<text x='2' y='14' font-size='12'>Hello</text>");
        let (bold, _) = ink("<text x='2' y='14' font-size='12' font-weight='bold'>Hello</text>");
        assert!(plain > 500 && bold > plain * 11 / 10 && told.is_empty(), "{plain} {bold} {told:?}");
        // A letter that no face has is told of.
        assert_eq!(ink("<text y='14'>\u{E0FF}</text>").1, [Told::LeftOut]);
        // Words that would be set again and again are not.
        let many = "<g id='a0'><text y='9'>ten letters</text></g>".to_owned();
        let many = (1..9).fold(many, |all, level| {
            let uses = format!("<use href='#a{}'/>", level - 1).repeat(10);
            format!("{all}<g id='a{level}'>{uses}</g>")
        });
        let refused = taken_in(drawing(&many).as_bytes(), &letters);
        assert!(refused.is_err() || refused.is_ok_and(|taken| taken.told == [Told::LeftOut]));
        let tile = "<pattern id='p' width='9' height='9'><text y='9'>a tile</text></pattern><rect width='60' height='20' fill='url(#p)'/>";
        assert_eq!(ink(tile), (0, vec![Told::LeftOut]));
        let long = format!("<text y='9'>{}</text>", "word ".repeat(20_000));
        assert_eq!(ink(&long), (0, vec![Told::LeftOut]));
    }

    fn clip(color: u8) -> PictureFrom {
        PictureFrom::Clipboard(Clip::new(move || Some(pixels(color))))
    }

    fn came(story: &mut Story, from: Vec<PictureFrom>, to: Option<PictureFor>) {
        story.act(Intent::Flow(Msg::Pictures(PicturesMsg::Came { from, to })));
        until(story, |session| !session.flows().is_busy());
    }

    fn frames(story: &Story, stage: StageId) -> Vec<Picture> {
        story.session.map().in_stage::<Picture>(stage).into_iter().map(|(_, frame)| frame.clone()).collect()
    }

    #[test]
    fn pictures_go_to_what_is_selected_in_one_step_each() {
        let mut story = Story::new();
        let stage = story.stage("Awareness");
        let before = story.session.map().clone();
        came(&mut story, vec![clip(1), clip(2)], None);
        assert_eq!(frames(&story, stage).len(), 2);
        assert!(story.session.map().lane_of(LaneKind::Storyboard).is_some());
        assert_eq!(story.session.selection().records().len(), 2, "what came is selected");

        let card = story.card("Trailer");
        story.act(Intent::Select(card.into()));
        came(&mut story, vec![clip(3)], None);
        assert_eq!(story.session.map().touchpoints[&card].picture, pixels(3).image());
        came(&mut story, vec![clip(4)], Some(PictureFor::Record(RecordRef::Map)));
        assert_eq!(story.session.map().meta.logo, pixels(4).image());
        story.act(Intent::Flow(Msg::Pictures(PicturesMsg::Remove(card.into()))));
        assert_eq!(story.session.map().touchpoints[&card].picture, None);
        for _ in 0..5 {
            story.run(Command::Undo);
        }
        assert_eq!(*story.session.map(), before);
        story.run(Command::Redo);
        assert_eq!(frames(&story, stage)[1].image, pixels(2).image(), "undone and done again, with its bytes");
    }

    #[test]
    fn a_frame_that_a_picture_became_is_brought_into_sight() {
        let mut story = Story::new();
        story.stage("Awareness");
        story.act(Intent::Flow(Msg::Pictures(PicturesMsg::Came { from: vec![clip(1)], to: None })));
        let mut effects = Vec::new();
        while story.session.map().pictures.is_empty() {
            effects = story.session.handle(Intent::Tick, story.now);
            std::thread::yield_now();
        }
        let frame = *story.session.map().pictures.keys().next().unwrap();
        assert!(effects.contains(&Effect::Reveal(frame.into())), "{effects:?}");
    }

    #[test]
    fn files_are_read_by_what_is_in_them_and_what_cannot_be_is_told_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let (good, bad) = (folder.path().join("shot.jpg"), folder.path().join("moves.gif"));
        std::fs::write(&good, pixels(9).png().unwrap()).unwrap();
        std::fs::write(&bad, "GIF89a").unwrap();
        let mut story = Story::new();
        let stage = story.stage("Awareness");
        story.act(Intent::FilesCame(vec![good.clone(), bad]));
        until(&mut story, |session| !session.flows().is_busy());
        assert_eq!(frames(&story, stage).len(), 1);
        let told = story.session.notices().last().unwrap();
        assert!(told.tone == Tone::Bad && told.text.contains("moves.gif") && told.text.contains("GIF"), "{told:?}");

        let card = story.card("Trailer");
        let ask = FileAsk::OpenPicture(PictureFor::Record(card.into()));
        story.act(Intent::Select(card.into()));
        assert_eq!(story.run(Command::Picture), [Effect::AskFile(ask.clone())]);
        story.act(Intent::FilesChosen { ask, paths: vec![good] });
        until(&mut story, |session| !session.flows().is_busy());
        assert_eq!(story.session.map().touchpoints[&card].picture, pixels(9).image());
    }

    #[test]
    fn without_a_stage_or_a_map_a_word_says_what_is_missing() {
        let mut story = opened(empty_map(&mut IdSource::seeded(1)));
        came(&mut story, vec![clip(1)], None);
        assert_eq!(story.session.notices().last().unwrap().text, say!(session_stage_before_picture));
        story.run(Command::StartScreen);
        came(&mut story, vec![clip(1)], None);
        assert_eq!(story.session.notices().last().unwrap().text, say!(session_map_before_picture));
    }
}
