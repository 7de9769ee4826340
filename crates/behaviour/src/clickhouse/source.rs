//! A table that was reached: its columns, and a sample of its rows by which columns and roles are recognised as a file's are.
//!
//! The sample is text in memory, shown and forgotten; the figures come from the whole table, by a question.

use std::time::SystemTime;

use touchline_words::say;

use super::column::of_description;
use super::error::ClusterError;
use super::sql::{identifier, literal};
use super::{Access, Address, MAX_ANSWER, Table, TableColumn, TypeKind, http, read_answer, sql};
use crate::error::BehaviourError;
use crate::names::{one_writing, trimmed};
use crate::plan::Plan;
use crate::progress::Progress;
use crate::recognise::{ColumnKind, Overrides, Recognition, recognise};
use crate::records::Record;
use crate::report::Report;
use crate::roles::guess;
use crate::source::Source;

/// Rows of the sample.
const SAMPLE_ROWS: usize = 1000;
/// So much of a value is in the sample.
const SAMPLE_LETTERS: usize = 200;
/// Bytes of a description or a sample.
const SAMPLE_BYTES: u64 = 16 << 20;

/// A table on a server that answered.
#[derive(Clone, Debug)]
pub struct TableSource {
    table: Table,
    access: Access,
    sample: Source,
    /// Why the password is not kept, though it should be.
    not_kept: Option<String>,
}

impl TableSource {
    /// Asks a server for a table's columns and its first rows. Blocks until it is done or `progress` is told to stop.
    ///
    /// # Errors
    /// Whatever keeps the server from answering; [`ClusterError::NoRow`] for a table without a row.
    #[expect(clippy::disallowed_methods, reason = "a table is as new as now")]
    pub fn open(address: Address, access: Access, progress: &Progress) -> Result<TableSource, BehaviourError> {
        let name = address.table_name();
        let access = access.with_keyring(&address).map_err(BehaviourError::Cluster)?;
        let ask = |statement: &str| http::ask(&address, &access, statement, SAMPLE_BYTES, progress);
        let from = format!("{}.{}", identifier(&address.database), identifier(&address.table));
        let description = ask(&format!("DESCRIBE TABLE {from} FORMAT TabSeparated\n"))?;
        let not_kept = access.keep(&address).map(|error| say!(database_password_not_kept, reason = error.to_string()));
        let columns = of_description(&String::from_utf8_lossy(&description), &name).map_err(BehaviourError::Cluster)?;
        let shown: Vec<String> = columns.iter().map(shown).collect();
        let sample = ask(&format!(
            "SELECT\n  {}\nFROM {from}\nLIMIT {SAMPLE_ROWS}\nFORMAT CSVWithNames\n",
            shown.join(",\n  ")
        ))?;
        if sample.iter().filter(|byte| **byte == b'\n').count() < 2 {
            return Err(BehaviourError::Cluster(ClusterError::NoRow { name }));
        }
        let sample = Source::from_bytes(&name, sample, SystemTime::now())?;
        Ok(TableSource { table: Table { address, columns }, access, sample, not_kept })
    }

    pub fn address(&self) -> &Address {
        &self.table.address
    }

    /// The first rows, as a log of their own: what a time column is read by.
    pub fn sample(&self) -> &Source {
        &self.sample
    }

    /// How many rows the table has. Blocks until it is done or `progress` is told to stop.
    ///
    /// # Errors
    /// Whatever keeps the server from answering; [`ClusterError::Foreign`] where it answers with no number.
    pub fn count_rows(&self, progress: &Progress) -> Result<u64, BehaviourError> {
        let address = &self.table.address;
        let from = format!("{}.{}", identifier(&address.database), identifier(&address.table));
        let statement = format!("SELECT count() FROM {from} FORMAT TabSeparated\n");
        let answer = http::ask(address, &self.access, &statement, SAMPLE_BYTES, progress)?;
        let number = String::from_utf8_lossy(&answer).trim().parse();
        let foreign = |_| ClusterError::Foreign {
            name: address.table_name(),
            line: 1,
            problem: say!(database_no_number).to_owned(),
        };
        number.map_err(foreign).map_err(BehaviourError::Cluster)
    }

    /// Recognises columns and roles by their names, their types and the sample. Of `overrides`, roles and the formats of
    /// times count; how text is cut is no question here.
    pub fn recognise(&self, overrides: &Overrides) -> Result<Recognition, BehaviourError> {
        let fixed = Overrides {
            encoding: Some("UTF-8".to_owned()),
            delimiter: Some(b','),
            quote: Some(Some(b'"')),
            preamble_lines: Some(0),
            header: Some(true),
            column_names: Vec::new(),
            ..overrides.clone()
        };
        let mut found = recognise(&self.sample, &fixed)?;
        for (column, known) in found.columns.iter_mut().zip(&self.table.columns) {
            column.name.clone_from(&known.name);
            column.kind = match known.kind {
                TypeKind::DateTime | TypeKind::DateTime64 | TypeKind::Date | TypeKind::Date32 => ColumnKind::Time,
                _ => column.kind,
            };
        }
        let mut roles = guess(&found.columns);
        overrides.roles.iter().for_each(|(role, column)| roles.give(*role, *column));
        found.roles = roles;
        found.told.extend(self.several_writings(&found)?);
        found.told.extend(self.not_kept.clone());
        // The first rows are never all that there are.
        found.whole = false;
        Ok(found)
    }

    /// What is said of names that a file would have as one and a server has as several: accents apart from their letters, marks
    /// that show nothing.
    fn several_writings(&self, found: &Recognition) -> Result<Option<String>, BehaviourError> {
        let roles = [found.roles.case, found.roles.event, found.roles.segment];
        let (mut rows, mut row) = (found.rows(&self.sample)?, Record::default());
        while rows.read(&mut row).map_err(|error| self.sample.unreadable(&error))? {
            for at in roles.iter().flatten() {
                let cell = trimmed(row.field(*at).unwrap_or_default());
                if *one_writing(cell) != *cell {
                    let column = found.columns.get(*at).map_or("", |column| &column.name);
                    return Ok(Some(say!(database_several_writings, column)));
                }
            }
        }
        Ok(None)
    }

    /// Puts a plan's question to the server and makes its report. Blocks until it is done or `progress` is told to stop.
    ///
    /// # Errors
    /// Those of [`read_answer`], and whatever keeps the server from answering.
    pub fn run(&self, plan: &Plan, progress: &Progress) -> Result<Report, BehaviourError> {
        let question = sql::question(plan, &self.table).map_err(BehaviourError::Cluster)?;
        let answer = http::ask(&self.table.address, &self.access, &question.text, MAX_ANSWER, progress)?;
        read_answer(plan, &self.table, &answer, &self.table.address.table_name()).map_err(BehaviourError::Cluster)
    }
}

/// A column as text of a bounded length, times in UTC, under its own name.
fn shown(column: &TableColumn) -> String {
    let name = identifier(&column.name);
    let text = match column.kind {
        TypeKind::Compound(_) => literal(""),
        TypeKind::DateTime | TypeKind::DateTime64 => format!("ifNull(toString({name}, 'UTC'), '')"),
        _ => format!("ifNull(toString({name}), '')"),
    };
    format!("substringUTF8({text}, 1, {SAMPLE_LETTERS}) AS {name}")
}
