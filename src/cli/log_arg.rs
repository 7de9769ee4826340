//! The log of a command: one file, a sheet of a workbook, a folder read as one, or standard input.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use touchline_words::direction::Listed;
use touchline_words::say;

use super::doubts::say_of_reading;
use super::exit::{Exit, Failure, tell};
use super::words::{grouped, plain};
use super::zone_flag::ZoneFlag;
use crate::behaviour::clickhouse::is_address;
use crate::behaviour::files::{self, CutBy, Join, On, Opening};
use crate::behaviour::lifecycle::{Choice, Transition};
use crate::behaviour::masking::{Kept, Kind};
use crate::behaviour::recognise::{Overrides, Recognition, SaidScale, recognise};
use crate::behaviour::shapes::scale::Scale;
use crate::behaviour::source::Source;
use crate::behaviour::times::DayOrder;
use crate::behaviour::times::zone::Zone;
use crate::session::import::preset;
use crate::session::sheet::is_map_sheet;
use crate::store::{Preset, STATE_VARIABLE, StateFolder};

/// The log and how it is opened.
#[derive(Args)]
pub struct LogArg {
    /// The log: a CSV file, an Excel workbook, or a folder of them read as one; - reads standard input; or a table, as
    /// clickhouses://user@host:8443/database/table
    #[arg(value_name = "LOG.csv")]
    log: OsString,
    #[command(flatten)]
    how: ReadingFlags,
}

/// A file that is no table on a server, and how it is opened.
#[derive(Args)]
pub struct FileArg {
    /// The file: CSV, an Excel workbook, or a folder of them read as one; - reads standard input
    #[arg(value_name = "FILE")]
    file: OsString,
    #[command(flatten)]
    how: ReadingFlags,
}

/// How a file of data is opened and read: the same flags for every command that takes one.
#[derive(Args)]
pub struct ReadingFlags {
    /// The sheet of a workbook, or one of several tables by its name or number; without, the one that looks most like a log
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Of a workbook in which a spreadsheet has taken days for months, swap them back
    #[arg(long)]
    swap_days: bool,
    /// In which order dates are read that could be read in two, such as 03/04/2026
    #[arg(long, value_name = "ORDER")]
    dates: Option<Order>,
    /// Of rows that are the same in every field, read the first alone
    #[arg(long)]
    drop_duplicates: bool,
    /// Words such as NULL, NaN, NA, None and (not set) are names as any other: only an empty cell is nothing
    #[arg(long)]
    keep_null_words: bool,
    /// Names of events and segments stay as they are, also where they tell of persons; with some of name, mail, phone, address,
    /// ip, id, token, query and text, those with these alone
    #[arg(long, value_name = "KIND,…", num_args = 0..=1, require_equals = true, default_missing_value = "all", value_parser = kept)]
    keep_names: Option<Kept>,
    /// A second file that belongs to the log by an id: its columns are added to each row
    #[arg(long, value_name = "FILE", requires = "on")]
    join: Option<PathBuf>,
    /// The column with that id, in both files; or the log's and that file's own, as LEFT=RIGHT
    #[arg(long, value_name = "COL", requires = "join")]
    on: Option<String>,
    /// How its letters are written, where they are read wrong: UTF-8, windows-1252, macintosh, IBM850, …
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// A question of a survey that asks whether one would recommend, where its words do not say so; may be repeated
    #[arg(long, value_name = "QUESTION")]
    nps: Vec<String>,
    /// On which scale a question of a survey was answered, where its words do not say so, as 1-5; of one question or column of
    /// scores alone as QUESTION=1-5; may be repeated
    #[arg(long, value_name = "[QUESTION=]LOW-HIGH", value_parser = scale)]
    scale: Vec<SaidScale>,
    /// Which rows count where each activity has one for its start and one for its completion
    #[arg(long, value_name = "STEP")]
    lifecycle: Option<Step>,
    /// Read it as the window once read a file like it; the name of what was kept there
    #[arg(long, value_name = "NAME")]
    preset: Option<String>,
    #[command(flatten)]
    zone: ZoneFlag,
}

/// Rows that count of those that tell of one activity.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Step {
    Complete,
    Start,
    All,
}

/// What comes first in a date of three numbers.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Order {
    #[value(name = "day-first")]
    Day,
    #[value(name = "month-first")]
    Month,
    #[value(name = "year-first")]
    Year,
}

impl Order {
    fn order(self) -> DayOrder {
        match self {
            Order::Day => DayOrder::DayFirst,
            Order::Month => DayOrder::MonthFirst,
            Order::Year => DayOrder::YearFirst,
        }
    }
}

impl Step {
    fn choice(self) -> Choice {
        match self {
            Step::Complete => Choice::Only(Transition::Complete),
            Step::Start => Choice::Only(Transition::Start),
            Step::All => Choice::All,
        }
    }
}

impl LogArg {
    /// What was named.
    pub fn path(&self) -> &OsStr {
        &self.log
    }

    /// How it is opened and read.
    pub fn how(&self) -> &ReadingFlags {
        &self.how
    }

    /// Opens it, and says what was left out. `column_names` are names that its header is known to have.
    ///
    /// # Errors
    /// The preset is not known, or the log cannot be opened.
    pub fn open(&self, column_names: Vec<String>) -> Result<Source, Failure> {
        self.how.open(&self.log, column_names)
    }

    /// What is fixed about its reading: by the preset, and by names that its header is known to have.
    ///
    /// # Errors
    /// The preset is not known.
    pub fn overrides(&self, column_names: Vec<String>) -> Result<Overrides, Failure> {
        self.how.overrides(column_names)
    }
}

impl FileArg {
    /// Opens it and recognises what it holds; says what was left out and what was guessed. `column_names` are names that
    /// its header is known to have.
    ///
    /// # Errors
    /// The preset is not known, or the file cannot be opened or holds no table.
    pub fn read(&self, column_names: Vec<String>) -> Result<(Source, Recognition), Failure> {
        self.how.read(&self.file, column_names)
    }

    /// How it is opened and read.
    pub fn how(&self) -> &ReadingFlags {
        &self.how
    }

    /// The files that are read: the file and its partner.
    pub fn paths(&self) -> impl Iterator<Item = &OsStr> {
        std::iter::once(self.file.as_os_str()).chain(self.how.joined())
    }
}

impl ReadingFlags {
    /// The file that belongs to it by an id.
    pub fn joined(&self) -> Option<&OsStr> {
        self.join.as_deref().map(Path::as_os_str)
    }

    /// The flags that were given and ask for something that only a file can be read by.
    pub fn of_files(&self) -> Vec<&'static str> {
        let asked = [
            ("--sheet", self.sheet.is_some()),
            ("--swap-days", self.swap_days),
            ("--dates", self.dates.is_some()),
            ("--drop-duplicates", self.drop_duplicates),
            ("--keep-null-words", self.keep_null_words),
            ("--join", self.join.is_some()),
            ("--encoding", self.encoding.is_some()),
            ("--nps", !self.nps.is_empty()),
            ("--scale", !self.scale.is_empty()),
            ("--preset", self.preset.is_some()),
        ];
        asked.into_iter().filter_map(|(flag, is_asked)| is_asked.then_some(flag)).collect()
    }

    /// # Errors
    /// Something was asked for that only a file can be read by: a table on a server is counted as it stands.
    pub fn refuse_for_table(&self) -> Result<(), Failure> {
        match self.of_files() {
            flags if flags.is_empty() => Ok(()),
            flags => Err(Failure::new(Exit::Usage, say!(cli_file_flags, flags = flags.listed(", ")))),
        }
    }

    /// Opens a file and recognises what it holds; says what was left out and what was guessed. `column_names` are names that
    /// its header is known to have.
    ///
    /// # Errors
    /// A table on a server is named, the preset is not known, or the file cannot be opened or holds no table.
    pub fn read(&self, file: &OsStr, column_names: Vec<String>) -> Result<(Source, Recognition), Failure> {
        if file.to_str().is_some_and(is_address) {
            return Err(Failure::new(Exit::Usage, say!(cli_no_table_here).to_owned()));
        }
        let source = self.open(file, column_names.clone())?;
        let found = recognise(&source, &self.overrides(column_names)?)?;
        say_of_reading(&found);
        Ok((source, found))
    }

    /// Opens a file in the way that was asked for, and says what was left out.
    ///
    /// # Errors
    /// The preset is not known, or the file cannot be opened.
    pub fn open(&self, file: &OsStr, column_names: Vec<String>) -> Result<Source, Failure> {
        let kept = self.kept()?;
        let fixed = kept.as_ref().map(preset::overrides).unwrap_or_default();
        let cut_by = CutBy::of(&Overrides { encoding: self.encoding.clone().or(fixed.encoding.clone()), ..fixed });
        let kept = kept.map(|kept| preset::opening(&kept)).unwrap_or_default();
        let join = self.join.clone().zip(self.on.clone()).map(|(file, on)| Join { file, on: Some(On::of_text(&on)) });
        let opening = Opening {
            sheet: self.sheet.clone().or(kept.sheet),
            swap_days: self.swap_days,
            drop_duplicates: self.drop_duplicates || kept.drop_duplicates,
            column_names,
            cut_by,
            join,
        };
        let source = files::from_arg(file, &opening)?;
        if is_map_sheet(&source) {
            let name = source.name();
            let message = say!(cli_log_is_sheet, name);
            return Err(Failure::new(Exit::BadInput, message));
        }
        source.notes().iter().for_each(|note| tell(note));
        if let Some(sheets) = source.sheets().filter(|sheets| self.sheet.is_none() && sheets.names.len() > 1) {
            tell(&say!(cli_log_sheet_taken, sheet = sheets.chosen, names = sheets.names.listed(", ")));
        }
        Ok(source)
    }

    /// What is fixed about the reading: by the preset, and by names that the header is known to have.
    ///
    /// # Errors
    /// The preset is not known.
    pub fn overrides(&self, column_names: Vec<String>) -> Result<Overrides, Failure> {
        let kept = self.kept()?.map(|kept| preset::overrides(&kept)).unwrap_or_default();
        let keep_null_words = self.keep_null_words || kept.keep_null_words;
        let zone = self.zone.zone.or(kept.zone);
        Ok(Overrides {
            column_names,
            zone,
            keep_null_words,
            keep_names: self.keep_names(),
            lifecycle: self.lifecycle(),
            recommends: self.nps.clone(),
            scales: self.scale.clone(),
            date_order: self.dates.map(Order::order),
            encoding: self.encoding.clone().or(kept.encoding.clone()),
            ..kept
        })
    }

    /// Which rows count of an activity's, where it was said.
    pub fn lifecycle(&self) -> Option<Choice> {
        self.lifecycle.map(Step::choice)
    }

    /// What stays as it is in names, though it tells of persons.
    pub fn keep_names(&self) -> Kept {
        self.keep_names.unwrap_or_default()
    }

    /// The zone that was named for times that carry none.
    pub fn zone(&self) -> Option<Zone> {
        self.zone.zone
    }

    /// Says, of a file that is no log of events, that the zone which was named changes nothing.
    pub fn say_zone_is_for_events(&self) {
        if let Some(zone) = self.zone.zone {
            let name = zone.name();
            tell(&say!(cli_log_zone_for_events, name));
        }
    }

    /// The preset that was named, or else the one that fits a file which is recognised so.
    pub fn preset_for(&self, found: &Recognition) -> Option<String> {
        self.preset.clone().or_else(|| preset::matching(&presets(), found).map(|kept| kept.name.clone()))
    }

    fn kept(&self) -> Result<Option<Preset>, Failure> {
        let Some(name) = &self.preset else { return Ok(None) };
        let known = presets();
        let names: Vec<&str> = known.iter().map(|preset| preset.name.as_str()).collect();
        let message = match names.is_empty() {
            true => say!(cli_log_no_preset, name),
            false => say!(cli_log_presets, name, names = names.listed(", ")),
        };
        let found = known.iter().find(|preset| preset.name == *name).cloned();
        found.map(Some).ok_or_else(|| Failure::new(Exit::Usage, message))
    }
}

/// `mail,phone` or `all`.
fn kept(text: &str) -> Result<Kept, String> {
    if text == "all" {
        return Ok(Kept::ALL);
    }
    let kinds = text.split(',').map(Kind::of_word).collect::<Option<Kept>>();
    kinds.ok_or_else(|| say!(cli_no_kind, text = plain(text), kinds = Kind::ALL.map(Kind::word).listed(", ")))
}

/// `1-5`, or `How was it?=1-5` of one question.
fn scale(text: &str) -> Result<SaidScale, String> {
    let (of, ends) = match text.rsplit_once('=') {
        Some((of, ends)) => (Some(of.trim().to_owned()), ends),
        None => (None, text),
    };
    let found = Scale::said(ends).ok_or_else(|| say!(cli_no_scale, text = plain(ends)))?;
    Ok(SaidScale { of, low: found.low, high: found.high })
}

/// The presets of the state folder.
fn presets() -> Vec<Preset> {
    state_folder().map(|folder| folder.settings().presets).unwrap_or_default()
}

/// The file in which they are.
pub fn presets_file() -> Option<PathBuf> {
    state_folder().map(|folder| folder.settings_file())
}

/// The state folder, where there is a home for it.
pub fn state_folder() -> Option<StateFolder> {
    StateFolder::of_user(std::env::var_os(STATE_VARIABLE))
}

/// Says how many rows were left out as duplicates, now that the log has been read.
pub fn say_dropped(source: &Source) {
    match source.duplicates_dropped() {
        None => {}
        Some(1) => tell(say!(cli_log_one_duplicate)),
        Some(count) => tell(&say!(cli_log_duplicates, count = grouped(count))),
    }
}
