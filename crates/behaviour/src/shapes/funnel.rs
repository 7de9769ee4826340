//! Stages reached and dropped, from a table that holds the counts already.
//!
//! Rows come in as (stage, segment, people) and go out as one column of stages per segment, the total first. Where the
//! table says who dropped, or who went on, that is taken; otherwise whoever is missing at the next stage has dropped. Where
//! more people are at the next stage than at this one, nothing can be said about dropping here: people join there.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::rows::RowTaken;
use crate::reason::{Many, Reason};
use crate::statistics::{Interval, wilson};

/// Stages, and segments, that a table may have.
const MOST: usize = 1_000;

/// How the total is called.
pub const TOTAL: &str = "All";

/// Stages of every segment.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Funnel {
    /// The total first, then the segments in the order of the file.
    pub segments: Vec<FunnelSegment>,
    /// What a person has to know of how the table was read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<String>,
}

/// One segment through the stages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FunnelSegment {
    pub segment: String,
    /// Whether this is everybody.
    pub total: bool,
    pub stages: Vec<FunnelStage>,
}

/// One stage of one segment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FunnelStage {
    pub name: String,
    pub reached: u64,
    /// Those who did not go on; `None` at the last stage, and where the table cannot tell.
    pub dropped: Option<u64>,
    /// `dropped / reached`, a fraction, with its 95 % Wilson interval.
    pub rate: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Seconds to the next stage, where the file has medians.
    pub median_secs_to_next: Option<f64>,
    /// Seconds to the next stage, where the file has means only.
    pub mean_secs_to_next: Option<f64>,
    /// Records that still stand open here, or on the way to the next stage, and are not in `reached`: nobody knows yet
    /// whether they go on. Only where the file says where records are now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub still_open: Option<u64>,
}

impl FunnelStage {
    pub fn new(name: String, reached: u64, dropped: Option<u64>) -> FunnelStage {
        let dropped = dropped.filter(|dropped| *dropped <= reached);
        let share = dropped.and_then(|dropped| wilson(dropped, reached));
        let part = |of: fn(Interval) -> f64| share.map(of);
        FunnelStage {
            name,
            reached,
            dropped,
            rate: part(|share| share.rate),
            low: part(|share| share.low),
            high: part(|share| share.high),
            median_secs_to_next: None,
            mean_secs_to_next: None,
            still_open: None,
        }
    }

    /// Everybody who came here, whether or not it is known that they went on or were lost.
    pub fn came(&self) -> u64 {
        self.reached.saturating_add(self.still_open.unwrap_or(0))
    }
}

impl Funnel {
    /// Everybody.
    pub fn total(&self) -> Option<&FunnelSegment> {
        self.segments.iter().find(|segment| segment.total)
    }
}

/// What a row says of a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    pub reached: u64,
    pub dropped: Option<u64>,
    /// Seconds; whether to this stage or from it is for the table to say.
    pub median_secs: Option<f64>,
    pub mean_secs: Option<f64>,
    /// Rows that were added up here; 0 for one that is not in a table yet.
    pub rows: u64,
}

/// What a kind of table means by its columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableMeaning {
    /// The times of a row are those from the stage before, not those to the next.
    pub times_from_before: bool,
    /// It says of the last stage too who completed it.
    pub last_stage: bool,
}

/// Whose counts a row has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whose<'a> {
    /// As the row says; `None` is everybody of the arm.
    pub part: Option<&'a str>,
    /// As the name of its file says, where the table is several.
    pub arm: Option<&'a str>,
}

/// The same, kept.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Segment {
    part: Option<String>,
    arm: Option<String>,
}

impl Segment {
    fn is_of(&self, whose: Whose) -> bool {
        (self.part.as_deref(), self.arm.as_deref()) == (whose.part, whose.arm)
    }

    fn of(whose: Whose) -> Segment {
        Segment { part: whose.part.map(str::to_owned), arm: whose.arm.map(str::to_owned) }
    }

    /// What it is called; `None` for everybody.
    fn name(&self, said: SaidBy) -> Option<String> {
        match (&self.part, &self.arm, said) {
            (None, None, _) => None,
            (Some(one), None, _) | (None, Some(one), _) => Some(one.clone()),
            (Some(part), Some(_), SaidBy::Part) => Some(part.clone()),
            (Some(_), Some(arm), SaidBy::Arm) => Some(arm.clone()),
            (Some(part), Some(arm), SaidBy::Both) => Some(format!("{arm} · {part}")),
        }
    }
}

/// Which of part and arm says the other too, so that it is name enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidBy {
    Part,
    Arm,
    Both,
}

/// Rows of counts being gathered.
#[derive(Debug, Default)]
pub struct StepTable {
    stages: Vec<String>,
    segments: Vec<Segment>,
    cells: BTreeMap<(usize, usize), Counted>,
    /// Stages of a segment that are named without a count: nobody knows how many came there.
    unmeasured: BTreeSet<(usize, usize)>,
}

impl StepTable {
    /// Adds a row. `again` says that a stage may come again in a segment, as with one row for each week.
    pub fn add(&mut self, stage: &str, whose: Whose, counted: Counted, again: bool) -> RowTaken {
        let Some(segment) = place(&mut self.segments, |known| known.is_of(whose), || Segment::of(whose)) else {
            return Err(Reason::Many { what: Many::Segments, most: MOST });
        };
        let Some(stage) = place(&mut self.stages, |known| known == stage, || stage.to_owned()) else {
            return Err(Reason::Many { what: Many::Stages, most: MOST });
        };
        let cell = self.cells.entry((segment, stage)).or_default();
        if cell.rows > 0 && !again {
            return Err(Reason::StageAgain);
        }
        *cell = if cell.rows == 0 { Counted { rows: 1, ..counted } } else { sum(*cell, counted) };
        Ok(())
    }

    /// Notes a stage that is named without a count: it is not measured, and what the stage before lost is not known.
    pub fn not_measured(&mut self, stage: &str, whose: Whose) {
        let segment = place(&mut self.segments, |known| known.is_of(whose), || Segment::of(whose));
        let stage = place(&mut self.stages, |known| known == stage, || stage.to_owned());
        self.unmeasured.extend(segment.zip(stage));
    }

    /// Stages that nobody is counted at, in a sentence.
    fn not_measured_words(&self) -> Option<String> {
        let is_counted = |stage: usize| self.cells.keys().any(|(_, counted)| *counted == stage);
        let uncounted = self.stages.iter().enumerate().filter(|(stage, _)| !is_counted(*stage));
        let names: Vec<String> = uncounted.map(|(_, name)| say!(log_quoted, name)).collect();
        match names.len() {
            0 => None,
            1 => Some(say!(shape_stage_not_measured, names = names.concat())),
            _ => Some(say!(shape_stages_not_measured, names = names.listed(", "))),
        }
    }

    /// The figures.
    pub fn funnel(&self, told: TableMeaning) -> Funnel {
        // What a file says of everybody, or of everybody of an arm, is not added to what it says of their parts.
        let of_all: Vec<usize> = (0..self.segments.len()).filter(|at| self.is_of_everybody(*at)).collect();
        let of_all = if of_all.is_empty() { (0..self.segments.len()).collect() } else { of_all };
        let total = self.segment(TOTAL, true, &of_all, &self.sums(&of_all), told);
        let said = self.said_by();
        let named = self.segments.iter().enumerate().filter_map(|(at, segment)| {
            let name = segment.name(said)?;
            Some(self.segment(&name, false, &[at], &self.sums(&[at]), told))
        });
        let told = self.not_measured_words().into_iter().collect();
        Funnel { segments: std::iter::once(total).chain(named).collect(), told }
    }

    fn is_of_everybody(&self, segment: usize) -> bool {
        self.segments.get(segment).is_some_and(|segment| segment.part.is_none())
    }

    /// What names the segments of a table of several arms: the part alone only where rows have one.
    pub fn named_by(&self) -> SaidBy {
        let has_parts = self.segments.iter().any(|segment| segment.part.is_some());
        if has_parts { self.said_by() } else { SaidBy::Arm }
    }

    /// Whether parts say of which arm they are, or arms of which part.
    fn said_by(&self) -> SaidBy {
        type Others<'a> = BTreeMap<&'a str, BTreeSet<Option<&'a str>>>;
        let (mut arms_of, mut parts_of): (Others, Others) = Default::default();
        for Segment { part, arm } in &self.segments {
            let (part, arm) = (part.as_deref(), arm.as_deref());
            part.into_iter().for_each(|part| _ = arms_of.entry(part).or_default().insert(arm));
            // Everybody of an arm is one of its parts here.
            arm.into_iter().for_each(|arm| _ = parts_of.entry(arm).or_default().insert(part));
        }
        let is_one = |of: &Others| of.values().all(|others| others.len() == 1);
        match (is_one(&arms_of), is_one(&parts_of)) {
            (true, _) => SaidBy::Part,
            (false, true) => SaidBy::Arm,
            (false, false) => SaidBy::Both,
        }
    }

    fn sums(&self, segments: &[usize]) -> Vec<Option<Counted>> {
        let of = |stage: usize| {
            let counted = segments.iter().filter_map(|segment| self.cells.get(&(*segment, stage)).copied());
            counted.reduce(sum)
        };
        (0..self.stages.len()).map(of).collect()
    }

    /// The figures of the sums of some segments, by their places.
    fn segment(
        &self,
        name: &str,
        total: bool,
        places: &[usize],
        column: &[Option<Counted>],
        told: TableMeaning,
    ) -> FunnelSegment {
        let all = self.stages.iter().zip(column).enumerate();
        let present: Vec<(usize, &String, Counted)> =
            all.filter_map(|(at, (stage, counted))| Some((at, stage, (*counted)?))).collect();
        let gaps_of = |segment: &usize| self.unmeasured.range((*segment, 0)..(segment + 1, 0)).map(|(_, gap)| *gap);
        let gaps: BTreeSet<usize> = places.iter().flat_map(gaps_of).collect();
        let is_gap = |stage: usize| gaps.contains(&stage);
        let mut stages = Vec::with_capacity(present.len());
        for (at, (nth, stage, counted)) in present.iter().enumerate() {
            let next = present.get(at + 1).filter(|(next, ..)| !(*nth + 1..*next).any(is_gap)).map(|(.., next)| *next);
            let missing = next.and_then(|next| counted.reached.checked_sub(next.reached));
            let dropped = match next {
                Some(_) => counted.dropped.or(missing),
                None => counted.dropped.filter(|_| told.last_stage || at + 1 < present.len()),
            };
            let times = if told.times_from_before { next } else { Some(*counted) };
            stages.push(FunnelStage {
                median_secs_to_next: times.and_then(|times| times.median_secs),
                mean_secs_to_next: times.and_then(|times| times.mean_secs),
                ..FunnelStage::new((*stage).clone(), counted.reached, dropped)
            });
        }
        FunnelSegment { segment: name.to_owned(), total, stages }
    }
}

/// Adds people up; medians and means of two groups are none of both.
fn sum(a: Counted, b: Counted) -> Counted {
    let dropped = a.dropped.zip(b.dropped).map(|(a, b)| a.saturating_add(b));
    Counted {
        reached: a.reached.saturating_add(b.reached),
        dropped,
        median_secs: None,
        mean_secs: None,
        rows: a.rows.saturating_add(b.rows.max(1)),
    }
}

/// Where a value stands in a list, put at its end if it is new; `None` if the list is full.
fn place<T>(list: &mut Vec<T>, same: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> Option<usize> {
    if let Some(at) = list.iter().position(same) {
        return Some(at);
    }
    (list.len() < MOST).then(|| {
        list.push(make());
        list.len() - 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whose(part: Option<&str>) -> Whose<'_> {
        Whose { part, arm: None }
    }

    fn table(rows: &[(&str, Option<&str>, u64)]) -> Funnel {
        let mut table = StepTable::default();
        for (stage, segment, reached) in rows {
            table.add(stage, whose(*segment), Counted { reached: *reached, ..Counted::default() }, false).unwrap();
        }
        table.funnel(TableMeaning::default())
    }

    fn figures(segment: &FunnelSegment) -> Vec<(&str, u64, Option<u64>)> {
        segment.stages.iter().map(|stage| (stage.name.as_str(), stage.reached, stage.dropped)).collect()
    }

    #[test]
    fn whoever_is_missing_at_the_next_stage_has_dropped() {
        let funnel = table(&[("See", None, 100), ("Try", None, 40), ("Buy", None, 50)]);
        assert_eq!(
            figures(&funnel.segments[0]),
            [("See", 100, Some(60)), ("Try", 40, None), ("Buy", 50, None)],
            "people join at Buy: nobody knows who dropped at Try"
        );
        let rate = wilson(60, 100).unwrap();
        let see = &funnel.segments[0].stages[0];
        assert_eq!((see.rate, see.low, see.high), (Some(rate.rate), Some(rate.low), Some(rate.high)));
    }

    #[test]
    fn a_total_of_the_file_wins_and_otherwise_segments_add_up() {
        let parts = [("See", Some("a"), 10), ("See", Some("b"), 20), ("Buy", Some("a"), 4), ("Buy", Some("b"), 5)];
        let funnel = table(&parts);
        assert_eq!(figures(&funnel.segments[0]), [("See", 30, Some(21)), ("Buy", 9, None)]);
        assert_eq!(funnel.segments.len(), 3);
        let with_total = table(&[&parts[..], &[("See", None, 28), ("Buy", None, 8)]].concat());
        assert_eq!(figures(with_total.total().unwrap()), [("See", 28, Some(20)), ("Buy", 8, None)]);
    }

    #[test]
    fn arms_are_segments_and_called_by_what_tells_them_apart() {
        let table = |rows: &[(Option<&str>, Option<&str>, u64)]| {
            let mut table = StepTable::default();
            for (part, arm, reached) in rows {
                let counted = Counted { reached: *reached, ..Counted::default() };
                table.add("See", Whose { part: *part, arm: *arm }, counted, false).unwrap();
            }
            let funnel = table.funnel(TableMeaning::default());
            let told = funnel.segments.iter().map(|one| format!("{} {}", one.segment, one.stages[0].reached));
            told.collect::<Vec<_>>()
        };
        let (a, b, old, new) = (Some("a"), Some("b"), Some("old"), Some("new"));
        assert_eq!(table(&[(None, old, 3), (None, new, 4)]), ["All 7", "old 3", "new 4"]);
        assert_eq!(table(&[(a, old, 3), (b, new, 4)]), ["All 7", "a 3", "b 4"]);
        assert_eq!(table(&[(a, old, 3), (a, new, 4)]), ["All 7", "old 3", "new 4"]);
        assert_eq!(
            table(&[(a, old, 1), (b, old, 2), (a, new, 3), (b, new, 4)]),
            ["All 10", "old · a 1", "old · b 2", "new · a 3", "new · b 4"]
        );
        // Everybody of an arm is not added to the arm's parts.
        assert_eq!(
            table(&[(None, old, 5), (a, old, 3), (None, new, 6), (a, new, 4)]),
            ["All 11", "old 5", "old · a 3", "new 6", "new · a 4"]
        );
    }

    #[test]
    fn a_stage_that_comes_again_is_refused_unless_periods_are_added_up() {
        let mut table = StepTable::default();
        let counted = Counted { reached: 5, median_secs: Some(9.0), ..Counted::default() };
        assert!(table.add("See", Whose::default(), counted, false).is_ok());
        assert!(table.add("See", Whose::default(), counted, false).is_err());
        assert!(table.add("See", Whose::default(), counted, true).is_ok());
        let see = table.funnel(TableMeaning::default()).segments[0].stages[0].clone();
        assert_eq!((see.reached, see.median_secs_to_next), (10, None), "medians do not add up");
    }

    #[test]
    fn a_stage_without_a_count_is_not_measured_and_takes_no_loss_from_its_neighbours() {
        let mut table = StepTable::default();
        for (stage, reached) in [("See", Some(1000)), ("Weigh", None), ("Buy", Some(100)), ("Stay", Some(90))] {
            match reached {
                Some(reached) => {
                    table.add(stage, Whose::default(), Counted { reached, ..Counted::default() }, false).unwrap()
                }
                None => table.not_measured(stage, Whose::default()),
            }
        }
        let funnel = table.funnel(TableMeaning::default());
        assert_eq!(figures(&funnel.segments[0]), [("See", 1000, None), ("Buy", 100, Some(10)), ("Stay", 90, None)]);
        assert!(funnel.told[0].starts_with("the stage “Weigh” has no count"), "{:?}", funnel.told);
    }

    #[test]
    fn times_from_the_stage_before_move_to_it() {
        let mut table = StepTable::default();
        for (stage, reached, median_secs) in [("See", 9, None), ("Buy", 3, Some(60.0))] {
            table.add(stage, Whose::default(), Counted { reached, median_secs, ..Counted::default() }, false).unwrap();
        }
        let stages = table.funnel(TableMeaning { times_from_before: true, ..TableMeaning::default() }).segments[0]
            .stages
            .clone();
        assert_eq!((stages[0].median_secs_to_next, stages[1].median_secs_to_next), (Some(60.0), None));
    }
}
