//! What a plan is put to: a log in a file, or a table on a server. Both are recognised alike and give the same report.

use super::clickhouse::TableSource;
use super::engine;
use super::error::BehaviourError;
use super::plan::Plan;
use super::progress::Progress;
use super::recognise::{Overrides, Recognition, recognise};
use super::report::Report;
use super::source::Source;

/// A log that was opened, wherever it is.
#[derive(Clone, Debug)]
pub enum Input {
    File(Source),
    Table(TableSource),
}

impl Input {
    /// Text by which the log was recognised: the file itself, or the table's first rows.
    pub fn sample(&self) -> &Source {
        match self {
            Input::File(source) => source,
            Input::Table(table) => table.sample(),
        }
    }

    /// Says how to read the log; see [`recognise`].
    pub fn recognise(&self, overrides: &Overrides) -> Result<Recognition, BehaviourError> {
        match self {
            Input::File(source) => recognise(source, overrides),
            Input::Table(table) => table.recognise(overrides),
        }
    }

    /// Answers the plan by the stages that can be seen in the log. One of which it has no event is taken out of the plan,
    /// since nobody could be seen to come to it, and is named as not measured.
    pub fn run_by_seen_stages(
        &self,
        plan: &mut Plan,
        progress: &Progress,
        memory: u64,
    ) -> Result<Report, BehaviourError> {
        let report = self.run(plan, progress, memory)?;
        let silent = report.silent(&plan.stages);
        if silent.is_empty() {
            return Ok(report);
        }
        let mut not_measured = Vec::with_capacity(silent.len());
        for place in silent.into_iter().rev() {
            not_measured.insert(0, plan.stages.remove(place).name);
        }
        Ok(Report { not_measured, ..self.run(plan, progress, memory)? })
    }

    /// Answers the plan. Blocks until it is done, or until `progress` is told to stop. The events of a file may take so many
    /// bytes of memory; those of a table stay on its server.
    pub fn run(&self, plan: &Plan, progress: &Progress, memory: u64) -> Result<Report, BehaviourError> {
        match self {
            Input::File(source) => engine::run_within(plan, source, progress, memory),
            Input::Table(table) => table.run(plan, progress),
        }
    }
}
