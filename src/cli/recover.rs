//! `touchline recover`: unsaved work that was kept, as the start screen lists it, written to a file of its own. The work stays where it is.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::json;
use super::log_arg::state_folder;
use super::words::{plain, table};
use crate::model::Date;
use crate::session::Counts;
use crate::session::privacy::recovery_words;
use crate::store::{Draft, OpenDraft, Reads, StateFolder, load_map};

/// List unsaved work that was kept, and write it to a file
#[derive(Args)]
#[command(after_help = "Example: touchline recover --list\n         \
    touchline recover 7ZQ4N0W1M2K3P -o recovered.ron\n\n\
    Every edit and every word was kept as it was made. What is written here stays among the unsaved work until it is opened in the \
    window and saved or discarded there. Work that a window has open is not listed.")]
pub struct Recover {
    /// Which work, as --list names it; may be left out where there is only one
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// List what there is
    #[arg(long, conflicts_with_all = ["id", "output"])]
    list: bool,
    /// The map file to write; one that is there is not written over
    #[arg(short, long, value_name = "NEW.ron", required_unless_present_any = ["list", "delete"])]
    output: Option<PathBuf>,
    /// Write the list as one JSON object instead of text
    #[arg(long, requires = "list")]
    json: bool,
    /// Delete what is kept beside your files: unsaved work, versions, recent files, reports; only told without --yes
    #[arg(long, conflicts_with_all = ["id", "output", "list"])]
    delete: bool,
    /// Delete only what is kept of the map in this file
    #[arg(long, value_name = "MAP", requires = "delete")]
    of: Option<PathBuf>,
    /// Do delete it
    #[arg(long, requires = "delete")]
    yes: bool,
}

#[derive(Serialize)]
struct Answer {
    unsaved: Vec<Work>,
}

#[derive(Serialize)]
struct Work {
    id: String,
    title: String,
    written_unix_secs: u64,
    /// The file that it grew from, if any, and whether that holds something else by now.
    file: Option<String>,
    file_changed: bool,
    stages: Option<usize>,
    cards: Option<usize>,
    annotations: Option<usize>,
    /// Why it cannot be read, where it cannot.
    problem: Option<String>,
}

impl Work {
    fn of(draft: &Draft, folder: &StateFolder) -> Self {
        let read = folder.read_draft(&draft.id);
        let counts = read.as_ref().ok().map(|OpenDraft { loaded, .. }| Counts::of(&loaded.map));
        let grown = draft.original.as_ref();
        Self {
            id: draft.id.0.clone(),
            title: draft.title.clone(),
            written_unix_secs: draft.written_unix_secs,
            file: grown.map(|grown| grown.path.display().to_string()),
            file_changed: grown.is_some_and(|grown| grown.has_changed(draft.written_unix_secs)),
            stages: counts.map(|counts| counts.stages),
            cards: counts.map(|counts| counts.cards),
            annotations: counts.map(|counts| counts.annotations),
            problem: read.err().map(|error| error.to_string()),
        }
    }

    /// A line of the list.
    fn cells(&self) -> [String; 5] {
        let counts = match (self.stages, self.cards, self.annotations) {
            (Some(stages), Some(cards), Some(annotations)) => Counts { stages, cards, annotations }.words(),
            _ => self.problem.clone().unwrap_or_default(),
        };
        let title = if self.title.trim().is_empty() { say!(edit_untitled_map) } else { self.title.trim() };
        let file = match (&self.file, self.file_changed) {
            (Some(file), true) => say!(cli_recover_changed, file),
            (Some(file), false) => file.clone(),
            (None, _) => say!(cli_recover_no_file).to_owned(),
        };
        [self.id.clone(), moment(self.written_unix_secs), title.to_owned(), counts, file]
    }
}

impl Recover {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let Some(folder) = state_folder() else {
            return Err(Failure::new(Exit::CouldNot, say!(cli_recover_no_home)));
        };
        if self.delete {
            return self.delete(&folder, out);
        }
        let drafts = folder.drafts();
        let Some(output) = &self.output else { return self.say(&drafts, &folder, out) };
        if output.exists() {
            return Err(Failure::new(
                Exit::Usage,
                say!(cli_recover_exists, path = plain(&output.display().to_string())),
            ));
        }
        let draft = self.chosen(&drafts)?;
        let OpenDraft { loaded, .. } = folder.read_draft(&draft.id)?;
        Reads::nothing().save_map(output, &loaded.map)?;
        tell(&say!(cli_recover_written, counts = Counts::of(&loaded.map).words(), path = output.display()));
        Ok(())
    }

    /// Says what is kept, and deletes it where that is asked for.
    fn delete(&self, folder: &StateFolder, out: &mut dyn Write) -> Result<(), Failure> {
        let of = self.of.as_deref().map(|path| load_map(path).map(|loaded| (loaded.map.meta.id, path))).transpose()?;
        let recovery = folder.recovery(of);
        let words = recovery_words(&recovery);
        if recovery.is_empty() {
            out.write_all(format!("{}\n", say!(cli_recover_nothing_kept)).as_bytes())?;
        } else if self.yes {
            folder.forget(&recovery)?;
            out.write_all(format!("{}\n", say!(cli_recover_deleted, words)).as_bytes())?;
        } else {
            out.write_all(format!("{}\n", say!(cli_recover_would_delete, words)).as_bytes())?;
        }
        if recovery.open > 0 {
            tell(&say!(cli_recover_open, count = recovery.open));
        }
        tell(say!(privacy_out_of_reach));
        Ok(())
    }

    fn say(&self, drafts: &[Draft], folder: &StateFolder, out: &mut dyn Write) -> Result<(), Failure> {
        let unsaved: Vec<Work> = drafts.iter().map(|draft| Work::of(draft, folder)).collect();
        if self.json {
            return json::write(out, || Answer { unsaved });
        }
        if unsaved.is_empty() {
            tell(say!(cli_recover_none));
        }
        let rows: Vec<[String; 5]> = unsaved.iter().map(Work::cells).collect();
        Ok(out.write_all(table(&rows, &[]).as_bytes())?)
    }

    /// The work that is meant: of this name, or the only one.
    fn chosen<'a>(&self, drafts: &'a [Draft]) -> Result<&'a Draft, Failure> {
        let names = || drafts.iter().map(|draft| draft.id.0.clone()).collect::<Vec<_>>().listed(", ");
        match (&self.id, drafts) {
            (_, []) => Err(Failure::new(Exit::BadInput, say!(cli_recover_none))),
            (None, [only]) => Ok(only),
            (None, _) => Err(Failure::new(Exit::Usage, say!(cli_recover_which, names = names()))),
            (Some(id), _) => drafts
                .iter()
                .find(|draft| draft.id.0.eq_ignore_ascii_case(id))
                .ok_or_else(|| Failure::new(Exit::Usage, say!(cli_recover_no_such, id = plain(id), names = names()))),
        }
    }
}

/// `2026-11-30 14:05 UTC`: the same on every machine.
fn moment(unix_secs: u64) -> String {
    let secs = i64::try_from(unix_secs).unwrap_or_default();
    let day = Date::from_unix_secs(secs).map(|day| day.to_string()).unwrap_or_default();
    format!("{day} {:02}:{:02} UTC", secs / 3_600 % 24, secs / 60 % 60)
}
