//! What the segments of a file are called, judged by the whole column as those of a log are ([`crate::masking`]): one whom no list
//! knows is a person among persons.
//!
//! # Limits
//! Judged by the first [`ROWS`] rows and [`NAMES`] names; what comes later is called by what these have shown.

use std::borrow::Cow;
use std::collections::HashMap;

use super::cells::text;
use crate::error::BehaviourError;
use crate::masking::Grouping;
use crate::nothing::is_no_value;
use crate::recognise::Recognition;
use crate::records::Record;
use crate::source::Source;

const ROWS: usize = 50_000;
const NAMES: usize = 10_000;

/// What the names of a column are called.
pub struct Audiences {
    at: usize,
    grouping: Grouping,
}

impl Audiences {
    /// Judges the names of a column by how many people each row tells of.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn of(
        source: &Source,
        recognition: &Recognition,
        at: usize,
        people: impl Fn(&Record) -> u64,
    ) -> Result<Audiences, BehaviourError> {
        let mut counts: HashMap<String, u64> = HashMap::new();
        let mut rows = recognition.rows(source)?;
        let mut row = Record::default();
        for _ in 0..ROWS {
            if !rows.read(&mut row).map_err(|error| source.unreadable(&error))? {
                break;
            }
            let name = text(&row, at);
            if is_no_value(name.as_bytes()) || (counts.len() >= NAMES && !counts.contains_key(&*name)) {
                continue;
            }
            let count = counts.entry(name.into_owned()).or_default();
            *count = count.saturating_add(people(&row));
        }
        let counted = counts.iter().map(|(name, people)| (name.as_bytes(), *people));
        Ok(Audiences { at, grouping: Grouping::of_segments(counted, recognition.dialect.keep_names, 0) })
    }

    /// What the segment of a row is called; nothing where a word for nothing stands there.
    pub fn called(&self, row: &Record) -> Option<String> {
        let is_named = !is_no_value(text(row, self.at).as_bytes());
        is_named.then(|| self.part(row))
    }

    /// What stands in a row, as it is called; empty where nothing does.
    pub fn part(&self, row: &Record) -> String {
        String::from_utf8_lossy(&self.grouping.name_of(text(row, self.at).as_bytes())).into_owned()
    }

    /// Whether others may be called as the segment of this row is.
    pub fn is_kind(&self, row: &Record) -> bool {
        matches!(self.grouping.name_of(text(row, self.at).as_bytes()), Cow::Owned(_))
    }
}

#[cfg(test)]
mod tests {
    use crate::shapes::tests::report;

    /// Four persons whom the lists know, and two whom they do not.
    const PERSONS: [&str; 6] = ["Anna Schmidt", "Maria Lopez", "Peter Braun", "Lena Koch", "Ivo Maric", "Xo Qi"];

    #[test]
    fn a_person_whom_no_list_knows_is_one_among_persons_and_nobody_is_lost() {
        let counts: String =
            PERSONS.iter().flat_map(|name| [format!("See,{name},900\n"), format!("Buy,{name},300\n")]).collect();
        let read = report(&format!("stage,segment,people\n{counts}See,lapsed,100\nBuy,lapsed,40\n"));
        let funnel = read.figures.funnel().unwrap();
        let told = funnel.segments.iter().map(|one| (one.segment.as_str(), one.stages[0].reached));
        assert_eq!(told.collect::<Vec<_>>(), [("All", 5500), (":name", 5400), ("lapsed", 100)]);
        assert_eq!(read.rows.rejected, 0);
    }

    #[test]
    fn audiences_keep_their_names_however_few_rows_they_have() {
        let names = ["Night Owls", "Family Plan", "Early Birds", "Binge Watchers"];
        let counts: String =
            names.iter().flat_map(|name| [format!("See,{name},900\n"), format!("Buy,{name},300\n")]).collect();
        let read = report(&format!("stage,segment,people\n{counts}"));
        let funnel = read.figures.funnel().unwrap();
        assert_eq!(funnel.segments.iter().skip(1).map(|one| one.segment.as_str()).collect::<Vec<_>>(), names);
    }

    #[test]
    fn answers_of_persons_are_those_of_one_segment() {
        let rows: String = PERSONS.iter().map(|name| format!("9,{name}\n8,{name}\n")).collect();
        let read = report(&format!("How likely are you to recommend us? (0-10),segment\n{rows}3,lapsed\n4,lapsed\n"));
        let json = serde_json::to_string(&read).unwrap();
        assert!(json.contains(":name") && json.contains("lapsed"), "{json}");
        assert!(PERSONS.iter().all(|name| !json.contains(name)), "{json}");
    }
}
