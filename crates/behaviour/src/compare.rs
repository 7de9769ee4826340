//! Whether segments differ in where they drop off: every pair of segments, at every stage, with one correction for all.
//!
//! # Why pairs
//! A segment could be held against another or against all the rest. Here it is pairs: the question that the answer serves
//! is whether two segments are worth telling apart or should be merged, and that is asked of two. Against the rest, a
//! segment can look alike only because it lies between two others, and the two differ again when a third is added. The
//! price is more tests; Holm's correction runs over all of them together, so that under 1 in 20 comparisons of equal
//! segments names any difference at all.
//!
//! # Small groups
//! A stage that fewer than [`SmallGroups::customers`] of a segment reached, or with fewer than [`SmallGroups::in_a_cell`] who
//! left or who went on, is too small to say anything: it is not tested, not ranked, and left out of what is given away.
//! It keeps weak figures from being read; it is no protection against working a small count out from its neighbours.

use std::collections::HashMap;

use serde::Serialize;

use super::report::Report;
use super::shapes::funnel::{Funnel, FunnelSegment, FunnelStage};
use super::small_groups::SmallGroups;
use super::statistics::{ShareTest, holm, two_shares};

/// Two segments differ where the corrected p-value is under this.
pub const ALPHA: f64 = 0.05;

/// The most segments that are compared: the largest ones.
pub const MOST_SEGMENTS: usize = 40;

/// A segment's counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    /// `(dropped, reached)` at each stage that has a next one.
    pub stages: Vec<(u64, u64)>,
}

/// What the comparison of segments found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    pub small_groups: SmallGroups,
    /// How many tests were made, which is what the correction is for.
    pub tests: u64,
    pub alpha: f64,
    /// Segments beyond the [`MOST_SEGMENTS`] largest, which were not compared.
    pub segments_left_out: u64,
    /// The pairs that differ, by the size of their largest difference; then those that cannot be told apart; then those
    /// that are too small, each in the order of the segments.
    pub pairs: Vec<Pair>,
}

/// Two segments.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    pub first: String,
    pub second: String,
    #[serde(rename = "verdict")]
    pub likeness: Likeness,
    /// Where the two differ most among the stages at which they differ.
    pub most_at: Option<String>,
    pub stages: Vec<StageTest>,
}

/// What may be said of two segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// At one stage at least.
    Differ,
    /// At no stage that could be tested.
    Alike,
    /// No stage could be tested.
    TooFew,
}

/// Two segments at one stage. Everything but the name is `None` where either is too small.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageTest {
    pub name: String,
    pub too_few: bool,
    /// The first segment's rate less the second's, a fraction, with the ends of Newcombe's interval at 95 %.
    pub difference: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub cohen_h: Option<f64>,
    /// `z` or `fisher`.
    pub test: Option<&'static str>,
    /// Two-sided; as it is, and after Holm's correction over all tests.
    pub p: Option<f64>,
    pub p_holm: Option<f64>,
    pub differ: bool,
}

impl Pair {
    /// The stage at which the two differ most.
    pub fn most(&self) -> Option<&StageTest> {
        let name = self.most_at.as_ref()?;
        self.stages.iter().find(|stage| stage.name == *name)
    }

    /// At how many stages the two differ.
    pub fn differing(&self) -> usize {
        self.stages.iter().filter(|stage| stage.differ).count()
    }

    /// How many stages could be tested.
    pub fn tested(&self) -> usize {
        self.stages.iter().filter(|stage| !stage.too_few).count()
    }

    fn largest_difference(&self) -> f64 {
        self.most().and_then(|stage| stage.difference).map_or(0.0, f64::abs)
    }
}

/// The segments of a report, without the total and without those who have no segment.
pub fn groups_of(report: &Report) -> Vec<Group> {
    let named = report.segments.iter().filter(|segment| !segment.total && !segment.is_blank);
    let stages = |figures: &super::report::SegmentFigures| {
        let with_next = figures.stages.len().saturating_sub(1);
        figures.stages.iter().take(with_next).map(|stage| (stage.dropped, stage.reached)).collect()
    };
    named.map(|figures| Group { name: figures.segment.clone(), stages: stages(figures) }).collect()
}

/// The names of the stages that have a next one.
pub fn stages_of(report: &Report) -> Vec<String> {
    let stages = report.total().map(|total| total.stages.as_slice()).unwrap_or_default();
    stages.iter().take(stages.len().saturating_sub(1)).map(|stage| stage.name.clone()).collect()
}

/// The same of a table of stage counts: the names of its stages, and its segments without the total. A stage of a segment of which the
/// table does not tell who dropped has nobody.
pub fn of_counts(funnel: &Funnel) -> (Vec<String>, Vec<Group>) {
    let Some(total) = funnel.total() else { return (Vec::new(), Vec::new()) };
    let with_next = total.stages.len().saturating_sub(1);
    let names: Vec<String> = total.stages.iter().take(with_next).map(|stage| stage.name.clone()).collect();
    let group = |segment: &FunnelSegment| {
        let of_name: HashMap<&str, &FunnelStage> =
            segment.stages.iter().map(|stage| (stage.name.as_str(), stage)).collect();
        let counts = |name: &String| {
            let told = of_name.get(name.as_str()).and_then(|stage| Some((stage.dropped?, stage.reached)));
            told.unwrap_or_default()
        };
        Group { name: segment.segment.clone(), stages: names.iter().map(counts).collect() }
    };
    let groups = funnel.segments.iter().filter(|segment| !segment.total).map(group).collect();
    (names, groups)
}

/// Compares every two groups at every stage.
pub fn compare(stages: &[String], groups: &[Group], small_groups: SmallGroups) -> Comparison {
    let groups_compared = largest(groups);
    let mut pairs: Vec<Pair> = Vec::new();
    for (nth, first) in groups_compared.iter().enumerate() {
        for second in groups_compared.iter().skip(nth + 1) {
            pairs.push(pair(stages, first, second, small_groups));
        }
    }
    let p_values: Vec<f64> = pairs.iter().flat_map(|pair| &pair.stages).filter_map(|stage| stage.p).collect();
    let mut corrected = holm(&p_values).into_iter();
    for pair in &mut pairs {
        for stage in pair.stages.iter_mut().filter(|stage| stage.p.is_some()) {
            stage.p_holm = corrected.next();
            stage.differ = stage.p_holm.is_some_and(|p| p < ALPHA);
        }
        pair.judge();
    }
    // A stable sort: within a kind of likeness the order of the segments stays.
    pairs.sort_by(|a, b| {
        let rank = |pair: &Pair| match pair.likeness {
            Likeness::Differ => 0,
            Likeness::Alike => 1,
            Likeness::TooFew => 2,
        };
        rank(a).cmp(&rank(b)).then(b.largest_difference().total_cmp(&a.largest_difference()))
    });
    Comparison {
        small_groups,
        tests: p_values.len() as u64,
        alpha: ALPHA,
        segments_left_out: (groups.len() - groups_compared.len()) as u64,
        pairs,
    }
}

/// The groups with most customers at the first stage, in their own order.
fn largest(groups: &[Group]) -> Vec<&Group> {
    let size = |group: &Group| group.stages.first().map_or(0, |(_, reached)| *reached);
    let mut places: Vec<usize> = (0..groups.len()).collect();
    places.sort_by_key(|at| std::cmp::Reverse(groups.get(*at).map_or(0, size)));
    places.truncate(MOST_SEGMENTS);
    places.sort_unstable();
    places.into_iter().filter_map(|at| groups.get(at)).collect()
}

fn pair(stages: &[String], first: &Group, second: &Group, small_groups: SmallGroups) -> Pair {
    let test = |(at, name): (usize, &String)| {
        let counts = |group: &Group| group.stages.get(at).copied().unwrap_or_default();
        let (a, b) = (counts(first), counts(second));
        let is_small = |(dropped, reached): (u64, u64)| small_groups.holds(dropped, reached);
        let found = if is_small(a) || is_small(b) { None } else { two_shares(a, b) };
        StageTest {
            name: name.clone(),
            too_few: found.is_none(),
            difference: found.map(|found| found.difference.points),
            low: found.map(|found| found.difference.low),
            high: found.map(|found| found.difference.high),
            cohen_h: found.map(|found| found.h),
            test: found.map(|found| match found.test {
                ShareTest::Z => "z",
                ShareTest::Fisher => "fisher",
            }),
            p: found.map(|found| found.p),
            p_holm: None,
            differ: false,
        }
    };
    Pair {
        first: first.name.clone(),
        second: second.name.clone(),
        likeness: Likeness::TooFew,
        most_at: None,
        stages: stages.iter().enumerate().map(test).collect(),
    }
}

impl Pair {
    /// Draws the likeness from the stages.
    fn judge(&mut self) {
        let size = |stage: &&StageTest| stage.difference.map_or(0.0, f64::abs);
        let most = self.stages.iter().filter(|stage| stage.differ).max_by(|a, b| size(a).total_cmp(&size(b)));
        self.most_at = most.map(|stage| stage.name.clone());
        self.likeness = match (self.differing(), self.tested()) {
            (0, 0) => Likeness::TooFew,
            (0, _) => Likeness::Alike,
            _ => Likeness::Differ,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages() -> Vec<String> {
        ["Onboarding", "Trial"].map(str::to_owned).into()
    }

    fn group(name: &str, stages: [(u64, u64); 2]) -> Group {
        Group { name: name.to_owned(), stages: stages.into() }
    }

    #[test]
    fn a_difference_is_named_with_its_stage_and_interval() {
        let groups = [group("Fans", [(300, 1000), (100, 700)]), group("Families", [(190, 1000), (120, 810)])];
        let found = compare(&stages(), &groups, SmallGroups::default());
        let [pair] = &found.pairs[..] else { panic!("{found:?}") };
        assert_eq!(
            (pair.likeness, pair.most_at.as_deref(), pair.differing()),
            (Likeness::Differ, Some("Onboarding"), 1)
        );
        assert_eq!(found.tests, 2);
        let most = pair.most().unwrap();
        assert!((most.difference.unwrap() - 0.11).abs() < 1e-12);
        // statsmodels 0.15, confint_proportions_2indep(300, 1000, 190, 1000, method="newcomb").
        assert!((most.low.unwrap() - 0.0722).abs() < 5e-4 && (most.high.unwrap() - 0.1472).abs() < 5e-4, "{most:?}");
        // Two tests: the smaller p counts twice, the larger once.
        assert!((most.p_holm.unwrap() - most.p.unwrap() * 2.0).abs() < 1e-15);
        assert_eq!(pair.stages[1].p_holm, pair.stages[1].p);
    }

    #[test]
    fn equal_groups_cannot_be_told_apart() {
        let groups = [group("A", [(200, 1000), (80, 800)]), group("B", [(204, 1000), (79, 796)])];
        let found = compare(&stages(), &groups, SmallGroups::default());
        assert_eq!(found.pairs[0].likeness, Likeness::Alike);
        assert_eq!(found.pairs[0].most_at, None);
    }

    #[test]
    fn small_groups_are_neither_tested_nor_ranked() {
        let small = group("Few", [(29, 29), (0, 0)]);
        let few_left = group("Few left", [(4, 500), (6, 496)]);
        let large = group("Many", [(250, 500), (50, 250)]);
        let found = compare(&stages(), &[small, few_left, large], SmallGroups::default());
        let names: Vec<(&str, &str)> = found.pairs.iter().map(|pair| (&*pair.first, &*pair.second)).collect();
        assert_eq!(names, [("Few left", "Many"), ("Few", "Few left"), ("Few", "Many")]);
        assert_eq!(found.tests, 1);
        assert!(found.pairs[0].stages[0].too_few && found.pairs[0].stages[0].p.is_none());
        assert_eq!(found.pairs[1].likeness, Likeness::TooFew);
        let bold = SmallGroups { customers: 10, in_a_cell: 0 };
        let small = group("Few", [(11, 12), (0, 1)]);
        let other = group("Other", [(1, 12), (0, 11)]);
        let found = compare(&stages(), &[small, other], bold);
        assert_eq!(found.pairs[0].stages[0].test, Some("z"));
        assert_eq!(found.pairs[0].likeness, Likeness::Differ);
    }

    #[test]
    fn only_the_largest_segments_are_compared_and_that_is_said() {
        let group_of = |nth: u64| group(&format!("s{nth}"), [(50 + nth, 100 + nth), (10, 50)]);
        let groups: Vec<Group> = (0..MOST_SEGMENTS as u64 + 2).map(group_of).collect();
        let found = compare(&stages(), &groups, SmallGroups::default());
        assert_eq!(found.segments_left_out, 2);
        assert!(found.pairs.iter().all(|pair| pair.first != "s0" && pair.second != "s1"));
    }

    #[test]
    fn nothing_to_compare_is_no_pair() {
        assert!(compare(&stages(), &[], SmallGroups::default()).pairs.is_empty());
        assert!(compare(&[], &[group("A", [(1, 2), (1, 1)])], SmallGroups::default()).pairs.is_empty());
    }
}
