//! `touchline inspect`: how a log would be read, and what is odd in it. Reads the whole file and writes nothing.

use std::io::Write;

use clap::Args;
use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::doubts::{say_of_reading, say_of_times, tell_grouped};
use super::exit::{Failure, Progress, tell};
use super::figures::{self, with_progress};
use super::json;
use super::log_arg::{LogArg, say_dropped};
use super::table::address_of;
use super::words::{grouped, plain, shortened, table};
use crate::behaviour::clickhouse::Address;
use crate::behaviour::dialect::Dialect;
use crate::behaviour::encoding::Sure;
use crate::behaviour::engine::activities;
use crate::behaviour::masking::{self, Kept};
use crate::behaviour::recognise::reasons::{About, Reason};
use crate::behaviour::recognise::survey::{ColumnSurvey, Survey, survey};
use crate::behaviour::recognise::{Column, ColumnKind, Recognition, recognise};
use crate::behaviour::report::Activities;
use crate::behaviour::roles::Role;
use crate::behaviour::shapes::Shape;
use crate::behaviour::shapes::guess::{Guess, guess};
use crate::behaviour::source::Source;
use crate::behaviour::times::zone::Zone;

/// Show how a log would be read: encoding, columns, formats, and the rows that are odd.
#[derive(Args)]
#[command(after_help = "Example: touchline inspect viewing-events.csv\n\n\
    Nothing is changed or kept. Problems are listed with their line; a row with a problem may still be of use.")]
pub struct Inspect {
    #[command(flatten)]
    log: LogArg,
    /// Write one JSON object instead of text
    #[arg(long)]
    json: bool,
}

impl Inspect {
    /// The table on a server that is asked about in place of a file, whether as JSON, and whether names stay as they are.
    pub fn table(&self) -> Result<Option<(Address, bool, Kept)>, Failure> {
        Ok(address_of(&self.log)?.map(|address| (address, self.json, self.log.how().keep_names())))
    }

    /// Reads the file and writes what was recognised.
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let source = self.log.open(Vec::new())?;
        let recognition = recognise(&source, &self.log.overrides(Vec::new())?)?;
        say_of_reading(&recognition);
        say_of_times(&recognition);
        let told =
            [source.notes().to_vec(), recognition.told.clone(), masking::words(&recognition.grouped, grouped)].concat();
        tell_grouped(&recognition.grouped);
        let survey = whole_survey(&source, &recognition)?;
        say_dropped(&source);
        let activities = with_progress(|progress| activities::of_recognised(&recognition, &source, progress))?;
        activities.words().into_iter().for_each(tell);
        if self.json {
            let found = guess(&recognition);
            json::write(out, || Answer {
                told,
                preset: self.log.how().preset_for(&recognition),
                activities: &activities,
                ..Answer::new(&source, &recognition, &survey, found.as_ref())
            })?;
        } else {
            write!(out, "{}", text(&source, &recognition, &survey, self.log.how().keep_names()))?;
            write!(out, "{}", figures::activities(&activities))?;
            if let Some(preset) = self.log.how().preset_for(&recognition) {
                writeln!(out, "{}", say!(cli_preset_reads, preset = plain(&preset)))?;
            }
        }
        Ok(())
    }
}

fn whole_survey(source: &Source, recognition: &Recognition) -> Result<Survey, Failure> {
    let mut progress = Progress::new();
    let survey = survey(source, recognition, &mut |rows| {
        if rows.is_multiple_of(524_288) {
            progress.show(&say!(cli_rows_n, rows = grouped(rows)));
        }
        true
    })?;
    Ok(survey)
}

/// The columns with times of day that say no zone, as they are named in a sentence.
fn zoneless(found: &Recognition) -> Option<String> {
    let is_zoneless =
        |column: &&Column| column.kind == ColumnKind::Time && column.time.is_some_and(|pick| pick.time.is_zoneless());
    let names =
        found.columns.iter().filter(is_zoneless).map(|column| say!(edit_quoted, text = shortened(&column.name, 40)));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.listed(", "))
}

/// The JSON, to the letter of the command line's contract.
#[derive(Serialize)]
struct Answer<'a> {
    encoding: &'a str,
    delimiter: char,
    quote: Option<char>,
    preamble_lines: u64,
    header: bool,
    rows: u64,
    columns: Vec<AnswerColumn<'a>>,
    problems: Vec<AnswerProblem<'a>>,
    problem_count: u64,
    shape: Option<AnswerShape<'a>>,
    /// How far the encoding can be relied upon, where it is not certain, and another that is as plausible.
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding_sure: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding_other: Option<&'static str>,
    /// The product's export that it is by its header.
    #[serde(skip_serializing_if = "Option::is_none")]
    export: Option<AnswerExport>,
    /// What was guessed about the file as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    told: Vec<String>,
    /// Lines with rows of totals, which are no rows.
    #[serde(skip_serializing_if = "<[u64]>::is_empty")]
    totals: &'a [u64],
    /// Of a workbook: the sheet that was read, and all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheets: Option<&'a [String]>,
    /// The files of a folder.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<String>,
    /// The preset that its header fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    preset: Option<String>,
    /// The zone that was named for times that carry none.
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<&'static str>,
    /// How long activities take whose starts and completions the log tells apart.
    #[serde(skip_serializing_if = "Activities::are_not_told")]
    activities: &'a Activities,
}

#[derive(Serialize)]
pub(super) struct AnswerShape<'a> {
    pub name: &'static str,
    pub reason: &'a str,
    pub runner_up: Option<&'static str>,
}

#[derive(Serialize)]
struct AnswerExport {
    name: &'static str,
    title: &'static str,
    cannot_tell: &'static str,
}

#[derive(Serialize)]
pub(super) struct AnswerColumn<'a> {
    pub name: &'a str,
    pub r#type: &'static str,
    pub format: Option<String>,
    pub role: Option<&'static str>,
    pub blank: u64,
    pub distinct: usize,
}

#[derive(Serialize)]
struct AnswerProblem<'a> {
    line: u64,
    column: Option<&'a str>,
    reason: &'a str,
    /// The file that the line is in, where the log is several.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

impl<'a> Answer<'a> {
    fn new(
        source: &'a Source,
        recognition: &'a Recognition,
        survey: &'a Survey,
        shape: Option<&'a Guess>,
    ) -> Answer<'a> {
        let columns =
            recognition.columns.iter().zip(&survey.columns).enumerate().map(|(at, (column, survey))| AnswerColumn {
                name: &column.name,
                r#type: survey.kind.word(),
                format: format_of(column, survey),
                role: recognition.roles.of_column(at).map(|role| role.word()),
                blank: survey.blank,
                distinct: survey.distinct.count,
            });
        let problems = survey.problems.iter().map(|problem| AnswerProblem {
            line: problem.line,
            column: problem.column.as_deref(),
            reason: &problem.reason,
            file: problem.file.as_deref(),
        });
        let several = source.sheets().or(source.tables());
        let sure = recognition.encoding.sure();
        Answer {
            encoding: recognition.encoding.name(),
            delimiter: char::from(recognition.dialect.delimiter),
            quote: recognition.dialect.quote.map(char::from),
            preamble_lines: recognition.dialect.preamble_lines,
            header: recognition.dialect.header,
            rows: survey.rows,
            columns: columns.collect(),
            problems: problems.collect(),
            problem_count: survey.problem_count,
            shape: shape.map(|found| AnswerShape {
                name: found.shape.word(),
                reason: &found.reason,
                runner_up: found.runner_up.map(Shape::word),
            }),
            encoding_sure: Some(sure).filter(|sure| *sure != Sure::Certain).map(Sure::word),
            encoding_other: recognition.encoding.other(),
            export: recognition.export.map(|export| AnswerExport {
                name: export.word,
                title: export.name(),
                cannot_tell: export.cannot(),
            }),
            told: Vec::new(),
            totals: &survey.totals,
            sheet: several.map(|sheets| sheets.chosen.as_str()),
            sheets: several.map(|sheets| sheets.names.as_slice()),
            files: source.files(),
            preset: None,
            zone: recognition.zone.map(Zone::name),
            activities: &Activities::NotTold,
        }
    }
}

fn format_of(column: &Column, survey: &ColumnSurvey) -> Option<String> {
    column.time.filter(|_| survey.kind == ColumnKind::Time).map(|pick| pick.time.name())
}

/// The same for reading.
fn text(source: &Source, recognition: &Recognition, survey: &Survey, kept: Kept) -> String {
    let mut text = format!("{}\n", plain(source.name()));
    text += &format!("  {}\n", reading(source, recognition, survey));
    if let Some(found) = guess(recognition) {
        let other = found.runner_up.map_or(String::new(), |other| say!(cli_could_be, name = other.name()));
        text += &format!("  {}: {}{other}\n", found.shape.name(), plain(&found.reason));
    }
    if let Some(export) = recognition.export {
        text += &format!("  {}: {}\n", export.name(), export.cannot());
    }
    text += &reasons(recognition);
    text.push('\n');
    let mut rows = vec![column_heads()];
    for (at, (column, survey)) in recognition.columns.iter().zip(&survey.columns).enumerate() {
        let at_least = if survey.distinct.capped { "≥ " } else { "" };
        rows.push([
            shortened(&column.name, 40),
            survey.kind.shown().to_owned(),
            recognition.roles.of_column(at).map_or("", |role| role.word()).to_owned(),
            grouped(survey.blank),
            format!("{at_least}{}", grouped(survey.distinct.count as u64)),
            format_of(column, survey).unwrap_or_else(|| samples(column, recognition.roles.of_column(at), kept)),
        ]);
    }
    text += &table(&rows, &[3, 4]);
    for column in recognition.columns.iter() {
        if let Some(personal) = column.personal {
            text += &say!(cli_personal, column = shortened(&column.name, 40), what = personal.words());
        }
    }
    text += &match survey.problem_count {
        0 => say!(cli_no_problems).to_owned(),
        1 => say!(cli_one_problem).to_owned(),
        count => say!(
            cli_problems,
            count = grouped(count),
            first = if count as usize > survey.problems.len() { say!(cli_the_first) } else { "" }
        ),
    };
    for problem in &survey.problems {
        let column = problem.column.as_ref().map(|name| format!(", {}", shortened(name, 40))).unwrap_or_default();
        let file = problem.file.as_ref().map(|name| format!("{}, ", shortened(name, 60))).unwrap_or_default();
        text += &say!(cli_problem_line, file, line = problem.line, column, reason = problem.reason);
    }
    text
}

/// A few values of a column. Ids, and what tells of persons, are shown by their shape unless a person wants the names.
pub fn samples(column: &Column, role: Option<Role>, kept: Kept) -> String {
    let shown = if kept.is_all() { column.samples.clone() } else { column.shown_samples(role == Some(Role::Case)) };
    shortened(&shown.listed(" · "), 60)
}

/// Why it is read so, a line for each choice.
fn reasons(recognition: &Recognition) -> String {
    let line = |reason: &Reason| {
        let about = match reason.about {
            About::Encoding => say!(cli_about_encoding),
            About::Delimiter => say!(cli_about_delimiter),
            About::Preamble => say!(cli_about_first_line),
            About::Header => say!(cli_about_header),
            About::Sheet => say!(cli_about_sheet),
            About::Times => say!(cli_about_times),
            About::Role(role) => role.word(),
        };
        let column = match reason.about {
            About::Role(role) => recognition.roles.column(role).and_then(|at| recognition.columns.get(at)),
            _ => None,
        };
        let column =
            column.map_or(String::new(), |column| say!(edit_quoted, text = shortened(&column.name, 40)) + ", ");
        format!("  {about}: {column}{}\n", plain(&reason.because))
    };
    let zone = zoneless(recognition).map_or_else(String::new, |names| match recognition.zone {
        Some(zone) => say!(cli_zone_in, names, zone = zone.name()),
        None => {
            say!(cli_zone_utc, names)
        }
    });
    say!(cli_why, reasons = recognition.reasons.iter().map(line).collect::<String>(), zone)
}

/// The cut of the file in a sentence.
fn reading(source: &Source, recognition: &Recognition, survey: &Survey) -> String {
    let dialect = &recognition.dialect;
    let delimiter = match dialect.delimiter {
        b'\t' => say!(cli_tabs).to_owned(),
        b' ' => say!(cli_blanks).to_owned(),
        other => {
            Dialect::unseen_delimiter(other).unwrap_or_else(|| say!(edit_quoted, text = char::from(other).to_string()))
        }
    };
    let header = match recognition.header_line {
        0 => say!(cli_no_header).to_owned(),
        line => say!(cli_header_on, line),
    };
    let preamble = match dialect.preamble_lines {
        0 => String::new(),
        1 => say!(cli_one_above).to_owned(),
        lines => say!(cli_above, lines),
    };
    let blank = match survey.blank_lines {
        0 => String::new(),
        1 => say!(cli_one_blank).to_owned(),
        lines => say!(cli_blank_lines, lines = grouped(lines)),
    };
    let rows = grouped(survey.rows);
    let row_word = if survey.rows == 1 { say!(cli_row) } else { say!(cli_rows) };
    let files = source.files();
    let written = match (source.sheets(), files.len()) {
        (Some(sheets), _) => say!(cli_sheet_named, sheet = shortened(&sheets.chosen, 40)),
        (None, 0 | 1) => say!(cli_parted_by, encoding = recognition.encoding.name(), delimiter),
        (None, count) => say!(cli_files, count, files = shortened(&files.listed(", "), 80)),
    };
    format!("{rows} {row_word}, {written}, {header}{preamble}{blank}")
}

/// What stands above the columns of a log, in a file or on a server.
pub fn column_heads() -> [String; 6] {
    [
        say!(cli_head_column),
        say!(cli_head_type),
        say!(cli_head_role),
        say!(cli_head_blank),
        say!(cli_head_different),
        say!(cli_head_format),
    ]
    .map(str::to_owned)
}
