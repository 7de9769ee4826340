//! A file of customers while the window asks it who is about to leave: read, scanned and held as counts, off the frame.
//!
//! Promise: nothing of it is kept when the box is closed. No path of it enters the recent files, and no row any file but the
//! cohort, which goes where the person says. What is put on the map is an action with counts in it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use touchline_words::direction::Listed;
use touchline_words::direction::as_name;
use touchline_words::say;

use super::job::{Job, JobState};
use super::reads::reads_of;
use crate::behaviour::churn::cohort::cohort;
use crate::behaviour::churn::columns::{ChurnColumns, ChurnRole};
use crate::behaviour::churn::retention::{Question, Retention, retention};
use crate::behaviour::churn::rule::{AtRisk, Rule};
use crate::behaviour::churn::signals::{Signals, signals};
use crate::behaviour::error::BehaviourError;
use crate::behaviour::masking::{Grouped, Kept};
use crate::behaviour::recognise::{Overrides, Recognition, recognise};
use crate::behaviour::small_groups::SmallGroups;
use crate::behaviour::source::Source;
use crate::edit;
use crate::figures::{differences, numbers};
use crate::model::{self, Change, Edit, IdSource, Map, RecordRef, StageId, TouchpointId, Verb};

/// What was read of a file.
type Read = Result<(Source, Recognition), BehaviourError>;

/// What a scan gave: how long customers stay, and what could have warned of their leaving; either may be missing.
#[derive(Debug)]
struct Scanned {
    retention: Option<Result<Retention, BehaviourError>>,
    signals: Result<Signals, BehaviourError>,
}

/// How a cohort was written: where, and how many customers are in it.
pub type Saved = Result<(PathBuf, u64), String>;

/// A file of customers and the rule that is held against it.
#[derive(Debug)]
pub struct AtRiskFile {
    path: PathBuf,
    reading: Option<Job<Read>>,
    scanning: Option<Job<Scanned>>,
    saving: Option<Job<Saved>>,
    source: Option<Source>,
    recognition: Option<Recognition>,
    columns: ChurnColumns,
    signals: Option<Signals>,
    retention: Option<Retention>,
    /// Why there is no rule to hold, or no file at all.
    problem: Option<String>,
    /// The file tells how long customers stay, and nothing of who is at risk.
    lacks_signals: bool,
    rule: Rule,
    figures: Option<(SmallGroups, AtRisk)>,
    generation: u64,
}

/// The rule that the box begins with.
const FIRST_RULE: Rule = Rule { days: 14, fall: 0 };

impl AtRiskFile {
    /// Begins to read a file.
    pub fn open(path: PathBuf) -> Self {
        let file = path.clone();
        let reading = Job::start("read customers", move |_| {
            let source = Source::open(&file)?;
            let recognition = recognise(&source, &Overrides::default())?;
            Ok((source, recognition))
        });
        Self {
            path,
            reading: Some(reading),
            scanning: None,
            saving: None,
            source: None,
            recognition: None,
            columns: ChurnColumns::default(),
            signals: None,
            retention: None,
            problem: None,
            lacks_signals: false,
            rule: FIRST_RULE,
            figures: None,
            generation: 0,
        }
    }

    /// The name without its folders.
    pub fn file_name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    pub fn recognition(&self) -> Option<&Recognition> {
        self.recognition.as_ref()
    }

    pub fn columns(&self) -> &ChurnColumns {
        &self.columns
    }

    pub fn signals(&self) -> Option<&Signals> {
        self.signals.as_ref()
    }

    pub fn retention(&self) -> Option<&Retention> {
        self.retention.as_ref()
    }

    /// What keeps the rule from being held, with what to do.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Whether a rule only waits for a column to be named, while how long customers stay is known without.
    pub fn lacks_signals(&self) -> bool {
        self.lacks_signals
    }

    /// Another number with every scan.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// What is running, and how far it is where that is known, 0 … 1.
    pub fn busy(&self) -> Option<(&'static str, Option<f32>)> {
        if self.reading.is_some() {
            return Some((say!(session_looking_at_file), None));
        }
        if let Some(job) = &self.scanning {
            return Some((say!(session_counting_customers), Some(job.fraction())));
        }
        self.saving.as_ref().map(|job| (say!(session_writing_cohort), Some(job.fraction())))
    }

    /// How long the rest of that will take, where it can be told.
    pub fn time_left(&self) -> Option<Duration> {
        let scanning = self.scanning.as_ref().and_then(Job::time_left);
        scanning.or(self.saving.as_ref().and_then(Job::time_left))
    }

    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    pub fn rule(&self) -> Rule {
        self.rule
    }

    pub fn set_rule(&mut self, rule: Rule) {
        if self.rule != rule {
            self.rule = rule;
            self.figures = None;
        }
    }

    /// Counts how the rule does, from the counts of the scan: once for each rule, and anew where other groups are too small.
    pub fn count(&mut self, small_groups: SmallGroups) {
        let Some(signals) = &self.signals else { return };
        if self.figures.as_ref().is_none_or(|(rule, _)| *rule != small_groups) {
            self.figures = Some((small_groups, signals.at_risk(self.rule, small_groups)));
        }
    }

    /// How the rule does; none before the scan is done and the rule is counted.
    pub fn figures(&self) -> Option<&AtRisk> {
        self.figures.as_ref().map(|(_, figures)| figures)
    }

    /// Gives a role to a column, or to none, and scans the file anew.
    pub fn give(&mut self, role: ChurnRole, column: Option<usize>) {
        if self.columns.column(role) != column {
            self.columns.give(role, column);
            self.scan();
        }
    }

    /// What stays as it is in names of groups, though it tells of persons.
    pub fn kept(&self) -> Kept {
        self.recognition.as_ref().map(|found| found.dialect.keep_names).unwrap_or_default()
    }

    /// Keeps names of these kinds as they are, and scans the file anew.
    pub fn keep(&mut self, kept: Kept) {
        if let Some(found) = self.recognition.as_mut().filter(|found| found.dialect.keep_names != kept) {
            found.dialect.keep_names = kept;
            self.scan();
        }
    }

    /// Names of groups that became that of their kind.
    pub fn grouped(&self) -> &[Grouped] {
        let of_signals = self.signals.as_ref().map(|signals| signals.grouped.as_slice());
        of_signals.or(self.retention.as_ref().map(|found| found.grouped.as_slice())).unwrap_or_default()
    }

    /// Takes over what jobs have finished. Call it once a frame.
    pub fn poll(&mut self) {
        if let Some(read) = take(&mut self.reading) {
            match read.and_then(|read| read.map_err(|error| error.to_string())) {
                Ok((source, recognition)) => {
                    self.columns = ChurnColumns::guess(&recognition);
                    self.source = Some(source);
                    self.recognition = Some(recognition);
                    self.scan();
                }
                Err(problem) => self.problem = Some(problem),
            }
        }
        if let Some(scanned) = take(&mut self.scanning) {
            self.generation += 1;
            match scanned {
                Ok(Scanned { retention, signals }) => {
                    self.retention = retention.and_then(Result::ok);
                    match signals {
                        Ok(signals) => self.take_signals(signals),
                        Err(BehaviourError::RoleNotFound { .. }) if self.retention.is_some() => {
                            self.lacks_signals = true;
                        }
                        Err(error) => self.problem = Some(error.to_string()),
                    }
                }
                Err(problem) => self.problem = Some(problem),
            }
        }
    }

    /// A limit on what the file does not tell asks nothing.
    fn take_signals(&mut self, signals: Signals) {
        if !signals.has_login {
            self.rule.days = 0;
        }
        if !signals.has_completion {
            self.rule.fall = 0;
        }
        self.figures = None;
        self.signals = Some(signals);
    }

    fn scan(&mut self) {
        (self.signals, self.retention, self.figures, self.problem) = (None, None, None, None);
        self.lacks_signals = false;
        let (Some(source), Some(found)) = (self.source.clone(), self.recognition.clone()) else { return };
        let columns = self.columns;
        self.scanning = Some(Job::start("count customers", move |progress| {
            let signals = signals(&source, &found, &columns, None, progress);
            let question = Question::of(&found, &columns);
            Scanned { retention: question.map(|question| retention(&source, &found, &question, progress)), signals }
        }));
    }

    /// Whether there is somebody to write to.
    pub fn has_cohort(&self) -> bool {
        let may_be = self.signals.as_ref().is_some_and(|signals| signals.has_consent);
        may_be && self.figures().is_some_and(|figures| figures.all.cohort > 0)
    }

    /// Begins to write the cohort to a file: the ids of those at risk who are still there and gave consent.
    /// `read` is what it must not be written over, beside the customers themselves.
    pub fn save_cohort(&mut self, path: PathBuf, mut read: Vec<PathBuf>) {
        let (Some(source), Some(found)) = (self.source.clone(), self.recognition.clone()) else { return };
        let Some(signals) = self.signals.clone() else { return };
        let (columns, rule) = (self.columns, self.rule);
        read.push(self.path.clone());
        self.saving = Some(Job::start_writing("write a cohort", move |progress| {
            let reads = reads_of(&read);
            reads.refuse(&path).map_err(|error| error.to_string())?;
            let written = cohort(&source, &found, &columns, &signals, rule, progress);
            let (csv, count) = written.map_err(|error| error.to_string())?;
            reads.write_private(&path, &csv).map_err(|error| error.to_string())?;
            Ok((path, count))
        }));
    }

    /// How the cohort was written, once.
    pub fn take_saved(&mut self) -> Option<Saved> {
        take(&mut self.saving).map(|saved| saved.and_then(|saved| saved))
    }

    /// Puts an action on the map where one should step in: in a stage, or at a card of it. Only counts are in it.
    pub fn intervene(&self, map: &Map, at: RecordRef, ids: &mut IdSource) -> Option<(Edit, RecordRef)> {
        let (stage, card): (StageId, Option<TouchpointId>) = if let RecordRef::Stage(stage) = at {
            (stage, None)
        } else if let RecordRef::Touchpoint(card) = at {
            (map.touchpoints.get(&card)?.stage, Some(card))
        } else {
            return None;
        };
        let file = self.file_name();
        let rule = rule_text(self.rule);
        let (small_groups, AtRisk { all: figures, .. }) = self.figures.as_ref()?;
        let title = say!(at_risk_intervene, rule);
        let (mut edit, id) = edit::add_in_stage::<model::Action>(map, stage, card, &title, ids)?;
        edit.verb = Verb::Intervene;
        let lead = figures.lead_days.map(|days| say!(at_risk_lead, days = numbers::plain(days)));
        let is_small = small_groups.holds(figures.hits, figures.at_risk);
        let note = match is_small {
            true => say!(at_risk_note_small, rule, file),
            false => say!(
                at_risk_note,
                rule,
                at_risk = numbers::count(figures.at_risk),
                customers = numbers::count(figures.customers),
                precision = differences::share(figures.precision.as_ref()),
                recall = differences::share(figures.recall.as_ref()),
                lead = lead.unwrap_or_default(),
                file
            ),
        };
        for change in &mut edit.changes {
            if let Change::Action(changed, Some(action)) = change
                && *changed == id
            {
                action.note.clone_from(&note);
            }
        }
        Some((edit, RecordRef::Action(id)))
    }

    /// The name that is proposed for a cohort's file.
    pub fn cohort_name(&self) -> String {
        let stem = Path::new(&self.file_name()).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        as_name(say!(at_risk_file_name, stem = stem.unwrap_or_else(|| say!(at_risk_customers).to_owned())))
    }
}

/// The rule in a few words: `no login for 14 days, completion fell by 20 points`.
pub fn rule_text(rule: Rule) -> String {
    let days = (rule.days > 0).then(|| say!(at_risk_no_login, days = rule.days));
    let fall = (rule.fall > 0).then(|| say!(at_risk_fall, points = rule.fall));
    let parts: Vec<String> = days.into_iter().chain(fall).collect();
    if parts.is_empty() { say!(at_risk_every_customer).to_owned() } else { parts.listed(", ") }
}

/// The result of a finished job, taken out of its place.
fn take<T: Send + 'static>(job: &mut Option<Job<T>>) -> Option<Result<T, String>> {
    let result = match job.as_ref()?.poll() {
        JobState::Running => return None,
        JobState::Done(result) => Ok(result),
        JobState::Lost => Err(say!(session_reading_stopped).to_owned()),
    };
    *job = None;
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::masking::Kind;
    use crate::figures::sample;
    use std::time::Instant;

    /// 40 silent customers of whom half cancelled, 40 active ones; every second one gave consent.
    fn customers(folder: &Path) -> PathBuf {
        let path = folder.join("customers.csv");
        std::fs::write(&path, include_str!("../../../../tests/fixtures/customers.csv")).unwrap();
        path
    }

    fn settled(file: &mut AtRiskFile) {
        let start = Instant::now();
        while file.busy().is_some_and(|_| !file.is_saving()) {
            file.poll();
            std::thread::yield_now();
            assert!(start.elapsed() < Duration::from_secs(120), "the file is never read");
        }
    }

    #[test]
    fn a_file_that_only_tells_who_left_asks_for_a_column_and_is_no_failure() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("stays.csv");
        let rows: String = (0..80)
            .map(|nth| format!("c{nth},2024-01-{:02},{}\n", nth % 28 + 1, if nth % 2 == 0 { "2024-05-01" } else { "" }))
            .collect();
        std::fs::write(&path, format!("customer_id,signup_date,cancelled_at\n{rows}")).unwrap();
        let mut file = AtRiskFile::open(path);
        settled(&mut file);
        assert!(file.retention().is_some() && file.signals().is_none());
        assert_eq!((file.problem(), file.lacks_signals()), (None, true));
    }

    #[test]
    fn a_file_of_customers_answers_rule_after_rule_and_puts_counts_on_the_map() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = AtRiskFile::open(customers(folder.path()));
        settled(&mut file);
        assert_eq!(file.problem(), None);
        assert_eq!(file.retention().unwrap().groups[0].left, 20);
        let small = SmallGroups::default();
        file.set_rule(Rule { days: 21, fall: 0 });
        file.count(small);
        let all = file.figures().unwrap().all.clone();
        assert_eq!((all.at_risk, all.hits, all.cohort, all.lead_days), (40, 20, 10, Some(9.0)));
        assert!(file.has_cohort());
        file.set_rule(Rule { days: 999, fall: 0 });
        file.count(small);
        assert_eq!(file.figures().unwrap().all.at_risk, 0);
        assert!(!file.has_cohort());
        file.set_rule(Rule { days: 21, fall: 0 });
        assert!(file.figures().is_none(), "another rule has no figures before it is counted");
        file.count(small);

        let mut map = sample::map();
        let card = *map.touchpoints.keys().next().unwrap();
        let before = map.clone();
        let mut ids = IdSource::seeded(3);
        let (edit, RecordRef::Action(id)) = file.intervene(&map, RecordRef::Touchpoint(card), &mut ids).unwrap() else {
            panic!("no action")
        };
        let undo = map.apply(edit).unwrap().inverse;
        let action = &map.actions[&id];
        assert_eq!((action.title.as_str(), action.touchpoint), ("Intervene: no login for 21 days", Some(card)));
        assert!(action.note.contains("40 of 80 customers") && action.note.contains("50.0 %"), "{}", action.note);
        assert!(!format!("{action:?}").contains("canary"));
        map.apply(undo).unwrap();
        assert_eq!(map, before);
    }

    #[test]
    fn the_cohort_goes_where_it_is_asked_and_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = AtRiskFile::open(customers(folder.path()));
        settled(&mut file);
        file.set_rule(Rule { days: 21, fall: 0 });
        let place = folder.path().join(file.cohort_name());
        file.save_cohort(place.clone(), Vec::new());
        let start = Instant::now();
        let saved = loop {
            if let Some(saved) = file.take_saved() {
                break saved;
            }
            assert!(start.elapsed() < Duration::from_secs(120), "the cohort is never written");
        };
        assert_eq!(saved, Ok((place.clone(), 10)));
        let text = std::fs::read_to_string(place).unwrap();
        assert!(text.starts_with("user_id\ncanary20\ncanary22\n") && text.lines().count() == 11, "{text}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_column_can_be_given_another_meaning() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = AtRiskFile::open(customers(folder.path()));
        settled(&mut file);
        let generation = file.generation();
        file.give(ChurnRole::Consent, None);
        settled(&mut file);
        file.count(SmallGroups::default());
        assert!(file.generation() > generation && file.figures().is_some() && !file.has_cohort());
        file.give(ChurnRole::Cancelled, None);
        settled(&mut file);
        assert!(file.problem().unwrap().contains("day of cancellation"), "{:?}", file.problem());
    }

    #[test]
    fn names_of_groups_that_tell_of_persons_are_shown_only_where_somebody_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("customers.csv");
        let text = include_str!("../../../../tests/fixtures/customers.csv").replace(",all\n", ",ann@example.org\n");
        std::fs::write(&path, text).unwrap();
        let mut file = AtRiskFile::open(path);
        settled(&mut file);
        let names = |file: &mut AtRiskFile| {
            file.count(SmallGroups::default());
            let of_rule = file.figures().unwrap().segments.iter().map(|of| of.name.clone());
            let of_curves =
                file.retention().unwrap().groups.iter().filter(|group| !group.total).map(|group| group.name.clone());
            of_rule.chain(of_curves).collect::<Vec<_>>()
        };
        assert_eq!((names(&mut file), file.grouped().len()), (vec![":mail".to_owned(); 2], 1));
        file.keep(Kept::NONE.with(Kind::Mail, true));
        settled(&mut file);
        assert_eq!((names(&mut file), file.grouped().len()), (vec!["ann@example.org".to_owned(); 2], 0));
        assert!(file.kept().has(Kind::Mail));
        let generation = file.generation();
        file.keep(file.kept());
        assert_eq!((file.busy().is_none(), file.generation()), (true, generation), "the same is not scanned again");
    }

    #[test]
    fn what_is_no_file_of_customers_is_told() {
        let mut file = AtRiskFile::open(PathBuf::from("/no such file.csv"));
        settled(&mut file);
        assert!(file.problem().unwrap().contains("no such file"));
        file.count(SmallGroups::default());
        assert!(file.figures().is_none());
    }
}
