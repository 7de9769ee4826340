//! The board in the room that a page has for it: as large as it can be, in one band or in several, one below the other.
//!
//! First it is tried whether text can be as large as it has to be, roomily set, then closely, then with less and less on the
//! page ([`Thrift::steps`]); the first way that can is made as large as it fits. Where none can, no more than empty lanes is
//! left out and the text becomes smaller: what would be missed is given up only where it buys text that can be read. What is
//! tried, and in which order, depends on nothing but the map and the page; it is a few dozen layouts at most.

use super::Lens;
use super::board::{Built, build_page};
use super::columns::{self, Wanted};
use super::context::Uses;
use super::dress::Dress;
use super::longest::Needs;
use super::place::{Band, LABEL_WIDTH, Plan};
use super::thrift::Thrift;
use super::watch::Watch;
use crate::model::Map;
use crate::scene::Size;
use crate::text::Shaper;
use crate::theme::Theme;
use std::ops::Range;
use std::rc::Rc;

/// From one band to the next, in units of the board.
pub(super) const BAND_GAP: f32 = 18.0;
/// More bands are not tried.
const MOST_BANDS: usize = 8;
/// A page is set roomily where its text can be so much larger than it has to be.
const COMFORT: f32 = 1.12;
/// From one scale that is tried to the next.
const STEP: f32 = 0.97;
/// So many steps below what text has to be are tried; what does not fit then is made as small as it takes.
const STEPS: usize = 96;
/// A board that is so many times too high is not made to fit by leaving things out.
const HOPELESS: f32 = 2.6;
/// Bands that are so many times too high are not followed by more of them.
const FAR: f32 = 1.4;
/// A lane is stretched by so much at most where a page has height left.
const MOST_AIR: f32 = 26.0;

/// The shares of the work in which it is seen whether the page holds the map at all, in which way, and how large.
const FIRST: Range<f32> = 0.0..0.1;
const CHOICE: Range<f32> = 0.1..0.4;
const SIZE: Range<f32> = 0.4..0.97;

/// What is laid out, and the room for it.
pub(super) struct Room<'a> {
    pub map: &'a Map,
    pub lens: &'a Lens,
    pub theme: &'a Theme,
    pub shaper: &'a Shaper,
    pub size: Size,
    /// The scale at which the smallest text is as large as it has to be, and the largest that is wanted.
    pub aim: f32,
    pub most: f32,
    pub watch: &'a Watch<'a>,
}

/// The bands from top to bottom, at a scale.
pub(super) struct Laid {
    pub bands: Vec<Built>,
    pub scale: f32,
    pub thrift: Thrift,
}

impl Laid {
    pub fn uses(&self) -> Uses {
        let mut uses = Uses::default();
        self.bands.iter().for_each(|band| uses.add(band.uses));
        uses
    }

    /// Of all bands, in units of the board.
    pub fn size(&self) -> Size {
        size_of(&self.bands)
    }

    /// Each band with its upper edge, in units of the board.
    pub fn placed(self) -> Vec<(f32, Built)> {
        let mut top = 0.0;
        let place = |band: Built| {
            let at = top;
            top += band.board.scene.size.height + BAND_GAP;
            (at, band)
        };
        self.bands.into_iter().map(place).collect()
    }
}

fn size_of(bands: &[Built]) -> Size {
    let width = bands.iter().map(|band| band.board.scene.size.width).fold(0.0, f32::max);
    let height: f32 = bands.iter().map(|band| band.board.scene.size.height).sum();
    Size::new(width, height + BAND_GAP * bands.len().saturating_sub(1) as f32)
}

/// A way to show the map.
#[derive(Clone)]
struct Way {
    dress: Dress,
    thrift: Thrift,
    stages: Rc<Stages>,
    /// Whether words may be taken apart where a page has no width for them.
    apart: bool,
}

/// How wide the stages are to be so that no word is broken, and where words are.
pub(super) struct Stages {
    pub whole: Vec<Wanted>,
    pub apart: Vec<Wanted>,
}

/// The board that shows the largest in a room.
pub(super) fn lay(room: &Room) -> Laid {
    let [whole, without_empty, less @ ..] = Thrift::steps();
    let in_dress = |dress: Dress| {
        let needs = Needs::of(room.map, room.shaper, &dress);
        let whole = columns::wanted(room.map, &needs, &dress);
        let apart = columns::wanted(room.map, &Needs::default(), &dress);
        Way { dress, thrift: without_empty, stages: Rc::new(Stages { whole, apart }), apart: false }
    };
    let (roomy, close, tight) = (in_dress(Dress::roomy()), in_dress(Dress::close()), in_dress(Dress::tight()));
    let taking_apart = |way: &Way| Way { apart: true, ..way.clone() };
    let tightly = taking_apart(&tight);
    // What is too high even so is too high in every roomier way.
    room.watch.phase(FIRST);
    let too_high = room.in_any_bands(&tightly, room.aim).err();
    if too_high.is_some_and(|times| times > HOPELESS) {
        return room.made_smaller(&tightly, too_high);
    }
    if too_high.is_none() {
        let comfortable = (room.aim * COMFORT).min(room.most);
        let with_all = Way { thrift: whole, ..roomy.clone() };
        let closely = taking_apart(&close);
        let roomily = [(&with_all, comfortable), (&roomy, comfortable)];
        let at_aim = [&close, &tight, &closely, &tightly].map(|way| (way, room.aim));
        let ways: Vec<(&Way, f32)> = roomily.into_iter().chain(at_aim).collect();
        for (nth, (way, scale)) in ways.iter().copied().enumerate() {
            room.watch.part(CHOICE, nth, ways.len());
            if let Ok((built, bands)) = room.in_any_bands(way, scale) {
                return room.enlarged(way, scale, built, bands);
            }
        }
    }
    let steps = less.len();
    for (nth, thrift) in less.into_iter().enumerate() {
        room.watch.part(CHOICE, nth, steps);
        let way = Way { thrift, ..tightly.clone() };
        if let Ok((built, bands)) = room.in_any_bands(&way, room.aim) {
            let (way, built) = room.with_more_on_it(way, built, bands);
            return room.enlarged(&way, room.aim, built, bands);
        }
    }
    room.made_smaller(&tightly, too_high)
}

impl Stages {
    /// Whether a width holds every word of a band.
    pub fn fit_whole(&self, band: &Band, width: f32) -> bool {
        fit(&self.whole, band, width)
    }
}

fn fit(stages: &[Wanted], band: &Band, width: f32) -> bool {
    let own = stages.get(band.stages.clone()).unwrap_or_default();
    own.iter().map(|stage| stage.least).sum::<f32>() <= width - LABEL_WIDTH + 0.01
}

impl Room<'_> {
    /// In so many bands at a scale; how many times too high that is where it does not fit, `f32::MAX` where it is too wide.
    fn in_bands(&self, way: &Way, bands: usize, scale: f32, air: f32) -> Result<Vec<Built>, f32> {
        let (width, height) = (self.size.width / scale, self.size.height / scale);
        let cut = Band::cut(way.stages.whole.len(), bands);
        if !way.apart && cut.iter().any(|band| !way.stages.fit_whole(band, width)) {
            return Err(f32::MAX);
        }
        if cut.iter().any(|band| !fit(&way.stages.apart, band, width)) {
            return Err(f32::MAX);
        }
        if self.watch.is_stopped() {
            return Err(f32::MAX);
        }
        let built: Vec<Built> = cut.into_iter().map(|band| self.build(way, band, width, air)).collect();
        self.watch.tries();
        let taken = size_of(&built).height;
        if taken <= height + 0.01 { Ok(built) } else { Err(taken / height) }
    }

    fn build(&self, way: &Way, band: Band, width: f32, air: f32) -> Built {
        let Stages { whole, apart } = &*way.stages;
        let stages = if way.stages.fit_whole(&band, width) { whole } else { apart };
        let plan = Plan { air, apart: way.apart, ..Plan::band(stages, band, width, way.dress, way.thrift) };
        build_page(self.map, self.lens, self.theme, self.shaper, plan)
    }

    fn most_bands(&self) -> usize {
        // A band of one stage is a list.
        (self.map.stages.len() / 2).clamp(1, MOST_BANDS)
    }

    /// In as few bands as do at a scale, and how many those are; else how many times too high the best of them is.
    fn in_any_bands(&self, way: &Way, scale: f32) -> Result<(Vec<Built>, usize), f32> {
        let mut too_high = f32::MAX;
        for bands in 1..=self.most_bands() {
            match self.in_bands(way, bands, scale, 0.0) {
                Ok(built) => return Ok((built, bands)),
                // More bands are higher still.
                Err(times) if times < f32::MAX && times > too_high => break,
                Err(times) => too_high = too_high.min(times),
            }
        }
        Err(too_high)
    }

    /// What fits where text is as large as it has to be, with as much as fits of what was left out.
    fn with_more_on_it(&self, mut way: Way, mut built: Vec<Built>, bands: usize) -> (Way, Vec<Built>) {
        for put_back in Thrift::putting_back() {
            let more = Way { thrift: put_back(way.thrift), ..way.clone() };
            if more.thrift != way.thrift
                && let Ok(fits) = self.in_bands(&more, bands, self.aim, 0.0)
            {
                (way, built) = (more, fits);
            }
        }
        (way, built)
    }

    /// What fits at a scale, at the largest at which it does.
    fn enlarged(&self, way: &Way, scale: f32, built: Vec<Built>, bands: usize) -> Laid {
        let fewest = bands;
        let counts = self.most_bands() + 1 - fewest;
        let (mut best, mut best_bands, mut best_scale) = (built, bands, scale);
        for bands in fewest..=self.most_bands() {
            self.watch.part(SIZE, bands - fewest, counts);
            // A larger scale that fits, and one that does not.
            let (mut low, mut high) = (0, steps_between(best_scale, self.most));
            let from = best_scale;
            while low < high {
                let middle = low + (high - low).div_ceil(2);
                let scale = (from / STEP.powi(middle as i32)).min(self.most);
                match self.in_bands(way, bands, scale, 0.0) {
                    Ok(built) => {
                        (best, best_bands, best_scale) = (built, bands, scale);
                        low = middle;
                    }
                    Err(_) => high = middle - 1,
                }
            }
        }
        self.aired(way, best, best_bands, best_scale)
    }

    /// What fits at no scale that is wanted, and would be so many times too high, as little smaller as it has to be.
    fn made_smaller(&self, way: &Way, too_high: Option<f32>) -> Laid {
        let scale_of = |step: usize| self.aim * STEP.powi(step as i32);
        // What is set narrower by as much as it is made larger keeps its area.
        let guess = too_high
            .filter(|times| *times < f32::MAX)
            .map_or(STEPS / 4, |times| (-0.5 * times.ln() / STEP.ln()) as usize);
        let mut best: Option<(Vec<Built>, usize, usize)> = None;
        for bands in 1..=self.most_bands() {
            self.watch.part(SIZE, bands - 1, self.most_bands());
            // More bands have to be an advance.
            let most = best.as_ref().map_or(STEPS, |(.., step)| step - 1);
            match self.least_step(way, bands, most, if bands == 1 { guess } else { most }) {
                Ok((built, step)) => best = Some((built, bands, step)),
                Err(times) if best.is_some() && times < f32::MAX && times > FAR => break,
                Err(_) => {}
            }
        }
        if let Some((built, bands, step)) = best {
            return self.aired(way, built, bands, scale_of(step));
        }
        if self.watch.is_stopped() {
            return Laid { bands: Vec::new(), scale: self.aim, thrift: way.thrift };
        }
        // Nothing fits: as it comes, however small that is.
        let stages = way.stages.whole.len();
        let width = self.size.width / scale_of(STEPS);
        let all = Band { stages: 0..stages, of: stages };
        let bands = vec![self.build(way, all, width, 0.0)];
        let size = size_of(&bands);
        let scale = (self.size.width / size.width).min(self.size.height / size.height).min(self.most);
        Laid { bands, scale, thrift: way.thrift }
    }

    /// The least step down, `most` at most, at which so many bands fit, looked for from a guess on; else how many times too
    /// high they are.
    fn least_step(&self, way: &Way, bands: usize, most: usize, guess: usize) -> Result<(Vec<Built>, usize), f32> {
        let (mut low, mut high) = (1, most);
        let (mut found, mut failed) = (None, None);
        let (mut tried, mut stride) = (guess.clamp(1, most.max(1)), 2);
        while low <= high {
            match self.in_bands(way, bands, self.aim * STEP.powi(tried as i32), 0.0) {
                Ok(built) => (found, high) = (Some((built, tried)), tried - 1),
                Err(times) => (failed, low) = (Some(times), tried + 1),
            }
            tried = match (&found, failed) {
                (Some(_), Some(_)) => low + high.saturating_sub(low) / 2,
                (Some(_), None) => tried.saturating_sub(stride).max(low),
                (None, _) => (tried + stride).min(high),
            };
            stride *= 2;
        }
        found.ok_or(failed.unwrap_or(f32::MAX))
    }

    /// The height that is left goes into the lanes.
    fn aired(&self, way: &Way, built: Vec<Built>, bands: usize, scale: f32) -> Laid {
        let left = self.size.height / scale - size_of(&built).height;
        let lanes: usize = built.iter().map(|band| band.board.rows.len()).sum();
        let air = (left / lanes.max(1) as f32 - 0.05).min(MOST_AIR);
        let aired = (air > 1.0).then(|| self.in_bands(way, bands, scale, air).ok()).flatten();
        Laid { bands: aired.unwrap_or(built), scale, thrift: way.thrift }
    }
}

/// How many steps up from one scale come as far as another.
fn steps_between(scale: f32, most: f32) -> usize {
    if most <= scale * 1.001 { 0 } else { ((scale / most).ln() / STEP.ln()).ceil() as usize }
}
