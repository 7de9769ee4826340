//! The copy of the map that can be given to a client: what stays in it, under which code names, and whether what was left out is really in
//! none of the files.
//!
//! What is chosen is kept in the settings; code names are not, since they would tell on the disk what they stand for. They stay until another
//! map is opened. Making, writing and looking through run off the frame.

use super::code_names::{Names, read_names, written_names};
use super::{ClientCopyMsg, Fonts};
use crate::export::Format;
use crate::scene::PageSize;
use crate::session::files::FileAsk;
use crate::session::job::{Job, JobState};
use crate::session::privacy::{
    Aliases, Choices, HandedOver, Handing, NotHandedOver, Order, Part, Replaces, Sought, hand_over, proof,
};
use crate::session::reads::reads_of;
use crate::session::{Cause, Effect, Session, Tone};
use crate::store::{ClientCopyChoices, DraftId, What, load_code_names};
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use touchline_words::direction::as_name;
use touchline_words::say;

/// The box, and what is kept of it while it is closed.
#[derive(Debug, Default)]
pub struct ClientCopying {
    pub(super) is_open: bool,
    /// The map that the code names are of.
    of: Option<DraftId>,
    names: String,
    /// The files that code names came from: they are read, and so never written over.
    names_from: Vec<PathBuf>,
    reading: Option<Job<Result<Names, String>>>,
    running: Option<Running>,
    there: Option<There>,
    problem: Option<String>,
    done: Option<HandedOver>,
}

#[derive(Debug)]
struct Running {
    job: Job<Result<HandedOver, NotHandedOver>>,
    told: Receiver<Handing>,
    at: Handing,
    path: PathBuf,
    /// When it began, since the program's start.
    began: Duration,
}

/// Files that are there already, for which somebody has to be asked.
#[derive(Debug)]
struct There {
    path: PathBuf,
    files: Vec<PathBuf>,
}

impl ClientCopying {
    /// The code names as they are written, a line each.
    pub fn names(&self) -> &str {
        &self.names
    }

    /// The first line that is no code name, and how many of them there are.
    pub fn names_read(&self) -> Result<usize, String> {
        read_names(&self.names).map(|pairs| pairs.len())
    }

    /// Whether a dictionary is being read.
    pub fn reads_names(&self) -> bool {
        self.reading.is_some()
    }

    /// What is done while the copy is made.
    pub fn busy(&self) -> Option<Handing> {
        self.running.as_ref().map(|running| running.at)
    }

    /// The files that would be replaced.
    pub fn there(&self) -> &[PathBuf] {
        self.there.as_ref().map_or(&[], |there| &there.files)
    }

    /// Why the last one failed.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// What was handed over.
    pub fn done(&self) -> Option<&HandedOver> {
        self.done.as_ref()
    }

    pub(super) fn is_busy(&self) -> bool {
        self.running.is_some() || self.reading.is_some()
    }
}

/// The parts that are chosen, by their names on the command line; an unknown one is none.
fn parts(names: &[String]) -> BTreeSet<Part> {
    Part::KEPT.into_iter().filter(|part| names.iter().any(|name| name == part.name())).collect()
}

/// The formats that go out with the copy.
pub fn formats(choices: &ClientCopyChoices) -> Vec<Format> {
    Format::DRAWN.into_iter().filter(|format| choices.also.iter().any(|name| name == format.extension())).collect()
}

/// How a copy is made by what is chosen.
pub fn treated(choices: &ClientCopyChoices) -> Choices {
    let (kept, numbered) = (parts(&choices.kept), parts(&choices.numbered));
    Choices { kept, numbered, aliases: Aliases::default() }
}

impl Session {
    pub(super) fn client_copy_flow(&mut self, msg: ClientCopyMsg, effects: &mut Vec<Effect>) {
        let of = Some(self.document.id.clone());
        let copying = &mut self.flows.client_copy;
        match msg {
            ClientCopyMsg::Open if copying.of == of => {
                (copying.is_open, copying.problem, copying.done) = (true, None, None);
            }
            ClientCopyMsg::Open => {
                let running = copying.running.take();
                *copying = ClientCopying { is_open: true, of, running, ..ClientCopying::default() };
            }
            ClientCopyMsg::Choose(choices) => self.set(effects, |settings| settings.client_copy = choices),
            ClientCopyMsg::WriteNames(names) => copying.names = names,
            ClientCopyMsg::AskNames => effects.push(Effect::AskFile(FileAsk::CodeNames)),
            ClientCopyMsg::Go if copying.names_read().is_err() => {}
            ClientCopyMsg::Go => {
                (copying.problem, copying.there, copying.done) = (None, None, None);
                effects.push(Effect::AskFile(FileAsk::ClientCopy(self.client_copy_name())));
            }
            ClientCopyMsg::Replace => {
                if let Some(There { path, .. }) = copying.there.take() {
                    effects.push(Effect::LendFontsToClientCopy { path, replaces: Replaces::All });
                }
            }
            ClientCopyMsg::Write { path, fonts, replaces } => self.write_client_copy(path, &fonts, replaces),
            ClientCopyMsg::Cancel => copying.running = None,
            ClientCopyMsg::Again => (copying.done, copying.problem) = (None, None),
            ClientCopyMsg::GoTo(record) => {
                copying.is_open = false;
                self.go_to(record, effects);
            }
            ClientCopyMsg::Close => (copying.is_open, copying.done, copying.there) = (false, None, None),
        }
    }

    /// The name that is offered: never the map's own, and without a title that has a code name.
    fn client_copy_name(&self) -> String {
        let own = self.suggested_name("ron");
        let stem = own.strip_suffix(".ron").unwrap_or(&own);
        let aliases = Aliases::of(read_names(self.flows.client_copy.names()).unwrap_or_default());
        // In a name of a file words are parted by strokes where they are by blanks in a title.
        let stem = aliases.applied(&stem.replace(['-', '_'], " ")).unwrap_or_else(|| stem.to_owned());
        let named = as_name(say!(session_for_client, stem));
        let tells = |name: &String| !Sought::new(aliases.titles()).in_texts("", std::slice::from_ref(name)).is_empty();
        let named = if tells(&named) { as_name(say!(session_for_client_alone).to_owned()) } else { named };
        format!("{named}.ron")
    }

    /// The person has said where the copy goes. Where `.ron` has to be added, nobody was asked about a file of that name.
    pub(super) fn client_copy_to(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        let is_named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
        let mut name = path.into_os_string();
        if !is_named {
            name.push(".ron");
        }
        let replaces = if is_named { Replaces::Output } else { Replaces::Nothing };
        effects.push(Effect::LendFontsToClientCopy { path: name.into(), replaces });
    }

    /// The person has chosen a dictionary.
    pub(super) fn code_names_from(&mut self, path: PathBuf) {
        self.flows.client_copy.names_from.push(path.clone());
        let read = move |_: &_| load_code_names(&path).map_err(|error| error.to_string());
        self.flows.client_copy.reading = Some(Job::start("read code names", read));
    }

    fn write_client_copy(&mut self, path: PathBuf, fonts: &Fonts, replaces: Replaces) {
        let copying = &self.flows.client_copy;
        let Ok(names) = read_names(&copying.names) else { return };
        let chosen = self.settings.client_copy.clone();
        let choices = Choices { aliases: Aliases::of(names), ..treated(&chosen) };
        let mut read = self.read();
        read.extend(copying.names_from.iter().cloned());
        let (map, shaper, output) = (self.lent_map(), Arc::clone(&fonts.0), path.clone());
        let (tell, told) = channel();
        let job = Job::start_writing("copy for a client", move |progress| {
            let (also, reads) = (formats(&chosen), reads_of(&read));
            let (page, tells) = (PageSize::Slide, chosen.page);
            let order = Order { map: &map, choices: &choices, output, also: &also, page, reads, replaces, tells };
            hand_over(&order, &shaper, &|at| {
                // Nobody hears it where the box is gone.
                let _ = tell.send(at);
                if progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
        });
        self.flows.client_copy.running = Some(Running { job, told, at: Handing::Copying, path, began: self.now });
    }

    pub(super) fn tick_client_copy(&mut self, effects: &mut Vec<Effect>) {
        let copying = &mut self.flows.client_copy;
        match copying.reading.as_ref().map(Job::poll) {
            Some(JobState::Done(Ok(pairs))) => {
                (copying.names, copying.reading) = (written_names(&copying.names, &pairs), None);
            }
            Some(JobState::Done(Err(problem))) => (copying.problem, copying.reading) = (Some(problem), None),
            Some(JobState::Lost) => copying.reading = None,
            Some(JobState::Running) | None => {}
        }
        let Some(running) = &mut copying.running else { return };
        running.at = running.told.try_iter().last().unwrap_or(running.at);
        let ended = match running.job.poll() {
            JobState::Running => return,
            JobState::Done(ended) => ended,
            JobState::Lost => Err(NotHandedOver::Stopped),
        };
        let (path, began) = (running.path.clone(), running.began);
        copying.running = None;
        effects.push(self.logs(What::Export, ended.is_ok(), began, ended.is_ok().then(|| path.clone())));
        let copying = &mut self.flows.client_copy;
        match ended {
            Ok(done) if !copying.is_open && done.found.is_empty() => {
                self.say(Cause::Export, Tone::Good, proof(&done));
                return;
            }
            Ok(done) => copying.done = Some(done),
            Err(NotHandedOver::There(files)) => copying.there = Some(There { path, files }),
            Err(error) => copying.problem = Some(error.to_string()),
        }
        // Whoever has closed the box must not miss that a word was found, or that there is no copy.
        copying.is_open = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Sticky, StickyId, TouchpointId};
    use crate::session::flows::Msg;
    use crate::session::flows::stories::{opened, until};
    use crate::session::stories::{Story, save_to};
    use crate::session::{Command, Intent};
    use crate::text::Shaper;
    use std::path::Path;

    fn say(story: &mut Story, msg: ClientCopyMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::ClientCopy(msg)))
    }

    fn copying(story: &Story) -> &ClientCopying {
        story.session.flows().client_copy().unwrap()
    }

    /// A map with a note for us alone.
    fn begun() -> Story {
        let mut map = sample::map();
        let note = Sticky { text: "Nobody outside may know".to_owned(), ..Sticky::default() };
        map.stickies.insert(StickyId(1), note);
        let mut story = opened(map);
        story.run(Command::ClientCopy);
        story
    }

    fn choose(story: &mut Story, change: impl FnOnce(&mut ClientCopyChoices)) -> Vec<Effect> {
        let mut choices = story.session.settings().client_copy.clone();
        change(&mut choices);
        say(story, ClientCopyMsg::Choose(choices))
    }

    /// The person says where the copy goes; the name that was offered.
    fn go(story: &mut Story, path: &Path) -> String {
        let effects = say(story, ClientCopyMsg::Go);
        let [Effect::AskFile(ask @ FileAsk::ClientCopy(name))] = effects.as_slice() else { panic!("{effects:?}") };
        let effects = story.act(Intent::FilesChosen { ask: ask.clone(), paths: vec![path.to_owned()] });
        write(story, effects);
        name.clone()
    }

    fn write(story: &mut Story, effects: Vec<Effect>) {
        let [Effect::LendFontsToClientCopy { path, replaces }] = effects.as_slice() else { panic!("{effects:?}") };
        let (path, replaces, fonts) = (path.clone(), *replaces, Fonts(Arc::new(Shaper::bundled())));
        say(story, ClientCopyMsg::Write { path, fonts, replaces });
        until(story, |session| !session.flows().is_busy());
    }

    #[test]
    fn a_copy_goes_out_with_what_was_chosen_and_is_proved_and_what_was_chosen_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = begun();
        let effects = choose(&mut story, |choices| {
            choices.kept.push("portraits".to_owned());
            choices.numbered.push("owners".to_owned());
            choices.also.push("svg".to_owned());
            choices.page = true;
        });
        assert!(matches!(effects.as_slice(), [Effect::Disk(crate::session::DiskJob::WriteSettings(_))]));
        say(&mut story, ClientCopyMsg::WriteNames("Owl = Lumen Kids+".to_owned()));
        assert_eq!(copying(&story).names_read(), Ok(1));
        let path = folder.path().join("owl.ron");
        let offered = go(&mut story, &path);
        assert!(!offered.to_lowercase().contains("lumen"), "{offered}");
        let done = copying(&story).done().unwrap();
        assert_eq!((done.found.as_slice(), done.files.len()), (&[][..], 2));
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("Owl") && text.contains("Team 1"));
        assert!(!text.contains("Lumen Kids") && !text.contains("Nobody outside"), "{text}");
        let page = std::fs::read_to_string(done.page.as_ref().unwrap()).unwrap();
        for said in ["owl.ron", "owl.svg", "0 of ", "1 × notes", "pictures of personas", "stage, Title: 5"] {
            assert!(page.contains(said), "{said} in {page}");
        }
        assert!(!page.contains("Lumen") && !page.contains("Nobody outside"), "{page}");
    }

    #[test]
    fn a_word_that_stands_in_the_copy_all_the_same_is_told_with_the_place_and_gone_to() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = begun();
        let card = TouchpointId(31);
        story.act(Intent::Rename(card.into(), "Decided by Product · Legal".to_owned()));
        go(&mut story, &folder.path().join("client.ron"));
        let done = copying(&story).done().unwrap();
        assert_eq!(done.places.iter().map(|place| place.at).collect::<Vec<_>>(), [card.into()]);
        let effects = say(&mut story, ClientCopyMsg::GoTo(card.into()));
        assert_eq!(effects, [Effect::Reveal(card.into())]);
        assert!(story.session.flows().client_copy().is_none());
    }

    #[test]
    fn what_is_there_beside_the_copy_is_asked_about_and_the_map_itself_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = begun();
        let own = folder.path().join("map.ron");
        std::fs::write(&own, "the map").unwrap();
        story.act(save_to(own.clone()));
        let state = crate::store::StateFolder::at(folder.path().join("state"));
        let saved = story.session.map().clone();
        let save = crate::session::DiskJob::Save {
            of: story.session.document.id.clone(),
            path: own.clone(),
            map: Box::new(saved),
            state: 0,
            replace: crate::session::Replace::Chosen,
            read: Vec::new(),
        };
        let report = save.run(&state, &story.seen).unwrap();
        story.act(Intent::Disk(report));
        let before = std::fs::read(&own).unwrap();
        choose(&mut story, |choices| choices.also.push("svg".to_owned()));
        go(&mut story, &own);
        assert!(copying(&story).problem().is_some() && copying(&story).done().is_none());
        assert_eq!(std::fs::read(&own).unwrap(), before);

        let picture = folder.path().join("client.svg");
        std::fs::write(&picture, "somebody’s").unwrap();
        go(&mut story, &folder.path().join("client"));
        assert_eq!(copying(&story).there(), std::slice::from_ref(&picture));
        assert_eq!(std::fs::read_to_string(&picture).unwrap(), "somebody’s");
        assert!(!folder.path().join("client.ron").exists(), "all or nothing");
        let effects = say(&mut story, ClientCopyMsg::Replace);
        write(&mut story, effects);
        assert!(copying(&story).done().is_some() && std::fs::read_to_string(&picture).unwrap().starts_with("<svg"));
    }

    #[test]
    fn code_names_come_from_a_dictionary_and_stay_until_another_map_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("names.csv");
        std::fs::write(&file, "code name,title\nOwl,Lumen Kids+\n").unwrap();
        let mut story = begun();
        assert_eq!(say(&mut story, ClientCopyMsg::AskNames), [Effect::AskFile(FileAsk::CodeNames)]);
        story.act(Intent::FilesChosen { ask: FileAsk::CodeNames, paths: vec![file.clone()] });
        until(&mut story, |session| !session.flows().is_busy());
        assert_eq!(copying(&story).names(), "Owl = Lumen Kids+\n");
        say(&mut story, ClientCopyMsg::WriteNames("Owl = Lumen Kids+\nFox\n".to_owned()));
        assert!(copying(&story).names_read().is_err());
        assert_eq!(say(&mut story, ClientCopyMsg::Go), [], "no copy by half a dictionary");
        say(&mut story, ClientCopyMsg::WriteNames("Owl = Lumen Kids+".to_owned()));
        // The dictionary is read, and never written over.
        go(&mut story, &file.with_extension("csv"));
        assert!(std::fs::read_to_string(&file).unwrap().starts_with("code name"));
        say(&mut story, ClientCopyMsg::Close);
        story.run(Command::ClientCopy);
        assert_eq!(copying(&story).names(), "Owl = Lumen Kids+");
        say(&mut story, ClientCopyMsg::Close);
        story.run(Command::New);
        story.run(Command::ClientCopy);
        assert_eq!(copying(&story).names(), "");
    }

    #[test]
    fn a_copy_that_is_cancelled_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = begun();
        choose(&mut story, |choices| choices.also.push("pdf".to_owned()));
        let path = folder.path().join("client.ron");
        // The order is stopped at its first word.
        let map = story.session.lent_map();
        let order = Order {
            map: &map,
            choices: &treated(&story.session.settings().client_copy),
            output: path.clone(),
            also: &[Format::Pdf],
            page: PageSize::Slide,
            reads: reads_of(&[]),
            replaces: Replaces::Nothing,
            tells: true,
        };
        for stop in [Handing::Copying, Handing::Drawing(0.0), Handing::Writing] {
            let is_stop = |at: Handing| std::mem::discriminant(&at) == std::mem::discriminant(&stop);
            let told = |at| if is_stop(at) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
            assert!(matches!(hand_over(&order, &Shaper::bundled(), &told), Err(NotHandedOver::Stopped)), "{stop:?}");
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "{stop:?}");
        }
    }
}
