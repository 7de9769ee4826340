//! Versions of maps: what was saved, kept in the state folder under the map's number, so that a person can have it back, whatever
//! became of the file. [`super::thinning`] says which stay.
//!
//! A version is the map file itself, with a note beside it. Its name is when it was kept and what is in it, so that the same is kept once.
//!
//! # Limits
//! Times are those of the machine's clock. Two programs that keep versions of one map at once may each let go what the other would.

use super::disk::{make_private, read_limited};
use super::error::StoreError;
use super::files::load_map;
use super::fingerprint::Fingerprint;
use super::safe_write::{private_write, private_write_both};
use super::seen::SeenFiles;
use super::state::StateFolder;
use super::text::{Loaded, MAP_BYTES_MAX, from_bytes, to_text};
use super::thinning::{Standing, fitting, staying};
use super::version_note::{NAME_CHARS_MAX, VersionNote};
use crate::model::{Map, MapId};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// So much the versions of one map take at most, but for the newest.
pub const VERSIONS_BYTES_MAX: u64 = 200 * 1024 * 1024;
/// So much those of all maps.
const ALL_BYTES_MAX: u64 = 1024 * 1024 * 1024;
const NOTE_BYTES_MAX: usize = 64 * 1024;
/// What was begun and not ended is let go after this time.
const LEFT_AFTER_MS: u64 = 60 * 60 * 1000;

/// Which version of which map.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VersionId {
    pub map: MapId,
    /// When it was kept, in thousandths of a second since 1970.
    unix_ms: u64,
    hash: u64,
}

/// A version that can be had back.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptVersion {
    pub id: VersionId,
    pub note: VersionNote,
    pub bytes: u64,
}

impl VersionId {
    /// When it was kept, in seconds since 1970.
    pub fn unix_secs(&self) -> u64 {
        self.unix_ms / 1000
    }

    fn stem(&self) -> String {
        format!("{:014}-{:016x}", self.unix_ms, self.hash)
    }

    fn of_stem(map: MapId, stem: &str) -> Option<Self> {
        let (unix_ms, hash) = stem.split_once('-')?;
        let id = Self { map, unix_ms: unix_ms.parse().ok()?, hash: u64::from_str_radix(hash, 16).ok()? };
        (id.stem() == stem).then_some(id)
    }
}

impl StateFolder {
    /// Keeps a map as it is now, as a version of the map with its number; one without a number has none. What is there already as the
    /// newest is not kept twice, but takes the name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_version(&self, map: &Map, path: Option<&Path>, name: &str) -> Result<(), StoreError> {
        let Some(id) = map.meta.id else { return Ok(()) };
        let text = to_text(map);
        let text = text.as_bytes();
        self.keep_text(id, (text, Fingerprint::of(text)), &VersionNote::of(map, path, name), now_ms())
    }

    /// The same for a map that was just saved as this text with this fingerprint, without a name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_version_as(
        &self,
        map: &Map,
        (text, fingerprint): (&str, Fingerprint),
        path: Option<&Path>,
    ) -> Result<(), StoreError> {
        let Some(id) = map.meta.id else { return Ok(()) };
        self.keep_text(id, (text.as_bytes(), fingerprint), &VersionNote::of(map, path, ""), now_ms())
    }

    /// Keeps what stands in a file that is about to be written over, as a version of the map that is to stand there; what no
    /// version has yet, and is a map.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_what_stands(&self, id: MapId, path: &Path) -> Result<(), StoreError> {
        self.keep_found(id, path, |bytes| {
            let loaded = from_bytes(&path.display().to_string(), bytes).ok()?;
            Some(VersionNote::of(&loaded.map, Some(path), ""))
        })
    }

    /// The same of a file that was just opened, of which the map is known, so that it need not be read as one again: `note` is about
    /// what was seen in it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_opened(&self, id: MapId, path: &Path, seen: &SeenFiles, note: VersionNote) -> Result<(), StoreError> {
        let was = seen.known(path);
        let is_as_seen = |bytes: &[u8]| was.is_some_and(|was| was == Fingerprint::of(bytes));
        self.keep_found(id, path, |bytes| is_as_seen(bytes).then_some(note))
    }

    /// Keeps what a file holds, where `note` says that it is a map, and about it.
    fn keep_found(
        &self,
        id: MapId,
        path: &Path,
        note: impl FnOnce(&[u8]) -> Option<VersionNote>,
    ) -> Result<(), StoreError> {
        let Ok(bytes) = read_limited(path, MAP_BYTES_MAX) else { return Ok(()) };
        let fingerprint = Fingerprint::of(&bytes);
        let hash = hash_of(fingerprint);
        if self.version_ids(id).iter().any(|version| version.hash == hash) {
            return Ok(());
        }
        let Some(note) = note(&bytes) else { return Ok(()) };
        let written = std::fs::metadata(path).and_then(|found| found.modified()).map_or_else(|_| now_ms(), ms_of);
        self.keep_text(id, (&bytes, fingerprint), &note, written)
    }

    /// The versions of a map, the newest first.
    pub fn versions(&self, map: MapId) -> Vec<KeptVersion> {
        let kept = |id: VersionId| {
            let bytes = std::fs::metadata(self.version_file(&id, "ron")).ok()?.len();
            Some(KeptVersion { note: self.version_note(&id), bytes, id })
        };
        self.version_ids(map).into_iter().filter_map(kept).collect()
    }

    /// The version that holds what a file held; `None` where none does any more.
    pub fn version_of(&self, map: MapId, was: Fingerprint) -> Option<Map> {
        let id = self.version_ids(map).into_iter().find(|id| id.hash == hash_of(was))?;
        self.read_version(&id).ok().map(|loaded| loaded.map.numbered())
    }

    /// Reads a version.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read_version(&self, id: &VersionId) -> Result<Loaded, StoreError> {
        load_map(&self.version_file(id, "ron"))
    }

    /// Gives a version a name, or takes its name with an empty one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn name_version(&self, id: &VersionId, name: &str) -> Result<(), StoreError> {
        let name = name.trim().chars().take(NAME_CHARS_MAX).collect();
        self.write_version_note(id, &VersionNote { name, ..self.version_note(id) })
    }

    fn keep_text(
        &self,
        map: MapId,
        (text, fingerprint): (&[u8], Fingerprint),
        note: &VersionNote,
        unix_ms: u64,
    ) -> Result<(), StoreError> {
        let folder = self.versions_of(map);
        self.make()?;
        for folder in [self.all_versions(), folder.clone()] {
            make_private(self.disk(), &folder).map_err(|error| StoreError::NotWritten {
                name: folder.display().to_string(),
                reason: error.to_string(),
                advice: touchline_words::say!(store_state_advice),
            })?;
        }
        let kept = self.version_ids(map);
        let hash = hash_of(fingerprint);
        if let Some(newest) = kept.first().filter(|newest| newest.hash == hash) {
            return if note.name.is_empty() { Ok(()) } else { self.name_version(newest, &note.name) };
        }
        // No two are of one moment.
        let is_taken = |unix_ms: u64| kept.iter().any(|other| other.unix_ms == unix_ms);
        let unix_ms = (unix_ms..).find(|unix_ms| !is_taken(*unix_ms)).unwrap_or(unix_ms);
        let id = VersionId { map, unix_ms, hash };
        let (note, note_file) = (note_text(note), self.version_file(&id, "note"));
        private_write_both(self.disk(), (&note_file, note.as_bytes()), (&self.version_file(&id, "ron"), text))?;
        self.thin(map, unix_ms);
        // Looking at all maps takes a while, and need not be done each time.
        if hash.is_multiple_of(16) {
            self.thin_all();
        }
        Ok(())
    }

    fn write_version_note(&self, id: &VersionId, note: &VersionNote) -> Result<(), StoreError> {
        private_write(self.disk(), &self.version_file(id, "note"), note_text(note).as_bytes())
    }

    /// Lets go what does not stay of a map, and what was left half done.
    fn thin(&self, map: MapId, now_ms: u64) {
        let kept = self.versions(map);
        let standing = standing(&kept);
        let stays = staying(&standing, now_ms / 1000);
        let (mut left, mut goes) = (Vec::new(), Vec::new());
        kept.into_iter()
            .zip(stays)
            .for_each(|(version, stays)| if stays { &mut left } else { &mut goes }.push(version));
        let fits = fitting(&self::standing(&left), VERSIONS_BYTES_MAX);
        goes.extend(left.into_iter().zip(fits).filter(|(_, fits)| !fits).map(|(version, _)| version));
        goes.iter().for_each(|version| self.let_go(&version.id));
        self.tidy_versions(map, now_ms);
    }

    /// Lets go the oldest of all maps where they take too much together.
    fn thin_all(&self) {
        let maps = self.maps_with_versions().into_iter();
        let mut all: Vec<(Standing, VersionId)> = maps
            .flat_map(|map| {
                let kept = self.versions(map);
                standing(&kept).into_iter().zip(kept.into_iter().map(|version| version.id)).collect::<Vec<_>>()
            })
            .collect();
        all.sort_by_key(|(standing, _)| std::cmp::Reverse(standing.unix_secs));
        let standing: Vec<Standing> = all.iter().map(|(standing, _)| *standing).collect();
        let fits = fitting(&standing, ALL_BYTES_MAX);
        all.iter().zip(fits).filter(|(_, fits)| !fits).for_each(|((_, id), _)| self.let_go(id));
    }

    /// The maps that have versions.
    pub(super) fn maps_with_versions(&self) -> Vec<MapId> {
        let Ok(entries) = std::fs::read_dir(self.all_versions()) else { return Vec::new() };
        entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
    }

    pub(super) fn has_version(&self, id: &VersionId) -> bool {
        self.version_file(id, "ron").exists()
    }

    /// Takes away the folder of a map that has no version any more.
    pub(super) fn remove_if_empty(&self, map: MapId) {
        // One that has something in it stays by itself.
        let _ = std::fs::remove_dir(self.versions_of(map));
    }

    pub(super) fn versions_folder(&self, map: MapId) -> PathBuf {
        self.versions_of(map)
    }

    pub(super) fn let_go(&self, id: &VersionId) {
        // The note means nothing without the map; what cannot be removed is tried again.
        if self.disk().remove(&self.version_file(id, "ron")).is_ok() {
            drop(self.disk().remove(&self.version_file(id, "note")));
        }
    }

    /// Removes notes without a version, and what a program that was killed had begun.
    fn tidy_versions(&self, map: MapId, now_ms: u64) {
        let Ok(entries) = std::fs::read_dir(self.versions_of(map)) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            let extension = path.extension().and_then(|extension| extension.to_str());
            let is_left = match extension {
                Some("tmp") => true,
                Some("note") => !path.with_extension("ron").exists(),
                Some(_) | None => false,
            };
            let written = entry.metadata().and_then(|found| found.modified()).map_or(now_ms, ms_of);
            if is_left && now_ms.saturating_sub(written) > LEFT_AFTER_MS {
                drop(self.disk().remove(&path));
            }
        }
    }

    /// The newest first.
    fn version_ids(&self, map: MapId) -> Vec<VersionId> {
        let Ok(entries) = std::fs::read_dir(self.versions_of(map)) else { return Vec::new() };
        let id = |name: std::ffi::OsString| VersionId::of_stem(map, name.to_str()?.strip_suffix(".ron")?);
        let mut ids: Vec<VersionId> = entries.flatten().filter_map(|entry| id(entry.file_name())).collect();
        ids.sort_by(|a, b| b.cmp(a));
        ids
    }

    fn version_note(&self, id: &VersionId) -> VersionNote {
        let bytes = read_limited(&self.version_file(id, "note"), NOTE_BYTES_MAX).unwrap_or_default();
        ron::de::from_bytes(&bytes).unwrap_or_default()
    }

    fn all_versions(&self) -> PathBuf {
        self.file("versions")
    }

    fn versions_of(&self, map: MapId) -> PathBuf {
        self.all_versions().join(map.to_string())
    }

    fn version_file(&self, id: &VersionId, extension: &str) -> PathBuf {
        self.versions_of(id.map).join(format!("{}.{extension}", id.stem()))
    }
}

fn note_text(note: &VersionNote) -> String {
    ron::to_string(note).unwrap_or_default()
}

fn standing(kept: &[KeptVersion]) -> Vec<Standing> {
    let standing = |(nth, version): (usize, &KeptVersion)| Standing {
        unix_secs: version.id.unix_secs(),
        bytes: version.bytes,
        is_named: !version.note.name.is_empty(),
        is_newest: nth == 0,
    };
    kept.iter().enumerate().map(standing).collect()
}

/// What stands in a version’s name.
fn hash_of(fingerprint: Fingerprint) -> u64 {
    fingerprint.parts().1
}

#[expect(clippy::disallowed_methods, reason = "a version says when it was kept")]
fn now_ms() -> u64 {
    ms_of(SystemTime::now())
}

fn ms_of(moment: SystemTime) -> u64 {
    moment.duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_stage, empty_map};
    use crate::model::IdSource;

    /// A state folder and a map that changes.
    fn begun() -> (tempfile::TempDir, StateFolder, Map, IdSource) {
        let folder = tempfile::tempdir().unwrap();
        let mut ids = IdSource::seeded(3);
        let map = empty_map(&mut ids).numbered();
        let state = StateFolder::at(folder.path().join("state"));
        (folder, state, map, ids)
    }

    fn grow(map: &mut Map, ids: &mut IdSource) {
        let (edit, _) = add_stage(map, "Decision", None, ids);
        *map = map.after(&edit).unwrap();
    }

    fn keep_at(state: &StateFolder, map: &Map, name: &str, unix_ms: u64) {
        let note = VersionNote::of(map, None, name);
        let text = to_text(map);
        let text = text.as_bytes();
        state.keep_text(map.meta.id.unwrap(), (text, Fingerprint::of(text)), &note, unix_ms).unwrap();
    }

    #[test]
    fn what_was_saved_is_had_back_whole_and_the_same_is_kept_once() {
        let (folder, state, mut map, mut ids) = begun();
        let path = folder.path().join("map.ron");
        let first = map.clone();
        state.keep_version(&map, Some(&path), "").unwrap();
        state.keep_version(&map, Some(&path), "").unwrap();
        grow(&mut map, &mut ids);
        state.keep_version(&map, Some(&path), "").unwrap();
        let kept = state.versions(map.meta.id.unwrap());
        assert_eq!(kept.iter().map(|version| version.note.stages).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(kept[0].note.path.as_ref(), Some(&path));
        assert_eq!(state.read_version(&kept[0].id).unwrap().map, map);
        assert_eq!(state.read_version(&kept[1].id).unwrap().map, first);
    }

    #[test]
    fn a_moment_that_is_named_takes_no_second_copy_and_keeps_its_name() {
        let (_folder, state, mut map, mut ids) = begun();
        let id = map.meta.id.unwrap();
        keep_at(&state, &map, "", 1_000);
        keep_at(&state, &map, "Before the workshop", 2_000);
        assert_eq!(
            state.versions(id).iter().map(|version| version.note.name.as_str()).collect::<Vec<_>>(),
            ["Before the workshop"]
        );
        // Long after, with many versions between, it is still there.
        let year = 365 * 24 * 60 * 60 * 1000;
        for nth in 0..15 {
            grow(&mut map, &mut ids);
            keep_at(&state, &map, "", year + nth);
        }
        let kept = state.versions(id);
        assert_eq!(kept.len(), 11);
        assert_eq!(kept.last().unwrap().note.name, "Before the workshop");
        state.name_version(&kept[0].id, "Agreed").unwrap();
        assert_eq!(state.versions(id)[0].note, VersionNote { name: "Agreed".to_owned(), ..kept[0].note.clone() });
    }

    #[test]
    fn what_stood_in_a_file_before_it_was_saved_for_the_first_time_is_a_version() {
        let (folder, state, mut map, mut ids) = begun();
        let (path, id) = (folder.path().join("map.ron"), map.meta.id.unwrap());
        std::fs::write(&path, "no map").unwrap();
        state.keep_what_stands(id, &path).unwrap();
        assert_eq!(state.versions(id), []);
        grow(&mut map, &mut ids);
        std::fs::write(&path, to_text(&map)).unwrap();
        state.keep_what_stands(id, &path).unwrap();
        state.keep_what_stands(id, &path).unwrap();
        let kept = state.versions(id);
        assert_eq!(kept.len(), 1);
        assert_eq!(state.read_version(&kept[0].id).unwrap().map, map);
        state.keep_what_stands(id, &folder.path().join("gone.ron")).unwrap();
    }

    #[test]
    fn a_file_that_was_opened_is_a_version_unless_another_stands_there_by_now() {
        let (folder, state, mut map, mut ids) = begun();
        let (path, id) = (folder.path().join("map.ron"), map.meta.id.unwrap());
        grow(&mut map, &mut ids);
        std::fs::write(&path, to_text(&map)).unwrap();
        let (seen, note) = (SeenFiles::default(), || VersionNote::of(&map, Some(&path), ""));
        seen.look(&path);
        std::fs::write(&path, "somebody's").unwrap();
        state.keep_opened(id, &path, &seen, note()).unwrap();
        assert_eq!(state.versions(id), [], "what nobody opened is not called so");
        std::fs::write(&path, to_text(&map)).unwrap();
        state.keep_opened(id, &path, &seen, note()).unwrap();
        let kept = state.versions(id);
        assert_eq!(kept.iter().map(|version| version.note.clone()).collect::<Vec<_>>(), [note()]);
        assert_eq!(state.read_version(&kept[0].id).unwrap().map, map);
    }

    #[test]
    fn what_a_killed_program_left_half_done_goes_and_nothing_else_does() {
        let (_folder, state, mut map, mut ids) = begun();
        let id = map.meta.id.unwrap();
        keep_at(&state, &map, "", 5_000);
        let folder = state.versions_of(id);
        for left in
            [".00000000005000-00.ron.1f0c93a2.tmp", "00000000004000-0000000000000001.note", "of another program"]
        {
            std::fs::write(folder.join(left), "x").unwrap();
        }
        grow(&mut map, &mut ids);
        let later = now_ms() + 2 * LEFT_AFTER_MS;
        keep_at(&state, &map, "", later);
        let mut names: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names.len(), 5, "{names:?}");
        assert!(names.contains(&"of another program".to_owned()));
        assert_eq!(state.versions(id).len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn versions_are_their_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, state, map, _) = begun();
        state.keep_version(&map, None, "Before").unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let all = folder.path().join("state/versions");
        let of_map = state.versions_of(map.meta.id.unwrap());
        assert_eq!((mode(&all), mode(&of_map)), (0o700, 0o700));
        for entry in std::fs::read_dir(of_map).unwrap() {
            assert_eq!(mode(&entry.unwrap().path()), 0o600);
        }
    }
}
