//! From the lines of an answer to a report: held against each other first, then put in the report's order.
//!
//! Counts and times come from the server, rates, intervals and medians from [`crate::statistics`], as with a
//! file. Counts that cannot belong together are refused: a server may be wrong, and a file may have been changed by hand.

use std::collections::{BTreeMap, BTreeSet};

use touchline_words::say;

use super::answer::Line;
use super::error::ClusterError;
use super::sql::{Kind, REASONS};
use crate::plan::{Counting, Plan, Scope, StagePlan, time_text};
use crate::quantile::p90_between;
use crate::reason::Reason;
use crate::report::{
    Activities, DroppedThen, EventCount, RejectedRows, Report, RowCounts, SegmentFigures, SourceNote, StageFigures,
    Touch, Transition,
};
use crate::statistics::{median_secs, wilson};

/// Microseconds since 1970 of the last moment of the year 9999, and so far back as well: no time lies outside.
const FARTHEST: i64 = i64::MAX / 2;

/// Times from a stage to the next: how many, and the two in the middle and about 90 % of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timed {
    pub(super) count: u64,
    pub(super) low: i64,
    pub(super) high: i64,
    pub(super) low9: i64,
    pub(super) high9: i64,
}

/// The counts of one segment.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    pub(super) customers: u64,
    /// By stage, as what follows.
    pub(super) stages: Vec<Stage>,
    /// By reach group.
    pub(super) groups: Vec<u64>,
    pub(super) touches: BTreeMap<String, Touch>,
}

/// The counts of one stage.
#[derive(Clone, Debug, Default)]
pub(super) struct Stage {
    pub(super) reached: u64,
    pub(super) repeated: u64,
    pub(super) returned: u64,
    /// By the stages before.
    pub(super) seen_again: Vec<u64>,
    pub(super) to_next: Option<Timed>,
    /// What those who dropped did next; nothing under the empty name.
    pub(super) then: BTreeMap<String, u64>,
}

/// What was counted, before it is a report.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) rejected: BTreeMap<usize, u64>,
    /// By segment; the empty one stands for none.
    pub(super) segments: BTreeMap<String, Counted>,
    pub(super) to_next: Vec<Option<Timed>>,
    pub(super) several: u64,
    pub(super) repeated: u64,
    pub(super) span: Option<(i64, i64)>,
    pub(super) follows: BTreeMap<(String, String), u64>,
}

/// The report of an answer's lines. `source` is the table's name, `name` what messages call the answer.
///
/// # Errors
/// [`ClusterError::Lies`], [`ClusterError::NoRow`], [`ClusterError::NoUsableRow`].
pub(super) fn report(plan: &Plan, lines: Vec<Line>, source: &str, name: &str) -> Result<Report, ClusterError> {
    let lies = |problem: String| ClusterError::Lies { name: name.to_owned(), problem };
    let counts = Counts::of(plan, lines).map_err(lies)?;
    let rows = counts.rows().map_err(lies)?;
    if rows.read == 0 {
        return Err(ClusterError::NoRow { name: name.to_owned() });
    }
    if let Some(written) = rows.reasons.iter().find(|told| told.reason == Reason::SeveralWritings) {
        return Err(ClusterError::SeveralWritings { name: name.to_owned(), rows: written.count });
    }
    if rows.used == 0 {
        let most = rows.reasons.iter().max_by_key(|reason| reason.count);
        let reason = most.map(|reason| reason.reason.to_string()).unwrap_or_default();
        return Err(ClusterError::NoUsableRow { name: name.to_owned(), read: rows.read, reason });
    }
    let total = counts.check(plan).map_err(lies)?;
    if plan.reading.dialect.keep_names.is_all() {
        return Ok(counts.into_report(plan, rows, &total, source));
    }
    let (counts, grouped) = counts.called_by_kind(plan);
    let mut of_kinds = Counted::none(plan);
    counts.segments.values().try_for_each(|own| of_kinds.add(own)).map_err(lies)?;
    of_kinds.stages.iter_mut().zip(total.stages).for_each(|(stage, known)| stage.to_next = known.to_next);
    Ok(Report { grouped, ..counts.into_report(plan, rows, &of_kinds, source) })
}

impl Counts {
    fn of(plan: &Plan, lines: Vec<Line>) -> Result<Counts, String> {
        let mut counts = Counts { to_next: vec![None; plan.stages.len()], ..Counts::default() };
        let mut seen = BTreeSet::new();
        for line in lines {
            let Line { at, kind, segment, a, b, n, values } = line;
            if !seen.insert((kind, segment.clone(), a.clone(), b.clone())) {
                return Err(say!(database_line_again, at));
            }
            let place = a.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
            let no_place = || say!(database_line_not_asked, at, a);
            let [low, high, low9, high9] = values;
            let timed = Timed { count: n, low, high, low9, high9 };
            match kind {
                Kind::Head | Kind::End => {}
                Kind::Rejected => {
                    let place = place.filter(|place| *place < REASONS.len()).ok_or_else(no_place)?;
                    counts.rejected.insert(place, n);
                }
                Kind::Customers => counts.own(plan, &segment).customers = n,
                Kind::Several => counts.several = n,
                Kind::Same => counts.repeated = n,
                Kind::Span => counts.span = Some((low, high)),
                Kind::Reached | Kind::Repeated | Kind::Returned | Kind::ToNext | Kind::Then => {
                    let own = counts.own(plan, &segment);
                    let stage = place.and_then(|place| own.stages.get_mut(place)).ok_or_else(no_place)?;
                    match kind {
                        Kind::Reached => stage.reached = n,
                        Kind::Repeated => stage.repeated = n,
                        Kind::Returned => stage.returned = n,
                        Kind::Then => _ = stage.then.insert(b, n),
                        _ => stage.to_next = Some(timed),
                    }
                }
                Kind::ToNextOfAll => {
                    *place.and_then(|place| counts.to_next.get_mut(place)).ok_or_else(no_place)? = Some(timed);
                }
                Kind::Group => {
                    let own = counts.own(plan, &segment);
                    *place.and_then(|place| own.groups.get_mut(place)).ok_or_else(no_place)? = n;
                }
                Kind::SeenAgain => {
                    let stage = place.and_then(|place| counts.own(plan, &segment).stages.get_mut(place));
                    let before = b.parse::<usize>().ok().and_then(|before| before.checked_sub(1));
                    let again = stage.zip(before).and_then(|(stage, before)| stage.seen_again.get_mut(before));
                    *again.ok_or_else(no_place)? = n;
                }
                Kind::Follows => _ = counts.follows.insert((a, b), n),
                Kind::First | Kind::Last | Kind::FirstOfConverted | Kind::LastBeforeConverted => {
                    let touches = &mut counts.own(plan, &segment).touches;
                    let touch = touches.entry(a.clone()).or_insert_with(|| Touch { event: a, ..Touch::default() });
                    match kind {
                        Kind::First => touch.first = n,
                        Kind::Last => touch.last = n,
                        Kind::FirstOfConverted => touch.first_of_converted = n,
                        _ => touch.last_before_converted = n,
                    }
                }
            }
        }
        Ok(counts)
    }

    /// The counts of a segment.
    fn own(&mut self, plan: &Plan, segment: &str) -> &mut Counted {
        self.segments.entry(segment.to_owned()).or_insert_with(|| Counted::none(plan))
    }

    /// Rows used are the last ones of customers and those that another follows.
    fn rows(&self) -> Result<RowCounts, String> {
        let last = self.segments.values().flat_map(|own| own.touches.values().map(|touch| &touch.last));
        let used = sum(self.follows.values().chain(last))?;
        let rejected = sum(self.rejected.values())?;
        let reason = |(at, count): (&usize, &u64)| RejectedRows {
            reason: REASONS.get(*at).cloned().unwrap_or(Reason::Other),
            count: *count,
            first_lines: Vec::new(),
            first_files: Vec::new(),
        };
        Ok(RowCounts {
            read: used.checked_add(rejected).ok_or(say!(database_too_many_rows))?,
            used,
            rejected,
            reasons: self.rejected.iter().map(reason).collect(),
            odd: Vec::new(),
        })
    }

    fn check(&self, plan: &Plan) -> Result<Counted, String> {
        if plan.columns.segment.is_none() && self.segments.keys().any(|segment| !segment.is_empty()) {
            return Err(say!(database_segments_not_asked).to_owned());
        }
        if self.follows.keys().any(|(from, to)| from.is_empty() || to.is_empty()) {
            return Err(say!(database_event_nameless).to_owned());
        }
        if !matches!(self.span, Some((first, last)) if first <= last && first >= -FARTHEST && last <= FARTHEST) {
            return Err(say!(database_span).to_owned());
        }
        let mut total = Counted::none(plan);
        for own in self.segments.values() {
            own.check(plan)?;
            total.add(own)?;
        }
        total.stages.iter_mut().zip(&self.to_next).for_each(|(stage, timed)| stage.to_next = *timed);
        total.check(plan)?;
        if self.several > total.customers {
            return Err(say!(database_several).to_owned());
        }
        if self.repeated >= sum(self.follows.values())?.saturating_add(total.customers) {
            return Err(say!(database_repeated).to_owned());
        }
        Ok(total)
    }

    /// The rows of each event.
    pub(super) fn event_rows(&self) -> BTreeMap<String, u64> {
        let mut events: BTreeMap<String, u64> = BTreeMap::new();
        let touches = self.segments.values().flat_map(|own| own.touches.values());
        touches.for_each(|touch| *events.entry(touch.event.clone()).or_default() += touch.last);
        self.follows.iter().for_each(|((from, _), count)| *events.entry(from.clone()).or_default() += count);
        events
    }

    fn into_report(self, plan: &Plan, rows: RowCounts, total: &Counted, source: &str) -> Report {
        let mut segments = vec![SegmentFigures { segment: "All".to_owned(), total: true, ..total.figures(plan) }];
        if plan.columns.segment.is_some() {
            let named = self.segments.iter().filter(|(name, _)| !name.is_empty());
            segments.extend(named.map(|(name, own)| SegmentFigures { segment: name.clone(), ..own.figures(plan) }));
            let blank = self.segments.get("");
            segments.extend(blank.map(|own| SegmentFigures {
                segment: crate::report::BLANK.to_owned(),
                is_blank: true,
                ..own.figures(plan)
            }));
        }
        let events = self.event_rows();
        let (first, last) = self.span.unwrap_or_default();
        let follows = self.follows.into_iter();
        Report {
            rows,
            segments,
            transitions: follows.map(|((from, to), count)| Transition { from, to, count }).collect(),
            ties: plan.ties,
            multi_segment_customers: self.several,
            source: SourceNote { file: source.to_owned(), first_time: time_text(first), last_time: time_text(last) },
            // The columns of a table have their zone on the server.
            counting: Counting { zone: None, ..plan.counting },
            other_events: None,
            grouped: Vec::new(),
            zone: None,
            not_measured: Vec::new(),
            activities: match plan.reading.dialect.lifecycle {
                Some(_) => Activities::NotOnServer,
                None => Activities::NotTold,
            },
            repeated_rows: Some(self.repeated),
            customers_by_event: None,
            events: events.into_iter().map(|(event, count)| EventCount { event, count }).collect(),
        }
    }
}

impl Counted {
    fn none(plan: &Plan) -> Counted {
        Counted {
            customers: 0,
            stages: (0..plan.stages.len())
                .map(|before| Stage { seen_again: vec![0; before], ..Stage::default() })
                .collect(),
            groups: vec![0; plan.reach.len()],
            touches: BTreeMap::new(),
        }
    }

    /// Adds the counts of another segment; times between stages cannot be added.
    pub(super) fn add(&mut self, other: &Counted) -> Result<(), String> {
        self.customers = sum([&self.customers, &other.customers])?;
        for (mine, theirs) in self.stages.iter_mut().zip(&other.stages) {
            mine.reached = sum([&mine.reached, &theirs.reached])?;
            mine.repeated = sum([&mine.repeated, &theirs.repeated])?;
            mine.returned = sum([&mine.returned, &theirs.returned])?;
            for (mine, theirs) in mine.seen_again.iter_mut().zip(&theirs.seen_again) {
                *mine = sum([&*mine, theirs])?;
            }
            for (event, count) in &theirs.then {
                let own = mine.then.entry(event.clone()).or_default();
                *own = sum([&*own, count])?;
            }
        }
        for (mine, theirs) in self.groups.iter_mut().zip(&other.groups) {
            *mine = sum([&*mine, theirs])?;
        }
        for (event, theirs) in &other.touches {
            let mine =
                self.touches.entry(event.clone()).or_insert_with(|| Touch { event: event.clone(), ..Touch::default() });
            mine.first = sum([&mine.first, &theirs.first])?;
            mine.last = sum([&mine.last, &theirs.last])?;
            mine.first_of_converted = sum([&mine.first_of_converted, &theirs.first_of_converted])?;
            mine.last_before_converted = sum([&mine.last_before_converted, &theirs.last_before_converted])?;
        }
        Ok(())
    }

    /// Whether the counts can belong together.
    fn check(&self, plan: &Plan) -> Result<(), String> {
        let mut before = self.customers;
        for (at, stage) in self.stages.iter().enumerate() {
            let most = if plan.counting.scope == Scope::Closed { before } else { self.customers };
            let again = stage.seen_again.iter().copied().max().unwrap_or_default();
            if stage.reached > most || stage.repeated.max(stage.returned).max(again) > stage.reached {
                return Err(say!(database_stage_reached, stage = at + 1));
            }
            before = stage.reached;
            let next = self.stages.get(at + 1);
            let went_on = stage.to_next.map_or(0, |timed| timed.count);
            let dropped = sum(stage.then.values())?;
            let adds_up = match next {
                Some(next) => went_on.checked_add(dropped) == Some(stage.reached) && went_on <= next.reached,
                None => went_on == 0 && dropped == 0,
            };
            if !adds_up {
                return Err(say!(database_stage_sum, stage = at + 1));
            }
            if stage.to_next.is_some_and(|timed| !timed.is_in_order()) {
                return Err(say!(database_stage_times, stage = at + 1));
            }
        }
        if self.groups.iter().any(|group| *group > self.customers) {
            return Err(say!(database_group).to_owned());
        }
        if self.touches.keys().any(String::is_empty) {
            return Err(say!(database_event_nameless).to_owned());
        }
        let converted = self.stages.last().map_or(0, |stage| stage.reached);
        let counted = |count: fn(&Touch) -> &u64| sum(self.touches.values().map(count));
        let fits = counted(|touch| &touch.first)? == self.customers
            && counted(|touch| &touch.last)? == self.customers
            && counted(|touch| &touch.first_of_converted)? == converted
            && counted(|touch| &touch.last_before_converted)? == converted;
        if fits { Ok(()) } else { Err(say!(database_touches).to_owned()) }
    }

    fn figures(&self, plan: &Plan) -> SegmentFigures {
        let last = plan.stages.len().saturating_sub(1);
        let stage = |(at, (asked, counted)): (usize, (&StagePlan, &Stage))| {
            let timed = counted.to_next;
            let dropped = counted.then.values().sum();
            let interval = if at == last { None } else { wilson(dropped, counted.reached) };
            let next = counted.then.iter().filter(|(event, _)| !event.is_empty()).map(|(event, count)| (event, *count));
            let nothing = counted.then.get("").copied().unwrap_or_default();
            StageFigures {
                name: asked.name.clone(),
                reached: counted.reached,
                dropped,
                rate: interval.map(|interval| interval.rate),
                low: interval.map(|interval| interval.low),
                high: interval.map(|interval| interval.high),
                // The median of all is that of the two in the middle.
                median_secs_to_next: timed.and_then(|timed| median_secs(&mut [timed.low, timed.high])),
                p90_secs_to_next: timed.and_then(|timed| p90_between(timed.low9, timed.high9, timed.count)),
                repeated: counted.repeated,
                returned: counted.returned,
                seen_again: counted.seen_again.clone(),
                dropped_then: DroppedThen::of(nothing, next.collect(), |event| (*event).clone()),
            }
        };
        SegmentFigures {
            customers: self.customers,
            stages: plan.stages.iter().zip(&self.stages).enumerate().map(stage).collect(),
            touches: self.touches.values().cloned().collect(),
            reach: self.groups.clone(),
            ..SegmentFigures::default()
        }
    }
}

impl Timed {
    fn is_in_order(&self) -> bool {
        let Timed { count, low, high, low9, high9 } = *self;
        count > 0 && 0 <= low && low <= high && low9 <= high9 && low <= low9 && high <= high9 && high9 <= FARTHEST
    }
}

fn sum<'n>(counts: impl IntoIterator<Item = &'n u64>) -> Result<u64, String> {
    let mut counts = counts.into_iter();
    counts.try_fold(0_u64, |sum, count| sum.checked_add(*count)).ok_or_else(|| say!(database_too_many).to_owned())
}
