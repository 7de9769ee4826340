//! The libraries beside the map: reading them, a person's own folder, and putting an item on the map.

use touchline_words::say;

use super::library_msg::LibraryMsg;
use super::side_panel::SidePanel;
use super::{Cause, DiskJob, Effect, New, Place, Session, Tone};
use crate::edit::library::{Item, Makes, Stands};
use crate::model::{Edit, IdSource, RecordRef};
use crate::store::Libraries;
use std::sync::Arc;

impl Session {
    /// The libraries as they were read last; empty before that.
    pub fn libraries(&self) -> &Libraries {
        &self.libraries
    }

    /// Another number for each time that they were read.
    pub fn libraries_stamp(&self) -> u64 {
        self.libraries_stamp
    }

    pub(super) fn library_msg(&mut self, msg: LibraryMsg, effects: &mut Vec<Effect>) {
        match msg {
            LibraryMsg::Show(library) => {
                self.open_panel(SidePanel::Palette, effects);
                self.set(effects, |settings| settings.library = library);
                if library {
                    self.library_msg(LibraryMsg::Read, effects);
                }
            }
            LibraryMsg::ReadOnce if self.libraries.shelf.items().is_empty() => {
                self.library_msg(LibraryMsg::Read, effects);
            }
            LibraryMsg::ReadOnce => {}
            LibraryMsg::Read => effects.push(Effect::Disk(DiskJob::ReadLibraries { make: false })),
            LibraryMsg::OwnFolder => effects.push(Effect::Disk(DiskJob::ReadLibraries { make: true })),
            LibraryMsg::Put(item) => self.add(&New::Item(item), Place::AtSelection, effects),
        }
    }

    /// Takes over what was read; `asked` is whether a person wanted to know where their own lie.
    pub(super) fn libraries_read(&mut self, libraries: Arc<Libraries>, asked: bool, effects: &mut Vec<Effect>) {
        if asked {
            let folder = libraries.folder.display().to_string();
            self.say(Cause::Edit, Tone::Info, say!(session_library_folder, folder = &folder));
            effects.push(Effect::SetClipboard(folder));
        }
        self.libraries = libraries;
        self.libraries_stamp += 1;
    }

    /// The edit that makes a record of an item at a place.
    pub(super) fn added_item(&self, item: &Item, at: Place, ids: &mut IdSource) -> Option<(Edit, RecordRef)> {
        let text = item.text();
        let new = match (&item.makes, item.makes.stands()) {
            (Makes::Metric { kind }, _) => New::Metric { kind: *kind },
            (_, Stands::Card(channel)) => New::Touchpoint { channel, title: text },
            (_, Stands::List(kind)) => New::Listed { kind, text },
        };
        let (mut edit, record) = self.added(&new, at, ids)?;
        item.fill(&mut edit, record);
        Some((edit, record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::library::{Shelf, built_in};
    use crate::layout::{Lens, arrange_board};
    use crate::model::{Map, RecordKind, StageId};
    use crate::scene::Point;
    use crate::session::stories::Story;
    use crate::session::{Command, DiskReport, Hand, Intent, Load};
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// One item of each kind.
    fn items() -> Vec<Arc<Item>> {
        let shelf = Shelf::new(built_in());
        let item = |search: &str| Arc::clone(&shelf.find(search)[0].item);
        ["premiere", "cs06", "offer a pause", "algorithm decide", "two weeks", "satisfied"].map(item).to_vec()
    }

    fn begun() -> (Story, StageId) {
        let mut story = Story::new();
        let first = story.stage("Awareness");
        story.stage("Decision");
        story.act(Intent::Select(RecordRef::Stage(first)));
        (story, first)
    }

    fn count(map: &Map) -> usize {
        RecordKind::RECORDS.iter().filter(|kind| **kind != RecordKind::Lane).map(|kind| map.refs(*kind).len()).sum()
    }

    #[test]
    fn an_item_put_at_the_selection_is_one_step_and_brings_its_words() {
        for item in items() {
            let (mut story, first) = begun();
            let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
            let effects = story.act(Intent::Library(LibraryMsg::Put(Arc::clone(&item))));
            let record = story.session.selection().only().unwrap();
            assert!(effects.contains(&Effect::Reveal(record)), "{}", item.id);
            assert!(!effects.iter().any(|effect| matches!(effect, Effect::EditTitle(_))), "it is named already");
            assert_eq!(super::super::adding::stage_of(story.session.map(), record), Some(first), "{}", item.id);
            assert_eq!(story.session.history().undo_steps(), steps + 1, "{}", item.id);
            story.run(Command::Undo);
            assert_eq!(*story.session.map(), before, "{}", item.id);
        }
    }

    #[test]
    fn what_is_shown_while_an_item_is_dragged_is_what_letting_go_makes() {
        for item in items() {
            let (mut story, _) = begun();
            let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
            let board = Arc::new(arrange_board(&before, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1200.0));
            let column = board.columns[1];
            let pos_in_scene = Point::new(column.x + column.width / 2.0, 20.0);
            story.act(Intent::Grab { load: Load::Item(Arc::clone(&item)), from: Point::default(), board });
            story.act(Intent::Carry(Some(Hand { pos_in_scene, alt: false, loose: false, snap: 0.0, segment: None })));
            assert_eq!(*story.session.map(), before, "{}: nothing is made before", item.id);
            let shown = story.session.shown().clone();
            let effects = story.act(Intent::LetGo);
            assert_eq!((story.session.map(), count(&shown)), (&shown, count(&before) + 1), "{}", item.id);
            let asks = |effect: &Effect| matches!(effect, Effect::EditTitle(_) | Effect::Dialog(_));
            assert!(!effects.iter().any(asks), "{}: nothing is asked: {effects:?}", item.id);
            assert_eq!(story.session.history().undo_steps(), steps + 1);
            story.run(Command::Undo);
            assert_eq!(*story.session.map(), before);
        }
    }

    #[test]
    fn libraries_are_read_off_the_frame_and_the_folder_is_told_once_asked_for() {
        let (mut story, _) = begun();
        let home = tempfile::tempdir().unwrap();
        let folder = crate::store::StateFolder::at(home.path().to_owned());
        let run = |story: &mut Story, msg: LibraryMsg| {
            let effects = story.act(Intent::Library(msg));
            let [Effect::Disk(job)] = &effects[..] else { panic!("{effects:?}") };
            let report = job.clone().run(&folder, &story.seen).unwrap();
            assert!(matches!(report, DiskReport::Libraries { .. }));
            story.act(Intent::Disk(report))
        };
        assert_eq!(run(&mut story, LibraryMsg::Read), []);
        assert!(story.session.libraries().shelf.items().len() > 60 && story.session.notices().is_empty());
        let told = run(&mut story, LibraryMsg::OwnFolder);
        let path = home.path().join("libraries");
        assert_eq!(told, [Effect::SetClipboard(path.display().to_string())]);
        assert!(story.session.notices()[0].text.contains(&path.display().to_string()));
        assert_eq!(story.session.libraries().shelf.find("box office").len(), 1);
    }
}
