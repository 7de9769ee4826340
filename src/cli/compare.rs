//! `touchline compare`: whether the segments of a log drop off differently, and where. Reads the file and writes nothing.

use std::io::Write;

use clap::Args;
use serde::Serialize;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::figures;
use super::funnel::Funnel;
use super::json;
use super::read::counted;
use super::shape_text;
use super::words::{grouped, table};
use crate::behaviour::compare::{Comparison, Pair, StageTest, compare, groups_of, of_counts, stages_of};
use crate::behaviour::report::{RowCounts, SourceNote};
use crate::behaviour::small_groups::SmallGroups;
use crate::figures::{differences, numbers};

/// Say which segments differ, at which stage, and by how much.
#[derive(Args)]
#[command(
    about = "Say which segments differ, at which stage, and by how much",
    mut_arg("case", |arg| arg.required(false)),
    mut_arg("event", |arg| arg.required(false)),
    mut_arg("time", |arg| arg.required(false)),
    mut_arg("stages", |arg| arg.required(false)),
    after_help = "Example: touchline compare viewing-events.csv --case customer_id --event event --time time \
        --segment segment --stage 'Awareness=trailer_view' --stage 'Trial=trial_start'\n\
        \x20        touchline compare arms/\n\n\
        Every two segments are compared at every stage. Small groups are neither tested nor shown."
)]
pub struct Compare {
    #[command(flatten)]
    funnel: Funnel,
    #[command(flatten)]
    small_groups: SmallGroupFlags,
}

/// The flags for when a group is too small for a figure.
#[derive(Args)]
pub struct SmallGroupFlags {
    /// A group of fewer customers is too small for a figure
    #[arg(long, value_name = "N", default_value_t = SmallGroups::default().customers)]
    least_customers: u64,
    /// So is one with some who left, or who stayed, but fewer than this
    #[arg(long, value_name = "N", default_value_t = SmallGroups::default().in_a_cell)]
    least_cell: u64,
}

impl SmallGroupFlags {
    pub fn rule(&self) -> SmallGroups {
        SmallGroups { customers: self.least_customers, in_a_cell: self.least_cell }
    }
}

/// The JSON, to the letter of the command line's contract.
#[derive(Serialize)]
struct Answer<'a> {
    rows: &'a RowCounts,
    #[serde(flatten)]
    comparison: &'a Comparison,
    source: &'a SourceNote,
}

impl Compare {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        if self.funnel.names_nothing() {
            return self.counts(out);
        }
        if !self.funnel.has_segment() {
            let message = say!(cli_nothing_to_compare);
            return Err(Failure::new(Exit::Usage, message));
        }
        let Some(report) = self.funnel.report(out)? else { return Ok(()) };
        let found = compare(&stages_of(&report), &groups_of(&report), self.small_groups.rule());
        self.tell_left_out(&found);
        if self.funnel.wants_json() {
            json::write(out, || Answer { rows: &report.rows, comparison: &found, source: &report.source })?;
        } else {
            out.write_all(text(&figures::first_line(&report), &found).as_bytes())?;
        }
        Ok(())
    }
}

impl Compare {
    /// Compares the segments of a table of counts, or the arms that several of them are.
    fn counts(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let found = counted(self.funnel.log())?;
        let counted = found.as_ref().and_then(|(report, shape)| Some((report, *shape, report.figures.funnel()?)));
        let Some((report, shape, funnel)) = counted else {
            return Err(Failure::new(Exit::Usage, say!(cli_nothing_counted)));
        };
        let (stages, groups) = of_counts(funnel);
        let found = compare(&stages, &groups, self.small_groups.rule());
        self.tell_left_out(&found);
        if self.funnel.wants_json() {
            json::write(out, || CountsAnswer {
                rows: &report.rows,
                comparison: &found,
                shape: report.shape,
                file: &report.file,
            })?;
        } else {
            let first = shape_text::first_line(report, shape);
            out.write_all(text(&first, &found).as_bytes())?;
        }
        Ok(())
    }

    fn tell_left_out(&self, found: &Comparison) {
        if found.segments_left_out > 0 {
            let left_out = grouped(found.segments_left_out);
            tell(&say!(cli_largest_compared, left_out));
        }
    }
}

/// The JSON of a table of counts.
#[derive(Serialize)]
struct CountsAnswer<'a> {
    rows: &'a RowCounts,
    #[serde(flatten)]
    comparison: &'a Comparison,
    shape: &'static str,
    file: &'a str,
}

fn text(first_line: &str, found: &Comparison) -> String {
    let mut text = first_line.to_owned();
    if found.pairs.is_empty() {
        return text + say!(cli_no_two);
    }
    let name = |pair: &Pair| say!(cli_pair, first = pair.first, second = pair.second);
    let mut rows = vec![[say!(cli_head_segments), say!(cli_head_verdict)].map(str::to_owned)];
    rows.extend(found.pairs.iter().map(|pair| [name(pair), differences::likeness(pair)]));
    text += &format!("\n{}", table(&rows, &[]));
    let mut rows = vec![
        [
            say!(cli_head_segments),
            say!(cli_head_stage),
            say!(cli_head_difference),
            say!(cli_head_h),
            "p",
            say!(cli_head_p_holm),
        ]
        .map(str::to_owned),
    ];
    for pair in &found.pairs {
        rows.extend(pair.stages.iter().map(|stage| stage_row(name(pair), stage)));
    }
    text += &format!("\n{}", table(&rows, &[3, 4, 5]));
    let rule = found.small_groups;
    let many = found.tests;
    text += &say!(
        cli_compare_definition,
        definition = differences::DEFINITION.text(),
        tests = grouped(many),
        customers = rule.customers,
        cell = rule.in_a_cell
    );
    text
}

fn stage_row(pair: String, stage: &StageTest) -> [String; 6] {
    let ends = stage.difference.zip(stage.low.zip(stage.high));
    let p = |p: Option<f64>| p.map(differences::p_value).unwrap_or_default();
    [
        pair,
        stage.name.clone(),
        ends.map_or_else(
            || differences::TOO_FEW.text().to_owned(),
            |(difference, (low, high))| differences::points(difference, low, high),
        ),
        stage.cohen_h.map(|h| numbers::fixed(h, 2)).unwrap_or_default(),
        p(stage.p),
        p(stage.p_holm),
    ]
}
