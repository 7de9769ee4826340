//! Tables of stage counts that are wide: a row for each day (or week, or part of a test), a column for each stage.
//!
//! Every column of whole numbers is a stage, in the order of the columns, but those whose names say money, a rate, an average, a time
//! or a number of something else. Rows are added up; one that lacks a count of any stage is used for none, since a day that only some
//! stages have would tell of people who never came.
//!
//! By itself a table is taken for this only where two of the columns are called as steps are, no column is called as ids are, no day
//! comes twice in one part of the table, and the columns' sums do not rise.

use std::collections::{HashMap, HashSet};

use touchline_words::say;

use super::arms::Arms;
use super::audiences::Audiences;
use super::cells::{bytes, text};
use super::funnel::{Counted, Funnel, StepTable, TableMeaning, Whose};
use super::header::{ARM, Header, PERIOD, SEGMENT, is_time, is_total, short};
use super::number::{Cell, Numbers};
use super::rows::each_row;
use crate::error::BehaviourError;
use crate::names::trimmed;
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::{Column, ColumnKind, PreviewRow, Recognition};
use crate::records::Record;
use crate::report::RowCounts;
use crate::roles;
use crate::source::Source;

/// Where things stand in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WideColumns {
    /// In the order of the columns; two at least.
    pub stages: Vec<usize>,
    pub period: Option<usize>,
    pub segment: Option<usize>,
    /// Columns of numbers that are no stages.
    pub left: Vec<usize>,
}

/// Words in the name of a number that counts no people.
const NO_COUNT: &[&str] = &[
    "id",
    "spend",
    "spent",
    "cost",
    "costs",
    "price",
    "revenue",
    "sales",
    "amount",
    "budget",
    "value",
    "usd",
    "eur",
    "gbp",
    "chf",
    "euro",
    "dollar",
    "cpc",
    "cpm",
    "cpa",
    "cpl",
    "roas",
    "roi",
    "arpu",
    "gmv",
    "rate",
    "ratio",
    "share",
    "percent",
    "percentage",
    "pct",
    "ctr",
    "cvr",
    "avg",
    "average",
    "mean",
    "median",
    "per",
    "duration",
    "seconds",
    "secs",
    "minutes",
    "hours",
    "index",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "rank",
    "position",
    "score",
    "frequency",
    "age",
    "lat",
    "lon",
    "zip",
    "umsatz",
    "kosten",
    "ausgaben",
    "preis",
    "betrag",
    "wert",
    "anteil",
    "quote",
    "dauer",
    "sekunden",
    "minuten",
    "stunden",
    "jahr",
    "monat",
    "woche",
    "tag",
    "stunde",
    "rang",
    "pro",
    "schnitt",
    "durchschnitt",
    "bounces",
    "unsubscribes",
];

/// Beginnings of the words by which steps are called.
const STEPS: &[&str] = &[
    "impression",
    "reach",
    "reichweite",
    "click",
    "klick",
    "visit",
    "besuch",
    "session",
    "sitzung",
    "view",
    "pageview",
    "aufruf",
    "search",
    "such",
    "lead",
    "signup",
    "sign",
    "registr",
    "anmeld",
    "trial",
    "install",
    "download",
    "activat",
    "cart",
    "warenkorb",
    "basket",
    "checkout",
    "kasse",
    "purchas",
    "kauf",
    "käuf",
    "order",
    "bestell",
    "conversion",
    "converted",
    "subscri",
    "abo",
    "sent",
    "deliver",
    "open",
    "start",
    "complet",
    "finish",
    "payment",
    "paid",
    "booking",
    "buchung",
    "enrol",
    "user",
    "nutzer",
    "customer",
    "kunde",
    "play",
    "shown",
    "exposed",
    "entered",
    "reached",
];

/// Different values that the parts of a table may have in its first rows.
const MOST_PARTS: usize = 60;

impl WideColumns {
    /// The columns, whatever else the table is; nothing where fewer than two can be stages, or a row is of no day and no part.
    pub fn of(header: &Header, found: &Recognition) -> Option<WideColumns> {
        let period = header.find(PERIOD).or_else(|| {
            let only = |column: &Column| is_time(column);
            found.columns.iter().position(only).filter(|_| found.columns.iter().filter(|c| only(c)).count() == 1)
        });
        let is_part = |column: &Column| column.kind == ColumnKind::Text;
        let segment = header.find_where(ARM, |_| true).or_else(|| header.find_where(SEGMENT, is_part));
        let segment = segment.filter(|at| Some(*at) != period);
        let is_free = |at: &usize| Some(*at) != period && Some(*at) != segment;
        let (mut stages, mut left) = (Vec::new(), Vec::new());
        for at in (0..header.width()).filter(is_free) {
            match meaning(header, found, at) {
                Number::Count => stages.push(at),
                Number::Other => left.push(at),
                Number::None => {}
            }
        }
        (stages.len() >= 2 && (period.is_some() || segment.is_some())).then_some(WideColumns {
            stages,
            period,
            segment,
            left,
        })
    }

    /// What a reader has to know of how the table is read.
    fn words(&self, header: &Header, rows: u64) -> Vec<String> {
        let stages = header.quoted(&self.stages);
        let read = match self.left.is_empty() {
            true => say!(shape_told_wide, stages, rows),
            false => say!(shape_told_wide_left, stages, rows, left = header.quoted(&self.left)),
        };
        let twice = self.period.map(|_| say!(shape_told_days).to_owned());
        std::iter::once(read).chain(twice).collect()
    }

    /// The same where everything speaks for it.
    pub fn surely_of(header: &Header, found: &Recognition) -> Option<WideColumns> {
        let columns = WideColumns::of(header, found)?;
        let is_step =
            |at: &&usize| header.words(**at).split(' ').any(|word| STEPS.iter().any(|step| word.starts_with(step)));
        let steps = columns.stages.iter().filter(is_step).count();
        let is_id = |at: usize| !columns.stages.contains(&at) && roles::is_called_case(header.name(at));
        let texts: Vec<usize> = (0..header.width())
            .filter(|at| {
                header.column(*at).is_some_and(|column| column.kind == ColumnKind::Text) && !columns.stages.contains(at)
            })
            .collect();
        let is_odd = |at: &usize| {
            let column = header.column(*at);
            let many = |column: &Column| column.personal.is_some() || column.distinct.count > MOST_PARTS;
            Some(*at) != columns.period && column.is_some_and(many)
        };
        if found.export.is_some() || steps < 2 || (0..header.width()).any(is_id) || texts.iter().any(is_odd) {
            return None;
        }
        let rows = &found.preview;
        let of_day = |row: &PreviewRow| {
            let cells = columns.period.iter().chain(&texts).map(|at| row.cells.get(*at).cloned()).collect::<Vec<_>>();
            (row.file.clone(), cells)
        };
        let mut days = HashSet::new();
        (rows.iter().all(|row| days.insert(of_day(row))) && fall(&columns.stages, rows)).then_some(columns)
    }
}

/// Reads the table.
///
/// # Errors
/// As of [`each_row`].
pub fn read(
    source: &Source,
    recognition: &Recognition,
    columns: &WideColumns,
    arms: Option<&Arms>,
    progress: &Progress,
) -> Result<(RowCounts, Funnel), BehaviourError> {
    let header = Header::of(recognition);
    let numbers: Vec<Numbers> = columns.stages.iter().map(|at| numbers_of(&recognition.preview, *at)).collect();
    let names: Vec<String> = columns.stages.iter().map(|at| short(header.name(*at))).collect();
    let all = |row: &Record| {
        let counts =
            columns.stages.iter().zip(&numbers).map(|(at, numbers)| numbers.count(bytes(row, *at)).unwrap_or(0));
        counts.max().unwrap_or(0)
    };
    let audiences = columns.segment.map(|at| Audiences::of(source, recognition, at, all)).transpose()?;
    let (mut table, mut running, mut sums) = (StepTable::default(), Running::default(), Vec::<u64>::new());
    let rows = each_row(source, recognition, progress, &mut |row| {
        let is_sum = |at: Option<usize>| at.is_some_and(|at| is_total(&text(row, at)));
        if is_sum(columns.period) || is_sum(columns.segment) {
            return Err(Reason::TotalOfPeople);
        }
        let part = audiences.as_ref().map(|audiences| audiences.part(row)).filter(|part| !part.is_empty());
        let whose = Whose { part: part.as_deref(), arm: arms.and_then(|arms| arms.of_line(source, row.line)) };
        let count = |(place, at): (usize, &usize)| {
            let count = numbers.get(place).copied().unwrap_or_default().count(bytes(row, *at));
            count.map_err(|problem| problem.in_column(short(header.name(*at))))
        };
        let counts: Result<Vec<u64>, Reason> = columns.stages.iter().enumerate().map(count).collect();
        let counts = counts?;
        // Of no day and of no part is a row of sums, by whatever name it goes or by none.
        let is_of_nothing = columns.period.is_some_and(|at| is_no_value(bytes(row, at))) && part.is_none();
        if is_of_nothing {
            let is_sum = sums.len() == counts.len() && sums == counts;
            return Err(if is_sum { Reason::TotalOfPeople } else { Reason::NoDate });
        }
        sums.resize(counts.len(), 0);
        sums.iter_mut().zip(&counts).for_each(|(sum, count)| *sum = sum.saturating_add(*count));
        for (name, reached) in names.iter().zip(&counts) {
            table.add(name, whose, Counted { reached: *reached, ..Counted::default() }, true)?;
        }
        running.look(whose, counts);
        Ok(())
    })?;
    let column: Vec<usize> = columns.segment.into_iter().collect();
    let told = arms.map(|arms| arms.words(table.named_by(), &header.quoted(&column)));
    let running = running.is_likely().then(|| say!(shape_told_running).to_owned());
    let funnel = table.funnel(TableMeaning::default());
    let told = told.into_iter().chain(columns.words(&header, rows.used)).chain(running).chain(funnel.told).collect();
    Ok((rows, Funnel { told, ..funnel }))
}

/// A part and an arm, as a row and its file say them.
type Part = (Option<String>, Option<String>);

/// Whether the counts may be running totals: none of them ever falls from a row to the next of its part.
#[derive(Default)]
struct Running {
    /// The rows of each part so far, and the last counts.
    parts: HashMap<Part, (u64, Vec<u64>)>,
    falls: bool,
}

impl Running {
    /// Rows after which chance has let some count fall.
    const ENOUGH: u64 = 4;

    fn look(&mut self, whose: Whose, counts: Vec<u64>) {
        if self.falls {
            return;
        }
        let (rows, last) = self.parts.entry((whose.part.map(str::to_owned), whose.arm.map(str::to_owned))).or_default();
        self.falls = last.iter().zip(&counts).any(|(before, now)| now < before);
        *rows += 1;
        *last = counts;
    }

    fn is_likely(&self) -> bool {
        !self.falls && self.parts.values().any(|(rows, _)| *rows >= Running::ENOUGH)
    }
}

fn numbers_of(rows: &[PreviewRow], at: usize) -> Numbers {
    Numbers::learn(rows.iter().filter_map(|row| row.cells.get(at)).map(String::as_bytes))
}

/// What a column of numbers is.
enum Number {
    Count,
    Other,
    /// No column of numbers at all.
    None,
}

fn meaning(header: &Header, found: &Recognition, at: usize) -> Number {
    let cells = || found.preview.iter().filter_map(move |row| row.cells.get(at)).map(String::as_bytes);
    let numbers = numbers_of(&found.preview, at);
    let (mut filled, mut counts, mut all) = (0, 0, 0);
    for cell in cells() {
        match numbers.read(cell, true) {
            Cell::Blank => continue,
            Cell::Number(_) => all += 1,
            Cell::Other => {}
        }
        filled += 1;
        counts += u32::from(numbers.count(cell).is_ok());
    }
    let is_named = !header.words(at).split(' ').any(|word| NO_COUNT.contains(&word));
    let symbol = header.name(at).contains(['%', '$', '€', '£']);
    match header.column(at).map(|column| column.kind) {
        None | Some(ColumnKind::Time | ColumnKind::Empty) => Number::None,
        _ if filled == 0 || all * 2 < filled => Number::None,
        _ if is_named && !symbol && counts * 10 >= filled * 9 && !header.words(at).is_empty() => Number::Count,
        _ => Number::Other,
    }
}

/// Whether the columns' sums over whole rows do not rise.
fn fall(stages: &[usize], rows: &[PreviewRow]) -> bool {
    let numbers: Vec<Numbers> = stages.iter().map(|at| numbers_of(rows, *at)).collect();
    let mut sums = vec![0_u64; stages.len()];
    for row in rows.iter().filter(|row| !row.cells.iter().any(|cell| is_total(cell))) {
        let count = |(at, numbers): (&usize, &Numbers)| {
            row.cells.get(*at).and_then(|cell| numbers.count(trimmed(cell.as_bytes())).ok())
        };
        let counts: Option<Vec<u64>> = stages.iter().zip(&numbers).map(count).collect();
        for (sum, count) in sums.iter_mut().zip(counts.into_iter().flatten()) {
            *sum = sum.saturating_add(count);
        }
    }
    sums.first().is_some_and(|first| *first > 0) && sums.is_sorted_by(|a, b| a >= b)
}

#[cfg(test)]
#[path = "wide_counts_tests.rs"]
mod tests;
