//! Several tables of counts as the arms of a test, or as periods: told by the part in which the names of their files differ.
//!
//! `control_group.csv` and `test_group.csv` are *control* and *test*; `sales 2026-01.csv` and `sales 2026-02.csv` are two periods,
//! which are added up. Names are taken apart at everything that is no letter and no digit.

use std::collections::HashMap;

use touchline_words::direction::Listed;
use touchline_words::say;

use super::funnel::SaidBy;
use crate::masking::masked;
use crate::source::Source;

/// Endings that say how a file is written.
const ENDINGS: [&str; 9] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "gz", "zip"];
/// Words beside a number that still make it a period.
const PERIODS: [&str; 23] = [
    "week", "w", "kw", "woche", "q", "quarter", "quartal", "month", "monat", "jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "oct", "nov", "dec", "to", "bis",
];

/// What the files of a table are to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arms {
    /// By the file's name.
    of_file: HashMap<String, String>,
    /// In the order of the files.
    names: Vec<String>,
    pub are_periods: bool,
}

impl Arms {
    /// `None` of one file alone, and where nothing tells the files apart.
    pub fn of(source: &Source) -> Option<Arms> {
        Arms::of_files(&source.files())
    }

    fn of_files(files: &[String]) -> Option<Arms> {
        let words: Vec<Vec<String>> = files.iter().map(|file| words_of(file)).collect();
        let first = words.first().filter(|_| words.len() > 1)?;
        let shortest = words.iter().map(Vec::len).min().unwrap_or(0);
        let is_shared = |at: usize, from_end: bool| {
            let word = |words: &[String]| {
                if from_end { words.iter().nth_back(at) } else { words.get(at) }.map(|word| word.to_lowercase())
            };
            words.iter().all(|other| word(other) == word(first))
        };
        let before = (0..shortest).take_while(|at| is_shared(*at, false)).count();
        let behind = (0..shortest - before).take_while(|at| is_shared(*at, true)).count();
        // A name that is a part of all others is told apart by all of it.
        let has_rest = words.iter().all(|words| words.len() > before + behind);
        let part = |words: &Vec<String>| match has_rest {
            true => words.get(before..words.len() - behind).unwrap_or_default().join(" "),
            false => words.join(" "),
        };
        let parts: Vec<String> = words.iter().map(part).collect();
        let are_periods = has_rest && parts.iter().all(|part| is_period(part));
        let names: Vec<String> = parts.iter().map(|part| masked(part).into_owned()).collect();
        let mut different = names.clone();
        different.sort();
        different.dedup();
        if different.len() < names.len() || names.iter().any(String::is_empty) {
            return None;
        }
        Some(Arms { of_file: files.iter().cloned().zip(names.iter().cloned()).collect(), names, are_periods })
    }

    /// The arm of a row, by its line; nothing where the files are periods.
    pub fn of_line(&self, source: &Source, line: u64) -> Option<&str> {
        let file = source.place(line).file.filter(|_| !self.are_periods)?;
        self.of_file.get(&file).map(String::as_str)
    }

    /// What a reader has to know of them: whether they name the segments, a column of theirs does (as a table calls it), or both.
    pub fn words(&self, named_by: SaidBy, column: &str) -> String {
        /// Names that are told.
        const NAMED: usize = 6;
        let quoted: Vec<String> = self.names.iter().take(NAMED).map(|name| say!(log_quoted, name)).collect();
        let more = self.names.len().saturating_sub(NAMED);
        let names = quoted.listed(", ");
        let names = if more == 0 { names } else { say!(log_names_and_more, names, more) };
        match named_by {
            _ if self.are_periods => say!(shape_told_periods, names),
            SaidBy::Arm => say!(shape_told_arms, names),
            SaidBy::Part => say!(shape_told_arms_column, names, column),
            SaidBy::Both => say!(shape_told_arms_both, names, column),
        }
    }
}

/// The words of a file's name without its endings.
fn words_of(file: &str) -> Vec<String> {
    let mut stem = file;
    while let Some((before, ending)) = stem.rsplit_once('.')
        && ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
    {
        stem = before;
    }
    stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a part of a name is a number or a span of time.
fn is_period(part: &str) -> bool {
    let is_word = |word: &str| {
        let letters = word.trim_matches(|c: char| c.is_ascii_digit()).to_lowercase();
        letters.is_empty() || PERIODS.contains(&letters.as_str())
    };
    part.contains(|c: char| c.is_ascii_digit()) && part.split(' ').all(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[&str], expected: &[&str], are_periods: bool) {
        let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
        let found = Arms::of_files(&files);
        assert_eq!(found.as_ref().map(|arms| arms.names.clone()).unwrap_or_default(), expected, "{files:?}");
        assert_eq!(found.is_some_and(|arms| arms.are_periods), are_periods, "{files:?}");
    }

    #[test]
    fn files_are_told_apart_by_the_part_of_their_names_that_differs() {
        check(&["control_group.csv", "test_group.csv"], &["control", "test"], false);
        check(&["ab-test Control.csv.gz", "AB-Test variant B.xlsx"], &["Control", "variant B"], false);
        check(&["data.csv", "data_new.csv"], &["data", "data new"], false);
        check(&["A.csv", "B.csv", "C.csv"], &["A", "B", "C"], false);
        check(&["sales 2026-01.csv", "sales 2026-02.csv"], &["01", "02"], true);
        check(&["week 9.csv", "week 10.csv"], &["9", "10"], true);
        check(&["export_kw7.csv", "export_kw8.csv"], &["kw7", "kw8"], true);
        check(&["1 old.csv", "2 new.csv"], &["1 old", "2 new"], false);
        check(&["one.csv"], &[], false);
        check(&["a.csv", "a.tsv"], &[], false);
        check(&[], &[], false);
    }
}
