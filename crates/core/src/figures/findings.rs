//! What the figures find, in sentences with a number that the page below them proves: what a deck says before anybody has written
//! a word, as a client may be told it.
//!
//! An audience is held against all others together: those of all audiences less its own. Whether the two differ says the test of two
//! shares, corrected over all audiences and stages (Holm 1979); how far they are apart, Newcombe's interval.

use touchline_words::say;

use super::drop_off::{FigureRow, Reader, shown, small_groups};
use super::{differences, numbers};
use crate::behaviour::compare::ALPHA;
use crate::behaviour::statistics::{Difference, Interval, holm, two_shares, wilson};
use crate::model::{Map, Score, SegmentId, StageId, Tables};

/// An audience at a stage beside all others.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    pub stage: StageId,
    pub stage_name: String,
    pub segment: SegmentId,
    pub name: String,
    /// Who left, of all who came.
    pub own: (u64, u64),
    pub others: (u64, u64),
    pub rate: Interval,
    pub other_rate: Interval,
    /// Its rate less that of the others.
    pub difference: Difference,
    /// Whether the two differ beyond chance.
    pub differs: bool,
}

/// One thing that the map found.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    pub stage: StageId,
    pub stage_name: String,
    /// Whom it is about; all audiences for none.
    pub audience: Option<SegmentId>,
    /// `41.0 %`, `−2.4`.
    pub figure: String,
    /// What stands under it: `37.3–44.7 %, 277 of 676`.
    pub beside: String,
    pub claim: String,
}

/// Every audience at every stage where both it and the others may be shown, in the map's order.
pub fn contrasts(map: &Map) -> Vec<Contrast> {
    let all = shown(map, None, Reader::Client);
    let rule = small_groups(map);
    let counts = |row: &FigureRow| Some((row.dropped.filter(|_| row.rate.is_some())?, row.reached?));
    let mut found: Vec<(Contrast, f64)> = Vec::new();
    for (id, segment) in map.segments_in_order() {
        for (row, whole) in shown(map, Some(id), Reader::Client).iter().zip(&all) {
            let Some(((dropped, reached), (all_dropped, all_reached))) = counts(row).zip(counts(whole)) else {
                continue;
            };
            let others = all_dropped.checked_sub(dropped).zip(all_reached.checked_sub(reached));
            let Some(others) = others.filter(|(gone, came)| !rule.holds(*gone, *came)) else { continue };
            let rates = wilson(dropped, reached).zip(wilson(others.0, others.1));
            let Some(((rate, other_rate), test)) = rates.zip(two_shares((dropped, reached), others)) else { continue };
            let contrast = Contrast {
                stage: row.stage,
                stage_name: row.name.clone(),
                segment: id,
                name: segment.name.clone(),
                own: (dropped, reached),
                others,
                rate,
                other_rate,
                difference: test.difference,
                differs: false,
            };
            found.push((contrast, test.p));
        }
    }
    let corrected = holm(&found.iter().map(|(_, p)| *p).collect::<Vec<_>>());
    let judged = found.into_iter().zip(corrected);
    judged.map(|((contrast, _), p)| Contrast { differs: p < ALPHA, ..contrast }).collect()
}

impl Contrast {
    /// `+25 points, 21 to 29`.
    pub fn points(&self) -> String {
        differences::points(self.difference.points, self.difference.low, self.difference.high)
    }

    /// `Families under 12 lose 41.0 % at Decision, +25 points, 21 to 29`.
    pub fn sentence(&self) -> String {
        let Self { name: audience, stage_name: stage, .. } = self;
        let (rate, points) = (numbers::rate(self.rate.rate), self.points());
        match self.difference.points < 0.0 {
            true => say!(figures_contrast_less, audience, rate, stage, points),
            false => say!(figures_contrast, audience, rate, stage, points),
        }
    }
}

/// The contrast in which an audience leaves more than all others by the most points beyond chance.
pub fn widest(contrasts: &[Contrast]) -> Option<&Contrast> {
    let more = contrasts.iter().filter(|found| found.differs && found.difference.points > 0.0);
    more.reduce(|most, next| if next.difference.points > most.difference.points { next } else { most })
}

/// So many things at most that the map found, the most telling first: where one audience leaves more than all others, then where
/// most leave; without a measurement what people think leaves; else where people feel worst.
pub fn insights(map: &Map, most: usize) -> Vec<Insight> {
    let mut found: Vec<Insight> = Vec::new();
    let mut add = |insight: Insight| {
        if found.iter().all(|known| known.stage != insight.stage) {
            found.push(insight);
        }
    };
    if let Some(contrast) = widest(&contrasts(map)) {
        add(of_contrast(contrast));
    }
    let rows = shown(map, None, Reader::Client);
    let mut measured: Vec<&FigureRow> = rows.iter().filter(|row| row.rate.is_some()).collect();
    measured.sort_by_key(|row| std::cmp::Reverse(row.dropped));
    measured.into_iter().for_each(|row| add(of_loss(map, row)));
    let mut estimated: Vec<&FigureRow> =
        rows.iter().filter(|row| row.estimate.is_some_and(|most| most > 0.0)).collect();
    estimated.sort_by(|a, b| b.estimate.unwrap_or_default().total_cmp(&a.estimate.unwrap_or_default()));
    estimated.into_iter().for_each(|row| add(of_estimate(map, row)));
    let mut felt: Vec<(Score, Insight)> =
        map.stages_in_order().into_iter().filter_map(|(id, _)| of_feeling(map, id)).collect();
    felt.sort_by_key(|(score, _)| *score);
    felt.into_iter().for_each(|(_, insight)| add(insight));
    found.truncate(most);
    found
}

fn of_contrast(contrast: &Contrast) -> Insight {
    let (dropped, reached) = (numbers::count(contrast.own.0), numbers::count(contrast.own.1));
    let interval = numbers::interval(&contrast.rate);
    let others = numbers::rate(contrast.other_rate.rate);
    Insight {
        stage: contrast.stage,
        stage_name: contrast.stage_name.clone(),
        audience: Some(contrast.segment),
        figure: numbers::rate(contrast.rate.rate),
        beside: say!(figures_insight_counts, interval, dropped, reached),
        claim: say!(figures_insight_contrast, audience = contrast.name, others),
    }
}

fn of_loss(map: &Map, row: &FigureRow) -> Insight {
    let (dropped, reached) = (&row.text.dropped, row.reached.map(numbers::count).unwrap_or_default());
    let beside = say!(figures_insight_counts, interval = row.text.interval, dropped, reached);
    let claim = pain(map, row.stage).unwrap_or_else(|| say!(figures_insight_loss, stage = row.name));
    let (figure, stage_name) = (row.text.rate.clone(), row.name.clone());
    Insight { stage: row.stage, stage_name, audience: None, figure, beside, claim }
}

fn of_estimate(map: &Map, row: &FigureRow) -> Insight {
    let estimate = map.stages.get(&row.stage).and_then(|stage| stage.estimate.as_ref());
    let reason = estimate.map(|estimate| estimate.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    let claim = pain(map, row.stage).or(reason).unwrap_or_else(|| say!(figures_insight_loss, stage = row.name));
    Insight {
        stage: row.stage,
        stage_name: row.name.clone(),
        audience: None,
        figure: row.text.estimate.clone(),
        beside: say!(figures_insight_estimated).to_owned(),
        claim,
    }
}

/// What hurts most in a stage, the first of those that hurt as much.
fn pain(map: &Tables, stage: StageId) -> Option<String> {
    let pains = map.pain_points_of(stage).into_iter().map(|(_, pain)| pain);
    let worst = pains.reduce(|most, next| if next.severity > most.severity { next } else { most })?;
    Some(worst.text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The card of a stage at which all audiences feel worst, below the middle.
fn of_feeling(map: &Map, stage: StageId) -> Option<(Score, Insight)> {
    let cards = map.touchpoints_of(stage).into_iter();
    let felt = cards.filter_map(|(_, card)| Some((card, card.emotion.as_ref()?)));
    let low = felt.filter(|(_, felt)| felt.score < Score::from_tenths(0));
    let (card, felt) = low.reduce(|most, next| if next.1.score < most.1.score { next } else { most })?;
    let claim = pain(map, stage).or_else(|| Some(felt.reason.trim().to_owned()).filter(|reason| !reason.is_empty()));
    let insight = Insight {
        stage,
        stage_name: map.stages.get(&stage)?.name.clone(),
        audience: None,
        figure: numbers::score(felt.score),
        beside: say!(figures_insight_felt, card = card.title),
        claim: claim.unwrap_or_else(|| say!(figures_insight_low, card = card.title)),
    };
    Some((felt.score, insight))
}

/// The share of all who left that left at these stages: `89 %`. None where it follows from nothing that may be told.
pub fn share_lost(map: &Map, stages: &[StageId]) -> Option<String> {
    let rows = shown(map, None, Reader::Client);
    let with_next = rows.len().checked_sub(1).filter(|count| *count > 1)?;
    let lost: Option<Vec<(StageId, u64)>> =
        rows.iter().take(with_next).map(|row| Some((row.stage, row.dropped.filter(|_| row.rate.is_some())?))).collect();
    let lost = lost?;
    let all: u64 = lost.iter().map(|(_, dropped)| dropped).sum();
    let here: u64 = lost.iter().filter(|(stage, _)| stages.contains(stage)).map(|(_, dropped)| dropped).sum();
    (all > 0 && here > 0).then(|| numbers::whole_rate(here as f64 / all as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    #[test]
    fn an_audience_is_held_against_all_others_and_the_two_are_all() {
        let map = sample::map();
        let all = shown(&map, None, Reader::Client);
        let found = contrasts(&map);
        assert_eq!(found.len(), 4, "families at each stage with a next one");
        for (contrast, row) in found.iter().zip(&all) {
            assert_eq!(contrast.own.0 + contrast.others.0, row.dropped.unwrap());
            assert_eq!(contrast.own.1 + contrast.others.1, row.reached.unwrap());
            let both = two_shares(contrast.own, contrast.others).unwrap();
            assert_eq!(contrast.difference, both.difference);
        }
        let widest = widest(&found).unwrap();
        assert!(found.iter().all(|other| !other.differs || other.difference.points <= widest.difference.points));
        assert!(widest.sentence().contains(&numbers::rate(widest.rate.rate)));
    }

    #[test]
    fn what_is_found_is_one_thing_a_stage_and_told_as_the_table_tells_it() {
        let map = sample::map();
        let found = insights(&map, 3);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].audience, Some(sample::FAMILIES));
        let stages: std::collections::BTreeSet<StageId> = found.iter().map(|insight| insight.stage).collect();
        assert_eq!(stages.len(), 3, "{found:?}");
        for insight in &found {
            let rows = shown(&map, insight.audience, Reader::Client);
            let row = rows.iter().find(|row| row.stage == insight.stage).unwrap();
            assert_eq!(insight.figure, row.text.rate);
            assert!(insight.beside.contains(&row.text.interval) && insight.beside.contains(&row.text.dropped));
        }
    }

    #[test]
    fn the_share_of_the_losses_is_of_all_of_them() {
        let map = sample::map();
        let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        assert_eq!(share_lost(&map, &stages).as_deref(), Some(numbers::whole_rate(1.0).as_str()));
        // 24,033 of 35,737 left at the first.
        assert_eq!(share_lost(&map, &stages[..1]).as_deref(), Some(numbers::whole_rate(0.67).as_str()));
        assert_eq!(share_lost(&map, &stages[4..]), None, "nobody is asked to go on from the last");
    }

    #[test]
    fn a_map_without_figures_finds_where_people_feel_worst_and_an_empty_one_nothing() {
        let mut map = sample::map();
        map.measurements.clear();
        map.stages.values_mut().for_each(|stage| stage.estimate = None);
        let found = insights(&map, 3);
        assert!(!found.is_empty() && found.iter().all(|insight| insight.figure.starts_with('−')), "{found:?}");
        assert_eq!((contrasts(&map), share_lost(&map, &[StageId(1)])), (Vec::new(), None));
        assert_eq!(insights(&Map::default(), 3), []);
    }

    #[test]
    fn nothing_of_too_few_is_told_nor_what_it_follows_from() {
        let mut map = sample::map();
        for measurement in map.measurements.values_mut() {
            let families = measurement.segments.get_mut(&sample::FAMILIES).unwrap().clone();
            for (all, own) in measurement.all.stages.iter_mut().zip(&families.stages) {
                // All others together are as few as may not be told.
                (all.reached, all.dropped) = (own.reached + 20, own.dropped + 2);
            }
        }
        assert_eq!(contrasts(&map), []);
    }
}
