//! The rules that every map keeps: references resolve, numbers are finite and in range, counts fit together.
//!
//! Each kind of record has its own rules, [`Ruled`]; that what it names is there is one rule for all. An edit is held
//! against the rules of what it touched, and of what names something that it touched; [`Tables::check`] holds all records
//! against all rules, and is what a file is held against, and the tests.

use touchline_words::say;

use super::*;
use crate::images::Image;
use std::collections::BTreeSet;
use std::fmt;

/// The pictures of a map have no more bytes together.
pub const IMAGES_BYTES_MAX: usize = 32 * 1024 * 1024;

/// One rule broken at one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub at: RecordRef,
    /// What is wrong, as a sentence without the record.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

/// A kind's own rules, beside the one that what it names is there.
#[diagnostic::on_unimplemented(
    message = "nothing says which rules a `{Self}` keeps",
    label = "has no `no_rules!` and no `impl Ruled`",
    note = "`no_rules!({Self});` stands below the type, as for those in crates/core/src/model/annotation.rs; its own rules go into crates/core/src/model/valid.rs"
)]
pub trait Ruled {
    fn rules(&self, tables: &Tables, broken: &mut Broken<'_>);
}

/// The rules that one record breaks.
pub struct Broken<'a> {
    at: RecordRef,
    found: &'a mut Vec<Problem>,
}

impl Broken<'_> {
    fn expect(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.found.push(Problem { at: self.at, what: what() });
        }
    }
}

impl Tables {
    /// Every rule that these records break; those of a [`Map`] break none.
    pub fn check(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        self.meta.rules(self, &mut Broken { at: RecordRef::Map, found: &mut found });
        self.each_linked(&mut |at, record| check_one(self, at, record, &mut found));
        found.extend(self.check_images());
        found
    }

    /// The records that others name and that are not there; those of a [`Map`] name none such.
    pub fn missing(&self) -> BTreeSet<RecordRef> {
        let mut missing = BTreeSet::new();
        self.each_linked(&mut |_, record| {
            record.names(&mut |named| {
                if !self.contains(named) {
                    missing.insert(named);
                }
            });
        });
        missing
    }

    /// Every rule that is broken now and was not before these records were written or taken away. What names one that is
    /// gone is looked at too, and so are the cards of a lane, whose kind they depend on.
    pub(super) fn check_touched(&self, touched: &BTreeSet<RecordRef>) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut depended: BTreeSet<RecordRef> = BTreeSet::new();
        for at in touched {
            match self.linked(*at) {
                Some(record) => check_one(self, *at, record, &mut found),
                None if *at == RecordRef::Map => {
                    self.meta.rules(self, &mut Broken { at: RecordRef::Map, found: &mut found });
                }
                None => {}
            }
            if self.linked(*at).is_none() || at.kind() == RecordKind::Lane {
                depended.insert(*at);
            }
        }
        if !depended.is_empty() {
            self.each_linked(&mut |at, record| {
                let mut names_one = false;
                record.names(&mut |named| names_one |= depended.contains(&named));
                if names_one && !touched.contains(&at) {
                    check_one(self, at, record, &mut found);
                }
            });
        }
        if touched.iter().any(|at| self.image_of(*at).is_some()) {
            found.extend(self.check_images());
        }
        found
    }
}

impl Tables {
    /// What is wrong with all pictures together.
    fn check_images(&self) -> Option<Problem> {
        let megabytes = |bytes: usize| bytes.div_ceil(1024 * 1024) as u64;
        // One that is shown often counts once, which is found out only where that matters.
        if self.images().map(|image| image.bytes().len()).sum::<usize>() <= IMAGES_BYTES_MAX {
            return None;
        }
        let bytes = self.image_bytes();
        (bytes > IMAGES_BYTES_MAX).then(|| {
            let what = say!(valid_images, megabytes = megabytes(bytes), most = megabytes(IMAGES_BYTES_MAX));
            Problem { at: RecordRef::Map, what }
        })
    }
}

fn check_one(tables: &Tables, at: RecordRef, record: &dyn Links, found: &mut Vec<Problem>) {
    let mut broken = Broken { at, found };
    record.names(&mut |named| {
        broken.expect(tables.contains(named), || say!(valid_names_missing, named = named.to_string()));
    });
    record.broken(tables, &mut broken);
}

/// A picture's bytes have to be there.
fn whole(image: Option<&Image>, broken: &mut Broken<'_>) {
    broken.expect(image.is_none_or(Image::is_whole), || {
        say!(valid_image, image = image.map(|image| image.id().to_string()).unwrap_or_default())
    });
}

fn worth(value: Option<CustomerValue>, broken: &mut Broken<'_>) {
    broken.expect(value.is_none_or(|value| value.is_legal()), || say!(valid_worth).to_owned());
}

impl Ruled for Meta {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        worth(self.value, broken);
        whole(self.logo.as_ref(), broken);
    }
}

impl Ruled for Segment {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        worth(self.value, broken);
        whole(self.portrait.as_ref(), broken);
    }
}

impl Ruled for AgendaBlock {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        let minutes = self.minutes;
        broken.expect(BLOCK_MINUTES.contains(&minutes), || {
            say!(valid_block_minutes, minutes, least = BLOCK_MINUTES.start(), most = BLOCK_MINUTES.end())
        });
    }
}

impl Ruled for Lane {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        if let Some(height) = self.height {
            broken.expect(LANE_HEIGHT.contains(&height), || {
                say!(valid_lane_height, height, least = LANE_HEIGHT.start(), most = LANE_HEIGHT.end())
            });
        }
    }
}

impl Ruled for Stage {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        if let Some(width) = self.width {
            broken.expect(STAGE_WIDTH.contains(&width), || {
                say!(valid_stage_width, width, least = STAGE_WIDTH.start(), most = STAGE_WIDTH.end())
            });
        }
        if let Some(period) = self.period {
            broken.expect(period.from <= period.to, || {
                say!(valid_period_order, from = period.from.to_string(), to = period.to.to_string())
            });
        }
        if let Some(estimate) = &self.estimate {
            broken
                .expect((0.0..=100.0).contains(&estimate.percent), || say!(valid_estimate, percent = estimate.percent));
        }
    }
}

impl Ruled for Touchpoint {
    fn rules(&self, tables: &Tables, broken: &mut Broken<'_>) {
        if let Some(lane) = tables.lanes.get(&self.lane) {
            broken.expect(lane.kind == LaneKind::Touchpoints, || say!(valid_card_lane, lane = lane.title()));
        }
        whole(self.picture.as_ref(), broken);
    }
}

impl Ruled for Picture {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        whole(self.image.as_ref(), broken);
    }
}

impl Ruled for Connector {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        broken.expect(self.from != self.to, || say!(valid_connector).to_owned());
    }
}

impl Ruled for Loop {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        broken.expect(self.from != self.to, || say!(valid_loop).to_owned());
    }
}

impl Ruled for Drawing {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        let inside = |place: f32| place.abs() <= STICKY_REACH;
        broken.expect(inside(self.x) && inside(self.y), || say!(valid_sticky_place, x = self.x, y = self.y));
        let has_size = match self.shape {
            Shape::Arrow => inside(self.width) && inside(self.height),
            Shape::Text => DRAWN_SIZE.contains(&self.width),
            Shape::Frame => DRAWN_SIZE.contains(&self.width) && DRAWN_SIZE.contains(&self.height),
        };
        broken.expect(has_size, || say!(valid_drawing_size, width = self.width, height = self.height));
    }
}

impl Ruled for Sticky {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        let inside = |place: f32| place.abs() <= STICKY_REACH;
        broken.expect(inside(self.x) && inside(self.y), || say!(valid_sticky_place, x = self.x, y = self.y));
    }
}

/// Kinds without a rule of their own.
macro_rules! no_rules {
    ($($kind:ident),*) => {
        $(impl $crate::model::Ruled for $kind {
            fn rules(&self, _: &$crate::model::Tables, _: &mut $crate::model::Broken<'_>) {}
        })*
    };
}

pub(super) use no_rules;

no_rules!(Flag, Step, SavedView, DeckPage);

impl Ruled for Measurement {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        let mut distinct = self.stages.clone();
        distinct.sort_unstable();
        distinct.dedup();
        broken.expect(distinct.len() == self.stages.len(), || say!(valid_stage_twice).to_owned());
        broken.expect(self.rows_used <= self.rows_read, || say!(valid_rows_used).to_owned());
        for figures in self.each_figures() {
            check_figures(figures, self.stages.len(), broken);
        }
    }
}

impl Ruled for Metric {
    fn rules(&self, _: &Tables, broken: &mut Broken<'_>) {
        if let Some(target) = self.target {
            let range = self.kind.target_range();
            broken.expect(range.contains(&target), || {
                say!(valid_target, target, least = range.start(), most = range.end())
            });
        }
        broken.expect(self.readings.len() <= READINGS_MAX, || {
            say!(valid_periods, count = self.readings.len(), most = READINGS_MAX)
        });
        for reading in &self.readings {
            let possible = reading.days.is_none_or(|days| (1..=PERIOD_DAYS_MAX).contains(&days));
            broken.expect(possible, || say!(valid_period_days, most = PERIOD_DAYS_MAX));
            if let Some(why) = self.kind.contradiction(reading) {
                broken.expect(false, || why);
            }
        }
    }
}

fn check_figures(figures: &Figures, stages: usize, broken: &mut Broken<'_>) {
    broken.expect(figures.stages.len() == stages, || say!(valid_figures, count = figures.stages.len(), stages));
    let possible = |secs: Option<f64>| secs.is_none_or(|secs| secs.is_finite() && secs >= 0.0);
    for figure in &figures.stages {
        broken.expect(figure.dropped <= figure.reached && figure.reached <= figures.customers, || {
            say!(valid_reached, reached = figure.reached, customers = figures.customers, dropped = figure.dropped)
        });
        broken.expect(possible(figure.median_secs) && possible(figure.p90_secs), || say!(valid_time).to_owned());
        broken.expect(figure.repeated.max(figure.returned) <= figure.reached, || {
            say!(valid_again, reached = figure.reached)
        });
    }
    broken.expect(figures.then.is_empty() || figures.then.len() == stages, || {
        say!(valid_then_stages, told = figures.then.len(), stages)
    });
    let fits = |(column, (again, figure)): (usize, (&Vec<u64>, &StageFigure))| {
        again.len() == column && again.iter().all(|count| *count <= figure.reached)
    };
    let again = &figures.seen_again;
    let all_fit = again.iter().zip(&figures.stages).enumerate().all(fits);
    broken.expect(again.is_empty() || again.len() == stages && all_fit, || say!(valid_seen_again).to_owned());
    for (then, figure) in figures.then.iter().zip(&figures.stages) {
        let counts = then.events.iter().map(|(_, count)| *count).chain([then.nothing, then.other]);
        let all = counts.fold(0, u64::saturating_add);
        broken.expect(all <= figure.dropped, || say!(valid_then_customers, all, dropped = figure.dropped));
    }
    for activity in &figures.activities {
        broken.expect(possible(activity.median_secs) && possible(activity.p90_secs), || say!(valid_time).to_owned());
    }
    for touch in &figures.touches {
        let most = touch.first.max(touch.last).max(touch.first_of_converted).max(touch.last_before_converted);
        broken.expect(most <= figures.customers, || {
            say!(valid_touch, event = touch.event, most, customers = figures.customers)
        });
    }
}
