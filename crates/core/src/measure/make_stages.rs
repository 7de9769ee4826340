//! Stages out of a file that says nothing about those of the map: made in the file's order, and laid over in one edit. The segments of a
//! table of counts, such as the arms of a test, are made with them.

use super::lay_shape::{Laid, LayShapeError, lay_shape};
use super::names::{segment_called, stage_called};
use crate::behaviour::shapes::pipeline::step_called;
use crate::behaviour::shapes::{Figures, ShapeReport};
use crate::model::{Change, Date, Edit, IdSource, Map, Rank, Segment, SegmentId, Stage, StageId, Verb};

/// Segments that are made of a table at most.
const MOST_SEGMENTS: usize = 12;

/// What is made of a file, and laid.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The stages, in the file's order.
    pub stages: Vec<String>,
    /// The segments that the map lacks, of a table of counts.
    pub segments: Vec<String>,
    pub laid: Laid,
}

/// The edit that makes a stage of each of a file's stages, at the map's end, and lays the figures over them. `None` where
/// the file has no stages, or the map has one of them.
///
/// # Errors
/// What is there cannot be shown on a map.
pub fn lay_making_stages(
    map: &Map,
    report: &ShapeReport,
    today: Date,
    ids: &mut IdSource,
) -> Option<Result<Made, LayShapeError>> {
    let total = report.figures.funnel()?.total()?;
    let stages: Vec<String> = total.stages.iter().map(|stage| stage.name.clone()).collect();
    if stages.is_empty() || stages.iter().any(|name| name.trim().is_empty() || stage_called(map, name).is_some()) {
        return None;
    }
    let is_pipeline = matches!(report.figures, Figures::Pipeline(_));
    let mut last = map.stages.values().map(|stage| &stage.rank).max().cloned();
    let mut changes = Vec::with_capacity(stages.len());
    let mut called = Vec::with_capacity(stages.len());
    for name in &stages {
        let rank = Rank::between(last.as_ref(), None);
        let title = if is_pipeline { step_called(name) } else { name.as_str() }.trim();
        let mut stage = Stage::new(rank.clone(), title);
        // Called otherwise than the figures call it, it is known by its event.
        stage.events.extend((title != name.trim()).then(|| name.clone()));
        changes.push(Change::Stage(StageId(ids.fresh()), Some(stage)));
        called.push(title.to_owned());
        last = Some(rank);
    }
    let mut segments = Vec::new();
    if let Figures::Funnel(funnel) = &report.figures {
        let new = funnel.segments.iter().filter(|one| !one.total && segment_called(map, &one.segment).is_none());
        segments.extend(new.map(|one| one.segment.clone()));
    }
    // More of them are no audiences of a map.
    segments.truncate(if segments.len() > MOST_SEGMENTS { 0 } else { MOST_SEGMENTS });
    let mut last = map.segments.values().map(|segment| &segment.rank).max().cloned();
    for name in &segments {
        let rank = Rank::between(last.as_ref(), None);
        changes.push(Change::Segment(SegmentId(ids.fresh()), Some(Segment::new(rank.clone(), name.trim()))));
        last = Some(rank);
    }
    let verb = Verb::MakeStages(report.file.clone());
    let proposed = map.after(&Edit::of(verb.clone(), changes.clone())).ok()?;
    Some(lay_shape(&proposed, report, today, ids).map(|laid| {
        changes.extend(laid.edit.changes);
        let edit = Edit::of(verb, changes);
        let touched = laid.touched + stages.len() + segments.len();
        Made { laid: Laid { edit, touched, unmatched: laid.unmatched }, stages: called, segments }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::progress::Progress;
    use crate::behaviour::recognise::{Overrides, recognise};
    use crate::behaviour::shapes::{Shape, read};
    use crate::behaviour::source::Source;
    use crate::measure::stages_asked;
    use touchline_words::{Language, in_language};

    #[test]
    fn the_last_steps_of_a_pipeline_are_called_in_the_language_of_the_moment_and_counted_again() {
        let text = "opportunity_id,deal_stage,engage_date,close_date\n1,Prospecting,,\n2,Prospecting,,\n\
                    3,Engaging,2024-01-02,\n4,Won,2024-01-02,2024-02-01\n5,Lost,2024-01-03,2024-02-03\n";
        let now = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_790_000_000);
        let source = Source::from_bytes("a.csv", text.as_bytes().to_vec(), now).unwrap();
        let found = recognise(&source, &Overrides::default()).unwrap();
        let report = read(&source, &found, Shape::Pipeline, None, &Progress::default()).unwrap();
        let day = Date::new(2026, 11, 29).unwrap();
        for (language, names) in [
            (Language::English, ["Prospecting", "Engaging", "Closed", "Won"]),
            (Language::German, ["Prospecting", "Engaging", "Abgeschlossen", "Gewonnen"]),
        ] {
            let mut map = crate::edit::empty_map(&mut IdSource::seeded(1));
            let made = in_language(language, || lay_making_stages(&map, &report, day, &mut IdSource::seeded(2)));
            let made = made.unwrap().unwrap();
            assert_eq!(made.stages, names);
            map = map.after(&made.laid.edit).unwrap();
            let asked = stages_asked(&map, &["Prospecting", "Engaging", "Closed", "Won"].map(str::to_owned));
            assert_eq!(asked.iter().map(|stage| stage.name.as_str()).collect::<Vec<_>>(), names);
        }
    }

    #[test]
    fn arms_of_counts_become_segments_with_their_figures() {
        let text = "arm,date,visits,orders\nold,2026-01-01,900,90\nnew,2026-01-01,910,140\n";
        let now = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_790_000_000);
        let source = Source::from_bytes("a.csv", text.as_bytes().to_vec(), now).unwrap();
        let found = recognise(&source, &Overrides::default()).unwrap();
        let report = read(&source, &found, Shape::StageCounts, None, &Progress::default()).unwrap();
        let map = crate::edit::empty_map(&mut IdSource::seeded(1));
        let day = Date::new(2026, 11, 29).unwrap();
        let made = lay_making_stages(&map, &report, day, &mut IdSource::seeded(2)).unwrap().unwrap();
        assert_eq!(
            (&made.stages[..], &made.segments[..]),
            (&["visits", "orders"].map(str::to_owned)[..], &["old", "new"].map(str::to_owned)[..])
        );
        assert_eq!((made.laid.touched, made.laid.unmatched), (5, Vec::new()));
        let map = map.after(&made.laid.edit).unwrap();
        let (_, laid) = map.measurement().unwrap();
        let of = |name: &str| {
            let id = segment_called(&map, name).unwrap();
            laid.segments[&id].stages.iter().map(|stage| (stage.reached, stage.dropped)).collect::<Vec<_>>()
        };
        assert_eq!([of("old"), of("new")], [[(900, 810), (90, 0)], [(910, 770), (140, 0)]]);
    }
}
