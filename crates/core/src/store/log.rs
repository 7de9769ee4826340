//! What the program did, for whoever has to find out why something went wrong: kinds, sizes and durations.
//!
//! A line is made of words of this file and of numbers alone ([`Event`]): there is no way for a word of a map, the name of a file, a figure
//! or an id to come into it. Five files of a megabyte at most are kept, the newest as `log.txt`.
//!
//! # Limits
//! It is not synced: a power cut may take its end. Where it cannot be written, the work goes on without.

use super::disk::{for_owner_alone, make_private, read_limited};
use super::error::StoreError;
use super::state::StateFolder;
use std::fmt;
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// So many files are kept.
const FILES: usize = 5;
/// A file that is larger is put behind the others.
const FILE_BYTES_MAX: u64 = 1 << 20;
/// So much of the end is given to somebody who is asked for help, in bytes.
const TAIL_BYTES: usize = 16 * 1024;

/// Something that the program did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    pub what: What,
    pub how: How,
    /// Why it failed, where that is known.
    pub why: Option<Why>,
    /// How long it took.
    pub took: Duration,
    /// Of the file that it was about.
    pub bytes: Option<u64>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Started,
    Ended,
    /// The program itself went wrong; its report says where.
    Fault,
    Save,
    BringTogether,
    Know,
    KeepOpened,
    WriteDraft,
    Note,
    DiscardDraft,
    ListDrafts,
    Open,
    OpenDraft,
    OpenSample,
    ListVersions,
    ReadVersion,
    OpenVersion,
    NameMoment,
    WriteSettings,
    ChangeRecents,
    Hold,
    ReadLog,
    Kept,
    Forget,
    ReadLibraries,
    KeepCopied,
    Import,
    Export,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Done,
    /// Done, though a power cut may take it.
    Doubtful,
    /// Somebody else had written the file.
    Conflict,
    /// Another window shows the file.
    Taken,
    Failed,
}

/// What kind of error it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    NotFound,
    Directory,
    NotAFile,
    Unreadable,
    Empty,
    TooLarge,
    TooMany,
    NotText,
    Syntax,
    Newer,
    Broken,
    NotWritten,
    PerhapsNotKept,
    IsRead,
    InUse,
    NotTheSame,
    /// What the disk gives back is not what was written.
    ReadBack,
}

impl From<&StoreError> for Why {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::NotFound { .. } => Self::NotFound,
            StoreError::Directory { .. } => Self::Directory,
            StoreError::NotAFile { .. } => Self::NotAFile,
            StoreError::Unreadable { .. } => Self::Unreadable,
            StoreError::Empty { .. } => Self::Empty,
            StoreError::TooLarge { .. } => Self::TooLarge,
            StoreError::TooMany { .. } => Self::TooMany,
            StoreError::NotText { .. } => Self::NotText,
            StoreError::Syntax { .. } => Self::Syntax,
            StoreError::Newer { .. } => Self::Newer,
            StoreError::Broken { .. } => Self::Broken,
            StoreError::NotWritten { .. } => Self::NotWritten,
            StoreError::PerhapsNotKept { .. } => Self::PerhapsNotKept,
            StoreError::IsRead { .. } => Self::IsRead,
            StoreError::InUse { .. } => Self::InUse,
            StoreError::NotTheSame { .. } => Self::NotTheSame,
        }
    }
}

impl fmt::Display for Event {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The names of the variants are the words: no text from elsewhere can be told.
        write!(to, "{:?} {:?}", self.what, self.how)?;
        self.why.map_or(Ok(()), |why| write!(to, " {why:?}"))?;
        write!(to, ", {} ms", self.took.as_millis())?;
        self.bytes.map_or(Ok(()), |bytes| write!(to, ", {bytes} bytes"))
    }
}

impl Event {
    /// Something that is over in no time.
    pub fn now(what: What) -> Event {
        Event { what, how: How::Done, why: None, took: Duration::ZERO, bytes: None }
    }
}

impl StateFolder {
    /// Writes what was done behind the rest.
    pub fn log(&self, event: Event) {
        // Nobody is troubled where that cannot be.
        drop(self.append_to_log(&format!("{} {} {event}\n", now_secs(), std::process::id())));
    }

    fn append_to_log(&self, line: &str) -> std::io::Result<()> {
        let newest = self.log_file(0);
        let mut options = File::options();
        let options = for_owner_alone(options.create(true).append(true));
        let opened = options.open(&newest).or_else(|_| {
            self.make().map_err(std::io::Error::other)?;
            make_private(self.disk(), &self.file("logs"))?;
            options.open(&newest)
        });
        let mut file = opened?;
        // One call, so that lines of several windows do not mix.
        file.write_all(line.as_bytes())?;
        if file.metadata()?.len() < FILE_BYTES_MAX {
            return Ok(());
        }
        let _turn = self.turn(&newest);
        // Another window may have done so meanwhile.
        if std::fs::metadata(&newest)?.len() < FILE_BYTES_MAX {
            return Ok(());
        }
        for nth in (1..FILES).rev() {
            // The first time there are fewer.
            drop(std::fs::rename(self.log_file(nth - 1), self.log_file(nth)));
        }
        Ok(())
    }

    /// The end of what was written, whole lines.
    pub fn log_tail(&self) -> String {
        let mut tail = String::new();
        for nth in [1, 0] {
            let bytes = read_limited(&self.log_file(nth), 2 * FILE_BYTES_MAX as usize).unwrap_or_default();
            tail += &String::from_utf8_lossy(&bytes);
        }
        let from = tail.len().saturating_sub(TAIL_BYTES);
        let from = if from == 0 {
            0
        } else {
            tail.bytes().skip(from).position(|byte| byte == b'\n').map_or(0, |at| from + at + 1)
        };
        tail.split_off(from)
    }

    fn log_file(&self, nth: usize) -> PathBuf {
        let name = if nth == 0 { "log.txt".to_owned() } else { format!("log.{nth}.txt") };
        self.file("logs").join(name)
    }
}

#[expect(clippy::disallowed_methods, reason = "a line says when something was done")]
fn now_secs() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begun() -> (tempfile::TempDir, StateFolder) {
        let folder = tempfile::tempdir().unwrap();
        let state = StateFolder::at(folder.path().join("state"));
        (folder, state)
    }

    #[test]
    fn a_line_says_what_was_done_how_long_it_took_and_how_large_it_was() {
        let (_folder, state) = begun();
        assert_eq!(state.log_tail(), "");
        state.log(Event::now(What::Started));
        let took = Duration::from_millis(12);
        let save = Event { what: What::Save, how: How::Doubtful, why: None, took, bytes: Some(4810) };
        state.log(save);
        let why = Some(Why::from(&StoreError::NotFound { name: "Lumen Kids.ron".to_owned() }));
        state.log(Event { what: What::Open, how: How::Failed, why, took, bytes: None });
        let tail = state.log_tail();
        let lines: Vec<&str> = tail.lines().map(|line| line.splitn(3, ' ').nth(2).unwrap()).collect();
        assert_eq!(lines, ["Started Done, 0 ms", "Save Doubtful, 12 ms, 4810 bytes", "Open Failed NotFound, 12 ms"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(state.log_file(0)), mode(state.file("logs"))), (0o600, 0o700));
        }
    }

    #[test]
    fn five_files_of_a_megabyte_are_kept_and_the_oldest_goes() {
        let (_folder, state) = begun();
        let full = FILE_BYTES_MAX as usize;
        for nth in 0..FILES + 2 {
            state.log(Event::now(What::Started));
            std::fs::write(state.log_file(0), format!("{nth}\n").repeat(full / 2)).unwrap();
            state.log(Event::now(What::Ended));
        }
        let first = |nth| std::fs::read_to_string(state.log_file(nth)).unwrap().chars().next();
        assert!(!state.log_file(0).exists(), "the next line begins it");
        assert_eq!([1, 2, 3, 4].map(first), ['6', '5', '4', '3'].map(Some));
        assert!(!state.log_file(FILES).exists());
        let tail = state.log_tail();
        assert!(
            tail.ends_with("Ended Done, 0 ms\n") && tail.len() <= TAIL_BYTES && tail.starts_with("6\n"),
            "{}",
            tail.len()
        );
    }

    #[test]
    fn where_no_log_can_be_written_nothing_else_suffers() {
        let state = StateFolder::at(PathBuf::from("/dev/null/touchline"));
        state.log(Event::now(What::Save));
        assert_eq!(state.log_tail(), "");
    }
}
