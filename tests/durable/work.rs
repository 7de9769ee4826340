//! A person at work: stages are added, their names typed letter by letter, and the map is saved now and then.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::Duration;
use touchline::edit::add_stage;
use touchline::model::{IdSource, Map, RecordRef, StageId};
use touchline::session::{Answer, Command as Do, DiskReport, Effect, FileAsk, Intent, Remembered, Session, TextOf};
use touchline::store::{SeenFiles, StateFolder, load_map};

/// After so many stages the map is saved.
const SAVED_AFTER: usize = 5;
/// After so many it gets another title, with which its draft is written whole.
const TITLED_AFTER: usize = 2;
/// Between two acts.
const PAUSE: Duration = Duration::from_millis(40);

/// How much is in a map: stages, and letters of the last one's name. More is always later.
pub type Much = (usize, usize);

pub fn much(map: &Map) -> Much {
    let last = map.stages_in_order().last().map_or(0, |(_, stage)| stage.name.len());
    (map.stages.len(), last)
}

/// What the next start finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The most of what is in the file and in drafts.
    pub most: Much,
    /// Drafts that do not know their file, so that nobody can tell which is newer.
    pub strangers: usize,
}

/// What the next start finds of the work in a file and in drafts. Says what cannot be read.
pub fn found(file: &Path, state: &StateFolder) -> Result<Found, String> {
    let saved = match file.exists() {
        true => much(&load_map(file).map_err(|error| error.to_string())?.map),
        false => Much::default(),
    };
    let mut found = Found { most: saved, strangers: 0 };
    for draft in state.drafts() {
        let read = state.read_draft(&draft.id).map_err(|error| error.to_string())?;
        found.most = found.most.max(much(&read.loaded.map));
        let knows_it = read.original.is_some_and(|grown| grown.path.file_name() == file.file_name());
        found.strangers += usize::from(!knows_it);
    }
    Ok(found)
}

/// The session with the disk it works on.
pub struct Work {
    pub session: Session,
    pub state: StateFolder,
    seen: SeenFiles,
    ids: IdSource,
    now: Duration,
}

impl Work {
    /// A new map, to be saved as this file.
    pub fn begin(state: StateFolder, file: PathBuf, told: &mut dyn FnMut(&Work, &DiskReport)) -> Self {
        let session = Session::new(Remembered::default(), IdSource::seeded(7));
        let (seen, ids) = (SeenFiles::default(), IdSource::seeded(3));
        let mut work = Self { session, state, seen, ids, now: Duration::ZERO };
        work.act(Intent::Command(Do::New), told);
        work.act(Intent::FilesChosen { ask: FileAsk::SaveMap(String::new()), paths: vec![file] }, told);
        work
    }

    /// Goes on with what an earlier run left behind, in a draft or in the file, whichever has more; `None` where there is neither.
    pub fn after_a_crash(state: StateFolder, file: &Path, told: &mut dyn FnMut(&Work, &DiskReport)) -> Option<Self> {
        let session = Session::new(Remembered::read(&state), IdSource::random());
        let draft = session.drafts().first().map(|draft| draft.id.clone());
        let (seen, ids) = (SeenFiles::default(), IdSource::random());
        let mut work = Self { session, state, seen, ids, now: Duration::ZERO };
        match draft {
            Some(draft) => {
                work.act(Intent::OpenDraft(draft.clone()), told);
                if work.session.ask().is_some() {
                    let of_file = load_map(file).map(|loaded| much(&loaded.map)).unwrap_or_default();
                    let of_draft = work.state.read_draft(&draft).map(|read| much(&read.loaded.map)).unwrap_or_default();
                    work.act(Intent::Answer(if of_file > of_draft { Answer::File } else { Answer::Work }), told);
                }
            }
            None if file.exists() => work.act(Intent::OpenPath(file.to_owned()), told),
            None => return None,
        }
        Some(work)
    }

    /// Adds a stage, types its name, and saves now and then.
    pub fn go_on(&mut self, nth: usize, told: &mut dyn FnMut(&Work, &DiskReport)) {
        let (edit, stage): (_, StageId) = add_stage(self.session.map(), "", None, &mut self.ids);
        self.act(Intent::Edit(edit), told);
        let of = TextOf::title(RecordRef::Stage(stage));
        let name = format!("Awareness {nth}");
        for letters in 1..=name.len() {
            self.act(Intent::Write { of: of.clone(), text: name[..letters].to_owned() }, told);
        }
        self.act(Intent::EndText(of), told);
        if nth.is_multiple_of(TITLED_AFTER) {
            let of = TextOf::title(RecordRef::Map);
            self.act(Intent::Write { of: of.clone(), text: format!("{nth} stages") }, told);
            self.act(Intent::EndText(of), told);
        }
        if nth.is_multiple_of(SAVED_AFTER) {
            self.act(Intent::Command(Do::Save), told);
        }
    }

    /// Time goes by, in which what failed is tried again.
    pub fn wait(&mut self, told: &mut dyn FnMut(&Work, &DiskReport)) {
        self.now += Duration::from_secs(5);
        self.act(Intent::Tick, told);
    }

    /// Does what an intent asks for, and what its reports ask for then, on this thread.
    fn act(&mut self, intent: Intent, told: &mut dyn FnMut(&Work, &DiskReport)) {
        self.now += PAUSE;
        let mut todo = VecDeque::from(self.session.handle(intent, self.now));
        todo.extend(self.session.journal().map(Effect::Disk));
        while let Some(effect) = todo.pop_front() {
            let Effect::Disk(job) = effect else { continue };
            let Some(report) = job.run(&self.state, &self.seen) else { continue };
            todo.extend(self.session.handle(Intent::Disk(report.clone()), self.now));
            todo.extend(self.session.journal().map(Effect::Disk));
            told(self, &report);
        }
    }
}
